"""The command line: each command turns arguments into nouns, calls one function, and shows the result.

Whatever takes long to import is imported where it is used, so that `--help` is there at once.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, NoReturn

import click

from factcheck import __version__
from factcheck.cli.codes import INTERNAL_ERROR, INTERRUPTED, UNUSABLE
from factcheck.cli.console import Unusable, complain, harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

#: The commands, in the order of the help; each stands in the module of its name.
COMMANDS = (
    "check",
    "compare",
    "claims",
    "timeline",
    "diff",
    "serve",
    "lsp",
    "explain",
    "rules",
    "facts",
    "decide",
    "config",
    "completion",
    "archive",
)


#: Rules and articles are trees that live until the end: to look for circles among them at each 700 new nouns, as
#: Python does, and once more when it stops, costs a short run a quarter of its time and finds nothing.
NOUNS_BETWEEN_COLLECTIONS = 250_000


class Naming(click.Group):
    """A group that, asked for a command it does not have, names the one that is spelled nearly so."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The name of the command, the command and its arguments; click.UsageError where none has the name."""
        name = args[0]
        if not ctx.resilient_parsing and not name.startswith("-") and self.get_command(ctx, name) is None:
            from factcheck.rulebook import meant

            ctx.fail(f"No such command {name!r}{meant(name, self.list_commands(ctx)) or '.'}")
        return super().resolve_command(ctx, args)


class Commands(Naming):
    """The commands, each imported when it is called or the help lists it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the order of the help."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None where there is none."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"factcheck.cli.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck", message="%(prog)s %(version)s")
@click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    help="Show where a mistake of factcheck's own came from, as FACTCHECK_DEBUG=1 does.",
)
def commands() -> None:
    """Find the numbers and dates in articles that cannot both be right.

    \b
    factcheck check draft.txt                       one article against itself
    factcheck check draft.md --against sources/     a draft against its sources
    factcheck compare a.txt b.txt c.txt             where several articles differ
    factcheck claims draft.txt                      every number and date in it
    factcheck explain wrong-conversion              what a rule looks for
    """  # noqa: D301 - click wants the letter \b itself, to leave the lines as they are


def main(arguments: Sequence[str] | None = None, *, prog_name: str = "factcheck") -> NoReturn:
    """Run the command line, and exit with the code that EXIT_CODES tells of."""
    gc.set_threshold(NOUNS_BETWEEN_COLLECTIONS)
    gc.enable()
    # A stream that whoever calls us has closed is None.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - until the process ends
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 - the same
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = commands.main(arguments, prog_name=prog_name, standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as problem:
        click.echo(problem.format_message(), err=True)
        code = UNUSABLE
    except click.ClickException as problem:
        complain(_one_line(problem))
        code = UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted")
        code = INTERRUPTED
    except Exception as mistake:  # noqa: BLE001 - whatever it is, it is ours, and no reader is to see a traceback
        code = _own_up(mistake, arguments)
    gc.freeze()
    sys.exit(code)


def program(prog_name: str = "factcheck") -> NoReturn:
    """Run the command line as all that its process does, and end the process at once.

    Python would take apart all nouns, one by one, before it ends: a thirtieth of a short run. Whatever may still
    be at work, or cannot be written, is left to it.
    """
    try:
        main(prog_name=prog_name)
    except SystemExit as end:
        with suppress(AttributeError, OSError, ValueError):
            sys.stdout.flush()
            sys.stderr.flush()
            if _is_alone():
                atexit._run_exitfuncs()  # noqa: SLF001 - no other way to what waits for the end
                os._exit(int(end.code or 0))
        raise


def _is_alone() -> bool:
    """Whether no other thread is at work."""
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() == 1


def _one_line(problem: click.ClickException) -> str:
    """What click complains of, with the way to help where the command was not understood."""
    message = " ".join(problem.format_message().split())
    # Ours ends as it should: what it ends with may be a command, which is typed without a full stop.
    if not isinstance(problem, Unusable) and not message.endswith((".", "?", ")")):
        message += "."
    if isinstance(problem, click.UsageError) and problem.ctx is not None:
        return f"{message} See `{problem.ctx.command_path} --help`."
    return message


def _own_up(mistake: Exception, arguments: Sequence[str] | None) -> int:
    """Say that the mistake is factcheck's, and how to report it."""
    debug = "--debug" in (arguments if arguments is not None else sys.argv) or os.environ.get(
        "FACTCHECK_DEBUG", "0"
    ) not in {"", "0"}
    if debug:
        import traceback

        click.echo(harmless("".join(traceback.format_exception(mistake))), err=True)
    what = f"{type(mistake).__name__}: {mistake}".replace("\n", " ")
    complain(
        f"this is a mistake of factcheck, not of yours: {what}. Please report it with the command and what `factcheck --debug` shows of it."
    )
    return INTERNAL_ERROR
