"""How a figure comes out when it is typed wrongly: digits that changed places, and one digit for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal


def digits_of(number: Decimal) -> str:
    """The digits of a number, as they are typed, without its sign, point and noughts before and behind: 0.0480 → "48"."""
    return f"{abs(number).normalize():f}".replace(".", "").strip("0")


def are_swapped(one: Decimal, other: Decimal) -> bool:
    """Whether two different numbers of one size have the same digits in another order: 135 and 153."""
    return one != other and one.adjusted() == other.adjusted() and sorted(digits_of(one)) == sorted(digits_of(other))


def has_another_digit(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers of one size, of two digits or more, are typed alike but for one digit: 18 and 28, 130 and 150."""
    a, b = (f"{abs(number).normalize():f}".replace(".", "") for number in (one, other))
    return (
        one.adjusted() == other.adjusted()
        and len(a) == len(b) > 1
        and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    )
