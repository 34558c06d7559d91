"""Whether two figures are told of one time, and two days are those of one event.

A day apart they may be one by the clock of who tells of it, further apart they are two.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from factcheck.align.wholes import SAYS, of_another_stretch
from factcheck.attach.scope import RUNNING
from factcheck.attach.voices import FORECAST, is_of_saying
from factcheck.attach.words import words_of
from factcheck.extract.lexicon.verb_tenses import BACK
from factcheck.judge.checks.across.figures.restated import date_parts
from factcheck.model import Kind, Severity
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from re import Pattern

    from factcheck.align.drafts import Figure
    from factcheck.model import Claim, Mention

#: The word of scope of what was before.
FORMER = "former"
#: Of these an article gives many, each with its own words.
LEVELS = frozenset({Kind.MONEY, Kind.PERCENTAGE})
#: What is counted may have changed after so many days, and what is a level after so many.
FRESH, LASTING = 2, 31
#: The year before one that was told.
_YEAR_BEFORE = regex(
    r"\b(?:(?:a|the) year (?:before|earlier|ago)|(?:previous|prior|preceding) year|year[- ]o(?:n|ver)[- ]year)\b"
)
#: A past form that ends as most do, and how near before a number it tells what came about, in words.
_REGULAR, _VERB = regex(r"(?!un|hundred|need)[a-z]{3,}ed"), 3
#: Round a date, these say that it was at night, or in whose time: "late on 3 May", "in the early hours of 4 May", "local time".
_AT_NIGHT = regex(
    r"\b(?:late|night|midnight|overnight|evening|early|hours of|dawn|pre-?dawn|local time|gmt|utc|est|edt)\b"
)
#: The parts of a day, by words beside its date, and whose time it is; so many letters beside it are looked at.
_EARLY, _LATE = regex(r"\b(?:early|morning|hours of|dawn)\b"), regex(r"\b(?:late|evening|night|midnight)\b")
_BETWEEN = regex(r"\b(?:after)?noon\b")
_CLOCK, BESIDE = regex(r"\b(?:local time|gmt|utc|est|edt|overnight)\b"), 14
#: An article tells of what happened in its first so many letters.
LEAD = 400
#: So many letters round a date are looked at.
ROUND = 30
#: A year that has a 29 February, for dates without one.
ANY_YEAR = 2024
WEEK = 7


def of_one_time(ours: Figure, theirs: Figure) -> bool:
    """Whether two figures are both of what is, or both of what was before, and over as long: "40,000 inhabitants before the war"."""
    former = [figure.mention.quantity is not None and FORMER in figure.claim.scope for figure in (ours, theirs)]
    ahead = any(
        one.claim.withheld == FORECAST and (RUNNING in other.claim.scope or _has_come_about(one.claim, other.claim))
        for one, other in ((ours, theirs), (theirs, ours))
    )
    return former[0] is former[1] and not ahead and not of_another_stretch(ours.claim, theirs.claim)


def _has_come_about(forecast: Claim, outcome: Claim) -> bool:
    """Whether what the one expects is told by the other as done: "will sell 400 boats", "sold 300 boats"."""
    return outcome.withheld is None and _is_done(outcome) and not _is_done(forecast)


def _is_done(claim: Claim) -> bool:
    """Whether a verb in the past tense stands right before an amount."""
    words = [word.lower for word in words_of(claim.sentence) if word.end <= claim.mention.start]
    return any(word in BACK or _REGULAR.fullmatch(word) for word in words[-_VERB:] if word not in SAYS)


def of_one_day(one: Mention, other: Mention) -> bool:
    """Whether what two articles count or measure cannot have changed from the one to the other; dates do not change."""
    days = [mention.document.published for mention in (one, other)]
    if one.kind is Kind.DATE or days[0] is None or days[1] is None:
        return True
    apart = abs((days[0] - days[1]).days)
    return apart <= (LASTING if one.kind in LEVELS else FRESH if one.kind is not Kind.DURATION else 0)


def is_year_before(ours: Figure, theirs: Figure) -> bool:
    """Whether a date is of the year before another, of which the other's sentence speaks too: "2023, 5% more than a year before"."""
    years = [date_parts(one.mention.time).get("year", "") if one.mention.time else "" for one in (ours, theirs)]
    if not all(year.isdigit() and len(year) == len("2023") for year in years) or int(years[1]) - int(years[0]) != 1:
        return False
    return _YEAR_BEFORE.search(theirs.claim.sentence.text) is not None


def at_most_by_a_day(one: Mention, other: Mention) -> Severity | None:
    """How loudly it may be said that two dates differ that lie a day apart; None where they lie further apart."""
    if not _are_neighbours(one, other):
        return None
    at_night = any(map(_is_at_night, (one, other))) and not _are_of_two_nights(one, other)
    return Severity.NOTE if at_night else Severity.WARNING


def _are_of_two_nights(one: Mention, other: Mention) -> bool:
    """Whether no one night has both of two times, of days that follow each other: the first is told to be early, or the second late."""
    first, second = (one, other) if _comes_before(one, other) else (other, one)
    return _is_told(first, _EARLY, _LATE) or _is_told(second, _LATE, _EARLY)


def _comes_before(one: Mention, other: Mention) -> bool:
    """Whether the first of two days that follow each other is the first."""
    days = day_of(one), day_of(other)
    if days[0] and days[1]:
        return days[0] < days[1]
    weekdays = [mention.time.printed.weekday or 0 for mention in (one, other) if mention.time and mention.time.printed]
    return (weekdays[-1] - weekdays[0]) % WEEK == 1


def _is_told(mention: Mention, part: Pattern[str], other: Pattern[str]) -> bool:
    """Whether one part of the day is told right beside a date or midday is, and neither the other part nor whose clock it is told by."""
    text = mention.document.text
    near = text[max(0, mention.start - BESIDE) : mention.end + BESIDE].lower()
    told = part.search(near) or _BETWEEN.search(near)
    return bool(told) and not (_CLOCK.search(near) or other.search(near))


def _are_neighbours(one: Mention, other: Mention) -> bool:
    """Whether two days follow each other, or two weekdays of which nobody knows the week."""
    days = [day_of(mention) for mention in (one, other)]
    if days[0] and days[1]:
        return abs((days[0] - days[1]).days) == 1
    weekdays = [
        mention.time.printed.weekday if mention.time and mention.time.printed else None for mention in (one, other)
    ]
    return None not in weekdays and ((weekdays[0] or 0) - (weekdays[1] or 0)) % WEEK in (1, WEEK - 1)


def day_of(mention: Mention) -> date | None:
    """The day of a date, in any year where it tells none."""
    time = mention.time
    if time is None:
        return None
    if time.start and time.end:
        return time.start if (time.end - time.start).days == 1 else None
    printed = time.printed
    if printed is None or printed.month is None or printed.day is None:
        return None
    try:
        return date(printed.year or ANY_YEAR, printed.month, printed.day)
    except ValueError:
        return None


def _is_at_night(mention: Mention) -> bool:
    text = mention.document.text
    return _AT_NIGHT.search(text[max(0, mention.start - ROUND) : mention.end + ROUND].lower()) is not None


def are_of_two_days(ours: Collection[date], theirs: Collection[date]) -> bool:
    """Whether the days of which the leads of two articles tell are none of them one, nor a day apart."""
    return bool(ours and theirs) and min(abs((a - b).days) for a in ours for b in theirs) > 1


def days_of_lead(mentions: Iterable[Mention]) -> frozenset[date]:
    """The days shortly before its publication of which the lead of an article tells, but for those on which somebody spoke."""
    return frozenset(
        day
        for mention in mentions
        if mention.kind is Kind.DATE
        and mention.start < LEAD
        and (published := mention.document.published)
        and (day := day_of(mention))
        and 0 <= (published - day).days < WEEK
        and not is_of_saying(mention)
    )
