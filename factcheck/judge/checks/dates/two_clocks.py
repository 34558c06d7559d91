"""The same instant by two clocks: "11.47 p.m. (1802 GMT)", "noon in Kabul, 8.30 a.m. in London"."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.calendar_words import TIME_ZONES
from factcheck.judge.checks import check
from factcheck.judge.checks.dates.day_parts import minutes_of
from factcheck.judge.checks.parts import mentions_in, sentences_with, vocabulary
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

#: The zone that a name stands for: a short one, or what Americans call theirs ("9 p.m. Eastern").
ZONES: Mapping[str, str] = {
    **TIME_ZONES,
    "eastern": "America/New_York",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
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
    **dict.fromkeys(("Frankfurt", "Munich", "Hamburg"), "Europe/Berlin"), **dict.fromkeys(("Milan", "Naples"), "Europe/Rome"),
    "Barcelona": "Europe/Madrid", **dict.fromkeys(("Portugal", "Lisbon"), "Europe/Lisbon"), "Belgium": "Europe/Brussels",
    **dict.fromkeys(("Netherlands", "Amsterdam"), "Europe/Amsterdam"), **dict.fromkeys(("Austria", "Switzerland"), "Europe/Zurich"),
    **dict.fromkeys(("Sweden", "Stockholm"), "Europe/Stockholm"), **dict.fromkeys(("Norway", "Oslo"), "Europe/Oslo"),
    **dict.fromkeys(("Denmark", "Copenhagen"), "Europe/Copenhagen"), **dict.fromkeys(("Finland", "Helsinki"), "Europe/Helsinki"),
    **dict.fromkeys(("Hungary", "Budapest"), "Europe/Budapest"), "Prague": "Europe/Prague", "Bucharest": "Europe/Bucharest",
    **dict.fromkeys(("Edinburgh", "Glasgow", "Manchester", "Cardiff", "Belfast"), "Europe/London"),
    **dict.fromkeys(("Washington", "Boston", "Toronto", "Atlanta", "Miami"), "America/New_York"),
    **dict.fromkeys(("Houston", "Dallas"), "America/Chicago"), "Denver": "America/Denver",
    **dict.fromkeys(("San Francisco", "Seattle", "California"), "America/Los_Angeles"), "Mexico City": "America/Mexico_City",
    "New York": "America/New_York", "Chicago": "America/Chicago", "Los Angeles": "America/Los_Angeles",
    "Argentina": "America/Argentina/Buenos_Aires", "Buenos Aires": "America/Argentina/Buenos_Aires",
    "Venezuela": "America/Caracas", "Caracas": "America/Caracas", "Colombia": "America/Bogota",
    "Bogota": "America/Bogota", "Peru": "America/Lima", "Lima": "America/Lima", "Haiti": "America/Port-au-Prince",
    "Newfoundland": "America/St_Johns",
}  # fmt: skip
#: Whose clock it may be: "8 a.m. in London", "2 p.m. Eastern".
_KEPT = {**PLACES, **{name.title(): ZONES[name] for name in ("eastern", "central", "mountain", "pacific")}}
#: The first words of their names, of which a text of two clocks has one.
_KEPT_WORDS = frozenset(name.lower().split()[0] for name in _KEPT)
#: What zones ahead of Greenwich add to the hour, in minutes, besides whole hours.
ODD_OFFSETS = frozenset({-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825})
_FARTHEST = (-12 * 60, 14 * 60)
#: A time of day, and whose it is: "10 a.m. New York time", "1802 GMT", "noon in Kabul".
_ONE = (
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<mark>(?P<half>[ap])\.?\s?m\b\.?)?|(?P<word>noon|midday|midnight))"
    r"(?:\s(?P<zone>local time|local|[A-Z]{2,4}|Eastern|Central|Mountain|Pacific)(?:\s(?:standard\s|daylight\s)?[tT]ime)?"
    r"|\s(?:in\s)?(?P<place>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?:,\s(?P<country>[A-Z][a-z]+))?(?:\stime)?)?"
)
_OTHER = r"(?P<hour2>[01]?\d|2[0-4])(?:[:.]?(?P<minute2>[0-5]\d))?\s?(?P<mark2>(?P<half2>[ap])\.?\s?m\b\.?)?\s(?P<zone2>[A-Z]{2,4})\b"
#: What stands between two clocks of one instant.
_EQUALS = r",?\s?(?:[(/–—]\s?|\s?or\s|\s?that\sis,?\s|\s?which\s(?:is|was)\s|\s?i\.e\.\s|(?<=time),\s|\.\s(?:That|This)\s(?:is|was)\s)"
#: Either may stand first: "11:47 p.m. (1802 GMT)", "at 10:00 local time (0800 GMT)", "at 0600 GMT (noon in Kabul)".
_TWO_CLOCKS = (
    regex(rf"\b{_ONE}(?:\son\s\w+|\s\w+day)?{_EQUALS}{_OTHER}"),
    regex(rf"\b{_OTHER}{_EQUALS}{_ONE}(?<=[A-Za-z])(?!\w)"),
)
#: "8 a.m. in London, 4 p.m. in Mumbai", "noon in London on 3 May (8 p.m. in Beijing)".
_TWO_PLACES = regex(
    r"(?:(?P<hour>\d(?<!\w\d)\d?)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<mark>(?P<half>[ap])\.?\s?m\b\.?)?|(?P<word>noon|midday|midnight))"
    r" (?:in )?(?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?: time)?(?: on (?:\d{1,2} )?[A-Z][a-z]+(?: \d{1,2})?)?"
    r"(?:, (?:or |which (?:is|was) |that is )?| or | \(| / |/| – )"
    r"(?:(?P<hour2>\d{1,2})(?:[:.](?P<minute2>[0-5]\d))?\s?(?P<mark2>(?P<half2>[ap])\.?\s?m\b\.?)?|(?P<word2>noon|midday|midnight))"
    r" (?:in )?(?P<place2>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
)
#: Zones of which a text of two clocks has one.
_ZONES_BESIDE = frozenset("gmt utc bst est edt cet et pt pst pdt".split())
#: Minutes since midnight.
_NAMED_HOURS = {"noon": 720, "midday": 720, "midnight": 0}
#: How far around two clocks the place is named, in letters.
_AROUND = 120
#: Years whose clocks are known.
_FIRST_YEAR, _LAST_YEAR = 1970, 2100
#: How far from two clocks their day stands, in letters; a year whose clocks are put forward as in most; a day in the middle of a month, and one that each has.
_BESIDE, _ANY_YEAR, _MIDDLE, _LAST = 40, 2019, 15, 28


@check("two-clocks", of=Article, about=[Kind.TIME])
def two_clocks(article: Article) -> Iterator[Verdict]:
    """One instant by two clocks that no place and season has."""
    text = article.document.text
    zones = not _ZONES_BESIDE.isdisjoint(vocabulary(article))
    if zones and any(
        zone in text for zone in (" GMT", " UTC", " BST", " EST", " EDT", " CET", " ET)", " PT)", " PST", " PDT")
    ):
        for found in chain.from_iterable(order.finditer(text) for order in _TWO_CLOCKS):
            there = minutes_of(found["hour2"], found["minute2"], found["half2"])
            known = _zone(found, article)
            if known or found.start("hour") < found.start("hour2"):
                yield from _two_hours(found, there, ZONES.get(found["zone2"].lower()), known, article)
    spans = [
        (one.start, one.end)
        for one in sentences_with(article, _KEPT_WORDS)
        if any(mention.kind is Kind.TIME for mention in mentions_in(article, one.start, one.end))
    ]
    for found in chain.from_iterable(_TWO_PLACES.finditer(text, *span) for span in spans):
        known, reference = (_KEPT.get(found[place]) for place in ("place", "place2"))
        if known and reference and (found["half"] or found["minute"] or found["word"]):
            there = minutes_of(found["hour2"], found["minute2"], found["half2"])
            there = _NAMED_HOURS[found["word2"]] if found["word2"] else there
            yield from _two_hours(found, there, reference, known, article)


def _two_hours(
    found: re.Match[str], there: int | None, reference: str | None, known: str | None, article: Article
) -> Iterator[Verdict]:
    """The first clock, which a known zone or any may show, against the second, which a zone of its own shows."""
    words = found.groupdict()
    named = _NAMED_HOURS.get(words.get("word") or "")
    here = minutes_of(found["hour"], found["minute"], found["half"]) if named is None else named
    if reference is None or here is None or there is None:
        return
    day = _day_beside(found, article) or article.document.published
    references = _offsets(reference, day)
    ahead = {minutes for far in references for minutes in _apart(here, there, far)}
    allowed = _offsets(known, day) if known else ()
    if not ahead or (known and not allowed):
        return
    spans = (_clock(article, found, "hour"), _clock(article, found, "hour2"))
    # Both clocks are put forward at about one time: summer in one place is not held against winter in the other.
    seasons = zip(references, allowed, strict=False)
    fits = (offset in _apart(here, there, far) for far, offset in seasons) if allowed else map(_is_offset, ahead)
    if any(fits):
        yield Accord(spans, "the two clocks fit")
        return
    gap = min(ahead, key=abs)
    usual = f"; {known} is {_signed(min(allowed))} from UTC" if known and allowed else "; no place is"
    yield Clash(spans, arithmetic=f"the two clocks are {_signed(gap)} from UTC apart{usual}")


def _day_beside(found: re.Match[str], article: Article) -> date | None:
    """The day, or the middle of the month, that stands beside two clocks: "on July 12"."""
    published = article.document.published
    for mention in mentions_in(article, max(0, found.start() - _BESIDE), found.end() + _BESIDE):
        printed = mention.printed_date if mention.kind is Kind.DATE else None
        if printed is not None and printed.month is not None:
            year = printed.year or (published.year if published else _ANY_YEAR)
            # Before and long after our time nobody knows the clocks.
            is_ours = _FIRST_YEAR <= year <= _LAST_YEAR
            return date(year, printed.month, min(printed.day or _MIDDLE, _LAST)) if is_ours else None
    return None


def _clock(article: Article, found: re.Match[str], hour: str) -> Span:
    """One of two clocks, with the zone or the place that stands behind it."""
    others = (
        ("minute", "mark", "zone", "place", "word")
        if hour == "hour"
        else ("minute2", "mark2", "zone2", "place2", "word2")
    )
    words = found.groupdict()
    ends = [end for name in (hour, *others) if words.get(name) for end in found.span(name)]
    return Span(article.document, min(ends), max(ends))


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
    named = PLACES.get(found["place"]) or PLACES.get(found["country"])
    if named:
        return named
    if found["zone"] and found["zone"].lower() not in ("local", "local time"):
        return ZONES.get(found["zone"].lower())
    if found["zone"] is None and found.start("hour") > found.start("hour2"):
        return None
    text = article.document.text
    zones = _zones_in(text[max(0, found.start() - _AROUND) : found.end() + _AROUND])
    return next(iter(zones)) if len(zones) == 1 else None


@lru_cache(maxsize=64)
def _zones_in(near: str) -> frozenset[str]:
    """The zones of the places that are named in a stretch of the text."""
    return frozenset(zone for place, zone in PLACES.items() if place in near)


@lru_cache(maxsize=256)
def _offsets(zone: str, day: date | None) -> tuple[int, ...]:
    """The minutes that a zone is ahead of UTC around a day, or in winter and summer if no day is known; none without zone data."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # noqa: PLC0415 - only articles with two clocks need it

    try:
        clock = ZoneInfo(zone)
    except ZoneInfoNotFoundError:
        return (0, 0, 0) if zone == "UTC" else ()
    days = (day - timedelta(days=10), day, day + timedelta(days=10)) if day else ()
    instants = [datetime.combine(near, time(12), UTC) for near in days]
    instants = instants or [datetime(2020, month, 1, 12, tzinfo=UTC) for month in (1, 7)]
    ahead = (clock.utcoffset(instant.astimezone(clock)) or timedelta() for instant in instants)
    return tuple(int(offset.total_seconds()) // 60 for offset in ahead)


def _signed(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"{'−' if minutes < 0 else '+'}{hours}:{rest:02}"
