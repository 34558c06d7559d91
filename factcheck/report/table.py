"""Rows become a table that is no wider than the page."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from factcheck.report.lines import Line
from factcheck.report.prose import wrapped
from factcheck.report.visible import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.report.prose import Page

#: What stands between two columns.
BETWEEN = "  "
#: No column is made narrower than this.
NARROWEST = 8


def table_lines(header: Sequence[str], rows: Sequence[Sequence[str]], page: Page, indent: str = "") -> Iterator[Line]:
    """The header and the rows, the cells wrapped where the widest columns had to give way."""
    shown = [[page.text(cell) for cell in row] for row in (header, *rows)]
    widths = _widths(shown, page.width - len(indent))
    for at, row in enumerate(shown):
        stacks = [wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
        for cells in zip_longest(*stacks, fillvalue=""):
            line = BETWEEN.join(cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True))
            yield Line((f"{indent}{line}".rstrip(), "" if at else "dim"))


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """As wide as the widest cell of each column, the widest columns giving way until all fit."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    room -= len(BETWEEN) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths
