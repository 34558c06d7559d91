"""Words for relatives: what is told of one of them is not told of whom the text speaks of."""

from __future__ import annotations

#: One of somebody's family, by blood or marriage.
KIN = frozenset(
    "wife husband widow widower son daughter brother sister twin father mother mum dad uncle aunt nephew niece cousin grandson granddaughter"
    " grandfather grandmother stepfather stepmother".split()
)
#: Those who share somebody's life, one or several, and the family as a whole.
RELATIVES = KIN | frozenset(
    "parents twins sons daughters child children baby fiancee fiance partner boyfriend girlfriend".split()
)
