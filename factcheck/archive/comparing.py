"""Claims are compared by the rules that compare the articles of a single run.

First, block by block, which claims may clash at all: that is asked of every pair
whose values do not meet, and nothing but the two is looked at. Then each of these
is compared with all that it meets in any of its blocks, and with the rest of its
own article, so that it is treated as it would be if there were only those.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from factcheck.align.meeting import is_mutual, meet
from factcheck.archive.recalling import recalled
from factcheck.archive.values import WHOLE
from factcheck.judge.agreement import tolerating
from factcheck.judge.checks import named_checks
from factcheck.judge.verdicts import Clash
from factcheck.model import Peer, Topic
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from factcheck.archive.recalling import ComparedRow, Recalled
    from factcheck.archive.rows import ClaimRow
    from factcheck.judge.checks import Check
    from factcheck.judge.rules import Rule, Rulebook


#: Checks that compare claims of one article, or claims with facts: an archive compares articles.
OF_ONE_ARTICLE = frozenset({"disagree"})


class Asked(NamedTuple):
    """A check of claims of one thing, its arguments, and the rules that call it."""

    check: Check
    arguments: Mapping[str, Any]
    rules: tuple[Rule, ...]


class Questions(NamedTuple):
    """What a rulebook asks of claims of one thing: no more of it than can go to another process."""

    asked: tuple[Asked, ...]
    #: Amounts whose gap is no larger a share than this are taken to agree.
    tolerance: float

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that ask."""
        return tuple(rule for one in self.asked for rule in one.rules)


class Suspect(NamedTuple):
    """A claim that may clash with another, and the blocks in which it meets others."""

    claim: int
    source: int
    block_1: int | None
    block_2: int | None
    block_3: int | None

    @property
    def key(self) -> tuple[int, ...]:
        """What puts claims together that meet."""
        return (*sorted(self.blocks), self.claim)

    @property
    def blocks(self) -> tuple[int, ...]:
        """The blocks that there are."""
        return tuple(block for block in self[2:] if block is not None)


def questions(rulebook: Rulebook) -> Questions:
    """What the rules ask of claims of one thing."""
    checks = ((named_checks()[name], parameters, rules) for (name, parameters), rules in rulebook.by_check.items())
    asked = (
        Asked(check, check.arguments(dict(parameters)), tuple(replace(rule, examples=()) for rule in rules))
        for check, parameters, rules in checks
        if check.of is Topic and check.name not in OF_ONE_ARTICLE
    )
    return Questions(tuple(asked), rulebook.tolerance)


class Told(NamedTuple):
    """What is told in some blocks, all of it that is compared."""

    #: Block by block.
    rows: Sequence[ComparedRow]
    weights: Mapping[str, float]
    #: Claims that are known to be suspected.
    known: Container[int] = ()


def suspects_in(told: Told, questions: Questions) -> list[Suspect]:
    """The claims that clash with another one of their block, as far as the two alone tell."""
    found: dict[int, Suspect] = {}
    with tolerating(questions.tolerance):
        for _, rows in groupby(told.rows, key=lambda row: row.block):
            block = list(rows)
            # A claim that is suspected in one of its blocks need not be looked at in the others.
            asked = {row.claim for row in _asked_for(block) if row.claim not in found and row.claim not in told.known}
            if asked:
                meetings = Meetings(told.weights)
                found |= {one.claim: one for one in suspects(recalled(block), questions.asked, meetings, asked)}
    return list(found.values())


def _asked_for(rows: Sequence[ComparedRow]) -> list[ComparedRow]:
    """The rows of a block whose claims may be suspects.

    Where it is so large that only some of its claims are compared, those on the
    side that most take are not asked for: who differs from them is.
    """
    sizes = {row.side: row.claims for row in rows}
    if sum(sizes.values()) <= WHOLE:
        return list(rows)
    most = max(sizes, key=lambda side: (sizes[side], side))
    return [row for row in rows if row.side != most]


def suspects(
    told: Sequence[Recalled], asked: Sequence[Asked], meetings: Meetings, wanted: Container[int]
) -> Iterator[Suspect]:
    """The claims of a block, of those that are wanted, that clash with another of it, as far as the two alone tell."""
    for one in told:
        if one.row.claim in wanted:
            others = (other for other in told if other.row.source != one.row.source and not one.row.meets(other.row))
            if any(_clashes(one, other, asked, meetings) for other in others):
                yield suspect_of(one.row)


def suspect_of(row: ComparedRow | ClaimRow) -> Suspect:
    """The claim of a row."""
    return Suspect(row.claim, row.source, row.block_1, row.block_2, row.block_3)


class Meetings:
    """Whether claims may be about the same thing. What a pair was told for both is not asked again for the other."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        #: Pairs, by the numbers of their claims: whether the one that comes first met the other, or was told apart from it for both.
        self._known: dict[tuple[int, int], bool] = {}

    def peer(self, one: Recalled, other: Recalled) -> Peer | None:
        """The other claim as one that may be about the same thing, or None."""
        met = self._known.get((other.row.claim, one.row.claim))
        if met is False:
            return None
        meeting = meet(one.claim, other.claim, self._weights, back=met is True)
        if met is None and (not meeting.stopped or is_mutual(meeting.stopped, other.claim)):
            self._known[one.row.claim, other.row.claim] = not meeting.stopped
        return None if meeting.stopped else Peer(other.claim, meeting.score, meeting.guesses)


def _clashes(one: Recalled, other: Recalled, asked: Sequence[Asked], meetings: Meetings) -> bool:
    """Whether a claim clashes with one of another article."""
    peer = None if other.claim.base else meetings.peer(one, other)
    return peer is not None and any(True for _ in clashes(Topic(one.claim, (peer,)), asked))


def topic_of(one: Recalled, told: Iterable[Recalled], meetings: Meetings) -> Topic:
    """A claim, and those of the others that may be about the same thing, the most alike first.

    An article that tells nothing but what agrees with the claim is left out: no rule has anything to say of it.
    """
    claim, source = one.claim, one.row.source
    # As in a single run: a change is compared with levels and nothing with changes.
    levels = [other for other in told if other is not one and not other.claim.base]
    differing = {other.row.source for other in levels if other.row.source != source and not one.row.meets(other.row)}
    peers = []
    for other in levels:
        if other.row.source in differing or (other.row.source == source and other.claim.attribute == claim.attribute):
            peer = meetings.peer(one, other)
            if peer:
                peers.append(peer)
    peers.sort(key=lambda peer: (-peer.likeness, peer.claim.mention.document.name, peer.claim.mention.start))
    return Topic(claim, tuple(peers))


def clashes(topic: Topic, asked: Iterable[Asked]) -> Iterator[tuple[Rule, Clash]]:
    """What the rules about claims of one thing find between this one and other articles."""
    for check, arguments, rules in asked:
        for verdict in check.decide(topic, **arguments):
            if isinstance(verdict, Clash) and len({id(span.document) for span in verdict.spans}) > 1:
                yield from ((rule, verdict) for rule in rules if rule.cause == verdict.cause)


def together(groups: Iterable[Iterable[int]]) -> list[set[int]]:
    """The members of groups that have members in common, directly or through others.

    >>> together([[1, 2], [4], [3, 2]])
    [{1, 2, 3}, {4}]
    """
    above: dict[int, int] = {}

    def highest(member: int) -> int:
        while above[member] != member:
            above[member] = member = above[above[member]]
        return member

    for group in groups:
        first, *others = group
        above.setdefault(first, first)
        for other in others:
            above.setdefault(other, other)
            above[highest(other)] = highest(first)
    found: dict[int, set[int]] = {}
    for member in above:
        found.setdefault(highest(member), set()).add(member)
    return list(found.values())
