"""What every reader of times hands on, and the words that it may take in before and behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.said import Clock, DayPart, Fixed
from factcheck.extract.scanning import Reading
from factcheck.extract.walking import word_before
from factcheck.model import Kind
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from factcheck.extract.said import Said
    from factcheck.model import Quantity


class Phrase(NamedTuple):
    """A time, where its words begin and end, and the amount that it prints, if it prints one."""

    said: Said
    start: int
    end: int
    kind: Kind = Kind.DATE
    quantity: Quantity | None = None


def with_the(lowered: str, at: int) -> int:
    """Where a phrase begins, its article included."""
    word, start = word_before(lowered, at)
    return start if word == "the" else at


def kind_of(said: Said) -> Kind:
    """A length of time, a time within a day, or a date."""
    if isinstance(said, Fixed) and said.timex.startswith("P") and not said.timex.endswith("_REF"):
        return Kind.DURATION
    return Kind.TIME if isinstance(said, _WITHIN_A_DAY) else Kind.DATE


#: Times within a day. (A union would be made anew for each time that is asked about.)
_WITHIN_A_DAY = (Clock, DayPart)


def fixed(timex: str, start: int, end: int, kind: Kind = Kind.DATE) -> Phrase:
    """A phrase that means the same whatever the date."""
    return Phrase(Fixed(timex), start, end, kind)


def reading_of(phrase: Phrase | None) -> Reading | None:
    """The phrase as the scanner takes it."""
    return phrase and Reading(phrase.start, phrase.end, phrase.kind, phrase.quantity, phrase.said)
