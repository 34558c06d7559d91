"""When two amounts agree.

Two printed numbers agree when their ranges meet and what was printed lies close
together. Either test alone is too weak: ranges alone let a bare "2,000" be 1,500, and
closeness alone condemns "500 km (300 miles)", which is how people round.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING

from factcheck.judge.wording import amount_in_words, number_in_words
from factcheck.model import Bound
from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Quantity

#: Printed numbers further apart than this share of the larger are not one number rounded.
CLOSE = Decimal("0.12")
#: Up to here they may be, if their ranges meet: worth a note.
LOOSE = Decimal("0.20")
#: A whole number below this is rounded so coarsely that closeness says nothing.
SMALL = 5
#: From here on a conversion that ends in 5 may have been rounded to the nearest five.
FIVES = 20


#: The share that amounts may differ by for all that is said, while a judge allows for one.
_TOLERANCE: ContextVar[Decimal] = ContextVar("tolerance", default=Decimal(0))


@contextmanager
def tolerating(share: float) -> Iterator[None]:
    """For as long as this is open, let printed amounts agree whose gap is no larger."""
    before = _TOLERANCE.set(Decimal(str(share)))
    try:
        yield
    finally:
        _TOLERANCE.reset(before)


class Fit(Enum):
    """How well two amounts go together."""

    SAME = "agree"
    #: Their ranges meet, and yet they are far apart.
    LOOSE = "agree loosely"
    DIFFERENT = "differ"
    #: Amounts of different things: kilometers and hours.
    INCOMPARABLE = "cannot be compared"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether two amounts agree, and why, in words and in numbers."""

    verdict: Fit
    #: "90 kilometers = 55.9 miles, which rounds to 55"
    reason: str
    #: The first amount in the unit of the second, where they were printed in different ones.
    arithmetic: str = ""
    #: How far apart the printed numbers are, as a share of the larger.
    gap: Decimal = Decimal(0)

    @property
    def agrees(self) -> bool:
        """Whether nothing speaks against it that both are right."""
        return self.verdict is not Fit.DIFFERENT


def agree(a: Quantity, b: Quantity, *, difference: bool = False) -> Agreement:
    """Whether some amount fits both, and they were printed close together.

    Measures in different units are converted; with `difference`, temperatures are
    steps and not levels ("rose by 5C (9F)").
    """
    if not (a.printed and b.printed):
        return _without_numbers(a, b)
    if a.unit == b.unit:
        return _compared(a, b)
    from factcheck.resolve.units import dimension  # noqa: PLC0415 - most comparisons convert nothing

    dimensions = dimension(a.unit), dimension(b.unit)
    if dimensions[0] is None and dimensions[1] is None:
        return _compared(a, b)
    if dimensions[0] != dimensions[1]:
        return Agreement(Fit.INCOMPARABLE, f"“{a.unit}” and “{b.unit}” measure different things")
    converted = in_unit(a, b.unit, difference=difference)
    found = _compared(to_nearest_five(converted), to_nearest_five(b))
    shown = f"{amount_in_words(a.value, a.unit)} = {amount_in_words(converted.value, b.unit)}"
    rounded = f", which rounds to {number_in_words(b.value)}" if found.agrees and converted.value != b.value else ""
    against = "" if found.agrees else f", not {number_in_words(b.value)}"
    return replace(found, reason=f"{shown}{rounded or against}", arithmetic=shown)


def do_agree(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts agree, without a word on why: many are asked that nobody is told of."""
    if a.unit == b.unit and a.printed and b.printed:
        return _fit(a, b, gap(a.value, b.value)) is not Fit.DIFFERENT
    return agree(a, b).agrees


def agree_either_way(a: Quantity, b: Quantity) -> Agreement:
    """The same where nothing tells which of the two was converted into the other: it is enough that one may have been."""
    found = agree(a, b)
    return found if found.agrees else max(found, agree(b, a), key=lambda way: way.agrees)


def in_unit(quantity: Quantity, unit: str, *, difference: bool = False) -> Quantity:
    """The same amount in another unit of its dimension."""
    from factcheck.resolve.units import convert, factor  # noqa: PLC0415 - see above

    def turned(number: Decimal) -> Decimal:
        if not number.is_finite():
            return number
        return number * factor(quantity.unit) / factor(unit) if difference else convert(number, quantity.unit, unit)

    return replace(
        quantity,
        lower=turned(quantity.lower),
        upper=turned(quantity.upper),
        printed=tuple(map(turned, quantity.printed)),
        unit=unit,
        step=abs(turned(quantity.step) - turned(Decimal(0))),
    )


def to_nearest_five(quantity: Quantity) -> Quantity:
    """The amount, widened if it may have been rounded to the nearest five."""
    if any(number < FIVES or number % 10 != 5 for number in quantity.printed):
        return quantity
    slack = Decimal("2.5")
    return replace(
        quantity,
        lower=min(quantity.lower, quantity.printed[0] - slack),
        upper=max(quantity.upper, quantity.printed[-1] + slack),
    )


def gap(a: Decimal, b: Decimal) -> Decimal:
    """How far apart two numbers are, as a share of the larger."""
    larger = max(abs(a), abs(b))
    if not larger.is_finite():
        return Decimal(0) if a == b else Decimal(1)
    return abs(a - b) / larger if larger else Decimal(0)


def is_tolerated(a: Quantity | None, b: Quantity | None) -> bool:
    """Whether two amounts of one unit are no further apart than is tolerated."""
    return a is not None and b is not None and a.unit == b.unit and gap(a.value, b.value) <= _TOLERANCE.get()


def _compared(a: Quantity, b: Quantity) -> Agreement:
    apart = gap(a.value, b.value)
    fit = _fit(a, b, apart)
    printed = f"{number_in_words(a.value)} and {number_in_words(b.value)}"
    if _is_within_tolerance(apart):
        reason = f"{printed} differ by {_percent(apart)}, which is tolerated"
    elif fit is Fit.SAME:
        reason = _why(a, b, printed)
    elif fit is Fit.LOOSE:
        reason = f"{printed} may be one number rounded, but differ by {_percent(apart)}"
    else:
        reason = f"{printed} differ by {_percent(apart)}"
    return Agreement(fit, reason, gap=apart)


def _fit(a: Quantity, b: Quantity, apart: Decimal) -> Fit:
    """How well two printed amounts of one unit go together whose numbers are so far apart."""
    if _is_within_tolerance(apart):
        return Fit.SAME
    if not a.meets(b):
        return Fit.DIFFERENT
    if apart <= CLOSE or _said_loosely(a) or _said_loosely(b):
        return Fit.SAME
    if apart <= LOOSE or min(abs(a.value), abs(b.value)) < SMALL:
        return Fit.LOOSE
    return Fit.DIFFERENT


def _is_within_tolerance(apart: Decimal) -> bool:
    return bool(apart) and apart <= _TOLERANCE.get()


def _without_numbers(a: Quantity, b: Quantity) -> Agreement:
    """Amounts of which one is only said in words ("for months"): their ranges are all there is."""
    if a.unit != b.unit:
        return Agreement(Fit.INCOMPARABLE, f"“{a.unit}” and “{b.unit}” are not counted in the same")
    return Agreement(Fit.SAME if a.meets(b) else Fit.DIFFERENT, "one of them prints no number")


def _said_loosely(quantity: Quantity) -> bool:
    """Whether the words themselves give a range, so that how close the numbers are says nothing."""
    return quantity.is_range or quantity.bound is not Bound.EXACT


def _why(a: Quantity, b: Quantity, printed: str) -> str:
    if a.value == b.value:
        return f"both are {number_in_words(a.value)}"
    wider = max(a, b, key=lambda quantity: quantity.upper - quantity.lower)
    return f"{printed}: {_range(wider)} holds both"


def _range(quantity: Quantity) -> str:
    if not quantity.upper.is_finite():
        return f"“{number_in_words(quantity.lower)} or more”"
    return f"{number_in_words(quantity.lower)} to {number_in_words(quantity.upper)}"


def _percent(share: Decimal) -> str:
    return f"{number_in_words(share * 100, 2)}%"
