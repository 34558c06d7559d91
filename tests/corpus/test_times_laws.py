"""What holds for every time, not only for those that we thought of."""

from __future__ import annotations

import sys
from calendar import day_name, month_name
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract import extract
from factcheck.extract.said import Grain
from factcheck.extract.times import STARTS
from factcheck.model import Document, Mention
from factcheck.resolve import resolve
from factcheck.resolve.holidays import easter, nth_weekday
from factcheck.resolve.stretches import shifted, stretch

DAYS = st.dates(date(1700, 1, 1), date(2100, 12, 31))
EDGES = st.sampled_from([date.min, date.max, date(1, 12, 31), date(9999, 1, 1)])
NEWS_DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
GRAINS = st.sampled_from([grain for grain in Grain if grain is not Grain.SEASON])
WORDS = st.sampled_from(
    [
        *STARTS,
        "the",
        "a",
        "of",
        "and",
        "24",
        "2022",
        "31",
        "five",
        "ago",
        "earlier",
        "10:30",
        "p.m.",
        "0000-01-01",
        ",",
        "-",
        ".",
        "\n",
    ]
)


def read(text: str, published: date | None = None) -> list[Mention]:
    document = Document("article", text, published)
    return resolve(extract(document), document)


@given(DAYS)
def test_a_date_is_read_back_however_it_is_written(day: date) -> None:
    name, weekday = month_name[day.month], day_name[day.weekday()]
    for written in (
        day.isoformat(),
        f"{day.day} {name} {day.year}",
        f"{name} {day.day}, {day.year}",
        f"{weekday}, {day.day} {name} {day.year}",
        f"{weekday}, {name} {day.day}, {day.year}",
    ):
        (mention,) = read(f"on {written}")
        assert mention.text == written
        assert mention.time is not None
        assert (mention.time.start, mention.time.end) == (day, day + timedelta(days=1))


@given(NEWS_DAYS, st.integers(0, 6))
def test_a_weekday_in_the_past_tense_is_one_of_the_last_seven_days(published: date, weekday: int) -> None:
    (mention,) = read(f"It opened on {day_name[weekday]}.", published)

    assert mention.time is not None
    assert mention.time.start is not None
    assert mention.time.start.weekday() == weekday
    assert timedelta(0) <= published - mention.time.start < timedelta(days=7)


@given(DAYS, GRAINS)
def test_a_stretch_holds_the_day_that_it_was_asked_for(day: date, grain: Grain) -> None:
    found = stretch(grain, day)

    assert found.start is not None
    assert found.end is not None
    if grain is not Grain.WEEKEND:
        assert found.start <= day < found.end


@given(DAYS, GRAINS, st.integers(-40, 40))
def test_stepping_there_and_back_changes_nothing(day: date, grain: Grain, steps: int) -> None:
    here = stretch(grain, day)
    there = shifted(here, steps)

    if there.start is not None:
        assert shifted(there, -steps) == here


@given(st.integers(1600, 3000))
def test_easter_is_a_sunday_in_spring(year: int) -> None:
    day = easter(year)

    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(st.integers(1900, 2100), st.integers(1, 12), st.integers(0, 6), st.sampled_from([1, 2, 3, 4, -1]))
def test_the_nth_weekday_of_a_month_lies_in_it(year: int, month: int, weekday: int, which: int) -> None:
    day = nth_weekday(year, month, weekday, which)

    assert day is not None
    assert (day.year, day.month, day.weekday()) == (year, month, weekday)


@given(st.lists(WORDS, max_size=12), st.none() | NEWS_DAYS | EDGES)
def test_any_words_of_time_are_read_without_fail_and_in_order(words: list[str], published: date | None) -> None:
    text = " ".join(words).title()
    end = 0
    for mention in read(text, published):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        if mention.time and mention.time.start and mention.time.end:
            assert mention.time.start < mention.time.end


def _calls(text: str) -> int:
    """How many calls, of Python or of C, reading takes: a clock that no other process can disturb."""
    count = 0

    def counting(*_: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(counting)
    try:
        read(text, date(2022, 10, 21))
    finally:
        sys.setprofile(None)
    return count


def test_many_articles_are_no_deep_thought() -> None:
    assert read("early " + "the " * 5000, date(2022, 10, 21)) == []


@pytest.mark.parametrize(
    "unit",
    [
        "may ",
        "last week ",
        "2022-02-24 ",
        "two years and ",
        "the the ",
        "a year ",
        "early ",
        "late the end of ",
        "Monday, ",
        "10:30 ",
        "Monday ",
        "for years and ",
        "first half of ",
        "last fiscal half of ",
        "last year's first half of ",
        "first two quarters of ",
        "the second Monday of ",
        "the last Monday in ",
        "the same quarter of ",
    ],
)
def test_work_grows_in_step_with_hostile_text(unit: str) -> None:
    assert _calls(unit * 800) < 2.6 * _calls(unit * 400)
