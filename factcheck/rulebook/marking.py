"""The << >> round the words that an example wants reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def unmarked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A text without its << >>, and where they stood."""
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    length = 0
    for number, part in enumerate(text.replace(">>", "<<").split("<<")):
        if number % 2:
            marks.append((length, length + len(part)))
        parts.append(part)
        length += len(part)
    return "".join(parts), tuple(marks)


def marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """The text with << >> round the marked stretches."""
    for start, end in sorted(set(marks), reverse=True):
        text = f"{text[:start]}<<{text[start:end]}>>{text[end:]}"
    return text
