"""What a pattern reads in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.judge.formulas.skeleton import LETTERS, Skeleton
from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from factcheck.judge.formulas.slots import Members, Slot
    from factcheck.model import Mention


@dataclass(frozen=True, slots=True)
class Reading:
    """What a pattern read: which mentions fill which slots."""

    skeleton: Skeleton
    start: int
    end: int
    filled: tuple[tuple[Slot, Members], ...]
    #: The words that fill slots of their kind, by name.
    named: tuple[tuple[str, str], ...] = ()

    @property
    def words(self) -> str:
        """The stretch of the skeleton that was read."""
        return self.skeleton.text[self.start : self.end]

    @property
    def places(self) -> frozenset[str]:
        """The places of all mentions in that stretch, passed over or not."""
        return self.skeleton.places(LETTERS, self.start, self.end)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions in the slots, in the order of the text."""
        found = {id(mention): mention for _, members in self.filled for mention in members if mention is not None}
        return tuple(sorted(found.values(), key=lambda mention: mention.start))
