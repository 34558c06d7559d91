"""Which checks have something to look at in an article, asked once for all of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.judge.checks.parts import plain_words, vocabulary
from factcheck.model import Article, Kind
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.judge.checks import Check


class Signs(NamedTuple):
    """What can be seen of an article before any check looks at it."""

    text: str
    words: frozenset[str]
    kinds: frozenset[Kind]

    @classmethod
    def of(cls, article: Article) -> Signs:
        """The signs of an article."""
        kinds = frozenset([mention.kind for mention in article.mentions])
        return cls(article.document.text, vocabulary(article), kinds)


class Gates(NamedTuple):
    """The checks of one article, by name, under what each of them looks for."""

    #: All of them.
    names: frozenset[str]
    #: Words in small letters, all of them and each by itself, and signs that are none.
    words: frozenset[str]
    by_word: Mapping[str, frozenset[str]]
    #: Each sign with the whole words in it, which a text that has it has too.
    by_sign: Mapping[str, tuple[frozenset[str], frozenset[str]]]
    by_kind: Mapping[str, frozenset[str]]
    #: Those that name no words or signs, and those that name no kinds.
    of_any_words: frozenset[str]
    of_any_kinds: frozenset[str]

    @classmethod
    def of(cls, checks: Iterable[Check]) -> Gates:
        """The gates of those of the checks that look at one article."""
        looking = [check for check in checks if check.of is Article]
        told_by = _filed((sign, check.name) for check in looking for sign in check.told_by)
        return cls(
            frozenset(check.name for check in looking),
            frozenset(filter(str.isalnum, told_by)),
            {word: names for word, names in told_by.items() if word.isalnum()},
            {sign: (plain_words(sign), names) for sign, names in told_by.items() if not sign.isalnum()},
            _filed((kind, check.name) for check in looking for kind in check.about),
            frozenset(check.name for check in looking if not check.told_by),
            frozenset(check.name for check in looking if not check.about),
        )

    def opened_by(self, signs: Signs) -> frozenset[str]:
        """The names of the checks that may have something to say of an article of these signs."""
        about = self.of_any_kinds.union(*[self.by_kind[kind] for kind in signs.kinds & self.by_kind.keys()])
        told = self.of_any_words.union(*[self.by_word[word] for word in signs.words & self.words])
        for sign, (words, names) in self.by_sign.items():
            # A text is only looked through where that may open a check.
            if words <= signs.words and (names & about) - told and sign in signs.text:
                told |= names
        return about & told


def _filed(names: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The names of checks under what they look for."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for sign, name in names:
        found[sign].add(name)
    return {sign: frozenset(under) for sign, under in found.items()}
