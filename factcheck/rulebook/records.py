"""Rules as rows of cells, which are quicker to read than their files.

The first cell of a row says what must be known of a rule before any article is seen. Most of a rule are
its patterns, of which an article meets few, and its examples, which no article meets: they stay in
cells of their own until somebody asks for them.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from functools import cache
from typing import Any

from factcheck.judge.formulas.formula import Formula
from factcheck.judge.formulas.patterns import Demand, Pattern, Reach
from factcheck.judge.formulas.slots import Slot
from factcheck.judge.rules import Example, Passage, Requirement, Rule
from factcheck.kept import Later
from factcheck.model import Severity


def row_of(rule: Rule) -> list[Any]:
    """The rule as cells of plain things."""
    written = asdict(rule)
    examples = written.pop("examples")
    for requirement, record in zip(rule.requirements, written["requirements"], strict=True):
        record["demands"] = list(map(_demand_record, requirement.demands))
        del record["patterns"]
    patterns = (list(map(_pattern_record, requirement.patterns)) for requirement in rule.requirements)
    return [written, examples, *patterns]


def rule_of(head: bytes, examples: bytes, *patterns: bytes) -> Rule:
    """The rule that `row_of` made the cells of."""
    written = json.loads(head)
    written["severity"] = Severity(written["severity"])
    for key in ("covers", "instead_of", "unless"):
        written[key] = tuple(written[key])
    written["requirements"] = tuple(map(_requirement, written["requirements"], patterns))
    written["examples"] = Later(examples, _example)
    return Rule(**written)


def _requirement(written: dict[str, Any], patterns: bytes) -> Requirement:
    formula, where = written["formula"], written["where"]
    demands = tuple(map(_demand, written["demands"]))
    return Requirement(
        Later(patterns, _pattern),
        demands,
        Formula(formula["source"]) if formula else None,
        Formula(where["source"]) if where else None,
        tuple((name, Formula(value["source"])) for name, value in written["worked_out"]),
        written["slip"],
    )


def _demand_record(demand: Demand) -> list[Any]:
    return [[" ".join(sorted(need)) for need in demand.needs], demand.reach.value, demand.least]


def _demand(written: list[Any]) -> Demand:
    needs, reach, least = written
    return Demand(tuple(map(_words, needs)), _REACHES[reach], least)


_REACHES = {reach.value: reach for reach in Reach}


@cache
def _words(written: str) -> frozenset[str]:
    return frozenset(written.split(" "))


def _pattern_record(pattern: Pattern) -> list[Any]:
    return [
        pattern.source,
        pattern.regex,
        [f"{slot.name}:{slot.kinds}:{'+' * slot.is_list}{'*' * slot.takes_rest}" for slot in pattern.slots],
        _demand_record(pattern.demand),
        list(map(_pattern_record, pattern.parts)),
        pattern.is_closed,
        list(map(_pattern_record, pattern.absent)),
        pattern.begins,
    ]


def _pattern(written: list[Any]) -> Pattern:
    source, regex, slots, demand, parts, is_closed, absent, begins = written
    return Pattern(
        source,
        regex,
        tuple(map(_slot, slots)),
        _demand(demand),
        tuple(map(_pattern, parts)),
        is_closed,
        tuple(map(_pattern, absent)),
        begins,
    )


@cache
def _slot(written: str) -> Slot:
    name, kinds, marks = written.split(":")
    return Slot(name, kinds, is_list="+" in marks, takes_rest="*" in marks)


def _example(written: dict[str, Any]) -> Example:
    written["passages"] = tuple(map(_passage, written["passages"]))
    return Example(**written)


def _passage(written: dict[str, Any]) -> Passage:
    written["marks"] = tuple(map(tuple, written["marks"]))
    if written["published"]:
        written["published"] = date.fromisoformat(str(written["published"]))
    return Passage(**written)
