"""Slips of the pen by which one number becomes another: digits change places, one is another or one too many, fourteen is forty."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING

from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.model import Mention

TEN = Decimal(10)
#: That two numbers have so many digits in common is no chance, nor that one of so many comes out; seldom are they told of two things.
MANY_DIGITS = 3
#: To so many places are hours told that minutes were made into.
MINUTES = 4


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


# --- of what is printed ----------------------------------------------------------------


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
        or are_whole_hours_apart(one, other)
    ):
        return True
    if less.adjusted() != more.adjusted():
        return False
    known = slip(less, more)
    is_wrong = known is Slip.ONE_WRONG and len(digits_of(less)) >= MANY_DIGITS and one.kind is not Kind.DATE
    return known is Slip.SWAPPED or is_wrong


def is_sure_swap(one: Mention, other: Mention) -> bool:
    """Whether the one number has the digits of the other, three or more, in another order: 1,240 and 1,420."""
    a, b = _number(one), _number(other)
    return (
        a is not None
        and b is not None
        and one.kind is not Kind.DATE
        and len(digits_of(a)) >= MANY_DIGITS
        and are_swapped(a, b)
    )


def share_a_digit(one: Mention, other: Mention) -> bool:
    """Whether two numbers of two digits or more differ in one of them: 22 and 32."""
    a, b = _number(one), _number(other)
    return a is not None and b is not None and one.kind is not Kind.DATE and has_another_digit(a, b)


def share_many_digits(one: Mention, other: Mention) -> bool:
    """Whether two numbers of three digits or more differ in one of them: 212 and 312."""
    a, b = _number(one), _number(other)
    return (
        a is not None
        and b is not None
        and share_a_digit(one, other)
        and min(len(digits_of(a)), len(digits_of(b))) >= MANY_DIGITS
    )


def _number(mention: Mention) -> Decimal | None:
    """The one number that a mention prints; of a date, its year."""
    if mention.quantity is not None:
        return mention.quantity.printed[0] if len(mention.quantity.printed) == 1 else None
    printed = mention.printed_date
    return Decimal(printed.year) if printed and printed.year and not printed.month else None


def are_teen_and_ty(less: Decimal, more: Decimal) -> bool:
    """Whether two numbers sound alike: thirteen and thirty."""
    return more % TEN == 0 and TEN < less < 2 * TEN and more == (less - TEN) * TEN


def are_whole_hours_apart(one: Mention, other: Mention) -> bool:
    """Whether two lengths of time have the same minutes: "1 hour 52 minutes", "2 hours 52 minutes"."""
    a, b = _number(one), _number(other)
    if not (one.kind is other.kind is Kind.DURATION and one.quantity and other.quantity) or a is None or b is None:
        return False
    return one.quantity.unit == other.quantity.unit and a % 1 != 0 and 0 != round(a - b, MINUTES) == round(a - b)
