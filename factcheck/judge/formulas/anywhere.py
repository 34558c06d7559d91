"""Wordings whose parts stand far from each other: "42 per cent of the budget", and elsewhere "a budget of £190m".

Each part is read in a sentence of its own. Where the words of one part fit several places, the nearest is
meant, unless another makes the sum come out; nor is anything reported that some other amount of the article explains.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations, product
from typing import TYPE_CHECKING

from factcheck.attach.words import stem
from factcheck.judge.formulas.any_order import MOST_WAYS
from factcheck.judge.formulas.skeleton import LETTER, MANNERS, letter_of
from factcheck.judge.formulas.slots import SLOTS
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.judge.formulas.patterns import Pattern
    from factcheck.judge.formulas.readings import Reading
    from factcheck.judge.formulas.skeleton import Skeleton
    from factcheck.model import Mention


#: Words for how long something was counted: a quarter's profit is not the year's.
_PERIODS = {
    word: period
    for period, words in {
        "day": "daily overnight",
        "week": "weekly",
        "month": "month monthly",
        "quarter": "quarter quarterly",
        "half": "half half-year half-yearly interim six-month nine-month",
        "year": "full-year annual annually yearly 12-month twelve-month",
    }.items()
    for word in words.split()
}
_WORDS = regex(r"[a-z\d]+(?:-[a-z]+)?")


#: A number without its noun may be what a count is of.
_COUNTS = frozenset(LETTER[manner, type_] for manner in MANNERS for type_ in SLOTS["count"])


#: The slots for what something was and became, which a sentence of so many amounts at most tells together.
_LEVELS, MOST_LEVELS = frozenset({"old", "new"}), 8


class Place(NamedTuple):
    """What one part of a wording reads, and in which sentence."""

    sentence: int
    reading: Reading


class FarReading(NamedTuple):
    """The ways to read a wording from one place on, the nearest first."""

    told: list[Reading]
    pattern: Pattern
    skeletons: Sequence[Skeleton]

    def conceivable(self) -> Iterator[Reading]:
        """Each way with any amount of the article in the place of one read elsewhere, and one of a sentence there in the place of one read here.

        "A 20 per cent rise in profit" may be another year's than that of which "profit rose 10 per cent to £313m from £284m".
        """
        here = frozenset(slot.name for slot in self.pattern.parts[0].slots)
        elsewhere = frozenset(slot.name for part in self.pattern.parts[1:] for slot in part.slots)
        yield from conceivable(self.told[0], elsewhere, (one for told in self.skeletons for one in told.mentions))
        if elsewhere >= _LEVELS:
            yield from _with_other_levels(self.told[0], self.skeletons)
        for way in self.told:
            there = {id(one) for slot, members in way.filled if slot.name not in here for one in members}
            beside = (one for told in self.skeletons if there & set(map(id, told.mentions)) for one in told.mentions)
            yield from conceivable(way, here, beside)


def _with_other_levels(reading: Reading, skeletons: Sequence[Skeleton]) -> Iterator[Reading]:
    """A reading with two amounts of any one sentence in the place of its levels."""
    slots = {slot.name: at for at, (slot, _) in enumerate(reading.filled)}
    old, new = slots["old"], slots["new"]
    for told in skeletons:
        for one, other in permutations(told.mentions[:MOST_LEVELS], 2):
            if letter_of(one) in reading.filled[old][0].letters and letter_of(other) in reading.filled[new][0].letters:
                filled = list(reading.filled)
                filled[old], filled[new] = (filled[old][0], (one,)), (filled[new][0], (other,))
                yield replace(reading, filled=tuple(filled))


def conceivable(reading: Reading, names: frozenset[str], mentions: Iterable[Mention]) -> Iterator[Reading]:
    """A reading with each of some mentions in the place of one that fills a slot of these names, if it may fill it."""
    others = [(letter_of(mention), mention) for mention in mentions]
    for at, (slot, members) in enumerate(reading.filled):
        if slot.name not in names or slot.is_list:
            continue
        letters = slot.letters | _COUNTS if slot.letters & _COUNTS else slot.letters
        for letter, mention in others:
            if letter in letters and mention not in members:
                yield replace(reading, filled=(*reading.filled[:at], (slot, (mention,)), *reading.filled[at + 1 :]))


def far_readings(pattern: Pattern, skeletons: Sequence[Skeleton], unless: Iterable[str]) -> Iterator[FarReading]:
    """What a wording reads in the sentences of an article: for each place of its first part the places of the others."""
    found = [list(_places(part, skeletons, frozenset(unless))) for part in pattern.parts]
    first, *others = found
    if not all(found):
        return
    for here in first:
        ways = sorted(product(*others), key=lambda way: max(abs(one.sentence - here.sentence) for one in way))
        # What stands in one sentence is for the wordings of one sentence.
        apart = (way for way in ways[:MOST_WAYS] if any(place.sentence != here.sentence for place in way))
        told = [one for way in apart if (one := _together((here, *way), skeletons)) is not None]
        if told:
            yield FarReading(told, pattern, skeletons)


def _places(part: Pattern, skeletons: Sequence[Skeleton], unless: frozenset[str]) -> Iterator[Place]:
    for number, skeleton in enumerate(skeletons):
        if part.demand.is_met(skeleton.tokens) and unless.isdisjoint(skeleton.tokens):
            for reading in part.read(skeleton):
                yield Place(number, reading)


def _together(places: Sequence[Place], skeletons: Sequence[Skeleton]) -> Reading | None:
    """The parts as one reading, if they read different mentions and the same words under the same names."""
    named: dict[str, str] = {}
    read: set[int] = set()
    for place in places:
        mentions = {id(mention) for mention in place.reading.mentions}
        if mentions & read or any(
            named.setdefault(name, stem(word)) != stem(word) for name, word in place.reading.named
        ):
            return None
        read |= mentions
    if _of_other_periods([skeletons[place.sentence] for place in places]):
        return None
    here = places[0]
    return replace(
        here.reading,
        skeleton=skeletons[here.sentence],
        filled=tuple(filled for place in places for filled in place.reading.filled),
    )


def _of_other_periods(told: Sequence[Skeleton]) -> bool:
    """Whether two sentences speak of periods of another length: of a quarter, and of the year."""
    periods = [
        {
            _PERIODS[word]
            for mention in one.mentions
            for word in _WORDS.findall(mention.text.lower())
            if word in _PERIODS
        }
        | {_PERIODS[word] for word in _PERIODS.keys() & one.tokens}
        for one in told
    ]
    return any(one and other and not one & other for one, other in combinations(periods, 2))
