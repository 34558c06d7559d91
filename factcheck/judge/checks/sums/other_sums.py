"""Sums in which figures stand, other than the one that a rule has read: what is accounted for so is no slip.

"Two schools at $31 million each, and the remaining $23 million for roofs" does not share out 23: it is what two times 31 leave of
the 85 that the sentence before tells. A figure in which digits were swapped stands in no sum that comes out, but by chance. So a
clash is dropped where all of its figures stand in such sums, which are either too fine to come out by chance or told right beside.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import permutations
from typing import TYPE_CHECKING

from factcheck.judge.checks.sums.figures import alike, figures_of
from factcheck.judge.checks.sums.ways import OF_HUNDRED, is_share, of_one_sort
from factcheck.model import COUNTED, Article, Kind, Role
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from factcheck.judge.checks.sums.figures import Figure
    from factcheck.model import Mention, Span

#: A whole of so many of the smallest step that it is told in is no chance sum of two others, wherever they stand.
_FINE = 500
#: The same of a sum of two that clash and of a third beside them.
_FINE_BESIDE = 50
#: The same of the sum of a row that stands in one sentence.
_FINE_FOR_A_ROW = 50
#: The same of the sum of all that clash, wherever it is told.
_FINE_OF_ALL = 100
#: So many figures make a row.
_ROW = 3
#: Behind all of what its sentence tells, and between the last part of it and it.
_IN_ALL, _SO = regex(r" (?:in all|altogether|all told|in total)\b"), regex(r"[^.;:()\d]{0,40}, (?:making |or )?")
#: Before a majority.
_MAJORITY = regex(r"\bmajority of $")
#: Behind a number of times.
_TIMES = regex(r" times (?:as (?:much|many|high|big|large|long|dear|expensive)|more|that|the)\b")
#: What tells of a figure stands no farther before it, in letters.
_NEAR = 40
#: More figures than this in a clash are a list or a table, which has rules of its own.
_MOST = 8


def all_stand_elsewhere(
    article: Article, spans: Iterable[Span], words: Mapping[str, str], agreed: Iterable[frozenset[int]] = ()
) -> bool:
    """Whether each of some figures stands in a sum of the article that comes out, be it one of those that rules agreed to.

    Where they do right in another role (`other_roles`), that is enough. `words` are those of the clash, by the names that its rule gives them.
    """
    figures = figures_of(article)
    at = {one.mention.start: one for one in figures}
    clashing = [at.get(span.start) for span in spans]
    told = [one for one in clashing if one is not None]
    if not 1 < len(told) == len(clashing) <= _MOST:
        return False
    if any(article.sentences[one.sentence].role is Role.CELL for one in told):
        return False
    from factcheck.judge.checks.sums.other_roles import have_other_roles  # noqa: PLC0415 - few articles have a clash

    if have_other_roles(article, told, figures, words):
        return True
    left = {one.mention.start for one in told}
    left.difference_update(*agreed)
    for sum_ in _sums(told, figures) if left else ():
        left.difference_update(one.mention.start for one in sum_)
        if not left:
            return True
    return not left


def _sums(told: Sequence[Figure], figures: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """The sums that come out and have a figure that is told: those of all that clash, of a row, of three, and shares."""
    others = [one for one in figures if one not in told]
    beside = [one for one in others if any(abs(one.sentence - each.sentence) <= 1 for each in told)]
    amounts = [one for one in told if not is_share(one.mention)]
    yield from ((*amounts, one) for one in beside if _makes(amounts, one))
    yield from _of_all(amounts, others)
    yield from _rows(told, figures)
    yield from _of_three(amounts, figures)
    yield from _shares(told, beside)
    yield from _in_all(amounts, figures)
    yield from _majorities(amounts, beside)
    yield from _multiples(amounts, beside)


def _in_all(told: Sequence[Figure], figures: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """The last two figures before a total of them: "15 of them got better, as did nine of the others, 24 in all"."""
    for total in (one for one in figures if _IN_ALL.match(one.mention.document.text, one.mention.end)):
        *_, one, other = (None, None, *(each for each in figures if each.mention.start < total.mention.start))
        if one is None or other is None or not one.sentence == other.sentence == total.sentence:
            continue
        is_so = _SO.fullmatch(total.mention.document.text, other.mention.end, total.mention.start)
        if is_so and one.value + other.value == total.value and (other in told or total in told):
            yield one, other, total


def _majorities(told: Sequence[Figure], beside: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """What a part has more than all others of a whole together: "41 of the 75 seats, a majority of seven"."""
    for lead in told:
        text, start = lead.mention.document.text, lead.mention.start
        if not _MAJORITY.search(text, max(0, start - _NEAR), start):
            continue
        near = [one for one in (*told, *beside) if one is not lead and of_one_sort(one.mention, lead.mention)]
        for part, whole in permutations(near, 2):
            if 2 * part.value - whole.value == lead.value:
                yield lead, part, whole


def _multiples(told: Sequence[Figure], beside: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """What is so many times another: "£9, five times as much as the £1.80"."""
    near = (*told, *beside)
    for times in near:
        if times.mention.kind not in COUNTED or not _TIMES.match(times.mention.document.text, times.mention.end):
            continue
        for one, other in permutations(near, 2):
            if times not in (one, other) and one.value == times.value * other.value and alike(one, other):
                yield times, one, other


def _of_all(amounts: Sequence[Figure], others: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """All that clash added up, if that is told anywhere: "£204m … £153m … the remaining £102m", of sales of £459m."""
    whole = sum(one.value for one in amounts)
    if len(amounts) >= _ROW and whole >= _FINE_OF_ALL * min(one.step for one in amounts):
        yield from (
            (*amounts, one) for one in others if one.value == whole and all(alike(one, each) for each in amounts)
        )


def _makes(amounts: Sequence[Figure], other: Figure) -> bool:
    """Whether all amounts together make another, one of them so many times another perhaps."""
    if len(amounts) < 2 or is_share(other.mention):
        return False
    if all(alike(one, other) for one in amounts):
        falling = sorted((one.value for one in amounts), reverse=True)
        if other.value in (sum(falling), 2 * falling[0] - sum(falling)):
            return True
    orders = permutations(amounts) if len(amounts) <= _ROW else ()
    return any(_is_so_many_times(times, rest, other) for times, *rest in orders)


def _is_so_many_times(times: Figure, rest: Sequence[Figure], other: Figure) -> bool:
    """Whether a figure is so many times the first of the rest, and what follows it, or what both of these leave of it."""
    if times.mention.kind is not Kind.COUNT or times.value <= 1 or not all(alike(one, other) for one in rest):
        return False
    each, *more = (one.value for one in rest)
    return other.value in (times.value * each + sum(more), sum(more) - times.value * each)


def _rows(told: Sequence[Figure], figures: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """The rows of a sentence that add up to some other figure."""
    rows: defaultdict[int, list[Figure]] = defaultdict(list)
    for one in figures:
        if not is_share(one.mention):
            rows[one.sentence].append(one)
    for number in {one.sentence for one in told}:
        row = [one for one in rows[number] if alike(one, told[0])]
        whole = sum(one.value for one in row)
        if len(row) >= _ROW and whole >= _FINE_FOR_A_ROW * min(one.step for one in row):
            yield from (tuple(row) for one in figures if one.value == whole and one not in row and alike(one, row[0]))


def _of_three(told: Sequence[Figure], figures: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """The fine sums of two figures that make a third."""
    by_value: defaultdict[Fraction, list[Figure]] = defaultdict(list)
    for one in figures:
        if not is_share(one.mention):
            by_value[one.value].append(one)
    for one in told:
        for other in (each for same in by_value.values() for each in same if each is not one and alike(one, each)):
            for third in (*by_value.get(one.value + other.value, ()), *by_value.get(abs(one.value - other.value), ())):
                if third not in (one, other) and alike(one, third) and _is_fine((one, other, third), told):
                    yield one, other, third


def _is_fine(sum_: Sequence[Figure], told: Sequence[Figure]) -> bool:
    """Whether a sum of three does not come out by chance; one of two that clash and a third right beside them is told closer."""
    (*two, third), others = sorted(sum_, key=lambda one: one not in told), _FINE
    if all(one in told for one in two) and any(abs(third.sentence - one.sentence) <= 1 for one in two):
        others = _FINE_BESIDE
    return max(one.value for one in sum_) >= others * min(one.step for one in sum_)


def _shares(told: Sequence[Figure], beside: Sequence[Figure]) -> Iterator[tuple[Figure, ...]]:
    """The shares that the figure right beside them is of another, one of which clashes and the other does not."""
    amounts = [one for one in (*told, *beside) if not is_share(one.mention)]
    for share in (one for one in told if is_share(one.mention)):
        scale = OF_HUNDRED if share.mention.kind is Kind.PERCENTAGE else 1
        least, most = ((share.value + way * share.step / 2) / scale for way in (-1, 1))
        own = min(amounts, key=lambda one: _apart(one.mention, share.mention), default=None)
        for one in (one for one in told if not is_share(one.mention)):
            for other in beside:
                if is_share(other.mention) or own not in (one, other) or not alike(one, other):
                    continue
                part, whole = sorted((one, other), key=lambda each: each.value)
                if least <= part.value / whole.value <= most:
                    yield share, one


def _apart(one: Mention, other: Mention) -> int:
    """How many letters stand between two mentions."""
    return max(one.start - other.end, other.start - one.end)
