"""Packages that only some formats need, and what to say where they are missing."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class MissingExtraError(Exception):
    """A format needs a package that is not installed; the message says what to install."""


@contextmanager
def wanted(package: str, extra: str) -> Iterator[None]:
    """Imports of a package that comes with an extra; MissingExtraError where it is not there."""
    try:
        yield
    except ModuleNotFoundError as problem:
        raise MissingExtraError(
            f'{package} is not installed. Install it with: pip install "factcheck-rules[{extra}]"'
        ) from problem
