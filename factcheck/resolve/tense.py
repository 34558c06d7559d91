"""From where a time is counted: whether a sentence speaks, where it stands, of what was or of what is to come."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.verb_tenses import (
    AHEAD,
    ARTICLES,
    BACK,
    BEFORE_INFINITIVES,
    FUTURE,
    LIMITS,
    OVER,
    PLANS,
    SET_FOR,
    SOONEST,
    STILL,
)
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from datetime import date

    from factcheck.resolve.stretches import Stretch

#: How far from the time a verb still tells its tense, in characters.
REACH = 110
#: A word that looks ahead says nothing of a time more words away than this.
CLOSE = 8
#: But "will" does so up to here.
FAR = 16
#: The first verb behind a time counts up to so many words away.
FOLLOWING = 12

#: Of "won't" it is "wo".
_WORD = regex(r"[Ww]o(?=n['’]t)|[A-Za-z]+")
_SENTENCE_END = regex(r"""[.!?]["”’']*\s+(?=["“‘']?[A-Z])|\n\s*\n""")
#: Shorter words in -ed are no past forms ("need", "bed").
_SHORT = 4


class Tense(IntEnum):
    """Which way a sentence looks from the day on which it was written."""

    #: "Since March" began before that day, whatever the verbs say.
    SINCE = -2
    BACK = -1
    OPEN = 0
    AHEAD = 1


class Now(NamedTuple):
    """From where a time is counted: the day of writing, the sentence's tense, the time last spoken of."""

    published: date | None
    tense: Tense = Tense.OPEN
    spoken: Stretch | None = None


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
    stop = _SENTENCE_END.search(behind)
    following = _WORD.findall(behind, 0, stop.start() + 1 if stop else REACH)
    if words and words[0].lower() == "since":
        return Tense.SINCE
    if _is_limit(words, time):
        return _tense_of_limit(words, following)
    tense = _tense_before(words)
    if behind.startswith(("'s ", "’s ")) and tense is Tense.AHEAD:  # "will discuss Friday's vote"
        tense = Tense.OPEN
    return tense or _first_tense(following[:FOLLOWING])


def _is_limit(words: list[str], time: str) -> bool:
    """Whether the words before a time, the last one first, make it the end of something: "until", "as early as"."""
    if not words or time.startswith("the "):
        return False
    if words[0] == "as" and len(words) > 2 and words[1] in SOONEST:
        return words[2].lower() == "as"
    if words[0] == "of" and words[1:2] in (["ahead"], ["Ahead"]):
        return True
    if words[0].lower() == "for":
        return not SET_FOR.isdisjoint(words[1:CLOSE])
    return words[0].lower() in LIMITS and words[1:2] != ["not"]


def _tense_of_limit(words: list[str], following: list[str]) -> Tense:
    """A limit lies ahead, unless what happened by then had happened ("until Thursday, they had not …")."""
    is_over = "had" in words[1:CLOSE] or (words[0] != "as" and not OVER.isdisjoint(following[:CLOSE]))
    return Tense.BACK if is_over else Tense.AHEAD


def _tense_before(words: list[str]) -> Tense:
    """The tense of the last verb before a time; the last word comes first."""
    for distance, word in enumerate(words):
        tense = _tense_of(word)
        lead = words[distance + 1 : distance + 3]
        if tense and lead and lead[0].lower() in BEFORE_INFINITIVES:  # "to cut", "will be opened"
            continue
        if tense is Tense.AHEAD and "as" in lead:  # "as planned"
            continue
        if _describes(word, lead):
            continue
        if tense is Tense.AHEAD or (word == "to" and lead and lead[0].lower() in PLANS):
            was_planned = "had" in words[distance + 1 : distance + 4]
            reach = FAR if word.lower() in FUTURE else CLOSE
            return Tense.BACK if distance > reach or was_planned else Tense.AHEAD
        if tense:
            return tense
    return Tense.OPEN


def _describes(word: str, lead: list[str]) -> bool:
    """Whether a past form is a participle behind an article: "a rigged vote", "a still undecided day"."""
    if not lead or not _is_past_form(word):
        return False
    first = lead[-1] if len(lead) > 1 and (lead[0] in STILL or lead[0].endswith("ly")) else lead[0]
    return first.lower() in ARTICLES


def _first_tense(words: list[str]) -> Tense:
    return next((tense for word in words if (tense := _tense_of(word))), Tense.OPEN)


_KNOWN = dict.fromkeys(BACK, Tense.BACK) | dict.fromkeys(AHEAD, Tense.AHEAD)


def _tense_of(word: str) -> Tense:
    return _KNOWN.get(word.lower()) or (Tense.BACK if _is_past_form(word) else Tense.OPEN)


def _is_past_form(word: str) -> bool:
    """Whether a word ends like "opened"; a name does not ("United")."""
    return word.endswith("ed") and len(word) > _SHORT and word[0].islower()
