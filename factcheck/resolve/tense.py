"""Whether a sentence speaks, where a time stands, of what was or of what is to come."""

from __future__ import annotations

import re
from enum import IntEnum

from factcheck.extract.lexicon.verb_tenses import AHEAD, BACK, LIMITS, PLANS

#: How far from the time a verb still tells its tense, in characters.
REACH = 110
#: A word that looks ahead says nothing of a time more words away than this.
CLOSE = 8

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
    words = [
        word.lower() if word[0].islower() or word.lower() in BACK else "" for word in reversed(_WORD.findall(before))
    ]
    if words and words[0] in LIMITS:
        return Tense.AHEAD
    for distance, word in enumerate(words):
        before_it = words[distance + 1 : distance + 2]
        tense = Tense.AHEAD if word == "to" and before_it and before_it[0] in PLANS else _tense_of(word)
        if tense is Tense.BACK and before_it == ["be"]:
            continue
        if tense is Tense.AHEAD and (distance > CLOSE or words[distance + 1 : distance + 3] == ["been", "had"]):
            return Tense.BACK
        if tense:
            return tense
    stop = _SENTENCE_END.search(text, end, end + REACH)
    following = _WORD.findall(text, end, stop.start() + 1 if stop else end + REACH)
    return next((tense for word in following[:CLOSE] if (tense := _tense_of(word.lower()))), Tense.OPEN)


def _tense_of(word: str) -> Tense:
    if word in AHEAD:
        return Tense.AHEAD
    if word in BACK or (word.endswith("ed") and len(word) > _SHORT):
        return Tense.BACK
    return Tense.OPEN
