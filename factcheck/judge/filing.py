"""Patterns, filed by what they ask of a text: a text finds those that may read it without trying one.

A pattern asks for one token of each of some sets, and shuns the words of its rule's `unless`. The thirteen hundred patterns
share about as many such sets. Each set is a bit, a token answers those that it is in, and a pattern may read a text if
the answers of the text's tokens have all that it asks and nothing that it shuns. What several sentences answer is what each
of them answers, taken together.

Which token is in which sets, and which pattern asks for which, is the index. It is kept beside the rules, and an article
needs little of it: so it stays in letters until a token is met.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.judge.formulas.patterns import Reach
from factcheck.judge.formulas.skeleton import NEXT_SENTENCE
from factcheck.nouns import NamedTuple, dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.judge.formulas.patterns import Pattern
    from factcheck.judge.rules import Requirement, Rule


@dataclass(frozen=True)
class Entry:
    """Where a pattern stands: the how-manieth it is of which requirement of which rule."""

    rule: Rule
    of_requirement: int
    number: int

    @cached_property
    def requirement(self) -> Requirement:
        """The requirement, which is read when somebody asks for it."""
        return self.rule.requirements[self.of_requirement]

    @cached_property
    def pattern(self) -> Pattern:
        """The pattern itself."""
        return self.requirement.patterns[self.number]


class Filed(NamedTuple):
    """A pattern's place among all, what it asks for or shuns, a bit each, and how many mentions it takes at least."""

    place: int
    bits: int
    least: int
    reach: Reach
    entry: Entry
    #: Where its parts may stand in several sentences, what each of them asks of the one that it stands in.
    parts: tuple[int, ...]


#: A reach under its number.
_REACHES = {int(reach): reach for reach in Reach}
#: The numbers up to the farthest reach.
_LEVELS = range(max(Reach) + 1)
#: Patterns, for each number of a reach those that reach so far.
ByReach = list[list[Filed]]
_NOTHING: frozenset[str] = frozenset()


class Index(NamedTuple):
    """Which sets the patterns of some rules ask for or shun. Numbers stand in letters, with blanks between them."""

    #: For each token the numbers of the sets that it is in.
    sets: Mapping[str, str]
    #: For each set the patterns that look for it first, by their places.
    first: Sequence[str]
    #: The sets that are asked for and not shunned, a bit each, in hexadecimal figures.
    asked: str
    #: For each pattern the how-manieth rule it is of, requirement of the rule, pattern of the requirement; its reach; how many mentions
    #: it takes at least; and its sets. Behind a bar each, those that its parts ask of one sentence, if it reads several.
    patterns: Sequence[str]

    @classmethod
    def of(cls, rules: Iterable[Rule]) -> Index:
        """The index of the rules, numbered in this order."""
        numbers: dict[tuple[frozenset[str], bool], int] = {}
        first: defaultdict[int, list[int]] = defaultdict(list)
        patterns: list[str] = []
        for of_rule, rule in enumerate(rules):
            unless = frozenset(rule.unless)
            for of_requirement, requirement in enumerate(rule.requirements):
                for number, pattern in enumerate(requirement.patterns):
                    needs, reach, least = pattern.demand
                    # A word in one sentence of an article does not keep a rule from its others.
                    shunned = _NOTHING if reach is Reach.ARTICLE else unless
                    asked = [numbers.setdefault((need, True), len(numbers)) for need in needs]
                    first[asked[0]].append(len(patterns))
                    shuns = [numbers.setdefault((shunned, False), len(numbers))] if shunned else []
                    own = (of_rule, of_requirement, number, reach, least, *asked, *shuns)
                    parts = [[numbers[need, True] for need in told] for told in _told_apart(pattern)]
                    patterns.append(_BAR.join(map(_written, (own, *parts))))
        sets: defaultdict[str, list[int]] = defaultdict(list)
        for (words, _), number in numbers.items():
            for word in sorted(words):
                sets[word].append(number)
        return cls(
            {word: _written(within) for word, within in sets.items()},
            [_written(first[number]) for number in range(len(numbers))],
            f"{_bits(number for (_, is_asked), number in numbers.items() if is_asked):x}",
            patterns,
        )


def _told_apart(pattern: Pattern) -> Iterator[tuple[frozenset[str], ...]]:
    """What each part of a pattern needs that reads several sentences; a part that reads on needs nothing of one of them."""
    for part in pattern.parts if pattern.demand.reach is not Reach.SENTENCE else ():
        needs, reach, _ = part.demand
        yield needs if reach is Reach.SENTENCE else ()


#: Parts a pattern from its parts.
_BAR = "|"


def _written(numbers: Iterable[int]) -> str:
    return " ".join(map(str, map(int, numbers)))


def _bits(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


class Filing:
    """Patterns under what they ask of a text.

    Args:
        index: what the patterns of some rules ask of a text.
        rules: those rules as they are numbered there, and None for each that is not used.

    """

    def __init__(self, index: Index, rules: Sequence[Rule | None]) -> None:
        self._index = index
        self._rules = rules
        self._asked = int(index.asked, 16)
        #: What comes of a pattern or a token is worked out when it is met.
        self._filed: dict[int, Filed | None] = {}
        self._known: dict[str, tuple[int, list[tuple[Reach, list[Filed]]]]] = {}

    def told_by(self, tokens: frozenset[str]) -> tuple[int, ByReach]:
        """Which of the sets the tokens answer, a bit each, and the patterns that look for one of them first.

        A pattern that looks for two of them is there twice.
        """
        answers = 0
        found: ByReach = [[] for _ in _LEVELS]
        known = self._known
        for token in self._index.sets.keys() & tokens:
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
        sets = list(map(int, self._index.sets[token].split()))
        by_reach: defaultdict[Reach, list[Filed]] = defaultdict(list)
        for number in sets:
            for place in self._index.first[number].split():
                if filed := self._at(int(place)):
                    by_reach[filed.reach].append(filed)
        known = self._known[token] = _bits(sets), list(by_reach.items())
        return known

    def _at(self, place: int) -> Filed | None:
        """The pattern at a place of the index; None if its rule is not used."""
        if place not in self._filed:
            own, *parts = self._index.patterns[place].split(_BAR)
            of_rule, of_requirement, number, reach, least, *sets = map(int, own.split())
            rule = self._rules[of_rule]
            entry = Entry(rule, of_requirement, number) if rule else None
            asked = tuple([_bits(map(int, part.split())) for part in parts])
            self._filed[place] = Filed(place, _bits(sets), least, _REACHES[reach], entry, asked) if entry else None
        return self._filed[place]

    def fitting(self, filed: Iterable[Filed], answers: int, mentions: int) -> list[Filed]:
        """Those of the patterns that may read a text of such answers and so many mentions, in the order of the rules."""
        # A bit is in the way if it is asked for and not answered, or shunned and answered.
        in_the_way = answers ^ self._asked
        found = {one.place: one for one in filed if not one.bits & in_the_way and one.least <= mentions}
        return [found[place] for place in sorted(found)]
