"""Whether a sentence speaks, where a time stands, of what was or of what is to come."""

from __future__ import annotations

import re
from enum import IntEnum

from factcheck.extract.lexicon.verb_tenses import AHEAD, BACK

#: How far from the time a verb still tells its tense, in characters.
REACH = 110

_WORD = re.compile(r"[A-Za-z]+")
_SENTENCE_END = re.compile(r"""[.!?]["”’']*\s+(?=["“‘']?[A-Z])|\n\s*\n""")
#: Shorter words in -ed are no past forms ("need", "bed").
_SHORT = 4


class Tense(IntEnum):
    """Which way a sentence looks from the day on which it was written."""

    BACK = -1
    OPEN = 0
    AHEAD = 1


def tense_around(text: str, start: int, end: int) -> Tense:
    """The tense of the nearest verb of the sentence, one before the time if there is one."""
    low = max(0, start - REACH)
    before = text[low:start]
    for found in _SENTENCE_END.finditer(text, low, start):
        before = text[found.end() : start]
    for word in reversed(_WORD.findall(before)):
        if tense := _tense_of(word.lower()):
            return tense
    stop = _SENTENCE_END.search(text, end, end + REACH)
    for word in _WORD.findall(text, end, stop.start() + 1 if stop else end + REACH):
        if tense := _tense_of(word.lower()):
            return tense
    return Tense.OPEN


def _tense_of(word: str) -> Tense:
    if word in AHEAD:
        return Tense.AHEAD
    if word in BACK or (word.endswith("ed") and len(word) > _SHORT):
        return Tense.BACK
    return Tense.OPEN
