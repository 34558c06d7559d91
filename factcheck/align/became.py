"""What became of so many: gates for what is told of some of a number alone, and for things that met two fates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.align.blocks import OF_EVENTS
from factcheck.align.senses import sense
from factcheck.align.wholes import exceeds_whole
from factcheck.attach.words import stem
from factcheck.extract.lexicon.verb_tenses import BACK
from factcheck.model import COUNTED
from factcheck.nouns import remembering
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.model import Claim

#: Before a number, something is told of some of that many, who are told before it or behind: "a third of the 90 homes", "of the 90 homes a third".
_OF = regex(
    r"(?:\A| )(?:out )?of (?:the |its |their |his |her |our |those |these |all |some |about |around |roughly |nearly |more than |over |[\w’'-]+[’']s? )*\Z",
    re.IGNORECASE,
)
_SOME_BEFORE = regex(
    r"(?:\d|%|\b(?:percent|per cent|half|(?<!the )third|thirds|quarters?|(?<!the )fifth|fifths|(?<!the )sixth|(?<!the )tenth|tenths|most|some|many|several|few|one|two|three|four|five|six|seven|eight|nine|ten|all but \w+|majority|none))(?: [a-z-]+)?\Z",
    re.IGNORECASE,
)
_SOME_BEHIND = regex(
    r"[^.;:()]{0,60}?(?:, | )(?:\d|half|most|an? (?:third|quarter|fifth|tenth)|(?:two|three) (?:thirds|quarters|fifths)|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)
#: Before a number, it says how many there are.
_THERE_ARE = regex(
    r"(?:\b(?:has|have|had|with|employ\w*|carry\w*|carried|counts|numbers|comprises|owns?|runs?|there (?:are|were)|home to)|[’']s?)(?: (?:about|some|around|only|just|nearly|over|more than))* \Z"
)
#: So far before a number is looked for what it is the whole of, in letters.
_OF_WITHIN = 60
#: Behind a number, and right before it, what became of that many. A word between that says how badly tells of some of them.
_WHERE = r"(?: (?:of|at|in|on|from|for|aboard|who|that|which) [^.;,()]{1,50}?)?"
_BECAME = regex(
    rf"{_WHERE}(?: (?:were|was|are|is|have|has|had|been|already|now|since|also|all))+ (?P<fate>[a-z]{{3,}})\b"
)
_BEHIND = regex(r" (?P<fate>[a-z]{3,})\b")
_DID = regex(r"\b(?P<fate>[a-z]{3,}) (?:about |around |some |roughly |nearly |almost |just |only )*\Z")
#: Of some of those whom a number counts, or of others.
_SOME = regex(
    r"\b(?:more|others?|another|further|additional|alone|so far|at least|up to|by|including|among|each|per|of (?:them|whom|which|these|those))\b"
)
#: So far behind and before a number, in letters.
_REACH = 90
#: Words that tell one fate of things; the first stands for all.
_FATES = (
    "destroyed wrecked razed ruined flattened levelled leveled demolished gutted burned burnt collapsed incinerated lost",
    "flooded inundated swamped submerged",
    "damaged hit affected",
    "closed shut shuttered",
    "opened reopened",
    "sold bought",
    "cut shed axed scrapped eliminated cancelled canceled grounded",
    "seized confiscated impounded captured",
    "stolen took looted",
    "sank sunk capsized",
    "found discovered recovered unearthed uncovered",
    "built erected constructed completed",
    "evacuated emptied cleared fled left displaced",
    "bought ordered acquired",
    "saved rescued",
    "fired launched shot downed intercepted",
)
_USUAL = {stem(word): stem(words.split()[0]) for words in _FATES for word in words.split()}
#: Past forms that tell nothing of what became of whom, or the same of all.
_VAGUE = frozenset(
    map(
        stem,
        "said made used been had involved reported counted recorded registered seen saw given gave put based located told expected needed included called "
        "known taken added listed estimated held got went came was were did done kept met set stood ran led began became confirmed announced attended "
        "showed showed represented employed housed offered received won totalled totaled reached numbered aged planned received brought sent".split(),
    )
)


@remembering(1 << 12)
def fates_of(claim: Claim) -> frozenset[str]:
    """What the words behind a number and right before it say that became of that many."""
    text, mention, sentence = claim.mention.document.text, claim.mention, claim.sentence
    behind = text[mention.end : min(sentence.end, mention.end + _REACH)].lower()
    before = text[max(sentence.start, mention.start - _REACH) : mention.start].lower()
    return fates_told(before, behind)


def fates_told(before: str, behind: str) -> frozenset[str]:
    """What the words before a number or a share, and those behind the number, say that became of that many."""
    found = _BECAME.match(behind)
    told = {found["fate"]} if found else set()
    for words in (_BEHIND.match(behind), _DID.search(before)):
        if words and (words["fate"] in BACK or words["fate"].endswith("ed")):
            told.add(words["fate"])
    return frozenset(_USUAL.get(word, sense(word)) for word in map(stem, told) if word not in _VAGUE)


def of_another_fate(claim: Claim, other: Claim) -> str:
    """Of things one fate is told here and another there: "10 boats sank", "14 boats were damaged"."""
    if not {claim.mention.kind, other.mention.kind} <= COUNTED or claim.attribute in OF_EVENTS:
        return ""
    one, two = fates_of(claim), fates_of(other)
    if one and two:
        return "another fate" if one.isdisjoint(two) else ""
    if not (one or two):
        return ""
    some, every = (claim, other) if one else (other, claim)
    return "a part and its whole" if _THERE_ARE.search(_before(every)) and not exceeds_whole(some, every) else ""


def of_some_alone(claim: Claim, other: Claim) -> str:
    """Of one number only some are told of, "a third of the 90 homes were flooded", and the other may be their number."""
    one, two = _is_whole(claim), _is_whole(other)
    if one is two:
        return ""
    whole, part = (claim, other) if one else (other, claim)
    return "" if exceeds_whole(part, whole) or _THERE_ARE.search(_before(part)) else "a part and its whole"


def _is_whole(claim: Claim) -> bool:
    """Whether a sentence tells of some of what a number counts."""
    if claim.mention.kind not in COUNTED:
        return False
    before = _before(claim)
    found = _OF.search(before) if "of " in before or before.startswith("Of ") else None
    if found is None:
        return False
    text, end = claim.sentence.text, claim.mention.end - claim.sentence.start
    return _SOME_BEFORE.search(before[: found.start()]) is not None or (
        before[: found.start()].rstrip()[-1:] in {"", ",", ";", "“", '"'} and _SOME_BEHIND.match(text, end) is not None
    )


def _before(claim: Claim) -> str:
    """The words of its sentence before a number."""
    at = claim.mention.start - claim.sentence.start
    return claim.sentence.text[max(0, at - _OF_WITHIN) : at]


def met_it(claim: Claim, fates: frozenset[str]) -> bool:
    """Whether a number counts all those whom one of some fates befell."""
    if _SOME.search(claim.sentence.text.lower()):
        return False
    found = fates_of(claim)
    return not fates.isdisjoint({*found, claim.attribute} if claim.attribute in OF_EVENTS else found)
