"""Every number and date of the articles: what it comes to, what it is about, and whether it was compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from factcheck.report.records import VERSION, claim_record, mention_record
from factcheck.report.table import table_lines
from factcheck.report.values import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Article, Claim, Mention, Report
    from factcheck.report.prose import Page
    from factcheck.report.records import Record

HEADER = ("where", "words", "value", "about", "compared")


def claims_lines(report: Report, page: Page) -> Iterator[Text]:
    """A table for each article."""
    outcomes = _outcomes(report)
    for at, article in enumerate(report.articles):
        if at:
            yield Text()
        yield Text(page.text(article.document.name), "bold")
        if not article.mentions:
            yield Text("  no number or date is written in it")
            continue
        claims = _by_start(article)
        rows = [
            (
                str(article.document.place(mention.start)),
                mention.text,
                meaning(mention),
                _about(claims.get(mention.start)),
                outcomes.get(_key(mention), "yes"),
            )
            for mention in article.mentions
        ]
        yield from table_lines(HEADER, rows, page, indent="  ")


def claims_record(report: Report) -> Record:
    """The same for a program: every mention, with its claim if it has one."""
    outcomes = _outcomes(report)
    return {
        "version": VERSION,
        "sources": [
            {
                "name": article.document.name,
                "published": article.document.published.isoformat() if article.document.published else None,
                "mentions": [
                    {
                        **(claim_record(claims[mention.start]) if mention.start in claims else mention_record(mention)),
                        "compared": outcomes.get(_key(mention), "yes"),
                    }
                    for claims in [_by_start(article)]
                    for mention in article.mentions
                ],
            }
            for article in report.articles
        ],
    }


def _outcomes(report: Report) -> dict[tuple[int, int], str]:
    """The loudest that came of comparing each mention, by its article and where it starts."""
    outcomes = {_key(unchecked.mention): f"no: {unchecked.reason}" for unchecked in report.unchecked}
    for agreement in report.agreements:
        for span in agreement.spans:
            outcomes[id(span.document), span.start] = f"agrees ({agreement.rule})"
    for finding in sorted(report.findings, key=lambda finding: -finding.severity.rank):
        for span in finding.spans:
            outcomes[id(span.document), span.start] = f"{finding.severity} ({finding.rule})"
    return outcomes


def _key(mention: Mention) -> tuple[int, int]:
    return id(mention.document), mention.start


def _by_start(article: Article) -> dict[int, Claim]:
    return {claim.mention.start: claim for claim in article.claims}


def _about(claim: Claim | None) -> str:
    """The attribute and whose it is ("population of bakhmut")."""
    if claim is None:
        return ""
    whose = " ".join(sorted(claim.subject))
    return f"{claim.attribute}: {whose}" if whose else claim.attribute
