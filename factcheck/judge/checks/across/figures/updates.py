"""What grows from one day to the next: a later article that counts more brings it up to date, and one that counts fewer does not."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.align.senses import same_attribute
from factcheck.attach.words import stem
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.model import Claim

#: Fates of which there can only come to be more.
RISING = frozenset({"killed", "injured", "arrested", "infected", "displaced", "evacuated", "rescued"})
#: Fates of which there come to be fewer as well as more.
MOVING = frozenset({"missing", "trapped"})
#: What happens to things, more and more of which come to be known.
_HIT = frozenset(
    map(
        stem,
        "damaged destroyed flooded wrecked ruined razed burned burnt scorched gutted affected collapsed levelled leveled buried submerged swept spread blackened charred consumed toppled crushed inundated engulfed".split(),
    )
)
_COUNTED = frozenset({Kind.COUNT, Kind.QUANTITY})
#: Behind a number, and before the one that it stands for.
_INSTEAD = regex(
    r"(?: [a-z]+)?,? (?:from|instead of|rather than|and not|down from|up from) (?:[a-z]+ )?(\d{1,3}(?:,\d{3})*|\d+)\b"
)
#: Causes by which a rule of its own may speak of a clash.
UPDATE, FALLEN = "update", "fallen"


def grown(one: Claim, other: Claim) -> str:
    """Whether the later of two articles counts more (`UPDATE`) or fewer (`FALLEN`) of what can only grow; "" if nobody can say.

    Of those who are missing any later count is an update.
    """
    first, second = sorted((one, other), key=lambda claim: str(claim.mention.document.published))
    days = [claim.mention.document.published for claim in (first, second)]
    amounts = [claim.mention.quantity for claim in (first, second)]
    if None in days or days[0] == days[1] or amounts[0] is None or amounts[1] is None:
        return ""
    if same_attribute(one.attribute) in MOVING:
        return UPDATE
    if not _grow(one, other):
        return ""
    return UPDATE if amounts[0].value < amounts[1].value else FALLEN


def puts_right(claim: Claim, other: Claim) -> bool:
    """Whether a sentence tells that its number stands for the other's: "lowered the toll to 13 from 16"."""
    amount, at = other.mention.quantity, claim.mention.end - claim.sentence.start
    found = _INSTEAD.match(claim.sentence.text, at)
    return bool(found and amount and amount.printed == (Decimal(found[1].replace(",", "")),))


def _grow(one: Claim, other: Claim) -> bool:
    """Whether two counts are of what can only come to be more."""
    if same_attribute(one.attribute) in RISING:
        return True
    return one.mention.kind in _COUNTED and not (_HIT.isdisjoint(one.context) or _HIT.isdisjoint(other.context))
