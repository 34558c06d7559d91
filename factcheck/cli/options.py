"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable


class Day(click.ParamType[date]):
    """A day of the calendar, written as 2022-02-24."""

    name = "yyyy-mm-dd"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or an error that says how to write one."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is no day of the calendar. Write it as 2022-02-24.", param, ctx)


def together(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """One decorator for options that several commands share, in the order given."""

    def decorate(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


reading = together(
    click.option(
        "--against", multiple=True, metavar="SOURCE", help="Check against this source too (a file, folder or glob)."
    ),
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
)
judging = together(
    click.option("--facts", multiple=True, metavar="FILE", help="Check against the facts in this file too."),
    click.option("--no-facts", is_flag=True, help="Leave out the facts that ship with factcheck."),
    click.option("--rules", "folders", multiple=True, metavar="FOLDER", help="Use the rules in this folder too."),
    click.option("--select", multiple=True, metavar="RULE", help="Use only this rule or group; may be given again."),
    click.option("--ignore", multiple=True, metavar="RULE", help="Leave this rule or group out; may be given again."),
)
showing = together(
    click.option(
        "--format",
        "form",
        type=click.Choice(["terminal", "json"]),
        default="terminal",
        show_default=True,
        help="How to write the result.",
    ),
    click.option(
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        metavar="FILE",
        help="Write it to this file and not to the screen.",
    ),
)
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
