"""Paragraphs that stand in an article more than once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Document, Sentence

#: A shorter passage may be a refrain or a stock phrase.
PASSAGE = 60


def repeats(sentences: Iterable[Sentence]) -> tuple[tuple[Span, Span], ...]:
    """Pairs of a paragraph and the earlier one that it repeats, to the letter but for blanks and case."""
    alike: defaultdict[tuple[str, ...], list[Span]] = defaultdict(list)
    for document, start, end in _paragraphs(sentences):
        if end - start >= PASSAGE:
            opening = document.text[start : start + PASSAGE].split(maxsplit=2)
            alike[tuple(map(str.lower, opening[:-1]))].append(Span(document, start, end))
    pairs: list[tuple[Span, Span]] = []
    for spans in alike.values():
        seen: dict[str, Span] = {}
        for span in spans if len(spans) > 1 else ():
            first = seen.setdefault(" ".join(span.text.lower().split()), span)
            if first is not span:
                pairs.append((span, first))
    return tuple(sorted(pairs, key=lambda pair: pair[0].start))


def _paragraphs(sentences: Iterable[Sentence]) -> Iterable[tuple[Document, int, int]]:
    """Where the paragraphs that the sentences make up begin and end, in order."""
    firsts: dict[int, Sentence] = {}
    ends: dict[int, int] = {}
    for sentence in sentences:
        firsts.setdefault(sentence.paragraph, sentence)
        ends[sentence.paragraph] = sentence.end
    return ((first.document, first.start, ends[number]) for number, first in firsts.items())
