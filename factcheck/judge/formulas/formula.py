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
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from factcheck.judge.agreement import CLOSE
from factcheck.judge.formulas.arithmetic import ARGUMENTS, FUNCTIONS
from factcheck.judge.formulas.operators import OPERATORS, common, times
from factcheck.judge.formulas.values import Undecidable, Value, Values, number, tallied
from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

#: Rounded numbers that miss each other by no more than this may have been rounded twice, or cut off.
NARROW = Fraction(3, 100)
#: Names that stand for a length of time in every formula.
DURATIONS = ("hour", "day", "week", "month", "year")
#: The name of the day on which the article was published.
PUBLISHED = "published"
#: The name of how many different times and places in an order the sentences tell.
TIMES_TOLD = "times_told"


class FormulaError(ValueError):
    """A formula that says something other than arithmetic; says what and, where it can, what was meant."""

    def __init__(self, problem: str, word: str = "", known: Iterable[str] = ()) -> None:
        super().__init__(problem)
        #: The word that is not known, and those that are.
        self.word = word
        self.known = tuple(known)


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

    @cached_property
    def only_orders(self) -> bool:
        """Whether it says no more than which of two values is the larger."""
        return isinstance(self.tree, ast.Compare) and not isinstance(self.tree.ops[0], ast.Eq | ast.NotEq)

    @cached_property
    def outcome(self) -> str | None:
        """The name of the value that others are to come to, if it stands alone on one side: `total` of `sum(parts) == total`."""
        sides = [self.tree.left, *self.tree.comparators] if isinstance(self.tree, ast.Compare) else []
        alone = [side.id for side in sides if isinstance(side, ast.Name)]
        return alone[0] if len(alone) == 1 else None

    @cached_property
    def adds_up(self) -> bool:
        """Whether it adds or takes away, and does nothing else to the numbers."""
        parts = list(ast.walk(self.tree))
        signs = {type(part.op) for part in parts if isinstance(part, ast.BinOp)}
        called = {part.func.id for part in parts if isinstance(part, ast.Call) and isinstance(part.func, ast.Name)}
        return signs <= {ast.Add, ast.Sub} and called <= {"sum", "abs"} and bool(signs or "sum" in called)

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
        return _decide(self.tree, _tallied(values) if self.adds_up else values)


def _tallied(values: Values) -> Values:
    """The values as somebody has them who adds them up."""
    return {
        name: tallied(value) if isinstance(value, Value) else tuple(map(tallied, value))
        for name, value in values.items()
    }


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
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in OPERATORS:
            _check_value(left, names)
            _check_value(right, names)
        case ast.Call(func=ast.Name(id=name), args=[*arguments], keywords=[]) if arguments:
            _check_call(name, arguments, names)
        case _:
            raise FormulaError(f"{ast.unparse(node)!r} is not arithmetic")


def _check_name(name: str, names: Mapping[str, bool]) -> None:
    if names.get(name):
        raise FormulaError(f"{name!r} is a list: sum, min, max or len of it is a number")
    known = (*names, *DURATIONS, PUBLISHED, TIMES_TOLD)
    if name not in known:
        raise FormulaError(f"no slot is called {name!r}", name, known)


def _check_call(name: str, arguments: Sequence[ast.expr], names: Mapping[str, bool]) -> None:
    if name not in FUNCTIONS:
        raise FormulaError(f"no function is called {name!r}", name, FUNCTIONS)
    if len(arguments) != ARGUMENTS.get(name, len(arguments)):
        raise FormulaError(f"{name} takes {'one value' if ARGUMENTS[name] == 1 else 'two values'}")
    for argument in arguments:
        is_list = isinstance(argument, ast.Name) and names.get(argument.id, False)
        if not is_list or name in ARGUMENTS:
            _check_value(argument, names)


def _decide(node: ast.expr, values: Values) -> Decision:
    match node:
        case ast.BoolOp(op=connective, values=parts):
            wanted = isinstance(connective, ast.Or)
            decisions = [_decide(part, values) for part in parts]
            return next((decision for decision in decisions if decision.holds is wanted), decisions[0])
        case ast.Compare(left=left, ops=[comparison], comparators=[right]):
            a, b = evaluated(left, values), evaluated(right, values)
            common((a, b))
            return Decision(_COMPARISONS[type(comparison)](a, b), node, a, b)
        case _:  # pragma: no cover - `check` let nothing else through
            raise FormulaError(ast.unparse(node))


def evaluated(node: ast.expr, values: Values) -> Value:
    """What a part of a formula comes to."""
    match node:
        case ast.Constant(value=constant):
            return _constant(str(constant))
        case ast.Name(id=name):
            value = values.get(name) or _named(name)
            if not isinstance(value, Value):
                raise Undecidable
            return value
        case ast.UnaryOp(operand=operand):
            return times(number(-1), evaluated(operand, values))
        case ast.BinOp(left=left, op=sign, right=right):
            return OPERATORS[type(sign)](evaluated(left, values), evaluated(right, values))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return FUNCTIONS[name]([value for argument in arguments for value in _each(argument, values)])
        case _:  # pragma: no cover - `check` let nothing else through
            raise FormulaError(ast.unparse(node))


@lru_cache(maxsize=512)
def _constant(written: str) -> Value:
    return number(Fraction(written))


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
