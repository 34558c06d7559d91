"""Patterns, and how they read a skeleton (grammar.py says how they are written)."""

from __future__ import annotations

from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.judge.formulas.readings import Reading
from factcheck.judge.formulas.skeleton import LETTER, LETTERS, MANNERS, Skeleton
from factcheck.judge.formulas.slots import AMOUNTS, Members, Slot
from factcheck.nouns import NamedTuple, dataclass
from factcheck.regexes import compiled, regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from factcheck.model import Mention

#: A sentence of more amounts is a table or a list, and no wording takes them all in.
MOST_AMOUNTS = 8


class Reach(IntEnum):
    """How far apart the parts of a pattern may stand."""

    SENTENCE = 1
    #: In one sentence and the next.
    NEXT = 2
    #: In up to three sentences with numbers that follow each other.
    PASSAGE = 3
    #: Anywhere in the article.
    ARTICLE = 4


class Demand(NamedTuple):
    """What a text must have for a pattern to be tried on it."""

    #: Of each of these sets one token. The rarest comes first.
    needs: tuple[frozenset[str], ...]
    reach: Reach = Reach.SENTENCE
    #: How many mentions at least.
    least: int = 1

    def is_met(self, tokens: frozenset[str]) -> bool:
        """Whether there is a token of each of the sets."""
        for need in self.needs:  # noqa: SIM110 - `all` takes twice as long, and the first set mostly settles it
            if need.isdisjoint(tokens):
                return False
        return True


@dataclass(frozen=True)
class Pattern:
    """A pattern as written, and the regular expression that it became."""

    source: str
    regex: str
    #: The slots in the order of the expression's groups.
    slots: tuple[Slot, ...]
    demand: Demand
    #: The patterns that must all be read, in any order, each once; then there is no expression of its own.
    parts: tuple[Pattern, ...] = ()
    #: Whether the parts must take in all amounts, and what must not stand beside them.
    is_closed: bool = False
    absent: tuple[Pattern, ...] = ()
    #: The tokens with which a reading may begin, a blank between two; none where it may begin with any.
    begins: str = ""

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression, compiled when it is first wanted."""
        return compiled(self.regex)

    def read(self, skeleton: Skeleton) -> list[Reading]:
        """What the pattern reads in a skeleton, from left to right; where nothing else may be counted, every way to read it."""
        if self.is_closed:
            return list(self._read_alone(skeleton))
        if self.parts:
            found = self._read_together(skeleton) if len(self.parts) > 1 else self.parts[0].read(skeleton)
            return [] if found and any(part.read(skeleton) for part in self.absent) else found
        return [self._reading(skeleton, match) for match in self._matches(skeleton)]

    def _read_together(self, skeleton: Skeleton) -> list[Reading]:
        from factcheck.judge.formulas.any_order import together  # noqa: PLC0415 - few sentences have the words of all parts

        return list(together(self.parts, skeleton))

    def _matches(self, skeleton: Skeleton) -> Iterable[re.Match[str]]:
        """The matches of the expression, from left to right, looked for only where one may begin."""
        if not self.begins:
            return self.compiled.finditer(skeleton.text)
        found, end = [], 0
        for start in skeleton.starts(self._begins):
            match = self.compiled.match(skeleton.text, start) if start >= end else None
            if match:
                end = match.end()
                found.append(match)
        return found

    def _reading(self, skeleton: Skeleton, match: re.Match[str]) -> Reading:
        words = tuple(
            (slot.name, match[number].strip())
            for number, slot in enumerate(self.slots, start=1)
            if slot.is_word and match[number] is not None
        )
        return Reading(skeleton, match.start(), match.end(), tuple(self._filled(skeleton, match)), words)

    @cached_property
    def _begins(self) -> frozenset[str]:
        return frozenset(self.begins.split(" "))

    def _read_alone(self, skeleton: Skeleton) -> Iterator[Reading]:
        """The ways in which the parts take in all amounts of the last sentence, or else of it and those before it."""
        if skeleton.has_unread_figures:
            return
        rest = next((slot for slot in self.slots if slot.takes_rest), None)
        amounts = {start: skeleton.places(self._taken_in, start) for start in skeleton.starts_of_sentences}
        amounts = {
            start: wanted for start, wanted in amounts.items() if self.demand.least <= len(wanted) <= MOST_AMOUNTS
        }
        every = self._read_all(skeleton) if amounts else []
        if not every:
            return
        from factcheck.judge.formulas.any_order import arrangements, united  # noqa: PLC0415 - as above

        for start, wanted in amounts.items():
            found = [[one for one in readings if one.start >= start] for readings in every]
            if not all(found) or any(one.start >= start for part in self.absent for one in part.read(skeleton)):
                continue
            may_be_left = skeleton.places(rest.letters, start) if rest else frozenset()
            for ways, left in arrangements(found, wanted, may_be_left, skeleton):
                if rest is None:
                    yield united(ways)
                    continue
                for alone in range(_each_alone(skeleton, rest, start) + 1):
                    yield united((*ways, _left(skeleton, rest, left, alone)))

    def _read_all(self, skeleton: Skeleton) -> list[list[Reading]]:
        """What each part reads; nothing if one of them reads nothing."""
        found: dict[str, list[Reading]] = {}
        for part in self.longest_first:
            found[part.source] = part.read(skeleton)
            if not found[part.source]:
                return []
        return [found[part.source] for part in self.parts]

    @cached_property
    def longest_first(self) -> list[Pattern]:
        """The parts, those first that ask for most and so are the likeliest to read nothing."""
        return sorted(self.parts, key=lambda part: len(part.regex), reverse=True)

    @cached_property
    def _taken_in(self) -> frozenset[str]:
        """The letters of what the parts must take in: all amounts, and whatever they name."""
        amounts = (LETTER[manner, type_] for manner in MANNERS for type_ in AMOUNTS)
        return frozenset(amounts).union(*(slot.letters for slot in self.slots))

    def _filled(self, skeleton: Skeleton, match: re.Match[str]) -> Iterator[tuple[Slot, Members]]:
        for number, slot in enumerate(self.slots, start=1):
            if match[number] is None or slot.is_word:
                continue
            if slot.is_list:
                yield slot, tuple(_members(skeleton, match[number]))
            else:
                yield slot, (skeleton.mention(match[number]),)


def _left(skeleton: Skeleton, rest: Slot, places: frozenset[str], alone: int) -> Reading:
    """The mentions at the places that were left (a place is a mention's second letter), and some that come alone, as members."""
    at = sorted(map(skeleton.text.index, places))
    return Reading(skeleton, at[0] - 1, at[-1] + 2, ((rest, (*skeleton.mentions_at(places), *[None] * alone)),))


#: One of something at the end of a list: "two teachers, 12 pupils and a driver".
_ALONE = regex(r"(?:, (?:and )?|and |plus )an? (?!number |total |lot |few |year |day |week |month )\w")
_COUNTS = frozenset(LETTER[manner, "count"] for manner in MANNERS)
#: More of them are not told so.
_MOST_ALONE = 3


def _each_alone(skeleton: Skeleton, rest: Slot, start: int) -> int:
    """How many may come alone among what is counted."""
    if not rest.letters & _COUNTS:
        return 0
    return min(_MOST_ALONE, sum(1 for _ in _ALONE.finditer(skeleton.text, start)))


#: What a member of a list may follow, the words of "as well as" one after the other.
_JOINS = frozenset({",", ";", "and", "plus"})
_JOINS_ON = frozenset({"as", "well"})


def _members(skeleton: Skeleton, listed: str) -> Iterator[Mention | None]:
    """The members of a list: its mentions, and None for each "a guard"."""
    starts = True
    for token in listed.split():
        if token[0] in LETTERS:
            yield skeleton.mention(token)
        elif starts and token in ("a", "an", "another"):
            yield None
        starts = token in _JOINS or (starts and token in _JOINS_ON)
