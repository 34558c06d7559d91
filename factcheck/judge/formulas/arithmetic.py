"""The functions that a formula may call, and how many values each takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, sqrt
from typing import TYPE_CHECKING, Any

from factcheck.attach.attributes import PEOPLE
from factcheck.extract.lexicon.nouns import PERSONS
from factcheck.extract.plurals import singular
from factcheck.judge.formulas.operators import add, common, times
from factcheck.judge.formulas.values import (
    DAY_IN_SECONDS,
    IN_ANY_YEAR,
    INFINITY,
    MOMENT,
    End,
    Undecidable,
    Value,
    base_unit,
    measure_of_time,
    number,
)
from factcheck.model import Kind, Mention
from factcheck.regexes import regex
from factcheck.resolve.units import CURRENCIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

#: How often a year has each period, from a working year to a full one.
PERIODS_IN_A_YEAR = {"hour": (1_800, 8_784), "day": (220, 366), "week": (44, 53), "month": (12, 12), "year": (1, 1)}
YEAR_IN_SECONDS = Fraction(36525, 100) * DAY_IN_SECONDS
#: What multiples in words leave open.
_TWENTIETH = Fraction(1, 20)
HUNDRED = 100
#: Nothing grows for more periods in a sentence of the news.
MOST_PERIODS = 200
#: The roundings of so many parts and more are hardly ever all the one way: together they come to so many times the root
#: of their squares. Shares make a hundred, and readers are used to 99 and to 101.
SEVERAL, ALL_ONE_WAY = 3, 1.5


def _sum(values: Sequence[Value]) -> Value:
    total = values[0]
    for value in values[1:]:
        total = add(total, value)
    if len(values) < SEVERAL or any(value.loose or is_share(value) for value in values):
        return total
    slack = Fraction(ALL_ONE_WAY * sqrt(sum(float(value.upper - value.lower) ** 2 for value in values)) / 2)
    middle = Fraction(total.lower + total.upper) / 2
    return replace(total, lower=max(total.lower, middle - slack), upper=min(total.upper, middle + slack))


def is_share(value: Value) -> bool:
    """Whether a value is that of a percentage."""
    return value.mention is not None and value.mention.kind is Kind.PERCENTAGE


def _extreme(choose: Callable[[Iterable[Any]], Any]) -> Callable[[Sequence[Value]], Value]:
    def extreme(values: Sequence[Value]) -> Value:
        return Value(
            choose(value.lower for value in values),
            choose(value.upper for value in values),
            choose(value.face for value in values),
            common(values),
            any(value.loose for value in values),
        )

    return extreme


def _absolute(values: Sequence[Value]) -> Value:
    (value,) = values
    ends: list[Any] = [abs(value.lower), abs(value.upper)]
    lower = Fraction(0) if value.lower <= 0 <= value.upper else min(ends)
    return Value(lower, max(ends), abs(value.face), value.measures, value.loose)


def _calendar_year(values: Sequence[Value]) -> Value:
    (value,) = values
    if value.measures != MOMENT:
        raise Undecidable
    years = [date.fromordinal(int(end // DAY_IN_SECONDS)).year for end in (value.lower, value.upper - 1)]
    return Value(Fraction(years[0]), Fraction(years[1]), Fraction(years[0]), loose=True)


def _printed_end(values: Sequence[Value], which: int) -> Value:
    """An end of a printed range, exactly as printed."""
    (value,) = values
    quantity = value.mention.quantity if value.mention else None
    if quantity is None or not quantity.is_range or not quantity.value:
        raise Undecidable
    end = Fraction(quantity.printed[which]) * value.face / Fraction(quantity.value)
    return Value(end, end, end, value.measures)


def _end_of_time(values: Sequence[Value], *, first: bool) -> Value:
    """The instant at which a date begins or ends."""
    (value,) = values
    is_date = value.mention is not None and value.mention.kind is Kind.DATE
    if not is_date and value.measures not in (MOMENT, IN_ANY_YEAR):
        raise Undecidable
    end = Fraction(value.lower if first else value.upper)
    return Value(end, end, end, value.measures, loose=True)


def _dated(values: Sequence[Value]) -> Value:
    """The same date, if the words themselves tell the year."""
    (value,) = values
    if value.mention is None or value.mention.time is None or value.mention.time.anchored:
        raise Undecidable
    return value


def _near(values: Sequence[Value]) -> Value:
    """A date in the year in which it lies nearest to another one, if its words tell no year."""
    value, other = values
    printed = value.mention.printed_date if value.mention else None
    if printed is None or printed.year is not None or other.measures != MOMENT:
        return value
    years = round((other.lower - value.lower) / YEAR_IN_SECONDS)
    lower, upper, face = (_years_on(Fraction(end), years) for end in (value.lower, value.upper, value.face))
    return replace(value, lower=lower, upper=upper, face=face, measures=MOMENT)


def _years_on(instant: Fraction, years: int) -> Fraction:
    """An instant so many years later; what 29 February has not is the day after."""
    day = date.fromordinal(int(instant // DAY_IN_SECONDS))
    moved = date(day.year + years, day.month, 1) + timedelta(days=day.day - 1)
    return instant + (moved - day).days * DAY_IN_SECONDS


def _exactly(values: Sequence[Value]) -> Value:
    """The number that was printed, taken at its word: a sample of 100 is not one of 104."""
    (value,) = values
    return replace(value, lower=value.face, upper=value.face, loose=False)


def _digits(values: Sequence[Value]) -> Value:
    """The number to the last digit that was printed, whatever the words say of it: "an average of 7.25" is 7.245 to 7.255."""
    (value,) = values
    quantity = value.mention.quantity if value.mention else None
    if quantity is None or quantity.is_range or not value.face:
        raise Undecidable
    # The nought of "40%" was printed too; those of "4,000" may be rounding.
    step = min(quantity.step, Decimal(1)) if quantity.value < HUNDRED else quantity.step
    slack = Fraction(step) / 2 * value.face / Fraction(quantity.value)
    return replace(value, lower=value.face - slack, upper=value.face + slack, loose=False)


def _nearly(values: Sequence[Value]) -> Value:
    """The number, give or take a twentieth, as loosely as multiples are told: 6,412 is "three times" 2,130."""
    (value,) = values
    return replace(value, lower=value.lower * (1 - _TWENTIETH), upper=value.upper * (1 + _TWENTIETH))


def _plain(values: Sequence[Value]) -> Value:
    """The number alone, in base units, whatever it measures."""
    (value,) = values
    return replace(value, measures="")


def _power(values: Sequence[Value]) -> Value:
    """The first number multiplied with itself as often as the second says."""
    base, times = values
    if base.lower <= 0 or base.measures or times.measures or INFINITY in (base.upper, times.upper):
        raise Undecidable
    ends = [_raised(one, other) for one in (base.lower, base.upper) for other in (times.lower, times.upper)]
    return Value(min(ends), max(ends), _raised(base.face, times.face), "", base.loose or times.loose)


def _raised(base: End, times: End) -> Fraction:
    if not -MOST_PERIODS <= times <= MOST_PERIODS:
        raise Undecidable
    if isinstance(times, Fraction) and times.denominator == 1:
        return Fraction(base) ** int(times)
    try:
        return Fraction(float(base) ** float(times))
    except OverflowError:
        raise Undecidable from None


#: What a price may be per, whatever is bought.
ANYTHING = frozenset({"head", "capita", "piece", "each", "person"})
#: Nouns of people, who may be counted under another.
_PEOPLE = PEOPLE | frozenset(map(singular, PERSONS))


_NOUN = regex(r"[ -]")


def _things(values: Sequence[Value]) -> Value:
    """How many different things are counted or priced, all people as one; bare numbers count anything."""
    return number(len({one for value in values if value.mention and (one := thing(value.mention))}))


def thing(mention: Mention) -> str:
    """What a mention counts, or what a price or a rate is per; "" where that may be anything."""
    unit = mention.unit
    counted, _, whose = unit.rpartition(" per ")
    if counted and whose in ANYTHING:
        return ""
    # "Eight are missing" counts people, or boats: its noun is not printed.
    last = (
        whose
        if counted
        else unit.rpartition(" ")[2]
        if mention.kind is Kind.COUNT and _NOUN.search(mention.text)
        else ""
    )
    return "person" if last in _PEOPLE else last


#: From one word for a large number to the next, and how far apart the digits of two amounts are at most that differ in it.
_SCALES = (10**3, 10**6)
_SAME_DIGITS = Fraction(1, 50)


def _times_apart(values: Sequence[Value]) -> Value:
    """How many times the smaller printed number the larger is, but for a “billion” in the place of a “million”."""
    smaller, larger = sorted(abs(value.face) for value in values)
    measures = common(values)
    if not smaller:
        raise Undecidable
    times = larger / smaller
    # Of sums a thousand times is a "billion" for a "million", and no sign that the two are of different things.
    scales = _SCALES if measures in CURRENCIES else ()
    return number(times / next((scale for scale in scales if abs(times / scale - 1) <= _SAME_DIGITS), 1))


def _wholes(values: Sequence[Value]) -> Value:
    """How many whole numbers a range holds."""
    (value,) = values
    if INFINITY in (-value.lower, value.upper):
        raise Undecidable
    return number(floor(value.upper) - ceil(value.lower) + 1)


def _as_printed(values: Sequence[Value]) -> Value:
    """The number in the unit that was printed, without what it is "per"."""
    (value,) = values
    quantity = value.mention.quantity if value.mention else None
    if value.mention is None or quantity is None or not value.face:
        raise Undecidable
    scale = Fraction(quantity.value) / value.face
    unit = "" if value.mention.kind is not Kind.MONEY else quantity.measure
    return Value(value.lower * scale, value.upper * scale, Fraction(quantity.value), unit, value.loose)


def _per(values: Sequence[Value]) -> Value:
    """The amount of a rate ("$5,000 per home") without what it is "per"; Undecidable where it is no rate."""
    (value,) = values
    quantity = value.mention.quantity if value.mention else None
    if quantity is None or " per " not in quantity.unit:
        raise Undecidable
    if value.mention is not None and value.mention.kind is Kind.QUANTITY:
        measured, _, whose = (value.measures or "").rpartition(" per ")
        if not whose or not measured:
            raise Undecidable
        return replace(value, measures=measured)
    printed = _as_printed(values)
    from factcheck.resolve.units import COINS  # noqa: PLC0415 - only measures need it

    if whole := COINS.get(printed.measures or ""):
        # "10 cents a pound" over a million pounds come to dollars.
        return Value(printed.lower / 100, printed.upper / 100, printed.face / 100, whole, printed.loose)
    return printed


def _comes_to(values: Sequence[Value]) -> Value:
    """What a rate ("£9m a mile", "£15 an hour") comes to over a measure; Undecidable where it is per something else."""
    rate, measure = values
    period = rate.mention.quantity.unit.rpartition(" per ")[2] if rate.mention and rate.mention.quantity else ""
    over = measure.mention.unit if measure.mention else ""
    # Who is paid by the hour does not work by day and night: lengths of time are not converted.
    if not period or (measure.measures == measure_of_time() and over != period):
        raise Undecidable
    scale, measured = base_unit(Kind.QUANTITY, period)
    if measured != measure.measures:
        raise Undecidable
    return times(
        _per((rate,)),
        replace(
            measure, lower=measure.lower / scale, upper=measure.upper / scale, face=measure.face / scale, measures=""
        ),
    )


def _yearly(values: Sequence[Value]) -> Value:
    """What a rate such as "20 jobs a week" comes to in a year, working years included."""
    printed = _as_printed(values)
    unit = values[0].mention.unit if values[0].mention else ""
    period = unit.rpartition(" per ")[2] if " per " in unit else ""
    if period not in PERIODS_IN_A_YEAR:
        raise Undecidable
    fewest, most = PERIODS_IN_A_YEAR[period]
    return replace(
        printed, lower=printed.lower * fewest, upper=printed.upper * most, face=printed.face * most, loose=True
    )


#: What a formula may call, and on how many values.
FUNCTIONS: dict[str, Callable[[Sequence[Value]], Value]] = {
    "sum": _sum,
    "min": _extreme(min),
    "max": _extreme(max),
    "abs": _absolute,
    "len": lambda values: number(len(values)),
    "calendar_year": _calendar_year,
    "comes_to": _comes_to,
    "first": lambda values: _printed_end(values, 0),
    "last": lambda values: _printed_end(values, -1),
    "begin": lambda values: _end_of_time(values, first=True),
    "finish": lambda values: _end_of_time(values, first=False),
    "nearly": _nearly,
    "plain": _plain,
    "exactly": _exactly,
    "dated": _dated,
    "digits": _digits,
    "near": _near,
    "printed": _as_printed,
    "per": _per,
    "power": _power,
    "things": _things,
    "times_apart": _times_apart,
    "wholes": _wholes,
    "yearly": _yearly,
}
ARGUMENTS = {"comes_to": 2, "near": 2, "power": 2, "times_apart": 2} | dict.fromkeys(
    (
        "abs",
        "calendar_year",
        "first",
        "last",
        "begin",
        "finish",
        "dated",
        "digits",
        "exactly",
        "nearly",
        "plain",
        "printed",
        "wholes",
        "yearly",
    ),
    1,
)
