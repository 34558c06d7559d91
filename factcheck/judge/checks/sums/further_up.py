"""What a figure follows from that sentences before it tell: what is left of a whole, so much for each, a share of a total, a gap.

The words give each amount a role: a whole and its parts, a total and how many share it, two levels. A role is filled from the
sentence of the figure if it can be, and from those before it otherwise, the nearest first. A newcomer adds words here.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.function_words import IS_OF_THEM
from factcheck.judge.checks.dates.instants import UNITS
from factcheck.judge.checks.sums.remainders import is_rest
from factcheck.judge.checks.sums.ways import (
    Basis,
    Scene,
    differences,
    if_near,
    is_share,
    of_hundred,
    of_one_sort,
    quantity,
    quotients,
    rests,
)
from factcheck.judge.formulas.arithmetic import ANYTHING, thing
from factcheck.model import COUNTED, Kind, Mention
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Sentence

#: The words before a figure that say what it is stand no farther from it, in letters.
_NEAR = 60
#: How many sentences further up something is looked for that the words do not name.
_BACK = 3
#: More parts than this are not taken from a whole: some sum of many is any number.
_PARTS = 6
#: Before a whole, between a part and its whole, and in what else may be told of parts.
_OF_THE = regex(r"\bOf (?:(?:the|its|their|his|her|these|those|all|all the) )?(?:[\w’'.-]+[’']s )?$")
_PART_OF = regex(r"(?: [a-z]+)? of (?:the|its|their|his|her|these|those|all|all the) (?:[\w’'.-]+[’']s )?")
_OF_THEM = regex(r"\b[Oo]f (?:which|whom|them|these|those),? $")
_DIGITS = regex(r"\d+")
_GOES_ON = regex(r"\b(?:another|a further|more)\b", re.IGNORECASE)

#: Behind so much for each, what shares it; and before it, what says that it follows.
_EACH = regex(r" (?:each|apiece|a head|per head|a piece)\b| for (?:each|every) (?:of the )?(?P<item>[a-z]+)")
_COMES_TO = regex(
    r"(?:, or|, that is|which is|\b(?:[Tt]hat|[Tt]his) (?:is|was|makes)|(?:works?|worked) out (?:at|to)|(?:comes?|came|adds? up) to|amount(?:s|ed)? to"
    r"|equal to|equivalent to|averag(?:ing|ed|es)|,| –| —|\()(?: (?:about|some|just|over|roughly|around|nearly|almost|an average of))* $"
)
_AVERAGE = regex(r"\b(?:average|averag(?:ing|ed|es))\b")
#: A slip leaves the rest no farther off than this share of the whole.
_OF_WHOLE = Fraction(1, 4)
#: Between a part and the share that it is, and behind the share.
_OR = regex(r"[^.;:()\d“”\"]{0,40}(?:, or |, that is, |\(| – | — )(?:just |some |about |nearly |almost )?")
_OF_TOTAL = regex(r" of (?:the (?:total|whole|lot)|(?:all )?(?:those|them|these))\b")
#: Behind how far something lies from its limit, has to spare, or lies behind.
_OVER = regex(
    r"(?: [a-z]+)? (?:over|above|below|under|short of|beyond|inside|within) (?:its|the|their|his|her|that) (?:[a-z-]+ )?"
    r"(?:limit|capacity|target|quota|allowance|maximum|minimum|budget|threshold|ceiling)\b"
)
_SPARE = regex(r"(?: [a-z]+)? (?:to spare|in hand)\b")
_BEHIND = regex(r" (?:back|behind|adrift|clear|ahead|in front)\b(?P<on>,? (?:on|with|at) )?")

#: Before a share by which something changed, so that it is of what was left of it by then.
_CHANGED_BY = regex(
    r"\b(?:rose|grew|fell|dropped|lost|slipped|declined|shrank|up|down|another|further|a|cut|raised) (?:by )?(?:a further |another )?$"
)

#: A firm's profit is so much for each of all of its shares, and what sentences before it count is held or sold by somebody.
_OF_FIRMS = "share"
#: So many amounts of a sentence are a row; between two of them stands no more than this, where they share a unit.
_A_ROW = 3
_IN_A_ROW = regex(r",? and |, (?:and )?")

#: One of these words stands in every sentence that tells a figure so.
TOLD_FURTHER_UP = "remaining other leaving leaves left each apiece head per every average limit capacity target quota allowance maximum minimum budget threshold ceiling spare hand back behind adrift clear front total whole those them these lot".split()
_TELLING = regex(rf"\b(?:{any_of(TOLD_FURTHER_UP)})\b")


def goes_further_up(sentence: Sentence) -> bool:
    """Whether a sentence has a word that some figure may go back to earlier ones by."""
    return _TELLING.search(sentence.document.text, sentence.start, sentence.end) is not None


def basis_further_up(scene: Scene) -> Basis | None:
    """What a figure follows from, of the amounts of its own sentence and of those before it."""
    if is_share(scene.figure):
        return _rest_of_hundred(scene) or _share_of_total(scene)
    return _the_rest(scene) or _so_much_each(scene) or _gap(scene)


def _the_rest(scene: Scene) -> Basis | None:
    """What is left of a whole that is told with its parts, in the sentence or in the one before."""
    figure = scene.figure
    if not is_rest(figure):
        return None
    own = _telling(scene.before, figure)
    told = _whole_and_parts(own)
    if told is None and scene.earlier:
        told = _whole_and_parts(_telling(scene.earlier[0], figure))
        # Where the sentence counts something else, that may be what is left.
        told = told if told and all(of_one_sort(one, told[0]) for one in own) else None
    if told is None:
        return None
    whole, parts = told
    parts = [
        one
        for one in (*parts, *(one for one in own if one is not whole and one not in parts))
        if of_one_sort(one, whole)
    ]
    if not 0 < len(parts) <= _PARTS or not _is_all_told(scene, (whole, *parts)):
        return None
    worth, *gone = (Fraction(quantity(one).value) for one in (whole, *parts))
    is_near = min(abs(left - Fraction(quantity(figure).value)) for left in rests([worth, *gone])) < worth * _OF_WHOLE
    return Basis((*parts, whole), rests, sure=len(parts)) if max(gone) < worth and is_near else None


def _is_all_told(scene: Scene, amounts: Sequence[Mention]) -> bool:
    """Whether no other number stands between a whole and its rest, and no word for more of them."""
    text, end = scene.figure.document.text, scene.figure.start
    start = min(one.start for one in amounts)
    known = [*scene.before, *scene.further_up] if _DIGITS.search(text, start, end) else []
    spans = [(one.start, one.end) for one in known if one.end > start]
    figures = (found.start() for found in _DIGITS.finditer(text, start, end))
    return not _GOES_ON.search(text, start, end) and all(any(a <= at < b for a, b in spans) for at in figures)


def _telling(amounts: Sequence[Mention], figure: Mention) -> list[Mention]:
    """The amounts that may be a whole or a part with a figure."""
    return [one for one in amounts if of_one_sort(one, figure) and not is_share(one)]


def _whole_and_parts(amounts: Sequence[Mention]) -> tuple[Mention, list[Mention]] | None:
    """The whole that some amounts name as such, and its parts: "of the 90 boats, 60", "60 of the 90 boats"."""
    for at, whole in enumerate(amounts):
        text = whole.document.text
        if at and _PART_OF.fullmatch(text, amounts[at - 1].end, whole.start):
            return whole, [amounts[at - 1], *amounts[at + 1 :]]
        parts = amounts[at + 1 :]
        if parts and IS_OF_THEM.match(text, parts[0].end) and quantity(parts[0]).value < quantity(whole).value:
            return whole, [*parts]
        if _OF_THE.search(text, max(0, whole.start - _NEAR), whole.start):
            return whole, [*parts]
        if parts and _OF_THEM.search(text, whole.end, parts[0].start):
            return whole, [*parts]
    return None


def _is_change(share: Mention) -> bool:
    """Whether a share is that by which something changed."""
    return _CHANGED_BY.search(share.document.text, max(0, share.start - _NEAR), share.start) is not None


def _rest_of_hundred(scene: Scene) -> Basis | None:
    """What is left of a hundred per cent."""
    if scene.figure.kind is not Kind.PERCENTAGE or not is_rest(scene.figure):
        return None
    own, *others = (
        [one for one in amounts if one.kind is Kind.PERCENTAGE and is_share(one)]
        for amounts in (scene.before, *scene.earlier[:1])
    )
    told = (*own, *chain(*others))
    if not own or len(told) > _PARTS or any(_is_change(one) for one in own):
        return None
    return Basis(told, of_hundred, is_open=True, is_far=True)


def _so_much_each(scene: Scene) -> Basis | None:
    """A total, and how many share it."""
    item = _item(scene)
    if item is None or item in UNITS or _is_mean_of_row(scene):
        return None
    total = next(_totals(scene), None)
    if total is None:
        return None
    number = next(_sharers(scene, total, item), None)
    is_own = any(total is one for one in scene.before)
    if item == _OF_FIRMS and all(number is not one for one in scene.before):
        return None
    return if_near(Basis((total, number), quotients, sure=int(is_own), is_far=True), scene.figure) if number else None


def _is_mean_of_row(scene: Scene) -> bool:
    """Whether an average is that of a row before it: "12 on Monday, 18 on Tuesday and 15 on Wednesday, for an average of 15"."""
    if _AVERAGE.search(scene.figure.text) is None:
        return False
    row: list[Mention] = []
    for one in reversed(scene.before):
        if _shares_sort(one, scene.figure) or (row and _leaves_its_unit(one, row[-1])):
            row.append(one)
    worth = [Fraction(quantity(one).value) for one in row]
    return len(worth) >= _A_ROW and min(worth) <= Fraction(quantity(scene.figure).value) <= max(worth)


def _leaves_its_unit(one: Mention, behind: Mention) -> bool:
    """Whether a number is in the unit of the amount behind it: the 12 and the 18 of "12, 18 and 24 days"."""
    return one.kind is Kind.NUMBER and _IN_A_ROW.fullmatch(one.document.text, one.end, behind.start) is not None


def _item(scene: Scene) -> str | None:
    """What a figure is said to be for each of: "" for whatever was counted, and None for no such figure."""
    figure, lead = scene.figure, scene.lead(_NEAR)
    each = _EACH.match(figure.document.text, figure.end)
    is_average = _AVERAGE.search(figure.text) is not None
    is_rate = " per " in quantity(figure).unit
    if not (each or is_rate or is_average) or not (is_average or _COMES_TO.search(lead)):
        return None
    return thing(figure) if is_rate else (each["item"] or "") if each else ""


def _totals(scene: Scene) -> Iterator[Mention]:
    """The amounts of a sentence, or else of the one before, that a figure may be a part of, the nearest first."""
    for amounts in (scene.before, *scene.earlier[:1]):
        alike = [one for one in reversed(amounts) if _shares_sort(one, scene.figure)]
        yield from (one for one in alike if quantity(one).value > quantity(scene.figure).value)
        if alike:
            return


def _shares_sort(one: Mention, figure: Mention) -> bool:
    """Whether an amount is in what a figure is in, and is for no other number."""
    if " per " in quantity(one).unit or is_share(one):
        return False
    if figure.kind in COUNTED:
        return one.kind in COUNTED
    return one.kind is figure.kind and one.measure == figure.measure


def _sharers(scene: Scene, total: Mention, item: str) -> Iterator[Mention]:
    """The numbers among which a total may be shared out, the nearest first."""
    own = [*reversed(scene.before), *scene.after]
    sentences = [own, *scene.earlier]
    if item and item not in ANYTHING and item != "time":
        yield from (one for amounts in sentences for one in amounts if _is_of(one, item))
        return
    for amounts in sentences[:2]:
        yield from (one for one in amounts if one is not total and _is_number(one) and not _same_noun(one, total))


def _is_of(one: Mention, item: str) -> bool:
    """Whether an amount is so many of an item, or a measure in it."""
    return quantity(one).unit == item if one.kind is Kind.QUANTITY else one.kind in COUNTED and thing(one) == item


def _is_number(one: Mention) -> bool:
    return one.kind is Kind.COUNT and quantity(one).value > 1 and thing(one) != "" and " per " not in quantity(one).unit


def _same_noun(one: Mention, other: Mention) -> bool:
    return thing(one) == thing(other) != ""


def _share_of_total(scene: Scene) -> Basis | None:
    """A part, and the whole that it is a share of."""
    figure = scene.figure
    text = figure.document.text
    part = scene.before[-1] if scene.before else None
    if part is None or is_share(part) or not _OF_TOTAL.match(text, figure.end):
        return None
    if not _OR.fullmatch(text, part.end, figure.start):
        return None
    wholes = (one for one in (*reversed(scene.before[:-1]), *scene.further_up) if _is_whole_of(one, part))
    whole = next(wholes, None)
    return if_near(Basis((part, whole), quotients, sure=1, is_far=True), figure) if whole else None


def _is_whole_of(one: Mention, part: Mention) -> bool:
    is_alike = one.measure == part.measure != "" if part.kind in COUNTED else of_one_sort(one, part)
    return is_alike and not is_share(one) and quantity(one).value > quantity(part).value


def _gap(scene: Scene) -> Basis | None:
    """Two levels, one of the sentence and one further up."""
    figure = scene.figure
    text = figure.document.text
    if _OVER.match(text, figure.end) or _SPARE.match(text, figure.end):
        own = next((one for one in reversed(scene.before) if _is_level(one, figure)), None)
    elif behind := _BEHIND.match(text, figure.end):
        own = scene.after[0] if behind["on"] and scene.after and scene.after[0].start == behind.end() else None
        own = own or next((one for one in reversed(scene.before) if _is_level(one, figure)), None)
    else:
        return None
    if own is None:
        return None
    others = (one for one in _of_last(scene.earlier, _BACK) if _is_level(one, figure) and of_one_sort(one, own))
    other = next(others, None)
    return if_near(Basis((own, other), differences, is_far=True), figure) if other else None


def _is_level(one: Mention, figure: Mention) -> bool:
    """Whether an amount may be one of two that lie a figure apart: its unit need not be told again, and it is no such figure."""
    if _BEHIND.match(one.document.text, one.end):
        return False
    is_alike = of_one_sort(one, figure) or (figure.kind is Kind.NUMBER and one.kind in {Kind.QUANTITY, *COUNTED})
    return is_alike and not is_share(one) and quantity(one).value > quantity(figure).value


def _of_last(earlier: Sequence[Sequence[Mention]], many: int) -> Iterable[Mention]:
    return (one for amounts in earlier[:many] for one in reversed(amounts))
