"""One name, spelled in more than one way."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.align.merging import is_one_name
from factcheck.align.names import TITLES, folded, sound
from factcheck.judge.checks import check
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Document, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A capitalised word that does not begin a sentence or a quotation, of five letters or more.
NAME = regex(r"[A-Z](?<=[^\W\d_] [A-Z])[^\W\d_]{4,}(?!\w)")


@check("spellings", of=tuple)
def spellings(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """Names that sound alike and are spelled in two ways, each with its first place."""
    by_sound: defaultdict[str, dict[str, list[Span]]] = defaultdict(dict)
    for article in articles:
        for name in dict.fromkeys(filter(_is_name, NAME.findall(article.document.text))):
            by_sound[sound(name)][name] = []
    by_spelling = {name: places for named in by_sound.values() if len(named) > 1 for name, places in named.items()}
    for article in articles if by_spelling else ():
        for name, span in _names(article.document):
            if name in by_spelling:
                by_spelling[name].append(span)
    for article in articles:
        yield from _slips(article)
    for places in by_sound.values():
        yield from _variants(places)


def _variants(places: dict[str, list[Span]]) -> Iterator[Verdict]:
    """The rarer of the spellings that sound alike, beside the commonest."""
    if len(places) > 1:
        often, *rest = sorted(places, key=lambda spelling: (-len(places[spelling]), spelling))
        for rare in rest:
            if _two_spellings(rare, often):
                yield _variant(rare, often, places[rare], places[often])


def _variant(rare: str, usual: str, rarely: list[Span], usually: list[Span]) -> Verdict:
    return Clash(
        spans=(rarely[0], _nearest(usually, rarely[0])),
        words={"rare": rare, "usual": usual},
        arithmetic=f"{usual}: {_times(len(usually))}; {rare}: {_times(len(rarely))}",
        repairs=(f"“{usual}” throughout", f"“{rare}” throughout"),
    )


#: Shorter names differ in a letter by chance.
SLIP_FROM = 8


def _slips(article: Article) -> Iterator[Verdict]:
    """Long names of one article that differ in a letter inside, and do not sound alike, once beside the usual one."""
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for name, span in _names(article.document):
        if len(name) >= SLIP_FROM:
            places[name].append(span)
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for name in places:
        # Two names that differ in one letter inside are the same without it.
        for at in range(1, len(name) - 1):
            alike[name[:at] + name[at + 1 :]].add(name)
        alike[name].add(name)
    text = article.document.text
    pairs = {
        tuple(sorted(names, key=lambda name: (len(places[name]), name))) for names in alike.values() if len(names) == 2
    }
    for rare, usual in sorted(pairs):
        once = text.count(rare) == 1 < text.count(usual)
        if not once or sound(rare) == sound(usual) or not _two_spellings(rare, usual):
            continue
        if rare[-1] == usual[-1] and rare.lower() not in text and usual.lower() not in text:
            yield _variant(rare, usual, places[rare], places[usual])


def _two_spellings(one: str, other: str) -> bool:
    """Whether two names that sound alike are one, written otherwise than in accents and capitals."""
    return folded(one) != folded(other) and is_one_name(one, other)


def _names(document: Document) -> Iterator[tuple[str, Span]]:
    """Capitalised words, and where they stand."""
    for match in NAME.finditer(document.text):
        if _is_name(match[0]):
            yield match[0], Span(document, match.start(), match.end())


def _is_name(word: str) -> bool:
    """Whether a capitalised word is more than a title, or a word of a headline in capitals."""
    return not word.isupper() and word.lower() not in TITLES


def _nearest(spans: list[Span], to: Span) -> Span:
    """The first of the spans in the same document, or else the first."""
    return next((span for span in spans if span.document is to.document), spans[0])


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
