"""Documents become sentences, each with the part that it plays and what it quotes.

Layout comes first: blocks that the format gave away, then empty lines, list
items and lines too long to be wrapped. A sentence never crosses a paragraph.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from factcheck.model import Role, Sentence, Span
from factcheck.nouns import NamedTuple
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
from factcheck.read.datelines import LONGEST_LINE, TOP_LINES, heads_article
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Document

#: A line longer than this was not wrapped by hand, so every line is a paragraph.
WRAPPED_AT = 120
#: Who wrote an article, and when, stands before so many letters.
TOP = TOP_LINES * LONGEST_LINE
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

_BREAKS = r"\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_LINE = regex(rf"[^{_BREAKS}]+")
# Lines that no empty line separates; the group is there if there are several.
_STANZA = regex(rf"\S[^{_BREAKS}]*+((?:\r\n|[{_BREAKS}])[^\S{_BREAKS}]*+\S[^{_BREAKS}]*+)*+")
_LIST_MARKER = regex(r"(?:[-*+•‣◦▪·–]|\d{1,3}[.)]|\([a-z\d]{1,2}\))[^\S\r\n]++(?=\S)")
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
_ABBREVIATIONS = TITLES | BEFORE_NUMBERS | CLOCK | DOUBTFUL | MONTHS | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DOTTED = regex(r"(?:[^\W\d_]\.)+[^\W\d_]")
_WRITTEN_ON = regex(r"(?:\S+ ){0,4}(?:" + "|".join(sorted(SAYING)) + r")\b")
# A run of them counts as one; not the apostrophe in "don't".
_QUOTATION_MARK = regex(r"([\"“”„«»`'‘’])\1*+(?:(?<=[“”„«»])|(?<![^\W_].)|(?![^\W_]))")
_FEET = regex(r"\d['’] ?\d{1,2}$")

_SINGLE_MARKS = frozenset("'‘’")
#: Two of these are one mark of their own, as TeX has it.
_DOUBLED_MARKS = frozenset("`'")
#: What closes a quotation that was opened by the mark on the left; mixed styles are common.
_CLOSED_BY = {'"': ('"', "”", "''"), "“": '”"“', "„": "“”", "«": "»", "``": ("''", '"')}


class _Paragraph(NamedTuple):
    start: int
    end: int
    role: Role


class _Mark(NamedTuple):
    """A quotation mark and the letters beside it; paragraphs begin and end with a space."""

    sign: str
    start: int
    end: int
    before: str
    after: str


class _Quotation(NamedTuple):
    """A stretch between quotation marks, and where the mark that opens it stands."""

    mark: int
    start: int
    end: int
    closed: bool


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
                and text.startswith(tuple(_CLOSED_BY), layout[number + 1][0].start)
            )
            if not goes_on:
                word = _WORD.match(text, quotation.start, quotation.end)
                spans.append(Span(document, quotation.mark, word.end() if word else quotation.start))
    return tuple(spans)


def _closing_at_last(text: str, quotations: Sequence[_Quotation]) -> list[bool]:
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
def _layout(document: Document) -> tuple[tuple[_Paragraph, tuple[_Quotation, ...]], ...]:
    """The paragraphs of a document, each with what it quotes."""
    text = document.text
    return tuple((paragraph, tuple(_quotations(text, paragraph))) for paragraph in _paragraphs(document))


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


def _printed(line: re.Match[str]) -> tuple[int, int]:
    """The ends of a line without the white space around it."""
    start, end = line.span()
    return end - len(line[0].lstrip()), start + len(line[0].rstrip())


def _breaks(text: str, upper: tuple[int, int], lower: tuple[int, int], width: int) -> bool:
    """Whether a new paragraph starts with the lower line.

    In wrapped text it does where the first word would have fitted above, as in a
    list of short lines.
    """
    if width > WRAPPED_AT or _LIST_MARKER.match(text, *lower):
        return True
    if lower[0] < TOP and (heads_article(text[slice(*upper)]) or heads_article(text[slice(*lower)])):
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
    (start, end, _), below = paragraphs[:2]
    gap = text[end : below.start].strip(" \t")
    return (
        (gap not in {"\n", "\r", "\r\n"} or heads_article(text[below.start : below.end]))
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
    if marks == ".":
        if letter.islower():
            return False
        word = _word_before(text, start, stop.start())
        if not space:
            return word.isalpha()
        if not _is_abbreviation(word):
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


def _word_before(text: str, start: int, at: int) -> str:
    words = text[max(start, at - LONGEST_ABBREVIATION) : at].split()
    return words[-1].lstrip("\"'“‘«„([—–-") if words else ""


def _is_abbreviation(word: str) -> bool:
    return word in _ABBREVIATIONS or _DOTTED.fullmatch(word) is not None


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
    sentences: Iterable[tuple[int, int]], quotations: Sequence[_Quotation]
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


def _quotations(text: str, paragraph: _Paragraph) -> list[_Quotation]:
    """The quotations of a paragraph, in order; what is quoted inside another is not told apart."""
    start, end, _ = paragraph
    single: list[_Mark] = []
    double: list[_Mark] = []
    for match in _QUOTATION_MARK.finditer(text, start, end):
        at, after = match.span()
        sign = match[1] if match[1] not in _DOUBLED_MARKS else match[0][:2]
        mark = _Mark(sign, at, after, text[at - 1] if at > start else " ", text[after] if after < end else " ")
        (single if sign in _SINGLE_MARKS else double).append(mark)
    quotations = list(_between_double_marks(text, double, end)) if double else []
    if not single:
        return quotations
    quotations += _between_single_marks(single)
    outermost: list[_Quotation] = []
    for quotation in sorted(quotations):
        if not outermost or quotation.mark >= outermost[-1].end:
            outermost.append(quotation)
    return outermost


def _between_double_marks(text: str, marks: Iterable[_Mark], end: int) -> Iterator[_Quotation]:
    opened: _Mark | None = None
    for mark in marks:
        if mark.sign == '"' and mark.before.isdigit() and _FEET.search(text[max(0, mark.start - 6) : mark.start]):
            continue
        opens, closes = _opens(mark), False
        if opened is not None:
            closes = mark.sign in _CLOSED_BY[opened.sign] and not _opens_again(mark)
            if opens or closes:
                yield _Quotation(opened.start, opened.end, mark.start, closed=closes)
                opened = None
        if opens and not closes:
            opened = mark
    if opened is not None:
        yield _Quotation(opened.start, opened.end, end, closed=False)


def _opens(mark: _Mark) -> bool:
    """Whether a mark opens a quotation where none is open.

    A straight one after a letter or a digit closes one that we missed, or says "inches".
    """
    if mark.sign == '"':
        return mark.before.isspace() or not (mark.before.isalnum() or mark.after.isspace() or mark.before in ".,!?")
    return mark.sign in _CLOSED_BY


def _opens_again(mark: _Mark) -> bool:
    """Whether a mark that could close a quotation looks like one that opens the next."""
    match mark.sign:
        case '"':
            return mark.before.isspace() and mark.after.isalnum()
        case "“":
            return mark.before.isspace() or mark.after.isalnum()
        case _:
            return False


def _between_single_marks(marks: Iterable[_Mark]) -> Iterator[_Quotation]:
    """Apostrophes look the same, so a mark that never closes ('90s, 'em) was none."""
    opened: _Mark | None = None
    for mark in marks:
        if opened is None:
            if mark.sign != "’" and mark.after.isalpha() and (mark.before.isspace() or mark.before in '(["“—–-'):
                opened = mark
        elif mark.sign != "‘" and not (mark.after.isalnum() or mark.before.isspace()):
            yield _Quotation(opened.start, opened.end, mark.start, closed=True)
            opened = None
