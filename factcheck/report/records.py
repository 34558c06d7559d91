"""A report becomes plain records, for JSON and whatever else reads them.

The keys are a promise: what is here in version 1 stays, and only new keys are added.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.attach.voices import speaker

if TYPE_CHECKING:
    from factcheck.model import Agreement, Article, Claim, Finding, Mention, Report, Span, Suppressed, Unchecked

VERSION = 1

Record = dict[str, object]


def as_json(record: Record) -> str:
    """The record as text that is safe on every terminal: all but ASCII is escaped."""
    return json.dumps(record, indent=2, ensure_ascii=True) + "\n"


def report_text(report: Report) -> str:
    """The whole report as JSON."""
    return as_json(report_record(report))


def report_record(report: Report) -> Record:
    """The whole report."""
    return {
        "version": VERSION,
        "sources": [source_record(article) for article in report.articles],
        "findings": [finding_record(finding) for finding in report.findings],
        "compared": dict(report.comparisons),
        "not_compared": [unchecked_record(unchecked) for unchecked in report.unchecked],
        "consistent": [agreement_record(agreement) for agreement in report.agreements],
        "suppressed": [suppressed_record(suppressed) for suppressed in report.suppressed],
        "unreadable": [str(unreadable) for unreadable in report.unreadable],
        "remarks": list(report.remarks),
    }


def source_record(article: Article) -> Record:
    """An article, and every claim that was read out of it."""
    document = article.document
    return {
        "name": document.name,
        "published": document.published.isoformat() if document.published else None,
        "claims": [claim_record(claim) for claim in article.claims],
    }


def claim_record(claim: Claim) -> Record:
    """A mention, where it stands, and what it is about."""
    return {
        **mention_record(claim.mention),
        "attribute": claim.label,
        "subject": sorted(claim.subject),
        "scope": sorted(claim.scope),
        "speaker": speaker(claim.sentence),
        "withheld": claim.withheld,
    }


def mention_record(mention: Mention) -> Record:
    """A mention, and where it stands."""
    return {**mention.to_dict(), **_place_record(mention.span)}


def finding_record(finding: Finding) -> Record:
    """A finding with all its places."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "confidence": finding.confidence,
        "message": finding.message,
        "fingerprint": finding.fingerprint,
        "arithmetic": finding.arithmetic,
        "slip": finding.slip,
        "repairs": list(finding.repairs),
        "among_sources": finding.among_sources,
        "unsupported": finding.unsupported,
        "from": finding.reference,
        "spans": [span_record(span) for span in finding.spans],
    }


def suppressed_record(suppressed: Suppressed) -> Record:
    """A finding that is not reported, by what, and why."""
    return {**finding_record(suppressed.finding), "by": suppressed.by.value, "reason": suppressed.reason}


def agreement_record(agreement: Agreement) -> Record:
    """Places that were compared and agree, and why."""
    return {
        "rule": agreement.rule,
        "reason": agreement.reason,
        "spans": [span_record(span) for span in agreement.spans],
    }


def unchecked_record(unchecked: Unchecked) -> Record:
    """A place that was compared with nothing, and why."""
    return {**span_record(unchecked.mention.span), "reason": unchecked.reason}


def span_record(span: Span) -> Record:
    """A place: offsets into the text that was read, lines and columns of the file as it stands."""
    return {
        "source": span.document.name,
        "start": span.start,
        "end": span.end,
        **_place_record(span),
        "text": span.text,
    }


def _place_record(span: Span) -> Record:
    start, end = span.document.place(span.start), span.document.place(span.end)
    landmark = {"landmark": start.landmark.name, "page": start.landmark.page or None} if start.landmark else {}
    return {"line": start.line, "column": start.column, "end_line": end.line, "end_column": end.column, **landmark}
