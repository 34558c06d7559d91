"""Which claims are about the same thing: a star of peers round every claim.

Inside one article two claims meet if they state the same kind of amount of the same
attribute; across articles, if they share a block key. Those that pass the gates are
weighed by the telling words that their sentences share, rare words weighing more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from math import log
from typing import TYPE_CHECKING

from factcheck.align.blocks import Key, keys
from factcheck.align.drafts import family
from factcheck.align.meeting import Meeting, meet
from factcheck.align.merging import clusters
from factcheck.align.senses import same_attribute
from factcheck.align.settings import in_setting, setting_of
from factcheck.model import Article, Claim, Peer, Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: In a larger block a claim is only compared with so many on either side of it, in the order
#: of the text; nothing that a person wrote about one thing comes near it.
CROWDED = 60

#: Claims that are compared: of one document, or of several.
Block = tuple[object, ...]


def align(articles: Sequence[Article]) -> tuple[Topic, ...]:
    """A topic for every claim that has a peer, in the order of the claims."""
    equals = [claim for article in articles for claim in article.claims if _is_equal(article, claim)]
    sources = [claim for article in articles for claim in article.claims if not _is_equal(article, claim)]
    weights = _weights((*equals, *sources))
    equals, among_sources = _in_setting(equals), _in_setting(claim for claim in sources if claim.attribute)
    peers = _peers(equals, weights)
    stars = [(claim, list(peers[id(claim)].values())) for claim in equals]
    # Sources are not checked by themselves, but they may differ among themselves.
    peers = _peers(among_sources, weights, inside=False)
    stars += [(claim, list(peers[id(claim)].values())) for claim in among_sources]
    topics = []
    for claim, found in stars:
        if found:
            found.sort(key=lambda peer: (-peer.likeness, peer.claim.mention.document.name, peer.claim.mention.start))
            topics.append(Topic(claim, tuple(found)))
    return tuple(topics)


def _in_setting(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, each with what its article tells around it if there are several articles to compare."""
    told = list(claims)
    several = len({id(claim.mention.document) for claim in told if not claim.is_fact}) > 1
    return [in_setting(claim) if several and not claim.is_fact else claim for claim in told]


def _is_equal(article: Article, claim: Claim) -> bool:
    """Whether a claim is compared with every other; facts are, and what a draft is checked against is not."""
    return not article.is_source or claim.is_fact


def meetings(articles: Sequence[Article]) -> Iterator[tuple[Claim, Claim, Meeting]]:
    """Every two claims of different articles that share a block key, and what came of asking whether they are one thing."""
    claims = _in_setting(claim for article in articles for claim in article.claims if not claim.is_fact)
    weights = _weights(claims)
    seen: set[frozenset[int]] = set()
    for across, block in _blocks(claims):
        for claim, other in _pairs(block) if across else ():
            pair = frozenset((id(claim), id(other)))
            if claim.mention.document is not other.mention.document and pair not in seen:
                seen.add(pair)
                yield claim, other, meet(claim, other, weights)


def _peers(
    claims: Iterable[Claim], weights: Mapping[str, float], *, inside: bool = True
) -> defaultdict[int, dict[int, Peer]]:
    """The peers of every claim, by the identity of both: in other articles, and `inside` its own."""
    peers: defaultdict[int, dict[int, Peer]] = defaultdict(dict)
    #: Inside an article what sets two claims apart is asked once: it is the same whichever comes first.
    stopped: set[tuple[int, int]] = set()
    for across, block in _blocks(claims):
        for claim, other in _pairs(block):
            apart = claim.mention.document is not other.mention.document
            if apart is across and (apart or inside) and id(other) not in peers[id(claim)]:
                if (id(other), id(claim)) in stopped:
                    continue
                meeting = meet(claim, other, weights)
                if not meeting.stopped:
                    peers[id(claim)][id(other)] = Peer(other, meeting.score, meeting.guesses)
                elif not apart:
                    stopped.add((id(claim), id(other)))
    return peers


def _blocks(claims: Iterable[Claim]) -> Iterator[tuple[bool, list[Claim]]]:
    """The claims that meet, in the order of the texts, and whether they do so across articles."""
    ordered = sorted(
        (claim for claim in claims if claim.attribute),
        key=lambda claim: (claim.mention.document.name, claim.mention.start),
    )
    inside: defaultdict[Block, list[Claim]] = defaultdict(list)
    for claim in ordered:
        # A change is compared where its level is.
        inside[id(claim.mention.document), family((claim.base or claim).mention), claim.attribute].append(claim)
    yield from ((False, block) for block in inside.values() if len(block) > 1)
    documents = {id(claim.mention.document): claim.mention.document for claim in ordered if not claim.is_fact}
    if len(documents) + any(claim.is_fact for claim in ordered) < 2:
        return
    timed = all(document.published for document in documents.values())
    across: defaultdict[Key, list[Claim]] = defaultdict(list)
    told = list(_told_elsewhere(ordered))
    settings = {id(claim): setting_of(claim) for claim in told}
    called = clusters(name for setting in settings.values() for name in (*setting.names, *setting.about))
    for claim in told:
        for key in dict.fromkeys(key if timed else key.timeless for key in keys(claim, called)):
            across[key].append(claim)
    yield from ((True, block) for block in across.values() if len(block) > 1)


def _told_elsewhere(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The claims of an attribute and a kind of amount that two documents state; no others can share a key."""
    alike: defaultdict[Block, list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[same_attribute(claim.attribute), family((claim.base or claim).mention)].append(claim)
    for told in alike.values():
        if any(claim.mention.document is not told[0].mention.document for claim in told):
            yield from told


def _pairs(block: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Each claim of a block with each other that states a level; in a crowded one only with those nearby."""
    for at, claim in enumerate(block):
        nearby = block[max(0, at - CROWDED) : at + CROWDED + 1]
        yield from ((claim, other) for other in nearby if other is not claim and other.base is None)


def _weights(claims: Iterable[Claim]) -> Mapping[str, float]:
    """How telling each word is: the fewer sentences have it, the more."""
    sentences: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.attribute:
            sentences[id(claim.sentence.document), claim.sentence.start] |= claim.context
    counts = Counter(word for context in sentences.values() for word in context)
    total = len(sentences) + 1
    return {word: log(1 + total / count) for word, count in counts.items()}
