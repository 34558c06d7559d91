"""Numbers of all of something and of some of it, where a word narrows the one and not the other: gates of `meeting`."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.align.blocks import OF_EVENTS
from factcheck.align.merging import may_be_one_name
from factcheck.align.settings import setting_of
from factcheck.align.wholes import exceeds_whole
from factcheck.attach.scope import ABOARD
from factcheck.attach.words import EMPTY, stem, words_of
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.attach.words import Word
    from factcheck.model import Claim, Sentence

#: Before a noun, these tell of some of what the noun tells of without them.
NARROWING = frozenset(
    "primary secondary elementary public private independent state-run national regional local domestic foreign international overseas rural urban"
    " male female young old adult youth juvenile infant child maternal elderly core underlying net gross operating basic long-term short-term permanent"
    " temporary full-time part-time seasonal commercial residential industrial military civilian medical electric diesel hybrid second-hand used online"
    " wholesale retail organic premium adjusted like-for-like recurring free paid main minor senior junior".split()
)
#: Before what a sentence measures, these leave it what it is.
LEAVING = frozenset(
    "total overall entire combined whole annual yearly monthly weekly daily current present estimated final official latest record full-year quarterly"
    " average median mean typical usual recent new exact precise actual reported confirmed".split()
)
#: Of these, which have numbers, one is no other: "the first leg", "the second round".
_ORDERED = regex(
    r"\b(first|second|third|fourth|fifth|1st|2nd|3rd|4th|5th|final|opening|last|next)[ -](leg|round|game|match|set|bout|fight|race|heat|half|quarter|phase|stage|reading|trial|term|test|wave|day|night|session|instalment|tranche|vote|semi-?final)\b"
)
_NUMBERED = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "opening": "first"}
#: Elections, of which one is no other.
_ELECTION = regex(
    r"\b(mayoral|european|presidential|parliamentary|local|regional|general|municipal|federal|congressional|gubernatorial)[ -](?:elections?|votes?|races?|polls?)\b"
)
#: Parts of a year, of which one may be in another's sentence.
_OF_YEAR = frozenset(("half", "quarter"))
#: Behind a number, the place where what is counted is, alone: "46,000 members in Lorne".
_IN = regex(
    r"(?: [a-z][\w-]*){0,2}?,? (?:in|across|throughout|at) (?:(?:the|its|their) )?(?:(?:city|town|village|state|province|district|region|republic) of )?"
    r"(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
#: Before all else, the same: "In Lorne, the union has 64,000 members".
_OPENS_IN = regex(r"[“\"]?(?:In|Across|Throughout|At) (?:the )?(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*),? ")
#: Of what is everywhere.
_EVERYWHERE = regex(
    r"\b(?:worldwide|world-wide|globally|(?:around|across|in|throughout) the (?:world|globe)|in all|in total)\b"
)
#: What passes over what is only near it.
_INDIRECT = regex(r"\bindirect(?:ly)?\b")
#: Between those whose it is and what is theirs.
_OWNING = frozenset(("' ", "’ "))
#: Behind an amount, what leads to that for which it is told; and where its clause ends, so many letters away at most.
_LEADS = regex(r"\b(?P<lead>for|against) (?:the |its |his |her |their |an? )?(?P<what>[a-z-]+(?: [a-z-]+)?)\b")
_CUT, _CLAUSE_WITHIN = regex(r"[,;:.()–—]"), 70
#: Behind passengers, who else is on board.
_WITH_CREW = regex(r",? (?:and|plus) (?:[a-z]+ ){0,2}crew\b")
#: Some of those who are on board.
SOME_ABOARD = frozenset(map(stem, "passenger crew sailor seaman tourist pilgrim migrant".split()))
#: Kinds of which a part is no larger than the whole; a share of a part may be, and profit without a loss that comes once.
_SUMMED = frozenset({Kind.COUNT, Kind.NUMBER, Kind.QUANTITY})
_RATES = frozenset(map(stem, ("rate", "ratio", "average", "share", "index")))
#: Kinds that differ from place to place, and come to what is told of all places.
_PLACED = _SUMMED | {Kind.MONEY}


def narrowed(claim: Claim, other: Claim) -> str:
    """One number is of some of what the other is of, and no larger: youth unemployment, members in Lorne, the second leg."""
    if of_another_round(claim, other):
        return "another round"
    for part, whole in ((claim, other), (other, claim)):
        exceeds = exceeds_whole(part, whole)
        if is_aboard(part, whole) and not exceeds:
            return "a part and its whole"
        # An event has its tolls once, whatever else is told of it.
        if {claim.attribute, other.attribute} <= OF_EVENTS:
            continue
        if (_is_kind_of(part, whole) and not (exceeds and _is_summed(part))) or (
            _is_located(part, whole) and not exceeds
        ):
            return "a part and its whole"
    return ""


def of_some_or_all(claim: Claim, other: Claim) -> bool:
    """Whether one number is of the passengers, or of one place, and the other of all on board, or of everywhere; and no larger."""
    return any(
        (is_aboard(part, whole) or (_place_of(part) and _EVERYWHERE.search(whole.sentence.text.lower())))
        and not exceeds_whole(part, whole)
        for part, whole in ((claim, other), (other, claim))
    )


def _is_summed(claim: Claim) -> bool:
    """Whether a number is one of which the parts come to the whole."""
    return claim.mention.kind in _SUMMED and claim.attribute not in _RATES


def of_another_round(claim: Claim, other: Claim) -> bool:
    """Whether the sentences of two claims tell of two rounds, legs or halves."""
    return are_of_two_rounds(claim.sentence, other.sentence)


def told_for_another(claim: Claim, other: Claim) -> str:
    """Behind both amounts one word leads to two things, of neither of which the other's sentence speaks: "12 years for fraud", "4 years for theft"."""
    if claim.mention.kind is Kind.DATE:
        return ""
    ours, theirs = _led_to(claim), _led_to(other)
    said = [frozenset(word.stem for word in words_of(each.sentence)) for each in (claim, other)]
    apart = any(ours[lead] - said[1] and theirs[lead] - said[0] for lead in ours.keys() & theirs.keys())
    return "another thing behind it" if apart else ""


def _led_to(claim: Claim) -> Mapping[str, frozenset[str]]:
    """The stems of what stands behind each "for" and "against" that an amount's clause goes on with, names aside."""
    text, start = claim.mention.document.text, claim.mention.end
    end = min(claim.sentence.end, start + _CLAUSE_WITHIN)
    cut = _CUT.search(text, start, end)
    return {
        found["lead"]: frozenset(stem(word) for word in found["what"].split() if word not in EMPTY)
        for found in _LEADS.finditer(text, start, cut.start() if cut else end)
    }


def are_of_two_rounds(sentence: Sentence, other: Sentence) -> bool:
    """Whether each of two sentences tells of one round, leg or half, and not of the same."""
    one, two = _rounds(sentence), _rounds(other)
    both = one.keys() & two.keys()
    if any(one[kind].isdisjoint(two[kind]) for kind in both):
        return True
    # "In the first half", "in the third quarter".
    return bool(one.keys() & _OF_YEAR and two.keys() & _OF_YEAR) and not both


@lru_cache(maxsize=1 << 10)
def _rounds(sentence: Sentence) -> Mapping[str, frozenset[str]]:
    """Which round, leg or half a sentence tells of, by what it is."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for order, kind in _ORDERED.findall(sentence.text.lower()):
        found[kind].add(_NUMBERED.get(order, order))
    if elections := frozenset(_ELECTION.findall(sentence.text.lower())):
        found["election"].update(elections)
    return {kind: frozenset(orders) for kind, orders in found.items()}


def _is_kind_of(part: Claim, whole: Claim) -> bool:
    """Whether a word narrows a noun of one sentence that the other sentence has without it, or what both measure."""
    if _is_indirect(whole.sentence) and not _is_indirect(part.sentence):
        return True
    one, two = _openings(part.sentence), _openings(whole.sentence)
    # Of what is counted, "two speed boats" may be all boats.
    counted = Kind.COUNT in {part.mention.kind, whole.mention.kind}
    measured = {part.attribute} & {whole.attribute} if not counted else frozenset()
    both = one.keys() & two.keys()
    if any(_owners(one[noun]) and _owners(two[noun]) and one[noun].isdisjoint(two[noun]) for noun in both):
        return True
    return any(
        (word in NARROWING or (noun in measured and word not in LEAVING))
        and not any(word in before for before in two.values())
        for noun in both
        for word in one[noun] - two[noun]
        if "" in two[noun] or noun in measured or not NARROWING.isdisjoint(two[noun])
    )


def _is_indirect(sentence: Sentence) -> bool:
    """Whether a sentence passes over what is only near what it tells of."""
    text = sentence.text
    return "direct" in text and _INDIRECT.search(text.lower()) is not None


@lru_cache(maxsize=1 << 10)
def _openings(sentence: Sentence) -> Mapping[str, frozenset[str]]:
    """The nouns and other telling words of a sentence, each with the words right before it that are no names, or "" where there are none."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    words = words_of(sentence)
    for at, word in enumerate(words):
        if word.empty or (word.capital and at):
            continue
        before = words[at - 1] if at else None
        if before and sentence.document.text[before.end : word.start] in _OWNING:
            found[word.stem].add(f"{before.lower}'")
        else:
            found[word.stem].add(before.lower if before and _narrows(before, word, sentence, first=at == 1) else "")
    return {noun: frozenset(before) for noun, before in found.items()}


def _owners(before: frozenset[str]) -> bool:
    """Whether a noun is that of several: "the dockers' strike"."""
    return any(word.endswith("'") for word in before)


def _narrows(before: Word, word: Word, sentence: Sentence, *, first: bool) -> bool:
    """Whether a word stands right before another, and is neither empty nor a name."""
    if word.start - before.end != 1 or before.empty or before.lower.endswith(("'s", "’s")):
        return False
    return not before.capital or (first and before.start - sentence.start <= 1)


def _is_located(part: Claim, whole: Claim) -> bool:
    """Whether one number is told of a place of which the other's article does not speak, or of one place and the other of everywhere."""
    place = _place_of(part) if part.mention.kind in _PLACED else ""
    if not place:
        return False
    if around := _place_of(whole):
        return place.startswith((f"{around}'s ", f"{around}’s "))
    setting = setting_of(whole)
    if _EVERYWHERE.search(whole.sentence.text.lower()):
        return True
    known = (*setting.names, *setting.about)
    return bool(known) and not any(may_be_one_name(place, name) or place in name for name in known)


def _place_of(claim: Claim) -> str:
    """The place where what a number counts is, in small letters; "" where its phrase names none."""
    text, mention = claim.mention.document.text, claim.mention
    found = _IN.match(text, mention.end, claim.sentence.end) or _OPENS_IN.match(
        text, claim.sentence.start, mention.start
    )
    return found["place"].lower() if found else ""


def is_aboard(part: Claim, whole: Claim) -> bool:
    """Whether one counts passengers or crew, and the other all who were on board."""
    mention = part.mention
    if ABOARD not in whole.scope or ABOARD in part.scope or mention.quantity is None:
        return False
    if _WITH_CREW.match(mention.document.text, mention.end):
        return False
    return stem(mention.noun) in SOME_ABOARD
