"""Words of a sentence, cut down to what makes two sentences alike."""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING

from factcheck.nouns import NamedTuple, remembering
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Sentence

_WORD = r"[^\W\d_]\w*(?:[’'.-](?=[^\W\d_])\w*)*"
WORD = regex(_WORD)
#: Parts a text into what stands between words and the words themselves, in turn.
_WORDS_AND_GAPS = regex(rf"({_WORD})")

#: Words that say nothing of what a sentence is about: function words, and the
#: verbs and adverbs of reporting that every article is full of.
EMPTY = frozenset(
    """
    a about above according across after again against ago all almost along already also although always am among an and
    another any are around as at away back be became because become been before behind being below between both but by
    called came can come could day days did do does doing done down during each earlier early either else end enough even ever
    every few for former found from get give given go going gone got had half has have having he her here hers him his how
    however i if in including instead into is it its itself just last late later least less like little long made make
    many may me might month months more most much must my near nearly never new next no nor not now of off often on once
    one only onto or other others our out over own part past per put said same say saying says second see seen set several
    shall she should since so some still such take taken than that the their them then there these they thing things third
    this those though through thus time times to today together told too took toward towards two under until up upon us
    use used very via was way we week weeks well went were what when where whether which while who whole whom whose why
    will with within without would year years yesterday yet you your
    added announced reported report reports told statement according asked people person
    """.split()
)

_SUFFIXES = (
    "ational",
    "ations",
    "ation",
    "ments",
    "ment",
    "ingly",
    "ings",
    "edly",
    "ness",
    "ing",
    "ies",
    "ied",
    "ers",
    "ed",
    "es",
    "er",
    "ly",
    "s",
    "e",
    "y",
)
#: The same in their order, by the two letters with which a word ends: it need not be asked for the others.
_SUFFIXES_BY_END = {
    end: tuple(one for one in _SUFFIXES if one == end[-1] or one[-2:] == end) for end in {one[-2:] for one in _SUFFIXES}
}


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """What the forms of a lower-case word have in common: "opened", "opening", "opens" → "open".

    Crude on purpose: it only has to be the same for both sides of a comparison.
    """
    if word.endswith(("'s", "’s")):
        word = word[:-2]
    for suffix in _SUFFIXES_BY_END.get(word[-2:]) or _SUFFIXES_BY_END.get(word[-1:], ()):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word


class Word(NamedTuple):
    """A word where it stands in the document, lower-cased, and whether it is written with a capital."""

    start: int
    end: int
    lower: str
    capital: bool

    @property
    def stem(self) -> str:
        """What the forms of the word have in common."""
        return stem(self.lower)

    @property
    def empty(self) -> bool:
        """Whether it says nothing of what the sentence is about."""
        return self.lower in EMPTY


#: Of so many sentences the words are kept: those of some hundred articles that are compared.
_KEPT = 1 << 12


@lru_cache(maxsize=1 << 16)
def telling_stem(word: str) -> str:
    """The stem of a lower-case word; "" for one that says nothing of what its sentence is about."""
    return "" if word in EMPTY else stem(word)


def telling_stems(words: Iterable[Word]) -> list[str]:
    """The stems of the words that are not empty, in order: what `stem` and `empty` of each say, in a third of the time."""
    return [told for _, _, lower, _ in words if (told := telling_stem(lower))]


@remembering(_KEPT)
def words_of(sentence: Sentence) -> list[Word]:
    """The words of a sentence, in order; figures are not words.

    A sentence has some thirty, and most articles are read for them, so no line of Python is run for each.
    """
    parts = _WORDS_AND_GAPS.split(sentence.document.text[sentence.start : sentence.end])
    printed = parts[1::2]
    bounds = list(accumulate(map(len, parts), initial=sentence.start))
    capitals = map(str.isupper, map(_FIRST, printed))
    return list(map(_WORD_OF, zip(bounds[1::2], bounds[2::2], map(str.lower, printed), capitals, strict=False)))


_FIRST = itemgetter(0)
#: A word of its fields, without a call of its class.
_WORD_OF = partial(tuple.__new__, Word)
