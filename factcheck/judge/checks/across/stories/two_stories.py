"""Whether two articles tell one story, as amounts that both print may show, or two that are alike: two crashes, one club’s two matches."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.align.merging import DIFFERENT, KINDS, is_one_name
from factcheck.align.names import PARTS, canonical, code, folded, names_in, sound
from factcheck.align.persons import about
from factcheck.attach.words import EMPTY, stem
from factcheck.judge.checks.parts import document_words
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Article, Document

#: A word with a capital, without what ties it to the next: "Lower", "Tolvania"; and one of two that are written as one, "NordLine".
_CAPITALS, _JOINED = regex(r"[A-Z][^\W\d_]+"), regex(r"(?<=[a-z])(?=[A-Z])")
#: Behind the end of a sentence another begins.
_GOES_ON = regex(r"[^\W_]{2}[.!?][\"”’)]*\s+[\"“‘]?[A-Z0-9]")
#: A sentence that goes on of what the one before names.
_GOES_ON_OF = regex(r"(?:Its?|They|Their|His|Her|S?[Hh]e)\b")
#: Shorter words are no name by which an article can be told.
_SHORTEST = 3
#: A word and what is made of it have all letters in common but one of the shorter and so many of the longer: "Tolvania", "Tolvanian".
_ENDING, _ROOT = 4, 4


def rows_of_equals(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Those articles that are compared with each other as equals: the drafts, and their sources; what is on file is right."""
    drafts: list[Article] = []
    sources: list[Article] = []
    for article in articles:
        if not article.is_source:
            drafts.append(article)
        elif not any(claim.is_fact for claim in article.claims):
            sources.append(article)
    return (equals for equals in (drafts, sources) if len(equals) > 1)


@lru_cache(maxsize=1 << 10)
def of_two_stories(one: Document, other: Document) -> bool:
    """Whether both articles turn on names, and neither speaks of a name on which the other turns.

    A sentence alone may leave out of whom it speaks.

    >>> from factcheck.model import Document
    >>> fire, other = (Document(town, f"A fire in {town} killed five. All worked there.") for town in ("Lessing", "Amon"))
    >>> of_two_stories(fire, other), of_two_stories(fire, fire)
    (True, False)
    """
    ours, theirs = about(one), about(other)
    if not (ours and theirs and _GOES_ON.search(one.text) and _GOES_ON.search(other.text)):
        return False
    if any(is_one_name(name, known) for name in ours for known in theirs):
        return False
    return not (_speaks_of_any(other, ours) or _speaks_of_any(one, theirs))


def sentences_of_others(article: Article, others: Sequence[Document]) -> frozenset[int]:
    """Where those sentences start that name somebody or some place, and none of which the other articles speak; "its" goes on of them."""
    starts = [sentence.start for sentence in article.sentences]
    named: defaultdict[int, list[str]] = defaultdict(list)
    for name in names_in(article.document):
        named[bisect_right(starts, name.start) - 1].append(canonical(name.text))
    found: set[int] = set()
    for number, sentence in enumerate(article.sentences):
        if names := named.get(number):
            is_of_others = not any(_speaks_of_any(other, (name,)) for name in names for other in others)
        else:
            is_of_others = starts[number - 1] in found if number and _GOES_ON_OF.match(sentence.text) else False
        if is_of_others:
            found.add(sentence.start)
    return frozenset(found)


def _speaks_of_any(document: Document, names: tuple[str, ...]) -> bool:
    """Whether an article has some word of a name, by its sound, or what is made of it."""
    words = {word for name in names for word in name.split() if _is_telling(word)}
    if not words.isdisjoint(document_words(document)):
        return True
    known = _capitals(document)
    return (
        not {sound(word) for word in words}.isdisjoint(map(sound, known))
        or any(_is_made_of(word, capital) for word in words for capital in known)
        or any(word.startswith(part) or word.endswith(part) for word in words for part in _joined(document))
    )


def _is_telling(word: str) -> bool:
    """Whether a word of a name is no word of many names: "north", "bank"."""
    return len(word) >= _SHORTEST and word not in PARTS and word not in EMPTY and stem(word) not in KINDS


@lru_cache(maxsize=64)
def _capitals(document: Document) -> frozenset[str]:
    """The words of an article that have a capital, each by its usual name."""
    return frozenset(canonical(folded(word)) for word in _CAPITALS.findall(document.text))


@lru_cache(maxsize=64)
def _joined(document: Document) -> tuple[str, ...]:
    """The words of which an article has two written as one."""
    return tuple(
        part.lower()
        for word in _CAPITALS.findall(document.text)
        for part in _JOINED.split(word)
        if _SHORTEST < len(part) < len(word)
    )


def _is_made_of(one: str, other: str) -> bool:
    """Whether one word is the other with another ending: "Tolvania" and "Tolvanian"; and not "Niger" and "Nigeria"."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _ROOT or len(longer) - len(shorter) > _ENDING or frozenset((one, other)) in DIFFERENT:
        return False
    return longer.startswith(shorter[: max(_ROOT, len(shorter) - 1)])


# --- what ties articles -----------------------------------------------------------------

#: Articles that print so many amounts alike are tied.
TIED = 2
#: An amount from here on is not printed in two articles by chance.
TELLING = 10


class Stories:
    """Which articles turn on a name in common, and which are tied by amounts."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._about: dict[int, frozenset[str]] = {}
        self._amounts: dict[int, frozenset[object]] = {}
        for article in articles:
            self._about[id(article.document)] = frozenset(map(code, about(article.document)))
            self._amounts[id(article.document)] = frozenset(_amounts(article))
        #: The articles that may tell one story with each, which is none of them; nobody knows where one turns on no name.
        self.meeting: dict[int, frozenset[int]] = {
            one: frozenset(
                other
                for other, theirs in self._about.items()
                if one != other and not (ours and theirs and ours.isdisjoint(theirs))
            )
            for one, ours in self._about.items()
        }

    def are_tied(self, one: Document, other: Document) -> bool:
        """Whether two articles that meet print several amounts alike."""
        return len(self._amounts[id(one)] & self._amounts[id(other)]) >= TIED


def _amounts(article: Article) -> Iterator[object]:
    """What tells an article from others among its amounts: the kind, the unit and the number of those that are no small ones."""
    for mention in article.mentions:
        amount = mention.single
        if amount and amount.printed[0] >= TELLING and mention.kind is not Kind.ORDINAL:
            yield mention.kind, amount.unit, amount.printed[0]
