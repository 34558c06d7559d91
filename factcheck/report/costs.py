"""What a check cost, stage by stage and rule by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.lines import Line
from factcheck.report.table import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.report.prose import Page
    from factcheck.timing import Costs, Watch

#: What takes less than this, in seconds, is told in one line with all that does.
TELLING = 0.00005


def cost_lines(costs: Costs, page: Page) -> Iterator[Line]:
    """A table of the stages and one of the rules, the dearest first, in milliseconds."""
    yield from table_lines(("stage", "ms"), _rows(costs.stages), page)
    yield Line()
    telling = [watch for watch in costs.rules if watch.seconds >= TELLING]
    yield from table_lines(("rule", "ms"), _rows(telling), page)
    cheap = len(costs.rules) - len(telling)
    if cheap:
        yield Line(page.text(f"and {cheap} that took less than {TELLING * 1000:g} ms each"))


def _rows(watches: Iterable[Watch]) -> list[tuple[str, ...]]:
    return [(watch.name, f"{watch.seconds * 1000:.2f}") for watch in watches]
