"""What a figure may follow from: some amounts, and how they are put together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product

from factcheck.judge.formulas.arithmetic import thing
from factcheck.model import AMOUNTS, COUNTED, Kind, Mention, Quantity, Sentence
from factcheck.nouns import NamedTuple

#: All of it, in per cent.
OF_HUNDRED = 100
#: So many times off, a result may be a slip: two digits were swapped, or a nought was lost.
_NEAR_BY, _TEN_TIMES = 4, (8, 12)
#: So many may be so many pounds.
MILLION = 1_000_000
_AMOUNTS = AMOUNTS | {Kind.DURATION}

Ways = Callable[[Sequence[Fraction]], Sequence[Fraction]]


class Scene(NamedTuple):
    """A figure, and the plain amounts that are told around it."""

    sentence: Sentence
    figure: Mention
    #: Those of its sentence, before it and behind it.
    before: Sequence[Mention]
    after: Sequence[Mention]
    #: Those of each sentence before, the nearest first.
    earlier: Sequence[Sequence[Mention]] = ()

    def lead(self, letters: int) -> str:
        """So many letters before the figure, in its sentence."""
        return self.sentence.document.text[max(self.sentence.start, self.figure.start - letters) : self.figure.start]

    @property
    def further_up(self) -> Iterator[Mention]:
        """The amounts of the sentences before, the nearest first."""
        return (one for amounts in self.earlier for one in reversed(amounts))


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
    #: Whether some stand in other sentences: then any two like them may be meant, wherever they stand.
    is_far: bool = False

    def instead(self, others: Sequence[Mention]) -> Iterator[Basis]:
        """The same with other amounts in the place of those that are not sure, or besides them."""
        alike = [[one for one in others if self._may_stand_for(one, amount)] for amount in self.amounts]
        for at in range(self.sure, len(self.amounts)):
            for other in alike[at]:
                yield self._replace(amounts=(*self.amounts[:at], other, *self.amounts[at + 1 :]))
        if self.is_open:
            yield from (self._replace(amounts=(*self.amounts, other)) for other in alike[0])
        if self.is_far and not self.sure:
            yield from (self._replace(amounts=pair) for pair in product(alike[0], alike[-1]))

    def _may_stand_for(self, other: Mention, amount: Mention) -> bool:
        if any(other is one for one in self.amounts):
            return False
        if self.ways in (quotients, products):
            # What shares a sum may be anything; "4.7 billion" may be money, and so may "4.7 billion crowns".
            is_large = amount.kind is Kind.MONEY or quantity(amount).value >= MILLION
            kinds = COUNTED | {Kind.MONEY} if is_large else COUNTED
            # "60 of the farm's 150 hectares" are hectares.
            is_part = other.kind is Kind.NUMBER and amount.kind is Kind.QUANTITY
            return is_part or {other.kind, amount.kind} <= kinds or of_one_sort(other, amount)
        return of_one_sort(other, self.amounts[0])


def differences(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """How far two amounts lie apart."""
    one, other = amounts
    return (abs(one - other),)


def points_apart(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """How many basis points two percentages lie apart."""
    one, other = amounts
    return (abs(one - other) * OF_HUNDRED,)


def changes(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """By which share the first of two amounts is more or less than the other, and the other than it."""
    one, other = amounts
    return abs(one - other) / other, abs(one - other) / one


def growths(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """Which share a change is of the level before it, where the other amount is the level behind it."""
    change, level = amounts
    # What is more than its level can only have fallen.
    return tuple(change / before for before in (level - change if level > change else level + change, level + change))


def shares(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """What share one of two amounts is of the other, or of both, or by which it is more or less."""
    low, high = sorted(amounts)
    both = low + high
    return low / high, high / low, (high - low) / high, (high - low) / low, low / both, high / both, low / (both + high)


def rests(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """The largest amount less all others, or less some of them; or one of the others, of which there may be parts too."""
    falling = sorted(amounts, reverse=True)
    return tuple(
        whole - sum(some)
        for at, whole in enumerate(falling, 1)
        for many in range(len(falling) - at, 0, -1)
        for some in combinations(falling[at:], many)
    )


def of_hundred(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """What some percentages, or all, leave of a hundred."""
    return tuple(
        1 - sum(some, Fraction(0)) / OF_HUNDRED
        for many in range(len(amounts), 0, -1)
        for some in combinations(amounts, many)
    )


def quotients(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """The first of two amounts for each of the other."""
    one, other = amounts
    return (one / other,)


def products(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """The first of two amounts so many times."""
    one, other = amounts
    return (one * other,)


def sums(amounts: Sequence[Fraction]) -> Sequence[Fraction]:
    """All amounts together, or two or more of them."""
    return tuple(sum(some, Fraction(0)) for many in range(len(amounts), 1, -1) for some in combinations(amounts, many))


def is_plain(mention: Mention) -> bool:
    """Whether a mention is one printed amount."""
    amount = mention.single
    return mention.kind in _AMOUNTS and amount is not None and amount.value > 0


def is_share(mention: Mention) -> bool:
    """Whether a mention is a percentage, and no point of one, or a fraction."""
    if mention.kind is Kind.PERCENTAGE:
        return not quantity(mention).unit.endswith("point")
    return mention.kind is Kind.NUMBER and quantity(mention).value < 1


def of_one_sort(one: Mention, other: Mention) -> bool:
    """Whether two amounts count the same, or are in the same unit; bare numbers count anything."""
    if one.kind in COUNTED and other.kind in COUNTED:
        return len({thing(one), thing(other)} - {""}) < 2
    return one.kind is other.kind and one.measure == other.measure


def quantity(mention: Mention) -> Quantity:
    """The amount of a plain mention."""
    assert mention.quantity is not None  # noqa: S101 - only amounts are asked
    return mention.quantity


def if_near(told: Basis, figure: Mention) -> Basis | None:
    """The same, where the figure may be a slip for what it leads to."""
    stated = Fraction(quantity(figure).value) / (OF_HUNDRED if figure.kind is Kind.PERCENTAGE else 1)
    for result in told.ways([Fraction(quantity(one).value) for one in told.amounts]):
        if not result:
            continue
        apart = max(result / stated, stated / result)
        if apart < _NEAR_BY or _TEN_TIMES[0] < apart < _TEN_TIMES[1]:
            return told
    return None
