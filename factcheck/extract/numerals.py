"""Numerals: those in figures ("1,234,567", "2.3bn", "10½"), and any of them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factcheck.extract.lexicon.numbers import PARTS, SCALES, VULGAR_FRACTIONS
from factcheck.extract.numeral import ONE, THIN, Numeral, scale_behind, scale_of
from factcheck.extract.spelled import AND_A_PART, out_of, plain_number, read_spelled
from factcheck.regexes import regex

#: A numeral in more digits than this is no amount that anybody could mean.
MOST_DIGITS = 40


def read_numeral(lowered: str, at: int) -> Numeral | None:
    """The numeral that begins at a place of the lower-cased text, as far as it goes."""
    letter = lowered[at : at + 1]
    if letter.isdigit() or letter in VULGAR_FRACTIONS or letter == ".":
        numeral = read_figures(lowered, at)
    else:
        numeral = read_spelled(lowered, at)
    return said_twice(lowered, numeral) if numeral and lowered.startswith(" (", numeral.end) else numeral


def said_twice(lowered: str, numeral: Numeral) -> Numeral:
    """The numeral with the same in brackets behind it, in words or in figures: "twenty (20) days", "3 (three) months"."""
    again = plain_number(lowered, numeral.end + 2)
    if again is None or lowered[again.end : again.end + 1] != ")":
        return numeral
    if again.value != numeral.value or again.spelled is numeral.spelled or numeral.allows is not None:
        return numeral
    return numeral._replace(end=again.end + 1, step=ONE)


_FIGURES = regex(
    rf"""(?: \d{{1,3}} (?: (?:,\d\d\d?)*,\d{{3}}(?!\d) | (?:['’]\d{{3}})+\b | (?:[{THIN}]\d{{3}})+\b | (?:[ ]\d{{3}}){{2,}}\b
             | [ ]\d00\b(?![.,]\d) | (?:[.]\d{{3}})+,\d\d?\b | (?:[.]\d{{3}}){{2,}}\b(?![.]\d) ) | \d+ )?
        (?: [.]\d+ (?: e[+-]?\d{{1,2}}\b )? | (?<=\d),\d{{1,2}}(?![\d,]) | (?<=\d)e(?:[+-]\d{{1,2}}|\d\d)\b )?
        (?: (?<=\d)[ ]? [{"".join(VULGAR_FRACTIONS)}] | [{"".join(VULGAR_FRACTIONS)}]
          | (?<=\d)(?:[ ]{{1,2}}|-)\d{{1,2}}[/\u2044]\d{{1,2}}(?![\d/]) | [/\u2044]\d{{1,4}}(?![\d/])
          | (?<=\d)(?:[ ]?[x×*][ ]?10)?\^[+-]?\d{{1,2}}(?![\d.]) )?
    """,
    re.VERBOSE | re.ASCII,
)
#: Digits that nothing behind them can make a longer numeral of, as most are.
_PLAIN = regex(r"[0-9]+(?=[a-df-wyz%);?!\n]| [a-wyz(]|[.,-](?![0-9])|\Z)")
#: What stands between the digits of a long number, to be left out; a point too where no decimals follow.
_NO_GROUPS = str.maketrans("", "", f",'’ {THIN}")
_NO_GROUPS_OR_POINTS = str.maketrans("", "", f".,'’ {THIN}")
_DECIMAL_COMMA = regex(r"(?:\d{1,3}(?:[.]\d{3})+|\d+),\d\d?")
_VULGAR = regex(rf"(.*\d)?[ ]?([{''.join(VULGAR_FRACTIONS)}])")
_POWER = regex(r"([\d.,]+)(?:( ?[x×*] ?10))?\^([+-]?\d+)")
_SLASHED = regex(r"(?:(.*\d)(?:  ?|-))?(\d+)[/\u2044](\d+)")

#: Denominators of fractions in figures; "9/11" and "24/7" are names, "5/17" a date.
USUAL_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 40, 64, 100, 1000))

#: What begins "and a half".
_AND_A = frozenset(("and ", "and-"))


def read_figures(lowered: str, at: int) -> Numeral | None:
    """The numeral in figures that begins at a place, with the scale behind it."""
    found = _PLAIN.match(lowered, at) or _FIGURES.match(lowered, at)
    if found is None or found.end() == at:
        return None
    figures = _figures(found[0])
    if figures is None:
        return None
    value, step, part = figures
    end = found.end()
    if step == 1 and (share := out_of(lowered, end, value, spelled=False)):
        return share
    scaled = scale_behind(lowered, end)
    if scaled is None:
        if lowered[end + 1 : end + 5] in _AND_A and step == 1 and (more := AND_A_PART.match(lowered, end)):
            return Numeral(more.end(), value + ONE / PARTS[more[1]], ONE / PARTS[more[1]])
        return Numeral(end, value, step, part=part)
    word = scaled[1] or scaled[2]
    return _scaled_figures(lowered, scaled.end(), word, value, step)


def _scaled_figures(lowered: str, end: int, word: str, value: Decimal, step: Decimal) -> Numeral:
    """A numeral in figures and the scale behind it ("4 hundred million", "3 million and a half")."""
    scale = scale_of(word)
    if (again := scale_behind(lowered, end)) and again[1] in SCALES:
        scale, end = scale * SCALES[again[1]], again.end()
    value, step = value * scale, step * scale
    if joins := _AND_MORE.get(word):
        rest = _rest(lowered, end, joins)
        if rest is not None and rest.value < scale and not scale_behind(lowered, rest.end):
            return Numeral(rest.end, value + rest.value, rest.step)
    if half := AND_A_PART.match(lowered, end):
        share = scale / PARTS[half[1]]
        return Numeral(half.end(), value + share, share, scale=scale)
    return Numeral(end, value, step, scale=scale)


#: What may follow a scale behind figures and be added to it: "3 hundred and 21", "6 crore and two hundred".
_AND_MORE = {
    "hundred": regex(r" and (?=[\da-z])"),
    **dict.fromkeys(("lakh", "lakhs", "lac", "crore", "crores"), regex(r" (?:and )?(?=[a-z])")),
}


def _rest(lowered: str, at: int, joins: re.Pattern[str]) -> Numeral | None:
    """The smaller number that is added to what ends here."""
    gap = joins.match(lowered, at)
    return plain_number(lowered, gap.end()) if gap else None


@lru_cache(maxsize=8192)
def _figures(figures: str) -> tuple[Decimal, Decimal, bool] | None:  # noqa: PLR0911 - each way to write figures has its own rule
    """The value, the place of its last significant digit, and whether it is a part of a whole."""
    if len(figures) > MOST_DIGITS:
        return None
    if figures.isdigit():
        return _whole(figures)
    if found := _VULGAR.fullmatch(figures):
        return _mixed(found[1], *VULGAR_FRACTIONS[found[2]])
    if found := _SLASHED.fullmatch(figures):
        part, parts = int(found[2]), int(found[3])
        return _mixed(found[1], part, parts) if part < parts and parts in USUAL_DENOMINATORS else None
    if "/" in figures or "\u2044" in figures:
        return None
    if found := _POWER.fullmatch(figures):
        return _power(found[1], int(found[3]), of_ten=found[2] is not None)
    if _DECIMAL_COMMA.fullmatch(figures):
        return _figures(figures.replace(".", "").replace(",", "."))
    if figures.count(".") == 1:
        plain = figures.translate(_NO_GROUPS)
        value = Decimal(plain)
        exponent = value.as_tuple().exponent
        return value, ONE.scaleb(exponent if isinstance(exponent, int) else 0), False
    plain = figures.translate(_NO_GROUPS_OR_POINTS)
    return _whole(plain) if plain.isdigit() else (Decimal(plain), ONE, False)


def _power(base: str, exponent: int, *, of_ten: bool) -> tuple[Decimal, Decimal, bool] | None:
    """A power, or a number times a power of ten: "2^10", "6.2x10^-4"."""
    figures = _figures(base)
    if figures is None:
        return None
    value, step, _ = figures
    if of_ten:
        return value.scaleb(exponent), step.scaleb(exponent), False
    if value == 0 or abs(value.adjusted() * exponent) > MOST_DIGITS:
        return None
    power = value**exponent
    return power, ONE if power == power.to_integral_value() else ONE.scaleb(power.adjusted() - len(base)), False


def _whole(digits: str) -> tuple[Decimal, Decimal, bool]:
    """Zeros at the end of a whole number may only fill its places."""
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(digits), (ONE.scaleb(zeros) if zeros < len(digits) else ONE), False


def _mixed(whole: str | None, part: int, parts: int) -> tuple[Decimal, Decimal, bool] | None:
    """A whole number and a part of one, or the part alone."""
    value = Decimal(part) / parts
    if not whole:
        return value, ONE / parts, True
    figures = _figures(whole)
    if figures is None:
        return None
    # The half of "$7.45½" is one of a cent.
    place = figures[1] if "." in whole else ONE
    return figures[0] + value * place, place / parts, False
