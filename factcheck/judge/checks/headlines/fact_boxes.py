"""Boxes of facts beside a text: lines such as "Length: 4.2 km" or "Length | 4.2 km", under a name or without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Sentence

#: A line of a fact box, and the name of what it is of, over it.
_FACT = regex(r"[A-Z][\w ]{1,30}(?:: | \| )\S[^\n]{0,40}")
_NAME = regex(r"[A-Z][^\n.:;!?|]{1,50}")
#: Between a fact and its name.
_JOINTS = (": ", " | ")
#: Where the second of two such lines begins.
_NEXT_FACT = regex(r"\n[A-Z][\w ]{1,30}(?:: | \| )\S")


def fact_boxes(body: Sequence[Sentence]) -> set[int]:
    """Where the blocks begin that are made of lines such as "Length: 4.2 km"."""
    text = body[0].document.text if body else ""
    if not _NEXT_FACT.search(text):
        return set()
    ends: dict[int, tuple[int, int]] = {}
    for sentence in body:
        block = block_of(sentence)
        ends[block] = ends.get(block, (sentence.start, 0))[0], sentence.end
    return {block for block, (start, end) in ends.items() if _is_fact_box(text, start, end)}


def block_of(sentence: Sentence) -> int:
    """Where the lines begin among which a sentence stands, with no empty line between."""
    return sentence.document.text.rfind("\n\n", 0, sentence.start)


def _is_fact_box(text: str, start: int, end: int) -> bool:
    """Whether a passage is made of such lines, and of nothing else but a name over them."""
    if all(text.find(joint, start, end) < 0 for joint in _JOINTS):
        return False
    lines = text[start:end].split("\n")
    facts = lines[1:] if _NAME.fullmatch(lines[0]) else lines
    return len(facts) > 1 and all(map(_FACT.fullmatch, facts))
