"""Every line of the table of known events is met by its own words, with its own date and with another."""

from __future__ import annotations

import re

import pytest

from factcheck.judge.checks.history.famous import events_of
from factcheck.tables import rows
from tests.flagging import reported

RULE = "known-event"
#: The words of all keys of the table, which together ask for every event of it.
WORDS = frozenset(
    word
    for line in rows("factcheck.judge.checks.history", "events.txt")
    for word in re.split(r"[ +]", line.partition(" | ")[0])
)


def said_by(pattern: str) -> str:
    """The shortest words that a pattern of the table reads: without what is optional, and the first of each choice."""
    words = re.sub(r" ?\[[^\]]*\]|~ ", "", pattern)
    while "(" in words:
        words = re.sub(r"\(([^()|]*)(?:\|[^()]*)?\)", r"\1", words)
    return words.replace("?", "").strip()


def with_article(words: str) -> str:
    return words if words[0].isupper() or words.startswith("the ") else f"the {words}"


TOLD = sorted(
    {
        (f"The {said_by(event.name).removeprefix('the ')} happened in {{}}.", event.times[0].first[0].year)
        for event in events_of(WORDS)
        if event.name
    }
    | {
        (f"In {{}}, {with_article(said_by(event.happening))}.", event.times[0].first[0].year)
        for event in events_of(WORDS)
        if event.happening
    }
)


@pytest.mark.parametrize(("text", "year"), TOLD)
def test_an_event_is_known_by_its_words(text: str, year: int) -> None:
    right, wrong = reported(text.format(year), RULE), reported(text.format(year - 37), RULE)
    assert right.agreements
    assert not right.findings
    assert len(wrong.findings) == 1


def test_an_event_that_is_told_by_its_name_and_by_what_happened_is_one() -> None:
    (finding,) = reported("The Treaty of Versailles was signed in 1929.", RULE).findings
    assert [span.text for span in finding.spans] == ["1929", "Treaty of Versailles was signed"]


@pytest.mark.parametrize(
    "text",
    [
        "The film about the sinking of the Titanic came out in 1997.",
        "Ten years after the Berlin Wall fell, in 1999, he returned.",
        "If the Berlin Wall had fallen in 1979, she would have left.",
        "The 50th anniversary of the moon landing was in 2019.",
        "She left Iran after the revolution in 1991.",
    ],
)
def test_what_is_dated_otherwise_is_let_be(text: str) -> None:
    assert not reported(text, RULE).findings
