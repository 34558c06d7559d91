"""Articles are added: read by as many processes as wanted, and kept by one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from factcheck.archive.pieces import Piece, documents, pieces
from factcheck.archive.rows import Read, read, source_of
from factcheck.archive.sharing import shared
from factcheck.archive.store import opened, say_nothing
from factcheck.model import Unreadable
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from factcheck.archive.store import Store

#: The articles of so many claims are kept at once, as a whole or not at all: their places lie all over the tables, and a page is
#: written once for all that goes into it.
BATCH = 16_384


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


def add(  # noqa: PLR0913 - each by its name
    path: Path,
    arguments: Iterable[str],
    *,
    jobs: int = 1,
    tell: Callable[[int, int], None] | None = None,
    with_texts: bool = True,
    say: Callable[[str], None] = say_nothing,
) -> Added:
    """Add what the arguments name to an archive, which is made if need be.

    It may be stopped at any moment, and done again: what is there is not read
    twice. `tell` is called with how many pieces are done, and how many there are,
    and `say` where another program is waited for.
    """
    found = list(pieces(arguments))
    work = [piece for piece in found if isinstance(piece, Piece)]
    unreadable = [piece for piece in found if isinstance(piece, Unreadable)]
    new = known = 0
    failed: list[tuple[str, str]] = []
    waiting: list[Read] = []
    claims = 0
    with opened(path, make=True, say=say) as store, shared(jobs, path) as each:
        store.expect_many()
        reading = (
            partial(read_piece, store=store, with_texts=with_texts)
            if jobs <= 1
            else partial(_read_elsewhere, path=path, with_texts=with_texts)
        )
        for done, piecework in enumerate(each(reading, work), 1):
            waiting += piecework.articles
            claims += sum(len(article.claims) for article in piecework.articles)
            known += piecework.known
            unreadable += piecework.unreadable
            if max(claims, len(waiting)) >= BATCH or done == len(work):
                added = store.add(waiting)
                known += len(waiting) - added
                new += added
                failed += [
                    (article.source.name, article.source.problem) for article in waiting if article.source.problem
                ]
                waiting.clear()
                claims = 0
            if tell:
                tell(done, len(work))
    return Added(new, known, tuple(failed), tuple(unreadable))


def read_piece(piece: Piece, store: Store, *, with_texts: bool = True) -> Piecework:
    """The articles of a piece that the archive does not have."""
    found = list(documents(piece))
    numbers = {id(one): source_of(one) for one in found if not isinstance(one, Unreadable)}
    known = store.known(numbers.values())
    fresh = [one for one in found if not isinstance(one, Unreadable) and numbers[id(one)] not in known]
    return Piecework(
        tuple(read(document, with_text=with_texts) for document in fresh),
        len(numbers) - len(fresh),
        tuple(one for one in found if isinstance(one, Unreadable)),
    )


def _read_elsewhere(piece: Piece, path: Path, *, with_texts: bool) -> Piecework:
    """The same in another process, which looks into the archive by itself."""
    with opened(path) as store:
        return read_piece(piece, store, with_texts=with_texts)
