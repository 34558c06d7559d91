"""Articles that tell of one thing, and no one value fits what they say."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.align.blocks import OF_EVENTS
from factcheck.align.meeting import Meeting, meet
from factcheck.align.names import code, usual_stem
from factcheck.align.settings import setting_of
from factcheck.align.topics import meetings
from factcheck.align.wholes import of_some_of_them
from factcheck.attach.voices import QUOTED, are_two, speaker
from factcheck.judge.checks import check
from factcheck.judge.checks.across.figures.one_time import at_most_by_a_day
from factcheck.judge.checks.across.figures.two_things import of_two_states
from factcheck.judge.checks.topics import may_agree, verdict_on
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import day_in_words, plural
from factcheck.model import Claim, Kind, Peer, Severity, Topic
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from factcheck.model import Article

#: Claims less alike than this are about two things, and this much more must be alike for each guess and for a share.
ALIKE, FOR_A_GUESS = 0.4, 0.2
#: Tolls, whose score begins with the event, must be so much alike.
ALIKE_TOLLS = 0.6
#: So are sentences with fewer telling words in common, unless they have no more.
SHARED = 2
#: Claims brought in by more guesses are not compared.
GUESSES = 1

#: A number as it is printed.
_FIGURE = regex(r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\d%])")


class Pairing(NamedTuple):
    """Two claims of different articles that met, how alike they are, and what came of it."""

    claim: Claim
    other: Claim
    meeting: Meeting
    #: None where they are about different things.
    verdict: Verdict | None
    #: Why they were not compared, if they were not.
    reason: str


def pairings(articles: Sequence[Article]) -> list[Pairing]:
    """Every two claims of different articles that met in a block, the most alike first."""
    found = [
        Pairing(claim, other, meeting, *_outcome(claim, other, meeting)) for claim, other, meeting in meetings(articles)
    ]
    return sorted(found, key=lambda pair: (-pair.meeting.score, _place(pair.claim), _place(pair.other)))


def compared(claim: Claim, other: Claim, weights: Mapping[str, float] | None = None) -> Verdict | None:
    """What comes of comparing two claims of different articles, or None where they are about different things.

    Nothing but the two claims is looked at, and how telling each word is (a word
    that `weights` lacks weighs 1).
    """
    return _outcome(claim, other, meet(claim, other, weights or {}))[0]


def _outcome(claim: Claim, other: Claim, meeting: Meeting) -> tuple[Verdict | None, str]:
    """The verdict on two claims that met, or why there is none."""
    peer = Peer(other, meeting.score, meeting.guesses)
    if claim.base or other.base:
        return None, "a change and not a level"
    if reason := meeting.stopped or _apart(claim, peer, ALIKE, SHARED):
        return None, reason
    verdict = verdict_on(claim, peer)
    return (verdict if isinstance(verdict, Accord) else _clash(verdict, claim, peer)), ""


def _place(claim: Claim) -> tuple[str, int]:
    return claim.mention.document.name, claim.mention.start


@check("sources-differ", of=Topic)
def sources_differ(
    topic: Topic, *, of: str = "amounts", alike: float = ALIKE, shared: int = SHARED
) -> Iterator[Verdict]:
    """A claim, and of every other article that it cannot agree with the likest claim.

    `of` is "amounts" or "dates"; claims less `alike` or with fewer `shared` words are about two
    things. An article that also gives the claim's own value does not differ. The causes told
    apart are "authorities" (two speakers), "update" (a later article counts more) and "fallen" (less).
    """
    claim = topic.claim
    if claim.base or claim.is_fact or (claim.mention.kind is Kind.DATE) is not (of == "dates"):
        return
    document = claim.mention.document
    own = [claim]
    others: list[Peer] = []
    for peer in topic.peers:
        if not peer.claim.is_fact:
            if peer.claim.mention.document is document:
                own.append(peer.claim)
            else:
                others.append(peer)
    agreeing = {id(peer) for peer in others if may_agree(claim, peer.claim)}
    settled = {id(peer.claim.mention.document) for peer in others if id(peer) in agreeing}
    agreed = False
    for peer in others:
        # That somebody agrees is said once.
        if (agreed and id(peer) in agreeing) or _apart(claim, peer, alike, shared):
            continue
        verdict = verdict_on(claim, peer)
        if isinstance(verdict, Accord):
            if not agreed:
                yield verdict
            agreed = True
        elif not (
            id(peer.claim.mention.document) in settled
            # A sentence that was copied says the same, whatever year its "12 April" is taken to be of.
            or peer.claim.sentence.text == claim.sentence.text
            or any(may_agree(peer.claim, mine) for mine in own)
            or _puts_right(claim, peer.claim)
            or _puts_right(peer.claim, claim)
            or _is_one_of_sum(claim, peer.claim)
            or _is_one_of_sum(peer.claim, claim)
        ):
            settled.add(id(peer.claim.mention.document))
            yield _clash(verdict, claim, peer)


def _is_one_of_sum(part: Claim, whole: Claim) -> bool:
    """Whether a number and others of its sentence come to the other: "43 houses here and 18 there", "61 houses"."""
    a, b = part.mention.single, whole.mention.single
    if a is None or b is None or a.printed[0] >= b.printed[0]:
        return False
    start, end = (at - part.sentence.start for at in (part.mention.start, part.mention.end))
    text = part.sentence.text
    others = [Decimal(found.replace(",", "")) for found in _FIGURE.findall(text[:start] + "; " + text[end:])]
    rest = b.printed[0] - a.printed[0]
    return rest in others or (len(others) > 1 and rest == sum(others))


def _apart(claim: Claim, peer: Peer, alike: float, shared: int) -> str:
    """Why two claims are not to be compared: nobody asserts one of them, or they are not alike enough; or ""."""
    for one in (claim, peer.claim):
        if one.withheld not in {None, QUOTED}:
            return f"{one.withheld}: “{one.mention.text}”"
    if len(peer.guesses) > GUESSES:
        return "guessed: " + ", ".join(peer.guesses)
    if of_two_states(claim.sentence.text.lower(), peer.claim.sentence.text.lower()):
        return "told of two states"
    return "" if _about_one_thing(claim, peer, alike, shared) else "too little in common"


def _about_one_thing(claim: Claim, peer: Peer, alike: float, shared: int) -> bool:
    """Whether two sentences are about one thing: by a subject of their own, or by their names and words."""
    other = peer.claim
    if claim.has_own_subject and _folded(claim) & _folded(other):
        return True
    if claim.attribute.startswith("event:"):
        return False
    if claim.attribute in OF_EVENTS and peer.likeness >= ALIKE_TOLLS and setting_of(claim).about:
        return True
    one, two = ({code(name) for name in setting_of(side).names} for side in (claim, other))
    common = len(claim.context & other.context)
    # Two articles may tell one thing in a few words each.
    needed = max(1, min(shared, len(claim.context), len(other.context)))
    nested = one <= two or two <= one
    # "32% of voters" may answer any question.
    doubts = len(peer.guesses) + (claim.mention.kind is Kind.PERCENTAGE)
    return nested and peer.likeness >= alike + FOR_A_GUESS * doubts and common >= needed


def _folded(claim: Claim) -> set[str]:
    return {usual_stem(word) for word in claim.subject}


# --- what is told of a clash --------------------------------------------------------


def _clash(verdict: Clash, claim: Claim, peer: Peer) -> Clash:
    """The clash, and what may explain it."""
    cause, told = _explained(claim, peer.claim)
    quoted = any(one.withheld == QUOTED for one in (claim, peer.claim))
    noted = quoted or of_some_of_them(claim, peer.claim)
    return replace(
        verdict,
        words={"attribute": _attribute(claim)},
        arithmetic="; ".join(filter(None, (verdict.arithmetic, told))),
        at_most=Severity.NOTE if noted else at_most_by_a_day(claim.mention, peer.claim.mention),
        cause=cause,
    )


def _attribute(claim: Claim) -> str:
    """What claims differ on, as a reader would say it: of a count what is counted, in the plural."""
    unit = claim.mention.unit if claim.mention.kind is Kind.COUNT else ""
    return plural(claim.label) if unit and unit.rpartition(" ")[2] == claim.label else claim.label


def _puts_right(claim: Claim, other: Claim) -> bool:
    """Whether the article of one claim says that it puts the other right."""
    from factcheck.judge.checks.across.figures.updates import puts_right  # noqa: PLC0415 - few articles differ

    return puts_right(claim, other)


def _explained(one: Claim, other: Claim) -> tuple[str, str]:
    """The cause by which a rule of its own may speak of it, and the order in which the articles were published."""
    first, second = sorted((one, other), key=lambda claim: str(claim.mention.document.published))
    a, b = (claim.mention.document.published for claim in (first, second))
    order = ""
    if a and b and a != b:
        order = f"“{first.mention.text}” is of {day_in_words(a)}, “{second.mention.text}” of {day_in_words(b)}"
    who = speaker(one.sentence, one.mention.start)
    whom = speaker(other.sentence, other.mention.start) if who else None
    if who and whom and are_two(who, whom):
        return "authorities", "; ".join(filter(None, (f"{who} and {whom}", order)))
    from factcheck.judge.checks.across.figures.updates import grown  # noqa: PLC0415 - few articles differ

    return grown(one, other), order
