"""Stepping from word to word of a lower-cased text, for the readers of phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

#: Space between the words of one phrase, a line break included; a blank line ends a phrase.
GAP = r"(?:[ \t\xa0]{1,3}(?:\r?\n[ \t]{0,3})?|\r?\n[ \t]{0,3})"

_STEP = regex(GAP + r"([a-z]+)")
_WORD = regex(r"[a-z]+")
_LAST_WORD = regex(r"[a-z]+$")
_GAP = regex(GAP)
_SPACES = frozenset(" \t\n\r\xa0")
#: No word that a reader asks for is longer than this.
_LONGEST = 24


def ending(source: str, within: int, *ends: str) -> Callable[[str, int], re.Match[str] | None]:
    """What finds an expression right before a place, so many letters back at most; it ends with one of `ends`.

    To look at the ends first saves nearly every search, for few places have such words before them.
    """
    expression = regex(source + r"\Z")

    def found(text: str, at: int) -> re.Match[str] | None:
        # What begins before the text begins with it.
        return expression.search(text, at - within, at) if text.endswith(ends, 0, at) else None

    return found


def word_at(lowered: str, at: int) -> tuple[str, int]:
    """The word that begins here and where it ends; no word and the same place where none does."""
    found = _WORD.match(lowered, at)
    return (found[0], found.end()) if found else ("", at)


def word_after(lowered: str, at: int) -> tuple[str, int]:
    """The next word and where it ends; no word and the same place where a mark or a digit comes first."""
    if lowered[at : at + 1] not in _SPACES:
        return "", at
    found = _STEP.match(lowered, at)
    return (found[1], found.end()) if found else ("", at)


def _gap_before(lowered: str, at: int) -> str:
    """The space before a place, or nothing where a paragraph begins."""
    head = lowered[max(0, at - _LONGEST) : at]
    gap = head[len(head.rstrip()) :]
    return gap if gap.count("\n") < 2 else ""


def place_after(lowered: str, at: int) -> int:
    """Where the next word or number begins, whatever it is."""
    found = _GAP.match(lowered, at)
    return found.end() if found else at


def word_before(lowered: str, at: int) -> tuple[str, int]:
    """The word before and where it begins; no word and the same place where a mark comes first."""
    end = at - 1
    if end < 1 or lowered[end] not in _SPACES:
        return "", at
    if lowered[end - 1] in _SPACES:
        end = at - len(gap) if (gap := _gap_before(lowered, at)) else 0
    start = lowered.rfind(" ", end - _LONGEST if end > _LONGEST else 0, end) + 1
    word = lowered[start:end]
    if not word.isalpha():
        found = _LAST_WORD.search(word)
        if found is None:
            return "", at
        start, word = start + found.start(), found[0]
    return word, start
