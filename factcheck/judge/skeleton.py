"""A sentence becomes a skeleton, over which patterns (patterns.py) read what it says.

In a skeleton every mention is one typed token, every other word or mark is one
lower-cased token, and each token is followed by one space:

    Sales rose 25% to 1,000, from 900.   →   sales rose ⟨percentage⟩ to ⟨number⟩ , from ⟨number⟩ .

Words that only tell who says so are left out (attributions.py).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.judge.attributions import SAYING, without_attributions
from factcheck.model import Bound, Kind, Mention, Sentence
from factcheck.nouns import dataclass
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The types that a mention's token may have: the kinds, with three grains of date and counts of people told apart.
YEAR, MONTH, DAY, AGO, POINTS, PEOPLE = "year", "month", "day", "ago", "points", "people"
TYPES = (*(kind.value for kind in Kind), YEAR, MONTH, DAY, AGO, POINTS, PEOPLE)

#: A mention is written as two letters of the private planes: its type, then its place in the sentence.
_TYPE, _PLACE = 0xE000, 0xF0000
MANNERS = ("exact", "hedged", "average")
LETTER = {
    (manner, name): chr(_TYPE + row * len(TYPES) + column)
    for row, manner in enumerate(MANNERS)
    for column, name in enumerate(TYPES)
}
LETTERS = frozenset(LETTER.values())
#: More mentions than a private plane has letters do not stand in one sentence of an article.
_MOST = 0xFFF0
#: Where the next sentence begins.
NEXT_SENTENCE = "¶"

_AVERAGE = regex(r"(?:on |an? )?average", re.IGNORECASE)
TOKEN = regex(r"\w[\w'’.&-]*(?<![.’'-])|[^\w\s\ue000-\uf8ff]")


def type_of(mention: Mention) -> str:
    """The type of a mention's token."""
    if mention.kind is Kind.DATE:
        return _grain(mention)
    if mention.quantity is not None and mention.quantity.unit == "percentage point":
        return POINTS
    if mention.kind is Kind.COUNT and mention.quantity is not None and mention.quantity.unit == "person":
        return PEOPLE
    return mention.kind


def _grain(mention: Mention) -> str:
    """Whether a date is a day, a month, a year, so long ago, or another."""
    printed = mention.time.printed if mention.time else None
    if printed is None:
        return AGO if mention.text.endswith("ago") else mention.kind
    if printed.day is not None:
        return DAY
    if printed.weekday is None and printed.month is not None:
        return MONTH
    if printed.weekday is None and printed.year is not None and mention.text.strip().isdigit():
        return YEAR
    return mention.kind


def letter_of(mention: Mention) -> str:
    """The letter of a mention's type, which also tells whether the words hedge, bound or average it."""
    quantity = mention.quantity
    manner = "exact"
    if quantity is not None and (quantity.bound is not Bound.EXACT or quantity.is_range):
        manner = "average" if _AVERAGE.match(mention.text) else "hedged"
    return LETTER[manner, type_of(mention)]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence with its mentions, as patterns see it."""

    text: str
    #: Every word and mark, and the letter of every mention.
    tokens: frozenset[str]
    mentions: tuple[Mention, ...]
    #: Where the last sentence begins, when several were joined.
    last: int = 0

    def mention(self, token: str) -> Mention:
        """The mention that a token of two letters stands for."""
        return self.mentions[ord(token[1]) - _PLACE]


def skeleton(sentence: Sentence, mentions: Sequence[Mention]) -> Skeleton:
    """The skeleton of a sentence whose mentions are given in order."""
    tokens: list[str] = []
    letters: list[str] = []
    known: list[Mention] = []
    text, at = sentence.document.text, sentence.start
    for mention in mentions[:_MOST]:
        if mention.start < at:
            continue
        tokens += TOKEN.findall(text[at : mention.start].lower())
        letter = letter_of(mention)
        letters.append(letter)
        tokens.append(letter + chr(_PLACE + len(known)))
        known.append(mention)
        at = mention.end
    tokens += TOKEN.findall(text[at : sentence.end].lower())
    told = frozenset((*tokens, *letters))
    line = " ".join(tokens) + " "
    return Skeleton(line if told.isdisjoint(SAYING) else without_attributions(line), told, tuple(known))


def joined(earlier: Skeleton, later: Skeleton) -> Skeleton:
    """The skeleton of two sentences, one after the other."""
    mark = f"{NEXT_SENTENCE} "
    before = len(earlier.mentions)
    moved = {_PLACE + place: _PLACE + place + before for place in range(len(later.mentions))}
    return Skeleton(
        earlier.text + mark + later.text.translate(moved),
        earlier.tokens | later.tokens | {NEXT_SENTENCE},
        earlier.mentions + later.mentions,
        len(earlier.text) + len(mark),
    )
