"""`factcheck compare`: articles side by side, none of them before the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.check import exit_code, quietest
from factcheck.cli.checking import checked
from factcheck.cli.codes import EXIT_CODES
from factcheck.cli.console import deliver
from factcheck.cli.deciding import deciding, without_what_stands
from factcheck.cli.desk import judging
from factcheck.cli.options import failing, opening, paging, screen, showing
from factcheck.report.formats import COMPARISON

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.cli.desk import Desk
    from factcheck.cli.options import Target


@click.command(epilog=EXIT_CODES)
@click.argument("articles", nargs=-1, required=True)
@opening
@judging
@failing("warning")
@showing(COMPARISON)
@deciding
@click.option("--verbose", "-v", is_flag=True, help="List what was compared and agrees, and what was not compared.")
@paging
@screen
def compare(
    articles: tuple[str, ...],
    *,
    desk: Desk,
    fail_on: str,
    allow_empty: bool,
    targets: tuple[Target, ...],
    decisions: Path | None,
    baseline: Path | None,
    write_baseline: Path | None,
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
    report = replace(checked(articles, desk, against=(), equal=True, **choices), fail_on=quietest(fail_on))
    report = without_what_stands(
        report, desk.config, decisions=decisions, baseline=baseline, write_baseline=write_baseline
    )
    delivered = deliver(report, COMPARISON, targets, only_ascii=only_ascii, color=color, paged=paged, verbose=verbose)
    return exit_code(report, complete=delivered and not report.unreadable, allow_empty=allow_empty)
