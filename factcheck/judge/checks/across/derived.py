"""Whether a figure follows from the figures of a passage: a sum, a difference, a share, a span of years."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.judge.checks.across.restated import date_parts
from factcheck.judge.wording import number_in_words
from factcheck.model import Bound, Kind, Mention
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: More numbers than this are not added up: some sum of many is any number.
ADDENDS = 6
#: Behind a number that is part of one before it.
OF_THEM = regex(r" of (?:them|these|those|whom|which)\b")
COUNTED = frozenset({Kind.COUNT, Kind.NUMBER})
AMOUNTS = COUNTED | {Kind.MONEY}
#: What was worked out from a share differs from what is printed by no more than this, and with a hedge by so much more.
WORKED_OUT, HEDGED = Decimal("0.001"), 10


def worked_out(draft: Mention, passage: Sequence[Mention]) -> str:
    """How a draft's figure follows from the figures of a passage ("21 + 6 = 27"), or nothing where it does not."""
    amount = draft.quantity
    if amount is None or len(amount.printed) != 1:
        return ""
    if draft.kind is Kind.PERCENTAGE:
        return _first(_shares(passage), amount.printed[0], amount.step / 2)
    if draft.kind in {Kind.AGE, Kind.DURATION} and amount.unit == "year":
        return _first(_spans_of_years(passage), amount.printed[0])
    addends = [(number, _is_of_them(other)) for other in passage if (number := _addend(draft, other)) is not None]
    return _first(_sums(addends), amount.printed[0])


def changed(draft: Mention, passage: Sequence[Mention]) -> str:
    """How a draft's figure follows from a number of a passage and a share by which it changed ("40,000 − 25% = 30,000")."""
    amount = draft.quantity
    if amount is None or len(amount.printed) != 1 or draft.kind not in AMOUNTS:
        return ""
    value = amount.printed[0]
    numbers = [number for other in passage if (number := _addend(draft, other)) is not None and number > 1]
    slack = value * WORKED_OUT * (HEDGED if amount.bound is Bound.ABOUT else 1)
    return _first(_changes(numbers, passage), value, slack)


def _first(ways: Iterable[tuple[Decimal, str]], number: Decimal, slack: Decimal = Decimal(0)) -> str:
    """The first way that leads to a number, or nothing."""
    return next((f"{how} = {number_in_words(value, 1)}" for value, how in ways if abs(value - number) <= slack), "")


def _addend(draft: Mention, other: Mention) -> Decimal | None:
    """The number of a mention that a draft's figure may be a sum or a difference of."""
    if draft.quantity is None or other.quantity is None or len(other.quantity.printed) != 1:
        return None
    if draft.kind in COUNTED:
        return other.quantity.printed[0] if other.kind in COUNTED else None
    alike = draft.kind is other.kind and draft.quantity.unit == other.quantity.unit
    return other.quantity.printed[0] if alike else None


def _is_of_them(mention: Mention) -> bool:
    """Whether what is counted was counted before, in another number: "two of them"."""
    return OF_THEM.match(mention.document.text, mention.end) is not None


def _sums(addends: Sequence[tuple[Decimal, bool]]) -> Iterator[tuple[Decimal, str]]:
    """Two numbers or all of them added up, but none that is part of another; and two taken from each other."""
    for (a, of_a), (b, of_b) in combinations(addends, 2):
        if not (of_a or of_b):
            yield a + b, f"{number_in_words(a)} + {number_in_words(b)}"
        yield abs(a - b), f"{number_in_words(max(a, b))} − {number_in_words(min(a, b))}"
    numbers = [number for number, is_part in addends if not is_part]
    if 2 < len(numbers) <= ADDENDS:
        yield sum(numbers, Decimal(0)), " + ".join(map(number_in_words, numbers))


def _changes(numbers: Sequence[Decimal], passage: Sequence[Mention]) -> Iterator[tuple[Decimal, str]]:
    """Each number more or less a share of it, and the share of it."""
    for share in filter(None, map(_share, passage)):
        for number in numbers:
            told = number_in_words(number), number_in_words(100 * share, 1)
            yield number * (1 - share), f"{told[0]} − {told[1]}%"
            yield number * (1 + share), f"{told[0]} + {told[1]}%"
            yield number * share, f"{told[1]}% of {told[0]}"


def _share(mention: Mention) -> Decimal | None:
    """A percentage or a fraction, as a share of one."""
    if mention.quantity is None or len(mention.quantity.printed) != 1:
        return None
    value = mention.quantity.printed[0]
    if mention.kind is Kind.PERCENTAGE:
        return value / 100
    return value if mention.kind is Kind.NUMBER and 0 < value < 1 else None


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
