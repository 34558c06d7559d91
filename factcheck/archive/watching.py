"""A folder is watched: each article that comes in is held against the archive, and then is part of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.archive.adding import read_piece
from factcheck.archive.checking import Checked, check_draft
from factcheck.archive.pieces import ENDINGS, Piece, pieces
from factcheck.model import Unreadable
from factcheck.read.folders import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.archive.store import Store
    from factcheck.judge.rules import Rulebook

#: The size of a file, and when it was last changed: a file that is still being written has others the next time.
Stamp = tuple[int, int]


def arrivals(folder: Path, wait: Callable[[], None]) -> Iterator[str]:
    """The files in a folder, and then each new or changed one; one that is being written when it is done.

    `wait` comes back when it is worth looking again.
    """
    told: dict[str, Stamp] = {}
    before: dict[str, Stamp] = {}
    while True:
        now = _stamps(folder)
        for name, stamp in now.items():
            if before.get(name) == stamp != told.get(name):
                told[name] = stamp
                yield name
        told = {name: stamp for name, stamp in told.items() if name in now}
        before = now
        wait()


def _stamps(folder: Path) -> dict[str, Stamp]:
    found = {}
    for name, problem in files(str(folder), ENDINGS):
        try:
            status = Path(name).stat() if problem is None else None
        except OSError:  # gone since
            continue
        if status:
            found[name] = status.st_size, status.st_mtime_ns
    return found


def check_in(store: Store, name: str, rulebook: Rulebook, *, with_texts: bool = True) -> Iterator[Checked | Unreadable]:
    """What each article of a file differs in from the archive; when that is told, it is part of the archive."""
    for piece in pieces([name]):
        if not isinstance(piece, Piece):
            yield piece
            continue
        work = read_piece(piece, store)
        yield from work.unreadable
        for article in work.articles:
            if article.source.problem:
                yield Unreadable(article.source.name, "it could not be understood", article.source.problem)
            else:
                yield Checked(
                    store.path.name,
                    store.sources(),
                    tuple(check_draft(store, article, rulebook)),
                    draft=article.source.name,
                )
            store.add([article if with_texts else article._replace(text=None)])
