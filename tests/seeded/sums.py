"""Changes in percent with their two levels, and totals with all of their parts."""

from __future__ import annotations

import re
from itertools import combinations, product
from typing import TYPE_CHECKING

from tests.seeded.mistyping import CLOSE, COUNT, MISTYPED, NUMBER, Printed, Slip, printed, spelled_like

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from factcheck import Document

SENTENCE = re.compile(r"[^\n]+?(?:[.!?][”\"’')]*(?=\s)|\n|$)")
LEVEL = re.compile(
    rf"(?P<sign>[$£€#]?)(?<![\d.,])(?P<figures>{NUMBER})(?: ?(?P<size>million|billion|trillion|m|bn)\b)?"
    r"(?![\d%]|[.,]\d| ?per ?cent| percentage)"
)
PERCENT = re.compile(rf"(?<![\d.,-])(?P<n>{NUMBER})(?= ?%| per ?cent)")
#: What stands before the level that something came from: "from", "from last year's", "compared with".
OLD = re.compile(r"\b(?:from|compared (?:to|with)|against|versus) (?:an? |the |its |last year[’']s |a revised )?$")
UP = re.compile(
    r"\b(?:rose|risen|rises|rise|rising|grew|grown|grow|growing|up|jump\w*|increas\w+|climb\w*|gain\w*|surg\w+|soar\w*|higher)\b"
)
DOWN = re.compile(
    r"\b(?:fell|fall|falls|falling|fallen|drop\w*|declin\w+|decreas\w+|down|slid|slip\w*|shr[aiu]nk|plung\w+|lower|cut)\b"
)
#: A change and its two levels stand no further apart than so many letters.
CHANGE_NEAR = 120
#: How far from the percentage the word stands that says in which direction it went.
WAY_NEAR = 40
SIZES = {None: 1.0, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}


def percentage_change(document: Document, chance: Random) -> Iterator[Slip]:
    """Changes in percent that fit two levels beside them, each with a slip in the percentage."""
    text = document.text
    for sentence in SENTENCE.finditer(text):
        levels = list(LEVEL.finditer(text, *sentence.span()))
        before = [text[max(sentence.start(), level.start() - WAY_NEAR) : level.start()] for level in levels]
        old = [level for level, words in zip(levels, before, strict=True) if OLD.search(words)]
        for percent in PERCENT.finditer(text, *sentence.span()):
            near = text[max(sentence.start(), percent.start() - WAY_NEAR) : percent.end() + WAY_NEAR]
            if any(_leads(first, last, percent, near) for first, last in product(old, levels)):
                first, last = next(pair for pair in product(old, levels) if _leads(*pair, percent, near))
                typed = MISTYPED[chance.choice(list(MISTYPED))](percent["n"], chance)
                change = _change(first, last, near)
                if change and not change.meets(printed(typed)) and printed(typed).value > 0:
                    yield Slip("percentage change", *percent.span("n"), typed)


def _leads(first: re.Match[str], last: re.Match[str], percent: re.Match[str], near: str) -> bool:
    """Whether a change in percent leads from one level to the other."""
    places = [percent.start(), first.start(), last.start()]
    if max(places) - min(places) > CHANGE_NEAR or first["sign"] != last["sign"] or first is last:
        return False
    if not first["sign"] and _is_year(first):
        return False
    change, stated = _change(first, last, near), printed(percent["n"])
    return change is not None and change.meets(stated) and abs(change.value - stated.value) <= CLOSE * stated.value


def _is_year(level: re.Match[str]) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d", level[0]) is not None


def _change(old: re.Match[str], new: re.Match[str], near: str) -> Printed | None:
    """The change from one level to the other, in percent, in the direction that the words beside it say."""
    first, last = (printed(side["figures"]).times(SIZES[side["size"]]) for side in (old, new))
    if first.lower <= 0:
        return None
    sign = -1 if last.value < first.value else 1
    if not (UP if sign > 0 else DOWN).search(near):
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
LISTED = re.compile(r"[^.;:()0-9]{3,60}?(?:, and|,|;| and|, while|, plus) (?:another )?")
#: What stands between a total and its first part.
OPENED = re.compile(
    r"[^.;]{0,60}?(?::|[–—]|--| -| \(|, with|,|\b(?:composed of|made up of|consisting of|comprising|divided as|split into)) ?"
)
#: Behind this a list need not be whole ("of the nine, five came").
OF = re.compile(r"\b[Oo](?:ut o)?f (?:the |its |their |those )?$")
#: A smaller total is the sum of its neighbours by chance too often.
LEAST_TOTAL = 5


def parts_and_total(document: Document, chance: Random) -> Iterator[Slip]:
    """Totals with all of their parts behind them, each with another number for one of the parts or for the total."""
    for sentence in SENTENCE.finditer(document.text):
        numbers = list(PART.finditer(document.text, *sentence.span()))
        if OPEN_LIST.search(sentence[0]):
            continue
        for first, last in _sums(numbers):
            which = chance.randrange(first - 1, last + 1)
            typed = _value(numbers[which]) + chance.choice((-2, -1, 1, 2, 3))
            if typed > 0:
                yield Slip("parts against total", *numbers[which].span("n"), spelled_like(typed, numbers[which]["n"]))


def _value(number: re.Match[str]) -> int:
    return int(printed(number["n"].replace(",", "")).value)


def _sums(numbers: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """The first and the last part of each total that has all of its parts behind it."""
    values = [_value(number) for number in numbers]
    for first, last in combinations(range(1, len(numbers)), 2):
        total = first - 1
        if values[total] < LEAST_TOTAL or values[total] != sum(values[first : last + 1]):
            continue
        if min(values[first : last + 1]) > 0 and _is_list(numbers, first, last):
            yield first, last


def _is_list(numbers: list[re.Match[str]], first: int, last: int) -> bool:
    text = numbers[0].string
    if OF.search(text, 0, numbers[first - 1].start()):
        return False
    if not OPENED.fullmatch(text, numbers[first - 1].end(), numbers[first].start()):
        return False
    return all(LISTED.fullmatch(text, numbers[at].end(), numbers[at + 1].start()) for at in range(first, last))
