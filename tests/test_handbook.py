"""docs/rules.md says what the rule files say, and docs/types.tsv what they cover."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.judge.rules import Example, Passage, Rule, Rulebook
from factcheck.model import Severity
from factcheck.report.handbook import Type, TypesError, handbook, read_types
from factcheck.rulebook import default_rulebook

DOCS = Path(__file__).parent.parent / "docs"
RULEBOOK = default_rulebook()
TYPES = read_types(DOCS / "types.tsv")
COVERED = {one for rule in RULEBOOK.rules for one in rule.covers}


def test_the_page_of_rules_is_what_the_rule_files_say() -> None:
    assert (DOCS / "rules.md").read_text(encoding="utf-8") == handbook(RULEBOOK, TYPES), "stale: run `make docs`"


@pytest.mark.parametrize("one", TYPES, ids=lambda one: one.id)
def test_a_type_is_covered_by_a_rule_or_out_for_a_reason(one: Type) -> None:
    if one.out_because:
        assert one.id not in COVERED, f"{one.id} is covered after all: take its reason out of docs/types.tsv"
    else:
        assert one.id in COVERED, f"no rule covers {one.id} any more: docs/types.tsv needs the reason"


def test_what_rules_cover_is_in_the_list_of_types() -> None:
    assert {one.id for one in TYPES} >= COVERED


def test_no_type_stands_there_twice() -> None:
    assert len({one.id for one in TYPES}) == len(TYPES)


@pytest.mark.parametrize(
    ("written", "problem"),
    {
        "id\nU1\tT\ta conversion": ":2: a type is an id",
        "id\nU1\tT\ta\t\nU2\tX\tb\t": ":3: a type is an id, one of T, M, R, H",
    }.items(),
)
def test_a_list_of_types_that_cannot_be_read_is_an_error_with_its_line(
    tmp_path: Path, written: str, problem: str
) -> None:
    path = tmp_path / "types.tsv"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(TypesError, match=problem):
        read_types(path)


def test_a_list_of_types_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TypesError, match=r"none\.tsv: cannot be read"):
        read_types(tmp_path / "none.tsv")


def test_a_rule_is_told_with_a_text_that_it_flags_and_one_that_it_accepts() -> None:
    flagged = Example(
        "a toll", "flagged", (Passage("The Post", "It killed 12.", ((10, 12),)), Passage("B", "```", against=True))
    )
    accepted = Example("no toll", "accepted", (Passage("the article", "Nobody died."),))
    rule = Rule(
        "wrong-toll",
        "tolls",
        "wrong-toll.yaml",
        "Tolls differ.",
        "Why.",
        Severity.NOTE,
        "",
        covers=("A1",),
        examples=(flagged, accepted),
    )
    page = handbook(
        Rulebook((rule,)), (Type("A1", "T", "a toll"), Type("R6", "H", "a limit", "only a person can tell"))
    )
    assert (
        page.split("## tolls\n")[1]
        == """
### wrong-toll

**Tolls differ.** (note, covers A1)

Why.

Flagged, a toll:

*The Post*

```text
It killed <<12>>.
```

*B, a source*

~~~text
```
~~~

Accepted, no toll:

```text
Nobody died.
```

## What no rule looks for

| type |  | decided from | why it is out |
| --- | --- | --- | --- |
| R6 | a limit | a person only | only a person can tell |

## What the rules cover

| type |  | rules |
| --- | --- | --- |
| A1 | a toll | [wrong-toll](#wrong-toll) |
"""
    )
