"""Articles as they are read and segmented: documents, the way back to their files, spans, sentences."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.nouns import dataclass
from factcheck.regexes import regex

if TYPE_CHECKING:
    from datetime import date

#: Where a mention, a sentence or a word begins, by which `bisect` finds one: in a third of the time that a lambda takes.
START = attrgetter("start")
LINE_END = regex(r"\r\n?|\n")


class Role(StrEnum):
    """The part that a passage plays in its article."""

    HEADLINE = "headline"
    BODY = "body"
    QUOTATION = "quotation"
    LIST_ITEM = "list item"
    CAPTION = "caption"
    CELL = "table cell"


class TrackedChanges(StrEnum):
    """What is read of the changes that Word has tracked."""

    #: What was inserted, and not what was deleted.
    ACCEPT = "accept"
    #: What was deleted, and not what was inserted.
    REJECT = "reject"
    #: Each paragraph as it becomes, and below it as it was, if that differs.
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text whose role its file format gave away (a heading, a caption)."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Landmark:
    """What readers of a file without lines call a stretch of it ("page 3, paragraph 2")."""

    #: Where it starts in the document's text; it goes on up to the next.
    start: int
    name: str
    #: The page, counted from one; 0 where a file has none.
    page: int = 0


@dataclass(frozen=True, slots=True)
class Origin:
    """How offsets into the text lead back to the file that it was read from.

    `runs` pairs an offset into the text with the offset into the file where the
    same letters stand; between two pairs both run in step.
    """

    text: str
    runs: tuple[tuple[int, int], ...]

    def offset(self, offset: int) -> int:
        """The offset into the file of an offset into the text."""
        at = max(0, bisect_right(self.runs, (offset, len(self.text))) - 1)
        text_start, file_start = self.runs[at]
        return file_start + offset - text_start


@dataclass(frozen=True, slots=True)
class Place:
    """A line and a column of a file, both counted from one, in code points.

    Where a file has no lines they are those of its text, and the landmark says where that is.
    """

    line: int
    column: int
    landmark: Landmark | None = None

    def __str__(self) -> str:
        return self.landmark.name if self.landmark else f"{self.line}:{self.column}"

    def of(self, name: str) -> str:
        """The place in the file of that name, as editors and terminals take it: name:line:column."""
        return f"{name}, {self}" if self.landmark else f"{name}:{self}"


@dataclass(frozen=True, slots=True)
class Document:
    """An article: what it is called, what it says, and when it was published."""

    name: str
    text: str
    published: date | None = None
    # What a text is made of tells it apart from others no better than the text does, and has to be gone through.
    blocks: tuple[Block, ...] = field(default=(), hash=False)
    origin: Origin | None = field(default=None, hash=False)
    #: What had to be assumed to read it, to be said in the report ("read as windows-1252").
    remarks: tuple[str, ...] = field(default=(), hash=False)
    #: The passages of a file without lines, in order.
    landmarks: tuple[Landmark, ...] = field(default=(), hash=False)
    #: Whether dates in figures begin with the day; None where nobody says.
    day_first: bool | None = None

    def place(self, offset: int) -> Place:
        """The line and column, in the file as it stands, of an offset into the text."""
        at = bisect_right(self.landmarks, offset, key=lambda landmark: landmark.start)
        landmark = self.landmarks[at - 1] if at else None
        text = self.text
        if self.origin is not None:
            text, offset = self.origin.text, self.origin.offset(offset)
        starts = _line_starts(text)
        line = bisect_right(starts, offset)
        return Place(line, offset - starts[line - 1] + 1, landmark)

    def line(self, number: int) -> str:
        """The line of that number, in the file as it stands, with its end."""
        text = self.text if self.origin is None else self.origin.text
        starts = _line_starts(text)
        return text[starts[number - 1] : starts[number] if number < len(starts) else len(text)]


@lru_cache(maxsize=64)
def _line_starts(text: str) -> tuple[int, ...]:
    """Where each line begins; CR, LF and CRLF all end one."""
    return (0, *(end.end() for end in LINE_END.finditer(text)))


@dataclass(frozen=True, slots=True)
class Span:
    """A place in an article."""

    document: Document
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words that stand there."""
        return self.document.text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether some letter belongs to both."""
        return self.document is other.document and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the role it plays, and the stretches of it that are somebody else's words."""

    document: Document
    start: int
    end: int
    role: Role
    #: Counts the paragraphs of the document from nought.
    paragraph: int
    #: Stretches between quotation marks, as offsets into the document's text.
    quotations: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The sentence to the letter."""
        return self.document.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.document, self.start, self.end)

    def quotes(self, offset: int) -> bool:
        """Whether a place of it stands in somebody else's words."""
        return any(start <= offset < end for start, end in self.quotations)
