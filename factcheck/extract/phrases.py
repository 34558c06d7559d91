"""What every reader of times hands on, and the words that it may take in before and behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.said import Clock, DayPart, Fixed
from factcheck.extract.scanning import Reading
from factcheck.extract.walking import word_before
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.extract.said import Said


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


def fixed(timex: str, start: int, end: int, kind: Kind = Kind.DATE) -> Reading:
    """A phrase that means the same whatever the date."""
    return Reading(Fixed(timex), start, end, kind)
