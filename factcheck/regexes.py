"""Regular expressions that are compiled when they are first used.

There are hundreds of them, a short article needs few, and to compile them all takes
longer than to check it.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

#: What is asked of a compiled expression.
_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "split")


class _Uncompiled:
    """Stands for a compiled expression, and hands on its methods once somebody asks for one."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """An attribute of the compiled expression; this is called for the first one only."""
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The expression, to be used as if it were compiled.

    >>> regex(r"[0-9]+").findall("12 or 14")
    ['12', '14']
    """
    return cast("re.Pattern[AnyStr]", _Uncompiled(source, flags))
