"""The letters of a page of a PDF, in lines, and in cells where a line is a row of a table."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What PDFium gives for the hyphen of a word that a line breaks.
BROKEN_AT = "\x02"

#: The letters of a line are as tall as the least tall of so many, each the first of a word.
MEASURED = 9
#: Words so many sizes of their letters apart may stand in two columns.
COLUMN_GAP = 1.5
#: A gap so many times as wide as the narrowest of its line was not stretched with it, but left.
UNEVEN = 2

_LINE = regex(r"[^\r\n]*[^\s\x00][^\r\n]*")
WORD = regex(r"[^\s\x00]+")
_DIGIT = regex(r"\d")


class Line(NamedTuple):
    """A line of a page, or a cell of one: where its letters stand in the text of the file, and where on the page."""

    start: int
    end: int
    text: str
    left: float
    right: float
    #: How wide its first word is.
    opening: float
    #: How high its first letter stands and its last: a broken word makes two lines one.
    base: float
    foot: float
    size: float
    #: Whether there is something beside it, a column away.
    is_cell: bool


class _Word(NamedTuple):
    """A word: where its letters are among those of the page, and where they stand on it."""

    start: int
    end: int
    left: float
    right: float


class _Row(NamedTuple):
    """The words that stand on one line."""

    words: list[_Word]
    size: float
    #: Whether each word but the first has a figure in it.
    figures: list[bool]
    #: Whether it is one line, and not two that a broken word has joined.
    is_one: bool

    @property
    def gaps(self) -> list[float]:
        """How far each word but the first stands from the one before it."""
        return [other.left - one.right for one, other in pairwise(self.words)]

    @property
    def wide(self) -> list[int]:
        """The words that stand far from the one before them."""
        return [at for at, gap in enumerate(self.gaps, 1) if gap > COLUMN_GAP * self.size] if self.is_one else []

    def cells(self) -> list[int]:
        """The words that begin a cell, but for the first, as far as the row alone can tell.

        Justified text has wide gaps too, but all of a line are as wide: such a line
        is a row only if most of it is figures.
        """
        gaps = self.gaps
        if self.wide and max(gaps) > UNEVEN * max(min(gaps), 0):
            return [at for at in self.wide if gaps[at - 1] > UNEVEN * min(gaps)]
        return self.wide if 2 * sum(self.figures) > len(self.figures) else []


class Sheet:
    """A page as PDFium has it."""

    def __init__(self, page: Any, raw: Any) -> None:
        self._raw = raw
        self._text = page.get_textpage()
        codes = (raw.FPDFText_GetUnicode(self._text.raw, at) for at in range(self._text.count_chars()))
        # What is no letter of Unicode becomes the sign for that.
        self.letters = "".join(
            chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes
        )

    def lines(self, before: int) -> Iterator[Line]:
        """The lines in the order of the file, cells for themselves; `before` the page stand so many letters."""
        rows = [self._row(*match.span()) for match in _LINE.finditer(self.letters)]
        cells = [row.cells() for row in rows]
        for at, row in enumerate(rows):
            # The head of a table has no figures, but a row of them below it.
            is_head = row.wide and len(row.wide) in map(len, cells[max(0, at - 1) : at + 2])
            yield from self._line(row, cells[at] or (row.wide if is_head else []), before)

    def _row(self, start: int, end: int) -> _Row:
        words = [self._word(*word.span()) for word in WORD.finditer(self.letters, start, end)]
        figures = [_DIGIT.search(self.letters, word.start, word.end) is not None for word in words[1:]]
        # A broken word has joined two lines, and what was stretched in one was not in the other.
        is_one = self.letters.find(BROKEN_AT, start, end) < 0
        size = min(self._height(word.start) for word in words[:MEASURED])
        return _Row(words, size, figures, is_one)

    def _word(self, start: int, end: int) -> _Word:
        return _Word(start, end, self._text.get_charbox(start)[0], self._text.get_charbox(end - 1)[2])

    def _line(self, row: _Row, cells: list[int], before: int) -> Iterator[Line]:
        for first, after in pairwise([0, *cells, len(row.words)]):
            opening, closing = row.words[first], row.words[after - 1]
            yield Line(
                start=before + opening.start,
                end=before + closing.end,
                text=self.letters[opening.start : closing.end],
                left=opening.left,
                right=closing.right,
                opening=opening.right - opening.left,
                base=self._base(opening.start),
                foot=self._base(closing.end - 1),
                size=row.size,
                is_cell=bool(cells),
            )

    def _height(self, at: int) -> float:
        """How tall the letter is on the page: the printed size may be scaled. In fonts that say little of themselves a "g" is taller."""
        box = self._text.get_charbox(at, loose=True)
        return max(float(box[3] - box[1]), 1.0)

    def _base(self, at: int) -> float:
        x, y = self._raw.c_double(), self._raw.c_double()
        self._raw.FPDFText_GetCharOrigin(self._text.raw, at, x, y)
        return float(y.value)
