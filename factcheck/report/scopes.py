"""What narrows a claim, in words that a reader would use."""

from __future__ import annotations

from calendar import day_name, month_name
from datetime import date
from typing import TYPE_CHECKING

from factcheck.attach.extents import EXTENT, OF
from factcheck.attach.scope import AMONG
from factcheck.attach.stretches import NIGHT, OVER
from factcheck.attach.voices import SAID
from factcheck.model import AS_OF
from factcheck.report.timeline import stretch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.model import Claim


def scope_in_words(claim: Claim) -> str:
    """The words of a claim's scope, with days as days: "2022-02-24; added; over a year".

    The point that a distance is taken from is left to what the claim is about.
    """
    return "; ".join(sorted(filter(None, map(_told, claim.scope))))


def _told(word: str) -> str:
    """A word of scope as a reader would say it; "" where it says nothing that is not told elsewhere."""
    prefix, colon, value = word.partition(":")
    return _SAID[prefix + colon](value) if colon else word


def _days(ordinals: str) -> str:
    first, end = map(int, ordinals.split("-"))
    return stretch(date.fromordinal(first), date.fromordinal(end))


def _extent(told: str) -> str:
    place, _, meant = told.partition(OF)
    return " ".join(filter(None, (place.title(), meant)))


#: How each kind of word with a value is said.
_SAID: Mapping[str, Callable[[str], str]] = {
    "days:": _days,
    AS_OF: lambda days: f"as of {_days(days)}",
    SAID: lambda days: f"said on {_days(days)}",
    NIGHT: lambda ordinal: f"the night of {date.fromordinal(int(ordinal))}",
    "weekday:": lambda number: day_name[int(number)],
    "month:": lambda number: month_name[int(number)],
    OVER: lambda length: "in total" if length == "total" else f"over a {length}",
    EXTENT: _extent,
    AMONG: lambda whom: f"among {whom}",
    "way:": str,
    "from:": lambda _: "",
}
