"""Work is shared among processes, piece by piece: what comes of it comes in order, and little of it waits."""

from __future__ import annotations

import gc
import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TYPE_CHECKING, Protocol, TypeVar

from factcheck.archive.problems import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from pathlib import Path

Piece = TypeVar("Piece")
Made = TypeVar("Made")

#: So many pieces for each process wait to be done, or to be taken.
AHEAD = 4
#: After so many more nouns a process looks for those that nothing holds: next to none hold each other.
BETWEEN_COLLECTIONS = 50_000


class Shared(Protocol):
    """Does something with each piece, in order, as `map` does; pieces are made when it is their turn."""

    def __call__(self, work: Callable[[Piece], Made], pieces: Iterable[Piece], /) -> Iterator[Made]:
        """What comes of each piece."""


@contextmanager
def shared(jobs: int, place: Path, *, worth: int = 0) -> Iterator[Shared]:
    """What does work in so many processes, which begin when there are more pieces than are worth it.

    ArchiveError, which says of what `place`, where one of them is ended from outside.
    """
    with _seldom_collecting():
        if jobs <= 1:
            yield map
        else:
            with _shared(jobs, place, worth) as each:
                yield each


@contextmanager
def _shared(jobs: int, place: Path, worth: int) -> Iterator[Shared]:
    """The same in several processes."""
    # Fresh processes: a forked one would share the open archive.
    executor = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)

    def each(work: Callable[[Piece], Made], pieces: Iterable[Piece], /) -> Iterator[Made]:
        coming = iter(pieces)
        first = list(islice(coming, worth))
        if len(first) < worth:
            yield from map(work, first)
            return
        waiting: deque[Future[Made]] = deque()
        for piece in chain(first, coming):
            waiting.append(executor.submit(work, piece))
            if len(waiting) >= AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    try:
        yield each
    except BrokenProcessPool as problem:
        raise ArchiveError(
            f"{place}: a process that did part of the work was ended from outside; there may be too little memory. "
            "What was added is safe: run the same command again, with fewer --jobs."
        ) from problem
    finally:
        executor.shutdown(cancel_futures=True)


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """For a while, look seldom for nouns that nothing holds: what is found of a large archive is gone through each time."""
    usual = gc.get_threshold()
    if usual[0]:
        gc.set_threshold(max(BETWEEN_COLLECTIONS, usual[0]), *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _begin() -> None:
    """Let this process end when the one that began it is gone: whoever kills that one means all of them."""
    gc.set_threshold(BETWEEN_COLLECTIONS)
    Thread(target=_await_the_end, daemon=True).start()


def _await_the_end() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
