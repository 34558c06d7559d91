"""What an archive says of a name, and which names go for one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from factcheck.archive.checking import check_archive
from factcheck.archive.rows import read
from factcheck.archive.subjects import facts_about, names_explained
from factcheck.model import Document
from factcheck.report.prose import Page
from factcheck.report.subjects import about_lines, names_lines

if TYPE_CHECKING:
    from factcheck.archive.store import Store
    from factcheck.judge.rules import Rulebook


def town(name: str, people: int, year: int, town: str = "Bakhmut") -> Document:
    return Document(name, f"{town} is a city of {people:,} people.", date(year, 5, 1))


def test_facts_go_from_the_first_day_to_the_last_with_other_spellings(store: Store) -> None:
    store.add(
        map(
            read,
            [
                town("c.txt", 1_500_000, 2020),
                town("a.txt", 1_400_000, 2010),
                town("b.txt", 1_450_000, 2015, "Bachmut"),
                town("d.txt", 700_000, 2015, "Odesa"),
            ],
        )
    )
    found = facts_about(store, "Bakhmut")
    (said,) = found.said
    assert said.label == "population"
    assert [one.row.name for one in said.told] == ["a.txt", "b.txt", "c.txt"]
    (spelling,) = found.spellings
    assert spelling[:2] == ("bachmut", 1)
    assert [line.plain for line in about_lines(found, Page(80))][1] == (
        "“bachmut” (1) goes for the same: sounds alike."
    )
    assert facts_about(store, "Lviv").said == ()


def test_facts_are_drawn_with_a_bar_for_each_amount(store: Store) -> None:
    store.add(read(town(f"{year}.txt", 20_000 * (year - 2000), year)) for year in range(2001, 2021))
    lines = [line.plain for line in about_lines(facts_about(store, "Bakhmut"), Page(80, "ascii"))]
    assert lines[0] == "Bakhmut: 20 claims about 1 thing."
    assert any("8 earlier" in line for line in lines)
    assert [line.count("#") for line in lines if "#" in line][-1] == 20
    assert [line.split()[0] for line in lines if "#" in line] == [f"{year}-05-01" for year in range(2009, 2021)]


def fined(name: str, euros: int, full: str) -> Document:
    return Document(name, f"A court in Halden fined {full} {euros} euros.", date(2020, 5, 1))


def test_a_surname_alone_is_that_of_whom_nearly_all_mean(store: Store) -> None:
    full = [fined(f"{at}.txt", 100 + at, "Anna Berglund") for at in range(10)]
    store.add(map(read, [*full, fined("s.txt", 7, "Berglund"), fined("i.txt", 8, "Ivar Berglund")]))

    def told(name: str) -> tuple[int, list[str], list[str]]:
        found = facts_about(store, name)
        claims = sum(len(said.told) for said in found.said)
        return claims, [one.name for one in found.spellings], [one.name for one in found.left_out]

    assert told("Anna Berglund") == (11, ["berglund"], [])
    assert told("Ivar Berglund") == (1, [], ["berglund"])
    assert told("Berglund") == (12, ["anna berglund", "ivar berglund"], [])
    lines = [line.plain for line in about_lines(facts_about(store, "Ivar Berglund"), Page(80))]
    assert lines[1] == "“berglund” alone (1) is left out: others are called so too."


def test_of_many_things_those_are_told_of_which_most_is_said(store: Store) -> None:
    fire = Document("c.txt", "The fire in Bakhmut killed 12 people.", date(2020, 5, 1))
    store.add(map(read, [town("a.txt", 73_000, 2020), town("b.txt", 74_000, 2021), fire]))
    found = facts_about(store, "Bakhmut")
    assert [said.label for said in found.said] == ["population", "killed"]
    lines = [line.plain for line in about_lines(found, Page(80), most=1)]
    assert lines[-1] == "1 claim about 1 other thing left out; --all shows them."
    assert "killed" not in lines
    assert "killed" in [line.plain for line in about_lines(found, Page(80), most=None)]


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("Bakhmut", "Bachmut", True),
        ("Peking", "Beijing", True),
        ("Iran", "Iraq", False),
        ("Bakhmut", "Bakhmutske", False),
    ],
)
def test_names_are_explained_step_by_step(one: str, other: str, is_one: bool) -> None:  # noqa: FBT001 - a column of the table
    explained = names_explained(one, other)
    assert explained.is_one is is_one
    lines = [line.plain for line in names_lines(one, other, explained, Page(80))]
    assert lines[-1].startswith("They go for one name: " if is_one else "They do not go for one name: ")
    assert explained.merge.reason in lines[-1]


def test_a_finding_that_takes_two_spellings_for_one_name_is_less_sure_and_says_so(
    store: Store, rulebook: Rulebook
) -> None:
    store.add(map(read, [town("a.txt", 73_000, 2020, "Bakhmut"), town("b.txt", 95_000, 2020, "Bachmut")]))
    ((finding,),) = [conflict.findings for conflict in check_archive(store, rulebook)]
    assert finding.confidence < 100
    assert "is taken for" in finding.arithmetic
