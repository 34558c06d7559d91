"""One name, spelled in more than one way."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Document, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A capitalised word that does not begin a sentence or a quotation, of five letters or more.
NAME = regex(r"[A-Z](?<=[^\W\d_] [A-Z])[^\W\d_]{4,}(?!\w)")

#: Letters that the usual transliterations of one sound differ in, most specific first.
SOUNDS = (
    (regex(r"shch|sch|tsh"), "sh"),
    (regex(r"kh|ch|gh|h|g"), "h"),
    (regex(r"ph"), "f"),
    (regex(r"ck|c|q"), "k"),
    (regex(r"w"), "v"),
    (regex(r"zh|z"), "z"),
    (regex(r"ou|oo"), "u"),
    (regex(r"[yij]+"), "i"),
    (regex(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=1 << 15)
def sound(name: str) -> str:
    """What spellings of one name have in common: "Bakhmut" and "Bachmut" → "bahmut"."""
    plain = unicodedata.normalize("NFKD", name.lower())
    letters = "".join(letter for letter in plain if letter.isalpha())
    for pattern, usual in SOUNDS:
        letters = pattern.sub(usual, letters)
    return letters


@check("spellings", of=tuple)
def spellings(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """Names that sound alike and are spelled in two ways, each with its first place."""
    by_spelling: defaultdict[str, list[Span]] = defaultdict(list)
    for article in articles:
        for name, span in _names(article.document):
            by_spelling[name].append(span)
    by_sound: defaultdict[str, dict[str, list[Span]]] = defaultdict(dict)
    for name, spans in by_spelling.items():
        by_sound[sound(name)][name] = spans
    for places in by_sound.values():
        if len(places) < 2:
            continue
        often, *rest = sorted(places, key=lambda spelling: (-len(places[spelling]), spelling))
        for rare in rest:
            mark, usual = places[rare][0], _nearest(places[often], places[rare][0])
            yield Clash(
                spans=(mark, usual),
                words={"rare": rare, "usual": often},
                arithmetic=f"{often}: {_times(len(places[often]))}; {rare}: {_times(len(places[rare]))}",
                repairs=(f"“{often}” throughout", f"“{rare}” throughout"),
            )


def _names(document: Document) -> Iterator[tuple[str, Span]]:
    """Capitalised words, and where they stand."""
    for match in NAME.finditer(document.text):
        yield match[0], Span(document, match.start(), match.end())


def _nearest(spans: list[Span], to: Span) -> Span:
    """The first of the spans in the same document, or else the first."""
    return next((span for span in spans if span.document is to.document), spans[0])


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
