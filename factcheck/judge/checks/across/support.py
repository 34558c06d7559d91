"""How well the figures of a draft are told by its sources, and so how far it is made from them."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.judge.checks.across.holding import Held

#: Where a draft has fewer other figures than this, nobody can say what else it was made from.
FEW = 5
#: The other figures of a draft that is made from its sources agree with figures there that are this much alike, on average.
WELL_TOLD = 0.25
#: From the one to the other average a draft is taken ever more for an article of its own.
ALL_TOLD, OF_ITS_OWN = 0.28, 0.2
#: What another sentence of the draft tells so many times better supports a figure so much less.
BETTER, TOLD_ELSEWHERE = 1.5, 0.3


class Support:
    """For each figure of a draft how much alike the likest figure is that agrees with it, 0 where none does.

    Args:
        held: each figure, held against those of the sources.
        told: how well each figure of the sources is told by any of the draft's, by its identity.
        retells: whether the draft's sentences are told in the sources at all.

    """

    def __init__(self, held: Sequence[Sequence[Held]], told: Mapping[int, float], *, retells: bool) -> None:
        self._retells = retells
        self._likeness = [
            max((_supports(one, told[id(one.theirs)]) for one in each if one.agrees), default=0.0) for each in held
        ]

    def __getitem__(self, at: int) -> float:
        return self._likeness[at]

    def is_strong(self, but: int | None = None) -> bool:
        """Whether the sources have what the draft has, `but` for one figure, and in like words."""
        others = self._others(but)
        return self._retells and (len(others) < FEW or fsum(others) >= WELL_TOLD * len(others))

    def of_its_own(self, but: int) -> float:
        """How far a draft, but for one figure, is an article of its own: from 0, if its sources tell its figures alike, to 1."""
        others = self._others(but)
        if not self._retells:
            return 1.0
        if len(others) < FEW:
            return 0.0
        return min(1.0, max(0.0, (ALL_TOLD - fsum(others) / len(others)) / (ALL_TOLD - OF_ITS_OWN)))

    def _others(self, but: int | None) -> list[float]:
        return [one for at, one in enumerate(self._likeness) if at != but]


def _supports(agreeing: Held, told: float) -> float:
    """How much a figure is supported by one that agrees: less, where another sentence of the draft tells that one much better."""
    return agreeing.likeness * (TOLD_ELSEWHERE if told > BETTER * agreeing.likeness else 1.0)
