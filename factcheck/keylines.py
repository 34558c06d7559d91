"""Places in settings files: the line on which a key is set, and where a file cannot be read on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from configparser import Error as ConfigParserError
    from tomllib import TOMLDecodeError


def line_of(text: str, keys: tuple[str | int, ...]) -> int:
    """The line of a TOML file on which a key is set: the first of those up to which the key is there."""
    import tomllib  # noqa: PLC0415 - only who is told of a line pays for it

    lines = text.splitlines(keepends=True)
    begun = 0
    for end in range(1, len(lines) + 1):
        try:
            place: Any = tomllib.loads("".join(lines[:end]))
        except tomllib.TOMLDecodeError:
            continue  # in the midst of a value
        if _is_in(place, keys):
            gap = next(
                at for at, line in enumerate(lines[begun:]) if line.strip() and not line.lstrip().startswith("#")
            )
            return begun + gap + 1
        begun = end
    return 1


def _is_in(place: Any, keys: tuple[str | int, ...]) -> bool:
    for key in keys:
        try:
            place = place[key]
        except (LookupError, TypeError):
            return False
    return True


def ini_line_of(text: str, keys: tuple[str, ...]) -> int:
    """The line of an INI file on which a key is set, its section being named by the keys above it, with colons."""
    section, inside = f"[{':'.join(keys[:-1])}]", False
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith("["):
            inside = line.strip() == section
        elif inside and line.partition("=")[0].strip() == keys[-1]:
            return number
    return 1


def toml_problem(file: str, problem: TOMLDecodeError) -> str:
    """Where a TOML file cannot be read on, why not, and what to do.

    >>> import tomllib
    >>> try:
    ...     tomllib.loads("jobs 3")
    ... except tomllib.TOMLDecodeError as problem:
    ...     print(toml_problem("factcheck.toml", problem))
    factcheck.toml:1:6: expected '=' after a key in a key/value pair. See https://toml.io for how to write it.
    """
    told = re.fullmatch(r"(.*?) \(at (?:line (\d+), column (\d+)|end of document)\)", str(problem), re.DOTALL)
    what, line, column = told.groups() if told else (str(problem), None, None)
    place = f"{file}:{line}:{column}" if line else file
    end = "" if line or not told else " at the end of the file"
    return f"{place}: {what[:1].lower()}{what[1:]}{end}. See https://toml.io for how to write it."


def ini_problem(file: str, problem: ConfigParserError) -> str:
    """The same of an INI file."""
    broken = getattr(problem, "errors", ())
    line = broken[0][0] if broken else getattr(problem, "lineno", None)
    what = "stands there twice" if type(problem).__name__.startswith("Duplicate") else "cannot be read"
    place = f"{file}:{line}" if line else file
    return f"{place}: the line {what}. Settings are lines “key = value” under a line [factcheck]."
