"""Feast days: "Christmas Eve", "Easter Sunday 2022", "last Thanksgiving"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract import dates
from factcheck.extract.lexicon.calendar_words import EASTER_HOLIDAYS, FIXED_HOLIDAYS, WEEKDAY_HOLIDAYS
from factcheck.extract.phrases import Phrase
from factcheck.extract.said import Holiday, Lean, Printed
from factcheck.extract.walking import place_after, word_before

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The longest name first, so that "Christmas Eve" is not read as "Christmas".
_NAMES = sorted((*FIXED_HOLIDAYS, *WEEKDAY_HOLIDAYS, *EASTER_HOLIDAYS), key=len, reverse=True)
#: The words that feast days begin with.
FEAST_STARTS = frozenset(name.split()[0].partition("'")[0].rstrip(".") for name in _NAMES)
_LEANS: Mapping[str, Lean] = {
    "last": Lean.BACK,
    "past": Lean.BACK,
    "this": Lean.HERE,
    "next": Lean.AHEAD,
    "coming": Lean.AHEAD,
}


def feast(text: str, lowered: str, at: int, _end: int) -> Phrase | None:
    """The feast day whose name begins here, with its year if one follows."""
    name = next((name for name in _NAMES if lowered.startswith(name, at)), None)
    if name is None or not text[at].isupper():
        return None
    end = at + len(name)
    if lowered[end : end + 1].isalnum():
        return None
    before, start = word_before(lowered, at)
    lean = _LEANS.get(before, Lean.OPEN)
    start = at if lean is Lean.OPEN else start
    year_at = place_after(lowered, end + 1 if lowered.startswith(",", end) else end)
    if year_at > end and lowered[year_at : year_at + 4].isdigit():
        found = dates.year(lowered, year_at, leads=True)
        if found and isinstance(found.said, Printed):
            return Phrase(Holiday(name, found.said.date.year, lean), start, found.end)
    return Phrase(Holiday(name, None, lean), start, end)
