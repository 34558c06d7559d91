"""Why something cannot be read, said by whoever finds out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType

#: What to do about a file of a format whose articles have been sent some other way, or damaged on it.
SAVE_AGAIN = "Open it where it was written, and save it again."


class CannotReadError(Exception):
    """What is the matter with a file, what to do about it, and where in the file that is (":3:14") if known."""

    def __init__(self, what: str, remedy: str, place: str = "") -> None:
        super().__init__(what)
        self.what, self.remedy, self.place = what, remedy, place


def optional(module: str, *, extra: str, kind: str) -> ModuleType:
    """The module that reads a kind of file; CannotReadError tells which extra installs it."""
    try:
        return import_module(module)
    except ModuleNotFoundError as problem:
        raise CannotReadError(
            f"it is {kind}, and what reads those is not installed",
            f'Install it with: pip install "factcheck-rules[{extra}]"',
        ) from problem
