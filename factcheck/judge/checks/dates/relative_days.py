"""Days told from the day of writing: "yesterday, 8 March", "today, Monday", last year's number in January."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.calendar_words import RELATIVE_DAYS
from factcheck.extract.lexicon.numbers import CARDINALS
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_in, sentence_at
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import day_in_words, weekday_name
from factcheck.model import Article, Kind, Mention, Sentence, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

# --- "yesterday, 8 March" ------------------------------------------------------------

#: "three days ago"; "the day before yesterday".
_AGO = regex(r"(?P<count>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten) days ago")
_FURTHER = regex(r"the day (?P<way>before|after) (?=yesterday|tomorrow)")
#: What may stand between a relative word and its date.
_APPOSED = regex(r"^(?:, | \(|, on | on | – |, that is )$")


@check("relative-day", of=Article, about=[Kind.DATE])
def relative_day(article: Article) -> Iterator[Verdict]:
    """Today, yesterday or tomorrow with a date beside it that is another day, by the day of publication."""
    published = article.document.published
    if published is None:
        return
    text = article.document.text
    for one, other in zip(article.mentions, article.mentions[1:], strict=False):
        if one.kind is not Kind.DATE or other.kind is not Kind.DATE or other.start - one.end > _LONGEST_JOINT:
            continue
        word, day = (other, one) if _steps(one) is None else (one, other)
        steps = _steps(word)
        if steps is None or not _is_day(day) or not _APPOSED.match(text[one.end : other.start]):
            continue
        if sentence_at(article, one.start).quotes(one.start):  # who may have spoken on another day
            continue
        meant = published + timedelta(days=steps)
        printed = day.printed_date
        if printed is None:
            continue
        spans = (word.span, day.span)
        working = f"published on {day_in_words(published)}: {word.text.lower()} is {day_in_words(meant)}"
        if (printed.month, printed.day) == (meant.month, meant.day) and printed.year in (None, meant.year):
            yield Accord(spans, working)
        else:
            yield Clash(spans, {"date": day_in_words(meant)}, arithmetic=working, repairs=(day_in_words(meant),))


def _steps(mention: Mention) -> int | None:
    """How many days from today it is, if the words say so: "tomorrow", "three days ago"."""
    words = mention.text.lower()
    further = _FURTHER.match(words)
    word = words[further.end() :] if further else words
    if word in RELATIVE_DAYS:
        return RELATIVE_DAYS[word] + (0 if further is None else 1 if further["way"] == "after" else -1)
    found = _AGO.fullmatch(words)
    if found is None:
        return None
    return -int(found["count"] if found["count"].isdigit() else CARDINALS[found["count"]])


def _is_day(mention: Mention) -> bool:
    time = mention.time
    printed = time.printed if time and not time.readings else None
    return printed is not None and printed.day is not None and printed.month is not None


# --- "today, Monday … tomorrow, Wednesday" -------------------------------------------

#: What may stand between a relative word and its weekday.
_NAMED = regex(r"^(?:, | \(| – |, a | (?:is|was|will be) (?:a )?)$")
#: No such joint is longer, in letters, nor one between a relative word and its date.
_LONGEST_JOINT = 12


@check("two-todays", of=Article, about=[Kind.DATE])
def two_todays(article: Article) -> Iterator[Verdict]:
    """Relative words with weekdays that do not count from one today: "today, Monday", "tomorrow, Wednesday"."""
    text = article.document.text
    todays: list[tuple[int, Span]] = []
    for one, other in pairwise(article.mentions):
        weekday = _weekday(other) if other.start - one.end <= _LONGEST_JOINT else None
        steps = _steps(one) if weekday is not None else None
        if steps is None or weekday is None or not _NAMED.match(text[one.end : other.start]):
            continue
        if not sentence_at(article, one.start).quotes(one.start):
            todays.append(((weekday - steps) % 7, Span(article.document, one.start, other.end)))
    for (today, first), (other_today, second) in pairwise(todays):
        if today == other_today:
            yield Accord((first, second), f"{second.text} fits {first.text}")
        else:
            names = tuple(weekday_name(day) for day in (today, other_today))
            yield Clash((first, second), arithmetic=f"by the first it is {names[0]} today, by the second {names[1]}")


def _weekday(mention: Mention) -> int | None:
    """The weekday that a mention names, and nothing else."""
    printed = mention.printed_date if mention.kind is Kind.DATE else None
    return printed.weekday if printed is not None and printed.day is None and printed.month is None else None


# --- last year's number in January ---------------------------------------------------

#: In these months of a new year the old one is still typed by habit.
NEW_YEAR = (1, 2)
#: So many days before and after publication a date is of the week that is spoken of.
NEARBY = (21, 45)
_NOW = regex(
    r"\b(?:(?:this|last|next) week(?:end)?|this (?:morning|month|evening|afternoon)|last night|next month|today|yesterday|tomorrow|tonight|will|(?:on|last|next|this|this past|this coming) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_THEN = regex(
    r"\b(?:a year (?:ago|earlier|after|on)|last (?:year|time)|year before|since|again|anniversary|compared)\b",
    re.IGNORECASE,
)


@check("last-years-number", of=Article, about=[Kind.DATE])
def last_years_number(article: Article) -> Iterator[Verdict]:
    """Days of this week that are given the year before, in an article of January or February."""
    published = article.document.published
    if published is None or published.month not in NEW_YEAR:
        return
    for mention in article.mentions:
        printed = mention.printed_date if mention.kind is Kind.DATE else None
        if printed is None or printed.year != published.year - 1 or not (printed.month and printed.day):
            continue
        try:
            meant = date(published.year, printed.month, printed.day)
        except ValueError:
            continue
        if not -NEARBY[0] <= (meant - published).days <= NEARBY[1] or meant.month not in NEW_YEAR:
            continue
        sentence = sentence_at(article, mention.start)
        if _THEN.search(sentence.text) or _has_year(article, sentence, published.year):
            continue
        now = _NOW.search(sentence.text)
        if now is not None:
            word = Span(article.document, sentence.start + now.start(), sentence.start + now.end())
            yield Clash(
                (mention.span, word),
                {"date": day_in_words(meant)},
                arithmetic=f"published on {day_in_words(published)}: {mention.text} is a year earlier",
                repairs=(day_in_words(meant),),
            )


def _has_year(article: Article, sentence: Sentence, year: int) -> bool:
    """Whether a date of a sentence is printed with this year, so that whoever wrote it knew which year it is."""
    return any(
        mention.time and mention.time.printed and mention.time.printed.year == year
        for mention in mentions_in(article, sentence.start, sentence.end)
    )
