"""Articles that are named on the command line become a report."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.cli.arguments import documents_in
from factcheck.cli.console import Unusable
from factcheck.processes import LostProcessError, in_processes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from factcheck.cli.desk import Desk
    from factcheck.model import Document, Report
    from factcheck.processes import Each
    from factcheck.read.loading import Named

    Piece = TypeVar("Piece")
    Made = TypeVar("Made")

#: The rule that tells the figures of a draft that no source has.
UNSUPPORTED = "figure-without-source"
#: So many articles take a moment, in which a bar is shown.
WORTH_A_BAR = 10


def checked(
    articles: tuple[str, ...],
    desk: Desk,
    *,
    against: tuple[str, ...],
    published: date | None,
    stdin_filename: str | None,
    tracked_changes: str,
    equal: bool = False,
    separately: bool = False,
    jobs: int = 1,
    kept_in: Path | None = None,
    unsupported: bool = False,
) -> Report:
    """The report on what can be read, and on what cannot be, which is said at once.

    Articles that are all `equal` are only compared with each other; `separately`, each
    is checked by itself. So many `jobs` are done at once, with the same report. The
    figures that no source has are told if they are `unsupported`. A report that is
    kept in a folder is not made again.
    """
    rulebook = desk.rulebook.requesting(UNSUPPORTED) if unsupported else desk.rulebook
    how: dict[str, Any] = {"rulebook": rulebook, "facts": desk.known}
    reading, checking = _at_once(jobs, _size, "reading"), _at_once(jobs, _length, "checking")
    documents, unreadable = documents_in(articles, published, stdin_filename, tracked_changes, each=reading)
    sources, unreadable_sources = documents_in(against, None, stdin_filename, tracked_changes, each=reading)
    documents, sources = desk.settled(documents), desk.settled(sources)
    if equal:
        from factcheck.pipeline import compare

        report = compare((*documents, *sources), each=checking, **how)
    elif separately:
        from factcheck.separately import check_each

        report = check_each(documents, against=sources, kept_in=kept_in, each=checking, **how)
    elif kept_in:
        from factcheck.separately import check_once

        report = check_once(documents, against=sources, kept_in=kept_in, each=checking, **how)
    else:
        from factcheck.pipeline import check

        report = check(documents, against=sources, each=checking, **how)
    return replace(desk.reported(report), unreadable=(*unreadable, *unreadable_sources))


def _at_once(jobs: int, weight: Callable[[Any], int], doing: str) -> Each:
    """What does so many things at once (0 for as many as there are processors), with a bar while it takes long."""
    at_once = in_processes(jobs or os.cpu_count() or 1, weight)

    def each(work: Callable[[Piece], Made], pieces: Sequence[Piece], /) -> Iterator[Made]:
        try:
            yield from progressing(at_once(work, pieces), len(pieces), doing)
        except LostProcessError as problem:
            raise Unusable("one of the processes was ended, as where memory runs out. Use fewer --jobs.") from problem

    return each


def progressing(items: Iterable[Made], total: int, doing: str) -> Iterator[Made]:
    """The items as they come, with a bar on standard error; it is gone when they are, and there is none in a pipe."""
    if total < WORTH_A_BAR or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, doing, total=total, console=Console(stderr=True), transient=True)


def _size(named: Named) -> int:
    with suppress(OSError, ValueError):
        return os.stat(named.name).st_size  # noqa: PTH116 - a name may be none that Path takes
    return 0


def _length(document: Document) -> int:
    return len(document.text)
