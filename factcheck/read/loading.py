"""Files, folders, globs and standard input become documents, or one line each on why not."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from glob import glob, has_magic
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from factcheck.model import Document, Place, Unreadable
from factcheck.read.datelines import printed_date
from factcheck.read.encodings import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

STDIN = "-"

MARKDOWN_ENDINGS = frozenset([".md", ".markdown", ".mdown", ".mkd"])
HYPERTEXT_ENDINGS = frozenset([".html", ".htm", ".xhtml"])
#: In a folder only these are articles; a file that is named is read whatever its ending.
ARTICLE_ENDINGS = frozenset([".txt", ".text"]) | MARKDOWN_ENDINGS | HYPERTEXT_ENDINGS

#: How files begin that are not text, and what they are.
SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word document or another zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "rich text"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
#: Text has none of the control characters but tab, line ends, form feed, escape and backspace.
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\x08\x0b")) + b"\x7f"
#: So much of the beginning is looked at to tell text from something else.
BEGINNING = 8192


class _CannotReadError(Exception):
    def __init__(self, what: str, remedy: str, place: str = "") -> None:
        super().__init__(what)
        self.what, self.remedy, self.place = what, remedy, place


def load(
    arguments: Iterable[str | os.PathLike[str]], *, published: date | None = None, stdin_name: str | None = None
) -> tuple[tuple[Document, ...], tuple[Unreadable, ...]]:
    """The documents that the arguments name, in order and each once, and what cannot be read.

    An argument is a file, a folder, a glob, or "-" for standard input. A day of
    publication that is given wins over what the articles say.
    """
    documents: list[Document] = []
    unreadable: list[Unreadable] = []
    seen: set[str] = set()
    for argument in (os.fspath(argument) for argument in arguments):
        try:
            for name in _files(argument):
                same = name if name == STDIN else os.path.realpath(name)
                if same not in seen:
                    seen.add(same)
                    outcome = _read(name, published, stdin_name)
                    (documents if isinstance(outcome, Document) else unreadable).append(outcome)  # type: ignore[arg-type]
        except _CannotReadError as problem:
            unreadable.append(Unreadable(argument, problem.what, problem.remedy))
    return tuple(documents), tuple(unreadable)


# --- which files --------------------------------------------------------------------


def _files(argument: str) -> Iterator[str]:
    """The names of the files that an argument stands for."""
    if argument == STDIN:
        yield STDIN
    elif "\0" in argument:
        raise _CannotReadError("no file can be called that", "Check the name.")
    elif Path(argument).is_dir():
        yield from _articles(argument)
    elif has_magic(argument) and not os.path.lexists(argument):
        matches = sorted(glob(argument, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        if not matches:
            raise _CannotReadError(
                "nothing matches", "Mind capitals, and quote the pattern where the shell expands it."
            )
        for match in matches:
            yield from _articles(match) if Path(match).is_dir() else (match,)
    else:
        yield argument


def _articles(folder: str) -> list[str]:
    found = list(_walk(folder, set()))
    if not found:
        kinds = ", ".join(sorted(ARTICLE_ENDINGS))
        raise _CannotReadError("no articles in this folder", f"In a folder these are read: {kinds}.")
    return found


def _walk(folder: str, above: set[str]) -> Iterator[str]:
    """The articles in a folder and the folders in it, by name, without what is hidden and without running in a circle."""
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as problem:
        raise _cannot_open(problem) from problem
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry.path, above | {real})
        elif PurePath(entry.name).suffix.lower() in ARTICLE_ENDINGS:
            yield entry.path


# --- what is in them ----------------------------------------------------------------


def _read(name: str, published: date | None, stdin_name: str | None) -> Document | Unreadable:
    shown = name if name != STDIN else stdin_name or "<stdin>"
    try:
        source, assumed = _decoded(_bytes(name))
    except _CannotReadError as problem:
        return Unreadable(shown + problem.place, problem.what, problem.remedy)
    document = _format(shown, source)(shown, source)
    if not document.text.strip():
        return Unreadable(shown, "no text in it", "Check that it is the article.")
    return _dated(replace(document, remarks=(*filter(None, [assumed]), *document.remarks)), published)


def _bytes(name: str) -> bytes:
    try:
        data = sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as problem:
        raise _cannot_open(problem) from problem
    if not data.strip():
        raise _CannotReadError("the file is empty" if name != STDIN else "nothing came in", "Check that it was saved.")
    return data


def _cannot_open(problem: OSError) -> _CannotReadError:
    match problem:
        case FileNotFoundError():
            return _CannotReadError("no such file", "Check the name and the folder you are in.")
        case PermissionError():
            return _CannotReadError("you may not read it", "Ask its owner, or change its permissions (chmod +r).")
        case _:
            remedy = "Check the name and the disk."
            return _CannotReadError(f"it cannot be read ({problem.strerror or problem})", remedy)


def _decoded(data: bytes) -> tuple[str, str]:
    """The text and what was assumed to read it."""
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise _CannotReadError(f"it is {kind}, not text", "Save the article as .txt, .md or .html.")
    try:
        text, assumed = decode(data)
    except UnicodeDecodeError as problem:
        place = f":{_place(data, problem.start)}"
        what = f"byte {data[problem.start]:#04x} is not {problem.encoding}"
        raise _CannotReadError(what, "Save the article as UTF-8.", place) from problem
    if any(control in text[:BEGINNING] for control in CONTROLS.decode("ascii")):
        raise _CannotReadError("it is not text", "Save the article as .txt, .md or .html.")
    return text, assumed


def _place(data: bytes, at: int) -> Place:
    """The line and column of a byte."""
    before = data[:at]
    line_start = before.rfind(b"\n") + 1
    return Place(before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", errors="replace")) + 1)


def _format(name: str, source: str) -> Callable[[str, str], Document]:
    """How to read a file: by its ending, else by how it begins."""
    ending = PurePath(name).suffix.lower()
    if ending in MARKDOWN_ENDINGS:
        from factcheck.read.markdown import read_markdown  # noqa: PLC0415 - plain text need not wait for it

        return read_markdown
    if ending in HYPERTEXT_ENDINGS or source[:100].lstrip().lower().startswith(("<!doctype html", "<html")):
        from factcheck.read.hypertext import read_hypertext  # noqa: PLC0415 - plain text need not wait for it

        return read_hypertext
    return Document


def _dated(document: Document, published: date | None) -> Document:
    """The document with its day of publication, as far as anything tells it, and a word on what does."""
    if published:
        said = f", though it says {document.published}" if document.published not in {None, published} else ""
        remarks = tuple(remark for remark in document.remarks if not remark.startswith("published "))
        return replace(document, published=published, remarks=(*remarks, f"published {published}, as given{said}"))
    if document.published is None and (printed := printed_date(document.text)):
        day, line = printed
        return replace(document, published=day, remarks=(*document.remarks, f"published {day}, as printed: “{line}”"))
    return document
