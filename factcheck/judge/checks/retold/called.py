"""Which thing is measured, and whether a measure comes back under another word: "a 900-metre hill", "the 1,900-foot summit"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factcheck.attach.words import EMPTY, stem
from factcheck.extract.lexicon.calendar_words import CAPITALISED
from factcheck.judge.agreement import in_unit
from factcheck.model import Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex
from factcheck.resolve.units import dimension

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.model import Claim

#: What says which side of a thing was measured, and not of which thing.
DIMENSIONS = frozenset(
    map(
        stem,
        "long wide broad deep tall high thick heavy length width breadth depth height thickness weight distance area".split(),
    )
)
#: Nouns by one of which a thing is called that the other names.
_KIN = [
    frozenset(map(stem, names.split()))
    for names in (
        "mountain peak hill summit volcano crag",
        "ship vessel boat ferry liner tanker trawler yacht",
        "road route highway motorway bypass",
        "path trail track walk footpath",
        "tower skyscraper building",
        "rock boulder stone slab",
        "statue sculpture figure monument",
        "tree oak beech elm poplar ash pine fir spruce lime chestnut cedar sequoia redwood sycamore willow",
        "chimney stack",
        "hole pit shaft crater",
        "pipe pipeline",
        "fence wall barrier",
        "fish salmon trout carp pike sturgeon catfish",
        "plot site field estate",
    )
]
#: Right before what a thing is measured at: "a cheese weighing 200 kg".
_WEIGHING = regex(
    r"\b(?:weigh(?:s|ed|ing)?|measur(?:es|ed|ing)|stands|stood|standing|rises|rising|stretch(?:es|ed|ing)|spann?(?:s|ed|ing))"
    r"(?: (?:in at|at|to|about|some|around|nearly|just))? $"
)
#: What tells that a thing is another: "the 420-pound pumpkin of her rival".
_OF_ANOTHER = regex(
    rf"[ -][a-z-]+ (?:(?:of|that|which|who)\b|(?:from|by) (?!(?:{any_of(CAPITALISED)}|\d+|next|now|noon|dawn|dusk|today|tomorrow|then|the (?:start|end|beginning|middle))\b))"
)
#: Right behind a measure, the noun that it modifies, which a name may stand before: "the 14-mile Penhallow bypass".
_MODIFIED = regex(r"[ -](?P<name>(?:[A-Z][\w’'-]+ ){0,2})(?P<noun>[a-z]{3,})(?:[ -](?P<other>[a-z]{3,}))?")
#: Right before one, the thing that it measures, and what leads to it: "a chimney 60 metres tall", "The walk of 140 km".
_THING = (
    r"\b(?P<det>[Aa]n?|[Oo]ne|[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur) (?:[\w’'-]+ ){0,3}?(?P<noun>[a-z]{3,})"
    r"(?:,? (?:which|that))?"
)
_BY_SIZE = regex(_THING + r",?(?: (?:is|was|stands|stood|standing|some|about|nearly|almost|just|over))* $")
_BY_VERB = regex(
    _THING
    + r",? (?:of|runs to|ran to|covers|covering|covered|measures|measuring|measured|extends to|stretches|stretching|spans|spanning|weighs|weighing"
    r"|weighed)(?: (?:in at|at|for|some|about|nearly|almost|just|over))* $"
)
#: Behind a measure that says which way a thing goes on; how wide or how deep it is may be told beside.
_GOES_ON = regex(r",? (?:long|tall|high|in (?:length|height)|across)\b")
_SIDEWAYS = regex(r",? (?:wide|deep|thick|in (?:width|depth|diameter))\b")
#: A word with a capital with which no sentence, line or quotation begins.
NAMING = regex(r"(?<![.!?:] )(?<!\n)(?<![“\"])\b[A-Z][a-z]+\b")
#: What makes "the 4-mile tunnel" the tunnel that was spoken of before.
DEFINITE = regex(
    r"\b(?:the|this|that|its|their|his|her) (?:new |whole |same |planned |proposed |full )?$", re.IGNORECASE
)
#: Where a thing is: another one, if nothing was told of the place.
_PLACED = regex(r"(?: [a-z-]+)?(?: (?:at|in|near|round|around|to|under|through|over)(?: the)?) (?P<name>[A-Z][\w’'-]+)")
#: What is run over several distances, and what tells that one of them is spoken of for the first time.
_RACED = regex(r"[ -](?:[a-z]+ )?(?:race|run|walk|swim|ride|dash|sprint|relay|event|leg|stage)\b")
_A = regex(r"\b[Aa]n? (?:new )?$")
#: How far before a measure its thing begins, and how many times the other a slip leaves one of two.
_BEFORE, SLIP = 60, 5


class Thing(NamedTuple):
    """What a measure is of: the stems of its nouns, and whether it is one that was spoken of."""

    nouns: frozenset[str]
    is_known: bool
    name: str = ""


def _are_of_one_dimension(unit: str, other: str) -> bool:
    return dimension(unit) is not None and dimension(unit) == dimension(other)


def measured_things(measured: Sequence[Claim], several: int) -> list[Thing | None]:
    """What each is a measure of, where that is one thing, and no noun of more measures than `several`."""
    things = [_thing(claim) if claim.mention.kind is Kind.QUANTITY else None for claim in measured]
    times = Counter(noun for thing in things if thing for noun in thing.nouns)
    return [thing if thing and all(times[noun] <= several for noun in thing.nouns) else None for thing in things]


def is_taken_up(first: Claim, second: Claim, thing: Thing | None, again: Thing | None) -> bool:
    """Whether the second measures the thing of the first, which its words come back to, and may be a slip for it."""
    one, two = first.mention.quantity, second.mention.quantity
    if thing is None or again is None or not again.is_known or one is None or two is None:
        return False
    shared = thing.nouns & again.nouns
    if shared <= DIMENSIONS and not any(thing.nouns & kin and again.nouns & kin for kin in _KIN):
        return False
    if not (one.unit == two.unit or _are_of_one_dimension(one.unit, two.unit)):
        return False
    if (first.scope | second.scope) & {"added", "part", "former"} or again.name not in first.sentence.text:
        return False
    # Money "a share" is in no unit that anything is turned into.
    low, high = sorted((one.value, two.value if one.unit == two.unit else in_unit(two, one.unit).value))
    return high <= low * SLIP


def is_of_another(first: Claim, second: Claim) -> bool:
    """Whether words behind the second tell that it is not the thing of the first: another place, or one of several races."""
    text, end = second.mention.document.text, second.mention.end
    if _OF_ANOTHER.match(text, end):
        return True
    placed = _PLACED.match(text, end)
    if placed and placed["name"] not in text[: first.sentence.end]:
        return True
    begin = first.mention.start
    is_introduced = _A.search(text, max(0, begin - len(" a new ")), begin) is not None
    return not is_introduced and _RACED.match(text, end) is not None


def _thing(claim: Claim) -> Thing | None:
    """What a measure is of, where the words right before or behind it tell."""
    mention = claim.mention
    text, sentence = mention.document.text, claim.sentence
    start = max(sentence.start, mention.start - _BEFORE)
    if _SIDEWAYS.match(text, mention.end):
        return None
    lead = text[start : mention.start]
    leads: re.Pattern[str] = _BY_SIZE if _GOES_ON.match(text, mention.end) else _BY_VERB
    if told := leads.search(lead):
        return Thing(frozenset({stem(told["noun"])}), told["det"].lower() in _KNOWN)
    behind = _MODIFIED.match(text, mention.end)
    if behind is None or stem(behind["noun"]) in EMPTY or behind["noun"] in EMPTY:
        return None
    nouns = frozenset(stem(noun) for noun in (behind["noun"], behind["other"]) if noun and noun not in EMPTY)
    return Thing(nouns, DEFINITE.search(lead) is not None, behind["name"].strip())


_KNOWN = frozenset({"the", "this", "that", "its", "their", "his", "her"})


def is_called(first: Claim, second: Claim, *, is_size: bool) -> bool:
    """Whether the noun of the second is what was weighed first, or another word for the thing whose size the first is."""
    if _OF_ANOTHER.match(second.mention.document.text, second.mention.end):
        return False
    if first.attribute == second.attribute:
        return _is_weighed(first)
    return is_size and any({first.attribute, second.attribute} <= kin for kin in _KIN)


def _is_weighed(claim: Claim) -> bool:
    """Whether it says at what the thing before it was weighed or measured."""
    mention = claim.mention
    before = mention.document.text[max(0, mention.start - 30) : mention.start]
    return _WEIGHING.search(before) is not None and not claim.scope & {"added", "part", "former"}
