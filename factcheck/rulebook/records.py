"""Rules as plain records, which are quicker to read than their files.

What the patterns need is most of it, and much the same for many: it is written as words on a line.
The examples are the rest of it, and no check of an article asks for them: they stay JSON until somebody does.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from functools import cache, cached_property
from typing import Any, overload

from factcheck.judge.formulas.formula import Formula
from factcheck.judge.formulas.patterns import Pattern, Reach
from factcheck.judge.formulas.slots import Slot
from factcheck.judge.rules import Example, Passage, Requirement, Rule
from factcheck.model import Severity


def record_of(rule: Rule) -> dict[str, Any]:
    """The rule as a record of plain things."""
    written = asdict(rule)
    for requirement, record in zip(rule.requirements, written["requirements"], strict=True):
        record["patterns"] = list(map(_pattern_record, requirement.patterns))
    written["examples"] = json.dumps(written["examples"], default=str)
    return written


def rule_of(written: dict[str, Any]) -> Rule:
    """The rule that `record_of` made the record of."""
    written["severity"] = Severity(written["severity"])
    for key in ("covers", "instead_of", "unless"):
        written[key] = tuple(written[key])
    written["requirements"] = tuple(map(_requirement, written["requirements"]))
    written["examples"] = Examples(written["examples"])
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


def _pattern_record(pattern: Pattern) -> list[Any]:
    return [
        pattern.source,
        pattern.regex,
        [f"{slot.name}:{slot.kinds}:{'+' * slot.is_list}{'*' * slot.takes_rest}" for slot in pattern.slots],
        list(map(" ".join, pattern.needs)),
        pattern.reach.value,
        pattern.least,
        list(map(_pattern_record, pattern.parts)),
        pattern.is_closed,
        list(map(_pattern_record, pattern.absent)),
        pattern.begins,
    ]


def _pattern(written: list[Any]) -> Pattern:
    source, regex, slots, needs, reach, least, parts, is_closed, absent, begins = written
    return Pattern(
        source,
        regex,
        tuple(map(_slot, slots)),
        tuple(map(_words, needs)),
        Reach(reach),
        least,
        tuple(map(_pattern, parts)),
        is_closed,
        tuple(map(_pattern, absent)),
        begins,
    )


@cache
def _slot(written: str) -> Slot:
    name, kinds, marks = written.split(":")
    return Slot(name, kinds, is_list="+" in marks, takes_rest="*" in marks)


@cache
def _words(written: str) -> tuple[str, ...]:
    return tuple(written.split(" "))


class Examples(Sequence[Example]):
    """The examples of a rule, read out of their JSON when the first is asked for."""

    def __init__(self, written: str) -> None:
        self._written = written

    @cached_property
    def _read(self) -> tuple[Example, ...]:
        return tuple(map(_example, json.loads(self._written)))

    @overload
    def __getitem__(self, at: int) -> Example: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Example]: ...
    def __getitem__(self, at: int | slice) -> Example | Sequence[Example]:
        return self._read[at]

    def __len__(self) -> int:
        return len(self._read)

    def __eq__(self, other: object) -> bool:
        return self._written == other._written if isinstance(other, Examples) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._written)


def _example(written: dict[str, Any]) -> Example:
    written["passages"] = tuple(map(_passage, written["passages"]))
    return Example(**written)


def _passage(written: dict[str, Any]) -> Passage:
    written["marks"] = tuple(map(tuple, written["marks"]))
    if written["published"]:
        written["published"] = date.fromisoformat(str(written["published"]))
    return Passage(**written)
