"""Slips are put into articles one at a time, and the articles checked before and after."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

from factcheck import Severity, check
from tests.seeded.slips import SEEDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck import Document, Report
    from factcheck.judge.rules import Rulebook
    from tests.seeded.mistyping import Slip


@dataclass(frozen=True, slots=True)
class Trial:
    """What the check made of an article without and with one slip."""

    document: Document
    slip: Slip
    #: Whether nothing was said of the place before.
    silent: bool
    #: Whether an error or a warning points at it after.
    caught: bool


def trials(
    documents: Iterable[Document], rulebook: Rulebook, *, seed: int, most: int, everywhere: bool = False
) -> Iterator[Trial]:
    """One slip of each kind in each article that has a place for it (or in each such place), up to so many of a kind."""
    tried = dict.fromkeys(SEEDS, 0)
    for document in documents:
        before: Report | None = None
        for kind, find in SEEDS.items():
            chance = Random(f"{seed} {kind} {document.name}")  # noqa: S311 - it is to be the same every time
            places = list(find(document, chance)) if tried[kind] < most else []
            for slip in places if everywhere or not places else [chance.choice(places)]:
                before = before or check([document], rulebook=rulebook)
                tried[kind] += 1
                yield _tried(document, slip, before, rulebook)


def _tried(document: Document, slip: Slip, before: Report, rulebook: Rulebook) -> Trial:
    after = check([replace(document, text=slip.put_into(document.text))], rulebook=rulebook)
    return Trial(
        document,
        slip,
        silent=not _is_marked(before, slip.start, slip.end),
        caught=_is_marked(after, slip.start, slip.start + len(slip.typed)),
    )


def _is_marked(report: Report, start: int, end: int) -> bool:
    """Whether an error or a warning points at a stretch."""
    return any(
        span.start < end and start < span.end
        for finding in report.findings
        if finding.severity is not Severity.NOTE
        for span in finding.spans
    )
