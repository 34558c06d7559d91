"""Where a report is shown: how wide that is, which letters it has, and whether it has colours."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import StringIO
from typing import TYPE_CHECKING

from factcheck.report.lines import plain_text
from factcheck.report.prose import Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TextIO

    from factcheck.report.lines import Line

#: Lines longer than this are no pleasure to read, however wide the screen is.
WIDEST = 120
#: As wide as a page is where nobody says how wide.
USUAL = 80
#: A screen that says that it is narrower than this is not believed.
NARROWEST = 20


def page_on(stream: TextIO, *, only_ascii: bool = False) -> Page:
    """The page that fits the stream: as wide as the terminal, or COLUMNS, or 80 columns."""
    width = min(max(_columns(), NARROWEST), WIDEST)
    return Page(width, "ascii" if only_ascii else stream.encoding or "ascii")


def _columns() -> int:
    """How wide the environment or the terminal says that it is."""
    with suppress(ValueError):
        if (columns := int(os.environ.get("COLUMNS", ""))) > 0:
            return columns
    with suppress(OSError, ValueError, AttributeError):  # no terminal, or no stream at all
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or USUAL  # type: ignore[union-attr]
    return USUAL


def is_coloured(choice: str, stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour what goes to the stream: as chosen, else as the environment says, else on a terminal."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "0") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return environment.get("TERM") != "dumb" and stream.isatty()


def printed(lines: Iterable[Line], *, coloured: bool) -> str:
    """The lines as they are written to a terminal, or as plain text."""
    if not coloured:
        return plain_text(lines)
    from rich.console import Console  # noqa: PLC0415 - takes longer to import than a report takes to print
    from rich.text import Text  # noqa: PLC0415

    paper = StringIO()
    console = Console(file=paper, force_terminal=True, color_system="standard", no_color=False, highlight=False)
    for line in lines:
        console.print(Text.assemble(*line.pieces), soft_wrap=True)
    return paper.getvalue()
