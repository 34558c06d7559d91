"""What came of a check, in plain words that can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.archive.conflicts import Conflict
    from factcheck.model import Finding

#: A rule, how loud it is, and the places with their words.
Shown = tuple[str, str, tuple[tuple[str, int, str], ...]]


def finding(found: Finding) -> Shown:
    places = tuple(sorted((span.document.name, span.start, span.text) for span in found.spans))
    return found.rule, found.severity.value, places


def findings(conflicts: Iterable[Conflict]) -> set[Shown]:
    return {finding(found) for conflict in conflicts for found in conflict.findings}


def whole(conflicts: Iterable[Conflict]) -> list[object]:
    """All of it: in order, and with who takes which side."""
    return [
        (
            [(found.message, found.confidence, found.arithmetic, *finding(found)) for found in conflict.findings],
            [
                (side.claims, side.sources, side.first_day, side.last_day, [one.row.claim for one in side.told])
                for side in conflict.sides
            ],
        )
        for conflict in conflicts
    ]
