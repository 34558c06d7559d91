"""A draft's figures held against those of its sources: what agrees, what differs, and how much either says."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.align.drafts import Figure, SourceIndex, family
from factcheck.align.senses import sense
from factcheck.attach.words import EMPTY, stem
from factcheck.judge.agreement import gap
from factcheck.judge.checks.across.figures.one_time import FORMER, days_of_lead, is_year_before
from factcheck.judge.checks.across.figures.restated import FINE, date_parts, restated
from factcheck.judge.verdicts import Accord, Verdict
from factcheck.model import Bound, Kind, Mention, Quantity
from factcheck.nouns import dataclass
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from factcheck.model import Document

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
#: What a share, a sum or a length says more against one with the same noun right behind it: "a 15% discount".
SAME_NOUN = 0.1
_NOUN = regex(r"[ -]([a-z]{3,})\b")
_OF_NOUN, _WITHIN = (
    regex(r"\b(?:an?|the|its|their|his|her|our|your|this|that|extra|additional|further|exclusive) \Z"),
    12,
)
#: Of these a noun right behind is no part. What the noun belongs to stands before, so near in letters.
_BARE = frozenset({Kind.PERCENTAGE, Kind.MONEY, Kind.DURATION, Kind.QUANTITY})
#: What a change says less of a level, and a part of a whole; scopes are read off the words near a number.
OTHER_SCOPE = 0.8
SCOPES = frozenset({"change", "added", "part", FORMER, "contrasted", "recent"})
#: What one wrong digit or one wrong part of a date adds to the likeness.
NEAR_COPY = 0.15


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


def are_copied(one: Figure, other: Figure) -> bool:
    """Whether two figures stand in one sentence that two articles have to the letter, at one place of it."""
    return in_words(one) == in_words(other)


def in_words(figure: Figure) -> tuple[int, str]:
    """Where a figure stands in its sentence, and the sentence to the letter."""
    return figure.mention.start - figure.claim.sentence.start, figure.claim.sentence.text


class Printed:
    """The figures of the sources by what they print, and by the sentence that they stand in."""

    def __init__(self, index: SourceIndex) -> None:
        self._index = index
        self._printing: defaultdict[object, list[Figure]] = defaultdict(list)
        self._by_sentence: defaultdict[tuple[int, int], list[Figure]] = defaultdict(list)
        self._starts: defaultdict[int, list[int]] = defaultdict(list)
        self._days: dict[int, frozenset[date]] = {}
        for figure in index.figures:
            document, start = sentence_of(figure)
            if (document, start) not in self._by_sentence:
                self._starts[document].append(start)
            self._by_sentence[document, start].append(figure)
            for key in _keys(figure):
                self._printing[key].append(figure)

    def days_of(self, document: Document) -> frozenset[date]:
        """The days of which the lead of a source tells."""
        if id(document) not in self._days:
            dates = (figure.mention for figure in self._index.figures if figure.mention.document is document)
            self._days[id(document)] = days_of_lead(dates)
        return self._days[id(document)]

    def printing(self, figure: Figure) -> Iterable[Figure]:
        """The figures that print about the same number or a date with a part in common, whatever words stand round them."""
        return {id(other): other for key in _keys(figure) for other in self._printing[key]}.values()

    @property
    def figures(self) -> Sequence[Figure]:
        """The figures of the sources."""
        return self._index.figures

    def likeness(self, figure: Figure, other: Figure) -> float:
        """How much alike the words round a draft's figure and one of the sources are, of whatever kind they are."""
        return self._index.likeness(figure, other)

    def beside_both(self, figure: Figure, other: Figure) -> float:
        """How much of what stands beside a figure stands beside another too."""
        return self._index.beside_both(figure, other)

    def beside(self, figure: Figure) -> list[Figure]:
        """The figures of the same sentence."""
        return self._by_sentence[sentence_of(figure)]

    def around(self, figure: Figure) -> list[Figure]:
        """The figures of the same sentence, and of the ones before and after it that have figures."""
        document, start = sentence_of(figure)
        starts = self._starts[document]
        at = starts.index(start)
        return [one for near in starts[max(0, at - 1) : at + 2] for one in self._by_sentence[document, near]]

    def multiplied(self, ours: Mention, beside: Sequence[Mention], theirs: Figure) -> str:
        """How a figure is so many times one of a passage ("4 × 16 = 64"), with what is told beside it; or nothing."""
        from factcheck.judge.checks.across.figures.derived import multiplied  # noqa: PLC0415 - few figures are asked for it

        words = [word.lower for word in theirs.passage.words]
        return multiplied(ours, [one.mention for one in self.around(theirs)], beside, words)

    def held(self, figure: Figure) -> list[Held]:
        """The figure against the likest figures of the sources and those that print the same, the likest first."""
        return sorted(self._held(figure), key=lambda held: held.order)

    def may_mean(self, figure: Figure) -> bool:
        """Whether a figure may be a rough word for one that the sources have of the same sort ("nearly 200" for 180).

        So is a year, if they tell of the next and of "the year before".
        """
        if figure.mention.kind is Kind.DATE:
            return any(is_year_before(figure, other) for other, _ in self._index.peers(figure))
        ours = figure.mention.quantity
        if ours is None or ours.bound is Bound.EXACT or figure.mention.kind is not Kind.COUNT:
            return False
        from factcheck.judge.checks.across.figures.one_thing import of_one_thing  # noqa: PLC0415 - few articles print what others do

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
    from factcheck.judge.checks.across.figures.happening import clock  # noqa: PLC0415 - few articles print what others do
    from factcheck.judge.checks.across.figures.one_thing import of_one_thing  # noqa: PLC0415

    ours, theirs = figure.mention.quantity, other.mention.quantity
    if (figure.claim.scope ^ other.claim.scope) & SCOPES:
        likeness *= OTHER_SCOPE
    if isinstance(verdict, Accord):
        noun = _noun_behind(figure)
        if not of_one_thing(figure, other) or (noun and noun not in other.near):
            likeness *= OTHER_NOUN
        if ours and theirs and gap(ours.value, theirs.value) > FINE:
            likeness *= ROUNDED
        return likeness
    if ours and theirs:
        if figure.mention.kind is Kind.DURATION and clock(ours.unit) != clock(theirs.unit):
            likeness *= OTHER_CLOCK
        if ours.is_range is not theirs.is_range or gap(ours.value, theirs.value) > FAR:
            likeness *= OTHER_SORT
    if (noun := _noun_behind(figure)) and noun == _noun_behind(other):
        likeness += SAME_NOUN
    if copied_badly(figure.mention, other.mention):
        likeness += NEAR_COPY
    return likeness


def _noun_behind(figure: Figure) -> str:
    """What stands right behind a share, a sum or a length, as a usual word for it: "a 15% discount"."""
    mention, text = figure.mention, figure.mention.document.text
    if mention.kind not in _BARE or not _OF_NOUN.search(text, max(0, mention.start - _WITHIN), mention.start):
        return ""
    found = _NOUN.match(text, mention.end)
    return "" if found is None or found[1] in EMPTY else sense(stem(found[1]))


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
