"""Findings become cards in the margin of the articles, each tied to the places that it marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.nouns import dataclass
from factcheck.report.excerpts import LONGEST, Surroundings
from factcheck.report.stretches import Mark, paragraphs, printable
from factcheck.report.terminal import AMONG_SOURCES, NO_SOURCE, place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Article, Finding, Report, Severity, Span
    from factcheck.report.stretches import Paragraph, Stretch

#: How many letters stand on either side of a quoted place.
REACH = 70


@dataclass(frozen=True, slots=True)
class Quoted:
    """A place of a finding as its card shows it."""

    #: What the place is called in the page; "" if its text is not in the page.
    name: str
    where: str
    before: str
    words: str
    after: str


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
    for at, span in enumerate(finding.spans):
        yield quoted(span, numbering.place(finding, at), surroundings)


def quoted(span: Span, name: str, surroundings: Surroundings) -> Quoted:
    """A place with the words around it."""
    (excerpt,) = surroundings.excerpts([span])
    text = span.document.text
    before = _one_line(text[excerpt.stretches[0][0] : span.start])
    after = _one_line(text[span.end : excerpt.stretches[-1][1]])
    return Quoted(
        name,
        place(span),
        f"… {before.lstrip()}" if excerpt.opened else before,
        _shortened(_one_line(span.text)),
        f"{after.rstrip()} …" if excerpt.closed else after,
    )


def _one_line(text: str) -> str:
    """The text on one line, a blank at either end being kept."""
    words = " ".join(text.split())
    return printable(f"{' ' * text[:1].isspace()}{words}{' ' * (bool(words) and text[-1:].isspace())}")


def _shortened(words: str) -> str:
    """The words, the middle of them left out where there are too many to read."""
    if len(words) <= LONGEST:
        return words
    opening, closing = words[: LONGEST // 2], words[-LONGEST // 2 :]
    return f"{opening.rpartition(' ')[0] or opening} … {closing.partition(' ')[2] or closing}"
