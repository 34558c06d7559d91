"""Readings become mentions: what is meant."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.extract.said import Away, Clock, DayPart, Fiscal, Fixed, Holiday, Mentioned, Nth, Part, Printed, Said, SameIn, Season
from factcheck.extract.said import Grain, Here
from factcheck.model import Mention, TimeExpression
from factcheck.resolve.calendar import Now, Stretch, resolved
from factcheck.resolve.tense import Tense, tense_around

if TYPE_CHECKING:
    from collections.abc import Iterable
    from factcheck.extract.scanning import Reading
    from factcheck.model import CalendarDate, Document


def resolve(readings: Iterable[Reading], document: Document) -> list[Mention]:
    """The mentions of a document, one for each reading, dated from the day of its publication."""
    mentions: list[Mention] = []
    memory = Memory()
    for start, end, kind, quantity, said in readings:
        time = None
        if said is not None:
            tense = tense_around(document.text, start, end) if document.published and _has_tense(said) else Tense.OPEN
            stretch, time = _dated(said, document.published, tense, memory.recall(said, start) if _looks_back(said) else None)
            memory.keep(said, stretch, end)
        mentions.append(Mention(document, start, end, kind, quantity, time))
    return mentions


class Memory:
    """The times last spoken of in a text, for words that count from them."""

    def __init__(self) -> None:
        self._latest: Stretch | None = None
        self._quarter: Stretch | None = None
        self._quarter_at = 0

    def recall(self, said: Said, at: int) -> Stretch | None:
        """What "a year earlier", "the quarter" or "that day" counts from at a place."""
        quarter = self._quarter if at - self._quarter_at < QUARTER_REACH else None
        match said:
            case Away() | SameIn() | Mentioned(grain=Grain.QUARTER):
                return quarter
            case Mentioned(grain=Grain.YEAR, steps=steps) if steps and quarter:
                return quarter
            case _:
                return self._latest

    def keep(self, said: Said, stretch: Stretch, at: int) -> None:
        """Take note of a time; "nine months" means that quarters are no longer spoken of."""
        if isinstance(said, Fixed):
            if said.timex in _NO_QUARTERS:
                self._quarter = None
            return
        if isinstance(said, Mentioned | SameIn | Away):
            self._quarter_at = at
            return
        self._latest = stretch
        if stretch.grain is Grain.QUARTER and stretch.start:
            self._quarter, self._quarter_at = stretch, at


#: For how many characters "a year ago" still counts from the quarter that a text spoke of.
QUARTER_REACH = 1200
#: Lengths of time that results are given for instead of a quarter.
_NO_QUARTERS = frozenset({"P6M", "P9M", "P1Y"})


@lru_cache(maxsize=8192)
def _dated(
    said: Said, published: date | None, tense: Tense, spoken: Stretch | None
) -> tuple[Stretch, TimeExpression]:
    found = resolved(said, Now(published, tense, spoken))
    anchored = found.start is not None and not _is_complete(said)
    printed = _printed(said)
    return found, TimeExpression(found.timex, found.start, found.end, printed, anchored, _readings(said))


def _readings(said: Said) -> tuple[date, ...]:
    """Both days that figures may mean, where they may mean two."""
    if not isinstance(said, Printed) or said.otherwise is None:
        return ()
    return tuple(date(day.year or 1, day.month or 1, day.day or 1) for day in (said.date, said.otherwise))


def _printed(said: Said) -> CalendarDate | None:
    """The parts of a date that were printed, wherever they stand in what was said."""
    match said:
        case Printed():
            return said.date
        case Part(whole=inner) | Fiscal(whole=inner) | DayPart(day=inner):
            return _printed(inner)
        case Clock(day=inner) if inner is not None:
            return _printed(inner)
        case _:
            return None


def _is_complete(said: Said) -> bool:
    """Whether the words alone tell the days."""
    printed = _printed(said)
    return printed is not None and printed.year is not None


@lru_cache(maxsize=4096)
def _has_tense(said: Said) -> bool:
    """Whether the tense of the sentence may decide which days are meant."""
    match said:
        case Printed(date=printed):
            return printed.year is None
        case Nth(whole=None) | Season(year=None) | Holiday(year=None) | Here(grain=Grain.WEEKEND):
            return True
        case Part(whole=inner) | Fiscal(whole=inner) | DayPart(day=inner):
            return _has_tense(inner)
        case Clock(day=inner) if inner is not None:
            return _has_tense(inner)
        case _:
            return False


@lru_cache(maxsize=4096)
def _looks_back(said: Said) -> bool:
    """Whether the words count from a time that the text spoke of before."""
    match said:
        case Mentioned() | SameIn() | Away(grain=Grain.YEAR, base=None):
            return True
        case Nth(whole=inner) | Season(year=inner) | Clock(day=inner) if inner is not None:
            return _looks_back(inner)
        case Part(whole=inner) | Fiscal(whole=inner) | DayPart(day=inner):
            return _looks_back(inner)
        case _:
            return False
