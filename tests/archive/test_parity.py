"""Whatever engine checks, in whatever order articles came: the findings are those of a single run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random
from typing import TYPE_CHECKING

import pytest

from factcheck.archive import checking, engine
from factcheck.archive.bulk import over_parquet, over_store
from factcheck.archive.checking import check_archive, check_draft
from factcheck.archive.engines import check_with, extract_with_spark
from factcheck.archive.problems import ArchiveError
from factcheck.archive.rows import read
from factcheck.archive.sharing import shared
from factcheck.archive.store import opened
from factcheck.archive.tables import write_parquet
from factcheck.archive.values import WHOLE
from factcheck.judge.checks import named_checks
from factcheck.model import Document, Topic
from factcheck.pipeline import check
from tests.archive.shown import Shown, finding, findings, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from factcheck.archive.conflicts import Side
    from factcheck.archive.recalling import ComparedRow
    from factcheck.archive.store import Store
    from factcheck.archive.values import Kept
    from factcheck.judge.rules import Rulebook


def of_a_single_run(documents: list[Document], rulebook: Rulebook) -> set[Shown]:
    """What the articles differ in when they are checked against each other, as far as their claims tell."""
    checks = named_checks()
    about_claims = {rule.name for rule in rulebook.rules if rule.check and checks[rule.check].of is Topic}
    ordered = sorted(documents, key=lambda document: document.name)
    return {
        finding(found)
        for found in check(ordered, rulebook=rulebook, facts=()).findings
        if found.rule in about_claims and len({span.document.name for span in found.spans}) > 1
    }


def test_an_archive_finds_what_a_single_run_finds(store: Store, newsroom: list[Document], rulebook: Rulebook) -> None:
    store.add(map(read, newsroom))
    expected = of_a_single_run(newsroom, rulebook)
    assert expected
    assert findings(check_archive(store, rulebook)) == expected


def test_so_it_does_where_no_article_has_a_date(store: Store, newsroom: list[Document], rulebook: Rulebook) -> None:
    undated = [Document(document.name, document.text) for document in newsroom]
    store.add(map(read, undated))
    expected = of_a_single_run(undated, rulebook)
    assert expected
    assert findings(check_archive(store, rulebook)) == expected


def test_all_engines_find_the_same(store: Store, newsroom: list[Document], rulebook: Rulebook, tmp_path: Path) -> None:
    mixed = [
        Document(document.name, document.text, document.published if at % 3 else None)
        for at, document in enumerate(newsroom)
    ]
    store.add(map(read, mixed))
    expected = whole(check_archive(store, rulebook))
    assert expected
    with over_store(store) as bulk:
        assert whole(check_archive(bulk, rulebook)) == expected
    rows = list(store.rows())
    Random(3).shuffle(rows)
    half = len(rows) // 2
    write_parquet(rows[:half], tmp_path / "one.parquet")
    write_parquet(rows[half:], tmp_path / "two.parquet")
    with over_parquet([tmp_path / "one.parquet", tmp_path / "two.parquet"]) as bulk:
        assert bulk.sources() == len(mixed)
        assert whole(check_archive(bulk, rulebook)) == expected


@pytest.mark.parametrize("jobs", [1, 2])
def test_it_does_not_matter_how_many_claims_are_looked_at_in_one_go_and_by_how_many_processes(
    store: Store, newsroom: list[Document], rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    store.add(map(read, newsroom))
    expected = whole(check_archive(store, rulebook))
    monkeypatch.setattr(engine, "AT_ONCE", 5)
    monkeypatch.setattr(checking, "AT_ONCE", 7)
    # Two at a time, what clashes is looked at in several goes, and then once more.
    monkeypatch.setattr(checking, "FEW", 2)
    with shared(jobs, store.path) as each:
        assert whole(check_archive(store, rulebook, each)) == expected


def test_amounts_that_differ_by_no_more_than_is_tolerated_agree(store: Store, rulebook: Rulebook) -> None:
    told = "A fire at a mill in Eskford on 6 May 2024 injured {} people."
    store.add(read(Document(name, told.format(hurt), date(2024, 5, 7))) for name, hurt in (("a", 4012), ("b", 4051)))
    assert check_archive(store, rulebook)
    assert check_archive(store, replace(rulebook, tolerance=0.02)) == []


@pytest.mark.parametrize("seed", range(3))
def test_the_order_in_which_articles_come_changes_nothing(
    newsroom: list[Document], rulebook: Rulebook, tmp_path: Path, seed: int
) -> None:
    shuffled = list(newsroom)
    Random(seed).shuffle(shuffled)
    with opened(tmp_path / "at-once.fc", make=True) as at_once, opened(tmp_path / "one-by-one.fc", make=True) as steps:
        at_once.add(map(read, newsroom))
        for document in shuffled:
            steps.add([read(document)])
        assert whole(check_archive(steps, rulebook)) == whole(check_archive(at_once, rulebook))


def test_an_article_taken_out_again_leaves_no_trace(
    store: Store, newsroom: list[Document], rulebook: Rulebook, tmp_path: Path
) -> None:
    kept, gone = newsroom[:20], newsroom[20:]
    store.add(map(read, newsroom))
    for document in gone:
        assert store.remove(document.name) == 1
    with opened(tmp_path / "never.fc", make=True) as never:
        never.add(map(read, kept))
        assert list(store.rows()) == list(never.rows())
        words = {word for row in never.rows() for word in (row.words or "").split()} | {""}
        assert store.word_counts(words) == never.word_counts(words)
        assert whole(check_archive(store, rulebook)) == whole(check_archive(never, rulebook))


def test_an_archive_without_articles_has_nothing_that_differs(store: Store, rulebook: Rulebook, tmp_path: Path) -> None:
    assert check_archive(store, rulebook) == []
    with over_store(store) as bulk:
        assert check_archive(bulk, rulebook) == []
    write_parquet(store.rows(), tmp_path / "none.parquet")
    assert check_with("auto", tmp_path / "none.parquet", rulebook).conflicts == ()


def test_a_draft_is_held_against_the_archive_and_nothing_is_kept_of_it(
    store: Store, newsroom: list[Document], rulebook: Rulebook
) -> None:
    draft, *others = newsroom
    store.add(map(read, others))
    before = list(store.rows())
    found = findings(check_draft(store, read(draft), rulebook))
    assert found
    assert all(any(name == draft.name for name, _, _ in places) for _, _, places in found)
    marked = {start for _, _, places in found for name, start, _ in places if name == draft.name}
    in_a_single_run = of_a_single_run(newsroom, rulebook)
    differing = {words for _, _, places in in_a_single_run for _, _, words in places}
    assert {draft.text[start : start + 2] for start in marked} <= {words[:2] for words in differing}
    assert list(store.rows()) == before


def test_a_draft_is_not_held_against_itself_nor_against_what_it_was_before(
    store: Store, rulebook: Rulebook, newsroom: list[Document]
) -> None:
    before = Document("draft.txt", "A fire at a mill in Eskford killed 12 people.", newsroom[0].published)
    store.add([read(before)])
    assert check_draft(store, read(before), rulebook) == []
    after = Document("draft.txt", "A fire at a mill in Eskford killed 19 people.", newsroom[0].published)
    assert check_draft(store, read(after), rulebook) == []
    other = Document("other.txt", after.text, after.published)
    assert findings(check_draft(store, read(other), rulebook))
    assert store.sources() == 1


def test_an_engine_says_what_it_cannot_read(store: Store, rulebook: Rulebook, tmp_path: Path) -> None:
    write_parquet(store.rows(), tmp_path / "claims.parquet")
    with pytest.raises(ArchiveError, match="Leave --engine out"):
        check_with("sqlite", tmp_path / "claims.parquet", rulebook)
    with pytest.raises(ArchiveError, match="archive export"):
        check_with("spark", store.path, rulebook)
    with pytest.raises(ArchiveError, match="Spark reads articles from Parquet"):
        extract_with_spark(tmp_path / "claims", [str(tmp_path / "none.parquet")])
    with pytest.raises(ArchiveError, match="Spark writes claims to a folder"):
        extract_with_spark(store.path, [str(tmp_path / "claims.parquet")])
    (tmp_path / "empty").mkdir()
    with pytest.raises(ArchiveError, match="no Parquet files"):
        check_with("auto", tmp_path / "empty", rulebook)
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 but no more")
    with pytest.raises(ArchiveError, match="DuckDB could not answer"):
        check_with("duckdb", tmp_path / "broken.parquet", rulebook)


def test_how_many_sources_take_a_side_is_told_of_all_and_not_of_those_that_are_compared(
    store: Store, rulebook: Rulebook, tmp_path: Path
) -> None:
    told = "A fire in Halden killed {} people on 6 May 2024, police in Halden said."
    many = [
        Document(f"{at}.txt", told.format(12) + " It rained." * at, date(2024, 5, 7 + at % 9))
        for at in range(WHOLE + 1)
    ]
    other = Document("other.txt", told.format(30) + " It killed 30.", date(2024, 5, 6))
    store.add(map(read, [*many, other]))
    expected = {(len(many), date(2024, 5, 7), date(2024, 5, 15)), (1, date(2024, 5, 6), date(2024, 5, 6))}
    write_parquet(store.rows(), tmp_path / "claims.parquet")
    with over_parquet([tmp_path / "claims.parquet"]) as bulk:
        for engine in (store, bulk):
            (conflict,) = check_archive(engine, rulebook)
            assert {takers(side) for side in conflict.sides} == expected
            assert max(len(side.told) for side in conflict.sides) < WHOLE
    draft = read(Document("draft.txt", told.format(30) + " It snowed.", date(2024, 5, 8)))
    (conflict,) = check_draft(store, draft, rulebook)
    assert (len(many), date(2024, 5, 7), date(2024, 5, 15)) in {takers(side) for side in conflict.sides}


def takers(side: Side) -> tuple[int, date, date]:
    """How many sources take a side, and from when until when."""
    return side.sources, date.fromordinal(side.first_day or 1), date.fromordinal(side.last_day or 1)


def test_a_draft_that_no_value_stands_against_brings_no_claims(
    store: Store, rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "A fire in Halden killed {} people on 6 May 2024, police in Halden said."
    store.add([read(Document("post.txt", told.format(12))), read(Document("herald.txt", told.format("twelve")))])
    brought: list[object] = []
    compared = store.compared

    def watched(plan: Iterable[Kept]) -> Iterator[ComparedRow]:
        brought.append(plan)
        return compared(plan)

    monkeypatch.setattr(store, "compared", watched)
    assert check_draft(store, read(Document("echo.txt", told.format(12) + " It rained.")), rulebook) == []
    assert not brought
    assert check_draft(store, read(Document("echo.txt", told.format(14))), rulebook)
    assert brought
