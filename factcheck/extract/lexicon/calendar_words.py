"""The words of the calendar, and what each stands for."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_MONTH_NAMES = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_WEEKDAY_NAMES = (
    ("monday", "mon"),
    ("tuesday", "tues", "tue"),
    ("wednesday", "wed", "weds"),
    ("thursday", "thurs", "thur", "thu"),
    ("friday", "fri"),
    ("saturday", "sat"),
    ("sunday", "sun"),
)

#: January is 1.
MONTHS: Mapping[str, int] = MappingProxyType(
    {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names}
)
#: Monday is 0, as in `date.weekday`.
WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {name: number for number, names in enumerate(_WEEKDAY_NAMES) for name in names}
)
#: Days and months, in full and short, as they are written: with a capital.
CAPITALISED = frozenset(map(str.title, (*WEEKDAYS, *MONTHS)))
#: Short forms are words and names too ("sat", "Sun", "Jan"), and so need a day or a year beside them.
SHORT_NAMES = frozenset(name for names in (*_MONTH_NAMES, *_WEEKDAY_NAMES) for name in names[1:])
#: Months that are common words too; a capital and a word of time before them make them dates.
COMMON_WORDS = frozenset({"may", "march"})
#: Months that are people too.
GIVEN_NAMES = frozenset({"april", "june", "august"})

#: The seasons as TIMEX3 writes them.
SEASONS: Mapping[str, str] = MappingProxyType(
    {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
)
#: The parts of a day as TIMEX3 writes them.
DAY_PARTS: Mapping[str, str] = MappingProxyType(
    {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "overnight": "NI"}
)
#: The month in which each season begins in the north, and how many it has.
SEASON_MONTHS: Mapping[str, int] = MappingProxyType({"SP": 3, "SU": 6, "FA": 9, "WI": 12})

#: What is of a day, and counted, behind it: "84 day tickets" last no 84 days.
OF_A_DAY = regex(
    r" (?:tickets|passes|visitors|trippers|trips|pupils|places|patients|cases|schools|nurseries|centres|centers|boarders|students|labou?rers|returns|guests|members)\b"
)
#: Units of time: singular, plural and short forms, each with the singular English name.
TIME_UNITS: Mapping[str, str] = MappingProxyType(
    {
        form: name
        for name, forms in {
            "second": ("second", "seconds", "sec", "secs"),
            "minute": ("minute", "minutes", "min", "mins"),
            "hour": ("hour", "hours", "hr", "hrs"),
            "day": ("day", "days"),
            "week": ("week", "weeks", "wk", "wks"),
            "fortnight": ("fortnight", "fortnights"),
            "month": ("month", "months"),
            "quarter": ("quarters",),
            "year": ("year", "years", "yr", "yrs"),
            "decade": ("decade", "decades"),
            "century": ("century", "centuries"),
            "millennium": ("millennium", "millennia", "millenniums"),
        }.items()
        for form in forms
    }
)
#: A unit's letter in a TIMEX3 duration, after how many of the letter's units it is.
DURATION_LETTERS: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "second": (1, "S"),
        "minute": (1, "M"),
        "hour": (1, "H"),
        "day": (1, "D"),
        "week": (1, "W"),
        "fortnight": (2, "W"),
        "month": (1, "M"),
        "quarter": (1, "Q"),
        "year": (1, "Y"),
        "decade": (10, "Y"),
        "century": (100, "Y"),
        "millennium": (1000, "Y"),
    }
)
#: Units shorter than a day stand after a T in TIMEX3.
CLOCK_UNITS = frozenset({"second", "minute", "hour"})

#: Ordinals in words, up to the days of a month.
ORDINALS: Mapping[str, int] = MappingProxyType(
    {
        word: number
        for number, word in enumerate(
            (
                "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
                "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
                "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
            ).split(),
            start=1,
        )
    }
)

#: Words that mean a time without a day of its own, as TIMEX3 writes them.
VAGUE_TIMES: Mapping[str, str] = MappingProxyType(
    {
        "now": "PRESENT_REF",
        "currently": "PRESENT_REF",
        "current": "PRESENT_REF",
        "nowadays": "PRESENT_REF",
        "recently": "PAST_REF",
        "recent": "PAST_REF",
        "soon": "FUTURE_REF",
        "future": "FUTURE_REF",
    }
)

#: Repetitions in one word.
REPETITIONS: Mapping[str, str] = MappingProxyType(
    {
        "hourly": "PT1H",
        "nightly": "P1D",
        "daily": "P1D",
        "weekly": "P1W",
        "fortnightly": "P2W",
        "monthly": "P1M",
        "annually": "P1Y",
        "yearly": "P1Y",
    }
)

#: Days of the year that always fall on the same date, as (month, day).
FIXED_HOLIDAYS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "new year's day": (1, 1),
        "valentine's day": (2, 14),
        "st. patrick's day": (3, 17),
        "st patrick's day": (3, 17),
        "april fools' day": (4, 1),
        "halloween": (10, 31),
        "christmas eve": (12, 24),
        "christmas day": (12, 25),
        "christmas": (12, 25),
        "boxing day": (12, 26),
        "st. stephen's day": (12, 26),
        "st stephen's day": (12, 26),
        "st george's day": (4, 23),
        "st andrew's day": (11, 30),
        "st david's day": (3, 1),
        "burns night": (1, 25),
        "australia day": (1, 26),
        "waitangi day": (2, 6),
        "anzac day": (4, 25),
        "canada day": (7, 1),
        "bastille day": (7, 14),
        "bonfire night": (11, 5),
        "guy fawkes night": (11, 5),
        "armistice day": (11, 11),
        "veterans day": (11, 11),
        "juneteenth": (6, 19),
        "gandhi jayanti": (10, 2),
        "new year's eve": (12, 31),
    }
)
#: Days that follow a weekday: (month, weekday, which of them; -1 is the last).
WEEKDAY_HOLIDAYS: Mapping[str, tuple[int, int, int]] = MappingProxyType(
    {
        "remembrance sunday": (11, 6, 2),
        "martin luther king day": (1, 0, 3),
        "presidents' day": (2, 0, 3),
        "memorial day": (5, 0, -1),
        "labor day": (9, 0, 1),
        "columbus day": (10, 0, 2),
        "thanksgiving day": (11, 3, 4),
        "thanksgiving": (11, 3, 4),
    }
)
#: Days that follow Easter: how many days after Easter Sunday.
EASTER_HOLIDAYS: Mapping[str, int] = MappingProxyType(
    {
        "shrove tuesday": -47,
        "ash wednesday": -46,
        "mothering sunday": -21,
        "maundy thursday": -3,
        "holy thursday": -3,
        "holy saturday": -1,
        "palm sunday": -7,
        "good friday": -2,
        "easter sunday": 0,
        "easter": 0,
        "easter monday": 1,
        "whit monday": 50,
    }
)

#: Words after which a lone number may be a year, and a month's name is no verb or person.
TIME_PREPOSITIONS = frozenset(
    "in since until till by from through to of during before after between and or around circa about for late early mid "
    "last next this past previous into on throughout as end beginning start middle on summer spring fall autumn winter "
    "fiscal year january february march april may june july august september october november december".split()
)
#: Words before four digits that make an amount or a label of them.
BEFORE_AMOUNTS = frozenset("no nos number about some nearly over than least most only highway route model".split())
#: Words before four digits that either hedge an amount or lead to a year ("over 2016 ambitions", "below 2005 levels").
HEDGES_OR_PREPOSITIONS = frozenset("about over around above below under near".split())
#: What follows a month at the beginning of a sentence, where "May" and "March" may be verbs.
MONTH_LEADS_TO = frozenset(
    "is was has had saw brought sales figures data exports imports orders deliveries payrolls inflation retail consumer".split()
)
#: Words after which even "2014 people" begins with a year.
YEAR_PREPOSITIONS = frozenset({"in", "since", "until", "by", "from"})
#: Words after which a number before a plural noun is still a year ("the 2000 Olympics").
DETERMINERS = frozenset("the its his her their our my this that a an whose".split())
#: What is counted when one of these follows a number straight away.
COUNTED_NOUNS = frozenset(
    "people persons men women children percent pct per million billion trillion thousand hundred points miles mile feet "
    "foot meters metres kilometers kilometres km kilograms tons tonnes pounds dollars euros yen rubles votes voters jobs "
    "homes houses troops soldiers students pupils patients workers employees shares square cubic acres hectares gallons "
    "liters litres barrels calories degrees words pages copies units deaths cases hp cc mm cm kg mph watts".split()
)

#: Short names of zones behind a time of day, and where each holds; summer and winter forms are used loosely.
#: Source: the tz database (IANA), under whose names they are listed.
TIME_ZONES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("gmt", "utc"), "UTC"),
        "bst": "Europe/London",
        **dict.fromkeys(("cet", "cest"), "Europe/Paris"),
        **dict.fromkeys(("est", "edt", "et"), "America/New_York"),
        **dict.fromkeys(("cst", "cdt", "ct"), "America/Chicago"),
        **dict.fromkeys(("mst", "mdt", "mt"), "America/Denver"),
        **dict.fromkeys(("pst", "pdt", "pt"), "America/Los_Angeles"),
        "ist": "Asia/Kolkata",
        "jst": "Asia/Tokyo",
        "msk": "Europe/Moscow",
        **dict.fromkeys(("eet", "eest"), "Europe/Athens"),
    }
)

#: Days counted from the day of writing.
RELATIVE_DAYS: Mapping[str, int] = MappingProxyType({"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1})

#: What "today's" means the present of, and not the day of writing.
OF_OUR_TIME = frozenset(
    "youth world society standards generation generations kids children teenagers teens money dollars pounds prices "
    "terms values technology technologies computers climate environment marketplace".split()
)

#: Nouns for a stretch of business whose length the text has told before.
PERIOD_NOUNS = frozenset({"period"})

#: Words with a capital behind and before a weekday that make a name of both.
NAMES_AFTER_WEEKDAYS = frozenset(
    "times telegraph mirror express mail herald post star sun world age independent".split()
)
NAMES_BEFORE_WEEKDAYS = frozenset("bloody black cyber super sheffield ruby manic fat freaky giving".split())
#: What "daily" or "weekly" calls a newspaper before one of these.
PAPERS = frozenset("newspaper newspapers paper papers magazine".split())
#: Verbs by which "one day" is some day to come.
MODALS = frozenset("will would could may might can should shall".split())
