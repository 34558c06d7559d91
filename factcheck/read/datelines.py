"""When an article was published, as far as its own words or its metadata say."""

from __future__ import annotations

import re
from datetime import date

from factcheck.regexes import regex

#: Where an article may print its date: this many lines from the top, and no line longer than this.
TOP_LINES = 8
LONGEST_LINE = 160

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month{0}>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = (
    r"(?:(?P<iso>\d{4}-?\d\d-?\d\d)(?!\d)"
    rf"|{_MONTH.format(1)} (?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year1>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH.format(2)},? (?P<year2>\d{{4}}))"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
_AT = r"(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?,? (?:on )?)?"
_CLOCK = r"(?:,? ?(?:at )?\d{1,2}(?:[:.]\d\d)?.{0,20})?"

_YEAR = regex(r"\d{4}")
#: The printed lines that date an article, the more telling first.
_LINES = (
    regex(
        rf"(?:first )?(?:published|posted|publication date|date)(?: on| at| time)?:? {_AT}{_WEEKDAY}{_DATE}",
        re.IGNORECASE,
    ),
    regex(rf"{_WEEKDAY}{_DATE}{_CLOCK}$", re.IGNORECASE),
    regex(
        rf"[A-Z][A-Z .,'’-]{{2,40}}(?:, [A-Z][A-Za-z.]{{1,15}})*,? (?:\([A-Za-z ]+\) )?{_DATE},? ?(?:\([A-Za-z /]+\) ?)?[-–—]"
    ),
    # A place in small letters: of a person the dash would lead to the day of death.
    regex(
        rf"[A-Z][a-zà-ÿ'’]+(?:[ -][A-Z][a-zà-ÿ'’]+)?(?:, [A-Z][A-Za-z.]{{1,15}})?, {_DATE},? (?:\([A-Za-z /]+\) )?[-–—](?= [“\"]?[A-Z])(?! {_MONTH.format(3)} )"
    ),
    regex(rf"(?:last )?(?:updated|modified|edited)(?: on| at| time)?:? {_AT}{_WEEKDAY}{_DATE}", re.IGNORECASE),
)
#: What ends a dateline that the text goes on behind, and what may follow the date of any other.
_DASHES, _TIME_OF_DAY = ("-", "–", "—"), regex(rf"{_CLOCK}[ .]*", re.IGNORECASE)
_WRITTEN = regex(_DATE, re.IGNORECASE)
#: Who wrote it: "By Ann Lund and Ivar Berg in Halden | 3 March 2024".
_NAME = r"[A-Z][\w.’'-]*"
_BYLINE = regex(
    rf"(?:By|BY|by) {_NAME}(?: {_NAME})+(?:,? (?:(?:and|in|at|for|of|the) )*{_NAME})*(?P<date>(?: ?[,|–—·-])? {_WEEKDAY}{_DATE}{_CLOCK})?"
)


def written_date(words: str) -> date | None:
    """The day that the words name, or None: an ISO date or timestamp, or a month by name.

    >>> written_date("2022-10-21T09:30:00+02:00"), written_date("Fri, 21 Oct 2022")
    (datetime.date(2022, 10, 21), datetime.date(2022, 10, 21))
    >>> written_date("31 June 2022"), written_date("10/11/12")
    (None, None)
    """
    match = _WRITTEN.search(words)
    return _day(match) if match else None


def printed_date(text: str) -> tuple[date, str] | None:
    """The day that is printed at the top of an article, and the line that says so."""
    lines = [line.strip() for line in text[: TOP_LINES * LONGEST_LINE].splitlines() if line.strip()][:TOP_LINES]
    lines = [line for line in lines if _YEAR.search(line)]
    for pattern in _LINES:
        for line in lines:
            match = pattern.match(line[:LONGEST_LINE])
            if match and (day := _day(match)):
                return day, match[0].strip(" -–—")
    return None


def dates_article(line: str, start: int) -> bool:
    """Whether a date that begins at a place of a line does no more than date the article.

    >>> dates_article("Published: 12 March 2024", 11), dates_article("MARLOW, 12 March 2024 - The flood of 3 May", 8)
    (True, True)
    >>> dates_article("Published 12 March 2024, the report was late", 10)
    False
    """
    if (signed := _BYLINE.fullmatch(line, 0, LONGEST_LINE)) and signed["date"]:
        return True
    for pattern in _LINES:
        match = pattern.match(line[:LONGEST_LINE])
        if match and start < match.end() and (match[0].endswith(_DASHES) or _TIME_OF_DAY.fullmatch(line, match.end())):
            return True
    return False


def heads_article(line: str) -> bool:
    """Whether a line at the top says who wrote an article or when it was published, and nothing else.

    >>> heads_article("By Ann Lund, 3 March 2024"), heads_article("Updated: 3 March 2024 at 10:45 GMT")
    (True, True)
    >>> heads_article("By Monday the river had risen"), heads_article("3 March 2024 was a Sunday")
    (False, False)
    """
    if len(line) > LONGEST_LINE:
        return False
    matches = (pattern.match(line) for pattern in _LINES)
    return _BYLINE.fullmatch(line) is not None or any(
        match and _TIME_OF_DAY.fullmatch(line, match.end()) for match in matches
    )


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        number = "1" if match["day1"] else "2"
        month = _MONTHS.index(match[f"month{number}"][:3].lower()) + 1
        return date(int(match[f"year{number}"]), month, int(match[f"day{number}"]))
    except ValueError:
        return None
