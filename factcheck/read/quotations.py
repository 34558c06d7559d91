"""Quotation marks become quotations: which mark opens, which closes, and which is an apostrophe, inches or feet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# A run of them counts as one; not the apostrophe in "don't".
_QUOTATION_MARK = regex(r"([\"“”„«»`'‘’])\1*+(?:(?<=[“”„«»])|(?<![^\W_].)|(?![^\W_]))")
_FEET = regex(r"\d['’] ?\d{1,2}$")

_SINGLE_MARKS = frozenset("'‘’")
#: Two of these are one mark of their own, as TeX has it.
_DOUBLED_MARKS = frozenset("`'")
#: What closes a quotation that was opened by the mark on the left; mixed styles are common.
CLOSED_BY = {'"': ('"', "”", "''"), "“": '”"“', "„": "“”", "«": "»", "``": ("''", '"')}


class _Mark(NamedTuple):
    """A quotation mark and the letters beside it; paragraphs begin and end with a space."""

    sign: str
    start: int
    end: int
    before: str
    after: str


class Quotation(NamedTuple):
    """A stretch between quotation marks, and where the mark that opens it stands."""

    mark: int
    start: int
    end: int
    closed: bool


def quotations_in(text: str, start: int, end: int) -> list[Quotation]:
    """The quotations of a paragraph between two offsets, in order; what is quoted inside another is not told apart."""
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
    outermost: list[Quotation] = []
    for quotation in sorted(quotations):
        if not outermost or quotation.mark >= outermost[-1].end:
            outermost.append(quotation)
    return outermost


def _between_double_marks(text: str, marks: Iterable[_Mark], end: int) -> Iterator[Quotation]:
    opened: _Mark | None = None
    for mark in marks:
        if mark.sign == '"' and mark.before.isdigit() and _FEET.search(text[max(0, mark.start - 6) : mark.start]):
            continue
        opens, closes = _opens(mark), False
        if opened is not None:
            closes = mark.sign in CLOSED_BY[opened.sign] and not _opens_again(mark)
            if opens or closes:
                yield Quotation(opened.start, opened.end, mark.start, closed=closes)
                opened = None
        if opens and not closes:
            opened = mark
    if opened is not None:
        yield Quotation(opened.start, opened.end, end, closed=False)


def _opens(mark: _Mark) -> bool:
    """Whether a mark opens a quotation where none is open.

    A straight one after a letter or a digit closes one that we missed, or says "inches".
    """
    if mark.sign == '"':
        return mark.before.isspace() or not (mark.before.isalnum() or mark.after.isspace() or mark.before in ".,!?")
    return mark.sign in CLOSED_BY


def _opens_again(mark: _Mark) -> bool:
    """Whether a mark that could close a quotation looks like one that opens the next."""
    match mark.sign:
        case '"':
            return mark.before.isspace() and mark.after.isalnum()
        case "“":
            return mark.before.isspace() or mark.after.isalnum()
        case _:
            return False


def _between_single_marks(marks: Iterable[_Mark]) -> Iterator[Quotation]:
    """Apostrophes look the same, so a mark that never closes ('90s, 'em) was none."""
    opened: _Mark | None = None
    for mark in marks:
        if opened is None:
            if mark.sign != "’" and mark.after.isalpha() and (mark.before.isspace() or mark.before in '(["“—–-'):
                opened = mark
        elif mark.sign != "‘" and not (mark.after.isalnum() or mark.before.isspace()):
            yield Quotation(opened.start, opened.end, mark.start, closed=True)
            opened = None
