"""Rows become a sheet of comma-separated values that a spreadsheet can be trusted with."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: A spreadsheet takes words that begin with one of these for a formula, and works it out.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet(header: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """The header and the rows as CSV (RFC 4180); nothing that was written by others is left to be worked out.

    >>> sheet(["words", "value"], [["=HYPERLINK(1)", -5], ["12 people", None]]).splitlines()
    ['words,value', "'=HYPERLINK(1),-5", '12 people,']
    """
    paper = StringIO()
    writer = csv.writer(paper)  # RFC 4180: lines end in CR LF, and what holds either is quoted
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return paper.getvalue()


def _cell(value: object) -> object:
    """A number as it is, and words so that they stay words."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value
