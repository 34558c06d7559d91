"""Facts as statements, out of a desk and into it: subject, attribute, value, qualifier and reference, as Wikidata keeps them."""

from __future__ import annotations

import csv
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from factcheck.facts import FactsError, add_facts, place_of, statements_of, text_of
from factcheck.report.records import as_json
from factcheck.report.sheets import FORMULAS, sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from factcheck.model import Claim
    from factcheck.report.records import Record

VERSION = 1
#: The qualifier that Wikidata has for the time of which a statement speaks.
POINT_IN_TIME = "point in time"
#: The columns of a sheet: the parts of a statement, how its value is read, and where it stands.
COLUMNS = (
    "subject", "attribute", "value", "point_in_time", "reference", "kind", "lower", "upper", "unit", "first_day", "last_day", "place",
)  # fmt: skip
#: What each key of a facts file may be called in a sheet or in JSON.
_CALLED = {
    "subject": ("subject", "item", "itemLabel"),
    "attribute": ("attribute", "property", "propertyLabel"),
    "value": ("value", "valueLabel"),
    "as-of": ("point_in_time", POINT_IN_TIME, "as-of", "as_of", "pointInTime"),
    "source": ("reference", "references", "source"),
}


def statements_text(files: Iterable[Path]) -> str:
    """The facts of some files as JSON: a statement each, with what its value comes to."""
    told = [_statement(claim, written) for file in files for claim, written in statements_of(file)]
    return as_json({"version": VERSION, "statements": told})


def statements_sheet(files: Iterable[Path]) -> str:
    """The same as CSV: a row for each statement."""
    return sheet(COLUMNS, (_row(claim, written) for file in files for claim, written in statements_of(file)))


def _statement(claim: Claim, written: Mapping[str, str]) -> Record:
    time, source = written.get("as-of", ""), written.get("source", "")
    return {
        "subject": written["subject"],
        "attribute": written["attribute"],
        "value": written["value"],
        "means": {key: value for key, value in _means(claim).items() if value},
        "qualifiers": {POINT_IN_TIME: time} if time else {},
        "references": [source] if source else [],
        "place": place_of(claim),
    }


def _row(claim: Claim, written: Mapping[str, str]) -> tuple[str, ...]:
    parts = (written.get(key, "") for key in ("subject", "attribute", "value", "as-of", "source"))
    return (*parts, *_means(claim).values(), place_of(claim))


def _means(claim: Claim) -> dict[str, str]:
    """What a value comes to: the least and the most that it allows and the unit, or the first day and the last."""
    amount, time = claim.mention.quantity, claim.mention.time
    is_dated = time is not None and time.start is not None and time.end is not None
    return {
        "kind": str(claim.mention.kind.value),
        "lower": f"{amount.lower:f}" if amount and amount.lower.is_finite() else "",
        "upper": f"{amount.upper:f}" if amount and amount.upper.is_finite() else "",
        "unit": amount.unit if amount else "",
        "first_day": time.start.isoformat() if is_dated and time and time.start else "",
        "last_day": (time.end - timedelta(days=1)).isoformat() if is_dated and time and time.end else "",
    }


# --- in -----------------------------------------------------------------------------


def add_statements(desk: Path, file: Path) -> tuple[int, int]:
    """Add the statements of a JSON file or a sheet to a facts file, all or none; how many were new, and how many there are.

    Raises FactsError with the place and the remedy where one cannot be used.
    """
    text = text_of(file)
    told = list(_of_json(text, file) if text.lstrip()[:1] in {"{", "["} else _of_sheet(text, file))
    return add_facts(desk, [fact for _, fact in told], [place for place, _ in told]), len(told)


def _of_json(text: str, file: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The facts of a list of statements, each with its place."""
    try:
        loaded = json.loads(text)
    except ValueError as problem:
        raise FactsError(f"{file}: this is no JSON: {problem}") from problem
    statements = loaded.get("statements") if isinstance(loaded, dict) else loaded
    if not isinstance(statements, list) or not all(isinstance(one, dict) for one in statements):
        raise FactsError(f"{file}: statements are a list; write it as “factcheck facts export --format json” does")
    for number, statement in enumerate(statements, 1):
        qualifiers = statement.get("qualifiers")
        yield (
            f"{file}: statement {number}",
            _fact({**statement, **(qualifiers if isinstance(qualifiers, dict) else {})}),
        )


def _of_sheet(text: str, file: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The facts of the rows of a sheet, each with its line."""
    rows = csv.DictReader(text.splitlines())
    missing = [key for key in ("subject", "attribute", "value") if not {*_CALLED[key]} & {*(rows.fieldnames or ())}]
    if missing:
        raise FactsError(
            f"{file}:1: a sheet of statements has no column “{missing[0]}”; it has {', '.join(COLUMNS[:5])}"
        )
    for row in rows:
        yield f"{file}:{rows.line_num}", _fact({key: _unquoted(value) for key, value in row.items() if key})


def _fact(told: Mapping[str, Any]) -> dict[str, str]:
    """A statement with the keys of a facts file."""
    found = {key: next((told[name] for name in names if told.get(name)), "") for key, names in _CALLED.items()}
    return {key: "; ".join(map(str, value)) if isinstance(value, list) else str(value) for key, value in found.items()}


def _unquoted(value: str | None) -> str:
    """A cell without the sign that keeps a spreadsheet from working it out."""
    words = value or ""
    return words[1:] if words.startswith(tuple(f"'{sign}" for sign in FORMULAS)) else words
