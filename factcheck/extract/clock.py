"""Times of day: "10:30 p.m. Wednesday", "5 p.m. EST, Nov. 6", "1802 GMT", "noon", "Friday night"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.bounds import hedge_before
from factcheck.extract.lexicon.calendar_words import DAY_PARTS, TIME_ZONES
from factcheck.extract.lexicon.numbers import TEENS, UNITS
from factcheck.extract.phrases import Phrase, fixed
from factcheck.extract.said import Clock, DayPart, Said
from factcheck.extract.walking import GAP, word_after, word_before
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.extract.said import Found

_ZONES = "|".join(TIME_ZONES)
_HALF_OF_DAY = r"(?:[ \xa0]?(?P<half>[ap])(?:\.[ ]?m\.?|m)(?![a-z]))"
_ZONE = rf"(?:{GAP}(?:(?P<zone>{_ZONES})\b|(?:local|eastern|central|mountain|pacific)(?:{GAP}(?:standard|daylight))?{GAP}time\b))"
_PART = rf"(?:{GAP}in{GAP}the{GAP}(?P<part>morning|afternoon|evening))"
_FIGURES = regex(
    rf"(?P<hour>\d{{1,2}})(?:(?P<colon>[:.])(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?(?![\d:]|\.\d)"
    rf"(?:{_HALF_OF_DAY}|(?P<clock>[ ]?o['’]clock))?{_PART}?{_ZONE}?"
)
#: Four figures are a time of day before a zone, and so are those from which it runs: "0800 to 1800 GMT".
_MILITARY = regex(
    rf"(?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)"
    rf"(?:{_ZONE}|(?=(?: to | and | ?[-–] ?)(?:[01]\d|2[0-4]):?[0-5]\d{GAP}?(?:{_ZONES})\b))"
)
#: Words that lead to a time of day in figures without any other sign of it.
_LEADS = frozenset("at by until till from around about before after since between".split())


def clock(lowered: str, at: int, day_after: Callable[[int], tuple[Said, int] | None]) -> Phrase | None:
    """The time of day whose figures begin here, with the day behind it."""
    found = _FIGURES.match(lowered, at)
    if found is None:
        return None
    groups = found.groupdict()
    if not _tells_time(lowered, at, groups):
        return None
    hour = _hour(int(groups["hour"]), groups["half"], groups["part"])
    if hour is None:
        return None
    minute = int(groups["minute"]) if groups["minute"] else 0
    zone = groups["zone"] or ""
    return _on_a_day(lowered, at, found.end(), Clock(hour, minute, None, zone), day_after)


def military(lowered: str, at: int, day_after: Callable[[int], tuple[Said, int] | None]) -> Phrase | None:
    """The time of day in four figures and a zone: "1802 GMT"."""
    found = _MILITARY.match(lowered, at)
    if found is None:
        return None
    return _on_a_day(
        lowered, at, found.end(), Clock(int(found["hour"]), int(found["minute"]), None, found["zone"]), day_after
    )


def _tells_time(lowered: str, at: int, groups: dict[str, str | None]) -> bool:
    """Whether figures that could be a score or a price are a time of day."""
    if groups["half"] or groups["clock"] or groups["part"]:
        return True
    if groups["colon"] != ":":
        return False
    return bool(groups["zone"]) or word_before(lowered, at)[0] in _LEADS


def _hour(hour: int, half: str | None, part: str | None) -> int | None:
    """The hour of the day from 0 to 24, or None for one that no clock shows."""
    if half or part:
        if not 1 <= hour <= 12:
            return None
        return hour % 12 + (12 if half == "p" or part in ("afternoon", "evening") else 0)
    return hour if hour <= 24 else None


_HOURS = {word: hour for word, hour in (UNITS | TEENS).items() if 1 <= hour <= 12}
_SPELLED = regex(
    rf"(?:(?P<part>half|quarter)|(?P<many>five|ten|twenty(?:[- ]five)?|[0-5]?\d)(?:{GAP}minutes)?){GAP}(?P<way>past|to){GAP}"
    rf"(?P<hour>{'|'.join(_HOURS)}|1[0-2]|[1-9])(?:[ ]?o['’]clock)?(?![\w%$£€-]|[.,:/]\d|{GAP}(?:million|thousand|hundred|dozen|per|of|third|quarter|fifth)\b)"
)
#: What makes "ten to six" a time, and no odds.
_OF_THE_DAY = regex(
    rf"{GAP}(?:in{GAP}the{GAP}(?:morning|afternoon|evening)|at{GAP}night|(?:this|that|yesterday){GAP}(?:morning|afternoon|evening))\b"
    rf"(?!{GAP}(?:session|service|trading|rush|peak|round)\b)"
)
_PAST = {"five": 5, "ten": 10, "twenty": 20, "twenty-five": 25, "twenty five": 25, "quarter": 15, "half": 30}


def spelled(lowered: str, at: int) -> Phrase | None:
    """The time of day in words, of which nobody says whether it is before noon: "half past five", "a quarter to six"."""
    found = _SPELLED.match(lowered, at)
    lead, start = word_before(lowered, at)
    if (
        found is None
        or (found["part"] is None and lead not in _LEADS)
        or (found["part"] != "quarter" and found["way"] == "to" and not _OF_THE_DAY.match(lowered, found.end()))
    ):
        return None
    minutes = _PAST.get(found["part"] or found["many"]) or int(found["many"])
    hour = _HOURS.get(found["hour"]) or int(found["hour"])
    if found["way"] == "to":
        hour, minutes = (hour - 2) % 12 + 1, 60 - minutes
    return fixed(f"T{hour:02}:{minutes:02}", start if lead == "a" else at, found.end(), Kind.TIME)


def named_hour(lowered: str, at: int, end: int, day_after: Callable[[int], tuple[Said, int] | None]) -> Phrase:
    """Noon, midday or midnight, with the day behind it."""
    hour = 24 if lowered.startswith("midnight", at) else 12
    return _on_a_day(lowered, at, end, Clock(hour, 0), day_after)


def _on_a_day(
    lowered: str, at: int, end: int, said: Clock, day_after: Callable[[int], tuple[Said, int] | None]
) -> Phrase:
    hedged = hedge_before(lowered, at)
    start = hedged.at if hedged else at
    comma = end + 1 if lowered[end : end + 1] == "," and said.zone else end
    day = day_after(comma)
    if day is not None:
        return Phrase(Clock(said.hour, said.minute, day[0], said.zone), start, day[1], Kind.TIME)
    other = _OTHER_CLOCK.match(lowered, end) or _ON.match(lowered, end)
    if other and (day := day_after(other.end())):
        return Phrase(Clock(said.hour, said.minute, day[0], said.zone), start, end, Kind.TIME)
    return Phrase(said, start, end, Kind.TIME)


#: What may stand between a time and its day: "6 p.m. on Sunday", and the same time by another clock, or the end of
#: it: "10:35 a.m. (0735 GMT) Friday".
_ON = regex(rf"{GAP}on(?={GAP})")
_OTHER_CLOCK = regex(rf"(?:{GAP}\([^()\n]{{4,24}})?\)")


def with_day_part(lowered: str, found: Found) -> Phrase | None:
    """The day with the part of it that is named next: "Friday night", "yesterday morning"."""
    word, end = word_after(lowered, found.end)
    code = DAY_PARTS.get(word)
    return Phrase(DayPart(found.said, code), found.start, end, Kind.TIME) if code else None
