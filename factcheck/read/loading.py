"""Files, folders, globs and standard input become documents, or one line each on why not."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from factcheck.model import Document, Origin, Place, TrackedChanges, Unreadable
from factcheck.nouns import NamedTuple, dataclass
from factcheck.processes import in_turn
from factcheck.read.datelines import printed_date
from factcheck.read.encodings import decode, plainly_spaced
from factcheck.read.folders import STDIN, cannot_open, files
from factcheck.read.paragraphs import joints
from factcheck.read.problems import CannotReadError
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from factcheck.processes import Each

MEGABYTE = 1024 * 1024
#: No text is read that has more bytes; the longest novels have five million.
MOST_TEXT = 16 * MEGABYTE
#: Nor any file with pictures in it that has more.
MOST_BYTES = 256 * MEGABYTE

#: How files begin that no format of ours has, and what they are.
SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "an old Word document, or one that is locked with a password"),
    (b"{\\rtf", "rich text"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
SAVE_AS = "Save the article as .docx, .pdf, .html, .md or .txt."
#: Text has none of the control characters but tab, line ends, form feed, escape and backspace.
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\x08\x0b")) + b"\x7f"
#: So much of the beginning is looked at to tell text from something else.
BEGINNING = 8192


@dataclass(frozen=True, slots=True)
class Given:
    """A file that is to be read: what to call it, what is in it, and what to make of it."""

    name: str
    data: bytes
    tracked_changes: TrackedChanges = TrackedChanges.ACCEPT


class Format(NamedTuple):
    """A way to write articles down, and who reads it."""

    endings: tuple[str, ...]
    read: Callable[[Given], Document]
    #: Whether a file of such an ending is an article wherever it lies, and not only if it is named.
    in_folders: bool = True
    largest: int = MOST_TEXT
    #: How such files begin, whatever they are called.
    signature: re.Pattern[bytes] | None = None

    def is_begun_by(self, data: bytes) -> bool:
        """Whether a file begins as those of this format do."""
        return self.signature is not None and self.signature.match(data) is not None


# Each reader is imported by the first file that needs it: plain text need not wait for the others.


def _text(given: Given) -> Document:
    """Plain text, or a page that is not called one."""
    source, remarks = _decoded(given.data)
    if source[:100].lstrip().lower().startswith(("<!doctype html", "<html")):
        return _hypertext(given)
    text, origin = _unwrapped(source)
    return Document(given.name, text, origin=origin, remarks=remarks)


#: What nobody sees, and two spaces that part no columns.
_UNSEEN = regex(r"[\u00ad\u200b\u2060\ufeff]+|(?<=[^\s\d])  (?=[^\W\d]|[“\"'‘(])|(?<=\d)  (?=[a-z])")


def _unwrapped(source: str) -> tuple[str, Origin | None]:
    """Plain text with a space, or a whole word, for each line break that only keeps its lines narrow, and the way back to the file.

    Two spaces within a line become one, too, and letters that are not seen go.
    """
    unseen = _UNSEEN.finditer(source)
    stretches = list(joints(source))
    stretches += [(found.start(), found.end(), " " if found[0].isspace() else "") for found in unseen]
    parts, runs, at, length = [""], [(0, 0)], 0, 0
    for start, end, instead in sorted(stretches):
        if start < at:
            continue
        parts += source[at:start], instead
        length += start - at + len(instead)
        at = end
        if end - start != len(instead):
            runs.append((length, end))
    return ("".join((*parts, source[at:])), Origin(source, tuple(runs))) if stretches else (source, None)


def _markdown(given: Given) -> Document:
    from factcheck.read.markdown import read_markdown  # noqa: PLC0415

    return _as_text(given, read_markdown)


def _hypertext(given: Given) -> Document:
    from factcheck.read.hypertext import read_hypertext  # noqa: PLC0415

    return _as_text(given, read_hypertext)


def _ninjs(given: Given) -> Document:
    from factcheck.read.ninjs import read_ninjs  # noqa: PLC0415

    return _as_text(given, read_ninjs)


def _word(given: Given) -> Document:
    from factcheck.read.word import read_word  # noqa: PLC0415

    return read_word(given.name, given.data, given.tracked_changes)


def _pdf(given: Given) -> Document:
    from factcheck.read.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(given.name, given.data)


def _epub(given: Given) -> Document:
    from factcheck.read.epub import read_epub  # noqa: PLC0415

    return read_epub(given.name, given.data)


TEXT = Format((".txt", ".text"), _text)
FORMATS = (
    TEXT,
    Format((".md", ".markdown", ".mdown", ".mkd"), _markdown),
    Format((".html", ".htm", ".xhtml"), _hypertext),
    Format((".json", ".ninjs"), _ninjs, in_folders=False),
    Format(
        (".epub",), _epub, largest=MOST_BYTES, signature=regex(rb"(?s)PK\x03\x04.{26}mimetypeapplication/epub\+zip")
    ),
    Format((".docx",), _word, largest=MOST_BYTES, signature=regex(rb"PK\x03\x04")),
    Format((".pdf",), _pdf, largest=MOST_BYTES, signature=regex(rb"%PDF-")),
)
#: In a folder only these are articles; a file that is named is read whatever its ending.
ARTICLE_ENDINGS = frozenset(ending for form in FORMATS if form.in_folders for ending in form.endings)


class Named(NamedTuple):
    """What an argument names: a file and what to call it, or why there is none."""

    name: str
    shown: str
    problem: CannotReadError | None = None


def load(
    arguments: Iterable[str | os.PathLike[str]],
    *,
    published: date | None = None,
    stdin_name: str | None = None,
    tracked_changes: TrackedChanges = TrackedChanges.ACCEPT,
    each: Each = in_turn,
) -> tuple[tuple[Document, ...], tuple[Unreadable, ...]]:
    """The documents that the arguments name, in order and each once, and what cannot be read.

    An argument is a file, a folder, a glob, or "-" for standard input. A day of
    publication that is given wins over what the articles say. Whether Word's
    tracked changes are read as made or as not made is for `tracked_changes` to say.
    """
    named = tuple(_named(arguments, stdin_name))
    if any(one.name == STDIN for one in named):
        each = in_turn  # no other process has our standard input
    found = tuple(each(partial(_opened, published=published, tracked_changes=tracked_changes), named))
    documents = tuple(one for one in found if isinstance(one, Document))
    return documents, tuple(one for one in found if isinstance(one, Unreadable))


def _named(arguments: Iterable[str | os.PathLike[str]], stdin_name: str | None) -> Iterator[Named]:
    """What the arguments name, each file once."""
    seen: set[str] = set()
    for argument in arguments:
        for name, problem in files(os.fspath(argument), ARTICLE_ENDINGS):
            same = name if name == STDIN or problem else os.path.realpath(name)
            if problem or same not in seen:
                seen.add(same)
                yield Named(name, name if name != STDIN else stdin_name or "<stdin>", problem)


def _opened(named: Named, *, published: date | None, tracked_changes: TrackedChanges) -> Document | Unreadable:
    try:
        if named.problem:
            raise named.problem
        return _dated(_read(named.name, named.shown, tracked_changes), published)
    except CannotReadError as found:
        return Unreadable(named.shown + found.place, found.what, found.remedy)


def read(name: str, data: bytes, *, published: date | None = None) -> Document:
    """The document in the bytes of a file of that name, which need not be on the disk.

    Raises CannotReadError with the reason and the remedy where it cannot be read.
    """
    return _dated(_parsed(Given(name, data)), published)


def file_bytes(name: str, most: int = MOST_BYTES) -> bytes:
    """All that is in a file, or comes in at standard input; raises CannotReadError if that is nothing or too much."""
    try:
        with nullcontext(sys.stdin.buffer) if name == STDIN else Path(name).open("rb") as file:
            data = file.read(most + 1)
    except OSError as problem:
        raise cannot_open(problem) from problem
    if len(data) > most:
        raise CannotReadError(
            f"it has more than {most // MEGABYTE} MB, more than an article has", "Save the text alone."
        )
    if not data.strip():
        raise CannotReadError("the file is empty" if name != STDIN else "nothing came in", "Check that it was saved.")
    return data


# --- what is in them ----------------------------------------------------------------


def _read(name: str, shown: str, tracked_changes: TrackedChanges) -> Document:
    return _parsed(Given(shown, file_bytes(name), tracked_changes))


def _parsed(given: Given) -> Document:
    form = _format(given.name, given.data)
    if len(given.data) > form.largest:
        raise CannotReadError(
            f"it has {len(given.data) / MEGABYTE:,.1f} MB of text; {form.largest // MEGABYTE} MB are the most that is read",
            "Save the article alone.",
        )
    document = form.read(given)
    if not document.text.strip():
        raise CannotReadError("no text in it", "Check that it is the article.")
    plain = plainly_spaced(document.text)
    return document if plain is document.text else replace(document, text=plain)


def _format(name: str, data: bytes) -> Format:
    """How a file is written: by its ending, unless it begins like another kind of file."""
    ending = PurePath(name).suffix.lower()
    called = next((form for form in FORMATS if ending in form.endings), TEXT)
    if called.is_begun_by(data):
        return called
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise CannotReadError(f"it is {kind}, not text", SAVE_AS)
    return next((form for form in FORMATS if form.is_begun_by(data)), called)


def _as_text(given: Given, read: Callable[[str, str], Document]) -> Document:
    """The document that a reader of text makes of the file, with a word on how it was decoded."""
    source, assumed = _decoded(given.data)
    document = read(given.name, source)
    return replace(document, remarks=(*assumed, *document.remarks))


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text and what was assumed to read it."""
    try:
        text, assumed = decode(data)
    except UnicodeDecodeError as problem:
        if not set(CONTROLS).isdisjoint(data[:BEGINNING]):
            raise CannotReadError("it is not text", SAVE_AS) from problem
        place = f":{_place(data, problem.start)}"
        what = f"byte {data[problem.start]:#04x} is not {problem.encoding}"
        raise CannotReadError(what, "Save the article as UTF-8.", place) from problem
    if any(control in text[:BEGINNING] for control in CONTROLS.decode("ascii")):
        raise CannotReadError("it is not text", SAVE_AS)
    return text, (assumed,) if assumed else ()


def _place(data: bytes, at: int) -> Place:
    """The line and column of a byte."""
    before = data[:at]
    line_start = before.rfind(b"\n") + 1
    return Place(before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", errors="replace")) + 1)


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
