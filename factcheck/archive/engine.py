"""What an engine has to answer, and what it brings along."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import contextmanager
from itertools import groupby
from math import log
from typing import TYPE_CHECKING

from factcheck.archive.comparing import asked_of_topics, suspects
from factcheck.archive.recalling import recalled
from factcheck.archive.values import kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.archive.comparing import Suspect
    from factcheck.archive.recalling import ComparedRow, Recalled
    from factcheck.archive.values import Kept, Value
    from factcheck.judge.rules import Rulebook


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
    def word_counts(self, words: Iterable[str]) -> Mapping[str, int]:
        """In how many sentences each word stands; those that stand in none are left out."""

    @abstractmethod
    def sentences(self) -> int:
        """How many sentences make a claim."""

    @abstractmethod
    def sources(self) -> int:
        """How many articles there are."""

    def suspects(self, rulebook: Rulebook) -> Iterator[Suspect]:
        """The claims that clash with another one of their blocks, as far as the two alone tell."""
        weights, asked = Weights(self), asked_of_topics(rulebook)
        # A claim that is suspected in one of its blocks need not be looked at in the others.
        known: set[int] = set()
        for _, rows in groupby(self.compared(kept(self.conflicting())), key=lambda row: row.block):
            told = recalled(rows)
            for suspect in suspects(told, asked, weights.learn(told), known):
                known.add(suspect.claim)
                yield suspect


def weight(sentences: int, times: int) -> float:
    """How telling a word is that stands in so many of the sentences, as in a single run."""
    return log(1 + sentences / times)


class Weights(dict[str, float]):
    """How telling each word is in this archive: the fewer sentences have it, the more. Looked up when first asked for."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self._total = engine.sentences() + 1

    def learn(self, told: Iterable[Recalled]) -> Weights:
        """The same, with the words of these claims."""
        new = {word for one in told for word in one.claim.context if word not in self}
        if new:
            counts = self._engine.word_counts(new)
            self.update((word, weight(self._total, counts.get(word, 1))) for word in new)
        return self
