"""Regular expressions that are compiled when they are first used, and whose programs are kept (docs/decisions/kept-programs.md).

There are hundreds of them, a short article needs few, and to compile even these takes
as long as all the rest of checking it.
"""

from __future__ import annotations

import re
import sys
from binascii import crc32
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, AnyStr, cast

from factcheck import kept

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What is asked of a compiled expression.
_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "split")


class _Uncompiled:
    """Stands for a compiled expression, and hands on its methods once somebody asks for one."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    @property
    def pattern(self) -> str | bytes:
        """The source, as `re` reads it."""
        return spelled_out(self._source)

    def __getattr__(self, name: str) -> Any:
        """An attribute of the compiled expression; this is called for the first one only."""
        expression: re.Pattern[Any] = compiled(self._source, self._flags)
        vars(self).update({method: getattr(expression, method) for method in _METHODS})
        return getattr(expression, name)


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The expression, to be used as if it were compiled.

    >>> regex(r"[0-9]+").findall("12 or 14")
    ['12', '14']
    """
    return cast("re.Pattern[AnyStr]", _Uncompiled(source, flags))


def compiled(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` makes of the source, out of the program that an earlier run kept if there is one."""
    try:
        return _programs().expression(source, flags)
    # An interpreter without such programs, or a damaged file: then it is compiled as ever.
    except (ImportError, AttributeError, TypeError, ValueError, LookupError, OverflowError, RuntimeError):
        return cast("re.Pattern[AnyStr]", re.compile(spelled_out(source), flags))


#: Round words of which an expression takes any, and between them; no word has one of these letters.
_ANY, _OR = "¬", "¦"


def any_of(words: Iterable[str]) -> str:
    """The source of an expression for any of the words, the longest that fits, that looks at each letter once.

    Where the program of the expression is kept nobody asks how that is written, so it is only written where none is.
    """
    return f"{_ANY}{_OR.join(sorted(set(words)))}{_ANY}"


def spelled_out(source: str | bytes) -> str | bytes:
    """The source of an expression as `re` reads it, with what `any_of` left to be written.

    >>> spelled_out(any_of(["day", "days", "date"]))
    'da(?:te|y(?:s)?)'
    """
    if isinstance(source, bytes):
        return source
    parts = source.split(_ANY)
    parts[1::2] = [_branching(words.split(_OR)) for words in parts[1::2]]
    return "".join(parts)


def _branching(words: list[str], start: int = 0) -> str:
    """The same for words in order, none twice, of which the letters before `start` are read already."""
    first, last, end = words[0], words[-1], start
    if len(words) == 1:
        return _escaped(first[start:])
    # What the first and the last of words in order begin with, all of them do.
    while end < len(first) and first[end] == last[end]:
        end += 1
    branches: dict[str, list[str]] = {}
    for word in words:
        if len(word) > end:
            branches.setdefault(word[end], []).append(word)
    told = "|".join([_branching(branch, end) for branch in branches.values()])
    return f"{_escaped(first[start:end])}(?:{told})" + ("?" if len(first) == end else "")


def _escaped(letters: str) -> str:
    """The letters as an expression; nearly all mean themselves."""
    return letters if letters.isalnum() else re.escape(letters)


#: Flags, groups, the groups' names, the code. In a cell of the file, what it is looked up by, a line of the first three, and the code.
_Program = tuple[int, int, dict[str, int], bytes | memoryview]
#: More letters of programs than this hold many that no version uses any longer.
_MOST = 4_000_000


class _Programs:
    """The programs of expressions: cells that are only read when they are asked for, each under a sum of its key."""

    def __init__(self, place: str | None) -> None:
        self._place = place
        self._kept: dict[str, memoryview | bytes] = {}
        self._used: dict[str, memoryview | bytes] = {}
        if place:
            with suppress(OSError, ValueError, TypeError):
                marks, programs = kept.unpacked(kept.recalled(place))
                self._kept = dict(zip(marks, programs, strict=True))

    def expression(self, source: AnyStr, flags: int) -> re.Pattern[AnyStr]:
        """The compiled expression; its program is used, or made and remembered."""
        import _sre  # type: ignore[import-not-found]  # noqa: PLC0415 - a part of CPython: where there is none, `re` compiles

        key = b"%d %s\n" % (flags, source.encode() if isinstance(source, str) else b"\0" + source)
        mark = f"{crc32(key):08x}"
        found = self._program(mark, key)
        program: _Program = found or _translated(source, flags)
        all_flags, groups, names, code = program
        if found is None:
            named = "".join([f" {name}={number}" for name, number in names.items()])
            self._kept[mark] = b"%s%d %d%s\n%s" % (key, all_flags, groups, named.encode(), code)
            self._keep_at_the_end()
        self._used[mark] = self._kept[mark]
        numbered: list[str | None] = [None] * (groups + 1)
        for name, number in names.items():
            numbered[number] = name
        words = memoryview(code).cast("I").tolist()
        expression: re.Pattern[AnyStr] = _sre.compile(source, all_flags, words, groups, names, tuple(numbered))
        return expression

    def _program(self, mark: str, key: bytes) -> _Program | None:
        cell = bytes(self._kept.get(mark, b""))
        if not cell.startswith(key):
            return None
        try:
            end = cell.index(b"\n", len(key))
            flags, groups, *names = cell[len(key) : end].decode().split()
            numbers = {name: int(number) for name, _, number in (told.partition("=") for told in names)}
            return int(flags), int(groups), numbers, memoryview(cell)[end + 1 :]
        except ValueError:
            return None

    @cache  # noqa: B019 - there is one, and it lives as long as the process
    def _keep_at_the_end(self) -> None:
        import atexit  # noqa: PLC0415 - mostly nothing is new

        if self._place:
            atexit.register(self._keep)

    def _keep(self) -> None:
        """Keep all that is known, or no more than was used if that has become too much."""
        every = self._kept if sum(map(len, self._kept.values())) < _MOST else self._used
        kept.keep(cast("str", self._place), kept.packed(list(every), list(every.values())))


@cache
def _programs() -> _Programs:
    """The programs that this Python may run, read when the first expression is compiled."""
    import _sre  # noqa: PLC0415

    return _Programs(kept.place("programs", f"{_sre.MAGIC} {_sre.CODESIZE} {sys.byteorder}"))


def _translated(source: str | bytes, flags: int) -> _Program:
    """The program of an expression, as `re.compile` makes it."""
    from array import array  # noqa: PLC0415 - mostly nothing is new
    from re import _compiler, _parser  # type: ignore[attr-defined]  # noqa: PLC0415

    tree = _parser.parse(spelled_out(source), flags)
    code = _compiler._code(tree, flags)  # noqa: SLF001 - `re` offers no other way to the program
    return int(flags) | tree.state.flags, tree.state.groups - 1, dict(tree.state.groupdict), array("I", code).tobytes()
