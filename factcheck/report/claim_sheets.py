"""Every number and date of the articles in rows: for spreadsheets, and for whoever reads Parquet."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.attach.voices import said_by
from factcheck.report.about import about
from factcheck.report.claims import listings
from factcheck.report.parquet import parquet_bytes
from factcheck.report.scopes import scope_in_words
from factcheck.report.sheets import sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Report
    from factcheck.report.claims import Listing

Value = str | int | Decimal | date | None

#: Each column with the type that it has in Parquet.
COLUMNS = {
    "source": "string",
    "published": "date32",
    "line": "int32",
    "column": "int32",
    "paragraph": "int32",
    "words": "string",
    "kind": "string",
    "value": "float64",
    "lower": "float64",
    "upper": "float64",
    "unit": "string",
    "bound": "string",
    "timex": "string",
    "first_day": "date32",
    "last_day": "date32",
    "about": "string",
    "attribute": "string",
    "subject": "string",
    "scope": "string",
    "speaker": "string",
    "withheld": "string",
    "compared": "string",
    "why": "string",
    "sentence": "string",
}


def claims_sheet(report: Report) -> str:
    """CSV with a header and a row for each number and date; amounts are exact."""
    return sheet(list(COLUMNS), ([_cell(value) for value in row] for row in _rows(report)))


def claims_parquet(report: Report) -> bytes:
    """The same as a Parquet file, its numbers and days as numbers and days."""
    return parquet_bytes(COLUMNS, _rows(report))


def _cell(value: Value) -> object:
    """The value as it stands in a sheet: a number in full, a day as 2022-02-24."""
    return f"{value:f}" if isinstance(value, Decimal) else value


def _rows(report: Report) -> Iterator[tuple[Value, ...]]:
    for _, found in listings(report):
        for listing in found:
            yield (*_where(listing), *_what(listing), *_whose(listing))


def _where(listing: Listing) -> tuple[Value, ...]:
    document = listing.mention.document
    place = document.place(listing.mention.start)
    paragraph = listing.sentence.paragraph + 1 if listing.sentence else None
    return document.name, document.published, place.line, place.column, paragraph


def _what(listing: Listing) -> tuple[Value, ...]:
    mention = listing.mention
    amount, time = mention.quantity, mention.time
    return (
        mention.text,
        mention.kind.value,
        amount.value if amount and amount.printed else None,
        _finite(amount.lower) if amount else None,
        _finite(amount.upper) if amount else None,
        amount.unit if amount else None,
        amount.bound.name.lower() if amount else None,
        time.timex if time else None,
        time.start if time else None,
        time.end - timedelta(days=1) if time and time.end else None,
    )


def _whose(listing: Listing) -> tuple[Value, ...]:
    claim, sentence = listing.claim, listing.sentence
    return (
        about(claim),
        claim.attribute if claim else None,
        " ".join(sorted(claim.subject)) if claim else None,
        scope_in_words(claim) if claim else None,
        said_by(claim.sentence, claim.mention.start) if claim else None,
        claim.withheld if claim else None,
        *listing.outcome,
        " ".join(sentence.text.split()) if sentence else None,
    )


def _finite(number: Decimal) -> Decimal | None:
    return number if number.is_finite() else None
