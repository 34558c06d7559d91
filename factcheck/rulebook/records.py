"""Rules as plain records, which are quicker to read than their files."""

from __future__ import annotations

from datetime import date
from typing import Any

from factcheck.judge.formula import Formula
from factcheck.judge.patterns import Pattern
from factcheck.judge.rules import Example, Passage, Requirement, Rule
from factcheck.judge.slots import Slot
from factcheck.model import Severity


def rule_of(written: dict[str, Any]) -> Rule:
    """The rule that `asdict` made the record of."""
    written["severity"] = Severity(written["severity"])
    for key in ("covers", "instead_of", "unless"):
        written[key] = tuple(written[key])
    written["requirements"] = tuple(map(_requirement, written["requirements"]))
    written["examples"] = tuple(map(_example, written["examples"]))
    return Rule(**written)


def _requirement(written: dict[str, Any]) -> Requirement:
    formula, where = written["formula"], written["where"]
    return Requirement(
        tuple(map(_pattern, written["patterns"])),
        Formula(formula["source"]) if formula else None,
        Formula(where["source"]) if where else None,
        tuple((name, Formula(value["source"])) for name, value in written["worked_out"]),
        written["slip"],
    )


def _pattern(written: dict[str, Any]) -> Pattern:
    written["slots"] = tuple(Slot(**slot) for slot in written["slots"])
    written["needs"] = tuple(map(tuple, written["needs"]))
    for key in ("parts", "absent"):
        written[key] = tuple(map(_pattern, written[key]))
    return Pattern(**written)


def _example(written: dict[str, Any]) -> Example:
    written["passages"] = tuple(map(_passage, written["passages"]))
    return Example(**written)


def _passage(written: dict[str, Any]) -> Passage:
    written["marks"] = tuple(map(tuple, written["marks"]))
    if written["published"]:
        written["published"] = date.fromisoformat(str(written["published"]))
    return Passage(**written)
