"""How many findings each rule has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.model import Severity
from factcheck.report.lines import Line
from factcheck.report.table import table_lines
from factcheck.report.terminal import sum_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Report
    from factcheck.report.prose import Page

HEADER = ("rule", "group", *(f"{severity}s" for severity in Severity), "suppressed", "compared")


def statistics_lines(report: Report, page: Page, *, verbose: bool = False) -> Iterator[Line]:
    """A table of the rules that found something, the busiest first, with --verbose of all that compared; then the sum."""
    groups = {rule.name: rule.group for rule in report.rules}
    found = Counter((finding.rule, finding.severity) for finding in report.findings)
    suppressed = Counter(one.finding.rule for one in report.suppressed)
    told = {rule for rule, _ in found} | suppressed.keys()
    if verbose:
        told |= {rule for rule, number in report.comparisons.items() if number}
    rows = sorted(
        ([found[rule, severity] for severity in Severity], rule, suppressed[rule], report.comparisons.get(rule, 0))
        for rule in told
    )
    rows.sort(key=lambda row: (-sum(row[0]), row[1]))
    if rows:
        cells = [
            (rule, groups.get(rule, ""), *(f"{number:,}" for number in (*counts, silent, compared)))
            for counts, rule, silent, compared in rows
        ]
        yield from table_lines(HEADER, cells, page)
        yield Line()
    yield from sum_lines(report, page)
