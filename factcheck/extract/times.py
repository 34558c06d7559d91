"""Words and figures become times that are said and not yet dated: the readers that the scanner asks."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.extract import clock, dates, durations, periods
from factcheck.extract.dates import Found
from factcheck.extract.lexicon.calendar_words import (
    DAY_PARTS,
    EASTER_HOLIDAYS,
    FIXED_HOLIDAYS,
    MONTHS,
    ORDINALS,
    RELATIVE_DAYS,
    REPETITIONS,
    SEASONS,
    TIME_UNITS,
    VAGUE_TIMES,
    WEEKDAY_HOLIDAYS,
    WEEKDAYS,
)
from factcheck.extract.phrases import Phrase, fixed, kind_of, with_the
from factcheck.extract.said import Away, DayPart, Fiscal, Fixed, Grain, Here, Holiday, Lean, Mentioned, Nth, Part, Printed, Said, SameIn
from factcheck.extract.scanning import Reading
from factcheck.extract.walking import GAP, pattern, place_after, word_after, word_at, word_before
from factcheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.extract.scanning import Reader

#: Reads the phrase whose first word lies between two places.
Parser = "Callable[[str, str, int, int], Phrase | None]"


def _reading(phrase: Phrase | None) -> Reading | None:
    return phrase and Reading(phrase.start, phrase.end, phrase.kind, phrase.quantity, phrase.said)


# --- figures and number words -----------------------------------------------------------


def read_after_digits(text: str, lowered: str, at: int) -> Reading | None:
    """The time whose figures begin here: "24 February 2022", "2014", "5 months", "10:30 p.m.", "1990s"."""
    run = pattern(r"\d+").match(lowered, at)
    if run is None:
        return None
    end = run.end()
    size = end - at
    if size > 4:
        return None
    mark = lowered[end : end + 1]
    if size == 4:
        return _reading(_four_figures(text, lowered, at, end))
    if size <= 2 and (phrase := _two_figures(text, lowered, at, end, mark)):
        return _reading(phrase)
    if lowered[at - 1 : at] in _MONEY and at:
        return None
    found = durations.length(lowered, at)
    return _reading(durations.phrase(lowered, at, found)) if found else None


_MONEY = frozenset("$£€¥")


def _four_figures(text: str, lowered: str, at: int, end: int) -> Phrase | None:
    if (found := dates.numeric(lowered, at)) is not None:
        return Phrase(found.said, at, found.end)
    if zoned := clock.military(lowered, at, lambda place: _day_after(text, lowered, place)):
        return zoned
    found = dates.year(lowered, at)
    if found is None:
        length = durations.length(lowered, at)
        return durations.phrase(lowered, at, length) if length else None
    if isinstance(found.said, Printed):
        following, stop = word_after(lowered, found.end)
        if following in ORDINALS and (part := periods.nth(text, lowered, stop - len(following), stop)):
            if isinstance(part.said, Nth) and part.said.whole is None:
                return Phrase(Nth(part.said.grain, part.said.number, found.said), with_the(lowered, at), part.end)
        return _named_year(lowered, at, found)
    return Phrase(found.said, with_the(lowered, at), found.end)


def _named_year(lowered: str, at: int, found: Found) -> Phrase:
    """A year with "fiscal" before it, or as "the 1988 quarter"."""
    before, start = word_before(lowered, at)
    if before == "fiscal":
        return Phrase(Fiscal(found.said), start, found.end)
    following, stop = word_after(lowered, found.end)
    if before == "the" and following in ("quarter", "period"):
        return Phrase(SameIn(found.said), start, stop)
    return Phrase(found.said, at, found.end)


def _two_figures(text: str, lowered: str, at: int, end: int, mark: str) -> Phrase | None:
    """A day and its month, a date in figures, a time of day, a decade or a numbered century."""
    number = int(lowered[at:end])
    if mark in (":", ".") or mark == " " or mark in ("a", "p", "\xa0"):
        found_clock = clock.clock(lowered, at, lambda place: _day_after(text, lowered, place))
        if found_clock:
            return found_clock
    if mark in ("/", "-", ".") and (found := dates.numeric(lowered, at)):
        return Phrase(found.said, at, found.end)
    suffix = lowered[end : end + 2] in ("st", "nd", "rd", "th")
    stop = end + 2 if suffix else end
    if suffix and (found := periods.nth(text, lowered, at, stop)):
        return Phrase(found.said, with_the(lowered, at), found.end)
    if found := dates.day_and_month(text, lowered, at, number, stop):
        return Phrase(found.said, at, found.end)
    if century := dates.short_end(lowered, at, number, end):
        return Phrase(century.said, at, end)
    if mark == "s" and lowered[at - 1 : at] in ("'", "’") and (found := periods.short_decade(lowered, at)):
        return Phrase(found.said, with_the(lowered, found.start), found.end)
    if pair := dates.second_day(lowered, at, number, stop):
        return Phrase(pair.said, at, pair.end)
    return None


def read_after_word(text: str, lowered: str, at: int) -> Reading | None:
    """The time whose number word begins here: "five months", "two and a half years", "nineteen ninety-six"."""
    spoken = dates.spoken_year(lowered, at)
    if spoken:
        return Reading(at, spoken.end, Kind.DATE, None, spoken.said)
    found = durations.length(lowered, at)
    if found is None:
        return None
    before, start = word_before(lowered, at)
    if before == "a" and found.numerals[0].allows:
        at = start
    elif before in ("the", "every") and not found.joined:
        at = start
    return _reading(durations.phrase(lowered, at, found))


def _day_after(text: str, lowered: str, at: int) -> tuple[Said, int] | None:
    """The day named behind a time of day: "Wednesday", "EST Nov. 9", "on Nov. 9" excluded."""
    begin = place_after(lowered, at)
    if begin == at:
        return None
    word, end = word_at(lowered, begin)
    if word in WEEKDAYS:
        found = dates.weekday(text, lowered, begin, leads=True)
    elif word in MONTHS:
        found = dates.month(text, lowered, begin)
        if found and isinstance(found.said, Printed) and not found.said.date.day:
            found = None
    elif word in RELATIVE_DAYS:
        return Here(Grain.DAY, RELATIVE_DAYS[word]), end
    else:
        return None
    return (found.said, found.end) if found else None


# --- words ---------------------------------------------------------------------------------


def _read_month(text: str, lowered: str, at: int) -> Reading | None:
    found = dates.month(text, lowered, at)
    if found is None:
        return None
    said, end = found.said, found.end
    date = said.date if isinstance(said, Printed) else None
    if date and date.day is None and date.year is None and (whole := periods.of_stretch(text, lowered, end)):
        if isinstance(whole[0], Here | Mentioned) and whole[0].grain is Grain.YEAR and date.month:
            return Reading(at, whole[1], Kind.DATE, None, Nth(Grain.MONTH, date.month, whole[0]))
    before, start = word_before(lowered, at)
    if date and date.day is None and date.year is None and before in ("each", "every"):
        return Reading(start, end, Kind.SET, None, fixed(f"XXXX-{date.month:02}", start, end).said)
    if date and date.day and before == "around":
        at = start
    return Reading(at, end, Kind.DATE, None, said)


def _read_weekday(text: str, lowered: str, at: int) -> Reading | None:
    found = dates.weekday(text, lowered, at)
    if found is None:
        return None
    before, start = word_before(lowered, at)
    said = found.said
    if before in ("each", "every") and isinstance(said, Printed) and said.date.weekday is not None:
        return Reading(start, found.end, Kind.SET, None, fixed(f"XXXX-WXX-{said.date.weekday + 1}", start, found.end).said)
    if phrase := clock.with_day_part(lowered, found):
        return _reading(phrase)
    return Reading(at, found.end, Kind.DATE, None, said)


def _read_weekdays(text: str, lowered: str, at: int) -> Reading | None:
    word, end = word_at(lowered, at)
    return _reading(fixed(f"XXXX-WXX-{WEEKDAYS[word[:-1]] + 1}", at, end, Kind.SET))


def _read_relative_day(text: str, lowered: str, at: int) -> Reading | None:
    word, end = word_at(lowered, at)
    if lowered.startswith("usa ", at - 4) and at >= 4:
        return None
    said: Said = Here(Grain.DAY, RELATIVE_DAYS[word])
    if word == "tonight":
        return Reading(at, end, Kind.TIME, None, DayPart(said, "NI"))
    if phrase := clock.with_day_part(lowered, Found(said, at, end)):
        return _reading(phrase)
    return Reading(at, end, Kind.DATE, None, said)


def _read_relative(text: str, lowered: str, at: int) -> Reading | None:
    _, end = word_at(lowered, at)
    return _reading(periods.relative(text, lowered, at, end) or _bare_relative(lowered, at, end))


def _bare_relative(lowered: str, at: int, end: int) -> Phrase | None:
    """ "the past", "the current …"."""
    word = lowered[at:end]
    before, start = word_before(lowered, at)
    if word == "past" and before == "the" and word_before(lowered, start)[0] == "in":
        return fixed("PAST_REF", start, end)
    if word == "current":
        return fixed("PRESENT_REF", at, end)
    return None


def _read_part(text: str, lowered: str, at: int) -> Reading | None:
    _, end = word_at(lowered, at)
    return _reading(periods.part(text, lowered, at, end))


def _read_ordinal(text: str, lowered: str, at: int) -> Reading | None:
    word, end = word_at(lowered, at)
    if word not in ORDINALS:
        _, end = word_at(lowered, end + 1)
    found = periods.nth(text, lowered, at, end)
    if found:
        start = at
        before, begin = word_before(lowered, at)
        if before == "fiscal" or lowered[max(0, at - 7) : at] == "fiscal-":
            start = at - 7
            before, begin = word_before(lowered, start)
        hyphened = lowered[end : end + 1] == "-"
        return Reading(begin if before == "the" and not hyphened else start, found.end, Kind.DATE, None, found.said)
    number = ORDINALS[lowered[at:end]]
    if day := dates.day_and_month(text, lowered, at, number, end):
        return Reading(at, day.end, Kind.DATE, None, day.said)
    word, stop = word_after(lowered, end)
    counted = durations.length(lowered, place_after(lowered, end)) if word or lowered[end + 1 : end + 2].isdigit() else None
    if counted and not counted.joined:
        return _reading(durations.phrase(lowered, at, counted)._replace(start=with_the(lowered, at)))
    return None


def _read_season(text: str, lowered: str, at: int) -> Reading | None:
    _, end = word_at(lowered, at)
    return _reading(periods.season(text, lowered, at, end))


def _read_vague(text: str, lowered: str, at: int) -> Reading | None:
    word, end = word_at(lowered, at)
    following, stop = word_after(lowered, end)
    if word == "recent" and following in TIME_UNITS and following.endswith("s"):
        unit = TIME_UNITS[following]
        timex = durations.duration_timex(unit, None)
        return Reading(at, stop, Kind.DURATION, durations.phrase(lowered, at, durations.many(unit, stop)).quantity, fixed(timex, at, stop).said)
    start = at
    if word == "future":
        before, start = word_before(lowered, at)
        if before == "near":
            before, start = word_before(lowered, start)
        if before != "the":
            return None
    if word == "soon" and (following in ("as", "after", "became", "thereafter") or word_before(lowered, at)[0] in ("as", "so", "too", "how", "very")):
        return None
    if word == "now" and following == "that":
        return None
    if word == "now" and (before_now := word_before(lowered, at))[0] == "right":
        start = before_now[1]
    return Reading(start, end, Kind.DATE, None, fixed(VAGUE_TIMES[word], at, end).said)


def _read_repetition(text: str, lowered: str, at: int) -> Reading | None:
    word, end = word_at(lowered, at)
    return Reading(at, end, Kind.SET, None, fixed(REPETITIONS[word], at, end).said)


def _read_decade(text: str, lowered: str, at: int) -> Reading | None:
    _, end = word_at(lowered, at)
    found = periods.decade_word(lowered, at, end)
    before, start = word_before(lowered, at)
    if found is None or before not in ("the", "early", "late"):
        return None
    return Reading(start if before == "the" else at, end, Kind.DATE, None, found.said)


def _read_named_hour(text: str, lowered: str, at: int) -> Reading | None:
    _, end = word_at(lowered, at)
    return _reading(clock.named_hour(lowered, at, end, lambda place: _day_after(text, lowered, place)))


# --- units with a word before them -------------------------------------------------------------

#: Words before "a year" that show a length and not a rate.
_LENGTH_LEADS = frozenset(
    "for in within over than about nearly almost barely after least of every last take takes took taken another lasts "
    "lasted spend spent spends under around once roughly just only him her them us until".split()
)


def _read_unit(text: str, lowered: str, at: int) -> Reading | None:
    """ "a year", "the quarter", "that week", "each month", "years", "year-earlier"."""
    word, end = word_at(lowered, at)
    unit = TIME_UNITS.get(word, word)
    before, start = word_before(lowered, at)
    if word in _PLURALS:
        return _reading(_many_units(lowered, at, end, unit, before, start))
    if lowered[end : end + 1] == "-" and (compared := _year_earlier(lowered, at, end, before, start)):
        return _reading(compared)
    if word not in TIME_UNITS and word != "quarter":
        return _reading(_the_unit(text, lowered, at, end, before, start, Grain.WEEKEND)) if before in _THE else None
    if before in ("a", "an") and word != "quarter":
        return _reading(_a_unit(lowered, start, end, unit))
    if before in ("each", "every"):
        timex = durations.duration_timex(unit, durations.ONE)
        return Reading(start, end, Kind.SET, None, fixed(timex, start, end).said)
    if before in ("all", "full", "half", "another"):
        return _reading(_a_whole(lowered, start, end, unit, before))
    if word in periods.GRAINS and before in _THE:
        return _reading(_the_unit(text, lowered, at, end, before, start, periods.GRAINS[word]))
    return None


_THE = frozenset({"the", "that", "same"})
_PLURALS = frozenset(
    word for word, unit in TIME_UNITS.items() if word != unit and len(word) > 4 and word not in ("seconds",)
)


def _many_units(lowered: str, at: int, end: int, unit: str, before: str, start: int) -> Phrase | None:
    if before in ("the", "those", "these", "early", "first"):
        if before == "these" and unit == "day":
            return fixed("PRESENT_REF", start, end)
        if before != "the":
            return None
        over = word_before(lowered, start)[0] in ("over", "through", "throughout")
        return durations.phrase(lowered, at, durations.many(unit, end))._replace(start=start if over else at)
    if lowered[at - 1 : at] == "-" or durations.pattern(durations._AGE).match(lowered, end):
        return None
    return durations.phrase(lowered, at, durations.many(unit, end))


def _year_earlier(lowered: str, at: int, end: int, before: str, start: int) -> Phrase | None:
    """ "year-earlier", "the year-ago quarter", "year-end"."""
    found = pattern(rf"-(?:ago|earlier)(?:{GAP}(?:(quarter|third{GAP}quarter)|(period)))?\b").match(lowered, end)
    if found and lowered.startswith("year", at):
        said: Said = Mentioned(Grain.QUARTER, -4) if found[1] else Mentioned(Grain.YEAR, -1)
        return Phrase(said, start if before == "the" and found[0][-1] in "rd" and (found[1] or found[2]) else at, found.end())
    if lowered.startswith("year-end", at):
        return Phrase(Part(Here(Grain.YEAR), "late"), at, end + 4)
    return None


def _a_unit(lowered: str, start: int, end: int, unit: str) -> Phrase | None:
    """One unit: "a year ago", "over a week"; a rate ("four flights a week") is left."""
    phrase = durations.phrase(lowered, start, durations.one(lowered, unit, end))
    if phrase.kind is not Kind.DURATION or phrase.start != start:
        return phrase
    return phrase if word_before(lowered, start)[0] in _LENGTH_LEADS else None


def _a_whole(lowered: str, start: int, end: int, unit: str, before: str) -> Phrase | None:
    """ "all day", "the full year", "half an hour", "another week"."""
    if before == "half":
        return durations.phrase(lowered, start, durations.half(unit, end))
    if unit == "year" and before == "full" and (the := with_the(lowered, start)) != start:
        return Phrase(Here(Grain.YEAR), the, end)
    return durations.phrase(lowered, start, durations.one(lowered, unit, end))


def _the_unit(text: str, lowered: str, at: int, end: int, before: str, start: int, grain: Grain) -> Phrase | None:
    """The stretch that was spoken of: "the quarter", "that year"."""
    if before == "same":
        word, begin = word_before(lowered, start)
        start = begin if word in ("the", "that") else start
    if before == "the" and grain in (Grain.DAY, Grain.DECADE, Grain.CENTURY):
        return None
    if before == "the" and pattern(r"(?:['’]s)?[ ]end\b").match(lowered, end):
        return None
    if grain is Grain.YEAR and before == "the" and pattern(rf"{GAP}end(?:ed|ing)\b").match(lowered, end):
        return Phrase(Fixed("P1Y"), start, end, Kind.DURATION)
    following, stop = word_after(lowered, end)
    if grain is Grain.WEEK and following == "of" and (base := periods.time_at(text, lowered, place_after(lowered, stop))):
        if isinstance(base.said, Printed) and base.said.date.day:
            return Phrase(Away(Grain.WEEK, 0, base.said), start, base.end)
    said: Said = Here(Grain.WEEKEND) if grain is Grain.WEEKEND and before == "the" else Mentioned(grain)
    return Phrase(said, start, end)


# --- feast days -------------------------------------------------------------------------------------

_HOLIDAYS = (*FIXED_HOLIDAYS, *WEEKDAY_HOLIDAYS, *EASTER_HOLIDAYS)


def _read_holiday(text: str, lowered: str, at: int) -> Reading | None:
    name = max((name for name in _HOLIDAYS if lowered.startswith(name, at)), key=len, default="")
    if not name or not text[at].isupper():
        return None
    end = at + len(name)
    year_at = place_after(lowered, end + 1 if lowered[end : end + 1] == "," else end)
    found = dates.year(lowered, year_at, leads=True) if lowered[year_at : year_at + 4].isdigit() and year_at > end else None
    printed = found.said.date.year if found and isinstance(found.said, Printed) else None
    before, start = word_before(lowered, at)
    lean = _LEANS.get(before, Lean.OPEN)
    if lean is Lean.OPEN:
        start = at
    return Reading(start, found.end if found and printed else end, Kind.DATE, None, Holiday(name, printed, lean))


_LEANS = {"last": Lean.BACK, "past": Lean.BACK, "this": Lean.HERE, "next": Lean.AHEAD, "coming": Lean.AHEAD}


# --- the table ----------------------------------------------------------------------------------------


def _starts() -> dict[str, Reader]:
    """Each word that may begin or anchor a time, and who reads it."""
    table: dict[str, Reader] = {}
    for words, reader in (
        (MONTHS, _read_month),
        (WEEKDAYS, _read_weekday),
        ([f"{day}s" for day in WEEKDAYS if day.endswith("day")], _read_weekdays),
        (RELATIVE_DAYS, _read_relative_day),
        (periods.FROM_NOW, _read_relative),
        ([word for word in periods.FROM_THERE if word not in ("that", "same")], _read_relative),
        (("early", "earlier", "mid", "middle", "late", "later", "beginning", "end"), _read_part),
        (ORDINALS, _read_ordinal),
        (SEASONS, _read_season),
        ([word for word in VAGUE_TIMES if word != "current"], _read_vague),
        (REPETITIONS, _read_repetition),
        (periods._DECADES, _read_decade),
        (("noon", "midday", "midnight"), _read_named_hour),
        (_PLURALS, _read_unit),
        (("year", "month", "week", "weekend", "day", "hour", "minute", "quarter", "decade", "century", "fortnight"), _read_unit),
        ({name.split()[0] for name in _HOLIDAYS}, _read_holiday),
    ):
        for word in words:
            table.setdefault(word, reader)
    return table


STARTS: Mapping[str, Reader] = MappingProxyType(_starts())
