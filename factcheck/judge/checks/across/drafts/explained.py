"""What may explain that a draft's figure differs from a source's, and how loudly it may be told then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.align.merging import may_be_one_name
from factcheck.align.wholes import of_some_of_them
from factcheck.attach.voices import FORECAST, QUOTED, are_two, speaker
from factcheck.judge.checks.across.figures.one_time import LASTING, at_most_by_a_day
from factcheck.judge.checks.across.figures.restated import date_parts
from factcheck.judge.checks.across.figures.updates import FALLEN, UPDATE, grown
from factcheck.model import Kind, Mention, Severity

if TYPE_CHECKING:
    from factcheck.judge.checks.across.figures.holding import Held


def at_most(held: Held, *, is_last_count: bool = False) -> Severity | None:
    """How loudly it may be said that a figure differs: what explains it makes it a note, or a warning.

    That the later of two articles counts more explains nothing where the earlier is known to have the last count.
    """
    ours, theirs = held.ours.claim, held.theirs.claim
    change = grown(ours, theirs)
    explained = of_some_of_them(ours, theirs) or _have_two_speakers(held) or _is_quoted_of_another(held)
    if (change == UPDATE and not is_last_count) or explained or _are_long_apart(held):
        return Severity.NOTE
    # What was expected need not have come about.
    if change == FALLEN or (FORECAST in {ours.withheld, theirs.withheld} and ours.withheld != theirs.withheld):
        return Severity.WARNING
    return at_most_by_a_day(held.ours.mention, held.theirs.mention)


def _are_long_apart(held: Held) -> bool:
    """Whether the articles were published so long after each other that they tell of two times, but for a date that tells its year."""
    days = [one.mention.document.published for one in (held.ours, held.theirs)]
    if days[0] is None or days[1] is None or held.theirs.claim.is_fact:
        return False
    if is_full_date(held.ours.mention) and not is_counted(held.ours.mention):
        return False
    return abs((days[0] - days[1]).days) > LASTING


def _is_quoted_of_another(held: Held) -> bool:
    """Whether a draft has one say it in quotation marks of whom the source does not speak."""
    ours, theirs = held.ours.claim, held.theirs.claim
    who = speaker(ours.sentence, ours.mention.start) if ours.withheld == QUOTED else None
    return who is not None and who.rpartition(" ")[2] not in theirs.mention.document.text.lower()


def _have_two_speakers(held: Held) -> bool:
    """Whether the draft has one say it of whom the source does not speak, where that has another say it.

    "Police said 500", "organisers said 5,000".
    """
    one, two = (speaker(each.claim.sentence, each.mention.start) for each in (held.ours, held.theirs))
    if not (one and two) or not are_two(one, two) or may_be_one_name(one, two):
        return False
    return one.rpartition(" ")[2] not in held.theirs.claim.sentence.text.lower()


def is_full_date(mention: Mention) -> bool:
    """Whether a date tells its year, so that another date of its sentence is another day."""
    return mention.kind is Kind.DATE and mention.time is not None and "year" in date_parts(mention.time)


def is_one_of_many(mention: Mention) -> bool:
    """Whether a figure is none of what another of its sentence tells: another number of people, another day."""
    return mention.kind is Kind.COUNT or is_full_date(mention)


def is_counted(mention: Mention) -> bool:
    """Whether a date is told from the day of writing: "on Tuesday"."""
    return mention.kind is Kind.DATE and mention.time is not None and mention.time.anchored
