"""What a format prints is written down piece by piece, each with the place in the file that it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Block, Document, Origin, Role
from factcheck.regexes import regex

if TYPE_CHECKING:
    from datetime import date

_WORDS = regex(r"\w+")
#: Between paragraphs, so that no sentence and no number runs on into the next.
EMPTY_LINE = "\n\n"


class Transcript:
    """The printed text of a file, growing from its start, with its blocks and the way back."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._pieces: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int]] = [(0, 0)]
        self._blocks: list[Block] = []
        self._role = Role.BODY
        self._block_start = 0
        self._is_between_blocks = False

    def start(self, role: Role) -> None:
        """End the paragraph, and begin one that plays this role."""
        self.end()
        self._role = role

    def end(self) -> None:
        """End the paragraph, if anything is written in it; body text follows."""
        if self._length > self._block_start:
            if self._role is not Role.BODY:
                self._blocks.append(Block(self._block_start, self._length, self._role))
            self._is_between_blocks = True
            self._block_start = self._length
        self._role = Role.BODY

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written in it."""
        return not self._length

    @property
    def is_at_start(self) -> bool:
        """Whether nothing is written in the paragraph yet."""
        return self._is_between_blocks or self._length == self._block_start

    def copy(self, start: int, end: int) -> None:
        """Write down what stands between two offsets of the file, to the letter."""
        if start < end:
            self.write(self.source[start:end], start)

    def write(self, words: str, at: int) -> None:
        """Write down words that the file has at this offset, though maybe in other letters."""
        if self.is_at_start:
            at += len(words) - len(words.lstrip())
            words = words.lstrip()
        if not words:
            return
        if self._is_between_blocks:
            self._is_between_blocks = False
            self._append(EMPTY_LINE, at)
            self._block_start = self._length
        self._append(words, at)

    def _append(self, words: str, at: int) -> None:
        text_start, file_start = self._runs[-1]
        if at - file_start != self._length - text_start:
            self._runs.append((self._length, at))
        self._pieces.append(words)
        self._length += len(words)

    def document(
        self, name: str, published: date | None, remarks: tuple[str, ...], title: tuple[str, int] | None = None
    ) -> Document:
        """The document that has been written down, below its title unless it begins with that."""
        self.end()
        text, runs, blocks = "".join(self._pieces), self._runs, self._blocks
        if title and not _begins_with(text, title[0]):
            words, at = title
            below = len(words + EMPTY_LINE)
            text = words + EMPTY_LINE + text
            runs = [(0, at), *((offset + below, start) for offset, start in runs)]
            blocks = [
                Block(0, len(words), Role.HEADLINE),
                *(Block(block.start + below, block.end + below, block.role) for block in blocks),
            ]
        return Document(name, text, published, tuple(blocks), Origin(self.source, tuple(runs)), remarks)


def _begins_with(text: str, title: str) -> bool:
    """Whether a text begins with the words of a title, whatever their case and marks."""
    wanted = _WORDS.findall(title.casefold())
    return _WORDS.findall(text[: 2 * len(title) + 20].casefold())[: len(wanted)] == wanted
