"""EPUB becomes a document: its chapters, one after the other, as a reader shows them."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote
from xml.etree.ElementTree import Element, ParseError, fromstring

from factcheck.model import Document, Landmark
from factcheck.read.datelines import written_date
from factcheck.read.encodings import decode
from factcheck.read.hypertext import read_hypertext
from factcheck.read.packages import broken, open_package, plain_xml, unpacked
from factcheck.read.problems import CannotReadError
from factcheck.read.transcripts import joined
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from zipfile import ZipFile

CONTAINER = "META-INF/container.xml"
#: A book that has this file is locked for all programs but the seller's.
RIGHTS = "META-INF/rights.xml"
_DATE = "{http://purl.org/dc/elements/1.1/}date"
_PARAGRAPH = regex(r"(?:[^\n]|\n(?!\n))+")


def read_epub(name: str, data: bytes) -> Document:
    """The document, dated by the book's own date of publication."""
    package = open_package(data)
    if RIGHTS in package.namelist():
        raise CannotReadError("it is locked by its seller", "Get the article as .docx, .pdf, .html or .txt.")
    folder, book = _book(package)
    printed = (read_hypertext("", decode(unpacked(package, file))[0]) for file in _chapters(folder, book))
    chapters = [chapter for chapter in printed if chapter.text.strip()]
    if not chapters:
        raise CannotReadError("no text in it", "Check that it is the article.")
    published, remarks = _published(book)
    return joined(name, [_marked(chapter, n) for n, chapter in enumerate(chapters, 1)], published, remarks)


def _book(package: ZipFile) -> tuple[str, Element]:
    """The description of the book, and the folder of the archive that it stands in."""
    root = next((one.get("full-path", "") for one in _xml(package, CONTAINER).iterfind(".//{*}rootfile")), "")
    return posixpath.dirname(root), _xml(package, root)


def _xml(package: ZipFile, name: str) -> Element:
    try:
        return fromstring(plain_xml(package, name))  # noqa: S314 - it declares no entities
    except ParseError as problem:
        raise broken(problem) from problem


def _chapters(folder: str, book: Element) -> Iterator[str]:
    """The files that are read one after the other, without those that a reader must ask for."""
    files = {
        item.get("id"): item.get("href", "")
        for item in book.iterfind(".//{*}manifest/{*}item")
        if "nav" not in item.get("properties", "").split() and "html" in item.get("media-type", "")
    }
    for entry in book.iterfind(".//{*}spine/{*}itemref"):
        if entry.get("linear") != "no" and (file := files.get(entry.get("idref"))):
            yield posixpath.normpath(posixpath.join(folder, unquote(file)))


def _marked(chapter: Document, number: int) -> Document:
    """The chapter with its paragraphs counted; lines and columns mean nothing inside an archive."""
    paragraphs = enumerate(_PARAGRAPH.finditer(chapter.text), 1)
    landmarks = (Landmark(found.start(), f"chapter {number}, paragraph {count}") for count, found in paragraphs)
    return replace(chapter, origin=None, landmarks=tuple(landmarks))


def _published(book: Element) -> tuple[date | None, tuple[str, ...]]:
    """The book's date, which is that of its publication by the book of EPUB."""
    for written in book.iter(_DATE):
        if day := written_date(written.text or ""):
            return day, (f"published {day}, as its metadata (dc:date) says",)
    return None, ()
