"""How much of an article retells others: whether its sentences are some of theirs in other words."""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum
from typing import TYPE_CHECKING

from factcheck.align.senses import sense
from factcheck.attach.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Article, Sentence

#: Sentences of fewer telling words are too short to tell whether they are retold.
SHORT = 3
#: Of fewer sentences nobody can say whether they retell others.
FEW = 3
#: Of the words of a sentence that is retold the likest sentence of the sources has so many, on average. In summaries of news and in
#: drafts made of agency copy it is mostly 0.4 to 0.6, in the rest of the same article some 0.2.
RETOLD = 0.33


class Retold:
    """The sentences of some sources, by their telling words."""

    def __init__(self, sources: Iterable[Article]) -> None:
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        sentences = (sentence for source in sources for sentence in source.sentences)
        for number, sentence in enumerate(sentences):
            for word in _telling(sentence):
                self._having[word].append(number)

    def in_part(self, article: Article, *, if_few: bool = True) -> bool:
        """Whether the sentences of an article are, by and large, told in the sources; of few of them it may be taken so."""
        shares = [self._share(words) for words in map(_telling, article.sentences) if len(words) >= SHORT]
        return if_few if len(shares) < FEW else fsum(shares) >= RETOLD * len(shares)

    def _share(self, words: frozenset[str]) -> float:
        """The share of a sentence's words that the likest sentence of the sources has."""
        shared = Counter(number for word in words for number in self._having.get(word, ()))
        return max(shared.values(), default=0) / len(words)


def _telling(sentence: Sentence) -> frozenset[str]:
    return frozenset(sense(word.stem) for word in words_of(sentence) if not word.empty)
