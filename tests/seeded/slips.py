"""Where an article says a thing twice, and what it would read with one slip in it.

Everything here is found and decided without factcheck's own readers, by plain
expressions and plain arithmetic: what the extractor misses must count as a miss.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name, monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck import Document


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch of an article, and what somebody typed in its place."""

    kind: str
    start: int
    end: int
    typed: str

    def put_into(self, text: str) -> str:
        """The text with the slip in it."""
        return f"{text[: self.start]}{self.typed}{text[self.end :]}"


#: Finds the places of one kind in an article, and makes a slip of each.
Seed = Callable[["Document", Random], Iterator[Slip]]

# --- numbers ------------------------------------------------------------------------

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
HEDGED = re.compile(r"\b(?:about|around|roughly|some|approximately|nearly|almost|over|than|least|to|up)\s+[$£€]?$")
#: A hedged number may be this far off.
HEDGE = 0.1
#: A trailing 5 of a measure from here on may be to the nearest five.
FIVES = 20
WORDS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split(),
        range(1, 21),
        strict=True,
    )
)
COUNT = rf"{NUMBER}|(?:{'|'.join(WORDS)})"


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as it was printed, and what it may have been before it was rounded."""

    value: float
    half: float

    @property
    def lower(self) -> float:
        return self.value - self.half

    @property
    def upper(self) -> float:
        return self.value + self.half

    def times(self, factor: float) -> Printed:
        """The same amount in another unit."""
        return Printed(self.value * factor, self.half * factor)

    def meets(self, other: Printed) -> bool:
        """Whether rounding, and nothing else, may have made two numbers of one."""
        return self.lower <= other.upper and other.lower <= self.upper


def printed(figures: str, *, hedged: bool = False) -> Printed:
    """The number that figures (or a word) say, good to half of its last digit that is no nought."""
    if figures.lower() in WORDS:
        return Printed(WORDS[figures.lower()], 0.5)
    plain = figures.replace(",", "")
    value = float(plain)
    _, point, decimals = plain.partition(".")
    half = 0.5 * 10.0 ** (-len(decimals) if point else len(plain) - len(plain.rstrip("0")))
    if not point and plain.endswith("5") and value >= FIVES:
        half = 2.5
    return Printed(value, max(half, HEDGE * value if hedged else 0))


def written(value: float, like: str) -> str:
    """A number in the style of another: as many significant digits, commas where they belong."""
    digits = len(like.replace(",", "").replace(".", "").strip("0")) or 1
    rounded = float(f"{value:.{max(digits, 2)}g}")
    return f"{int(rounded):,}" if rounded >= 100 or rounded == int(rounded) else f"{rounded:g}"


def ten_times(figures: str, _: Random) -> str:
    """A digit too many, or the point in the wrong place."""
    if "." in figures:
        return f"{float(figures.replace(',', '')) * 10:g}"
    return f"{int(figures.replace(',', '')) * 10:,}" if "," in figures or len(figures) > 2 else f"{figures}0"


def first_digit(figures: str, chance: Random) -> str:
    """Another first digit."""
    at = re.search(r"[1-9]", figures)
    if at is None:
        return figures
    other = chance.choice([digit for digit in "123456789" if digit != at[0]])
    return f"{figures[: at.start()]}{other}{figures[at.end() :]}"


def swapped_digits(figures: str, chance: Random) -> str:
    """Two neighbouring digits, changed round."""
    places = [
        at
        for at in range(len(figures) - 1)
        if figures[at : at + 2].isdigit() and figures[at] != figures[at + 1] and (figures[at + 1] != "0" or at)
    ]
    if not places:
        return figures
    at = chance.choice(places)
    return f"{figures[:at]}{figures[at + 1]}{figures[at]}{figures[at + 2 :]}"


MISTYPED: dict[str, Callable[[str, Random], str]] = {
    "x10": ten_times,
    "first digit": first_digit,
    "swapped digits": swapped_digits,
}

# --- conversions --------------------------------------------------------------------

#: What a unit is called, what it measures, and how many of the base unit it is.
UNITS = (
    (r"kilomet(?:er|re)s?|kms?", "length", 1000.0),
    (r"miles?", "length", 1609.344),
    (r"met(?:er|re)s?|m", "length", 1.0),
    (r"feet|foot|ft", "length", 0.3048),
    (r"yards?", "length", 0.9144),
    (r"inch(?:es)?", "length", 0.0254),
    (r"centimet(?:er|re)s?|cm", "length", 0.01),
    (r"millimet(?:er|re)s?|mm", "length", 0.001),
    (r"(?:square|sq\.?) (?:kilomet(?:er|re)s?|km)", "area", 1e6),
    (r"(?:square|sq\.?) miles?", "area", 1609.344**2),
    (r"(?:square|sq\.?) (?:met(?:er|re)s?|m)", "area", 1.0),
    (r"(?:square|sq\.?) (?:feet|foot|ft)", "area", 0.3048**2),
    (r"acres?", "area", 4046.856),
    (r"hectares?", "area", 10_000.0),
    (r"kph|kmh|km/h|kilomet(?:er|re)s? (?:per|an) hour", "speed", 1 / 1.609344),
    (r"mph|miles (?:per|an) hour", "speed", 1.0),
    (r"pounds?|lbs?", "mass", 0.453592),
    (r"kilograms?|kilos?|kgs?", "mass", 1.0),
    (r"ounces?", "mass", 0.0283495),
    (r"grams?", "mass", 0.001),
    (r"(?:US )?gallons?", "volume", 3.785412),
    (r"lit(?:er|re)s?", "volume", 1.0),
)
UNIT = "|".join(sorted((name for name, _, _ in UNITS), key=len, reverse=True))
CONVERSION = re.compile(
    rf"(?<![\d.,/–-])(?P<a>{NUMBER})[ -](?P<a_unit>{UNIT}) ?\((?P<hedge>(?:or|about|around|roughly|some|approximately|nearly) )?"
    rf"(?P<b>{NUMBER})[ -]?(?P<b_unit>{UNIT})\)"
)
#: Where two numbers are further apart than this, nobody took the one for the other rounded.
CLOSE = 0.12


def _unit(name: str) -> tuple[str, float]:
    return next((measured, factor) for pattern, measured, factor in UNITS if re.fullmatch(pattern, name))


def conversions(kind: str, mistyped: Callable[[re.Match[str], float, Random], str]) -> Seed:
    """The conversions in brackets that are right, each with a slip in the second number."""

    def seed(document: Document, chance: Random) -> Iterator[Slip]:
        for found in CONVERSION.finditer(document.text):
            (measured, factor), (other, into) = _unit(found["a_unit"]), _unit(found["b_unit"])
            if measured != other or factor == into:
                continue
            hedged = bool(found["hedge"]) or HEDGED.search(document.text, 0, found.start()) is not None
            first = printed(found["a"], hedged=hedged).times(factor / into)
            second = printed(found["b"])
            if not first.meets(second) or abs(first.value - second.value) > CLOSE * max(first.value, second.value):
                continue
            typed = mistyped(found, factor / into, chance)
            if typed and not first.meets(printed(typed)):
                yield Slip(kind, found.start("b"), found.end("b"), typed)

    return seed


def _inverted(found: re.Match[str], factor: float, _: Random) -> str:
    return written(printed(found["a"]).value / factor, found["b"])


def _mistyped(how: Callable[[str, Random], str]) -> Callable[[re.Match[str], float, Random], str]:
    return lambda found, _, chance: how(found["b"], chance)


# --- dates --------------------------------------------------------------------------

MONTHS = {name.lower()[:3]: number for number, name in enumerate(month_name) if name}
DAYS = {name.lower()[:3]: number for number, name in enumerate(day_name)}
WEEKDAY = rf"(?P<weekday>{'|'.join(day_name)}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.?)"
MONTH = (
    rf"(?P<month>{'|'.join(name for name in month_name if name)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d:.,]\d|[\d%:–-])"
YEAR = r"(?:,? (?P<year>(?:19|20)\d\d)\b)"
DATES = (rf"{MONTH} {DAY}{YEAR}?", rf"{DAY} (?:of )?{MONTH}(?![a-z]){YEAR}?")
DATED = tuple(re.compile(rf"\b{one}") for one in DATES)
WITH_WEEKDAY = tuple(re.compile(rf"\b{WEEKDAY},? (?:the )?{one}") for one in DATES)
#: A date without a year that lies this near to publication is of that year.
NEWS = 30
#: Before this year, days had other weekdays in some countries.
GREGORIAN = 1930


def _day(found: re.Match[str], year: int) -> date | None:
    try:
        return date(year, MONTHS[found["month"].lower()[:3]], int(found["day"]))
    except ValueError:
        return None


def weekday_of_a_full_date(document: Document, chance: Random) -> Iterator[Slip]:
    """The right weekdays of dates with a year, each with another in its place."""
    for found in _dates(WITH_WEEKDAY, document):
        if found["year"] and int(found["year"]) >= GREGORIAN:
            yield from _other_weekday("weekday of a full date", found, _day(found, int(found["year"])), chance)


def weekday_near_publication(document: Document, chance: Random) -> Iterator[Slip]:
    """The right weekdays of dates without a year around the day of publication."""
    published = document.published
    for found in _dates(WITH_WEEKDAY, document) if published else ():
        assert published is not None
        days = [] if found["year"] else [_day(found, published.year + step) for step in (-1, 0, 1)]
        near = [day for day in days if day and abs((day - published).days) <= NEWS]
        if len(near) == 1:
            yield from _other_weekday("weekday without a year", found, near[0], chance)


def _other_weekday(kind: str, found: re.Match[str], day: date | None, chance: Random) -> Iterator[Slip]:
    said = DAYS[found["weekday"].lower()[:3]]
    if day is not None and day.weekday() == said:
        other = (said + chance.choice((-3, -2, -1, 1, 2, 3))) % 7
        yield Slip(kind, *found.span("weekday"), day_name[other])


def no_such_day(document: Document, chance: Random) -> Iterator[Slip]:  # noqa: ARG001 - there is but one slip
    """Dates, each with the day after the last of its month."""
    for found in _dates(DATED, document):
        year = int(found["year"] or 2023)
        if _day(found, year) is not None:
            length = monthrange(year, MONTHS[found["month"].lower()[:3]])[1]
            typed = length + 1 if found["year"] or length > 28 else 30
            yield Slip("day that does not exist", *found.span("day"), str(typed))


def _dates(patterns: tuple[re.Pattern[str], ...], document: Document) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from pattern.finditer(document.text)


# --- headlines ----------------------------------------------------------------------

#: A number of people (or cattle), and not of years, dozens or a family.
_N = rf"(?<!family of )(?<!\bin )(?<!out of )(?<![$£€.,-])\b(?P<n>{COUNT})\b(?!%| (?:in|out of) (?:{COUNT})\b|[.,:]\d|-| (?:dozen|hundred|thousand|million|years?|months?|days?|hours?)\b)"
FATES = {
    fate: (
        re.compile(rf"\b(?:{before}) {_N}", re.IGNORECASE),
        re.compile(rf"{_N} (?:[a-z]+ ){{0,2}}?(?:{behind})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{beside})", re.IGNORECASE),
    )
    for fate, before, behind, beside in (
        (
            "dead",
            r"kill(?:s|ed|ing)?|toll (?:\w+ )?(?:to|hits|at|reaches|of)",
            r"dead|killed|die[sd]?|slain",
            r"kill|dead|die[sd]?\b|death|toll|slain|lives|fatal|perish|drown",
        ),
        ("hurt", r"injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?", r"hurt|injured|wounded", r"injur|hurt|wound"),
    )
}
#: How far from the number the word may stand that says what became of so many.
FATE_NEAR = 50
#: Words before a number that leave it room, upwards, downwards or both ways; none of them contradicts what fits.
UPWARDS = re.compile(
    r"\b(?:at least|more than|over|upwards of|no fewer than|topp\w+|pass\w+|exceed\w+) $", re.IGNORECASE
)
DOWNWARDS = re.compile(
    r"\b(?:up to|as many as|nearly|almost|close to|fewer than|less than|under|no more than) $", re.IGNORECASE
)
EITHER_WAY = re.compile(r"\b(?:about|around|roughly|some|approximately|an estimated) $", re.IGNORECASE)
#: Fewer dead or hurt than so many are told to the last one; more may be rounded.
EXACT_BELOW = 100
#: A headline that asks claims nothing.
ASKS = re.compile(r"\?")


def headline_number(document: Document, chance: Random) -> Iterator[Slip]:
    """Numbers of dead or hurt that the headline and the text both give, each with another in the headline."""
    headline, _, body = document.text.partition("\n\n")
    if ASKS.search(headline):
        return
    for before, behind, fate in FATES.values():
        for found in (*before.finditer(headline), *behind.finditer(headline)):
            value = int(printed(found["n"].replace(",", "")).value)
            told = list(_told(value, body, fate))
            if told:
                rooms = [_room(headline, found.start("n"), value), *(_room(body, at, value) for at in told)]
                typed = _another(value, found["n"], body, rooms, chance)
                if typed:
                    yield Slip("headline number of dead or hurt", *found.span("n"), typed)


def _told(value: int, body: str, fate: re.Pattern[str]) -> Iterator[int]:
    """Where the text gives the number, with a word beside it that says what became of so many."""
    for found in _spelled(value).finditer(body):
        if fate.search(body, max(0, found.start() - FATE_NEAR), found.end() + FATE_NEAR):
            yield found.start()


def _room(text: str, at: int, value: int) -> tuple[float, float]:
    """The numbers that a number and the words before it may stand for, from the least to the most."""
    before = text[max(0, at - FATE_NEAR) : at]
    if UPWARDS.search(before):
        return value, float("inf")
    if DOWNWARDS.search(before):
        return 0, value
    return (value * (1 - HEDGE), value * (1 + HEDGE)) if EITHER_WAY.search(before) else (value, value)


def _spelled(value: int) -> re.Pattern[str]:
    words = [word for word, number in WORDS.items() if number == value]
    return re.compile(
        rf"(?<![\d.,$£€])(?:{'|'.join([f'{value:,}', str(value), *words])})(?![\w%]|[.,]\d)", re.IGNORECASE
    )


def _another(value: int, as_printed: str, body: str, rooms: Sequence[tuple[float, float]], chance: Random) -> str:
    """Another number, which the text nowhere gives and leaves no room for; nothing if there is none.

    `rooms` is what the headline and each passage that gives the number leave open, the headline first.
    """
    figures = str(value)
    candidates = [
        first_digit(figures, chance),
        swapped_digits(figures, chance),
        str(value + chance.choice((-2, -1, 1, 2))),
    ]
    chance.shuffle(candidates)
    (_, up), *told = rooms
    down = rooms[0][0]
    for typed in candidates:
        number = int(typed)
        least, most = number if down == value else 0, number if up == value else float("inf")
        fits = all(least <= highest and lowest <= most for lowest, highest in told)
        rounded = number >= EXACT_BELOW and printed(str(number)).meets(Printed(value, 0))
        if number > 0 and number != value and not fits and not rounded and not _spelled(number).search(body):
            names = {count: word for word, count in WORDS.items()}
            word = names.get(number, typed) if as_printed.lower() in WORDS else f"{number:,}"
            return word.capitalize() if as_printed[0].isupper() else word
    return ""


# --- changes and sums ---------------------------------------------------------------

SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"’')]*(?=\s)|\n|$)")
LEVEL = rf"(?P<sign>[$£€]?)(?P<figures>{NUMBER})(?: ?(?P<size>million|billion|trillion|m|bn)\b)?(?![\d%]| ?per ?cent)"
PERCENT = re.compile(rf"(?<![\d.,-])(?P<n>{NUMBER})(?= ?%| per ?cent)")
FROM, TO = re.compile(rf"\bfrom {LEVEL}"), re.compile(rf"\bto {LEVEL}")
UP = re.compile(
    r"\b(?:rose|risen|rises|rise|rising|grew|grown|grow|growing|up|jump\w*|increas\w+|climb\w*|gain\w*|surg\w+|soar\w*|higher)\b"
)
DOWN = re.compile(
    r"\b(?:fell|fall|falls|falling|fallen|drop\w*|declin\w+|decreas\w+|down|slid|slip\w*|shr[aiu]nk|plung\w+|lower|cut)\b"
)
#: A change and its two levels stand no further apart than so many letters.
CHANGE_NEAR = 90
SIZES = {None: 1.0, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}


def percentage_change(document: Document, chance: Random) -> Iterator[Slip]:
    """Changes in percent that fit two levels beside them, each with a slip in the percentage."""
    text = document.text
    for sentence in SENTENCE.finditer(text):
        percents, old, new = (list(one.finditer(text, *sentence.span())) for one in (PERCENT, FROM, TO))
        for percent, first, last in product(percents, old, new):
            places = [percent.start(), first.start(), last.start()]
            if max(places) - min(places) > CHANGE_NEAR or first["sign"] != last["sign"]:
                continue
            change, stated = _change(first, last, sentence[0]), printed(percent["n"])
            if change is None or not change.meets(stated) or abs(change.value - stated.value) > CLOSE * stated.value:
                continue
            typed = MISTYPED[chance.choice(list(MISTYPED))](percent["n"], chance)
            if not change.meets(printed(typed)) and printed(typed).value > 0:
                yield Slip("percentage change", *percent.span("n"), typed)


def _change(old: re.Match[str], new: re.Match[str], sentence: str) -> Printed | None:
    """The change from one level to the other, in percent, in the direction that the words say."""
    first, last = (printed(side["figures"]).times(SIZES[side["size"]]) for side in (old, new))
    if first.lower <= 0:
        return None
    sign = -1 if last.value < first.value else 1
    if not (UP if sign > 0 else DOWN).search(sentence):
        return None
    ends = [sign * (b / a - 1) * 100 for a in (first.lower, first.upper) for b in (last.lower, last.upper)]
    value = sign * (last.value / first.value - 1) * 100
    return Printed(value, max(max(ends) - value, value - min(ends)))


PART = re.compile(
    rf"(?<![\d.,$£€/-])\b(?P<n>{COUNT})(?![\w%/]|[.,]\d|-\w| ?per ?cent| (?:million|billion|years?|hundred|thousand|of)\b)",
    re.IGNORECASE,
)
OPEN_LIST = re.compile(
    r"\b(?:includ\w+|among|least|some|most\w*|other|others|such as|about|more than|nearly|for example)\b", re.IGNORECASE
)
#: What stands between two parts of a list.
LISTED = re.compile(r"[^.;:()0-9]{3,60}?(?:, and|,|;| and) (?:another )?$")
#: What stands between a total and its parts.
OPENED = re.compile(r"[^.;]{0,60}?(?::|[–—]|--| \(|, with|,) ?$")
#: A smaller total is the sum of its neighbours by chance too often.
LEAST_TOTAL = 5


def parts_and_total(document: Document, chance: Random) -> Iterator[Slip]:
    """Totals with all of their parts behind a colon, a dash or a bracket, each with another number for one of them."""
    for sentence in SENTENCE.finditer(document.text):
        if OPEN_LIST.search(sentence[0]):
            continue
        numbers = list(PART.finditer(document.text, *sentence.span()))
        values = [int(printed(found["n"].replace(",", "")).value) for found in numbers]
        for first, last in combinations(range(1, len(numbers)), 2):
            total = first - 1
            if (
                values[total] >= LEAST_TOTAL
                and values[total] == sum(values[first : last + 1])
                and _is_list(numbers, first, last)
            ):
                at = chance.randrange(total, last + 1)
                typed = str(values[at] + chance.choice((-2, -1, 1, 2, 3)))
                if int(typed) > 0:
                    yield Slip("parts against total", *numbers[at].span("n"), typed)


def _is_list(numbers: list[re.Match[str]], first: int, last: int) -> bool:
    text = numbers[0].string
    if not OPENED.fullmatch(text, numbers[first - 1].end(), numbers[first].start()):
        return False
    return all(LISTED.fullmatch(text, numbers[at].end(), numbers[at + 1].start()) for at in range(first, last))


#: Every kind of slip, in the order in which they are told.
SEEDS: dict[str, Seed] = {
    "conversion: x10": conversions("conversion: x10", _mistyped(ten_times)),
    "conversion: inverted factor": conversions("conversion: inverted factor", _inverted),
    "conversion: first digit": conversions("conversion: first digit", _mistyped(first_digit)),
    "conversion: swapped digits": conversions("conversion: swapped digits", _mistyped(swapped_digits)),
    "weekday of a full date": weekday_of_a_full_date,
    "weekday without a year": weekday_near_publication,
    "day that does not exist": no_such_day,
    "headline number of dead or hurt": headline_number,
    "percentage change": percentage_change,
    "parts against total": parts_and_total,
}
