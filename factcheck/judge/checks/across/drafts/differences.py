"""A change or a difference that a draft tells, against the numbers of its sources between which it lies."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

from factcheck.judge.checks.across.drafts.misdated import date_of
from factcheck.judge.checks.across.figures.derived import addend, changed
from factcheck.judge.checks.across.figures.holding import sentence_of
from factcheck.judge.checks.across.figures.one_thing import head
from factcheck.judge.checks.across.figures.opposites import TURNED
from factcheck.judge.checks.across.levels.consequences import MOVED, MOVED_BY, before, behind
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.mistyping import Slip, digits_of, slip
from factcheck.judge.verdicts import Clash
from factcheck.judge.wording import number_in_words
from factcheck.model import AMOUNTS, COUNTED, Bound, Kind, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.align.drafts import Figure
    from factcheck.judge.checks.across.drafts.told import DraftFigures
    from factcheck.model import Mention, Quantity

#: So much alike are the words round a change and round the levels between which it took place.
OF_ONE_CHANGE = 0.15
#: How much what is hedged may be off, as a share.
ROUGHLY = Decimal("0.12")
POINTS = frozenset({"percentage point", "point"})
_ROUGH = r"(?: (?:of|by|about|around|some|just|only|over|under|nearly|almost|roughly|more than|less than|well))*"
#: Before the number by which something changed, as a noun: "a drop of".
_RISE_OF = regex(
    rf"\b(?:(?P<up>{any_of(WORD_CLASSES['increase'])})|(?P<down>{any_of(WORD_CLASSES['decrease'])}))(?: of| by){_ROUGH} \Z"
)
_THEN = (
    r"(?:an?|one|the|last|the previous|the same|this time last) (?:year|season|month|week|quarter|decade|period)(?: (?:ago|earlier|before))?"
    r"|[a-z]+ (?:years|months|weeks|decades) (?:ago|earlier|before)"
    r"|last (?:year|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|(?:in |the )?(?:[a-z]+ )?(?:19|20)\d\d|the (?:last |previous )?(?:general )?election"
)
#: Behind one that tells how much more there is than there was: "13 points lower than in 2022".
_MORE_THAN = regex(
    rf"(?: points?)? (?:(?P<up>more|higher|dearer|up|above)|(?P<down>fewer|less|lower|cheaper|down|below))\b[^.;,\d]{{0,30}}? (?:than|on|from) (?:(?:in|at|for|on|came|was|were|had) )*(?:{_THEN})\b"
)
#: Between what something is and what it was; and behind what was, if the words between do not say so.
_FROM, _AGAINST = (
    regex(r"(?:[^.;]|\.(?=\d)){0,60}?\b(?:up |down )?from [^.;\d]{0,12}"),
    regex(r"[^.;\d]{0,30}?\b(?:against|compared (?:with|to)|versus|was|were)(?: [^.;\d]{0,12})? "),
)
_THEN_BEHIND = regex(rf"[^.;\d]{{0,30}}?\b(?:{_THEN})\b")
#: Before what something was, and between that and what it became.
_FROM_BEFORE, _TO = regex(r"\bfrom(?: [a-z]+){0,2} \Z"), regex(r"[^.;\d]{0,40}? to [^.;\d]{0,12}")
#: So much alike are the words round a difference that does not come out and round the two numbers of which it is a slip.
OF_THE_TWO = 0.2
TWO_DIGITS = 2
#: And so much those round a figure that is not told as a difference, and round each of two numbers of which it is a slip; who tells
#: what comes of two numbers leaves them out. What it may come of is sought among no more numbers of a passage than this.
OF_BOTH, FEW = 0.2, 12
#: What is taken away is at least this share of what it is taken from, and differences are not sought among more numbers than this.
PART, MANY = Decimal("0.03"), 150
#: A slip of the pen is a nought or two.
SCALE = 1000
#: What says that a number is what is left, or comes on top: "all but 16", "leaves 378 stores", "another £86,000", "only 31 lots".
_REST_BEFORE = regex(
    rf"\b(?:all but|the other|leav(?:e|es|ing)|left|another|an extra|add(?:s|ed|ing)?|margin of|majority of|by){_ROUGH} \Z"
)
_REST_BEHIND = regex(
    r"(?: [a-z]+){0,3}? (?:more|fewer|less|higher|lower|ahead|behind|short|shy|above|below|over|extra|adrift|clear|unsold|left)\b"
)


class Levels(NamedTuple):
    """What a source says that something was, and what it became, in the order in which they stand there."""

    first: Figure
    second: Figure
    is_former_first: bool

    @property
    def span(self) -> Span:
        """From the one to the other."""
        return Span(self.first.mention.document, self.first.mention.start, self.second.mention.end)

    @property
    def rose(self) -> bool:
        """Whether there was less before."""
        a, b = _number(self.first.mention), _number(self.second.mention)
        return (b > a) if self.is_former_first else (a > b)

    def change(self, told: Mention) -> Decimal | None:
        """By how much it changed, if that is told in the unit of a mention."""
        a, b = self.first.mention, self.second.mention
        difference = abs(_number(a) - _number(b))
        unit = told.unit
        former = _number(a if self.is_former_first else b)
        if told.kind is Kind.PERCENTAGE and unit not in POINTS:
            return 100 * difference / former if former else None
        if unit.rpartition(" ")[2] in POINTS or unit in POINTS:
            return difference if a.kind is Kind.PERCENTAGE else None
        if {told.kind, a.kind} <= COUNTED:
            return difference
        return difference if told.kind is a.kind and a.quantity and a.quantity.unit == unit else None


class Differences:
    """The changes and differences that a draft tells, against the numbers of its sources."""

    def __init__(self, told: DraftFigures) -> None:
        self._figures, self._printed = told.figures, told.printed
        self._told = told

    def turned(self, figure: Figure) -> Iterator[Clash]:
        """A change that the draft tells one way, where the source has the levels between which it took place the other way round."""
        way = _way(figure.mention)
        if way is None:
            return
        rose, told = way
        found = [
            (self._printed.likeness(figure, levels.first), levels)
            for levels in self._levels
            if _comes_to(levels.change(figure.mention), figure.mention.quantity)
        ]
        alike = [(likeness, levels) for likeness, levels in found if likeness >= OF_ONE_CHANGE]
        if alike and all(levels.rose is not rose for _, levels in found):
            _, levels = max(alike, key=lambda one: one[0])
            change = number_in_words(levels.change(figure.mention) or Decimal(0), 1)
            yield Clash(
                (told, levels.span),
                {"figure": figure.mention.text},
                arithmetic=f"{'up' if levels.rose else 'down'} by {change}",
                cause=TURNED,
            )

    def mistaken(self, figure: Figure, *, only_told: bool = False) -> Iterator[Clash]:
        """A figure that does not come of any numbers of the draft and its sources, but, with a slip of the pen, of two of a like sentence.

        A difference that the draft tells as one is looked for in any two numbers; what it does not, in two of which it tells
        neither, unless `only_told` ones are asked for.
        """
        ours = figure.mention
        if not _is_level(ours) or ours.kind is Kind.PERCENTAGE:
            return
        theirs, own = self._numbers(self._printed.figures, figure), self._numbers(self._figures, figure)
        if len(theirs) + len(own) > MANY:
            return
        pairs = [(one, other) for one, other in combinations(theirs, 2) if sentence_of(one[1]) == sentence_of(other[1])]
        if is_told := is_difference(ours):
            if comes_of_two(ours, [number for number, _ in (*own, *theirs)]):
                return
            pairs += product(self._near(figure, own), theirs)
            found = [
                (max(self._likenesses(figure, one, other)), one, other, abs(one[0] - other[0]))
                for one, other in pairs
                if _may_be_mistaken(ours, one, other, abs(one[0] - other[0]))
                and _are_of_one_scale(ours, one[1].mention, other[1].mention)
                and not self._is_of_many(figure, abs(one[0] - other[0]))
            ]
        elif only_told:
            return
        else:
            found = [
                (min(self._likenesses(figure, one, other)), one, other, way)
                for one, other in pairs
                for way in (abs(one[0] - other[0]), one[0] + other[0])
                if self._told.is_untold(one[1])
                and self._told.is_untold(other[1])
                and _may_be_mistaken(ours, one, other, way)
                and _are_of_one_size(ours, way)
            ]
        found = [each for each in found if each[0] >= (OF_THE_TWO if is_told else OF_BOTH)]
        if not found or not (is_told or self._stands_alone(figure, own)):
            return
        _, (a, first), (b, second), way = max(found, key=lambda each: each[0])
        is_own = first.mention.document is ours.document
        span = second.mention.span if is_own else Levels(first, second, is_former_first=False).span
        told = [f"{number.normalize():,f}" for number in (max(a, b), min(a, b), way)]
        yield Clash(
            (ours.span, span),
            guesses=1,
            arithmetic=f"{told[0]} {'+' if way > max(a, b) else '−'} {told[1]} = {told[2]}",
        )

    def _near(self, figure: Figure, own: Sequence[tuple[Decimal, Figure]]) -> list[tuple[Decimal, Figure]]:
        """Those of the draft's own numbers that stand in the sentence of a figure, or in the one before it."""
        starts = list(dict.fromkeys(map(sentence_of, self._figures)))
        at = starts.index(sentence_of(figure))
        return [told for told in own if sentence_of(told[1]) in starts[max(0, at - 1) : at + 1]]

    def _stands_alone(self, figure: Figure, own: Sequence[tuple[Decimal, Figure]]) -> bool:
        """Whether a figure is none of another time, and comes of no numbers of a passage of the sources, nor of one of theirs and those beside it."""
        ours = figure.mention
        near = [number for number, told in own if sentence_of(told) == sentence_of(figure)]
        beside = [one.mention for one in self._figures if sentence_of(one) == sentence_of(figure)]
        if date_of(ours, beside):
            return False
        passages = {sentence_of(one): one for one in self._printed.figures}
        for theirs in passages.values():
            around = [one.mention for one in self._printed.around(theirs)]
            numbers = [number for one in around if (number := number_of(one, ours)) is not None][:FEW]
            if any(_may_come_to(way, ours) for way in _ways([*near, *numbers])):
                return False
            if changed(ours, around) or self._printed.multiplied(ours, beside, theirs):
                return False
        return True

    def _is_of_many(self, figure: Figure, difference: Decimal) -> bool:
        """Whether a figure is a difference for each of so many that its sentence counts: "a holder of 1,000 shares has gained €1,800"."""
        beside = (one.mention for one in self._figures if sentence_of(one) == sentence_of(figure))
        return any(_number(one) * difference == _number(figure.mention) for one in beside if one.kind in COUNTED)

    @staticmethod
    def _numbers(figures: Iterable[Figure], figure: Figure) -> list[tuple[Decimal, Figure]]:
        """The numbers of figures of the same sort as one of the draft, but for that one, each with its figure."""
        told = ((number_of(one.mention, figure.mention), one) for one in figures if one is not figure)
        return [(number, one) for number, one in told if number is not None]

    def _likenesses(self, figure: Figure, *numbers: tuple[Decimal, Figure]) -> list[float]:
        """How much alike the words round a figure and each of some numbers of the sources are."""
        theirs = (one for _, one in numbers if one.mention.document is not figure.mention.document)
        return [self._printed.likeness(figure, one) for one in theirs]

    @cached_property
    def _levels(self) -> list[Levels]:
        """What the sources say that something was and became."""
        levels = (one for one in self._printed.figures if _is_level(one.mention))
        pairs = pairwise(sorted(levels, key=lambda one: (sentence_of(one), one.mention.start)))
        found = ((one, two, _order(one, two)) for one, two in pairs if sentence_of(one) == sentence_of(two))
        return [Levels(one, two, order) for one, two, order in found if order is not None]


def _number(mention: Mention) -> Decimal:
    return mention.quantity.printed[0] if mention.quantity else Decimal(0)


def _is_level(mention: Mention) -> bool:
    return mention.kind in AMOUNTS and mention.single is not None


def is_difference(mention: Mention) -> bool:
    """Whether a number tells what is left, what comes on top, or how far something is from another."""
    if not _is_level(mention):
        return False
    return bool(_REST_BEFORE.search(before(mention)) or _REST_BEHIND.match(behind(mention)) or _way(mention))


def number_of(mention: Mention, like: Mention) -> Decimal | None:
    """The number of a mention, if it is of the same sort as a figure, and told with its unit."""
    is_alike = mention.kind is like.kind or {mention.kind, like.kind} <= COUNTED
    return addend(like, mention) if is_alike else None


def _may_be_mistaken(ours: Mention, one: tuple[Decimal, Figure], other: tuple[Decimal, Figure], way: Decimal) -> bool:
    """Whether a figure is what comes of two numbers, with a slip of the pen, and all three may be of one thing."""
    (a, first), (b, second) = one, other
    return (
        min(a, b) >= PART * max(a, b)
        and _is_slip_of(ours, way)
        and _count_one_thing(ours, first.mention, second.mention)
    )


def _count_one_thing(*mentions: Mention) -> bool:
    """Whether numbers may all be of one thing: none counts another than the others."""
    units = (one.quantity.unit for one in mentions if one.kind is Kind.COUNT and one.quantity)
    return len({head(unit) for unit in units if unit}) <= 1


def comes_of_two(ours: Mention, numbers: Sequence[Decimal]) -> bool:
    """Whether a number is the sum of two, or what one leaves of the other, as it is rounded or hedged."""
    return any(_may_come_to(way, ours) for a, b in combinations(numbers, 2) for way in (a + b, abs(a - b)))


def _may_come_to(number: Decimal, ours: Mention) -> bool:
    """Whether a figure is a number, as it is rounded or hedged."""
    return _comes_to(number, ours.quantity) or _rounded(number, ours) == _number(ours)


def _ways(numbers: Sequence[Decimal]) -> Iterator[Decimal]:
    """What two or three numbers add up to, and what is left of one of them without the others."""
    for a, b in combinations(numbers, 2):
        yield from (a + b, abs(a - b))
    for three in combinations(numbers, 3):
        yield sum(three, Decimal(0))
        yield from (abs(sum(three) - 2 * one) for one in three)


def _are_of_one_scale(*mentions: Mention) -> bool:
    """Whether no figure is a thousand times as large as another: millions are no difference of dollars."""
    worth = [abs(one.quantity.value) for one in mentions if one.quantity]
    return max(worth) < SCALE * min(worth)


def _are_of_one_size(ours: Mention, number: Decimal) -> bool:
    """Whether a figure and a number are of one order of magnitude: neither is short of a nought."""
    return _number(ours).adjusted() == number.adjusted()


def _rounded(number: Decimal, like: Mention) -> Decimal:
    """A number to as many digits as a figure has, and two at least."""
    if not number:
        return number
    place = Decimal(10) ** (number.adjusted() + 1 - max(len(digits_of(_number(like))), 2))
    return (number / place).to_integral_value() * place


def _is_slip_of(ours: Mention, number: Decimal) -> bool:
    """Whether a figure is a number, as it is rounded, with a slip of the pen."""
    told, right = _number(ours), _rounded(number, ours)
    if told == right or max(len(digits_of(told)), told.adjusted() + 1) < TWO_DIGITS:
        return False
    found = slip(told, right)
    return found is not None and (found is Slip.NOUGHTS or told.adjusted() == right.adjusted())


def _order(one: Figure, two: Figure) -> bool | None:
    """Whether the first of two numbers of one sort is what something was, or the second is; None where neither is said."""
    a, b = one.mention, two.mention
    if not (_is_level(a) and _is_level(b)) or not (a.kind is b.kind or {a.kind, b.kind} <= COUNTED):
        return None
    between = a.document.text[a.end : b.start].lower()
    if _FROM_BEFORE.search(before(a)) and _TO.fullmatch(between):
        return True
    is_latter_first = _FROM.fullmatch(between) or (_AGAINST.fullmatch(between) and _THEN_BEHIND.match(behind(b)))
    return False if is_latter_first else None


def _way(mention: Mention) -> tuple[bool, Span] | None:
    """Whether a draft tells by how much something rose, or fell, and in which words; None where it tells neither."""
    if not _is_level(mention):
        return None
    words, start = before(mention), mention.start
    if found := _MORE_THAN.match(behind(mention)):
        end = mention.end + max(found.end("up"), found.end("down"))
        return found["up"] is not None, Span(mention.document, start, end)
    found = MOVED.search(words) or MOVED_BY.search(words) or _RISE_OF.search(words)
    if found is None:
        return None
    return found["up"] is not None, Span(mention.document, start - len(words) + found.start(), mention.end)


def _comes_to(change: Decimal | None, told: Quantity | None) -> bool:
    """Whether a change is what a draft tells, as it is rounded or hedged."""
    if change is None or told is None:
        return False
    number = told.printed[0]
    if told.bound is Bound.EXACT:
        return abs(change - number) <= max(told.step / 2, Decimal("0.5") if number < 100 else Decimal(0))
    slack = ROUGHLY * number
    return max(told.lower, number - slack) <= change <= min(told.upper, number + slack)
