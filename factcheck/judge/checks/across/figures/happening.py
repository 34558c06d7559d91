"""Whether two dates are those of one happening, and two lengths of time those of things that last alike."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.align.drafts import BESIDE, NUMBER_MARK
from factcheck.align.gates import of_two_subjects
from factcheck.align.senses import sense
from factcheck.model import START
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.align.drafts import Figure
    from factcheck.attach.words import Word
    from factcheck.model import Mention

#: Of a date and what happened on it a preposition is no word that counts.
PREPOSITION = 2
#: What parts a date from the words of another phrase.
_PARTS = regex(r"[,;:()—–\"“”\n]")
#: Behind a length of time that lies between two events and is none of its own: "18 hours earlier".
_BEHIND = regex(r"(?: later| earlier| after| before| ago| since| from now| away| left| remaining)\b")
#: Right before a date that says when something happened, and not when a picture was taken or a message sent.
_WHEN = regex(
    r"(?:\b(?P<at>[Oo]n|[Ii]n|[Aa]t|[Ss]ince|[Uu]ntil|[Bb]y|[Bb]efore|[Aa]fter|[Ff]rom|of)|[a-z])(?: the| early| late)?\s\Z"
)
#: No such words are longer, in letters.
WHEN_WITHIN = 16


def last_alike(one: Mention, other: Mention) -> bool:
    """Whether two lengths of time say how long something lasted, in units in which people count the same."""
    a, b = one.quantity, other.quantity
    if a is None or b is None or clock(a.unit) != clock(b.unit):
        return False
    return not (_lies_between(one) or _lies_between(other))


def _lies_between(length: Mention) -> bool:
    """Whether a length of time is that between two events, and not how long something lasted."""
    text = length.document.text
    return bool(_BEHIND.match(text, length.end)) or text.endswith((" in ", " within "), 0, length.start)


def of_one_happening(one: Figure, other: Figure) -> bool:
    """Whether the word nearest to one date, names aside, stands beside the other too: "goes on trial on", "the trial starts on"."""
    if not (says_when(one.mention) and says_when(other.mention)) or _is_weekday(one.mention, other.mention):
        return False
    if of_two_subjects(one.claim, other.claim):
        return False
    told, retold = _happening(one), _happening(other)
    return bool(told and retold) and (told[0] in retold or retold[0] in told)


def tell_one_happening(one: Figure, other: Figure) -> bool:
    """Whether the phrases of two dates have a word in common, names aside: "hurt on Sunday", "who was hurt late on Saturday".

    Of the word that opens a sentence nobody can see whether it is a name. Where neither phrase has a word,
    a number that both sentences print will do.
    """
    told, retold = (
        {sense(word.stem) for word in _happening_words(figure) if word.start != figure.claim.sentence.start}
        for figure in (one, other)
    )
    if told or retold:
        return not told.isdisjoint(retold)
    return any(word.startswith(NUMBER_MARK) for word in one.near.keys() & other.near.keys())


def _happening(figure: Figure) -> list[str]:
    """The senses of the words that tell what happened on a date, the nearest first."""
    return [sense(word.stem) for word in _happening_words(figure)]


def _happening_words(figure: Figure) -> list[Word]:
    """The telling words of a date's phrase, before it or else behind it, that are no names, the nearest first."""
    words, date = figure.passage.words, figure.mention
    at = bisect_left(words, date.start, key=START)
    beyond = bisect_left(words, date.end, at, key=START)
    for phrase in (_phrase(words[:at][::-1], date), _phrase(words[beyond:], date)):
        if told := [word for word in phrase if not word.empty and word.stem not in figure.claim.names]:
            return told
    return []


def _phrase(words: Iterable[Word], date: Mention) -> Iterator[Word]:
    """The words beside a date, the nearest first, as far as nothing parts them from it."""
    text = date.document.text
    for word in islice(words, BESIDE + PREPOSITION):
        between = text[word.end : date.start] if word.end <= date.start else text[date.end : word.start]
        if _PARTS.search(between):
            return
        yield word


def says_when(date: Mention) -> bool:
    """Whether a date is told by what is printed, and of what the words before it tell."""
    printed = date.printed_date
    if printed is None:
        return False
    before = _WHEN.search(date.document.text, max(0, date.start - WHEN_WITHIN), date.start)
    return before is not None and (before["at"] is not None or printed.weekday is not None)


def _is_weekday(one: Mention, other: Mention) -> bool:
    """Whether two dates are told by their weekdays alone, each in the week of an article of another day."""
    printed = [mention.printed_date for mention in (one, other)]
    weekdays = all(told is not None and told.is_weekday_alone for told in printed)
    return weekdays and (one.document.published is None or one.document.published != other.document.published)


def clock(unit: str) -> str:
    """Lengths of time that people count in the same: years and decades, days and weeks."""
    return {"decade": "year", "century": "year", "week": "day", "minute": "hour"}.get(unit, unit)
