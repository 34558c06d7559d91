"""Whether two figures are told of two years, or of two quarters or halves of a year."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.attach.voices import CLAUSE
from factcheck.model import Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.align.drafts import Figure
    from factcheck.model import Document

#: The part of a year of which results are told, and the year.
_PERIOD, _YEAR = (
    regex(r"\b(first|second|third|fourth|fifth)[- ](quarter|half)\b|\bq([1-4])\b|\b([1-4])q\b"),
    regex(r"\b(?:19|20)\d\d\b"),
)
#: Between a figure and the period of which it is told.
_TOLD_OF = regex(r" (?:for|in|of) (?:the |its |our |his )?")
_ORDER = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}
#: What stands before the number of a half.
_HALF = "h"


def of_two_periods(ours: Figure, theirs: Figure) -> bool:
    """Whether two sentences are told of two quarters or halves of a year, of two years, or one of a half and one of its whole year."""
    one, two = (set(_YEAR.findall(figure.claim.sentence.text)) for figure in (ours, theirs))
    if one and two and one.isdisjoint(two):
        return True
    first, second = _periods(ours), _periods(theirs)
    if one and one == two and bool(first) is not bool(second):
        return True
    return bool(first and second) and first.isdisjoint(second)


def _periods(figure: Figure) -> frozenset[str]:
    """The quarters and halves of which a clause tells, or else, where its sentence tells of none, the only one of its article."""
    if not _periods_in(figure.claim.sentence.text):
        return _only_period(figure.mention.document)
    return _periods_in(_clause(figure))


def period_of(figure: Figure) -> Span | None:
    """The quarter or half of a year that stands right behind a figure, or is the only one in the clause around it."""
    start, end = _bounds(figure)
    text, at = figure.claim.sentence.text.lower(), figure.claim.sentence.start
    found = list(_PERIOD.finditer(text, start, end))
    behind = [one for one in found if _TOLD_OF.fullmatch(text, figure.mention.end - at, one.start())]
    told = next(iter(behind or (found if len(found) == 1 else ())), None)
    return told and Span(figure.mention.document, at + told.start(), at + told.end())


def told_of_two_periods(ours: Figure, theirs: Figure) -> bool:
    """Whether the clauses around two figures tell of one quarter or half of a year each, and not of the same."""
    one, two = (period_of(figure) for figure in (ours, theirs))
    if one is None or two is None:
        return False
    first, second = _periods_in(one.text), _periods_in(two.text)
    # A quarter and the half of which it is a part may be told of one amount.
    return first != second and len({period[:1] == _HALF for period in first | second}) == 1


def _clause(figure: Figure) -> str:
    """The part of a sentence that stands around a figure."""
    start, end = _bounds(figure)
    return figure.claim.sentence.text[start:end]


def _bounds(figure: Figure) -> tuple[int, int]:
    """Where the clause around a figure begins and ends in its sentence."""
    text, at = figure.claim.sentence.text, figure.mention.start - figure.claim.sentence.start
    cuts = [0, *(cut.start() for cut in CLAUSE.finditer(text)), len(text)]
    return next((start, end) for start, end in pairwise(cuts) if at < end)


@lru_cache(maxsize=64)
def _only_period(document: Document) -> frozenset[str]:
    """The quarter or half of a year of which an article tells, if it is one."""
    told = _periods_in(document.text)
    return told if len(told) == 1 else frozenset()


def _periods_in(text: str) -> frozenset[str]:
    """The quarters and halves of which a text tells: "first quarter", "Q1" → "1", "first half" → "h1"."""
    return frozenset(
        f"{kind[:1].replace('q', '')}{_ORDER.get(order) or ''.join(numbers)}"
        for order, kind, *numbers in _PERIOD.findall(text.lower())
    )
