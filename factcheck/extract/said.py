"""What the words for a time say, before anybody knows from which day they count.

Each is a small frozen value, so that resolving it can be remembered. None of them
knows the date of the article.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from factcheck.model import CalendarDate
from factcheck.nouns import NamedTuple, dataclass


class Grain(IntEnum):
    """How wide a stretch of the calendar is, the narrowest first."""

    DAY = 1
    WEEKEND = 2
    WEEK = 3
    MONTH = 4
    SEASON = 5
    QUARTER = 6
    HALF = 7
    YEAR = 8
    DECADE = 9
    CENTURY = 10


class Lean(IntEnum):
    """Which way words point from the day of writing: "last May", "this May", "next May", "May" alone; "3 May last year"."""

    BACK = -1
    HERE = 0
    AHEAD = 1
    OPEN = 2
    LAST_YEAR = 3
    NEXT_YEAR = 4


@dataclass(frozen=True, slots=True)
class Printed:
    """A date in the parts that were printed: "2014", "Oct. 3", "Friday", "24 February 2022"."""

    date: CalendarDate
    lean: Lean = Lean.OPEN
    #: The last day of a run of days ("June 10-14").
    last_day: int | None = None
    #: What "04/05/2023" says where the day stands before the month.
    otherwise: CalendarDate | None = None


@dataclass(frozen=True, slots=True)
class Here:
    """A stretch of the calendar counted from the one that holds the day of writing: "last year" is one back."""

    grain: Grain
    steps: int = 0


@dataclass(frozen=True, slots=True)
class Away:
    """A stretch so many units from another, or from the day of writing: "three years ago", "a day after …"."""

    grain: Grain
    steps: int
    base: Said | None = None


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A stretch counted from the last one that the text spoke of: "that year", "a year earlier", "the quarter"."""

    grain: Grain
    steps: int = 0


@dataclass(frozen=True, slots=True)
class SameIn:
    """The quarter last spoken of, in another year: "the 1988 quarter"."""

    year: Said


@dataclass(frozen=True, slots=True)
class Ended:
    """The stretch whose last day is named: "the quarter ended Sept. 30"."""

    grain: Grain
    day: Said


@dataclass(frozen=True, slots=True)
class Onward:
    """A stretch and all that follows it: "1994 or later", "1990 and beyond"."""

    whole: Said


@dataclass(frozen=True, slots=True)
class Nth:
    """A numbered part of a longer stretch: "the third quarter", "the first half of 2022"."""

    grain: Grain
    number: int
    whole: Said | None = None


@dataclass(frozen=True, slots=True)
class DayIn:
    """A numbered day or weekday of a longer stretch: "the second Monday of May", "Tuesday of last week"."""

    number: int
    weekday: int | None
    whole: Said


@dataclass(frozen=True, slots=True)
class Season:
    """A season, as TIMEX3 writes it ("SU"), of a year."""

    code: str
    year: Said | None = None
    lean: Lean = Lean.OPEN


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast day of a year."""

    name: str
    year: int | None = None
    lean: Lean = Lean.OPEN


@dataclass(frozen=True, slots=True)
class Years:
    """A run of years that its number names: "the 1990s", "the 19th century"."""

    grain: Grain
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Part:
    """An early, middle or late part of a stretch: "late last year", "the early 1980s", "mid-November"."""

    whole: Said
    #: "early", "mid", "late", "earlier" or "later".
    part: str


@dataclass(frozen=True, slots=True)
class Fiscal:
    """A stretch of a business year, which need not be the calendar's."""

    whole: Said


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day, as TIMEX3 writes it: "Friday night", "this morning"."""

    day: Said
    code: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: "10:30 p.m.", "noon Saturday"."""

    hour: int
    minute: int | None = None
    day: Said | None = None
    #: "gmt", "est", … as printed, in lower case.
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A day in words that our own grammar finds and leaves to dateparser: "2 years 3 months ago"."""

    words: str


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that no date changes: a duration, a repetition, "now", "recently"."""

    timex: str


Said = (
    Printed
    | Here
    | Away
    | Mentioned
    | SameIn
    | Ended
    | Onward
    | Nth
    | DayIn
    | Season
    | Holiday
    | Years
    | Part
    | Fiscal
    | DayPart
    | Clock
    | Unread
    | Fixed
)


class Found(NamedTuple):
    """What a phrase says, and where its words begin and end."""

    said: Said
    start: int
    end: int


@lru_cache(maxsize=4096)
def calendar_date(
    year: int | None, month: int | None = None, day: int | None = None, weekday: int | None = None
) -> CalendarDate:
    """The parts of a date, each combination made once."""
    return CalendarDate(year, month, day, weekday)
