"""Lines of a page: words, and how each stretch of them is coloured."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Words and their style, as rich calls it ("bold red"); words alone have none.
Piece = str | tuple[str, str]


class Line:
    """A line of a page, laid out without a thought of how it is shown."""

    __slots__ = ("pieces",)

    def __init__(self, *pieces: Piece) -> None:
        self.pieces = pieces

    @property
    def plain(self) -> str:
        """The words without their colours.

        >>> Line(("error:", "bold red"), " 12 or 14?").plain
        'error: 12 or 14?'
        """
        return "".join(piece if isinstance(piece, str) else piece[0] for piece in self.pieces)


def plain_text(lines: Iterable[Line]) -> str:
    """The lines without their colours, each with its end."""
    return "".join(f"{line.plain}\n" for line in lines)
