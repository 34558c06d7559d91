"""What holds for every rule, tried on the first of its examples that is one text with a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.model import Document
from factcheck.pipeline import check
from factcheck.rulebook import default_rulebook
from tests.flagging import these_rules

if TYPE_CHECKING:
    import random

    from factcheck.judge.rules import Passage, Rule

HARMLESS = "The sea was grey and nobody spoke. " * 8
#: Rules about what stands first in an article.
OF_THE_FIRST_LINE = (
    "headline-counts-differently",
    "headline-figure-not-in-text",
    "headline-gives-another-age",
    "headline-gives-another-score",
    "headline-rounds-the-other-way",
    "headline-swaps-digits",
    "heading-counts-other-bullets",
    "heading-counts-other-items",
    "standfirst-dates-differ",
)


def _first_slip(rule: Rule) -> Passage | None:
    """The text of a rule's first example that is flagged, is one text, and goes by no facts."""
    return next(
        (
            example.passages[0]
            for example in rule.examples
            if example.verdict == "flagged" and len(example.passages) == 1 and not example.facts
        ),
        None,
    )


SLIPS = {rule.name: passage for rule in default_rulebook().rules if (passage := _first_slip(rule))}


def _places(rule: str, text: str) -> list[tuple[int, int]]:
    """What a rule flags in a text, of the day on which its example was published."""
    document = Document("the article", text, SLIPS[rule].published)
    found = check([document], rulebook=these_rules(rule).requesting(rule), facts=()).findings
    return sorted((span.start, span.end) for finding in found for span in finding.spans)


def _closed(text: str) -> str:
    """The text with a stop at its end: without one its last line may be a headline."""
    return text if text.rstrip()[-1:] in '.!?”")|' else f"{text}."


@pytest.mark.parametrize("rule", SLIPS)
def test_a_harmless_text_behind_a_slip_changes_nothing(rule: str) -> None:
    text = _closed(SLIPS[rule].text)
    assert _places(rule, f"{text}\n\n{HARMLESS}") == _places(rule, text)


@pytest.mark.parametrize("rule", [rule for rule in SLIPS if rule not in OF_THE_FIRST_LINE])
def test_a_harmless_text_before_a_slip_changes_nothing(rule: str) -> None:
    text, before = SLIPS[rule].text, f"{HARMLESS}\n\n"
    moved = [(start + len(before), end + len(before)) for start, end in _places(rule, text)]
    assert _places(rule, before + text) == moved


@pytest.mark.parametrize("rule", SLIPS)
@settings(max_examples=8)
@given(st.randoms(use_true_random=False))
def test_shuffled_words_are_read_to_the_end(rule: str, chance: random.Random) -> None:
    words = SLIPS[rule].text.split()
    chance.shuffle(words)
    text = " ".join(words)
    assert all(0 <= start < end <= len(text) for start, end in _places(rule, text))
