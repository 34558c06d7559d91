"""What a format prints is written down piece by piece, each with the place in the file that it came from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.model import Block, Document, Landmark, Origin, Role
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_WORDS = regex(r"\w+")
#: What may stand in a word and is not seen: soft hyphens, and marks that only say where a line may break or not.
UNSEEN = "\u00ad\u200b\u2060\ufeff"
_SEEN = regex(rf"[^{UNSEEN}]+")
_PRINTED = regex(rf"[^\s{UNSEEN}]")
#: A superscript of digits marks a note, unless it is one of these and belongs to a unit.
POWERS = {"2": "²", "3": "³"}
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
        self._landmarks: list[Landmark] = []
        self._landmark: tuple[str, int] | None = None
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

    def landmark(self, name: str, page: int = 0) -> None:
        """Call whatever is written from here on by this name."""
        self._landmark = name, page

    @property
    def length(self) -> int:
        """How many letters are written in it."""
        return self._length

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
            printed = _PRINTED.search(words)
            at += printed.start() if printed else 0
            words = words[printed.start() :] if printed else ""
        if not words:
            return
        if self._is_between_blocks:
            self._is_between_blocks = False
            self._append(EMPTY_LINE, at)
            self._block_start = self._length
        if self._landmark:
            self._landmarks.append(Landmark(self._length, *self._landmark))
            self._landmark = None
        for seen in _SEEN.finditer(words):
            self._append(seen[0], at + seen.start())

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
        text, runs, blocks, landmarks = "".join(self._pieces), self._runs, self._blocks, self._landmarks
        if title and not _begins_with(text, title[0]):
            words, at = title
            below = len(words + EMPTY_LINE)
            text = words + EMPTY_LINE + text
            runs = [(0, at), *((offset + below, start) for offset, start in runs)]
            blocks = [
                Block(0, len(words), Role.HEADLINE),
                *(Block(block.start + below, block.end + below, block.role) for block in blocks),
            ]
            landmarks = [replace(landmark, start=landmark.start + below) for landmark in landmarks]
        origin = Origin(self.source, tuple(runs))
        return Document(name, text, published, tuple(blocks), origin, remarks, tuple(landmarks))


def joined(name: str, parts: Sequence[Document], published: date | None, remarks: tuple[str, ...] = ()) -> Document:
    """One document of several: each is a part of the same file, or none knows where in a file it stands."""
    texts: list[str] = []
    blocks: list[Block] = []
    runs: list[tuple[int, int]] = []
    landmarks: list[Landmark] = []
    below = 0
    for part in parts:
        texts.append(part.text)
        blocks += (Block(block.start + below, block.end + below, block.role) for block in part.blocks)
        runs += ((start + below, at) for start, at in (part.origin.runs if part.origin else ()))
        landmarks += (replace(landmark, start=landmark.start + below) for landmark in part.landmarks)
        below += len(part.text + EMPTY_LINE)
    origin = Origin(parts[0].origin.text, tuple(runs)) if parts[0].origin else None
    return Document(name, EMPTY_LINE.join(texts), published, tuple(blocks), origin, remarks, tuple(landmarks))


def raised(words: str) -> str:
    """What is printed of words in superscript.

    >>> raised("2"), raised("[14]"), raised("th")
    ('²', '', 'th')
    """
    return POWERS.get(words, "") if words.strip("[]()").isdigit() else words


def _begins_with(text: str, title: str) -> bool:
    """Whether a text begins with the words of a title, whatever their case and marks."""
    wanted = _WORDS.findall(title.casefold())
    return _WORDS.findall(text[: 2 * len(title) + 20].casefold())[: len(wanted)] == wanted
