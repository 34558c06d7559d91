"""Amounts become readings: a numeral with its hedge, its sign or currency, its unit or head noun, and what it allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.ages import read_age
from factcheck.extract.bare_numbers import leads_to_people
from factcheck.extract.bounds import allowed, hedge_behind
from factcheck.extract.compounds import PRIMES, one_and_a_part, read_primes, with_smaller
from factcheck.extract.lexicon.currencies import CAPITALS, CODES, SYMBOLS
from factcheck.extract.lexicon.numbers import CARDINALS, FEW, ORDINALS, PARTS, SCALES, VAGUE
from factcheck.extract.measures import Unit, numeral_is_race, read_unit, scaled_by_letter, unit_behind, unit_of_part
from factcheck.extract.names import FIRST_SURE_YEAR, is_address, is_label, is_telephone, is_year
from factcheck.extract.number_words import is_spelled_amount, spelled_ordinal, start_with_article
from factcheck.extract.numerals import read_figures, said_twice
from factcheck.extract.openings import Opening, minus, opening_before
from factcheck.extract.plain_numbers import read_plain
from factcheck.extract.ranges import read_range
from factcheck.extract.scanning import Reading
from factcheck.extract.spelled import read_spelled
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.extract.numeral import Numeral

#: Codes that may touch the digits behind them ("usd50", "rm79").
CURRENCY_CODES = (
    *CODES,
    *CAPITALS,
    *(symbol for symbol in SYMBOLS if symbol.isalpha() and len(symbol) < 4),
    "us",
    "a",
    "c",
)
#: Words that may begin a numeral.
NUMBER_WORDS = (*CARDINALS, *SCALES, *VAGUE, *FEW, *PARTS, *ORDINALS)


#: Units that are rather verbs or other nouns behind a year or a number in words ("in 2006 won", "not one bit").
_RATHER_WORDS = frozenset(("won", "mark", "brazilian real", "bit", "turn", "league"))
_DAY = regex(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\d-])")


def read_digits(text: str, lowered: str, at: int, _end: int) -> Reading | None:
    """The amount whose first digit stands at a place; none in the figures of a day ("2022-02-24")."""
    if lowered[at + 4 : at + 5] == "-" and _DAY.match(lowered, at):
        return None
    opening = opening_before(text, lowered, at)
    if opening is None or is_telephone(lowered, at):
        return None
    numeral = read_figures(lowered, at)
    if numeral and lowered.startswith(" (", numeral.end):
        numeral = said_twice(lowered, numeral)
    if numeral is None or _in_row(lowered, opening.start, numeral.end) or _is_plain_year(opening, numeral, at):
        return None
    return _ordinal(lowered, opening.start, numeral) or _amount(opening, numeral)


#: Behind these no unit, noun or other number begins.
_PLAIN_ENDS = frozenset((".", ",", ";", ")", "'", "’", ""))


def _is_plain_year(opening: Opening, numeral: Numeral, at: int) -> bool:
    """Whether four figures by themselves with a mark behind are a year, as most are, and need not be looked at further."""
    if numeral.end - at != len("2014") or opening.lowered[numeral.end : numeral.end + 1] not in _PLAIN_ENDS:
        return False
    return opening.currency is None and numeral.value >= FIRST_SURE_YEAR and is_year(opening.lowered, numeral)


def _in_row(lowered: str, start: int, end: int) -> bool:
    """Whether other figures stand right before and right behind: a row of a table, or of lottery numbers."""
    return (
        start > 1
        and lowered[start - 2 : start - 1].isdigit()
        and lowered[start - 1] == " " == lowered[end : end + 1]
        and lowered[end + 1 : end + 2].isdigit()
    )


#: "One of the best" counts nothing, unless it is one of those who were killed.
_ONE_OF = tuple(
    f"one of {word} " for word in ("the", "his", "her", "its", "their", "our", "my", "your", "those", "these")
)


def read_words(text: str, lowered: str, at: int, _end: int) -> Reading | None:
    """The amount whose first number word stands at a place."""
    if lowered[at - 1 : at] == "-" or (lowered.startswith(_ONE_OF, at) and not leads_to_people(lowered, at)):
        return None
    numeral = read_spelled(lowered, at)
    if numeral and lowered.startswith(" (", numeral.end):
        numeral = said_twice(lowered, numeral)
    start = start_with_article(lowered, at, numeral)
    if ordinal := spelled_ordinal(lowered, at, numeral, start):
        return ordinal
    if more := one_and_a_part(text, lowered, at, numeral):
        return more
    if numeral is None or not is_spelled_amount(text, lowered, start, at, numeral):
        return None
    less = minus(lowered, start)
    opening = Opening(text, lowered, less.start(1), negative=True) if less else Opening(text, lowered, start)
    return _amount(opening, numeral)


_ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
#: The last digits of the numbers whose ordinals do not end in th.
_LAST_DIGITS = {"st": "1", "nd": "2", "rd": "3"}
#: These end in th for all that: "11st" is a weight. So is "21st 4lb".
_TEENS = ("11", "12", "13")
_POUNDS = regex(r" (?:1[0-3]|\d)(?:½|\.5)? ?(?:lbs?|pounds?)\b")


def _ordinal(lowered: str, start: int, numeral: Numeral) -> Reading | None:
    """The place in an order that figures name: "the 50th"."""
    end = numeral.end + 2
    ending, last = lowered[numeral.end : end], lowered[numeral.end - 1]
    if ending not in _ORDINAL_ENDINGS or lowered[end : end + 1].isalnum() or _LAST_DIGITS.get(ending, last) != last:
        return None
    if ending in _LAST_DIGITS and lowered.endswith(_TEENS, 0, numeral.end):
        return None
    if ending == "st" and _POUNDS.match(lowered, end):
        return None
    return Reading(None, start, end, Kind.ORDINAL, allowed((numeral,), "", None, exact=True))


def _amount(opening: Opening, numeral: Numeral) -> Reading | None:
    """The amount that begins with this numeral."""
    lowered = opening.lowered
    first = _signed(scaled_by_letter(opening, numeral), opening)
    if lowered.startswith("-something", first.end):
        return None
    behind = hedge_behind(lowered, first.end)
    end = behind.at if behind else first.end
    if age := read_age(opening, first, end, behind.hedge if behind else None):
        return age
    unit = _unit(opening, first, end)
    if unit is not None and _is_no_unit(opening, first, unit, end):
        return None
    if unit is None and lowered[end - 1] == "k" and numeral_is_race(opening, first):
        first = first._replace(value=first.value / 1000, step=first.step / 1000)
        unit = Unit(end, "kilometer", Kind.QUANTITY)
    elif unit is None and lowered.startswith(" below zero", end):
        unit = Unit(end, "degree", Kind.QUANTITY)
    if (
        unit is None
        and not first.spelled
        and lowered[end : end + 1] in PRIMES
        and (primes := read_primes(lowered, first))
    ):
        first, unit = primes
    from_range = read_range(opening, first, unit)
    if from_range is not None:
        return from_range
    if unit is None:
        return read_plain(opening, (first,), end, behind.hedge if behind else None)
    first, unit = _below_zero(lowered, *with_smaller(lowered, first, unit))
    if behind is None and (behind := hedge_behind(lowered, unit.end)):
        unit = unit._replace(end=behind.at)
    return opening.reading(unit.end, unit.kind, (first,), unit.name, behind.hedge if behind else None)


def _unit(opening: Opening, numeral: Numeral, end: int) -> Unit | None:
    """The unit behind a numeral, or behind the "of" that it has before it."""
    text, lowered = opening.text, opening.lowered
    unit = unit_behind(opening, end)
    if unit is None and numeral.spelled and lowered.startswith(" of ", end):
        unit = read_unit(text, lowered, end + 3)
    if unit is not None or opening.currency:
        return unit
    is_part = numeral.part or (lowered.startswith((" of a ", " of one "), end) and 0 < abs(numeral.value) < 1)
    return unit_of_part(text, lowered, end) if is_part else None


def _is_no_unit(opening: Opening, numeral: Numeral, unit: Unit, end: int) -> bool:
    """Whether what looks like a unit is another word, or makes a name or a place on a map of the number."""
    if unit.name in _RATHER_WORDS and (is_year(opening.lowered, numeral) or numeral.spelled):
        return True
    if unit.name == "degree" and _ON_A_MAP.match(opening.text, unit.end):
        return True
    if unit.end == end + 2 and opening.text[end] == " " and is_address(opening.text, end):  # "501 W. Elm Street"
        return True
    return (
        unit.end == end + 1 and opening.lowered[end].isalpha() and is_label(opening.text, opening.start, figures=False)
    )  # "a Boeing 777F"


#: Behind degrees, what makes a place on a map of them: "34.15° N", "34 degrees north".
_ON_A_MAP = regex(r" ?[NSEW]\b(?![’'])| (?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)\b(?! of\b)")
_BELOW_ZERO = regex(r" below (?:zero|0\b|freezing\b(?! point))")
#: Zero is where water freezes in these; nobody knows of degrees alone.
_TEMPERATURES = frozenset(("celsius", "fahrenheit", "degree"))


def _signed(numeral: Numeral, opening: Opening) -> Numeral:
    return numeral._replace(value=-numeral.value) if opening.negative else numeral


def _below_zero(lowered: str, numeral: Numeral, unit: Unit) -> tuple[Numeral, Unit]:
    """The temperature whose sign is told behind it: "12 degrees below zero"."""
    below = _BELOW_ZERO.match(lowered, unit.end) if unit.name in _TEMPERATURES else None
    if below is None or (below[0].endswith("freezing") and unit.name != "celsius"):
        return numeral, unit
    return numeral._replace(value=-abs(numeral.value)), unit._replace(end=below.end())
