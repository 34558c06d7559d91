"""Numbers of two places, and of a part and its whole: gates of `meeting`."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import nan
from typing import TYPE_CHECKING

from factcheck.align.blocks import OF_EVENTS
from factcheck.align.merging import are_known_two, may_be_one_name
from factcheck.align.names import canonical, names_of
from factcheck.align.settings import setting_of
from factcheck.attach.extents import EXTENT, OF, PART
from factcheck.attach.fates import SOME_OF
from factcheck.attach.scope import ALONE
from factcheck.attach.stretches import LENGTHS, NIGHT, OVER
from factcheck.attach.words import stem, words_of
from factcheck.model import COUNTED
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.attach.words import Word
    from factcheck.model import Claim, Sentence, Setting

#: Parts of which a company or an office is made, and those of a place.
PARTS = frozenset(
    map(
        stem,
        "division subsidiary segment branch affiliate department faculty campus district province suburb borough".split(),
    )
)


#: Between a place and the one that it lies in.
_LIES_IN = regex(r"(?:,? (?:which|that) (?:lies|is)(?: [a-z]+)?)? in (?:the )?(?:[a-z]+ of )?")
#: A place is the same with them and without.
_SETTLED = frozenset(map(stem, "town city village place settlement port capital".split()))
#: Before a noun, these make it somebody or something else.
_NOT_QUITE = frozenset(map(stem, "deputy vice assistant acting former second other ex".split()))
#: Who says so is not what it is about.
SAYS = frozenset("said says say told reported reports estimated estimates believe believes put".split())


def another_place(claim: Claim, other: Claim) -> str:
    """A place is named of which the other article does not speak."""
    if claim.attribute not in OF_EVENTS:
        return ""
    one, two = setting_of(claim), setting_of(other)
    if _knows_place_of(one, two) and _knows_place_of(two, one):
        return ""
    # In a town there cannot be more than in the province in which it is said to lie.
    is_more = any(
        exceeds_whole(part, whole) and _lies_in(part, whole) for part, whole in ((claim, other), (other, claim))
    )
    return "" if is_more else "another place"


def _lies_in(part: Claim, whole: Claim) -> bool:
    """Whether a sentence says that its place lies in the other's: "the town of Orm in the province of Leda"."""
    here, around = setting_of(part).places[:1], setting_of(whole).places[:1]
    if not here or not around or here == around:
        return False
    text = part.sentence.text.lower()
    at = text.find(here[0])
    while at >= 0:
        end = at + len(here[0])
        if (found := _LIES_IN.match(text, end)) and text.find(around[0], end, found.end() + len(around[0])) >= 0:
            return True
        at = text.find(here[0], end)
    return False


def bears_its_name(one: Claim, other: Claim) -> bool:
    """Whether one happened to a place, and the other to what stands there: "Marlow", "the Marlow mill", "the mill in Marlow"."""
    place, named = sorted((one, other), key=lambda claim: len(claim.subject))
    more = {word for word in named.subject - place.subject if word not in _SETTLED}
    if not more or not place.subject < named.subject:
        return False
    if not all(word.capital for word in words_of(place.sentence) if word.stem in place.subject):
        return False
    words = [word for word in words_of(named.sentence) if not word.empty]
    pairs = list(pairwise(words))
    return any(
        name.stem in place.subject and name.capital and not thing.capital and thing.stem in more
        for first, second in pairs
        for name, thing in ((first, second), (second, first))
        if name is first or not _is_apposed(first, second, named.mention.document.text)
    )


def is_of_it(one: Claim, other: Claim) -> bool:
    """Whether one happened to what the other's subject has, or who is no whole bearer of its name: "the wing of the museum", "the deputy mayor"."""
    whole, part = sorted((one, other), key=lambda claim: len(claim.subject))
    more = {word for word in part.subject - whole.subject if word not in _SETTLED}
    if not more or not whole.subject < part.subject:
        return False
    words = words_of(part.sentence)
    if more & _NOT_QUITE:
        return True
    return any(
        thing.stem in more and joint.lower in {"of", "for"} and owner.stem in whole.subject
        for thing, joint, *behind in (words[at : at + 5] for at in range(len(words) - 2))
        for owner in behind
        if not thing.empty
        and all(word.empty or word.capital or word is owner for word in behind[: behind.index(owner) + 1])
    )


def _is_apposed(noun: Word, name: Word, text: str) -> bool:
    """Whether a noun tells what a name is: "the airline Corvane"."""
    return text[noun.end : name.start] == " "


def opened_by_another(claim: Claim, other: Claim) -> str:
    """Sentences of two names: "Iran has a population of 85 million" and "Iraq has a population of 45 million".

    A first word is written with a capital whatever it is; it is what a sentence speaks of where both go on alike.
    """
    ours, theirs = (words_of(one.sentence)[:2] for one in (claim, other))
    if len(ours) < 2 or len(theirs) < 2 or ours[1].lower != theirs[1].lower or ours[1].lower in SAYS:
        return ""
    one, two = ours[0], theirs[0]
    if one.start > claim.sentence.start + len("“") or two.start > other.sentence.start + len("“"):
        return ""  # a figure opens it, "75 miles from the city"
    if one.empty or two.empty or one.stem == two.stem or may_be_one_name(one.lower, two.lower):
        return ""
    return "another name"


def named_apart(claim: Claim, other: Claim) -> str:
    """The sentences name two that are known to be two, and neither article speaks of the other's: Austria and Australia."""
    one, two = (set(_named_in(side.sentence)) for side in (claim, other))
    ours, theirs = one - two, two - one
    if not (ours and theirs):
        return ""
    known, there = ({*names, *setting_of(side).about} for names, side in ((one, claim), (two, other)))
    apart = any(
        are_known_two(name, another) and name not in there and another not in known
        for name in ours
        for another in theirs
    )
    return "another name" if apart else ""


@lru_cache(maxsize=1 << 10)
def _named_in(sentence: Sentence) -> tuple[str, ...]:
    """The names of a sentence in their usual form, that of its first word too, whatever it is."""
    return tuple(canonical(name.text) for name in names_of(sentence.document.text, sentence.start, sentence.end))


def elsewhere(claim: Claim, other: Claim) -> str:
    """Each number has its own place, of which the other article does not speak."""
    one, two = setting_of(claim), setting_of(other)
    if not (one.places and two.places) or _knows_place_of(one, two) or _knows_place_of(two, one):
        return ""
    if any(ALONE in part.scope and exceeds_whole(part, whole) for part, whole in ((claim, other), (other, claim))):
        return ""
    return "another place"


def of_a_part(claim: Claim, other: Claim) -> str:
    """One number is of a part of what the other is of, a division and its company, and no larger than that."""
    one, two = ((side.context | side.subject) & PARTS for side in (claim, other))
    if one == two:
        return ""
    exceeds = (one < two and exceeds_whole(other, claim)) or (two < one and exceeds_whole(claim, other))
    return "" if exceeds else "a part and its whole"


def in_its_place(claim: Claim, other: Claim) -> str:
    """One number is of a place in the other's place, or of one part alone, and no larger than that."""
    for part, whole in ((claim, other), (other, claim)):
        if _is_within(part, whole) and not _is_within(whole, part):
            return "" if exceeds_whole(part, whole) else "a part and its whole"
    return ""


def _is_within(part: Claim, whole: Claim) -> bool:
    """Whether a number is of one part alone, or of a place in the other's place: "Kestrel, the capital of Arland"."""
    if ALONE in part.scope:
        return True
    one, two = setting_of(part), setting_of(whole)
    if (
        part.mention.kind not in COUNTED
        or not (one.places and two.places)
        or may_be_one_name(one.places[0], two.places[0])
    ):
        return False
    around = (name for name in one.names if name not in one.places)
    return any(may_be_one_name(two.places[0], name) for name in around)


def of_another_extent(claim: Claim, other: Claim) -> str:
    """One is told of a town and the other of what bears its name: "Marlow" and "the Marlow district"."""
    one, two = (_extents(side) for side in (claim, other))
    for ours, theirs, side in ((one, two, other), (two, one, claim)):
        for place, meant in ours.items():
            if place in theirs:
                differ = theirs[place] != meant
            else:
                # Where in a country a quake struck is no other toll.
                differ = place in _named(side) and not (meant == PART and side.attribute in OF_EVENTS)
            if differ:
                return "more or less of one place"
    return ""


def _named(claim: Claim) -> set[str]:
    """The stems of what may be names in a claim's sentence: its subject, its first word, and the last words of its names."""
    first = (word.stem for word in words_of(claim.sentence)[:1])
    return {*claim.subject, *first, *(stem(name.rpartition(" ")[2]) for name in setting_of(claim).names)}


def _extents(claim: Claim) -> dict[str, str]:
    """How much of each place a claim is told of, where it is not the town itself."""
    told = (word.removeprefix(EXTENT).partition(OF) for word in claim.scope if word.startswith(EXTENT))
    return {place: meant for place, _, meant in told}


def of_another_stretch(claim: Claim, other: Claim) -> str:
    """One is counted over a shorter time than the other, on Friday and this year, and is no more than it."""
    nights = [{word for word in side.scope if word.startswith(NIGHT)} for side in (claim, other)]
    if all(nights) and nights[0].isdisjoint(nights[1]):
        return "another night"
    for part, whole in ((claim, other), (other, claim)):
        if _length(part) < _length(whole) and not exceeds_whole(part, whole):
            return "another stretch of time"
    return ""


def _length(claim: Claim) -> float:
    """How long the stretch is over which a claim counts; one that nobody tells is no shorter or longer than any."""
    return next((LENGTHS[word.removeprefix(OVER)] for word in claim.scope if word.startswith(OVER)), nan)


def of_some_of_them(claim: Claim, other: Claim) -> bool:
    """Whether one counts only some of those whom the other counts, the found of the dead, and no more than it."""
    return any(
        SOME_OF.get(some.attribute) == every.attribute and not exceeds_whole(some, every)
        for some, every in ((claim, other), (other, claim))
    )


def exceeds_whole(part: Claim, whole: Claim) -> bool:
    """Whether the number of a part is larger than that of the whole, however both are read."""
    a, b = part.mention.quantity, whole.mention.quantity
    return a is not None and b is not None and a.lower > b.upper


def _knows_place_of(one: Setting, other: Setting) -> bool:
    """Whether an article speaks of the place nearest to another's number, if there is one."""
    known = (*one.names, *one.about)
    return not other.places or not known or any(may_be_one_name(other.places[0], name) for name in known)
