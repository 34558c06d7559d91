"""Documents become sentences, each with the part that it plays and what it quotes.

Paragraphs (paragraphs.py) and what they quote (quotations.py) come first. A sentence never crosses a paragraph.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.model import Role, Sentence, Span
from factcheck.read.abbreviations import (
    AFTER_CLOCK,
    BEFORE_NUMBERS,
    CLOCK,
    SAYING,
    STARTERS,
    TITLES,
    is_abbreviation,
    word_before,
)
from factcheck.read.paragraphs import LIST_MARKER, paragraphs_of
from factcheck.read.quotations import CLOSED_BY, quotations_in
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Document
    from factcheck.read.paragraphs import Paragraph
    from factcheck.read.quotations import Quotation

# Runs are possessive and start only where they start, so that a million stops are read once.
_STOP = regex(
    r"([.!?…。](?<![.!?…。]{2})[.!?…。]*+)((?:[\"'”’»)\]]|\[\d++\])*+)"
    r"(\s++|(?<=[a-z]{3}\.)(?=[A-Z][a-z]))(?=([\"'“‘«„(\[]*+)(\w?))"
)
_WORD = regex(r"[\w.'’]*")
#: What a noun begins with, its number included.
DETERMINERS = frozenset(
    "the a an all both its their his her this these that about nearly almost more fewer less over under only some just".split()
)
_WRITTEN_ON = regex(r"(?:\S+ ){0,4}(?:" + "|".join(sorted(SAYING)) + r")\b")
_IS_CLOSED = attrgetter("closed")


def segment(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the document, in order; together they hold all that is printed."""
    text = document.text
    sentences: list[Sentence] = []
    for number, (paragraph, quotations) in enumerate(_layout(document)):
        role = paragraph.role
        if quotations:
            for start, end, quoted in _quoting(_sentences(text, paragraph), quotations):
                spoken = role is Role.BODY and quoted and _is_all(quoted[0], start, end)
                sentences.append(Sentence(document, start, end, Role.QUOTATION if spoken else role, number, quoted))
        else:
            for start, end in _sentences(text, paragraph):
                sentences.append(Sentence(document, start, end, role, number))
    return tuple(sentences)


def unclosed_quotations(document: Document) -> tuple[Span, ...]:
    """The quotation marks that open and never close, each with the word after it.

    A quotation that goes on in the next paragraph, which opens it anew, is spared, and so is one
    in straight marks that holds no figures, opens anew with a sentence and closes at last: its
    paragraphs were run together.
    """
    text = document.text
    layout = _layout(document)
    spans = []
    for number, (paragraph, quotations) in enumerate(layout):
        if all(map(_IS_CLOSED, quotations)):
            continue
        for quotation, closes in zip(quotations, _closing_at_last(text, quotations), strict=True):
            if closes:
                continue
            goes_on = (
                quotation.end == paragraph.end
                and number + 1 < len(layout)
                and text.startswith(tuple(CLOSED_BY), layout[number + 1][0].start)
            )
            if not goes_on:
                word = _WORD.match(text, quotation.start, quotation.end)
                spans.append(Span(document, quotation.mark, word.end() if word else quotation.start))
    return tuple(spans)


def _closing_at_last(text: str, quotations: Sequence[Quotation]) -> list[bool]:
    """Of each quotation of a paragraph, whether it is closed, or runs on into ones that are at last.

    What runs on holds no figures and ends with its sentence.
    """
    closing = [quotation.closed for quotation in quotations]
    for at in range(len(quotations) - 2, -1, -1):
        quotation = quotations[at]
        if not closing[at] and closing[at + 1] and text[quotation.mark] == '"':
            said = text[quotation.start : quotation.end].rstrip()
            closing[at] = (
                quotation.end == quotations[at + 1].mark
                and said.endswith((".", "!", "?"))
                and not any(map(str.isdigit, said))
            )
    return closing


@lru_cache(maxsize=16)
def _layout(document: Document) -> tuple[tuple[Paragraph, tuple[Quotation, ...]], ...]:
    """The paragraphs of a document, each with what it quotes."""
    text = document.text
    return tuple(
        (paragraph, tuple(quotations_in(text, paragraph.start, paragraph.end))) for paragraph in paragraphs_of(document)
    )


# --- sentences ----------------------------------------------------------------------


def _sentences(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    start, end, role = paragraph
    if role is Role.HEADLINE or role is Role.CELL:
        yield start, end
        return
    at = start
    if role is Role.LIST_ITEM and (marker := LIST_MARKER.match(text, start, end)):
        at = marker.end()
    for stop in _STOP.finditer(text, at, end):
        if stop.end() < end and _ends_sentence(text, start, stop):
            yield start, stop.end(2)
            start = stop.end()
    yield start, end


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    marks, closers, space, opening, letter = stop.groups()
    if marks == ".":
        if letter.islower():
            return False
        word = word_before(text, start, stop.start())
        if not space:
            return word.isalpha()
        if not is_abbreviation(word):
            return True
        return _quotes(closers) or _may_end(word, _word_after(text, stop.end() + len(opening)))
    if letter.islower():
        return _quotes(opening) or (
            marks == "…" and text[stop.start() - 1].isspace() and _starts_anew(text, stop.end())
        )
    # “Why?” Smith asked. But: “Why?” The mayor said nothing.
    return not _quotes(closers) or opening != "" or not _names_speaker(text, stop.end())


def _starts_anew(text: str, at: int) -> bool:
    """Whether another thing is named behind dots that stand for what was left out: "the new theatre … all 350 seats"."""
    return text[at].isdigit() or text[at] in "£$€" or _word_after(text, at) in DETERMINERS


def _names_speaker(text: str, at: int) -> bool:
    return _word_after(text, at) not in STARTERS and _WRITTEN_ON.match(text, at) is not None


def _quotes(marks: str) -> bool:
    """Whether there is a quotation mark among the marks around a stop."""
    return marks.strip("()[]0123456789") != ""


def _word_after(text: str, at: int) -> str:
    word = _WORD.match(text, at)
    return word[0] if word else ""


def _may_end(word: str, following: str) -> bool:
    """Whether a sentence may end between an abbreviation and the word that follows it."""
    if word in TITLES:
        return False
    if word in BEFORE_NUMBERS:
        return not following[:1].isdigit()
    if word in CLOCK:
        return following.rstrip(".") not in AFTER_CLOCK
    # An initial follows an initial ("A. A. Milne"), else a word like "A" starts a sentence.
    return following.rstrip(".'’") in STARTERS and not (len(following) == 2 and following[1] == ".")


# --- quotations ---------------------------------------------------------------------


def _quoting(
    sentences: Iterable[tuple[int, int]], quotations: Sequence[Quotation]
) -> Iterator[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """Each sentence of a paragraph with the parts of it that are quoted."""
    first = 0
    for start, end in sentences:
        while first < len(quotations) and quotations[first].end <= start:
            first += 1
        quoted = []
        at = first
        while at < len(quotations) and quotations[at].start < end:
            quoted.append((max(start, quotations[at].start), min(end, quotations[at].end)))
            at += 1
        yield start, end, tuple(quoted)


def _is_all(quoted: tuple[int, int], start: int, end: int) -> bool:
    """Whether nothing but marks and a last stop stand outside a quotation."""
    return quoted[0] <= start + 2 and quoted[1] >= end - 2
