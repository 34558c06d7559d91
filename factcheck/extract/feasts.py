"""Feast days: "Christmas Eve", "Easter Sunday 2022", "last Thanksgiving", "Memorial Day weekend"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract import years
from factcheck.extract.lexicon.calendar_words import EASTER_HOLIDAYS, FIXED_HOLIDAYS, WEEKDAY_HOLIDAYS
from factcheck.extract.phrases import with_the
from factcheck.extract.said import Away, Grain, Holiday, Lean, Printed
from factcheck.extract.scanning import Reading
from factcheck.extract.walking import place_after, word_after, word_at, word_before

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The longest name first, so that "Christmas Eve" is not read as "Christmas".
_NAMES = sorted((*FIXED_HOLIDAYS, *WEEKDAY_HOLIDAYS, *EASTER_HOLIDAYS), key=len, reverse=True)
#: The same by the words that feast days begin with.
FEAST_STARTS: dict[str, list[str]] = {}
for _name in _NAMES:
    FEAST_STARTS.setdefault(_name.split()[0].partition("'")[0].rstrip("."), []).append(_name)
#: What is looked for in a text: of a word that is common without a feast, the next one too.
FEAST_ANCHORS = [
    *(first for first in FEAST_STARTS if first not in ("new", "good", "st", "may")),
    *dict.fromkeys(" ".join(name.split()[:2]) for name in _NAMES if name.startswith(("new ", "good ", "st ", "st. "))),
]
_LEANS: Mapping[str, Lean] = {
    "last": Lean.BACK,
    "past": Lean.BACK,
    "this": Lean.HERE,
    "next": Lean.AHEAD,
    "coming": Lean.AHEAD,
}


def feast(text: str, lowered: str, at: int, _end: int) -> Reading | None:
    """The feast day whose name begins here, or its week or weekend, with its year if one follows."""
    if not text[at].isupper():
        return None
    name = next((name for name in FEAST_STARTS[word_at(lowered, at)[0]] if lowered.startswith(name, at)), None)
    if name is None:
        return None
    end = at + len(name)
    if lowered[end : end + 1].isalnum():
        return None
    before, start = word_before(lowered, at)
    lean = _LEANS.get(before, Lean.OPEN)
    start = at if lean is Lean.OPEN else start
    noun, stop = word_after(lowered, end)
    grain = _AROUND.get(noun)
    end = stop if grain else end
    year_at = place_after(lowered, end + 1 if lowered.startswith(",", end) else end)
    year = None
    if year_at > end and lowered[year_at : year_at + 4].isdecimal():
        found = years.year(lowered, year_at, leads=True)
        if found and isinstance(found.said, Printed):
            year, end = found.said.date.year, found.end
    day = Holiday(name, year, lean)
    return Reading(Away(grain, 0, day), with_the(lowered, start), end) if grain else Reading(day, start, end)


#: What a feast may lend its name to.
_AROUND: Mapping[str, Grain] = {"week": Grain.WEEK, "weekend": Grain.WEEKEND}
