"""Times of day: parts of the day, and the same instant by two clocks."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

#: The hours in which each part of a day may lie, as people speak: 1 a.m. is also "at night", never "in the evening".
HOURS: Mapping[str, Sequence[int]] = {
    "morning": range(13),
    "afternoon": range(12, 20),
    "evening": range(15, 25),
    "last night": (*range(7), *range(17, 25)),
    "tonight": (*range(7), *range(15, 25)),
}
#: The longest that a day's part stands behind its hour, in letters: "9 a.m. on Monday in the evening".
_BEHIND = 32
_PART = regex(
    r"\s*,?\s*(?:in the|that|this|yesterday|tomorrow|on \w+|\w+day)?\s*(?P<part>morning|afternoon|evening|last night|tonight)\b"
)
_INSIDE = regex(r"\b(?P<hour>\d{1,2})(?::\d\d)?\s?(?P<half>[ap])\.?\s?m\b\.?", re.IGNORECASE)
_CLOCK = regex(r"\b(?P<hour>\d{1,2}):(?P<minute>\d\d)\b")
_LATE = regex(r"\b(?P<clock>(?:1[3-9]|2[0-3])[:.][0-5]\d) in the (?P<part>morning)\b")
_BEFORE = regex(r"\b(?P<part>morning|afternoon|evening)(?:,| at| around| about)* $")


@check("day-part", of=Article)
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
        before = _BEFORE.search(text, max(0, start - 16), start)
        named = part or before
        hour = _hour(found["hour"], read["half"] if read else None)
        if named is None or hour is None:
            continue
        words = Span(article.document, *named.span("part"))
        spans = (Span(article.document, start, end), words)
        if hour in HOURS[named["part"]]:
            yield Accord(spans, f"{found[0]} is in the {named['part']}")
        else:
            yield Clash(spans, arithmetic=f"{found[0]} is {hour:02}:{(found[0].partition(':')[2] or '00')[:2]}")


def _hour(figures: str, half: str | None) -> int | None:
    """The hour of the day from 0 to 24; None for one that no clock shows."""
    hour = int(figures)
    if half is None:
        return hour if hour <= 24 else None
    return hour % 12 + (12 if half.lower() == "p" else 0) if 1 <= hour <= 12 else None


_SAME_DAY = regex(
    r"\b(?:from|between) (?P<first>(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?(?: ?(?P<half>[ap])\.?m\b\.?)?)"
    r" (?:to|and|until|till) (?P<last>(?P<hour2>\d{1,2})(?:[:.](?P<minute2>[0-5]\d))?(?: ?(?P<half2>[ap])\.?m\b\.?)?),?"
    r" (?:(?:on |of )?the same (?:day|morning|afternoon|evening)|that (?:same )?day)\b"
)


@check("hours-turned-round", of=Article)
def hours_turned_round(article: Article) -> Iterator[Verdict]:
    """Hours of one day of which the later stands first."""
    text = article.document.text
    for found in _SAME_DAY.finditer(text) if "same " in text or "that day" in text else ():
        first = _minutes(found["hour"], found["minute"], found["half"])
        last = _minutes(found["hour2"], found["minute2"], found["half2"])
        if first is None or last is None or (found["half"] is None) is not (found["half2"] is None):
            continue
        spans = (Span(article.document, *found.span("first")), Span(article.document, *found.span("last")))
        if first < last:
            yield Accord(spans, f"{found['first']} is before {found['last']}")
        else:
            yield Clash(spans, arithmetic=f"on one day, {found['last']} is before {found['first']}")


#: The zone that each short name stands for; summer and winter forms are used loosely.
#: Source: the tz database (IANA), under whose names they are listed.
ZONES: Mapping[str, str] = {
    **dict.fromkeys(("gmt", "utc"), "UTC"),
    "bst": "Europe/London",
    **dict.fromkeys(("cet", "cest"), "Europe/Paris"),
    **dict.fromkeys(("eet", "eest"), "Europe/Athens"),
    "msk": "Europe/Moscow",
    **dict.fromkeys(("est", "edt", "et", "eastern"), "America/New_York"),
    **dict.fromkeys(("cst", "cdt", "ct", "central"), "America/Chicago"),
    **dict.fromkeys(("mst", "mdt", "mt", "mountain"), "America/Denver"),
    **dict.fromkeys(("pst", "pdt", "pt", "pacific"), "America/Los_Angeles"),
    "jst": "Asia/Tokyo",
    "ist": "Asia/Kolkata",
}
#: Countries and cities with one zone. Source: the tz database (IANA), zone1970.tab.
PLACES: Mapping[str, str] = {
    "Nepal": "Asia/Kathmandu", "Kathmandu": "Asia/Kathmandu",
    "India": "Asia/Kolkata", "Delhi": "Asia/Kolkata", "Mumbai": "Asia/Kolkata", "Kolkata": "Asia/Kolkata",
    "Pakistan": "Asia/Karachi", "Karachi": "Asia/Karachi", "Islamabad": "Asia/Karachi", "Lahore": "Asia/Karachi",
    "Afghanistan": "Asia/Kabul", "Kabul": "Asia/Kabul",
    "Iran": "Asia/Tehran", "Tehran": "Asia/Tehran", "Iraq": "Asia/Baghdad", "Baghdad": "Asia/Baghdad",
    "Israel": "Asia/Jerusalem", "Jerusalem": "Asia/Jerusalem", "Lebanon": "Asia/Beirut", "Beirut": "Asia/Beirut",
    "Syria": "Asia/Damascus", "Damascus": "Asia/Damascus", "Turkey": "Europe/Istanbul", "Istanbul": "Europe/Istanbul",
    "Egypt": "Africa/Cairo", "Cairo": "Africa/Cairo", "Nigeria": "Africa/Lagos", "Lagos": "Africa/Lagos",
    "Kenya": "Africa/Nairobi", "Nairobi": "Africa/Nairobi", "South Africa": "Africa/Johannesburg",
    "Johannesburg": "Africa/Johannesburg", "Ethiopia": "Africa/Addis_Ababa",
    "China": "Asia/Shanghai", "Beijing": "Asia/Shanghai", "Shanghai": "Asia/Shanghai", "Hong Kong": "Asia/Hong_Kong",
    "Taiwan": "Asia/Taipei", "Taipei": "Asia/Taipei", "Japan": "Asia/Tokyo", "Tokyo": "Asia/Tokyo",
    "South Korea": "Asia/Seoul", "Seoul": "Asia/Seoul", "Philippines": "Asia/Manila", "Manila": "Asia/Manila",
    "Singapore": "Asia/Singapore", "Thailand": "Asia/Bangkok", "Bangkok": "Asia/Bangkok",
    "Vietnam": "Asia/Ho_Chi_Minh", "Hanoi": "Asia/Bangkok", "Myanmar": "Asia/Yangon", "Bangladesh": "Asia/Dhaka",
    "Dhaka": "Asia/Dhaka", "Sri Lanka": "Asia/Colombo", "Colombo": "Asia/Colombo",
    "New Zealand": "Pacific/Auckland", "Auckland": "Pacific/Auckland", "Wellington": "Pacific/Auckland",
    "Sydney": "Australia/Sydney", "Melbourne": "Australia/Melbourne", "Perth": "Australia/Perth",
    "Adelaide": "Australia/Adelaide", "Brisbane": "Australia/Brisbane",
    "Ukraine": "Europe/Kyiv", "Kyiv": "Europe/Kyiv", "Moscow": "Europe/Moscow", "Greece": "Europe/Athens",
    "Athens": "Europe/Athens", "Germany": "Europe/Berlin", "Berlin": "Europe/Berlin", "France": "Europe/Paris",
    "Paris": "Europe/Paris", "Italy": "Europe/Rome", "Rome": "Europe/Rome", "Spain": "Europe/Madrid",
    "Madrid": "Europe/Madrid", "Poland": "Europe/Warsaw", "Warsaw": "Europe/Warsaw", "Brussels": "Europe/Brussels",
    "Vienna": "Europe/Vienna", "Geneva": "Europe/Zurich", "Zurich": "Europe/Zurich", "London": "Europe/London",
    "Britain": "Europe/London", "Ireland": "Europe/Dublin", "Dublin": "Europe/Dublin",
    "New York": "America/New_York", "Chicago": "America/Chicago", "Los Angeles": "America/Los_Angeles",
    "Argentina": "America/Argentina/Buenos_Aires", "Buenos Aires": "America/Argentina/Buenos_Aires",
    "Venezuela": "America/Caracas", "Caracas": "America/Caracas", "Colombia": "America/Bogota",
    "Bogota": "America/Bogota", "Peru": "America/Lima", "Lima": "America/Lima", "Haiti": "America/Port-au-Prince",
    "Newfoundland": "America/St_Johns",
}  # fmt: skip
#: What zones ahead of Greenwich add to the hour, in minutes, besides whole hours.
ODD_OFFSETS = frozenset({-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825})
_FARTHEST = (-12 * 60, 14 * 60)
#: "11:47 p.m. (1802 GMT)", "9.30 am EST (14:30 GMT)", "at 10:00 local time (0800 GMT)".
_TWO_CLOCKS = regex(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?:(?P<half>[ap])\.?\s?m\b\.?)?"
    r"(?:\s(?P<zone>local time|local|[A-Z]{2,4}|Eastern|Central|Mountain|Pacific)(?:\s(?:standard\s|daylight\s)?[tT]ime)?)?"
    r"(?:\son\s\w+|\s\w+day|\sin\s[A-Z]\w+)?,?\s?[(/]\s?"
    r"(?P<hour2>[01]?\d|2[0-4])(?:[:.]?(?P<minute2>[0-5]\d))?\s?(?:(?P<half2>[ap])\.?\s?m\b\.?)?\s(?P<zone2>[A-Z]{2,4})\b"
)
#: How far around two clocks the place is named, in letters.
_AROUND = 120


@check("two-clocks", of=Article)
def two_clocks(article: Article) -> Iterator[Verdict]:
    """One instant by two clocks that no place and season has."""
    text = article.document.text
    if not any(
        zone in text for zone in (" GMT", " UTC", " BST", " EST", " EDT", " CET", " ET)", " PT)", " PST", " PDT")
    ):
        return
    for found in _TWO_CLOCKS.finditer(text):
        reference = ZONES.get(found["zone2"].lower())
        here = _minutes(found["hour"], found["minute"], found["half"])
        there = _minutes(found["hour2"], found["minute2"], found["half2"])
        if reference is None or here is None or there is None:
            continue
        day = article.document.published
        known = _zone(found, article)
        ahead = {minutes for far in _offsets(reference, day) for minutes in _apart(here, there, far)}
        allowed = _offsets(known, day) if known else None
        first = Span(article.document, found.start(), _first_end(text, found))
        second = Span(article.document, found.start("hour2"), found.end("zone2"))
        if not ahead or (known and not allowed):
            continue
        if any(minutes in allowed if allowed else _is_offset(minutes) for minutes in ahead):
            yield Accord((first, second), "the two clocks fit")
            continue
        gap = min(ahead, key=abs)
        usual = f"; {known} is {_signed(min(allowed))} from UTC" if known and allowed else "; no place is"
        yield Clash((first, second), arithmetic=f"the two clocks are {_signed(gap)} from UTC apart{usual}")


def _first_end(text: str, found: re.Match[str]) -> int:
    """Where the first clock ends: before the bracket or the slash."""
    opening = max(text.rfind(mark, found.start(), found.start("hour2")) for mark in "(/")
    return len(text[:opening].rstrip())


def _minutes(hour: str, minute: str | None, half: str | None) -> int | None:
    """Minutes since midnight."""
    hours = _hour(hour, half)
    return None if hours is None else hours * 60 + int(minute or 0)


def _apart(here: int, there: int, reference: int) -> Iterator[int]:
    """How far the first clock may be ahead of UTC, in minutes: on the same day, the day before and the day after."""
    for day in (-1440, 0, 1440):
        minutes = here - there + reference + day
        if _FARTHEST[0] <= minutes <= _FARTHEST[1]:
            yield minutes


def _is_offset(minutes: int) -> bool:
    return minutes % 60 == 0 or minutes in ODD_OFFSETS


def _zone(found: re.Match[str], article: Article) -> str | None:
    """The zone of the first clock: by its own short name, or by the only place that is named near it."""
    if found["zone"] and found["zone"].lower() not in ("local", "local time"):
        return ZONES.get(found["zone"].lower())
    text = article.document.text
    near = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
    zones = {zone for place, zone in PLACES.items() if place in near}
    return zones.pop() if len(zones) == 1 else None


@lru_cache(maxsize=256)
def _offsets(zone: str, day: date | None) -> frozenset[int]:
    """The minutes that a zone is ahead of UTC near a day, or in a year if no day is known; none without zone data."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - only articles with two clocks need it

    try:
        clock = ZoneInfo(zone)
    except ZoneInfoNotFoundError:
        return frozenset({0}) if zone == "UTC" else frozenset()
    days = (day - timedelta(days=10), day, day + timedelta(days=10)) if day else ()
    instants = [datetime.combine(near, time(12), UTC) for near in days]
    instants = instants or [datetime(2020, month, 1, 12, tzinfo=UTC) for month in (1, 7)]
    ahead = (clock.utcoffset(instant.astimezone(clock)) or timedelta() for instant in instants)
    return frozenset(int(offset.total_seconds()) // 60 for offset in ahead)


def _signed(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{'−' if minutes < 0 else '+'}{hours}:{rest:02}"
