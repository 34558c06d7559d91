"""Values in words: what a mention comes to, and what the words allow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.judge.wording import in_unit
from factcheck.regexes import regex

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.model import Mention, Quantity, TimeExpression

#: A year, a month or a day.
_CALENDAR = regex(r"\d{4}(-\d\d){0,2}")


def meaning(mention: Mention) -> str:
    """The value of a mention as it is compared ("90 kilometers (85 to 95)", "2022-02-24")."""
    parts = []
    if mention.quantity is not None:
        parts.append(amount(mention.quantity))
    if mention.time is not None and (mention.time.start is not None or not parts):
        parts.append(days(mention.time))
    return ", ".join(parts)


def amount(quantity: Quantity) -> str:
    """The printed number with its unit, and the range of amounts that the words allow, if it is one.

    >>> from decimal import Decimal
    >>> from factcheck.model import Bound, Quantity
    >>> amount(Quantity(Decimal(50), Decimal("Infinity"), "person", (Decimal(50),), Bound.ABOVE))
    '50 people (50 or more)'
    """
    face = in_unit(" to ".join(map(plain, quantity.printed)), quantity.unit)
    if (quantity.lower, quantity.upper) in {(end, end) for end in quantity.printed} | {quantity.printed}:
        return face
    return f"{face} ({_ends(quantity.lower, quantity.upper)})"


def days(time: TimeExpression) -> str:
    """The TIMEX3 value, and the days that it allows where nobody sees that at once."""
    if time.start is None or time.end is None or _CALENDAR.fullmatch(time.timex):
        return time.timex
    return f"{time.timex} (from {time.start} to before {time.end})"


def plain(number: Decimal) -> str:
    """The number with no exponent and no more digits than anybody wants to read.

    >>> from decimal import Decimal
    >>> plain(Decimal("1.2E+9")), plain(Decimal("55.92340730136"))
    ('1,200,000,000', '55.9234')
    """
    digits = f"{number:,.4f}"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _ends(lower: Decimal, upper: Decimal) -> str:
    if not upper.is_finite():
        return f"{plain(lower)} or more" if lower.is_finite() else "anything"
    return f"{plain(lower)} to {plain(upper)}" if lower.is_finite() else f"{plain(upper)} or less"
