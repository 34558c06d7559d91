"""What no number of its kind can be: colder than cold, more people than the world has."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcheck.judge.checks import check
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Bound, Kind, Mention, Span
from factcheck.regexes import regex

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
PEOPLE = frozenset("person people voter resident inhabitant citizen man woman child adult worker believer".split())
_MANY_PEOPLE = Decimal(1_000_000_000)
#: What is counted over years to come, or over all of history.
_OTHER_TIMES = regex(
    r"\b(?:by 2\d{3}|in 2\d{3}|will|could|would|project\w*|forecast\w*|predict\w*|expect\w*|estimate[sd]? that|ever|history|lived|future|century|set to|if|when)\b"
)

#: A time of day by the twelve hours: "9:75 p.m."; without the letters it may be a score or a race time.
_CLOCK = regex(r"(?<![\d:.,/-])(?P<hour>\d{1,2}):(?P<minute>[0-9]{2})(?: ?[ap]\.?m\b\.?)", re.IGNORECASE)
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
    text = article.document.text
    if any(tens in text for tens in (":6", ":7", ":8", ":9")):
        yield from _clocks(article)
    yield from _parts(article)
    if "°" in text or "degrees" in text:
        yield from _degrees(article)


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
        if quantity.unit.rpartition(" ")[2] not in PEOPLE:
            continue
        if quantity.lower > PEOPLE_ALIVE or (quantity.bound is Bound.EXACT and quantity.value > PEOPLE_ALIVE):
            text = article.document.text
            around = text[max(0, mention.start - 120) : mention.end + 80]
            if _OTHER_TIMES.search(around) is None:
                yield Clash((mention.span,), arithmetic="about 8.2 billion people live on earth")
        else:
            yield Accord((mention.span,), "about 8.2 billion people live on earth")


#: "4,000 of its residents".
_OF_ITS = regex(
    r"\bof (?:its|the (?:village|town|city|island)['’]s) (?:\w+ )?(?:residents|people|inhabitants|citizens|villagers|islanders|townspeople)\b|^(?:some |about |nearly |around )?[\d,]+ (?:residents|inhabitants|villagers|townspeople|islanders)\b(?! (?:of|in|from|across))"
)
#: "the village of", "a town with".
_PLACE_OF = regex(
    r"\b(?:village|town|city|island|hamlet|district|suburb|parish|settlement|municipality|county|country)(?: of| with| has|, home to) (?:about |some |only |just )?$"
)
#: In longer times a place may lose more than live there at once.
_LONG_TIMES = regex(r"\b(?:decades?|centur(?:y|ies)|generations?|years|since)\b")
#: How far behind the size of a place its people are spoken of, in letters.
_NEAR = 300


@check("more-than-live-there", of=Article)
def more_than_live_there(article: Article) -> Iterator[Verdict]:
    """A number of a place's people that is larger than the place."""
    text = article.document.text
    if not any(
        sign in text for sign in (" of its ", " of the ", " residents", " inhabitants", " villagers", " islanders")
    ):
        return
    place: Mention | None = None
    for mention in article.mentions:
        if mention.kind not in (Kind.COUNT, Kind.NUMBER) or mention.quantity is None or not mention.quantity.printed:
            continue
        if _PLACE_OF.search(text, max(0, mention.start - 40), mention.start):
            place = mention
        elif place is not None and mention.start - place.end < _NEAR:
            following = text[mention.start : mention.end + 40]
            if not _OF_ITS.search(following) or _LONG_TIMES.search(text[place.end : mention.end + 80]):
                continue
            whole = place.quantity
            if whole is not None and mention.quantity.lower > whole.upper:
                yield Clash((mention.span, place.span))
            else:
                yield Accord((mention.span, place.span), f"{mention.text} is no more than {place.text}")


#: Hedges beside a number as exact as this are one too many.
TOO_EXACT = 5
_HEDGE = regex(r"^(?:about|around|roughly|approximately|some|nearly|almost|circa)\b", re.IGNORECASE)
_FIGURES = regex(r"\d[\d,]*(?:\.\d+)?")


@check("false-precision", of=Article)
def false_precision(article: Article) -> Iterator[Verdict]:
    """Numbers that are hedged and yet given to five figures or more."""
    for mention in article.mentions:
        quantity = mention.quantity
        if quantity is None or quantity.bound is not Bound.ABOUT or not _HEDGE.match(mention.text):
            continue
        figures = _FIGURES.search(mention.text)
        if figures is None:
            continue
        digits = figures[0].replace(",", "")
        significant = digits.replace(".", "").lstrip("0") if "." in digits else digits.strip("0")
        if len(significant) >= TOO_EXACT:
            yield Clash((mention.span,), {"figures": str(len(significant))})
