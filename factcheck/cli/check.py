"""`factcheck check`: articles against themselves, each other and their sources."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from functools import partial
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.annotating import annotate, annotating
from factcheck.cli.checking import checked
from factcheck.cli.codes import EXIT_CODES, FOUND, NOTHING_COMPARED, UNUSABLE
from factcheck.cli.console import complain, deliver, write_out
from factcheck.cli.deciding import deciding, decisions_file, without_what_stands
from factcheck.cli.desk import judging
from factcheck.cli.lasting import Lasting, afresh, given, watching
from factcheck.cli.options import failing, reading, screen, showing
from factcheck.report.formats import REPORT

if TYPE_CHECKING:
    from factcheck.cli.desk import Desk
    from factcheck.cli.options import Target
    from factcheck.model import Report, Severity

#: The formats for people, who see in them how much is suppressed.
TELLING = frozenset({"terminal", "statistics", "markdown"})


@click.command(cls=Lasting, epilog=EXIT_CODES)
@click.argument("articles", nargs=-1, required=True)
@reading
@judging
@click.option(
    "--archive",
    type=click.Path(path_type=Path),
    metavar="ARCHIVE",
    help="Check against all articles in this archive too (see `factcheck archive`).",
)
@click.option("--unsupported", is_flag=True, help="Tell the figures too that no source has (with --against).")
@failing("error")
@showing(REPORT)
@annotating
@deciding
@click.option("--separately", is_flag=True, help="Check each article by itself, and not against the others.")
@click.option(
    "--cache",
    "kept_in",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="Keep reports in this folder, and check nothing twice that has not changed.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a file changes, until interrupted with Ctrl-C.")
@click.option("--statistics", is_flag=True, help="Show how many findings each rule has, and not the findings.")
@click.option("--verbose", "-v", is_flag=True, help="List what was compared and agrees, and what was not compared.")
@click.option("--timing", is_flag=True, help="Tell on standard error what each stage and each rule cost.")
@screen
def check(articles: tuple[str, ...], *, desk: Desk, watch: bool, **options: Any) -> int:
    """Check ARTICLES against themselves and each other.

    ARTICLES are files, folders, globs, or `-` for standard input: plain text,
    Markdown, HTML, Word, PDF, EPUB or NINJS. Nothing is said about who is right: the report shows the
    places that differ, and what could not be compared.
    """
    if not watch:
        return _checked_once(articles, desk=desk, **options)
    let_stand = decisions_file(options["decisions"], desk.config)
    files = (*articles, *options["against"], *map(str, desk.files()), str(let_stand))
    return watching(files, partial(afresh, check, given(), watch=False))


def _checked_once(
    articles: tuple[str, ...],
    *,
    desk: Desk,
    archive: Path | None,
    fail_on: str,
    allow_empty: bool,
    targets: tuple[Target, ...],
    copy: Path | None,
    decisions: Path | None,
    baseline: Path | None,
    write_baseline: Path | None,
    statistics: bool,
    verbose: bool,
    timing: bool,
    only_ascii: bool,
    color: str,
    **choices: Any,
) -> int:
    """The exit code of a check, all that is wanted being written."""
    from factcheck.report.terminal import suppressed_words

    articles, choices["against"] = _as_globbed(articles, choices["against"])
    report = replace(checked(articles, desk, **choices), fail_on=quietest(fail_on))
    if archive:
        report = _against(archive, report, desk)
    report = without_what_stands(
        report, desk.config, decisions=decisions, baseline=baseline, write_baseline=write_baseline
    )
    if statistics:
        targets = tuple(one._replace(form="statistics") if one.form == "terminal" else one for one in targets)
    delivered = deliver(report, REPORT, targets, only_ascii=only_ascii, color=color, verbose=verbose)
    if any(one.form == "github" for one in targets):
        _sum_up(report)
    if not any(one.file is None and one.form in TELLING for one in targets):
        for words in suppressed_words(report):
            complain(words)
    if copy:
        delivered &= annotate(report, copy, choices["tracked_changes"])
    if timing:
        _tell_costs(report, desk, only_ascii=only_ascii)
    return exit_code(report, complete=delivered and not report.unreadable, allow_empty=allow_empty)


def _sum_up(report: Report) -> None:
    """Add the report to the summary of the step, where a runner of GitHub Actions has one."""
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if place:
        from factcheck.report.markdown import markdown_text

        try:
            with Path(place).open("a", encoding="utf-8") as summary:
                summary.write(markdown_text(report))
        except OSError as problem:
            complain(f"{place}: cannot be written: {problem.strerror}. The summary of the step is left out.")


def exit_code(report: Report, *, complete: bool, allow_empty: bool) -> int:
    """What the run comes to, as EXIT_CODES tells; why there was nothing to compare is said."""
    if not complete:
        return UNUSABLE
    if any(map(report.fails, report.findings)):
        return FOUND
    if report.compared or report.findings or allow_empty:
        return 0
    for article in report.articles:
        if not article.mentions:
            complain(f"{article.document.name}: no number or date is written in it")
    complain("nothing was compared, so nothing is known to agree. --allow-empty accepts that.")
    return NOTHING_COMPARED


def quietest(fail_on: str) -> Severity | None:
    """The quietest finding that makes a run fail; None if none does."""
    from factcheck.model import Severity

    return None if fail_on == "never" else Severity(fail_on)


def _as_globbed(articles: tuple[str, ...], against: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The drafts and the sources, where a shell may have made several files of `--against wire/*.txt`.

    Articles beside the one source are sources too, if there are drafts elsewhere, or
    before the option and the sources behind it; standard error says so.
    """
    folders = {Path(source).parent for source in against if Path(source).is_file()}
    beside = tuple(article for article in articles if article != "-" and Path(article).parent in folders)
    if len(beside) == len(articles):
        beside = _behind_the_source(articles, given())
    if len(against) != 1 or not beside or len(beside) == len(articles):
        return articles, against
    others = f"{beside[0]} is a source" if len(beside) == 1 else f"{beside[0]} and {len(beside) - 1} more are sources"
    complain(f"{others}, too, as {against[0]} is, which stands beside")
    return tuple(article for article in articles if article not in beside), (*against, *beside)


def _behind_the_source(articles: tuple[str, ...], arguments: tuple[str, ...]) -> tuple[str, ...]:
    """The articles that follow the source of `--against` on the command line without another option between."""
    if "--against" not in arguments:
        return ()
    behind = takewhile(lambda word: not word.startswith("-"), arguments[arguments.index("--against") + 2 :])
    return tuple(word for word in behind if word in articles)


def _against(archive: Path, report: Report, desk: Desk) -> Report:
    """The report, with what the articles of an archive say otherwise."""
    from factcheck.archive.drafts import against_archive
    from factcheck.cli.archive import plainly

    with plainly():
        return against_archive(report, archive, desk.rulebook)


def _tell_costs(report: Report, desk: Desk, *, only_ascii: bool) -> None:
    """Say what the check cost, on a run of its own: the one before has warmed everything up."""
    from factcheck.report.costs import cost_lines
    from factcheck.report.screen import page_on, printed
    from factcheck.timing import costs

    measured = costs(report.articles, desk.known, desk.rulebook)
    write_out(printed(cost_lines(measured, page_on(sys.stderr, only_ascii=only_ascii)), coloured=False), sys.stderr)
