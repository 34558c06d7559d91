"""Slips of copying that show by themselves: two figures in each other's place, a number in another unit or of another size.

They are told in a draft however much of it is its reporter's own, since no two texts have them by chance.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

from factcheck.align.senses import same_attribute
from factcheck.judge.checks.across.drafts.kept_apart import are_apart
from factcheck.judge.checks.across.figures.holding import sentence_of
from factcheck.judge.checks.across.figures.one_thing import of_one_thing
from factcheck.judge.mistyping import Slip, are_whole_hours_apart, digits_of, slip
from factcheck.judge.verdicts import Clash
from factcheck.model import Kind
from factcheck.resolve.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from factcheck.align.drafts import Figure
    from factcheck.judge.checks.across.drafts.told import DraftFigures
    from factcheck.judge.checks.across.figures.holding import Held
    from factcheck.model import Mention, Quantity

#: Numbers of so many digits are seldom printed of two things; of one that differs by a slip so much of what stands round it must be alike.
DIGITS, ALIKE = 2, 0.35
#: The same for a number in another unit; of one that has so many digits, or decimals, nothing must be.
IN_UNITS, TELLING = 0.12, 3
#: What is copied digit by digit.
COPIED = frozenset({Kind.MONEY, Kind.QUANTITY, Kind.COUNT, Kind.NUMBER, Kind.DURATION, Kind.PERCENTAGE})
#: How many noughts too many or too few are a slip of the pen, and not another sum: millions for billions.
MOST_NOUGHTS = 3


def changed_places(told: DraftFigures) -> Iterator[Clash]:
    """Each figure of a draft of which is told what a source tells of another that stands beside it, and the other way round.

    "31 died and nine were hurt", where the source has nine dead and 31 hurt.
    """
    for (one, held), (other, others) in combinations(zip(told.figures, told.held, strict=True), 2):
        if sentence_of(one) != sentence_of(other) or not _are_two(one, other):
            continue
        for first, second in product(_copied(one, held), _copied(other, others)):
            if _have_changed(one, other, first.theirs, second.theirs) and not (
                _is_told_so(one, held) or _is_told_so(other, others)
            ):
                yield Clash((one.mention.span, second.theirs.mention.span))
                yield Clash((other.mention.span, first.theirs.mention.span))
                break


def mistyped(told: DraftFigures) -> Iterator[Clash]:
    """Each figure of a draft that agrees with none of its sources', and is one of theirs in another unit, or but for its noughts or a digit."""
    for figure, held in zip(told.figures, told.held, strict=True):
        if any(one.agrees for one in held):
            continue
        found = next((one.theirs for one in held if told.is_untold(one.theirs) and _is_miscopied(one)), None)
        found = found or next(
            (one for one in told.printed.printing(figure) if _is_unit_of_another(figure, one, told)), None
        )
        if found is not None:
            yield Clash((figure.mention.span, found.mention.span), guesses=1)


def _is_unit_of_another(figure: Figure, other: Figure, told: DraftFigures) -> bool:
    """Whether a number that is printed of nothing else by chance, 9.6 or 195, stands in another unit of what it measures, in whatever words."""
    ours, theirs = figure.mention.single, other.mention.single
    return (
        ours is not None
        and theirs is not None
        and figure.mention.kind is other.mention.kind is Kind.QUANTITY
        and ours.printed == theirs.printed
        and (len(digits_of(ours.printed[0])) >= TELLING or ours.printed[0] % 1 != 0)
        and ours.unit != theirs.unit
        and dimension(ours.unit) == dimension(theirs.unit)
        and told.is_untold(other)
        and told.of_one_story(other.mention.document)
    )


def _are_two(one: Figure, other: Figure) -> bool:
    """Whether two figures of one kind are told of two things."""
    a, b = _about(one), _about(other)
    return bool(a and b) and a != b and one.mention.single is not None and other.mention.single is not None


def _about(figure: Figure) -> str:
    return same_attribute(figure.claim.attribute)


def _copied(figure: Figure, held: Sequence[Held]) -> list[Held]:
    """The figures of the sources that print the very number."""
    ours = figure.mention.single
    return [one for one in held if one.agrees and ours is not None and _prints(ours.printed, one)]


def _prints(number: Sequence[Decimal], one: Held) -> bool:
    theirs = one.theirs.mention.single
    return theirs is not None and theirs.printed == number


def _have_changed(one: Figure, other: Figure, first: Figure, second: Figure) -> bool:
    """Whether two numbers that stand side by side in both texts are each told of what the other is told of."""
    return (
        first.mention.document is second.mention.document
        and abs(first.claim.sentence.paragraph - second.claim.sentence.paragraph) <= 1
        and _about(first) == _about(other)
        and _about(second) == _about(one)
    )


def _is_told_so(figure: Figure, held: Sequence[Held]) -> bool:
    """Whether some source tells of a figure what the draft tells of it."""
    return any(one.agrees and _about(one.theirs) == _about(figure) for one in held)


def _is_miscopied(held: Held) -> bool:
    """Whether a number is another with a slip of copying that is no chance, among some of the same words."""
    return (
        held.likeness >= _needed(held.ours.mention, held.theirs.mention)
        and of_one_thing(held.ours, held.theirs)
        and not are_apart(held, of_many=False)
    )


def _needed(one: Mention, other: Mention) -> float:
    """How much alike the words round two numbers must be, by how seldom the one looks like the other by chance; more than 1 where it does not."""
    ours, theirs = one.quantity, other.quantity
    if ours is None or theirs is None or one.kind not in COPIED or not _are_of_one_sort(ours, theirs):
        return 2.0
    if are_whole_hours_apart(one, other):
        return ALIKE
    slips = {slip(a, b) for a, b in zip(ours.printed, theirs.printed, strict=True)}
    known = next(iter(slips)) if len(slips) == 1 else None
    digits = min(len(digits_of(number)) for number in ours.printed)
    if ours.unit != theirs.unit and ours.printed == theirs.printed:
        return IN_UNITS if digits >= DIGITS else 2.0
    if ours.unit != theirs.unit and one.kind is not Kind.COUNT:
        return 2.0
    if known is Slip.NOUGHTS and digits >= DIGITS and _noughts(ours, theirs) <= MOST_NOUGHTS:
        return ALIKE
    least = {Slip.SWAPPED: TELLING, Slip.ONE_MORE: TELLING + 1, Slip.ONE_WRONG: TELLING + 1}
    return ALIKE if known in least and digits >= least[known] else 2.0


def _are_of_one_sort(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts print as many numbers, of the same dimension."""
    same = one.unit == other.unit or dimension(one.unit) == dimension(other.unit)
    return same and 0 < len(one.printed) == len(other.printed)


def _noughts(one: Quantity, other: Quantity) -> int:
    """How many noughts the one has more, if each of its numbers has as many more."""
    more = {a.adjusted() - b.adjusted() for a, b in zip(one.printed, other.printed, strict=True)}
    return abs(more.pop()) if len(more) == 1 else MOST_NOUGHTS + 1
