"""Amounts that are given twice, in two units: "90 km (55 miles)", "90 km/55 miles", "90 km, or 55 miles,"."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import Article, Bound, Kind, Mention, Quantity, Span
from factcheck.nouns import dataclass
from factcheck.regexes import regex
from factcheck.resolve.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENS = regex(
    r"\s?[(\[]\s?(?:or |about |around |roughly |some |approximately |nearly |almost |i\.e\.,? |that is,? |equal to |equivalent to |approx\.? |~|≈|=)*",
    re.IGNORECASE,
)
_CLOSES = regex(r"\s?(?:[)\];,/]|or |$)")
#: Before the first number: "8,000 and 500 kilometers" is one amount in words, or two.
_MORE_BEFORE = regex(r"\d(?:,| and| plus| or)\s\Z")
#: Between the two ends of a range in brackets.
_JOINS = frozenset({" and ", " to ", "-", "–"})
_OR = regex(
    r"(?:,| [-–—]+|—) ?(?:or|i\.e\.|that is|(?:the )?equivalent (?:to|of)|equal to),? (?:about |around |roughly |some |approximately |nearly |almost )?",
    re.IGNORECASE,
)
_AFTER_OR = regex(r"\s?(?:[,.;:)–—]|-- )")

#: What stands between two amounts without brackets, and behind the second.
_ASIDES = (
    (regex(r"\s?/\s?"), regex("")),
    (_OR, _AFTER_OR),
    #: "an 11-kilo salmon, which is about 24 pounds,"
    (
        regex(r"(?: [a-z-]+){0,3},? (?:which|that) (?:is|was|means|makes|equals)(?: just| the equivalent of)? "),
        regex(r"[,.;]| in old| or | and "),
    ),
    #: "12 kilos – 26 pounds – of gold"
    (regex(r" [–—-] (?:about |around |roughly |some |nearly |almost )?"), regex(r" [–—-] ")),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """An amount and the same amount in another unit."""

    first: Mention
    second: Mention
    #: The sentence's words before the first and after the second.
    before: str
    after: str
    #: Whether the second stands in brackets of its own.
    bracketed: bool

    @property
    def amounts(self) -> tuple[Quantity, Quantity]:
        """The two amounts, each as far as rounding goes."""
        assert self.first.quantity is not None  # noqa: S101 - a pair is made of amounts
        assert self.second.quantity is not None  # noqa: S101 - a pair is made of amounts
        return _as_printed(self.first.quantity), _as_printed(self.second.quantity)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Where they stand."""
        return (self.first.span, self.second.span)


def pairs(article: Article) -> Iterator[Pair]:
    """The amounts of an article that are given twice, in order."""
    text = article.document.text
    measures = [mention for mention in article.mentions if mention.kind is Kind.QUANTITY and mention.quantity]
    for at, (first, second) in enumerate(pairwise(measures)):
        if first.quantity and first.quantity.is_range and at + 2 < len(measures):
            second = _as_range((second, measures[at + 2])) or second  # noqa: PLW2901 - the one that it is held against
        if second.start - first.end > _FAR or _goes_on(first, article):
            continue
        between = text[first.end : second.start]
        after = text[second.end : second.end + 40]
        if _apart(first, second, between, after):
            yield Pair(first, second, text[max(0, first.start - 120) : first.start], after, bracketed=False)
            continue
        bracketed = _OPENS.fullmatch(between) is not None and _CLOSES.match(after) is not None
        if bracketed or any(opens.fullmatch(between) and closes.match(after) for opens, closes in _ASIDES):
            yield Pair(first, second, text[max(0, first.start - 120) : first.start], after, bracketed)


def _goes_on(first: Mention, article: Article) -> bool:
    """Whether an amount may go on with the number before it; with a date it does not: "on August 19, 40 km (25 miles) away"."""
    before = _MORE_BEFORE.search(article.document.text, max(0, first.start - 8), first.start)
    if before is None:
        return False
    return not any(one.kind is Kind.DATE and one.end == before.start() + 1 for one in article.mentions)


#: "35 kilograms of cocaine (77 pounds)", "5,000 cubic feet of slurry – 142 cubic metres –"
_BEHIND_NOUN = regex(
    r"(?:(?: [a-z][a-z-]+){1,3}| of(?: [a-z][a-z-]+){1,5}) \((?:about |around |roughly |some |nearly |almost )?"
)
_BEHIND_NOUN_ASIDE = regex(r" of(?: [a-z][a-z-]+){1,4} [–—-] (?:or |about |around |roughly |some |nearly |almost )*")
_CLOSES_ASIDE = regex(r" [–—-] ")
#: The second begins no farther from the first, in letters.
_FAR = 48


def _apart(first: Mention, second: Mention, between: str, after: str) -> bool:
    """Whether words or a comma stand between an amount and what must be the same in another unit."""
    if not (first.quantity and second.quantity) or first.quantity.is_range is not second.quantity.is_range:
        return False
    if _BEHIND_NOUN.fullmatch(between):
        closes = after.startswith(")")
    elif _BEHIND_NOUN_ASIDE.fullmatch(between):
        closes = _CLOSES_ASIDE.match(after) is not None
    else:
        # "Five litres an hour, 120 litres a day": two rates of one thing are one rate.
        is_same = second.quantity.bound is Bound.ABOUT or (
            " per " in first.quantity.unit and " per " in second.quantity.unit
        )
        closes = between == ", " and is_same and after.startswith((",", ";", "."))
    return (
        closes
        and first.quantity.unit != second.quantity.unit
        and dimension(first.quantity.unit) == dimension(second.quantity.unit)
    )


def _as_range(pair: tuple[Mention, Mention]) -> Mention | None:
    """Two ends in brackets behind a range, as one mention: "between 20 and 40 metres (66 and 131 feet)"."""
    low, high = pair
    if not (low.quantity and high.quantity) or low.quantity.unit != high.quantity.unit:
        return None
    if low.quantity.is_range or high.quantity.is_range or low.document.text[low.end : high.start] not in _JOINS:
        return None
    quantity = replace(
        high.quantity,
        lower=low.quantity.lower,
        printed=(*low.quantity.printed, *high.quantity.printed),
        step=min(low.quantity.step, high.quantity.step),
    )
    return replace(high, start=low.start, quantity=quantity)


def _as_printed(quantity: Quantity) -> Quantity:
    """The amount as far as rounding goes: "more than 90 km (55 miles)" bounds both numbers alike."""
    if quantity.bound is Bound.ABOUT or quantity.is_range:
        return quantity
    half = quantity.step / 2
    value = quantity.value
    if quantity.bound is Bound.EXACT:
        return replace(quantity, lower=min(quantity.lower, value - half), upper=max(quantity.upper, value + half))
    return replace(quantity, lower=value - half, upper=value + half, bound=Bound.EXACT)
