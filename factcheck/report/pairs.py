"""Every two claims that met: how alike they are, what that is made of, and what came of it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.judge.checks.across.side_by_side.sources import pairings
from factcheck.judge.verdicts import Clash
from factcheck.report.about import about
from factcheck.report.lines import Line
from factcheck.report.parquet import parquet_bytes
from factcheck.report.prose import paragraph
from factcheck.report.records import VERSION, as_json, claim_record
from factcheck.report.sheets import sheet
from factcheck.report.terminal import HEADING, QUIET, counted, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.judge.checks.across.side_by_side.sources import Pairing
    from factcheck.model import Claim, Report
    from factcheck.report.prose import Page
    from factcheck.report.records import Record

#: What may come of a pair.
DIFFER, AGREE, NOT_COMPARED = "differ", "agree", "not compared"


def pairs_lines(report: Report, page: Page) -> Iterator[Line]:
    """A paragraph for each pair: both claims, the score with its parts, and the verdict or the gate that stopped it."""
    found = pairings(report.articles)
    for pair in found:
        yield from paragraph(f"{about(pair.claim) or pair.claim.attribute}: {_outcome(pair)}", page, style=HEADING)
        for claim in (pair.claim, pair.other):
            yield from paragraph(f"“{claim.mention.text}”, {place(claim.mention.span)}", page, indent="  ")
        yield from paragraph(_score(pair), page, indent="  ", style=QUIET)
        yield Line()
    yield from paragraph(f"{_sum(found)}.", page)


def _sum(found: Sequence[Pairing]) -> str:
    """How many pairs may be about one thing, and what came of them."""
    if not found:
        return "No two claims of different articles share a name or a telling word, and a kind of number"
    outcomes = Counter(map(_word, found))
    told = ", ".join(f"{outcomes[word]:,} {word}" for word in (DIFFER, AGREE, NOT_COMPARED) if outcomes[word])
    return f"{counted(len(found), 'pair')} of claims that may be about one thing: {told}"


def pairs_text(report: Report) -> str:
    """The same as JSON."""
    return as_json({"version": VERSION, "pairs": [_record(pair) for pair in pairings(report.articles)]})


#: Each column with the type that it has in Parquet.
COLUMNS = {
    "outcome": "string",
    "reason": "string",
    "score": "float64",
    "parts": "string",
    "guesses": "string",
    **{
        f"{prefix}{column}": kind
        for prefix in ("", "other_")
        for column, kind in {
            "about": "string",
            "words": "string",
            "source": "string",
            "line": "int32",
            "column": "int32",
            "sentence": "string",
        }.items()
    },
}


def pairs_sheet(report: Report) -> str:
    """The same as CSV: a row for each pair."""
    return sheet(list(COLUMNS), map(_row, pairings(report.articles)))


def pairs_parquet(report: Report) -> bytes:
    """The same as a Parquet file."""
    return parquet_bytes(COLUMNS, map(_row, pairings(report.articles)))


def _row(pair: Pairing) -> tuple[object, ...]:
    parts = ", ".join(f"{name} {part:.2f}" for name, part in pair.meeting.parts.items())
    told = _word(pair), _reason(pair), round(pair.meeting.score, 3), parts, ", ".join(pair.meeting.guesses)
    return *told, *_cells(pair.claim), *_cells(pair.other)


def _cells(claim: Claim) -> tuple[object, ...]:
    document = claim.mention.document
    where = document.place(claim.mention.start)
    sentence = " ".join(claim.sentence.text.split())
    return about(claim), claim.mention.text, document.name, where.line, where.column, sentence


def _record(pair: Pairing) -> Record:
    return {
        "claims": [_claim_record(claim) for claim in (pair.claim, pair.other)],
        "score": round(pair.meeting.score, 3),
        "parts": {name: round(part, 3) for name, part in pair.meeting.parts.items()},
        "guesses": list(pair.meeting.guesses),
        "outcome": _word(pair),
        "reason": _reason(pair),
    }


def _claim_record(claim: Claim) -> Record:
    return {**claim_record(claim), "source": claim.mention.document.name}


def _outcome(pair: Pairing) -> str:
    return ", ".join(filter(None, (_word(pair), _reason(pair))))


def _word(pair: Pairing) -> str:
    if pair.verdict is None:
        return NOT_COMPARED
    return DIFFER if isinstance(pair.verdict, Clash) else AGREE


def _reason(pair: Pairing) -> str:
    if pair.verdict is None:
        return pair.reason
    return pair.verdict.arithmetic if isinstance(pair.verdict, Clash) else pair.verdict.reason


def _score(pair: Pairing) -> str:
    parts = ", ".join(f"{name} {part:.2f}" for name, part in pair.meeting.parts.items())
    guessed = f"; guessed: {', '.join(pair.meeting.guesses)}" if pair.meeting.guesses else ""
    return f"alike {pair.meeting.score:.2f}{f' ({parts})' if parts else ''}{guessed}"
