"""Numbered parts of longer stretches: "the third quarter", "the first half of 2022", "Q3 2021", "the 19th century"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.calendar_words import MONTHS, ORDINALS
from factcheck.extract.said import Fixed, Found, Grain, Nth, Said, Years
from factcheck.extract.walking import GAP, ending, word_after
from factcheck.extract.years import business_year
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re

#: Reads behind a place the stretch that a part is one of, and tells where its words end ("of 1984", "last year").
Whole = Callable[[int], tuple[Said, int] | None]

_NUMBERED = regex(
    rf"(?:{GAP}|-)(?:fiscal(?:{GAP}|-))?(?:(quarter|half|century)|(?:full{GAP})?([a-z]+|\d+){GAP}([a-z]+))\b"
)

#: What makes years of those before the calendar's first.
_BC = regex(rf"{GAP}b\.?c\.?(?:e\b\.?)?(?![a-z])")
_AD = regex(rf"{GAP}(?:ad|a\.d\.|ce)(?![a-z])")


def nth(lowered: str, at: int, end: int, whole_of: Whole | None) -> Found | None:
    """A numbered part of a longer stretch: "third-quarter", "the first half of 2022", "the 19th century".

    One that is nested in another has no stretch to be a part of, and nobody to ask for it.
    """
    number = ORDINALS.get(lowered[at:end]) or int("".join(filter(str.isdigit, lowered[at:end])))
    found = _NUMBERED.match(lowered, end)
    if found is None:
        return None
    if found[1] is None:
        return _two_quarters(at, found, whole_of) if number == 1 and whole_of else None
    if found[1] == "century":
        return _century(lowered, number, at, found.end())
    grain = Grain.QUARTER if found[1] == "quarter" else Grain.HALF
    if number > (4 if grain is Grain.QUARTER else 2):
        return None
    whole = whole_of(found.end()) if whole_of else None
    if whole:
        return Found(Nth(grain, number, whole[0]), at, whole[1])
    return Found(Nth(grain, number), at, found.end()) if grain is Grain.QUARTER else None


#: Words that tell which of the parts of a stretch is meant.
LAST_AND_FIRST = ("final", "closing", "latter", "opening")
_LAST_OR_FIRST = regex(rf"{GAP}(quarter|half)\b")


def last_or_first(lowered: str, at: int, end: int, whole_of: Whole) -> Found | None:
    """Such as "the final quarter of 2021", "the latter half of last year"; by itself it may be one of a match."""
    found = _LAST_OR_FIRST.match(lowered, end)
    whole = whole_of(found.end()) if found else None
    if found is None or whole is None:
        return None
    grain, parts = (Grain.QUARTER, 4) if found[1] == "quarter" else (Grain.HALF, 2)
    return Found(Nth(grain, 1 if lowered.startswith("opening", at) else parts, whole[0]), at, whole[1])


def _century(lowered: str, number: int, at: int, end: int) -> Found:
    """Such as "the 19th century", "the fifth century BC"; no days are known of before the calendar's first year."""
    if before := _BC.match(lowered, end):
        return Found(Fixed(f"BC{number - 1:02}"), at, before.end())
    end = after.end() if (after := _AD.match(lowered, end)) else end
    return Found(Years(Grain.CENTURY, (number - 1) * 100 + 1, 100), at, end)


#: What reports of results call a quarter or half a year, and what follows it where no year does.
CODED_QUARTERS = ("q1", "q2", "q3", "q4", "h1", "h2")
_OF_RESULTS = frozenset(
    "earnings results revenue revenues sales profit profits income guidance net gdp gross adjusted".split()
)


def coded_quarter(lowered: str, at: int, end: int, whole_of: Whole) -> Found | None:
    """A quarter as reports of results print it: "Q3 2021", "4Q 2020", "Q1 earnings"; never the name of a car."""
    number = int("".join(filter(str.isdigit, lowered[at:end])))
    grain = Grain.HALF if "h" in lowered[at:end] else Grain.QUARTER
    if lowered.startswith("fy", end) or lowered[end : end + 1].isdigit():
        year = business_year(lowered, end + len("fy") if lowered[end] == "f" else end)
        return year and Found(Nth(grain, number, year.said), at, year.end)
    if whole := whole_of(end):
        return Found(Nth(grain, number, whole[0]), at, whole[1])
    if grain is Grain.HALF:
        return None
    is_told = word_after(lowered, end)[0] in _OF_RESULTS or _IN_A_QUARTER(lowered, at)
    return Found(Nth(Grain.QUARTER, number), at, end) if is_told else None


#: "In Q2" is no car, for nobody drives in one without its article.
_IN_A_QUARTER = ending(
    r"\b(?:in|for|during|since|through) ", len(" through "), "in ", "for ", "during ", "since ", "through "
)


_TO_A_MONTH = regex(rf"\.?(?:-|–|{GAP}(?:to|through){GAP}|-to-)({'|'.join(MONTHS)})\.?{GAP}(?:quarter|period)\b")


#: What may stand behind a month and the mark or space behind it: "to", "through", or the last month of the quarter.
_TO_OR_MONTH = frozenset("tmjsd \n")


def quarter_of_months(lowered: str, at: int, end: int, whole_of: Whole) -> Found | None:
    """A quarter that its first and last month name: "the April-June quarter", "the January to March period of 2021"."""
    found = _TO_A_MONTH.match(lowered, end) if lowered[end + 1 : end + 2] in _TO_OR_MONTH else None
    first = MONTHS[lowered[at:end]] if found else 0
    if found is None or first % 3 != 1 or MONTHS[found[1]] != first + 2:
        return None
    whole = whole_of(found.end())
    return Found(
        Nth(Grain.QUARTER, first // 3 + 1, whole[0] if whole else None), at, whole[1] if whole else found.end()
    )


def _two_quarters(at: int, found: re.Match[str], whole_of: Whole) -> Found | None:
    """Such as "the first two quarters of 1990"."""
    whole = whole_of(found.end()) if (found[2], found[3]) == ("two", "quarters") else None
    return Found(Nth(Grain.HALF, 1, whole[0]), at, whole[1]) if whole else None
