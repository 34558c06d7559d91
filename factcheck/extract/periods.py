"""Times that hang on the day of writing or on another time: "last year", "this coming Sunday", "the past two weeks"."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from factcheck.extract import durations
from factcheck.extract.clock import with_day_part
from factcheck.extract.dates import day_and_month, month, weekday
from factcheck.extract.lexicon.calendar_words import (
    DAY_PARTS,
    MODALS,
    MONTHS,
    ORDINALS,
    PERIOD_NOUNS,
    RELATIVE_DAYS,
    SEASONS,
    SHORT_NAMES,
    TIME_UNITS,
    WEEKDAYS,
)
from factcheck.extract.phrases import kind_of, with_the
from factcheck.extract.quarters import nth
from factcheck.extract.said import (
    Away,
    DayIn,
    DayPart,
    Fiscal,
    Fixed,
    Found,
    Grain,
    Here,
    Lean,
    Mentioned,
    Nth,
    Printed,
    Said,
    SameIn,
    Season,
    Years,
    calendar_date,
)
from factcheck.extract.scanning import Reading
from factcheck.extract.seasons import decade_word, named_season, short_decade
from factcheck.extract.walking import GAP, place_after, word_after, word_at, word_before
from factcheck.extract.years import business_year, year
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Units that a word like "last" picks one of.
GRAINS: Mapping[str, Grain] = {
    "day": Grain.DAY,
    "weekend": Grain.WEEKEND,
    "week": Grain.WEEK,
    "month": Grain.MONTH,
    "quarter": Grain.QUARTER,
    "year": Grain.YEAR,
    "decade": Grain.DECADE,
    "century": Grain.CENTURY,
}
#: How far each word points, counted from the day of writing.
FROM_NOW = {"last": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
#: How far each word points, counted from the time spoken of.
FROM_THERE = {"previous": -1, "preceding": -1, "prior": -1, "following": 1, "same": 0, "that": 0, "latest": 0}
#: Every word that points from a time.
POINTERS = (*FROM_NOW, *(word for word in FROM_THERE if word not in {"that", "same"}))
_FISCAL = regex(rf"(?:{GAP}|-)(?:fiscal|calendar|full|financial)(?={GAP})")
#: What may stand between "this" and a stretch of time, or be one.
BEFORE_STRETCHES = ("fiscal", "calendar", "full", "financial", "past", "coming", "half", *PERIOD_NOUNS)
#: Behind a quarter: "a year ago".
YEAR_BACK = regex(rf"{GAP}a{GAP}year{GAP}(?:ago|earlier|before)\b")


# --- any time ------------------------------------------------------------------------


def time_at(text: str, lowered: str, at: int, *, nested: bool = False) -> Found | None:  # noqa: PLR0911 - one line for each sort of word
    """The calendar time whose first word begins here, as it may follow "early" or "the end of".

    One that is nested in another ("the first half of …") has no numbered parts of its own.
    """
    word, end = word_at(lowered, at)
    if not word:
        return _figures(text, lowered, at)
    if word in _ARTICLES and word_after(lowered, end)[0] not in _ARTICLES:
        found = time_at(text, lowered, place_after(lowered, end), nested=nested) or _the(lowered, at, end)
        return found and Found(found.said, at, found.end)
    if word in MONTHS:
        return month(text, lowered, at, leads=True)
    if word in WEEKDAYS:
        return weekday(text, lowered, at, leads=True)
    if word in RELATIVE_DAYS:
        return Found(Here(Grain.DAY, RELATIVE_DAYS[word]), at, end)
    if word in FROM_NOW or word in FROM_THERE:
        reading = relative(text, lowered, at, end, nested=nested)
        return Found(reading.said, at, reading.end) if reading and reading.said else None
    if word in SEASONS:
        return Found(*named_season(lowered, at, end))
    whole_of = None if nested else partial(of_stretch, text, lowered)
    return nth(lowered, at, end, whole_of) if word in ORDINALS else decade_word(lowered, at, end)


_ARTICLES = frozenset({"the", "its"})
#: Words that make a verb of "last" behind them.
_VERB_LEADS = MODALS | {"to", "not"}
#: The same where so much time follows: "on average they last 25 minutes".
_LASTING = frozenset(
    "they which that who these those usually normally typically generally often mostly films shows sessions lessons classes".split()
)
_OWNERS = frozenset("his her my our your".split())
#: Behind somebody's last: "her father's last year at the light".
_LAST_OF = regex(rf"{GAP}(?:year|month|week|season|day){GAP}(?:at|in{GAP}(?:office|charge|power|the{GAP}job))\b")
#: The last of something that is told, and of no stretch of the calendar: "the last day of the fair", "the last month of his life".
_LAST_OF_ALL = regex(
    rf"{GAP}(?:day|week|month|year){GAP}of{GAP}(?:(?:his|her|its|their|my|our)\b|the{GAP}(?!(?:week|month|quarter|half|year|decade|century|19|20)))"
)
#: A day is the last of something, unless it is the stretch of a day that has just passed: "died in the last day".
_LAST_DAY, _IN_THE = regex(rf"{GAP}day\b"), regex(r"\b(?:in|over|during|within|of|for)(?: the)? \Z")


_DAY = regex(r"\d{1,2}(?:st|nd|rd|th)?(?=[ -])")


def _figures(text: str, lowered: str, at: int) -> Found | None:
    if lowered[at : at + 4].isdecimal():
        return year(lowered, at, leads=True)
    if day := _DAY.match(lowered, at):
        return day_and_month(text, lowered, at, int(day[0].rstrip("sthndr")), day.end())
    if lowered[at : at + 1] in ("'", "’", "‘"):
        return short_decade(lowered, at + 1)
    return None


def _the(lowered: str, at: int, end: int) -> Found | None:
    """The stretch that has just been spoken of: "the year"."""
    word, stop = word_after(lowered, end)
    return Found(Mentioned(GRAINS[word]), at, stop) if word in GRAINS else None


# --- last, this, next ------------------------------------------------------------------


def relative(text: str, lowered: str, at: int, end: int, *, nested: bool = False) -> Reading | None:
    """What "last", "this", "next" and the like point at."""
    word, start = lowered[at:end], with_the(lowered, at)
    if word == "last" and _is_no_time(text, lowered, at, end):
        return None
    if skipped := _FISCAL.match(lowered, end):
        end = skipped.end()
    noun, stop = word_after(lowered, end)
    if word == "this" and noun in {"past", "coming"}:
        inner = relative(text, lowered, stop - len(noun), stop, nested=nested)
        return inner and inner._replace(start=start)
    if noun in MONTHS or noun in WEEKDAYS:
        return _named(text, lowered, start, stop - len(noun), _step(word), nested=nested)
    if noun == "half":
        whole = None if nested else of_stretch(text, lowered, stop)
        return (
            Reading(Nth(Grain.HALF, 2 if word in {"last", "latest"} else 1, whole[0]), start, whole[1])
            if whole
            else None
        )
    said = _pointed_at(word, noun)
    if said is None:
        return _counted(lowered, word, start, end)
    numbered = None if nested else _numbered_after(text, lowered, stop, said)
    if numbered:
        said, stop = numbered
    return Reading(said, start, stop, kind_of(said))


def _is_no_time(text: str, lowered: str, at: int, end: int) -> bool:
    """Whether "last" is a verb, or somebody's last: "will last a year", "in his last year at school"."""
    lead, before = word_before(lowered, at)
    lead = "" if lead == "may" and text[before].isupper() else lead  # "in May last year"
    is_owned = lowered.endswith(("'s ", "’s "), 0, at) and _LAST_OF.match(lowered, end)
    is_day = _LAST_DAY.match(lowered, end) and not _IN_THE.search(lowered, max(0, at - 12), at)
    return lead in _VERB_LEADS or lead in _OWNERS or bool(is_owned or is_day or _LAST_OF_ALL.match(lowered, end))


def _step(word: str) -> int:
    return FROM_NOW.get(word, FROM_THERE.get(word, 0))


def _pointed_at(word: str, noun: str) -> Said | None:  # noqa: PLR0911 - one line for each sort of noun
    """What a word and a noun mean together: "last year", "this morning", "the previous day", "the latest quarter"."""
    step = _step(word)
    if noun in DAY_PARTS:
        from_there = word in FROM_THERE or word == "next"
        day: Said = Mentioned(Grain.DAY, step) if from_there else Here(Grain.DAY, step)
        return DayPart(day, DAY_PARTS[noun])
    if noun in SEASONS:
        return Season(SEASONS[noun], None, Lean(step))
    if noun in PERIOD_NOUNS:
        return Mentioned(Grain.QUARTER) if word in FROM_THERE else None
    grain = GRAINS.get(noun)
    if grain is None:
        return None
    if word == "latest":
        return Here(grain, -1)
    if word == "past" and grain >= Grain.DECADE:
        return Fixed("P10Y" if grain is Grain.DECADE else "P100Y")
    if word in FROM_NOW and not (grain is Grain.DAY and word == "next"):
        return Here(grain, step)
    return Mentioned(grain, step)


def _numbered_after(text: str, lowered: str, at: int, whole: Said) -> tuple[Said, int] | None:
    """The part of a stretch named before it: "last year's third quarter", "this week Friday"."""
    if isinstance(whole, Here) and whole.grain is Grain.WEEK and (day := _DAY_OF_IT.match(lowered, at)):
        return DayIn(1, WEEKDAYS[day[1]], whole), day.end(1)
    if not lowered.startswith(("'s ", "’s "), at):
        return None
    word, end = word_after(lowered, at + 2)
    if word == "quarter":
        return SameIn(whole), end
    found = nth(lowered, end - len(word), end, partial(of_stretch, text, lowered)) if word in ORDINALS else None
    if found is None or not isinstance(found.said, Nth):
        return None
    return Nth(found.said.grain, found.said.number, whole), found.end


def _named(  # noqa: PLR0913 - where to read, and how to read it
    text: str, lowered: str, start: int, at: int, step: int, *, nested: bool
) -> Reading | None:
    """Such as "last May", "next Friday", "this coming Sunday, March 8"."""
    word, _ = word_at(lowered, at)
    found = month(text, lowered, at, leads=True) if word in MONTHS else weekday(text, lowered, at, leads=True)
    if found is None or not isinstance(found.said, Printed):
        return None
    whole = of_month(text, lowered, found.end) if step < 0 and not nested else None
    if whole and found.said.date.weekday is not None:
        return Reading(DayIn(-1, found.said.date.weekday, whole[0]), start, whole[1])
    said = Printed(found.said.date, Lean(step), found.said.last_day)
    if step and found.said.date.weekday is not None and (weeks := weeks_behind(lowered, found.end, "on")):
        return Reading(Away(Grain.DAY, step * weeks[0], said), start, weeks[1])
    return with_day_part(lowered, Found(said, start, found.end)) or Reading(said, start, found.end)


def _counted(lowered: str, word: str, start: int, end: int) -> Reading | None:
    """Such as "the past two weeks", "the next few days", "recent years", "coming months"."""
    if word == "last" and word_before(lowered, start)[0] in _LASTING:
        return None
    begin = place_after(lowered, end)
    found = durations.length(lowered, begin) if begin > end else None
    noun, stop = word_after(lowered, end)
    if found is None and noun in TIME_UNITS and noun.endswith("s") and word != "this":
        if word == "coming":
            return Reading(Fixed("FUTURE_REF"), start, stop)
        found = durations.many(lowered, TIME_UNITS[noun], stop)
    if found is None or found.joined:
        return None
    return durations.phrase(lowered, begin, found)._replace(start=start)


# --- stretches -----------------------------------------------------------------------


def of_stretch(text: str, lowered: str, at: int) -> tuple[Said, int] | None:
    """The stretch that a part is one of: "of 1984", "of last year", "last year", "2022"."""
    word, end = word_after(lowered, at)
    begin = place_after(lowered, end) if word in ("of", "in") else place_after(lowered, at)
    word, end = word_at(lowered, begin)
    is_business = word == "fiscal"
    if is_business:
        begin = place_after(lowered, end)
    if begin == at:
        return None
    if word == "fy":
        found = business_year(lowered, place_after(lowered, end))
        return (found.said, found.end) if found else None
    found = time_at(text, lowered, begin, nested=True)
    if found is None or not isinstance(found.said, Printed | Here | Mentioned | Years):
        return None
    if isinstance(found.said, Printed) and found.said.date.day:
        return None
    return Fiscal(found.said) if is_business else found.said, found.end


# --- days of weeks and months -----------------------------------------------------------


def of_week(lowered: str, at: int) -> tuple[Said, int] | None:
    """The week behind a weekday: "of last week", "next week"."""
    found = _WEEK_BEHIND.match(lowered, at)
    return (Here(Grain.WEEK, FROM_NOW[found[1]]), found.end()) if found else None


def of_month(text: str, lowered: str, at: int) -> tuple[Said, int] | None:
    """The month that a numbered day belongs to: "of next month", "in November 2016"."""
    joint, end = word_after(lowered, at)
    found = time_at(text, lowered, place_after(lowered, end), nested=True) if joint in ("of", "in") else None
    if found is None:
        return None
    match found.said:
        case Printed(date=date) if date.month and not date.day:
            return found.said, found.end
        case Here(grain=Grain.MONTH) | Mentioned(grain=Grain.MONTH):
            return found.said, found.end
        case _:
            return None


def nth_day(text: str, lowered: str, number: int, at: int, end: int) -> Found | None:
    """Such as "the second Monday of May", "the first day of May", "the 20th of next month"; the number ends at `end`."""
    word, stop = word_after(lowered, end)
    if word == "day":
        end = stop
    weekday_ = WEEKDAYS.get(word) if word not in SHORT_NAMES else None
    whole = of_month(text, lowered, end if weekday_ is None else stop)
    if whole is None or (weekday_ is not None and number > MOST_IN_A_MONTH):
        return None
    return Found(DayIn(number, weekday_, whole[0]), at, whole[1])


#: No month has more Mondays than this.
MOST_IN_A_MONTH = 5
#: The day of a week that is named before it: "They meet this week Friday."
_DAY_OF_IT = regex(
    rf"{GAP}({'|'.join(WEEKDAYS)})(?=[.,;:)?!]|\Z|{GAP}(?:at|in|on|by|from|to|for|and|after|before|when|where|with)\b)"
)
#: "On Tuesday week" is a week from the next Tuesday; a "Monday week" is no week in fashion.
_WEEKS_ON = regex(rf"{GAP}(?:week|(fortnight))(?=[.,;:)]|\Z|\n|{GAP}(?:at|in|and|to|with|when|or)\b)")
_WEEK_LEADS = frozenset(
    "on by until till from is was be meet meets met returns return reopens opens closes here there back again home resumes resume".split()
)


def weeks_behind(lowered: str, end: int, before: str) -> tuple[int, int] | None:
    """How many days from a weekday "week" or "fortnight" behind it leads, and where the word ends."""
    found = _WEEKS_ON.match(lowered, end) if before in _WEEK_LEADS else None
    return (14 if found[1] else 7, found.end()) if found else None


_WEEK_BEHIND = regex(rf"(?:{GAP}of)?{GAP}(last|this|next|past){GAP}week\b")


def numbered_week(year: int, number: int) -> Said | None:
    """A week of a year, as ISO 8601 counts them; None where the year has not so many."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return Away(Grain.WEEK, 0, Printed(calendar_date(monday.year, monday.month, monday.day)))
