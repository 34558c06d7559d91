"""Whether two figures are told of two years, or of two quarters or halves of a year."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.attach.voices import CLAUSE
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.align.drafts import Figure
    from factcheck.model import Document

#: The part of a year of which results are told, and the year.
_PERIOD, _YEAR = (
    regex(r"\b(first|second|third|fourth)[- ](quarter|half)\b|\bq([1-4])\b|\b([1-4])q\b"),
    regex(r"\b(?:19|20)\d\d\b"),
)
_ORDER = {"first": "1", "second": "2", "third": "3", "fourth": "4"}


def of_two_periods(ours: Figure, theirs: Figure) -> bool:
    """Whether two sentences are told of two quarters or halves of a year, or of two years."""
    one, two = (set(_YEAR.findall(figure.claim.sentence.text)) for figure in (ours, theirs))
    if one and two and one.isdisjoint(two):
        return True
    first, second = _periods(ours), _periods(theirs)
    return bool(first and second) and first.isdisjoint(second)


def _periods(figure: Figure) -> frozenset[str]:
    """The quarters and halves of which a clause tells, or else, where its sentence tells of none, the only one of its article."""
    if not _periods_in(figure.claim.sentence.text):
        return _only_period(figure.mention.document)
    return _periods_in(_clause(figure))


def _clause(figure: Figure) -> str:
    """The part of a sentence that stands around a figure."""
    text, at = figure.claim.sentence.text, figure.mention.start - figure.claim.sentence.start
    cuts = [0, *(cut.start() for cut in CLAUSE.finditer(text)), len(text)]
    return next(text[start:end] for start, end in pairwise(cuts) if at < end)


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
