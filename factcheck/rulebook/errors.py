"""What is wrong with a rule file, and what was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class RuleError(ValueError):
    """A rule file that cannot be used: file, line, what, and what was meant."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}:{line}: {problem}")


def meant(word: str, known: Iterable[str]) -> str:
    """The end of an error: ". Did you mean …?", or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - only mistakes need it

    close = get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f". Did you mean {close[0]!r}?" if close else ""


def line_of(path: Path, key: str) -> int:
    """The line of a rule file on which a key stands."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if line.startswith(key)), 1)
