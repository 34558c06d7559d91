"""What is found in a draft that is held against its sources."""

from __future__ import annotations

from factcheck.model import Document, Finding
from factcheck.pipeline import check
from factcheck.rulebook import default_rulebook


def found(draft: str, *sources: str, rule: str = "differs-from-source") -> list[Finding]:
    """What is found in a draft against its sources."""
    report = check(
        [Document("draft", draft)],
        against=[Document(f"source {number}", text) for number, text in enumerate(sources)],
        facts=(),
        rulebook=default_rulebook().requesting("figure-without-source"),
    )
    return [finding for finding in report.findings if finding.rule == rule]


def told(findings: list[Finding]) -> list[tuple[str, ...]]:
    """The words at the places of the findings."""
    return [tuple(span.text for span in finding.spans) for finding in findings]
