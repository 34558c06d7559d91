"""Two claims about the same thing that no one value fits."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.align.names import BEFORE_NAMES
from factcheck.attach.words import stem, words_of
from factcheck.extract.lexicon.nouns import KIN
from factcheck.judge.agreement import agree, do_agree
from factcheck.judge.checks import check
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import amount_in_words, day_in_words
from factcheck.model import Claim, Kind, Peer, Quantity, Topic
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: So many days apart are told in years.
_A_YEAR = 365.25
#: How far a pronoun looks back, in letters.
LOOKS_BACK = 300
#: Peers less alike than this share of the words, or with fewer telling words in common, are about something else.
ALIKE, SHARED = 0.7, 2
#: So are counts one of which is more than so many times the other.
SCALE = 12
#: So are peers brought in by more guesses.
GUESSES = 1
#: Whose life is told by the way, in a clause: "her sister, who died in 1990".
_KIN = frozenset(map(stem, (*KIN, "partner", "friend")))


@check("disagree", of=Topic)
def disagree(  # noqa: PLR0913 - a rule sets each by its name
    topic: Topic,
    *,
    within: str = "document",
    of: str = "amounts",
    alike: float = ALIKE,
    shared: int = SHARED,
    guesses: int = GUESSES,
) -> Iterator[Verdict]:
    """A claim and the likest peer that it cannot agree with, unless some like peer agrees.

    `within` is "document" (its own article) or "facts"; `of` is "amounts" or "dates"; peers less `alike`, with fewer `shared` telling
    words, or brought in by more `guesses` are about something else.
    """
    claim = topic.claim
    if claim.base or (claim.mention.kind is Kind.DATE) is not (of == "dates"):
        return
    likest: Clash | None = None
    for peer in topic.peers:
        if _is_within(claim, peer.claim, within) and _comparable(
            claim, peer, within, alike=alike, shared=shared, guesses=guesses
        ):
            verdict = verdict_on(claim, peer)
            if isinstance(verdict, Accord):
                yield verdict
                return
            likest = likest or verdict
    if likest:
        yield likest


def _comparable(  # noqa: PLR0913 - what a rule sets by name is passed on by name
    claim: Claim, peer: Peer, within: str, *, alike: float = ALIKE, shared: int = SHARED, guesses: int = GUESSES
) -> bool:
    """Whether both are asserted, and alike enough to be about one thing."""
    return (
        not _left_alone(claim, within)
        and not _left_alone(peer.claim, within)
        and len(peer.guesses) <= guesses
        and _alike(claim, peer, within, alike, shared)
    )


def _is_within(claim: Claim, other: Claim, within: str) -> bool:
    same = claim.mention.document is other.mention.document
    if same and claim.sentence is other.sentence and not _looks_back(claim, other):
        return False
    facts = claim.is_fact or other.is_fact
    if within == "facts":
        return facts and not same
    return not facts and same


def _looks_back(claim: Claim, other: Claim) -> bool:
    """Whether one of two dates is that of "its opening", and so of what the sentence told before."""
    return claim.attribute.startswith("event:") and bool(claim.subject) is not bool(other.subject)


def _left_alone(claim: Claim, within: str) -> bool:
    """Whether a claim is not to be held against another: nobody asserts it, or only one group of many is meant."""
    return claim.withheld is not None or (within == "document" and bool(claim.scope & {"contrasted", "part"}))


def _alike(claim: Claim, peer: Peer, within: str, alike: float, shared: int) -> bool:
    """Whether two sentences are about one thing: by a subject of their own, or by their words."""
    other = peer.claim
    if claim.has_own_subject and (shared_subject := claim.subject & other.subject):
        return (
            within == "document" or not claim.attribute.startswith("event:") or _is_named(claim, other, shared_subject)
        )
    if claim.attribute.startswith("event:"):
        # "The bridge opened in 1998 … since it opened": "it" looks back a few sentences. "Named after her sister, who
        # died in 1990 … She died on Monday" goes on of whose sister she was.
        first, last = sorted((claim, other), key=lambda one: one.mention.start)
        is_back = not last.subject and last.mention.start - first.mention.start < LOOKS_BACK
        return within == "document" and is_back and _KIN.isdisjoint(first.subject)
    if claim.is_fact or other.is_fact:
        fact, told = (claim, other) if claim.is_fact else (other, claim)
        return not claim.attribute.startswith("event:") and bool(fact.subject) and fact.subject <= told.context
    if _of_others(claim, other):
        return False
    if {"whole", "size"} <= claim.scope | other.scope:
        return True
    return (
        peer.likeness >= alike
        and len(claim.context & other.context) >= shared
        and not _of_another_scale(claim, other)
        and not _are_rows(claim.sentence.text, other.sentence.text)
    )


#: Figures, and how many make a sentence one of a row of like ones: what each of several people was fined.
_FIGURE = regex(r"(?<![\d.,])\d+(?:[.,]\d+)*")
ROW = 3


def _are_rows(one: str, other: str) -> bool:
    """Whether two sentences give several figures each, none of them alike: who tells a thing again repeats the rest."""
    figures = set(_FIGURE.findall(one)), set(_FIGURE.findall(other))
    return min(map(len, figures)) >= ROW and figures[0].isdisjoint(figures[1])


def _is_named(claim: Claim, other: Claim, subject: frozenset[str]) -> bool:
    """Whether an article calls by its name what a fact is about: "the queen" may be any."""
    told = other if claim.is_fact else claim
    words = words_of(told.sentence)
    # What the sentence does not print was taken up from where the article names it: "the Kestrel mill", "the mill".
    return bool(subject - {word.stem for word in words}) or any(
        word.capital and word.stem in subject and word.lower not in BEFORE_NAMES for word in words
    )


#: What may be told of a whole and of a part of it.
_PARTED = frozenset({Kind.COUNT, Kind.MONEY})


def _of_another_scale(claim: Claim, other: Claim) -> bool:
    """Whether one of two counts or sums is so many times the other that the one must be of a part: of a state, or of a day."""
    one, two = claim.mention.quantity, other.mention.quantity
    if claim.mention.kind not in _PARTED or not (one and two):
        return False
    low, high = sorted((one.value, two.value))
    return high > low * SCALE


def _of_others(claim: Claim, other: Claim) -> bool:
    """Whether the names say that two sentences speak of different people or places."""
    if bool(claim.names) is not bool(other.names):
        return True
    return not (claim.names <= other.names or other.names <= claim.names)


def verdict_on(claim: Claim, peer: Peer) -> Verdict:
    """What comes of comparing two claims."""
    one, other = claim.mention, peer.claim.mention
    spans = (one.span, other.span)
    if one.quantity and other.quantity:
        agreement = agree(one.quantity, other.quantity)
        if agreement.agrees:
            return Accord(spans, agreement.reason)
        arithmetic = agreement.reason
    else:
        if _days_meet(claim, peer.claim):
            return Accord(spans, f"{one.text} fits {other.text}")
        arithmetic = "; ".join(filter(None, (*map(_day, (claim, peer.claim)), _apart(claim, peer.claim))))
    reference = claim.reference or peer.claim.reference
    return Clash(
        spans, {"attribute": claim.label}, arithmetic=arithmetic, guesses=len(peer.guesses), reference=reference
    )


def may_agree(claim: Claim, other: Claim) -> bool:
    """Whether two claims agree, as `verdict_on` says, without a word on why."""
    one, two = claim.mention.quantity, other.mention.quantity
    return do_agree(one, two) if one and two else _days_meet(claim, other)


def _days_meet(claim: Claim, other: Claim) -> bool:
    """Whether some day fits both dates."""
    a, b = claim.mention.time, other.mention.time
    if not (a and b and a.start and a.end and b.start and b.end):
        return True
    return a.start < b.end and b.start < a.end


def _apart(claim: Claim, other: Claim) -> str:
    """How far two dates lie apart: in days, or in years where they are a year or more."""
    first, last = sorted(
        one.mention.time.start for one in (claim, other) if one.mention.time and one.mention.time.start
    )
    days = (last - first).days
    apart = (round(days / _A_YEAR), "year") if days > _A_YEAR - 1 else (days, "day")
    return f"{amount_in_words(Decimal(apart[0]), apart[1])} apart"


def _day(claim: Claim) -> str:
    """A date as the day that it is, where the words do not say it themselves."""
    time, said = claim.mention.time, claim.mention.text
    if time is None or not (time.start and time.end) or (time.printed and time.printed.year is not None):
        return ""
    first, last = time.start, time.end - timedelta(days=1)
    return f"{said} = {day_in_words(first)}" + f" to {day_in_words(last)}" * (first != last)


@check("change-or-level", of=Topic)
def change_or_level(topic: Topic) -> Iterator[Verdict]:
    """A change whose "to" may be meant as "by", and a level from another source that fits only one of the two."""
    change, base = topic.claim, topic.claim.base
    if base is None or not base.mention.quantity or not change.mention.quantity:
        return
    level, share = base.mention.quantity, change.mention.quantity.value / 100
    to, by = level.value * share, level.value * (1 - share)
    for peer in topic.peers:
        known = peer.claim.mention.quantity
        if known is None or known.printed == level.printed or peer.claim.mention.document is change.mention.document:
            continue
        fits = [word for word, left in (("to", to), ("by", by)) if known.meets(Quantity(left, left))]
        if len(fits) != 1:
            continue
        other = "by" if fits == ["to"] else "to"
        yield Clash(
            (change.mention.span, base.mention.span, peer.claim.mention.span),
            {"fits": fits[0], "other": other, "percent": change.mention.text, "level": base.mention.text},
            arithmetic=f"“to {change.mention.text}” of {base.mention.text} leaves {to:,.0f}; “by {change.mention.text}” leaves {by:,.0f}",
        )
