"""Whether two figures of two texts count, measure or date one thing, at one time."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.align.blocks import OF_EVENTS, TOLLS
from factcheck.align.drafts import is_fraction
from factcheck.align.gates import of_another_order
from factcheck.align.merging import may_be_one_name
from factcheck.align.senses import KEPT_APART, never_one, same_attribute
from factcheck.align.settings import setting_of
from factcheck.align.wholes import (
    SAYS,
    exceeds_whole,
    in_its_place,
    of_another_extent,
    of_another_stretch,
    opened_by_another,
)
from factcheck.attach.attributes import HUMAN
from factcheck.attach.scope import ABOARD, AMONG, LETTERS, RUNNING, WHOLE
from factcheck.attach.voices import EARLIER, FORECAST, QUOTED, is_of_saying
from factcheck.attach.words import stem, words_of
from factcheck.extract.lexicon.nouns import RELATIVES
from factcheck.extract.lexicon.verb_tenses import BACK
from factcheck.judge.checks.across.figures.restated import date_parts
from factcheck.judge.checks.lives.aged import aged_of, is_as_old, is_of_then, may_be_one_person
from factcheck.judge.checks.parts import document_words, plain_words
from factcheck.model import Claim, Document, Kind, Mention
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.align.drafts import Figure

#: The word of scope of what was before.
FORMER = "former"
#: Of these an article gives many, each with its own words.
LEVELS = frozenset({Kind.MONEY, Kind.PERCENTAGE})
#: What is counted may have changed after so many days, and what is a level after so many.
FRESH, LASTING = 2, 31
#: What a company or an office is made of: its number is not that of all of it.
BRANCHES = frozenset(map(stem, ("division", "subsidiary", "segment", "branch")))
#: These take up the branch of which the sentence before speaks: "Sales there fell 9 percent".
_THERE = regex(r"\b(?:there|the unit|that division|that business)\b")
#: The reason for which a claim is withheld that its sentence denies.
DENIED = "denied"
#: A word of so many letters may be what another is made of.
ROOT = 4
#: A head that stands for whatever was counted before: "the five worst ones".
PRONOUN = "one"
#: Behind a count, these say that those who are counted speak.
_SAY = regex(r" (?:said|says|say|told|recalled|complained|testified)\b")
#: The year before one that was told.
_YEAR_BEFORE = regex(
    r"\b(?:(?:a|the) year (?:before|earlier|ago)|(?:previous|prior|preceding) year|year[- ]o(?:n|ver)[- ]year)\b"
)
#: Before a number of some of them, and before that by which a length changed; so far before it, in letters.
_OF_THESE, _BY, _WITHIN = (
    regex(r"\bof (?:which|whom) \Z"),
    regex(r"\bby (?:about |around |some |almost |nearly )?\Z"),
    20,
)
#: What two amounts of one name are of where the sentence of one speaks of the first, and that of the other of the second.
_STATES = (
    (regex(r"\bnet\b|\bafter[- ]tax|\bbottom line\b"), regex(r"\bpre-?tax\b|\bbefore (?:[a-z]+ and )?tax|\bgross\b|\boperating\b")),
    (
        regex(r"\b(?:including|with|after) (?:[a-z'’]+ ){0,2}(?:fees?|premium|commission|vat|tax(?:es)?|duty)\b"),
        regex(r"\bhammer\b|\b(?:excluding|before|without|plus) (?:[a-z'’]+ ){0,2}(?:fees?|premium|commission|vat|duty)\b"),
    ),
    (regex(r"\bseasonally adjusted\b"), regex(r"\bunadjusted\b|\bnot (?:seasonally )?adjusted\b")),
    (regex(r"\b(?:highs|highest|hottest|warmest)\b"), regex(r"\b(?:lows|lowest|coldest|coolest)\b")),
)  # fmt: skip
#: What is told of some of the votes.
_COUNTED_SO_FAR = regex(
    r"\b(?:partial|preliminary|provisional|early) (?:results|returns|figures|counts?)\b|\bwith [^.;]{0,60}\b(?:counted|reporting|tallied)\b"
)
#: Before the date since when something is: "since 2000", "since records began in 1921".
_SINCE = regex(r"\b[Ss]ince (?:[a-z]+ ){0,3}\Z")
#: A past form that ends as most do, and how near before a number it tells what came about, in words.
_REGULAR, _VERB = regex(r"(?!un|hundred|need)[a-z]{3,}ed"), 3
#: What says what a word means, and tells of nothing that happened: "defined as one with four dead or more".
_DEFINES = regex(r"\b(?:defin(?:es?|ed|ing|ition)|means any)\b")
_DENIES = regex(r"\b(?:denied|denies|deny|denying|dismissed)\b")
_SEVERAL_OF = regex(r" (?:two|three|four|five|six|seven|eight|nine|ten|\d+|few)\b")
#: What says of things only that they are several.
_SEVERAL = regex(r"(?:different|separate|new|various|other|such|further|more|additional|total|overall)")


def of_one_thing(ours: Figure, theirs: Figure) -> bool:
    """Whether two figures count or measure one sort of thing, and both or neither is denied, or was said before."""
    a, b = ours.mention, theirs.mention
    if _is_said_otherwise(ours.claim, theirs.claim) or _of_two_things(ours, theirs) or _says(a) or _says(b):
        return False
    if a.kind is b.kind is Kind.DATE:
        return _date_one_thing(ours, theirs)
    if a.kind is Kind.AGE and _are_two_ages(ours.claim, theirs.claim):
        return False
    if any(told(a) is not told(b) for told in (is_fraction, _is_of_these, _is_step, _opens_row)):
        return False
    if Kind.COUNT in {a.kind, b.kind}:
        return _counts_one_thing(ours, theirs) and not of_another_order(ours.claim, theirs.claim)
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
    if is_of_then(ours.mention) is not is_of_then(theirs.mention):
        return True
    one, other = (aged_of(claim.mention, claim.sentence) for claim in (ours, theirs))
    if one is None or other is None or ours.mention.quantity == theirs.mention.quantity:
        return False
    named = bool(one.first_names and other.first_names)
    days = {claim.mention.document.published for claim in (ours, theirs)}
    return (named and not may_be_one_person(one, other)) or (
        len(days) > 1 and None not in days and is_as_old(one, other)
    )


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


def of_one_time(ours: Figure, theirs: Figure) -> bool:
    """Whether two figures are both of what is, or both of what was before, and over as long: "40,000 inhabitants before the war"."""
    former = [figure.mention.quantity is not None and FORMER in figure.claim.scope for figure in (ours, theirs)]
    ahead = any(
        one.claim.withheld == FORECAST and (RUNNING in other.claim.scope or _has_come_about(one.claim, other.claim))
        for one, other in ((ours, theirs), (theirs, ours))
    )
    return former[0] is former[1] and not ahead and not of_another_stretch(ours.claim, theirs.claim)


def _has_come_about(forecast: Claim, outcome: Claim) -> bool:
    """Whether what the one expects is told by the other as done: "will sell 400 boats", "sold 300 boats"."""
    return outcome.withheld is None and _is_done(outcome) and not _is_done(forecast)


def _is_done(claim: Claim) -> bool:
    """Whether a verb in the past tense stands right before an amount."""
    words = [word.lower for word in words_of(claim.sentence) if word.end <= claim.mention.start]
    return any(word in BACK or _REGULAR.fullmatch(word) for word in words[-_VERB:] if word not in SAYS)


def of_one_day(one: Mention, other: Mention) -> bool:
    """Whether what two articles count or measure cannot have changed from the one to the other; dates do not change."""
    days = [mention.document.published for mention in (one, other)]
    if one.kind is Kind.DATE or days[0] is None or days[1] is None:
        return True
    apart = abs((days[0] - days[1]).days)
    return apart <= (LASTING if one.kind in LEVELS else FRESH if one.kind is not Kind.DURATION else 0)


def _of_two_things(ours: Figure, theirs: Figure) -> bool:
    """Whether two figures are of two places, or of two names that their sentences begin with."""
    one, two = ours.claim, theirs.claim
    return (
        never_one(one.attribute, two.attribute)
        or of_two_attributes(ours, theirs)
        or _of_two_places(ours, theirs)
        or _of_two_populations(one, two)
        or of_two_states(one.sentence.text.lower(), two.sentence.text.lower())
        or _of_two_groups(one, two)
        or _is_part_of_all(one, two)
        or _is_part_of_all(two, one)
        or bool(opened_by_another(one, two) or of_another_extent(one, two))
    )


def of_two_attributes(ours: Figure, theirs: Figure) -> bool:
    """Whether the sentence of one speaks of what the other's never means, and of nothing that this one's speaks of: revenue and profit."""
    return any(
        told and others and told.isdisjoint(others)
        for told, others in ((ours.near.keys() & apart, theirs.near.keys() & apart) for apart in KEPT_APART)
    )


def of_two_states(one: str, other: str) -> bool:
    """Whether one sentence speaks of what is before tax, or of some of the votes, and the other of what is after it, or of all."""
    return any(
        bool(first.search(one)) and bool(second.search(other)) and not (second.search(one) or first.search(other))
        for states in _STATES
        for first, second in (states, states[::-1])
    ) or bool(_COUNTED_SO_FAR.search(one)) is not bool(_COUNTED_SO_FAR.search(other))


def _of_two_populations(one: Claim, two: Claim) -> bool:
    """Whether two numbers are of the people of two places with names that are not one."""
    if {one.attribute, two.attribute} != {"population"} or not (one.subject and two.subject):
        return False
    are_named = one.subject <= one.names and two.subject <= two.names
    return are_named and not any(may_be_one_name(name, other) for name in one.subject for other in two.subject)


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
    return bool(one and two) and one.isdisjoint(two)


def _denies(figure: Figure) -> bool:
    """Whether somebody denies in a sentence what somebody else said, on another day."""
    return _DENIES.search(figure.claim.sentence.text) is not None


def _begins(date: Mention) -> bool:
    """Whether a date is that since when something is: "since 2000"."""
    return _SINCE.search(date.document.text, max(0, date.start - 2 * _WITHIN), date.start) is not None


def is_year_before(ours: Figure, theirs: Figure) -> bool:
    """Whether a date is of the year before another, of which the other's sentence speaks too: "2023, 5% more than a year before"."""
    years = [date_parts(one.mention.time).get("year", "") if one.mention.time else "" for one in (ours, theirs)]
    if not all(year.isdigit() and len(year) == len("2023") for year in years) or int(years[1]) - int(years[0]) != 1:
        return False
    return _YEAR_BEFORE.search(theirs.claim.sentence.text) is not None


def _is_part_of_all(part: Claim, whole: Claim) -> bool:
    """Whether one counts who was on board and the other says that it counts all, and no fewer: "12 on board", "15 in total"."""
    return ABOARD in part.scope and WHOLE in whole.scope and not exceeds_whole(part, whole)


def clock(unit: str) -> str:
    """Lengths of time that people count in the same: years and decades, days and weeks."""
    return {"decade": "year", "century": "year", "week": "day", "minute": "hour"}.get(unit, unit)


def head(unit: str) -> str:
    """What is counted, by the stem of a usual word for it."""
    last = unit.rpartition(" ")[2]
    return "person" if last in HUMAN else same_attribute(stem(last))
