"""Arguments become nouns: files become documents, folders a rulebook."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.console import Unusable, complain
from factcheck.cli.progress import progressing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from factcheck.config import Config
    from factcheck.judge.rules import Rulebook, UnknownRuleError
    from factcheck.model import Article, Document, Finding, Report, Unreadable

#: The rule that tells the figures of a draft that no source has.
UNSUPPORTED = "figure-without-source"


def checked(
    articles: tuple[str, ...],
    *,
    against: tuple[str, ...],
    published: date | None,
    stdin_filename: str | None,
    tracked_changes: str,
    facts: tuple[str, ...],
    no_facts: bool,
    folders: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config: Config,
    equal: bool = False,
    jobs: int | None = None,
    kept_in: Path | None = None,
    unsupported: bool = False,
) -> Report:
    """The report on what can be read, and on what cannot be, which is said at once.

    Articles that are all `equal` are only compared with each other. With a number
    of `jobs` each is checked by itself, in so many processes. The figures that no
    source has are told if they are `unsupported`. A report that is kept in a folder is
    not made again.
    """
    rulebook = chosen_rules(folders, select, ignore, config)
    if unsupported:
        rulebook = rulebook.requesting(UNSUPPORTED)
    known = facts_known(facts, shipped=not no_facts)
    from factcheck.pipeline import check as check_documents
    from factcheck.pipeline import compare as compare_documents

    documents, unreadable = documents_in(articles, published, stdin_filename, tracked_changes)
    sources, unreadable_sources = documents_in(against, None, stdin_filename, tracked_changes)
    documents, sources = as_settled(documents, config), as_settled(sources, config)
    if equal:
        report = compare_documents((*documents, *sources), rulebook=rulebook, facts=known)
    elif jobs:
        from factcheck.separately import check_alone, check_each, together

        checker = partial(check_alone, against=sources, rulebook=rulebook, facts=known, kept_in=kept_in)
        report = together(list(progressing(check_each(documents, checker, jobs), len(documents))))
    elif kept_in:
        from factcheck.separately import check_once

        report = check_once(documents, against=sources, rulebook=rulebook, facts=known, kept_in=kept_in)
    else:
        report = check_documents(documents, against=sources, rulebook=rulebook, facts=known)
    return replace(
        report, findings=as_reported(report, rulebook, config), unreadable=(*unreadable, *unreadable_sources)
    )


def as_settled(documents: Iterable[Document], config: Config) -> tuple[Document, ...]:
    """The documents, as the settings say that they are to be read."""
    from factcheck.config import day_first

    return tuple(replace(document, day_first=day_first(config, document)) for document in documents)


def as_reported(report: Report, rulebook: Rulebook, config: Config) -> tuple[Finding, ...]:
    """The findings that the settings for their files let be reported."""
    if not config.per_file:
        return report.findings
    from factcheck.config import reported

    groups = {rule.name: rule.group for rule in rulebook.rules}
    return tuple(finding for finding in report.findings if reported(config, finding, groups[finding.rule]))


def documents_in(
    paths: Iterable[str], published: date | None, stdin_filename: str | None, tracked_changes: str
) -> tuple[tuple[Document, ...], tuple[Unreadable, ...]]:
    """The articles that can be read, and what cannot be, which is said at once."""
    from factcheck.model import TrackedChanges
    from factcheck.read import load

    documents, unreadable = load(
        paths, published=published, stdin_name=stdin_filename, tracked_changes=TrackedChanges(tracked_changes)
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
