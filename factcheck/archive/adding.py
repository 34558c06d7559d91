"""Articles are added: read by as many processes as wanted, and kept by one."""

from __future__ import annotations

import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING

from factcheck.archive.pieces import Piece, documents, pieces
from factcheck.archive.problems import ArchiveError
from factcheck.archive.rows import Read, read, source_of
from factcheck.archive.store import opened
from factcheck.model import Unreadable
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

    from factcheck.archive.store import Store

#: So many articles are kept at once, as a whole or not at all.
BATCH = 256
#: So many pieces for each process wait to be read or kept.
AHEAD = 4


class Piecework(NamedTuple):
    """What came of reading a piece."""

    articles: tuple[Read, ...]
    #: How many articles were in the archive before.
    known: int
    unreadable: tuple[Unreadable, ...]


class Added(NamedTuple):
    """What came of adding."""

    new: int
    known: int
    #: The articles that could not be understood, with the reason. They are kept, so as not to be tried again.
    failed: tuple[tuple[str, str], ...]
    unreadable: tuple[Unreadable, ...]


def add(
    path: Path, arguments: Iterable[str], *, jobs: int = 1, tell: Callable[[int, int], None] | None = None
) -> Added:
    """Add what the arguments name to an archive, which is made if need be.

    It may be stopped at any moment, and done again: what is there is not read
    twice. `tell` is called with how many pieces are done, and how many there are.
    """
    found = list(pieces(arguments))
    work = [piece for piece in found if isinstance(piece, Piece)]
    unreadable = [piece for piece in found if isinstance(piece, Unreadable)]
    new = known = 0
    failed: list[tuple[str, str]] = []
    waiting: list[Read] = []
    with opened(path, make=True) as store:
        for done, piecework in enumerate(_read_all(work, store, jobs), 1):
            waiting += piecework.articles
            known += piecework.known
            unreadable += piecework.unreadable
            if len(waiting) >= BATCH or done == len(work):
                added = store.add(waiting)
                known += len(waiting) - added
                new += added
                failed += [
                    (article.source.name, article.source.problem) for article in waiting if article.source.problem
                ]
                waiting.clear()
            if tell:
                tell(done, len(work))
    return Added(new, known, tuple(failed), tuple(unreadable))


def read_piece(piece: Piece, store: Store) -> Piecework:
    """The articles of a piece that the archive does not have."""
    found = list(documents(piece))
    numbers = {id(one): source_of(one) for one in found if not isinstance(one, Unreadable)}
    known = store.known(list(numbers.values()))
    fresh = [one for one in found if not isinstance(one, Unreadable) and numbers[id(one)] not in known]
    return Piecework(
        tuple(map(read, fresh)),
        len(numbers) - len(fresh),
        tuple(one for one in found if isinstance(one, Unreadable)),
    )


def _read_all(work: Iterable[Piece], store: Store, jobs: int) -> Iterator[Piecework]:
    """What comes of each piece, in order."""
    if jobs <= 1:
        yield from (read_piece(piece, store) for piece in work)
        return
    # Fresh processes: a forked one would share the open archive.
    executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent)
    waiting: deque[Future[Piecework]] = deque()
    try:
        for piece in work:
            waiting.append(executor.submit(_read_elsewhere, piece, store.path))
            if len(waiting) >= AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as problem:
        raise ArchiveError(
            f"{store.path}: a process that read articles was ended from outside; there may be too little memory. "
            "What was added is safe: run the same command again, with fewer --jobs."
        ) from problem
    finally:
        executor.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """Let this process end when the one that began it is gone: whoever kills that one means all of them."""
    Thread(target=_await_the_end, daemon=True).start()


def _await_the_end() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_elsewhere(piece: Piece, path: Path) -> Piecework:
    """The same in another process, which looks into the archive by itself."""
    with opened(path) as store:
        return read_piece(piece, store)
