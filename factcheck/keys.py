"""What may be set, and what is wrong with a value that cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.model import Severity
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

LEVELS = tuple(severity.value for severity in Severity)
WORDS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}


class Key(NamedTuple):
    """A setting that there is."""

    #: What is wrong with a value, or the value as it is used.
    read: Callable[[Any, Path], Any]
    says: str
    default: str = ""


def meant_by(word: object, known: Iterable[str]) -> str:
    """What was meant, or what there is."""
    from factcheck.rulebook import meant  # noqa: PLC0415 - only mistakes need it

    known = tuple(known)
    return meant(str(word), known) or f". There are {', '.join(known)}."


def _names(value: Any, folder: Path) -> tuple[str, ...]:
    del folder
    if isinstance(value, str):
        value = [part.strip() for part in value.replace("\n", ",").split(",") if part.strip()]
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ValueError('is a list of names: ["units", "wrong-sum"].')
    return tuple(value)


def _files(value: Any, folder: Path) -> tuple[str, ...]:
    try:
        names = _names(value, folder)
    except ValueError:
        raise ValueError('is a list of files or folders: ["desk.yaml"].') from None
    return tuple(str(as_typed(folder / name)) for name in names)


def _file(value: Any, folder: Path) -> Path:
    if not isinstance(value, str) or not value:
        raise ValueError('is the name of a file: "desk.toml".')
    return as_typed(folder / value)


def as_typed(path: Path) -> Path:
    """The path as one would type it in the folder that one works in."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _switch(value: Any, folder: Path) -> bool:
    del folder
    value = WORDS.get(value.lower()) if isinstance(value, str) else value
    if not isinstance(value, bool):
        raise ValueError("is true or false.")  # noqa: TRY004 - all that is wrong with a value is a ValueError
    return value


def _level(value: Any, folder: Path) -> str:
    del folder
    levels = (*LEVELS, "never")
    if value not in levels:
        raise ValueError(f"cannot be {value!r}{meant_by(value, levels)}")
    return str(value)


def _percentage(value: Any, folder: Path) -> float:
    del folder
    try:
        number = float(value)
    except (TypeError, ValueError):
        number = -1
    if isinstance(value, bool) or not 0 <= number <= 100:
        raise ValueError("is a percentage from 0 to 100.")
    return number


#: What may be set for single files.
PER_FILE: Mapping[str, Key] = {
    "select": Key(_names, "report only what these rules or groups find in them"),
    "ignore": Key(_names, "report nothing that these rules or groups find in them"),
    "day-first": Key(_switch, "read 04/05/2023 in them as 4 May (or as April 5, if false)"),
}
#: What may be set, in the order in which it is told.
KEYS: Mapping[str, Key] = {
    "select": Key(_names, "use only these rules or groups", "all"),
    "ignore": Key(_names, "leave these rules or groups out", "none"),
    "rules": Key(_files, "use the rules in these folders too", "none"),
    "facts": Key(_files, "check against the facts in these files too", "none"),
    "shipped-facts": Key(_switch, "check against the facts that ship with factcheck", "true"),
    "against": Key(_files, "check against these sources too", "none"),
    "tolerance": Key(_percentage, "let amounts agree that differ by no more than so many percent", "0"),
    "day-first": Key(_switch, "read 04/05/2023 as 4 May (or as April 5, if false)", "either"),
    "fail-on": Key(_level, "the quietest finding that makes the exit code 1", "error"),
    "allow-empty": Key(_switch, "do not mind if there was nothing to compare", "false"),
    "decisions": Key(_file, "the file of decisions", "factcheck-decisions.toml"),
    "comments": Key(_switch, "heed the comments in articles that say what to let stand", "true"),
}
TABLES = ("severity", "per-file")
