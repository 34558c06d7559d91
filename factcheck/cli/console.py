"""What the command line says: results where they are wanted, complaints on standard error."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.codes import UNUSABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from typing import TextIO

    from factcheck.cli.options import Target
    from factcheck.report.formats import Formats
    from factcheck.report.lines import Line
    from factcheck.report.prose import Page


class Unusable(click.ClickException):
    """Something given on the command line cannot be used; the message says where, what, and the remedy."""

    exit_code = UNUSABLE


def deliver(
    result: object,
    formats: Formats,
    targets: Iterable[Target],
    *,
    only_ascii: bool,
    color: str,
    paged: bool = False,
    **how: Any,
) -> bool:
    """Write the result in each format that is wanted, and tell whether all could be written.

    What cannot be written is said at once, and is no reason to leave out the rest.
    With `paged`, what is longer than the screen is shown a screen at a time.
    """
    from factcheck.report.formats import MissingExtraError

    complete = True
    for form, file in targets:
        try:
            if formats[form].laid_out:
                lay_out = partial(formats[form].lines, result, **how)
                show(lay_out, file, only_ascii=only_ascii, color=color, paged=paged)
            else:
                write(formats[form].written(result), file)
        except Unusable as problem:
            complain(problem.format_message())
            complete = False
        except MissingExtraError as problem:
            complain(f"--format {form}: {problem}")
            complete = False
    return complete


def show(
    lines: Callable[[Page], Iterable[Line]],
    output: Path | None,
    *,
    only_ascii: bool,
    color: str,
    paged: bool = False,
) -> None:
    """Lay the lines out for where they go, and put them there."""
    from factcheck.report.prose import Page
    from factcheck.report.screen import is_coloured, page_on, printed

    if output is None:
        coloured = is_coloured(color, sys.stdout)
        text = printed(lines(page_on(sys.stdout, only_ascii=only_ascii)), coloured=coloured)
        if paged and _is_longer_than_screen(text):
            click.echo_via_pager(text, color=coloured)
        else:
            write(text, None)
    else:
        page = Page(encoding="ascii" if only_ascii else "utf-8")
        write(printed(lines(page), coloured=color == "always"), output)


def _is_longer_than_screen(text: str) -> bool:
    """Whether somebody sits before a screen, and the text has no room on it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    from shutil import get_terminal_size

    return text.count("\n") >= get_terminal_size().lines


def write(text: str | bytes, output: Path | None) -> None:
    """Write to the screen, or to a file that is there as a whole or not at all."""
    if output is None:
        write_out(text, sys.stdout)
        return
    data = text if isinstance(text, bytes) else text.encode("utf-8")
    place = output.resolve()
    beside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        if place.exists() and not place.is_file():  # a device or a pipe is written to, not replaced
            place.write_bytes(data)
        else:
            beside.write_bytes(data)
            beside.replace(place)
    except OSError as problem:
        raise Unusable(
            f"{output}: cannot be written: {problem.strerror}. Name a file in a folder that you may write to."
        ) from problem
    finally:  # nor is anything left behind when somebody interrupts it
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_out(text: str | bytes, stream: TextIO) -> None:
    """Write all of it, or as much as whoever reads the pipe wants of it."""
    try:
        if isinstance(text, bytes):
            stream.buffer.write(text)
        else:
            stream.write(text)
        stream.flush()
    except OSError as problem:
        # Python would flush again on its way out, and complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if not isinstance(problem, BrokenPipeError):
            what = (
                f"the report cannot be written: {problem.strerror}. Write it to another disk with --format NAME=FILE."
            )
            raise Unusable(what) from problem


def complain(problem: str) -> None:
    """Say on standard error what is the matter."""
    with suppress(BrokenPipeError):
        click.echo(f"factcheck: {harmless(problem, sys.stderr.encoding or 'ascii')}", file=sys.stderr)


def harmless(text: str, encoding: str = "utf-8") -> str:
    """The text, line by line, without anything that a terminal would obey, in letters that the encoding has."""
    from factcheck.report.visible import visible

    return "\n".join(visible(line, encoding) for line in text.splitlines())
