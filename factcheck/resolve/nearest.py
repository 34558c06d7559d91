"""Which of several years a day or a month without one belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.said import Lean
from factcheck.resolve.tense import Tense

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

#: A date so many days on the wrong side of the day of writing is still the one that is meant:
#: who means the one a year before or after says so ("last November").
NEAR = 122
#: How much nearer one that is still to come has to be where a verb speaks of the past.
NEAR_AFTER_PAST = 80


#: And where something has gone on since: an article may be older than it says.
NEAR_AFTER_SINCE = 7
_REACH = {Tense.BACK: NEAR_AFTER_PAST, Tense.SINCE: NEAR_AFTER_SINCE}


#: How many years on from that of writing a day is, by the words beside it.
YEARS_ON = {Lean.LAST_YEAR: -1, Lean.HERE: 0, Lean.NEXT_YEAR: 1}


def choose_day(candidates: Iterable[date], published: date, lean: Lean, tense: Tense) -> date | None:
    """The candidate that a word before it or the tense points to, or else the nearest."""
    days = sorted(candidates, key=lambda day: abs((day - published).days))
    if lean is Lean.BACK:
        return next((day for day in days if day < published), None)
    if lean is Lean.AHEAD:
        return next((day for day in days if day > published), None)
    if lean in YEARS_ON:
        return next((day for day in days if day.year == published.year + YEARS_ON[lean]), None)
    if not days or tense is Tense.OPEN or -NEAR <= (days[0] - published).days <= _reach(tense):
        return days[0] if days else None
    if tense < Tense.OPEN:
        return next((day for day in days if day <= published), days[0])
    return next((day for day in days if day >= published), days[0])


def choose_month(candidates: list[date], this: date, lean: Lean, tense: Tense) -> date:
    """The first day of the month, of last year, this year or next, that is meant in this month."""
    if lean is Lean.HERE or (lean is Lean.OPEN and this in candidates):
        return candidates[1]
    before = max(day for day in candidates if day < this)
    after = min(day for day in candidates if day > this)
    if lean is Lean.OPEN and tense is not Tense.AHEAD:
        return after if (after - this).days <= _reach(tense) else before
    return before if lean is Lean.BACK else after


def _reach(tense: Tense) -> int:
    """How many days ahead a date may lie and still be the one that is meant."""
    return _REACH.get(tense, NEAR)
