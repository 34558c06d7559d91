"""Two figures of two articles, neither of which is the other's source: what comes of them, of what they are told, and how loudly.

Nobody is held to anybody: either may be the rounded one, and an article that prints the other's figure too does not differ from it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.align.blocks import keys
from factcheck.align.meeting import meet
from factcheck.align.senses import same_attribute
from factcheck.attach.voices import FORECAST, QUOTED, are_two, speaker
from factcheck.judge.agreement import is_tolerated
from factcheck.judge.checks.across.figures.derived import added_up, changed
from factcheck.judge.checks.across.figures.one_time import LEVELS, at_most_by_a_day, of_one_day
from factcheck.judge.checks.across.figures.restated import is_share_in_words, restated
from factcheck.judge.checks.across.figures.updates import UPDATE, grown
from factcheck.judge.checks.across.side_by_side.sources import compared
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Claim, Kind, Severity
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.align.drafts import Figure
    from factcheck.judge.checks.across.figures.holding import Printed

#: Claims this much alike differ by what they are about, whatever their words weigh.
SURELY = 0.6
#: Behind a number: "the six shops that will close".
_AHEAD = regex(r"\b(?:will|shall|going to|to be|(?:is|are) to)\b")
#: A model of something: "AK-47".
_MAKE = regex(r"\b[A-Z][A-Z-]*\d")


def compared_both_ways(one: Figure, other: Figure) -> Verdict | None:
    """What comes of two figures, each of which may be the rounded one."""
    verdict = restated(one.mention, other.mention)
    if isinstance(verdict, Clash) and is_tolerated(one.mention.quantity, other.mention.quantity):
        return Accord(verdict.spans, "what differs is tolerated")
    if isinstance(verdict, Clash) and isinstance(back := restated(other.mention, one.mention), Accord):
        return back
    return verdict


def as_loud(clash: Clash, one: Claim, other: Claim) -> Clash:
    """The clash, as loud as what may explain it leaves it: two speakers, a later count, a night between two days."""
    if voices := _speakers(one, other):
        return replace(clash, at_most=Severity.NOTE, arithmetic=" and ".join(voices))
    if grown(one, other) == UPDATE:
        return replace(clash, at_most=Severity.NOTE)
    return replace(clash, at_most=at_most_by_a_day(one.mention, other.mention))


def _speakers(claim: Claim, other: Claim) -> tuple[str, str] | None:
    """The two who say so, or None where one of them is not told or both are the same."""
    one, two = (speaker(each.sentence, each.mention.start) for each in (claim, other))
    return (one, two) if one and two and are_two(one, two) else None


def tells_make(figure: Figure) -> bool:
    """Whether a count is of things of one make, beside which there may be others: "seven AK-47 rifles", "three rifles"."""
    return figure.mention.kind is Kind.COUNT and _MAKE.search(figure.mention.text) is not None


def are_told_on_one_day(one: Figure, other: Figure) -> bool:
    """Whether two figures are told of one day, and nobody but the authors of both articles says so."""
    return _are_told(one.claim, other.claim) and of_one_day(one.mention, other.mention)


def _are_told(claim: Claim, other: Claim) -> bool:
    """Whether both are asserted, or both announced; a level that lies ahead is everybody's own guess."""
    if FORECAST in {claim.withheld, other.withheld} and _is_announced(claim) and _is_announced(other):
        return claim.mention.kind not in LEVELS or _speakers(claim, other) is not None
    return all(one.withheld in {None, QUOTED} for one in (claim, other))


def _is_announced(claim: Claim) -> bool:
    """Whether a sentence tells before or behind a number that all of it lies ahead."""
    ahead = claim.withheld is None and _AHEAD.search(claim.sentence.text)
    return claim.withheld == FORECAST or bool(ahead)


def tell_one_thing(one: Figure, other: Figure, printed: Printed) -> bool:
    """Whether two figures are of one thing that no other rule sees, follow from nothing, and neither article has both."""
    return not (
        _differ_as_claims(one.claim, other.claim)
        or _are_entries(one, other, printed)
        or _leads_to(one, other, printed)
        or _leads_to(other, one, printed)
        or _are_whole_and_part(one, other, printed)
        or _are_whole_and_part(other, one, printed)
        or _has(other, one, printed)
        or _has(one, other, printed)
    )


def _differ_as_claims(claim: Claim, other: Claim) -> bool:
    """Whether two claims differ whose words tell what they are about, so that it need not be guessed."""
    if not claim.attribute or same_attribute(claim.attribute) != same_attribute(other.attribute):
        return False
    if is_share_in_words(claim.mention) or is_share_in_words(other.mention):
        return False  # elsewhere a share in words is a number, and meets none in percent
    met = {key.timeless for key in keys(claim)} & {key.timeless for key in keys(other)}
    if not met or (not claim.has_own_subject and meet(claim, other, {}).score < SURELY):
        return False
    verdict = compared(claim, other)
    return isinstance(verdict, Clash) and not verdict.guesses


def _are_entries(one: Figure, other: Figure, printed: Printed) -> bool:
    """Whether two dates are those of levels of which none agrees: sales of 2023, and sales of 2024."""
    if one.mention.kind is not Kind.DATE:
        return False
    ours, theirs = ([each for each in printed.beside(date) if each.mention.kind in LEVELS] for date in (one, other))
    return bool(ours and theirs) and not any(isinstance(compared_both_ways(a, b), Accord) for a in ours for b in theirs)


def _leads_to(base: Figure, level: Figure, printed: Printed) -> bool:
    """Whether a level follows from a base and a change that is told next to it."""
    return bool(changed(level.mention, [one.mention for one in printed.around(base)]))


def _are_whole_and_part(whole: Figure, part: Figure, printed: Printed) -> bool:
    """Whether a figure is the sum of the other and of those beside it: "61 houses", "43 houses here and 18 there"."""
    return bool(added_up(whole.mention, [one.mention for one in printed.beside(part)]))


def _has(figure: Figure, other: Figure, printed: Printed) -> bool:
    """Whether the article of a figure has the other's amount elsewhere."""
    return any(
        same.mention.document is figure.mention.document and isinstance(restated(other.mention, same.mention), Accord)
        for same in printed.printing(other)
    )
