"""A formula as a reader is shown it: with the text's own numbers in it, and those of the rule in the text's units."""

from __future__ import annotations

import ast
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.judge.formulas.arithmetic import PERIODS_IN_A_YEAR, YEAR_IN_SECONDS, is_share
from factcheck.judge.formulas.formula import DURATIONS, evaluated
from factcheck.judge.formulas.values import Undecidable, Value, Values, measure_of_time
from factcheck.judge.restating import numeral, restated
from factcheck.judge.wording import amount_in_words, day_in_words, number_in_words
from factcheck.model import Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIGNS: dict[type[ast.operator], tuple[str, int]] = {
    ast.Add: ("+", 1),
    ast.Sub: ("−", 1),
    ast.Mult: ("×", 2),
    ast.Div: ("÷", 2),
}
#: Functions that only tell how a number of the text is to be taken: those that leave it in base units, and all.
IN_BASE_UNITS = frozenset({"digits", "exactly", "nearly", "plain"})
_TAKEN = IN_BASE_UNITS | {"dated", "per", "printed"}
#: Functions of which a reader sees what they are called on.
_PLAIN = _TAKEN | {"abs", "begin", "finish", "near"}
#: Signs for functions of two values.
_BETWEEN = {"comes_to": " × ", "times_apart": " ÷ "}
DAY = 86_400
#: From so many years on a length of time is told in years.
_SOME_YEARS = 2
#: Binds closer than any sign.
_TIGHTEST = 3


def as_day(mention: Mention, face: Fraction) -> str:
    """The day, or the year if no day was printed, that an instant lies in, with as much of a date as was printed."""
    ordinal = int(face // DAY)
    if not 1 <= ordinal <= date.max.toordinal():
        raise Undecidable
    day = date.fromordinal(ordinal)
    printed = mention.printed_date
    if printed is None or printed.day is None:
        return str(day.year)
    return day_in_words(day, with_year=printed.year is not None)


def side_of(node: ast.expr, other: ast.expr, values: Values) -> str:
    """One side of a comparison; a number of the rule's own in the unit of what it is compared with: "£40 < £2,000"."""
    if not isinstance(node, ast.Constant):
        return in_text(node, values)
    like = number_of(other, values)
    if like is not None:
        return restated_as(other, like, Fraction(str(node.value)))
    inside = _values_in(other, values)
    if inside and all(map(is_share, inside)):
        return amount_in_words(Fraction(str(node.value)) * 100, "percent")
    return in_text(node, values)


def _values_in(node: ast.expr, values: Values) -> list[Value]:
    """The numbers of the text in a part of a formula."""
    found: list[Value] = []
    for part in ast.walk(node):
        value = values.get(part.id, ()) if isinstance(part, ast.Name) else ()
        found += [value] if isinstance(value, Value) else value
    return found


def result_of(node: ast.expr, result: Value, values: Values) -> str:
    """What a part of a formula comes to that was worked out, or nothing where that is plain or has no unit of its own."""
    if not isinstance(node.args[0] if isinstance(node, ast.Call) else node, ast.BinOp):
        return ""
    if result.measures == measure_of_time():
        return _length(result.face / DAY)
    inside = _values_in(node, values)
    if any(map(is_share, inside)):
        return amount_in_words(result.face * 100, "percent") if all(map(is_share, inside)) else ""
    units = {
        one.mention.quantity.unit
        for one in inside
        if one.mention and one.mention.kind is Kind.MONEY and one.mention.quantity
    }
    if result.measures == "" or result.measures in units:
        return amount_in_words(result.face, result.measures)
    return ""


def _length(days: Fraction) -> str:
    """So many days, or years where they are some."""
    years = days * DAY / YEAR_IN_SECONDS
    told = amount_in_words(*((abs(years), "year") if abs(years) >= _SOME_YEARS else (abs(days), "day")), 2)
    return f"−{told}" if days < 0 else told


def in_text(node: ast.expr, values: Values, level: int = 0) -> str:  # noqa: PLR0911 - one for each kind of part
    """A part of a formula with the text's numbers in it."""
    match node:
        case ast.Constant(value=number):
            return number_in_words(Fraction(str(number)))
        case ast.Name(id=name):
            value = values.get(name, ())
            if name in DURATIONS and not value:
                return f"1 {name}"
            return _printed(value) if isinstance(value, Value) else " + ".join(map(_printed, value)) or name
        case ast.BinOp(left=ast.Constant(value=number), op=ast.Mult(), right=ast.Name(id=name)) if name in DURATIONS:
            return amount_in_words(Fraction(str(number)), name)
        case ast.BinOp(op=ast.Div(), right=ast.Name(id=name)) if name in DURATIONS:
            return number_in_words(evaluated(node, values).face)
        case ast.BinOp(left=left, op=operation, right=right):
            sign, rank = _SIGNS[type(operation)]
            line = f"{in_text(left, values, rank)} {sign} {in_text(right, values, rank + 1)}"
            return f"({line})" if rank < level else line
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _called(name, arguments, values, level)
        case _:
            return ast.unparse(node)


def _called(name: str, arguments: Sequence[ast.expr], values: Values, level: int) -> str:
    """A call of a function, as a reader would put it."""
    if name in ("first", "last", "calendar_year", "len"):
        return _read_off(name, arguments[0], values)
    if name == "yearly":
        return _in_a_year(arguments[0], values)
    if name == "power":
        return _raised(in_text(arguments[0], values, _TIGHTEST), evaluated(arguments[1], values).face)
    shown = [in_text(argument, values, level) for argument in arguments]
    if name == "sum":
        return f"({' + '.join(shown)})" if level > 1 else " + ".join(shown)
    if name in _BETWEEN:
        return _BETWEEN[name].join(shown)
    return shown[0] if name in _PLAIN else f"{name}({', '.join(shown)})"


def _read_off(name: str, node: ast.expr, values: Values) -> str:
    """An end of a range, as the range is printed, the year of a date, or how many there are."""
    end = evaluated(ast.Call(ast.Name(name), [node], []), values).face
    value = number_of(node, values)
    return number_in_words(end) if name == "calendar_year" or value is None else restated_as(node, value, end)


def _in_a_year(node: ast.expr, values: Values) -> str:
    """What a rate comes to in a year: "£30,000 a week = £1.32 million to £1.59 million a year"."""
    value = number_of(node, values)
    quantity = value.mention.quantity if value and value.mention else None
    if value is None or value.mention is None or quantity is None:
        return in_text(node, values)
    whose = quantity.unit.rpartition(" per ")[2]
    fewest, most = PERIODS_IN_A_YEAR.get(whose, (1, 1))
    if whose == "year":
        return value.mention.text
    unit = quantity.unit.rpartition(" per ")[0]
    least, largest = (amount_in_words(quantity.value * times, unit) for times in (fewest, most))
    return f"{value.mention.text} = {f'{least} to ' * (least != largest)}{largest} a year"


_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def _raised(base: str, times: Fraction) -> str:
    whole = times.denominator == 1 and times > 0
    return base + (str(times).translate(_SUPERSCRIPTS) if whole else f" to the power of {number_in_words(times)}")


def _printed(value: Value) -> str:
    return number_in_words(value.face) if value.mention is None else numeral(value.mention)


def number_of(node: ast.expr, values: Values) -> Value | None:
    """The number of the text that a side of a comparison is, if it is one."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _TAKEN:
        node = node.args[0]
    value = values.get(node.id) if isinstance(node, ast.Name) else None
    return value if isinstance(value, Value) and value.mention is not None else None


def restated_as(node: ast.expr, value: Value, face: Fraction) -> str:
    """A number of the text with another value, as a side of a comparison takes it."""
    if value.mention is None:
        return number_in_words(face)
    if value.mention.kind is Kind.DATE:
        return as_day(value.mention, face)
    called = node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""
    # What a price or a count is "per" is left away, a measure stays in base units (see `arithmetic`).
    is_as_printed = called == "printed" or (called == "per" and value.mention.kind is not Kind.QUANTITY)
    return restated(value.mention, face if is_as_printed else in_printed_unit(value, face))


def in_printed_unit(value: Value, face: Fraction) -> Fraction:
    """A value in base units, in those that a number of the text was printed in."""
    quantity = value.mention.quantity if value.mention else None
    return face * Fraction(quantity.value) / value.face if quantity and value.face else face
