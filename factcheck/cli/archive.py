"""`factcheck archive`: a newsroom's articles, each held against all others."""

from __future__ import annotations

import sys
from contextlib import contextmanager, suppress
from functools import partial
from os import cpu_count
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

import click

from factcheck.cli import Naming
from factcheck.cli.codes import FOUND, LISTING_EXIT_CODES, UNUSABLE
from factcheck.cli.console import Unusable, complain, deliver, show
from factcheck.cli.options import screen, showing, together
from factcheck.report.formats import CONFLICTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.archive.checking import Checked
    from factcheck.archive.store import Store
    from factcheck.cli.options import Target

#: How often a watched folder is looked at, in seconds.
LOOK_AGAIN = 0.5

CHECKING_EXIT_CODES = """\b
Exits with
  0    if nothing is found that is as loud as --fail-on says
  1    if something is
  2    if an option, a rule or the archive cannot be used
  70   after a mistake of factcheck's own
  130  when interrupted
"""

archive_file = click.argument("place", metavar="ARCHIVE", type=click.Path(path_type=Path))
master_option = click.option(
    "--master", default="local[*]", show_default=True, metavar="URL", help="Which cluster, for --engine spark."
)
jobs_option = click.option(
    "--jobs",
    type=click.IntRange(min=0),
    default=1,
    show_default=True,
    metavar="N",
    help="Do the work in so many processes; 0 is as many as there are processors.",
)
texts_option = click.option(
    "--texts/--no-texts",
    "with_texts",
    default=True,
    show_default=True,
    help="Keep the articles' texts too; rules about whole articles are only asked where they are.",
)
judging = together(
    click.option("--rules", "folders", multiple=True, metavar="FOLDER", help="Use the rules in this folder too."),
    click.option("--select", multiple=True, metavar="RULE", help="Use only this rule or group; may be given again."),
    click.option("--ignore", multiple=True, metavar="RULE", help="Leave this rule or group out; may be given again."),
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "note", "never"]),
        default="error",
        show_default=True,
        help="The quietest finding that makes the exit code 1.",
    ),
)


@click.group(cls=Naming)
def archive() -> None:
    """Keep articles by the million, and find where they differ.

    \b
    factcheck archive add wire.fc wire/             read articles into an archive
    factcheck archive check wire.fc                 where they differ
    factcheck check draft.md --archive wire.fc      a draft against all of them
    factcheck archive watch wire.fc inbox/          each new file, as it comes in
    """  # noqa: D301 - click wants the letter \b itself, to leave the lines as they are


@archive.command(epilog=LISTING_EXIT_CODES)
@archive_file
@click.argument("files", nargs=-1, required=True)
@jobs_option
@click.option(
    "--engine",
    type=click.Choice(["sqlite", "spark"]),
    default="sqlite",
    show_default=True,
    help="What reads them. Spark makes a folder of Parquet files out of Parquet files, and each time anew.",
)
@master_option
@texts_option
@screen
def add(
    place: Path,
    files: tuple[str, ...],
    *,
    jobs: int,
    engine: str,
    master: str,
    with_texts: bool,
    only_ascii: bool,
    color: str,
) -> int:
    """Read FILES into ARCHIVE, which is made if need be.

    FILES are articles, folders, globs, JSON lines (a `text`, and if known a `name`
    and a day of publication, `published`, in each) and Parquet files with the same
    columns. What is in the archive already is not read again, so that a run that was
    broken off is simply started anew.
    """
    if engine == "spark":
        from factcheck.archive.engines import extract_with_spark

        with plainly():
            made, failed = extract_with_spark(place, files, master=master, with_texts=with_texts)
        click.echo(f"{made:,} claims in {place}, {failed:,} articles failed.")
        return UNUSABLE if failed else 0
    from factcheck.archive.adding import add as add_all

    with plainly(), _progress(only_ascii=only_ascii, color=color) as tell:
        added = add_all(place, files, jobs=jobs or cpu_count() or 1, tell=tell, with_texts=with_texts, say=complain)
    for one in added.unreadable:
        complain(str(one))
    for name, problem in added.failed:
        complain(f"{name}: could not be understood ({problem}). It is left out; the rest is not.")
    click.echo(f"{added.new:,} added, {added.known:,} known before, {len(added.failed):,} failed.")
    return UNUSABLE if added.unreadable or added.failed else 0


@archive.command(epilog=CHECKING_EXIT_CODES)
@archive_file
@judging
@click.option(
    "--engine",
    type=click.Choice(["auto", "sqlite", "duckdb", "spark"]),
    default="auto",
    show_default=True,
    help="What works it out; the findings are the same. By itself DuckDB for Parquet files, and else SQLite.",
)
@jobs_option
@master_option
@click.option(
    "--claims-only",
    is_flag=True,
    help="Ask only the rules about claims of one thing, and none about whole articles: some hundred times as quick.",
)
@showing(CONFLICTS)
@screen
def check(
    place: Path,
    *,
    folders: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    engine: str,
    jobs: int,
    master: str,
    claims_only: bool,
    targets: tuple[Target, ...],
    only_ascii: bool,
    color: str,
) -> int:
    """Find where the articles in ARCHIVE differ from each other.

    ARCHIVE may also be a Parquet file, or a folder of them, that `archive export`
    has written; DuckDB or Spark reads those.
    """
    from factcheck.archive.engines import check_with
    from factcheck.cli.arguments import chosen_rules

    rulebook = chosen_rules(folders, select, ignore)
    with plainly():
        checked = check_with(
            engine, place, rulebook, master=master, jobs=jobs or cpu_count() or 1, claims_only=claims_only
        )
    delivered = deliver(checked, CONFLICTS, targets, only_ascii=only_ascii, color=color)
    return exit_code(checked, fail_on) if delivered else UNUSABLE


@archive.command(epilog=LISTING_EXIT_CODES)
@archive_file
@click.option(
    "--format",
    "form",
    type=click.Choice(["parquet", "csv"]),
    show_default="csv for a FILE that ends in .csv, and else parquet",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="FILE",
    help="The file to write.",
)
def export(place: Path, *, form: str | None, output: Path) -> int:
    """Write every claim in ARCHIVE to a file, for other programs or for `archive check` on a cluster.

    Beside a Parquet file the texts go to one of their own, claims.texts.parquet to
    claims.parquet; `archive check` finds it there.
    """
    from factcheck.archive.store import opened
    from factcheck.archive.tables import write_csv, write_parquet, write_texts

    with plainly(), opened(place) as store:
        if form == "csv" or (form is None and output.suffix.lower() == ".csv"):
            click.echo(f"{write_csv(store.rows(), output):,} claims written to {output}.")
            return 0
        written, (texts, beside) = write_parquet(store.rows(), output), write_texts(store.text_rows(), output)
    click.echo(f"{written:,} claims written to {output}" + (f", {texts:,} texts to {beside}." if texts else "."))
    return 0


@archive.command(epilog=LISTING_EXIT_CODES)
@archive_file
@screen
def info(place: Path, *, only_ascii: bool, color: str) -> int:
    """Tell what ARCHIVE holds, and which articles could not be understood."""
    from factcheck.archive.store import opened
    from factcheck.report.archives import info_lines

    with plainly(), opened(place) as store:
        found, failures = store.info(), store.failures()
    show(partial(info_lines, found, failures), None, only_ascii=only_ascii, color=color)
    return 0


@archive.command(epilog=LISTING_EXIT_CODES)
@archive_file
@click.argument("sources", nargs=-1, required=True)
def remove(place: Path, sources: tuple[str, ...]) -> int:
    """Take the articles that are called SOURCES out of ARCHIVE.

    A name that ends in a slash is a folder: all that was added from it.
    """
    from factcheck.archive.store import opened

    with plainly(), opened(place, say=complain) as store:
        names = dict.fromkeys(name for source in sources for name in _named(source, store, place))
        removed = sum(map(store.remove, names))
    click.echo(f"{removed:,} removed.")
    return 0


def _named(source: str, store: Store, place: Path) -> list[str]:
    """The names of articles that a source stands for: itself, or all of a folder; Unusable where there are none."""
    if store.has(source):
        return [source]
    known = store.names()
    if names := [name for name in known if source.endswith("/") and name.startswith(source)]:
        return names
    like = [name for name in known if name.endswith(f"/{source}")] + [
        f"{source}/" for name in known if name.startswith(f"{source}/")
    ]
    raise Unusable(f"{source}: no article of this name in {place}.{f' Did you mean {like[0]}?' if like else ''}")


@archive.command(epilog=LISTING_EXIT_CODES)
@archive_file
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--once", is_flag=True, help="Take what is in the folder, and end.")
@texts_option
@screen
def watch(place: Path, folder: Path, *, once: bool, with_texts: bool, only_ascii: bool, color: str) -> int:
    """Hold each new file in FOLDER against ARCHIVE, and add it, until interrupted with Ctrl-C.

    A file that changes is an article that was edited: what it said before is given up.
    """
    from factcheck.archive.adding import add as add_all
    from factcheck.archive.store import opened
    from factcheck.archive.watching import arrivals, check_in
    from factcheck.cli.arguments import chosen_rules
    from factcheck.model import Unreadable
    from factcheck.report.conflicts import conflicts_lines

    rulebook = chosen_rules(())
    with plainly():
        add_all(place, ())
    with plainly(), opened(place, say=complain) as store, suppress(KeyboardInterrupt, _Enough):  # the way to end it
        for name in arrivals(folder, _looks(2 if once else None)):
            for found in check_in(store, name, rulebook, with_texts=with_texts):
                if isinstance(found, Unreadable):
                    complain(str(found))
                else:
                    show(partial(conflicts_lines, found), None, only_ascii=only_ascii, color=color)
    return 0


class _Enough(Exception):  # noqa: N818 - nothing went wrong
    """It has been looked often enough."""


def _looks(most: int | None) -> Callable[[], None]:
    """What waits until it is worth looking at a folder again, so many times at most."""
    looked = 0

    def wait() -> None:
        nonlocal looked
        looked += 1
        if looked == most:
            raise _Enough
        sleep(LOOK_AGAIN)

    return wait


@archive.command(epilog=LISTING_EXIT_CODES)
@archive_file
@click.argument("name")
@click.option("--all", "all_of_it", is_flag=True, help="Show all things, and not only those of which most is said.")
@screen
def facts(place: Path, name: str, *, all_of_it: bool, only_ascii: bool, color: str) -> int:
    """Tell what ARCHIVE says about NAME, from the first day to the last."""
    from factcheck.archive.store import opened
    from factcheck.archive.subjects import facts_about
    from factcheck.report.subjects import MOST_THINGS, about_lines

    with plainly(), opened(place) as store:
        found = facts_about(store, name)
    if not found.said:
        raise Unusable(f"{name}: nothing is said of this name in {place}. Write it as an article does.")
    lines = partial(about_lines, found, most=None if all_of_it else MOST_THINGS)
    show(lines, None, only_ascii=only_ascii, color=color)
    return 0


@archive.command(epilog=LISTING_EXIT_CODES)
@click.argument("one")
@click.argument("other")
@screen
def names(one: str, other: str, *, only_ascii: bool, color: str) -> int:
    """Tell why the names ONE and OTHER go for one, or do not."""
    from factcheck.archive.subjects import names_explained
    from factcheck.report.subjects import names_lines

    explained = names_explained(one, other)
    show(partial(names_lines, one, other, explained), None, only_ascii=only_ascii, color=color)
    return 0


def exit_code(checked: Checked, fail_on: str) -> int:
    """Whether anything was found that is loud enough."""
    from factcheck.model import Severity

    loudest = [conflict.findings[0].severity.rank for conflict in checked.conflicts]
    return FOUND if fail_on != "never" and any(rank <= Severity(fail_on).rank for rank in loudest) else 0


@contextmanager
def plainly() -> Iterator[None]:
    """What is the matter with an archive is told as one line."""
    from factcheck.archive.problems import ArchiveError

    try:
        yield
    except ArchiveError as problem:
        raise Unusable(str(problem)) from problem


@contextmanager
def _progress(*, only_ascii: bool, color: str) -> Iterator[Callable[[int, int], None] | None]:
    """What to tell how far a long run is: a bar on a terminal, which leaves no trace, and nothing anywhere else."""
    from factcheck.report.screen import is_coloured

    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True, no_color=not is_coloured(color, sys.stderr), legacy_windows=only_ascii or None)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, all_of_it: bar.update(task, completed=done, total=all_of_it)
