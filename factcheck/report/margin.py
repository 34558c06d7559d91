"""Findings become cards in the margin of the articles, each tied to the places that it marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.nouns import dataclass
from factcheck.report.excerpts import Surroundings
from factcheck.report.stretches import Mark, paragraphs, printable
from factcheck.report.terminal import AMONG_SOURCES, NO_SOURCE, places_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.model import Article, Finding, Report, Severity, Span
    from factcheck.report.excerpts import Excerpt
    from factcheck.report.stretches import Paragraph, Stretch

#: How many letters stand on either side of a quoted place.
REACH = 70


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a quotation."""

    text: str
    is_marked: bool = False
    #: What the place of marked words is called in the page; "" if their text is not in the page.
    name: str = ""


@dataclass(frozen=True, slots=True)
class Quoted:
    """What a card shows of an article: the places of its finding that share a sentence, with the words around them."""

    where: str
    pieces: tuple[Piece, ...]

    @property
    def name(self) -> str:
        """What the first place is called in the page; "" if its text is not in the page."""
        return next(piece.name for piece in self.pieces if piece.is_marked)


@dataclass(frozen=True, slots=True)
class Card:
    """A finding as the margin shows it."""

    number: int
    finding: Finding
    places: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """An article as the page shows it."""

    article: Article
    paragraphs: tuple[Paragraph, ...]
    cards: tuple[Card, ...]


class Numbering:
    """Numbers the findings as they are read, and names the places of the page that can be jumped to."""

    def __init__(self, report: Report) -> None:
        self._articles = {id(article.document): at for at, article in enumerate(report.articles, start=1)}
        self.findings = tuple(sorted(report.findings, key=self._as_read))
        self._numbers = {id(finding): number for number, finding in enumerate(self.findings, start=1)}

    def number(self, finding: Finding) -> int:
        """The number of a finding, counted from one."""
        return self._numbers[id(finding)]

    def place(self, finding: Finding, at: int) -> str:
        """What a place of a finding is called; "" where its text is no article of the report."""
        shown = id(finding.spans[at].document) in self._articles
        return f"place-{self.number(finding)}-{at + 1}" if shown else ""

    def mention(self, span: Span) -> str:
        """What the place of a number or date is called; "" where its text is no article of the report, as that of a known fact."""
        at = self._articles.get(id(span.document))
        return f"at-{at}-{span.start}" if at else ""

    def marking(self, stretch: Stretch) -> tuple[int, ...]:
        """The numbers of the findings that mark a stretch."""
        return numbers_of(stretch.marks)

    def begun(self, stretch: Stretch) -> tuple[int, ...]:
        """The numbers of the findings of which a place begins with a stretch."""
        return numbers_of(stretch.begun)

    def loudest(self, numbers: tuple[int, ...]) -> Severity:
        """The loudest severity of some findings."""
        return min((self.findings[number - 1].severity for number in numbers), key=lambda severity: severity.rank)

    def _as_read(self, finding: Finding) -> tuple[int, int]:
        first = finding.spans[0]
        return self._articles.get(id(first.document), len(self._articles) + 1), first.start


def numbers_of(marks: Iterable[Mark]) -> tuple[int, ...]:
    """The numbers of the cards that marks are places of."""
    parts = (mark.name.split("-") for mark in marks)
    return tuple(sorted({int(number) for kind, number, _ in parts if kind == "place"}))


def texts(report: Report, numbering: Numbering) -> Iterator[Text]:
    """The articles with all that is marked in them, each with the cards of the differences that mark it first."""
    surroundings = Surroundings(report, reach=REACH)
    marks = _marks(report, numbering)
    for article in report.articles:
        cards = tuple(
            _card(finding, surroundings, numbering)
            for finding in numbering.findings
            if finding.spans[0].document is article.document and not _is_aside(finding)
        )
        yield Text(article, tuple(paragraphs(article, marks[id(article.document)])), cards)


def asides(report: Report, numbering: Numbering) -> list[tuple[str, list[Card]]]:
    """What is no difference of a draft, under its headings: how sources differ among themselves, and what no source has."""
    surroundings = Surroundings(report, reach=REACH)
    groups = [
        (AMONG_SOURCES, [finding for finding in numbering.findings if finding.among_sources]),
        (NO_SOURCE, [finding for finding in numbering.findings if finding.unsupported]),
    ]
    return [
        (heading, [_card(finding, surroundings, numbering) for finding in findings])
        for heading, findings in groups
        if findings
    ]


def _is_aside(finding: Finding) -> bool:
    return finding.among_sources or finding.unsupported


def _card(finding: Finding, surroundings: Surroundings, numbering: Numbering) -> Card:
    return Card(numbering.number(finding), finding, tuple(_places(finding, surroundings, numbering)))


def _marks(report: Report, numbering: Numbering) -> dict[int, list[Mark]]:
    """What is marked in each document: every number and date, and every place of a finding."""
    marks = {
        id(article.document): [
            Mark(mention.start, mention.end, numbering.mention(mention.span)) for mention in article.mentions
        ]
        for article in report.articles
    }
    for finding in report.findings:
        for at, span in enumerate(finding.spans):
            if name := numbering.place(finding, at):
                marks[id(span.document)].append(Mark(span.start, span.end, name))
    return marks


def _places(finding: Finding, surroundings: Surroundings, numbering: Numbering) -> Iterator[Quoted]:
    names = {id(span): numbering.place(finding, at) for at, span in enumerate(finding.spans)}
    for excerpt in surroundings.excerpts(finding.spans):
        yield quoted(excerpt, names)


def quoted(excerpt: Excerpt, names: Mapping[int, str]) -> Quoted:
    """An excerpt with its spans marked; `names` says by the id of a span what its place is called."""
    pieces = [Piece("… ")] if excerpt.opened else []
    spans = sorted(excerpt.spans, key=lambda span: (span.start, span.end))
    for number, (start, end) in enumerate(excerpt.stretches):
        if number:
            pieces.append(Piece(" … "))
        pieces += _pieces(excerpt.document.text, start, end, spans, names)
    if excerpt.closed:
        pieces.append(Piece(" …"))
    return Quoted(places_of(excerpt), tuple(pieces))


def _pieces(text: str, start: int, end: int, spans: Sequence[Span], names: Mapping[int, str]) -> Iterator[Piece]:
    """A stretch of an article, cut where marks begin and end."""
    at = start
    for span in spans:
        begin, stop = max(span.start, at), min(span.end, end)
        if begin < stop:
            yield Piece(_one_line(text[at:begin]))
            yield Piece(_one_line(text[begin:stop]), is_marked=True, name=names[id(span)])
            at = stop
    yield Piece(_one_line(text[at:end]))


def _one_line(text: str) -> str:
    """The text on one line, a blank at either end being kept."""
    words = " ".join(text.split())
    return printable(f"{' ' * text[:1].isspace()}{words}{' ' * (bool(words) and text[-1:].isspace())}")
