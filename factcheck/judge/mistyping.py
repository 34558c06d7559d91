"""How a figure comes out when it is typed wrongly: digits that changed places, one digit for another, one too many."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


class Slip(Enum):
    """How one number may have become another under somebody's hands."""

    SWAPPED = auto()
    #: The same digits, and another number of noughts or another word behind them.
    NOUGHTS = auto()
    ONE_MORE = auto()
    ONE_WRONG = auto()


def slip(one: Decimal, other: Decimal) -> Slip | None:
    """The slip by which one number may have become another, whatever their sizes; None if it takes two."""
    a, b = digits_of(one), digits_of(other)
    if a == b:
        return Slip.NOUGHTS if one != other else None
    if are_swapped(one, other) or sorted(a) == sorted(b):
        return Slip.SWAPPED
    if has_one_more(a, b):
        return Slip.ONE_MORE
    return Slip.ONE_WRONG if has_one_wrong(a, b) else None


def digits_of(number: Decimal) -> str:
    """The digits of a number without its sign, its point and the noughts at both ends: 0.0480 → "48"."""
    return _typed(number).strip("0")


def are_swapped(one: Decimal, other: Decimal) -> bool:
    """Whether two different numbers of one size have the same digits in another order: 135 and 153."""
    return one != other and one.adjusted() == other.adjusted() and sorted(_typed(one)) == sorted(_typed(other))


def has_another_digit(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers of one size, of two digits or more, are typed alike but for one digit: 18 and 28, 130 and 150."""
    return one.adjusted() == other.adjusted() and has_one_wrong(_typed(one), _typed(other))


def has_one_wrong(one: str, other: str) -> bool:
    """Whether two rows of as many digits, two or more, differ in one place."""
    return len(one) == len(other) > 1 and sum(x != y for x, y in zip(one, other, strict=True)) == 1


def has_one_more(one: str, other: str) -> bool:
    """Whether the longer of two rows of digits is the shorter, of two or more, with one before or behind it."""
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 > 2 and (long.endswith(short) or long.startswith(short))


def _typed(number: Decimal) -> str:
    return f"{abs(number).normalize():f}".replace(".", "")
