"""`factcheck compare`: articles side by side, none of them before the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.arguments import checked
from factcheck.cli.check import exit_code
from factcheck.cli.codes import EXIT_CODES
from factcheck.cli.console import deliver
from factcheck.cli.options import judging, opening, paging, screen, showing
from factcheck.report.formats import COMPARISON

if TYPE_CHECKING:
    from factcheck.cli.options import Target


@click.command(epilog=EXIT_CODES)
@click.argument("articles", nargs=-1, required=True)
@opening
@judging
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="warning",
    show_default=True,
    help="The quietest finding that makes the exit code 1.",
)
@click.option("--allow-empty", is_flag=True, help="Do not mind if there was nothing to compare.")
@showing(COMPARISON)
@click.option("--verbose", "-v", is_flag=True, help="List what was compared and agrees, and what was not compared.")
@paging
@screen
def compare(
    articles: tuple[str, ...],
    *,
    fail_on: str,
    allow_empty: bool,
    targets: tuple[Target, ...],
    verbose: bool,
    paged: bool,
    only_ascii: bool,
    color: str,
    **choices: Any,
) -> int:
    """Compare ARTICLES with each other: where they differ on one thing.

    All are equal, and what an article gets wrong by itself is not looked for.
    Articles that say the same stand together; a figure that a later article raises
    is an update, and two authorities who differ are told as such.
    """
    from factcheck.model import Severity

    report = checked(articles, against=(), equal=True, **choices)
    report = replace(report, fail_on=None if fail_on == "never" else Severity(fail_on))
    delivered = deliver(report, COMPARISON, targets, only_ascii=only_ascii, color=color, paged=paged, verbose=verbose)
    return exit_code(report, complete=delivered and not report.unreadable, allow_empty=allow_empty)
