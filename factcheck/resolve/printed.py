"""Which days a date in the parts that were printed means: "2014", "Oct. 3", "Friday", "Friday the 13th"."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.extract.said import Grain, Lean, Printed
from factcheck.resolve.nearest import YEARS_ON, choose_day, choose_month
from factcheck.resolve.stretches import DAY, NEVER, Stretch, shifted, stretch
from factcheck.resolve.tense import Tense

if TYPE_CHECKING:
    from factcheck.model import CalendarDate
    from factcheck.resolve.tense import Now


def printed_stretch(said: Printed, now: Now) -> Stretch:
    """The days of a printed date; those of both readings where figures may mean two, and none where no day fits."""
    date_ = said.date
    if said.otherwise is not None:
        return _either(said, now)
    if date_.day is not None and date_.month is not None:
        found = _day_of_month(date_, said, now)
        return _run(found, said.last_day) if said.last_day else found
    if date_.month is not None:
        return _month(date_.year, date_.month, said, now)
    if date_.day is not None:
        return _day_alone(date_, now)
    if date_.weekday is not None:
        return _weekday(date_.weekday, said.lean, now)
    return stretch(Grain.YEAR, date(date_.year, 1, 1)) if date_.year else NEVER


def _either(said: Printed, now: Now) -> Stretch:
    """All days from the one reading of a date in figures to the other."""
    one = printed_stretch(Printed(said.date), now)
    other = printed_stretch(Printed(said.otherwise or said.date), now)
    days = [day for found in (one, other) for day in (found.start, found.end) if day]
    return one._replace(start=min(days), end=max(days)) if one.start and days else other


def _run(first: Stretch, last_day: int) -> Stretch:
    """From the first day to the last ("June 10-14")."""
    if first.start is None:
        return first
    try:
        last = first.start.replace(day=last_day)
    except ValueError:
        return Stretch("", Grain.DAY)
    if last < first.start:
        return Stretch("", Grain.DAY)
    return Stretch(f"{first.timex}/{last.isoformat()}", Grain.DAY, first.start, last + DAY)


def existing(year: int, month: int, day: int) -> date | None:
    """The day, or None where its month has none of that number."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


#: Within so many years either way there is a 29 February.
LEAP_REACH = 8


def _day_of_month(printed: CalendarDate, said: Printed, now: Now) -> Stretch:
    month, day = printed.month or 1, printed.day or 1
    if printed.year is not None:
        exact = existing(printed.year, month, day)
        return stretch(Grain.DAY, exact) if exact else NEVER
    if existing(2000, month, day) is None:
        return NEVER
    spoken = now.spoken if said.lean is Lean.OPEN else None
    near = spoken.start if spoken else now.published
    if near is None:
        return Stretch(f"XXXX-{month:02}-{day:02}", Grain.DAY)
    reach = LEAP_REACH if (month, day) == (2, 29) else 1
    around = range(near.year - reach, near.year + reach + 1)
    candidates = [exact for year in around if (exact := existing(year, month, day))]
    fitting = [exact for exact in candidates if exact.weekday() == printed.weekday and said.lean not in YEARS_ON]
    if spoken:
        return stretch(Grain.DAY, min(fitting or candidates, key=lambda exact: abs(exact - near)))
    chosen = choose_day(fitting or candidates, near, said.lean, now.tense)
    return stretch(Grain.DAY, chosen) if chosen else NEVER


def _month(year: int | None, month: int, said: Printed, now: Now) -> Stretch:
    if year is not None:
        return stretch(Grain.MONTH, date(year, month, 1))
    if now.published is None:
        return Stretch(f"XXXX-{month:02}", Grain.MONTH)
    this = now.published.replace(day=1)
    candidates = [date(year, month, 1) for year in range(this.year - 1, this.year + 2)]
    chosen = choose_month(candidates, this, said.lean, now.tense)
    return stretch(Grain.MONTH, chosen)


def _day_alone(printed: CalendarDate, now: Now) -> Stretch:
    """Such as "Friday the 13th": the nearest month in which the day falls on the weekday."""
    day = printed.day or 1
    if now.published is None:
        return Stretch(f"XXXX-XX-{day:02}", Grain.DAY)
    months = (shifted(stretch(Grain.MONTH, now.published), steps).start for steps in range(-12, 13))
    candidates = [exact for first in months if first and (exact := existing(first.year, first.month, day))]
    fitting = [exact for exact in candidates if printed.weekday in (None, exact.weekday())]
    chosen = choose_day(fitting or candidates, now.published, Lean.OPEN, now.tense)
    return stretch(Grain.DAY, chosen) if chosen else NEVER


def _weekday(weekday: int, lean: Lean, now: Now) -> Stretch:
    """The latest such day, the day of writing included, or by the tense the next; without a tense the nearer."""
    if now.published is None:
        return Stretch(f"XXXX-WXX-{weekday + 1}", Grain.DAY)
    back = (now.published.weekday() - weekday) % 7
    if lean is Lean.BACK:
        return stretch(Grain.DAY, now.published - timedelta(days=back or 7))
    if lean is Lean.HERE:
        monday = now.published - timedelta(days=now.published.weekday())
        return stretch(Grain.DAY, monday + timedelta(days=weekday))
    if lean is Lean.AHEAD or (now.tense is Tense.AHEAD and back) or (now.tense is Tense.OPEN and back >= FAR_BACK):
        return stretch(Grain.DAY, now.published + timedelta(days=7 - back))
    return stretch(Grain.DAY, now.published - timedelta(days=back))


#: Of a weekday so many days back, and of the one to come, a sentence without a verb means the one to come.
FAR_BACK = 5
