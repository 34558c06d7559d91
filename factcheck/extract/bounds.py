"""How much a printed number allows: what it was rounded to, and what the words around it add."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factcheck.extract.lexicon.hedges import (
    ADDED,
    BEFORE,
    BEHIND,
    BEHIND_AT_END,
    DENIABLE,
    LAID,
    LESS,
    MORE,
    MOVED,
    TELLS,
    THROUGH_ARTICLE,
    Hedge,
)
from factcheck.extract.lexicon.nouns import COUNTED_OUT
from factcheck.extract.numeral import Numeral
from factcheck.model import INFINITY, Bound, Quantity
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

ZERO = Decimal(0)
HALF = Decimal("0.5")
#: A count below this is nobody's estimate.
ROUND = 100
#: A count in words from this place on is round ("two million people").
ROUND_IN_WORDS = 1000
#: "Half" allows this share more or less of itself or of the rest, whichever is smaller: 44 to 56 %.
PART_SLACK = Decimal("0.12")

SPACES = " \u00a0\n\u2009\u202f"


class Hedged(NamedTuple):
    """Where a hedged amount begins or ends, hedge included, and the hedge."""

    at: int
    hedge: Hedge


#: The hedges by the last of their words, the longest first.
_BY_LAST_WORD: dict[str, tuple[str, ...]] = {}
for _phrase in sorted(BEFORE, key=len, reverse=True):
    _BY_LAST_WORD[_phrase.split()[-1]] = (*_BY_LAST_WORD.get(_phrase.split()[-1], ()), _phrase)
_LONGEST = max(map(len, BEFORE))

_BEHIND = regex(
    "|".join(("[ ]?" if phrase[0].isalpha() and phrase != "ish" else "") + re.escape(phrase) + (r"\b(?! (?:than\b|\d))" if phrase[-1].isalpha() else "")
             for phrase in BEHIND)
    + rf"|[ ]?(?:{'|'.join(BEHIND_AT_END)})(?=[.,;:)?!\n]|$| (?:who|were|are|was|is|have|has|had|will|would|voted)\b)"
    + rf"|[ ]plus(?=[.,;:)?!\n]|$| (?!{'|'.join(ADDED)})(?:people|[a-z]+s)\b)"
)  # fmt: skip
_ANY_BEHIND = BEHIND | BEHIND_AT_END | {"plus": MORE}
#: The first three letters of the hedges behind a number, and of those behind a space.
_BEGINNINGS = frozenset((lead + phrase)[:3] for phrase in _ANY_BEHIND for lead in ("", " "))


def hedge_before(lowered: str, at: int) -> Hedged | None:
    """The hedge that ends right before a place: "about", "more than", "at least about"."""
    end = at - 1
    if end < 0:
        return None
    if lowered[end] not in SPACES:
        if lowered[end] == "-" and lowered.endswith("sub", 0, end) and not lowered[end - 4 : end - 3].isalnum():
            return Hedged(end - len("sub"), LESS)
        hedge = BEFORE.get(lowered[end]) if lowered[end] in "~≈<>≤≥" else None
        return Hedged(end, hedge) if hedge else None
    begin = lowered.rfind(" ", end - 16 if end > 16 else 0, end) + 1
    last_word = lowered[begin:end] if begin else lowered[max(0, end - 16) : end]
    phrases = _BY_LAST_WORD.get(last_word)
    if phrases is None and not last_word.isalpha():
        last_word = last_word.rpartition("\n")[2]
        phrases = _BY_LAST_WORD.get(last_word.lstrip("(“\"'—–,"))
    if phrases is None:
        return _through_article(lowered, begin) if last_word in _ARTICLES else None
    words = lowered[max(0, end - _LONGEST) : end].replace("\n", " ").replace("\u00a0", " ")
    for phrase in phrases:
        start = end - len(phrase)
        if words.endswith(phrase) and not (start and lowered[start - 1].isalnum()):
            return _hedged(lowered, start, phrase)
    return None


#: The phrases that hedge nothing behind some words.
_BY_THE_WORD_BEFORE = {"about": TELLS, "up to": MOVED, "over": LAID}


def _hedged(lowered: str, start: int, phrase: str) -> Hedged | None:
    """What a phrase that begins here makes of the number behind it, by the words before it."""
    if phrase in _BY_THE_WORD_BEFORE:
        before = lowered[max(0, start - _LONGEST) : start].split()[-1:]
        if before and before[0] in _BY_THE_WORD_BEFORE[phrase]:
            return None
    if phrase in DENIABLE and lowered.endswith(_DENIALS, 0, start):
        return Hedged(start, LESS)
    return hedge_before(lowered, start) or Hedged(start, BEFORE[phrase])


_ARTICLES = frozenset(("a", "an"))
_DENIALS = ("not ", "n't ", "n’t ", "never ")


def _through_article(lowered: str, article: int) -> Hedged | None:
    """The hedge before an article that a number stands behind: "at least a 10-point lead"."""
    outer = hedge_before(lowered, article)
    return outer if outer and lowered[outer.at : article].strip() in THROUGH_ARTICLE else None


def hedge_behind(lowered: str, at: int) -> Hedged | None:
    """The hedge that begins right behind a place: "or so", "-odd", "+"."""
    if lowered[at : at + 3] not in _BEGINNINGS and lowered[at : at + 1] != "+":
        return None
    found = _BEHIND.match(lowered, at)
    return Hedged(found.end(), _ANY_BEHIND.get(found[0]) or _ANY_BEHIND[found[0].strip()]) if found else None


def allowed(numerals: tuple[Numeral, ...], unit: str, hedge: Hedge | None, *, exact: bool) -> Quantity:
    """The amount that one numeral or the two ends of a range stand for.

    With `exact`, whatever is printed below a hundred or in words is meant to the letter.
    """
    first, last = numerals[0], numerals[-1]
    if first is not last:
        printed: tuple[Decimal, ...] = (first.value, last.value)
        low, high = (first, last) if first.value < last.value else (last, first)
        lower, upper = (
            low.value - _slack(low, exact=exact, unit=unit),
            high.value + _slack(high, exact=exact, unit=unit),
        )
    elif first.allows is None:
        return _allowed(first.value, first.step, (first.spelled, first.part, exact), unit, hedge)
    else:
        printed, (lower, upper) = first.printed, first.allows
    bound = hedge.bound if hedge else Bound.EXACT if first is not last else Bound.ABOUT
    if hedge:
        lower, upper = (lower * Decimal(hedge.lower), upper * Decimal(hedge.upper) if hedge.upper else INFINITY)
    return Quantity(min(lower, upper), max(lower, upper), unit, printed, bound, min(first.step, last.step))


def is_exact(numeral: Numeral, *, exact: bool, unit: str = "") -> bool:
    """Whether the number was counted to the last one."""
    if not exact:
        return False
    if _is_counted_out(numeral) and unit.rpartition(" ")[2] in COUNTED_OUT:
        return True
    if numeral.spelled:
        return numeral.step < ROUND_IN_WORDS and not numeral.part
    return numeral.step == 1 or (numeral.step > 1 and numeral.value < ROUND)


def _is_counted_out(numeral: Numeral) -> bool:
    """Whether a count of seats or votes is printed to the last one: "300", "2,250", not "2,200"."""
    return numeral.step >= 1 and (numeral.step < ROUND or numeral.value < ROUND_IN_WORDS)


def _slack(numeral: Numeral, *, exact: bool, unit: str) -> Decimal:
    """How far a number may be off on either side by how it is written."""
    if numeral.part and abs(numeral.value) < 1:
        return PART_SLACK * min(abs(numeral.value), 1 - abs(numeral.value))
    return ZERO if is_exact(numeral, exact=exact, unit=unit) else numeral.step * HALF


@lru_cache(maxsize=16384)
def _allowed(
    value: Decimal, step: Decimal, written: tuple[bool, bool, bool], unit: str, hedge: Hedge | None
) -> Quantity:
    """What one number stands for, wherever it is written: in words, as a part of a whole, and meant to the letter."""
    spelled, part, exact = written
    slack = _slack(Numeral(0, value, step, spelled, part=part), exact=exact, unit=unit)
    if hedge is None:
        return Quantity(value - slack, value + slack, unit, (value,), Bound.EXACT, step)
    lower = value * Decimal(hedge.lower)
    upper = INFINITY if hedge.upper is None else value * Decimal(hedge.upper)
    if hedge.bound is Bound.ABOUT:
        lower, upper = min(lower, value - slack), max(upper, value + slack)
    return Quantity(min(lower, upper), max(lower, upper), unit, (value,), hedge.bound, step)
