"""Nouns that are left out because they were just said: "57 fires, 23 of which", "21 states and 17 in the south"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.function_words import IS_OF_THEM, PERCENT
from factcheck.extract.lexicon.nouns import CHANGES
from factcheck.extract.measures import rate
from factcheck.model import Bound, Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.extract.scanning import Reading

#: A noun is not left out further behind the place where it was said.
FURTHEST = 120
#: What may be counted or measured again without being named again.
_NAMED = frozenset((Kind.COUNT, Kind.QUANTITY))
#: A bare number from here on is not the percentage of a change.
_MOST_PERCENT = 100
#: What a sentence, or what was said in it, ends with.
_ENDS = regex(r"[.?!][\"'”’)]*(?:\s|\Z)|\n\n|[;:]")
#: Right before a number whose noun is left out.
_LEADS = regex(
    r"(?:\b(?:including|compared (?:with|to)|(?:up|down) from|of (?:whom|which)|out of|as (?:against|opposed to))"
    r"(?: (?:just|only|some|another|the|an average of))*|\b(?:and|but) (?:another|only|just)) \Z"
)
#: Another is set against the first, and the same verb said of both: "Ann has 13 boats while Bo has 9".
_WHILE = regex(r"\b(?:while|whilst|whereas) (?:[A-Za-z’'-]+ ){1,4}([a-z]+) \Z")
_JOINED = regex(r"(?:\band|, but) \Z")
_GOES_ON = regex(
    r" (?:in|at|by|from|on|near|last|this|a year|were|are|was|have|had|has|voting|who|that|in favou?r|against)\b(?! of\b)"
)
#: Something of its own is counted: "2,000 US cities", "five of the rest".
_OWN = regex(r" (?:[A-Z]|of (?!which|whom|them|those))")
#: Between a rise and what it leads to, its share: "34 points, or 1.2%, to 2,070".
_OR_SO_MUCH = regex(rf"(?:, or [\d.]+ ?{PERCENT},?| \([\d.]+ ?{PERCENT}\),?) to ")
_RAISED = regex(r"\b(?:to|at) \Z")
_WORDS = regex(r"[a-z]+")
#: What sets one percentage against another.
_COMPARES = regex(r"\bcompared (?:with|to) \Z")
#: Right between two percentages: "35 per cent, up from 28".
_UP_FROM = regex(r",? (?:up|down) from (?:just |only |about |some )?")
#: Between those of two who are set against each other: "by 57 per cent to 43", "33 per cent and Ms Kells on 31".
_AGAINST = regex(r" (?:to|against) ")
_RIVAL = regex(r"(?:,? and|, with| to) (?:[A-Z][\w.’'-]+ ){1,3}(?:on|at|with) ")
_VERBS = CHANGES - {"by"}
#: So far before the first, in letters, a verb says that it was a change.
_VERB = 40
_CLAUSE_END = regex(r"[.,;](?!\d)|\Z")


def named(text: str, readings: list[Reading]) -> list[Reading]:
    """The readings, the bare numbers among them with the noun or unit that was said before and is left out."""
    counted: Reading | None = None
    share: Reading | None = None
    paid: Reading | None = None
    # To look them up takes longer than all the rest.
    number, percentage, money = Kind.NUMBER, Kind.PERCENTAGE, Kind.MONEY
    for at, reading in enumerate(readings):
        if reading.kind is number:
            before = next((one for one in (counted, share, paid) if one and _is_elided(text, one, reading)), None)
            readings[at] = _with_unit(text, reading, before) if before else reading
        elif reading.kind in _NAMED and not text.endswith("per ", 0, reading.start):
            counted = reading
        elif reading.kind is percentage:
            share = reading
        elif reading.kind is money and not (paid and reading.start < _bracket_ends(text, paid.end)):
            paid = reading
    return readings


def _is_elided(text: str, before: Reading, bare: Reading) -> bool:
    """Whether a bare number stands for as many of what the amount before it tells of."""
    start, end = before.end, bare.start
    if before.kind is Kind.MONEY:
        start = _bracket_ends(text, start)
    if (
        not 0 < end - start < FURTHEST
        or bare.quantity is None
        or bare.quantity.value < 1
        or _ENDS.search(text, start, end)
    ):
        return False
    if _OWN.match(text, bare.end):
        return False
    if before.kind is Kind.MONEY:
        return _is_paid_too(text, before, bare, start)
    if before.kind is Kind.PERCENTAGE:
        return bare.quantity.value < _MOST_PERCENT and _is_another_percentage(text, before, bare)
    return _is_counted_too(text, before, bare)


def _is_counted_too(text: str, before: Reading, bare: Reading) -> bool:
    """Whether a bare number goes on with what was counted: "57 fires, 23 of which", "13 boats while Bo has 9"."""
    start, end = before.end, bare.start
    if _LEADS.search(text, start, end) or IS_OF_THEM.match(text, bare.end) or _OR_SO_MUCH.fullmatch(text, start, end):
        return True
    if _JOINED.search(text, start, end):
        return _GOES_ON.match(text, bare.end) is not None
    if (other := _WHILE.search(text, start, end)) and _CLAUSE_END.match(text, bare.end):
        return other[1] in _WORDS.findall(text, max(0, before.start - _VERB), before.start)[-2:]
    return _RAISED.search(text, start, end) is not None and (
        end - start == len(" to ") or not CHANGES.isdisjoint(_last_words(text, start, end))
    )


def _bracket_ends(text: str, at: int) -> int:
    """Where the bracket ends in which a sum is told in other currencies; the same place if none begins here."""
    other = _ALSO_PAID.match(text, at)
    return text.find(")", at, at + FURTHEST) + 1 or at if other else at


def _is_paid_too(text: str, before: Reading, bare: Reading, start: int) -> bool:
    """Whether a bare number goes on with sums in one currency: "4bn rupees, against 3bn", "3 yen ($1) and 6 ($2)"."""
    if _ALSO_PAID.match(text, before.end) and _ALSO_PAID.match(text, bare.end):
        return True
    if before.quantity is None or bare.quantity is None or not text[bare.end - 1].isalpha():
        return False
    is_near = before.quantity.value / _FAR < bare.quantity.value < before.quantity.value * _FAR
    return is_near and _SET_AGAINST.search(text, start, bare.start) is not None


#: What begins the same sum in another currency.
_ALSO_PAID = regex(r" \((?:US|A|C|HK|NZ)?[$£€¥]")
#: What sets one sum in millions against another.
_SET_AGAINST = regex(r",? (?:against|compared (?:with|to)|(?:up|down) from)(?: just| only| about| some)? \Z")
_FAR = 10


def _is_another_percentage(text: str, before: Reading, bare: Reading) -> bool:
    """Whether a bare number goes on with percentages: "2 percent in May and 3 in June", "by 2 percent and B by 1"."""
    start, end = before.end, bare.start
    if _COMPARES.search(text, start, end) or _UP_FROM.fullmatch(text, start, end):
        return True
    if _JOINED.search(text, start, end):
        return _GOES_ON.match(text, bare.end) is not None
    if _RIVAL.fullmatch(text, start, end) or _AGAINST.fullmatch(text, start, end):
        return _VERBS.isdisjoint(_WORDS.findall(text[max(0, before.start - _VERB) : before.start]))
    both_by = text.endswith("by ", 0, before.start) and text.endswith(" by ", 0, end)
    return both_by and _CLAUSE_END.match(text, bare.end) is not None


def _last_words(text: str, start: int, end: int) -> Iterable[str]:
    return _WORDS.findall(text, start, end)[-4:-1]


def _with_unit(text: str, bare: Reading, before: Reading) -> Reading:
    """The number as an amount of the same; a measure is no more exact than it is printed."""
    quantity, unit = bare.quantity, before.quantity.unit if before.quantity else ""
    if quantity is None:
        return bare
    slack = quantity.step / 2 if before.kind is Kind.QUANTITY and quantity.bound is Bound.EXACT else Decimal(0)
    end = bare.end
    if rated := rate(text[end : end + FURTHEST].lower(), 0):
        end, unit = end + rated[0], f"{unit.partition(' per ')[0]} per {rated[1]}"
    lower, upper = min(quantity.lower, quantity.value - slack), max(quantity.upper, quantity.value + slack)
    return bare._replace(end=end, kind=before.kind, quantity=replace(quantity, unit=unit, lower=lower, upper=upper))
