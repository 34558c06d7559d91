"""What a figure follows from, by the words that it is told with: a margin, so much more, "or 12 per cent", "a total of".

The grammar tells which amounts are meant: the two before ", a margin of 412", the one before and the one behind "more than",
those of the sentence before "That is an increase of 22", all of the sentence for "in all". A newcomer adds words here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, takewhile
from typing import TYPE_CHECKING

from factcheck.judge.checks.dates.instants import UNITS
from factcheck.judge.formulas.arithmetic import thing
from factcheck.model import Kind, Mention, Quantity
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.model import Sentence

_COUNTED = frozenset({Kind.COUNT, Kind.NUMBER})
_AMOUNTS = _COUNTED | {Kind.MONEY, Kind.PERCENTAGE, Kind.QUANTITY, Kind.DURATION}
#: A figure stands no farther from what it follows from, in letters.
_NEAR = 120
#: More amounts than this are not added up: some sum of many is any number.
_ADDENDS = 6
#: Periods as people reckon: a year of 52 weeks, of 365 days.
_ROUGHLY = {**UNITS, "week": UNITS["year"] / 52, "month": UNITS["year"] / 12, "day": UNITS["year"] / 365}

_CHANGE = (
    r"(?:[a-z-]+ ){0,2}?(?:gain|rise|increase|growth|improvement|jump|climb|advance|fall|drop|decline|decrease|reduction|cut|dip|slump"
    r"|margin|majority|lead|gap|difference|shortfall|saving|surplus|deficit)"
)
#: Before a difference of the two amounts that stand before it: ", a margin of 412".
_APPOSED = regex(rf"(?:,|–|—|-|\(|:) (?:or |that is |which is |making |meaning |with )?an? {_CHANGE} of $")
#: The same of the sentence before: "That is an increase of 22".
_THAT_IS = regex(
    rf"^(?:(?:That|This|It) (?:is|was|represents|represented|marks|marked|means|meant) an? {_CHANGE} of|The {_CHANGE} (?:is|was|came to|of)) $"
)
_TO = regex(r" (?:votes )?(?:to|against) ")
#: Between two amounts, one before and one behind: ", up 22 from", "22 more than", and what leads on to the second.
_UP = regex(r"(?:,|–|—|\() (?:and |or )?(?P<way>up|down)(?: by)? $")
_FROM = regex(r" (?:from|on|against|compared with|compared to)\b")
_THAN = regex(
    r" (?:(?P<more>(?:more|higher|longer|bigger|heavier|dearer|taller|deeper|wider|better) than|above|ahead of|clear of|up on)"
    r"|(?:fewer|less|lower|shorter|smaller|lighter|cheaper|worse) than|below|short of|down on)\b"
)
_THROUGH = regex(
    r"(?:(?!\b(?:and (?!was |were |is |has |had )|but |while |ago|last year|because |after |a majority))[^.;:,()–—]){0,90}"
)
#: Before an amount that is itself a difference, and behind one.
_A_CHANGE = regex(rf"\b{_CHANGE} of $")
_MORE = regex(
    r" (?:more|fewer|less|higher|lower|longer|shorter|cheaper|dearer|heavier|lighter|better|worse|above|below|short|ahead|clear|extra)\b"
)
#: Before an amount that is told by the way: "212 entries from nine schools".
_BESIDES = regex(r"\b(?:from|in|at|across|over) $")
#: Between a part and the share that it is: "1,475 of them (61 per cent)", "£442,000 has been raised, or 68 per cent"; and
#: before a fraction: "31 women in a staff of 90, about a third".
_OR = regex(r"[^.;:()\d“”\"]{0,40}(?:, or |, that is, |\(| – | — )(?:just |some )?")
_SO = regex(r"(?: [a-z]+){0,3}(?:, (?:or )?| – | — )")
_ENDS = regex(r"[,.;)–—]| – | — |$")
#: Before a level, whose share is of something that is not told: "to 1.41 million, or 4.2 per cent".
_LEVEL = regex(r"\b(?:to|at|reached|totall?ed|totall?ing) $")
#: Behind a share of something else, or one of a row.
_OF_WHAT = regex(
    r"(?: of (?!(?:them|those|these|the total|the whole|all)\b)| (?:a|per|each|every|interest|likely|chance|confidence)\b|\D{0,3}\d)"
)
#: Behind an amount that has a share of its own, and so is not what another is a share of.
_HAS_A_SHARE = regex(r"(?: [a-z]+){0,4}(?:, or |,? \(| – )(?:[a-z]+ )?(?:[\d.]+ ?(?:%|per ?cent)|one in\b)")
#: Before what is left of the amounts before it.
_LEAVES = regex(r"(?:, leaving|(?:that|which|,) (?:leaves|left))(?: just| only)? $")
#: Before a sum of what the sentence tells, and behind one.
_TOTAL = regex(
    r"\b(?:total of|(?:taking|bringing|takes|brings|took|brought) (?:the|its|their|his|her) (?:[a-z-]+ ){0,2}?(?:total|tally|aggregate|number)"
    r"(?: for [a-z ]+| of [a-z ]+)? to) $"
)
_A_TOTAL = regex(r"[,–—(] (?:making |giving |or |for )?a total of $")
_IN_ALL = regex(r" (?:in all|in total|altogether|all told|between them)\b")
_PART = regex(r"\b(?:of|among|includ\w+) (?:the |its |their |these |those |a )?$")
#: Behind a rate, and before one that tells the same again.
_EVERY = regex(r" (?:a|an|per|each|every) (?P<period>day|week|month|quarter|year|hour)\b")
_OR_SO = regex(r"(?:, or|, that is,| – | — ) ?$")
_COMMA = regex(r"[,;]")
_PARTED = regex(r"[;:]|[.!?]\s")

#: One of these words or signs stands in every text that tells a figure so.
TOLD_BY = [
    *"gain rise increase growth improvement jump climb advance fall drop decline decrease reduction cut dip slump margin majority lead gap difference shortfall saving surplus deficit up down than above below short ahead clear leaves left leaving total tally aggregate number all altogether told between half third quarter fifth tenth average".split(),
    ", or ",
    "(",
    " – ",
    " — ",
    ", that is",
]

Ways = Callable[[Sequence[Fraction]], Sequence[Fraction]]


class Basis(NamedTuple):
    """The amounts that a figure follows from, and the ways in which it may."""

    amounts: tuple[Mention, ...]
    ways: Ways
    #: How many of them, from the first on, are sure.
    sure: int = 0
    #: Whether there may be more of them elsewhere.
    is_open: bool = False
    #: Whether the first is said to be the more, or the less.
    is_more: bool | None = None

    def instead(self, others: Sequence[Mention]) -> Iterator[Basis]:
        """The same with another amount in the place of one that is not sure, or besides them."""
        for other in others:
            if not any(other is one for one in self.amounts):
                for at in range(self.sure, len(self.amounts)):
                    yield self._replace(amounts=(*self.amounts[:at], other, *self.amounts[at + 1 :]))
                if self.is_open:
                    yield self._replace(amounts=(*self.amounts, other))


def differences(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """How far two amounts lie apart."""
    one, other = amounts
    return (abs(one - other),)


def changes(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """By which share the first of two amounts is more or less than the other, and the other than it."""
    one, other = amounts
    return abs(one - other) / other, abs(one - other) / one


def shares(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """What share one of two amounts is of the other, or of both, or by which it is more or less."""
    low, high = sorted(amounts)
    both = low + high
    return low / high, high / low, (high - low) / high, (high - low) / low, low / both, high / both, low / (both + high)


def rests(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """The largest amount less all others, or less some of them."""
    whole, *parts = sorted(amounts, reverse=True)
    return tuple(whole - sum(some) for many in range(len(parts), 0, -1) for some in combinations(parts, many))


def sums(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """All amounts together, or two or more of them."""
    return tuple(sum(some, Fraction(0)) for many in range(len(amounts), 1, -1) for some in combinations(amounts, many))


def basis(
    sentence: Sentence, figure: Mention, earlier: Sequence[Mention], before: Sequence[Mention], after: Sequence[Mention]
) -> Basis | None:
    """What a figure follows from, of the plain amounts of the sentence before, and of its own before and behind it."""
    lead = sentence.document.text[max(sentence.start, figure.start - _NEAR) : figure.start]
    if is_share(figure):
        return _share(figure, before) or _of_two(lead, figure, earlier, before, after)
    return (
        _of_two(lead, figure, earlier, before, after)
        or _rate(lead, figure, before, after)
        or _rest(lead, figure, before)
        or _sum(lead, figure, before, after)
    )


def _of_two(
    lead: str, figure: Mention, earlier: Sequence[Mention], before: Sequence[Mention], after: Sequence[Mention]
) -> Basis | None:
    """The two amounts between which a difference lies."""
    text = figure.document.text
    close = [*takewhile(lambda one: figure.start - one.end < _NEAR, reversed(before))][::-1]
    near = [one for one in close if not _is_difference(one)]
    behind = next((one for one in after if not _is_difference(one)), None)
    if is_share(figure) or not quantity(figure).unit:
        near = [one for one in near if not _BESIDES.search(text, max(0, one.start - 8), one.start)] or near
    else:
        near = [one for one in near if _lies_between(figure, one)]
    than, up, is_apposed, is_from = (
        _THAN.match(text, figure.end),
        _UP.search(lead),
        _APPOSED.search(lead),
        _FROM.match(text, figure.end),
    )
    if near and behind and _THROUGH.fullmatch(text, figure.end, behind.start):
        if than:
            return _told(figure, near[-1], behind, is_more=than["more"] is not None)
        if is_from and up:
            return _told(figure, near[-1], behind, is_more=up["way"] == "up")
        if is_from and is_apposed:
            return _told(figure, near[-1], behind)
    if is_apposed and not is_from and len(near) > 1:
        pair = _set_against(near[::-1]) or near[-2:]
        return _told(figure, *pair, sure=2 if list(before[-2:]) == [*pair] else 0)
    if _THAT_IS.match(lead):
        pair = _set_against(earlier) or earlier
        return _told(figure, *pair) if len(pair) == 2 else None
    return None


def _set_against(amounts: Sequence[Mention]) -> Sequence[Mention]:
    """The first two with nothing but "to" between them; none if there are none."""
    for pair in pairwise(amounts):
        one, other = sorted(pair, key=lambda mention: mention.start)
        if _TO.fullmatch(one.document.text, one.end, other.start):
            return one, other
    return ()


def _is_difference(mention: Mention) -> bool:
    text = mention.document.text
    before = text[max(0, mention.start - _NEAR) : mention.start]
    return _MORE.match(text, mention.end) is not None or _A_CHANGE.search(before) is not None


def _told(figure: Mention, one: Mention, other: Mention, *, sure: int = 0, is_more: bool | None = None) -> Basis | None:
    """The difference of two amounts, or its share, if they are alike and nothing parts them."""
    text = figure.document.text
    is_parted = _PARTED.search(text, one.end, min(figure.start, other.start))
    if is_parted or not of_one_sort(one, other):
        return None
    if is_share(figure):
        # Of two percentages nobody says by how many per cent they differ.
        return None if is_share(one) else Basis((one, other), changes, sure, is_more=is_more)
    is_between = _lies_between(figure, one) and _lies_between(figure, other)
    return Basis((one, other), differences, sure, is_more=is_more) if is_between else None


def _share(figure: Mention, before: Sequence[Mention]) -> Basis | None:
    """The part right before a share, and what it is a share of."""
    text = figure.document.text
    if not before or is_share(before[-1]) or _OF_WHAT.match(text, figure.end):
        return None
    part = before[-1]
    if _LEVEL.search(text, max(0, part.start - 16), part.start):
        return None
    is_fraction = figure.kind is not Kind.PERCENTAGE
    if not (_SO if is_fraction else _OR).fullmatch(text, part.end, figure.start):
        return None
    if is_fraction and not _ENDS.match(text, figure.end):
        return None
    whole = next((one for one in reversed(before[:-1]) if of_one_sort(one, part) and not is_share(one)), None)
    if whole is None or figure.start - whole.end >= _NEAR or _HAS_A_SHARE.match(text, whole.end):
        return None
    is_sure = whole is before[-2] and not _COMMA.search(text, whole.end, part.start)
    return Basis((part, whole), shares, sure=2 if is_sure else 1)


def _rate(lead: str, figure: Mention, before: Sequence[Mention], after: Sequence[Mention]) -> Basis | None:
    """What "an average of 40 a day" or ", or 40 a week" is of: an amount and how long it took, or the same at another rate."""
    every = _period(figure)
    if (
        every not in UNITS
        or figure.kind is Kind.QUANTITY
        or _is_difference(figure)
        or not (_OR_SO.search(lead) or "average" in figure.text)
    ):
        return None
    alike = (one for one in reversed(before) if one.kind is not Kind.DURATION and of_one_sort(one, figure))
    amount = next(alike, None)
    if amount is None or figure.start - amount.end >= _NEAR:
        return None
    if (period := _period(amount)) in UNITS:
        rates = [Fraction(table[every] / table[period]).limit_denominator(10_000) for table in (UNITS, _ROUGHLY)]
        return Basis((amount,), lambda amounts: [amounts[0] * rate for rate in rates], sure=1)
    lasted = [one for one in (*before, *after) if one.kind is Kind.DURATION and quantity(one).unit in UNITS]
    if len(lasted) != 1:
        return None
    times = Fraction(UNITS[quantity(lasted[0]).unit] / UNITS[every]).limit_denominator(10_000)
    return Basis((amount, lasted[0]), lambda amounts: (amounts[0] / (amounts[1] * times),), sure=2)


def _period(mention: Mention) -> str:
    behind = _EVERY.match(mention.document.text, mention.end)
    return behind["period"] if behind else quantity(mention).unit.rpartition(" per ")[2]


def _rest(lead: str, figure: Mention, before: Sequence[Mention]) -> Basis | None:
    """What is left of a whole before it."""
    alike = [one for one in before if of_one_sort(one, figure)] if _LEAVES.search(lead) else []
    has_whole = any(quantity(one).value > quantity(figure).value for one in alike)
    return Basis(tuple(alike), rests) if has_whole and 1 < len(alike) <= _ADDENDS else None


def _sum(lead: str, figure: Mention, before: Sequence[Mention], after: Sequence[Mention]) -> Basis | None:
    """What adds up to a figure: all before ", a total of", or all of the sentence."""
    is_apposed = _A_TOTAL.search(lead)
    is_total = _TOTAL.search(lead) or (_IN_ALL.match(figure.document.text, figure.end) and not _PART.search(lead))
    if not is_total:
        return None
    alike = [one for one in (before if is_apposed else (*before, *after)) if of_one_sort(one, figure)]
    bare = [one for one in alike if not quantity(one).unit]
    if len(bare) > 1 and not quantity(figure).unit:
        alike = bare
    if not 1 < len(alike) <= _ADDENDS:
        return None
    return Basis(tuple(alike), sums, sure=len(alike) if is_apposed else 0, is_open=True)


def is_plain(mention: Mention) -> bool:
    """Whether a mention is one printed amount."""
    amount = mention.quantity
    return mention.kind in _AMOUNTS and amount is not None and len(amount.printed) == 1 and amount.value > 0


def is_share(mention: Mention) -> bool:
    """Whether a mention is a percentage, and no point of one, or a fraction."""
    if mention.kind is Kind.PERCENTAGE:
        return not quantity(mention).unit.endswith("point")
    return mention.kind is Kind.NUMBER and quantity(mention).value < 1


def of_one_sort(one: Mention, other: Mention) -> bool:
    """Whether two amounts count the same, or are in the same unit; bare numbers count anything."""
    if one.kind in _COUNTED and other.kind in _COUNTED:
        return len({thing(one), thing(other)} - {""}) < 2
    return one.kind is other.kind and unit(one) == unit(other)


def _lies_between(figure: Mention, amount: Mention) -> bool:
    """Whether a figure may be a difference of such amounts: points are of percentages."""
    if amount.kind is Kind.PERCENTAGE:
        return quantity(figure).unit.endswith("point")
    return of_one_sort(figure, amount)


def unit(mention: Mention) -> str:
    """What an amount is in, without what it is "per"."""
    return quantity(mention).unit.partition(" per ")[0]


def quantity(mention: Mention) -> Quantity:
    """The amount of a plain mention."""
    assert mention.quantity is not None  # noqa: S101 - only amounts are asked
    return mention.quantity
