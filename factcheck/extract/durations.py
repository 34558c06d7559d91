"""Lengths of time: "over five months", "an 18-month study", "the past two weeks", "a year and a half", "decades"."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.extract.bounds import allowed, hedge_before, hedge_behind
from factcheck.extract.lexicon.calendar_words import CLOCK_UNITS, DURATION_LETTERS, OF_A_DAY, RELATIVE_DAYS, TIME_UNITS
from factcheck.extract.lexicon.numbers import ABBREVIATED_SCALES, CARDINALS, FEW, PARTS, SCALES, VAGUE
from factcheck.extract.numeral import Numeral
from factcheck.extract.numerals import read_numeral
from factcheck.extract.said import Away, Fixed, Grain, Here, Mentioned, Unread
from factcheck.extract.scanning import Reading
from factcheck.extract.walking import GAP, ending
from factcheck.model import INFINITY, Bound, Kind, Quantity
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re

    from factcheck.extract.lexicon.hedges import Hedge

HALF = Decimal("0.5")
ONE = Decimal(1)
TWO = Decimal(2)
ZERO = Decimal(0)
#: "months" by itself is at least so many.
FEWEST = Decimal(2)

#: A unit lies at most so many characters behind the beginning of its number.
NEAR = 64
#: What all words for units begin with, but for the short ones, which are units behind figures.
_UNITS = "year month week day hour minut second decade centur fortnight quarter millenn".split()
#: Between a number and its unit.
_FILLERS = "more additional full long straight consecutive successive further extra whole trading business working calendar solid".split()
#: What a length of time goes on with behind its first figures: its unit, what stands before that, or more of its number.
BEHIND_FIGURES = (*TIME_UNITS, *_FILLERS, *SCALES, *ABBREVIATED_SCALES)
#: To look for one is cheaper than to read the numeral, for most numbers count something else.
_SHORT_UNITS = "|".join(rf"{unit}(?<![a-z][ -]{unit})" for unit in ("h", "min", "sec", "yr", "wk"))
_ANY_UNIT = regex(rf"[^a-z](?:{any_of(_UNITS)}|{_SHORT_UNITS})")


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
_SINGULAR = frozenset("second minute hour day week fortnight month quarter year decade century millennium".split())
_UNIT = regex(
    rf"(?:(?P<joint>[ ]?-[ ]?)|{GAP})?(?:of{GAP}(?P<a>an?{GAP})?)?(?:(?:{'|'.join(_FILLERS)})[ ])?(?P<unit>{_UNIT_WORDS}|(?<=[\d \xa0-])(?:{_AFTER_FIGURES}))\b(?!(?:(?<=quarter)|(?<=second))-(?!long\b)[a-z])"
)
_RANGE = regex(rf"(?:-?{GAP}(?:to|or){GAP}|-(?:to|or)-|[ ]?[-–][ ]?)(?=[\da-z])")
_BETWEEN = "between "
_RANGE_BETWEEN = regex(rf"{GAP}(?:and|to){GAP}(?=[\da-z])")
_AND_A_PART = regex(rf"{GAP}and{GAP}(?:(?:a|one){GAP}(?P<part>half|quarter)|three[ -]quarters)\b(?! of\b)")
_PARTS = {"half": HALF, "quarter": HALF * HALF, None: ONE - HALF * HALF}
_OR_TWO = regex(rf"{GAP}or{GAP}two\b")
#: What joins the lengths that make up one.
_AND_MORE = regex(rf",?{GAP}(?:and{GAP})?(?=\d|(?:{any_of((*CARDINALS, *SCALES, *VAGUE, *FEW, *PARTS))})(?!\w))")
_AGO = regex(rf"{GAP}ago\b")
_AGE = regex(r"[ -]olds?\b|[ ]of[ ]age\b")
_AGE_BEGINS = frozenset(("ol", "of"))


#: What makes an age of the length behind it: "aged about 35 years", "the age of 35 years".
AGED_BEFORE = ending(
    r"\b(?:aged|age of|ages of)(?: about| around| just| only| nearly| over| under| between)? ",
    20,
    *("aged ", "age of ", "ages of ", "about ", "around ", "just ", "only ", "nearly ", "over ", "under ", "between "),
)


class Length(NamedTuple):
    """A number of one unit of time, up to `end`."""

    end: int
    unit: str
    #: One number, or both ends of a range; none for a bare "months".
    numerals: tuple[Numeral, ...]
    #: Whether the words modify a noun ("five-month").
    joined: bool = False
    #: What stands between the number and its unit ("35 or more hours", "60-plus years").
    hedge: Hedge | None = None

    @property
    def number(self) -> Decimal | None:
        """The number, or the first of two; None for a vague word ("several", a bare "months")."""
        first = self.numerals[0] if self.numerals else None
        if first is None or (first.allows is not None and first.allows[0] != first.allows[1]):
            return None
        return first.value


def length(lowered: str, at: int) -> Length | None:
    """The length of time whose number begins here: "18 months", "two and a half years", "2 to 3 weeks"."""
    if not _ANY_UNIT.search(lowered, at, at + NEAR):
        return None
    first = read_numeral(lowered, at)
    if first is None or first.part:
        return None
    numerals: tuple[Numeral, ...] = (first,)
    hedged = hedge_behind(lowered, first.end)
    found = _UNIT.match(lowered, hedged.at if hedged else first.end)
    if found is None:
        between = (_RANGE_BETWEEN if lowered.endswith(_BETWEEN, 0, at) else _RANGE).match(lowered, first.end)
        second = read_numeral(lowered, between.end()) if between else None
        found = _UNIT.match(lowered, second.end) if second and first.value < second.value else None
        numerals = (first, second) if second else numerals
    if found is None or is_age(lowered, found.end()) or (found["a"] and first.value >= 1):
        return None
    if AGED_BEFORE(lowered, at) and not _AND_MORE.match(lowered, found.end()):
        return None
    if found["unit"] == "day" and found["joint"] is None and OF_A_DAY.match(lowered, found.end()):
        return None
    end = found.end()
    if len(numerals) == 1 and (more := _AND_A_PART.match(lowered, end)):
        numerals, end = (_with_part(first.value, more),), more.end()
    # A short form is the same for one and for many ("20 min"); a whole word in the singular modifies ("5 month study").
    joined = found["joint"] is not None or (found["unit"] in _SINGULAR and numerals[-1].value != 1)
    return Length(end, TIME_UNITS.get(found["unit"], "hour"), numerals, joined, hedged.hedge if hedged else None)


_OF_A_WAR = regex(r"['’]? War\b")


def is_of_a_war(text: str, end: int) -> bool:
    """Whether a length of time ends here that is in the name of a war: "the Six-Day War", "the Hundred Years’ War"."""
    return _OF_A_WAR.match(text, end) is not None


def is_age(lowered: str, at: int) -> bool:
    """Whether "old" follows, so that a length of time is somebody's age."""
    return lowered[at + 1 : at + 3] in _AGE_BEGINS and _AGE.match(lowered, at) is not None


def one(lowered: str, unit: str, end: int) -> Length:
    """One unit, or one and a part: "a year", "an hour and a half", "a year or two"."""
    if more := _AND_A_PART.match(lowered, end):
        return Length(more.end(), unit, (_with_part(ONE, more),))
    if more := _OR_TWO.match(lowered, end):
        return Length(more.end(), unit, (Numeral(end, ONE, ONE), Numeral(end, ONE + ONE, ONE)))
    return Length(end, unit, (Numeral(end, ONE, ONE),))


def _with_part(whole: Decimal, more: re.Match[str]) -> Numeral:
    """A number of units and the part of one that is told behind it, in steps of that part: of a quarter for three."""
    return Numeral(more.end(), whole + _PARTS[more["part"]], HALF if more["part"] == "half" else HALF * HALF)


def one_joined(unit: str, end: int) -> Length:
    """One unit that modifies a noun: "a day-long meeting"."""
    return Length(end, unit, (Numeral(end, ONE, ONE),), joined=True)


def many(lowered: str, unit: str, end: int) -> Length:
    """An unknown number of units, or of these and others: "months", "weeks or months"."""
    more = _OR_OTHERS.match(lowered, end) if lowered[end + 1 : end + 2] in _OTHERS_BEGIN else None
    return Length(more.end() if more else end, unit, ())


#: What "and" and "or" begin with, and the rest of a longer gap.
_OTHERS_BEGIN = frozenset("ao \t\r\n\xa0")
_OR_OTHERS = regex(rf"{GAP}(?:and|or){GAP}(?:{'|'.join(unit for unit in TIME_UNITS if unit.endswith('s'))})\b")


def share(part: Decimal, unit: str, end: int) -> Length:
    """A part of a unit: "half an hour"; that of a decade or a century in years: "a quarter of a century"."""
    if unit in _IN_YEARS:
        unit, part = "year", part * _IN_YEARS[unit]
    return Length(end, unit, (Numeral(end, part, part),))


_IN_YEARS = {"decade": 10, "century": 100}


# --- amounts and values -----------------------------------------------------------------


@lru_cache(maxsize=2048)
def amount(numerals: tuple[Numeral, ...], unit: str, hedge: Hedge | None) -> Quantity:
    """Every number of units that the words allow; a bare "months" is at least two."""
    if not numerals:
        return Quantity(FEWEST, INFINITY, unit, (), Bound.ABOVE)
    return allowed(numerals, unit, hedge, exact=False)


@lru_cache(maxsize=2048)
def duration_timex(unit: str, number: Decimal | None) -> str:
    """The TIMEX3 value of a length: "P5M", "PT2H30M", and "PXY" where no number is known."""
    times, letter = DURATION_LETTERS[unit]
    head = "PT" if unit in CLOCK_UNITS else "P"
    if number is None:
        return f"{head}X{_MANY.get(unit, letter)}"
    whole, rest = divmod(number * times, 1)
    if rest in _PARTS.values() and unit in _SMALLER:
        many, smaller = _SMALLER[unit]
        part = f"{(rest * many).normalize():f}{smaller}"
        return f"{head}{whole:f}{letter}{part}" if whole else f"{head}{part}"
    if unit == "hour" and not whole and (rest * MINUTES) % 1 == 0:
        return f"PT{(rest * MINUTES).normalize():f}M"
    return f"{head}{(number * times).normalize():f}{letter}"


#: The letters of a length whose number is not known, where they differ.
_MANY = {"decade": "E", "century": "C", "millennium": "L"}
MINUTES = 60
#: In which unit, and of how many, a part of one is told.
_SMALLER = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S")}


# --- phrases ------------------------------------------------------------------------------


def phrase(lowered: str, start: int, found: Length) -> Reading:
    """The length as a duration, or with "ago" and the like as a date."""
    if len(found.numerals) > 1 and lowered.endswith(_BETWEEN, 0, start):
        start -= len(_BETWEEN)
    first = start
    hedged = hedge_before(lowered, start)
    if hedged and lowered.startswith("over ", hedged.at) and _SPREAD.search(lowered, max(0, hedged.at - 10), hedged.at):
        hedged = None
    start, hedge = hedged or (start, found.hedge)
    quantity = amount(found.numerals, found.unit, hedge)
    if not found.joined:
        chain = _chain(lowered, found)
        if len(chain) > 1:
            return compound(lowered, start, chain, hedge)
        dated = _dated(lowered, found) or _in_time(lowered, first, found)
        if dated is not None:
            said, end = dated
            if _COMPARED.search(lowered, start, first):
                start, quantity = first, amount(found.numerals, found.unit, None)
            return Reading(said, start, end, Kind.DATE, quantity)
        behind = hedge_behind(lowered, found.end) if found.numerals and hedge is None else None
        if behind is not None:
            quantity, found = amount(found.numerals, found.unit, behind.hedge), found._replace(end=behind.at)
    said = Fixed(duration_timex(found.unit, found.number))
    if not found.joined and lowered.endswith("every ", 0, start):
        return Reading(said, start - len("every "), found.end, Kind.SET, quantity)
    return Reading(said, start, found.end, Kind.DURATION, quantity)


#: "Over" tells the time that an amount before it is for: "$9 million over 10 years".
_SPREAD = regex(r"(?:illions?|thousand|per ?cent|percent|%|\d|dollars|euros|pounds|jobs)\s\Z")
#: What sets a day against another, and does not widen it ("3.8 percent higher than a year ago").
_COMPARED = regex(r"(?<!few)er than\b")


def _chain(lowered: str, first: Length) -> list[Length]:
    """The lengths that make up one, each in a smaller unit: "2 years, 1 month and 21 days"."""
    chain = [first]
    while (step := _AND_MORE.match(lowered, chain[-1].end)) is not None:
        found = length(lowered, step.end())
        if found is None or found.joined or _SIZES[found.unit] >= _SIZES[chain[-1].unit] or len(found.numerals) != 1:
            break
        chain.append(found)
    return chain


#: From one unit to the next smaller one that both months and seconds can be counted in.
_SIZES = {
    unit: size
    for size, unit in enumerate(
        (
            "second",
            "minute",
            "hour",
            "day",
            "week",
            "fortnight",
            "month",
            "quarter",
            "year",
            "decade",
            "century",
            "millennium",
        )
    )
}
#: How many of the second unit the first one holds, where that never changes.
_HOLDS = {
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}


def compound(lowered: str, start: int, chain: list[Length], hedge: Hedge | None) -> Reading:
    """A length in two or more units, with "ago" a date that dateparser works out."""
    end = chain[-1].end
    first, last = chain[0], chain[-1]
    values = [found.number or ZERO for found in chain]
    holds = _HOLDS.get((first.unit, last.unit)) if len(chain) == 2 else None
    quantity = (
        allowed(
            (Numeral(end, values[0] * holds + values[1], min(ONE, last.numerals[0].step)),),
            last.unit,
            hedge,
            exact=False,
        )
        if holds
        else None
    )
    if ago := _AGO.match(lowered, end):
        words = " ".join(f"{value:f} {found.unit}s" for value, found in zip(values, chain, strict=True))
        return Reading(Unread(f"{words} ago"), start, ago.end(), Kind.DATE, quantity)
    timexes = [duration_timex(found.unit, value) for value, found in zip(values, chain, strict=True)]
    return Reading(Fixed(_joined(timexes)), start, end, Kind.DURATION, quantity)


def _joined(timexes: list[str]) -> str:
    """Such as "P1W" and "P3D" as "P1W3D"; the T stands before the first unit of the clock."""
    days = "".join(timex[1:] for timex in timexes if not timex.startswith("PT"))
    clock = "".join(timex[2:] for timex in timexes if timex.startswith("PT"))
    return f"P{days}" + (f"T{clock}" if clock else "")


#: What "ago" and the like begin with, and the rest of a longer gap.
_WHENS_BEGIN = frozenset("oaelbf \t\r\n\xa0")
_WHEN = regex(
    rf"(?:{GAP}or{GAP}so)?{GAP}(?:(ago)|(earlier)|(later)|(before|after|from){GAP}(now|today|yesterday|tomorrow))\b"
)


def _dated(lowered: str, found: Length) -> tuple[Away | Mentioned | Fixed, int] | None:
    """The day that a length leads to, where words say from which day and which way."""
    end = found.end
    if lowered[end : end + 1] not in (" ", "\n", "\xa0") or lowered[end + 1 : end + 2] not in _WHENS_BEGIN:
        return None
    when = _WHEN.match(lowered, found.end)
    if when is None:
        return None
    grain = GRAINS.get(found.unit)
    if grain is None or found.number is None or found.number != int(found.number):
        return (Fixed("PAST_REF"), when.end()) if when[1] else None
    count = int(found.number) * (2 if found.unit == "fortnight" else 1)
    if when[4]:
        base = Here(Grain.DAY, RELATIVE_DAYS.get(when[5], 0))
        return Away(grain, -count if when[4] == "before" else count, base), when.end()
    if when[1]:
        return Away(grain, -count), when.end()
    return Mentioned(grain, -count if when[2] else count), when.end()


_TIME = regex(rf"(?:['’]s?|s['’]){GAP}time\b")


def _in_time(lowered: str, start: int, found: Length) -> tuple[Away, int] | None:
    """The day so long from now: "in three days' time", "in a month's time"."""
    time = _TIME.match(lowered, found.end) if lowered[found.end : found.end + 1] in ("'", "’") else None
    grain = GRAINS.get(found.unit)
    if time is None or grain is None or not lowered.endswith(("in ", "within "), 0, start) or not found.number:
        return None
    return (
        (Away(grain, int(found.number) * (2 if found.unit == "fortnight" else 1)), time.end())
        if found.number % 1 == 0
        else None
    )
