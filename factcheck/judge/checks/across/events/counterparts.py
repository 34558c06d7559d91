"""Two reports of one event, each with one figure of a sort that the other has not: the two answer to each other, and differ."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from factcheck.align.gates import OF_LENGTHS, OF_ROWS, OF_SURE_SWAPS, OF_WORDING, of_another_story
from factcheck.attach.scope import RUNNING
from factcheck.attach.voices import FORECAST, HYPOTHETICAL, QUOTED
from factcheck.judge.checks.across.events.reports import (
    agree,
    of_two_events,
    tell_of_two_things,
    told_of,
    words_beside,
)
from factcheck.judge.checks.across.figures.happening import last_alike, says_when
from factcheck.judge.checks.across.figures.one_thing import of_one_thing
from factcheck.judge.checks.across.figures.one_time import LEVELS, of_one_time
from factcheck.judge.checks.across.figures.opposites import turned_round
from factcheck.judge.checks.across.side_by_side.equals import compared_both_ways, tells_make
from factcheck.judge.checks.across.stories.named_event import Tie
from factcheck.judge.checks.across.stories.two_stories import TELLING
from factcheck.judge.mistyping import is_sure_swap, may_be_slip, share_a_digit, share_many_digits
from factcheck.judge.verdicts import Clash
from factcheck.model import Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from factcheck.align.drafts import Figure, SourceIndex
    from factcheck.align.gates import Gate
    from factcheck.judge.checks.across.events.reports import EventReport
    from factcheck.model import Claim

#: Reports that retell each other have this share of each other's figures.
RETOLD = 0.5
#: In these, of the words round either figure this share must stand round the other; and in others.
LEAST, MOST = 0.2, 0.28
LEAST_ELSEWHERE, MOST_ELSEWHERE, ELSEWHERE = 0.3, 0.4, 0.25
#: Round one that may be a slip of the pen for the other, fewer.
MOST_OF_SLIP = 0.24
#: Of more figures of a sort than make so many pairs one may look like a slip for another by chance.
MANY = 24
#: What says that something is only thought of, and not that it was announced: "said it would open two more".
_IF = regex(r"\b(?:if|unless|whether|could|might|may|should|can|up to|assum\w+|possibl[ey])\b")
_COMMA = regex(r",\s")
_TOLD = frozenset({None, QUOTED})
_ANNOUNCED = _TOLD | {FORECAST, HYPOTHETICAL}


class Left(NamedTuple):
    """Two figures of one sort, each of one report and lacking in the other."""

    one: Figure
    other: Figure
    #: Whether they are the only ones of their sort; else they are the only ones of which one may be a slip for the other.
    alone: bool = True


def of_counterparts(
    ours: EventReport, theirs: EventReport, index: SourceIndex, ties: Collection[Tie]
) -> Iterator[tuple[Figure, Figure]]:
    """The figures of two reports that answer to each other, by what ties the reports.

    Each is the only one of its sort that the other report lacks. Beyond that, one may be a slip of the pen for
    the other, or, where figures tie the reports, both stand beside a figure that the reports have in common, or the
    reports retell each other and some words round both are the same.
    """
    share: float | None = None
    for left in _left_over(ours, theirs):
        one, other, _ = left
        if not isinstance(compared_both_ways(one, other), Clash) or not _may_be_one(one, other):
            continue
        if tell_of_two_things(one, other, ours, theirs):
            continue
        if _is_slip(left) and (Tie.FIGURES in ties or not of_two_events(one, other, ours, theirs)):
            yield one, other
        elif Tie.FIGURES in ties:
            in_row = left.alone and _stand_in_one_row(left, ours, theirs)
            if not _may_answer(left, in_row=in_row):
                continue
            if share is None:
                share = min(_retold(ours, theirs), _retold(theirs, ours))
            if in_row or _are_told_alike(left, share, index, is_named=Tie.NAME in ties):
                yield one, other


def _left_over(ours: EventReport, theirs: EventReport) -> Iterator[Left]:
    """The figures of each sort of which each report has one that the other lacks."""
    for sort in sorted(ours.sorts.keys() & theirs.sorts.keys(), key=str):
        lacking = [
            [one for one in own.sorts[sort] if other.lacks(one)] for own, other in ((ours, theirs), (theirs, ours))
        ]
        if len(lacking[0]) == len(lacking[1]) == 1:
            yield Left(lacking[0][0], lacking[1][0])
        elif lacking[0] and lacking[1] and len(lacking[0]) * len(lacking[1]) <= MANY:
            slips = [Left(a, b, alone=False) for a, b in product(*lacking) if may_be_slip(a.mention, b.mention)]
            yield from slips[:1] if len(slips) == 1 else ()


def _retold(ours: EventReport, theirs: EventReport) -> float:
    """The share of a report's figures that another has too."""
    return sum(not theirs.lacks(figure) for figure in ours.figures) / len(ours.figures)


# --- whether two figures answer to each other ---------------------------------------


def _is_slip(left: Left) -> bool:
    """Whether one figure is a slip for the other, which few figures look like by chance.

    Where they are the only ones of their sort, and have three digits or more of which they share all or all but one,
    no word need stand round both; else some must.
    """
    one, other, alone = left
    is_swap = is_sure_swap(one.mention, other.mention)
    if not is_swap and not (alone and may_be_slip(one.mention, other.mention)):
        return False
    if one.mention.kind in {Kind.NUMBER, Kind.DATE}:  # nobody knows what it counts or when it was
        is_told = bool(words_beside(one, other))
    elif alone and (is_swap or share_many_digits(one.mention, other.mention)):
        is_told = True
    else:
        is_told = not told_of(one).isdisjoint(told_of(other))
    whatever = OF_SURE_SWAPS if is_swap else OF_WORDING
    return is_told and not (
        of_another_story(one.claim, other.claim, whatever=whatever) or any(turned_round(one, other))
    )


def _may_answer(left: Left, *, in_row: bool) -> bool:
    """Whether nothing but their words sets two figures apart that are left over."""
    one, other, _ = left
    is_listed = all(_follows_comma(figure) for figure in (one, other))
    whatever: tuple[Gate, ...] = OF_ROWS if in_row and is_listed else OF_WORDING
    if one.mention.kind is Kind.DURATION:
        whatever = OF_LENGTHS
    return not (of_another_story(one.claim, other.claim, whatever=whatever) or any(turned_round(one, other)))


def _are_told_alike(left: Left, share: float, index: SourceIndex, *, is_named: bool) -> bool:
    """Whether the words round two figures are alike enough for how much the reports share, and how like the numbers are."""
    one, other, alone = left
    beside = words_beside(one, other)
    less, more = sorted((index.likeness(one, other), index.likeness(other, one)))
    if may_be_slip(one.mention, other.mention):
        return (bool(beside) and more >= MOST_OF_SLIP) or (alone and share >= RETOLD and less >= LEAST)
    if one.mention.kind is Kind.DATE and len(beside) < 2:
        return False
    if share >= RETOLD and less >= LEAST and more >= MOST:
        return bool(words_beside(one, other, named=True)) or share_a_digit(one.mention, other.mention)
    is_told = len(beside) > 1 or (is_named and alone and len(told_of(one) & told_of(other)) > 1)
    return is_told and share >= ELSEWHERE and less >= LEAST_ELSEWHERE and more >= MOST_ELSEWHERE


def _stand_in_one_row(left: Left, ours: EventReport, theirs: EventReport) -> bool:
    """Whether two figures stand on the same side of one that both reports have: "24, 31 and 58", "24, 37 and 58"."""
    return any(
        one is not None and other is not None and _are_the_same(one, other)
        for one, other in zip(ours.beside(left.one), theirs.beside(left.other), strict=True)
    )


def _follows_comma(figure: Figure) -> bool:
    """Whether a comma and a blank part a figure from the one before it, so that it is no part of a torn one."""
    start = figure.mention.start
    return _COMMA.fullmatch(figure.mention.document.text, max(0, start - 2), start) is not None


def _are_the_same(one: Figure, other: Figure) -> bool:
    """Whether two figures are the same to the letter, and no small number."""
    a, b = one.mention.quantity, other.mention.quantity
    if a is not None and b is not None:
        return a.printed == b.printed and a.printed[0] >= TELLING
    return one.mention.kind is Kind.DATE and agree(one, other)


def _may_be_one(one: Figure, other: Figure) -> bool:
    """Whether two figures are asserted, or announced, of one thing at one time."""
    if not (_are_asserted(one.claim, other.claim) and of_one_thing(one, other) and of_one_time(one, other)):
        return False
    if (RUNNING in one.claim.scope) is not (RUNNING in other.claim.scope):
        return False
    if one.mention.kind is Kind.DURATION:
        return last_alike(one.mention, other.mention) or may_be_slip(one.mention, other.mention)
    if one.mention.kind is Kind.DATE:
        return says_when(one.mention) and says_when(other.mention)
    return tells_make(one) is tells_make(other)


def _are_asserted(one: Claim, other: Claim) -> bool:
    """Whether both are asserted, or what lies ahead is announced."""
    allowed = _TOLD if one.mention.kind in LEVELS else _ANNOUNCED
    return {one.withheld, other.withheld} <= allowed and not any(
        claim.withheld == HYPOTHETICAL and _IF.search(claim.sentence.text) for claim in (one, other)
    )
