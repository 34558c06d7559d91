"""Early, middle and late parts of a stretch: "late last year", "mid-1996", "the end of November", "late Friday"."""

from __future__ import annotations

from factcheck.extract.clock import with_day_part
from factcheck.extract.lexicon.calendar_words import DAY_PARTS, RELATIVE_DAYS, WEEKDAYS
from factcheck.extract.periods import time_at
from factcheck.extract.phrases import kind_of, with_the
from factcheck.extract.said import DayPart, Grain, Here, Mentioned, Part, Printed, Said
from factcheck.extract.scanning import Reading
from factcheck.extract.seasons import DECADES
from factcheck.extract.walking import place_after, word_after, word_at, word_before
from factcheck.model import Kind

#: Words for a part of a stretch, and the part.
PARTS = {
    "early": "early",
    "earlier": "earlier",
    "beginning": "early",
    "start": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "later": "later",
    "end": "late",
}


def part(text: str, lowered: str, at: int, end: int) -> Reading | None:
    """An early, middle or late part of a stretch: "late last year", "mid-1996", "the end of November"."""
    word = lowered[at:end]
    begin = end + 1 if lowered[end : end + 1] == "-" else place_after(lowered, end)
    if with_day := _part_of_day(text, lowered, at, begin, word):
        return with_day
    noun = word in ("beginning", "start", "middle", "end")
    joint, stop = word_at(lowered, begin)
    if noun or (word in ("earlier", "later", "early", "late") and joint in ("in", "on")):
        if joint not in ("of", "in", "on") or (noun and joint != "of"):
            return None
        begin = place_after(lowered, stop)
    if begin == end:
        return None
    found = time_at(text, lowered, begin)
    # "In her late twenties", "in the low forties" are no years.
    if found is None or (lowered[found.start : found.end] in DECADES and with_the(lowered, at) == at):
        return None
    by_itself = joint == "on" and isinstance(found.said, Printed) and found.said.date.day  # "late on May 3"
    if by_itself or ((noun or word in ("earlier", "later")) and _is_a_day(found.said)):
        return None
    whole = with_day_part(lowered, found)
    said = (whole and whole.said) or found.said
    start = with_the(lowered, at)
    if isinstance(said, Mentioned) and not said.steps and word_before(lowered, start)[0] in _LIMITS:
        said = Here(said.grain)
    return Reading(Part(said, PARTS[word]), start, whole.end if whole else found.end, kind_of(said))


#: Words that make the end of "the year" the end of this one.
_LIMITS = frozenset({"by", "before", "until", "till"})


def _part_of_day(text: str, lowered: str, at: int, begin: int, which: str) -> Reading | None:
    """Such as "mid-afternoon", "late afternoon Wednesday"; without a day only the middle, for "early morning" describes."""
    if which not in ("mid", "early", "late"):
        return None
    noun, end = word_at(lowered, begin)
    if noun not in DAY_PARTS:
        return None
    word, stop = word_after(lowered, end)
    day = time_at(text, lowered, stop - len(word)) if word in WEEKDAYS or word in RELATIVE_DAYS else None
    if day is not None:
        return Reading(DayPart(day.said, DAY_PARTS[noun]), at, day.end, Kind.TIME)
    return Reading(DayPart(Here(Grain.DAY), DAY_PARTS[noun]), at, end, Kind.TIME) if which == "mid" else None


def _is_a_day(said: Said) -> bool:
    """Whether the words before it are their own ("earlier Sunday", "at the end of the day")."""
    if isinstance(said, Printed):
        return said.date.weekday is not None
    return isinstance(said, Mentioned) and said.grain is Grain.DAY
