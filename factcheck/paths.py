"""Paths of articles, as other programs and other people take them."""

from __future__ import annotations

import os
from pathlib import Path, PurePath


def from_here(name: str) -> str:
    """The path from the folder that factcheck runs in, with slashes; as it is where it lies outside.

    >>> from_here("./drafts/../a.txt")
    'a.txt'
    """
    name = os.path.normpath(name)
    if PurePath(name).is_absolute() and PurePath(name).is_relative_to(Path.cwd()):
        name = os.path.relpath(name)
    return PurePath(name).as_posix()


def same_file(one: str, other: str) -> bool:
    """Whether two paths may name one file, seen from two folders.

    >>> same_file("wire/a.txt", "a.txt"), same_file("wire/a.txt", "desk/a.txt")
    (True, False)
    """
    parts, others = PurePath(one).parts, PurePath(other).parts
    shorter = min(len(parts), len(others))
    return parts[-shorter:] == others[-shorter:]
