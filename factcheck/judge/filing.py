"""Patterns, filed by what they ask of a text: a text finds those that may read it without trying one.

A pattern asks for one token of each of some sets, and shuns the words of its rule's `unless`. The thirteen hundred patterns
share about as many such sets. Each set is a bit, a token answers those that it is in, and a pattern may read a text if
the answers of the text's tokens have all that it asks and nothing that it shuns. What several sentences answer is what each
of them answers, taken together.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.judge.formulas.patterns import Reach
from factcheck.judge.formulas.skeleton import NEXT_SENTENCE
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.judge.formulas.patterns import Demand
    from factcheck.judge.rules import Entry


class Filed(NamedTuple):
    """A pattern's place among all, what it asks for or shuns, a bit each, and how many mentions it takes at least."""

    place: int
    bits: int
    least: int
    reach: Reach
    entry: Entry


_REACHES = range(max(Reach) + 1)
#: Patterns, for each number of a reach those that reach so far.
ByReach = list[list[Filed]]


class Filing:
    """Patterns under what they ask of a text.

    Args:
        patterns: what each asks, which words it shuns, and where it stands; in the order of the rules.

    """

    def __init__(self, patterns: Iterable[tuple[Demand, frozenset[str], Entry]]) -> None:
        #: In which sets a token is, and which patterns look for it first. What comes of it is worked out when it is met.
        self._sets: dict[str, list[int]] = defaultdict(list)
        self._first: dict[str, list[Filed]] = defaultdict(list)
        self._known: dict[str, tuple[int, list[tuple[Reach, list[Filed]]]]] = {}
        self._asked = 0
        numbers: dict[tuple[frozenset[str], bool], int] = {}

        def bit(words: frozenset[str], *, is_asked: bool) -> int:
            number = numbers.get((words, is_asked))
            if number is None:
                number = numbers[words, is_asked] = len(numbers)
                self._asked |= is_asked << number
                for word in words:
                    self._sets[word].append(number)
            return 1 << number

        for place, (demand, shunned, entry) in enumerate(patterns):
            bits = bit(shunned, is_asked=False) if shunned else 0
            for need in demand.needs:
                bits |= bit(need, is_asked=True)
            filed = Filed(place, bits, demand.least, demand.reach, entry)
            for token in demand.needs[0]:
                self._first[token].append(filed)

    def told_by(self, tokens: frozenset[str]) -> tuple[int, ByReach]:
        """Which of the sets the tokens answer, a bit each, and the patterns that look for one of them first.

        A pattern that looks for two of them is there twice.
        """
        answers = 0
        found: ByReach = [[] for _ in _REACHES]
        known = self._known
        for token in self._sets.keys() & tokens:
            bits, first = known.get(token) or self._learned(token)
            answers |= bits
            for reach, filed in first:
                found[reach] += filed
        return answers, found

    @cached_property
    def between_sentences(self) -> tuple[int, ByReach]:
        """The same of the mark that stands where the next sentence begins."""
        return self.told_by(frozenset({NEXT_SENTENCE}))

    def _learned(self, token: str) -> tuple[int, list[tuple[Reach, list[Filed]]]]:
        first = self._first.get(token, ())
        by_reach = [(reach, [filed for filed in first if filed.reach is reach]) for reach in Reach]
        bits = sum(1 << number for number in self._sets[token])
        known = self._known[token] = bits, [(reach, filed) for reach, filed in by_reach if filed]
        return known

    def fitting(self, filed: Iterable[Filed], answers: int, mentions: int) -> list[Entry]:
        """Those of the patterns that may read a text of such answers and so many mentions, in the order of the rules."""
        # A bit is in the way if it is asked for and not answered, or shunned and answered.
        in_the_way = answers ^ self._asked
        found = {place: entry for place, bits, least, _, entry in filed if least <= mentions and not bits & in_the_way}
        return [found[place] for place in sorted(found)]
