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
    from collections.abc import Iterator, Mapping

#: A capitalised word that does not begin a sentence or a quotation, of five letters or more.
NAME = regex(r"[A-Z](?<=[^\W\d_] [A-Z])[^\W\d_]{4,}(?!\w)")
#: The words right before and behind a name, no longer than so many letters.
_WORD_BEFORE, _WORD_BEHIND, NEXT = regex(r"\b([A-Z][\w’'-]+) \Z"), regex(r" ([A-Z][\w’'-]+)"), 30


@check("spellings", of=tuple)
def spellings(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """Names that sound alike and are spelled in two ways, each with its first place."""
    by_sound: defaultdict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for article in articles:
        names = _names(article.document)
        yield from _slips(article, names)
        for name, places in names.items():
            by_sound[sound(name)][name] += places
    for spellings in by_sound.values():
        yield from _variants(spellings)


def _variants(places: dict[str, list[Span]]) -> Iterator[Verdict]:
    """The rarer of the spellings that sound alike, beside the commonest."""
    if len(places) > 1:
        often, *rest = sorted(places, key=lambda spelling: (-len(places[spelling]), spelling))
        for rare in rest:
            if _two_spellings(rare, often) and not _two_bearers(places[rare], places[often]):
                yield _variant(rare, often, places[rare], places[often])


def _two_bearers(spans: list[Span], others: list[Span]) -> bool:
    """Whether two spellings never stand in one article, and stand in two full names: "Ada Simmons" and "Ben Simons"."""
    if not {id(span.document) for span in spans}.isdisjoint(id(span.document) for span in others):
        return False
    for beside in (_before, _behind):
        one, other = ({word for span in places if (word := beside(span))} for places in (spans, others))
        if one and other and not any(a == b or is_one_name(a, b) for a in one for b in other):
            return True
    return False


def _before(span: Span) -> str:
    """The capitalised word right before a name, if it is no title."""
    found = _WORD_BEFORE.search(span.document.text, max(0, span.start - NEXT), span.start)
    return found[1] if found and found[1].lower() not in TITLES else ""


def _behind(span: Span) -> str:
    """The capitalised word right behind a name."""
    found = _WORD_BEHIND.match(span.document.text, span.end)
    return found[1] if found else ""


def _variant(rare: str, usual: str, rarely: list[Span], usually: list[Span]) -> Verdict:
    return Clash(
        spans=(rarely[0], _nearest(usually, rarely[0])),
        words={"rare": rare, "usual": usual},
        arithmetic=f"{usual}: {_times(len(usually))}; {rare}: {_times(len(rarely))}",
        repairs=(f"“{usual}” throughout", f"“{rare}” throughout"),
    )


#: Shorter names differ in a letter by chance.
SLIP_FROM = 8


def _slips(article: Article, places: Mapping[str, list[Span]]) -> Iterator[Verdict]:
    """Long names of one article that differ in a letter inside, and do not sound alike, once beside the usual one."""
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for name in (name for name in places if len(name) >= SLIP_FROM):
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


def _names(document: Document) -> Mapping[str, list[Span]]:
    """Capitalised words, and where they stand."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for match in NAME.finditer(document.text):
        places[match[0]].append(match.start())
    return {
        name: [Span(document, start, start + len(name)) for start in starts]
        for name, starts in places.items()
        if _is_name(name)
    }


def _is_name(word: str) -> bool:
    """Whether a capitalised word is more than a title, or a word of a headline in capitals."""
    return not word.isupper() and word.lower() not in TITLES


def _nearest(spans: list[Span], to: Span) -> Span:
    """The first of the spans in the same document, or else the first."""
    return next((span for span in spans if span.document is to.document), spans[0])


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
