"""Times of day: "10:30 p.m. Wednesday", "5 p.m. EST, Nov. 6", "1802 GMT", "noon", "Friday night"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.bounds import hedge_before
from factcheck.extract.lexicon.calendar_words import DAY_PARTS, TIME_ZONES
from factcheck.extract.lexicon.numbers import TEENS, UNITS
from factcheck.extract.phrases import fixed
from factcheck.extract.said import Clock, DayPart, Grain, Here, Said
from factcheck.extract.scanning import Reading
from factcheck.extract.walking import GAP, ending, word_after, word_before
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.extract.said import Found

_ZONES = "|".join(TIME_ZONES)
_HALF_OF_DAY = r"(?:[ \xa0]?(?P<half>[ap])(?:\.[ ]?m\.?|m)(?![a-z]))"
_ZONE = rf"(?:{GAP}(?:(?P<zone>{_ZONES})\b|(?:local|eastern|central|mountain|pacific)(?:{GAP}(?:standard|daylight))?{GAP}time\b))"
_PART = rf"(?P<told>{GAP}(?:in{GAP}the{GAP}(?P<part>morning|afternoon|evening)|at{GAP}(?P<night>night)\b))"
_FIGURES = regex(
    rf"(?P<hour>\d{{1,2}})(?:(?P<colon>[:.])(?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)?(?![\d:]|\.\d)"
    rf"(?:{_HALF_OF_DAY}|(?P<clock>[ ]?o['’]clock))?{_PART}?{_ZONE}?"
)
#: Four figures are a time of day before a zone, and so are those from which it runs: "0800 to 1800 GMT".
_MILITARY = regex(
    rf"(?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)"
    rf"(?:{_ZONE}|(?P<hours> (?:hours|hrs)\b)|(?=(?: to | and | ?[-–] ?)(?:[01]\d|2[0-4]):?[0-5]\d{GAP}?(?:{_ZONES})\b))"
)
#: Words before a number that can be nothing but a time of day then.
_SURE_LEADS = frozenset("at until till since before after".split())
#: Words that lead to a time of day in figures without any other sign of it.
_LEADS = frozenset("at by until till from around about before after since between".split())


def clock(lowered: str, at: int, day_after: Callable[[int], tuple[Said, int] | None]) -> Reading | None:
    """The time of day whose figures begin here, with the day behind it."""
    found = _FIGURES.match(lowered, at)
    if found is None:
        return None
    groups = found.groupdict()
    if not _tells_time(lowered, at, groups):
        return None
    part, end, printed = groups["part"] or groups["night"], found.end(), int(groups["hour"])
    if part and not groups["half"] and printed > NOON:
        # "15:20 in the morning" is told wrongly, and by the figures.
        end = end if printed in _HOURS_OF.get(part, ()) else found.start("told")
        part = None
    hour = _hour(printed, groups["half"], part)
    if hour is None:
        return None
    minute = int(groups["minute"]) if groups["minute"] else 0
    zone = groups["zone"] or ""
    return _on_a_day(lowered, at, end, Clock(hour, minute, None, zone), day_after)


#: The hours behind noon that a part of the day has.
_HOURS_OF = {"afternoon": range(13, 19), "evening": range(16, 25), "night": range(18, 25)}
NOON = 12


def military(lowered: str, at: int, day_after: Callable[[int], tuple[Said, int] | None]) -> Reading | None:
    """The time of day in four figures and a zone: "1802 GMT"; or behind "at", for "1802 hours" may be a length."""
    found = _MILITARY.match(lowered, at)
    if found is None or (found["hours"] and word_before(lowered, at)[0] not in _SURE_LEADS):
        return None
    said = Clock(int(found["hour"]), int(found["minute"]), None, found["zone"] or "")
    return _on_a_day(lowered, at, found.end(), said, day_after)


def _tells_time(lowered: str, at: int, groups: dict[str, str | None]) -> bool:
    """Whether figures that could be a score or a price are a time of day."""
    if groups["half"] or groups["clock"]:
        return True
    is_led = word_before(lowered, at)[0] in _LEADS
    if groups["told"]:
        return groups["colon"] is not None or is_led  # "two in the morning and 3 in the afternoon" are counted
    return groups["colon"] == ":" and (bool(groups["zone"]) or (is_led and not _AHEAD_BY(lowered, at)))


#: So much is somebody ahead or behind: "he leads by 1:12".
_AHEAD_BY = ending(
    r"\b(?:leads?|leading|led|lead|trail\w*|won|wins?|winning|beat\w*|ahead|behind|lost|loses|back|clear|record|margin|deficit|missed)(?: (?!(?:was|were|is|are|had|has|been)\b)[a-z’'-]+){0,3} (?:by|around|about) ",
    60,
    "by ",
    "around ",
    "about ",
)


def _hour(hour: int, half: str | None, part: str | None) -> int | None:
    """The hour of the day from 0 to 24, or None for one that no clock shows."""
    if half or part:
        if not 1 <= hour <= 12:
            return None
        if part == "night" and not half:
            return hour + 12 if hour >= FIRST_AT_NIGHT else hour
        return hour % 12 + (12 if half == "p" or part in ("afternoon", "evening") else 0)
    return hour if hour <= 24 else None


#: "Five at night" is none of the evening.
FIRST_AT_NIGHT = 6
_HOURS = {word: hour for word, hour in (UNITS | TEENS).items() if 1 <= hour <= 12}
_SPELLED = regex(
    rf"(?:(?P<part>half|quarter)|(?P<many>five|ten|twenty(?:[- ]five)?|[0-5]?\d)(?:{GAP}minutes)?){GAP}(?P<way>past|to){GAP}"
    rf"(?P<hour>{'|'.join(_HOURS)}|1[0-2]|[1-9])(?:[ ]?o['’]clock)?(?![\w%$£€-]|[.,:/]\d|{GAP}(?:million|thousand|hundred|dozen|per|of|third|quarter|fifth)\b)"
)
_HOUR_IN_WORDS = regex(
    rf"(?P<hour>{'|'.join(_HOURS)})(?:(?P<clock>[ ]?o['’]clock)(?![\w-])(?:{_PART}\b)?|{_PART.replace('<', '<only_')}\b)"
)


def hour_in_words(lowered: str, at: int, day_after: Callable[[int], tuple[Said, int] | None]) -> Reading | None:
    """The full hour in words: "three o'clock", "at three in the morning"."""
    found = _HOUR_IN_WORDS.match(lowered, at)
    if found is None or not (found["clock"] or word_before(lowered, at)[0] in _SURE_LEADS):
        return None
    part = found["part"] or found["night"] or found["only_part"] or found["only_night"]
    hour = _hour(_HOURS[found["hour"]], None, part)
    return None if hour is None else _on_a_day(lowered, at, found.end(), Clock(hour, 0), day_after)


#: What makes "ten to six" a time, and no odds.
_OF_THE_DAY = regex(
    rf"{GAP}(?:in{GAP}the{GAP}(?:morning|afternoon|evening)|at{GAP}night|(?:this|that|yesterday){GAP}(?:morning|afternoon|evening))\b"
    rf"(?!{GAP}(?:session|service|trading|rush|peak|round)\b)"
)
_PAST = {"five": 5, "ten": 10, "twenty": 20, "twenty-five": 25, "twenty five": 25, "quarter": 15, "half": 30}


#: Half past seven in Britain; what follows tells that half of nothing else is meant.
_HALF_SEVEN = regex(
    rf"half{GAP}(?P<hour>{'|'.join(_HOURS)})(?=[.,;:)!?]|\Z|\n|{GAP}(?:on|in|this|tonight|tomorrow|and|when|until|till|to|for)\b)"
)


def spelled(lowered: str, at: int) -> Reading | None:
    """The time of day in words, of which nobody says whether it is before noon: "half past five", "a quarter to six"."""
    found = _SPELLED.match(lowered, at)
    lead, start = word_before(lowered, at)
    if found is None and lead in _LEADS and (half := _HALF_SEVEN.match(lowered, at)):
        return fixed(f"T{_HOURS[half['hour']]:02}:30", at, half.end(), Kind.TIME)
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


#: "12 noon", "12:00 midnight".
_TWELVE = ending(r"(?<![\w.,:])12(?:[:.]00)? ", len("x12:00 "), "12 ", "00 ")


def named_hour(lowered: str, at: int, end: int, day_after: Callable[[int], tuple[Said, int] | None]) -> Reading:
    """Noon, midday or midnight, with the day behind it."""
    hour = 24 if lowered.startswith("midnight", at) else NOON
    if twelve := _TWELVE(lowered, at):
        at = twelve.start()
    return _on_a_day(lowered, at, end, Clock(hour, 0), day_after)


def _on_a_day(
    lowered: str, at: int, end: int, said: Clock, day_after: Callable[[int], tuple[Said, int] | None]
) -> Reading:
    hedged = hedge_before(lowered, at)
    start = hedged.at if hedged else at
    comma = end + 1 if lowered[end : end + 1] == "," and said.zone else end
    if night := _THAT_NIGHT.match(lowered, end):
        here = Here(Grain.DAY, -1 if night["last"] and said.hour >= NOON else 0)
        return Reading(Clock(said.hour, said.minute, here, said.zone), start, night.end(), Kind.TIME)
    day = day_after(comma)
    if day is not None:
        return Reading(Clock(said.hour, said.minute, day[0], said.zone), start, day[1], Kind.TIME)
    other = _OTHER_CLOCK.match(lowered, end) or _ON.match(lowered, end)
    if other and (day := day_after(other.end())):
        return Reading(Clock(said.hour, said.minute, day[0], said.zone), start, end, Kind.TIME)
    return Reading(said, start, end, Kind.TIME)


#: "1am last night" is of today.
_THAT_NIGHT = regex(rf"{GAP}(?:(?P<last>last{GAP}night)|this{GAP}(?:morning|afternoon|evening))\b(?!['’])")
#: What may stand between a time and its day: "6 p.m. on Sunday", and the same time by another clock, or the end of
#: it: "10:35 a.m. (0735 GMT) Friday".
_ON = regex(rf"{GAP}on(?={GAP})")
_OTHER_CLOCK = regex(rf"(?:{GAP}\([^()\n]{{4,24}})?\)")


def with_day_part(lowered: str, found: Found) -> Reading | None:
    """The day with the part of it that is named next: "Friday night", "yesterday morning"."""
    word, end = word_after(lowered, found.end)
    code = DAY_PARTS.get(word)
    return Reading(DayPart(found.said, code), found.start, end, Kind.TIME) if code else None
