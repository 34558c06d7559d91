"""Tables with a row of heads: what stands under which head in the row of what, and what the text says of the same."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.attach.voices import withheld
from factcheck.attach.words import EMPTY, stem
from factcheck.judge.checks.parts import mentions_in, sentence_at
from factcheck.model import Article, Kind, Role, Sentence, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Document, Mention

_COUNTED = frozenset({Kind.COUNT, Kind.NUMBER, Kind.AGE})
_WORD = regex(r"[^\W\d_]+|\b\d{4}\b")
#: Lines drawn with bars or tabs, one under the other; a cell of them; and the line under the heads.
_LINES = regex(r"(?:^(?:[ \t]*\|[^\n]*|[^\t\n|]+(?:\t| \| )[^\n]*)(?:\n|\Z)){3,}", re.MULTILINE)
_BARRED, _TABBED, _BETWEEN_BARS = regex(r"[^|\n]+(?=\|)"), regex(r"[^\t\n]+"), regex(r"[^|\n]+")
_RULE = regex(r"[\s|:-]*")
_DIGIT = regex(r"\d")
#: What a head says of its unit: "Length (km)", "Share, %".
_ASIDE = regex(r"\([^)]*\)|\[[^\]]*\]|[%°$£€]")
#: A sentence that says one of these tells how far two figures lie apart, or of another state.
_ANOTHER = regex(
    r"\b(?:than|old|older|former|first|second|other|another|original(?:ly)?|earlier|previous(?:ly)?|last|ahead|behind|clear|short of|up|down|by"
    r"|each|per|average|both|together|combined|total|in all|between them|target|goal|forecast|expect\w*|would|could|(?-i:may)|might|if|not|every"
    r"|(?:up|down|rose|risen|fell|fallen|gr[eo]wn?|dropped|went|gone|increased|decreased|cut|rais(?:ed|ing)) (?:[\w,.%£$€]+ ){0,3}?from)\b",
    re.IGNORECASE,
)
_AGE = frozenset({stem("age")})
#: What a head says of how its figures measure, and a sentence need not.
_MEASURES = frozenset(
    map(stem, "share rate percentage percent proportion number total level figure has have had with".split())
)
#: A slip makes a figure at most so many times the other, or leaves it its digits.
SLIP = Decimal("1.6")
#: Behind a figure: where or when only some of it was.
_OF_PART = regex(r"(?: [a-z]+)? (?:in|on|at|from|among|against) (?P<where>[A-Z]\w+)")
#: A row of heads, and rows to tell apart.
_LEAST_ROWS = 2


class Cell(NamedTuple):
    """An amount of a table, the words that name its row, those of its column, and what its unit may be said beside."""

    label: str
    head: str
    mention: Mention


class Grid(NamedTuple):
    """A table: where it stands, and its amounts, row by row."""

    start: int
    end: int
    rows: Sequence[Sequence[Cell]]

    @property
    def words(self) -> frozenset[str]:
        """The stems of all that names its rows and columns."""
        return _stems(" ".join(f"{cell.label} {cell.head}" for row in self.rows for cell in row))


def grids(article: Article) -> Iterator[Grid]:
    """The tables of an article that have a head over each column of figures, in order."""
    document = article.document
    for lines in _drawn(document) if "|" in document.text or "\t" in document.text else ():
        yield from _grid(lines, article)
    yield from (grid for cells in _declared_tables(document) for grid in _grid(_lines_of(cells), article))


def _drawn(document: Document) -> Iterator[list[list[Span]]]:
    """The lines of tables that are drawn with bars or tabs, each as its cells."""
    if any(block.role is Role.CELL for block in document.blocks):
        return
    for table in _LINES.finditer(document.text):
        lines = []
        start = table.start()
        for line in table[0].splitlines(keepends=True):
            if not _RULE.fullmatch(line):
                is_framed = line.lstrip().startswith("|")
                cell = _BARRED if is_framed else _BETWEEN_BARS if "|" in line else _TABBED
                lines.append([Span(document, start + one.start(), start + one.end()) for one in cell.finditer(line)])
            start += len(line)
        yield lines


def _declared_tables(document: Document) -> Iterator[list[Span]]:
    """The cells of each table whose file says what a cell is."""
    cells: list[Span] = []
    for block in document.blocks:
        if block.role is Role.CELL:
            if cells and document.text[cells[-1].end : block.start].strip(" \n\t|:-"):
                yield cells
                cells = []
            cells.append(Span(document, block.start, block.end))
    if cells:
        yield cells


def _lines_of(cells: Sequence[Span]) -> list[list[Span]]:
    """Cells in rows: the heads are the words before the first label, which stands before the first figure."""
    first = next((at for at, cell in enumerate(cells) if _DIGIT.search(cell.text) and at), 0)
    wide = first - 1
    if wide < 2 or len(cells) % wide:
        return []
    return [list(cells[at : at + wide]) for at in range(0, len(cells), wide)]


def _grid(lines: Sequence[Sequence[Span]], article: Article) -> Iterator[Grid]:
    """A table, if each line has as many cells as the first, whose cells are its heads."""
    if len(lines) <= _LEAST_ROWS or len({len(line) for line in lines}) != 1 or len(lines[0]) < 2:
        return
    _, *heads = (cell.text.strip(" *") for cell in lines[0])
    rows = []
    for label, *cells in lines[1:]:
        row = []
        for head, cell in zip(heads, cells, strict=True):
            said = mentions_in(article, cell.start, cell.end)
            if len(said) == 1 and said[0].exact:
                row.append(Cell(label.text.strip(" *"), head, said[0]))
        rows.append(row)
    yield Grid(lines[0][0].start, lines[-1][-1].end, rows)


def beside_grids(article: Article) -> Iterator[tuple[Mention, Mention, bool]]:
    """Each amount of a table and that of the text which is of the same row and column, and whether they are one."""
    for grid in grids(article):
        found: dict[int, list[tuple[Cell, Mention]]] = {}
        for mention in article.mentions:
            if not grid.start <= mention.start < grid.end and (cell := _cell_of(mention, grid, article)):
                found.setdefault(cell.mention.start, []).append((cell, mention))
        for told in found.values():
            same = next(((cell, mention) for cell, mention in told if _are_one(cell, mention)), None)
            cell, mention = same or told[0]
            if same or _may_be_one(cell, mention):
                yield cell.mention, mention, same is not None


def _cell_of(mention: Mention, grid: Grid, article: Article) -> Cell | None:
    """The cell that an amount is of: the only one whose row its sentence names, and whose head names what is counted."""
    if mention.exact is None:
        return None
    sentence = sentence_at(article, mention.start)
    if sentence.role is Role.CELL or _ANOTHER.search(sentence.text):
        return None
    words = _stems(sentence.text)
    named = [row for row in grid.rows if row and _is_named(row[0].label, words, grid)]
    if len(named) > 1:
        named = _told_last(named, sentence, mention)
    if len(named) != 1 or withheld(mention.start, sentence, sentence.text.lower()):
        return None
    part = _OF_PART.match(mention.document.text, mention.end, sentence.end)
    if part and not _stems(part["where"]) <= grid.words:
        return None
    said = mentions_in(article, sentence.start, sentence.end)
    if any(_is_of_another_time(one, grid) for one in said):
        return None
    alike = [one for one in said if one.kind is mention.kind and one.unit == mention.unit]
    cells = [cell for cell in named[0] if _has_head(cell, mention, words, is_only=len(alike) == 1)]
    return cells[0] if len(cells) == 1 else None


def _told_last(named: Sequence[Sequence[Cell]], sentence: Sentence, mention: Mention) -> list[Sequence[Cell]]:
    """The row whose label stands last before an amount, where a label opens the sentence: "The Alliance won 34 seats and Unity 27"."""
    text = sentence.document.text
    places = sorted((text.find(row[0].label, sentence.start, sentence.end), at) for at, row in enumerate(named))
    figures = _DIGIT.search(text, sentence.start, sentence.end)
    if places[0][0] < 0 or figures is None or figures.start() < places[0][0]:
        return []
    before = [at for place, at in places if place < mention.start]
    return [named[before[-1]]] if before else []


def _is_named(label: str, words: frozenset[str], grid: Grid) -> bool:
    """Whether a sentence has the words of a label, or the last name of somebody whom it names in two."""
    own = _stems(label)
    names = label.split()
    last = _stems(names[-1]) if len(names) == 2 and all(name[0].isupper() for name in names) else own
    is_told_apart = sum(last <= _stems(row[0].label) for row in grid.rows if row) == 1
    return bool(own) and (own <= words or (bool(last) and last <= words and is_told_apart))


def _is_of_another_time(mention: Mention, grid: Grid) -> bool:
    """Whether it is a year or a month that the table does not name."""
    printed = mention.printed_date
    return printed is not None and bool(printed.year or printed.month) and not _stems(mention.text) <= grid.words


def _has_head(cell: Cell, mention: Mention, words: frozenset[str], *, is_only: bool) -> bool:
    """Whether the head of a column names what is counted, or all that the only such amount of a sentence measures."""
    head = _stems(_ASIDE.sub(" ", cell.head))
    # "Share of homes with gas" stands over what the text tells as "74% of homes have gas".
    head = (head - _MEASURES) or head
    if not head or not _measure_alike(cell, mention):
        return False
    if mention.kind is Kind.AGE or head == _AGE:
        return mention.kind is Kind.AGE and head == _AGE
    own = _stems(mention.text) - _stems(cell.label)
    if mention.kind in _COUNTED and own:
        return bool(head & own)
    return head <= words and is_only


def _measure_alike(cell: Cell, mention: Mention) -> bool:
    """Whether an amount of the text may stand in a cell: of its kind and unit, or in a unit that the head tells."""
    one, other = cell.mention.quantity, mention.quantity
    assert one is not None and other is not None  # noqa: S101, PT018 - both are exact
    if {cell.mention.kind, mention.kind} <= _COUNTED:
        return True
    if cell.mention.kind is mention.kind:
        return one.unit == other.unit
    # "Length (km)" stands over bare numbers.
    return (
        cell.mention.kind is Kind.NUMBER
        and mention.kind in {Kind.QUANTITY, Kind.PERCENTAGE}
        and _ASIDE.search(cell.head) is not None
    )


def _are_one(cell: Cell, mention: Mention) -> bool:
    """Whether two amounts are the same but for rounding."""
    one, other = cell.mention.quantity, mention.quantity
    assert one is not None and other is not None  # noqa: S101, PT018 - as above
    coarse = max(one.step, other.step)
    return abs(one.value - other.value) <= (coarse / 2 if one.step != other.step else Decimal(0))


def _may_be_one(cell: Cell, mention: Mention) -> bool:
    """Whether a slip may have made one of the other."""
    one, other = cell.mention.quantity, mention.quantity
    assert one is not None and other is not None  # noqa: S101, PT018 - as above
    low, high = sorted((abs(one.value), abs(other.value)))
    has_its_digits = sorted(f"{low.normalize():f}".replace(".", "")) == sorted(f"{high.normalize():f}".replace(".", ""))
    return low > 0 and (high <= low * SLIP or has_its_digits)


def _stems(words: str) -> frozenset[str]:
    """The stems of the words that say what something is."""
    return frozenset(stem(word) for word in _WORD.findall(words.lower()) if word not in EMPTY)
