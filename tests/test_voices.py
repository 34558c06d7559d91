"""Quotations that differ from what is told of them, and those that speak of something else."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.flagging import agreements, as_flagged, reported

PARAPHRASED = {
    "the dead are those that were lost": "He said <<four>> died. “We lost <<seven>>,” he said.",
    "one noun counts one thing": (
        "He said the village school has <<40 desks>>. “Our village school has <<70 desks>>,” he said."
    ),
    "one noun in two matters counts two": "He said they bought 40 desks. “Burglars broke 70 desks,” he said.",
    "two nouns count two things": (
        "He said the village school has 40 desks. “Our village school has 70 lamps,” he said."
    ),
    "money is of one matter if the words are": (
        "He said the village school cost <<£4m>>. “The village school cost <<£7m>>,” he said."
    ),
    "money of another matter is other money": "He said the school cost £4m. “Our bridge cost £7m,” he said.",
    "shares are not sums": ("He said the village school took 40% of it. “The village school took £7m of it,” he said."),
    "two currencies are two sums": ("He said the village school cost £4m. “The village school cost $7m,” he said."),
    "who says nothing is not quoted": "Four died. “We lost seven,” he said.",
    "the quotation must be next": "He said four died. It rained. “We lost seven,” he said.",
    "it may begin the next paragraph": "He said <<four>> died.\n\n“We lost <<seven>>,” he said.",
    "it must open its sentence": "He said four died. He wept: “We lost seven.”",
    "a quotation is no paraphrase": "“Four died,” he said. “We lost seven,” said Ann Ray.",
    "one of two numbers told may be of another": "He said four died and six fled. “We lost seven,” he said.",
    "one of two numbers quoted may be of another": "He said four died. “We lost seven, and six fled,” he said.",
    "more are added": "He said four died. “We lost seven more,” he said.",
    "who tells of the first tells of the others": "He said the first four died. “We lost seven,” he said.",
    "who fled was not lost": "He said four fled. “We lost seven,” he said.",
    "the living are not the lost": "He said four died. “We saw seven,” he said.",
    "a day is no number of people": "He said four died. “We lost them on 7 May,” he said.",
}


@pytest.mark.parametrize("text", PARAPHRASED.values(), ids=PARAPHRASED)
def test_a_paraphrase_has_the_number_that_was_said(text: str) -> None:
    assert as_flagged(text, "paraphrase-differs") == text


@settings(max_examples=30)
@given(st.integers(20, 400), st.integers(20, 400))
def test_told_and_quoted_may_change_places(one: int, other: int) -> None:
    there, back = (
        bool(reported(f"He said {told} died. “We lost {quoted},” he said.", "paraphrase-differs").findings)
        for told, quoted in ((one, other), (other, one))
    )
    assert there is back
    assert there or max(one, other) <= 1.25 * min(one, other)
    assert not (there and one == other)


def test_a_paraphrase_that_fits_is_told_to_agree() -> None:
    assert agreements("He said four died. “We lost four,” he said.", "paraphrase-differs") == 1


QUOTED = {
    "the same words have the same number": (
        "“We sold <<40 loaves>> here,” he said.\n\nIt rained.\n\n“We sold <<70 loaves>> here,” read the sign."
    ),
    "capitals and marks are not words": (
        "“We sold <<40 loaves>> here,” he said.\n\nIt rained.\n\n“we sold, <<70 loaves>>, here”, read the sign."
    ),
    "other words are another quotation": (
        "“We sold 40 loaves here,” he said.\n\nIt rained.\n\n“They sold 70 loaves here,” read the sign."
    ),
    "other things are other numbers": (
        "“We sold 40 loaves here,” he said.\n\nIt rained.\n\n“We sold 70 apples here,” read the sign."
    ),
    "two words may be said twice by chance": (
        "“Sold 40 loaves,” he said.\n\nIt rained.\n\n“Sold 70 loaves,” read the sign."
    ),
    "who goes on in the same words means both": ("“We sold 40 loaves here,” he said. “We sold 70 loaves here.”"),
    "another paragraph makes them two": (
        "“We sold <<40 loaves>> here,” he said.\n\n“We sold <<70 loaves>> here,” read the sign."
    ),
    "a sentence between them makes them two": (
        "“We sold <<40 loaves>> here,” he said. It rained. “We sold <<70 loaves>> here.”"
    ),
    "what is told in no marks is no quotation": (
        "“We sold 40 loaves here,” he said.\n\nIt rained.\n\nWe sold 70 loaves here, read the sign."
    ),
    "each number has its place": (
        "“We sold 40 loaves and <<9 cakes>> here,” he said.\n\nIt rained.\n\n"
        "“We sold 40 loaves and <<6 cakes>> here,” read the sign."
    ),
    "a rounded number is the same": (
        "“We sold about 40 loaves here,” he said.\n\nIt rained.\n\n“We sold 41 loaves here,” read the sign."
    ),
}


@pytest.mark.parametrize("text", QUOTED.values(), ids=QUOTED)
def test_one_quotation_has_one_number(text: str) -> None:
    assert as_flagged(text, "quoted-two-ways") == text


@settings(max_examples=30)
@given(st.integers(2, 400), st.integers(2, 400))
def test_the_order_of_two_quotations_does_not_matter(one: int, other: int) -> None:
    there, back = (
        bool(
            reported(
                f"“We sold {first} loaves here,” he said.\n\nIt rained.\n\n“We sold {second} loaves here.”",
                "quoted-two-ways",
            ).findings
        )
        for first, second in ((one, other), (other, one))
    )
    assert there is back
    assert not (there and one == other)


def test_a_quotation_too_long_to_be_one_is_let_be() -> None:
    for times, flagged in ((5, True), (60, False)):
        said = "We sold {} loaves" + " and then went home" * times
        text = f"“{said.format(40)},” he said.\n\nIt rained.\n\n“{said.format(70)},” read the sign."
        assert bool(reported(text, "quoted-two-ways").findings) is flagged
