"""Zip archives that hold an article (Word, EPUB), opened without harm."""

from __future__ import annotations

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from factcheck.read.problems import SAVE_AGAIN, CannotReadError

#: No archive that unpacks to more is read, in bytes: pictures take some hundred megabytes, a bomb petabytes.
MOST_UNPACKED = 512 * 1024 * 1024
#: Nor one with more text in it, marks and all; a novel has five megabytes of them.
MOST_MARKED_UP = 64 * 1024 * 1024
#: Nor one of more files.
MOST_FILES = 10_000

MARKED_UP = (".xml", ".rels", ".xhtml", ".html", ".htm", ".opf")
#: Only what declares entities has one, and neither Word nor publishers do.
DECLARATION = b"<!DOCTYPE"


def open_package(data: bytes) -> ZipFile:
    """The archive; raises CannotReadError if it is broken, locked or too large when unpacked."""
    try:
        package = ZipFile(BytesIO(data))
    except (BadZipFile, NotImplementedError, ValueError, OSError) as problem:
        raise broken(problem) from problem
    files = package.infolist()
    marked_up = sum(file.file_size for file in files if file.filename.lower().endswith(MARKED_UP))
    # What is unpacked is never more than what is declared here: ZipFile stops there.
    unpacked = sum(file.file_size for file in files)
    if marked_up > MOST_MARKED_UP or unpacked > MOST_UNPACKED or len(files) > MOST_FILES:
        raise CannotReadError(
            f"it unpacks to {unpacked / 1024 / 1024:,.0f} MB in {len(files):,} files, more than an article has",
            "Save the text alone in a file of its own.",
        )
    if any(file.flag_bits & 1 for file in files):
        raise CannotReadError("it is locked with a password", "Save a copy without one.")
    return package


def plain_xml(package: ZipFile, name: str) -> bytes:
    """A file of the archive that is XML without entities, which could stand for anything and any amount of it."""
    data = unpacked(package, name)
    # UTF-16 has a nought beside each letter.
    if DECLARATION in data.replace(b"\0", b""):
        raise CannotReadError(f"{name} in it declares entities, which no article needs", SAVE_AGAIN)
    return data


def unpacked(package: ZipFile, name: str) -> bytes:
    """A file of the archive; raises CannotReadError if it is missing or broken."""
    try:
        return package.read(name)
    except Exception as problem:  # the unpackers for each way of packing raise what they like
        raise broken(problem) from problem


def broken(problem: Exception) -> CannotReadError:
    """What to say when something inside is not as it should be."""
    what = " ".join(str(problem).split()).rstrip(".") or type(problem).__name__
    return CannotReadError(f"it is damaged ({what[:100]})", SAVE_AGAIN)
