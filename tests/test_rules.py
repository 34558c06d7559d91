"""Every example of every rule comes out as the rule says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.facts import known_facts, read_facts
from factcheck.pipeline import check
from factcheck.rulebook import default_rulebook
from factcheck.rulebook.examples import example_failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.judge.rules import Example, Rule, Rulebook
    from factcheck.model import Document, Finding

RULEBOOK = default_rulebook()
EXAMPLES = [(rule, example) for rule in RULEBOOK.rules for example in rule.examples]


def findings(
    drafts: Sequence[Document], sources: Sequence[Document], facts: str, rulebook: Rulebook
) -> Iterable[Finding]:
    known = (read_facts(facts, "facts"),) if facts else known_facts()
    return check(drafts, against=sources, rulebook=rulebook, facts=known).findings


@pytest.mark.parametrize(
    ("rule", "example"), EXAMPLES, ids=[f"{rule.name}: {example.title}" for rule, example in EXAMPLES]
)
def test_the_example_comes_out_as_its_rule_says(rule: Rule, example: Example) -> None:
    failure = example_failure(RULEBOOK, rule, example, findings)
    assert failure is None, str(failure)


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.name)
def test_every_rule_shows_what_it_flags_and_what_it_lets_be(rule: Rule) -> None:
    verdicts = {example.verdict for example in rule.examples}
    assert "accepted" in verdicts
    assert verdicts & {"flagged", "not-yet"}
    assert rule.explanation


@pytest.mark.parametrize("rule", RULEBOOK.rules, ids=lambda rule: rule.name)
def test_no_message_says_that_something_is_wrong(rule: Rule) -> None:
    assert "wrong" not in f"{rule.message} {rule.slip}".lower()


def test_a_rule_that_stands_instead_of_another_names_one_that_is_there() -> None:
    names = {rule.name for rule in RULEBOOK.rules}
    assert {other for rule in RULEBOOK.rules for other in rule.instead_of} <= names
