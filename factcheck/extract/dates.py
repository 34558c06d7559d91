"""Calendar dates as they are printed: "24 February 2022", "Oct. 2nd", "Friday the 13th", "2022-02-24", "2014"."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.calendar_words import (
    COMMON_WORDS,
    COUNTED_NOUNS,
    DETERMINERS,
    GIVEN_NAMES,
    MONTH_LEADS_TO,
    MONTHS,
    ORDINALS,
    SHORT_NAMES,
    TIME_PREPOSITIONS,
    WEEKDAYS,
)
from factcheck.extract.lexicon.numbers import CARDINALS, UNITS
from factcheck.extract.said import Found, Lean, Printed, calendar_date
from factcheck.extract.walking import GAP, ending, place_after, word_after, word_at, word_before
from factcheck.extract.years import full_year, may_be_plural, spoken_year
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re

    from factcheck.model import CalendarDate

#: Days that a month may have at most.
LONGEST_MONTH = 31
#: Days that not every month has, and that a slip of the finger makes of one.
MISTYPED_DAYS = range(29, 40)
#: Words before a month after which a number behind it may count something ("in March 32 were killed").
_AMOUNT_AHEAD = frozenset({"in", "during", "per", "each", "every", "last", "this", "next"})
#: Words behind a number that only a count has ("by June 32 of them", "since May 32 have gone").
_COUNT_BEHIND = frozenset({"of", "have", "had", "are", "were", "more", "others"})
#: A date in February of no known year may fall into a leap year.
_LEAP_YEAR = 2000

_YEAR = r"(?P<year>[12]\d{3}|['’]\d\d(?!\w))(?![\d%]|[.,/:-]\d|-[a-z])"
_TO = r"(?:[ ]?[-–—][ ]?|[ ](?:to|through)[ ])"
_SUFFIX = r"(?:st|nd|rd|th)?"
_NO_MORE = r"(?![\d%a-z]|[.,:]\d)"
_DAY = rf"(?P<day>\d{{1,2}}){_SUFFIX}{_NO_MORE}"
_A_DAY = regex(_DAY)
_LAST = rf"(?:{_TO}(?P<last>\d{{1,2}}){_SUFFIX}{_NO_MORE}(?![-–/]\d| ?[ap]\.?m\b))?"
_OF_YEAR = rf"(?:(?:{GAP}?,{GAP}?|{GAP}(?:of{GAP})?){_YEAR})?"
_MONTH_NAMES = any_of(MONTHS)
_ORDINAL_WORD = "|".join(word.replace("-", "[- ]") for word in sorted(ORDINALS, key=len, reverse=True))
_DAY_WORD = rf"(?P<word>{_ORDINAL_WORD})\b"

#: A day that is counted and not numbered, which only the year behind it tells: "May twenty one, 2018".
_COUNTED_DAY = rf"(?P<counted>(?:twenty|thirty)[ -](?:{'|'.join(UNITS)}))(?=,?{GAP}[12]\d{{3}}\b)"

#: Behind a month: a day or a run of days, and a year.
_AFTER_MONTH = regex(rf"\.?(?:(?:{GAP}(?:the{GAP})?|-|/)(?:{_DAY}{_LAST}|{_DAY_WORD}|{_COUNTED_DAY}))?{_OF_YEAR}")
#: Behind the number of a day: its month, and a year.
_MONTH_AFTER = regex(
    rf"{_LAST}(?:{GAP}(?:of{GAP})?|(?P<dash>-))(?P<month>{_MONTH_NAMES})(?![a-z])(?P<dot>\.(?={GAP}?[,\d]))?"
    rf"(?:-{_YEAR.replace('year', 'dashed')}|(?(dash)-(?P<short>\d\d)(?![\w-])|(?!))|{_OF_YEAR})"
)
#: Behind a weekday: "the 13th", and nothing that it could count.
_THE_DAY = regex(rf",?{GAP}the{GAP}(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)|{_DAY_WORD})(?!{GAP}(?:of{GAP})?[a-z])")
#: What stands behind the number of a day before its month or the last of a run, and what these begin with.
_GAPS = frozenset(" \t\xa0\r\n-–—")
_AFTER_GAPS = _GAPS | {name[0] for name in MONTHS} | frozenset("ot0123456789")
#: The day of another month with its year: "12 May 3, 2021".
_DAY_AND_YEAR = regex(rf"{GAP}\d{{1,2}},{GAP}?[12]\d{{3}}")
#: A month and its first day, before its second.
_FIRST_DAY = regex(
    rf"(?:^|.*[^a-z])({_MONTH_NAMES})\.?{GAP}\d{{1,2}}{_SUFFIX}(?:,{GAP}\d{{1,2}}{_SUFFIX})*{GAP}(?:and|or){GAP}"
)
#: The last of two days, which has the year of both: "to November 9, 2021", "through Saturday, 9 Nov. 2021".
_SECOND_DAY = regex(
    rf"(?:{GAP}(?:(?P<and>and|or)|to|through|until|till){GAP}|[ ]?[-–—][ ]?)(?:(?:{any_of(WEEKDAYS)})\.?,?{GAP})?"
    rf"(?:(?P<month>{_MONTH_NAMES})\.?{GAP}(?P<day>\d{{1,2}}){_SUFFIX}|(?P<first>\d{{1,2}}){_SUFFIX}{GAP}(?:of{GAP})?(?P<behind>{_MONTH_NAMES})\.?)"
    rf",?{GAP}{_YEAR}"
)
_JOINT = regex(rf"{GAP}(?:and|or){GAP}(\d{{1,2}}){_SUFFIX}(?=[ \n])")
_JOINTS = frozenset(("an", "or"))
_NUMERIC = regex(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|[-.]\d|%)")


def is_a_day(printed: CalendarDate) -> bool:
    """Whether the parts of a date tell a day, and one that exists."""
    if printed.day is None or printed.month is None:
        return printed.day is not None
    try:
        date(printed.year or _LEAP_YEAR, printed.month, printed.day)
    except ValueError:
        return False
    return True


# --- months and days ------------------------------------------------------------------


def month(text: str, lowered: str, at: int, *, leads: bool = False) -> Found | None:
    """The date that begins with the name of a month; `leads` tells that the words before call for one."""
    name, end = word_at(lowered, at)
    number = MONTHS[name]
    if (spoken := spoken_year(lowered, place_after(lowered, end))) and isinstance(spoken.said, Printed):
        return Found(Printed(calendar_date(spoken.said.date.year, number)), at, spoken.end)
    found = _AFTER_MONTH.match(lowered, end)
    day, last, year_ = _day(found), _number(found, "last"), _year(found, "year")
    if found is not None and day is not None and year_ is None:
        year_ = _year_of_both(lowered, found.end(), (number, day))
    dated = found is not None and (day is not None or year_ is not None) and not _counts(lowered, at, found)
    if (
        found is not None
        and dated
        and (
            day is None or is_a_day(calendar_date(year_, number, day)) or _is_mistyped(lowered, at, found, leads=leads)
        )
    ):
        is_verb = day is None and name in COMMON_WORDS and text[at].islower()
        lean, stop = _year_told(lowered, found.end()) if day and year_ is None else (Lean.OPEN, found.end())
        return None if is_verb else Found(Printed(calendar_date(year_, number, day), lean, last), at, stop)
    if (leads and text[at].isupper()) or _is_a_month(text, lowered, at, name):
        return Found(Printed(calendar_date(None, number)), at, _past_dot(lowered, name, end))
    return None


def _is_mistyped(lowered: str, at: int, found: re.Match[str], *, leads: bool) -> bool:
    """Whether a number behind a month is meant for a day though the month has not so many, and counts nothing."""
    if not found["day"] or int(found["day"]) not in MISTYPED_DAYS:
        return False
    if found["year"] or lowered[found.end("day") : found.end("day") + 1].isalpha():
        return True
    before, _ = word_before(lowered, at)
    following, _ = word_after(lowered, found.end())
    is_verb = not before and word_at(lowered, at)[0] in COMMON_WORDS and not lowered.endswith(", ", 0, at)
    if following in _COUNT_BEHIND or is_verb:
        return False  # "May 32 follow"
    # "Aug. 32" is how a day is written, and a month alone is not.
    is_short = lowered.startswith(".", found.start())
    is_usual = int(found["day"]) <= LONGEST_MONTH and before not in _AMOUNT_AHEAD
    is_alone = is_short or is_usual or not may_be_plural(following)
    return before in DETERMINERS or (is_alone and (leads or before not in _AMOUNT_AHEAD))


def _is_a_month(text: str, lowered: str, at: int, name: str) -> bool:
    """Whether a month's name without a day or a year means the month."""
    if name in SHORT_NAMES or not text[at].isupper():
        return False
    if name in COMMON_WORDS or name in GIVEN_NAMES:
        before, _ = word_before(lowered, at)
        following = place_after(lowered, at + len(name))
        if name in GIVEN_NAMES and following != at + len(name) and text[following : following + 1].isupper():
            return False
        if name == "march" and _is_a_rally(text, lowered, at + len(name)):
            return False
        word, _ = word_after(lowered, at + len(name))
        if before in ("a", "the", "its", "their", "his", "her"):
            return word not in ("", "on", "of", "to", "for", "against", "was")
        return before in TIME_PREPOSITIONS or (not before and word in MONTH_LEADS_TO)
    return True


def _is_a_rally(text: str, lowered: str, end: int) -> bool:
    """Whether what follows "March" makes the name of an event of it ("the March for Life", "March Madness")."""
    word, stop = word_after(lowered, end)
    return word in ("of", "madness") or (word in ("for", "on") and text[stop + 1 : stop + 2].isupper())


def _past_dot(lowered: str, name: str, end: int) -> int:
    return end + 1 if name in SHORT_NAMES and lowered[end : end + 1] == "." else end


def _day(found: re.Match[str] | None) -> int | None:
    if found is None:
        return None
    if found["word"]:
        return ORDINALS[found["word"].replace(" ", "-")]
    if counted := found.groupdict().get("counted"):
        tens, _, units = counted.replace("-", " ").partition(" ")
        return CARDINALS[tens] + CARDINALS[units]
    return _number(found, "day")


def _number(found: re.Match[str] | None, group: str) -> int | None:
    return int(found[group]) if found and found[group] else None


def _year(found: re.Match[str] | None, group: str) -> int | None:
    """The year of a date, its century left out or not: "2021", "'21"."""
    digits = found[group] if found else None
    if not digits:
        return None
    return int(digits) if len(digits) == 4 else full_year(int(digits[-2:]))


#: What begins "to", "through", "until", "and", "or", a month, a weekday or a dash between spaces.
_BEFORE_SECOND = frozenset("tuao \n-–—jfmsndwt0123456789")


def _year_of_both(lowered: str, end: int, first: tuple[int, int]) -> int | None:
    """The year of the first of two days, a month and a day, which stands behind the second: "October 2 to November 9, 2021"."""
    if lowered[end : end + 1] not in _GAPS or lowered[end + 1 : end + 2] not in _BEFORE_SECOND:
        return None
    second = _SECOND_DAY.match(lowered, end)
    if second is None:
        return None
    year = _year(second, "year")
    last = MONTHS[second["month"] or second["behind"]], int(second["day"] or second["first"])
    if year is None or first < last:
        return year
    return None if second["and"] or first == last else year - 1  # "28 December to 3 January 2021"


_THAT_YEAR = regex(rf"{GAP}(?:of{GAP})?(last|this|next){GAP}year\b(?!['’-])")
_YEARS = {"last": Lean.LAST_YEAR, "this": Lean.HERE, "next": Lean.NEXT_YEAR}


def _year_told(lowered: str, end: int) -> tuple[Lean, int]:
    """Of which year a day is by the words behind it, and where they end: "3 May last year"."""
    told = _THAT_YEAR.match(lowered, end) if lowered[end + 1 : end + 2] in _BEFORE_YEARS else None
    return (_YEARS[told[1]], told.end()) if told else (Lean.OPEN, end)


#: What begins "of", "last", "this" and "next", and the rest of a longer gap.
_BEFORE_YEARS = frozenset("oltn \n")


def _counts(lowered: str, at: int, found: re.Match[str]) -> bool:
    """Whether the number behind a month counts what comes next ("in June 20 people drowned", "in December 18 trains were late")."""
    following, _ = word_after(lowered, found.end())
    if following in COUNTED_NOUNS:
        return True
    # A day is told with "on".
    is_day = found["year"] or found["last"] or word_before(lowered, at)[0] != "in"
    return not is_day and may_be_plural(following)


def day_and_month(text: str, lowered: str, at: int, day: int, end: int) -> Found | None:
    """The date that begins with a day whose number ends at `end`: "24 February 2022", "the 10th of May"."""
    if lowered[end : end + 1] not in _GAPS or lowered[end + 1 : end + 2] not in _AFTER_GAPS:
        return None
    found = _MONTH_AFTER.match(lowered, end)
    if found is None or not (
        1 <= day <= LONGEST_MONTH or (day in MISTYPED_DAYS and text[found.start("month")].isupper())
    ):
        return None
    last = _number(found, "last")
    if last is not None and last <= day:
        return None
    if _DAY_AND_YEAR.match(lowered, found.end()):
        return None
    name = found["month"]
    year = _year(found, "year") or _year(found, "dashed") or _year(found, "short")
    if year is None:
        year = _year_of_both(lowered, found.end(), (MONTHS[name], day))
    if name in COMMON_WORDS and year is None and text[found.start("month")].islower():
        return None
    lean, stop = _year_told(lowered, found.end()) if year is None else (Lean.OPEN, found.end())
    return Found(Printed(calendar_date(year, MONTHS[name], day), lean, last), at, stop)


_SPELLED_DAY = regex(
    rf"(?P<tens>twenty|thirty)[ ](?P<word>{'|'.join(word for word, n in ORDINALS.items() if n < 10)})(?={GAP}of{GAP})"
)


def spelled_day(text: str, lowered: str, at: int) -> Found | None:
    """The date whose day is in two words with no hyphen: "twenty second of June"."""
    found = _SPELLED_DAY.match(lowered, at)
    day = ORDINALS.get(f"{found['tens']}-{found['word']}") if found else None
    return day_and_month(text, lowered, at, day, found.end()) if found and day else None


def first_day(text: str, lowered: str, at: int, day: int, end: int) -> Found | None:
    """The first of two days of one month: "3" in "3 and 4 October"."""
    joint = _JOINT.match(lowered, end) if lowered[end + 1 : end + 3] in _JOINTS else None
    second = int(joint[1]) if joint else 0
    found = day_and_month(text, lowered, joint.start(1), second, joint.end()) if joint and day < second else None
    if found is None or not isinstance(found.said, Printed):
        return None
    return Found(Printed(calendar_date(found.said.date.year, found.said.date.month, day), found.said.lean), at, end)


def second_day(lowered: str, at: int, day: int, end: int) -> Found | None:
    """The second of two days of one month: "3rd" in "Oct. 2nd and 3rd"."""
    if not lowered.endswith((" and ", " or "), 0, at):
        return None
    found = _FIRST_DAY.fullmatch(lowered[max(0, at - 30) : at])
    if (
        found is None
        or not 1 <= day <= LONGEST_MONTH
        or not _A_DAY.match(lowered, at)
        or word_after(lowered, end)[0] in COUNTED_NOUNS
    ):
        return None
    return Found(Printed(calendar_date(None, MONTHS[found[1]], day)), at, end)


# --- weekdays -------------------------------------------------------------------------


#: Before the second of two weekdays, whose days follow: "Saturday and Sunday, July 5-6", "Friday to Sunday (4-6 July)".
_FIRST_WEEKDAY = ending(
    rf"\b(?:{any_of(WEEKDAYS)})\.?(?:\s(?:and|to|or|through|until|till|into|&)\s|-|–)",
    len("wednesday. through "),
    *("and ", "to ", "or ", "through ", "until ", "till ", "& ", "-", "–"),
)


def weekday(text: str, lowered: str, at: int, *, leads: bool = False) -> Found | None:
    """The date that begins with the name of a weekday: "Friday", "Friday, Oct. 3, 2022", "Friday the 13th"."""
    name, end = word_at(lowered, at)
    number = WEEKDAYS[name]
    short = name in SHORT_NAMES
    stop = _past_dot(lowered, name, end)
    dated = _date_after(text, lowered, stop)
    if dated is not None and isinstance(dated.said, Printed):
        date, lean, last = dated.said.date, dated.said.lean, dated.said.last_day
        if (last or lowered.startswith(",", stop)) and _FIRST_WEEKDAY(lowered, at):
            return None if short else Found(Printed(calendar_date(None, None, None, number)), at, stop)
        return Found(Printed(calendar_date(date.year, date.month, date.day, number), lean, last), at, dated.end)
    if the_day := _THE_DAY.match(lowered, stop):
        day = _day(the_day)
        return Found(Printed(calendar_date(None, None, day, number)), at, the_day.end())
    if short and not (leads and text[at].isupper()):
        return None
    if lowered.startswith("s", end):
        return None
    return Found(Printed(calendar_date(None, None, None, number)), at, stop)


def _date_after(text: str, lowered: str, end: int) -> Found | None:
    """The full date behind a weekday."""
    comma = 1 if lowered[end : end + 1] == "," else 0
    start = place_after(lowered, end + comma)
    if start == end + comma:
        return None
    if lowered.startswith("the ", start) and lowered[start + 4 : start + 5].isdigit():
        start += len("the ")
    letter = lowered[start : start + 1]
    if letter.isdigit():
        found = _A_DAY.match(lowered, start)
        return (found and day_and_month(text, lowered, start, int(found["day"]), found.end())) or (
            numeric(lowered, start) if found is None else None
        )
    word, _ = word_at(lowered, start)
    found_month = month(text, lowered, start, leads=True) if word in MONTHS else None
    if found_month and isinstance(found_month.said, Printed) and found_month.said.date.day:
        return found_month
    return None


# --- in figures -----------------------------------------------------------------------


def numeric(lowered: str, at: int) -> Found | None:
    """The date in figures that begins here: "2022-02-24", "04/05/2023", "24.2.2022"."""
    found = _NUMERIC.match(lowered, at)
    said = _in_figures(*found.groups()) if found else None
    return Found(said, at, found.end()) if found and said else None


@lru_cache(maxsize=1 << 15)
def _in_figures(one: str, mark: str, two: str, three: str) -> Printed | None:
    """The day that three figures with a mark between them are, if they are one."""
    if len(one) == 4:
        return Printed(calendar_date(int(one), int(two), int(three))) if len(three) == 2 else None
    if len(one) > 2 or (mark != "/" and len(three) != 4):
        return None
    year = int(three) if len(three) == 4 else full_year(int(three))
    first, second = int(one), int(two)
    monthly, daily = calendar_date(year, first, second), calendar_date(year, second, first)
    if not 1 <= max(first, second) <= 31 or min(first, second) > 12:
        return None
    if first > 12 or mark == ".":
        return Printed(daily)
    return Printed(monthly, otherwise=daily if second <= 12 and first != second else None)
