"""Two versions of an article: a number is followed through rewording and from paragraph to paragraph."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from factcheck import Document
from factcheck.align.versions import Happening, changes
from factcheck.cli import main
from factcheck.pipeline import understand
from factcheck.report.prose import Page
from factcheck.report.versions import versions, versions_lines, versions_parquet, versions_sheet, versions_text
from factcheck.report.versions_page import versions_page
from tests.test_html import HOSTILE, Seen

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from factcheck.report.versions import Versions

CHANGED, ADDED, REMOVED, MOVED, KEPT = (Happening(word) for word in ("changed", "added", "removed", "moved", "kept"))

#: The old version, the new one, and what became of each number: what happened, and the words before and after.
BECAME = {
    "nothing": ("It cost $5m.", "It cost $5m.", [(KEPT, "$5m", "$5m")]),
    "another value in the same words": (
        "The fire at the depot killed 12 people.",
        "The fire at the depot killed 14 people.",
        [(CHANGED, "12 people", "14 people")],
    ),
    "the same value in other words": (
        "The fire at the depot killed 12 people.",
        "The fire at the depot killed twelve people.",
        [(KEPT, "12 people", "twelve people")],
    ),
    "a hedge less": (
        "About 200 people were evacuated from Alder Street.",
        "200 people were evacuated from Alder Street.",
        [(CHANGED, "About 200 people", "200 people")],
    ),
    "another sentence round it": (
        "The fire at the Alder Street depot killed 12 people.",
        "Fourteen people died in the fire that destroyed the Alder Street depot.",
        [(CHANGED, "12 people", "Fourteen people")],
    ),
    "two numbers changed places": (
        "The roof cost $5m and the walls cost $7m.",
        "The walls cost $7m and the roof cost $5m.",
        [(KEPT, "$7m", "$7m"), (KEPT, "$5m", "$5m")],
    ),
    "one of two came": (
        "The roof cost $5m.",
        "The roof cost $5m and took 3 months.",
        [(KEPT, "$5m", "$5m"), (ADDED, "", "3 months")],
    ),
    "one of two went": (
        "The roof cost $5m and took 3 months.",
        "The roof cost $5m.",
        [(KEPT, "$5m", "$5m"), (REMOVED, "3 months", "")],
    ),
    "a whole sentence went": (
        "The roof cost $5m. A hotline opened on 4 May 1998.",
        "The roof cost $5m.",
        [(KEPT, "$5m", "$5m"), (REMOVED, "4 May 1998", "")],
    ),
    "a paragraph moved": (
        "The roof cost $5m.\n\nThe walls took 3 months.\n\nThe depot lies 40 km from Larkin.",
        "The depot lies 40 km from Larkin.\n\nThe roof cost $5m.\n\nThe walls took 3 months.",
        [(MOVED, "40 km", "40 km"), (KEPT, "$5m", "$5m"), (KEPT, "3 months", "3 months")],
    ),
    "a fact in a sentence that has nothing else of the old one": (
        "Marlow has a population of 73,000 and a harbour that painters love.",
        "Anglers adore quaint old Marlow, population 37,000, on misty autumn mornings.",
        [(CHANGED, "73,000", "37,000")],
    ),
    "no word of the old version": (
        "The roof cost $5m.",
        "Anglers caught 12 trouts.",
        [(ADDED, "", "12 trouts"), (REMOVED, "$5m", "")],
    ),
    "another unit": (
        "The depot lies 40 km from Larkin.",
        "The depot lies 40 miles from Larkin.",
        [(CHANGED, "40 km", "40 miles")],
    ),
}


def compared(old: str, new: str) -> Versions:
    return versions(understand(Document("old.txt", old)), understand(Document("new.txt", new)))


@pytest.mark.parametrize("case", BECAME)
def test_what_became_of_each_number(case: str) -> None:
    old, new, became = BECAME[case]

    assert [
        (change.happening, *(saying.mention.text if saying else "" for saying in (change.old, change.new)))
        for change in compared(old, new).changes
    ] == became


def test_a_day_that_is_counted_from_another_day_changed() -> None:
    text = "The vote was held on Wednesday."
    old, new = (understand(Document("a.txt", text, day)) for day in (date(2023, 3, 10), date(2023, 3, 17)))
    (change,) = changes(old, new)

    assert change.happening is CHANGED
    assert "“Wednesday” (2023-03-08) became “Wednesday” (2023-03-15)" in shown(versions(old, new))


SENTENCES = (
    "The roof cost $5m.",
    "The walls took 3 months.",
    "The depot lies 40 km from Larkin.",
    "About 200 people were evacuated on 4 May 1998.",
    "Nothing is counted here.",
    "The depot lies 45 km from Larkin.",
)


@given(st.lists(st.sampled_from(SENTENCES), max_size=8), st.lists(st.sampled_from(SENTENCES), max_size=8))
def test_every_number_of_both_versions_is_accounted_for_once(before: list[str], after: list[str]) -> None:
    old, new = (understand(Document("a.txt", "\n\n".join(sentences))) for sentences in (before, after))
    found = changes(old, new)

    for article, side in ((old, [change.old for change in found]), (new, [change.new for change in found])):
        starts = sorted(saying.mention.start for saying in side if saying)
        assert starts == sorted(mention.start for mention in article.mentions)


@given(st.lists(st.sampled_from(SENTENCES), max_size=8))
def test_a_version_compared_with_itself_is_unchanged(sentences: list[str]) -> None:
    article = understand(Document("a.txt", "\n\n".join(sentences)))

    assert {change.happening for change in changes(article, article)} <= {KEPT}


@given(st.lists(st.sampled_from(SENTENCES), unique=True, max_size=6), st.randoms())
def test_a_version_in_another_order_is_only_moved(sentences: list[str], chance: Random) -> None:
    mixed = list(sentences)
    chance.shuffle(mixed)
    old, new = (understand(Document("a.txt", "\n\n".join(order))) for order in (sentences, mixed))

    assert {change.happening for change in changes(old, new)} <= {KEPT, MOVED}


# --- how it is shown ----------------------------------------------------------------

OLD = "The fire at the depot killed 12 people. The roof cost $5m."
NEW = "The fire at the depot killed 14 people. It began at 6 p.m."


def shown(of: Versions, width: int = 80, encoding: str = "utf-8") -> str:
    return "\n".join(line.plain for line in versions_lines(of, Page(width, encoding)))


def test_both_places_are_shown_and_how_many_changed() -> None:
    text = shown(compared(OLD, NEW))

    assert "changed: “12 people” became “14 people”, killed" in text
    assert "- old.txt:1:30" in text
    assert "+ new.txt:1:30" in text
    assert text.endswith("1 changed, 1 added, 1 removed, 0 moved and 0 kept.")


def test_a_terminal_without_typographic_signs_gets_plain_ones() -> None:
    assert shown(compared(OLD, NEW), encoding="ascii").isascii()


def test_the_record_has_both_sides() -> None:
    first = json.loads(versions_text(compared(OLD, NEW)))["changes"][0]

    assert (first["happening"], first["old"]["value"], first["new"]["value"]) == ("changed", 12, 14)
    assert (first["old"]["source"], first["new"]["source"]) == ("old.txt", "new.txt")


def test_the_sheet_has_a_row_for_each_number_of_either_version() -> None:
    rows = list(csv.DictReader(StringIO(versions_sheet(compared(OLD, NEW)), newline="")))

    assert [(row["happening"], row["old_words"], row["new_words"]) for row in rows] == [
        ("changed", "12 people", "14 people"),
        ("added", "", "6 p.m."),
        ("removed", "$5m", ""),
    ]


def test_parquet_has_the_same_rows() -> None:
    table = parquet.read_table(BytesIO(versions_parquet(compared(OLD, NEW))))
    rows = csv.DictReader(StringIO(versions_sheet(compared(OLD, NEW)), newline=""))

    assert table.to_pylist() == list(rows)


def test_the_page_marks_each_change_in_the_versions_that_it_stands_in() -> None:
    seen = Seen(versions_page(compared(OLD, NEW)))
    cards = {card["data-number"]: card["data-severity"] for card in seen.classed("finding")}
    marked = [(mark["data-findings"], mark["data-severity"]) for mark in seen.classed("mark")]

    assert cards == {"1": "changed", "2": "added", "3": "removed"}
    assert sorted(marked) == [("1", "changed"), ("1", "changed"), ("2", "added"), ("3", "removed")]


def test_the_page_of_versions_that_say_the_same_says_so() -> None:
    page = versions_page(compared(OLD, OLD))

    assert "No number or date says anything else than before." in page
    assert Seen(page).classed("mark") == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words_on_the_page(text: str) -> None:
    seen = Seen(versions_page(compared(text, f"{text} 12 people died.")))

    assert [tag for tag, _ in seen.elements if tag in {"script", "img", "iframe", "base"}] == ["script"]


# --- the command --------------------------------------------------------------------


def diff(*arguments: str) -> int:
    with pytest.raises(SystemExit) as end:
        main(["diff", *arguments])
    return int(end.value.code or 0)


@pytest.mark.parametrize(("new", "code"), [(NEW, 1), (OLD, 0)])
def test_the_exit_code_tells_whether_something_changed(tmp_path: Path, new: str, code: int) -> None:
    for name, text in (("old.txt", OLD), ("new.txt", new)):
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert diff(str(tmp_path / "old.txt"), str(tmp_path / "new.txt")) == code


def test_a_version_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")

    assert diff(str(tmp_path / "old.txt"), str(tmp_path / "none.txt")) == 2
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    assert diff(str(tmp_path / "old.txt"), str(tmp_path)) == 2
    none, many = capsys.readouterr().err.splitlines()
    assert "none.txt: no such file" in none
    assert "that is 2 articles" in many
