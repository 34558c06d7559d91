"""Times that begin with figures or a number word: "24 February 2022", "2014", "10:30 p.m.", "five months"."""

from __future__ import annotations

from functools import partial

from factcheck.extract import clock, dates, durations, periods, quarters, seasons, years
from factcheck.extract.bounds import hedge_before
from factcheck.extract.lexicon.calendar_words import (
    MODALS,
    MONTHS,
    ORDINALS,
    RELATIVE_DAYS,
    WEEKDAYS,
    YEAR_PREPOSITIONS,
)
from factcheck.extract.number_words import is_running_text
from factcheck.extract.phrases import fixed, with_the
from factcheck.extract.said import Fiscal, Found, Grain, Here, Nth, Onward, Printed, Said, SameIn, calendar_date
from factcheck.extract.scanning import Reading
from factcheck.extract.walking import GAP, ending, place_after, word_after, word_at, word_before
from factcheck.regexes import regex

_RUN = regex(r"\d{1,5}")
_MONEY = frozenset("$£€¥")


def read_after_digits(text: str, lowered: str, at: int, _end: int) -> Reading | None:
    """The time whose figures begin here: "24 February 2022", "2014", "5 months", "10:30 p.m.", "1990s"."""
    run = _RUN.match(lowered, at)
    if run is None:
        return None
    end = run.end()
    beside = lowered.startswith(years.ERAS, end) or lowered.endswith(_LETTERS, 0, at)
    if not (beside or end - at == len("2014") or _may_be_a_time(lowered, at, end)):
        return None
    phrase = _told_by_letters(text, lowered, at, end) if beside else None
    if phrase is None and end - at == 4:
        phrase = _four_figures(text, lowered, at, end)
    elif phrase is None and end - at <= 2:
        phrase = _two_figures(text, lowered, at, end)
    if phrase is None and end - at <= 2:
        is_clock = lowered.startswith((" past ", " to "), end)
        phrase = (clock.spelled(lowered, at) if is_clock else None) or _timed(lowered, at, end)
    if phrase is None and end - at <= 4 and not (at and lowered[at - 1] in _MONEY):
        length = durations.length(lowered, at)
        phrase = durations.phrase(lowered, at, length) if length and not is_a_title(text, at, length.end) else None
    return phrase


def _may_be_a_time(lowered: str, at: int, end: int) -> bool:
    """A look at what stands beside figures, for most of them count or measure something."""
    mark = lowered[end : end + 1]
    if mark == " ":
        word = lowered[end + 1 : end + 4]
        goes_on = not word.isalpha() or word in _GO_ON
    else:
        goes_on = mark not in _STOPS or lowered[end + 1 : end + 2].isdigit()
    return goes_on or lowered.endswith(_JOINED_BEFORE, 0, at)


#: What a time of more than a word goes on with behind its first figures begins so, whatever is longer than "to".
_GO_ON = frozenset(word[:3] for word in (*MONTHS, *durations.BEHIND_FIGURES, "past", "and", "through", "out of"))
#: Behind these, where no digit follows, no time goes on.
_STOPS = frozenset(",.;)%?!")
#: What stands before the rest of a time that began before: "2nd and 3rd", "2019-21", "the '80s".
_JOINED_BEFORE = (" and ", " or ", "-", "–", "/", "'", "’", "‘")


#: What tells before figures of which years they are, or of which part of one.
_LETTERS = (*years.DOMINI, "fy")
#: What may touch the figures of a year: "FY21", "Q4FY23", "AD79".
YEAR_CODES = (
    "fy",
    *(f"{part}fy" for part in quarters.CODED_QUARTERS),
    "ad",
)
_PART_OF_IT = ending(r"(?<!\w)([qh])([1-4])fy", len("xq4fy"), "fy")


def _told_by_letters(text: str, lowered: str, at: int, end: int) -> Reading | None:
    """A year that letters beside it make one of business, or of the first centuries: "FY21", "Q4FY23", "AD 79", "about 1200 BC"."""
    if not lowered.endswith("fy", 0, at):
        dated = years.of_era(text, lowered, at, end) if end - at <= len("2000") else None
        hedged = hedge_before(lowered, dated.start) if dated else None
        return dated and Reading(dated.said, hedged.at if hedged else dated.start, dated.end)
    year = years.business_year(lowered, at)
    part = _PART_OF_IT(lowered, at) if year else None
    if year is None or part is None:
        return year and Reading(year.said, year.start, year.end)
    grain = Grain.QUARTER if part[1] == "q" else Grain.HALF
    return Reading(Nth(grain, int(part[2]), year.said), part.start(), year.end)


def _four_figures(text: str, lowered: str, at: int, end: int) -> Reading | None:
    """A date that begins with its year, a time such as "1802 GMT", a year or a decade."""
    if found := dates.numeric(lowered, at):
        return Reading(found.said, at, found.end)
    if zoned := clock.military(lowered, at, lambda place: day_after(text, lowered, place)):
        return zoned
    if lowered.startswith("-w", end) and (week := _iso_week(lowered, at, end)):
        return week
    found = years.year(lowered, at)
    if found is None:
        return None
    if not isinstance(found.said, Printed):
        return Reading(found.said, with_the(lowered, at), found.end)
    return _quarter_of_year(text, lowered, found) or _named_year(lowered, at, Found(found.said, at, end))


def _quarter_of_year(text: str, lowered: str, year: Found) -> Reading | None:
    """A year and its quarter: "the 1988 second quarter", "2021 Q2"."""
    following, stop = word_after(lowered, year.end)
    if following in ("q", "h") and (coded := _CODED.match(lowered, stop)):
        grain = Grain.QUARTER if following == "q" else Grain.HALF
        return Reading(Nth(grain, int(coded[0]), year.said), year.start, coded.end())
    if following not in ORDINALS:
        return None
    found = quarters.nth(lowered, stop - len(following), stop, partial(periods.of_stretch, text, lowered))
    if found is None or not isinstance(found.said, Nth) or found.said.whole is not None:
        return None
    return Reading(Nth(found.said.grain, found.said.number, year.said), with_the(lowered, year.start), found.end)


_CODED = regex(r"(?:(?<=q)[1-4]|(?<=h)[12])(?!\w)")
_ISO_WEEK = regex(r"-w(\d\d)(?![\w-])")


def _iso_week(lowered: str, at: int, end: int) -> Reading | None:
    """A week by its number in a year: "2022-W42"."""
    week = _ISO_WEEK.match(lowered, end)
    said = week and periods.numbered_week(int(lowered[at:end]), int(week[1]))
    return Reading(said, at, week.end()) if week and said else None


def _named_year(lowered: str, at: int, found: Found) -> Reading:
    """A year, with "fiscal" before it, or as "the 1988 quarter"."""
    before, start = word_before(lowered, at)
    if before in ("fiscal", "fy"):
        return Reading(Fiscal(found.said), start, found.end)
    following, stop = word_after(lowered, found.end)
    if before == "the" and following in {"quarter", "period"}:
        return Reading(SameIn(found.said), start, stop)
    if onward := _ONWARD.match(lowered, found.end):
        return Reading(Onward(found.said), at, onward.end())
    return Reading(found.said, at, found.end)


#: What makes all that follows it of a year.
_ONWARD = regex(rf"{GAP}(?:(?:or|and){GAP}(?:later|beyond|onwards?)|onwards?)\b")


#: What stands behind the first figures of how long something took: "2h 3m", "3m 59s", "3:48.82", "9.81s".
_TIMED = regex(r"[hm] ?\d|:\d\d[.:]|\.\d+s")


def _timed(lowered: str, at: int, end: int) -> Reading | None:
    """How long something took, in letters or in figures with colons."""
    if lowered[end : end + 1] not in _MARKS_OF_TIMES or not _TIMED.match(lowered, end):
        return None
    from factcheck.extract.timed import in_letters  # noqa: PLC0415 - few texts tell it so

    return in_letters(lowered, at)


def _two_figures(text: str, lowered: str, at: int, end: int) -> Reading | None:
    """A time of day, a date in figures, a day and its month, or a numbered century."""
    mark = lowered[end : end + 1]
    may_be_an_hour = mark in _CLOCK_MARKS and (not mark.isspace() or lowered[end + 1 : end + 2] in _BEHIND_HOURS)
    if may_be_an_hour and (time := clock.clock(lowered, at, lambda place: day_after(text, lowered, place))):
        return time
    number = int(lowered[at:end])
    if (
        mark in _PARTS_OF_YEARS
        and number in _QUARTERS
        and text[end].isupper()
        and (lowered.startswith("fy", end + 1) or not lowered[end + 1 : end + 2].isalpha())
    ):
        quarter = quarters.coded_quarter(lowered, at, end + 1, partial(periods.of_stretch, text, lowered))
        return Reading(quarter.said, with_the(lowered, at), quarter.end) if quarter else None
    found = dates.numeric(lowered, at) if mark in _DATE_MARKS else None
    stop = end
    if found is None and lowered[end : end + 2] in _SUFFIXES:
        stop = end + 2
        if numbered := quarters.nth(lowered, at, stop, partial(periods.of_stretch, text, lowered)):
            return Reading(numbered.said, with_the(lowered, at), numbered.end)
    found = (
        found
        or dates.day_and_month(text, lowered, at, number, stop)
        or years.short_end(lowered, at, number, end)
        or dates.second_day(lowered, at, number, stop)
        or dates.first_day(text, lowered, at, number, stop)
    )
    if found:
        return Reading(found.said, at, found.end)
    if stop != end and (day := periods.nth_day(text, lowered, number, at, stop)):
        return Reading(day.said, with_the(lowered, at), day.end)
    return _without_century(lowered, at, number, end) if lowered[at - 1 : at] in {"'", "’", "‘"} else None


def _without_century(lowered: str, at: int, number: int, end: int) -> Reading | None:
    """A decade or a year behind an apostrophe that stands for its century: "the '80s", "the summer of '69"."""
    if decade := seasons.short_decade(lowered, at):
        return Reading(decade.said, with_the(lowered, decade.start), decade.end)
    is_year = end - at == 2 and not lowered[end : end + 1].isalnum() and word_before(lowered, at - 1)[0] in _YEAR_LEADS
    return Reading(Printed(calendar_date(years.full_year(number))), at - 1, end) if is_year else None


_YEAR_LEADS = YEAR_PREPOSITIONS | {"of", "before", "after"}
#: What follows the hour of a time of day.
_CLOCK_MARKS = frozenset(":. \xa0ap")
#: What "p.m.", "o'clock" and "in the morning" begin with, and a space between.
_BEHIND_HOURS = frozenset("apoi \t\r\n\xa0")
_DATE_MARKS = frozenset("/-.")
_MARKS_OF_TIMES = frozenset("hm:.")
_PARTS_OF_YEARS, _QUARTERS = frozenset("qh"), range(1, 5)
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})


def read_after_word(text: str, lowered: str, at: int, _end: int) -> Reading | None:
    """The time whose number word begins here: "five months", "two and a half years", "nineteen ninety-six"."""
    if spoken := years.spoken_year(lowered, at):
        return Reading(spoken.said, at, spoken.end)
    may_begin_both = lowered.startswith(_DAY_OR_HOUR, at)
    if may_begin_both and (day := dates.spelled_day(text, lowered, at)):
        return Reading(day.said, at, day.end)
    time = (clock.spelled(lowered, at) if may_begin_both else None) or _hour(text, lowered, at)
    if time:
        return time
    found = durations.length(lowered, at)
    if found is None or durations.is_of_a_war(text, found.end):
        return None
    before, start = word_before(lowered, at)
    if before in MODALS and lowered.startswith("one day", at):
        return fixed("FUTURE_REF", at, found.end)
    if (before == "a" and (found.numerals[0].allows or lowered.startswith(_A_ROUND, at))) or (
        before == "the" and not found.joined
    ):
        at = start
    return durations.phrase(lowered, at, found)


def _hour(text: str, lowered: str, at: int) -> Reading | None:
    near = lowered[at : at + _HOUR_WITHIN]
    if "clock" not in near and " the " not in near and " at " not in near:
        return None
    return clock.hour_in_words(lowered, at, lambda place: day_after(text, lowered, place))


#: So near behind the beginning of an hour in words stands what tells that it is one.
_HOUR_WITHIN = 20
#: What begins "twenty second of June" and "half past five".
_DAY_OR_HOUR = ("twenty", "thirty ", "half ", "five ", "ten ")
#: Numbers that an article belongs to.
_A_ROUND = ("hundred", "thousand", "dozen", "million", "billion")


def day_after(text: str, lowered: str, at: int) -> tuple[Said, int] | None:
    """The day named straight behind a time of day: "10 p.m. Wednesday", "5 p.m. EST, Nov. 9"."""
    begin = place_after(lowered, at)
    word, end = word_at(lowered, begin)
    if begin == at or not word:
        return None
    if word in RELATIVE_DAYS:
        return Here(Grain.DAY, RELATIVE_DAYS[word]), end
    found = None
    if word in WEEKDAYS:
        found = dates.weekday(text, lowered, begin, leads=True)
    elif word in MONTHS:
        found = dates.month(text, lowered, begin)
    if found is None or not isinstance(found.said, Printed):
        return None
    named = found.said.date
    return (found.said, found.end) if named.day or named.weekday is not None else None


#: Marks that open a quotation or a title.
OPENING = frozenset("\"“‘'`")


def is_a_title(text: str, at: int, end: int) -> bool:
    """Whether a quotation mark and a capital in its last word make a title of a time ("60 Minutes", "This Week"), or it names a war."""
    if durations.is_of_a_war(text, end):
        return True
    _, _, last = text[at:end].rpartition(" ")
    if not last[:1].isupper() or last == text[at:end]:
        return False
    return text[at - 1 : at] in OPENING or (text[at].isdigit() and is_running_text(text, at, end))
