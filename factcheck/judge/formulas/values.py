"""What a mention allows, as a formula counts it: a range of exact numbers in base units."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.model import Bound, Kind, Mention
from factcheck.nouns import dataclass
from factcheck.regexes import regex

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

#: An end of a range: exact, or a float where there is none (infinity).
End = Fraction | float
INFINITY = float("inf")
#: To multiply by it takes as long as by any other number, so whoever scales a value looks for it first.
ONE = Fraction(1)
#: A round number in figures ("1,000") is never taken to be coarser than this share of itself in arithmetic.
COARSEST = Fraction(5, 100)
#: "40%" was rounded to the nearest five at the most.
TO_FIVE_PERCENT = Fraction(5, 2)

#: What dates measure; days of no known year are compared with their like alone.
MOMENT, IN_ANY_YEAR = "moment", "day of any year"

DAY_IN_SECONDS = 86_400
#: A length of time as TIMEX3 writes it.
_PERIOD = regex(r"P(\d+|T\d+(?=[HM]))([HDWMY])")
_PERIODS = {"D": "day", "W": "week", "M": "month", "Y": "year", "TH": "hour", "TM": "minute"}
#: A whole number in figures.
_FIGURES = regex(r"(?<![\d.,])\d[\d,]*(?!\.?\d)")


class Undecidable(Exception):  # noqa: N818 - it is no error: the text leaves the question open
    """The values do not allow an answer: amounts of different things, a date that is not known."""


@dataclass(frozen=True, slots=True)
class Value:
    """Every number that the words allow, the one that was printed, and what it measures."""

    lower: End
    upper: End
    face: Fraction
    #: "length", "dollar", "time"; "" for a plain number, None if nobody can tell.
    measures: str | None = ""
    #: Whether the words give a range on purpose, so that the printed number need not be close.
    loose: bool = False
    #: Whether nothing was rounded.
    mention: Mention | None = None

    @property
    def exact(self) -> bool:
        """Whether it allows one number only."""
        return self.lower == self.upper

    @property
    def ends(self) -> tuple[End, ...]:
        """The least and the largest number that it allows, or the only one."""
        return (self.lower,) if self.lower is self.upper else (self.lower, self.upper)


Values = Mapping[str, "Value | tuple[Value, ...]"]


def number(of: int | Fraction | Decimal) -> Value:
    """A number that is exactly what it says."""
    return Value(Fraction(of), Fraction(of), Fraction(of))


def value_of(mention: Mention) -> Value:
    """What a mention allows, in base units; Undecidable if it does not tell."""
    quantity = mention.quantity
    if mention.kind is Kind.DATE:
        return _moment(mention)
    if mention.kind is Kind.SET:
        return _interval(mention)
    if quantity is None or not quantity.printed:
        raise Undecidable
    scale, measures = base_unit(mention.kind, quantity.unit)
    face = fraction(quantity.value)
    if quantity.lower == quantity.upper == quantity.value:
        exact = face if scale is ONE else face * scale
        return Value(exact, exact, exact, measures, quantity.bound is not Bound.EXACT or quantity.is_range, mention)
    lower, upper = _end(quantity.lower), _end(quantity.upper)
    if quantity.bound is Bound.EXACT and not quantity.is_range and _is_round_figure(mention.text):
        slack = abs(face) * COARSEST
        lower, upper = max(lower, face - slack), min(upper, face + slack)
    if mention.kind is Kind.PERCENTAGE and quantity.bound is Bound.EXACT and not quantity.is_range:
        slack = max(abs(face) * COARSEST, TO_FIVE_PERCENT)
        lower, upper = max(lower, face - slack), min(upper, face + slack)
    loose = quantity.bound is not Bound.EXACT or quantity.is_range
    if scale is not ONE:
        lower, upper, face = lower * scale, upper * scale, face * scale
    return Value(lower, upper, face, measures, loose, mention)


def with_cents_of_euros(values: Mapping[str, Value | tuple[Value, ...]]) -> dict[str, Value | tuple[Value, ...]]:
    """The values, with cents for those of a euro beside which they stand: "by 20 cents, from €2.10"."""
    euro = next((one.measures for one in values.values() if isinstance(one, Value) and _unit(one) == "euro"), None)
    if euro is None:
        return dict(values)
    return {
        name: replace(one, measures=euro) if isinstance(one, Value) and _unit(one) == "cent" else one
        for name, one in values.items()
    }


def _unit(value: Value) -> str:
    return value.mention.quantity.unit if value.mention and value.mention.quantity else ""


#: Counts and sums of money below this are hardly ever rounded when they are added up.
ADDED_UP = 1000
_TALLIED = frozenset({Kind.COUNT, Kind.NUMBER, Kind.MONEY})


def tallied(value: Value) -> Value:
    """The value as somebody has it who adds up: small counts and sums in figures are what they say."""
    mention = value.mention
    if (
        mention is None
        or mention.kind not in _TALLIED
        or value.loose
        or value.exact
        or not 1 < value.face < ADDED_UP
        or value.face.denominator != 1
        or not _FIGURES.search(mention.text)
    ):
        return value
    return replace(value, lower=value.face, upper=value.face)


#: No share is more per cent than that.
_A_WHOLE = 100
#: A sum from here on is no price, though it may be paid every year.
DEAREST = 100_000


def as_level(value: Value, other: Value) -> Value:
    """One of two levels, with the unit that only the other says: "up to $80 a barrel from $78", "from $5bn to $8bn a year"."""
    if value.mention is None or other.mention is None:
        return value
    # A share measures nothing, as a bare number does: "from 74 per cent to 71".
    is_of_share = value.mention.kind is Kind.NUMBER and other.mention.kind is Kind.PERCENTAGE
    if value.measures == other.measures and not is_of_share:
        return value
    if is_of_share and value.face > _A_WHOLE:
        raise Undecidable
    unit = other.mention.unit
    paid_in, _, per = unit.rpartition(" per ")
    is_measured = other.mention.kind in (Kind.QUANTITY, Kind.DURATION, Kind.PERCENTAGE) or per != ""
    # "By a third, to £90": a part in words is one of the sum, not of a pound.
    is_part = other.mention.kind is Kind.MONEY and value.face < 1 and not any(map(str.isdigit, value.mention.text))
    is_bare = value.mention.kind is Kind.NUMBER and is_measured and not is_part
    is_price = (
        value.mention.kind is Kind.MONEY
        and (value.face < DEAREST or per in _PERIODS.values())
        and value.measures == base_unit(Kind.MONEY, paid_in)[1]
    )
    if not (is_bare or is_price) or value.loose:
        return value
    scale, measures = base_unit(other.mention.kind, unit)
    if is_price:
        scale /= base_unit(Kind.MONEY, paid_in)[0]
    return replace(
        value, lower=value.lower * scale, upper=value.upper * scale, face=value.face * scale, measures=measures
    )


#: Beside a level that is told to the last digit, a round one is no coarser than this share of itself.
BESIDE_A_FINE_ONE = Fraction(1, 400)


def as_fine_as(value: Value, other: Value) -> Value:
    """One of two levels, where the other is told more finely: in "from $900m to $972m" the first is no rough number."""
    one, two = value.mention, other.mention
    if one is None or two is None or value.loose or other.loose or value.measures != other.measures:
        return value
    if _leaves_out_decimals(one.text, two.text):
        slack = Fraction(other.upper - other.lower)
        return replace(value, lower=max(value.lower, value.face - slack), upper=min(value.upper, value.face + slack))
    if (
        not _is_round_figure(one.text)
        or _is_round_figure(two.text)
        or not any(map(str.isdigit, two.text))
        or _scale_word(one.text) != _scale_word(two.text)
    ):
        return value
    slack = max(abs(value.face) * BESIDE_A_FINE_ONE, Fraction(other.upper - other.lower) / 2)
    return replace(value, lower=max(value.lower, value.face - slack), upper=min(value.upper, value.face + slack))


_SCALE_WORD = regex(r"(?<=[\d ])(?:thousand|million|billion|trillion|lakh|crore|[mk]|[bt]n)\b")
#: Figures with one decimal, and without.
_TENTHS, _NO_TENTHS = regex(r"(?<![\d.,])\d+\.\d(?!\d)"), regex(r"(?<![\d.,])[1-9]\d?(?![\d.,]\d)(?!\d)")


def _leaves_out_decimals(text: str, other: str) -> bool:
    """Whether a number has no tenths beside one of the same scale that has some: "from 8 million to 11.2 million" is from 8.0."""
    is_scaled = _scale_word(text) == _scale_word(other) != ""
    return is_scaled and _NO_TENTHS.search(text) is not None and _TENTHS.search(other) is not None


def _scale_word(text: str) -> str:
    """The word for so many noughts ("million", "bn"), or nothing."""
    found = _SCALE_WORD.search(text)
    return found[0] if found else ""


def _is_round_figure(text: str) -> bool:
    """Whether the number stands in figures with noughts at the end: "1,000" or "$30m", not "£4m" or "a thousand"."""
    figures = _FIGURES.search(text)
    return figures is not None and figures[0].endswith("0")


#: A time by the day of writing alone.
_FROM_NOW = regex(r"(?:last|this) (?:year|quarter|month|week|season|spring|summer|autumn|fall|winter)")


def _moment(mention: Mention) -> Value:
    from factcheck.judge.moments import days, days_of_any_year  # noqa: PLC0415 - only dates need it

    if known := days(mention):
        return moment(*known, mention)
    if open_year := days_of_any_year(mention):
        return moment(*open_year, mention, IN_ANY_YEAR)
    if _FROM_NOW.fullmatch(mention.text.lower()):
        # Nobody knows when that was, but it is the same each time that it is said.
        return Value(Fraction(0), Fraction(1), Fraction(1, 2), mention.text.lower(), loose=True, mention=mention)
    raise Undecidable


def _interval(mention: Mention) -> Value:
    """How much time lies between two times of "every week"."""
    found = _PERIOD.fullmatch(mention.time.timex) if mention.time else None
    if found is None:
        raise Undecidable
    from factcheck.resolve.units import factor  # noqa: PLC0415 - only repetitions need it

    number_of = found[1].removeprefix("T")
    seconds = Fraction(factor(_PERIODS[found[1].replace(number_of, "") + found[2]])) * int(number_of)
    return Value(seconds, seconds, seconds, measure_of_time(), mention=mention)


def moment(start: date, end: date, mention: Mention | None = None, measures: str = MOMENT) -> Value:
    """Any time from the beginning of a day up to another."""
    lower, upper = Fraction(start.toordinal() * DAY_IN_SECONDS), Fraction(end.toordinal() * DAY_IN_SECONDS)
    return Value(lower, upper, (lower + upper) / 2, measures, loose=True, mention=mention)


def _end(of: Decimal) -> End:
    return fraction(of) if of.is_finite() else float(of)


@lru_cache(maxsize=4096)
def fraction(of: Decimal) -> Fraction:
    """A printed number as an exact one."""
    return Fraction(of)


@lru_cache(maxsize=512)
def base_unit(kind: Kind, unit: str) -> tuple[Fraction, str]:
    """What to multiply by to come to the base unit, and what the unit measures."""
    match kind:
        case Kind.PERCENTAGE:
            return Fraction(1, 10_000 if unit == "basis point" else 100), ""
        case Kind.QUANTITY | Kind.DURATION | Kind.AGE | Kind.MONEY:
            from factcheck.resolve.units import dimension, factor  # noqa: PLC0415 - only measures need it

            measured = dimension(unit)
            if measured is not None:
                return Fraction(factor(unit)), str(measured)
            amount, per, whose = unit.partition(" per ")
            if per and (measured := dimension(amount)) is not None:
                # "0.5 MW per turbine": no unit is called so, and yet it is measured in watts.
                return Fraction(factor(amount)), f"{measured} per {whose}"
            return ONE, unit
        case _ if "per " in unit:
            return _counted_by(unit.rpartition("per ")[2])
        case _:
            return ONE, ""


def _counted_by(whose: str) -> tuple[Fraction, str]:
    """What to multiply by to come to so many for one second, square meter or head, and what that measures."""
    from factcheck.resolve.units import dimension, factor  # noqa: PLC0415 - only rates need it

    heads = whose.split(maxsplit=1)[0].replace("million", "1000000")
    if heads.isdigit():
        return Fraction(1, int(heads)), ""
    measured = dimension(whose)
    return (Fraction(1) / Fraction(factor(whose)), f"per {measured}") if measured else (ONE, "")


def measure_of_time() -> str:
    """What lengths of time measure."""
    from factcheck.resolve.units import dimension  # noqa: PLC0415 - only dates need it

    return str(dimension("second"))
