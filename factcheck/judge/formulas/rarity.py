"""How often the words that a pattern needs turn up, so that the rarest are looked for first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.judge.formulas.skeleton import LETTER, LETTERS, MANNERS, YEAR
from factcheck.judge.formulas.word_classes import COMMON_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

#: How many of a thousand sentences with a number have a token, roughly, counted in news: the marks and words that
#: nearly all have, other common words and marks, mentions of common and of rare types, any other word.
_EVERYWHERE, _COMMON, _MENTIONED, _SELDOM, _RARE = 500, 150, 200, 20, 1
_IN_MOST = frozenset(", . the of to in and a".split())
_COMMON_LETTERS = frozenset(
    LETTER[manner, type_] for manner in MANNERS for type_ in ("count", "number", "people", "date", YEAR)
)


def rarest_first(needs: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """What is needed, each once, in one order whatever the order was."""
    return tuple(sorted(set(needs), key=lambda words: (commonness(words), sorted(words))))


def commonness(words: Iterable[str]) -> int:
    """How often one of these words turns up, to look for the rarest first."""
    return sum(map(_frequency, words))


def _frequency(word: str) -> int:
    if word in _IN_MOST:
        return _EVERYWHERE
    if word in LETTERS:
        return _MENTIONED if word in _COMMON_LETTERS else _SELDOM
    return _COMMON if word in COMMON_WORDS or not word[0].isalpha() else _RARE
