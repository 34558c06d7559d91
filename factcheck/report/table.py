"""Rows become a table that is no wider than the page."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from factcheck.report.lines import Line
from factcheck.report.prose import wrapped
from factcheck.report.visible import columns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.report.lines import Piece
    from factcheck.report.prose import Page

#: What stands between two columns.
BETWEEN = "  "
#: No column is made narrower than this.
NARROWEST = 8


def table_lines(
    header: Sequence[Piece], rows: Sequence[Sequence[Piece]], page: Page, indent: str = ""
) -> Iterator[Line]:
    """The header and the rows, the cells wrapped where the widest columns had to give way."""
    shown = [[page.text(_words(cell)) for cell in row] for row in (header, *rows)]
    styles = [[_style(cell) or "dim" for cell in header], *([_style(cell) for cell in row] for row in rows)]
    widths = _widths(shown, page.width - len(indent))
    for row, row_styles in zip(shown, styles, strict=True):
        stacks = [wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
        for cells in zip_longest(*stacks, fillvalue=""):
            yield Line(indent, *_pieces(cells, row_styles, widths))


def _pieces(cells: Sequence[str], styles: Sequence[str], widths: Sequence[int]) -> Iterator[Piece]:
    """A line of a row, with no blanks at its end."""
    last = max((at for at, cell in enumerate(cells) if cell), default=-1)
    for at, (cell, style) in enumerate(zip(cells[: last + 1], styles, strict=False)):
        yield cell, style
        if at < last:
            yield " " * (widths[at] - columns(cell)) + BETWEEN


def _words(cell: Piece) -> str:
    return cell if isinstance(cell, str) else cell[0]


def _style(cell: Piece) -> str:
    return "" if isinstance(cell, str) else cell[1]


def _widths(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """As wide as the widest cell of each column, the widest columns giving way until all fit."""
    widths = [max(map(columns, column)) for column in zip(*rows, strict=True)]
    room -= len(BETWEEN) * (len(widths) - 1)
    while sum(widths) > room and max(widths) > NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return widths
