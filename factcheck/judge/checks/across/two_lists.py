"""Two closed lists of names of which one article has a member that the other has not: "France, Italy and Spain", "… Portugal"."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factcheck.align.merging import may_be_one_name
from factcheck.align.names import canonical, code
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

_NAME = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
#: What is done with all of them, or what is said of them, and three names at least.
LISTED = regex(
    rf"\b(?P<verb>[a-z]+):? (?:the )?(?P<names>{_NAME}(?:, {_NAME})+,? and {_NAME})(?![\w’'-])(?!,? (?:among|and|as well) )"
)
_MEMBER = regex(_NAME)
#: Before a list, a phrase is looked for so far, in letters.
WINDOW = 60


class Listed(NamedTuple):
    """A closed list of names."""

    span: Span
    names: tuple[str, ...]
    #: The sense of the word before it, and those of the telling words of its sentence before that.
    verb: str
    told: frozenset[str]


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
        begins = sentence_at(article, match.start()).start
        if OPEN.search(text[max(begins, match.start() - WINDOW) : match.end("verb")]):
            continue
        names = tuple(name[0] for name in _MEMBER.finditer(match["names"]))
        words = [word.lower() for word in WORD.findall(text, begins, match.start())]
        told = frozenset(sense(stem(word)) for word in words if word not in EMPTY)
        yield Listed(Span(article.document, *match.span("names")), names, sense(stem(match["verb"])), told)


def _compared(one: Listed, other: Listed) -> Iterator[Verdict]:
    """What comes of two lists behind one word."""
    lacking, more = (_not_in(a.names, b.names) for a, b in ((one, other), (other, one)))
    spans = (one.span, other.span)
    if not one.told & other.told or of_two_stories(one.span.document, other.span.document):
        return
    if not lacking and not more:
        yield Accord(spans, f"both name {len(one.names)}")
    elif len(lacking) == len(more) == 1 and not (_has(other, lacking[0]) or _has(one, more[0])):
        yield Clash(
            spans, {"member": lacking[0], "other": more[0]}, arithmetic=f"{lacking[0]} in one, {more[0]} in the other"
        )


def _not_in(names: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    """The names that are not among the others."""
    return [name for name in names if not any(_may_be_one(name, other) for other in others)]


def _may_be_one(name: str, other: str) -> bool:
    return may_be_one_name(canonical(name), canonical(other))


def _has(listed: Listed, name: str) -> bool:
    """Whether the article of a list speaks of a name somewhere."""
    return name in listed.span.document.text
