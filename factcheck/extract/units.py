"""Units of time with a word before them: "a year", "the quarter", "that week", "each month", "years", "year-earlier"."""

from __future__ import annotations

from decimal import Decimal

from factcheck.extract import clock, dates, durations, periods, years
from factcheck.extract.lexicon.calendar_words import MONTHS, ORDINALS, TIME_UNITS
from factcheck.extract.phrases import fixed, with_the
from factcheck.extract.said import (
    Away,
    Ended,
    Fiscal,
    Fixed,
    Grain,
    Here,
    Mentioned,
    Part,
    Printed,
    Said,
    calendar_date,
)
from factcheck.extract.scanning import Reading
from factcheck.extract.spelled import read_spelled
from factcheck.extract.walking import GAP, ending, place_after, word_after, word_before
from factcheck.model import Kind
from factcheck.regexes import regex

#: Plurals that mean a length of time by themselves.
PLURALS = frozenset("minutes hours days weeks fortnights months quarters years decades centuries millennia".split())
_SINGULARS = frozenset("minute hour day week weekend fortnight month quarter year decade century".split())
#: The units that anchor a time.
UNIT_STARTS = PLURALS | _SINGULARS

#: Words before "a year" that show a length and not a rate ("four flights a week").
_LENGTH_LEADS = frozenset(
    "for in within over than about nearly almost barely after least of every last take takes took taken another lasts "
    "lasted spend spent spends under around roughly just only him her them us until".split()
)
_THE = frozenset({"the", "that", "same"})


def unit(text: str, lowered: str, at: int, end: int) -> Reading | None:
    """What a unit of time means by the word before it."""
    word = lowered[at:end]
    if lowered.startswith("-long", end) and word in TIME_UNITS:
        return _long(lowered, at, end)
    if word == "week" and (numbered := _WEEK_OF_YEAR.match(lowered, end)):
        said = periods.numbered_week(int(numbered[2]), int(numbered[1]))
        return Reading(said, at, numbered.end()) if said else None
    if word in PLURALS:
        named = text[at].isupper() and lowered[at - 2 : at - 1].isdigit()  # "60 Minutes said so"
        return None if named or durations.is_of_a_war(text, end) else _many(lowered, at, end)
    if word in TIME_UNITS and (joined := _PART_JOINED(lowered, at)):
        length = durations.share(PARTS_OF_ONE[joined[1]], TIME_UNITS[word], end)
        return durations.phrase(lowered, joined.start(), length)
    if word == "quarter" and (time := clock.spelled(lowered, at)):
        return time
    return (_year(lowered, at, end) if word == "year" else None) or _by_the_word_before(text, lowered, at, end)


def _by_the_word_before(text: str, lowered: str, at: int, end: int) -> Reading | None:
    word = lowered[at:end]
    before, start = word_before(lowered, at)
    if before in _THE:
        return (_beside(text, lowered, at, end) if before == "the" else None) or _the(text, lowered, at, end)
    if before in _ONE and (word in TIME_UNITS or (word == "quarter" and before in _EACH)):
        return _ONE[before](lowered, start, end, TIME_UNITS.get(word, word))
    return None


_WEEK_OF_YEAR = regex(rf"{GAP}(\d{{1,2}})(?:{GAP}of|,)?{GAP}((?:19|20)\d\d)(?![\w%]|[.,]\d)")
#: What stands before a unit that is one part of it: "half-hour", "a quarter century".
_PART_JOINED = ending(r"(?<![\w-])(half|quarter)[- ]", len("quarter-"), *("half ", "half-", "quarter ", "quarter-"))
PARTS_OF_ONE = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "three quarters": Decimal("0.75")}
#: What stands before "a century" and is a part of it: "a quarter of", "three-quarters of".
_PART_OF_ONE = ending(
    r"(?<!\w)(?:an? |one[ -])?(half|quarter|three[ -]quarters)(?: of)? ", 24, *(" of ", "half ", "quarter ")
)


def _beside(text: str, lowered: str, at: int, end: int) -> Reading | None:
    """Such as "the day before last Tuesday", "the day after tomorrow", "the week before last", "the year before"."""
    found = _BESIDE.match(lowered, end)
    grain = periods.GRAINS.get(lowered[at:end])
    if found is None or grain is None:
        return None
    step, start = -1 if found[1] == "before" else 1, with_the(lowered, at)
    if found[2]:
        return Reading(Here(grain, 2 * step), start, found.end())
    if lowered[found.end() : found.end() + 1] not in _SPACES:
        return Reading(Mentioned(grain, step), start, found.end())
    begin = place_after(lowered, found.end())
    base = periods.time_at(text, lowered, begin) if grain is Grain.DAY else None
    if base is None or not _is_a_day(base.said):
        return None
    return Reading(Away(grain, step, base.said), start, base.end)


_SPACES = frozenset(" \t\n\r\xa0")
_AHEAD = regex(rf"{GAP}ahead\b")
_END = regex(r"(?:['’]s)?[ ]end\b")
_YEAR_BEFORE = regex(rf"-(?:(ago)|earlier)(?:{GAP}(?:(quarter|third{GAP}quarter)|(period)))?\b")
_BESIDE = regex(rf"{GAP}(before|after)(?:{GAP}(last|next)\b(?!{GAP}[a-z]|'))?(?={GAP}|[.,;:)]|$)")


def _is_a_day(said: Said) -> bool:
    if isinstance(said, Printed):
        return said.date.day is not None or said.date.weekday is not None
    return isinstance(said, Here) and said.grain is Grain.DAY


def _long(lowered: str, at: int, end: int) -> Reading:
    """Such as "a day-long march", "the decades-long war"."""
    name, stop = TIME_UNITS[lowered[at:end]], end + len("-long")
    is_many = lowered[at:end] in PLURALS
    length = durations.many(lowered, name, stop) if is_many else durations.one_joined(name, stop)
    return durations.phrase(lowered, at, length)


def _year(lowered: str, at: int, end: int) -> Reading | None:
    """A year of business: "year-earlier", "by year end", "the fiscal year"."""
    if lowered.startswith("-", end):
        return _year_earlier(lowered, at, end)
    before, start = word_before(lowered, at)
    return _fiscal_year(lowered, start, end) if before == "fiscal" else _year_end(lowered, at, end)


def _many(lowered: str, at: int, end: int) -> Reading | None:
    """Such as "for months", "these days", "over the years"."""
    name = TIME_UNITS.get(lowered[at:end], "quarter")
    before, start = word_before(lowered, at)
    if before == "these" and name == "day":
        return fixed("PRESENT_REF", start, end)
    if (
        before in _NOT_MANY
        or lowered.endswith("as many ", 0, at)
        or lowered.startswith("-", at - 1)
        or durations.is_age(lowered, end)
    ):
        return None
    if lowered[at - 2 : at - 1].isdigit():  # who reads figures did not take them for a length
        return None
    found = durations.phrase(lowered, at, durations.many(lowered, name, end))
    if before == "the" and (ahead := _AHEAD.match(lowered, end)):
        return found._replace(start=start, end=ahead.end())
    if before == "the" and word_before(lowered, start)[0] in {"over", "through", "throughout"}:
        return found._replace(start=start)
    return found


#: Words after which a plural is no length ("those years", "in early years", "the 67th and 68th minutes").
_NOT_MANY = frozenset({"those", "these", "early", "st", "nd", "rd", "th", *ORDINALS})


def _year_earlier(lowered: str, at: int, end: int) -> Reading | None:
    """Such as "year-earlier results", "the year-ago quarter", "year-end"."""
    found = _YEAR_BEFORE.match(lowered, end)
    if found:
        counted = None if found[2] or found[3] else durations.length(lowered, place_after(lowered, found.end()))
        if counted is not None and counted.unit == "month" and not counted.joined:
            timex = durations.duration_timex(counted.unit, counted.number)
            return fixed(timex, with_the(lowered, at), counted.end, Kind.DURATION)
        said: Said = Away(Grain.YEAR, -1) if found[1] else Mentioned(Grain.YEAR, -1)
        said = Mentioned(Grain.QUARTER, -4) if found[2] else said
        start = with_the(lowered, at) if found[2] or found[3] else at
        return Reading(said, start, found.end())
    return Reading(_end_of_year(lowered, at), at, end + len("-end")) if lowered.startswith("-end", end) else None


def _year_end(lowered: str, at: int, end: int) -> Reading | None:
    """Such as "by year end", "at year's end"."""
    before, _ = word_before(lowered, at)
    found = _END.match(lowered, end) if before in _YEAR_END_LEADS else None
    return Reading(_end_of_year(lowered, at), at, found.end()) if found else None


def _end_of_year(lowered: str, at: int) -> Part:
    """The end of this year, or of the last where something has gone on since."""
    return Part(Here(Grain.YEAR, -1 if word_before(lowered, at)[0] == "since" else 0), "late")


_YEAR_END_LEADS = frozenset({"by", "at", "around", "before", "after", "until", "since", "through"})


# --- one -------------------------------------------------------------------------------


def _a(lowered: str, start: int, end: int, name: str) -> Reading | None:
    """Such as "a year ago", "over a week"; a rate is left, and so is "a quarter"."""
    if name == "quarter":
        return None
    before, begin = word_before(lowered, start)
    if part := _PART_OF_ONE(lowered, start):
        length = durations.share(PARTS_OF_ONE[part[1].replace("-", " ")], name, end)
        return durations.phrase(lowered, part.start(), length)
    if before in _OFTEN and name != "day":
        return fixed(durations.duration_timex(name, durations.ONE), begin, end, Kind.SET)
    found = durations.phrase(lowered, start, durations.one(lowered, name, end))
    if found.kind is not Kind.DURATION or found.start != start or found.end != end:
        return found
    return found if before in _LENGTH_LEADS or _APART.match(lowered, end) else None


#: "A year after the vote" tells how far two things lie apart.
_APART = regex(rf"{GAP}(?:after|before)\b")


def _whole(lowered: str, start: int, end: int, name: str) -> Reading | None:
    """Such as "all day", "another week"."""
    return durations.phrase(lowered, start, durations.one(lowered, name, end))


def _more(lowered: str, start: int, end: int, name: str) -> Reading | None:
    """Such as "an additional year", "a further week"."""
    word, begin = word_before(lowered, start)
    return _whole(lowered, begin, end, name) if word in {"a", "an"} else None


def _full(lowered: str, start: int, end: int, name: str) -> Reading | None:
    """Such as "the full year" is this one, "a full year" a length."""
    the = with_the(lowered, start)
    if name == "year" and the != start:
        return Reading(Here(Grain.YEAR), the, end)
    word, begin = word_before(lowered, start)
    return _whole(lowered, begin if word == "a" else start, end, name)


def _each(lowered: str, start: int, end: int, name: str) -> Reading | None:
    """Such as "every week"; "every quarter of the town" is a part of it."""
    if name == "quarter" and lowered.startswith(" of ", end):
        return None
    return fixed(durations.duration_timex(name, durations.ONE), start, end, Kind.SET)


def _every_other(lowered: str, start: int, end: int, name: str) -> Reading | None:
    """Such as "every other week"."""
    before, begin = word_before(lowered, start)
    return fixed(durations.duration_timex(name, durations.TWO), begin, end, Kind.SET) if before == "every" else None


#: Words that make a repetition of "a week" behind them.
_OFTEN = frozenset({"once", "twice"})
_EACH = ("each", "every")
_ONE = {
    "a": _a,
    "an": _a,
    "all": _whole,
    "another": _whole,
    **dict.fromkeys(("additional", "extra", "further"), _more),
    "full": _full,
    "other": _every_other,
    **dict.fromkeys(_EACH, _each),
}


# --- the -------------------------------------------------------------------------------


def _the(text: str, lowered: str, at: int, end: int) -> Reading | None:  # noqa: PLR0911 - one line for each word
    """The stretch that was spoken of: "the quarter", "that year", "the same day"."""
    grain = periods.GRAINS.get(lowered[at:end])
    before, start = word_before(lowered, at)
    if grain is None or (before == "the" and grain in _NOT_SPOKEN_OF) or _COMPARING.match(lowered, end):
        return None
    if before == "same":
        word, begin = word_before(lowered, start)
        return Reading(Mentioned(grain), begin if word in {"the", "that"} else start, end)
    if before == "that":
        return Reading(Mentioned(grain), start, end)
    if _END.match(lowered, end):
        return None
    if grain is Grain.YEAR and _YEAR_TO.match(lowered, end):
        return Reading(Fixed("P1Y"), start, end, Kind.DURATION)
    if grain is Grain.QUARTER:
        return _quarter(text, lowered, start, end)
    if grain is Grain.YEAR and (named := _the_year(lowered, start, end)):
        return named
    if grain in _WEEKS and (week := _week_of(text, lowered, (start, end), grain)):
        return week
    said: Said = Here(grain) if grain is Grain.WEEKEND else Mentioned(grain)
    return Reading(said, start, end)


#: What "the" before it says too little about.
_NOT_SPOKEN_OF = frozenset({Grain.DAY, Grain.DECADE, Grain.CENTURY})


#: What makes a comparison of the unit before it ("quarter-to-quarter", "year-over-year").
_COMPARING = regex(r"-(?:to|over|on|by)-")
#: What makes a business stretch of the unit before it.
_ENDED = regex(rf"{GAP}end(?:ed|ing)\b")
#: The last month or day of such a stretch: "the year to August".
_YEAR_TO = regex(
    rf"{GAP}end(?:ed|ing)\b|{GAP}to{GAP}(?:the{GAP}end{GAP}of{GAP}|\d{{1,2}}{GAP})?(?:{'|'.join(MONTHS)})\b"
)


def _quarter(text: str, lowered: str, start: int, end: int) -> Reading:
    """Such as "the quarter ended Sept. 30", "the quarter a year ago", "the quarter"."""
    if compared := periods.YEAR_BACK.match(lowered, end):
        return Reading(Mentioned(Grain.QUARTER, -4), start, compared.end())
    ended = _ENDED.match(lowered, end)
    last = periods.time_at(text, lowered, place_after(lowered, ended.end())) if ended else None
    if last is not None and isinstance(last.said, Printed) and last.said.date.month:
        return Reading(Ended(Grain.QUARTER, last.said), start, end)
    return Reading(Mentioned(Grain.QUARTER), start, end)


def _fiscal_year(lowered: str, at: int, end: int) -> Reading | None:
    """Such as "the fiscal year", "fiscal year 2023"; a length where its end follows."""
    start = with_the(lowered, at)
    year_at = place_after(lowered, end)
    if (
        year_at > end
        and lowered[year_at : year_at + 4].isdecimal()
        and (named := years.year(lowered, year_at, leads=True))
    ):
        return Reading(Fiscal(named.said), start, named.end)
    if start == at:
        return None
    if _ENDED.match(lowered, end):
        return Reading(Fixed("P1Y"), start, end, Kind.DURATION)
    return Reading(Fiscal(Mentioned(Grain.YEAR)), start, end)


def _the_year(lowered: str, start: int, end: int) -> Reading | None:
    """Such as "the year two thousand", "the year 2000"."""
    begin = place_after(lowered, end)
    if begin > end and lowered[begin : begin + 4].isdecimal():
        found = years.year(lowered, begin, leads=True)
        return Reading(found.said, start, found.end) if found and isinstance(found.said, Printed) else None
    spelled = read_spelled(lowered, begin) if begin > end else None
    if spelled is None or spelled.value not in years.LONE_YEARS:
        return None
    return Reading(Printed(calendar_date(int(spelled.value))), start, spelled.end)


_WEEKS = frozenset({Grain.WEEK, Grain.WEEKEND})


#: What stands between a week and a day of it.
_OF_WEEK = frozenset(("of", "beginning", "starting", "commencing", "ended", "ending"))


def _week_of(text: str, lowered: str, span: tuple[int, int], grain: Grain) -> Reading | None:
    """Such as "the week of March 6", "the weekend of May 5"; a day with which it ends or begins is another mention."""
    start, end = span
    following, stop = word_after(lowered, end)
    base = periods.time_at(text, lowered, place_after(lowered, stop)) if following in _OF_WEEK else None
    if base is None or not isinstance(base.said, Printed) or not dates.is_a_day(base.said.date):
        return None  # a day that does not exist is read by itself
    return Reading(Away(grain, 0, base.said), start, base.end if following == "of" else end)
