"""The days that a time may mean, also where nobody knows the year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.regexes import regex
from factcheck.resolve.stretches import month_end

if TYPE_CHECKING:
    from factcheck.model import Mention

#: Days without a year are held against each other in this one, which has every day.
ANY_YEAR = 2000
_FIGURES = regex(r"\d+")
_PART_OF_YEAR = regex(r"XXXX-([QH])([1-4])")
_SEASON = regex(r"(\d{4})-(?:SP|SU|FA|AU|WI)")
#: So many months a quarter has, and a half.
_MONTHS = {"Q": 3, "H": 6}

#: A first day, and the day after the last.
Days = tuple[date, date]


def days(mention: Mention) -> Days | None:
    """The days that a date is known to mean."""
    time = mention.time
    return (time.start, time.end) if time and time.start and time.end else None


def year_of_season(mention: Mention) -> int | None:
    """The year of "the autumn of 1949"; None for other times."""
    found = _SEASON.fullmatch(mention.time.timex) if mention.time else None
    return int(found[1]) if found else None


def days_of_any_year(mention: Mention) -> Days | None:
    """The days of a date that leaves the year open, in a year with every day; None for other times."""
    time = mention.time
    if time is None:
        return None
    if part := _PART_OF_YEAR.fullmatch(time.timex):
        count = _MONTHS[part[1]]
        return _months(count * (int(part[2]) - 1) + 1, count)
    printed = time.printed
    if printed is None or printed.year is not None or printed.month is None:
        return None
    if printed.day is None:
        return _months(printed.month, 1) if time.timex == f"XXXX-{printed.month:02}" else None
    try:
        first = date(ANY_YEAR, printed.month, printed.day)
        last = first.replace(day=last_day(mention) or printed.day)
    except ValueError:
        return None
    return first, last + timedelta(days=1)


def last_day(mention: Mention) -> int | None:
    """The day of the month on which a run of days of one month ends ("June 10-14"); None for a single day."""
    time = mention.time
    if time is None or time.printed is None or time.printed.day is None:
        return None
    figures = [int(found) for found in _FIGURES.findall(mention.text) if len(found) <= 2]
    return figures[-1] if len(figures) == 2 and figures[0] == time.printed.day < figures[-1] else None


def _months(first: int, count: int) -> Days:
    last = first + count - 1
    return date(ANY_YEAR, first, 1), month_end(ANY_YEAR, last)


def whole_years(since: date, until: date) -> int:
    """How many birthdays lie between two days."""
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))
