"""The instants that an article tells, by the calendar and by the clock, and how far two of them may lie apart."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.judge.moments import Days, days, days_of_any_year
from factcheck.judge.wording import amount_in_words
from factcheck.model import Bound, Kind, Mention
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

MINUTES = {"minute": 1.0, "hour": 60.0}
A_DAY = 24 * 60
WEEK = 7 * A_DAY
#: So many minutes each unit has.
UNITS = {
    **MINUTES,
    "day": A_DAY,
    "week": WEEK,
    "fortnight": 14 * A_DAY,
    "month": 30.44 * A_DAY,
    "year": 365.25 * A_DAY,
    "decade": 3652.5 * A_DAY,
}
#: What a length of time may be off besides what rounds to it: "two days later" may be counted with the first.
_SLACK = {
    "minute": 0.0,
    "hour": 0.0,
    "day": 0.0,
    "week": 0.0,
    "fortnight": 0.0,
    "month": 0.5,
    "year": 0.5,
    "decade": 0.2,
}
#: A date of more days is no instant.
#: Weeks are counted more closely than to the half.
_OF_A_UNIT = {"week": 0.35, "fortnight": 0.35}
#: "30 years" may be so much more or less, as a share.
_ROUNDED = 0.1
#: "Almost two weeks" may be shorter by so much.
_LOOSE = 0.75
#: Minutes that a clock may be off: looked at loosely, to the minute, and to the five.
_LOOSE_BY, _CLOSE_BY, _ROUND_BY = 20, 0.5, 3
_LONGEST = timedelta(days=400)
_CLOCK = regex(r"T(\d\d)(?::(\d\d))?$")
_HALF = regex(r"[ap]\.?\s?m\b|noon|midday|midnight|\b(?:1[3-9]|2[0-4]|0\d)[:.h]?\d\d", re.IGNORECASE)
#: A clock that is not looked at closely.
_LOOSELY = regex(r"\b(?:around|about|shortly|just|soon|nearly|almost|roughly|approximately|after|before|by|past)\b")


#: A day of a month may be that of a year so far from the one that is told beside it.
_YEARS = 3
_MONTH = regex(r"(\d{4})-(\d\d)")


#: In which unit it is said how far two instants lie apart, where it is another than that of the length beside them.
_TOLD_IN = {"decade": "year", "week": "day", "fortnight": "day"}


class Instant(NamedTuple):
    """When something happened, at the least and at the most, in minutes."""

    mention: Mention
    least: float
    most: float
    #: What is added to it unseen: a day of a clock whose day is not told, half a day if nobody says which half; else 0.
    turns: int = 0
    #: Whether nobody tells its year.
    any_year: bool = False


class Length(NamedTuple):
    """How long it is, at the least and at the most, in minutes."""

    least: float
    most: float


def length(mention: Mention) -> Length | None:
    """How long a length of time may be that is told of two instants."""
    quantity = mention.quantity
    if quantity is None or quantity.unit not in UNITS or not quantity.printed:
        return None
    unit, slack = UNITS[quantity.unit], _SLACK[quantity.unit]
    least, most = float(quantity.lower), float(quantity.upper)
    if mention.exact:
        printed = float(quantity.printed[0])
        rounding = max(_OF_A_UNIT.get(quantity.unit, 0.5), _ROUNDED * printed)
        least, most = max(least, printed - rounding), min(most, printed + rounding)
    least, most = least - slack, most + slack
    if quantity.bound is not Bound.EXACT:
        least, most = min(least, _LOOSE * most), max(most, least / _LOOSE)
    return Length(least * unit, most * unit)


def by_clock(mention: Mention) -> Instant | None:
    """The instant of a time of day."""
    time = mention.time
    found = _CLOCK.search(time.timex) if time and mention.kind is Kind.TIME else None
    if time is None or found is None or found[2] is None:
        return None
    minutes = 60 * int(found[1]) + int(found[2])
    if mention.quantity and mention.quantity.bound is not Bound.EXACT:
        return None
    slack = _LOOSE_BY if _is_loose(mention) else _CLOSE_BY if minutes % 5 else _ROUND_BY
    if not _HALF.search(mention.text):
        return Instant(mention, minutes - slack, minutes + slack, A_DAY // 2)
    if time.printed is None or time.start is None:
        return Instant(mention, minutes - slack, minutes + slack, A_DAY)
    minutes += time.start.toordinal() * A_DAY
    return Instant(mention, minutes - slack, minutes + slack)


def _is_loose(mention: Mention) -> bool:
    before = mention.document.text[max(0, mention.start - 20) : mention.start]
    return _LOOSELY.search(mention.text) is not None or _LOOSELY.search(before) is not None


def by_calendar(mention: Mention) -> Instant | None:
    """The instant of a date, also one whose year is not told."""
    if mention.kind is not Kind.DATE or mention.time is None or not (mention.time.printed or _is_that(mention)):
        return None
    known, any_year = days(mention) or _that_month(mention), False
    if known is None:
        known, any_year = days_of_any_year(mention), True
    if known is None or known[1] - known[0] > _LONGEST:
        return None
    first, last = (day.toordinal() * A_DAY for day in known)
    return Instant(mention, first, last - A_DAY, _turns(mention), any_year)


def _turns(mention: Mention) -> int:
    """A year where a month is told by its name alone, for it may be that of another."""
    printed = mention.printed_date
    is_alone = printed and printed.month is not None and printed.year is None and printed.day is None
    return 365 * A_DAY if is_alone and not _is_that(mention) else 0


def _is_that(mention: Mention) -> bool:
    """Whether a date is told by one that was told before: "September of that year", "that month"."""
    return mention.text.endswith(" that year") or mention.text == "that month"


def _that_month(mention: Mention) -> Days | None:
    """The days of "September of that year"."""
    found = _MONTH.fullmatch(mention.time.timex) if mention.time and _is_that(mention) else None
    if found is None:
        return None
    first = date(int(found[1]), int(found[2]), 1)
    return first, (first + timedelta(days=31)).replace(day=1)


def of_any_week(instant: Instant) -> Instant:
    """The instant, or, where a day is told by its name alone, that of any week."""
    printed = instant.mention.printed_date
    is_name = printed and printed.is_weekday_alone
    return instant._replace(turns=WEEK) if is_name and not instant.turns else instant


def whole(instant: Instant, unit: str) -> Instant:
    """Any time of the year, the month or the day in which an instant lies."""
    first, last = (date.fromordinal(int(end // A_DAY)) for end in (instant.least, instant.most))
    if unit != "day":
        first, last = first.replace(day=1), last.replace(day=28)
    if unit == "year":
        first, last = first.replace(month=1), last.replace(month=12)
    return instant._replace(least=float(first.toordinal() * A_DAY), most=float(last.toordinal() * A_DAY))


def in_years_of(one: Instant, other: Instant) -> tuple[Instant, ...]:
    """An instant whose year is not told, in the year of another and in those near it; any other as it is."""
    if not _leaves_the_year_open(one) or not _tells_the_year(other):
        return (one,)
    first = date.fromordinal(int(one.least // A_DAY))
    year = date.fromordinal(int(other.least // A_DAY)).year
    moved = [(_in_year(first, year + step) - first).days * A_DAY for step in range(-_YEARS, _YEARS + 1)]
    return (one, *(one._replace(least=one.least + days, most=one.most + days) for days in moved))


def _leaves_the_year_open(instant: Instant) -> bool:
    """Whether a date is a day of a month, and of no year that is told."""
    printed = instant.mention.printed_date
    return printed is not None and printed.day is not None and printed.year is None and not instant.any_year


def _tells_the_year(instant: Instant) -> bool:
    printed = instant.mention.printed_date
    return printed is not None and printed.year is not None


def _in_year(day: date, year: int) -> date:
    return day.replace(year=min(max(year, MINYEAR), MAXYEAR), day=min(day.day, 28) if day.month == 2 else day.day)


def apart_in_words(first: Instant, last: Instant, like: Mention) -> str:
    """How long one instant is before another, in the unit of a length that was told: "38 or 39 years", "2 hours 30 minutes"."""
    unit = like.quantity.unit if like.quantity and like.quantity.unit in UNITS else "year"
    turns = min(filter(None, (first.turns, last.turns)), default=0)
    between = (last.least + last.most - first.least - first.most) / 2
    if unit in MINUTES:
        hours, minutes = divmod(round(between % turns if turns else between), 60)
        parts = [amount_in_words(Decimal(many), name) for many, name in ((hours, "hour"), (minutes, "minute")) if many]
        return " ".join(parts) or "no time"
    if between < 0:
        return "the other way round"
    unit = _TOLD_IN.get(unit, unit)
    low, high = (int(ends / UNITS[unit]) for ends in (last.least - first.most, last.most - first.least))
    told = amount_in_words(Decimal(high), unit)
    return told if low == high else f"{low} {'or' if high - low == 1 else 'to'} {told}"


def lie_apart(first: Instant, last: Instant, by: Length) -> bool:
    """Whether one instant may be so long before another."""
    least, most = last.least - first.most, last.most - first.least
    turns = min(filter(None, (first.turns, last.turns)), default=0)
    if not turns:
        return least <= by.most and by.least <= most
    # The days of a clock are not told: whole turns of it may lie between.
    shift = (by.least - most) // turns * turns
    return any(least + shift + turn <= by.most and by.least <= most + shift + turn for turn in (0, turns, 2 * turns))


def instants(mentions: Sequence[Mention], *, clock: bool) -> list[Instant]:
    """The instants of some mentions, by the clock or by the calendar."""
    read = by_clock if clock else by_calendar
    return [instant for mention in mentions if (instant := read(mention))]
