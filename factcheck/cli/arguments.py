"""Arguments become nouns: files become documents, folders a rulebook."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.console import Unusable, complain
from factcheck.processes import in_turn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from factcheck.config import Config
    from factcheck.judge.rules import Rulebook, UnknownRuleError
    from factcheck.model import Article, Document, Unreadable
    from factcheck.processes import Each


def documents_in(
    paths: Iterable[str],
    published: date | None = None,
    stdin_filename: str | None = None,
    tracked_changes: str = "accept",
    *,
    each: Each = in_turn,
) -> tuple[tuple[Document, ...], tuple[Unreadable, ...]]:
    """The articles that can be read, and what cannot be, which is said at once."""
    from factcheck.model import TrackedChanges
    from factcheck.read import load

    documents, unreadable = load(
        paths,
        published=published,
        stdin_name=stdin_filename,
        tracked_changes=TrackedChanges(tracked_changes),
        each=each,
    )
    for one in unreadable:
        complain(str(one))
    return documents, unreadable


def chosen_rules(
    folders: Iterable[str],
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    config: Config | None = None,
) -> Rulebook:
    """The rules that ship with factcheck and those in the folders, as far as they are chosen, and as loud as is set."""
    from factcheck.config import rules_named
    from factcheck.rulebook import UnknownRuleError, default_folder, load_rules

    with plainly():
        rulebook = load_rules([default_folder(), *map(rules_folder, folders)])
    if config:
        for names, setting in rules_named(config):
            try:
                rulebook.select(names)
            except UnknownRuleError as problem:
                raise Unusable(f"{setting.place}: {_unknown(problem)}") from problem
        severities = {name: setting.value for name, setting in config.severities.items()}
        rulebook = replace(rulebook.with_severities(severities), tolerance=config.get("tolerance", 0) / 100)
    with plainly():
        return rulebook.select(select, ignore)


def rules_folder(folder: str) -> Path:
    """The folder (or file) of rules, if there is any rule in it."""
    from factcheck.rulebook import rule_files

    path = Path(folder)
    if not path.exists():
        raise Unusable(f"{folder}: no such folder. Name the folder that holds your rule files.")
    if not rule_files(path):
        raise Unusable(
            f"{folder}: no rules in this folder. A rule is a .yaml file; `factcheck explain RULE` shows one."
        )
    return path


def facts_known(files: Iterable[str], *, shipped: bool) -> tuple[Article, ...]:
    """What is known: the facts that ship with factcheck, and those in the files."""
    from factcheck.facts import FactsError, known_facts, load_facts

    try:
        return (*(known_facts() if shipped else ()), *(load_facts(Path(file)) for file in files))
    except FactsError as problem:
        raise Unusable(str(problem)) from problem


@contextmanager
def plainly() -> Iterator[None]:
    """What is wrong with a rule, or the name of one, is told as one line."""
    from factcheck.rulebook import RuleError, UnknownRuleError

    try:
        yield
    except UnknownRuleError as problem:
        raise Unusable(_unknown(problem)) from problem
    except RuleError as problem:
        raise Unusable(str(problem)) from problem


def _unknown(problem: UnknownRuleError) -> str:
    """That there is no such rule, and which was meant."""
    from factcheck.rulebook import meant

    return f"{problem}{meant(problem.name, problem.known)} `factcheck rules` lists them."
