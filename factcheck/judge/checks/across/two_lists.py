"""Two closed lists of names of which one article has a member that the other has not: "France, Italy and Spain", "… Portugal"."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factcheck.align.merging import may_be_one_name
from factcheck.align.names import canonical, code, names_of
from factcheck.align.senses import sense
from factcheck.attach.words import EMPTY, WORD, stem
from factcheck.judge.checks import check
from factcheck.judge.checks.across.inferred import OPEN
from factcheck.judge.checks.across.two_stories import of_two_stories
from factcheck.judge.checks.parts import sentence_at
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"(?:(?:Ft|St|Mt)\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
#: Words that names are shortened by.
_SHORT = {"ft": "fort", "st": "saint", "mt": "mount"}
#: What is done with all of them, or what is said of them, and three names at least.
LISTED = regex(
    rf"\b(?P<verb>[a-z]+):? (?:the )?(?P<names>{_NAME}(?:, {_NAME})+,? and {_NAME})(?![\w’'-])(?!,? (?:among|and|as well) )"
)
_MEMBER = regex(_NAME)
#: Behind these stands what somebody has at one time: "his Arland, Borland and Corland titles".
_OWNED = frozenset("his her its their our my your".split())
#: Before a list, a phrase is looked for so far, in letters.
WINDOW = 60


class Listed(NamedTuple):
    """A closed list of names."""

    span: Span
    names: tuple[str, ...]
    #: The sense of the word before it, and those of the telling words of its sentence before that.
    verb: str
    told: frozenset[str]
    #: Whom or what else its sentence names.
    beside: frozenset[str]


@check("two-lists", of=tuple, least=2)
def two_lists(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """Lists of as many names behind one word in sentences that speak of one thing, of which one name differs, and those that agree."""
    beginning: defaultdict[tuple[str, int, str], list[Listed]] = defaultdict(list)
    for article in articles:
        for listed in _lists(article):
            for name in listed.names:
                beginning[listed.verb, len(listed.names), code(name)].append(listed)
    seen = set()
    for together in beginning.values():
        for one, other in combinations(together, 2):
            if (id(one), id(other)) not in seen and one.span.document is not other.span.document:
                seen.add((id(one), id(other)))
                yield from _compared(one, other)


def _lists(article: Article) -> Iterator[Listed]:
    """The closed lists of an article, in order."""
    text = article.document.text
    for match in LISTED.finditer(text):
        sentence = sentence_at(article, match.start())
        begins = sentence.start
        if match["verb"] in _OWNED or OPEN.search(text[max(begins, match.start() - WINDOW) : match.end("verb")]):
            continue
        names = tuple(name[0] for name in _MEMBER.finditer(match["names"]))
        words = [word.lower() for word in WORD.findall(text, begins, match.start())]
        told = frozenset(sense(stem(word)) for word in words if word not in EMPTY)
        rest = (*names_of(text, begins, match.start("names")), *names_of(text, match.end("names"), sentence.end))
        beside = frozenset(name.text for name in rest if " " in name.text)
        yield Listed(Span(article.document, *match.span("names")), names, sense(stem(match["verb"])), told, beside)


def _compared(one: Listed, other: Listed) -> Iterator[Verdict]:
    """What comes of two lists behind one word."""
    lacking, more = (_not_in(a.names, b.names) for a, b in ((one, other), (other, one)))
    spans = (one.span, other.span)
    if not one.told & other.told or of_two_stories(one.span.document, other.span.document):
        return
    if _names_another(one, other) or _names_another(other, one):
        return
    if not lacking and not more:
        yield Accord(spans, f"both name {len(one.names)}")
    elif len(lacking) == len(more) == 1 and not (_has(other, lacking[0]) or _has(one, more[0])):
        yield Clash(
            spans, {"member": lacking[0], "other": more[0]}, arithmetic=f"{lacking[0]} in one, {more[0]} in the other"
        )


def _names_another(listed: Listed, other: Listed) -> bool:
    """Whether a sentence names somebody or something of which the other article does not speak: another match, another year's prize."""
    text = other.span.document.text
    return any(name.rpartition(" ")[2] not in text for name in listed.beside)


def _not_in(names: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """The names that are not among the others."""
    return [name for name in names if not any(_may_be_one(name, other) for other in others)]


def _may_be_one(name: str, other: str) -> bool:
    return may_be_one_name(_in_full(name), _in_full(other))


def _in_full(name: str) -> str:
    """The usual name, its first word written out: "Ft. Myers" is Fort Myers."""
    first, blank, rest = canonical(name).partition(" ")
    return _SHORT.get(first, first) + blank + rest


def _has(listed: Listed, name: str) -> bool:
    """Whether the article of a list speaks of a name somewhere."""
    return name in listed.span.document.text
