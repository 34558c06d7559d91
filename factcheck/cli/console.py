"""What the command line says: results where they are wanted, complaints on standard error."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from factcheck.cli.codes import UNUSABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import TextIO

    from factcheck.report.lines import Line
    from factcheck.report.prose import Page


class Unusable(click.ClickException):
    """Something given on the command line cannot be used; the message says where, what, and the remedy."""

    exit_code = UNUSABLE


def show(lines: Callable[[Page], Iterable[Line]], output: Path | None, *, only_ascii: bool, color: str) -> None:
    """Lay the lines out for where they go, and put them there."""
    from factcheck.report.prose import Page
    from factcheck.report.screen import is_coloured, page_on, printed

    if output is None:
        write(printed(lines(page_on(sys.stdout, only_ascii=only_ascii)), coloured=is_coloured(color, sys.stdout)), None)
    else:
        page = Page(encoding="ascii" if only_ascii else "utf-8")
        write(printed(lines(page), coloured=color == "always"), output)


def write(text: str, output: Path | None) -> None:
    """Write to the screen, or to a file that is there as a whole or not at all."""
    if output is None:
        write_out(text, sys.stdout)
        return
    place = output.resolve()
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        if place.exists() and not place.is_file():  # a device or a pipe is written to, not replaced
            place.write_text(text, encoding="utf-8")
        else:
            beside.write_text(text, encoding="utf-8")
            beside.replace(place)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        raise Unusable(
            f"{output}: cannot be written: {problem.strerror}. Give --output a file in a folder that you may write to."
        ) from problem


def write_out(text: str, stream: TextIO) -> None:
    """Write all of it, or as much as whoever reads the pipe wants of it."""
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # Python would flush again on its way out, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(problem: str) -> None:
    """Say on standard error what is the matter."""
    with suppress(BrokenPipeError):
        click.echo(f"factcheck: {harmless(problem)}", err=True)


def harmless(text: str) -> str:
    """The text, line by line, without anything that a terminal would obey."""
    from factcheck.report.visible import visible

    return "\n".join(map(visible, text.splitlines()))
