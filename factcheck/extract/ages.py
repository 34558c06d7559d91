"""How old somebody or something is: "a 45-year-old", "34 years old", "aged 34", "Kim Lo, 34, said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.names import word_before
from factcheck.extract.numerals import Numeral, read_figures
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.extract.openings import Opening
    from factcheck.extract.scanning import Reading

_TIME_UNIT = regex(
    r"[ \u00a0\n-]{1,2}(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|hrs?|mins?|secs?|yrs?|fortnights?|nights?|weekends?|quarters?|mos?)\b(?! ?[-/])",
)
#: What makes an age of the number before it; the unit is its first group.
OLD = regex(
    r"[ -](?:(year|month|week|day)s?|(?:yr|yo)s?)(?:(?:-| - | )olds?\b|'? of age\b)|[ -]?(?:y/o|yo)\b",
)
_AGED = frozenset(("aged", "age", "ages"))
_OLDEST = 130
_NAME_BEFORE = regex(r"(?<![\w.’'-])[^\W\d_a-z][^\W\d_]*[a-z][\w.’'-]*(?: Jr\.?)?, \Z")
#: Words before a bare number that is how old somebody is.
_IS_SO_OLD = regex(
    r"(?<!\w)(?:(?:s?he|who) (?:is|was|turned|turns|had turned|has turned)|s?he['’]s|(?:just|recently) turned) \Z"
)
_MORE_AGES = regex(r"(?: to |-|–| and )(?=\d{1,3}\b)")


def is_time(lowered: str, end: int) -> bool:
    """Whether a unit of time stands behind a number: then it is a duration, and not ours to read."""
    return lowered[end + 1 : end + 2] in "ymwdhscfnq-" and _TIME_UNIT.match(lowered, end) is not None


def read_age(opening: Opening, numeral: Numeral, end: int) -> Reading | None:
    """The age that the words behind a number, before it or around it make of it."""
    lowered = opening.lowered
    if opening.currency:
        return None
    if old := lowered[end + 1 : end + 2] in "ymwdo/" and OLD.match(lowered, end):
        return opening.reading(old.end(), Kind.AGE, (numeral,), old[1] or "year")
    if numeral.value >= _OLDEST or numeral.step < 1 or is_time(lowered, end):
        return None
    if word_before(lowered, opening.start) in _AGED or lowered.endswith(" age of ", 0, opening.start):
        return _ages(opening, numeral, end)
    if _IS_SO_OLD.search(lowered, max(0, opening.start - 16), opening.start) and not _counts(lowered, end):
        return opening.reading(end, Kind.AGE, (numeral,), "year")
    return opening.reading(end, Kind.AGE, (numeral,), "year") if _in_apposition(opening, numeral, end) else None


def _in_apposition(opening: Opening, numeral: Numeral, end: int) -> bool:
    """Whether a bare number stands between commas behind a name: "Kim Lo, 34, said"."""
    start = opening.start
    if numeral.spelled or numeral.end - start > 3 or opening.lowered[end : end + 1] not in (",", ";"):
        return False
    return (
        opening.lowered.endswith(", ", 0, start)
        and _NAME_BEFORE.search(opening.text, max(0, start - 40), start) is not None
    )


def _ages(opening: Opening, numeral: Numeral, end: int) -> Reading:
    """The age behind "aged", or the two ends of "ages 5 to 11"."""
    more = _MORE_AGES.match(opening.lowered, end)
    last = read_figures(opening.lowered, more.end()) if more else None
    if last is None or last.value <= numeral.value:
        return opening.reading(end, Kind.AGE, (numeral,), "year")
    return opening.reading(last.end, Kind.AGE, (numeral, last), "year")


def _counts(lowered: str, end: int) -> bool:
    """Whether anything but the end of a clause stands behind a number."""
    return lowered[end : end + 1] not in (",", ".", ";", "", "\n") and not lowered.startswith(" when ", end)
