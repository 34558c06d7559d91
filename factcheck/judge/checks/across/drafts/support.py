"""How well the figures of a draft are told by its sources, and so how far it is made from them."""

from __future__ import annotations

from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING

from factcheck.judge.mistyping import digits_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.align.drafts import Figure
    from factcheck.judge.checks.across.drafts.following import Following
    from factcheck.judge.checks.across.figures.holding import Held

#: Where a draft has fewer other figures than this, nobody can say what else it was made from.
FEW = 5
FEW_TELLING = 3
#: The other figures of a draft that is made from its sources agree with figures there that are this much alike, on average.
WELL_TOLD = 0.25
#: From the one to the other average a draft is taken ever more for an article of its own.
ALL_TOLD, OF_ITS_OWN = 0.28, 0.2
#: Numbers of so many digits, noughts at both ends aside, are seldom printed of two things. Of those of a draft that is made from its
#: sources they print more than this share, or of all its figures; and half, where it has few such. Drafts in their reporters' own words
#: have 0.3 to 1 of the ones and 0.3 to 0.8 of all, the lead of a story against its own rest mostly none and less than 0.4.
DIGITS, TELLING, OF_ALL, MOST_OF_FEW = 2, 0.25, 0.4, 0.5
#: So many of them, of which the sources print this share, show that a draft is made from them, in whatever words.
SEVERAL, MOSTLY = 4, 0.5
#: What another sentence of the draft tells so many times better supports a figure so much less.
BETTER, TOLD_ELSEWHERE = 1.5, 0.3


class Support:
    """For each figure of a draft how much alike the likest figure is that agrees with it, 0 where none does.

    Args:
        figures: the figures of the draft.
        held: each of them, held against those of the sources.
        told: how well each figure of the sources is told by any of the draft's, by its identity.
        following: what the figures of the draft and of the sources lead to.
        retells: whether the draft's sentences are told in the sources at all.

    """

    def __init__(
        self,
        figures: Sequence[Figure],
        held: Sequence[Sequence[Held]],
        told: Mapping[int, float],
        following: Following,
        *,
        retells: bool,
    ) -> None:
        self._figures = figures
        self._following = following
        self._telling = list(map(_is_telling, figures))
        self._printed = [any(one.agrees and one.likeness > 0 for one in each) for each in held]
        told_there = [tells and printed for tells, printed in zip(self._telling, self._printed, strict=True)]
        #: How many figures the draft has and how many of them the sources print; and the same of the telling ones.
        self._counts = len(held), sum(self._printed), sum(self._telling), sum(told_there)
        #: Whether the figures of the draft are the sources', in whatever words; and whether its sentences are, or its figures.
        self.is_theirs = sum(self._telling) >= SEVERAL and sum(told_there) >= MOSTLY * sum(self._telling)
        self.retells = retells or self.is_theirs
        self._likeness = [
            max((_supports(one, told[id(one.theirs)]) for one in each if one.agrees), default=0.0) for each in held
        ]

    def __getitem__(self, at: int) -> float:
        return self._likeness[at]

    def is_strong(self, but: int | None = None) -> bool:
        """Whether the sources have what the draft has, `but` for one figure, and in like words."""
        others = self._others(but)
        return self.retells and (len(others) < FEW or fsum(others) >= WELL_TOLD * len(others))

    def of_its_own(self, but: int) -> float:
        """How far a draft, but for one figure, is an article of its own: from 0, if its sources tell its figures alike, to 1."""
        others = self._others(but)
        if not self.retells:
            return 1.0
        if len(others) < FEW:
            return 0.0
        return min(1.0, max(0.0, (ALL_TOLD - fsum(others) / len(others)) / (ALL_TOLD - OF_ITS_OWN)))

    def is_printed(self, but: int | None = None) -> bool:
        """Whether the sources print as many of the draft's figures, but for one, as they would if it were made from them.

        Of sources that have few nobody can say.
        """
        if self._following.sources < FEW_TELLING:
            return True
        figures, printed, telling, told = self._counts
        if but is not None:
            figures, printed = figures - 1, printed - self._printed[but]
            telling, told = telling - self._telling[but], told - (self._telling[but] and self._printed[but])
        if telling < FEW_TELLING:
            return figures < FEW or printed >= MOST_OF_FEW * figures
        if told > 0 and (told > TELLING * telling or printed >= OF_ALL * figures):
            return True
        worked_out = self._worked_out - {but}
        return told > 0 and told + len(worked_out) >= OF_ALL * telling and len(worked_out) >= SEVERAL

    @cached_property
    def _worked_out(self) -> frozenset[int | None]:
        """The telling figures that the sources do not print, and that follow from those of one of their sentences."""
        return frozenset(
            at
            for at, (figure, tells, printed) in enumerate(zip(self._figures, self._telling, self._printed, strict=True))
            if tells and not printed and self._following.follows_from_one_sentence(figure)
        )

    def _others(self, but: int | None) -> list[float]:
        return [one for at, one in enumerate(self._likeness) if at != but]


def _is_telling(figure: Figure) -> bool:
    """Whether an amount prints a number of several digits."""
    amount = figure.mention.quantity
    return amount is not None and any(len(digits_of(number)) >= DIGITS for number in amount.printed)


def _supports(agreeing: Held, told: float) -> float:
    """How much a figure is supported by one that agrees: less, where another sentence of the draft tells that one much better."""
    return agreeing.likeness * (TOLD_ELSEWHERE if told > BETTER * agreeing.likeness else 1.0)
