"""A document's text falls into paragraphs, each with the part that it plays.

Layout tells them: blocks that the format gave away, then empty lines, list items and lines too long to be wrapped.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import Role
from factcheck.nouns import NamedTuple
from factcheck.read.abbreviations import is_abbreviation, word_before
from factcheck.read.datelines import LONGEST_LINE, TOP_LINES, heads_article
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from factcheck.model import Document

#: A line longer than this was not wrapped by hand, so every line is a paragraph.
WRAPPED_AT = 120
#: No lines as narrow as these were wrapped: they are a list, a table or a poem.
NARROWEST = 40
#: Who wrote an article, and when, stands before so many letters.
TOP = TOP_LINES * LONGEST_LINE
#: A first line longer than this is no headline.
LONGEST_HEADLINE = 150

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

_BREAKS = r"\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_LINE = regex(rf"[^{_BREAKS}]+")
# Lines that no empty line separates; the group is there if there are several.
_STANZA = regex(rf"\S[^{_BREAKS}]*+((?:\r\n|[{_BREAKS}])[^\S{_BREAKS}]*+\S[^{_BREAKS}]*+)*+")
#: What stands before an item of a list.
LIST_MARKER = regex(r"(?:[-*+•‣◦▪·–]|\d{1,3}[.)]|\([a-z\d]{1,2}\))[^\S\r\n]++(?=\S)")
_WORD = regex(r"\S*")
#: What stands in a line of a table.
_COLUMNS = regex(r"\t|\S {3,}\S")


#: Stands between the cells of a line: "Population | 8,310".
_BAR = " | "


class Paragraph(NamedTuple):
    """A stretch of text without white space at its ends, and the part that it plays."""

    start: int
    end: int
    role: Role


def paragraphs_of(document: Document) -> list[Paragraph]:
    """The paragraphs of the document, in order; the first is its headline if it looks like one."""
    text = document.text
    paragraphs: list[Paragraph] = []
    at = 0
    for block in document.blocks:
        paragraphs += _laid_out(text, at, block.start, Role.BODY)
        paragraphs += _laid_out(text, block.start, block.end, block.role)
        at = block.end
    paragraphs += _laid_out(text, at, len(text), Role.BODY)
    if not any(block.role is Role.HEADLINE for block in document.blocks) and _starts_with_headline(text, paragraphs):
        paragraphs[0] = paragraphs[0]._replace(role=Role.HEADLINE)
    return paragraphs


def _laid_out(text: str, start: int, end: int, role: Role) -> Iterator[Paragraph]:
    """The paragraphs between two offsets, none with white space at its ends."""
    for stanza in _STANZA.finditer(text, start, end):
        first = stanza.start()
        last = first + len(stanza[0].rstrip())
        if stanza[1]:
            lines = [_printed(line) for line in _LINE.finditer(text, first, last)]
            width = max(line_end - line_start for line_start, line_end in lines)
            for upper, lower in pairwise(lines):
                if _breaks(text, upper, lower, width):
                    yield _paragraph(text, first, upper[1], role)
                    first = lower[0]
        yield _paragraph(text, first, last, role)


def wraps(text: str) -> Iterator[tuple[int, int]]:
    """Each line break of plain text that only keeps its lines narrow, with the white space around it.

    Such a break stands inside a paragraph, in the midst of a clause or where the next word would not have fitted.
    """
    if text.count("\n", 0, -1) <= 2 * text.count("\n\n"):
        return  # an article whose paragraphs are lines
    for stanza in _STANZA.finditer(text):
        if not stanza[1]:
            continue
        lines = [_printed(line) for line in _LINE.finditer(text, *stanza.span())]
        width = max(end - start for start, end in lines)
        if not NARROWEST <= width <= WRAPPED_AT:
            continue
        found = [(upper[1], lower[0]) for upper, lower in pairwise(lines) if _is_wrapped(text, upper, lower, width)]
        if 2 * len(found) >= len(lines):  # of all breaks more than half
            yield from found


def _is_wrapped(text: str, upper: tuple[int, int], lower: tuple[int, int], width: int) -> bool:
    """Whether a line goes on in small letters, or its first word would not have fitted above."""
    end, start = upper[1], lower[0]
    word = _WORD.match(text, *lower)
    last = end - 2 if text[end - 1] == "-" else end - 1
    goes_on = text[start].islower() and text[last].isalnum()
    fits = word is not None and end - upper[0] + word.end() - start < width
    return (goes_on or not fits) and not _breaks(text, upper, lower, width) and not _COLUMNS.search(text, *upper)


#: Words that stand beside figures, of which lines often leave a part to the next; others are known to be broken where the text has them whole.
_OFTEN_BROKEN = frozenset(
    "million billion trillion thousand hundred percent kilometres kilometers kilograms metres meters hectares dollars january february"
    " september october november december monday tuesday wednesday thursday friday saturday sunday people residents".split()
)
_BROKEN = regex(r"([A-Za-z]*[a-z])-\s+([a-z]+)")
_SMALL_WORD = regex(r"[a-z]+")
#: No word is longer.
_LONGEST_WORD = 40


def joints(text: str) -> Iterator[tuple[int, int, str]]:
    """Where plain text was wrapped, and what goes there instead: a space, or nothing behind a hyphen, which goes too if it broke a word."""
    words: set[str] = set()
    for end, start in wraps(text):
        if text[end - 1] not in "-—" or not text[end - 2 : end - 1].isalnum() or not text[start].isalnum():
            yield end, start, " "
            continue
        words = words or set(_SMALL_WORD.findall(text.lower()))
        first = max(text.rfind(mark, max(0, end - _LONGEST_WORD), end - 1) for mark in " \n-") + 1
        broken = _BROKEN.match(text, first)
        whole = (broken[1] + broken[2]).lower() if broken else ""
        yield end - (whole in _OFTEN_BROKEN or whole in words), start, ""


def unwrapped(text: str) -> str:
    """The text, letter for letter as long, with a space for each such break."""
    at = 0
    parts: list[str] = []
    for end, start in wraps(text):
        parts += text[at:end], " " * (start - end)
        at = start
    return "".join((*parts, text[at:])) if parts else text


def _printed(line: re.Match[str]) -> tuple[int, int]:
    """The ends of a line without the white space around it."""
    start, end = line.span()
    return end - len(line[0].lstrip()), start + len(line[0].rstrip())


def _breaks(text: str, upper: tuple[int, int], lower: tuple[int, int], width: int) -> bool:
    """Whether a new paragraph starts with the lower line.

    In wrapped text it does where the first word would have fitted above, as in a
    list of short lines.
    """
    if width > WRAPPED_AT or LIST_MARKER.match(text, *lower):
        return True
    if text.count(_BAR, *upper) == text.count(_BAR, *lower) == 1 and text[upper[0]] != "|":
        return True
    if lower[0] < TOP and (heads_article(text[slice(*upper)]) or heads_article(text[slice(*lower)])):
        return True
    first_letter, last_letter = text[lower[0]], text[upper[1] - 1]
    if not (first_letter.isupper() or first_letter.isdigit()) or not (last_letter.isalnum() or last_letter in ")%:"):
        return False
    word = _WORD.match(text, *lower)
    return word is not None and upper[1] - upper[0] + 1 + word.end() - word.start() <= width


def _paragraph(text: str, start: int, end: int, role: Role) -> Paragraph:
    if role is Role.BODY:
        if LIST_MARKER.match(text, start, end):
            role = Role.LIST_ITEM
        elif text.startswith(CAPTION_OPENINGS, start):
            role = Role.CAPTION
    return Paragraph(start, end, role)


def _starts_with_headline(text: str, paragraphs: Sequence[Paragraph]) -> bool:
    if len(paragraphs) < 2 or paragraphs[0].role is not Role.BODY:
        return False
    (start, end, _), below = paragraphs[:2]
    gap = text[end : below.start].strip(" \t")
    return (
        (gap not in {"\n", "\r", "\r\n"} or heads_article(text[below.start : below.end]))
        and end - start <= LONGEST_HEADLINE
        and _LINE.fullmatch(text, start, end) is not None
        and (text[end - 1] not in ".:;," or is_abbreviation(word_before(text, start, end - 1)))
    )
