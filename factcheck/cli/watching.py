"""A command that is run again whenever one of its files changes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING

from factcheck.cli.console import complain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

#: How often the files are looked at, in seconds.
LOOK_AGAIN = 0.3


def watching(names: Iterable[str], run: Callable[[], int]) -> int:
    """What the last run came to, once somebody ends it with Ctrl-C."""
    paths = [Path(name) for name in names if name != "-"]
    code, seen = 0, None
    with suppress(KeyboardInterrupt):  # the way to end it
        while True:
            now = marks(paths)
            if now != seen:
                seen = now
                code = run()
                complain("watching for changes; end with Ctrl-C")
            a_moment()
    return code


def marks(paths: Iterable[Path]) -> dict[str, tuple[int, int]]:
    """When each of the files, and each in the folders, was last written, and how long it is."""
    found = {}
    for path in paths:
        for file in [path] if not path.is_dir() else path.rglob("*"):
            with suppress(OSError):
                status = file.stat()
                found[str(file)] = (status.st_mtime_ns, status.st_size)
    return found


def a_moment() -> None:
    """Wait until it is worth looking at the files again."""
    sleep(LOOK_AGAIN)
