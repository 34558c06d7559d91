"""A report as annotations of GitHub Actions, and as the summary of a step.

A runner takes what a step prints for commands. So whatever comes out of an article
stands in an escaped message, or between lines that stop and resume the commands.
"""

from __future__ import annotations

from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.model import Severity
from factcheck.report.lines import plain_text
from factcheck.report.places import path_of, told, worst_first
from factcheck.report.prose import Page
from factcheck.report.terminal import report_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Finding, Report

#: GitHub shows so many annotations of a level for a step; one more tells of the rest.
MOST = 10
#: What an annotation of each severity is called.
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
#: What a message may not have in it, and how that is written; a property has two more.
IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
IN_PROPERTY = IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def github_text(report: Report) -> str:
    """The annotations, and below them the report as a terminal shows it."""
    shown = plain_text(report_lines(report, Page(100)))
    # Nobody can write an article that holds the hash of the report on it.
    token = sha256(shown.encode("utf-8", errors="replace")).hexdigest()
    annotations = "".join(f"{line}\n" for line in _annotations(report))
    return f"{annotations}::stop-commands::{token}\n{shown}::{token}::\n"


def _annotations(report: Report) -> Iterator[str]:
    left_out = 0
    notices = MOST - 1  # the last of them tells of the rest
    for severity, findings in groupby(worst_first(report.findings), key=lambda finding: finding.severity):
        room = notices if severity is Severity.NOTE else MOST
        for number, finding in enumerate(findings):
            if number < room:
                yield _annotation(finding)
            else:
                left_out += 1
    if rest := ", ".join(_rest(report, left_out)):
        yield f"::notice title=factcheck::{rest}; the log of this step has all."


def _rest(report: Report, left_out: int) -> Iterator[str]:
    if left_out:
        yield f"{left_out:,} more findings"
    if report.suppressed:
        yield f"{len(report.suppressed):,} suppressed"
    if report.unreadable:
        yield f"{len(report.unreadable):,} that cannot be read"


def _annotation(finding: Finding) -> str:
    span = finding.spans[0]
    start, end = span.document.place(span.start), span.document.place(span.end)
    properties: dict[str, str] = {"file": path_of(span.document)}
    if start.landmark is None:
        properties |= {"line": str(start.line), "endLine": str(end.line)}
        if start.line == end.line:  # GitHub takes columns within a line only
            properties |= {"col": str(start.column), "endColumn": str(end.column)}
    properties["title"] = finding.rule
    written = ",".join(f"{name}={value.translate(IN_PROPERTY)}" for name, value in properties.items())
    where = f"{start.landmark.name}: " if start.landmark else ""
    message = where + "\n".join(told(finding))
    return f"::{COMMANDS[finding.severity]} {written}::{message.translate(IN_MESSAGE)}"
