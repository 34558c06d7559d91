"""An archive is checked: all of it, or one draft against it.

The engine finds the blocks in which values cannot go together, and brings their
claims. What is compared with what, and what comes of it, is the same for all engines.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.archive.comparing import asked_of_topics, clashes, suspect_of, together, topic_of
from factcheck.archive.engine import Weights
from factcheck.archive.recalling import ComparedRow, Recalled, recalled
from factcheck.archive.records import attribute_in
from factcheck.archive.subjects import resting_on
from factcheck.archive.values import Value, kept, total
from factcheck.judge.findings import finding_of, settled
from factcheck.nouns import NamedTuple, dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.archive.comparing import Suspect
    from factcheck.archive.engine import Engine
    from factcheck.archive.rows import ClaimRow, Place, Read
    from factcheck.archive.values import Kept
    from factcheck.judge.rules import Rulebook
    from factcheck.model import Article, Claim, Finding

#: Of so many claims at once it is looked at what they clash with: as many as memory holds with ease.
AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Side:
    """Claims of one thing that one value fits, and who makes them."""

    claims: int
    sources: int
    #: The first and the last day of publication, as `date.toordinal` counts them.
    first_day: int | None
    last_day: int | None
    #: Some of the claims, the newest first.
    told: tuple[Recalled, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What sources say of one thing that cannot all be right."""

    #: The loudest first; each points at two claims.
    findings: tuple[Finding, ...]
    #: The sides that the findings are about: those that fewest sources take first, and of these the newest.
    sides: tuple[Side, ...]
    #: What is known of the articles that the findings point into.
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking an archive, or a draft against it."""

    #: What the archive is called, and how many sources it has.
    name: str
    sources: int
    #: The loudest first, and of these the newest.
    conflicts: tuple[Conflict, ...]
    #: What the draft is called, if it was one.
    draft: str = ""


class Clashing(NamedTuple):
    """A finding, the claims that it points at, and where in the blocks they stand."""

    finding: Finding
    involved: tuple[Recalled, ...]
    standing: tuple[ComparedRow, ...]


def check_archive(engine: Engine, rulebook: Rulebook) -> list[Conflict]:
    """Every conflict between the sources of an archive."""
    weights = Weights(engine)
    ordered = sorted(set(engine.suspects(rulebook)), key=lambda suspect: suspect.key)
    plan: defaultdict[int, list[Kept]] = defaultdict(list)
    for value in kept(engine.values({block for suspect in ordered for block in suspect.blocks})):
        plan[value.block].append(value)
    clashing: list[Clashing] = []
    with engine.near(chain.from_iterable(plan.values()), {suspect.source for suspect in ordered}):
        for first in range(0, len(ordered), AT_ONCE):
            some = ordered[first : first + AT_ONCE]
            blocks = sorted({block for suspect in some for block in suspect.blocks})
            rows = list(engine.compared(chain.from_iterable(plan[block] for block in blocks)))
            siblings = _of_the_same(engine.siblings({suspect.source for suspect in some}), some)
            clashing += _clashing(some, rows, siblings, rulebook, weights)
    return in_order(clashing, rulebook)


def check_draft(engine: Engine, draft: Read, rulebook: Rulebook) -> list[Conflict]:
    """Every conflict of an article with the sources of an archive; nothing is kept of it.

    An article of the same name or with the same words is the draft itself, and left aside.
    """
    own = Counter(place for claim in draft.claims for place in claim.places)
    values = {value[:3]: value for value in engine.values({block for block, _, _ in own})}
    for place, claims in own.items():
        ours = Value(*place, claims, 1, draft.source.day, draft.source.day)
        values[place] = total([ours, values[place]] if place in values else [ours])
    torn = _torn(values)
    suspected = [claim for claim in draft.claims if any(place in torn for place in claim.places)]
    if not suspected:
        return []
    blocks = {block for claim in suspected for block, _, _ in claim.places}
    plan = list(kept((value for value in values.values() if value.block in blocks), wanted=own))
    beside = {(value.block, value.lower, value.upper): value for value in plan}
    itself = {draft.source.source, draft.source.name}
    rows = [row for row in engine.compared(plan) if not itself & {row.source, row.name}]
    rows += (_as_compared(claim, beside[place]) for claim in draft.claims for place in claim.places if place in beside)
    asked = dict.fromkeys(map(suspect_of, suspected))
    return in_order(_clashing(asked, rows, (), rulebook, Weights(engine)), rulebook)


def _torn(values: Iterable[Place]) -> set[Place]:
    """Those of the values that another one of their block cannot go together with."""
    lowest: dict[int, float] = {}
    highest: dict[int, float] = {}
    values = list(values)
    for block, lower, upper in values:
        lowest[block] = min(upper, lowest.get(block, upper))
        highest[block] = max(lower, highest.get(block, lower))
    return {(block, lower, upper) for block, lower, upper in values if highest[block] > upper or lowest[block] < lower}


def _as_compared(claim: ClaimRow, beside: Kept) -> ComparedRow:
    """A claim of a draft, beside those of the archive that tell the same value."""
    of_claim = (getattr(claim, name) for name in ComparedRow._fields[ComparedRow._fields.index("claim") :])
    return ComparedRow(*beside[:4], *beside[5:], *of_claim)


def _counted(rows: Iterable[ComparedRow]) -> Iterator[ComparedRow]:
    """The rows, with how many sources take the side of each; where not all of its claims are there, it may be fewer."""
    sides: defaultdict[tuple[int, int], list[ComparedRow]] = defaultdict(list)
    for row in rows:
        sides[row.block, row.side].append(row)
    for of_side in sides.values():
        whole = len(of_side) == of_side[0].claims
        sources = len({row.source for row in of_side}) if whole else of_side[0].sources
        yield from (row.read._replace(sources=sources) for row in of_side)


def _of_the_same(siblings: Iterable[ComparedRow], asked: Iterable[Suspect]) -> list[ComparedRow]:
    """Of all claims of some articles, those that are about the same as one that is asked for: no others are compared with it."""
    siblings, numbers = list(siblings), {suspect.claim for suspect in asked}
    wanted = {(row.source, attribute_in(row.record)) for row in siblings if row.claim in numbers}
    return [row for row in siblings if (row.source, attribute_in(row.record)) in wanted]


def _clashing(
    asked: Iterable[Suspect],
    rows: Sequence[ComparedRow],
    siblings: Sequence[ComparedRow],
    rulebook: Rulebook,
    weights: Weights,
) -> list[Clashing]:
    """What the claims that are asked for clash with, among those of their blocks and of their own articles."""
    told = recalled([*rows, *siblings])
    weights.learn(told)
    at = {(id(one.claim.mention.document), one.claim.mention.start): one for one in told}
    by_number = {one.row.claim: one for one in told}
    by_source: defaultdict[int, list[int]] = defaultdict(list)
    for row in siblings:
        by_source[row.source].append(row.claim)
    in_block: defaultdict[int, dict[int, ComparedRow]] = defaultdict(dict)
    for row in _counted(rows):
        in_block[row.block][row.claim] = row
    questions, found = asked_of_topics(rulebook), []
    for suspect in asked:
        numbers = dict.fromkeys(
            [*(number for block in suspect.blocks for number in in_block[block]), *by_source[suspect.source]]
        )
        topic = topic_of(by_number[suspect.claim], [by_number[number] for number in numbers], weights)
        for rule, clash in clashes(topic, questions):
            places = ((id(span.document), span.start) for span in clash.spans)
            involved = tuple(at[place] for place in places if place in at)
            standing = tuple(
                in_block[block][one.row.claim]
                for block in suspect.blocks
                for one in involved
                if one.row.claim in in_block[block]
            )
            finding = _as_sure(finding_of(clash, rule), [one.claim for one in involved])
            found.append(Clashing(finding, involved, standing))
    return found


def _as_sure(finding: Finding, claims: Sequence[Claim]) -> Finding:
    """The finding, less sure and with a word on it if it takes two spellings for one name."""
    rest = resting_on(claims[0], claims[1:])
    if rest is None:
        return finding
    told = f"“{rest.one}” is taken for “{rest.other}”: {rest.merge.reason}"
    return replace(
        finding,
        confidence=int(finding.confidence * rest.merge.score),
        arithmetic="; ".join(filter(None, (finding.arithmetic, told))),
    )


# --- what is told of it -------------------------------------------------------------


def in_order(clashing: Sequence[Clashing], rulebook: Rulebook) -> list[Conflict]:
    """The conflicts that the clashes are part of, the loudest first and of these the newest."""
    groups = together([one.row.claim for one in clash.involved] for clash in clashing)
    group_of = {claim: at for at, group in enumerate(groups) for claim in group}
    parts: defaultdict[int, list[Clashing]] = defaultdict(list)
    for clash in clashing:
        parts[group_of[clash.involved[0].row.claim]].append(clash)
    return sorted(
        (_conflict(part, rulebook) for part in parts.values()),
        key=lambda conflict: (
            conflict.findings[0].severity.rank,
            -max(side.last_day or 0 for side in conflict.sides),
            conflict.findings[0].fingerprint,
        ),
    )


def _conflict(clashing: Sequence[Clashing], rulebook: Rulebook) -> Conflict:
    """What clashes of one thing come to."""
    articles = {id(one.article): one.article for clash in clashing for one in clash.involved}
    named = sorted(articles.values(), key=lambda article: article.document.name)
    findings = settled((clash.finding for clash in clashing), named, rulebook.rules)
    told = {one.row.claim: one for clash in clashing for one in clash.involved}
    blocks: defaultdict[int, dict[int, ComparedRow]] = defaultdict(dict)
    for clash in clashing:
        for row in clash.standing:
            blocks[row.block][row.claim] = row
    # The block in which most of them stand tells how many others say the same.
    block = min(blocks, key=lambda block: (-len(blocks[block]), block))
    sides: defaultdict[int, list[ComparedRow]] = defaultdict(list)
    for row in blocks[block].values():
        sides[row.side].append(row)
    return Conflict(
        tuple(sorted(findings, key=lambda finding: finding.severity.rank)),
        tuple(sorted((_side(rows, told) for rows in sides.values()), key=_outlier)),
        tuple(named),
    )


def _side(rows: Sequence[ComparedRow], told: Mapping[int, Recalled]) -> Side:
    newest = sorted(rows, key=lambda row: (-(row.day or 0), row.name, row.claim))
    row = newest[0]
    return Side(row.claims, row.sources, row.first_day, row.last_day, tuple(told[row.claim] for row in newest))


def _outlier(side: Side) -> tuple[object, ...]:
    """What fewest sources say goes first, and of these the newest."""
    return side.sources, -(side.last_day or 0), side.told[0].row.name, side.told[0].row.claim
