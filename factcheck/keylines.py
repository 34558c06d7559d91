"""The line on which a key of a settings file is set, which the parsers of such files do not tell."""

from __future__ import annotations

from typing import Any


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
