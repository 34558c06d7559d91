"""Whether a figure of a draft that has others of its own was meant to be the source's from which it differs.

A reporter's draft has figures that no source prints, and each of them is like something there. Reports of one
event by several papers, each held against the others, show which are two figures of one thing: they look like
each other, or what stands right beside them is the same. Without this three of four differences told of such
reports are of two things, with it one of two.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.judge.agreement import gap
from factcheck.judge.checks.across.figures.holding import copied_badly
from factcheck.judge.mistyping import digits_of, may_be_slip, share_a_digit

if TYPE_CHECKING:
    from factcheck.judge.checks.across.figures.holding import Held, Printed
    from factcheck.model import Mention

#: Amounts no further apart than this share of the larger may be two answers to one question.
NEAR = Decimal("0.2")
#: So much of what stands beside the draft's figure stands beside one that does not look like it, or of what stands beside both.
ALIKE, BOTH_ALIKE = 0.45, 0.9
#: A number of so many digits is printed in another unit by a slip, and not by chance.
DIGITS = 2


def is_meant(held: Held, printed: Printed) -> bool:
    """Whether a draft's figure looks like the source's, or the same words stand beside both."""
    if look_alike(held.ours.mention, held.theirs.mention):
        return True
    ours = printed.beside_both(held.ours, held.theirs)
    return ours >= ALIKE or ours + printed.beside_both(held.theirs, held.ours) >= BOTH_ALIKE


def look_alike(one: Mention, other: Mention) -> bool:
    """Whether one number or date may be the other with a slip of the pen, or comes near it."""
    if copied_badly(one, other) or may_be_slip(one, other) or share_a_digit(one, other):
        return True
    a, b = one.quantity, other.quantity
    if a is None or b is None or not (a.printed and b.printed):
        return False
    if a.unit != b.unit:
        return a.printed == b.printed and len(digits_of(a.printed[0])) >= DIGITS
    return gap(a.value, b.value) <= NEAR
