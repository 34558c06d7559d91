"""What is let stand: the options that say where that is written, and how a report is rid of it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.console import Unusable, write
from factcheck.cli.options import together

if TYPE_CHECKING:
    from factcheck.config import Config
    from factcheck.decisions import Decision
    from factcheck.model import Report
    from factcheck.silencing import Standing

_FILE = click.Path(path_type=Path, dir_okay=False)

heeding = together(
    click.option(
        "--decisions",
        type=_FILE,
        metavar="FILE",
        help="Let stand what was decided in this file.  [default: factcheck-decisions.toml beside the settings]",
    ),
    click.option("--baseline", type=_FILE, metavar="FILE", help="Let stand what this file knows already."),
)
deciding = together(
    heeding,
    click.option("--write-baseline", type=_FILE, metavar="FILE", help="Write all that is found to such a file."),
)


def decisions_file(option: Path | None, config: Config) -> Path:
    """The file of decisions: the one that is named, else the one beside the settings, else the one here."""
    from factcheck.decisions import FILE

    return option or Path(FILE if config.path is None else config.path.parent / FILE)


def standing(config: Config, decisions: Path | None, baseline: Path | None = None) -> Standing:
    """What is let stand: what was decided in the file that is named or the usual one, and what a baseline knows."""
    from factcheck.paths import from_here
    from factcheck.silencing import Standing

    file = decisions_file(decisions, config)
    is_named = decisions not in {None, config.get("decisions")}
    return Standing(
        decisions=decided_in(file) if is_named or file.exists() else (),
        name=from_here(str(file)),
        baseline=decided_in(baseline) if baseline else None,
        comments=config.get("comments", True),
    )


def without_what_stands(
    report: Report, config: Config, *, decisions: Path | None, baseline: Path | None, write_baseline: Path | None
) -> Report:
    """The report, what is let stand being set aside and counted."""
    from factcheck.recent import remember, usual_place
    from factcheck.silencing import silenced

    done = silenced(report, standing(config, decisions, baseline), today())
    remember(done.findings, usual_place())
    if write_baseline:
        _write_baseline(done, write_baseline)
    return done


def decided_in(path: Path) -> tuple[Decision, ...]:
    """The decisions in a file."""
    from factcheck.decisions import DecisionsError, read_decisions

    try:
        return read_decisions(path)
    except DecisionsError as problem:
        raise Unusable(str(problem)) from problem


def today() -> date:
    """The day, wherever one is."""
    return datetime.now().astimezone().date()


def _write_baseline(report: Report, path: Path) -> None:
    """Write a file that lets stand what is reported, and what an earlier one let stand already."""
    from factcheck.decisions import decision_on, with_decisions
    from factcheck.model import Silencer

    known = [one.finding for one in report.suppressed if one.by is Silencer.BASELINE]
    write(with_decisions(path, "", map(decision_on, (*report.findings, *known))), path)
