"""A sentence becomes a skeleton, over which patterns (patterns.py) read what it says.

In a skeleton every mention is one typed token, every other word or mark is one
lower-cased token, and each token is followed by one space:

    Sales rose 25% to 1,000, from 900.   →   sales rose ⟨percentage⟩ to ⟨number⟩ , from ⟨number⟩ .

Words that only tell who says so are left out, and those that add nothing: "was also held", "just 12 buses".
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.model import Bound, Kind, Mention, Sentence
from factcheck.nouns import dataclass
from factcheck.regexes import regex
from factcheck.resolve.units import CURRENCIES, dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.model import Quantity

#: The types that a mention's token may have: the kinds, with three grains of date, counts of people, measures of
#: places, speeds and weights, parts of one, and what is "per" something told apart.
YEAR, MONTH, DAY, AGO, POINTS, PEOPLE = "year", "month", "day", "ago", "points", "people"
LENGTH, AREA, SPEED, WEIGHT, FRACTION, PRICE, RATE, EXCHANGE = (
    "length",
    "area",
    "speed",
    "weight",
    "fraction",
    "price",
    "rate",
    "exchange",
)
TYPES = (
    *(kind.value for kind in Kind),
    *(YEAR, MONTH, DAY, AGO, POINTS, PEOPLE),
    *(LENGTH, AREA, SPEED, WEIGHT, FRACTION, PRICE, RATE, EXCHANGE),
)
#: What measures are called that patterns tell apart, by what they measure.
_MEASURED = {"[length]": LENGTH, "[length] ** 2": AREA, "[length] / [time]": SPEED, "[mass]": WEIGHT}

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
#: Stands for a mention that was read before: no word, and no mark that anything reads.
_TAKEN = "##"
#: Where the next sentence begins.
NEXT_SENTENCE = "¶"

_AVERAGE = regex(r"(?:on |an? )?average", re.IGNORECASE)
#: Besides somebody who is not counted.
_OTHERS = regex(r"\bothers?\b")
#: A mention in a skeleton.
_MARK = regex(r"[\ue000-\uf8ff]\S")
TOKEN = regex(r"\w[\w'’.&-]*(?<![.’'-])|[^\w\s\ue000-\uf8ff]")


def type_of(mention: Mention) -> str:
    """The type of a mention's token."""
    if mention.kind is Kind.DATE:
        return _grain(mention)
    return _measured(mention.kind, mention.quantity) if mention.quantity is not None else mention.kind


def _measured(kind: Kind, quantity: Quantity) -> str:  # noqa: PLR0911 - a line for each type
    """The type of an amount's token."""
    unit = quantity.unit
    match kind:
        case Kind.PERCENTAGE if unit.endswith("point"):
            return POINTS
        case Kind.QUANTITY:
            return _MEASURED.get(dimension(unit) or "", kind)
        case Kind.MONEY if " per " in unit:
            return EXCHANGE if unit.rpartition(" per ")[2] in CURRENCIES else PRICE
        case Kind.COUNT | Kind.NUMBER if "per " in unit:
            return RATE
        case Kind.COUNT if unit == "person":
            return PEOPLE
        case Kind.NUMBER if 0 < quantity.value < 1 and not quantity.is_range:
            return FRACTION
        case _:
            return kind


def _grain(mention: Mention) -> str:
    """Whether a date is a day, a month, a year, so long ago, or another."""
    printed = mention.printed_date
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
    elif mention.kind is Kind.COUNT and _OTHERS.search(mention.text):
        manner = "hedged"
    return LETTER[manner, type_of(mention)]


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence with its mentions, as patterns see it."""

    text: str
    #: Every word and mark, and the letter of every mention.
    tokens: frozenset[str]
    mentions: tuple[Mention, ...]
    #: Where each sentence but the first begins, when several were joined.
    begins: tuple[int, ...] = ()

    @property
    def has_unread_figures(self) -> bool:
        """Whether it has figures by themselves that nothing read: "Upper Marsh 84"."""
        return _has_figures(self.tokens)

    @property
    def starts_of_sentences(self) -> tuple[int, ...]:
        """Where its sentences begin, the last first."""
        return (*reversed(self.begins), 0)

    def mention(self, token: str) -> Mention:
        """The mention that a token of two letters stands for."""
        return self.mentions[ord(token[1]) - _PLACE]

    def starts(self, tokens: frozenset[str]) -> list[int]:
        """Where one of these tokens, or a mention of one of these types, stands in the text, in order."""
        text = self.text
        found = []
        for token in tokens & self.tokens:
            at = text.find(token)
            while at >= 0:
                if not at or text[at - 1] == " ":
                    found.append(at)
                at = text.find(token, at + 1)
        return sorted(found)

    def places(self, letters: frozenset[str], start: int = 0, end: int | None = None) -> frozenset[str]:
        """The places of the mentions of these types, in a stretch of the text."""
        return _places(self.text, letters, start, len(self.text) if end is None else end)

    def mentions_at(self, places: frozenset[str]) -> tuple[Mention, ...]:
        """The mentions of some places, in order."""
        return tuple(self.mentions[ord(place) - _PLACE] for place in sorted(places))

    def without(self, mentions: Iterable[Mention]) -> Skeleton:
        """The same skeleton, at every place of it, in which no slot and no gap reads these mentions."""
        taken = {id(mention) for mention in mentions}
        text = _MARK.sub(lambda token: _TAKEN if id(self.mention(token[0])) in taken else token[0], self.text)
        return replace(self, text=text)


@lru_cache(maxsize=64)
def _has_figures(tokens: frozenset[str]) -> bool:
    """Whether one of the tokens is a figure: all patterns ask for it."""
    return any(map(str.isdecimal, tokens))


@lru_cache(maxsize=1024)
def _places(text: str, letters: frozenset[str], start: int, stop: int) -> frozenset[str]:
    """The places of the mentions of some types in a stretch of a text: most patterns ask for the same."""
    return frozenset(place for at, letter, place in _marks(text) if start <= at < stop and letter in letters)


@lru_cache(maxsize=64)
def _marks(text: str) -> tuple[tuple[int, str, str], ...]:
    """Where the mentions of a skeleton stand in its text, and the two letters of each: all patterns ask for them."""
    return tuple((mark.start(), *mark[0]) for mark in _MARK.finditer(text))


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
    if tokens and tokens[0] in _OPENING_WORDS:
        del tokens[0]
    line = " ".join(tokens) + " "
    told = frozenset(tokens + letters)
    if not told.isdisjoint(_SAYING):
        line = _without_attributions(line)
    return Skeleton(_without_what_adds_nothing(line, told), told, tuple(known))


def joined(earlier: Skeleton, later: Skeleton) -> Skeleton:
    """The skeleton of two sentences, or of several that are joined already and one more."""
    mark = f"{NEXT_SENTENCE} "
    before = len(earlier.mentions)
    moved = _MARK.sub(lambda token: token[0][0] + chr(ord(token[0][1]) + before), later.text)
    return Skeleton(
        earlier.text + mark + moved,
        earlier.tokens | later.tokens | {NEXT_SENTENCE},
        earlier.mentions + later.mentions,
        (*earlier.begins, len(earlier.text) + len(mark)),
    )


# --- words that only tell who says so: "…, officials said on Monday." --------------------

#: Words without which a sentence attributes nothing.
_SAYING = frozenset("said says say told reported reports announced confirmed added estimated wrote according".split())

#: A word of a skeleton; one that may begin a speaker's name; a word or a mention.
_WORD = r"[^\W\d_]\S* "
_SPEAKER = (
    r"(?!(?:and|or|but|who|whom|which|that|as|when|while|where|though|although|if|because|since|so|yet|than) )" + _WORD
)
#: A word of a speaker's name: a verb says that a clause is what is said, "said the last show would be".
_NAMED = r"(?!(?:would|will|was|were|is|are|had|has|have|could|should|may|might|must) )" + _WORD
_ANY = rf"(?:{_WORD}|[\ue000-\uf8ff]\S )"
_SAID = r"(?:said|says|say|told (?:reporters|journalists|the \w+)|reports?|reported|announced|confirmed|added|estimated|wrote) "
_WHEN = rf"(?:(?:on|in|at|late|early|earlier|this|by|through|during|to|[\ue000-\uf8ff]\S) {_ANY}{{0,6}})?"
#: The comma that ends it goes too, but not before an amount: "the firm, it said, grew", "nine died, it said, six men".
_ATTRIBUTION = regex(
    rf", (?:{_SPEAKER}(?:{_WORD}){{0,5}}?{_SAID}{_WHEN}|said (?!(?:they|he|she|it|we|i|there|no|yes) ){_SPEAKER}(?:{_NAMED}){{0,5}}?{_WHEN}|according to {_ANY}{{1,8}}?)"
    r"(?:(?=[.;])|(?=, [\ue000-\uf8ff])|, )"
)
#: "Police said 11 were men": what a sentence opens with.
_OPENING = regex(
    rf"^(?:the |a |an )?{_SPEAKER}(?:(?!{_SAID}){_WORD}){{0,3}}(?:also |later )?(?:(?:said|says|reported|announced|confirmed) (?:that )?|added that )(?=[\ue000-\uf8ff]\S )"
)


def _without_attributions(text: str) -> str:
    """The text of a skeleton without what only tells who says so."""
    return _OPENING.sub("", _ATTRIBUTION.sub("", text))


# --- words that add nothing to what is compared ------------------------------------------

#: Behind the verb that they go with.
_BESIDES = "also reportedly allegedly apparently already indeed officially formally eventually finally meanwhile therefore thus clearly actually"
#: What a sentence may open with.
_OPENING_WORDS = frozenset(("but", "yet"))
#: How much somebody makes of a number.
_MADE_MUCH_OF = "mere whopping staggering massive paltry measly meagre astonishing impressive remarkable"
_OPENINGS = ("however , ", "meanwhile , ", "indeed , ", "in fact , ", "of course , ", "in the end , ", "in the end ")
_CLOSINGS = "as well|too|at the time|in the end|in fact|of course|however"
_CLOSED = tuple(f"{closing} {stop} " for closing in _CLOSINGS.split("|") for stop in ".;")
#: Each with words of which a skeleton has one, and what stays of what is read. Of "has also only" the first stays, so that "only" is read before.
_NOTHING_ADDED = (
    # Behind a verb of its own it may say that not all are told: "the buses carried only 40".
    (
        frozenset({"only"}),
        regex(
            r"(\b(?:to|by|at|of|in|for|from|with|than|and|against|aged|is|are|was|were|has|have|had) )only (?=[\ue000-\uf8ff])"
        ),
        r"\1",
    ),
    (
        frozenset(("just", "merely", *_MADE_MUCH_OF.split())),
        regex(rf"\b(?:just|merely|an? (?:{_MADE_MUCH_OF.replace(' ', '|')})) (?=[\ue000-\uf8ff])"),
        "",
    ),
    (
        frozenset(_BESIDES.split()),
        regex(
            rf"(\b(?:is|are|was|were|be|been|has|have|had|will|would|who|that|which) )(?:{_BESIDES.replace(' ', '|')}) (?=[^\W\d_]|[\ue000-\uf8ff])"
        ),
        r"\1",
    ),
)
_CLOSES = regex(rf"(?:, )?\b(?:{_CLOSINGS}) (?=[.;] )")


def _without_what_adds_nothing(line: str, tokens: frozenset[str]) -> str:
    """The text of a skeleton of these tokens without words that change nothing of its numbers."""
    for words, expression, kept in _NOTHING_ADDED:
        if not tokens.isdisjoint(words):
            line = expression.sub(kept, line)
    for opening in _OPENINGS:
        if line.startswith(opening):
            line = line[len(opening) :]
            break
    return _CLOSES.sub("", line) if any(map(line.__contains__, _CLOSED)) else line
