"""Which claims are about the same thing: a star of peers round every claim.

Two claims meet in a block (the same kind of amount of the same attribute), pass
the gates that words alone decide, and are weighed by the telling words that their
sentences share, rare words weighing more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import fsum, log
from typing import TYPE_CHECKING

from factcheck.align.drafts import SourceIndex, family
from factcheck.model import Article, Claim, Peer, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: In a larger block a claim is only compared with so many on either side of it, in the order
#: of the text; nothing that a person wrote about one thing comes near it.
CROWDED = 60

Block = tuple[str, str]


def align(articles: Sequence[Article]) -> tuple[Topic, ...]:
    """A topic for every claim that has a peer, in the order of the claims."""
    equals = [claim for article in articles for claim in article.claims if _is_equal(article, claim)]
    sources = [claim for article in articles for claim in article.claims if not _is_equal(article, claim)]
    weights = _weights((*equals, *sources))
    in_sources = SourceIndex(sources, weights)
    blocks: defaultdict[Block, list[Claim]] = defaultdict(list)
    for claim in sorted(equals, key=lambda claim: (claim.mention.document.name, claim.mention.start)):
        if claim.attribute:
            blocks[_block(claim)].append(claim)
    peers = {
        id(claim): [peer for other in _neighbours(block, at) if (peer := _peer(claim, other, weights))]
        for block in blocks.values()
        for at, claim in enumerate(block)
    }
    topics = []
    for claim in equals:
        found = peers.get(id(claim), []) + ([] if claim.is_fact else in_sources.peers(claim))
        if found:
            found.sort(key=lambda peer: (-peer.likeness, peer.claim.mention.document.name, peer.claim.mention.start))
            topics.append(Topic(claim, tuple(found)))
    return tuple(topics)


def _is_equal(article: Article, claim: Claim) -> bool:
    """Whether a claim is compared with every other; facts are, and what a draft is checked against is not."""
    return not article.is_source or claim.is_fact


def _block(claim: Claim) -> Block:
    """Claims in different blocks are never compared; a change is compared where its level is."""
    return family((claim.base or claim).mention), claim.attribute


def _neighbours(block: list[Claim], at: int) -> Iterator[Claim]:
    """The other claims of a block that state a level; in a crowded one only those nearby."""
    nearby = block[max(0, at - CROWDED) : at + CROWDED + 1]
    return (other for other in nearby if other is not block[at] and other.base is None)


def _weights(claims: Iterable[Claim]) -> Mapping[str, float]:
    """How telling each word is: the fewer sentences have it, the more."""
    sentences: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for claim in claims:
        sentences[id(claim.sentence.document), claim.sentence.start] |= claim.context
    counts = Counter(word for context in sentences.values() for word in context)
    total = len(sentences) + 1
    return {word: log(1 + total / count) for word, count in counts.items()}


def _peer(claim: Claim, other: Claim, weights: Mapping[str, float]) -> Peer | None:
    """The other claim as a peer, or None where a gate says that it is about something else."""
    if _other_scope(claim.scope, other.scope):
        return None
    guesses = tuple(dict.fromkeys(claim.guesses + other.guesses))
    if claim.subject != other.subject:
        if not claim.has_own_subject or not (claim.subject <= other.subject or other.subject <= claim.subject):
            return None
        if not (claim.subject and other.subject) and not guesses:
            return None
    if claim.mention.document is other.mention.document and _dated(claim) is not _dated(other):
        guesses += ("whether the same time is meant",)
    return Peer(other, _likeness(claim.context, other.context, weights), guesses)


def _other_scope(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether scope words set two claims apart: a change and a level, two directions, two times."""
    if a == b:
        return False
    for marker in ("change", "added", "part", "former", "contrasted"):
        if (marker in a) is not (marker in b):
            return True
    for prefix in ("from:", "way:", "weekday:"):
        of_a, of_b = _beginning(prefix, a), _beginning(prefix, b)
        if of_a and of_b and not of_a & of_b:
            return True
    of_a, of_b = _beginning("days:", a), _beginning("days:", b)
    return bool(of_a and of_b) and not any(_days_meet(x, y) for x in of_a for y in of_b)


def _dated(claim: Claim) -> bool:
    return any(word.startswith(("days:", "weekday:")) for word in claim.scope)


def _beginning(prefix: str, scope: frozenset[str]) -> set[str]:
    return {word.removeprefix(prefix) for word in scope if word.startswith(prefix)}


def _days_meet(a: str, b: str) -> bool:
    """Whether two stretches of days, each "first-end" in ordinals, share one."""
    first, end = map(int, a.split("-"))
    other_first, other_end = map(int, b.split("-"))
    return first < other_end and other_first < end


def _likeness(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    """What share of the shorter sentence's telling words, by weight, the longer one has too."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    whole = fsum(weights[word] for word in shorter)
    return fsum(weights[word] for word in shorter & longer) / whole if whole else 0.0
