"""What sets two figures in like words apart: they are of two places, two names, two groups or states, or of a part and all of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.align.blocks import OF_EVENTS, TOLLS
from factcheck.align.merging import may_be_one_name
from factcheck.align.senses import KEPT_APART, never_one
from factcheck.align.settings import HAPPENED, VEHICLES, setting_of
from factcheck.align.wholes import exceeds_whole, in_its_place, named_apart, of_another_extent, opened_by_another
from factcheck.attach.scope import ABOARD, AMONG, LETTERS, WHOLE
from factcheck.attach.words import stem
from factcheck.extract.lexicon.nouns import RELATIVES
from factcheck.judge.checks.parts import document_words, plain_words
from factcheck.model import Claim, Document, Kind, Sentence
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from factcheck.align.drafts import Figure

#: What a company or an office is made of: its number is not that of all of it.
BRANCHES = frozenset(map(stem, ("division", "subsidiary", "segment", "branch")))
#: These take up the branch of which the sentence before speaks: "Sales there fell 9 percent".
_THERE = regex(r"\b(?:there|the unit|that division|that business)\b")
#: What two amounts of one name are of where the sentence of one speaks of the first, and that of the other of the second.
_STATES = (
    (regex(r"\bnet\b|\bafter[- ]tax|\bbottom line\b"), regex(r"\bpre-?tax\b|\bbefore (?:[a-z]+ and )?tax|\bgross\b|\boperating\b")),
    (
        regex(r"\b(?:including|with|after) (?:[a-z'’]+ ){0,2}(?:fees?|premium|commission|vat|tax(?:es)?|duty)\b"),
        regex(r"\bhammer\b|\b(?:excluding|before|without|plus) (?:[a-z'’]+ ){0,2}(?:fees?|premium|commission|vat|duty)\b"),
    ),
    (regex(r"\bseasonally adjusted\b"), regex(r"\bunadjusted\b|\bnot (?:seasonally )?adjusted\b")),
    (regex(r"\b(?:highs|highest|hottest|warmest)\b"), regex(r"\b(?:lows|lowest|coldest|coolest)\b")),
    (regex(r"\bmedian\b"), regex(r"\b(?:average|mean)\b")),
    (regex(r"\bby road\b"), regex(r"\b(?:as the crow flies|in a straight line|by air)\b")),
    (regex(r"\bin (?:the )?summer\b"), regex(r"\bin (?:the )?winter\b")),
)  # fmt: skip
#: Where only one sentence says so, its amount is of another thing: of more than was bid, of a ship of the same kind.
_ONE_SIDED = (
    regex(r"\b(?:including|with|after) (?:[a-z'’]+ ){0,2}(?:premium|commission)\b"),
    regex(r"\b(?:sister|twin) (?:ships?|vessels?|plane|aircraft|company|paper|hotel)\b"),
)
#: What is done with a number of things, or happens on a day, each word by itself.
_DEEDS = "damaged|destroyed|flattened|built|rebuilt|demolished|founded|opened|closed|born|died|bought|sold|hired|dismissed|arrested|fined|charged"
#: Right before a figure, and right behind it.
_DEED_BEFORE, _DEED_BEHIND, _DEED_WITHIN = (
    regex(rf"\b({_DEEDS}) (?:(?:in|on|about|some|around|at least|more than|nearly|almost|another) )*\Z"),
    regex(rf"(?: (?:(?:was|were|been|being|have|had|has|people|men|women)) )+({_DEEDS})\b"),
    40,
)
#: What is told of some of the votes.
_COUNTED_SO_FAR = regex(
    r"\b(?:partial|preliminary|provisional|early) (?:results|returns|figures|counts?)\b|\bwith [^.;]{0,60}\b(?:counted|reporting|tallied)\b"
)


#: Behind a number of some of them.
_OF_THEM = regex(r" of (?:the|those)\b")
#: Of these there are many, and a name tells which.
_BEARERS = frozenset(
    map(
        stem,
        "festival fair parade marathon library museum gallery theatre cinema bridge tunnel dam tower lighthouse school college academy hospital clinic church"
        " mosque temple mill plant factory mine quarry refinery brewery station airport harbour stadium arena park zoo hotel prison lake reservoir river glacier"
        " island peak ferry lifeboat orchestra choir club".split(),
    )
)
#: What bears a name, or lies where one says: "the Orma bridge", "the Malk jazz festival", "the library in Malk".
_NAME = r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
_NAMED_SO = regex(rf"\b(?:[Tt]he|[Aa]n?) {_NAME} (?P<what>[a-z]+(?: [a-z]+)?)\b")
_LIES_THERE = regex(rf"\b(?:[Tt]he|[Aa]n?) (?:[a-z]+ )?(?P<what>[a-z]+) (?:in|of|at) (?:the )?{_NAME}")
#: Before the day on which something began, and before that on which it ended.
_SINCE, _UNTIL = regex(r"\b(?:since|from) \Z"), regex(r"\b(?:until|till|to) \Z")


def of_two_things(ours: Figure, theirs: Figure) -> bool:
    """Whether two figures are of two places, or of two names that their sentences begin with."""
    one, two = ours.claim, theirs.claim
    return (
        never_one(one.attribute, two.attribute)
        or never_one(counted(one), counted(two))
        or of_two_attributes(ours, theirs)
        or _of_two_places(ours, theirs)
        or _of_two_populations(one, two)
        or of_two_kinds_of_event(one, two)
        or of_two_states(one.sentence.text.lower(), two.sentence.text.lower())
        or _of_two_deeds(one, two)
        or _are_two_ends(one, two)
        or _of_two_bearers(one, two)
        or _of_two_groups(one, two)
        or _is_part_of_all(one, two)
        or _is_part_of_all(two, one)
        or bool(opened_by_another(one, two) or named_apart(one, two) or of_another_extent(one, two))
    )


def counted(claim: Claim) -> str:
    """What a count counts, by the stem of its last word: "woman"."""
    return stem(claim.mention.unit.rpartition(" ")[2]) if claim.mention.kind is Kind.COUNT else ""


def of_two_attributes(ours: Figure, theirs: Figure) -> bool:
    """Whether the sentence of one speaks of what the other's never means, and of nothing that this one's speaks of: revenue and profit."""
    return any(
        told and others and told.isdisjoint(others)
        for told, others in ((ours.near.keys() & apart, theirs.near.keys() & apart) for apart in KEPT_APART)
    )


def of_two_states(one: str, other: str) -> bool:
    """Whether one sentence speaks of what is before tax, or of some of the votes, and the other of what is after it, or of all."""
    ours, theirs = _states_told(one), _states_told(other)
    return any(
        {first, second} & ours == {first} and {first, second} & theirs == {second}
        for states in _STATES
        for first, second in (states, states[::-1])
    ) or not (ours ^ theirs).isdisjoint((_COUNTED_SO_FAR, *_ONE_SIDED))


@lru_cache(maxsize=1 << 12)
def _states_told(sentence: str) -> frozenset[re.Pattern[str]]:
    """Of which of these states a sentence speaks."""
    every = (*(state for states in _STATES for state in states), _COUNTED_SO_FAR, *_ONE_SIDED)
    return frozenset(told for told in every if told.search(sentence))


def _are_two_ends(ours: Claim, theirs: Claim) -> bool:
    """Whether one date is that since when something was, and the other that until when it was."""
    if not ours.mention.kind is theirs.mention.kind is Kind.DATE:
        return False
    sides = [(claim.mention.document.text, claim.mention.start) for claim in (ours, theirs)]
    since, until = ([bool(told.search(text, max(0, at - 8), at)) for text, at in sides] for told in (_SINCE, _UNTIL))
    return (since[0] and until[1]) or (since[1] and until[0])


def _of_two_bearers(ours: Claim, theirs: Claim) -> bool:
    """Whether both sentences tell of a thing of one sort, each with a name of which the other article does not speak: two bridges, two festivals."""
    one, two = _bearers(ours.sentence), _bearers(theirs.sentence)
    here, there = ours.mention.document, theirs.mention.document
    return any(
        not may_be_one_name(one[what], two[what]) and not _names(there, one[what]) and not _names(here, two[what])
        for what in one.keys() & two.keys()
    )


@lru_cache(maxsize=1 << 10)
def _bearers(sentence: Sentence) -> Mapping[str, str]:
    """The last thing of each sort in a sentence that bears a name, or lies where one says, by its stem."""
    text = sentence.text
    return {
        stem(word): found["name"].lower()
        for pattern in (_NAMED_SO, _LIES_THERE)
        for found in pattern.finditer(text)
        for word in found["what"].split()
        if stem(word) in _BEARERS
    }


def _of_two_deeds(ours: Claim, theirs: Claim) -> bool:
    """Whether another thing is said to be done with either number, or on either day: houses damaged, houses destroyed."""
    one, two = _deed(ours), _deed(theirs)
    return bool(one and two) and one != two


def _deed(claim: Claim) -> str:
    text, mention = claim.mention.document.text, claim.mention
    found = _DEED_BEFORE.search(text, max(claim.sentence.start, mention.start - _DEED_WITHIN), mention.start)
    found = found or _DEED_BEHIND.match(text, mention.end, claim.sentence.end)
    return found[1] if found else ""


def _of_two_populations(one: Claim, two: Claim) -> bool:
    """Whether two numbers are of the people of two places with names that are not one."""
    if {one.attribute, two.attribute} != {"population"} or not (one.subject and two.subject):
        return False
    are_named = one.subject <= one.names and two.subject <= two.names
    return are_named and not any(may_be_one_name(name, other) for name in one.subject for other in two.subject)


def of_two_kinds_of_event(ours: Claim, theirs: Claim) -> bool:
    """Whether one sentence tells of a fire and the other of a quake, of neither of which the other article speaks; of a bus, and a train."""
    return any(_are_of_two_kinds(ours, theirs, kinds) for kinds in (HAPPENED, VEHICLES))


def _are_of_two_kinds(ours: Claim, theirs: Claim, kinds: Mapping[str, str]) -> bool:
    one, two = ({kinds[word] for word in claim.context & kinds.keys()} for claim in (ours, theirs))
    if not (one and two and one.isdisjoint(two)):
        return False
    here, there = ({kinds[word] for word in _stems(claim.mention.document) & kinds.keys()} for claim in (ours, theirs))
    return one.isdisjoint(there) and two.isdisjoint(here)


def _of_two_places(ours: Figure, theirs: Figure) -> bool:
    """Whether two tolls are of two places, of one of which the other text does not speak; or of a branch and of all of it."""
    is_amount = ours.mention.kind is not Kind.DATE
    if is_amount and (_is_of_branch(ours, theirs) or _is_of_branch(theirs, ours)):
        return True
    if ours.mention.kind is Kind.COUNT and in_its_place(ours.claim, theirs.claim):
        return True
    if ours.claim.attribute not in OF_EVENTS:
        return False
    one, other = (setting_of(figure.claim).places[:1] for figure in (ours, theirs))
    if not (one and other) or one == other:
        return False
    return not (_names(ours.mention.document, other[0]) and _names(theirs.mention.document, one[0]))


def _is_of_branch(part: Figure, whole: Figure) -> bool:
    """Whether a figure is of a branch of which the other text does not speak, and no larger than what is of all of it."""
    told = set(part.near)
    if _THERE.search(part.claim.sentence.text.lower()):
        told = told | part.passage.before | part.passage.opening
    branches = BRANCHES & (told - whole.near.keys())
    # What is of a branch is no more than what is of all, but may change by more.
    exceeds = part.mention.kind is not Kind.PERCENTAGE and exceeds_whole(part.claim, whole.claim)
    return not branches <= _stems(whole.mention.document) and not exceeds


@lru_cache(maxsize=16)
def _stems(document: Document) -> frozenset[str]:
    return frozenset(map(stem, document_words(document)))


def _names(document: Document, place: str) -> bool:
    """Whether an article has some word of a place's name."""
    return not document_words(document).isdisjoint(plain_words(place))


def of_two_relatives(ours: Claim, theirs: Claim) -> bool:
    """Whether the names before two figures are those of two people of one surname: "Marcus Webb", "his brother Leo Webb"."""
    one, two = setting_of(ours).actor, setting_of(theirs).actor
    if RELATIVES.isdisjoint(LETTERS.findall(f"{ours.sentence.text} {theirs.sentence.text}".lower())):
        return False
    namesakes = " " in one and " " in two and one.rpartition(" ")[2] == two.rpartition(" ")[2]
    return namesakes and not may_be_one_name(one, two)


def _of_two_groups(ours: Claim, theirs: Claim) -> bool:
    """Whether two shares are told of two groups of people: "of the women", "of those who voted"."""
    one, two = ({word for word in claim.scope if word.startswith(AMONG)} for claim in (ours, theirs))
    if one and two:
        return one.isdisjoint(two)
    # A share of women is none of all, wherever the other article does not speak of women.
    return any(
        groups and stem(group.rpartition(" ")[2]) not in _stems(whole.mention.document)
        for groups, whole in ((one, theirs), (two, ours))
        for group in groups
    )


def _is_part_of_all(part: Claim, whole: Claim) -> bool:
    """Whether one counts who was on board and the other says that it counts all, and no fewer: "12 on board", "15 in total"; or some of the hurt."""
    text, end = part.mention.document.text, part.mention.end
    is_some = part.attribute == whole.attribute in TOLLS and _OF_THEM.match(text, end) and "part" not in whole.scope
    return ((ABOARD in part.scope and WHOLE in whole.scope) or bool(is_some)) and not exceeds_whole(part, whole)
