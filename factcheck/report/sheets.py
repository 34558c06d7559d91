"""Rows become a sheet of comma-separated values that a spreadsheet can be trusted with."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from factcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: A spreadsheet takes words that begin with one of these for a formula, and works it out.
FORMULAS = ("=", "+", "-", "@")


def sheet(header: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """The header and the rows as CSV, each row on a line; nothing in it is left to be worked out.

    >>> print(sheet(["words", "value"], [["=HYPERLINK(1)", -5], ["12 people", None]]), end="")
    words,value
    '=HYPERLINK(1),-5
    12 people,
    """
    paper = StringIO()
    writer = csv.writer(paper, lineterminator="\n")
    writer.writerow(map(_cell, header))
    writer.writerows(map(_cell, row) for row in rows)
    return paper.getvalue()


def _cell(value: object) -> object:
    """A number as it is, and words on one line, so that they stay words."""
    if not isinstance(value, str):
        return value
    words = visible(" ".join(value.split()))
    return f"'{words}" if words.startswith(FORMULAS) and not _is_number(words) else words


def _is_number(words: str) -> bool:
    try:
        float(words)
    except ValueError:
        return False
    return True
