"""A comparison of articles that are equals: where they differ, and what each says of what several speak of."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from factcheck.paths import short_names
from factcheck.report.lines import Line
from factcheck.report.matrix import DERIVED, matrix
from factcheck.report.parquet import parquet_bytes
from factcheck.report.prose import paragraph, wrapped
from factcheck.report.records import as_json, claim_record, report_record
from factcheck.report.sheets import sheet
from factcheck.report.table import BETWEEN, table_lines
from factcheck.report.terminal import COLOURS, HEADING, QUIET, counted, place, report_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Document, Report
    from factcheck.report.lines import Piece
    from factcheck.report.matrix import Entry, Fact
    from factcheck.report.prose import Page
    from factcheck.report.records import Record

#: How wide a column must be at least, in letters, for a table to be cut to fewer sources rather than squeezed.
ROOMY = 16
#: How the values of each camp are coloured, in turn.
CAMP_COLOURS = ("cyan", "yellow", "magenta", "green", "blue", "red")


def comparison_lines(report: Report, page: Page, *, verbose: bool = False) -> Iterator[Line]:
    """The report, and below it the table of facts by sources."""
    yield from report_lines(report, page, verbose=verbose)
    yield Line()
    yield from matrix_lines(report, page, verbose=verbose)


def comparison_text(report: Report) -> str:
    """The report as JSON, with the facts by sources."""
    return as_json({**report_record(report), "facts": facts_record(report)})


# --- for a terminal -----------------------------------------------------------------


def matrix_lines(report: Report, page: Page, *, verbose: bool = False) -> Iterator[Line]:
    """The table, cut into several where there are more sources than fit beside each other, and how to read it.

    With `verbose`, the sentences behind every fact follow.
    """
    shown = matrix(report)
    if not shown.facts:
        yield from paragraph("No fact was found that two sources speak of, so nothing stands side by side.", page)
        return
    names = _names(shown.sources)
    for sources in _cut(range(len(names)), page):
        rows = [
            (_heading_cell(fact), *(_cell(fact.cells[source]) for source in sources))
            for fact in shown.facts
            if any(fact.cells[source] for source in sources)
        ]
        if rows:
            yield from table_lines(("fact", *(names[source] for source in sources)), rows, page)
            yield Line()
    differ = sum(fact.severity is not None for fact in shown.facts)
    yield from paragraph(
        f"{counted(len(shown.facts), 'fact')} in two sources or more; on {differ:,} they differ.", page, HEADING
    )
    if differ:
        yield from paragraph("Values that share a letter agree; values that share none differ.", page, QUIET)
    if any(entry.derived for fact in shown.facts for entry in fact.entries):
        yield from paragraph(f"{DERIVED} worked out, and not printed so.", page, QUIET)
    for fact in shown.facts if verbose else ():
        yield Line()
        yield from _sentence_lines(fact, page)


def _sentence_lines(fact: Fact, page: Page) -> Iterator[Line]:
    """What each source says of a fact, in its own words."""
    yield Line((page.text(fact.about), HEADING))
    for entry in fact.entries:
        yield Line((page.text(f"  {entry.camp or '-'} {place(entry.claim.mention.span)}"), camp_colour(entry.camp)))
        for words in wrapped(page.text(" ".join(entry.claim.sentence.text.split())), page.width - 4):
            yield Line(f"    {words}")


def _names(sources: Sequence[Document]) -> list[str]:
    """What to call the sources: their names in short, and when they were published."""
    return [
        name + (f", {source.published}" if source.published else "")
        for name, source in zip(short_names([source.name for source in sources]), sources, strict=True)
    ]


def _cut(sources: range, page: Page) -> Iterator[range]:
    """The sources, as many at a time as have room beside the facts."""
    most = max(1, page.width // (ROOMY + len(BETWEEN)) - 1)
    for start in range(0, len(sources), most):
        yield sources[start : start + most]


def _heading_cell(fact: Fact) -> Piece:
    return (fact.about, COLOURS[fact.severity] if fact.severity else "")


def _cell(entries: Sequence[Entry]) -> Piece:
    """What a source says, in the colour of its camp, or grey where nobody says otherwise."""
    words = "; ".join(f"{entry.camp} {entry.said}" if entry.camp else entry.said for entry in entries)
    camps = {entry.camp for entry in entries}
    return words, camp_colour(camps.pop()) if len(camps) == 1 else "bold"


def camp_colour(camp: str) -> str:
    """How the values of a camp are coloured; what fits several camps has the colour of none."""
    if not camp or camp[1:].isalpha():
        return QUIET
    return CAMP_COLOURS[ascii_uppercase.index(camp[0]) % len(CAMP_COLOURS)]


# --- for programs -------------------------------------------------------------------


def facts_record(report: Report) -> list[Record]:
    """The facts in plain types, each with what the sources say of it."""
    shown = matrix(report)
    return [
        {
            "about": fact.about,
            "severity": fact.severity.value if fact.severity else None,
            "findings": [finding.fingerprint for finding in fact.findings],
            "cells": {
                source.name: [
                    {**claim_record(entry.claim), "camp": entry.camp, "derived": entry.derived} for entry in cell
                ]
                for source, cell in zip(shown.sources, fact.cells, strict=True)
                if cell
            },
        }
        for fact in shown.facts
    ]


def matrix_sheet(report: Report) -> str:
    """The matrix as CSV: a row for each fact, a column for each source."""
    return sheet(_columns(report), _rows(report))


def matrix_parquet(report: Report) -> bytes:
    """The same as a Parquet file, all of it words."""
    return parquet_bytes(dict.fromkeys(_columns(report), "string"), _rows(report))


def _columns(report: Report) -> list[str]:
    return ["fact", "differs", *(source.name for source in matrix(report).sources)]


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for fact in matrix(report).facts:
        severity = fact.severity.value if fact.severity else ""
        yield (fact.about, severity, *(_cell(cell)[0] for cell in fact.cells))
