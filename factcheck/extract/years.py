"""Years that stand by themselves: "2014", "the 1990s", "21" in "2019-21", "nineteen ninety-six", "FY21", "44 BC"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lexicon.calendar_words import (
    BEFORE_AMOUNTS,
    COUNTED_NOUNS,
    DETERMINERS,
    HEDGES_OR_PREPOSITIONS,
    TIME_PREPOSITIONS,
    YEAR_PREPOSITIONS,
)
from factcheck.extract.lexicon.nouns import STOPS
from factcheck.extract.said import Fiscal, Fixed, Found, Grain, Printed, Years, calendar_date
from factcheck.extract.spelled import read_spelled
from factcheck.extract.walking import GAP, ending, word_after, word_before
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re

#: A year that stands by itself is one of these.
LONE_YEARS = range(1000, 2101)
#: Lone years before this one need a preposition that leads to them.
FIRST_COMMON_YEAR = 1800
#: Whoever counts so many or more, and not whole hundreds, writes "2,016".
FIRST_SURE_YEAR = 1900
#: "The 1800s" are a hundred years, "the 2000s" are ten, and "1000s" are thousands.
ROUND_CENTURIES = range(1100, 2000)
#: "50" and more is 1950, less is 2049.
PIVOT = 50

_OF_A_DECADE = regex(r"['’]?s\b")
#: Marks behind the last two digits of a run of years that make it another thing.
_NO_SHORT_YEAR_BEHIND = regex(r"[-–/\d%]|\.\d")
_APOSTROPHES = frozenset({"'", "’"})
#: Behind these digits are a year ("pre-1990 models").
_PREFIXES = ("pre-", "post-", "mid-")
#: Marks behind four digits that make them an amount, a time or a name.
_NO_YEAR_BEHIND = regex(r"[%°$€£]|[.,:/]\d|-[a-z]")
#: Marks before four digits that make them an amount or a part of a name.
_NO_YEAR_BEFORE = frozenset("$£€¥#/:.,+№")
_CIRCA = (" c.", "(c.", " ca.")
_CENTURIES = {"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
_SPOKEN_YEAR = regex(rf"(seventeen|eighteen|nineteen|twenty)(?:{GAP}|-)(?=[a-z])")


def full_year(short: int) -> int:
    """The year that two digits stand for."""
    return short + (1900 if short >= PIVOT else 2000)


def year(lowered: str, at: int, *, leads: bool = False) -> Found | None:
    """The year, the run of years' first year, or the decade that begins here: "2014", "1990s"."""
    end = at + 4
    number = int(lowered[at:end])
    decade = _OF_A_DECADE.match(lowered, end)
    if decade and number % 100 == 0 and number in ROUND_CENTURIES:
        return Found(Years(Grain.CENTURY, number + 1, 100), at, decade.end())
    if decade and number == LONE_YEARS[0]:
        return None
    if decade and number % 10 == 0:
        return Found(Years(Grain.DECADE, number // 10 * 10, 10), at, decade.end())
    if number not in LONE_YEARS or not (leads or _is_a_year(lowered, at, end, number)):
        return None
    return Found(Printed(calendar_date(number)), at, end)


def _is_a_year(lowered: str, at: int, end: int, number: int) -> bool:
    """Whether four digits by themselves are a year and not an amount, a price or a model."""
    is_joined = _NO_YEAR_BEHIND.match(lowered, end) and not _is_next_year(_SLASHED.match(lowered, end), number)
    if is_joined or not _may_begin_a_year(lowered, at):
        return False
    if lowered.endswith(_PREFIXES, 0, at):
        return True
    before, _ = word_before(lowered, at)
    following, stop = word_after(lowered, end)
    if following in COUNTED_NOUNS and lowered[stop : stop + 1] not in _APOSTROPHES:
        return before in YEAR_PREPOSITIONS and number % 100 != 0
    plural = may_be_plural(following)
    if plural and number >= FIRST_SURE_YEAR and number % 100 != 0:  # nobody counts so
        return before not in BEFORE_AMOUNTS or before in HEDGES_OR_PREPOSITIONS
    is_too_early = number < FIRST_COMMON_YEAR and not _in_brackets(lowered, at, end)
    if before in _LEAST and number >= FIRST_SURE_YEAR and number % 100 and not following and _OR_SO(lowered, at):
        return True
    is_amount = before in BEFORE_AMOUNTS or is_too_early or (plural and before not in DETERMINERS)
    return before in TIME_PREPOSITIONS or not is_amount


#: "Since at least 1987", "rather than 1987", where nothing follows that could be counted.
_LEAST = frozenset(("least", "than"))
_OR_SO = ending(
    r"\b(?:(?:in|since|until|to|from|by) at least|(?:rather|other|earlier|later|sooner) than) ", 24, "least ", "than "
)
#: A year behind a stroke: "2021/22", "2008/9".
_SLASHED = regex(r"/(\d\d?)(?![\w%/]|[.,:-]\d)")


def _is_next_year(behind: re.Match[str] | None, number: int) -> bool:
    """Whether the figures behind a stroke are those of the next year, so that both are years."""
    return behind is not None and int(behind[1]) == (number + 1) % 10 ** len(behind[1])


def _may_begin_a_year(lowered: str, at: int) -> bool:
    mark = lowered[at - 1] if at else " "
    if mark in "-–—":
        before = lowered[max(0, at - 5) : at - 1]
        return before[-1:].isdigit() or before[-1:].isspace() or before.endswith(("mid", "pre", "post", "late"))
    return mark not in _NO_YEAR_BEFORE or (mark == "." and lowered.endswith(_CIRCA, 0, at))


def _in_brackets(lowered: str, at: int, end: int) -> bool:
    """Whether brackets or a dash make a run of years of it: "(1431-1486)"."""
    return lowered[at - 1 : at] == "(" or lowered[end : end + 1] in {"-", "–"} or lowered[at - 1 : at] in {"-", "–"}


def short_end(lowered: str, at: int, number: int, end: int) -> Found | None:
    """The last year of a run of years in two figures, or of two: "21" in "2019-21", "9" in "2008/9"."""
    if at < 5 or lowered[at - 1] not in "-–/" or not lowered[at - 5 : at - 1].isdecimal():
        return None
    first = int(lowered[at - 5 : at - 1])
    if lowered[at - 1] == "/":
        number = first % 100 + 1 if _is_next_year(_SLASHED.match(lowered, at - 1), first) else 0
    elif end - at != 2:
        return None
    last = first // 100 * 100 + number
    if first not in LONE_YEARS or last <= first or _NO_SHORT_YEAR_BEHIND.match(lowered, end):
        return None
    return Found(Printed(calendar_date(last)), at, end)


def spoken_year(lowered: str, at: int) -> Found | None:
    """The year in words that begins here: "nineteen ninety-six"."""
    found = _SPOKEN_YEAR.match(lowered, at)
    if found is None:
        return None
    rest = read_spelled(lowered, found.end())
    if rest is None or not 10 <= rest.value <= 99 or rest.part:
        return None
    return Found(Printed(calendar_date(_CENTURIES[found[1]] * 100 + int(rest.value))), at, rest.end)


#: A business year behind its letters: "FY21", "FY2021-22", as an estimate "FY23E".
_BUSINESS_YEAR = regex(r"((?:19|20)\d\d|\d\d)(?:[-–/]((?:19|20)\d\d|\d\d))?e?(?![\w%]|[.,]\d)")


def business_year(lowered: str, at: int) -> Found | None:
    """The business year whose figures begin here; one of two years is called by its last."""
    found = _BUSINESS_YEAR.match(lowered, at)
    if found is None:
        return None
    first, last = (int(told) if len(told) > 2 else full_year(int(told)) for told in (found[1], found[2] or found[1]))
    if last - first not in (0, 1):
        return None
    return Found(
        Fiscal(Printed(calendar_date(last))), at - len("fy") if lowered.endswith("fy", 0, at) else at, found.end()
    )


#: What tells behind figures, or before them, from which year they count; capitals, for ads are counted too.
_ERA = regex(r"[ \xa0]?(?:(BCE?|B\.C\.(?:E\.)?)|AD|A\.D\.|CE)(?![\w-])")
ERAS = (" bc", "bc", " b.c.", "\xa0bc", " ad", " a.d.", " ce")
DOMINI = ("ad ", "a.d. ", "ad\xa0", "ad")
_DOMINI = regex(r"(?<!\w)(?:AD|A\.D\.)[ \xa0]?\Z")
#: No year is counted from another than our own where a noun follows: "44 BC hospitals".
_ERA_ENDS = regex(r"[^\w]*(?:\Z|\n)|[.,;:)’'”\"–-]|[ \xa0](?=[\d(–-])")


def of_era(text: str, lowered: str, at: int, end: int) -> Found | None:
    """A year of the first centuries, or before them: "AD 79", "44 BC", "1200 BCE"; none before the first has days."""
    number = int(lowered[at:end])
    before = _DOMINI.search(text, max(0, at - len("x A.D. ")), at)
    if before and 0 < number < LONE_YEARS.stop and not _NO_YEAR_BEHIND.match(lowered, end):
        return Found(Printed(calendar_date(number)), before.start(), end)
    era = _ERA.match(text, end)
    if era is None or number == 0:
        return None
    following, _ = word_after(lowered, era.end())
    if not (_ERA_ENDS.match(lowered, era.end()) or following in STOPS):
        return None
    if era[1]:
        return Found(Fixed(f"BC{number:04}"), at, era.end())
    return Found(Printed(calendar_date(number)), at, era.end()) if number < LONE_YEARS.stop else None


def may_be_plural(word: str) -> bool:
    """Whether a word may be the plural of what is counted, and not "as" or "is"."""
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "as"))
