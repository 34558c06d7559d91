"""Articles as they were read, kept beside their claims: some rules look at the whole of what an article says."""

from __future__ import annotations

import zlib
from textwrap import shorten
from typing import TYPE_CHECKING

from factcheck.align.names import code
from factcheck.align.persons import about
from factcheck.archive.problems import REBUILD, ArchiveError
from factcheck.archive.records import document_of, number, packed_document
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.archive.events import Gathered
    from factcheck.model import Document

#: Harder packing saves a fiftieth and takes twice as long.
LEVEL = 6
#: The day of an article that has none: days of the calendar count from one.
NO_DAY = 0
#: So many letters of what is wrong with a damaged text are shown.
MOST = 100


class TextRow(NamedTuple):
    """What an article says, as it is kept."""

    source: int
    name: str
    #: The day of publication, counted as `date.toordinal` does.
    day: int | None
    #: The names that its headline and lead turn on, each as a number, with blanks between.
    about: str
    #: The article itself, packed.
    text: bytes


class Turn(NamedTuple):
    """A name that an article turns on, and when."""

    name: int
    #: `NO_DAY` where nobody says when.
    day: int
    source: int


def text_row(document: Document, source: int) -> TextRow:
    """What is kept of what an article says."""
    day = document.published.toordinal() if document.published else None
    names = sorted({number(code(name)) for name in about(document)})
    packed = zlib.compress(packed_document(document).encode(errors="surrogatepass"), LEVEL)
    return TextRow(source, document.name, day, " ".join(map(str, names)), packed)


def turns(row: TextRow) -> Iterator[Turn]:
    """The names that an article turns on."""
    for name in row.about.split():
        yield Turn(int(name), NO_DAY if row.day is None else row.day, row.source)


def article_in(row: TextRow | Gathered) -> Document:
    """The article as it was read; `ArchiveError` where what is kept of it is damaged."""
    try:
        return document_of(zlib.decompress(row.text).decode(errors="surrogatepass"))
    except (zlib.error, ValueError, LookupError, TypeError, AttributeError) as problem:
        what = f"{type(problem).__name__}: {shorten(str(problem), MOST)}"
        raise ArchiveError(f"{row.name}: the text that is kept of it is damaged ({what}). {REBUILD}") from problem
