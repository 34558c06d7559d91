"""A report as CSV, a row for each finding, for spreadsheets."""

from __future__ import annotations

from csv import writer
from io import StringIO
from typing import TYPE_CHECKING

from factcheck.report.places import path_of, quoted
from factcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Finding, Report, Span

HEADER = (
    *("severity", "rule", "confidence", "message", "arithmetic", "fingerprint", "suppressed"),
    *("source", "place", "line", "column", "text"),
    *("other_source", "other_place", "other_line", "other_column", "other_text"),
    "more_places",
)
#: A spreadsheet takes a cell that begins so for a formula, unless it is a number.
FORMULAS = ("=", "+", "-", "@")


def csv_text(report: Report) -> str:
    """A header, the findings in the order of the articles, and those that are suppressed, with the reason."""
    paper = StringIO()
    rows = writer(paper, lineterminator="\n")
    rows.writerow(HEADER)
    rows.writerows([harmless(cell) for cell in row] for row in _rows(report))
    return paper.getvalue()


def harmless(cell: str) -> str:
    """The cell on one line, and as no spreadsheet takes it for a formula.

    >>> harmless("=1+1"), harmless("-5"), harmless("+5 people")
    ("'=1+1", '-5', "'+5 people")
    """
    cell = visible(" ".join(cell.split()))
    if not cell.startswith(FORMULAS):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell


def _rows(report: Report) -> Iterator[list[str]]:
    for finding in report.findings:
        yield _row(finding, "")
    for one in report.suppressed:
        yield _row(one.finding, ": ".join(filter(None, [one.by.value, one.reason])))


def _row(finding: Finding, suppressed: str) -> list[str]:
    first, second, *more = finding.spans if len(finding.spans) > 1 else (*finding.spans, None)
    return [
        finding.severity.value,
        finding.rule,
        str(finding.confidence),
        finding.message,
        finding.arithmetic,
        finding.fingerprint,
        suppressed,
        *_cells(first),
        *_cells(second),
        "; ".join(quoted(span) for span in more if span),
    ]


def _cells(span: Span | None) -> tuple[str, ...]:
    if span is None:
        return ("",) * 5
    place = span.document.place(span.start)
    return path_of(span.document), str(place), str(place.line), str(place.column), span.text
