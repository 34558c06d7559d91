"""What is said of a time becomes the days that it means, counted from the day of publication."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.calendar_words import SEASON_MONTHS
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
    Lean,
    Mentioned,
    Nth,
    Onward,
    Part,
    Printed,
    Said,
    SameIn,
    Season,
    Unread,
    Years,
)
from factcheck.resolve import holidays
from factcheck.resolve.nearest import choose_day
from factcheck.resolve.printed import existing, printed_stretch
from factcheck.resolve.stretches import DAY, MONTHS_IN, NEVER, Stretch, shifted, stretch, years
from factcheck.resolve.tense import Tense

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.resolve.tense import Now


#: How many days either way "so many units ago" may be out.
LOOSE = {
    Grain.DAY: 0,
    Grain.WEEK: 4,
    Grain.MONTH: 16,
    Grain.QUARTER: 46,
    Grain.YEAR: 183,
    Grain.DECADE: 1830,
    Grain.CENTURY: 18300,
}


def resolved(said: Said, now: Now) -> Stretch:
    """The days that the words mean."""
    try:
        return _RESOLVERS[type(said)](said, now)
    except (ValueError, OverflowError):  # beyond the first or the last day that `date` knows
        return NEVER


_UNKNOWN = {
    Grain.DAY: "XXXX-XX-XX",
    Grain.WEEKEND: "XXXX-WXX-WE",
    Grain.WEEK: "XXXX-WXX",
    Grain.MONTH: "XXXX-XX",
    Grain.QUARTER: "XXXX-QX",
    Grain.HALF: "XXXX-HX",
    Grain.DECADE: "XXX",
    Grain.CENTURY: "XX",
}


def _here(said: Here, now: Now) -> Stretch:
    if now.published is None:
        return Stretch(_UNKNOWN.get(said.grain, "XXXX"), said.grain)
    if said.grain is Grain.WEEKEND and not said.steps and now.tense is not Tense.AHEAD and now.published.weekday() < 5:
        return shifted(stretch(said.grain, now.published), -1)
    return shifted(stretch(said.grain, now.published), said.steps)


def _away(said: Away, now: Now) -> Stretch:
    """So many units from a day, give or take half a unit; decades are counted as ten years."""
    if said.grain is Grain.YEAR and now.spoken is not None:
        return _mentioned(Mentioned(said.grain, said.steps), now)
    base = resolved(said.base, now).start if said.base else now.published
    if base is None:
        return Stretch(_UNKNOWN.get(said.grain, "XXXX"), said.grain)
    if said.grain is Grain.WEEKEND and base.weekday() < WEDNESDAY:
        base -= timedelta(days=WEDNESDAY)  # a feast on a Monday makes a long weekend
    years_each = _YEARS_EACH.get(said.grain)
    here = stretch(Grain.YEAR if years_each else said.grain, base)
    found = shifted(here, said.steps * (years_each or 1))
    if found.start is None or found.end is None or here.start is None or not said.steps:
        return found
    slack = timedelta(days=LOOSE[said.grain])
    middle = found.start + (base - here.start)
    return found._replace(start=min(found.start, middle - slack), end=max(found.end, middle + slack))


WEDNESDAY = 2
_YEARS_EACH = {Grain.DECADE: 10, Grain.CENTURY: 100}


def _mentioned(said: Mentioned, now: Now) -> Stretch:
    """The stretch that "a year earlier", "the quarter" or "that day" seems to mean."""
    spoken = now.spoken
    if spoken is not None and said.grain is Grain.YEAR and said.steps and spoken.grain in (Grain.QUARTER, Grain.HALF):
        return shifted(spoken, said.steps * 12 // MONTHS_IN[spoken.grain])
    if spoken is not None and spoken.start is not None:
        return shifted(stretch(said.grain, spoken.start), said.steps)
    if said.grain is Grain.QUARTER:
        return _here(Here(Grain.QUARTER, said.steps - 1), now)
    return _here(Here(said.grain, said.steps), now)


def _same_in(said: SameIn, now: Now) -> Stretch:
    year = resolved(said.year, now)
    if now.spoken is None or now.spoken.start is None or year.start is None:
        return year
    return stretch(Grain.QUARTER, date(year.start.year, now.spoken.start.month, 1))


def _ended(said: Ended, now: Now) -> Stretch:
    """The stretch of the calendar that the last days of a business one mostly fall in."""
    last = resolved(said.day, now)
    if last.start is None:
        return _mentioned(Mentioned(said.grain), now)
    return stretch(said.grain, last.start - timedelta(days=LOOSE[said.grain]))


def _onward(said: Onward, now: Now) -> Stretch:
    """A stretch that has no last day but the calendar's."""
    whole = resolved(said.whole, now)
    return whole._replace(end=date.max) if whole.start else whole


def _nth(said: Nth, now: Now) -> Stretch:
    whole = resolved(said.whole, now) if said.whole else None
    letter = {Grain.QUARTER: "Q", Grain.HALF: "H", Grain.MONTH: ""}[said.grain]
    first = (said.number - 1) * MONTHS_IN[said.grain] + 1
    if whole is not None:
        if whole.start is None:
            number = f"{said.number:02}" if said.grain is Grain.MONTH else said.number
            return Stretch(f"{whole.timex[:4]}-{letter}{number}", said.grain)
        return stretch(said.grain, date(whole.start.year, first, 1))
    if now.published is None:
        return Stretch(f"XXXX-{letter}{said.number}", said.grain)
    return stretch(said.grain, date(_year_of(first, now.published, now.tense), first, 1))


def _day_in(said: DayIn, now: Now) -> Stretch:
    """A day of a week or of a month; none where the month has no fifth such day."""
    whole = resolved(said.whole, now)
    if whole.start is None:
        return Stretch(_UNKNOWN[Grain.DAY], Grain.DAY)
    if whole.grain is Grain.WEEK:
        return stretch(Grain.DAY, whole.start + timedelta(days=said.weekday or 0))
    year, month = whole.start.year, whole.start.month
    if said.weekday is None:
        day = existing(year, month, said.number)
    else:
        day = holidays.nth_weekday(year, month, said.weekday, said.number)
    return stretch(Grain.DAY, day) if day else NEVER


def _year_of(month: int, published: date, tense: Tense) -> int:
    """The year of a quarter that begins with a month: one that lies far ahead of a past tense was last year's."""
    ahead = month - published.month
    if tense is Tense.AHEAD:
        return published.year + (ahead < -5)
    return published.year - (ahead > 3)


def _season(said: Season, now: Now) -> Stretch:
    """A season of a year; its days are those of the whole year and a little more, for want of a hemisphere."""
    year = resolved(said.year, now) if said.year else None
    if year is not None and year.start is not None:
        number = year.start.year
    elif now.published is None or year is not None:
        return Stretch(f"XXXX-{said.code}", Grain.SEASON)
    else:
        number = now.published.year + _season_shift(said, now.published, now.tense)
    return Stretch(f"{number:04}-{said.code}", Grain.SEASON, date(number - 1, 12, 1), date(number + 1, 4, 1))


def _season_shift(said: Season, published: date, tense: Tense) -> int:
    begins = SEASON_MONTHS[said.code]
    if said.lean is Lean.HERE:
        return 0
    if said.lean is Lean.AHEAD or (said.lean is Lean.OPEN and tense is Tense.AHEAD):
        return int(published.month >= begins)
    if said.lean is Lean.BACK:
        return -int(published.month < begins + 3)
    return -int(published.month < begins)


def _holiday(said: Holiday, now: Now) -> Stretch:
    if said.year is not None:
        return stretch(Grain.DAY, holidays.holiday(said.name, said.year))
    if now.published is None:
        return Stretch("XXXX-XX-XX", Grain.DAY)
    candidates = [holidays.holiday(said.name, now.published.year + step) for step in (-1, 0, 1)]
    chosen = choose_day(candidates, now.published, said.lean, now.tense)
    return stretch(Grain.DAY, chosen or candidates[1])


def _years(said: Years, now: Now) -> Stretch:  # noqa: ARG001 - one signature for all
    return years(said.grain, said.first, said.count)


def _part(said: Part, now: Now) -> Stretch:
    """The early, middle or late days of a stretch; a day or a week stays whole."""
    whole = resolved(said.whole, now)
    if whole.start is None or whole.end is None or whole.grain < Grain.MONTH:
        return whole
    days = whole.end - whole.start
    low, high = _SHARES[said.part]
    start, end = whole.start - days * -low // 100, whole.start - days * -high // 100
    if now.published and said.part == "earlier":
        end = max(start + DAY, min(whole.end, now.published + DAY))
    if now.published and said.part == "later":
        start = max(whole.start, min(now.published, end - DAY))
    return whole._replace(start=start, end=end)


#: The share of a stretch, in hundredths, that its early, middle and late part take up.
_SHARES = {"early": (0, 50), "mid": (30, 80), "late": (50, 100), "earlier": (0, 100), "later": (0, 100)}


def _fiscal(said: Fiscal, now: Now) -> Stretch:
    return resolved(said.whole, now)


def _day_part(said: DayPart, now: Now) -> Stretch:
    day = resolved(said.day, now)
    end = day.end + DAY if day.end and said.code == "NI" else day.end
    return day._replace(timex=f"{day.timex}T{said.code}", end=end)


def _clock(said: Clock, now: Now) -> Stretch:
    day = resolved(said.day or Here(Grain.DAY), now)
    return day._replace(timex=f"{day.timex}T{said.hour:02}:{said.minute or 0:02}")


def _unread(said: Unread, now: Now) -> Stretch:
    """A day that dateparser works out; it gives no grain, and such phrases name a day."""
    if now.published is None:
        return Stretch(_UNKNOWN[Grain.DAY], Grain.DAY)
    day = _read_day(said.words, now.published)
    return stretch(Grain.DAY, day) if day else NEVER


def _fixed(said: Fixed, now: Now) -> Stretch:  # noqa: ARG001 - one signature for all
    return Stretch(said.timex, Grain.DAY)


_RESOLVERS: dict[type[Said], Callable[..., Stretch]] = {
    Printed: printed_stretch,
    Here: _here,
    Away: _away,
    Mentioned: _mentioned,
    SameIn: _same_in,
    Ended: _ended,
    Onward: _onward,
    Nth: _nth,
    DayIn: _day_in,
    Season: _season,
    Holiday: _holiday,
    Years: _years,
    Part: _part,
    Fiscal: _fiscal,
    DayPart: _day_part,
    Clock: _clock,
    Unread: _unread,
    Fixed: _fixed,
}


@lru_cache(maxsize=1024)
def _read_day(words: str, base: date) -> date | None:
    """The day that dateparser reads, on a day, from a phrase that our own grammar finds but does not work out; None where it finds none."""
    import dateparser  # noqa: PLC0415 - it takes 0.2 s to load and few articles need it

    settings = {"RELATIVE_BASE": datetime.combine(base, time(12)), "RETURN_AS_TIMEZONE_AWARE": False}
    found = dateparser.parse(words, languages=["en"], settings=settings)
    return found.date() if found else None
