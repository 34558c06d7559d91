"""Rules as rows of plain things, which are quicker to read than their files.

The record of a row says what must be known of a rule before any article is seen. Most of a rule are its requirements and their patterns,
of which an article meets few, and its examples, which no article meets: they are cells behind it, which wait until somebody asks for them.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from functools import cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.judge.filing import Index
from factcheck.judge.formulas.formula import Formula
from factcheck.judge.formulas.patterns import Demand, Pattern, Reach
from factcheck.judge.formulas.slots import Slot
from factcheck.judge.rules import Example, Passage, Requirement, Rule, Rulebook
from factcheck.kept import EachLater, Later
from factcheck.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def row_of(rules: tuple[Rule, ...]) -> list[Any]:
    """Rules as a record, which has an index of what their patterns ask of a text, and the cells of each."""
    records, cells = [], []
    for rule in rules:
        record, *rest = _rule_row(rule)
        records.append(record)
        cells += rest
    return [{"rules": records, "index": list(Index.of(rules))}, *cells]


def rulebook_of(written: dict[str, Any], *cells: memoryview) -> Rulebook:
    """The rules that `row_of` made the row of."""
    rest = iter(cells)
    rules = tuple([_rule_of(record, rest) for record in written["rules"]])
    return Rulebook(rules, loaded=(rules, Index(*written["index"])))


def _rule_row(rule: Rule) -> list[Any]:
    """A rule as a record, which says how many of each there are, and a cell with its examples, one for each requirement and each pattern."""
    written = asdict(rule)
    examples, requirements = written.pop("examples"), written.pop("requirements")
    patterns: list[list[Any]] = []
    for record, requirement in zip(requirements, rule.requirements, strict=True):
        record["patterns"] = [len(patterns), len(patterns) + len(requirement.patterns)]
        patterns += map(_pattern_record, requirement.patterns)
    return [{**written, "requirements": [len(requirements), len(patterns)]}, examples, *requirements, *patterns]


def _rule_of(written: dict[str, Any], cells: Iterator[memoryview]) -> Rule:
    written["severity"] = Severity(written["severity"])
    for key in ("covers", "instead_of", "unless"):
        written[key] = tuple(written[key])
    written["examples"] = Later(next(cells), _example)
    requirements, patterns = (tuple(islice(cells, many)) for many in written["requirements"])
    written["requirements"] = EachLater(requirements, partial(_requirement, patterns))
    return Rule(**written)


def _requirement(patterns: tuple[memoryview, ...], written: dict[str, Any]) -> Requirement:
    formula, where = written["formula"], written["where"]
    return Requirement(
        EachLater(patterns[slice(*written["patterns"])], _pattern),
        Formula(formula["source"]) if formula else None,
        Formula(where["source"]) if where else None,
        tuple((name, Formula(value["source"])) for name, value in written["worked_out"]),
        written["slip"],
    )


def _demand_record(demand: Demand) -> list[Any]:
    return [[" ".join(sorted(need)) for need in demand.needs], demand.reach.value, demand.least]


def _demand(needs: Iterable[frozenset[str]], reach: int, least: int) -> Demand:
    return Demand(tuple(needs), _REACHES[reach], least)


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
    source, regex, slots, (needs, *rest), parts, is_closed, absent, begins = written
    return Pattern(
        source,
        regex,
        tuple(map(_slot, slots)),
        _demand(map(_words, needs), *rest),
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
