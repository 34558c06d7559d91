"""Reports that were made before, in a folder of the user's: the same articles under the same rules are checked once.

A report is found by a hash of all that it depends on: the program, the rules, the
facts, and every letter of the articles. It is safe to lose and safe to spoil: what is
damaged is made again, and what somebody else has put there cannot run.
"""

from __future__ import annotations

import copyreg
import io
import os
import pickle
from contextlib import suppress
from enum import Enum, EnumType
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck import __version__, model
from factcheck.model import Report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from factcheck.judge.rules import Rulebook
    from factcheck.model import Article, Document

#: What a report is made of besides the nouns of the model.
OTHERS = {("decimal", "Decimal"), ("datetime", "date"), ("builtins", "frozenset")}
HASH_LENGTH = 32


def answered(folder: Path | None, question: Callable[[], str], check: Callable[[], Report]) -> Report:
    """The report that was kept for the question in the folder; else the one that the check makes, which is kept."""
    if folder is None:
        return check()
    place = folder / f"{question()}.report"
    with suppress(OSError, ValueError, LookupError, TypeError, AttributeError, EOFError, pickle.UnpicklingError):
        return _recalled(place)
    report = check()
    _keep(place, report)
    return report


def question(
    documents: Iterable[Document], against: Iterable[Document], rulebook: Rulebook, facts: Iterable[Article]
) -> str:
    """A hash of all that the report on the documents depends on."""
    parts = [
        __version__,
        _stamp(),
        *(f"{rule.name} {rule.severity} {_mark(rule.path)}" for rule in rulebook.rules),
        f"{rulebook.tolerance} {sorted(rulebook.requested)}",
        *map(repr, documents),
        "against",
        *map(repr, against),
        "facts",
        *(repr(article.document) for article in facts),
    ]
    return sha256("\0".join(parts).encode("utf-8", errors="surrogatepass")).hexdigest()


def _stamp() -> str:
    """What changes with the program."""
    home = Path(__file__).parent
    return "".join(_mark(str(path)) for path in sorted(home.rglob("*")) if path.suffix in {".py", ".txt", ".yaml"})


def _mark(path: str) -> str:
    with suppress(OSError):
        status = Path(path).stat()
        return f"{status.st_size} {status.st_mtime_ns}"
    return ""


class _Reader(pickle.Unpickler):
    """Makes nouns of the model, numbers and days, and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        """The class, if a report can be made of it."""
        found = getattr(model, name) if name in model.__all__ else None
        if isinstance(found, type) and found.__module__ == module:
            return found
        if (module, name) in OTHERS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a report")


def _written(report: Report) -> bytes:
    """The report in bytes, its enumerations by value: Python 3.11.2 would fetch them with `getattr`, which is no part of a report."""
    written = io.BytesIO()
    writer = pickle.Pickler(written, pickle.HIGHEST_PROTOCOL)
    writer.dispatch_table = copyreg.dispatch_table | {
        kind: _by_value for kind in vars(model).values() if isinstance(kind, EnumType)
    }
    writer.dump(report)
    return written.getvalue()


def _by_value(member: Enum) -> tuple[type[Enum], tuple[str]]:
    return type(member), (member.value,)


def _recalled(place: Path) -> Report:
    data = place.read_bytes()
    if sha256(data[HASH_LENGTH:]).digest() != data[:HASH_LENGTH]:
        raise ValueError("damaged")
    report = _Reader(io.BytesIO(data[HASH_LENGTH:])).load()
    if not isinstance(report, Report):
        raise TypeError("no report")
    return report


def _keep(place: Path, report: Report) -> None:
    """Keep the report, if the folder allows."""
    data = _written(report)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_suffix(f".{os.getpid()}")
        beside.write_bytes(sha256(data).digest() + data)
        beside.replace(place)
