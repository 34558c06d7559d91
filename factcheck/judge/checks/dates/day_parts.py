"""Times of day against the part of the day that is named with them, and against those before them on one day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: The hours in which each part of a day may lie, as people speak: 1 a.m. is also "at night", never "in the evening".
HOURS: Mapping[str, Sequence[int]] = {
    "morning": range(13),
    "afternoon": range(12, 20),
    "evening": range(15, 25),
    "last night": (*range(7), *range(17, 25)),
    "tonight": (*range(7), *range(15, 25)),
    "night": (*range(8), *range(17, 25)),
    "early hours": range(8),
    "small hours": range(8),
    "middle of the night": (*range(7), *range(21, 25)),
    "dead of night": (*range(7), *range(21, 25)),
    "before dawn": range(9),
    "before sunrise": range(10),
    "before daybreak": range(9),
    "after nightfall": (*range(7), *range(15, 25)),
    "after midnight": range(7),
    "before midnight": range(18, 24),
    "pre-dawn": range(9),
    "at dawn": range(2, 11),
    "at sunrise": range(2, 11),
    "at daybreak": range(2, 11),
    "at dusk": range(14, 25),
    "at sunset": range(14, 25),
    "at nightfall": range(14, 25),
    "lunchtime": range(10, 17),
    "breakfast": range(4, 13),
    "before breakfast": range(12),
    "after breakfast": range(5, 14),
    "before lunch": range(5, 15),
    "after lunch": range(12, 21),
    "brunch": range(8, 17),
    "teatime": range(14, 21),
    "dinner": range(11, 25),
    "after dinner": (*range(4), *range(12, 25)),
    "bedtime": (*range(2), *range(17, 25)),
    "around midnight": (*range(3), *range(21, 25)),
    "morning rush hour": range(5, 12),
    "morning rush": range(5, 12),
    "morning commute": range(5, 12),
    "evening rush hour": range(14, 21),
    "evening rush": range(14, 21),
    "evening commute": range(14, 21),
    "broad daylight": range(4, 23),
    "at first light": range(2, 11),
    "at sun-up": range(3, 11),
    "after dark": (*range(8), *range(15, 25)),
    "early morning": range(11),
    "late morning": range(7, 14),
    "late at night": (*range(7), *range(19, 25)),
    "late afternoon": range(14, 20),
    "early afternoon": range(11, 17),
    "early evening": range(15, 22),
    "late evening": range(18, 25),
    "lunch": range(10, 18),
    "supper": range(16, 25),
    "midday": range(10, 15),
    "mid-morning": range(8, 13),
    "mid-afternoon": range(13, 19),
}
_HOURS = {part.replace(" ", "-"): hours for part, hours in HOURS.items()}
#: The longest that a day's part stands behind its hour, in letters: "9 a.m. on Monday in the evening".
_BEHIND = 32
#: These stand behind their hour alone: "on Monday night at 9" and "that night, 9 a.m. seemed far".
_ONLY_BEHIND = frozenset({"night", "last night", "tonight"})


def _either(parts: Iterable[str]) -> str:
    return "|".join(sorted((part.replace("-", "[- ]?") for part in sorted(parts)), key=len, reverse=True))


_PART = regex(
    r"\s*,?\s*(?:(?:in|at|for|over|during) (?:the|a)|that|this|yesterday|tomorrow|every|each|in|to|on their way to|during the|(?:on|of) an? (?:[a-z]+ )?|on \w+|\w+day|for|over|well|just|shortly|long|an hour"
    rf"|two hours)?\s*(?P<part>{_either(HOURS)})\b"
)
#: How far before its hour a day's part stands, in letters.
LEAD = 40
_INSIDE = regex(r"\b(?P<hour>\d{1,2})(?:[:.]\d\d)?\s?(?P<half>[ap])\.?\s?m\b\.?", re.IGNORECASE)
_CLOCK = regex(r"\b(?P<hour>\d{1,2}):(?P<minute>\d\d)\b")
_LATE = regex(r"(?P<clock>[12](?<!\w[12])(?:(?<=1)[3-9]|(?<=2)[0-3])[:.][0-5]\d) in the (?P<part>morning)\b")
_BEFORE = regex(
    rf"\b(?P<part>{_either(HOURS.keys() - _ONLY_BEHIND)})"
    r"(?:,| at| around| about| just| shortly| soon| after| before| of \w+| on \w+day| (?:leaving|arriving|finishing|ending|starting|returning)| starts| begins| is served| was served| is| was| began| started)* $",
    re.IGNORECASE,
)


#: "The raid began at dawn. It was 5.40pm when".
_NEXT = regex(
    r"\b(?P<part>(?:at|before|after) (?:dawn|sunrise|daybreak|lunchtime|dusk|sunset|nightfall|first light)|early hours|small hours|at lunchtime|broad daylight)\. It was (?:just |about |exactly |only )?$",
    re.IGNORECASE,
)


#: A text that names a part of the day has one of these words.
TOLD_BY = frozenset(
    "morning afternoon evening night tonight midnight hours dawn predawn sunrise daybreak sun sunup light dusk sunset nightfall dark daylight"
    " breakfast brunch lunch lunchtime midday teatime dinner supper bedtime mid midmorning midafternoon".split()
)


@check("day-part", of=Article, told_by=TOLD_BY)
def day_part(article: Article) -> Iterator[Verdict]:
    """Hours that do not lie in the part of the day that is named with them."""
    text = article.document.text
    for late in _LATE.finditer(text) if " in the morning" in text else ():
        spans = (Span(article.document, *late.span("clock")), Span(article.document, *late.span("part")))
        yield Clash(spans, arithmetic=f"{late['clock']} is after noon")
    for mention in article.mentions:
        if mention.kind is not Kind.TIME:
            continue
        read = _INSIDE.search(mention.text)
        clock = None if read else _CLOCK.search(mention.text)
        if read is None and (clock is None or int(clock["hour"]) < 13):
            continue
        found = read or clock
        if found is None:
            continue
        start, end = mention.start + found.start(), mention.start + found.end()
        part = _PART.match(text, end, end + _BEHIND)
        before = _BEFORE.search(text, max(0, start - LEAD), start)
        if before is None and text.startswith(" when", end):
            before = _NEXT.search(text, max(0, start - LEAD), start)
        named = part or before
        hour = _hour(found["hour"], read["half"] if read else None)
        if named is None or hour is None:
            continue
        words = Span(article.document, *named.span("part"))
        spans = (Span(article.document, start, end), words)
        if hour in _hours_of(named["part"]):
            yield Accord(spans, f"{found[0]} fits “{named['part']}”")
        else:
            yield Clash(spans, arithmetic=f"{found[0]} is {hour:02}:{(_MINUTES.search(found[0]) or ('00',))[0]}")


_MINUTES = regex(r"(?<=[:.h])\d\d")


def _hours_of(part: str) -> Sequence[int]:
    """The hours of a part of the day, with "at" or without."""
    name = part.replace(" ", "-").lower()
    return _HOURS.get(name) or _HOURS.get(name.removeprefix("at-")) or range(25)


def _hour(figures: str, half: str | None) -> int | None:
    """The hour of the day from 0 to 24; None for one that no clock shows."""
    hour = int(figures)
    if half is None:
        return hour if hour <= 24 else None
    return hour % 12 + (12 if half.lower() == "p" else 0) if 1 <= hour <= 12 else None


def minutes_of(hour: str | None, minute: str | None, half: str | None) -> int | None:
    """Minutes since midnight; None where no clock shows that hour."""
    hours = None if hour is None else _hour(hour, half)
    return None if hours is None else hours * 60 + int(minute or 0)


_SAME_DAY = regex(
    r"\b(?:from|between) (?P<first>(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?: ?(?P<half>[ap])\.?m\b\.?)?)"
    r" (?:to|and|until|till) (?P<last>(?P<hour2>\d{1,2})(?:[:.](?P<minute2>[0-5]\d))?(?: ?(?P<half2>[ap])\.?m\b\.?)?),?"
    r"(?P<same> (?:(?:on |of )?the same (?:day|morning|afternoon|evening)|that (?:same )?day)\b)?"
)
#: What is open or done by day.
_BY_DAY = regex(r"\b(?:daytime|daylight|office hours|school hours|school day|business hours)\b", re.IGNORECASE)
_WORDS_BY_DAY = ["daytime", "daylight", "office hours", "school hours", "school day", "business hours"]


@check(
    "hours-turned-round",
    of=Article,
    told_by=["same day", "that day", "same morning", "same afternoon", "same evening", *_WORDS_BY_DAY],
)
def hours_turned_round(article: Article) -> Iterator[Verdict]:
    """Hours of one day of which the later stands first."""
    text = article.document.text
    for found in _SAME_DAY.finditer(text):
        sentence = None if found["same"] else sentence_at(article, found.start())
        if sentence is not None and not _BY_DAY.search(text, sentence.start, sentence.end):
            continue
        first = minutes_of(found["hour"], found["minute"], found["half"])
        last = minutes_of(found["hour2"], found["minute2"], found["half2"])
        if first is None or last is None or (found["half"] is None) is not (found["half2"] is None):
            continue
        spans = (Span(article.document, *found.span("first")), Span(article.document, *found.span("last")))
        if first < last:
            yield Accord(spans, f"{found['first']} is before {found['last']}")
        else:
            yield Clash(spans, arithmetic=f"on one day, {found['last']} is before {found['first']}")
