"""One amount in two units: "90 km (55 miles)", "90 km/55 miles", "90 km, or 55 miles,".

The check finds the pairs, says whether they agree, and for those that do not names the
likely slip. A rule speaks for each cause; the rule without one speaks for the rest,
and for the pairs that agree.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.judge.agreement import Agreement, Fit, agree, gap, in_unit
from factcheck.judge.checks import check
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import amount_in_words, number_in_words
from factcheck.model import Article, Bound, Kind, Mention, Quantity, Span
from factcheck.nouns import dataclass
from factcheck.regexes import regex
from factcheck.resolve.units import alternatives, dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A unit with several definitions agrees if one of them comes this close, or if a precise number rounds to it.
DEFINITION = Decimal("0.03")
#: Numbers with so many digits were not rounded by eye.
PRECISE = 3
#: A slip is named when it explains the number this well.
EXPLAINED = Decimal("0.06")

_OPENS = regex(
    r"\s?[(\[]\s?(?:or |about |around |roughly |some |approximately |nearly |almost |i\.e\.,? |that is,? |equal to |equivalent to |approx\.? |~|≈|=)*",
    re.IGNORECASE,
)
_CLOSES = regex(r"\s?(?:[)\];,/]|or |$)")
#: Before the first number: "8,000 and 500 kilometers" is one amount in words, or two.
_MORE_BEFORE = regex(r"\d(?:,| and| plus| or)\s$")
#: Between the two ends of a range in brackets.
_JOINS = frozenset({" and ", " to ", "-", "–"})
_OR = regex(
    r"(?:,| [-–—]+|—) ?(?:or|i\.e\.|that is|(?:the )?equivalent (?:to|of)|equal to),? (?:about |around |roughly |some |approximately |nearly |almost )?",
    re.IGNORECASE,
)
_AFTER_OR = regex(r"\s?(?:[,.;:)–—]|-- )")

#: What stands between two amounts without brackets, and behind the second.
_ASIDES = (
    (regex(r"\s?/\s?"), regex("")),
    (_OR, _AFTER_OR),
    #: "an 11-kilo salmon, which is about 24 pounds,"
    (
        regex(r"(?: [a-z-]+){0,3},? (?:which|that) (?:is|was|means|makes|equals)(?: just| the equivalent of)? "),
        regex(r"[,.;]| in old| or | and "),
    ),
    #: "12 kilos – 26 pounds – of gold"
    (regex(r" [–—-] (?:about |around |roughly |some |nearly |almost )?"), regex(r" [–—-] ")),
)

#: Words by which a temperature is a step and not a level.
_STEP_BEFORE = regex(
    r"\b(?:by|dropped|drops|plunged|plummeted|warmed|cooled|jumped|(?:rise|increase|drop|fall|warming|cooling|difference|change|decrease|jump|swing|reduction) (?:of|will be|would be|was|is))\s+(?:up to |about |around |some |roughly |as much as |more than |nearly |an? |another |at least |only |just )*$|\b(?:increase|warming|(?:the|a|any) rise)\s+$",
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
_SPACES = {"[length]": 1, "[length] ** 2": 2, "[length] ** 3": 3}
_SPACE_NAMES = {1: "lengths", 2: "areas"}
#: Statute miles in a nautical mile.
_NAUTICAL = Decimal("1.150779")


@dataclass(frozen=True, slots=True)
class _Pair:
    """An amount and the same amount in another unit."""

    first: Mention
    second: Mention
    #: The sentence's words before the first and after the second.
    before: str
    after: str
    #: Whether the second stands in brackets of its own.
    bracketed: bool

    @property
    def amounts(self) -> tuple[Quantity, Quantity]:
        assert self.first.quantity is not None  # noqa: S101 - a pair is made of amounts
        assert self.second.quantity is not None  # noqa: S101 - a pair is made of amounts
        return _as_printed(self.first.quantity), _as_printed(self.second.quantity)

    @property
    def spans(self) -> tuple[Span, ...]:
        return (self.first.span, self.second.span)


@check("conversion", of=Article, about=[Kind.QUANTITY])
def conversion(article: Article) -> Iterator[Verdict]:
    """Each amount that is given in two units, and whether the two agree."""
    for pair in _pairs(article):
        verdict = _verdict(pair)
        if verdict is not None:
            yield verdict


def _pairs(article: Article) -> Iterator[_Pair]:
    text = article.document.text
    measures = [mention for mention in article.mentions if mention.kind is Kind.QUANTITY and mention.quantity]
    for at, (first, second) in enumerate(pairwise(measures)):
        if first.quantity and first.quantity.is_range and at + 2 < len(measures):
            second = _as_range((second, measures[at + 2])) or second  # noqa: PLW2901 - the one that it is held against
        if second.start - first.end > 24 or _MORE_BEFORE.search(text[max(0, first.start - 8) : first.start]):
            continue
        between = text[first.end : second.start]
        after = text[second.end : second.end + 40]
        if _apart(first, second, between, after):
            yield _Pair(first, second, text[max(0, first.start - 120) : first.start], after, bracketed=False)
            continue
        bracketed = _OPENS.fullmatch(between) is not None and _CLOSES.match(after) is not None
        if bracketed or any(opens.fullmatch(between) and closes.match(after) for opens, closes in _ASIDES):
            yield _Pair(first, second, text[max(0, first.start - 120) : first.start], after, bracketed)


#: "35 kilograms of cocaine (77 pounds)"
_BEHIND_NOUN = regex(r"(?: [a-z][a-z-]+){1,3} \((?:about |around |roughly |some |nearly |almost )?")


def _apart(first: Mention, second: Mention, between: str, after: str) -> bool:
    """Whether words or a comma stand between an amount and what must be the same in another unit."""
    if not (first.quantity and second.quantity) or first.quantity.is_range is not second.quantity.is_range:
        return False
    if _BEHIND_NOUN.fullmatch(between):
        closes = after.startswith(")")
    else:
        closes = between == ", " and second.quantity.bound is Bound.ABOUT and after.startswith((",", ";", "."))
    return (
        closes
        and first.quantity.unit != second.quantity.unit
        and dimension(first.quantity.unit) == dimension(second.quantity.unit)
    )


def _as_range(pair: tuple[Mention, Mention]) -> Mention | None:
    """Two ends in brackets behind a range, as one mention: "between 20 and 40 metres (66 and 131 feet)"."""
    low, high = pair
    if not (low.quantity and high.quantity) or low.quantity.unit != high.quantity.unit:
        return None
    if low.quantity.is_range or high.quantity.is_range or low.document.text[low.end : high.start] not in _JOINS:
        return None
    quantity = replace(
        high.quantity,
        lower=low.quantity.lower,
        printed=(*low.quantity.printed, *high.quantity.printed),
        step=min(low.quantity.step, high.quantity.step),
    )
    return replace(high, start=low.start, quantity=quantity)


def _as_printed(quantity: Quantity) -> Quantity:
    """The amount as far as rounding goes: "more than 90 km (55 miles)" bounds both numbers alike."""
    if quantity.bound is Bound.ABOUT or quantity.is_range:
        return quantity
    half = quantity.step / 2
    value = quantity.value
    if quantity.bound is Bound.EXACT:
        return replace(quantity, lower=min(quantity.lower, value - half), upper=max(quantity.upper, value + half))
    return replace(quantity, lower=value - half, upper=value + half, bound=Bound.EXACT)


@dataclass(frozen=True, slots=True)
class _Slip:
    """What may have happened, in words, and the cause if a rule of its own speaks of it."""

    words: str = ""
    cause: str = ""
    #: Whether temperatures are steps and not levels.
    difference: bool = False


def _verdict(pair: _Pair) -> Verdict | None:
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


def _converted(pair: _Pair) -> Verdict:
    """Two amounts of one dimension, by whatever definition of their units suits them."""
    a, b = pair.amounts
    agreement = _best_agreement(a, b)
    meant = tuple(map(_definitions, (pair.first, pair.second)))
    several = any(len(units) > 1 for units in meant)
    if agreement.verdict is Fit.SAME or (several and _by_some_definition(a, b, meant)):
        return Accord(pair.spans, agreement.reason)
    if agreement.verdict is Fit.LOOSE and not several:
        return _clash(pair, _Slip(cause="rounded coarsely"))
    slip = _likely_slip(a, b)
    return _clash(pair, replace(slip, cause=slip.cause or ("several definitions" if several else "")))


def _best_agreement(a: Quantity, b: Quantity) -> Agreement:
    """The agreement in whichever direction the numbers were converted."""
    return min((agree(a, b), agree(b, a)), key=lambda found: list(Fit).index(found.verdict))


def _clash(pair: _Pair, slip: _Slip) -> Clash:
    a, b = pair.amounts
    in_b, in_a = in_unit(a, b.unit, difference=slip.difference), in_unit(b, a.unit, difference=slip.difference)
    return Clash(
        pair.spans,
        {"converted": _worded(in_b), "back": _worded(in_a)},
        arithmetic=f"{_worded(a)} = {_worded(in_b)}; {_worded(b)} = {_worded(in_a)}",
        slip=slip.words,
        repairs=(f"“{pair.second.text}” → “{_worded(in_b, 2)}”", f"“{pair.first.text}” → “{_worded(in_a, 2)}”"),
        cause=slip.cause,
    )


def _worded(quantity: Quantity, digits: int = 3) -> str:
    if not quantity.is_range:
        return amount_in_words(quantity.value, quantity.unit, digits)
    low, high = quantity.printed
    return f"{number_in_words(low, digits)} to {amount_in_words(high, quantity.unit, digits)}"


# --- ranges -------------------------------------------------------------------------


def _ends(pair: _Pair) -> Verdict:
    """Two ranges agree if both ends do."""
    a, b = pair.amounts
    low, high = (_best_agreement(*ends).verdict for ends in zip(_each_end(a), _each_end(b), strict=True))
    if Fit.DIFFERENT not in (low, high):
        return Accord(pair.spans, f"{_worded(a)} = {_worded(in_unit(a, b.unit))}")
    which = "" if low is high else "the lower end" if low is Fit.DIFFERENT else "the upper end"
    return _clash(pair, _Slip(f"only {which} differs" if which else "", "end of a range"))


def _each_end(quantity: Quantity) -> Iterator[Quantity]:
    """The two ends of a range, each as the number that was printed."""
    for number in quantity.printed:
        half = _step(number) / 2
        yield replace(quantity, lower=number - half, upper=number + half, printed=(number,))


def _step(number: Decimal) -> Decimal:
    """The place of the last significant digit of a number."""
    return Decimal(1).scaleb(int(number.normalize().as_tuple().exponent)) if number else Decimal(1)


# --- temperatures -------------------------------------------------------------------


def _temperature(pair: _Pair) -> Verdict:
    """A temperature is a level ("5C (41F)") or a step ("rose by 5C (9F)"), and converts accordingly."""
    a, b = pair.amounts
    as_level, as_step = (_temperature_fits(a, b, step=step) for step in (False, True))
    is_step = bool(_STEP_BEFORE.search(pair.before) or _STEP_AFTER.search(pair.after))
    may_be_step = is_step or _MAYBE_STEP.search(f"{pair.before} {pair.after}") is not None
    if (as_step and may_be_step) or (as_level and not is_step):
        return Accord(pair.spans, f"{_worded(a)} = {_worded(in_unit(a, b.unit, difference=not as_level))}")
    if as_level:
        return _clash(
            pair, _Slip("converted as a level of temperature, not as a difference", "step as a level", difference=True)
        )
    if as_step:
        return _clash(pair, _Slip("converted as a difference of temperature, not as a level"))
    return _clash(pair, replace(_likely_slip(a, b), difference=is_step))


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
    unit = mention.quantity.unit if mention.quantity else ""
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


# --- slips --------------------------------------------------------------------------


def _likely_slip(a: Quantity, b: Quantity) -> _Slip:
    """The first explanation of the second number that fits it."""
    if a.value == b.value:
        return _Slip("the number was copied and not converted", "unit copied")
    right = in_unit(a, b.unit).value
    for explained, slip in _explanations(a, right):
        if _near(b.value, explained):
            return slip
    return _Slip("two digits were swapped") if _swapped(b.value, right) else _Slip()


def _explanations(a: Quantity, right: Decimal) -> Iterator[tuple[Decimal, _Slip]]:
    """What the second number would be after each slip that we know."""
    power = _SPACES.get(str(dimension(a.unit)), 1)
    if a.value and right:
        factor = right / a.value
        root = Decimal(float(abs(factor)) ** (1 / power))
        for exponent in range(1, power):
            yield (
                a.value * root**exponent,
                _Slip(f"the factor for {_SPACE_NAMES[exponent]} was used", "factor of length"),
            )
        yield a.value / factor, _Slip("the factor was applied the wrong way round")
    for times, words in ((10, "ten"), (100, "a hundred"), (1000, "a thousand")):
        yield right * times, _Slip(f"{words} times too much: a digit too many?")
        yield right / times, _Slip(f"{words} times too little: a digit lost?")
    for ratio in (_NAUTICAL, 1 / _NAUTICAL):
        yield right * ratio, _Slip("nautical and statute miles were mixed up")


def _near(stated: Decimal, explained: Decimal) -> bool:
    return gap(stated, explained) <= EXPLAINED


def _swapped(stated: Decimal, right: Decimal) -> bool:
    """Whether the stated number is the right one with two neighbouring digits changed round."""
    stated, right = abs(stated), abs(right)
    written = f"{stated.normalize():f}"
    for at in range(len(written) - 1):
        turned = (
            Decimal(written[:at] + written[at + 1] + written[at] + written[at + 2 :])
            if "." not in written[at : at + 2]
            else stated
        )
        if turned != stated and gap(turned, right) <= EXPLAINED / 2:
            return True
    return False


# --- different dimensions -----------------------------------------------------------


def _other_dimension(pair: _Pair) -> Verdict | None:
    """Measures of another dimension in brackets: no conversions, unless spaces, or with another unit they would be."""
    a, b = pair.amounts
    if not pair.bracketed:
        return None
    meant = next(_fitting(a, b), "")
    if not meant and not {str(dimension(a.unit)), str(dimension(b.unit))} <= _SPACES.keys():
        return None
    return Clash(
        pair.spans,
        arithmetic=f"{_worded(a)} = {_worded(in_unit(a, meant))}" if meant else "",
        slip=f"“{meant}” for “{b.unit}”?" if meant else "",
        repairs=(f"“{pair.second.text}” → “{_worded(in_unit(a, meant), 2)}”",) if meant else (),
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
