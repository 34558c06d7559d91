"""The working of a formula in one line, and what would make it come out."""

from __future__ import annotations

import ast
from datetime import date
from typing import TYPE_CHECKING

from factcheck.judge.formulas.formula import Decision, evaluated
from factcheck.judge.formulas.showing import (
    DAY,
    IN_BASE_UNITS,
    as_day,
    in_printed_unit,
    in_text,
    number_of,
    restated_as,
    result_of,
    side_of,
)
from factcheck.judge.formulas.values import INFINITY, MOMENT, Undecidable, Value, Values
from factcheck.judge.restating import numeral, rewritten
from factcheck.judge.wording import number_in_words
from factcheck.model import Kind
from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

_RELATIONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "=",
    ast.NotEq: "≠",
    ast.Lt: "<",
    ast.LtE: "≤",
    ast.Gt: ">",
    ast.GtE: "≥",
}
#: What is said where a relation fails: a pattern of a rule says what must hold, a reader wants to know what is.
_FAILED: dict[type[ast.cmpop], str] = {
    ast.Eq: "≠",
    ast.NotEq: "=",
    ast.Lt: "≥",
    ast.LtE: ">",
    ast.Gt: "≤",
    ast.GtE: "<",
}


@dataclass(frozen=True, slots=True)
class Working:
    """How a comparison came out: the line of arithmetic, what was expected, and the repairs."""

    line: str
    #: The worked-out value, in the style of the printed one that it was compared with.
    expected: str
    repairs: tuple[str, ...]


def working(decision: Decision, values: Values) -> Working:
    """The working of a decision, whether the formula held or not; nothing is to be repaired where it did."""
    comparison = decision.comparison
    repairs = () if decision.holds else tuple(_repairs(comparison, values))
    left, right = comparison.left, comparison.comparators[0]
    sides = [(left, right, decision.right), (right, left, decision.left)]
    relation = comparison.ops[0]
    if isinstance(relation, ast.Eq):
        told = [found for side in sides if (found := _equation(*side, values, holds=decision.holds))]
        # "290 seconds is not 4 min 20 sec" explains less than "4 min 20 sec = 260 seconds, not 290 seconds".
        if told:
            line, expected = next((found for found in told if " = " in found[0]), told[0])
            return Working(line, expected, repairs)
    sign = (_RELATIONS if decision.holds else _FAILED)[type(relation)]
    shown = [side_of(node, other, values) for node, other in ((left, right), (right, left))]
    expected = ""
    if not decision.holds:
        for at, (stated, worked, result) in enumerate(sides):
            value = number_of(stated, values)
            if value is not None and isinstance(worked, ast.BinOp):
                expected = restated_as(stated, value, result.face)
                shown[1 - at] += f" = {expected}"
            elif isinstance(worked, ast.BinOp | ast.Call) and (comes_to := result_of(worked, result, values)):
                shown[1 - at] += f" = {comes_to}"
    return Working(f"{shown[0]} {sign} {shown[1]}", expected, repairs)


def _equation(
    stated: ast.expr, worked: ast.expr, result: Value, values: Values, *, holds: bool
) -> tuple[str, str] | None:
    """What one side comes to, and what it should come to if the other side is a number of the text: "30 × 2 = 60, not 50"."""
    value = number_of(stated, values)
    if value is None or value.mention is None:
        return None
    expected = restated_as(stated, value, result.face)
    shown = in_text(worked, values)
    printed = numeral(value.mention)
    if shown == expected:
        return (f"{shown} = {printed}" if holds else f"{shown} is not {printed}"), expected
    return (f"{shown} = {expected}" if holds else f"{shown} = {expected}, not {printed}"), expected


def _repairs(comparison: ast.Compare, values: Values) -> Iterator[str]:
    """For each printed value in turn, what it would have to be if the others are right; of a bound the total alone."""
    left, right = comparison.left, comparison.comparators[0]
    if not isinstance(comparison.ops[0], ast.Eq):
        for stated, worked in ((left, right), (right, left)):
            total = number_of(stated, values)
            if isinstance(stated, ast.Name) and total is not None and _is_sum(worked):
                yield from _repair(total, evaluated(worked, values).face)
        return
    for name, value in values.items():
        if not isinstance(value, Value):
            continue
        for side, other in ((left, right), (right, left)):
            try:
                needed = _solved(side, name, evaluated(other, values), values) if _holds(side, name) else None
            except Undecidable:
                continue
            if needed is not None:
                yield from _repair(value, needed.face)


def _is_sum(node: ast.expr) -> bool:
    """Whether it adds up what must be no more than a number of the text."""
    is_called = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "sum"
    return is_called or (isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add))


def _repair(value: Value, face: Fraction) -> Iterator[str]:
    """A number of the text and what it would have to be, unless that makes no sense."""
    if (mention := value.mention) is not None:
        is_date = mention.kind is Kind.DATE
        if words := as_day(mention, face) if is_date else rewritten(mention, in_printed_unit(value, face)):
            yield f"“{mention.text}” → “{words}”"


def _holds(node: ast.expr, name: str) -> bool:
    return any(isinstance(part, ast.Name) and part.id == name for part in ast.walk(node))


def _solved(node: ast.expr, name: str, wanted: Value, values: Values) -> Value | None:
    """What a name would have to be for a part of a formula to come to a value; None where that is not plain."""
    match node:
        case ast.Name():
            return wanted
        case ast.BinOp(left=left, op=sign, right=right) if _holds(left, name) != _holds(right, name):
            in_left = _holds(left, name)
            known = evaluated(right if in_left else left, values)
            return _solved(left if in_left else right, name, _undone(sign, wanted, known, in_left=in_left), values)
        case ast.Call(func=ast.Name(id=called), args=[inner]) if called in IN_BASE_UNITS:
            return _solved(inner, name, wanted, values)
        case _:
            return None


def _undone(sign: ast.operator, wanted: Value, known: Value, *, in_left: bool) -> Value:
    """The operand that gives the wanted value with the known one."""
    a, b = wanted.face, known.face
    try:
        match sign:
            case ast.Add():
                face = a - b
            case ast.Sub():
                face = a + b if in_left else b - a
            case ast.Mult():
                face = a / b
            case _:
                face = a * b if in_left else b / a
    except ZeroDivisionError:
        raise Undecidable from None
    return Value(-INFINITY, INFINITY, face, None)


def in_words(value: Value) -> str:
    """A value that was worked out for a message: a number, or of an instant the year."""
    return (
        str(date.fromordinal(int(value.face // DAY)).year) if value.measures == MOMENT else number_in_words(value.face)
    )
