"""Finds the numbers and dates of articles that cannot both be right.

>>> from factcheck import Document, extract
>>> [mention.text for mention in extract(Document("draft.txt", "It is 90 km (55 miles) away."))]
['90 km', '55 miles']
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import (
        Document,
        Finding,
        Kind,
        Mention,
        Quantity,
        Report,
        Severity,
        Span,
        TimeExpression,
    )
    from factcheck.pipeline import check, compare, extract

__version__ = "0.1.0"

__all__ = [
    "Document",
    "Finding",
    "Kind",
    "Mention",
    "Quantity",
    "Report",
    "Severity",
    "Span",
    "TimeExpression",
    "check",
    "compare",
    "extract",
]

#: The names that are not kept in the model.
_HOMES = {"check": "factcheck.pipeline", "compare": "factcheck.pipeline", "extract": "factcheck.pipeline"}


def __getattr__(name: str) -> object:
    """A public name, from the module that defines it; a run pays for what it uses."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "factcheck.model")), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted([*globals(), *__all__])


class _Package(ModuleType):
    """The package, whose `extract` stays the function although a room of the package is called so too."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
