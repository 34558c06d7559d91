"""Which sentence of a source says what a sentence of the draft says.

A draft paraphrases, so what a number is about is put in other words. Sentences
are matched by the rare words that they share, and numbers of one kind within them.
"""

from __future__ import annotations

from collections import defaultdict
from math import fsum
from typing import TYPE_CHECKING

from factcheck.model import Claim, Kind, Mention, Peer
from factcheck.resolve.units import dimension

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: Sentences that share less of the draft sentence's weight than this do not say the same.
LIKE = 0.2
#: What the same attribute adds to the likeness of two claims.
SAME_ATTRIBUTE = 0.2
#: At most so many peers are kept for a claim; the rest are less alike.
KEPT = 12


def family(mention: Mention) -> str:
    """What a mention can be compared with: the dimension of a measure, the currency-free kind of the rest."""
    unit = mention.quantity.unit if mention.quantity else ""
    if mention.kind is Kind.QUANTITY:
        return dimension(unit) or unit
    # A count whose head noun stands elsewhere ("its population was 73,000") is printed as a bare number.
    return str(Kind.COUNT if mention.kind is Kind.NUMBER else mention.kind)


class SourceIndex:
    """The claims of the sources, to be found by what a draft's sentence shares with theirs."""

    def __init__(self, claims: Sequence[Claim], weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._families: defaultdict[str, list[Claim]] = defaultdict(list)
        self._printed: dict[object, Claim] = {}
        for claim in claims:
            self._families[family(claim.mention)].append(claim)
            self._printed.setdefault(printed(claim.mention), claim)

    def peers(self, claim: Claim) -> list[Peer]:
        """The claims of the sources that may speak of the same, the most alike first, and one that prints the same."""
        peers = [
            Peer(other, self._likeness(claim, other), is_source=True) for other in self._families[family(claim.mention)]
        ]
        peers.sort(key=lambda peer: (-peer.likeness, peer.claim.mention.document.name, peer.claim.mention.start))
        alike = [peer for peer in peers if peer.likeness >= LIKE][:KEPT]
        same = self._printed.get(printed(claim.mention))
        return [*alike, Peer(same, 0.0, is_source=True)] if same else alike

    def _likeness(self, claim: Claim, other: Claim) -> float:
        """The share of the shorter sentence's weight that the other has too, and more for the same attribute."""
        shorter, longer = sorted((claim.context, other.context), key=len)
        whole = fsum(self._weights[word] for word in shorter)
        common = fsum(self._weights[word] for word in shorter & longer)
        bonus = SAME_ATTRIBUTE if claim.attribute and claim.attribute == other.attribute else 0.0
        return (common / whole if whole else 0.0) + bonus


def printed(mention: Mention) -> object:
    """The number or the day that a mention prints, whatever it is about; itself where it prints neither."""
    if mention.quantity and mention.quantity.printed:
        return mention.quantity.printed
    return mention.time.timex if mention.time and mention.time.timex else mention
