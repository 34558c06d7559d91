"""What no number of its kind can be: colder than cold, more people than the world has."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_in, sentence_at, vocabulary
from factcheck.judge.formulas.values import value_of
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Bound, Kind, Mention, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex
from factcheck.resolve.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Limit(NamedTuple):
    """The least and the most that a unit allows, and why."""

    least: Decimal | None
    most: Decimal | None
    reason: str


_COLD = "absolute zero is −273.15 °C, −459.67 °F, 0 K"
#: What every amount in a unit keeps. Temperatures: the SI Brochure, 9th edition (2019), section 2.3.1.
LIMITS: Mapping[str, Limit] = {
    "celsius": Limit(Decimal("-273.15"), None, _COLD),
    "fahrenheit": Limit(Decimal("-459.67"), None, _COLD),
    "kelvin": Limit(Decimal(0), None, _COLD),
}

#: People in the world: United Nations, World Population Prospects 2024 (8.2 billion in 2025), with room for growth.
PEOPLE_ALIVE = Decimal(8_500_000_000)
#: Heads of which each is one living person, who is counted once.
PEOPLE = frozenset(
    "person people voter resident inhabitant citizen man woman child adult worker believer listener student pupil patient soldier refugee"
    " user human consumer follower christian muslim teenager member subscriber customer taxpayer pensioner employee parent mother father"
    " shopper driver farmer nurse teacher".split()
)
_MANY_PEOPLE = Decimal(1_000_000_000)
#: What is counted over years to come, or over all of history.
_OTHER_TIMES = regex(
    r"\b(?:by 2\d{3}|in 2\d{3}|will|could|would|project\w*|forecast\w*|predict\w*|expect\w*|estimate[sd]? that|ever|history|lived|future|century|set to|if|when|cumulative|combined|in total|accounts?)\b"
)

#: A time of day by the twelve hours: "9:75 p.m."; without the letters it may be a score or a race time.
_CLOCK = regex(
    r"(?<![\d:.,/-])(?P<hour>\d{1,2}):(?P<minute>[0-9]{2})(?: ?[ap]\.?m\b\.?| (?:in the (?:morning|afternoon|evening)|at night|GMT|local time)\b)",
    re.IGNORECASE,
)
#: A time of day by the twenty-four hours, and what shows that it is one and no score: "the train left at 25:30".
_LONG_CLOCK = regex(
    r"\b(?:at|as|by|until|till|from|since|before|after|around|was|showed|read) (?P<clock>(?P<hour>\d{2})[:.](?P<minute>\d{2}))(?![\d:.%]\d|\s?(?:%|[ap]\.?m|minutes|seconds|km|m\b))"
)
#: Minutes that no hour has.
_LATE = regex(r":[6-9]")
_TELLS_TIME = regex(
    r"\b(?:kicks? off|kick-off|kicked off|match|concert|ceremony|hearing|screening|clock|o['’]clock|time|watch|train|bus|flight|plane|ferry|departs?|departed|arriv\w+|opens?|closes?|closed|GMT|local time|doors|curfew|alarm|[Ss]unset|[Ss]unrise|sun|moon|tide|dawn|night|evening|morning|afternoon|noon|meeting|shift)\b"
)
_SPORTS = regex(
    r"\b(?:minutes?|quarter|period|half|lap|laps|finish\w*|race|ran|record|goal|scored|seconds|marathon|personal best|set|score|lead|won|video)\b"
)
#: Figures that no clock shows, whatever stands around them; each is quickly found by its sign.
_NO_CLOCK = tuple(regex(rf"{sign}(?<=\d\d.)(?:(?<=2[5-9].)\d\d|(?<=[3-9]\d.)\d\d|[6-9]\d)") for sign in (":", r"\."))
_OCLOCK = regex(r"\b(?P<hour>\d{1,2}) o['’]clock\b")
#: What a scale ends with: words of which a text that tells one has some, how it is told, its most, and why.
_SCALES = (
    (
        ("humidity",),
        regex(
            r"\bhumidity (?:of|was|is|reached|hit|at|rose to|stood at|levels? of) (?:about |over )?(?P<value>\d{3,})\s?(?:%|per ?cent|percent)",
            re.IGNORECASE,
        ),
        105,
        "relative humidity ends at 100 percent",
    ),
    (
        ("ph",),
        regex(r"\bpH(?: level| value)?(?: of| was| is| at| reached|:)? (?P<value>\d+(?:\.\d+)?)(?![\d%])"),
        15,
        "pH goes from 0 to 14",
    ),
    (
        ("magnitude",),
        regex(
            r"\bmagnitude(?:[- ]of)?[- ](?P<value>\d+(?:\.\d+)?)(?= (?:earth)?quake| tremor|\b[^.]{0,60}\b(?:earth)?quake)|\bquake[^.]{0,40} magnitude (?:of )?(?P<behind>\d+(?:\.\d+)?)"
        ),
        10,
        "no quake above magnitude 9.5 is known",
    ),
    (
        ("circle",),
        regex(
            r"(?P<value>\d(?<!\w\d)\d{2,})(?:°| degrees)[^.]{0,40}\b(?:full circle|in a circle)\b|\bcircle (?:of|has|is) (?P<behind>\d{3,})(?:°| degrees)"
        ),
        360,
        "a circle has 360 degrees",
    ),
    (
        ("chance", "probability", "likelihood"),
        regex(
            r"(?P<value>\d(?<!\w\d)\d{2,})\s?(?:%|per ?cent|percent) (?:chance|probability|likelihood)\b", re.IGNORECASE
        ),
        100,
        "no chance is above 100 percent",
    ),
)
#: The speed of light in metres a second (the SI Brochure, 9th edition).
_LIGHT = 299_792_458
_SPEED = "[length] / [time]"
#: "A speed of 300,000 kilometres a second" is that of light, in round numbers.
_ROUNDED = 1.05
#: No smaller number is beyond light in any unit that articles use.
_FEWEST = Decimal(1000)
#: What only seems to go so fast, is made up, or is denied.
_SEEMING = regex(
    r"\b(?:light|warp|superluminal|tachyons?|seems?|seemed|appears?|appeared|apparent\w*|fiction\w*|novel|film|series|space itself|expan\w+|reced\w+|if|not|never|cannot|would|could|wrong\w*|error|mistake\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
_OF_THE_DAY = regex(
    r"\b(?P<count>\d{1,3}) (?P<small>hours|minutes|days|months|seconds)(?: straight| out)? (?:a|per|of every|in every|every|each|in a|in an|in the) (?P<large>day|hour|week|year|minute|month)\b",
    re.IGNORECASE,
)
#: How far behind a length of time the whole stands that it is a part of, in letters.
_BEHIND = 28
_PARTS = {
    ("hours", "day"): 24,
    ("minutes", "hour"): 60,
    ("seconds", "minute"): 60,
    ("days", "week"): 7,
    ("days", "month"): 31,
    ("days", "year"): 366,
    ("hours", "week"): 168,
    ("months", "year"): 12,
}
_LATITUDE = regex(
    r"\b(?P<degrees>\d{2,3}(?:\.\d+)?) ?(?:°|degrees) (?P<way>north|south|N|S|latitude|east|west|longitude)\b"
)
_MOST_DEGREES = {"east": 180, "west": 180, "longitude": 180}


@check("physical-limit", of=Article)
def physical_limit(article: Article) -> Iterator[Verdict]:
    """Amounts beyond what nature, a day or a circle has."""
    for mention in article.mentions:
        limit = LIMITS.get(mention.quantity.unit) if mention.quantity else None
        if limit and mention.quantity and _is_beyond(mention, limit):
            yield Clash((mention.span,), arithmetic=limit.reason)
        elif mention.kind is Kind.QUANTITY and _is_faster_than_light(article, mention):
            yield Clash((mention.span,), arithmetic="light goes 299,792 kilometres a second")
    text = article.document.text
    if _LATE.search(text):
        yield from _clocks(article)
    yield from _parts(article)
    yield from _long_clocks(article)
    words = vocabulary(article)
    for told_by, pattern, most, reason in _SCALES:
        for found in () if words.isdisjoint(told_by) else pattern.finditer(text):
            value = found["value"] or found["behind"] if "behind" in pattern.groupindex else found["value"]
            if Decimal(value) > most:
                yield Clash((Span(article.document, *found.span()),), arithmetic=reason)
    if "°" in text or "degrees" in text:
        yield from _degrees(article)


def _is_faster_than_light(article: Article, mention: Mention) -> bool:
    """Whether a speed is above that of light, and no dream or trick of the eye."""
    quantity = mention.quantity
    if quantity is None or not quantity.printed or quantity.printed[0] < _FEWEST or dimension(quantity.unit) != _SPEED:
        return False
    if float(value_of(mention).face) <= _LIGHT * _ROUNDED:
        return False
    return not _SEEMING.search(sentence_at(article, mention.start).text)


def _is_beyond(mention: Mention, limit: Limit) -> bool:
    quantity = mention.quantity
    if quantity is None or not quantity.printed:
        return False
    return any(
        (limit.least is not None and end < limit.least) or (limit.most is not None and end > limit.most)
        for end in quantity.printed
    )


def _clocks(article: Article) -> Iterator[Verdict]:
    text = article.document.text
    for found in _CLOCK.finditer(text):
        minute = int(found["minute"])
        if minute > 59:
            yield Clash((Span(article.document, *found.span()),), arithmetic="an hour has 60 minutes")


def _long_clocks(article: Article) -> Iterator[Verdict]:
    """Times by the twenty-four hours that no clock shows."""
    text = article.document.text
    for found in _LONG_CLOCK.finditer(text) if any(sign.search(text) for sign in _NO_CLOCK) else ():
        if int(found["hour"]) > 24 or int(found["minute"]) > 59:
            sentence = sentence_at(article, found.start()).text
            if _TELLS_TIME.search(sentence) and not _SPORTS.search(sentence) and not _is_measured(article, found):
                reason = "a day has 24 hours" if int(found["hour"]) > 24 else "an hour has 60 minutes"
                yield Clash((Span(article.document, *found.span("clock")),), arithmetic=reason)
    for found in _OCLOCK.finditer(text) if "clock" in text else ():
        if int(found["hour"]) > 24:
            yield Clash((Span(article.document, *found.span()),), arithmetic="a day has 24 hours")


def _is_measured(article: Article, found: re.Match[str]) -> bool:
    """Whether the figures are no clock's but so many of something: "at 61.70 euros"."""
    return any(
        mention.kind in {Kind.MONEY, Kind.QUANTITY, Kind.PERCENTAGE, Kind.COUNT}
        for mention in mentions_in(article, found.start("clock"), found.end("clock"))
    )


def _parts(article: Article) -> Iterator[Verdict]:
    text = article.document.text
    for mention in article.mentions:
        if mention.kind is not Kind.DURATION:
            continue
        found = _OF_THE_DAY.search(text, mention.start, mention.end + _BEHIND)
        most = _PARTS.get((found["small"].lower(), found["large"].lower())) if found else None
        if found is not None and most is not None and int(found["count"]) > most:
            span = Span(article.document, *found.span())
            yield Clash((span,), arithmetic=f"a {found['large'].lower()} has {most} {found['small'].lower()}")


def _degrees(article: Article) -> Iterator[Verdict]:
    for found in _LATITUDE.finditer(article.document.text):
        most = _MOST_DEGREES.get(found["way"], 90)
        if Decimal(found["degrees"]) > most:
            yield Clash((Span(article.document, *found.span()),), arithmetic=f"{found['way']} ends at {most} degrees")


@check("more-than-the-world", of=Article)
def more_than_the_world(article: Article) -> Iterator[Verdict]:
    """Counts of living people that are more than live on earth."""
    for mention in article.mentions:
        quantity = mention.quantity
        if mention.kind is not Kind.COUNT or quantity is None or not quantity.printed or quantity.value < _MANY_PEOPLE:
            continue
        if quantity.noun not in PEOPLE:
            continue
        if quantity.lower > PEOPLE_ALIVE or (quantity.bound is Bound.EXACT and quantity.value > PEOPLE_ALIVE):
            text = article.document.text
            around = text[max(0, mention.start - 120) : mention.end + 80]
            if _OTHER_TIMES.search(around) is None:
                yield Clash((mention.span,), arithmetic="about 8.2 billion people live on earth")
        else:
            yield Accord((mention.span,), "about 8.2 billion people live on earth")


#: Hedges beside a number as exact as this are one too many.
TOO_EXACT = 5
_HEDGE = regex(
    r"^(?:about|around|roughly|approximately|some|nearly|almost|circa|(?:an )?estimated|in the region of|close to|something like|somewhere around)\b|\b(?:or so|or thereabouts|give or take)$",
    re.IGNORECASE,
)
_FIGURES = regex(r"\d[\d,]*(?:\.\d+)?")


@check("false-precision", of=Article)
def false_precision(article: Article) -> Iterator[Verdict]:
    """Numbers that are hedged and yet given to five figures or more."""
    for mention in article.mentions:
        quantity = mention.quantity
        if quantity is None or quantity.bound is Bound.EXACT or not _HEDGE.match(mention.text):
            continue
        figures = _FIGURES.search(mention.text)
        if figures is None:
            continue
        digits = figures[0].replace(",", "")
        significant = digits.replace(".", "").lstrip("0") if "." in digits else digits.strip("0")
        if len(significant) >= TOO_EXACT:
            yield Clash((mention.span,), {"figures": str(len(significant))})
