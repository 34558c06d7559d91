"""Feast days and the dates that a text gives for them."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.calendar_words import EASTER_HOLIDAYS, FIXED_HOLIDAYS, WEEKDAY_HOLIDAYS
from factcheck.judge.checks import check
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import day_in_words
from factcheck.model import Article, Kind, Mention, Span
from factcheck.regexes import any_of, regex
from factcheck.resolve.holidays import easter, holiday, nth_weekday

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: More days of the same date every year, as (month, day).
FIXED: Mapping[str, tuple[int, int]] = {
    "new year": (1, 1),
    "epiphany": (1, 6),
    "st. valentine's day": (2, 14),
    "leap day": (2, 29),
    "bastille day": (7, 14),
    "all saints' day": (11, 1),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "cinco de mayo": (5, 5),
    "earth day": (4, 22),
    "groundhog day": (2, 2),
    "guy fawkes night": (11, 5),
    "bonfire night": (11, 5),
    "st. george's day": (4, 23),
    "st. andrew's day": (11, 30),
    "anzac day": (4, 25),
    "canada day": (7, 1),
    "juneteenth": (6, 19),
    "twelfth night": (1, 5),
    "australia day": (1, 26),
    "waitangi day": (2, 6),
    "burns night": (1, 25),
    "st. david's day": (3, 1),
    "st david's day": (3, 1),
    "st george's day": (4, 23),
    "st andrew's day": (11, 30),
    "st valentine's day": (2, 14),
    "saint patrick's day": (3, 17),
    "candlemas": (2, 2),
    "lady day": (3, 25),
    "michaelmas": (9, 29),
    "all souls' day": (11, 2),
    "all hallows' eve": (10, 31),
    "st stephen's day": (12, 26),
    "st. stephen's day": (12, 26),
    "pi day": (3, 14),
    "star wars day": (5, 4),
    "midsummer's day": (6, 24),
    "hogmanay": (12, 31),
    "international women's day": (3, 8),
    "world aids day": (12, 1),
    "human rights day": (12, 10),
}
#: More days of a weekday: (month, weekday, which of them). Sources: 5 U.S.C. § 6103 for the federal holidays of the
#: United States, 36 U.S.C. §§ 117, 109 for Mother's and Father's Day (there; Britain keeps Mothering Sunday in Lent).
WEEKDAYS: Mapping[str, tuple[int, int, int]] = {
    "martin luther king jr. day": (1, 0, 3),
    "martin luther king day": (1, 0, 3),
    "presidents' day": (2, 0, 3),
    "presidents day": (2, 0, 3),
    "father's day": (6, 6, 3),
}
#: More days so many days after Easter Sunday.
AFTER_EASTER: Mapping[str, int] = {
    "shrove tuesday": -47,
    "pancake day": -47,
    "fat tuesday": -47,
    "shrove monday": -48,
    "rose monday": -48,
    "spy wednesday": -4,
    "mothering sunday": -21,
    "low sunday": 7,
    "trinity sunday": 56,
    "ascension thursday": 39,
    "mardi gras": -47,
    "maundy thursday": -3,
    "holy saturday": -1,
    "ascension day": 39,
    "pentecost": 49,
    "whit sunday": 49,
    "corpus christi": 60,
}
#: Holidays that other countries keep on other days.
_ELSEWHERE: Mapping[str, tuple[tuple[int, int, int], ...]] = {
    "thanksgiving": ((10, 0, 2),),
    "thanksgiving day": ((10, 0, 2),),
    "labor day": (),
}
_LISTS = (FIXED_HOLIDAYS, WEEKDAY_HOLIDAYS, EASTER_HOLIDAYS, FIXED, WEEKDAYS, AFTER_EASTER)
NAMES = frozenset(name for listed in _LISTS for name in listed)
#: By the Julian calendar or on another day: nothing is said of these.
_OTHER_CALENDAR = regex(
    r"\b(?:orthodox|greek|russian|coptic|julian|eastern church|serbian|ukrainian|observed|weekend|week|season|sales?|eve of|celebrated|party|after|before)\b",
    re.IGNORECASE,
)
#: What may stand between a feast and its date.
_JOINT = regex(
    r"^(?: (?:dinner|lunch|mass|service|sermon|address|message|parade|feast|meal|procession|concert|holiday|speech|broadcast|swim|race|match|game))?"
    r"(?:,? (?:on|falls on|fell on|falls this year on|is on|was on|which falls on|which fell on|this year|the)? ?| ?\(|, (?:or|that is),? | – |\. It (?:was|is) )$"
)
#: The year that stands behind a date: "on November 22 in 2019".
_IN_YEAR = regex(r",? in (?P<year>(?:19|20)\d\d)\b")
#: What may stand between a date and its feast.
_REVERSED = regex(r"^(?:,? | \(|, (?:which (?:is|was) )| (?:is|was) | – )(?:the )?$")
#: No further from a date, in letters, than its joint and the longest name of a feast together.
_WITHIN = 28 + max(map(len, NAMES))


@cache
def _pattern() -> re.Pattern[str]:
    return regex(rf"\b(?:{any_of(NAMES)})(?!['\w])", re.IGNORECASE)


#: A word of every name of a feast, so that an article without any costs nothing.
_SIGNS = (
    "Easter",
    "Christmas",
    "Thanksgiving",
    " Day",
    " Eve",
    "Sunday",
    "Friday",
    "Tuesday",
    "Pentecost",
    "Halloween",
    " Night",
    "Maundy",
    "Holy ",
    "Ash ",
    "Whit ",
    "Mardi",
    "Juneteenth",
    "Epiphany",
    "Cinco",
    "New Year",
)
_SIGN = regex("|".join(_SIGNS))


@check("holiday", of=Article, about=[Kind.DATE])
def holiday_date(article: Article) -> Iterator[Verdict]:
    """A feast with a date beside it that is not its date in that year."""
    text = article.document.text
    days = [mention for mention in article.mentions if _is_day(mention)]
    if not days or not _SIGN.search(text):
        return
    straight = text.replace("’", "'")
    told: set[int] = set()
    for day in days:
        for found in _pattern().finditer(straight, max(0, day.start - _WITHIN), day.end + _WITHIN):
            if found.start() in told or not text[found.start()].isupper():
                continue
            if _said_of(text, found, day) and _OTHER_CALENDAR.search(_around(text, found, day)) is None:
                told.add(found.start())
                yield from _date_and_feast(found[0].lower(), day, Span(article.document, *found.span()))


def _is_day(mention: Mention) -> bool:
    printed = mention.printed_date if mention.kind is Kind.DATE else None
    return printed is not None and printed.day is not None and printed.month is not None


def _said_of(text: str, found: re.Match[str], day: Mention) -> bool:
    """Whether a date stands beside a feast as its date."""
    if found.start() < day.start < found.end():
        return True  # "Shrove Tuesday, 25 February": the weekday is the feast's
    if day.start >= found.end():
        return _JOINT.match(text[found.end() : day.start]) is not None
    return day.end <= found.start() and _REVERSED.match(text[day.end : found.start()]) is not None


def _around(text: str, found: re.Match[str], day: Mention) -> str:
    first, last = min(found.start(), day.start), max(found.end(), day.end)
    return text[max(0, first - 24) : first] + text[last : last + 12]


def _date_and_feast(name: str, mention: Mention, feast: Span) -> Iterator[Verdict]:
    printed = mention.printed_date
    published = mention.document.published
    if printed is None:
        return
    named = _IN_YEAR.match(mention.document.text, mention.end)
    if printed.year is not None or named:
        years: tuple[int, ...] = (printed.year or int(named["year"] if named else 0),)
    elif published is not None:
        years = (published.year, published.year - 1, published.year + 1)
    elif name in FIXED_HOLIDAYS or name in FIXED:
        years = (2000,)
    else:
        return
    date_ = (
        Span(mention.document, max(mention.start, feast.end + 2), mention.end)
        if feast.start < mention.start < feast.end
        else mention.span
    )
    right = [day for year in years for day in days_of(name, year)]
    if not right:
        return
    if any((day.month, day.day) == (printed.month, printed.day) for day in right):
        yield Accord((feast, date_), f"{feast.text} is {mention.text}")
        return
    usual = day_in_words(right[0], with_year=printed.year is not None or published is not None)
    yield Clash((feast, date_), {"date": usual}, arithmetic=f"{feast.text} is {usual}", repairs=(usual,))


def days_of(name: str, year: int) -> list[date]:
    """The days on which a feast may be kept in a year, the commonest first."""
    name = name.replace("’", "'")
    if name in FIXED:
        month, day = FIXED[name]
        return [date(year, month, day)] if (month, day) != (2, 29) else []
    if name in WEEKDAYS:
        found = nth_weekday(year, *WEEKDAYS[name])
        return [found] if found else []
    if name in AFTER_EASTER:
        return [easter(year) + timedelta(days=AFTER_EASTER[name])]
    elsewhere = (nth_weekday(year, *other) for other in _ELSEWHERE.get(name, ()))
    return [holiday(name, year), *(day for day in elsewhere if day)]
