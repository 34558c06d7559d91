"""Pages of the documentation that do what they say.

A fenced block with a file name behind its language is the contents of that file; a
block of `console` has commands, each with what it prints, and dots for any lines.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcheck import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A block of a page: what it is, the file that it is the contents of, and its lines.
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
#: A line that stands for any lines.
ANYTHING = "..."


def page(name: str) -> str:
    """The text of a page of the documentation."""
    return (Path(__file__).parent.parent / "docs" / name).read_text(encoding="utf-8")


def followed(text: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The commands of a page, all of which were run in the current folder and printed what stands below them."""
    done = []
    for language, name, body in BLOCK.findall(text):
        if name:
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(body, encoding="utf-8")
        elif language == "console":
            for command, printed in _commands(body):
                with pytest.raises(SystemExit):
                    cli.main(shlex.split(command)[1:])
                shown = capsys.readouterr()
                _check(command, shown.out + shown.err, printed)
                done.append(command)
    return done


def _commands(body: str) -> Iterator[tuple[str, str]]:
    """The commands of a block, each with what it prints."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, printed = part.partition("\n")
        yield command, printed


def _check(command: str, printed: str, told: str) -> None:
    """Fail unless something is printed as the page has it, line by line."""
    expected = "".join(r"(?:.*\n)*" if line == ANYTHING else rf"{re.escape(line)}\n" for line in told.splitlines())
    assert re.fullmatch(expected, printed), f"$ {command}\n{printed}\n!=\n{told}"
