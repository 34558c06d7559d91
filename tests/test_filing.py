"""Patterns that are filed: out of what was kept of them, or anew where the rules are others."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from factcheck.judge.formulas.patterns import Reach
from factcheck.judge.formulas.skeleton import skeleton
from factcheck.judge.rules import Rulebook
from factcheck.model import Document, Severity
from factcheck.pipeline import understand
from factcheck.rulebook import default_folder, default_rulebook, load_rules

ARTICLES = sorted((Path(__file__).parent.parent / "fixtures" / "bakhmut").glob("*.txt"))
HOUSE = """summary: Sales do not add up.
severity: note
read: (rose|grew) {change:percent} to {new:number} from {old:number}
require: new == old * (1 + change)
"""


@cache
def sentences() -> list[tuple[frozenset[str], int]]:
    """What some sentences have that patterns ask for, and how many mentions."""
    found = []
    for text in ("Sales rose 25% to 1,000 from 900.", *(path.read_text(encoding="utf-8") for path in ARTICLES)):
        article = understand(Document("article", text))
        for sentence in article.sentences:
            mentions = [one for one in article.mentions if sentence.start <= one.start < sentence.end]
            found.append((skeleton(sentence, mentions).tokens, len(mentions)))
    return found


def fitting(rulebook: Rulebook) -> list[list[tuple[str, str, Severity]]]:
    """For each sentence and reach the patterns that may read it, with the severities of their rules."""
    filing = rulebook.filing
    told = [(*filing.told_by(tokens), mentions) for tokens, mentions in sentences()]
    return [
        [
            (filed.entry.rule.name, filed.entry.pattern.source, filed.entry.rule.severity)
            for filed in filing.fitting(first[reach], answers, mentions)
        ]
        for answers, first, mentions in told
        for reach in Reach
    ]


def anew(rulebook: Rulebook) -> Rulebook:
    """The same rules, of which nothing was kept."""
    return Rulebook(rulebook.rules)


def test_what_was_kept_files_what_its_rules_hold() -> None:
    assert sum(map(len, fitting(default_rulebook()))) > 50
    assert fitting(default_rulebook()) == fitting(anew(default_rulebook()))


@pytest.mark.parametrize(
    "chosen",
    [
        default_rulebook().select(("percentages", "totals"), ("additions-do-not-add-up",)),
        default_rulebook().select(ignore=("dates",)),
        default_rulebook().with_severities({"percentages": Severity.NOTE, "additions-do-not-add-up": Severity.WARNING}),
    ],
    ids=["some", "all but some", "louder or not"],
)
def test_rules_that_are_chosen_or_made_louder_are_filed_as_they_are(chosen: Rulebook) -> None:
    assert fitting(chosen) == fitting(anew(chosen)) != fitting(default_rulebook())


def test_the_rules_of_a_house_are_filed_among_the_others(tmp_path: Path) -> None:
    (tmp_path / "wrong-growth.yaml").write_text(HOUSE, encoding="utf-8")
    (tmp_path / "additions-do-not-add-up.yaml").write_text(HOUSE.replace("rose|grew", "halved"), encoding="utf-8")
    rulebook = load_rules([default_folder(), tmp_path])
    assert fitting(rulebook) == fitting(anew(rulebook)) != fitting(default_rulebook())


def test_a_rule_that_is_made_another_is_filed_anew() -> None:
    rulebook = default_rulebook()
    silent = tuple(replace(rule, unless=(*rule.unless, "the")) for rule in rulebook.rules)
    emptied = tuple(replace(rule, requirements=()) for rule in rulebook.rules)
    changed = replace(rulebook, rules=silent)
    assert fitting(changed) == fitting(anew(changed)) != fitting(rulebook)
    assert not any(fitting(replace(rulebook, rules=emptied)))
