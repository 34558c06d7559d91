"""An archive is checked: all of it, or one draft against it.

The engine finds the blocks in which values cannot go together, and brings their
claims. What is compared with what, and what comes of it, is the same for all engines.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.archive.comparing import Meetings, clashes, questions, suspect_of, together, topic_of
from factcheck.archive.conflicts import Clashing, in_order, parts, whole_and_torn
from factcheck.archive.engine import Weights
from factcheck.archive.recalling import ComparedRow, recalled
from factcheck.archive.records import attribute_in
from factcheck.archive.subjects import resting_on
from factcheck.archive.values import Value, kept, total
from factcheck.archive.wholes import differing, joined, of_wholes
from factcheck.judge.agreement import tolerating
from factcheck.judge.findings import finding_of
from factcheck.nouns import NamedTuple, dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factcheck.archive.comparing import Questions, Suspect
    from factcheck.archive.conflicts import Conflict, Part
    from factcheck.archive.engine import Engine
    from factcheck.archive.rows import ClaimRow, Place, Read
    from factcheck.archive.sharing import Shared
    from factcheck.archive.store import Store
    from factcheck.archive.values import Kept
    from factcheck.judge.rules import Rulebook
    from factcheck.model import Claim, Finding

#: For so many suspects at once the claims are brought that they are compared with: as many as memory holds with ease.
AT_ONCE = 2000
#: So many of them are compared in one go.
FEW = 250


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


class Some(NamedTuple):
    """Some suspects, the claims that they are compared with, and how telling the words of all are."""

    suspects: Sequence[Suspect]
    #: The claims of their blocks, and those of their own articles.
    rows: Sequence[ComparedRow]
    siblings: Sequence[ComparedRow]
    weights: Mapping[str, float]


def check_archive(
    engine: Engine, rulebook: Rulebook, each: Shared = map, *, claims_only: bool = False
) -> list[Conflict]:
    """Every conflict between the sources of an archive; `each` does the comparing, in other processes if it likes.

    With `claims_only` the rules about whole articles are not asked.
    """
    asking = questions(rulebook)
    weights = Weights(engine)
    ordered = _beside_each_other(set(engine.suspects(asking, each)))
    plan: defaultdict[int, list[Kept]] = defaultdict(list)
    for value in kept(engine.values({block for suspect in ordered for block in suspect.blocks})):
        plan[value.block].append(value)

    def with_others(suspects: Sequence[Suspect]) -> Iterator[Some]:
        for first in range(0, len(suspects), AT_ONCE):
            yield from _few(suspects[first : first + AT_ONCE], engine, plan, weights)

    with engine.near(chain.from_iterable(plan.values()), {suspect.source for suspect in ordered}):
        whole, torn = whole_and_torn(chain.from_iterable(each(partial(_parts, questions=asking), with_others(ordered))))
        # What fell apart, since its suspects were looked at in several goes, is looked at once more in one.
        again = [suspect for suspect in ordered if suspect.claim in torn]
        clashing = [clash for some in with_others(again) for clash in _clashing(some, asking)]
    of_claims = [*whole, *(part.conflict for part in parts(clashing, asking.rules))]
    about_wholes = None if claims_only else of_wholes(rulebook)
    if about_wholes is None:
        return in_order(of_claims)
    return in_order(joined(of_claims, engine.differing(about_wholes, each), about_wholes.rules))


def _beside_each_other(suspects: Iterable[Suspect]) -> list[Suspect]:
    """The suspects, those beside each other that meet, directly or through others."""
    suspects = sorted(suspects, key=lambda suspect: suspect.key)
    first = {block: min(blocks) for blocks in together(suspect.blocks for suspect in suspects) for block in blocks}
    return sorted(suspects, key=lambda suspect: first[suspect.blocks[0]])


def _few(
    suspects: Sequence[Suspect], engine: Engine, plan: Mapping[int, Sequence[Kept]], weights: Weights
) -> Iterator[Some]:
    """The suspects, a few at a time, with what they are compared with."""
    of_block: defaultdict[int, list[ComparedRow]] = defaultdict(list)
    of_source: defaultdict[int, list[ComparedRow]] = defaultdict(list)
    blocks = sorted({block for suspect in suspects for block in suspect.blocks})
    for row in engine.compared(chain.from_iterable(plan[block] for block in blocks)):
        of_block[row.block].append(row)
    for row in engine.siblings({suspect.source for suspect in suspects}):
        of_source[row.source].append(row)
    for first in range(0, len(suspects), FEW):
        few = suspects[first : first + FEW]
        met = {block for suspect in few for block in suspect.blocks}
        rows = [row for block in sorted(met) for row in of_block[block]]
        own = [row for source in sorted({suspect.source for suspect in few}) for row in of_source[source]]
        siblings = _of_the_same(own, few)
        yield Some(few, rows, siblings, weights.of(chain(rows, siblings)))


def _parts(some: Some, questions: Questions) -> list[Part]:
    return parts(_clashing(some, questions), questions.rules)


def check_draft(store: Store, draft: Read, rulebook: Rulebook) -> list[Conflict]:
    """Every conflict of an article with the sources of an archive; nothing is kept of it.

    An article of the same name or with the same words is the draft itself, and left aside.
    """
    of_claims = claims_of_draft(store, draft, rulebook)
    about_wholes = of_wholes(rulebook)
    if about_wholes is None or draft.text is None:
        return in_order(of_claims)
    itself = {draft.source.source, draft.source.name}
    others = [row for row in store.beside(draft.text) if not itself & {row.source, row.name}]
    found = differing([draft.text, *others], about_wholes) if others else []
    name = draft.source.name
    of_draft = (one for one in found if any(article.document.name == name for article in one.articles))
    return in_order(joined(of_claims, of_draft, about_wholes.rules))


def claims_of_draft(engine: Engine, draft: Read, rulebook: Rulebook) -> list[Conflict]:
    """Every conflict of the claims of an article with those of an archive."""
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
    asked = list(dict.fromkeys(map(suspect_of, suspected)))
    found = _parts(Some(asked, rows, (), Weights(engine).of(rows)), questions(rulebook))
    return [part.conflict for part in found]


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
        yield from (row._replace(sources=sources, passage="", record="") for row in of_side)


def _of_the_same(siblings: Iterable[ComparedRow], asked: Iterable[Suspect]) -> list[ComparedRow]:
    """Of all claims of some articles, those that are about the same as one that is asked for: no others are compared with it."""
    siblings, numbers = list(siblings), {suspect.claim for suspect in asked}
    wanted = {(row.source, attribute_in(row.record)) for row in siblings if row.claim in numbers}
    return [row for row in siblings if (row.source, attribute_in(row.record)) in wanted]


def _clashing(some: Some, questions: Questions) -> list[Clashing]:
    """What the suspects clash with, among the claims of their blocks and of their own articles."""
    told = recalled([*some.rows, *some.siblings])
    at = {(id(one.claim.mention.document), one.claim.mention.start): one for one in told}
    by_number = {one.row.claim: one for one in told}
    by_source: defaultdict[int, list[int]] = defaultdict(list)
    for row in some.siblings:
        by_source[row.source].append(row.claim)
    in_block: defaultdict[int, dict[int, ComparedRow]] = defaultdict(dict)
    for row in _counted(some.rows):
        in_block[row.block][row.claim] = row
    found = []
    meetings = Meetings(some.weights)
    with tolerating(questions.tolerance):
        for suspect in some.suspects:
            numbers = dict.fromkeys(
                [*(number for block in suspect.blocks for number in in_block[block]), *by_source[suspect.source]]
            )
            topic = topic_of(by_number[suspect.claim], [by_number[number] for number in numbers], meetings)
            for rule, clash in clashes(topic, questions.asked):
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
