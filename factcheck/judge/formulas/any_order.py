"""Wordings whose parts may stand in any order.

"Forty tickets at £12 raised £480", "At £12 each, forty tickets raised £480" and "It raised
£480 by selling forty tickets at £12" say one thing. Either each part has but one thing to
read in the sentence (`&`), or the wording has to take in every amount of it (`+`): where
something else is counted too, nobody knows what belongs to what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.judge.formulas.readings import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.judge.formulas.patterns import Pattern
    from factcheck.judge.formulas.skeleton import Skeleton
    from factcheck.model import Quantity

#: The rest that a wording leaves is a list from so many on.
LEAST_MEMBERS = 2
#: So many ways to share out the amounts among the parts are tried.
MOST_WAYS = 200


def arrangements(
    found: Sequence[Sequence[Reading]], wanted: frozenset[str], may_be_left: frozenset[str], skeleton: Skeleton
) -> Iterator[tuple[tuple[Reading, ...], frozenset[str]]]:
    """Every choice of one reading for each part of a wording that uses no mention twice and leaves none of the wanted.

    Those that may be left are the rest, of two or more. What only says again what was read ("each of the eight") is not wanted.
    """
    chosen: list[tuple[tuple[Reading, ...], frozenset[str]]] = [((), frozenset())]
    for readings in found:
        chosen = [
            ((*before, one), taken | one.places)
            for before, taken in chosen
            for one in readings
            if taken.isdisjoint(one.places)
        ][:MOST_WAYS]
    for ways, taken in chosen:
        left = wanted - taken
        if left and not may_be_left:
            left = _not_said_again(left, skeleton, taken)
        if ways and (len(left) >= LEAST_MEMBERS and left <= may_be_left if may_be_left else not left):
            yield ways, left


def _not_said_again(places: frozenset[str], skeleton: Skeleton, taken: frozenset[str]) -> frozenset[str]:
    """The places of those mentions whose amount is none of those that were taken."""
    known = [one.quantity for one in skeleton.mentions_at(taken) if one.quantity is not None]
    left = zip(sorted(places), skeleton.mentions_at(places), strict=True)
    return frozenset(
        place
        for place, mention in left
        if mention.quantity is None or not any(_says_again(mention.quantity, one) for one in known)
    )


def _says_again(again: Quantity, told: Quantity) -> bool:
    return again.printed == told.printed and again.value == told.value and again.unit in ("", told.unit)


def together(parts: Sequence[Pattern], skeleton: Skeleton) -> Iterator[Reading]:
    """What the parts read if each has but one thing to read: else it is a guess what belongs to what.

    A part reads no mention that one before it has read.
    """
    readings: list[Reading] = []
    named: dict[str, str] = {}
    left = skeleton
    for part in parts:
        found: dict[tuple[int, ...], Reading] = {}
        for reading in part.read(left):
            if all(named.get(name, word) == word for name, word in reading.named):
                found.setdefault(tuple(id(mention) for mention in reading.mentions), reading)
        if len(found) != 1:
            return
        (reading,) = found.values()
        readings.append(reading)
        named.update(reading.named)
        left = left.without(reading.mentions)
    yield united(readings)


def united(readings: Sequence[Reading]) -> Reading:
    """Readings of one skeleton as one, from the first of them to the last."""
    return Reading(
        readings[0].skeleton,
        min(reading.start for reading in readings),
        max(reading.end for reading in readings),
        tuple(filled for reading in readings for filled in reading.filled),
        tuple(named for reading in readings for named in reading.named),
    )
