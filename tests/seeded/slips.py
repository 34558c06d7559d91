"""Where an article says a thing twice, and what it would read with one slip in it.

Everything here is found and decided without factcheck's own readers, by plain
expressions and plain arithmetic: what the extractor misses must count as a miss.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name, monthrange
from datetime import date
from typing import TYPE_CHECKING

from tests.seeded.headlines import headline_number
from tests.seeded.mistyping import (
    CLOSE,
    HEDGED,
    NUMBER,
    Seed,
    Slip,
    first_digit,
    printed,
    swapped_digits,
    ten_times,
    written,
)
from tests.seeded.sums import parts_and_total, percentage_change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from factcheck import Document

# --- conversions --------------------------------------------------------------------

#: What a unit is called, what it measures, and how many of the base unit it is.
UNITS = (
    (r"kilomet(?:er|re)s?|kms?", "length", 1000.0),
    (r"miles?", "length", 1609.344),
    (r"met(?:er|re)s?|m", "length", 1.0),
    (r"feet|foot|ft", "length", 0.3048),
    (r"yards?", "length", 0.9144),
    (r"inch(?:es)?", "length", 0.0254),
    (r"centimet(?:er|re)s?|cm", "length", 0.01),
    (r"millimet(?:er|re)s?|mm", "length", 0.001),
    (r"(?:square|sq\.?) (?:kilomet(?:er|re)s?|km)", "area", 1e6),
    (r"(?:square|sq\.?) miles?", "area", 1609.344**2),
    (r"(?:square|sq\.?) (?:met(?:er|re)s?|m)", "area", 1.0),
    (r"(?:square|sq\.?) (?:feet|foot|ft)", "area", 0.3048**2),
    (r"acres?", "area", 4046.856),
    (r"hectares?", "area", 10_000.0),
    (r"kph|kmh|km/h|kilomet(?:er|re)s? (?:per|an) hour", "speed", 1 / 1.609344),
    (r"mph|miles (?:per|an) hour", "speed", 1.0),
    (r"pounds?|lbs?", "mass", 0.453592),
    (r"kilograms?|kilos?|kgs?", "mass", 1.0),
    (r"ounces?", "mass", 0.0283495),
    (r"grams?", "mass", 0.001),
    (r"(?:US )?gallons?", "volume", 3.785412),
    (r"lit(?:er|re)s?", "volume", 1.0),
)
UNIT = "|".join(sorted((name for name, _, _ in UNITS), key=len, reverse=True))
CONVERSION = re.compile(
    rf"(?<![\d.,/–-])(?P<a>{NUMBER})[ -](?P<a_unit>{UNIT}) ?\((?P<hedge>(?:or|about|around|roughly|some|approximately|nearly) )?"
    rf"(?P<b>{NUMBER})[ -]?(?P<b_unit>{UNIT})\)"
)


def _unit(name: str) -> tuple[str, float]:
    return next((measured, factor) for pattern, measured, factor in UNITS if re.fullmatch(pattern, name))


def conversions(kind: str, mistyped: Callable[[re.Match[str], float, Random], str]) -> Seed:
    """The conversions in brackets that are right, each with a slip in the second number."""

    def seed(document: Document, chance: Random) -> Iterator[Slip]:
        for found in CONVERSION.finditer(document.text):
            (measured, factor), (other, into) = _unit(found["a_unit"]), _unit(found["b_unit"])
            if measured != other or factor == into:
                continue
            hedged = bool(found["hedge"]) or HEDGED.search(document.text, 0, found.start()) is not None
            first = printed(found["a"], hedged=hedged).times(factor / into)
            second = printed(found["b"])
            if not first.meets(second) or abs(first.value - second.value) > CLOSE * max(first.value, second.value):
                continue
            typed = mistyped(found, factor / into, chance)
            if typed and not first.meets(printed(typed)):
                yield Slip(kind, found.start("b"), found.end("b"), typed)

    return seed


def _inverted(found: re.Match[str], factor: float, _: Random) -> str:
    return written(printed(found["a"]).value / factor, found["b"])


def _mistyped(how: Callable[[str, Random], str]) -> Callable[[re.Match[str], float, Random], str]:
    return lambda found, _, chance: how(found["b"], chance)


# --- dates --------------------------------------------------------------------------

MONTHS = {name.lower()[:3]: number for number, name in enumerate(month_name) if name}
DAYS = {name.lower()[:3]: number for number, name in enumerate(day_name)}
WEEKDAY = rf"(?P<weekday>{'|'.join(day_name)}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?)"
MONTH = (
    rf"(?P<month>{'|'.join(name for name in month_name if name)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:.,]\d|[\d%:–-])"
YEAR = r"(?:,? (?P<year>(?:19|20)\d\d)\b)"
DATES = (rf"{MONTH} {DAY}{YEAR}?", rf"{DAY} (?:of )?{MONTH}(?![a-z]){YEAR}?")
DATED = tuple(re.compile(rf"\b{one}") for one in DATES)
WITH_WEEKDAY = tuple(re.compile(rf"\b{WEEKDAY},? (?:the )?{one}") for one in DATES)
#: A date without a year that lies this near to publication is of that year.
NEWS = 30
#: Before this year, days had other weekdays in some countries.
GREGORIAN = 1930


def _day(found: re.Match[str], year: int) -> date | None:
    try:
        return date(year, MONTHS[found["month"].lower()[:3]], int(found["day"]))
    except ValueError:
        return None


def weekday_of_a_full_date(document: Document, chance: Random) -> Iterator[Slip]:
    """The right weekdays of dates with a year, each with another in its place."""
    for found in _dates(WITH_WEEKDAY, document):
        if found["year"] and int(found["year"]) >= GREGORIAN:
            yield from _other_weekday("weekday of a full date", found, _day(found, int(found["year"])), chance)


def weekday_near_publication(document: Document, chance: Random) -> Iterator[Slip]:
    """The right weekdays of dates without a year around the day of publication."""
    published = document.published
    for found in _dates(WITH_WEEKDAY, document) if published else ():
        assert published is not None
        days = [] if found["year"] else [_day(found, published.year + step) for step in (-1, 0, 1)]
        near = [day for day in days if day and abs((day - published).days) <= NEWS]
        if len(near) == 1:
            yield from _other_weekday("weekday without a year", found, near[0], chance)


def _other_weekday(kind: str, found: re.Match[str], day: date | None, chance: Random) -> Iterator[Slip]:
    said = DAYS[found["weekday"].lower()[:3]]
    if day is not None and day.weekday() == said:
        other = (said + chance.choice((-3, -2, -1, 1, 2, 3))) % 7
        yield Slip(kind, *found.span("weekday"), day_name[other])


def no_such_day(document: Document, chance: Random) -> Iterator[Slip]:  # noqa: ARG001 - there is but one slip
    """Dates, each with the day after the last of its month."""
    for found in _dates(DATED, document):
        year = int(found["year"] or 2023)
        if _day(found, year) is not None:
            length = monthrange(year, MONTHS[found["month"].lower()[:3]])[1]
            typed = length + 1 if found["year"] or length > 28 else 30
            yield Slip("day that does not exist", *found.span("day"), str(typed))


def _dates(patterns: tuple[re.Pattern[str], ...], document: Document) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(document.text)


#: Every kind of slip, in the order in which they are told.
SEEDS: dict[str, Seed] = {
    "conversion: x10": conversions("conversion: x10", _mistyped(ten_times)),
    "conversion: inverted factor": conversions("conversion: inverted factor", _inverted),
    "conversion: first digit": conversions("conversion: first digit", _mistyped(first_digit)),
    "conversion: swapped digits": conversions("conversion: swapped digits", _mistyped(swapped_digits)),
    "weekday of a full date": weekday_of_a_full_date,
    "weekday without a year": weekday_near_publication,
    "day that does not exist": no_such_day,
    "headline number of dead or hurt": headline_number,
    "percentage change": percentage_change,
    "parts against total": parts_and_total,
}
