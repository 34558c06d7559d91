"""The manual pages of all commands, written into a folder: python scripts/manual.py man/."""  # noqa: INP001 - a script is no package

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import cast

import click
from click_man.core import write_man_pages

from factcheck import __version__
from factcheck.cli import commands


def main(folder: Path) -> None:
    """Write a page for each command, dated as the version is: not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    context = click.Context(commands)
    # click-man looks for the commands that a group holds, and ours are imported when they are called.
    commands.commands = {
        name: cast("click.Command", commands.get_command(context, name)) for name in commands.list_commands(context)
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # it asks click in a way that goes until click 9
        write_man_pages("factcheck", commands, version=__version__, target_dir=str(folder), date=" ")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
