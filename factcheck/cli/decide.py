"""`factcheck decide`: let a finding stand."""

from __future__ import annotations

from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.codes import LISTING_EXIT_CODES
from factcheck.cli.console import Unusable, harmless, write
from factcheck.cli.deciding import decisions_file
from factcheck.cli.desk import configuring
from factcheck.cli.options import Day

if TYPE_CHECKING:
    from datetime import date

    from factcheck.config import Config
    from factcheck.decisions import Decision


@click.command(epilog=LISTING_EXIT_CODES)
@click.argument("finding", metavar="ID")
@click.option("--reason", required=True, help="Why it is let stand; whoever reads the report is told.")
@click.option("--until", type=Day(), help="The last day on which it is; after it, it is reported again.")
@click.option("--by", metavar="WHO", help="Who says so.  [default: you]")
@click.option("--everywhere", is_flag=True, help="Let these claims stand in other articles too.")
@click.option(
    "--from",
    "report",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Look for the finding in this JSON report, and not among the findings of the last runs here.",
)
@click.option(
    "--decisions",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write it to this file.  [default: factcheck-decisions.toml beside the settings]",
)
@configuring
def decide(
    finding: str,
    *,
    reason: str,
    until: date | None,
    by: str | None,
    everywhere: bool,
    report: Path | None,
    decisions: Path | None,
    config: Config,
) -> int:
    """Let the finding ID stand: it is no longer reported, only counted, until one of its values changes.

    The ID is what a report shows behind the place, like #4829ff4; its first four
    letters will do if no other finding begins so. The decision goes into a file that
    belongs under version control with the articles.
    """
    from dataclasses import replace

    from factcheck.decisions import DecisionsError, with_decisions

    found = _found(finding, report)
    decision = replace(
        found, reason=reason, by=_me() if by is None else by, until=until, articles=() if everywhere else found.articles
    )
    path = decisions_file(decisions, config)
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        write(with_decisions(path, before, [decision]), path)
    except DecisionsError as problem:
        raise Unusable(str(problem)) from problem
    claims = ", ".join(f"“{claim}”" for claim in decision.claims)
    where = f" in {', '.join(decision.articles)}" if decision.articles else " everywhere"
    last = f" until {until}" if until else ""
    click.echo(harmless(f"{path}: {decision.id} ({claims}{where}) is let stand{last}."))
    return 0


def _found(name: str, report: Path | None) -> Decision:
    """What could be decided on the one finding of that name."""
    from factcheck.recent import recalled, reported_in, usual_place

    start = name.removeprefix("#").lower()
    if len(start) < 4:
        raise Unusable(f"“{name}” is too short for a finding. Give four letters of its id or more.")
    try:
        found = reported_in(report, start) if report else recalled(start, usual_place())
    except ValueError as problem:
        raise Unusable(f"{report}: {problem}. Write one with: factcheck check --format json=report.json") from problem
    if not found:
        where = str(report) if report else "the last runs here"
        raise Unusable(
            f"no finding in {where} is called “{name}”. Run `factcheck check` again, or name a report with --from."
        )
    if len(found) > 1:
        names = ", ".join(sorted(f"#{one.fingerprint}" for one in found))
        raise Unusable(f"several findings are called “{name}”: {names}. Give more letters.")
    return found[0]


def _me() -> str:
    try:
        return getuser()
    except (OSError, KeyError):  # somebody without a name, as in a container
        return ""
