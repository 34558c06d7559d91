"""Findings that are let stand leave the report, and are counted: by comments, [sic], decisions and a baseline."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.decisions import FILE, remarks
from factcheck.model import Silencer, Suppressed
from factcheck.nouns import NamedTuple
from factcheck.paths import from_here
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factcheck.decisions import Decision
    from factcheck.model import Article, Document, Finding, Report, Span

_COMMENT = regex(r"<!--[ \t\r\n]{0,20}factcheck:[ \t]{0,20}ignore\b")
#: What ends a paragraph: an empty line of Markdown, or the end of a block of HTML.
_PARAGRAPH_END = regex(
    r"\n[ \t]*\r?\n|</?(?:p|li|ul|ol|h[1-6]|t[dhr]|div|blockquote|figcaption|caption|section|article)\b"
)
_SIC = regex(r"[ \t)”’\"']{0,4}[\[(]sic[\])!]")
#: So far behind its words a [sic] may stand.
SIC_REACH = 12


class Comment(NamedTuple):
    """What a comment in an article says, where it stands, and which stretch of the text it is about."""

    document: Document
    #: Offset into the file.
    at: int
    rules: frozenset[str]
    reason: str
    start: int
    end: int

    def silences(self, span: Span) -> bool:
        """Whether it is about the place."""
        return span.document is self.document and self.start <= span.start < self.end


class Standing(NamedTuple):
    """What is let stand."""

    decisions: tuple[Decision, ...] = ()
    #: What the file of decisions is called in remarks.
    name: str = FILE
    #: What was found before; None where nobody says.
    baseline: tuple[Decision, ...] | None = None
    #: Whether comments in the articles are heeded.
    comments: bool = True


def silenced(report: Report, standing: Standing, today: date) -> Report:
    """The report without what is let stand, which is listed with the reason, and with remarks on what silences nothing."""
    heard = [comment for article in report.articles for comment in comments_in(article)] if standing.comments else []
    groups = {rule.name: rule.group for rule in report.rules}
    used: set[int] = set()

    def verdict(finding: Finding) -> tuple[Silencer, str] | None:
        for number, comment in enumerate(heard):
            if {finding.rule, groups.get(finding.rule)} & comment.rules and any(map(comment.silences, finding.spans)):
                used.add(number)
                return Silencer.COMMENT, comment.reason
        if any(map(is_followed_by_sic, finding.spans)):
            return Silencer.SIC, ""
        for decision in standing.decisions:
            if decision.holds(today) and decision.is_about(finding):
                return Silencer.DECISION, " — ".join(filter(None, [decision.reason, decision.by]))
        if any(decision.is_about(finding) for decision in standing.baseline or ()):
            return Silencer.BASELINE, ""
        return None

    verdicts = [(finding, verdict(finding)) for finding in report.findings]
    quiet = replace(
        report,
        findings=tuple(finding for finding, why in verdicts if why is None),
        suppressed=(*report.suppressed, *(Suppressed(finding, *why) for finding, why in verdicts if why is not None)),
        has_baseline=standing.baseline is not None,
    )
    unheard = (comment for number, comment in enumerate(heard) if number not in used)
    said = (*remarks(standing.decisions, quiet, today, standing.name), *map(_of_no_use, unheard))
    return replace(quiet, remarks=(*report.remarks, *said))


# --- [sic] --------------------------------------------------------------------------


def is_followed_by_sic(span: Span) -> bool:
    """Whether the author says that the words stand as they were found."""
    text = span.document.text
    return _SIC.match(text, span.end, span.end + SIC_REACH) is not None or "[sic]" in text[span.start : span.end]


# --- comments -----------------------------------------------------------------------


def comments_in(article: Article) -> Iterator[Comment]:
    """The comments in the file of an article that say what to let stand.

    They are about the paragraph that they stand in; one that stands between two
    paragraphs is about the one below it.
    """
    document = article.document
    file = document.origin
    if file is None:
        return
    paragraphs = _paragraphs(article)
    for opening in _COMMENT.finditer(file.text):
        closing = file.text.find("-->", opening.end())
        if closing < 0:
            return
        if file.text[opening.start() : closing] in document.text:
            continue  # of plain text, that is a part
        rules, _, reason = file.text[opening.end() : closing].partition("--")
        stretch = _about(file.text, opening.start(), paragraphs)
        names = frozenset(rules.replace(",", " ").split())
        yield Comment(document, opening.start(), names, " ".join(reason.split()), *stretch)


class _Paragraph(NamedTuple):
    """Where a paragraph stands in the text and in the file."""

    start: int
    end: int
    file_start: int
    file_end: int


def _paragraphs(article: Article) -> list[_Paragraph]:
    found: dict[int, _Paragraph] = {}
    origin = article.document.origin
    for sentence in article.sentences:
        if origin is not None:
            first = found.get(sentence.paragraph)
            file_start, file_end = (
                origin.offset(sentence.start),
                origin.offset(max(sentence.end - 1, sentence.start)) + 1,
            )
            found[sentence.paragraph] = _Paragraph(
                min(first.start, sentence.start) if first else sentence.start,
                max(first.end, sentence.end) if first else sentence.end,
                min(first.file_start, file_start) if first else file_start,
                max(first.file_end, file_end) if first else file_end,
            )
    return sorted(found.values(), key=lambda one: one.file_start)


def _about(text: str, at: int, paragraphs: list[_Paragraph]) -> tuple[int, int]:
    """The stretch of the article's text that a comment at an offset of the file is about; an empty one if there is none."""
    before = [one for one in paragraphs if one.file_start <= at]
    if before and (before[-1].file_end > at or not _PARAGRAPH_END.search(text, before[-1].file_end, at)):
        return before[-1].start, before[-1].end
    below = paragraphs[len(before) : len(before) + 1]
    return (below[0].start, below[0].end) if below else (0, 0)


def _of_no_use(comment: Comment) -> str:
    """What is said of a comment that nothing is let stand by."""
    text = comment.document.origin.text if comment.document.origin else ""
    line = text.count("\n", 0, comment.at) + 1
    what = f"ignores {', '.join(sorted(comment.rules))}, which find nothing there" if comment.rules else "names no rule"
    return f"{from_here(comment.document.name)}:{line}: this comment {what}. Delete it or correct it."
