"""What is to be added becomes pieces, each read by whoever has time: text need not pass from one process to another."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from factcheck.archive.problems import needs
from factcheck.model import Document, Unreadable
from factcheck.nouns import NamedTuple
from factcheck.read import load
from factcheck.read.folders import cannot_open, files
from factcheck.read.loading import ARTICLE_ENDINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from types import ModuleType

LINES = frozenset([".jsonl", ".ndjson"])
TABLES = frozenset([".parquet"])
ENDINGS = ARTICLE_ENDINGS | LINES | TABLES
#: So many files of one article each make a piece,
FILES = 16
#: or so many bytes of JSON lines.
BYTES = 1 << 18

#: What the fields of a record may be called; the first that it has counts.
NAME, TEXT, PUBLISHED = ("name", "id", "url"), ("text", "body"), ("published", "date")
FIELDS = f"A record has a {' or '.join(TEXT)}, and may have a {' or '.join(NAME)} and a {' or '.join(PUBLISHED)}."


class Piece(NamedTuple):
    """Some articles that are read together: whole files, or a stretch of one."""

    names: tuple[str, ...]
    #: Of JSON lines, the bytes that are meant; of a table, which of its groups of rows.
    start: int = 0
    end: int = 0
    #: How many records of the file go before.
    before: int = 0


def pieces(arguments: Iterable[str]) -> Iterator[Piece | Unreadable]:
    """The files, folders and globs in pieces, and what cannot be read of them."""
    plain: list[str] = []
    for argument in arguments:
        for name, problem in files(argument, ENDINGS):
            if problem:
                yield Unreadable(name, problem.what, problem.remedy)
            elif (ending := PurePath(name).suffix.lower()) in LINES | TABLES:
                yield from _split(name, _stretches if ending in LINES else _groups)
            else:
                plain.append(name)
            if len(plain) == FILES:
                yield Piece(tuple(plain))
                plain.clear()
    if plain:
        yield Piece(tuple(plain))


def documents(piece: Piece) -> Iterator[Document | Unreadable]:
    """The articles of a piece, and what cannot be read of it."""
    ending = PurePath(piece.names[0]).suffix.lower()
    if ending in LINES:
        yield from _lines(piece)
    elif ending in TABLES:
        yield from _rows(piece)
    else:
        for name in piece.names:
            yield from _articles(name)


def _articles(name: str) -> Iterator[Document | Unreadable]:
    """The article of a file, or why it cannot be read."""
    try:
        found, unreadable = load([name])
    except Exception as mistake:  # noqa: BLE001 - one file in a million must not stop the others
        what = f"it could not be read ({type(mistake).__name__}: {mistake})".splitlines()[0]
        yield Unreadable(name, what, "Check that it is whole, or save it in another format.")
        return
    yield from found
    yield from unreadable


def document_of(record: Mapping[str, Any], place: str) -> Document | Unreadable:
    """The article of a record; `place` says where the record stands, and is its name if it has none."""
    name, text, published = (
        next((record[field] for field in fields if record.get(field) is not None), None)
        for fields in (NAME, TEXT, PUBLISHED)
    )
    if not isinstance(text, str) or not text.strip():
        return Unreadable(place, "a record without text", FIELDS)
    try:
        day = None if published in (None, "") else date.fromisoformat(str(published)[:10])
    except ValueError:
        return Unreadable(place, f"“{published}” is no day of the calendar", "Write it as 2022-02-24.")
    return Document(str(name or place), text, day)


def _split(name: str, split: Callable[[str], Iterator[Piece | Unreadable]]) -> Iterator[Piece | Unreadable]:
    try:
        yield from split(name)
    except OSError as problem:
        found = cannot_open(problem)
        yield Unreadable(name, found.what, found.remedy)


# --- JSON lines ---------------------------------------------------------------------


def _stretches(name: str) -> Iterator[Piece | Unreadable]:
    start = end = before = 0
    with Path(name).open("rb") as lines:
        for number, line in enumerate(lines, 1):
            end += len(line)
            if end - start >= BYTES:
                yield Piece((name,), start, end, before)
                start, before = end, number
    if end > start:
        yield Piece((name,), start, end, before)


def _lines(piece: Piece) -> Iterator[Document | Unreadable]:
    with Path(piece.names[0]).open("rb") as file:
        file.seek(piece.start)
        lines = file.read(piece.end - piece.start).splitlines()
    for number, line in enumerate(lines, piece.before + 1):
        place = f"{piece.names[0]}:{number}"
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as problem:
            yield Unreadable(place, f"no JSON ({problem})", "Write one record a line.")
            continue
        if isinstance(record, dict):
            yield document_of(record, place)
        else:
            yield Unreadable(place, "not a record", FIELDS)


# --- Parquet ------------------------------------------------------------------------


def _groups(name: str) -> Iterator[Piece | Unreadable]:
    table = _table(name)
    if isinstance(table, Unreadable):
        yield table
        return
    if not any(field.name in TEXT and _is_text(field.type) for field in table.schema_arrow):
        yield Unreadable(name, "a table without text", FIELDS)
        return
    before = 0
    for group in range(table.num_row_groups):
        yield Piece((name,), group, group + 1, before)
        before += table.metadata.row_group(group).num_rows


def _rows(piece: Piece) -> Iterator[Document | Unreadable]:
    table = _table(piece.names[0])
    if isinstance(table, Unreadable):
        yield table
        return
    columns = [column for column in table.schema_arrow.names if column in NAME + TEXT + PUBLISHED]
    for group in range(piece.start, piece.end):
        try:
            records = table.read_row_group(group, columns=columns).to_pylist()
        except (OSError, ValueError) as problem:  # Arrow's own are among them
            what = f"rows from {piece.before + 1:,} on are damaged ({str(problem).splitlines()[0]})"
            yield Unreadable(piece.names[0], what, "Write the file anew; the rest of it was read.")
            continue
        for number, record in enumerate(records, piece.before + 1):
            yield document_of(record, f"{piece.names[0]}:{number}")


def _is_text(kind: Any) -> bool:
    types = arrow("types")
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_dictionary(kind))


def _table(name: str) -> Any:
    """A Parquet file that is open, or why it cannot be read."""
    parquet = arrow("parquet")
    try:
        return parquet.ParquetFile(name)
    except arrow().ArrowInvalid as problem:
        return Unreadable(name, f"no Parquet ({str(problem).splitlines()[0]})", "Check how it was written.")


def arrow(part: str = "") -> ModuleType:
    """A part of pyarrow; `ArchiveError` where that is not installed."""
    from importlib import import_module  # noqa: PLC0415 - as is what it imports

    try:
        return import_module(f"pyarrow.{part}" if part else "pyarrow")
    except ModuleNotFoundError as problem:
        raise needs("archive", "pyarrow") from problem
