"""What is slow to make is kept, as JSON, in the user's cache folder (docs/decisions/rule-cache.md).

What was read from files is used only as long as none of them has changed. All of it is safe to lose.

A file has a row on each line. The cells of a row are JSON with a tab between two, and each is read by whoever needs it.
"""

from __future__ import annotations

import json
import os
import sys
from binascii import crc32
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


#: A file, or a folder of them.
FileName = str | os.PathLike[str]
Made = TypeVar("Made")


def kept(
    kind: str,
    sources: Iterable[FileName],
    files: Iterable[FileName],
    read: Callable[[], Iterable[Sequence[Any]]],
    make: Callable[..., Made],
) -> tuple[Made, ...]:
    """What `make` makes of the cells of each row that `read` finds in the sources, or found last time if no file has changed."""
    stamp = _stamp(files)
    where = place(kind, "\n".join(map(os.path.abspath, sources)))
    if where:
        # Lost, stale or damaged: then it is read again.
        with suppress(OSError, ValueError, LookupError, TypeError):
            head, _, written = recalled(where).partition(b"\n")
            if json.loads(head) == [stamp, len(written)]:
                return _made(written, make)
    written = b"\n".join(b"\t".join(map(_cell, row)) for row in read())
    if where:
        keep(where, b"%s\n%s" % (_cell([stamp, len(written)]), written))
    return _made(written, make)


def _made(written: bytes, make: Callable[..., Made]) -> tuple[Made, ...]:
    return tuple(make(*row.split(b"\t")) for row in written.split(b"\n") if row)


def _cell(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, default=str, separators=(",", ":")).encode()


class Later(Sequence[Made]):
    """The nouns of a cell, read out of it when somebody asks for the first."""

    def __init__(self, cell: bytes, make: Callable[[Any], Made]) -> None:
        self._cell = cell
        self._make = make

    @cached_property
    def _read(self) -> tuple[Made, ...]:
        return tuple(map(self._make, json.loads(self._cell)))

    @overload
    def __getitem__(self, at: int) -> Made: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Made]: ...
    def __getitem__(self, at: int | slice) -> Made | Sequence[Made]:
        return self._read[at]

    def __len__(self) -> int:
        return len(self._read)

    def __eq__(self, other: object) -> bool:
        return self._cell == other._cell if isinstance(other, Later) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._cell)


def _stamp(files: Iterable[FileName]) -> str:
    """What changes when one of the files or the Python does."""
    marks = [sys.version]
    for file in files:
        path = os.path.abspath(file)  # noqa: PTH100 - there are hundreds, and Path takes ten times as long
        with suppress(OSError):
            status = os.stat(path)  # noqa: PTH116
            marks.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(marks)


def place(kind: str, of: str) -> str | None:
    """The file to keep something of a kind in, for this Python; None where there is no folder for such files."""
    whence = f"{sys.version}\n{of}"
    folder = cache_folder()
    return f"{folder}/{kind}-{crc32(os.fsencode(whence)):08x}.json" if folder else None


def cache_folder() -> str | None:
    """The folder for what is safe to lose; None where there is none for such files."""
    home = os.environ.get("HOME")
    base = os.environ.get("XDG_CACHE_HOME") or (home and f"{home}/.cache")
    return f"{base}/factcheck" if base else None


def recalled(place: str) -> bytes:
    """What was kept in a file; OSError if nothing was."""
    with open(place, "rb") as file:  # noqa: PTH123
        return file.read()


def keep(place: str, written: bytes) -> None:
    """Keep it in the stead of what was kept before, if the folder allows."""
    from pathlib import Path  # noqa: PLC0415 - what is kept already need not be written

    path = Path(place)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(written)
        fresh.replace(path)
