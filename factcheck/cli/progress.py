"""A bar that fills while many articles are checked."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")
#: So many articles take a moment.
WORTH_A_BAR = 10


def progressing(items: Iterable[Item], total: int, doing: str = "checking") -> Iterator[Item]:
    """The items as they come, with a bar on standard error; it is gone when they are, and there is none in a pipe."""
    if total < WORTH_A_BAR or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, doing, total=total, console=Console(stderr=True), transient=True)
