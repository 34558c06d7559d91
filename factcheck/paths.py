"""Paths of articles, as other programs and other people take them."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def from_here(name: str) -> str:
    """The path from the folder that factcheck runs in, with slashes; as it is where it lies outside.

    >>> from_here("./drafts/../a.txt")
    'a.txt'
    """
    name = os.path.normpath(name)
    if PurePath(name).is_absolute() and PurePath(name).is_relative_to(Path.cwd()):
        name = os.path.relpath(name)
    return PurePath(name).as_posix()


def short_names(names: Sequence[str]) -> list[str]:
    """Each name with as many of its last parts as tell it from the others.

    >>> short_names(["in/wire/a.txt", "in/web/a.txt", "in/web/b.txt"])
    ['wire/a.txt', 'web/a.txt', 'b.txt']
    """
    paths = [name.split("/") for name in names]
    longest = max(map(len, paths), default=0)
    tails = Counter(tuple(path[-length:]) for path in set(map(tuple, paths)) for length in range(1, longest + 1))
    return [
        "/".join(next((path[-n:] for n in range(1, len(path)) if tails[tuple(path[-n:])] == 1), path)) for path in paths
    ]


def same_file(one: str, other: str) -> bool:
    """Whether two paths may name one file, seen from two folders.

    >>> same_file("wire/a.txt", "a.txt"), same_file("wire/a.txt", "desk/a.txt")
    (True, False)
    """
    parts, others = PurePath(one).parts, PurePath(other).parts
    shorter = min(len(parts), len(others))
    return parts[-shorter:] == others[-shorter:]
