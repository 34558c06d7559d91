"""Whether a sentence speaks, where a time stands, of what was or of what is to come."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

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
    return _tense_between(text[max(0, start - REACH) : start], text[start:end], text[end : end + REACH])


@lru_cache(maxsize=1024)
def _tense_between(before: str, time: str, behind: str) -> Tense:
    """The tense that the words before and behind a time give it; remembered, for some texts say one thing often."""
    low = 0
    for found in _SENTENCE_END.finditer(before):
        low = found.end()
    words = _WORD.findall(before, low)
    words.reverse()
    if words and words[0].lower() in LIMITS and not time.startswith("the "):
        return Tense.AHEAD
    for distance, word in enumerate(words):
        tense = _tense_of(word)
        if tense or word == "to":
            lead = words[distance + 1 : distance + 3]
            if tense is Tense.BACK and lead[:1] == ["be"]:
                continue
            if tense is Tense.AHEAD or (word == "to" and lead and lead[0].lower() in PLANS):
                was_planned = "had" in words[distance + 1 : distance + 4]
                return Tense.BACK if distance > CLOSE or was_planned else Tense.AHEAD
            if tense:
                return tense
    stop = _SENTENCE_END.search(behind)
    following = _WORD.findall(behind, 0, stop.start() + 1 if stop else REACH)
    return next((tense for word in following[:CLOSE] if (tense := _tense_of(word))), Tense.OPEN)


_KNOWN = dict.fromkeys(BACK, Tense.BACK) | dict.fromkeys(AHEAD, Tense.AHEAD)


def _tense_of(word: str) -> Tense:
    return _KNOWN.get(word.lower()) or (Tense.BACK if _is_past_form(word) else Tense.OPEN)


def _is_past_form(word: str) -> bool:
    """Whether a word ends like "opened"; a name does not ("United")."""
    return word.endswith("ed") and len(word) > _SHORT and word[0].islower()
