"""Paragraphs that stand in an article more than once."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Sentence

#: A shorter passage may be a refrain or a stock phrase.
PASSAGE = 60


def repeats(sentences: Sequence[Sentence]) -> tuple[tuple[Span, Span], ...]:
    """Pairs of a paragraph and the earlier one that it repeats, to the letter but for blanks and case."""
    alike: defaultdict[tuple[str, ...], list[tuple[Sentence, Sentence]]] = defaultdict(list)
    for first, last in _paragraphs(sentences):
        if last.end - first.start >= PASSAGE:
            opening = first.document.text[first.start : first.start + PASSAGE].lower()
            alike[tuple(opening.split(maxsplit=2)[:-1])].append((first, last))
    pairs: list[tuple[Span, Span]] = []
    for paragraphs in alike.values():
        seen: dict[str, Span] = {}
        for first, last in paragraphs if len(paragraphs) > 1 else ():
            span = Span(first.document, first.start, last.end)
            known = seen.setdefault(" ".join(span.text.lower().split()), span)
            if known is not span:
                pairs.append((span, known))
    return tuple(sorted(pairs, key=lambda pair: pair[0].start))


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sentence]]:
    """The first sentence of each paragraph, and the last."""
    if not sentences:
        return
    first = last = sentences[0]
    for sentence in sentences:
        if sentence.paragraph != first.paragraph:
            yield first, last
            first = sentence
        last = sentence
    yield first, last
