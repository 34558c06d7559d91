"""What grows from one day to the next: a later article that counts more brings it up to date, and one that counts fewer does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.align.senses import same_attribute
from factcheck.attach.words import stem
from factcheck.model import Kind

if TYPE_CHECKING:
    from factcheck.model import Claim

#: Fates of which there can only come to be more.
RISING = frozenset({"killed", "injured", "arrested", "infected", "displaced", "evacuated", "rescued"})
#: What happens to things, more and more of which come to be known.
_HIT = frozenset(
    map(
        stem,
        "damaged destroyed flooded wrecked ruined razed burned burnt scorched gutted affected collapsed levelled leveled buried submerged swept toppled crushed inundated engulfed".split(),
    )
)
_COUNTED = frozenset({Kind.COUNT, Kind.QUANTITY})
#: Causes by which a rule of its own may speak of a clash.
UPDATE, FALLEN = "update", "fallen"


def grown(one: Claim, other: Claim) -> str:
    """Whether the later of two articles counts more (`UPDATE`) or fewer (`FALLEN`) of what can only grow; "" if nobody can say."""
    first, second = sorted((one, other), key=lambda claim: str(claim.mention.document.published))
    days = [claim.mention.document.published for claim in (first, second)]
    amounts = [claim.mention.quantity for claim in (first, second)]
    if None in days or days[0] == days[1] or amounts[0] is None or amounts[1] is None or not _grow(one, other):
        return ""
    return UPDATE if amounts[0].value < amounts[1].value else FALLEN


def _grow(one: Claim, other: Claim) -> bool:
    """Whether two counts are of what can only come to be more."""
    if same_attribute(one.attribute) in RISING:
        return True
    return one.mention.kind in _COUNTED and not (_HIT.isdisjoint(one.context) or _HIT.isdisjoint(other.context))
