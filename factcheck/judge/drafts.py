"""A draft against its sources: a number that no source has, where a source has another."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.align.drafts import printed
from factcheck.judge.agreement import Fit, agree
from factcheck.judge.checks import check
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Mention, Peer, Quantity, Span, TimeExpression, Topic

if TYPE_CHECKING:
    from collections.abc import Iterator

#: A peer less alike than this share of the likest speaks of something else.
NEAR = 0.7
#: Whole numbers below this, of ones, millions or billions, are copied and not rounded.
COPIED = 100
MAGNITUDES = (Decimal(10) ** 9, Decimal(10) ** 6, Decimal(1))


@check("differs-from-source", of=Topic)
def differs_from_source(topic: Topic, *, alike: float = 0.5, shared: int = 2) -> Iterator[Verdict]:
    """A claim of the draft that agrees with none of the sources' likest claims, and the likest.

    The likest must be at least so much `alike` and share so many telling words. A
    number that stands anywhere in the sources was taken from there: whether it was
    put in the right place is not for arithmetic to say.
    """
    claim = topic.claim
    sources = [peer for peer in topic.peers if peer.is_source]
    taken = next((peer for peer in sources if printed(peer.claim.mention) == printed(claim.mention)), None)
    if taken:
        yield Accord((claim.mention.span, taken.claim.mention.span), "both print the same")
        return
    verdicts = [(peer, verdict) for peer in sources if (verdict := _compared(claim.mention, peer.claim.mention))]
    if not verdicts:
        return
    best, differs = verdicts[0]
    agreeing = [
        verdict for peer, verdict in verdicts if isinstance(verdict, Accord) and _rivals(peer, best, claim.attribute)
    ]
    if agreeing:
        yield agreeing[0]
    elif best.likeness >= alike and len(claim.context & best.claim.context) >= shared:
        yield differs


def _rivals(peer: Peer, best: Peer, attribute: str) -> bool:
    """Whether a peer may be what the draft speaks of as well as the likest may."""
    if best.claim.attribute == attribute != "" and peer.claim.attribute != attribute:
        return False
    return peer.likeness >= NEAR * best.likeness


def _compared(draft: Mention, source: Mention) -> Verdict | None:
    """What comes of comparing two mentions, or None where they cannot be compared."""
    spans = (draft.span, source.span)
    if draft.quantity and source.quantity:
        found = agree(draft.quantity, source.quantity)
        if found.verdict is Fit.INCOMPARABLE:
            return None
        if found.agrees and not _miscopied(draft.quantity, source.quantity):
            return Accord(spans, found.reason)
        return Clash(spans, arithmetic=found.reason)
    if draft.time and source.time:
        return _times_compared(draft.time, source.time, spans)
    return None


def _miscopied(draft: Quantity, source: Quantity) -> bool:
    """Whether two numbers that their ranges could reconcile are one number copied wrongly.

    A draft rounds or it copies. What it rounds, the finer number lies within half a
    place of the coarser; what it copies, the printed numbers are the same. Small
    whole numbers are only copied, and "at least 200" is not what a source means by
    "at least 100".
    """
    if draft.unit != source.unit or draft.printed == source.printed or draft.bound is not source.bound:
        return False
    if len(draft.printed) != len(source.printed):
        return False
    step = max(draft.step, source.step)
    copied = draft.step == source.step or all(map(_is_small, (*draft.printed, *source.printed)))
    slack = 0 if copied else step / 2
    return any(abs(a - b) > slack for a, b in zip(draft.printed, source.printed, strict=True))


def _is_small(number: Decimal) -> bool:
    """Whether a number is printed in one or two digits: 40, 40 million."""
    for magnitude in MAGNITUDES:
        if number >= magnitude:
            return number < COPIED * magnitude and number % magnitude == 0
    return True


def _times_compared(draft: TimeExpression, source: TimeExpression, spans: tuple[Span, ...]) -> Verdict | None:
    """Dates by their days where both have them, else by the parts that both tell."""
    if draft.start and draft.end and source.start and source.end:
        meet = draft.start < source.end and source.start < draft.end
    else:
        if len(draft.timex) != len(source.timex) or not draft.timex:
            return None
        told = [(a, b) for a, b in zip(draft.timex, source.timex, strict=True) if "X" not in (a, b)]
        if not any(a.isdigit() for a, _ in told):
            return None
        meet = all(a == b for a, b in told)
    texts = [span.text for span in spans]
    return (
        Accord(spans, f"{texts[0]} fits {texts[1]}")
        if meet
        else Clash(spans, arithmetic=f"{draft.timex}; {source.timex}")
    )
