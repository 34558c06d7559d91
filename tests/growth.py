"""How cost grows with the length of a text: a ratio of times with much slack, never a time."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: Four times the text may take so many times as long; a square would take sixteen.
MOST = 12
#: Less than this, in seconds, is noise.
NOISE = 0.002


def growth(work: Callable[[int], Callable[[], object]], size: int) -> float:
    """How many times as long four times the size takes; what `work` prepares is not counted.

    What seems too long is measured again, up to five times, for other programs run on the machine.
    """
    short, long = work(size), work(4 * size)
    found = float("inf")
    for _ in range(5):
        found = min(found, seconds(long) / max(seconds(short), NOISE))
        if found <= MOST:
            break
    return found


def seconds(run: Callable[[], object]) -> float:
    """How long it takes, in time of the processor."""
    begun = process_time()
    run()
    return process_time() - begun
