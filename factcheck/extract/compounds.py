"""Amounts in two units: "6ft 2in", "20 dollars and 43 cents", "a 6-foot-4 guard", 5'6", "an inch and a half"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.units import BODILY, COINS, COMPOUNDS, SMALLER
from factcheck.extract.measures import Unit, read_unit
from factcheck.extract.numerals import read_figures, read_numeral
from factcheck.extract.openings import Opening
from factcheck.model import Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.extract.numeral import Numeral
    from factcheck.extract.scanning import Reading

_COMPOUNDED = {first for first, _ in COMPOUNDS}
_AHEAD = regex(r"[ ,]|-\d|[.],? \d|(?<=ft)\d")
_AND = regex(
    r"(?:(?:(?<=ft|lb|st|bs)[.])? and |(?:(?<=ft|lb|st|bs)[.])?, (?:and )?|(?:(?<=ft|lb|st)[.])? |-)?(?=[\d½¼¾a-z])"
)
_SMALLER_UNIT = regex(r"[ -]?([a-z]+|\"|″|''|”|['’′])(?!\w)")


class _Smaller(NamedTuple):
    """The number behind a unit, what joins both, and the unit behind the number, if it is one that may be smaller."""

    joint: str
    numeral: Numeral
    name: str | None
    end: int


def with_smaller(lowered: str, numeral: Numeral, unit: Unit) -> tuple[Numeral, Unit]:
    """The amount with the smaller units behind it added: "6ft 2in" is 6 1/6 feet, "2 km 50 m" 2050 meters."""
    smaller = _smaller_behind(lowered, unit)
    if smaller is None:
        return numeral, unit
    if unit.kind is Kind.MONEY:
        return _with_coins(lowered, (numeral, unit), smaller)
    if smaller.name is None and (of_a_body := _OF_BODIES.get(unit.name)):
        return of_a_body(lowered, (numeral, unit), smaller)
    parts = COMPOUNDS.get((unit.name, smaller.name or ""))
    # "78.41m, 64cm beyond": who tells centimeters behind a point tells none behind a comma.
    if parts is None or numeral.step < 1 or (smaller.numeral.value >= parts and smaller.joint.startswith(",")):
        return numeral, unit
    step = min(smaller.numeral.step, Decimal(1))
    if unit.name in BODILY:
        value, step = numeral.value + smaller.numeral.value / parts, step / parts
        return numeral._replace(value=value, step=step, spelled=False), unit._replace(end=smaller.end)
    value = numeral.value * parts + smaller.numeral.value
    whole = smaller.numeral._replace(value=value, step=step, spelled=False)
    return with_smaller(lowered, whole, unit._replace(end=smaller.end, name=smaller.name or unit.name))


def _smaller_behind(lowered: str, unit: Unit) -> _Smaller | None:
    """The second number of an amount whose first unit is named."""
    if (unit.name not in _COMPOUNDED and unit.kind is not Kind.MONEY) or not _AHEAD.match(lowered, unit.end):
        return None
    joint = _AND.match(lowered, unit.end)
    numeral = read_numeral(lowered, joint.end()) if joint else None
    if joint is None or numeral is None:
        return None
    behind = _SMALLER_UNIT.match(lowered, numeral.end)
    name = SMALLER.get(behind[1]) if behind else None
    return _Smaller(joint[0], numeral, name, behind.end(1) if behind and name else numeral.end)


_CLAUSE_ENDS = regex(r"(?=$|[.;?!](?!\d))")


def _with_coins(lowered: str, sum_so_far: tuple[Numeral, Unit], coins: _Smaller) -> tuple[Numeral, Unit]:
    """The sum with its hundredths added: "20 dollars and 43 cents", "15 dollars and 50"."""
    numeral, unit = sum_so_far
    hundredths = coins.numeral
    is_named = coins.name in COINS
    is_last = hundredths.value >= 10 and _CLAUSE_ENDS.match(lowered, hundredths.end)
    if not (is_named or is_last) or hundredths.value >= 100 or hundredths.step < 1 or numeral.step < 1:
        return sum_so_far
    value, step = numeral.value + hundredths.value / 100, hundredths.step / 100
    return numeral._replace(value=value, step=step, spelled=False), unit._replace(end=coins.end)


#: How many feet tall a person may be.
TALLEST = 8
INCHES = 12
_HEIGHT_ENDS = regex(r"(?=$|[.,;:?!)\n](?!\d)|-| tall\b| and\b)")


def _as_tall(lowered: str, feet: tuple[Numeral, Unit], inches: _Smaller) -> tuple[Numeral, Unit]:
    """How tall somebody is whose inches go without their name: "6-foot-4", "six foot four", "6ft4"."""
    numeral, unit = feet
    more = inches.numeral
    if not (1 < numeral.value <= TALLEST and 0 < more.value < INCHES and numeral.step == more.step == 1):
        return feet
    if inches.joint not in ("-", "") and not (inches.joint == " " and _HEIGHT_ENDS.match(lowered, inches.end)):
        return feet
    value, step = numeral.value + more.value / INCHES, Decimal(1) / INCHES
    return numeral._replace(value=value, step=step, spelled=False), unit._replace(end=inches.end)


#: How many pounds a stone has, and how many stones somebody weighs at the most.
POUNDS, HEAVIEST = 14, 60
_WEIGHT_ENDS = regex(r"(?=$|[.,;:?!)\n](?!\d)| \(| and\b)")


def _as_heavy(lowered: str, stones: tuple[Numeral, Unit], pounds: _Smaller) -> tuple[Numeral, Unit]:
    """How heavy somebody is whose pounds go without their name: "8 stone 3"."""
    numeral, unit = stones
    more = pounds.numeral
    if not (1 < numeral.value <= HEAVIEST and 0 < more.value < POUNDS and numeral.step >= more.step == 1):
        return stones
    if pounds.joint != " " or not _WEIGHT_ENDS.match(lowered, pounds.end):
        return stones
    value, step = numeral.value + more.value / POUNDS, Decimal(1) / POUNDS
    return numeral._replace(value=value, step=step, spelled=False), unit._replace(end=pounds.end)


#: Who reads the second number of a height or a weight that goes without its unit.
_OF_BODIES = {"foot": _as_tall, "stone": _as_heavy}

#: What stands behind digits for feet or inches.
PRIMES = frozenset("'\"′″’")
_PRIMES = regex(r"['′’](?: ?(\d{1,2}(?:[.]\d)?|\d{0,2}[½¼¾])(?:[\"″”]|''|’’))")
#: The same without the last stroke, of somebody's height: "a 6'2 forward".
_TALL = regex(r"(?<!\d)[4-7]['′’](\d|1[01])(?![\w\"″”'’.:-])")
_FEET_ALONE = regex(r"(''|″|\")|['′](?= (?:long|wide|high|tall|deep|when|by)\b)")
#: How far back an opening quotation mark is looked for, before a mark behind digits is taken for inches.
_QUOTATION = 300


def read_primes(lowered: str, numeral: Numeral) -> tuple[Numeral, Unit] | None:
    """Feet and inches written with strokes: 5'6", 30' long, 5''."""
    at = numeral.end
    if found := _PRIMES.match(lowered, at) or _TALL.match(lowered, at - 1):
        inches = read_figures(lowered, found.start(1))
        if inches and inches.value < INCHES:
            feet = numeral._replace(value=numeral.value + inches.value / INCHES, step=Decimal(1) / INCHES)
            return feet, Unit(found.end(), "foot", Kind.QUANTITY)
    if (found := _FEET_ALONE.match(lowered, at)) and not _in_quotation(lowered, at):
        return numeral, Unit(found.end(), "inch" if found[1] else "foot", Kind.QUANTITY)
    return None


def _in_quotation(lowered: str, at: int) -> bool:
    """Whether the last quotation mark before a place opens one: it stands before a word and behind none."""
    start = max(0, at - _QUOTATION)
    if lowered.rfind("“", start, at) > lowered.rfind("”", start, at):
        return True
    last = lowered.rfind('"', start, at)
    return last >= 0 and (last == 0 or lowered[last - 1] in " \n([") and not lowered[last + 1].isspace()


_ONE_AND_A = regex(r"(?<!\w)an?(?= ([a-z]+) and an? \Z)")
#: No unit of one word is longer.
LONGEST_UNIT = 24


def one_and_a_part(text: str, lowered: str, at: int, part: Numeral | None) -> Reading | None:
    """One unit and a part of it: "an inch and a half"."""
    if part is None or not part.part or not lowered.endswith((" and a ", " and an "), 0, at):
        return None
    one = _ONE_AND_A.search(lowered, max(0, at - LONGEST_UNIT), at)
    unit = read_unit(text, lowered, one.end()) if one else None
    if one is None or unit is None or unit.end != one.end() + 1 + len(one[1]):
        return None
    whole = part._replace(value=part.value + 1, part=False)
    return Opening(text, lowered, one.start()).reading(part.end, unit.kind, (whole,), unit.name)
