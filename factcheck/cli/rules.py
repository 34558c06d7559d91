"""`factcheck rules`: list the rules, begin one, and try rules on their own examples."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import Naming
from factcheck.cli.arguments import chosen_rules, plainly, rules_folder
from factcheck.cli.codes import FOUND, LISTING_EXIT_CODES, TESTING_EXIT_CODES
from factcheck.cli.console import Unusable, harmless, show, write
from factcheck.cli.options import screen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.authoring import Round
    from factcheck.judge.rules import Rulebook
    from factcheck.model import Document, Finding

#: How often `rules test --watch` looks at the files, in seconds.
LOOK_AGAIN = 0.2


@click.group(cls=Naming, invoke_without_command=True, epilog=LISTING_EXIT_CODES)
@click.option("--rules", "folders", multiple=True, metavar="FOLDER", help="List the rules in this folder too.")
@click.option("--markdown", is_flag=True, help="Write a page of all rules with their examples, in Markdown.")
@click.option(
    "--types",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="Add to the page which of the types in this table the rules cover.",
)
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write the page to this file."
)
@screen
@click.pass_context
def rules(
    ctx: click.Context,
    *,
    folders: tuple[str, ...],
    markdown: bool,
    types: Path | None,
    output: Path | None,
    only_ascii: bool,
    color: str,
) -> int:
    """List the rules: the name, how loud it is, and what it finds."""
    if ctx.invoked_subcommand is not None:
        return 0
    rulebook = chosen_rules(folders)
    if markdown:
        from factcheck.report.handbook import TypesError, handbook, read_types

        try:
            write(handbook(rulebook, read_types(types) if types else ()), output)
        except TypesError as problem:
            raise Unusable(str(problem)) from problem
    else:
        from factcheck.report.explain import rules_lines

        show(lambda page: rules_lines(rulebook, page), output, only_ascii=only_ascii, color=color)
    return 0


@rules.command(epilog=LISTING_EXIT_CODES)
@click.argument("name")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="FOLDER",
    help="Put it into this folder, which is made if need be.  [default: the current one]",
)
def new(name: str, *, folder: Path) -> int:
    """Begin a rule called NAME: a file with an example of every part, to be changed into your own.

    Call it after what is wrong with the text, in small letters and hyphens, as in
    wrong-discount.
    """
    from factcheck.authoring import AuthoringError, new_rule

    try:
        path = new_rule(name, folder)
    except AuthoringError as problem:
        raise Unusable(str(problem)) from problem
    click.echo(harmless(f"{path} is written. Change it, and try it with: factcheck rules test {path.parent} --watch"))
    return 0


@rules.command(name="test", epilog=TESTING_EXIT_CODES)
@click.argument("folder")
@click.option("--watch", is_flag=True, help="Try again whenever a file changes, until interrupted with Ctrl-C.")
def test_(folder: str, *, watch: bool) -> int:
    """Try the rules in FOLDER on their own examples.

    A text under `flagged` must be reported on the words between << and >>, one
    under `accepted` must not be, and one under `not-yet` must still go wrong.
    """
    from factcheck.authoring import rounds, tried

    if watch:
        with suppress(KeyboardInterrupt):  # the way to end it
            for one in rounds(rules_folder(folder), findings, _a_moment):
                _tell_round(one)
        return 0
    with plainly():
        one = tried(rules_folder(folder), findings)
    _tell_round(one)
    return FOUND if one.failures else 0


def _a_moment() -> None:
    """Wait until it is worth looking at the files again."""
    from time import sleep

    sleep(LOOK_AGAIN)


def _tell_round(one: Round) -> None:
    """What came of a round of tests: each failure in marked text, and the sum of it."""
    if one.problem:
        click.echo(harmless(one.problem))
        return
    for failure in one.failures:
        click.echo(harmless(str(failure)))
    rules, examples = len(one.rules), sum(len(rule.examples) for rule in one.rules)
    told = f"{rules} rule{'s' * (rules != 1)}, {examples} example{'s' * (examples != 1)}"
    if one.failures:
        click.echo(f"{told}, of which {len(one.failures)} came out otherwise than the rule says.")
    else:
        click.echo(f"{told}, and all came out as the rules say.")


def findings(
    drafts: Sequence[Document], sources: Sequence[Document], facts: str, rulebook: Rulebook
) -> tuple[Finding, ...]:
    """What the rules find in the texts of an example, given the example's own facts or, if it has none, ours."""
    from factcheck.facts import read_facts
    from factcheck.pipeline import check as check_documents

    known = (read_facts(facts, "facts"),) if facts else None
    return check_documents(drafts, against=sources, rulebook=rulebook, facts=known).findings
