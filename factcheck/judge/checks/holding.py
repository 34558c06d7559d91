"""A draft's figures held against those of its sources: what agrees, what differs, and how much either says."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.align.blocks import OF_EVENTS, TOLLS
from factcheck.align.drafts import Figure, SourceIndex, family
from factcheck.align.senses import same_attribute
from factcheck.align.settings import setting_of
from factcheck.align.wholes import exceeds_whole, in_its_place, of_another_extent, of_another_stretch, opened_by_another
from factcheck.attach.attributes import PEOPLE
from factcheck.attach.voices import EARLIER, QUOTED
from factcheck.attach.words import stem
from factcheck.judge.agreement import gap
from factcheck.judge.checks.aged import aged_of, is_as_old, may_be_one_person
from factcheck.judge.checks.parts import plain_words, vocabulary
from factcheck.judge.checks.restated import FINE, date_parts, restated
from factcheck.judge.verdicts import Accord, Verdict
from factcheck.model import Bound, Claim, Document, Kind, Mention, Quantity
from factcheck.nouns import dataclass
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: What a number that was rounded, or that counts something else, supports less than the same number.
ROUNDED = 0.7
OTHER_NOUN = 0.5
#: What a range says less against a number, and a number of another order of magnitude against a number.
OTHER_SORT = 0.85
FAR = Decimal("0.9")
#: What a length of time says less against one that is counted in another unit.
OTHER_CLOCK = 0.7
#: What is hedged may stand for a number that differs by this share.
ROUGH = Decimal("0.15")
#: What a change says less of a level, and a part of a whole; scopes are read off the words near a number.
OTHER_SCOPE = 0.8
FORMER = "former"
#: Of these an article gives many, each with its own words.
LEVELS = frozenset({Kind.MONEY, Kind.PERCENTAGE})
#: What is counted may have changed after so many days, and what is a level after so many.
FRESH, LASTING = 2, 31
SCOPES = frozenset({"change", "added", "part", FORMER, "contrasted", "recent"})
#: What one wrong digit or one wrong part of a date adds to the likeness.
NEAR_COPY = 0.15
#: What a company or an office is made of: its number is not that of all of it.
BRANCHES = frozenset(map(stem, ("division", "subsidiary", "segment", "branch")))
#: Heads that count people, in whatever part they are told of: "four suspects" and "three men".
HUMAN = PEOPLE | frozenset(
    "suspect defendant gunman gunmen attacker assailant captive detainee activist official lawmaker driver sailor miner"
    " tourist villager teacher pupil farmer".split()
)
#: The reason for which a claim is withheld that its sentence denies.
DENIED = "denied"
#: A head that stands for whatever was counted before: "the five worst ones".
PRONOUN = "one"
#: Before a day on which somebody spoke, in so many letters.
_SAID_ON, SAID_WITHIN = regex(r"\b(?:said|told [\w ]{1,20}|announced|added|confirmed)(?: late| early)?(?: on)? \Z"), 40
#: Behind a count, these say that those who are counted speak.
_SAY = regex(r" (?:said|says|say|told|recalled|complained|testified)\b")
#: The year before one that was told.
_YEAR_BEFORE = regex(
    r"\b(?:(?:a|the) year (?:before|earlier|ago)|(?:previous|prior|preceding) year|year[- ]o(?:n|ver)[- ]year)\b"
)
#: What says of things only that they are several.
_SEVERAL = regex(r"(?:different|separate|new|various|other|such|further|more|additional|total|overall)")


@dataclass(frozen=True, slots=True)
class Held:
    """A figure of the draft held against one of a source's."""

    ours: Figure
    theirs: Figure
    likeness: float
    verdict: Verdict

    @property
    def agrees(self) -> bool:
        """Whether the one may be printed for the other."""
        return isinstance(self.verdict, Accord)

    @property
    def sentences(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The sentences of both, as keys."""
        return sentence_of(self.ours), sentence_of(self.theirs)

    @property
    def order(self) -> tuple[float, str, int]:
        """The likest first; of several that are equally like, the same one in whatever order the sources come."""
        return -self.likeness, self.theirs.mention.document.name, self.theirs.mention.start


def sentence_of(figure: Figure) -> tuple[int, int]:
    """The document and the place of a figure's sentence, as a key."""
    return id(figure.mention.document), figure.claim.sentence.start


class Printed:
    """The figures of the sources by what they print, and by the sentence that they stand in."""

    def __init__(self, index: SourceIndex) -> None:
        self._index = index
        self._printing: defaultdict[object, list[Figure]] = defaultdict(list)
        self._by_sentence: defaultdict[tuple[int, int], list[Figure]] = defaultdict(list)
        self._starts: defaultdict[int, list[int]] = defaultdict(list)
        for figure in index.figures:
            document, start = sentence_of(figure)
            if (document, start) not in self._by_sentence:
                self._starts[document].append(start)
            self._by_sentence[document, start].append(figure)
            for key in _keys(figure):
                self._printing[key].append(figure)

    def printing(self, figure: Figure) -> Iterable[Figure]:
        """The figures that print about the same number or a date with a part in common, whatever words stand round them."""
        return {id(other): other for key in _keys(figure) for other in self._printing[key]}.values()

    def beside(self, figure: Figure) -> list[Figure]:
        """The figures of the same sentence."""
        return self._by_sentence[sentence_of(figure)]

    def around(self, figure: Figure) -> list[Figure]:
        """The figures of the same sentence, and of the ones before and after it that have figures."""
        document, start = sentence_of(figure)
        starts = self._starts[document]
        at = starts.index(start)
        return [one for near in starts[max(0, at - 1) : at + 2] for one in self._by_sentence[document, near]]

    def held(self, figure: Figure) -> list[Held]:
        """The figure against the likest figures of the sources and those that print the same, the likest first."""
        return sorted(self._held(figure), key=lambda held: held.order)

    def may_mean(self, figure: Figure) -> bool:
        """Whether a figure may be a rough word for one that the sources have of the same sort ("nearly 200" for 180).

        So is a year, if they tell of the next and of "the year before".
        """
        if figure.mention.kind is Kind.DATE:
            return any(_is_year_before(figure, other) for other, _ in self._index.peers(figure))
        ours = figure.mention.quantity
        if ours is None or ours.bound is Bound.EXACT or figure.mention.kind is not Kind.COUNT:
            return False
        return any(
            (theirs := other.mention.quantity) is not None
            and gap(ours.value, theirs.value) <= ROUGH
            and restated(figure.mention, other.mention) is None
            and of_one_thing(figure, other)
            for other, _ in self._index.peers(figure)
        )

    def _held(self, figure: Figure) -> Iterator[Held]:
        met = set()
        kind = family(figure.mention)
        for other, likeness in self._index.peers(figure):
            met.add(id(other))
            if verdict := restated(figure.mention, other.mention):
                yield Held(figure, other, _weighed(figure, other, likeness, verdict), verdict)
        for other in self.printing(figure):
            if id(other) in met:
                continue
            likeness = self._index.likeness(figure, other)
            if family(other.mention) == kind:
                verdict = restated(figure.mention, other.mention)
            else:
                verdict = _bare(figure.mention, other.mention)
            if isinstance(verdict, Accord):
                yield Held(figure, other, _weighed(figure, other, likeness, verdict), verdict)


def _keys(figure: Figure) -> Iterator[object]:
    """What a figure is found by: the parts of its date, or the number that it prints, however it is rounded."""
    mention = figure.mention
    if mention.quantity and mention.quantity.printed:
        for number in mention.quantity.printed:
            yield number
            if number:
                for digits in (1, 2):
                    yield digits, f"{number:.{digits - 1}E}"
    elif mention.time:
        parts = date_parts(mention.time)
        for part, told in parts.items():
            if part != "day" or "month" not in parts:
                yield part, told


def _bare(draft: Mention, source: Mention) -> Accord | None:
    """That two mentions print the same number, if one is a bare number that may be of anything."""
    ours, theirs = draft.quantity, source.quantity
    if Kind.NUMBER in {draft.kind, source.kind} and ours and theirs and ours.printed == theirs.printed:
        return Accord((draft.span, source.span), "both print the same")
    return None


# --- how much a comparison says --------------------------------------------------------


def _weighed(figure: Figure, other: Figure, likeness: float, verdict: Verdict) -> float:
    """How much a comparison says: less where the numbers only fit, or where they are of another sort."""
    ours, theirs = figure.mention.quantity, other.mention.quantity
    if (figure.claim.scope ^ other.claim.scope) & SCOPES:
        likeness *= OTHER_SCOPE
    if isinstance(verdict, Accord):
        if not of_one_thing(figure, other):
            likeness *= OTHER_NOUN
        if ours and theirs and gap(ours.value, theirs.value) > FINE:
            likeness *= ROUNDED
        return likeness
    if ours and theirs:
        if figure.mention.kind is Kind.DURATION and clock(ours.unit) != clock(theirs.unit):
            likeness *= OTHER_CLOCK
        if ours.is_range is not theirs.is_range or gap(ours.value, theirs.value) > FAR:
            likeness *= OTHER_SORT
    if copied_badly(figure.mention, other.mention):
        likeness += NEAR_COPY
    return likeness


def copied_badly(ours: Mention, theirs: Mention) -> bool:
    """Whether one part of a date, or one digit of a number of three or more, is all that differs."""
    if ours.time and theirs.time and not ours.quantity:
        one, other = date_parts(ours.time), date_parts(theirs.time)
        common = one.keys() & other.keys()
        return len(common) > 1 and sum(one[part] != other[part] for part in common) == 1
    if not (ours.quantity and theirs.quantity) or len(ours.quantity.printed) != len(theirs.quantity.printed):
        return False
    a, b = _digits(ours.quantity), _digits(theirs.quantity)
    return len(a) == len(b) >= 3 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _digits(amount: Quantity) -> str:
    """The digits of what is printed, without the noughts at the end."""
    return " ".join(f"{number.normalize():f}".rstrip("0") for number in amount.printed)


# --- whether two figures are of one sort of thing ---------------------------------------


def of_one_thing(ours: Figure, theirs: Figure) -> bool:
    """Whether two figures count or measure one sort of thing, and both or neither is denied, or was said before."""
    a, b = ours.mention, theirs.mention
    if _is_said_otherwise(ours.claim, theirs.claim) or _of_two_things(ours, theirs) or _says(a) or _says(b):
        return False
    if a.kind is Kind.DATE and b.kind is Kind.DATE and a.time and b.time:
        if _is_of_saying(a) is not _is_of_saying(b):
            return False
        return set(date_parts(a.time)) <= set(date_parts(b.time)) or set(date_parts(b.time)) <= set(date_parts(a.time))
    if _is_fraction(a) is not _is_fraction(b) or (a.kind is Kind.AGE and _are_two_ages(ours.claim, theirs.claim)):
        return False
    if Kind.COUNT in {a.kind, b.kind}:
        return _counts_one_thing(ours, theirs)
    return True


def _are_two_ages(ours: Claim, theirs: Claim) -> bool:
    """Whether two ages are those of two people with names, or of one person at two times."""
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
    """Whether one text denies what the other asserts, or tells as said or expected before what the other tells as it is."""
    one, two = ours.withheld, theirs.withheld
    return (one == DENIED) is not (two == DENIED) or (
        EARLIER in {one, two} and not {one, two}.isdisjoint({None, QUOTED})
    )


def of_one_time(ours: Figure, theirs: Figure) -> bool:
    """Whether two figures are both of what is, or both of what was before, and over as long: "40,000 inhabitants before the war"."""
    former = [figure.mention.quantity is not None and FORMER in figure.claim.scope for figure in (ours, theirs)]
    return former[0] is former[1] and not of_another_stretch(ours.claim, theirs.claim)


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
    return _of_two_places(ours, theirs) or bool(opened_by_another(one, two) or of_another_extent(one, two))


def _of_two_places(ours: Figure, theirs: Figure) -> bool:
    """Whether two tolls are of two places, of one of which the other text does not speak; or of a branch and of all of it."""
    if _is_of_branch(ours, theirs) or _is_of_branch(theirs, ours):
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
    branches = BRANCHES & (part.near.keys() - whole.near.keys())
    return not branches <= _stems(whole.mention.document) and not exceeds_whole(part.claim, whole.claim)


@lru_cache(maxsize=16)
def _stems(document: Document) -> frozenset[str]:
    return frozenset(map(stem, vocabulary(document)))


def _names(document: Document, place: str) -> bool:
    """Whether an article has some word of a place's name."""
    return not vocabulary(document).isdisjoint(plain_words(place))


def _counts_one_thing(ours: Figure, theirs: Figure) -> bool:
    """Whether a count and a count or a bare number have one head, or the same said of them ("killed", "population")."""
    a, b = ours.mention, theirs.mention
    if a.quantity is None or b.quantity is None:
        return False
    if _have_one_fate(ours.claim, theirs.claim):
        return True
    if a.kind is not b.kind:
        if ours.claim.attribute and same_attribute(ours.claim.attribute) == same_attribute(theirs.claim.attribute):
            return True
        counted, near = (a.quantity, theirs.near) if a.kind is Kind.COUNT else (b.quantity, ours.near)
        return _head(counted.unit) in near
    heads = {_head(a.quantity.unit), _head(b.quantity.unit)}
    return (len(heads) == 1 or PRONOUN in heads) and not _is_some_of(a.quantity, b.quantity)


def _have_one_fate(ours: Claim, theirs: Claim) -> bool:
    """Whether two counts are of people of whom the same became, whatever their heads are: "12 deaths", "killed 12"."""
    same = ours.attribute in TOLLS and same_attribute(ours.attribute) == same_attribute(theirs.attribute)
    return same and (ours.subject <= theirs.subject or theirs.subject <= ours.subject)


def _is_some_of(one: Quantity, other: Quantity) -> bool:
    """Whether the smaller count may be some of the larger: two shuttle flights of four flights."""
    fewer, more = sorted((one, other), key=lambda amount: amount.value)
    some, whole = (
        {word for word in amount.unit.split()[:-1] if not _SEVERAL.fullmatch(word)} for amount in (fewer, more)
    )
    return whole < some


def _is_of_saying(date: Mention) -> bool:
    """Whether a date is the day on which somebody spoke: "police said on Tuesday"."""
    return _SAID_ON.search(date.document.text, max(0, date.start - SAID_WITHIN), date.start) is not None


def _is_year_before(ours: Figure, theirs: Figure) -> bool:
    """Whether a date is of the year before another, of which the other's sentence speaks too: "2023, 5% more than a year before"."""
    years = [date_parts(one.mention.time).get("year", "") if one.mention.time else "" for one in (ours, theirs)]
    if not all(year.isdigit() and len(year) == len("2023") for year in years) or int(years[1]) - int(years[0]) != 1:
        return False
    return _YEAR_BEFORE.search(theirs.claim.sentence.text) is not None


def _is_fraction(mention: Mention) -> bool:
    return mention.kind is Kind.NUMBER and mention.quantity is not None and 0 < mention.quantity.value < 1


def clock(unit: str) -> str:
    """Lengths of time that people count in the same: years and decades, days and weeks."""
    return {"decade": "year", "century": "year", "week": "day", "minute": "hour"}.get(unit, unit)


def _head(unit: str) -> str:
    """What is counted, by the stem of a usual word for it."""
    last = unit.rpartition(" ")[2]
    return "person" if last in HUMAN else same_attribute(stem(last))
