"""Findings as drafts of fact checks: ClaimReview of schema.org, in JSON-LD.

A draft says what is claimed where, what speaks against it where, and how that was
worked out. The rating, who gives it and where it is published are for a person to
add; without them no search engine takes a draft for a review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.excerpts import Surroundings
from factcheck.report.records import as_json
from factcheck.report.terminal import place

if TYPE_CHECKING:
    from factcheck.model import Finding, Report, Span
    from factcheck.report.records import Record


def claimreview_text(report: Report) -> str:
    """A draft for each finding, as JSON-LD."""
    return as_json(claimreview_record(report))


def claimreview_record(report: Report) -> Record:
    """A draft for each finding, in plain types."""
    surroundings = Surroundings(report)
    return {
        "@context": "https://schema.org",
        "@graph": [_review(finding, surroundings) for finding in report.findings],
    }


def _review(finding: Finding, surroundings: Surroundings) -> Record:
    claimed, *others = finding.spans
    return {
        "@type": "ClaimReview",
        "identifier": finding.fingerprint,
        "creativeWorkStatus": "Draft",
        "name": finding.message,
        "claimReviewed": _sentence(claimed, surroundings),
        "itemReviewed": {"@type": "Claim", "text": claimed.text, "appearance": _work(claimed)},
        "reviewBody": _worked_out(finding),
        "citation": [{**_work(other), "text": _sentence(other, surroundings)} for other in others],
    }


def _work(span: Span) -> Record:
    """The article that a place is in."""
    published = span.document.published
    dated = {"datePublished": published.isoformat()} if published else {}
    return {"@type": "CreativeWork", "name": span.document.name, "description": place(span), **dated}


def _sentence(span: Span, surroundings: Surroundings) -> str:
    """The sentence around a place, on one line."""
    (excerpt,) = surroundings.excerpts([span])
    return " … ".join(" ".join(span.document.text[start:end].split()) for start, end in excerpt.stretches)


def _worked_out(finding: Finding) -> str:
    """What was found, line by line, and what would make the places agree."""
    lines = [finding.message, finding.arithmetic, f"Perhaps: {finding.slip}" if finding.slip else "", *finding.repairs]
    return "\n".join(filter(None, lines))
