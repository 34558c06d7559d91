"""What an archive holds, in numbers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factcheck.report.lines import Line
from factcheck.report.prose import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.archive.store import Info
    from factcheck.report.prose import Page

_MEGABYTE = 1024 * 1024


def info_lines(info: Info, failures: Iterable[tuple[str, str]], page: Page) -> Iterator[Line]:
    """How much there is of everything, and what could not be understood."""
    days = "not known"
    if info.first_day is not None and info.last_day is not None:
        days = f"{date.fromordinal(info.first_day)} to {date.fromordinal(info.last_day)}"
    rows = {
        "sources": f"{info.sources:,}",
        "failed": f"{info.failed:,}",
        "published": days,
        "claims": f"{info.claims:,}",
        "blocks": f"{info.blocks:,}, with {info.places:,} places",
        "texts": f"{info.texts:,}, in {info.packed / _MEGABYTE:,.1f} MB",
        "size": f"{info.size / _MEGABYTE:,.1f} MB",
    }
    for label, words in rows.items():
        yield Line(page.text(f"{label:>12}  {words}"))
    for name, problem in failures:
        for line in wrapped(page.text(f"{name}: {problem}"), page.width - 4):
            yield Line((f"    {line}", "dim"))
