"""Formulas: what must hold between the slots of a pattern.

A formula is arithmetic and comparison, and nothing else that Python has:

    new == old * (1 + change)
    sum(parts) <= total and total < 100
    abs(length - (end - start)) <= year

It is worked out twice at once: over the ranges that the words allow, and over the
printed numbers. `a == b` means that some value fits both and that the printed
numbers lie close together; `a <= b` means that some values allow it. So no formula
needs to mention rounding or hedging.

Percentages count as shares (25% is 0.25), measures in the base unit of their
dimension, so that 90 km / 3 hours == 30 km/h, and dates as places on the line of
time, so that the difference of two dates is a duration.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property
from math import ceil, floor
from typing import TYPE_CHECKING, Any

from factcheck.judge.agreement import CLOSE
from factcheck.model import Bound, Kind, Mention
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

#: An end of a range: exact, or a float where there is none (infinity).
End = Fraction | float
INFINITY = float("inf")
#: A round number in figures ("1,000") is never taken to be coarser than this share of itself in arithmetic.
COARSEST = Fraction(5, 100)
#: Rounded numbers that miss each other by no more than this may have been rounded twice, or cut off.
NARROW = Fraction(3, 100)
#: Names that stand for a length of time in every formula.
DURATIONS = ("hour", "day", "week", "month", "year")
#: How often a year has each period, from a working year to a full one.
PERIODS_IN_A_YEAR = {"hour": (1_800, 8_784), "day": (220, 366), "week": (44, 53), "month": (12, 12), "year": (1, 1)}
#: Nothing grows for more periods in a sentence of the news.
MOST_PERIODS = 200
#: The name of the day on which the article was published.
PUBLISHED = "published"

#: What dates measure; days of no known year are compared with their like alone.
MOMENT, IN_ANY_YEAR = "moment", "day of any year"

_DAY = 86_400
#: A length of time as TIMEX3 writes it.
_PERIOD = regex(r"P(\d+)([DWMY])")
_PERIODS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_FIGURES = regex(r"\d[\d,]*(?![\d.])")


class FormulaError(ValueError):
    """A formula that says something other than arithmetic; says what and, where it can, what was meant."""

    def __init__(self, problem: str, word: str = "", known: Iterable[str] = ()) -> None:
        super().__init__(problem)
        #: The word that is not known, and those that are.
        self.word = word
        self.known = tuple(known)


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


Values = Mapping[str, "Value | tuple[Value, ...]"]


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a formula holds, and the comparison that settled it."""

    holds: bool
    comparison: ast.Compare
    left: Value
    right: Value

    @property
    def narrow(self) -> bool:
        """Whether rounded numbers miss each other by so little that something unsaid may explain it."""
        if self.left.exact and self.right.exact:
            return False
        return abs(self.left.face - self.right.face) <= NARROW * max(abs(self.left.face), abs(self.right.face))


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
    scale, measures = _base_unit(mention.kind, quantity.unit)
    face = Fraction(quantity.value)
    lower, upper = _end(quantity.lower), _end(quantity.upper)
    if quantity.bound is Bound.EXACT and not quantity.is_range and _is_round_figure(mention.text, face):
        slack = abs(face) * COARSEST
        lower, upper = max(lower, face - slack), min(upper, face + slack)
    loose = quantity.bound is not Bound.EXACT or quantity.is_range
    return Value(lower * scale, upper * scale, face * scale, measures, loose, mention)


def _is_round_figure(text: str, face: Fraction) -> bool:
    """Whether the number stands in figures with noughts at the end: "1,000", not "£4m" or "a thousand"."""
    figures = _FIGURES.search(text)
    return figures is not None and figures[0].endswith("0") and int(figures[0].replace(",", "")) == face


def _moment(mention: Mention) -> Value:
    from factcheck.judge.moments import days, days_of_any_year  # noqa: PLC0415 - only dates need it

    if known := days(mention):
        return moment(*known, mention)
    if open_year := days_of_any_year(mention):
        return moment(*open_year, mention, IN_ANY_YEAR)
    raise Undecidable


def _interval(mention: Mention) -> Value:
    """How much time lies between two times of "every week"."""
    found = _PERIOD.fullmatch(mention.time.timex) if mention.time else None
    if found is None:
        raise Undecidable
    from factcheck.resolve.units import factor  # noqa: PLC0415 - only repetitions need it

    seconds = Fraction(factor(_PERIODS[found[2]])) * int(found[1])
    return Value(seconds, seconds, seconds, _time(), mention=mention)


def moment(start: date, end: date, mention: Mention | None = None, measures: str = MOMENT) -> Value:
    """Any time from the beginning of a day up to another."""
    lower, upper = Fraction(start.toordinal() * _DAY), Fraction(end.toordinal() * _DAY)
    return Value(lower, upper, (lower + upper) / 2, measures, loose=True, mention=mention)


def _end(of: Decimal) -> End:
    return Fraction(of) if of.is_finite() else float(of)


def _base_unit(kind: Kind, unit: str) -> tuple[Fraction, str]:
    """What to multiply by to come to the base unit, and what the unit measures."""
    match kind:
        case Kind.PERCENTAGE:
            return Fraction(1, 100), ""
        case Kind.QUANTITY | Kind.DURATION | Kind.AGE | Kind.MONEY:
            from factcheck.resolve.units import dimension, factor  # noqa: PLC0415 - only measures need it

            measured = dimension(unit)
            if measured is not None:
                return Fraction(factor(unit)), str(measured)
            amount, per, whose = unit.partition(" per ")
            if per and (measured := dimension(amount)) is not None:
                # "0.5 MW per turbine": no unit is called so, and yet it is measured in watts.
                return Fraction(factor(amount)), f"{measured} per {whose}"
            return Fraction(1), unit
        case _:
            return Fraction(1), ""


# --- the formula --------------------------------------------------------------------


def _sum(values: Sequence[Value]) -> Value:
    total = values[0]
    for value in values[1:]:
        total = _add(total, value)
    return total


def _extreme(choose: Callable[[Iterable[Any]], Any]) -> Callable[[Sequence[Value]], Value]:
    def extreme(values: Sequence[Value]) -> Value:
        return Value(
            choose(value.lower for value in values),
            choose(value.upper for value in values),
            choose(value.face for value in values),
            _common(values),
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
    years = [date.fromordinal(int(end // _DAY)).year for end in (value.lower, value.upper - 1)]
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
    if value.measures not in (MOMENT, IN_ANY_YEAR):
        raise Undecidable
    end = Fraction(value.lower if first else value.upper)
    return Value(end, end, end, value.measures, loose=True)


def _dated(values: Sequence[Value]) -> Value:
    """The same date, if the words themselves tell the year."""
    (value,) = values
    if value.mention is None or value.mention.time is None or value.mention.time.anchored:
        raise Undecidable
    return value


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
    slack = Fraction(quantity.step) / 2 * value.face / Fraction(quantity.value)
    return replace(value, lower=value.face - slack, upper=value.face + slack, loose=False)


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
    unit = "" if value.mention.kind is not Kind.MONEY else quantity.unit.partition(" per ")[0]
    return Value(value.lower * scale, value.upper * scale, Fraction(quantity.value), unit, value.loose)


def _yearly(values: Sequence[Value]) -> Value:
    """What a rate such as "20 jobs a week" comes to in a year, working years included."""
    printed = _as_printed(values)
    unit = values[0].mention.quantity.unit if values[0].mention and values[0].mention.quantity else ""
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
    "first": lambda values: _printed_end(values, 0),
    "last": lambda values: _printed_end(values, -1),
    "begin": lambda values: _end_of_time(values, first=True),
    "finish": lambda values: _end_of_time(values, first=False),
    "plain": _plain,
    "exactly": _exactly,
    "dated": _dated,
    "digits": _digits,
    "printed": _as_printed,
    "power": _power,
    "wholes": _wholes,
    "yearly": _yearly,
}
_ARGUMENTS = {"power": 2} | dict.fromkeys(
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
        "plain",
        "printed",
        "wholes",
        "yearly",
    ),
    1,
)


def _common(values: Sequence[Value]) -> str | None:
    """What the values measure, if they all measure the same."""
    known = {value.measures for value in values} - {None}
    if len(known) > 1:
        raise Undecidable
    return known.pop() if known else None


def _add(a: Value, b: Value, sign: int = 1) -> Value:
    measures = _difference(a, b, sign)
    lower, upper = (b.lower, b.upper) if sign > 0 else (-b.upper, -b.lower)
    return Value(a.lower + lower, a.upper + upper, a.face + sign * b.face, measures, a.loose or b.loose)


def _difference(a: Value, b: Value, sign: int) -> str | None:
    """What a sum or difference measures. Two moments are a length of time apart."""
    moments = {MOMENT, IN_ANY_YEAR} & {a.measures, b.measures}
    if not moments:
        return _common((a, b))
    if a.measures == b.measures and sign < 0:
        return _time()
    if {a.measures, b.measures} == {*moments, _time()}:
        return moments.pop()
    raise Undecidable


def _time() -> str:
    from factcheck.resolve.units import dimension  # noqa: PLC0415 - only dates need it

    return str(dimension("second"))


def _times(a: Value, b: Value) -> Value:
    ends = [0 if 0 in (x, y) else x * y for x in (a.lower, a.upper) for y in (b.lower, b.upper)]
    return Value(min(ends), max(ends), a.face * b.face, _compound(a, b), a.loose or b.loose)


def _over(a: Value, b: Value) -> Value:
    if b.lower <= 0 <= b.upper or b.face == 0:
        raise Undecidable
    inverse = Value(_inverse(b.upper), _inverse(b.lower), 1 / b.face, b.measures, b.loose)
    product = _times(a, inverse)
    measures = "" if a.measures == b.measures else None if b.measures else a.measures
    return Value(product.lower, product.upper, product.face, measures, product.loose)


def _inverse(end: End) -> End:
    return Fraction(0) if abs(end) == INFINITY else 1 / end


def _compound(a: Value, b: Value) -> str | None:
    if not a.measures or not b.measures:
        return a.measures or b.measures
    return None


_OPERATORS: dict[type[ast.operator], Callable[[Value, Value], Value]] = {
    ast.Add: _add,
    ast.Sub: lambda a, b: _add(a, b, -1),
    ast.Mult: _times,
    ast.Div: _over,
}


def _equal(a: Value, b: Value) -> bool:
    if not (a.lower <= b.upper and b.lower <= a.upper):
        return False
    larger = max(abs(a.face), abs(b.face))
    return a.loose or b.loose or abs(a.face - b.face) <= Fraction(CLOSE) * larger


_COMPARISONS: dict[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Eq: _equal,
    ast.NotEq: lambda a, b: not (a.exact and b.exact and a.lower == b.lower),
    ast.Lt: lambda a, b: a.lower < b.upper,
    ast.LtE: lambda a, b: a.lower <= b.upper,
    ast.Gt: lambda a, b: a.upper > b.lower,
    ast.GtE: lambda a, b: a.upper >= b.lower,
}


@dataclass(frozen=True)
class Formula:
    """What must hold between named values."""

    source: str

    @cached_property
    def tree(self) -> ast.expr:
        """The formula, taken apart; FormulaError if it is none."""
        try:
            return ast.parse(self.source.strip(), mode="eval").body
        except (SyntaxError, ValueError) as error:
            raise FormulaError(f"{self.source.strip()!r} is no formula: {getattr(error, 'msg', error)}") from None

    def check(self, names: Mapping[str, bool]) -> None:
        """Raise FormulaError unless it uses only what formulas may, and these slots (True for a list)."""
        _check_truth(self.tree, names)

    def check_arithmetic(self, names: Mapping[str, bool]) -> None:
        """Raise FormulaError unless it is one value of these slots."""
        _check_value(self.tree, names)

    def work_out(self, values: Values) -> Value:
        """What it comes to, if it is one value."""
        return evaluated(self.tree, values)

    def decide(self, values: Values) -> Decision:
        """Whether the values allow it; Undecidable if they do not tell."""
        return _decide(self.tree, values)


def _check_truth(node: ast.expr, names: Mapping[str, bool]) -> None:
    match node:
        case ast.BoolOp(values=parts):
            for part in parts:
                _check_truth(part, names)
        case ast.Compare(left=left, ops=[comparison], comparators=[right]) if type(comparison) in _COMPARISONS:
            _check_value(left, names)
            _check_value(right, names)
        case _:
            raise FormulaError(f"{ast.unparse(node)!r} does not compare two values with == != < <= > or >=")


def _check_value(node: ast.expr, names: Mapping[str, bool]) -> None:
    match node:
        case ast.Constant(value=int() | float()) if not isinstance(node.value, bool):
            return
        case ast.Name(id=name):
            _check_name(name, names)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            _check_value(operand, names)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _OPERATORS:
            _check_value(left, names)
            _check_value(right, names)
        case ast.Call(func=ast.Name(id=name), args=[*arguments], keywords=[]) if arguments:
            _check_call(name, arguments, names)
        case _:
            raise FormulaError(f"{ast.unparse(node)!r} is not arithmetic")


def _check_name(name: str, names: Mapping[str, bool]) -> None:
    if names.get(name):
        raise FormulaError(f"{name!r} is a list: sum, min, max or len of it is a number")
    if name not in names and name not in (*DURATIONS, PUBLISHED):
        raise FormulaError(f"no slot is called {name!r}", name, (*names, *DURATIONS, PUBLISHED))


def _check_call(name: str, arguments: Sequence[ast.expr], names: Mapping[str, bool]) -> None:
    if name not in FUNCTIONS:
        raise FormulaError(f"no function is called {name!r}", name, FUNCTIONS)
    if len(arguments) != _ARGUMENTS.get(name, len(arguments)):
        raise FormulaError(f"{name} takes {'one value' if _ARGUMENTS[name] == 1 else 'two values'}")
    for argument in arguments:
        is_list = isinstance(argument, ast.Name) and names.get(argument.id, False)
        if not is_list or name in _ARGUMENTS:
            _check_value(argument, names)


def _decide(node: ast.expr, values: Values) -> Decision:
    match node:
        case ast.BoolOp(op=connective, values=parts):
            wanted = isinstance(connective, ast.Or)
            decisions = [_decide(part, values) for part in parts]
            return next((decision for decision in decisions if decision.holds is wanted), decisions[0])
        case ast.Compare(left=left, ops=[comparison], comparators=[right]):
            a, b = evaluated(left, values), evaluated(right, values)
            _common((a, b))
            return Decision(_COMPARISONS[type(comparison)](a, b), node, a, b)
        case _:  # pragma: no cover - `check` let nothing else through
            raise FormulaError(ast.unparse(node))


def evaluated(node: ast.expr, values: Values) -> Value:
    """What a part of a formula comes to."""
    match node:
        case ast.Constant(value=constant):
            return number(Fraction(str(constant)))
        case ast.Name(id=name):
            value = values.get(name) or _named(name)
            if not isinstance(value, Value):
                raise Undecidable
            return value
        case ast.UnaryOp(operand=operand):
            return _times(number(-1), evaluated(operand, values))
        case ast.BinOp(left=left, op=sign, right=right):
            return _OPERATORS[type(sign)](evaluated(left, values), evaluated(right, values))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return FUNCTIONS[name]([value for argument in arguments for value in _each(argument, values)])
        case _:  # pragma: no cover - `check` let nothing else through
            raise FormulaError(ast.unparse(node))


def _each(node: ast.expr, values: Values) -> tuple[Value, ...]:
    if isinstance(node, ast.Name) and isinstance(listed := values.get(node.id), tuple):
        return listed
    return (evaluated(node, values),)


def _named(name: str) -> Value:
    if name not in DURATIONS:
        raise Undecidable
    from factcheck.resolve.units import dimension, factor  # noqa: PLC0415 - only durations need it

    seconds = Fraction(factor(name))
    return Value(seconds, seconds, seconds, str(dimension(name)))
