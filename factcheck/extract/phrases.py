"""What every reader of times hands on, and the words that it may take in before and behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.extract.said import Clock, DayPart, Fixed
from factcheck.extract.walking import word_before
from factcheck.model import Bound, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.extract.said import Said
    from factcheck.model import Quantity


class Phrase(NamedTuple):
    """A time, where its words begin and end, and the amount that it prints, if it prints one."""

    said: Said
    start: int
    end: int
    kind: Kind = Kind.DATE
    quantity: Quantity | None = None


#: Which side of the number each hedge leaves open.
HEDGES: Mapping[str, Bound] = {
    "about": Bound.ABOUT,
    "around": Bound.ABOUT,
    "roughly": Bound.ABOUT,
    "approximately": Bound.ABOUT,
    "some": Bound.ABOUT,
    "nearly": Bound.BELOW,
    "almost": Bound.BELOW,
    "under": Bound.BELOW,
    "over": Bound.ABOVE,
    "more than": Bound.ABOVE,
    "less than": Bound.BELOW,
    "fewer than": Bound.BELOW,
    "at least": Bound.ABOVE,
    "at most": Bound.BELOW,
    "up to": Bound.BELOW,
}
_LAST_WORDS = frozenset(hedge.split()[-1] for hedge in HEDGES)


def hedge_before(lowered: str, at: int) -> tuple[Bound, int]:
    """The hedge that ends before a place and where it begins: "more than", "nearly", "no more than"."""
    word, start = word_before(lowered, at)
    if word not in _LAST_WORDS:
        return Bound.EXACT, at
    if word in HEDGES:
        return HEDGES[word], start
    first, begin = word_before(lowered, start)
    bound = HEDGES.get(f"{first} {word}")
    if bound is None:
        return Bound.EXACT, at
    negation, earlier = word_before(lowered, begin)
    if negation == "no":
        return (Bound.BELOW if bound is Bound.ABOVE else Bound.ABOVE), earlier
    return bound, begin


def with_the(lowered: str, at: int) -> int:
    """Where a phrase begins, its article included."""
    word, start = word_before(lowered, at)
    return start if word == "the" else at


def kind_of(said: Said) -> Kind:
    """A time within a day, or a date."""
    return Kind.TIME if isinstance(said, Clock | DayPart) else Kind.DATE


def fixed(timex: str, start: int, end: int, kind: Kind = Kind.DATE) -> Phrase:
    """A phrase that means the same whatever the date."""
    return Phrase(Fixed(timex), start, end, kind)
