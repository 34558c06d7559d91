"""A report as GitLab code quality: an array of issues, the other places in their descriptions."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.model import Severity
from factcheck.report.places import path_of, told, worst_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Finding, Report
    from factcheck.report.records import Record

#: What GitLab calls each severity.
SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def gitlab_text(report: Report) -> str:
    """The issues, the worst first."""
    return json.dumps([*_issues(report)], indent=2) + "\n"


def _issues(report: Report) -> Iterator[Record]:
    seen: dict[str, int] = {}
    for finding in worst_first(report.findings):
        number = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        # GitLab shows one of several issues that have the same fingerprint.
        yield _issue(finding, finding.fingerprint if number == 1 else f"{finding.fingerprint}-{number}")


def _issue(finding: Finding, fingerprint: str) -> Record:
    span = finding.spans[0]
    start, end = span.document.place(span.start), span.document.place(span.end)
    where = f"{start.landmark.name}: " if start.landmark else ""
    return {
        "description": where + " ".join(told(finding)),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": path_of(span.document), "lines": {"begin": start.line, "end": end.line}},
    }
