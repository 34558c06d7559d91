"""Options that several commands share."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    from factcheck.report.formats import Formats


class Day(click.ParamType[date]):
    """A day of the calendar, written as 2022-02-24."""

    name = "yyyy-mm-dd"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or an error that says how to write one."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is no day of the calendar. Write it as 2022-02-24.", param, ctx)


class Target(NamedTuple):
    """A format that is wanted, and the file to write it to; None is the screen."""

    form: str
    file: Path | None = None


class Wanted(click.ParamType[Target]):
    """The name of a format, with or without =FILE."""

    name = "format"

    def __init__(self, formats: Formats) -> None:
        self._formats = formats

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Target:
        """The format and its file, or an error that names the formats there are."""
        if isinstance(value, Target):
            return value
        form, given, file = value.partition("=")
        if form not in self._formats:
            from factcheck.rulebook import meant

            remedy = meant(form, self._formats) or f". There are {', '.join(self._formats)}."
            self.fail(f"“{form}” is no format{remedy}", param, ctx)
        if given and not file:
            self.fail(f"no file stands after “{form}=”.", param, ctx)
        return Target(form, Path(file) if file else None)

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        """What stands for the value in the help."""
        del param, ctx
        return f"[{'|'.join(self._formats)}][=FILE]"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """The formats that begin so, each with what it is for."""
        from click.shell_completion import CompletionItem

        del ctx, param
        return [
            CompletionItem(name, help=form.says) for name, form in self._formats.items() if name.startswith(incomplete)
        ]


def together(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """One decorator for options that several commands share, in the order given."""

    def decorate(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


opening = together(
    click.option(
        "--date",
        "published",
        type=Day(),
        help="The day the articles were published, if they do not say it or say it wrongly.",
    ),
    click.option(
        "--stdin-filename",
        metavar="NAME",
        default=None,
        help="What to call the article that `-` reads from standard input; its ending tells the format.",
    ),
    click.option(
        "--tracked-changes",
        type=click.Choice(["accept", "reject", "both"]),
        default="accept",
        show_default=True,
        help="Read Word's tracked changes as made, as not made, or both ways.",
    ),
    click.option(
        "--jobs",
        type=click.IntRange(min=0),
        default=1,
        show_default=True,
        metavar="N",
        help="Read and understand so many articles at once; 0 is as many as there are processors.",
    ),
)
against = click.option(
    "--against", multiple=True, metavar="SOURCE", help="Check against this source too (a file, folder or glob)."
)
reading = together(against, opening)


def failing(default: str) -> Callable[[Any], Any]:
    """The options that say when a run fails."""
    return together(
        click.option(
            "--fail-on",
            type=click.Choice(["error", "warning", "note", "never"]),
            default=default,
            show_default=True,
            help="The quietest finding that makes the exit code 1.",
        ),
        click.option("--allow-empty", is_flag=True, help="Do not mind if there was nothing to compare."),
    )


def showing(formats: Formats) -> Callable[[Any], Any]:
    """The options that say how and where to write the result; the command gets them as `targets`."""
    options = together(
        click.option(
            "--format",
            "targets",
            type=Wanted(formats),
            multiple=True,
            default=[next(iter(formats))],
            help="How to write the result; with =FILE, to that file and not to the screen. May be given again.",
        ),
        click.option(
            "--output",
            type=click.Path(path_type=Path, dir_okay=False),
            metavar="FILE",
            help="Write it to this file and not to the screen, where there is only one format.",
        ),
    )

    def decorate(command: Any) -> Any:
        @wraps(command)
        def with_aim(*arguments: Any, targets: tuple[Target, ...], output: Path | None, **others: Any) -> Any:
            return command(*arguments, targets=aimed(targets, output), **others)

        return options(with_aim)

    return decorate


def aimed(targets: tuple[Target, ...], output: Path | None) -> tuple[Target, ...]:
    """The targets, the only one being aimed at `output`; an error where two would fall into one place."""
    if output is not None:
        if len(targets) > 1 or targets[0].file is not None:
            raise click.UsageError("--output is for a single format. Write --format NAME=FILE for each instead.")
        return (targets[0]._replace(file=output),)
    places = Counter(target.file and target.file.resolve() for target in targets)
    for target in targets:
        if places[target.file and target.file.resolve()] > 1:
            where = target.file or "the screen"
            raise click.UsageError(f"Two formats would be written to {where}. Write --format {target.form}=FILE.")
    return targets


screen = together(
    click.option("--ascii", "only_ascii", is_flag=True, help="Use plain letters and signs only."),
    click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Whether to use colours. NO_COLOR and FORCE_COLOR are heeded.",
    ),
    click.option("--debug", is_flag=True, expose_value=False, hidden=True),
)
paging = click.option(
    "--pager/--no-pager",
    "paged",
    default=True,
    help="Show what is longer than the screen a screen at a time.  [default: with PAGER, else less]",
)
