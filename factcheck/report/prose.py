"""Excerpts become lines of a page, with the marked words underlined.

Widths are counted in cells of the terminal, so that an underline stays under its
words where letters are wide or stand on each other.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.nouns import dataclass
from factcheck.report.lines import Line
from factcheck.report.visible import JOINER, can_print, columns, visible, visible_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Span
    from factcheck.report.excerpts import Excerpt

UNMARKED = 0
PRIMARY = 1
SECONDARY = 2

#: What is drawn under the words, by mark.
UNDERLINES = {UNMARKED: " ", PRIMARY: "^", SECONDARY: "-"}


@dataclass(frozen=True, slots=True)
class Page:
    """How wide the page is, and which letters can be printed on it."""

    width: int = 80
    encoding: str = "utf-8"

    def glyph(self, glyph: str, plain: str) -> str:
        """The glyph, or the plain one where the page has no such letter."""
        return glyph if can_print(glyph, self.encoding) else plain

    def text(self, text: str) -> str:
        """The text in letters that the page has."""
        return visible(text, self.encoding)


@dataclass(frozen=True, slots=True)
class Cell:
    """One letter with all that stands on it, how many columns it takes, and how it is marked."""

    letters: str
    width: int
    mark: int = UNMARKED


def wrapped(text: str, width: int, *, whole: bool = False) -> list[str]:
    """The lines of a text that has nothing to mark; words that do not fit are broken, unless they are to stay whole."""
    return ["".join(map(_LETTERS, row)) for row in rows(cells(text), width, whole=whole)]


def paragraph(text: str, page: Page, style: str = "", *, indent: str = "") -> Iterator[Line]:
    """The lines of a text that has nothing to mark, each behind an indent."""
    for line in wrapped(page.text(text), page.width - len(indent)):
        yield Line(indent, (line, style))


def marked_lines(
    excerpt: Excerpt, first: Span | None, page: Page, width: int, styles: dict[int, str]
) -> Iterator[Line]:
    """The excerpt, wrapped, each line followed by its underline where something is marked in it."""
    for row in chain.from_iterable(rows(list(_excerpt_cells(one, first, page)), width) for one in excerpt.lines()):
        stretches = [(mark, list(together)) for mark, together in groupby(row, key=attrgetter("mark"))]
        yield Line(*(("".join(map(_LETTERS, stretch)), styles[mark]) for mark, stretch in stretches))
        if stretches[-1][0] == UNMARKED:
            stretches.pop()
        if stretches:
            yield Line(
                *((UNDERLINES[mark] * sum(cell.width for cell in stretch), styles[mark]) for mark, stretch in stretches)
            )


def cells(text: str, mark: int = UNMARKED) -> list[Cell]:
    """The cells of a text that is marked as a whole."""
    return _cells(list(text), [mark] * len(text))


def rows(row: Sequence[Cell], width: int, *, whole: bool = False) -> list[list[Cell]]:
    """The cells in rows no wider than the page, broken between words where that can be."""
    found: list[list[Cell]] = [[]]
    used = 0
    for gap, word in _words(row):
        room = sum(map(_WIDTH, word))
        if found[-1] and used + gap.width + room > width:
            found.append([])
            used = 0
        elif found[-1]:
            found[-1].append(gap)
            used += gap.width
        if whole or used + room <= width:
            found[-1] += word
            used += room
            continue
        for cell in word:
            if found[-1] and used + cell.width > width:
                found.append([])
                used = 0
            found[-1].append(cell)
            used += cell.width
    return [line for line in found if line]


def _words(row: Sequence[Cell]) -> Iterator[tuple[Cell, Sequence[Cell]]]:
    """Each word, and the gap before it; a run of spaces is one gap."""
    gap, start = Cell("", 0), 0
    spaces = [at for at, letters in enumerate(map(_LETTERS, row)) if letters == " "]
    for at in spaces:
        if at > start:
            yield gap, row[start:at]
        gap, start = row[at], at + 1
    if start < len(row):
        yield gap, row[start:]


def _excerpt_cells(excerpt: Excerpt, first: Span | None, page: Page) -> Iterator[Cell]:
    dots = page.glyph("…", "...")
    if excerpt.opened:
        yield from cells(f"{dots} ")
    for at, (start, end) in enumerate(excerpt.stretches):
        if at:
            yield from cells(f" {dots} ")
        text = excerpt.document.text[start:end]
        yield from _cells(visible_letters(text, page.encoding), _marks(excerpt.spans, first, start, end))
    if excerpt.closed:
        yield from cells(f" {dots}")


def _marks(spans: Iterable[Span], first: Span | None, start: int, end: int) -> list[int]:
    """How each letter from `start` to `end` is marked."""
    marks = [UNMARKED] * (end - start)
    for span in sorted(spans, key=lambda span: span is first):
        low = max(span.start, start) - start
        high = max(low, min(span.end, end) - start)
        marks[low:high] = [PRIMARY if span is first else SECONDARY] * (high - low)
    return marks


def _cells(pieces: Sequence[str], marks: Sequence[int]) -> list[Cell]:
    """One cell for each letter, what takes no room being put to the letter before it."""
    text = "".join(pieces)
    if len(text) != len(pieces):
        marks = [mark for piece, mark in zip(pieces, marks, strict=True) for _ in piece]
    cells = list(map(_cell, text, marks))
    if JOINER not in text and all(map(_WIDTH, cells)):
        return cells
    found: list[Cell] = []
    for cell in cells:
        last = found[-1] if found else None
        if last and last.letters != " " and (not cell.width or last.letters[-1] == JOINER):
            letters = last.letters + cell.letters
            found[-1] = Cell(letters, columns(letters), last.mark or cell.mark)
        else:
            found.append(cell)
    return found


_LETTERS, _WIDTH = attrgetter("letters"), attrgetter("width")


@lru_cache(maxsize=1024)
def _cell(letter: str, mark: int) -> Cell:
    return Cell(letter, columns(letter), mark)
