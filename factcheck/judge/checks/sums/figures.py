"""The printed amounts of an article, as they are held against a clash: how much, how finely told, and where."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.units import COINS
from factcheck.judge.checks.sums.ways import OF_HUNDRED, is_plain, of_one_sort, quantity
from factcheck.model import COUNTED, Bound, Kind, Mention
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from factcheck.model import Article

#: From so many digits on counts need not name what they count.
_DIGITS = 3


class Figure(NamedTuple):
    """A printed amount, with how finely it is told and where."""

    mention: Mention
    value: Fraction
    step: Fraction
    sentence: int


def figures_of(article: Article) -> list[Figure]:
    """The plain amounts of an article, in its order."""
    starts = [sentence.start for sentence in article.sentences]
    return [
        Figure(
            one,
            Fraction(quantity(one).value) / coins_of(one),
            Fraction(quantity(one).step) / coins_of(one),
            bisect_right(starts, one.start) - 1,
        )
        for one in article.mentions
        if is_plain(one) and quantity(one).bound is Bound.EXACT
    ]


def coins_of(mention: Mention) -> int:
    """How many of what an amount is told in make one of the currency."""
    return OF_HUNDRED if quantity(mention).unit in COINS else 1


def alike(one: Figure, other: Figure) -> bool:
    """Whether two figures may be added up; what is told to the last of many digits need not say what it counts."""
    if {one.mention.kind, other.mention.kind} <= COUNTED and min(map(_digits, (one, other))) >= _DIGITS:
        return True
    if {one.mention.kind, other.mention.kind} == {Kind.MONEY} and coins_of(one.mention) != coins_of(other.mention):
        return True
    return of_one_sort(one.mention, other.mention)


def _digits(figure: Figure) -> int:
    return len(str(int(figure.value / figure.step))) if figure.step else 1
