"""PDF becomes a document: the letters of its pages, put together to the paragraphs that they were broken from."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from itertools import pairwise
from statistics import median_low
from typing import TYPE_CHECKING

from factcheck.model import Role
from factcheck.nouns import NamedTuple
from factcheck.read.packages import broken
from factcheck.read.problems import CannotReadError, optional
from factcheck.read.sheets import BROKEN_AT, WORD, Line, Sheet
from factcheck.read.transcripts import Transcript
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Document

#: No PDF with more letters is read.
MOST_LETTERS = 16 * 1024 * 1024

# What follows is measured in the size of the letters, which is what they are tall and a little more than they are wide.
#: A line that begins so far from the others' edge is indented.
INDENT = 0.7
#: How wide a space is at most.
SPACE = 0.4
#: Letters so much larger than those of the text are a headline's.
HEADLINE = 1.15
#: Lines so much further apart than those of a paragraph belong to two.
APART = 1.25

_ITEM = regex(r"[•‣◦▪·●○■–*-]\s|\(?\d{1,2}[.)]\s")
_SENTENCE_END = regex(r"[.!?:…][\"'”’»)\]]*\s*$")
# What is joined to a name or a noun by a hyphen of its own.
_SECOND = regex(r"(?:based|backed|born|controlled|held|led|old|owned|run|style|wide)\b")
_FIRST = regex(r"(?i)\b(?:self|vice|well|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$")
# PDFium joins only words; this is a hyphen after figures ("45-", "year-old").
_HYPHEN_END = regex(r"\w-$")
_DIGITS = regex(r"\d+")


class Page(NamedTuple):
    """The lines of a page, without what stands on all pages alike."""

    number: int
    lines: tuple[Line, ...]


def read_pdf(name: str, data: bytes) -> Document:
    """The document, undated: the date in a PDF is when it was made, not when the article was published.

    Raises CannotReadError if it is broken, locked, or has no letters but pictures of them.
    """
    letters, pages, scanned = _pages(data)
    if not pages:
        raise CannotReadError(
            "its pages are scanned: they are pictures, without text" if scanned else "no text in it",
            "Have the text recognised first (ocrmypdf does that).",
        )
    transcript = Transcript(letters)
    body = _body_size(pages)
    before: Line | None = None
    pages = list(_without_running_heads(pages))
    shapes = [_Shapes(page.lines) for page in pages]
    leadings = [leading for shape, page in zip(shapes, pages, strict=True) for leading in shape.leadings(page.lines)]
    leading = median_low(leadings) if leadings else 0
    for page, shape in zip(pages, shapes, strict=True):
        count = 0
        for line in page.lines:
            goes_on = before is not None and shape.go_on(before, line, leading)
            if not goes_on:
                transcript.start(_role(line, body))
            if not goes_on or line is page.lines[0]:
                count += 1
                transcript.landmark(f"page {page.number}, paragraph {count}", page.number)
            _print(transcript, line, space="" if before and _HYPHEN_END.search(before.text) else " ")
            before = line
    return transcript.document(name, None, tuple(f"page {number} is a scan, without text" for number in scanned))


def _role(line: Line, body: float) -> Role:
    if line.size > HEADLINE * body:
        return Role.HEADLINE
    if line.is_cell:
        return Role.CELL
    return Role.LIST_ITEM if _ITEM.match(line.text) else Role.BODY


def _print(transcript: Transcript, line: Line, space: str) -> None:
    """Write a line down, after the space if the paragraph goes on, its broken words joined."""
    if not transcript.is_at_start:
        transcript.write(space, line.start - 1)
    for word in WORD.finditer(line.text):
        at = line.start + word.start()
        if word.start() and not transcript.is_at_start:
            transcript.write(" ", at - 1)
        for piece, hyphen in _unbroken(word[0]):
            transcript.copy(at, at + len(piece))
            if hyphen:
                transcript.write(hyphen, at + len(piece))
            at += len(piece) + 1


def _unbroken(word: str) -> Iterator[tuple[str, str]]:
    """The pieces that lines have broken a word into, and the hyphen after each, if it is one of the word's own."""
    pieces = word.split(BROKEN_AT)
    for piece, following in pairwise(pieces):
        is_word = piece[-1:].islower() and following[:1].islower()
        is_own = not is_word or _FIRST.search(piece) or _SECOND.match(following)
        yield piece, "-" if is_own else ""
    yield pieces[-1], ""


# --- letters and where they stand ---------------------------------------------------


def _pages(data: bytes) -> tuple[str, list[Page], list[int]]:
    """All letters, the pages that have some, and the numbers of those that are pictures."""
    pdfium = optional("pypdfium2", extra="pdf", kind="a PDF")
    letters: list[str] = []
    pages: list[Page] = []
    scanned: list[int] = []
    length = 0
    try:
        with closing(pdfium.PdfDocument(data)) as pdf:
            for number, page in enumerate(pdf, 1):
                sheet = Sheet(page, pdfium.raw)
                lines = tuple(sheet.lines(length))
                letters.append(sheet.letters + "\n")
                length += len(letters[-1])
                if length > MOST_LETTERS:
                    raise CannotReadError(
                        f"it has more than {MOST_LETTERS:,} letters, more than an article has",
                        "Save the article alone.",
                    )
                if lines:
                    pages.append(Page(number, lines))
                elif next(page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE]), None):
                    scanned.append(number)
    except pdfium.PdfiumError as problem:
        if getattr(problem, "err_code", None) == pdfium.raw.FPDF_ERR_PASSWORD:
            raise CannotReadError("it is locked with a password", "Save a copy without one.") from problem
        raise broken(problem) from problem
    return "".join(letters), pages, scanned


# --- paragraphs ---------------------------------------------------------------------


class _Shapes:
    """Knows the columns of a page and how far apart the lines of a paragraph are, and so which lines go on."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._ends: dict[int, float] = {}
        for line in lines:
            column = _column(line)
            self._ends[column] = max(self._ends.get(column, 0), line.right)

    def leadings(self, lines: Iterable[Line]) -> Iterator[float]:
        """How far below each other the lines stand that nothing but the edge has parted."""
        for one, other in pairwise(lines):
            if one.foot > other.base and self._had_to_break(one, other):
                yield (one.foot - other.base) / one.size

    def go_on(self, one: Line, other: Line, leading: float) -> bool:
        """Whether a line goes on with the paragraph that the one before it is of."""
        is_other_kind = one.is_cell or other.is_cell or abs(one.size - other.size) > 0.1 * one.size
        if is_other_kind or _ITEM.match(other.text):
            return False
        down = one.foot - other.base
        if down <= 0:  # the next column, or the next page
            return not _SENTENCE_END.search(one.text)
        if down > APART * leading * one.size or not self._had_to_break(one, other):
            return False
        return other.left - one.left <= INDENT * one.size or _ITEM.match(one.text) is not None

    def _had_to_break(self, one: Line, other: Line) -> bool:
        """Whether the first word of the next line would not have fitted into the line."""
        column = _column(one)
        end = max(self._ends.get(near, 0) for near in (column - 1, column, column + 1))
        return one.right + SPACE * one.size + other.opening > end


def _column(line: Line) -> int:
    """Lines that begin about as far from the page's edge have the same number, or the next."""
    return round(line.left / (2 * line.size))


def _body_size(pages: Iterable[Page]) -> float:
    """How large most letters are."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size, 1)] += len(line.text)
    return sizes.most_common(1)[0][0]


def _without_running_heads(pages: Sequence[Page]) -> Iterator[Page]:
    """The pages without the first and last lines that most of them share but for the number of the page."""
    shared = Counter(line for page in pages for line in {_like(line) for line in _edges(page)})
    for page in pages:
        repeated = {line for line in _edges(page) if shared[_like(line)] > max(1, len(pages) // 2)}
        kept = tuple(line for line in page.lines if line not in repeated)
        yield Page(page.number, kept)


def _edges(page: Page) -> set[Line]:
    """The highest and the lowest line, with all that stands beside them."""
    heights = {round(line.base) for line in page.lines}
    return {line for line in page.lines if round(line.base) in {max(heights), min(heights)}}


def _like(line: Line) -> str:
    return _DIGITS.sub("0", line.text)
