"""A report as SARIF 2.1.0, for code scanning services and editors.

The first location of a result is the place to mark; the other places are its related
locations, to which the message links. Columns are code points, as `columnKind` says.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from factcheck import __version__
from factcheck.model import Severity, Silencer
from factcheck.read.encodings import encoding_of
from factcheck.report.places import path_of, worst_first
from factcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Document, Finding, Report, RuleSummary, Span, Suppressed
    from factcheck.report.records import Record

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: What paths are counted from: the folder that factcheck ran in, which whoever reads the log has to know.
BASE = "%SRCROOT%"
#: GitHub reads so many results of a run.
MOST_RESULTS = 25_000
#: How far a rule of each severity is to be believed, in the words of GitHub.
PRECISION = {Severity.ERROR: "very-high", Severity.WARNING: "high", Severity.NOTE: "medium"}
#: How suppressions of each kind are called: in the article, or outside it.
SUPPRESSION = {Silencer.COMMENT: "inSource", Silencer.SIC: "inSource", Silencer.DECISION: "external"}


def sarif_text(report: Report) -> str:
    """The report as a SARIF log with one run."""
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}, indent=2) + "\n"


def _run(report: Report) -> Record:
    results = [*_results(report)]
    rules = _rules(report)
    numbers = {rule.name: number for number, rule in enumerate(rules)}
    for result in results[:MOST_RESULTS]:
        result["ruleIndex"] = numbers.get(str(result["ruleId"]), -1)
    return {
        "tool": {
            "driver": {
                "name": "factcheck",
                "semanticVersion": __version__,
                "shortDescription": {"text": "Finds the numbers and dates of articles that cannot both be right."},
                "rules": [_rule(rule) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {BASE: {"description": {"text": "The folder that factcheck ran in."}}},
        "artifacts": [_artifact(article.document) for article in report.articles],
        "invocations": [
            {
                "executionSuccessful": not report.unreadable,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": str(one)}} for one in report.unreadable
                ],
                "toolConfigurationNotifications": [
                    {"level": "warning", "message": {"text": remark}} for remark in _remarks(report, len(results))
                ],
            }
        ],
        "results": results[:MOST_RESULTS],
        "properties": {
            "compared": report.compared,
            "notCompared": len(report.unchecked),
            "suppressed": len(report.suppressed),
        },
    }


def _remarks(report: Report, results: int) -> Iterator[str]:
    yield from report.remarks
    if results > MOST_RESULTS:
        yield f"{results - MOST_RESULTS:,} quieter results are left out, for no more than {MOST_RESULTS:,} are read."


# --- rules --------------------------------------------------------------------------


def _rules(report: Report) -> list[RuleSummary]:
    """The rules that compared or found something."""
    told = {finding.rule for finding in report.findings} | {one.finding.rule for one in report.suppressed}
    return [rule for rule in report.rules if rule.name in told or report.comparisons.get(rule.name)]


def _rule(rule: RuleSummary) -> Record:
    explanation = rule.explanation.strip() or rule.summary
    return {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join(explanation.split())},
        "help": {"text": explanation, "markdown": f"{explanation}\n\nMore: `factcheck explain {rule.name}`"},
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"precision": PRECISION[rule.severity], "tags": [rule.group]},
    }


# --- results ------------------------------------------------------------------------


def _results(report: Report) -> Iterator[Record]:
    """The results, the loudest first, and below them what is suppressed."""
    paragraphs = _Paragraphs(report)
    seen: dict[str, int] = {}
    state = {"baselineState": "new"} if report.has_baseline else {}
    for finding in worst_first(report.findings):
        yield {**_result(finding, paragraphs, seen), **state}
    for one in report.suppressed:
        yield {**_result(one.finding, paragraphs, seen), **_suppression(one), **_state(one, report)}


def _result(finding: Finding, paragraphs: _Paragraphs, seen: dict[str, int]) -> Record:
    number = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
    first, *others = finding.spans
    return {
        "ruleId": finding.rule,
        "level": finding.severity.value,
        "message": {"text": _message(finding)},
        "locations": [_location(first, paragraphs)],
        "relatedLocations": [
            {**_location(other, paragraphs), "id": at, "message": {"text": _plain(f"“{other.text}”")}}
            for at, other in enumerate(others, start=1)
        ],
        "rank": float(finding.confidence),
        # GitHub takes the number behind the colon for which of several on one line it is.
        "partialFingerprints": {"primaryLocationLineHash": f"{finding.fingerprint}:{number}"},
        "fingerprints": {"claims/v1": f"{finding.fingerprint}:{number}"},
    }


def _suppression(one: Suppressed) -> Record:
    if one.by is Silencer.BASELINE:
        return {}
    reason = {"justification": one.reason} if one.reason else {}
    return {"suppressions": [{"kind": SUPPRESSION[one.by], **reason}]}


def _state(one: Suppressed, report: Report) -> Record:
    if not report.has_baseline:
        return {}
    return {"baselineState": "unchanged" if one.by is Silencer.BASELINE else "new"}


def _message(finding: Finding) -> str:
    """What the finding says, with a link to each of its other places."""
    links = "".join(
        f" Compare [{_plain(f'“{other.text}” in {path_of(other.document)}')}]({at})."
        for at, other in enumerate(finding.spans[1:], start=1)
    )
    more = f" {_plain(finding.arithmetic)}." if finding.arithmetic else ""
    return f"{_plain(finding.message)}.{links}{more}"


def _plain(words: str) -> str:
    """The words on one line, with brackets that make no link."""
    return visible(" ".join(words.split())).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


# --- places -------------------------------------------------------------------------


class _Paragraphs:
    """Knows the paragraph that each offset of an article lies in, counted from one."""

    def __init__(self, report: Report) -> None:
        self._sentences = {
            id(article.document): sorted(article.sentences, key=lambda sentence: sentence.start)
            for article in report.articles
        }

    def of(self, span: Span) -> list[int]:
        """The paragraph, if it is known."""
        sentences = self._sentences.get(id(span.document), [])
        at = bisect_right(sentences, span.start, key=lambda sentence: sentence.start)
        return [sentence.paragraph + 1 for sentence in sentences[max(at - 1, 0) : at]]


def _location(span: Span, paragraphs: _Paragraphs) -> Record:
    start, end = span.document.place(span.start), span.document.place(span.end)
    names = [start.landmark.name] if start.landmark else [f"paragraph {number}" for number in paragraphs.of(span)]
    logical = [{"fullyQualifiedName": name, "kind": "text"} for name in names]
    return {
        "physicalLocation": {
            "artifactLocation": _artifact_location(span.document),
            "region": {
                "startLine": start.line,
                "startColumn": start.column,
                "endLine": end.line,
                "endColumn": end.column,
                "snippet": {"text": span.text},
            },
        },
        **({"logicalLocations": logical} if logical else {}),
    }


def _artifact(document: Document) -> Record:
    """The file of an article; how it is encoded and what it hashes to, where it is a text that can still be read."""
    record: Record = {"location": _artifact_location(document)}
    with suppress(OSError, ValueError):
        data = Path(document.name).read_bytes()
        record["hashes"] = {"sha-256": sha256(data).hexdigest()}
        record["encoding"] = encoding_of(data).name.upper()
    return record


def _artifact_location(document: Document) -> Record:
    path = path_of(document)
    if path.startswith("/"):
        return {"uri": f"file://{quote(path)}"}
    return {"uri": quote(path), "uriBaseId": BASE}
