"""How a figure comes out when it is typed wrongly: digits that changed places, one digit for another, one too many."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


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
