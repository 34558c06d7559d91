"""Readings become mentions: what is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.extract.said import (
    Away,
    Clock,
    DayIn,
    DayPart,
    Ended,
    Fiscal,
    Fixed,
    Grain,
    Here,
    Holiday,
    Mentioned,
    Nth,
    Onward,
    Part,
    Printed,
    Said,
    SameIn,
    Season,
)
from factcheck.model import CalendarDate, Mention, TimeExpression
from factcheck.regexes import regex
from factcheck.resolve.calendar import resolved
from factcheck.resolve.tense import Now, Tense, tense_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.extract.scanning import Reading
    from factcheck.model import Document
    from factcheck.resolve.stretches import Stretch

#: For how many characters "a year ago" still counts from the quarter that a text spoke of.
QUARTER_REACH = 1200
#: What is counted from a time that was spoken of. (A union would be made anew for each time that is asked about.)
_COUNTED = (Mentioned, SameIn, Away)
#: For how many characters a day without a year is one near to a day with another year.
DAY_REACH = 60
#: Lengths of time that results are given for instead of a quarter.
_NO_QUARTERS = frozenset({"P6M", "P9M", "P1Y"})


def resolve(readings: Sequence[Reading], document: Document) -> list[Mention]:
    """The mentions of a document, one for each reading, dated from the day of its publication."""
    mentions: list[Mention] = []
    memory = Memory()
    text, published, day_first = document.text, document.published, document.day_first
    for words, start, end, kind, quantity in readings:
        time = None
        if words is not None:
            if day_first is None and type(words) is Printed and words.otherwise is not None:
                day_first = _order_shown(text, readings)
            said = words if day_first is None else _in_order(words, day_first=day_first)
            # Most times are printed dates, and to look them up takes longer than to look at them.
            has_tense, looks_back = (said.date.year is None, False) if type(said) is Printed else _looks(said)
            tense = tense_around(text, start, end) if has_tense and published else Tense.OPEN
            looks_back = looks_back or (tense is Tense.BACK and type(said) is Printed)
            spoken = memory.recall(said, start, published) if looks_back else None
            stretch, time = _dated(said, published, tense, spoken)
            memory.keep(said, stretch, end, published)
        mentions.append(Mention(document, start, end, kind, quantity, time))
    return mentions


class Memory:
    """The times last spoken of in a text, for words that count from them."""

    def __init__(self) -> None:
        self._latest: Stretch | None = None
        self._quarter: Stretch | None = None
        self._quarter_at = 0
        self._day: Stretch | None = None
        self._day_at = 0

    def recall(self, said: Said, at: int, published: date | None) -> Stretch | None:
        """What "a year earlier", "the quarter", "that day" or, behind "Sept. 8, 2003", "Aug. 29" counts from at a place."""
        quarter = self._quarter if at - self._quarter_at < QUARTER_REACH else None
        match said:
            case Printed(date=CalendarDate(month=int(), day=int())):
                day = self._day if at - self._day_at < DAY_REACH else None
                return day if day and day.start and published and day.start.year < published.year else None
            case Printed():
                return None
            case Away() | SameIn() | Mentioned(grain=Grain.QUARTER):
                return quarter
            case Mentioned(grain=Grain.YEAR, steps=steps) if steps and quarter:
                return quarter
            case _:
                return self._latest

    def keep(self, said: Said, stretch: Stretch, at: int, published: date | None) -> None:
        """Take note of a time; "nine months" means that quarters are no longer spoken of.

        A quarter that has not yet begun is a forecast, and no results are told of it.
        """
        if isinstance(said, Printed) and said.date.year and stretch.grain is Grain.DAY and stretch.start:
            self._day, self._day_at = stretch, at
        if isinstance(said, Fixed):
            if said.timex in _NO_QUARTERS:
                self._quarter = None
        elif isinstance(said, _COUNTED) and stretch.grain is not Grain.DAY:
            self._quarter_at = at
        else:
            self._latest = stretch
            if stretch.grain is Grain.QUARTER and stretch.start and not (published and stretch.start > published):
                self._quarter, self._quarter_at = stretch, at


#: So many times are remembered: all days of eighty years.
REMEMBERED = 1 << 15


@lru_cache(maxsize=REMEMBERED)
def _dated(said: Said, published: date | None, tense: Tense, spoken: Stretch | None) -> tuple[Stretch, TimeExpression]:
    """The stretch of days that is meant, and what may be compared of it: no days that were only guessed."""
    found = resolved(said, Now(published, tense, spoken))
    start, end = (None, None) if spoken or _is_guess(said) else (found.start, found.end)
    printed = _printed(said)
    anchored = start is not None and (printed is None or printed.year is None) and not _is_dated(said)
    return found, TimeExpression(found.timex, start, end, printed, anchored, _readings(said))


# --- looking into what is said -------------------------------------------------------


def _inner(said: Said) -> Said | None:
    """The time that a phrase names a part of."""
    match said:
        case Part(whole=inner) | Fiscal(whole=inner) | Onward(whole=inner) | DayPart(day=inner) | Ended(day=inner):
            return inner
        case Nth(whole=whole) | DayIn(whole=whole) | Season(year=whole) | Clock(day=whole) | Away(base=whole):
            return whole
        case _:
            return None


def _printed(said: Said) -> CalendarDate | None:
    """The parts of a date that were printed, wherever they stand in what was said."""
    if isinstance(said, Printed):
        return said.date
    inner = _inner(said)
    return _printed(inner) if isinstance(said, Part | Fiscal | Onward | DayPart | Clock) and inner else None


def _in_order(said: Said, *, day_first: bool) -> Said:
    """What is said, a date in figures that may mean two days being read as it is known to be written."""
    if not isinstance(said, Printed) or said.otherwise is None:
        return said
    return replace(said, date=said.otherwise if day_first else said.date, otherwise=None)


#: The first two figures of a date in figures.
_FIGURES = regex(r"(\d{1,2})([-/])(\d{1,2})\2\d")


def _order_shown(text: str, readings: Sequence[Reading]) -> bool | None:
    """Whether the day stands first in the dates in figures of a text, where one of them can be read in one way and none in the other."""
    shown = set()
    for reading in readings:
        figures = _FIGURES.match(text, reading.start) if type(reading.said) is Printed else None
        if figures and (int(figures[1]) > MONTHS or int(figures[3]) > MONTHS):
            shown.add(int(figures[1]) > MONTHS)
    return shown.pop() if len(shown) == 1 else None


MONTHS = 12


def _readings(said: Said) -> tuple[date, ...]:
    """Both days that figures may mean, where they may mean two."""
    if not isinstance(said, Printed) or said.otherwise is None:
        return ()
    return tuple(date(day.year or 1, day.month or 1, day.day or 1) for day in (said.date, said.otherwise))


def _is_dated(said: Said) -> bool:
    """Whether the words alone tell the year."""
    if isinstance(said, Printed | Holiday):
        return (said.date.year if isinstance(said, Printed) else said.year) is not None
    inner = _inner(said)
    return _is_dated(inner) if inner else not isinstance(said, Here | Away | Mentioned | Nth | Season | Clock)


def _is_guess(said: Said) -> bool:
    """Whether the days hang on a time that the text spoke of before, or on a business year."""
    inner = _inner(said)
    return isinstance(said, Mentioned | SameIn | Ended | Fiscal) or (inner is not None and _is_guess(inner))


@lru_cache(maxsize=8192)
def _looks(said: Said) -> tuple[bool, bool]:
    """Whether the tense of the sentence, and whether a time spoken of before, may decide which days are meant."""
    return _has_tense(said), _looks_back(said)


def _has_tense(said: Said) -> bool:
    """Whether the tense of the sentence may decide which days are meant."""
    match said:
        case Printed(date=printed):
            return printed.year is None
        case Nth(whole=None) | Season(year=None) | Holiday(year=None) | Here(grain=Grain.WEEKEND):
            return True
        case _:
            inner = _inner(said)
            return inner is not None and _has_tense(inner)


def _looks_back(said: Said) -> bool:
    """Whether the words may count from a time that the text spoke of before."""
    if isinstance(said, Away):  # "a year ago", but not "three years ago"
        return said == Away(Grain.YEAR, -1)
    if isinstance(said, Mentioned | SameIn):
        return True
    inner = _inner(said)
    return inner is not None and _looks_back(inner)
