"""Units whose sign or word stands for others too, and which the words around them tell: "12 nm off the coast", "raised 5 pounds"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.extract.measures import Unit
    from factcheck.extract.openings import Opening

#: Units whose signs are those of others too: the sign, the other, what tells of the other, and what tells against it.
_AMBIGUOUS = {
    "nanometer": (
        "nm",
        "nautical mile",
        regex(
            r"\b(?:knots?|kts|ships?|vessels?|boats?|lifeboats?|yachts?|trawlers?|tankers?|ferr(?:y|ies)|frigates?|sail\w*|naut\w*|coasts?|coastguards?|offshore"
            r"|harbou?rs?|maritime|navy|naval|waypoints?|airports?|runways?|aircraft|islands?)\b"
        ),
        regex(
            r"\b(?:chips?|wafers?|process\w*|wavelengths?|semiconductors?|transistors?|lasers?|lights?|particles?|nodes?|thick|diameter)\b"
        ),
    ),
    "kiloton": (
        "kt",
        "knot",
        regex(r"\b(?:winds?|gust\w*|sail\w*|yachts?|breezes?|gales?)\b"),
        regex(r"\b(?:co2|emi\w+|bombs?|ore|copper)\b"),
    ),
    "megaton": (
        "MT",
        "metric ton",
        regex(
            r"\b(?:rice|wheat|paddy|grain|foodgrains?|sugar|maize|pulses|onions?|potatoes|coal|ore|steel|cement|fertili[sz]ers?|urea|oil|lpg|lng|oxygen|cargo|crops?|harvest|lakh|crore)\b"
        ),
        regex(r"\b(?:co2|carbon|emi\w+|bombs?|warheads?|nuclear|tnt)\b"),
    ),
    "fahrenheit": ("F", "farad", regex(r"\bcapacit(?:or|ance)"), regex(r"\btemperature")),
}
#: How far to either side such words are looked for.
_COMPANY = 90


def by_company(opening: Opening, end: int, unit: Unit) -> Unit:
    """The unit that a sign or a word stands for by the words that it stands among: "12 nm off the coast", "raised 5 pounds"."""
    lowered = opening.lowered
    if unit.name not in _AMBIGUOUS:
        is_paid = _is_sterling(opening, end, unit)
        return unit._replace(name=unit.name.replace("pound", "pound sterling"), kind=Kind.MONEY) if is_paid else unit
    sign, other, told, denied = _AMBIGUOUS[unit.name]
    printed = opening.text[end : unit.end].strip(" -\u00a0")
    around = max(0, opening.start - _COMPANY), unit.end + _COMPANY
    if printed != sign or denied.search(lowered, *around):
        return unit
    return unit._replace(name=other) if told.search(lowered, *around) else unit


#: How far to either side of pounds it is looked for what is paid, or weighs them.
_NEAR = 30
#: What is paid in pounds, and what weighs them.
_PAID = regex(
    r"£|\b(?:dollars?|euros?|yen|francs|sterling|pence|worth|sav(?:e|es|ed|ing)|rais(?:e|es|ed|ing)|costs?|costing|paid|pays?|paying|priced?|fined?|spent|spend|spending|salary"
    r"|invest(?:ed|ors?|ment)|prizes?|debts?|budget|grants?|earn(?:s|ed|ing)?)\b"
)
_BUYS = regex(r" (?:buys?|buying|is worth|sterling|for (?:an?|one|the) (?:euro|dollar))\b")
_WEIGHS = regex(r"\b(?:weigh\w*|heavy|heavier|lighter|ounces?|kg|kilo\w*|tons?|tonnes?|stone|meat|beef|cargo|bombs?)\b")


def _is_sterling(opening: Opening, end: int, unit: Unit) -> bool:
    """Whether pounds are money: they are paid, or buy something, and nothing is weighed near them."""
    lowered = opening.lowered
    if "pound" not in lowered[end : unit.end] or lowered.startswith((" of ", " per "), unit.end):
        return False
    start, stop = max(0, opening.start - _NEAR), unit.end + _NEAR
    paid = _PAID.search(lowered, start, opening.start) or _BUYS.match(lowered, unit.end)
    return paid is not None and _WEIGHS.search(lowered, start, stop) is None
