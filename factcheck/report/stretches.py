"""The text of an article, cut where something begins or ends that is marked in it."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.model import Role
from factcheck.nouns import dataclass
from factcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Article


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that is marked from one offset to another, and what it is called."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters that are all marked alike."""

    text: str
    #: What is marked here, in the order in which it was given.
    marks: tuple[Mark, ...]
    #: What begins here.
    begun: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article, with the role of its first sentence."""

    role: Role
    stretches: tuple[Stretch, ...]


def paragraphs(article: Article, marks: Iterable[Mark]) -> Iterator[Paragraph]:
    """The whole text of an article; nothing of it is left out, and each letter stands in one stretch."""
    waiting = deque(sorted(marks, key=lambda mark: (mark.start, mark.end)))
    open_marks: list[Mark] = []
    for start, end, role in _bounds(article):
        yield Paragraph(role, tuple(_stretches(article.document.text, start, end, waiting, open_marks)))


def printable(text: str) -> str:
    r"""The text with its lines, and with whatever would turn it round or hide in it made visible.

    >>> printable("12\u202e dead\nin\x1b[2J all")
    '12<U+202E> dead\nin<ESC>[2J all'
    """
    return "\n".join(map(visible, text.splitlines())) + ("\n" if text.endswith(("\n", "\r")) else "")


def _bounds(article: Article) -> Iterator[tuple[int, int, Role]]:
    """Where each paragraph begins and ends, and its role; what stands between two belongs to the first."""
    firsts: dict[int, tuple[int, Role]] = {}
    for sentence in article.sentences:
        firsts.setdefault(sentence.paragraph, (sentence.start, sentence.role))
    starts = sorted(firsts.values()) or [(0, Role.BODY)]
    ends = [start for start, _ in starts[1:]] + [len(article.document.text)]
    start = 0
    for (_, role), end in zip(starts, ends, strict=True):
        yield start, end, role
        start = end


def _stretches(text: str, start: int, end: int, waiting: deque[Mark], open_marks: list[Mark]) -> Iterator[Stretch]:
    """The stretches from one offset to another; marks go from those that wait to those that are open, and then away."""
    while start < end:
        begun = []
        while waiting and waiting[0].start <= start:
            begun.append(waiting.popleft())
        open_marks[:] = [mark for mark in (*open_marks, *begun) if mark.end > start]
        stops = [end, *(mark.end for mark in open_marks), *(mark.start for mark in islice(waiting, 1))]
        stop = min(stops)
        yield Stretch(printable(text[start:stop]), tuple(open_marks), tuple(begun))
        start = stop
