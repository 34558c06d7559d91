"""Changes in per cent that a headline works out from two levels of its lead, the way that they are mostly got wrong.

A cut from 14,600 to 9,800 is one of a third: by half it is only against what is left. A fall from 7,500 to 4,500 leaves 60 per
cent and is one of 40, and a rise from 40 to 100 is one of 150 per cent, though 100 are 250 per cent of 40.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.attach.words import words_of
from factcheck.judge.checks.parts import mentions_in
from factcheck.judge.verdicts import Clash
from factcheck.model import COUNTED, Article, Kind, Mention, Sentence, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEVELS = COUNTED | {Kind.MONEY, Kind.QUANTITY}
#: So many sentences of the text tell once more what the headline tells.
_LEAD = 3
#: A change as a headline tells it: the words before it, or those behind it.
_CHANGES = r"rise|rises|rose|up|jump|jumps|soar|soars|climb|climbs|grow|grows|surge|surges|leap|leaps|fall|falls|fell|down|drop|drops|cut|cuts|slump|slumps|plunge|plunges|shrink|shrinks|slash|slashes|reduce|reduces|increase|increases"
_BEFORE = regex(
    rf"\b(?:by (?:about |nearly |almost |over |more than )?|(?:{_CHANGES}) (?:nearly |almost |over |about |some )?)$"
)
_BEHIND = regex(r"[ -](?:rise|cut|fall|drop|increase|jump|reduction|decline|surge|slump)\b")
#: The same in a word, of which the text has none.
_HALVED = regex(r"\b(?:(?:by|in) half|halv(?:e|es|ed|ing))\b", re.IGNORECASE)
_HALF = regex(r"\b(?:half|halv(?:e|es|ed|ing)|50 ?(?:%|per ?cent))", re.IGNORECASE)
#: Before a level from which something changed.
_FROM = regex(
    r"\b(?:from|compared (?:with|to)|against|down on|up on) (?:about |some |around |nearly |almost |over |more than |just |the |its |a record ){0,2}$"
)
#: Two numbers are one from here on, in per cent points; small changes are many things.
_NEAR, _LEAST = Decimal(2), Decimal(15)
HUNDRED = 100


class Levels(NamedTuple):
    """Two levels of the lead, and the change between them in per cent."""

    old: Mention
    new: Mention
    change: Decimal


def halved_otherwise(headline: Sentence, article: Article) -> tuple[Span, Levels] | None:
    """The word for a half in a headline, and the levels of the lead that it is wrong for."""
    text = article.document.text
    found = _HALVED.search(text, headline.start, headline.end)
    if found is None or _HALF.search(text, headline.end):
        return None
    levels = _taken_wrongly(Decimal(HUNDRED // 2), headline, article)
    return (Span(article.document, *found.span()), levels) if levels else None


def changed_otherwise(share: Decimal, told: Mention, headline: Sentence, article: Article) -> Levels | None:
    """The levels of the lead that a headline's change was worked out from in the wrong way; None if there are none."""
    text = article.document.text.lower()
    is_change = _BEFORE.search(text, headline.start, told.start) or _BEHIND.match(text, told.end)
    return _taken_wrongly(share, headline, article) if is_change and share >= _LEAST else None


def _taken_wrongly(share: Decimal, headline: Sentence, article: Article) -> Levels | None:
    """The levels of the lead, if all make one change, and another than that, which comes of them by a wrong way."""
    own = {word.stem for word in words_of(headline) if not word.empty}
    levels = [*_levels(headline, article)]
    if len({round(one.change) for one in levels}) != 1:
        return None
    of_it = levels[0]
    sentence = next(one for one in article.sentences if one.start <= of_it.old.start < one.end)
    if own.isdisjoint(word.stem for word in words_of(sentence)):
        return None
    is_right = abs(of_it.change - share) <= max(_NEAR, share / 10)
    return of_it if not is_right and any(abs(share - wrong) <= _NEAR for wrong in _wrong_ways(of_it)) else None


def _levels(headline: Sentence, article: Article) -> Iterator[Levels]:
    """The two levels of each sentence of the lead that tells from what something changed."""
    lead = [one for one in article.sentences if one.start >= headline.end][:_LEAD]
    for sentence in lead:
        told = [one for one in mentions_in(article, sentence.start, sentence.end) if _is_level(one)]
        olds = [one for one in told if _FROM.search(one.document.text, sentence.start, one.start)]
        news = [one for one in told if one not in olds and len(olds) == 1 and _are_alike(one, olds[0])]
        if len(olds) == len(news) == 1:
            old, new = (quantity.value for one in (olds[0], news[0]) if (quantity := one.quantity))
            yield Levels(olds[0], news[0], HUNDRED * abs(new - old) / old)


def _is_level(mention: Mention) -> bool:
    quantity = mention.single
    return mention.kind in _LEVELS and quantity is not None and quantity.value > 1


def _are_alike(one: Mention, other: Mention) -> bool:
    """Whether two amounts may be levels of one thing: the second need not tell its noun again."""
    if one.kind in COUNTED and other.kind in COUNTED:
        units = {quantity.unit for mention in (one, other) if (quantity := mention.quantity)} - {""}
        return len(units) < 2
    return (
        one.kind is other.kind
        and one.quantity is not None
        and other.quantity is not None
        and one.quantity.unit == other.quantity.unit
    )


def _wrong_ways(levels: Levels) -> Sequence[Decimal]:
    """What comes out where a change is taken of the new level, and where what is left, or all of it, stands for the change."""
    old, new = (quantity.value for one in (levels.old, levels.new) if (quantity := one.quantity))
    return (HUNDRED * abs(new - old) / new, HUNDRED * new / old)


def clash_of_levels(told: Span, levels: Levels) -> Clash:
    """A change of the headline that two levels of the text do not make."""
    change = f"from {levels.old.text} to {levels.new.text}, a change of {levels.change:.0f}%"
    spans = (told, *sorted((levels.old.span, levels.new.span), key=lambda span: span.start))
    return Clash(spans, {"headline": told.text, "text": change})
