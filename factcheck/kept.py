"""What is slow to make is kept, as JSON, in the user's cache folder (docs/decisions/rule-cache.md).

What was read from files is used only as long as none of them has changed. All of it is safe to lose.

To read JSON takes longer than anything else in a short run. So what not every run needs stands in cells of its own.
"""

from __future__ import annotations

import json
import os
import sys
from binascii import crc32
from collections.abc import Sequence
from contextlib import suppress
from functools import cached_property
from itertools import accumulate, chain, islice, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from mmap import mmap


#: Changes with the way in which files are written, so that versions side by side do not write over each other's.
LAYOUT = 6
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
    """What `make` makes of the rows that `read` finds in the sources, or found last time if no file has changed.

    A row is a record and cells. `make` is given the record, and each cell as JSON that is yet to be read (see `Later`).
    """
    stamp = _stamp(files)
    where = place(kind, "\n".join(map(os.path.abspath, sources)))
    if where:
        # Lost, stale or damaged: then it is read again.
        with suppress(OSError, ValueError, LookupError, TypeError):
            (written, records), cells = unpacked(recalled(where))
            if written == stamp:
                return _made(records, cells, make)
    rows = [(record, list(map(_json, later))) for record, *later in read()]
    data = packed((stamp, [(record, len(later)) for record, later in rows]), list(chain(*(later for _, later in rows))))
    if where:
        keep(where, data)
    (_, records), cells = unpacked(data)
    return _made(records, cells, make)


def _made(
    records: Iterable[tuple[Any, int]], cells: Iterable[memoryview], make: Callable[..., Made]
) -> tuple[Made, ...]:
    rest = iter(cells)
    return tuple(make(record, *islice(rest, count)) for record, count in records)


def packed(head: Any, cells: Sequence[bytes | memoryview]) -> bytes:
    """A file with a head, which is read at once, and cells, each of which can be read without the others."""
    # In ASCII alone, which is decoded more quickly.
    told = json.dumps((head, list(map(len, cells))), default=str, separators=(",", ":")).encode()
    return b"%s\n%s" % (told, b"".join(cells))


def unpacked(data: bytes | mmap) -> tuple[Any, list[memoryview]]:
    """The head of such a file and its cells, which are not even copied; ValueError if it is none."""
    behind = data.find(b"\n")
    head, lengths = json.loads(data[:behind])
    bounds = list(accumulate(lengths, initial=behind + 1))
    if bounds[-1] != len(data):
        raise ValueError("a part is missing")
    view = memoryview(data)
    return head, [view[start:end] for start, end in pairwise(bounds)]


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, default=str, separators=(",", ":")).encode()


class Later(Sequence[Made]):
    """Nouns that are read when somebody asks for one: out of one cell, which has them all."""

    def __init__(self, cell: memoryview, make: Callable[[Any], Made]) -> None:
        self._cell = cell
        self._make = make

    @cached_property
    def _read(self) -> tuple[Made, ...]:
        return tuple(map(self._make, json.loads(str(self._cell, "utf-8"))))

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


class EachLater(Sequence[Made]):
    """Nouns of which each is read when somebody asks for it: out of a cell of its own."""

    def __init__(self, cells: Iterable[memoryview], make: Callable[[Any], Made]) -> None:
        self._cells = tuple(cells)
        self._make = make
        self._read: dict[int, Made] = {}

    @overload
    def __getitem__(self, at: int) -> Made: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Made]: ...
    def __getitem__(self, at: int | slice) -> Made | Sequence[Made]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        if at not in self._read:
            self._read[at] = self._make(json.loads(str(self._cells[at], "utf-8")))
        return self._read[at]

    def __len__(self) -> int:
        return len(self._cells)

    def __eq__(self, other: object) -> bool:
        return self._cells == other._cells if isinstance(other, EachLater) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._cells)


def files_in(folder: str, endings: tuple[str, ...]) -> list[os.DirEntry[str]]:
    """The files in a folder and its folders whose names end so, in the order of their paths, which begin as that of the folder does."""
    return sorted(_files_in(folder, endings), key=attrgetter("path"))


def _files_in(folder: str, endings: tuple[str, ...]) -> Iterator[os.DirEntry[str]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files_in(entry.path, endings)
            elif entry.name.endswith(endings):
                yield entry


def _stamp(files: Iterable[FileName]) -> str:
    """What changes when one of the files or the Python does."""
    marks = [sys.version]
    for file in files:
        try:
            if isinstance(file, os.DirEntry):
                path, status = file.path, file.stat()
            else:  # of hundreds, and Path takes ten times as long
                path, status = os.path.abspath(file), os.stat(file)  # noqa: PTH100, PTH116
        except OSError:
            continue
        marks.append(f"{path} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(marks)


def place(kind: str, of: str) -> str | None:
    """The file to keep something of a kind in, for this Python; None where there is no folder for such files."""
    whence = f"{sys.version}\n{LAYOUT}\n{of}"
    folder = cache_folder()
    return f"{folder}/{kind}-{crc32(os.fsencode(whence)):08x}.json" if folder else None


def cache_folder() -> str | None:
    """The folder for what is safe to lose; None where there is none for such files."""
    home = os.environ.get("HOME")
    base = os.environ.get("XDG_CACHE_HOME") or (home and f"{home}/.cache")
    return f"{base}/factcheck" if base else None


def recalled(place: str) -> bytes | mmap:
    """What was kept in a file, of which no more is read than is asked for; OSError if nothing was."""
    with open(place, "rb") as file:  # noqa: PTH123
        if os.name != "posix":
            return file.read()  # elsewhere a file that is mapped cannot be replaced
        from mmap import ACCESS_READ, mmap  # noqa: PLC0415 - not everywhere

        return mmap(file.fileno(), 0, access=ACCESS_READ)


def keep(place: str, written: bytes) -> None:
    """Keep it in the stead of what was kept before, if the folder allows."""
    from pathlib import Path  # noqa: PLC0415 - what is kept already need not be written

    path = Path(place)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.write_bytes(written)
        fresh.replace(path)
