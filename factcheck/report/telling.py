"""A finding in a few plain lines, for wherever there is no page to lay it out on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Finding


def plain_lines(finding: Finding) -> Iterator[str]:
    """What is wrong, the working, the likely slip, and the ways out."""
    yield f"{finding.severity.value}: {finding.message} [{finding.rule}]"
    if finding.arithmetic:
        yield f"= {finding.arithmetic}"
    if finding.slip:
        yield f"perhaps: {finding.slip}"
    either = ["either: ", *["or: "] * len(finding.repairs)] if finding.repairs[1:] else ["try: "]
    yield from (f"{head}{repair}" for head, repair in zip(either, finding.repairs, strict=False))
