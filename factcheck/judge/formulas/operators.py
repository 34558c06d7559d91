"""What the signs of a formula do with values: what may be added, multiplied and set against each other, and in which unit."""

from __future__ import annotations

import ast
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.judge.formulas.values import (
    IN_ANY_YEAR,
    INFINITY,
    MOMENT,
    End,
    Undecidable,
    Value,
    measure_of_time,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def common(values: Sequence[Value]) -> str | None:
    """What the values measure, if they all measure the same."""
    known = {value.measures for value in values} - {None}
    if len(known) > 1:
        raise Undecidable
    return known.pop() if known else None


def add(a: Value, b: Value, sign: int = 1) -> Value:
    """Two values added, or the second taken from the first."""
    measures = _difference(a, b, sign)
    lower, upper = (b.lower, b.upper) if sign > 0 else (-b.upper, -b.lower)
    return Value(a.lower + lower, a.upper + upper, a.face + sign * b.face, measures, a.loose or b.loose)


def _difference(a: Value, b: Value, sign: int) -> str | None:
    """What a sum or difference measures. Two moments are a length of time apart."""
    moments = {MOMENT, IN_ANY_YEAR} & {a.measures, b.measures}
    if not moments:
        return common((a, b))
    if a.measures == b.measures and sign < 0:
        return measure_of_time()
    if {a.measures, b.measures} == {*moments, measure_of_time()}:
        return moments.pop()
    raise Undecidable


def times(a: Value, b: Value) -> Value:
    """Every product of the two, and what it measures."""
    ends = [x * y if x and y else 0 for x in a.ends for y in b.ends]
    least, most = (ends[0], ends[0]) if len(ends) == 1 else (min(ends), max(ends))
    return Value(least, most, a.face * b.face, _compound(a, b), a.loose or b.loose)


def _over(a: Value, b: Value) -> Value:
    if b.lower <= 0 <= b.upper or b.face == 0:
        raise Undecidable
    inverse = Value(_inverse(b.upper), _inverse(b.lower), 1 / b.face, b.measures, b.loose)
    product = times(a, inverse)
    measures = "" if a.measures == b.measures else None if b.measures else a.measures
    return Value(product.lower, product.upper, product.face, measures, product.loose)


def _inverse(end: End) -> End:
    return Fraction(0) if abs(end) == INFINITY else 1 / end


def _compound(a: Value, b: Value) -> str | None:
    if not a.measures or not b.measures:
        return a.measures or b.measures
    return None


OPERATORS: dict[type[ast.operator], Callable[[Value, Value], Value]] = {
    ast.Add: add,
    ast.Sub: lambda a, b: add(a, b, -1),
    ast.Mult: times,
    ast.Div: _over,
}
