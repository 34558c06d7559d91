"""Paragraphs that stand in an article more than once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.model import Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

#: A shorter passage may be a refrain or a stock phrase.
PASSAGE = 60


def paragraphs(sentences: Iterable[Sentence]) -> tuple[Span, ...]:
    """The paragraphs that the sentences make up, in order."""
    ends: dict[int, tuple[Sentence, Sentence]] = {}
    for sentence in sentences:
        first, _ = ends.get(sentence.paragraph, (sentence, sentence))
        ends[sentence.paragraph] = first, sentence
    return tuple(Span(first.document, first.start, last.end) for first, last in ends.values())


def repeats(sentences: Iterable[Sentence]) -> tuple[tuple[Span, Span], ...]:
    """Pairs of a paragraph and the earlier one that it repeats, to the letter but for blanks and case."""
    alike: defaultdict[tuple[str, ...], list[Span]] = defaultdict(list)
    for span in paragraphs(sentences):
        if span.end - span.start >= PASSAGE:
            opening = span.document.text[span.start : span.start + PASSAGE].lower().split(maxsplit=2)
            alike[tuple(opening[:-1])].append(span)
    pairs: list[tuple[Span, Span]] = []
    for spans in alike.values():
        seen: dict[str, Span] = {}
        for span in spans if len(spans) > 1 else ():
            first = seen.setdefault(" ".join(span.text.lower().split()), span)
            if first is not span:
                pairs.append((span, first))
    return tuple(sorted(pairs, key=lambda pair: pair[0].start))
