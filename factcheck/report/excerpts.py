"""Spans become excerpts: the sentences around them, cut where there is too much to read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.nouns import dataclass
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.model import Document, Report, Sentence, Span

#: How many letters to show before and after the words in question.
REACH = 160
#: Marked words longer than this are shown by their two ends.
LONGEST = 160
#: How many letters of each end are shown then.
END = 70

_GAP = regex(r"\s+")
_LINE = regex(r"[^\n]+")
_EMPTY_LINE = regex(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What to show of an article: some stretches of its text, and the spans to mark there."""

    document: Document
    spans: tuple[Span, ...]
    #: Offsets into the document's text; something is left out between two of them.
    stretches: tuple[tuple[int, int], ...]
    #: Whether something of the same paragraph is left out before and after.
    opened: bool = False
    closed: bool = False
    #: The paragraph of the first span, counted from one; 0 where it is not known.
    paragraph: int = 0

    def lines(self) -> Iterator[Excerpt]:
        """What is to be shown line by line: prose runs on, but what is in no sentence keeps the lines of its file."""
        if self.paragraph:
            yield self
            return
        for start, end in self.stretches:
            for line in _LINE.finditer(self.document.text, start, end):
                yield replace(self, stretches=(line.span(),))


@dataclass(frozen=True, slots=True)
class _Context:
    """The sentences that a span lies in."""

    start: int
    end: int
    opened: bool
    closed: bool
    paragraph: int


class Surroundings:
    """Knows the sentences of each article, to show spans in, with up to `reach` letters on either side."""

    def __init__(self, report: Report, *, reach: int = REACH) -> None:
        self._reach = reach
        self._sentences: Mapping[int, Sequence[Sentence]] = {
            id(article.document): sorted(article.sentences, key=lambda sentence: sentence.start)
            for article in report.articles
        }

    def excerpts(self, spans: Iterable[Span]) -> list[Excerpt]:
        """The excerpts that show all spans, in the order of the spans; one where they share a sentence."""
        shown: list[tuple[_Context, list[Span]]] = []
        for span in spans:
            context = self._context(span)
            for at, (other, together) in enumerate(shown):
                if together[0].document is span.document and context.start < other.end and other.start < context.end:
                    shown[at] = (_joined(other, context), [*together, span])
                    break
            else:
                shown.append((context, [span]))
        return [_excerpt(context, together, self._reach) for context, together in shown]

    def _context(self, span: Span) -> _Context:
        sentences = self._sentences.get(id(span.document), ())
        first = bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1
        last = bisect_right(sentences, span.end - 1, key=lambda sentence: sentence.start) - 1
        if first < 0 or sentences[first].end <= span.start:
            return _lines_around(span)
        opening, closing = sentences[first], sentences[last]
        return _Context(
            opening.start,
            max(closing.end, span.end),
            opened=first > 0 and sentences[first - 1].paragraph == opening.paragraph,
            closed=last + 1 < len(sentences) and sentences[last + 1].paragraph == closing.paragraph,
            paragraph=opening.paragraph + 1,
        )


def _lines_around(span: Span) -> _Context:
    """Up to the empty lines before and after: the entry of a list of facts, for one."""
    text = span.document.text
    start = max((gap.end() for gap in _EMPTY_LINE.finditer(text, 0, span.start)), default=0)
    after = _EMPTY_LINE.search(text, span.end)
    return _Context(start, after.start() if after else len(text), opened=False, closed=False, paragraph=0)


def _joined(one: _Context, other: _Context) -> _Context:
    first, last = min(one, other, key=lambda c: c.start), max(one, other, key=lambda c: c.end)
    return _Context(first.start, last.end, first.opened, last.closed, first.paragraph)


def _excerpt(context: _Context, spans: list[Span], reach: int) -> Excerpt:
    """The context without what lies too far from every span."""
    document = spans[0].document
    near = sorted(stretch for span in spans for stretch in _near(span, reach))
    stretches: list[tuple[int, int]] = []
    for start, end in near:
        begin, stop = max(start, context.start), min(end, context.end)
        if stretches and begin <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(stop, stretches[-1][1]))
        else:
            stretches.append((begin, stop))
    stretches = [_whole_words(document.text, stretch, context, spans) for stretch in stretches]
    return Excerpt(
        document,
        tuple(spans),
        tuple(stretches),
        opened=context.opened or stretches[0][0] > context.start,
        closed=context.closed or stretches[-1][1] < context.end,
        paragraph=context.paragraph,
    )


def _near(span: Span, reach: int) -> Iterator[tuple[int, int]]:
    if span.end - span.start <= LONGEST:
        yield span.start - reach, span.end + reach
    else:
        yield span.start - reach, span.start + END
        yield span.end - END, span.end + reach


def _whole_words(text: str, stretch: tuple[int, int], context: _Context, spans: list[Span]) -> tuple[int, int]:
    """The stretch without the halves of words at its ends, but never less than the spans that begin or end in it."""
    start, end = stretch
    firm = [at for span in spans for at in (span.start, span.end) if start <= at <= end]
    if start > context.start:
        gap = _GAP.search(text, start, min(firm))
        start = gap.end() if gap else start
    if end < context.end:
        gaps = [gap.start() for gap in _GAP.finditer(text, max(firm), end)]
        end = gaps[-1] if gaps else end
    return start, end
