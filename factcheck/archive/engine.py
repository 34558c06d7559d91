"""What an engine has to answer, and what it brings along."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import contextmanager
from functools import partial
from itertools import groupby
from math import log
from typing import TYPE_CHECKING

from factcheck.archive.comparing import Told, suspects_in
from factcheck.archive.events import by_group, groups
from factcheck.archive.records import context_in
from factcheck.archive.values import kept
from factcheck.archive.wholes import differing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.archive.comparing import Questions, Suspect
    from factcheck.archive.conflicts import Conflict
    from factcheck.archive.events import Gathered, Member
    from factcheck.archive.recalling import ComparedRow
    from factcheck.archive.sharing import Shared
    from factcheck.archive.texts import Turn
    from factcheck.archive.values import Kept, Value
    from factcheck.judge.rules import Rulebook

#: So many claims at least are compared at once, in whole blocks.
AT_ONCE = 256


class Engine(ABC):
    """Whatever can answer the statements about the claims of an archive."""

    @abstractmethod
    def conflicting(self) -> Iterable[Value]:
        """The values of all blocks in which some cannot go together."""

    @abstractmethod
    def values(self, blocks: Iterable[int]) -> Iterable[Value]:
        """The values of these blocks."""

    @abstractmethod
    def compared(self, plan: Iterable[Kept]) -> Iterable[ComparedRow]:
        """The claims of the values that are kept, block by block."""

    @abstractmethod
    def siblings(self, sources: Iterable[int]) -> Iterable[ComparedRow]:
        """All claims of these articles, article by article."""

    @contextmanager
    def near(self, plan: Iterable[Kept], sources: Iterable[int]) -> Iterator[None]:
        """For a while, nothing but these values and these articles is asked for: they may be laid out."""
        del plan, sources
        yield

    @abstractmethod
    def turning(self) -> Iterable[Turn]:
        """The names that articles turn on whose texts are kept, in their order by name, day and article."""

    @abstractmethod
    def texts(self, members: Iterable[Member]) -> Iterable[Gathered]:
        """What the articles of groups say, group by group; those whose texts are not kept are left out."""

    @abstractmethod
    def word_counts(self, words: Iterable[str]) -> Mapping[str, int]:
        """In how many sentences each word stands; those that stand in none are left out."""

    @abstractmethod
    def sentences(self) -> int:
        """How many sentences make a claim."""

    @abstractmethod
    def sources(self) -> int:
        """How many articles there are."""

    def suspects(self, questions: Questions, each: Shared = map) -> Iterator[Suspect]:
        """The claims that clash with another one of their blocks, as far as the two alone tell; some may come twice."""
        weights = Weights(self)
        known: set[int] = set()

        def told() -> Iterator[Told]:
            for rows in _whole_blocks(self.compared(kept(self.conflicting()))):
                yield Told(rows, weights.of(rows), known.intersection(row.claim for row in rows))

        for found in each(partial(suspects_in, questions=questions), told()):
            known.update(suspect.claim for suspect in found)
            yield from found

    def clashing(self, members: Iterable[Member], rulebook: Rulebook) -> Iterable[Gathered]:
        """What the articles of those groups say in which rules about whole articles may find something, group by group."""
        del rulebook
        return self.texts(members)

    def differing(self, rulebook: Rulebook, each: Shared = map) -> Iterator[Conflict]:
        """What rules about whole articles find between those that may tell of one event."""
        told = by_group(self.clashing(groups(self.turning()), rulebook))
        for found in each(partial(differing, rulebook=rulebook), told):
            yield from found


def _whole_blocks(rows: Iterable[ComparedRow]) -> Iterator[list[ComparedRow]]:
    """The rows, which come block by block, a few blocks at a time."""
    few: list[ComparedRow] = []
    for _, block in groupby(rows, key=lambda row: row.block):
        few += block
        if len(few) >= AT_ONCE:
            yield few
            few = []
    if few:
        yield few


def weight(sentences: int, times: int) -> float:
    """How telling a word is that stands in so many of the sentences, as in a single run."""
    return log(1 + sentences / times)


class Weights(dict[str, float]):
    """How telling each word is in this archive: the fewer sentences have it, the more. Looked up when first asked for."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self._total = engine.sentences() + 1

    def of(self, rows: Iterable[ComparedRow]) -> dict[str, float]:
        """How telling the words of some claims are."""
        words = {word for row in rows for word in context_in(row.record)}
        if new := words - self.keys():
            counts = self._engine.word_counts(new)
            self.update((word, weight(self._total, counts.get(word, 1))) for word in new)
        return {word: self[word] for word in words}
