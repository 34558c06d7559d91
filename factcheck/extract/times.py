"""Words and figures become times that are said and not yet dated: the readers that the scanner asks."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.extract import clock, dates, durations, parts, periods, quarters, seasons, units
from factcheck.extract.feasts import FEAST_ANCHORS, feast
from factcheck.extract.lexicon.calendar_words import (
    DAY_PARTS,
    MONTHS,
    NAMES_AFTER_WEEKDAYS,
    NAMES_BEFORE_WEEKDAYS,
    OF_OUR_TIME,
    ORDINALS,
    PAPERS,
    RELATIVE_DAYS,
    REPETITIONS,
    SEASONS,
    TIME_UNITS,
    VAGUE_TIMES,
    WEEKDAYS,
)
from factcheck.extract.lexicon.numbers import CARDINALS
from factcheck.extract.phrases import fixed, with_the
from factcheck.extract.said import (
    Away,
    DayIn,
    DayPart,
    Fiscal,
    Found,
    Grain,
    Here,
    Lean,
    Mentioned,
    Nth,
    Printed,
    Said,
    SameIn,
)
from factcheck.extract.scanning import Reading
from factcheck.extract.times_in_figures import OPENING, day_after, is_a_title
from factcheck.extract.walking import GAP, ending, place_after, word_after, word_before
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping

    from factcheck.extract.scanning import Reader


def _month(text: str, lowered: str, at: int, end: int) -> Reading | None:
    if quarter := quarters.quarter_of_months(lowered, at, end, partial(periods.of_stretch, text, lowered)):
        return Reading(quarter.said, with_the(lowered, at), quarter.end)
    found = dates.month(text, lowered, at)
    if found is None or not isinstance(found.said, Printed):
        return None
    printed = found.said.date
    before, start = word_before(lowered, at)
    if printed.day is not None or printed.year is not None or printed.month is None:
        return Reading(found.said, start if printed.day and before == "around" else at, found.end)
    if before in {"each", "every"}:
        return fixed(f"XXXX-{printed.month:02}", start, found.end, Kind.SET)
    whole = periods.of_stretch(text, lowered, found.end)
    if whole and isinstance(whole[0], Here | Mentioned) and whole[0].grain is Grain.YEAR:
        return Reading(Nth(Grain.MONTH, printed.month, whole[0]), at, whole[1])
    return Reading(found.said, at, found.end)


def _weekday(text: str, lowered: str, at: int, _end: int) -> Reading | None:  # noqa: PLR0911 - one line for each sort of words beside it
    found = dates.weekday(text, lowered, at)
    if found is None or not isinstance(found.said, Printed) or found.said.date.weekday is None:
        return None
    if text[at].isupper() and _is_a_name(text, lowered, at, found.end):
        return None
    if often := _weekly(lowered, found.said.date.weekday, at, found.end):
        return often
    if week := periods.of_week(lowered, found.end):
        return Reading(DayIn(1, found.said.date.weekday, week[0]), at, week[1])
    if (counted := _WEEKS_ON(lowered, at)) and not _is_how_often(lowered, counted):
        return _weeks_from(found, counted)
    if week_on := periods.weeks_behind(lowered, found.end, word_before(lowered, at)[0]):
        return Reading(Away(Grain.DAY, week_on[0], _to_come(found.said)), at, week_on[1])
    if beside := _BESIDE_LAST.match(lowered, found.end):
        step = Lean.BACK if beside[1] == "before" else Lean.AHEAD
        return Reading(Away(Grain.DAY, 7 * step, Printed(found.said.date, step)), with_the(lowered, at), beside.end())
    return clock.with_day_part(lowered, found) or Reading(found.said, at, found.end)


#: "A week on Tuesday", "two weeks today".
_WEEKS = r"\b(?P<many>a|one|two|three|four|six) (?:week|(?P<two>fortnight))s? "
_LONGEST_COUNT = len("three fortnights on ")
_WEEKS_ON = ending(rf"{_WEEKS}(?:on|from) ", _LONGEST_COUNT + 2, " on ", " from ")
_WEEKS_TODAY = ending(_WEEKS, _LONGEST_COUNT, *("week ", "weeks ", "fortnight ", "fortnights "))


def _weeks_from(day: Found, counted: re.Match[str]) -> Reading:
    """The day so many weeks from one that is named, or that day itself where the words tell it too: "a week on Monday, 19 May"."""
    if isinstance(day.said, Printed) and day.said.date.day is not None:
        return Reading(day.said, counted.start(), day.end)
    return Reading(Away(Grain.DAY, _days(counted), _to_come(day.said)), counted.start(), day.end)


def _weeks_before(lowered: str, day: Reading, counted: re.Match[str]) -> Reading | None:
    """The day so many weeks before the last of a weekday: "a week last Friday"."""
    is_weekday = isinstance(day.said, Printed) and day.said.date.weekday is not None and day.said.date.day is None
    if not is_weekday or _is_how_often(lowered, counted):
        return None
    return Reading(Away(Grain.DAY, -_days(counted), day.said), counted.start(), day.end)


def _days(counted: re.Match[str]) -> int:
    """How many days there are in the weeks or fortnights that are counted."""
    return 7 * CARDINALS.get(counted["many"], 1) * (2 if counted["two"] else 1)


#: "Once a week on Tuesday", "in less than a week on Tuesday".
_NO_COUNT = frozenset("once twice times than within in for after days nights hours over about just".split())


def _is_how_often(lowered: str, counted: re.Match[str]) -> bool:
    """Whether weeks before "on Tuesday" tell how often or how long, and not from when."""
    return not counted[0].endswith(" from ") and word_before(lowered, counted.start())[0] in _NO_COUNT


def _to_come(day: Said) -> Said:
    """A weekday from which weeks are counted on is the next one."""
    return Printed(day.date, Lean.AHEAD) if isinstance(day, Printed) and day.date.day is None else day


#: "The Friday before last", "the Tuesday after next".
_BESIDE_LAST = regex(rf"{GAP}(?:(before){GAP}last|after{GAP}next)\b(?!{GAP}(?:week|month|year)|['’-])")


def _weekly(lowered: str, weekday: int, at: int, end: int) -> Reading | None:
    """A weekday, or a part of it, that comes again: "each Thursday", "every Sunday morning", "Tuesday nights"."""
    timex = f"XXXX-WXX-{weekday + 1}"
    before, start = word_before(lowered, at)
    if before in _NOT_EACH:
        before, start = word_before(lowered, start)
        if before != "every":
            return None
    if before in {"each", "every"}:
        part, stop = word_after(lowered, end)
        if part in DAY_PARTS:
            return fixed(f"{timex}T{DAY_PARTS[part]}", start, stop, Kind.SET)
        return fixed(timex, start, end, Kind.SET)
    if parts := _PARTS_OF_DAYS.match(lowered, end):
        return fixed(f"{timex}T{DAY_PARTS[parts['part']]}", at, end if parts["other"] else parts.end(), Kind.SET)
    return None


#: Between "every" and a weekday.
_NOT_EACH = frozenset(("other", "second", "third", "fourth"))
#: Behind a weekday, what makes it one of many: "Tuesday nights", and so of both in "Monday and Tuesday nights".
_PARTS_OF_DAYS = regex(
    rf"(?P<other>{GAP}(?:and|or|to|through){GAP}(?:{'|'.join(WEEKDAYS)}))?"
    rf"{GAP}(?P<part>morning|afternoon|evening|night)s\b"
)


def _is_a_name(text: str, lowered: str, at: int, end: int) -> bool:
    """Whether a weekday is a part of the name of a paper, a programme or a club ("the Sunday Times")."""
    before, start = word_before(lowered, at)
    following, stop = word_after(lowered, end)
    if following in NAMES_AFTER_WEEKDAYS:
        return text[stop - len(following)].isupper()
    if before == "news":  # a programme; but somebody may tell "ABC News Friday" something
        return text[end : end + 1] in _CLOSING or text[max(0, start - 5) : start].rpartition(" ")[0][-1:] in OPENING
    return before in NAMES_BEFORE_WEEKDAYS and text[start].isupper()


_CLOSING = frozenset("\"”’'")


def _weekdays(_text: str, lowered: str, at: int, end: int) -> Reading:
    return fixed(f"XXXX-WXX-{WEEKDAYS[lowered[at : end - 1]] + 1}", at, end, Kind.SET)


def _relative_day(_text: str, lowered: str, at: int, end: int) -> Reading | None:
    if at >= 4 and lowered.startswith("usa ", at - 4):
        return None
    if lowered.startswith(("'s ", "’s "), end) and word_after(lowered, end + 2)[0] in OF_OUR_TIME:
        return None
    said = Here(Grain.DAY, RELATIVE_DAYS[lowered[at:end]])
    if counted := _WEEKS_TODAY(lowered, at):
        return _weeks_from(Found(said, at, end), counted)
    if lowered.startswith("tonight", at):
        return Reading(DayPart(said, "NI"), at, end, Kind.TIME)
    return clock.with_day_part(lowered, Found(said, at, end)) or Reading(said, at, end)


#: What "this" and "next" point at begins so; to look first saves most readings, for "this" is a common word.
_POINTED_AT = frozenset(
    word[:3] for word in (*periods.GRAINS, *DAY_PARTS, *SEASONS, *MONTHS, *WEEKDAYS, *periods.BEFORE_STRETCHES)
)


def _relative(text: str, lowered: str, at: int, end: int) -> Reading | None:
    if lowered.startswith("this ", at) and lowered[end + 1 : end + 4] not in _POINTED_AT:
        return None
    phrase = periods.relative(text, lowered, at, end)
    if phrase and lowered.startswith("last", at) and (counted := _WEEKS_TODAY(lowered, phrase.start)):
        weeks = _weeks_before(lowered, phrase, counted)
        return weeks or phrase
    if phrase and phrase.start == at and is_a_title(text, at, phrase.end):
        return None
    return phrase or _bare_relative(lowered, at, end)


def _bare_relative(lowered: str, at: int, end: int) -> Reading | None:
    """Such as "in the past", "the current …"."""
    word = lowered[at:end]
    if word == "current" and lowered.endswith(("then ", "then-"), 0, at):
        return fixed("PAST_REF", at - len("then-"), end)
    if word == "current":
        return fixed(VAGUE_TIMES[word], at, end)
    before, start = word_before(lowered, at)
    if word == "past" and before == "the" and word_before(lowered, start)[0] == "in":
        return fixed("PAST_REF", start, end)
    return None


def _ordinal(text: str, lowered: str, at: int, end: int) -> Reading | None:
    """Such as "the third quarter", "the first nine months", "the third of October"."""
    found = quarters.nth(lowered, at, end, partial(periods.of_stretch, text, lowered))
    if found:
        return _with_article(lowered, found, joined=lowered[end : end + 1] == "-")
    number = ORDINALS[lowered[at:end]]
    if found := dates.day_and_month(text, lowered, at, number, end):
        return Reading(found.said, at, found.end)
    if found := periods.nth_day(text, lowered, number, at, end):
        return Reading(found.said, with_the(lowered, at), found.end)
    following = place_after(lowered, end)
    counted = durations.length(lowered, following) if following > end else None
    if counted is None or counted.joined:
        return None
    return durations.phrase(lowered, at, counted)._replace(start=with_the(lowered, at))


def _last_or_first(text: str, lowered: str, at: int, end: int) -> Reading | None:
    found = quarters.last_or_first(lowered, at, end, partial(periods.of_stretch, text, lowered))
    return Reading(found.said, with_the(lowered, at), found.end) if found else None


def _coded_quarter(text: str, lowered: str, at: int, _end: int) -> Reading | None:
    found = quarters.coded_quarter(lowered, at, at + len("q1"), partial(periods.of_stretch, text, lowered))
    return Reading(found.said, with_the(lowered, at), found.end) if found else None


def _with_article(lowered: str, found: Found, *, joined: bool) -> Reading:
    """A quarter with what stands before it: "the third quarter", "the fiscal first quarter", "third-quarter"."""
    start, said = found.start, found.said
    before, _ = word_before(lowered, start)
    if before == "fiscal" or lowered.endswith("fiscal-", max(0, start - 7), start):
        said, start = Fiscal(said), start - len("fiscal-")
    return Reading(said, start if joined else with_the(lowered, start), found.end)


def _vague(_text: str, lowered: str, at: int, end: int) -> Reading | None:
    """Such as "now", "recently", "recent years", "the near future"."""
    word = lowered[at:end]
    following, stop = word_after(lowered, end)
    before, start = word_before(lowered, at)
    if word == "recent" and following in units.PLURALS:
        return durations.phrase(lowered, at, durations.many(lowered, TIME_UNITS[following], stop))
    if word == "future" and following in units.PLURALS:
        return fixed(VAGUE_TIMES[word], at, stop)
    if word == "future":
        before, start = word_before(lowered, start) if before == "near" else (before, start)
        return fixed(VAGUE_TIMES[word], start, end) if before == "the" else None
    if following in _NOT_BEFORE.get(word, ()) or before in _NOT_AFTER.get(word, ()):
        return None
    return fixed(VAGUE_TIMES[word], start if before == "right" else at, end)


#: Words that make "soon" mean something else.
_NOT_BEFORE = {"soon": {"as", "after", "became", "thereafter"}}
_NOT_AFTER = {"soon": {"as", "so", "too", "how", "very", "was", "were"}}


def _corresponding(text: str, lowered: str, at: int, end: int) -> Reading | None:
    """Such as "the corresponding period last year", "the same quarter of 1988"."""
    noun, stop = word_after(lowered, end)
    start = with_the(lowered, at)
    if noun not in {"period", "quarter"} or start == at:
        return None
    if whole := periods.of_stretch(text, lowered, stop):
        return Reading(SameIn(whole[0]), start, whole[1])
    if compared := periods.YEAR_BACK.match(lowered, stop):
        return Reading(Mentioned(Grain.QUARTER, -4), start, compared.end())
    return None


def _repetition(text: str, lowered: str, at: int, end: int) -> Reading | None:
    """Such as "daily"; not what calls a newspaper so ("the Party daily Granma")."""
    following, stop = word_after(lowered, end)
    _, start = word_before(lowered, at)
    if following in PAPERS or (following and text[stop - len(following)].isupper() and text[start].isupper()):
        return None
    return fixed(REPETITIONS[lowered[at:end]], at, end, Kind.SET)


def _overnight(_text: str, lowered: str, at: int, end: int) -> Reading | None:
    """The night before the day of writing, where the word is no description ("an overnight train")."""
    before, _ = word_before(lowered, at)
    following, _ = word_after(lowered, end)
    if before in _NOT_THAT_NIGHT or (following and following not in _AFTER_OVERNIGHT):
        return None
    return Reading(DayPart(Here(Grain.DAY, -1), "NI"), at, end, Kind.TIME)


#: Words by which "overnight" means any night, or a short time.
_NOT_THAT_NIGHT = frozenset(
    "a an the stay stays stayed staying kept keep almost virtually parked change changed".split()
)
_AFTER_OVERNIGHT = frozenset("in on at after as and but by from into to with when while because near over".split())


def _decade(_text: str, lowered: str, at: int, end: int) -> Reading | None:
    found = seasons.decade_word(lowered, at, end)
    start = with_the(lowered, at)
    return Reading(found.said, start, end) if found and start != at else None


def _named_hour(text: str, lowered: str, at: int, end: int) -> Reading | None:
    if word_before(lowered, at)[0] == "high":
        return None
    return clock.named_hour(lowered, at, end, lambda place: day_after(text, lowered, place))


# --- the table ----------------------------------------------------------------------------------------


_READERS: tuple[tuple[Iterable[str], Reader], ...] = (
    (MONTHS, _month),
    (WEEKDAYS, _weekday),
    ([f"{day}s" for day in WEEKDAYS if day.endswith("day")], _weekdays),
    (RELATIVE_DAYS, _relative_day),
    (periods.POINTERS, _relative),
    (parts.PARTS, parts.part),
    (ORDINALS, _ordinal),
    (quarters.CODED_QUARTERS, _coded_quarter),
    (quarters.LAST_AND_FIRST, _last_or_first),
    (SEASONS, seasons.season),
    (VAGUE_TIMES, _vague),
    (REPETITIONS, _repetition),
    (("corresponding", "comparable", "same"), _corresponding),
    (seasons.DECADES, _decade),
    (("noon", "midday", "midnight"), _named_hour),
    (("overnight",), _overnight),
    (units.UNIT_STARTS, units.unit),
    (FEAST_ANCHORS, feast),
)


def _starts() -> dict[str, Reader]:
    table: dict[str, Reader] = {}
    for words, reader in _READERS:
        for word in words:
            table.setdefault(word, reader)
    return table


#: Each word that may begin or anchor a time, and who reads it.
STARTS: Mapping[str, Reader] = MappingProxyType(_starts())
