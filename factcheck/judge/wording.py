"""Amounts as findings print them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

#: Worked-out numbers are shown with so many significant digits, and never fewer than the whole part has.
DIGITS = 3
_IRREGULAR = {
    "foot": "feet",
    "inch": "inches",
    "person": "people",
    "celsius": "°C",
    "fahrenheit": "°F",
    "stone": "stone",
    "man": "men",
    "woman": "women",
    "child": "children",
    "staff": "staff",
    "police": "police",
}
#: A word that ends with one of these is longer by a syllable in the plural.
_HISSES = ("ch", "sh", "x", "z")
#: What people are counted as: "nine dead".
_ADJECTIVES = frozenset("dead hurt injured wounded missing homeless arrested".split())
#: No compounds of "man".
_NO_MEN = frozenset("human german roman ottoman shaman talisman".split())
_SIGNS = {"percent": "%", "dollar": "$", "euro": "€", "pound sterling": "£", "yen": "¥"}


@lru_cache(maxsize=1024)
def number_in_words(number: Decimal | Fraction | float, digits: int = DIGITS) -> str:
    """A number with its thousands marked: 1,125 · 55.9 · 0.621 · 7.3 million."""
    exact = Fraction(number)
    for power, word in ((12, "trillion"), (9, "billion"), (6, "million")):
        if abs(exact) >= 10**power:
            return f"{_rounded(exact / 10**power, digits)} {word}"
    return _rounded(exact, digits)


def _rounded(number: Fraction, digits: int) -> str:
    if number.denominator == 1 and abs(number) < 10**6:
        return f"{int(number):,}"
    shown = Decimal(number.numerator) / Decimal(number.denominator)
    places = max(0, digits - 1 - shown.adjusted()) if shown else 0
    text = f"{shown:,.{places}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def amount_in_words(number: Decimal | Fraction, unit: str, digits: int = DIGITS) -> str:
    """An amount with its unit: "55.9 miles", "90%", "$7.3 million", "4,000"."""
    return in_unit(number_in_words(number, digits), unit)


def in_unit(shown: str, unit: str) -> str:
    """A number that is written already with its unit."""
    if unit == "percent":
        return f"{shown}%"
    if unit in _SIGNS:
        return f"-{_SIGNS[unit]}{shown[1:]}" if shown.startswith("-") else _SIGNS[unit] + shown
    if not unit:
        return shown
    return f"{shown} {unit if shown == '1' else plural(unit)}"


def month_name(number: int) -> str:
    """What a month is called; January is 1."""
    return f"{date(1, number, 1):%B}"


def weekday_name(number: int) -> str:
    """What a day of the week is called; Monday is 0."""
    return f"{date(1, 1, 1 + number):%A}"  # the first day of the calendar is a Monday


def day_in_words(day: date, *, with_year: bool = True) -> str:
    """A day as findings print it: "4 May 1998", "4 May"."""
    return f"{day.day} {day:%B}" + f" {day.year}" * with_year


def plural(unit: str) -> str:
    """The plural of a unit's name: "kilometers per hour", "square feet"."""
    head, per, rest = unit.partition(" per ")
    *before, last = head.split()
    if last in _IRREGULAR:
        last = _IRREGULAR[last]
    elif last == last.upper() or last.endswith(("s", "hertz")) or last in _ADJECTIVES:
        pass
    elif last.endswith("man") and last not in _NO_MEN:
        last = last[:-3] + "men"
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = last[:-1] + "ies"
    else:
        last += "es" if last.endswith(_HISSES) else "s"
    return " ".join([*before, last]) + per + rest
