"""A draft against its sources: a number that no source has, where a source has another."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.checks import check
from factcheck.judge.topics import compared
from factcheck.judge.verdicts import Accord, Verdict
from factcheck.model import Topic


@check("differs-from-source", of=Topic)
def differs_from_source(topic: Topic, *, alike: float = 0.5, shared: int = 2) -> Iterator[Verdict]:
    """A claim of the draft that agrees with no claim of the sources, and the likest that it differs from."""
    claim = topic.claim
    peers = [peer for peer in topic.peers if peer.is_source]
    verdicts = [(peer, compared(claim, peer)) for peer in peers]
    agreeing = next((verdict for _, verdict in verdicts if isinstance(verdict, Accord)), None)
    if agreeing:
        yield agreeing
        return
    for peer, verdict in verdicts:
        if peer.likeness >= alike and len(claim.context & peer.claim.context) >= shared:
            yield verdict
            return
