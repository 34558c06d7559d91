"""What the calendar says about a single date: its weekday, and whether there is such a day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import day_in_words, month_name, weekday_name
from factcheck.model import TIMES, Article, CalendarDate, Kind, Mention, Span
from factcheck.regexes import any_of, regex
from factcheck.resolve.stretches import month_end
from factcheck.resolve.tense import Tense, tense_around

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: The causes that the weekday check tells apart.
FULL, YEARLESS = "full date", "without a year"
#: A date so many days from publication is of the year of publication; one further off may be of another.
NEWS = 60
#: A date so near to publication is of that year even below an old picture, unless another date speaks against it.
FRESH = 7
#: Days that are spoken of without their year for ever after.
REMEMBERED = {(9, 11): 2001, (12, 7): 1941}
#: Years that a date without a year may be of, counted from publication.
NEAR = (-1, 0, 1)
#: A date in February of no known year may fall into a leap year.
LEAP_YEAR = 2000
#: Before the change of calendar, days had other weekdays.
GREGORIAN = 1753
_OTHER_CALENDAR = regex(r"\b(?:[Jj]ulian|[Oo]ld[- ][Ss]tyle|O\.S\.)(?!\w)")
#: How near a date words about its calendar stand.
_NEAR = 60
#: Words of a gallery of pictures, which may be of any year, and how near they stand.
_GALLERY = regex(r"Hide Caption|\bPhotos?:|\d of \d+ Photos")
_GALLERY_NEAR = 400
#: Between a date and the weekday that it is said to be.
_IS_A = regex(r"(?:,| \(| –| —|,? which (?:is|was)| (?:is|was)|,? (?:that )?(?:fell|falls) on) a ")
#: Between a weekday and its date.
_IN_FRONT = regex(r",? (?:\(|– |— |the |on the )?")
#: Between two weekdays whose days follow, and between those days.
_JOINED = regex(r"\s(?:and|to|or|through|until|till|into|&)\s|-|–")
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")
#: A year that is told by its place beside that of publication.
_BESIDE = {"last": -1, "next": 1}
_YEAR_BESIDE = regex(rf"\b({any_of(_BESIDE)}) year\b", re.IGNORECASE)
#: What began on a day, and has no end.
_SINCE = regex(r"\b[Ss]ince \Z")
#: A stretch of days within one month: "28-31 June", "June 28 to 31".
_STRETCH = regex(
    r"(?<![\d:.])(?P<first>\d{1,2})(?:st|nd|rd|th)? ?(?:-|–|—|to|until|and|through) ?(?P<last>\d{1,2})(?:st|nd|rd|th)?(?![\d:]|\.\d)"
)
_WEEKDAY = regex(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b", re.IGNORECASE)


#: A date with its weekday, what of it was printed, and where the weekday and the date stand.
_Dated = tuple[Mention, CalendarDate, tuple[Span, ...]]


@check("weekday", of=Article, about=[Kind.DATE])
def weekday(article: Article) -> Iterator[Verdict]:
    """The day of the week that a date is said to be, against the one that it is.

    A full date has one (cause "full date"); a date without a year (cause "without
    a year") has one in each of the years near the day of publication.
    """
    dates = [
        (mention, printed, _parts(mention)) for mention in article.mentions if (printed := _weekday_and_day(mention))
    ]
    dates += _with_weekday_beside(article)
    yearless = [printed for _, printed, _ in dates if printed.year is None]
    for mention, printed, spans in dates:
        if _of_another_calendar(mention):
            continue
        if printed.year is not None:
            yield from _full(printed, spans)
        else:
            others = [other for other in yearless if other is not printed]
            yield from _yearless(mention, printed, spans, article, others)


def _weekday_and_day(mention: Mention) -> CalendarDate | None:
    """The parts of a date, if a weekday, a day and a month are among them."""
    printed = _printed(mention)
    if printed is None or printed.weekday is None or printed.day is None or printed.month is None:
        return None
    return printed


def _with_weekday_beside(article: Article) -> Iterator[_Dated]:
    """Each date beside which its weekday stands: "11 November 2018, a Friday", "on Friday (11 November 2018)"."""
    text = article.document.text
    for at, (date_, day) in enumerate(pairwise(article.mentions)):
        printed, named = _printed(date_), _printed(day)
        if printed is None or named is None:
            continue
        if printed.day is None and _IN_FRONT.fullmatch(text[date_.end : day.start]):
            if two := list(_two_days(article.mentions[max(0, at - 1) : at + 3], date_)):
                yield from two
                continue
            date_, printed, day, named = day, named, date_, printed  # noqa: PLW2901 - "on Friday (11 November 2018)"
        elif not _is_named_behind(text, date_, day):
            continue
        if _is_day_alone(printed) and named.is_weekday_alone:
            yield date_, replace(printed, weekday=named.weekday), (day.span, date_.span)


def _is_day_alone(printed: CalendarDate) -> bool:
    return printed.day is not None and printed.month is not None and printed.weekday is None


def _two_days(mentions: Sequence[Mention], second: Mention) -> Iterator[_Dated]:
    """Two days whose weekdays stand before both, the second of them given: "Saturday and Sunday, 5-6 July"."""
    text, named = second.document.text, [one for one in mentions if one.end <= second.end]
    first, last = named[0], mentions[len(named)]
    one, other, printed = _printed(first), _printed(second), _printed(last)
    if one is None or other is None or printed is None or first is second or not _is_day_alone(printed):
        return
    if not (one.is_weekday_alone and other.is_weekday_alone and _JOINED.fullmatch(text[first.end : second.start])):
        return
    _, day = _days_of_a_stretch(last)
    final, of_final = last, replace(printed, day=day)
    if not day and len(mentions) > len(named) + 1 and _JOINED.fullmatch(text[last.end : mentions[-1].start]):
        final = mentions[-1]
        of_final = _printed(final) or printed
    if final is not last or day:
        yield last, replace(printed, weekday=one.weekday), (first.span, last.span)
        if of_final.day and of_final.month:
            yield final, replace(of_final, weekday=other.weekday), (second.span, final.span)


def _is_named_behind(text: str, date_: Mention, day: Mention) -> bool:
    """Whether a weekday is said to be that of the date before it: "8 May 2019, a Friday", "8 May 2019 (Friday)"."""
    between = text[date_.end : day.start]
    return _IS_A.fullmatch(between) is not None or (between == " (" and text.startswith(")", day.end))


def _printed(mention: Mention) -> CalendarDate | None:
    """The parts of a date as they were printed."""
    return mention.printed_date if mention.kind is Kind.DATE else None


def _full(printed: CalendarDate, spans: tuple[Span, ...]) -> Iterator[Verdict]:
    day = _day(printed, printed.year or 0)
    if day is None or day.year < GREGORIAN:
        return
    working = f"{day_in_words(day)} is a {day:%A}"
    if day.weekday() == printed.weekday:
        yield Accord(spans, working, FULL)
        return
    yield Clash(
        spans,
        _words(printed, day),
        arithmetic=working,
        slip=_slip(printed, day),
        repairs=(
            f"{day:%A}, {day_in_words(day)}",
            *(day_in_words(near) for near in _nearest(day, printed.weekday or 0)),
        ),
        cause=FULL,
    )


def _yearless(
    mention: Mention,
    printed: CalendarDate,
    spans: tuple[Span, ...],
    article: Article,
    others: Sequence[CalendarDate],
) -> Iterator[Verdict]:
    """News is about the days around it; only what lies further off, or elsewhere, may be of another year."""
    published = article.document.published
    if published is None:
        return
    days = [day for step in NEAR if (day := _day(printed, published.year + step))]
    if not days:
        return
    of_now = not _in_gallery(mention) or _mostly_near(others, published)
    to_come = [day for day in days if day >= published] if of_now and _is_ahead(mention, article) else []
    near = min(days, key=lambda day: abs((day - published).days))
    away = abs((near - published).days)
    if to_come and away > NEWS:
        days = [near] = to_come[:1]  # what will be is of the year to come
    if not of_now and (away > FRESH or any(not _fits_nearby(other, published) for other in others)):
        return
    if of_now and away <= NEWS:
        days = [near]
    elif not of_now:
        days = [day for day in days if day >= near]  # pictures are added to a gallery later
    remembered = REMEMBERED.get((printed.month or 0, printed.day or 0))
    spoken_of = [
        day for year in (*_years_named(mention, published), remembered) if year and (day := _day(printed, year))
    ]
    fits = [day for day in (*days, *spoken_of) if day.weekday() == printed.weekday]
    if fits:
        yield Accord(spans, f"{day_in_words(fits[0])} is a {fits[0]:%A}", YEARLESS)
        return
    yield Clash(
        spans,
        _words(printed, near),
        arithmetic=f"{day_in_words(near)} is a {near:%A}",
        slip=_slip(printed, near),
        guesses=int(away > NEWS and not to_come and _is_of_a_year_told(printed, article, published)),
        repairs=(
            f"{near:%A}, {day_in_words(near, with_year=False)}",
            *(f"{day:%A}, {day_in_words(day, with_year=False)}" for day in _nearest(near, printed.weekday or 0)),
        ),
        cause=YEARLESS,
    )


def _is_ahead(mention: Mention, article: Article) -> bool:
    """Whether a date is told of what is still to come; what is quoted may have been said long ago."""
    if sentence_at(article, mention.start).quotes(mention.start):
        return False
    return tense_around(mention.document.text, mention.start, mention.end) is Tense.AHEAD


def _is_of_a_year_told(printed: CalendarDate, article: Article, published: date) -> bool:
    """Whether a date has its weekday in a year of long before publication that the article speaks of, or in the one after."""
    told = {other.year for mention in article.mentions if (other := _printed(mention)) and other.year}
    long_ago = {year + step for year in told if year < published.year + min(NEAR) for step in (0, 1)}
    days = (_day(printed, year) for year in long_ago)
    return any(day is not None and day.weekday() == printed.weekday for day in days)


def _mostly_near(others: Sequence[CalendarDate], published: date) -> bool:
    """Whether most of an article's other dates say that its pictures are of the time of publication.

    In a gallery of another year hardly any weekday fits.
    """
    return sum(_fits_nearby(other, published) for other in others) > len(others) / 2


def _fits_nearby(printed: CalendarDate, published: date) -> bool:
    """Whether a date has its weekday in the year in which it lies nearest to publication."""
    days = [day for step in NEAR if (day := _day(printed, published.year + step))]
    near = min(days, key=lambda day: abs((day - published).days), default=None)
    return near is not None and near.weekday() == printed.weekday


def _in_gallery(mention: Mention) -> bool:
    """Whether the words around a date are of a gallery of pictures."""
    text = mention.document.text
    return _GALLERY.search(text, max(0, mention.start - _GALLERY_NEAR), mention.end + _GALLERY_NEAR) is not None


def _years_named(mention: Mention, published: date) -> tuple[int, ...]:
    """The years that the words around a date name, also as "next year’s"."""
    text, start, end = mention.document.text, max(0, mention.start - _NEAR), mention.end + _NEAR
    clause = max(text.rfind("\n", 0, mention.start), text.rfind(". ", 0, mention.start), 0)
    beside = (published.year + _BESIDE[which.lower()] for which in _YEAR_BESIDE.findall(text, clause, end))
    return (*map(int, _YEAR.findall(text, start, end)), *beside)


@check("impossible-day", of=Article, about=TIMES)
def impossible_day(article: Article) -> Iterator[Verdict]:
    """Days that no month of that year has: June 31, 29 February 2023, 28-31 June."""
    for mention in article.mentions:
        printed = mention.printed_date if mention.kind in TIMES else None
        if printed is None or printed.day is None or printed.month is None or _of_another_calendar(mention):
            continue
        year_, month_ = printed.year or LEAP_YEAR, printed.month
        length = (month_end(year_, month_) - date(year_, month_, 1)).days if 1 <= month_ <= 12 else 0
        said = max(printed.day, *_days_of_a_stretch(mention))
        if said > length > 0:
            month = month_name(month_)
            year = f" {printed.year}" if printed.year and printed.month == 2 else ""
            following = month_name(month_ % 12 + 1)
            yield Clash(
                (mention.span,),
                {"month": f"{month}{year}", "length": str(length)},
                arithmetic=f"{month}{year} has {length} days",
                repairs=(f"{length} {month}{year}", f"{said - length} {following}{year}"),
            )


def _days_of_a_stretch(mention: Mention) -> tuple[int, int]:
    """The first and the last day of "28-31 June" and of "June 28 to 31"; noughts where it is no stretch."""
    found = _STRETCH.search(mention.text)
    if found and _SINCE.search(mention.document.text, max(0, mention.start - _NEAR), mention.start):
        return 0, 0  # "brings the total since October 1 to 38"
    return (int(found["first"]), int(found["last"])) if found else (0, 0)


def _of_another_calendar(mention: Mention) -> bool:
    text = mention.document.text
    return _OTHER_CALENDAR.search(text[max(0, mention.start - _NEAR) : mention.end + _NEAR]) is not None


def _parts(mention: Mention) -> tuple[Span, ...]:
    """The weekday and the date, each by itself: only one of the two need be wrong."""
    found = _WEEKDAY.search(mention.text)
    if found is None:
        return (mention.span,)
    day = Span(mention.document, mention.start + found.start(), mention.start + found.end())
    rest = (
        (day.end + _leading(mention.document.text[day.end : mention.end]), mention.end)
        if found.start() == 0
        else (mention.start, day.start - _trailing(mention.document.text[mention.start : day.start]))
    )
    return (day, Span(mention.document, *rest))


def _leading(text: str) -> int:
    return len(text) - len(text.lstrip(" ,(\n\u00a0"))


def _trailing(text: str) -> int:
    return len(text) - len(text.rstrip(" ,(\n\u00a0"))


def _day(printed: CalendarDate, year: int) -> date | None:
    try:
        return date(year, printed.month or 0, printed.day or 0)
    except ValueError:
        return None


def _nearest(day: date, weekday: int) -> list[date]:
    """The last and the next day of that weekday, the nearer first."""
    ahead = (weekday - day.weekday()) % 7
    ordinals = sorted(
        (day.toordinal() + ahead, day.toordinal() + ahead - 7), key=lambda near: abs(near - day.toordinal())
    )
    return [date.fromordinal(ordinal) for ordinal in ordinals]


def _slip(printed: CalendarDate, day: date) -> str:
    """A neighbouring year in which the weekday is right."""
    for step in (-1, 1):
        other = _day(printed, day.year + step)
        if other is not None and other.weekday() == printed.weekday:
            return f"in {other.year} it was; is the year meant?"
    return ""


def _words(printed: CalendarDate, day: date) -> dict[str, str]:
    return {
        "said": weekday_name(printed.weekday or 0),
        "is": f"{day:%A}",
        "date": day_in_words(day),
    }
