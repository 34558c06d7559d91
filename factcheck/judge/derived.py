"""Whether a figure follows from the figures of a passage: a sum, a difference, a share, a span of years."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.judge.restated import date_parts
from factcheck.judge.wording import number_in_words
from factcheck.model import Kind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: More numbers than this are not added up: some sum of many is any number.
ADDENDS = 6
COUNTED = frozenset({Kind.COUNT, Kind.NUMBER})
AMOUNTS = COUNTED | {Kind.MONEY}


def worked_out(draft: Mention, passage: Sequence[Mention]) -> str:
    """How a draft's figure follows from the figures of a passage ("21 + 6 = 27"), or nothing where it does not."""
    amount = draft.quantity
    if amount is None or len(amount.printed) != 1:
        return ""
    slack = Decimal(0)
    if draft.kind is Kind.PERCENTAGE:
        ways, slack = _shares(passage), amount.step / 2
    elif draft.kind in {Kind.AGE, Kind.DURATION} and amount.unit == "year":
        ways = _spans_of_years(passage)
    else:
        ways = _sums([number for other in passage if (number := _addend(draft, other)) is not None])
    return next(
        (f"{how} = {number_in_words(value, 1)}" for value, how in ways if abs(value - amount.printed[0]) <= slack), ""
    )


def _addend(draft: Mention, other: Mention) -> Decimal | None:
    """The number of a mention that a draft's figure may be a sum or a difference of."""
    if draft.quantity is None or other.quantity is None or len(other.quantity.printed) != 1:
        return None
    if draft.kind in COUNTED:
        return other.quantity.printed[0] if other.kind in COUNTED else None
    alike = draft.kind is other.kind and draft.quantity.unit == other.quantity.unit
    return other.quantity.printed[0] if alike else None


def _sums(numbers: Sequence[Decimal]) -> Iterator[tuple[Decimal, str]]:
    for a, b in combinations(numbers, 2):
        yield a + b, f"{number_in_words(a)} + {number_in_words(b)}"
        yield abs(a - b), f"{number_in_words(max(a, b))} − {number_in_words(min(a, b))}"
    if 2 < len(numbers) <= ADDENDS:
        yield sum(numbers, Decimal(0)), " + ".join(map(number_in_words, numbers))


def _shares(passage: Sequence[Mention]) -> Iterator[tuple[Decimal, str]]:
    amounts = [
        mention.quantity.printed[0]
        for mention in passage
        if mention.kind in AMOUNTS and mention.quantity and len(mention.quantity.printed) == 1
    ]
    for part in amounts:
        if 0 < part < 1:
            yield 100 * part, number_in_words(part, 2)
    for a, b in combinations(amounts, 2):
        low, high = sorted((a, b))
        if low > 0:
            told = number_in_words(low), number_in_words(high)
            yield 100 * low / high, f"{told[0]} / {told[1]}"
            yield 100 * (high - low) / low, f"from {told[0]} to {told[1]}"
            yield 100 * (high - low) / high, f"from {told[1]} to {told[0]}"


def _spans_of_years(passage: Sequence[Mention]) -> Iterator[tuple[Decimal, str]]:
    told = [date_parts(mention.time).get("year", "") for mention in passage if mention.time]
    years = sorted({int(year) for year in told if len(year) == 4})
    for first, last in combinations(years, 2):
        # A birthday that is still to come, and the first of "in its tenth year".
        for span in (last - first, last - first - 1, last - first + 1):
            yield Decimal(span), f"from {first} to {last}"
