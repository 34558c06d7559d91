"""Many like pieces of work, in several processes where that is worth it; what comes of them is the same, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Piece = TypeVar("Piece")
Made = TypeVar("Made")

#: Pieces that weigh less in all, in letters or bytes, are done before other processes have begun.
WORTH = 500_000
#: The pieces fall into so many parcels for each process, lest one process wait for another at the end.
PARCELS = 8

#: What a process of ours does; each has its own.
_work: list[Callable[[Any], Any]] = []


class LostProcessError(RuntimeError):
    """A process that did part of the work was ended by somebody else."""


class Each(Protocol):
    """Does something with each piece, in order, as `map` does."""

    def __call__(self, work: Callable[[Piece], Made], pieces: Sequence[Piece], /) -> Iterable[Made]:
        """What comes of each piece."""


def in_turn(work: Callable[[Piece], Made], pieces: Sequence[Piece], /) -> Iterator[Made]:
    """What comes of each piece, one after the other."""
    return map(work, pieces)


def in_processes(jobs: int, weight: Callable[[Any], int]) -> Each:
    """What does the same in so many processes, unless the pieces are so few or light that they are not worth it.

    LostProcessError where one of the processes was killed, as where memory runs out.
    """

    def each(work: Callable[[Piece], Made], pieces: Sequence[Piece], /) -> Iterator[Made]:
        if jobs == 1 or len(pieces) < 2 or sum(map(weight, pieces)) < WORTH:
            yield from in_turn(work, pieces)
            return
        from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - slow to import, and few need it
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

        parcel = max(1, len(pieces) // (jobs * PARCELS))
        try:
            with ProcessPoolExecutor(min(jobs, len(pieces)), initializer=_begin, initargs=(work,)) as processes:
                yield from processes.map(_work_here, pieces, chunksize=parcel)
        except BrokenProcessPool as problem:
            raise LostProcessError(str(problem)) from problem

    return each


def _begin(work: Callable[[Any], Any]) -> None:
    _work[:] = [work]


def _work_here(piece: Any) -> Any:
    return _work[0](piece)
