"""One amount in two units (given_twice.py): whether the two agree, and if not what may have happened (slips.py).

A rule speaks for each cause; the rule without one speaks for the rest, and for the pairs that agree.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.judge.agreement import Agreement, Fit, agree, gap, in_unit
from factcheck.judge.checks import check
from factcheck.judge.checks.amounts.given_twice import Pair, pairs
from factcheck.judge.checks.amounts.slips import SPACES, Slip, likely_slip
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import amount_in_words, number_in_words
from factcheck.model import Article, Kind, Mention, Quantity
from factcheck.regexes import regex
from factcheck.resolve.units import alternatives, dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A unit with several definitions agrees if one of them comes this close, or if a precise number rounds to it.
DEFINITION = Decimal("0.03")
#: Numbers with so many digits were not rounded by eye.
PRECISE = 3
#: Words by which a temperature is a step and not a level.
_STEP_BEFORE = regex(
    r"\b(?:by|dropped|drops|plunged|plummeted|warmed|cooled|jumped|(?:rise|increase|drop|fall|warming|cooling|difference|change|decrease|jump|swing|reduction) (?:of|will be|would be|was|is))\s+(?:up to |about |around |some |roughly |as much as |more than |nearly |an? |another |at least |only |just )*$|\b(?:increase|warming|(?:the|a|any) rise)\s+$"
    r"|\b(?:keep|hold|limit)(?:s|ing|ed)? (?:the |any |a )?(?:[a-z]+ )?(?:rise|increase) in (?:the )?(?:[a-z]+ ){0,2}temperatures?\s+(?:to )?$"
    r"|\b(?:keep|hold|limit|cap|restrict)(?:s|ing|ed|ping|ped)? (?:global )?warming (?:to|within|below|under)?\s*$",
    re.IGNORECASE,
)
_STEP_AFTER = regex(
    r"^[)\]]?,?\s+(?:warmer|cooler|hotter|colder|milder|chillier|higher|lower|above (?:normal|average|pre|the)|below (?:normal|average|the)|of warming|rise|increase|drop|warming|more than|over pre|than)",
    re.IGNORECASE,
)
#: Words by which it may be one: then either reading will do.
_MAYBE_STEP = regex(
    r"\b(?:warm\w*|cool\w*|ris(?:e|es|en|ing)|rose|increas\w+|limit\w*|climat\w+|global\w*|pre-?industrial|heat\w*|by|above|below|than|average|differ\w+|drop\w*|f[ae]ll\w*|within|goal|target|hotter|colder)\b",
    re.IGNORECASE,
)
_TEMPERATURES = frozenset({"celsius", "fahrenheit", "kelvin"})


@check("conversion", of=Article, about=[Kind.QUANTITY])
def conversion(article: Article) -> Iterator[Verdict]:
    """Each amount that is given in two units, and whether the two agree."""
    for pair in pairs(article):
        verdict = _of_pair(pair)
        if verdict is not None:
            yield verdict


def _of_pair(pair: Pair) -> Verdict | None:
    """Whether the amounts agree; None if neither is a conversion of the other."""
    a, b = pair.amounts
    measured = dimension(a.unit), dimension(b.unit)
    if a.unit == b.unit or None in measured:
        return None
    if measured[0] != measured[1]:
        return _other_dimension(pair)
    if {a.unit, b.unit} <= _TEMPERATURES:
        return _temperature(pair)
    return _ends(pair) if a.is_range and b.is_range else _converted(pair)


def _converted(pair: Pair) -> Verdict:
    """Two amounts of one dimension, by whatever definition of their units suits them."""
    a, b = pair.amounts
    agreement = _best_agreement(a, b)
    meant = tuple(map(_definitions, (pair.first, pair.second)))
    several = any(len(units) > 1 for units in meant)
    if agreement.verdict is Fit.SAME or (several and _by_some_definition(a, b, meant)):
        return Accord(pair.spans, agreement.reason)
    if agreement.verdict is Fit.LOOSE and not several:
        return _clash(pair, Slip(cause="rounded coarsely"))
    slip = likely_slip(a, b)
    return _clash(pair, replace(slip, cause=slip.cause or ("several definitions" if several else "")))


def _best_agreement(a: Quantity, b: Quantity) -> Agreement:
    """The agreement in whichever direction the numbers were converted."""
    return min((agree(a, b), agree(b, a)), key=lambda found: list(Fit).index(found.verdict))


def _clash(pair: Pair, slip: Slip) -> Clash:
    a, b = pair.amounts
    in_b, in_a = in_unit(a, b.unit, difference=slip.difference), in_unit(b, a.unit, difference=slip.difference)
    there, back = _as_in(pair.second, in_b), _as_in(pair.first, in_a)
    return Clash(
        pair.spans,
        {"converted": there, "back": back},
        arithmetic=f"{_as_in(pair.first, a)} = {there}; {_as_in(pair.second, b)} = {back}",
        slip=slip.words,
        repairs=(_repair(pair.second, in_b), _repair(pair.first, in_a)),
        cause=slip.cause,
    )


def _as_in(mention: Mention, quantity: Quantity) -> str:
    """An amount as a mention writes its own, if it can be: "64 kilometres" beside "40 km" is "64 km"."""
    if quantity.is_range or mention.quantity is None or mention.quantity.unit != quantity.unit:
        return _worded(quantity)
    from factcheck.judge.restating import restated  # noqa: PLC0415 - few articles have a clash

    return restated(mention, Fraction(quantity.value), 3)


def _repair(mention: Mention, quantity: Quantity) -> str:
    """A mention and what it would have to be, to two figures, as conversions are printed."""
    is_alike = not quantity.is_range and mention.quantity is not None and mention.quantity.unit == quantity.unit
    from factcheck.judge.restating import rewritten  # noqa: PLC0415 - few articles have a clash

    words = rewritten(mention, Fraction(quantity.value), 2) if is_alike else ""
    return f"“{mention.text}” → “{words or _worded(quantity, 2)}”"


def _worded(quantity: Quantity, digits: int = 3) -> str:
    if not quantity.is_range:
        return amount_in_words(quantity.value, quantity.unit, digits)
    low, high = quantity.printed
    return f"{number_in_words(low, digits)} to {amount_in_words(high, quantity.unit, digits)}"


# --- ranges -------------------------------------------------------------------------


def _ends(pair: Pair) -> Verdict:
    """Two ranges agree if both ends do."""
    a, b = pair.amounts
    low, high = (_best_agreement(*ends).verdict for ends in zip(_each_end(a), _each_end(b), strict=True))
    if Fit.DIFFERENT not in (low, high):
        return Accord(pair.spans, f"{_worded(a)} = {_worded(in_unit(a, b.unit))}")
    which = "" if low is high else "the lower end" if low is Fit.DIFFERENT else "the upper end"
    return _clash(pair, Slip(f"only {which} differs" if which else "", "end of a range"))


def _each_end(quantity: Quantity) -> Iterator[Quantity]:
    """The two ends of a range, each as the number that was printed."""
    for number in quantity.printed:
        half = _step(number) / 2
        yield replace(quantity, lower=number - half, upper=number + half, printed=(number,))


def _step(number: Decimal) -> Decimal:
    """The place of the last significant digit of a number."""
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent)) if number else Decimal(1)


# --- temperatures -------------------------------------------------------------------


def _temperature(pair: Pair) -> Verdict:
    """A temperature is a level ("5C (41F)") or a step ("rose by 5C (9F)"), and converts accordingly."""
    a, b = pair.amounts
    as_level, as_step = (_temperature_fits(a, b, step=step) for step in (False, True))
    is_step = bool(_STEP_BEFORE.search(pair.before) or _STEP_AFTER.search(pair.after))
    may_be_step = is_step or _MAYBE_STEP.search(f"{pair.before} {pair.after}") is not None
    if (as_step and may_be_step) or (as_level and not is_step):
        return Accord(pair.spans, f"{_worded(a)} = {_worded(in_unit(a, b.unit, difference=not as_level))}")
    if as_level:
        return _clash(
            pair, Slip("converted as a level of temperature, not as a difference", "step as a level", difference=True)
        )
    if as_step:
        return _clash(pair, Slip("converted as a difference of temperature, not as a level"))
    return _clash(pair, replace(likely_slip(a, b), difference=is_step))


def _temperature_fits(a: Quantity, b: Quantity, *, step: bool) -> bool:
    """Whether the ranges meet, ends by ends, when they are converted."""
    if a.is_range != b.is_range:
        return in_unit(a, b.unit, difference=step).meets(b)
    return all(
        in_unit(one, other.unit, difference=step).meets(other)
        for one, other in zip(_each_end(a), _each_end(b), strict=True)
    )


# --- units with several definitions -------------------------------------------------


_ONE_MEANING = ("mile", "pound", "megabyte", "megabit")


#: "US gallons" and "imperial pints" say which are meant.
_WHOSE = regex(r"\b(?:US|U\.S\.|American|imperial|British|UK)\b")


def _definitions(mention: Mention) -> tuple[str, ...]:
    """The units that a name may stand for. On land a mile is a mile, whatever ships mean by it."""
    unit = mention.unit
    others = () if unit.startswith(_ONE_MEANING) or _WHOSE.search(mention.text) else alternatives(unit)
    return (unit, *(other for other in others if dimension(other) == dimension(unit)))


def _by_some_definition(a: Quantity, b: Quantity, meant: tuple[tuple[str, ...], ...]) -> bool:
    """Whether some definition of the units comes within three percent, or within the rounding of a precise number."""
    precise = min(_digits(a.value), _digits(b.value)) >= PRECISE
    for unit in meant[0]:
        for other in meant[1]:
            converted = in_unit(replace(a, unit=unit), other)
            if gap(converted.value, b.value) <= DEFINITION or (precise and converted.meets(b)):
                return True
    return False


def _digits(number: Decimal) -> int:
    """How many significant digits a number was printed with."""
    return len(number.normalize().as_tuple().digits)


# --- different dimensions -----------------------------------------------------------


def _other_dimension(pair: Pair) -> Verdict | None:
    """Measures of another dimension in brackets: no conversions, unless spaces, or with another unit they would be."""
    a, b = pair.amounts
    if not pair.bracketed:
        return None
    meant = next(_fitting(a, b), "")
    if not meant and (turned := next(_fitting(b, a), "")):
        return Clash(
            pair.spans,
            arithmetic=f"{_as_in(pair.second, b)} = {_worded(in_unit(b, turned))}",
            slip=f"“{turned}” for “{a.unit}”?",
            repairs=(_repair(pair.first, in_unit(b, turned)),),
            cause="other dimension",
        )
    if not meant and not {str(dimension(a.unit)), str(dimension(b.unit))} <= SPACES.keys():
        return None
    return Clash(
        pair.spans,
        arithmetic=f"{_as_in(pair.first, a)} = {_worded(in_unit(a, meant))}" if meant else "",
        slip=f"“{meant}” for “{b.unit}”?" if meant else "",
        repairs=(_repair(pair.second, in_unit(a, meant)),) if meant else (),
        guesses=0 if meant else 1,
        cause="other dimension",
    )


#: Units that newspapers convert to, in which a number with the wrong unit may be right.
_USUAL = (
    "acre",
    "hectare",
    "square mile",
    "square kilometer",
    "square foot",
    "square meter",
    "mile",
    "kilometer",
    "foot",
    "meter",
    "gallon",
    "liter",
    "cubic foot",
    "cubic meter",
    "pound",
    "kilogram",
    "ton",
    "tonne",
    "ounce",
    "gram",
    "mile per hour",
    "kilometer per hour",
    "meter per second",
    "knot",
    "yard",
    "inch",
    "centimeter",
    "square yard",
    "square inch",
    "cubic yard",
    "pint",
)


def _fitting(a: Quantity, b: Quantity) -> Iterator[str]:
    """The usual units in which the second number would be a conversion of the first."""
    for unit in _USUAL:
        if dimension(unit) == dimension(a.unit) and agree(a, replace(b, unit=unit)).verdict is Fit.SAME:
            yield unit


# --- a conversion that lost its amount ----------------------------------------------

#: A name before the bracket, at the end of what is looked at. A name says where; a noun may be what is measured.
_NAME_BEFORE = regex(r"(?:^|[^.!?\s]\s+)[A-Z][\w’'-]+ \($")
#: What is measured in brackets after a name and needs no explanation: heights, weights and times of people and races.
_FAR = regex(r"kilometer|mile|nautical mile")


@check("orphan-measure", of=Article, about=[Kind.QUANTITY])
def orphan_measure(article: Article) -> Iterator[Verdict]:
    """A distance alone in brackets after a name, with no other distance in the sentence before it."""
    text = article.document.text
    for mention in article.mentions:
        if mention.kind is not Kind.QUANTITY or mention.quantity is None or not _FAR.fullmatch(mention.quantity.unit):
            continue
        if text[mention.end : mention.end + 1] == ")" and _NAME_BEFORE.search(
            text[max(0, mention.start - 60) : mention.start]
        ):
            yield Clash((mention.span,))
