"""A report as CSV, a row for each finding, for spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.places import path_of, quoted
from factcheck.report.sheets import sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Finding, Report, Span

HEADER = (
    *("severity", "rule", "confidence", "message", "arithmetic", "fingerprint", "suppressed"),
    *("source", "place", "line", "column", "text"),
    *("other_source", "other_place", "other_line", "other_column", "other_text"),
    "more_places",
)


def csv_text(report: Report) -> str:
    """A header, the findings in the order of the articles, and those that are suppressed, with the reason."""
    return sheet(HEADER, _rows(report))


def _rows(report: Report) -> Iterator[list[object]]:
    for finding in report.findings:
        yield _row(finding, "")
    for one in report.suppressed:
        yield _row(one.finding, ": ".join(filter(None, [one.by.value, one.reason])))


def _row(finding: Finding, suppressed: str) -> list[object]:
    first, second, *more = finding.spans if len(finding.spans) > 1 else (*finding.spans, None)
    return [
        finding.severity.value,
        finding.rule,
        finding.confidence,
        finding.message,
        finding.arithmetic,
        finding.fingerprint,
        suppressed,
        *_cells(first),
        *_cells(second),
        "; ".join(quoted(span) for span in more if span),
    ]


def _cells(span: Span | None) -> tuple[object, ...]:
    if span is None:
        return ("",) * 5
    place = span.document.place(span.start)
    return path_of(span.document), str(place), place.line, place.column, span.text
