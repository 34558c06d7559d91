"""A report on drafts, with what an archive says otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from factcheck.archive.checking import check_draft
from factcheck.archive.rows import kept_name, read
from factcheck.archive.store import opened

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.archive.conflicts import Conflict, Side
    from factcheck.judge.rules import Rulebook
    from factcheck.model import Document, Finding, Report


def against_archive(report: Report, place: Path, rulebook: Rulebook) -> Report:
    """The report, with the findings between its articles and those of an archive, in which nothing is kept."""
    findings, sources = list(report.findings), []
    with opened(place) as store:
        for article in report.articles:
            if not article.is_source:
                for conflict in check_draft(store, read(article.document), rulebook):
                    findings += told(conflict, article.document)
                    itself = kept_name(article.document.name)
                    sources += [one for one in conflict.articles if one.document.name != itself]
    return replace(
        report,
        articles=(*report.articles, *(replace(source, is_source=True, mentions=()) for source in sources)),
        findings=tuple(findings),
    )


def told(conflict: Conflict, draft: Document) -> list[Finding]:
    """The findings of a conflict, in the draft itself, each with how many sources say what, and since when."""
    name = kept_name(draft.name)
    others = [side for side in conflict.sides if any(one.row.name != name for one in side.told)]
    sides = "; ".join(f"“{side.told[0].claim.mention.text}”: {who(side)}" for side in others)
    return [
        replace(
            finding,
            spans=tuple(
                replace(span, document=draft) if span.document.name == name else span for span in finding.spans
            ),
            arithmetic="; ".join(filter(None, (finding.arithmetic, sides))),
        )
        for finding in conflict.findings
    ]


def who(side: Side) -> str:
    """How many sources take a side, and when ("31 sources, from 2024-05-01 to 2024-05-09")."""
    return so_many(side.sources, side.first_day, side.last_day)


def so_many(times: int, first_day: int | None, last_day: int | None) -> str:
    """So many sources, and when."""
    sources = f"{times:,} source{'s' * (times != 1)}"
    if first_day is None or last_day is None:
        return sources
    first, last = date.fromordinal(first_day), date.fromordinal(last_day)
    return f"{sources}, {first}" if first == last else f"{sources}, from {first} to {last}"
