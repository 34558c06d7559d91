"""Laws of drafts: what is cut out of its sources differs nowhere from them, in whatever order they come."""

from __future__ import annotations

import hypothesis.strategies as st
from hypothesis import given, settings

from factcheck.model import Document
from factcheck.pipeline import check
from tests.drafting import found, told

PLACES = ["Marlow", "Kestrel", "Halden", "Ostrava", "Brackwater"]
SENTENCES = [
    "The ferry to {place} carried {number} people on {day}.",
    "{place} counted {number} swans, {other} more than in {year}.",
    "The bridge at {place} opened on {day} {year} and cost ${number} million.",
    "She led the choir of {place} from {year} until {other} women left it.",
    "Rents in {place} rose {other}% to ${number} a month.",
    "It was built in {year} for {number} guests.",
    "He was fined ${number} on {day} and jailed for {other} weeks.",
    "A {other}-year-old swimmer crossed the lake at {place} in {number} minutes.",
    "The storm left {number} homes in {place} without power, the mayor said on {day}.",
    "Sales fell to ${number} million from ${other} million in {place}.",
]
DAYS = ["Monday", "Friday", "4 June", "12 May", "Tuesday"]
sentences = st.builds(
    lambda form, place, number, other, year, day: form.format(
        place=place, number=f"{number:,}", other=other, year=year, day=day
    ),
    st.sampled_from(SENTENCES),
    st.sampled_from(PLACES),
    st.sampled_from([7, 12, 40, 43, 250, 1200, 1311, 7114, 32000]),
    st.integers(2, 60),
    st.integers(1880, 2020),
    st.sampled_from(DAYS),
)
articles = st.lists(sentences, min_size=1, max_size=12)
FEW = settings(max_examples=40, deadline=None)


@FEW
@given(articles)
def test_a_draft_that_is_its_source_differs_nowhere(lines: list[str]) -> None:
    text = " ".join(lines)

    assert told(found(text, text)) == []


@FEW
@given(articles, st.data())
def test_a_draft_cut_out_of_its_source_differs_nowhere(lines: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(lines) - 1))
    last = data.draw(st.integers(first + 1, len(lines)))

    assert told(found(" ".join(lines[first:last]), " ".join(lines))) == []


@FEW
@given(articles)
def test_a_whole_differs_nowhere_from_its_two_halves(lines: list[str]) -> None:
    half = len(lines) // 2

    assert told(found(" ".join(lines), " ".join(lines[:half]), " ".join(lines[half:]))) == []


@FEW
@given(articles, st.lists(articles, min_size=2, max_size=4))
def test_the_order_of_the_sources_changes_nothing(draft: list[str], sources: list[list[str]]) -> None:
    against = [Document(f"source {number}", " ".join(lines)) for number, lines in enumerate(sources)]
    one = Document("draft", " ".join(draft))

    forward, backward = (check([one], against=order, facts=()).findings for order in (against, against[::-1]))

    assert {finding.fingerprint for finding in forward} == {finding.fingerprint for finding in backward}
