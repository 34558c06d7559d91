"""Slips of the pen by which one number becomes another: two digits change places, a nought is lost, fourteen is forty."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.judge.mistyping import Slip, digits_of, has_another_digit, slip
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.model import Mention

TEN = Decimal(10)
#: From so many digits one that is another is no chance.
DIGITS = 3


def may_be_slip(one: Mention, other: Mention) -> bool:
    """Whether one number is the other with two digits in each other's place, one digit of several another, or a nought more.

    So are fourteen and forty, and two lengths of time of which all but the hours is the same.
    """
    a, b = _number(one), _number(other)
    if a is None or b is None or a == b or not (a and b):
        return False
    less, more = sorted((a, b))
    if (
        (more == TEN * less and (less >= TEN or less % 1))
        or are_teen_and_ty(less, more)
        or _are_whole_hours_apart(one, other, less, more)
    ):
        return True
    if less.adjusted() != more.adjusted():
        return False
    known = slip(less, more)
    is_wrong = known is Slip.ONE_WRONG and len(digits_of(less)) >= DIGITS and one.kind is not Kind.DATE
    return known is Slip.SWAPPED or is_wrong


def share_a_digit(one: Mention, other: Mention) -> bool:
    """Whether two numbers of two digits or more differ in one of them: 22 and 32."""
    a, b = _number(one), _number(other)
    return a is not None and b is not None and one.kind is not Kind.DATE and has_another_digit(a, b)


def _number(mention: Mention) -> Decimal | None:
    """The one number that a mention prints; of a date, its year."""
    if mention.quantity is not None:
        return mention.quantity.printed[0] if len(mention.quantity.printed) == 1 else None
    printed = mention.time.printed if mention.time else None
    return Decimal(printed.year) if printed and printed.year and not printed.month else None


def are_teen_and_ty(less: Decimal, more: Decimal) -> bool:
    """Whether two numbers sound alike: thirteen and thirty."""
    return more % TEN == 0 and TEN < less < 2 * TEN and more == (less - TEN) * TEN


def _are_whole_hours_apart(one: Mention, other: Mention, less: Decimal, more: Decimal) -> bool:
    """Whether two lengths of time have the same minutes: "1 hour 52 minutes", "2 hours 52 minutes"."""
    if not (one.kind is other.kind is Kind.DURATION and one.quantity and other.quantity):
        return False
    return one.quantity.unit == other.quantity.unit and less % 1 != 0 and (more - less) % 1 == 0
