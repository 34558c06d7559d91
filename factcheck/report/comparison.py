"""A comparison of articles that are equals: first where they differ, then what each says of what several speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.lines import Line
from factcheck.report.matrix import matrix_lines, matrix_record
from factcheck.report.records import as_json, report_record
from factcheck.report.terminal import report_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Report
    from factcheck.report.prose import Page


def comparison_lines(report: Report, page: Page, *, verbose: bool = False) -> Iterator[Line]:
    """The report, and below it the table of facts by sources."""
    yield from report_lines(report, page, verbose=verbose)
    yield Line()
    yield from matrix_lines(report, page)


def comparison_text(report: Report) -> str:
    """The report as JSON, with the facts by sources."""
    return as_json({**report_record(report), "facts": matrix_record(report)["facts"]})
