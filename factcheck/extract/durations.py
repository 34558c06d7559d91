"""Lengths of time: "over five months", "an 18-month study", "the past two weeks", "a year and a half", "decades"."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.extract.lexicon.calendar_words import CLOCK_UNITS, DURATION_LETTERS, TIME_UNITS
from factcheck.extract.numerals import Numeral, read_numeral
from factcheck.extract.phrases import Phrase, hedge_before
from factcheck.extract.said import Away, Fixed, Grain, Mentioned
from factcheck.extract.walking import GAP, pattern, word_after, word_before
from factcheck.model import INFINITY, Bound, Kind, Quantity

HALF = Decimal("0.5")
ONE = Decimal(1)
#: "months" by itself is at least so many.
FEWEST = Decimal(2)
#: "About" reaches so far to both sides, as a share of the number.
ABOUT = Decimal("0.1")
#: "Nearly" reaches down to this share of the number.
NEARLY = Decimal("0.88")

GRAINS = {
    "day": Grain.DAY,
    "week": Grain.WEEK,
    "fortnight": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}
#: Short forms that are units only behind figures ("5 min", "3 hrs").
_AFTER_FIGURES = r"h|hrs?|mins?|secs?|yrs?|wks?"
_UNIT_WORDS = r"seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries|millenni(?:a|um|ums)"
_FILLERS = r"(?:(?:more|additional|full|long|straight|consecutive|successive|further|extra|whole|trading|business|working|calendar|solid)[ ])?"
_UNIT = rf"(?:(?P<joint>[ ]?-[ ]?)|{GAP})?(?:of{GAP})?{_FILLERS}(?P<unit>{_UNIT_WORDS}|(?<=[\d \xa0-])(?:{_AFTER_FIGURES}))\b"
_RANGE = rf"(?:[ ]?[-–][ ]?|{GAP}(?:to|or){GAP})(?=[\da-z])"
_AND_A_HALF = rf"{GAP}and{GAP}(?:a|one){GAP}half\b"
_AGE = r"[ -]old\b|[ ]of[ ]age\b"


class Length(NamedTuple):
    """A number of one unit of time, up to `end`."""

    end: int
    unit: str
    #: One number, or both ends of a range; none for a bare "months".
    printed: tuple[Decimal, ...]
    step: Decimal = ONE
    #: Every number that a vague word allows ("several", a bare "months").
    allows: tuple[Decimal, Decimal] | None = None
    #: Whether the words modify a noun ("five-month").
    joined: bool = False


def length(lowered: str, at: int) -> Length | None:
    """The length of time whose number begins here: "18 months", "two and a half years", "2 to 3 weeks"."""
    first = read_numeral(lowered, at)
    if first is None or first.part:
        return None
    found = pattern(_UNIT).match(lowered, first.end)
    second: Numeral | None = None
    if found is None:
        between = pattern(_RANGE).match(lowered, first.end)
        second = read_numeral(lowered, between.end()) if between else None
        found = pattern(_UNIT).match(lowered, second.end) if second else None
    if found is None or pattern(_AGE).match(lowered, found.end()):
        return None
    unit = TIME_UNITS.get(found["unit"]) or _SHORT[found["unit"]]
    last = second or first
    printed = (first.value, second.value) if second else first.printed
    end, step = found.end(), min(first.step, last.step)
    if second is None and (more := pattern(_AND_A_HALF).match(lowered, end)):
        printed, end, step = (first.value + HALF,), more.end(), HALF
    joined = found["joint"] is not None or (not found["unit"].endswith("s") and last.value != 1)
    return Length(end, unit, printed, step, last.allows, joined)


_SHORT = {"h": "hour"}


def one(lowered: str, unit: str, end: int) -> Length:
    """One unit, or one and a half: "a year", "an hour and a half", "a year or two"."""
    if more := pattern(_AND_A_HALF).match(lowered, end):
        return Length(more.end(), unit, (ONE + HALF,), HALF)
    if more := pattern(rf"{GAP}or{GAP}two\b").match(lowered, end):
        return Length(more.end(), unit, (ONE, ONE + ONE))
    return Length(end, unit, (ONE,))


def many(unit: str, end: int) -> Length:
    """An unknown number of units: "months"."""
    return Length(end, unit, (), allows=(FEWEST, INFINITY))


# --- amounts and values -----------------------------------------------------------------


@lru_cache(maxsize=2048)
def amount(
    unit: str, printed: tuple[Decimal, ...], step: Decimal, allows: tuple[Decimal, Decimal] | None, bound: Bound
) -> Quantity:
    """Every number of units that the words allow."""
    low, high = allows or ((printed[0] - step / 2, printed[-1] + step / 2))
    if bound is Bound.ABOUT and printed:
        low, high = min(low, printed[0] * (1 - ABOUT)), max(high, printed[-1] * (1 + ABOUT))
    elif bound is Bound.ABOVE and printed:
        low, high = printed[0], INFINITY
    elif bound is Bound.BELOW and printed:
        low, high = printed[0] * NEARLY, printed[-1]
    return Quantity(max(low, Decimal(0)), high, unit, printed, bound, step)


@lru_cache(maxsize=2048)
def duration_timex(unit: str, printed: tuple[Decimal, ...], *, vague: bool) -> str:
    """The TIMEX3 value of a length: "P5M", "PT2H30M", "PXY"."""
    times, letter = DURATION_LETTERS[unit]
    head = "PT" if unit in CLOCK_UNITS else "P"
    if vague or not printed:
        return f"{head}X{_MANY.get(unit, letter)}"
    value = printed[0] * times
    whole, rest = divmod(value, 1)
    if rest == HALF and unit in _HALVES:
        return f"{head}{whole:f}{letter}{_HALVES[unit]}" if whole else f"{head}{_HALVES[unit]}"
    return f"{head}{value.normalize():f}{letter}"


_MANY = {"decade": "E", "century": "C", "millennium": "L", "fortnight": "W"}
_HALVES = {"year": "6M", "hour": "30M", "minute": "30S"}


# --- phrases ------------------------------------------------------------------------------


def phrase(lowered: str, start: int, found: Length) -> Phrase:
    """The length as a duration, or with "ago" and the like as a date."""
    bound, start = hedge_before(lowered, start)
    printed = found.printed if found.allows is None else ()
    vague = found.allows is not None and found.allows[0] != found.allows[1]
    quantity = amount(found.unit, found.printed, found.step, found.allows, bound)
    if not found.joined:
        dated = _dated(lowered, found, vague=vague)
        if dated is not None:
            said, end = dated
            return Phrase(said, start, end, Kind.DATE, quantity)
    timex = duration_timex(found.unit, found.printed, vague=vague)
    return Phrase(Fixed(timex), start, found.end, Kind.DURATION, quantity)


_WHEN = rf"(?:{GAP}or{GAP}so)?{GAP}(?:(ago)|(earlier)|(later)|(?:from{GAP}(?:(now)|(today)|(tomorrow)))|(before{GAP}yesterday))\b"


def _dated(lowered: str, found: Length, *, vague: bool) -> tuple[Away | Mentioned | Fixed, int] | None:
    """The day that a length leads to, where words say from which day and which way."""
    if lowered[found.end : found.end + 1] not in (" ", "\n", "\xa0"):
        return None
    when = pattern(_WHEN).match(lowered, found.end)
    if when is None:
        return None
    if found.unit not in GRAINS:
        return (Fixed("PAST_REF"), when.end()) if when[1] else None
    grain, count = GRAINS[found.unit], int(found.printed[0]) if found.printed else 0
    if vague or not count:
        return (Fixed("PAST_REF"), when.end()) if when[1] else None
    if found.unit == "fortnight":
        count *= 2
    if when[1]:
        return Away(grain, -count), when.end()
    if when[2]:
        return (Mentioned(grain, -count), when.end())
    if when[3]:
        return Mentioned(grain, count), when.end()
    return (Away(grain, count), when.end()) if when[4] or when[5] else None
