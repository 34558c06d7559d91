"""A report as rdjson, the diagnostics of reviewdog: columns are bytes of UTF-8, ends are exclusive."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.model import Severity
from factcheck.report.places import byte_column, path_of, quoted, told, worst_first

if TYPE_CHECKING:
    from factcheck.model import Document, Finding, Place, Report, Span
    from factcheck.report.records import Record

#: What reviewdog calls each severity.
SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def rdjson_text(report: Report) -> str:
    """The diagnostics, the worst first."""
    record = {
        "source": {"name": "factcheck"},
        "diagnostics": [_diagnostic(finding) for finding in worst_first(report.findings)],
    }
    return json.dumps(record, indent=2) + "\n"


def _diagnostic(finding: Finding) -> Record:
    first, *others = finding.spans
    return {
        "message": "\n".join(told(finding)),
        "location": _location(first),
        "severity": SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "related_locations": [{"message": quoted(other), "location": _location(other)} for other in others],
    }


def _location(span: Span) -> Record:
    document = span.document
    ends = {"start": document.place(span.start), "end": document.place(span.end)}
    return {
        "path": path_of(document),
        "range": {name: _position(document, place) for name, place in ends.items()},
    }


def _position(document: Document, place: Place) -> Record:
    return {"line": place.line, "column": byte_column(document, place)}
