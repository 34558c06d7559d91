"""Arguments become the names of files: a file, a folder, a glob."""

from __future__ import annotations

import os
from pathlib import PurePath
from typing import TYPE_CHECKING

from factcheck.read.problems import CannotReadError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    #: The name of a file, or of something that cannot be read, and why not.
    Found = tuple[str, CannotReadError | None]

STDIN = "-"


def files(argument: str, endings: Collection[str]) -> Iterator[Found]:
    """The files that an argument stands for; in a folder, those with one of the endings."""
    if argument == STDIN:
        yield STDIN, None
    elif not argument:
        yield "“”", CannotReadError("a name without letters", "A variable of the shell may be empty.")
    elif "\0" in argument:
        yield argument, CannotReadError("no file can be called that", "Check the name.")
    elif _is_folder(argument):
        yield from _articles(argument, endings)
    elif os.path.lexists(argument):
        yield argument, None
    else:
        yield from _matches(argument, endings)


def cannot_open(problem: OSError) -> CannotReadError:
    """What to say when the system does not let us have a file."""
    match problem:
        case FileNotFoundError():
            return CannotReadError("no such file", "Check the name and the folder you are in.")
        case PermissionError():
            return CannotReadError("you may not read it", "Ask its owner, or change its permissions (chmod +r).")
        case _:
            remedy = "Check the name and the disk."
            return CannotReadError(f"it cannot be read ({problem.strerror or problem})", remedy)


def _matches(pattern: str, endings: Collection[str]) -> Iterator[Found]:
    """What a glob stands for; the argument itself, which is missing, if it is none."""
    from glob import glob, has_magic  # noqa: PLC0415 - mostly files are called by their names

    if not has_magic(pattern):
        yield pattern, None
        return
    matches = sorted(glob(pattern, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    if not matches:
        remedy = "Mind capitals, and quote the pattern where the shell expands it."
        yield pattern, CannotReadError("nothing matches", remedy)
    for match in matches:
        yield from _articles(match, endings) if _is_folder(match) else [(match, None)]


def _articles(folder: str, endings: Collection[str]) -> list[Found]:
    found = list(_walk(folder, endings, os.path.realpath(folder), frozenset()))
    if found:
        return found
    kinds = ", ".join(sorted(endings))
    return [(folder, CannotReadError("no articles in this folder", f"In a folder these are read: {kinds}."))]


def _walk(folder: str, endings: Collection[str], top: str, above: frozenset[str]) -> Iterator[Found]:
    """The articles in a folder and the folders in it, by name, without what is hidden.

    Links are not followed in a circle, nor out of the folder at the top: whoever
    hands in a folder of articles decides what is in it, and not what else is read.
    """
    real = os.path.realpath(folder)
    if real in above:
        return
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as problem:
        yield folder, cannot_open(problem)
        return
    for entry in entries:
        is_folder = _is_folder(entry.path)
        is_article = PurePath(entry.name).suffix.lower() in endings
        if entry.name.startswith(".") or not (is_folder or is_article):
            continue
        if entry.is_symlink() and not _is_within(top, os.path.realpath(entry.path)):
            what = "it is a link that leads out of the folder"
            yield entry.path, CannotReadError(what, "Name what it leads to, if that is to be read.")
        elif is_folder:
            yield from _walk(entry.path, endings, top, above | {real})
        else:
            yield entry.path, None


def _is_folder(path: str) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where a name is too long or a folder above is closed


def _is_within(folder: str, path: str) -> bool:
    return os.path.commonpath([folder, path]) == folder
