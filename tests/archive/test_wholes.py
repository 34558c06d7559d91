"""Rules about whole articles are asked of few at a time, and find in an archive what they find in a single run."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

import pytest

from factcheck.archive.bulk import over_parquet, over_store
from factcheck.archive.checking import check_archive, check_draft
from factcheck.archive.engines import check_with, texts_of
from factcheck.archive.events import MOST, groups, nearest
from factcheck.archive.problems import ArchiveError
from factcheck.archive.rows import read
from factcheck.archive.store import opened
from factcheck.archive.tables import texts_beside, turns_in, write_parquet, write_texts
from factcheck.archive.texts import NO_DAY, TextRow, Turn, article_in, text_row, turns
from factcheck.archive.wholes import of_wholes
from factcheck.model import Block, Document, Landmark, Origin, Role
from factcheck.pipeline import compare
from tests.archive.shown import Shown, finding, findings, whole

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.archive.store import Store
    from factcheck.judge.rules import Rulebook


def of_compare(documents: list[Document], rulebook: Rulebook) -> set[Shown]:
    """All that the articles differ in when they are compared, whatever rule finds it."""
    ordered = sorted(documents, key=lambda document: document.name)
    return {finding(found) for found in compare(ordered, rulebook=rulebook, facts=()).findings}


@pytest.fixture(params=["dated", "undated"])
def news(request: pytest.FixtureRequest, newsroom: list[Document], museum: list[Document]) -> list[Document]:
    """Articles about three events, of which two differ in a figure and one in like words."""
    found = [*newsroom[:10], *museum]
    return found if request.param == "dated" else [Document(one.name, one.text) for one in found]


def test_all_engines_find_what_compare_finds_with_all_rules(
    store: Store, news: list[Document], rulebook: Rulebook, tmp_path: Path
) -> None:
    documents = list(news)
    expected = of_compare(documents, rulebook)
    assert {"told-in-like-words", "sources-differ"} <= {rule for rule, _, _ in expected}
    Random(5).shuffle(documents)
    for document in documents:
        store.add([read(document)])
    assert findings(check_archive(store, rulebook)) == expected
    shown = whole(check_archive(store, rulebook))
    with over_store(store) as bulk:
        assert whole(check_archive(bulk, rulebook)) == shown
    claims = tmp_path / "claims.parquet"
    write_parquet(store.rows(), claims)
    written, texts = write_texts(store.text_rows(), claims)
    assert (written, texts) == (len(documents), texts_beside(claims))
    with over_parquet([claims], [texts]) as bulk:
        assert whole(check_archive(bulk, rulebook)) == shown
    assert whole(check_with("auto", claims, rulebook).conflicts) == shown
    assert whole(check_with("sqlite", store.path, rulebook, jobs=2).conflicts) == shown


def test_without_texts_only_the_rules_about_claims_are_asked(
    store: Store, museum: list[Document], rulebook: Rulebook, tmp_path: Path
) -> None:
    store.add(read(document, with_text=False) for document in museum)
    assert store.info().texts == 0
    assert check_archive(store, rulebook) == []
    assert check_draft(store, read(museum[0], with_text=False), rulebook) == []
    assert write_texts(store.text_rows(), tmp_path / "claims.parquet")[0] == 0
    assert texts_of(tmp_path / "claims.parquet") == []
    with opened(tmp_path / "other.fc", make=True) as other:
        other.add(map(read, museum))
        assert other.info().texts == len(museum)
        assert check_archive(other, rulebook)
        assert check_archive(other, rulebook, claims_only=True) == []
        assert check_archive(other, rulebook.select(("sources-differ",))) == []


def test_a_draft_is_held_against_whole_articles_but_not_against_itself(
    store: Store, museum: list[Document], rulebook: Rulebook
) -> None:
    draft, *others = museum
    store.add(map(read, museum))
    for day in (draft.published, None):
        asked = Document("draft.txt", draft.text + " It rained.", day)
        (conflict,) = check_draft(store, read(asked), rulebook)
        assert [found.rule for found in conflict.findings] == ["told-in-like-words"]
        assert {article.document.name for article in conflict.articles} >= {"draft.txt", others[0].name}
    store.remove(others[0].name)
    assert check_draft(store, read(draft), rulebook) == []
    assert check_draft(store, read(Document(draft.name, draft.text + " It snowed.", draft.published)), rulebook) == []


def test_what_is_taken_out_leaves_no_text(store: Store, museum: list[Document]) -> None:
    store.add(map(read, museum))
    for document in museum:
        store.remove(document.name)
    assert list(store.text_rows()) == []
    assert list(store.turning()) == []


def test_a_text_is_kept_with_the_way_back_to_its_file() -> None:
    document = Document(
        "page.html",
        "Halden rebuilds “the” mill. The mill in Halden burned \ud83d.",
        date(2024, 5, 7),
        blocks=(Block(0, 6, Role.HEADLINE),),
        origin=Origin("<h1>Halden</h1> \ud83d", ((0, 4), (6, 15))),
        remarks=("read as windows-1252",),
        landmarks=(Landmark(0, "page 1", 1),),
        day_first=True,
    )
    row = text_row(document, 7)
    kept = article_in(row)
    assert (kept, kept.blocks, kept.origin, kept.landmarks) == (
        document,
        document.blocks,
        document.origin,
        document.landmarks,
    )
    assert [turn[1:] for turn in turns(row)] == [(date(2024, 5, 7).toordinal(), 7)]
    with pytest.raises(ArchiveError, match=r"page\.html: the text that is kept of it is damaged"):
        article_in(row._replace(text=b"no more"))


def turning(*told: tuple[str, int, int]) -> list[Turn]:
    """The names, in their order."""
    return sorted(Turn(ord(name), day, source) for name, day, source in told)


def together(*told: tuple[str, int, int]) -> list[list[int]]:
    """Which articles are in one group."""
    found: dict[int, list[int]] = {}
    for at, source in groups(turning(*told)):
        found.setdefault(at, []).append(source)
    return list(found.values())


def test_articles_that_share_a_rare_name_within_days_are_compared() -> None:
    assert together(("a", 100, 1), ("a", 105, 2), ("a", 200, 3), ("a", NO_DAY, 4), ("b", 100, 3)) == [[1, 2]]


def test_of_a_name_that_many_turn_on_two_are_needed_or_none_besides() -> None:
    many = [("a", 100, source) for source in range(10)]
    others = [(chr(ord("b") + source), 100, source) for source in range(10)]
    assert together(*many, *others) == []
    assert together(*many, *others, *(("z", 100, source) for source in (2, 3, 4, 5, 7))) == [[2, 3, 4, 5, 7]]
    assert together(*many) == [list(range(10))]


def test_one_name_of_several_ties_articles_of_the_same_days_that_turn_on_few() -> None:
    def with_others(many: int, later: int) -> list[list[int]]:
        others = [(f"{chr(ord('b') + at)}", 100, 1) for at in range(many)]
        return together(("a", 100, 1), ("a", 100 + later, 2), ("y", 100 + later, 2), ("z", 100 + later, 2), *others)

    assert with_others(many=5, later=2) == [[1, 2]]
    assert with_others(many=5, later=3) == []
    of_many = [("a", 100, source) for source in (1, 2)] + [(chr(ord("b") + at), 100, 1 + at % 2) for at in range(8)]
    assert together(*of_many) == []


def test_articles_that_share_most_names_come_together_first() -> None:
    story = [(name, 100, source) for name in "abc" for source in range(MOST)]
    # Each of these has a rare name in common with one of the story, and would take its place in the group.
    beside = [(chr(ord("d") + source), 100, number) for source in range(20) for number in (source, 100 + source)]
    assert together(*story, *beside) == [list(range(MOST))]


def test_no_article_is_compared_with_too_many() -> None:
    found = together(*(("a", 100 + source // 9, source) for source in range(100)))
    assert sorted(source for group in found for source in group) == list(range(100))
    assert max(map(len, found)) == MOST


def test_a_draft_is_compared_with_those_that_share_the_rarest_names_and_the_nearest() -> None:
    hot = [("a", 100 + source % 7, source) for source in range(20)]
    assert nearest(turning(*hot, ("b", 104, 30), ("b", 103, 31)), 104) == [30, 31]
    newest = [("b", 50, 31), ("b", 104, 30)]
    assert nearest(turning(*hot, *newest), None) == [30]
    assert nearest([], None) == []


def test_names_are_read_out_of_tables(museum: list[Document]) -> None:
    from factcheck.archive.tables import batches  # noqa: PLC0415 - an extra

    rows = [text_row(document, at) for at, document in enumerate(museum)]
    nothing = TextRow(9, "none.txt", None, "", b"")
    assert list(turns_in(batches([*rows, nothing], TextRow))) == sorted(turn for row in rows for turn in turns(row))
    assert list(turns_in(batches([nothing], TextRow))) == []


def test_what_is_asked_of_whole_articles_hangs_on_the_rules(rulebook: Rulebook) -> None:
    assert of_wholes(rulebook.select(("sources-differ",))) is None
    assert of_wholes(rulebook.select(("told-otherwise",))) is not None


def test_articles_about_one_name_alone_come_days_apart(museum: list[Document]) -> None:
    week = [Document(str(at), one.text, date(2024, 5, 1) + timedelta(days=30 * at)) for at, one in enumerate(museum)]
    told = sorted(turn for at, one in enumerate(week) for turn in turns(text_row(one, at)))
    assert groups(told) == []
