"""A figure of a draft that no source has, and one of the sources that the draft has not: one left over may stand for the other."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.judge.checks.across.figures.restated import restated
from factcheck.judge.mistyping import MANY_DIGITS, Slip, digits_of, slip
from factcheck.judge.verdicts import Accord
from factcheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.judge.checks.across.figures.holding import Held
    from factcheck.model import Mention

#: So much alike are the words round two figures that are left over, if one looks like the other with a slip of the pen: two digits
#: changed round, a nought or a word too many; if it has the same digits but one of two; and if several sources have the other.
MISCOPIED, ONE_OF_TWO, CONFIRMED = 0.12, 0.25, 0.2
#: All others are at most this share as much alike, and this where several sources have the one.
RIVAL, MORE = 0.7, 1.25
#: So many times as much is a nought or a word too many: thousands for millions.
NOUGHTS = 1000


def is_likely(one: Held, held: Sequence[Held]) -> bool:
    """Whether a source's figure that a draft has not is likely to be what the draft's should have been: a slip of the pen, or central."""
    needed = _miscopied(one.ours.mention, one.theirs.mention)
    return one.likeness >= needed or (one.likeness >= CONFIRMED and _is_confirmed(one, held))


def stands_out(one: Held, differing: Sequence[Held]) -> bool:
    """Whether no other figure may be meant as well: none stands among about as many of the same words, or of more if several sources have it."""
    most = (MORE if _is_confirmed(one, differing) else RIVAL) * one.likeness
    return all(other.likeness <= most or _says_the_same(other, one) for other in differing)


def _is_confirmed(one: Held, held: Sequence[Held]) -> bool:
    """Whether another source has the figure too, among some of the words round the draft's; a bare number may be of anything."""
    if not {one.ours.mention.kind, one.theirs.mention.kind}.isdisjoint({Kind.DATE, Kind.NUMBER}):
        return False
    document = one.theirs.mention.document
    return any(
        other.theirs.mention.document is not document and not other.agrees and _says_the_same(other, one)
        for other in held
    )


def _says_the_same(one: Held, other: Held) -> bool:
    return isinstance(restated(one.theirs.mention, other.theirs.mention), Accord)


def _miscopied(ours: Mention, theirs: Mention) -> float:
    """How much alike the words round two amounts must be, by how much the one looks like a miscopied other; 1 where it does not."""
    one, other = ours.single, theirs.single
    if one is None or other is None:
        return 1.0
    (a,), (b,) = one.printed, other.printed
    digits = len(digits_of(a))
    if 1 < digits < min(len(digits_of(b)), a.adjusted() + 1) and a.adjusted() == b.adjusted():
        b = _rounded(b, digits)
    match slip(a, b):
        case None:
            return 1.0
        case Slip.NOUGHTS:
            return MISCOPIED if digits > 1 and one.unit == other.unit and max(a, b) <= NOUGHTS * min(a, b) else 1.0
        case Slip.ONE_WRONG:
            return MISCOPIED if digits >= MANY_DIGITS else ONE_OF_TWO
        case _:
            return MISCOPIED


def _rounded(number: Decimal, digits: int) -> Decimal:
    """A number as it is printed to so many digits: "nearly 413,000" for 412,600."""
    place = Decimal(10) ** (number.adjusted() + 1 - digits)
    return (number / place).to_integral_value() * place
