"""Whether two figures of two texts count, measure or date one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.align.blocks import TOLLS
from factcheck.align.drafts import is_fraction
from factcheck.align.gates import of_another_order
from factcheck.align.senses import never_one, same_attribute
from factcheck.attach.attributes import HUMAN
from factcheck.attach.scope import ABOARD
from factcheck.attach.voices import EARLIER, QUOTED, is_of_saying
from factcheck.attach.words import stem
from factcheck.judge.checks.across.figures.one_time import LASTING
from factcheck.judge.checks.across.figures.restated import date_parts
from factcheck.judge.checks.across.figures.two_things import of_two_things
from factcheck.judge.checks.lives.aged import aged_of, is_as_old, is_of_then, may_be_one_person
from factcheck.model import Claim, Kind, Mention
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.align.drafts import Figure

#: The reason for which a claim is withheld that its sentence denies.
DENIED = "denied"
#: A word of so many letters may be what another is made of.
ROOT = 4
#: A head that stands for whatever was counted before: "the five worst ones".
PRONOUN = "one"
#: Behind a count, these say that those who are counted speak.
_SAY = regex(r" (?:said|says|say|told|recalled|complained|testified)\b")
#: Before a number of some of them, and before that by which a length changed; so far before it, in letters.
_OF_THESE, _BY, _WITHIN = (
    regex(r"\bof (?:which|whom) \Z"),
    regex(r"\bby (?:about |around |some |almost |nearly )?\Z"),
    20,
)
#: Before the date since when something is: "since 2000", "since records began in 1921".
_SINCE = regex(r"\b[Ss]ince (?:[a-z]+ ){0,3}\Z")
#: What says what a word means, and tells of nothing that happened: "defined as one with four dead or more".
_DEFINES = regex(r"\b(?:defin(?:es?|ed|ing|ition)|means any)\b")
_DENIES = regex(r"\b(?:denied|denies|deny|denying|dismissed)\b")
_SEVERAL_OF = regex(r" (?:two|three|four|five|six|seven|eight|nine|ten|\d+|few)\b")
#: Besides those who are named there are others, joined to them so; what became of these others is told of them alone ("killed two
#: and injured 12 others"). No more are named than these.
_OTHER, _WITH = (
    regex(r"\b(?:others?|more(?! than)|fellow)\b"),
    regex(r"\b(?:along|together) with\b[^.;:]*\Z|\b(?:and|with|plus|by) \Z"),
)
NAMED = 3
#: Behind an age, who or what is so old; and what is not anybody.
_OLD_WHAT = regex(r" ([a-z]+)")
_THINGS = frozenset(
    map(
        stem,
        "ship vessel ferry boat tanker freighter trawler plane aircraft airliner jet helicopter bus coach car van lorry truck train tram bridge dam tunnel"
        " building house tower church tree company firm club law treaty record factory plant mill mine reactor".split(),
    )
)
#: What says of things only that they are several.
_SEVERAL = regex(r"(?:different|separate|new|various|other|such|further|more|additional|total|overall)")


def of_one_thing(ours: Figure, theirs: Figure) -> bool:
    """Whether two figures count or measure one sort of thing, and both or neither is denied, or was said before."""
    a, b = ours.mention, theirs.mention
    if _is_said_otherwise(ours.claim, theirs.claim) or of_two_things(ours, theirs) or _says(a) or _says(b):
        return False
    if a.kind is b.kind is Kind.DATE:
        return _date_one_thing(ours, theirs)
    if a.kind is Kind.AGE and _are_two_ages(ours.claim, theirs.claim):
        return False
    if any(told(a) is not told(b) for told in (is_fraction, _is_of_these, _is_step, _opens_row)):
        return False
    if Kind.COUNT in {a.kind, b.kind}:
        apart = of_another_order(ours.claim, theirs.claim) or _is_besides(ours, theirs) or _is_besides(theirs, ours)
        return _counts_one_thing(ours, theirs) and not apart
    return True


def _date_one_thing(ours: Figure, theirs: Figure) -> bool:
    """Whether two dates are told alike, and the parts of one are among those of the other."""
    a, b = ours.mention, theirs.mention
    if is_of_saying(a) is not is_of_saying(b) or _begins(a) is not _begins(b) or _denies(ours) is not _denies(theirs):
        return False
    if _is_ahead(a, of=b) or _is_ahead(b, of=a):
        return False
    one, two = (set(date_parts(date.time)) if date.time else set() for date in (a, b))
    return one <= two or two <= one


def _is_ahead(date: Mention, of: Mention) -> bool:
    """Whether one article tells what is still to come, and the other what is long over."""
    own, other = date.document.published, of.document.published
    if own is None or other is None or date.time is None or of.time is None:
        return False
    start, end = date.time.start, of.time.end
    return start is not None and end is not None and start > own and (other - end).days > LASTING


def _is_of_these(mention: Mention) -> bool:
    """Whether a number is that of some of those who were counted right before: "168, of which 90 were refloated"."""
    return _OF_THESE.search(mention.document.text, max(0, mention.start - _WITHIN), mention.start) is not None


def _opens_row(mention: Mention) -> bool:
    """Whether an ordinal tells which several are meant, and not which one: "the first three women"."""
    return mention.kind is Kind.ORDINAL and _SEVERAL_OF.match(mention.document.text, mention.end) is not None


def _is_step(mention: Mention) -> bool:
    """Whether a length of time is that by which another changed: "cut the journey by 40 minutes"."""
    return (
        mention.kind is Kind.DURATION
        and _BY.search(mention.document.text, max(0, mention.start - _WITHIN), mention.start) is not None
    )


def _are_two_ages(ours: Claim, theirs: Claim) -> bool:
    """Whether two ages are those of two people with names, or of one person at two times."""
    if is_of_then(ours.mention) is not is_of_then(theirs.mention) or _are_of_two_sorts(ours.mention, theirs.mention):
        return True
    one, other = (aged_of(claim.mention, claim.sentence) for claim in (ours, theirs))
    if one is None or other is None or ours.mention.quantity == theirs.mention.quantity:
        return False
    if one.surname not in (*other.first_names, other.surname) and other.surname not in one.first_names:
        return True
    named = bool(one.first_names and other.first_names)
    days = {claim.mention.document.published for claim in (ours, theirs)}
    return (named and not may_be_one_person(one, other)) or (
        len(days) > 1 and None not in days and is_as_old(one, other)
    )


def _are_of_two_sorts(one: Mention, other: Mention) -> bool:
    """Whether one age is that of a man and the other of a woman, or one of a ship and the other of anybody."""
    a, b = (stem(found[1]) if (found := _OLD_WHAT.match(each.document.text, each.end)) else "" for each in (one, other))
    return never_one(a, b) or (a != b and (a in _THINGS or b in _THINGS))


def _says(count: Mention) -> bool:
    """Whether those who are counted are the ones who say so: "one passenger said"."""
    return count.kind is Kind.COUNT and _SAY.match(count.document.text, count.end) is not None


def _is_said_otherwise(ours: Claim, theirs: Claim) -> bool:
    """Whether one text denies or defines what the other asserts, or tells as said or expected before what the other tells as it is."""
    one, two = ours.withheld, theirs.withheld
    return (
        (one == DENIED) is not (two == DENIED)
        or (EARLIER in {one, two} and not {one, two}.isdisjoint({None, QUOTED}))
        or (_DEFINES.search(ours.sentence.text) is None) is not (_DEFINES.search(theirs.sentence.text) is None)
    )


def _counts_one_thing(ours: Figure, theirs: Figure) -> bool:
    """Whether a count and a count or a bare number have one head, or the same said of them ("killed", "population")."""
    a, b = ours.mention, theirs.mention
    if a.quantity is None or b.quantity is None:
        return False
    tolls = [one.claim.attribute in TOLLS for one in (ours, theirs)]
    if tolls[0] is not tolls[1] and ABOARD in ours.claim.scope | theirs.claim.scope:
        return False
    if _have_one_fate(ours.claim, theirs.claim):
        return True
    if a.kind is not b.kind:
        if ours.claim.attribute and same_attribute(ours.claim.attribute) == same_attribute(theirs.claim.attribute):
            return True
        counted, near = (a.quantity, theirs.near) if a.kind is Kind.COUNT else (b.quantity, ours.near)
        return head(counted.unit) in near
    heads = {head(a.quantity.unit), head(b.quantity.unit)}
    return (len(heads) == 1 or PRONOUN in heads) and not _is_some_of(ours, theirs)


def _is_besides(some: Figure, every: Figure) -> bool:
    """Whether a count is of those besides one who is named, and another of all: "Lund and 25 other mayors", "26 mayors"."""
    a, b = some.mention.quantity, every.mention.quantity
    if a is None or b is None or not a.value < b.value <= a.value + NAMED or not _OTHER.search(some.mention.text):
        return False
    before = some.mention.document.text[some.claim.sentence.start : some.mention.start]
    return _WITH.search(before) is not None and _OTHER.search(every.mention.text) is None


def _have_one_fate(ours: Claim, theirs: Claim) -> bool:
    """Whether two counts are of people of whom the same became, whatever their heads are: "12 deaths", "killed 12"."""
    same = ours.attribute in TOLLS and same_attribute(ours.attribute) == same_attribute(theirs.attribute)
    return same and (ours.subject <= theirs.subject or theirs.subject <= ours.subject)


def _is_some_of(ours: Figure, theirs: Figure) -> bool:
    """Whether the smaller count may be some of the larger: two shuttle flights of four flights, but not six northern districts of eight in the north."""
    amounts = [(figure.mention.quantity, figure) for figure in (ours, theirs)]
    (fewer, _), (more, other) = sorted(
        ((amount, figure) for amount, figure in amounts if amount is not None), key=lambda one: one[0].value
    )
    some, whole = (
        {word for word in amount.unit.split()[:-1] if not _SEVERAL.fullmatch(word)} for amount in (fewer, more)
    )
    return whole < {word for word in some if not _tells(other, word)}


def _tells(figure: Figure, word: str) -> bool:
    """Whether the word that a word is made of stands round a figure: "northern" and "in the north"."""
    root = stem(word)
    return any(root != told and len(told) >= ROOT and root.startswith(told) for told in figure.near)


def _denies(figure: Figure) -> bool:
    """Whether somebody denies in a sentence what somebody else said, on another day."""
    return _DENIES.search(figure.claim.sentence.text) is not None


def _begins(date: Mention) -> bool:
    """Whether a date is that since when something is: "since 2000"."""
    return _SINCE.search(date.document.text, max(0, date.start - 2 * _WITHIN), date.start) is not None


def head(unit: str) -> str:
    """What is counted, by the stem of a usual word for it."""
    last = unit.rpartition(" ")[2]
    return "person" if last in HUMAN else same_attribute(stem(last))
