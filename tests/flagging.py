"""Texts that say themselves what a few rules flag in them: << >> round each place, or none."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.model import Document
from factcheck.pipeline import check
from factcheck.rulebook import default_folder, load_rules, rule_files
from factcheck.rulebook.marking import marked, unmarked

if TYPE_CHECKING:
    from factcheck.judge.rules import Rulebook
    from factcheck.model import Report


@cache
def these_rules(*names: str) -> Rulebook:
    """The rules that a test is about, without all others."""
    paths = {path.stem: path for path in rule_files(default_folder())}
    return load_rules([paths[name] for name in names])


def reported(text: str, *rules: str) -> Report:
    """What these rules find in a text, and what agrees in it."""
    return check([Document("the article", text)], rulebook=these_rules(*rules), facts=())


def as_flagged(text: str, *rules: str) -> str:
    """A text with << >> round all that these rules flag, wherever it had them before."""
    plain, _ = unmarked(text)
    found = reported(plain, *rules).findings
    places = {(span.start, span.end) for finding in found for span in finding.spans}
    return marked(plain, sorted(places))


def agreements(text: str, *rules: str) -> int:
    """How often these rules compared something in a text, and it agreed."""
    return len(reported(text, *rules).agreements)
