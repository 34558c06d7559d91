"""The newsroom by which the archive is measured: made-up claims that are claims, and articles with other names."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from benchmarks.archive import fill
from benchmarks.newsroom import TOLD, articles, claims, renamed
from factcheck.align.names import names_of
from factcheck.archive.rows import ClaimRow, Read, SourceRow, read
from factcheck.archive.store import opened
from factcheck.model import Document

if TYPE_CHECKING:
    from pathlib import Path


def made(many: int, *, seed: int = 1, told: int = 1) -> list[ClaimRow]:
    return [ClaimRow(*row) for row in claims(many, seed=seed, told=told).fetchall()]


def test_made_up_claims_have_numbers_in_order_that_no_other_seed_has() -> None:
    some, others = made(500), made(500, seed=2)
    numbers = [claim.claim for claim in some]
    assert numbers == sorted(set(numbers))
    assert not {*numbers} & {claim.claim for claim in others}
    assert {claim.block_1 for claim in some} & {claim.block_1 for claim in others}


def test_made_up_articles_hold_as_many_claims_as_are_asked_for() -> None:
    sources = [claim.source for claim in made(12, told=4)]
    assert [sources.count(source) for source in dict.fromkeys(sources)] == [4, 4, 4]


def test_a_made_up_claim_says_what_its_bounds_say() -> None:
    for claim in made(50):
        amount = f'"printed":["{int(claim.lower or 0)}"]'
        assert amount in claim.record.replace(" ", "")


def test_an_archive_filled_table_by_table_holds_what_one_filled_article_by_article_does(tmp_path: Path) -> None:
    fill(tmp_path / "at-once.fc", claims(300))
    with opened(tmp_path / "one-by-one.fc", make=True) as store:
        store.add(Read(SourceRow(claim.source, claim.name, claim.day, 1, ""), (claim,)) for claim in made(300))

    def held(name: str) -> list[str]:
        connection = sqlite3.connect(tmp_path / name)
        written = sorted(line for line in connection.iterdump() if line.startswith("INSERT"))
        connection.close()
        return written

    assert held("at-once.fc") == held("one-by-one.fc")


def test_a_town_has_as_many_people_whatever_happens_there() -> None:
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for document in articles(1000):
        town, people = re.findall(r"(\w+) is a town of ([\d,]+) people", document.text)[0]
        told[town][people] += 1
    twice = [people for people in told.values() if people.total() > TOLD]
    assert twice
    # All but the few papers that have it wrong.
    assert all(people.most_common(1)[0][1] > TOLD for people in twice)


def test_an_article_with_other_names_has_the_same_figures() -> None:
    (document,) = articles(1)
    other = renamed(document, 7)
    assert other.text != document.text
    assert [claim.lower for claim in read(other).claims] == [claim.lower for claim in read(document).claims]
    assert renamed(document, 7) == other
    assert renamed(document, 8).text != other.text


def test_a_name_is_changed_in_the_same_way_wherever_it_stands() -> None:
    document = Document("a.txt", "They met Anna Bergstrom. Ms. Bergstrom left Oslo.")
    first, second, _ = names_of(renamed(document, 1).text, 0, 99)
    assert first.text.endswith(second.text)
