"""Texts that nobody would write: they break nothing, and take no longer for each letter the longer they are."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from benchmarks.texts import HOSTILE
from factcheck import Document, check, extract
from tests.growth import MOST as UNLIKE_A_SQUARE
from tests.growth import growth

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

#: Lengths between which the work is compared, in letters.
SHORT, LONG = 2_000, 8_000
#: Four times the text may take so many times the steps; five is a power of 1.16, sixteen would be a square.
MOST = 5
#: What random texts have broken.
FOUND = [".1/9", "It is .1/9 of it.", f"{'7' * 39} hundred t", "late ²", "on Easter ²"]


def steps(work: Callable[[], object]) -> int:
    """How many calls of Python functions it takes: the same on every machine, however busy it is."""
    count = 0

    def called(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


def read(text: str) -> None:
    extract(Document("a.txt", text, date(2022, 10, 21)))


def checked(text: str) -> None:
    check([Document("a.txt", text, date(2022, 10, 21))])


@pytest.mark.parametrize("work", [read, checked])
@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_takes_about_four_times_the_steps(name: str, work: Callable[[str], None]) -> None:
    written = HOSTILE[name]
    work(written(SHORT // 2))  # patterns are compiled; both texts are new, for a layout is remembered
    short, long = steps(lambda: work(written(SHORT))), steps(lambda: work(written(LONG)))
    assert long <= MOST * max(short, 500)


@pytest.mark.parametrize("name", HOSTILE)
def test_no_expression_is_looked_for_in_a_whole_text_once_for_each_amount(name: str) -> None:
    """A search is one step however far it looks, so that only the time tells."""

    def prepared(size: int) -> Callable[[], object]:
        checked(HOSTILE[name](size // 4))  # what is remembered of one text is of no use for the next
        return lambda: checked(HOSTILE[name](size))

    assert growth(prepared, 4 * SHORT) <= UNLIKE_A_SQUARE


@pytest.mark.parametrize("text", FOUND)
def test_what_random_texts_have_broken_stays_mended(text: str) -> None:
    read(text)
    checked(text)
    check([Document("a.txt", text)], against=[Document("b.txt", text[::-1])])


@pytest.mark.parametrize("name", HOSTILE)
def test_mentions_of_hostile_texts_stand_in_order_where_they_say(name: str) -> None:
    text = HOSTILE[name](2_000)
    ends = [0]
    for mention in extract(Document("a.txt", text)):
        assert ends[-1] <= mention.start < mention.end <= len(text)
        ends.append(mention.end)
