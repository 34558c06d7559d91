"""Commands that go on while somebody writes, and see it when settings, rules, facts, sources or decisions change."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.arguments import documents_in
from factcheck.cli.codes import UNUSABLE
from factcheck.cli.console import complain
from factcheck.cli.deciding import standing, today
from factcheck.cli.desk import taken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factcheck.cli.desk import Desk
    from factcheck.model import Document, Report

#: Where a context keeps what was given on the command line.
GIVEN = "factcheck.cli.given"
#: How often the files are looked at, in seconds.
LOOK_AGAIN = 0.3


class Lasting(click.Command):
    """A command that remembers what was given on the command line."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left of the arguments."""
        ctx.meta[GIVEN] = tuple(args)
        return super().parse_args(ctx, args)


def given() -> tuple[str, ...]:
    """What was given to the running command on the command line."""
    arguments: tuple[str, ...] = click.get_current_context().meta[GIVEN]
    return arguments


def afresh(command: click.Command, arguments: Sequence[str], **set_to: Any) -> int:
    """What a command comes to that is started once more, some of its options being set to something else.

    What cannot be used is said, and is for whoever watches to mend.
    """
    try:
        with command.make_context(command.name, [*arguments]) as ctx:
            ctx.params.update(set_to)
            code: int = command.invoke(ctx)
    except click.ClickException as problem:
        complain(problem.format_message())
        return UNUSABLE
    return code


def watching(names: Iterable[str], run: Callable[[], int]) -> int:
    """What the last run came to, once somebody ends it with Ctrl-C."""
    paths = [Path(name) for name in names if name != "-"]
    code, seen = 0, None
    with suppress(KeyboardInterrupt):  # the way to end it
        while True:
            now = marks(paths)
            if now != seen:
                seen = now
                code = run()
                complain("watching for changes; end with Ctrl-C")
            a_moment()
    return code


def marks(paths: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """When each of the files, and each in the folders, was last written, and how long it is."""
    found = {}
    for path in paths:
        for file in [path] if not path.is_dir() else path.rglob("*"):
            with suppress(OSError):
                status = file.stat()
                found[str(file)] = (status.st_mtime_ns, status.st_size)
    return found


def a_moment() -> None:
    """Wait until it is worth looking at the files again."""
    sleep(LOOK_AGAIN)


class Workbench:
    """Checks articles by what the files of a project say at the time.

    Files that cannot be used any more are told as a remark in each report, and what
    they said before goes on to hold; at the start they are Unusable.
    """

    def __init__(self, command: click.Command, arguments: Sequence[str]) -> None:
        self._command, self._arguments = command, arguments
        self._problem = ""
        self._take_up()

    def files(self) -> dict[str, tuple[int, int]]:
        """The files that count, each with what changes when it does."""
        return marks(self._files)

    def check(self, drafts: Iterable[Document], sources: Iterable[Document] = ()) -> Report:
        """The report on the drafts, held against the sources and those of the command line."""
        from factcheck.pipeline import check
        from factcheck.silencing import silenced

        if self.files() != self._marks:
            self._take_up_again()
        desk, against = self._desk, self._desk.settled((*sources, *self._sources))
        report = check(desk.settled(drafts), against=against, rulebook=desk.rulebook, facts=desk.known)
        report = silenced(desk.reported(report), self._standing, today())
        return replace(report, remarks=(*filter(None, [self._problem]), *report.remarks))

    def _take_up_again(self) -> None:
        try:
            self._take_up()
        except click.ClickException as problem:
            self._marks = self.files()
            self._problem = f"{problem.format_message()} What held before still does."

    def _take_up(self) -> None:
        """Read all that the command line names, as if the command had just been started."""
        with self._command.make_context(self._command.name, [*self._arguments]) as ctx:
            options: dict[str, Any] = dict(ctx.params)
        desk: Desk = taken(options)
        against: tuple[str, ...] = options.get("against", ())
        baseline: Path | None = options["baseline"]
        let_stand = standing(desk.config, options["decisions"], baseline)
        # All of it is read before any of it holds.
        _, _, (sources, _) = desk.rulebook, desk.known, documents_in(against)
        self._desk, self._standing, self._sources, self._problem = desk, let_stand, sources, ""
        self._files = (*desk.files(), Path(let_stand.name), *filter(None, [baseline]), *map(Path, against))
        self._marks = self.files()
