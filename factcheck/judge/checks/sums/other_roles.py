"""Figures that a rule read in a role which is not theirs, as the words beside them and their own sum tell.

"Of the 90 boats, 61 are home. Twelve came by road, the other 49 by sea": the 12 and the 49 are of the 61. A sum that comes out right
there says so: a slip would leave it wrong.
"""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from factcheck.judge.checks.sums.figures import alike
from factcheck.judge.checks.sums.ways import is_share, quantity
from factcheck.judge.formulas.arithmetic import thing
from factcheck.model import COUNTED, Article, Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.judge.checks.sums.figures import Figure

#: Of a smaller whole something is left by chance.
_LEAST_WHOLE = 20
#: So many parts may be of any noun.
_ROW = 3
#: "The fourth of the season; the other three were at home": the place of the one, so many letters before the rest at most.
_THE_OTHERS, _BEFORE_OTHERS, _OTHER = regex(r"\bother $"), 120, len("other ")
#: Behind what there is twice: "18 trains each way, 36 in all".
_EACH_WAY = regex(
    r"(?: [a-z]+){0,2} (?:each way|a side|each side|(?:in|at|on|to) (?:each direction|each end|(?:each|either) side|both ends))\b"
)
#: So many or more share a total that is told for each.
_SHARERS = 3


def have_other_roles(
    article: Article, told: Sequence[Figure], figures: Sequence[Figure], words: Mapping[str, str]
) -> bool:
    """Whether figures that clash do right in another role; `words` are those of the clash, by the names that its rule gives them."""
    rest = words.get("rest", "")
    if rest and (_is_left_of_another(told, rest, figures) or _is_one_of_places(article, told, rest)):
        return True
    return (
        _is_shared_by_others(told, figures)
        or _is_shared_out_beside(told)
        or _is_twice_another(told)
        or _is_of_something_else(told, words.get("total", ""), figures)
    )


def _is_shared_out_beside(told: Sequence[Figure]) -> bool:
    """Whether the parts of a total that come out stand in its own sentence: others are told of some of them, or of all.

    "The 14 survivors are in two towns, nine in Orbe and five in Marl. Six are badly hurt."
    """
    in_order = sorted(told, key=lambda one: one.mention.start)
    total, *parts = in_order
    own = [one for one in parts if one.sentence == total.sentence]
    return (
        len(parts) > len(own) > 1
        and sum(one.value for one in own) == total.value
        and all(alike(one, total) and not is_share(one.mention) for one in own)
    )


def _is_twice_another(told: Sequence[Figure]) -> bool:
    """Whether one figure is twice another that is told of each of two: "18 trains each way, 36 in all"."""
    return any(
        other.value == 2 * one.value and alike(one, other)
        for one in told
        if _EACH_WAY.match(one.mention.document.text, one.mention.end)
        for other in told
    )


def _is_of_something_else(told: Sequence[Figure], total: str, figures: Sequence[Figure]) -> bool:
    """Whether the parts of a total make it before it is told, or the first of them, or another figure right before.

    "£3m and £4m, £7m in all, of which £5m is spent"; "of the 90 boats 61 are home. Twelve came by road, 49 by sea"; "1,140 head, up from
    985: 620 bullocks, 385 heifers and 135 cows".
    """
    wholes = [one for one in told if one.mention.text == total]
    parts = sorted((one for one in told if one not in wholes), key=lambda one: one.mention.start)
    if len(wholes) != 1 or len(parts) <= 1 or any(is_share(one.mention) for one in parts):
        return False
    (whole,) = wholes
    before = [one for one in parts if one.mention.start < whole.mention.start]
    if len(parts) > len(before) > 1 and sum(one.value for one in before) == whole.value:
        return True
    first, *others = parts
    is_told_first = first.sentence == whole.sentence < min(one.sentence for one in others)
    if is_told_first and len(others) > 1 and first.value == sum(one.value for one in others):
        return True
    made, least = sum(one.value for one in parts), min(one.step for one in parts)
    return made >= _LEAST_WHOLE * least and any(
        one.value == made and one not in told and 0 <= first.sentence - one.sentence <= 1 and _counts_both(one, parts)
        for one in figures
        if one.mention.start < first.mention.start
    )


def _counts_both(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a figure may be the whole of parts: in their unit, or, of more than two, in any noun."""
    if len(parts) >= _ROW and {one.mention.kind for one in (whole, *parts)} <= COUNTED:
        return True
    return all(alike(whole, one) for one in parts)


def _is_one_of_places(article: Article, told: Sequence[Figure], rest: str) -> bool:
    """Whether what is left is left of the places up to one that is told: "their fourth defeat; the other three were away"."""
    places = [one for one in article.mentions if one.kind is Kind.ORDINAL and one.quantity is not None]
    for left in (one for one in told if one.mention.text == rest):
        start = left.mention.start
        if not _THE_OTHERS.search(article.document.text, max(0, start - _OTHER - 1), start):
            continue
        for place in places:
            is_before = start - _BEFORE_OTHERS <= place.start < start
            if is_before and place.quantity is not None and place.quantity.value == left.value + 1:
                return True
    return False


def _is_left_of_another(told: Sequence[Figure], rest: str, figures: Sequence[Figure]) -> bool:
    """Whether what is left is left of a whole right before, without one that is told: "34 places. Of these 21 are filled, leaving 13"."""
    for left in (one for one in told if one.mention.text == rest):
        for gone in (one for one in told if one is not left and alike(one, left)):
            for whole in figures:
                is_before = whole.mention.start < left.mention.start and left.sentence - whole.sentence <= 1
                is_whole = whole.value == left.value + gone.value >= _LEAST_WHOLE
                if is_before and is_whole and whole not in told and alike(whole, left):
                    return True
    return False


def _is_shared_by_others(told: Sequence[Figure], figures: Sequence[Figure]) -> bool:
    """Whether a total and so much for each go with another count: "14 shops … £4.2m, or £300,000 each, and create 126 jobs"."""
    for total, each, number in permutations(told) if len(told) == _ROW else ():
        is_so_much = total.mention.kind not in COUNTED and number.mention.kind in COUNTED and alike(total, each)
        if not is_so_much or total.value % each.value:
            continue
        noun, many = thing(number.mention), total.value / each.value
        for other in figures if many >= _SHARERS else ():
            if other.value != many or other in told:
                continue
            if other.mention.kind in COUNTED and (not noun or thing(other.mention) != noun):
                return True
            # "Built by 12 men in 30 days for £9,000, or £300 a day".
            if other.mention.kind is Kind.DURATION and quantity(other.mention).unit == thing(each.mention):
                return True
    return False
