"""Documents become sentences, each with the part that it plays and what it quotes.

Layout comes first: blocks that the format gave away, then empty lines, list
items and lines too long to be wrapped. A sentence never crosses a paragraph.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcheck.model import Role, Sentence, Span
from factcheck.read.abbreviations import (
    AFTER_CLOCK,
    BEFORE_NUMBERS,
    CLOCK,
    DOUBTFUL,
    MONTHS,
    SAYING,
    STARTERS,
    TITLES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Document

#: A line longer than this was not wrapped by hand, so every line is a paragraph.
WRAPPED_AT = 120
#: A first line longer than this is no headline.
LONGEST_HEADLINE = 150
#: No abbreviation in the tables is longer, so no more is looked at before a stop.
LONGEST_ABBREVIATION = 12

CAPTION_OPENINGS = (
    "Caption:",
    "FILE - ",
    "FILE PHOTO",
    "FILE – ",
    "File photo",
    "Image caption",
    "Image copyright",
    "Image:",
    "Media caption",
    "PHOTO:",
    "Photo:",
    "Picture:",
    "(Photo ",
)

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LIST_MARKER = re.compile(r"(?:[-*+•‣◦▪·–]|\d{1,3}[.)]|\([a-z\d]{1,2}\))[^\S\r\n]++(?=\S)")
# Possessive, and nothing can fail after the stops, so that a million stops are read once.
_STOP = re.compile(r"([.!?…。]++)((?:[\"'”’»)\]]|\[\d++\])*+)(\s*+)(?=([\"'“‘«„(\[]*+)(\w?))")
_WORD = re.compile(r"[\w.'’]*")
_DOTTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")
_WRITTEN_ON = re.compile(r"(?:\S+ ){0,4}(?:" + "|".join(sorted(SAYING)) + r")\b")
_DOUBLE_MARK = re.compile(r"``|''|\"|“|”|„|«|»")
_SINGLE_MARK = re.compile("['‘’]")
_FEET = re.compile(r"\d['’] ?\d{1,2}$")

#: What closes a quotation that was opened by the mark on the left; mixed styles are common.
_CLOSED_BY = {'"': '"”', "“": '”"', "„": "“”", "«": "»", "``": ("''", '"')}


class _Paragraph(NamedTuple):
    start: int
    end: int
    role: Role


class _Quotation(NamedTuple):
    """A stretch between quotation marks, and where the mark that opens it stands."""

    mark: int
    start: int
    end: int
    closed: bool


def segment(document: Document) -> tuple[Sentence, ...]:
    """The sentences of the document, in order; together they hold all that is printed."""
    text = document.text
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(_paragraphs(document)):
        quotations = _quotations(text, paragraph)
        first = 0
        for start, end in _sentences(text, paragraph):
            while first < len(quotations) and quotations[first].end <= start:
                first += 1
            quoted = _within(quotations, first, start, end)
            role = paragraph.role
            if quoted and role is Role.BODY and _is_all(quoted[0], start, end):
                role = Role.QUOTATION
            sentences.append(Sentence(document, start, end, role, number, quoted))
    return tuple(sentences)


def unclosed_quotations(document: Document) -> tuple[Span, ...]:
    """The quotation marks that open and never close, each with the word after it.

    A quotation that goes on in the next paragraph, which opens it anew, is spared.
    """
    text = document.text
    paragraphs = _paragraphs(document)
    spans = []
    for number, paragraph in enumerate(paragraphs):
        for quotation in _quotations(text, paragraph):
            if quotation.closed:
                continue
            goes_on = (
                quotation.end == paragraph.end
                and number + 1 < len(paragraphs)
                and text.startswith(tuple(_CLOSED_BY), paragraphs[number + 1].start)
            )
            if not goes_on:
                word = _WORD.match(text, quotation.start, quotation.end)
                spans.append(Span(document, quotation.mark, word.end() if word else quotation.start))
    return tuple(spans)


# --- paragraphs ---------------------------------------------------------------------


def _paragraphs(document: Document) -> list[_Paragraph]:
    text = document.text
    paragraphs: list[_Paragraph] = []
    at = 0
    for block in document.blocks:
        paragraphs += _laid_out(text, at, block.start, Role.BODY)
        paragraphs += _laid_out(text, block.start, block.end, block.role)
        at = block.end
    paragraphs += _laid_out(text, at, len(text), Role.BODY)
    if not any(block.role is Role.HEADLINE for block in document.blocks) and _starts_with_headline(text, paragraphs):
        paragraphs[0] = paragraphs[0]._replace(role=Role.HEADLINE)
    return paragraphs


def _laid_out(text: str, start: int, end: int, role: Role) -> Iterator[_Paragraph]:
    """The paragraphs between two offsets, none with white space at its ends."""
    for lines in _stanzas(text, start, end):
        first = lines[0][0]
        if len(lines) > 1:
            width = max(line_end - line_start for line_start, line_end in lines)
            for upper, lower in pairwise(lines):
                if _breaks(text, upper, lower, width):
                    yield _paragraph(text, first, upper[1], role)
                    first = lower[0]
        yield _paragraph(text, first, lines[-1][1], role)


def _stanzas(text: str, start: int, end: int) -> Iterator[list[tuple[int, int]]]:
    """The lines that no empty line separates, without the white space around them."""
    lines: list[tuple[int, int]] = []
    line_end = start
    for line in _LINE.finditer(text, start, end):
        line_start = line.start()
        if lines and line_start - line_end > 1 and text[line_end:line_start] != "\r\n":
            yield lines
            lines = []
        line_end = line.end()
        printed = line[0].rstrip()
        if printed:
            lines.append((line_end - len(line[0].lstrip()), line_start + len(printed)))
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


def _breaks(text: str, upper: tuple[int, int], lower: tuple[int, int], width: int) -> bool:
    """Whether a new paragraph starts with the lower line.

    In wrapped text it does where the first word would have fitted above, as in a
    list of short lines.
    """
    if width > WRAPPED_AT or _LIST_MARKER.match(text, *lower):
        return True
    first_letter, last_letter = text[lower[0]], text[upper[1] - 1]
    if not (first_letter.isupper() or first_letter.isdigit()) or not (last_letter.isalnum() or last_letter in ")%:"):
        return False
    word = _WORD.match(text, *lower)
    return word is not None and upper[1] - upper[0] + 1 + word.end() - word.start() <= width


def _paragraph(text: str, start: int, end: int, role: Role) -> _Paragraph:
    if role is Role.BODY:
        if _LIST_MARKER.match(text, start, end):
            role = Role.LIST_ITEM
        elif text.startswith(CAPTION_OPENINGS, start):
            role = Role.CAPTION
    return _Paragraph(start, end, role)


def _starts_with_headline(text: str, paragraphs: Sequence[_Paragraph]) -> bool:
    if len(paragraphs) < 2 or paragraphs[0].role is not Role.BODY:
        return False
    start, end, _ = paragraphs[0]
    gap = text[end : paragraphs[1].start].strip(" \t")
    return (
        gap not in {"\n", "\r", "\r\n"}
        and end - start <= LONGEST_HEADLINE
        and _LINE.fullmatch(text, start, end) is not None
        and (text[end - 1] not in ".:;," or _is_abbreviation(_word_before(text, start, end - 1)))
    )


# --- sentences ----------------------------------------------------------------------


def _sentences(text: str, paragraph: _Paragraph) -> Iterator[tuple[int, int]]:
    start, end, role = paragraph
    if role is Role.HEADLINE or role is Role.CELL:
        yield start, end
        return
    at = start
    if role is Role.LIST_ITEM and (marker := _LIST_MARKER.match(text, start, end)):
        at = marker.end()
    for stop in _STOP.finditer(text, at, end):
        if stop.end() < end and _ends_sentence(text, start, stop):
            yield start, stop.end(2)
            start = stop.end()
    yield start, end


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    marks, closers, space, opening, letter = stop.groups()
    if not space:
        return _is_run_on(text, start, stop)
    if letter.islower():
        return bool(opening) and opening[-1] not in "([" and marks != "."
    if marks != ".":
        return not closers or opening != "" or not _WRITTEN_ON.match(text, stop.end())
    if closers.strip(")]"):
        return True
    word = _word_before(text, start, stop.start())
    if not _is_abbreviation(word):
        return True
    match = _WORD.match(text, stop.end() + len(opening))
    return _may_end(word, match[0] if match else "")


def _is_run_on(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether two sentences were printed without a space between them ("it fell.The mayor")."""
    at = stop.start()
    following = text[stop.end() : stop.end() + 2]
    return (
        (following[:1].isupper() and following[1:].islower())
        and (stop[4] == "")
        and at - start > 3
        and text[at - 3 : at].islower()
        and text[at - 3 : at].isalpha()
        and _word_before(text, start, at).isalpha()
    )


def _word_before(text: str, start: int, at: int) -> str:
    words = text[max(start, at - LONGEST_ABBREVIATION) : at].split()
    return words[-1].lstrip("\"'“‘«„([—–-") if words else ""


def _is_abbreviation(word: str) -> bool:
    return (
        word in TITLES
        or word in BEFORE_NUMBERS
        or word in DOUBTFUL
        or word in MONTHS
        or (len(word) == 1 and word.isupper())
        or (word[1:2] == "." and _DOTTED.fullmatch(word) is not None)
    )


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


def _within(quotations: Sequence[_Quotation], first: int, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The parts of the quotations, from the first on, that lie between two offsets."""
    parts = []
    for at in range(first, len(quotations)):
        quotation = quotations[at]
        if quotation.start >= end:
            break
        parts.append((max(start, quotation.start), min(end, quotation.end)))
    return tuple(parts)


def _is_all(quoted: tuple[int, int], start: int, end: int) -> bool:
    """Whether nothing but marks and a last stop stand outside a quotation."""
    return quoted[0] <= start + 2 and quoted[1] >= end - 2


def _quotations(text: str, paragraph: _Paragraph) -> list[_Quotation]:
    """The quotations of a paragraph, in order; what is quoted inside another is not told apart."""
    start, end, _ = paragraph
    doubles = list(_between_double_marks(text, start, end))
    singles = list(_between_single_marks(text, start, end))
    if not singles:
        return doubles
    outermost: list[_Quotation] = []
    for quotation in sorted(doubles + singles):
        if not outermost or quotation.mark >= outermost[-1].end:
            outermost.append(quotation)
    return outermost


def _between_double_marks(text: str, start: int, end: int) -> Iterator[_Quotation]:
    opened: re.Match[str] | None = None
    for mark in _DOUBLE_MARK.finditer(text, start, end):
        sign, at = mark[0], mark.start()
        before = text[at - 1] if at > start else " "
        after = text[mark.end()] if mark.end() < end else " "
        if sign == '"' and before.isdigit() and _FEET.search(text, max(start, at - 6), at):
            continue
        closes = opened is not None and sign in _CLOSED_BY[opened[0]] and not _opens_again(sign, before, after)
        if opened is not None and (closes or _opens(sign, before, after)):
            yield _Quotation(opened.start(), opened.end(), at, closed=closes)
            opened = None
        if not closes and _opens(sign, before, after):
            opened = mark
    if opened is not None:
        yield _Quotation(opened.start(), opened.end(), end, closed=False)


def _opens(sign: str, before: str, after: str) -> bool:
    """Whether a mark opens a quotation where none is open.

    A straight one after a letter or a digit closes one that we missed, or says "inches".
    """
    if sign == '"':
        return before.isspace() or not (before.isalnum() or after.isspace() or before in ".,!?")
    return sign in _CLOSED_BY


def _opens_again(sign: str, before: str, after: str) -> bool:
    """Whether a straight mark that could close a quotation looks like one that opens the next."""
    return sign == '"' and before.isspace() and after.isalnum()


def _between_single_marks(text: str, start: int, end: int) -> Iterator[_Quotation]:
    """Apostrophes look the same, so a mark that never closes ('90s, 'em) was none."""
    opened = -1
    for mark in _SINGLE_MARK.finditer(text, start, end):
        at = mark.start()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if before.isalnum() and after.isalnum():
            continue
        if opened < 0 and mark[0] != "’" and after.isalpha() and (before.isspace() or before in '(["“—–-'):
            opened = at
        elif opened >= 0 and mark[0] != "‘" and not (after.isalnum() or before.isspace()):
            yield _Quotation(opened, opened + 1, at, closed=True)
            opened = -1
