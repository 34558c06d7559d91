"""Stretches of a text are marked in it, as in "killed <<12 people>>", so that people can read and write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

OPENING, CLOSING = "<<", ">>"

_SIGN = regex(r"\\[\\<>]|<<|>>")
_AMBIGUOUS = regex(r"[<>]|\\(?=[\\<>]|$)")


def mark(text: str, spans: Iterable[tuple[int, int]]) -> str:
    r"""The text with << >> round the spans, which may not overlap; a < or > that is printed gets a backslash.

    >>> mark("killed 12 people here", [(7, 16)])
    'killed <<12 people>> here'
    >>> print(mark("3 > 2", []))
    3 \> 2
    """
    parts, at = [], 0
    for start, end in sorted(set(spans)):
        if not at <= start <= end <= len(text):
            raise ValueError(f"({start}, {end}) overlaps what is marked before it, or lies outside the text")
        parts += [_escaped(text[at:start]), OPENING, _escaped(text[start:end]), CLOSING]
        at = end
    return "".join([*parts, _escaped(text[at:])])


def unmark(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without its marks, and where they stood.

    >>> unmark("killed <<12 people>> here")
    ('killed 12 people here', ((7, 16),))
    """
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length = at = 0
    opened: int | None = None
    for sign in _SIGN.finditer(marked):
        parts.append(marked[at : sign.start()])
        length += sign.start() - at
        at = sign.end()
        if sign[0][0] == "\\":
            parts.append(sign[0][1])
            length += 1
            continue
        if (sign[0] == OPENING) is (opened is not None):
            raise ValueError(
                f"“{sign[0]}” stands where there is nothing to {'open' if opened is not None else 'close'}"
            )
        if opened is None:
            opened = length
        else:
            spans.append((opened, length))
            opened = None
    if opened is not None:
        raise ValueError("“<<” is never closed")
    return "".join([*parts, marked[at:]]), tuple(spans)


def _escaped(text: str) -> str:
    return _AMBIGUOUS.sub(r"\\\g<0>", text)
