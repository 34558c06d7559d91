"""What is slow to make is kept, as JSON, in the user's cache folder (docs/decisions/rule-cache.md).

What was read from files is used only as long as none of them has changed. All of it is safe to lose.
"""

from __future__ import annotations

import json
import os
import sys
from binascii import crc32
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


#: A file, or a folder of them.
FileName = str | os.PathLike[str]
Made = TypeVar("Made")


def kept(
    kind: str,
    sources: Iterable[FileName],
    files: Iterable[FileName],
    read: Callable[[], list[dict[str, Any]]],
    make: Callable[[dict[str, Any]], Made],
) -> tuple[Made, ...]:
    """What `make` makes of the records that `read` finds in the sources, or found last time if no file has changed."""
    stamp = _stamp(files)
    where = place(kind, "\n".join(map(os.path.abspath, sources)))
    if where:
        # Lost, stale or damaged: then it is read again.
        with suppress(OSError, ValueError, LookupError, TypeError):
            written = json.loads(recalled(where).decode())
            if written["stamp"] == stamp:
                return tuple(map(make, written["records"]))
    records = read()
    if where:
        keep(where, json.dumps({"stamp": stamp, "records": records}, default=str).encode())
    return tuple(map(make, records))


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
