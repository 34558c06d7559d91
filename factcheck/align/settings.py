"""What an article tells around a claim: the names, the places and what happened."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.align.names import canonical, names_in
from factcheck.align.persons import LEAD, about, called
from factcheck.attach.words import EMPTY, WORD, stem
from factcheck.model import START, Setting
from factcheck.nouns import remembering
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.model import Claim, Document, Sentence

#: Words for what happened, each line one kind; a toll of one is no toll of another.
_HAPPENED = (
    "quake earthquake temblor tremor",
    "aftershock",
    "fire blaze inferno arson",
    "blast explosion bomb bombing bomber bombers exploded fire-bomb",
    "shooting gunman gunmen shot gunfire rampage opened-fire",
    "crash collision crashed collided derailment derailed",
    "collapse collapsed cave-in",
    "flood flooding",
    "storm hurricane typhoon cyclone tornado twister",
    "riot unrest clash protest",
    "landslide mudslide avalanche",
    "outbreak epidemic virus disease",
    "sank capsized shipwreck",
    "airstrike shelling shelled missile",
    "stampede crush",
)
HAPPENED = {stem(word): words.split()[0] for words in _HAPPENED for word in words.split()}
#: What crashes or sinks, the same.
_VEHICLES = (
    "bus coach minibus",
    "plane aircraft jet airliner",
    "helicopter chopper",
    "train railcar",
    "tram streetcar",
    "ferry boat ship vessel dinghy trawler",
    "lorry truck",
    "motorcycle motorbike",
)
VEHICLES = {stem(word): words.split()[0] for words in _VEHICLES for word in words.split()}
#: How strong a quake was: "a 5.6-magnitude quake", "magnitude of 5.6", "6.0 on the Richter scale".
_STRENGTH = regex(
    r"\bmagnitude(?:[ -](?:of|was|at|about|around)){0,3} ?(\d\. ?\d)|\b(\d\. ?\d)[ -]{1,3}magnitude|\b(\d\. ?\d) on the richter"
)
#: Before a name, these say that it is a place.
LOCATES = regex(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|[Oo]utside|[Aa]round|[Aa]cross|[Cc]lose to|[Nn]ot far from|of|[Ff]rom|hit|struck|rocked) (?:the |[a-z]+ ){0,3}\Z"
)
#: Before a name, these say that what was named before is a part of it: "the Puri district of Odisha", "Kestrel, the capital of Arland".
_PARTS = "city|town|village|suburb|port|capital|settlement|district|province|county|region|area|borough|quarter|governorate|prefecture"
PART_OF = regex(
    rf"[A-Z][\w’'-]+(?:, (?:the|an?)(?: [a-z]+)?)? (?:{_PARTS})(?: of| in)(?: the)?(?: (?:{_PARTS}) of)? \Z"
)
#: A sentence that begins so speaks of what was said before, at most so many letters ago.
REFERS_BACK, LOOKS_BACK = regex(r"(?:It|That|This|These|They|He|She)\b"), 250
#: Telling words close to a number: so many on either side, and no further away than so many letters.
CLOSE, NEAR = 3, 40
#: Of so many claims is kept what their articles tell around them: each is asked for by every gate that it comes to.
_KEPT = 1 << 12
#: So far before a name, in letters, is looked for one.
REACH = 40


def in_setting(claim: Claim) -> Claim:
    """The claim with what its article tells around it, as which it can be kept and compared without the article."""
    return claim if claim.setting else replace(claim, setting=setting_of(claim))


def setting_of(claim: Claim) -> Setting:
    """What the article of a claim tells around it, read out of the text where the claim does not bring it."""
    return claim.setting or _read(claim)


@remembering(_KEPT)
def _read(claim: Claim) -> Setting:
    """The same, of a claim of an article that is at hand."""
    document, at = claim.mention.document, claim.mention.start
    named = _named(claim.sentence)
    near = sorted((abs(start - at), start, name, located) for start, name, located in named)
    # "600 were killed in Zarand": the place behind the number, or else the one before it.
    behind_first = sorted((one for one in near if one[3]), key=lambda one: (one[1] < at, one[0]))
    told = frozenset(HAPPENED[word] for word in claim.context if word in HAPPENED)
    return Setting(
        names=tuple(dict.fromkeys(name for _, _, name, _ in near)),
        places=tuple(dict.fromkeys(name for _, _, name, _ in behind_first)),
        about=about(document),
        happened=told or _happened_in(document),
        strengths=_strengths(document),
        actor=next((name for start, name, _ in reversed(named) if start < at), ""),
        near=_near(claim),
    )


@remembering(16)
def _named(sentence: Sentence) -> tuple[tuple[int, str, bool], ...]:
    """The names of a sentence: where each starts, its canonical form, and whether words say that it is a place."""
    document, text = sentence.document, sentence.document.text
    # "It killed 612": what it was stands in the sentence before.
    begins = sentence.start - (LOOKS_BACK if REFERS_BACK.match(text, sentence.start) else 0)
    names, full = names_in(document), called(document)
    first = bisect_left(names, begins, key=START)
    beyond = bisect_left(names, sentence.end, first, key=START)
    return tuple(
        (
            name.start,
            full[canonical(name.text)],
            _is_located(text, max(0, begins, name.start - REACH), name.start),
        )
        for name in names[first:beyond]
    )


def _is_located(text: str, begins: int, start: int) -> bool:
    """Whether the words before a name say that it is the place, and not that the place is a part of it."""
    return bool(LOCATES.search(text, begins, start)) and not PART_OF.search(text, begins, start)


def _near(claim: Claim) -> frozenset[str]:
    """The stems of the telling words close to a claim's number, on either side."""
    text, mention, sentence = claim.mention.document.text, claim.mention, claim.sentence
    sides = (
        WORD.findall(text, max(sentence.start, mention.start - NEAR), mention.start),
        WORD.findall(text, mention.end, min(sentence.end, mention.end + NEAR)),
    )
    before, behind = ([word for word in map(str.lower, side) if word not in EMPTY] for side in sides)
    return frozenset(stem(word) for word in (*before[-CLOSE:], *behind[:CLOSE]))


@remembering(1 << 11)
def _strengths(document: Document) -> frozenset[str]:
    """How strong the quake was of which the headline and lead tell, by each who measured it."""
    lead = document.text[:LEAD].lower()
    if "magnitude" not in lead and "richter" not in lead:
        return frozenset()
    return frozenset("".join(told).replace(" ", "") for told in _STRENGTH.findall(lead))


@remembering(1 << 11)
def _happened_in(document: Document) -> frozenset[str]:
    lead = document.text[:LEAD].lower()
    found = [word for word in HAPPENED if word in lead]
    if not found:
        return frozenset()
    # Of the words, few are worth a look.
    parts = " ".join([part for part in lead.split() for word in found if word in part])
    return frozenset(HAPPENED[word] for word in map(stem, WORD.findall(parts)) if word in HAPPENED)
