"""The working of a formula in one line, and what would make it come out."""

from __future__ import annotations

import ast
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.judge.formulas.formula import Decision, evaluated
from factcheck.judge.formulas.values import INFINITY, MOMENT, Undecidable, Value, Values
from factcheck.judge.wording import DIGITS, amount_in_words, number_in_words
from factcheck.model import Kind, Mention
from factcheck.nouns import dataclass
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS: dict[type[ast.operator], tuple[str, int]] = {
    ast.Add: ("+", 1),
    ast.Sub: ("−", 1),
    ast.Mult: ("×", 2),
    ast.Div: ("÷", 2),
}
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
#: Functions that only tell how a value is to be taken: a reader sees the value.
_PLAIN = frozenset({"abs", "begin", "dated", "digits", "exactly", "finish", "near", "per", "plain", "printed"})
#: Functions of which a reader sees what they come to.
_ENDS = frozenset({"calendar_year", "first", "last"})
#: The number in a mention: figures, with what stands at once before and after ("£4.2m", "25%", "5 million").
_FIGURES = regex(r"\d[\d,]*(?:\.\d+)?")
_NUMERAL = regex(
    r"(?:[£$€¥]|Rs\.?\s?)?\d[\d,]*(?:\.\d+)?(?:[\s-]?(?:m|bn|k|million|billion|trillion|crore|lakh)\b|\s?%)?"
)
_DAY = 86_400


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
    sides = [(left, decision.left, right, decision.right), (right, decision.right, left, decision.left)]
    relation = comparison.ops[0]
    for stated, printed, worked, result in sides:
        if isinstance(stated, ast.Name) and isinstance(relation, ast.Eq) and printed.mention is not None:
            expected = restated(printed, printed.mention, result.face)
            line = f"{_shown(worked, values)} = {expected}"
            if not decision.holds:
                line += f", not {_numeral(printed.mention)}"
            return Working(line, expected, repairs)
    sign = (_RELATIONS if decision.holds else _FAILED)[type(relation)]
    line, expected = f"{_shown(left, values)} {sign} {_shown(right, values)}", ""
    if not decision.holds:
        for stated, printed, worked, result in sides:
            if isinstance(stated, ast.Name) and isinstance(worked, ast.BinOp) and printed.mention is not None:
                expected = restated(printed, printed.mention, result.face)
                shown = _shown(worked, values)
                line = line.replace(shown, f"{shown} = {expected}", 1)
    return Working(line, expected, repairs)


def _repairs(comparison: ast.Compare, values: Values) -> Iterator[str]:
    """For each printed value in turn, what it would have to be if the others are right."""
    if not isinstance(comparison.ops[0], ast.Eq):
        return
    left, right = comparison.left, comparison.comparators[0]
    for name, value in values.items():
        if not isinstance(value, Value) or value.mention is None:
            continue
        for side, other in ((left, right), (right, left)):
            try:
                needed = _solved(side, name, evaluated(other, values), values) if _holds(side, name) else None
            except Undecidable:
                continue
            if needed is not None:
                yield f"“{value.mention.text}” → “{restated(value, value.mention, needed.face)}”"


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


def restated(value: Value, mention: Mention, face: Fraction) -> str:
    """The mention of a value with another one in it, to as many digits: "$4m" with five million is "$5m"."""
    if mention.kind is Kind.DATE:
        return _day(mention, face)
    quantity = mention.quantity
    if quantity is None:
        return number_in_words(face)
    scale = value.face / Fraction(quantity.value) if quantity.value else Fraction(1)
    amount = face / scale
    if _one_in(mention) and amount > 0:
        return f"one in {number_in_words(1 / amount)}"
    figures = _FIGURES.findall(mention.text)
    if len(figures) == 1:
        written = Fraction(figures[0].replace(",", ""))
        digits = max(DIGITS, sum(map(str.isdigit, figures[0])))
        if written and quantity.value:
            shown = number_in_words(amount * written / Fraction(quantity.value), digits)
            decimals = len(figures[0].partition(".")[2])
            if "." in shown:
                shown += "0" * (decimals - len(shown.partition(".")[2]))
            return _numeral(mention).replace(figures[0], shown)
    return amount_in_words(amount, quantity.unit if mention.kind is not Kind.COUNT else "")


def in_words(value: Value) -> str:
    """A value that was worked out for a message: a number, or of an instant the year."""
    return (
        str(date.fromordinal(int(value.face // _DAY)).year) if value.measures == MOMENT else number_in_words(value.face)
    )


def _day(mention: Mention, face: Fraction) -> str:
    ordinal = int(face // _DAY)
    if not 1 <= ordinal <= date.max.toordinal():
        raise Undecidable
    day = date.fromordinal(ordinal)
    printed = mention.time.printed if mention.time else None
    return str(day.year) if printed is None or printed.day is None else f"{day.day} {day:%B} {day.year}"


def _numeral(mention: Mention) -> str:
    """The number of a mention without its hedge and head noun."""
    if mention.quantity is None:
        return mention.text
    if many := _one_in(mention):
        return f"1/{many}"
    if found := _NUMERAL.search(mention.text):
        if mention.kind in (Kind.QUANTITY, Kind.DURATION, Kind.PERCENTAGE):
            return mention.text[found.start() :]
        return found[0]
    return amount_in_words(mention.quantity.value, mention.quantity.unit if mention.kind is not Kind.COUNT else "")


#: "One in 30", "1 in 30".
_ONE_IN = regex(r"(?:one|1) (?:in|out of)(?: every)? (\d[\d,]*)")


def _one_in(mention: Mention) -> str:
    """The number of which a mention is one ("one in 30"), as printed, or nothing."""
    found = _ONE_IN.fullmatch(mention.text.lower())
    return found[1] if found else ""


def _shown(node: ast.expr, values: Values, level: int = 0) -> str:
    """A part of a formula with the text's numbers in it."""
    match node:
        case ast.Name(id=name):
            value = values.get(name, ())
            return _printed(value) if isinstance(value, Value) else " + ".join(map(_printed, value)) or name
        case ast.BinOp(left=left, op=operation, right=right):
            sign, rank = _SIGNS[type(operation)]
            line = f"{_shown(left, values, rank)} {sign} {_shown(right, values, rank + 1)}"
            return f"({line})" if rank < level else line
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _called(name, node, [_shown(argument, values, level) for argument in arguments], values, level)
        case _:
            return ast.unparse(node)


def _called(name: str, node: ast.expr, shown: list[str], values: Values, level: int) -> str:
    """A call of a function, as a reader would put it."""
    if name in _PLAIN:
        return shown[0]
    if name in _ENDS:
        return number_in_words(evaluated(node, values).face)
    if name == "yearly":
        return f"{shown[0]} for a year"
    if name == "sum":
        return f"({' + '.join(shown)})" if level > 1 else " + ".join(shown)
    return f"{name}({', '.join(shown)})"


def _printed(value: Value) -> str:
    return number_in_words(value.face) if value.mention is None else _numeral(value.mention)
