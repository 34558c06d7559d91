"""Stretches of the calendar: the day, week, month … that holds a day, and the ones before and after it."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.extract.said import Grain
from factcheck.nouns import NamedTuple

DAY = timedelta(days=1)
#: How many months there are in each grain that is counted in months.
MONTHS_IN = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.HALF: 6}


class Stretch(NamedTuple):
    """Days of the calendar and how TIMEX3 writes them; without days where the words leave them open."""

    timex: str
    grain: Grain
    start: date | None = None
    end: date | None = None


#: No day at all.
NEVER = Stretch("", Grain.DAY)


def stretch(grain: Grain, day: date) -> Stretch:  # noqa: PLR0911 - one line for each grain
    """The day, week, month, quarter, half, year, decade or century that holds a day."""
    year, month = day.year, day.month
    match grain:
        case Grain.DAY:
            return Stretch(day.isoformat(), grain, day, day + DAY)
        case Grain.WEEK:
            iso = day.isocalendar()
            monday = day - timedelta(days=day.weekday())
            return Stretch(f"{iso.year}-W{iso.week:02}", grain, monday, monday + 7 * DAY)
        case Grain.WEEKEND:
            iso = day.isocalendar()
            saturday = day + timedelta(days=5 - day.weekday())
            return Stretch(f"{iso.year}-W{iso.week:02}-WE", grain, saturday, saturday + 2 * DAY)
        case Grain.MONTH:
            return Stretch(f"{year:04}-{month:02}", grain, date(year, month, 1), month_end(year, month))
        case Grain.QUARTER:
            number = (month + 2) // 3
            return Stretch(f"{year:04}-Q{number}", grain, date(year, 3 * number - 2, 1), month_end(year, 3 * number))
        case Grain.HALF:
            number = (month + 5) // 6
            return Stretch(f"{year:04}-H{number}", grain, date(year, 6 * number - 5, 1), month_end(year, 6 * number))
        case Grain.DECADE:
            return years(grain, year // 10 * 10, 10)
        case Grain.CENTURY:
            return years(grain, (year - 1) // 100 * 100 + 1, 100)
        case _:
            return Stretch(f"{year:04}", Grain.YEAR, date(year, 1, 1), date(year + 1, 1, 1))


def shifted(known: Stretch, steps: int) -> Stretch:  # noqa: PLR0911 - one line for each grain
    """The stretch of the same grain so many steps on; without days where the calendar ends."""
    if known.start is None or not steps:
        return known
    day, grain = known.start, known.grain
    try:
        match grain:
            case Grain.DAY:
                return stretch(grain, day + steps * DAY)
            case Grain.WEEK | Grain.WEEKEND:
                return stretch(grain, day + 7 * steps * DAY)
            case Grain.MONTH | Grain.QUARTER | Grain.HALF:
                months = day.year * 12 + day.month - 1 + steps * MONTHS_IN[grain]
                return stretch(grain, date(months // 12, months % 12 + 1, 1))
            case Grain.CENTURY:
                return stretch(grain, date(day.year + 1 + steps * 100, 1, 1))
            case _:
                return stretch(grain, date(day.year + steps * _YEARS.get(grain, 1), 1, 1))
    except (ValueError, OverflowError):
        return Stretch("PAST_REF" if steps < 0 else "FUTURE_REF", grain)


_YEARS = {Grain.DECADE: 10}


def years(grain: Grain, first: int, count: int) -> Stretch:
    """A decade or a century; a century loosely begins with the round year and ends after the next one."""
    if grain is Grain.CENTURY:
        return Stretch(f"{(first - 1) // 100:02}", grain, date(max(1, first - 1), 1, 1), date(first + count, 1, 1))
    return Stretch(f"{first // 10:03}", grain, date(max(1, first), 1, 1), date(first + count, 1, 1))


def month_end(year: int, month: int) -> date:
    """The day after the last of a month."""
    return date(year + month // 12, month % 12 + 1, 1)
