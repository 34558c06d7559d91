"""The day on which a feast falls in a year."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.extract.lexicon.calendar_words import EASTER_HOLIDAYS, FIXED_HOLIDAYS, WEEKDAY_HOLIDAYS
from factcheck.resolve.stretches import month_end


def holiday(name: str, year: int) -> date:
    """The day of a feast that the calendar words list, by the western calendar."""
    if name in FIXED_HOLIDAYS:
        month, day = FIXED_HOLIDAYS[name]
        return date(year, month, day)
    if name in WEEKDAY_HOLIDAYS:
        month, weekday, which = WEEKDAY_HOLIDAYS[name]
        return nth_weekday(year, month, weekday, which) or date(year, month, 1)
    return easter(year) + timedelta(days=EASTER_HOLIDAYS[name])


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date | None:
    """The first, second … Monday of a month, or with -1 the last; None where a month has no fifth."""
    first = date(year, month, 1)
    days = range(1 + (weekday - first.weekday()) % 7, (month_end(year, month) - first).days + 1, 7)
    at = which - 1 if which > 0 else which
    return date(year, month, days[at]) if at < len(days) else None


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    lag = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (century % 4) + 2 * (rest // 4) - lag - rest % 4) % 7
    late = (year % 19 + 11 * lag + 22 * shift) // 451
    month, day = divmod(lag + shift - 7 * late + 114, 31)
    return date(year, month, day + 1)
