"""Whether a figure follows from the figures of a passage: a sum, a difference, a product, a share, a span of years."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from factcheck.align.drafts import family
from factcheck.extract.lexicon.function_words import IS_OF_THEM, OF_THE
from factcheck.judge.checks.across.figures.restated import date_parts
from factcheck.judge.wording import number_in_words
from factcheck.model import COUNTED, Bound, Kind, Mention, Quantity
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

#: More numbers than this are not added up: some sum of many is any number.
ADDENDS = 6
#: What is added up.
ADDED = COUNTED | {Kind.MONEY}
#: What was worked out from a share differs from what is printed by no more than this, and with a hedge by so much more.
WORKED_OUT, HEDGED = Decimal("0.001"), 10
#: What is hedged ("almost £100,000") is this share off at most, whatever the hedge leaves open.
ROUGHLY = Decimal("0.05")
#: What may be so many times another of its kind.
MEASURED = ADDED | {Kind.QUANTITY, Kind.DURATION}
#: What may be so many times something: a number of people, of things, of years.
MULTIPLIED = COUNTED | {Kind.DURATION, Kind.AGE}
#: Words that say that something is told of one of several.
EACH = frozenset({"each", "every", "per", "apiece"})
#: Words that say how many times something another is.
MULTIPLES = {
    "twice": Decimal(2),
    "double": Decimal(2),
    "doubled": Decimal(2),
    "treble": Decimal(3),
    "triple": Decimal(3),
    "half": Decimal("0.5"),
}


#: What a hundred of these make.
_HUNDREDTHS = {
    "cent": ("dollar", "euro", "australian dollar", "canadian dollar"),
    "penny": ("pound sterling",),
    "basis point": ("percent", "percentage point"),
}
#: Between a part and its whole: "13 of the 64".
_OF_THE = regex(rf" {OF_THE} ")


def worked_out(draft: Mention, passage: Sequence[Mention]) -> str:
    """How a draft's figure follows from the figures of a passage ("21 + 6 = 27"), or nothing where it does not."""
    amount = draft.single
    if amount is None:
        return ""
    if draft.kind is Kind.PERCENTAGE and amount.measure not in _HUNDREDTHS:
        value = amount.printed[0]
        return _first(_shares(passage), value - amount.step / 2, value + amount.step / 2)
    if draft.kind in {Kind.AGE, Kind.DURATION} and amount.unit == "year":
        return _first(_spans_of_years(passage), amount.printed[0], amount.printed[0])
    low, high = _allowed(amount)
    numbers = [(other, number) for other in passage if (number := addend(draft, other)) is not None]
    # What is less than a hedge leaves open makes no difference to a sum.
    addends = [(number, _is_of_them(other)) for other, number in numbers if number > high - low]
    return _first(_sums(addends), low, high)


def added_up(whole: Mention, passage: Sequence[Mention]) -> str:
    """How a figure is the sum of figures of a passage ("43 + 18 = 61"), or nothing where it is not."""
    amount = whole.single
    if amount is None:
        return ""
    addends = [(number, _is_of_them(other)) for other in passage if (number := addend(whole, other)) is not None]
    return _first(_totals(addends), *_allowed(amount))


def left_of(draft: Mention, beside: Sequence[Mention], passage: Sequence[Mention]) -> str:
    """How a part and its whole that a draft tells leave what a passage tells ("13 of the 64": "51 + 13 = 64"), or nothing."""
    text = draft.document.text
    for part, whole in permutations((draft, *(one for one in beside if one is not draft)), 2):
        if draft not in (part, whole) or not _OF_THE.fullmatch(text, part.end, whole.start):
            continue
        some, all_ = addend(whole, part), addend(part, whole)
        told = [(number, _is_of_them(other)) for other in passage if (number := addend(whole, other)) is not None]
        for left, how in (*((number, f"{number:,}") for number, _ in told), *_totals(told)):
            if some is not None and all_ is not None and some + left == all_:
                return f"{how} + {some:,} = {all_:,}"
    return ""


def multiplied(draft: Mention, passage: Sequence[Mention], beside: Sequence[Mention], words: Collection[str]) -> str:
    """How a draft's figure is so many times a figure of a passage, or one of so many parts of it ("500,000 / 34 = 14,706").

    How many may be told in the passage, `beside` the draft's figure (where two
    products may be added: "two adults and two children"), or in its `words` ("twice").
    """
    amount = draft.single
    if amount is None or draft.kind not in MEASURED:
        return ""
    if draft.kind is Kind.DURATION and EACH.isdisjoint(words):
        return ""  # of two lengths of time one is often twice the other
    measures = [number for other in passage if (number := _measure(draft, other)) is not None]
    counts = [number for other in passage if (number := _times(other)) is not None]
    ours = [number for other in beside if other is not draft and (number := _times(other)) is not None]
    told = [MULTIPLES[word] for word in words if word in MULTIPLES]
    return _first(_products(measures, [*counts, *ours, *told], ours), *_allowed(amount))


def changed(draft: Mention, passage: Sequence[Mention]) -> str:
    """How a draft's figure follows from a number of a passage and a share by which it changed ("40,000 − 25% = 30,000")."""
    amount = draft.single
    if amount is None or draft.kind not in MEASURED:
        return ""
    value = amount.printed[0]
    numbers = [number for other in passage if (number := addend(draft, other)) is not None and number > 1]
    slack = value * WORKED_OUT * (HEDGED if amount.bound is Bound.ABOUT else 1)
    return _first(_changes(numbers, passage), value - slack, value + slack)


def _first(ways: Iterable[tuple[Decimal, str]], low: Decimal, high: Decimal) -> str:
    """The first way that leads to a number from the one to the other, or nothing."""
    return next((f"{how} = {number_in_words(value, 1)}" for value, how in ways if low <= value <= high), "")


def _allowed(amount: Quantity) -> tuple[Decimal, Decimal]:
    """From which number to which an amount is told, as it is hedged."""
    number = amount.printed[0]
    if amount.bound is Bound.EXACT:
        return number, number
    return max(amount.lower, number * (1 - ROUGHLY)), min(amount.upper, number * (1 + ROUGHLY))


def addend(draft: Mention, other: Mention) -> Decimal | None:
    """The number of a mention that a draft's figure may be a sum or a difference of."""
    amount = other.single
    if draft.quantity is None or amount is None:
        return None
    if draft.kind in COUNTED:
        return amount.printed[0] if other.kind in COUNTED else None
    if draft.kind in MEASURED and other.kind is Kind.NUMBER:
        return amount.printed[0]  # its unit may have been told before: "17 minutes; the bus needs 50"
    if draft.kind is other.kind and amount.measure in _HUNDREDTHS.get(draft.quantity.measure, ()):
        return amount.printed[0] * 100  # "up 28 cents", and "$1.26", "$0.98"
    alike = draft.kind is other.kind and draft.quantity.measure == amount.measure
    return amount.printed[0] if alike and family(draft) == family(other) else None


def _measure(draft: Mention, other: Mention) -> Decimal | None:
    """The number of a mention of which a draft's figure may be so many times as much."""
    return addend(draft, other) if draft.kind is other.kind or draft.kind in COUNTED else None


def _times(mention: Mention) -> Decimal | None:
    """The whole number of a mention, if there may be so many times something."""
    amount = mention.single
    if mention.kind not in MULTIPLIED or amount is None:
        return None
    number = amount.printed[0]
    return number if number > 1 and number == number.to_integral_value() else None


def _is_of_them(mention: Mention) -> bool:
    """Whether what is counted was counted before, in another number: "two of them"."""
    return IS_OF_THEM.match(mention.document.text, mention.end) is not None


def _sums(addends: Sequence[tuple[Decimal, bool]]) -> Iterator[tuple[Decimal, str]]:
    """Two numbers or all of them added up, but none that is part of another; and two taken from each other."""
    yield from _totals(addends)
    for (a, _), (b, _) in combinations(addends, 2):
        yield abs(a - b), f"{number_in_words(max(a, b))} − {number_in_words(min(a, b))}"


def _totals(addends: Sequence[tuple[Decimal, bool]]) -> Iterator[tuple[Decimal, str]]:
    """Two numbers or all of them added up, but none that is part of another."""
    for (a, of_a), (b, of_b) in combinations(addends, 2):
        # "Two of them were hurt, as was one": what is less than a part is no whole of it.
        is_whole = (of_a and b >= a) or (of_b and a >= b)
        if not is_whole:
            yield a + b, f"{number_in_words(a)} + {number_in_words(b)}"
    numbers = [number for number, is_part in addends if not is_part]
    if 2 < len(numbers) <= ADDENDS:
        yield sum(numbers, Decimal(0)), " + ".join(map(number_in_words, numbers))


def _products(
    measures: Sequence[Decimal], counts: Sequence[Decimal], ours: Sequence[Decimal]
) -> Iterator[tuple[Decimal, str]]:
    """Each measure so many times, or divided among so many; and two measures, each as often as the draft says, added up."""
    for measure in measures:
        for count in counts:
            if count != measure:
                told = number_in_words(measure), number_in_words(count, 1)
                yield measure * count, f"{told[0]} × {told[1]}"
                yield measure / count, f"{told[0]} / {told[1]}"
    for one, other in combinations(measures, 2):
        for m, n in combinations(ours, 2):
            for a, b in ((one, other), (other, one)):
                products = (f"{number_in_words(times)} × {number_in_words(each)}" for times, each in ((m, a), (n, b)))
                yield m * a + n * b, " + ".join(products)


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
    if mention.single is None:
        return None
    value = mention.single.printed[0]
    if mention.kind is Kind.PERCENTAGE:
        return value / 100
    return value if mention.kind is Kind.NUMBER and 0 < value < 1 else None


def _shares(passage: Sequence[Mention]) -> Iterator[tuple[Decimal, str]]:
    amounts = [mention.single.printed[0] for mention in passage if mention.kind in ADDED and mention.single]
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
    # 82% of those who voted, on a turnout of 71%.
    for one, other in combinations(filter(None, map(_share, passage)), 2):
        yield 100 * one * other, f"{number_in_words(100 * one, 1)}% of {number_in_words(100 * other, 1)}%"


def _spans_of_years(passage: Sequence[Mention]) -> Iterator[tuple[Decimal, str]]:
    told = [date_parts(mention.time).get("year", "") for mention in passage if mention.time]
    years = sorted({int(year) for year in told if len(year) == 4})
    for first, last in combinations(years, 2):
        # A birthday that is still to come, and the first of "in its tenth year".
        for span in (last - first, last - first - 1, last - first + 1):
            yield Decimal(span), f"from {first} to {last}"
