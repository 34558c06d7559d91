"""Where a finding stands, as other programs take it: paths, lines, and the words at its other places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.paths import from_here
from factcheck.report.terminal import place
from factcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Document, Finding, Place, Span


def path_of(document: Document) -> str:
    """The path of an article's file from the folder that factcheck runs in."""
    return from_here(document.name)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """The loudest and surest first, and equally loud ones as they stand."""
    return sorted(findings, key=lambda finding: (finding.severity.rank, -finding.confidence))


def quoted(span: Span) -> str:
    """The words of a span and where they stand (“64 miles” (draft.txt:3:27))."""
    return visible(f"“{' '.join(span.text.split())}” ({place(span)})")


def told(finding: Finding) -> Iterator[str]:
    """All that is to be said of a finding but the place that it marks, line by line."""
    yield f"{visible(finding.message)}."
    for other in finding.spans[1:]:
        yield f"Compare {quoted(other)}."
    if finding.arithmetic:
        yield f"{visible(finding.arithmetic)}."
    if finding.slip:
        yield f"Perhaps {visible(finding.slip)}."
    if finding.repairs:
        yield f"To make them agree: {visible(', or '.join(finding.repairs))}."


def byte_column(document: Document, place: Place) -> int:
    """The column of a place in bytes of UTF-8, counted from one."""
    return len(document.line(place.line)[: place.column - 1].encode("utf-8", errors="surrogatepass")) + 1
