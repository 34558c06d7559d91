"""The figures of a report of an event, by what they may be held against, and what stands round them."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.align.drafts import NUMBER_MARK, Figure, family, figures_of
from factcheck.align.senses import never_one
from factcheck.align.wholes import exceeds_whole, of_another_extent
from factcheck.attach.extents import EXTENT
from factcheck.attach.voices import is_of_saying
from factcheck.attach.words import stem, words_of
from factcheck.judge.checks.across.figures.happening import clock
from factcheck.judge.checks.across.figures.holding import in_words, sentence_of
from factcheck.judge.checks.across.figures.one_thing import head
from factcheck.judge.checks.across.figures.one_time import are_of_two_days, day_of
from factcheck.judge.checks.across.figures.two_things import counted, of_two_kinds_of_event
from factcheck.judge.checks.across.side_by_side.equals import compared_both_ways
from factcheck.judge.checks.across.stories.named_event import full_names, happening, name_others, names_of
from factcheck.judge.checks.across.stories.two_stories import TELLING
from factcheck.judge.verdicts import Accord
from factcheck.model import TIMES, Article, Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from decimal import Decimal

    from factcheck.model import Mention, Sentence

#: A word so near to both figures says what both are.
BESIDE = 0.9
#: Two figures of a row stand no further apart than this, in letters.
ROW = 60
#: A number of some that were counted before: "124 of the coins".
_OF_THEM = regex(r" of (?:the|th[eo]se|them|its|their)\b")
#: A name and what bears it, in the first so many letters of a report: "Leda council".
_OF_KIND, LEAD = regex(r"\b([A-Z][\w’'-]*\w) ([a-z]{4,})\b"), 240
#: Of these a report has many.
_NEVER = frozenset({Kind.ORDINAL, Kind.SET, Kind.TIME})


Read = TypeVar("Read")
#: What a figure may answer to: its kind, and what it counts, measures or is told in.
Sort = tuple[object, ...]


class EventReport:
    """The figures of an article, by what they may answer to and by what they can be compared with."""

    def __init__(self, article: Article) -> None:
        self.document, self.sentences = article.document, article.sentences
        self.figures = figures_of(article)
        self._told: dict[object, Any] = {}
        self._dates = [mention for mention in article.mentions if mention.kind in TIMES]
        self._printed: set[Decimal] = set()
        self._said = set(map(in_words, self.figures))
        #: Whether it lacks a figure of another report, which lives as long as this one.
        self._lacking: dict[int, bool] = {}
        self._families: defaultdict[str, list[Figure]] = defaultdict(list)
        self.sorts: defaultdict[Sort, list[Figure]] = defaultdict(list)
        self._rows: defaultdict[tuple[int, int], list[Figure]] = defaultdict(list)
        for figure in self.figures:
            if figure.mention.quantity is not None:
                self._printed.update(figure.mention.quantity.printed)
            self._families[family(figure.mention)].append(figure)
            self._rows[sentence_of(figure)].append(figure)
            if sort := _sort_of(figure):
                self.sorts[sort].append(figure)

    def told(self, read: Callable[[EventReport], Read]) -> Read:
        """What somebody reads out of it, once for all reports that it is held against."""
        if read not in self._told:
            self._told[read] = read(self)
        found: Read = self._told[read]
        return found

    def lacks(self, figure: Figure) -> bool:
        """Whether nothing in it agrees with a figure of another report."""
        if (lacking := self._lacking.get(id(figure))) is None:
            amount = figure.mention.quantity
            lacking = self._lacking[id(figure)] = (
                (amount is None or self._printed.isdisjoint(amount.printed))
                and in_words(figure) not in self._said
                and not any(agree(figure, own) for own in self._families[family(figure.mention)])
            )
        return lacking

    @cached_property
    def names(self) -> set[str]:
        """The words of names of which it speaks."""
        return names_of(self.document.text)

    @cached_property
    def full_names(self) -> list[tuple[str, ...]]:
        """The names of two words or more of which it speaks."""
        return full_names(self.document.text)

    @cached_property
    def bearers(self) -> dict[str, set[str]]:
        """Of each kind of thing in its lead, the names of those that are of it."""
        kinds: defaultdict[str, set[str]] = defaultdict(set)
        for name, kind in _OF_KIND.findall(self.document.text[:LEAD]):
            if known := names_of(name):
                kinds[stem(kind)].update(known)
        return kinds

    def names_others(self, sentence: Sentence, of: EventReport) -> bool:
        """Whether a sentence of it names somebody in full of whom another report does not speak."""
        return name_others(full_names(sentence.text), of.full_names, of.names)

    def days_of(self, sentence: Sentence) -> set[date]:
        """The days that one of its sentences tells, but for those on which somebody spoke."""
        dates = (mention for mention in self._dates if sentence.start <= mention.start < sentence.end)
        return {day for mention in dates if not is_of_saying(mention) and (day := _day_of(mention))}

    def around(self, figure: Figure) -> list[Figure]:
        """The other figures of a figure's sentence."""
        return [one for one in self._rows[sentence_of(figure)] if one is not figure]

    def beside(self, figure: Figure) -> tuple[Figure | None, Figure | None]:
        """The figures of its kind before and behind a figure, near by in its sentence."""
        row = [one for one in self._rows[sentence_of(figure)] if _may_stand_in_row(one, figure)]
        at = row.index(figure)
        before, behind = (row[at - 1] if at else None), (row[at + 1] if at + 1 < len(row) else None)
        return (
            before if before and figure.mention.start - before.mention.end <= ROW else None,
            behind if behind and behind.mention.start - figure.mention.end <= ROW else None,
        )


def tell_of_two_things(left: Figure, right: Figure, ours: EventReport, theirs: EventReport) -> bool:
    """Whether one is of some of those whom the other counts, or other figures of both sentences are lacking too and none agrees: two seizures."""
    if len({_OF_THEM.search(figure.mention.text) is None for figure in (left, right)}) > 1:
        return True
    one, other = ours.around(left), theirs.around(right)
    if any(family(a.mention) == family(b.mention) and agree(a, b) for a, b in product(one, other)):
        return False
    kinds = {family(a.mention) for a in one if theirs.lacks(a)}
    return any(family(b.mention) in kinds and ours.lacks(b) for b in other)


def of_two_bearers(ours: EventReport, theirs: EventReport) -> bool:
    """Whether the leads of two reports tell of two things of a kind, and neither report of the other's: "Leda council", "Halden council"."""
    one, other = ours.bearers, theirs.bearers
    return any(
        one[kind].isdisjoint(theirs.names) and other[kind].isdisjoint(ours.names) for kind in one.keys() & other.keys()
    )


def of_two_events(one: Figure, other: Figure, ours: EventReport, theirs: EventReport) -> bool:
    """Whether two sentences tell of two events that are alike: on two days, or each of a name of which the other report does not speak."""
    told = one.claim.sentence, other.claim.sentence
    if of_two_kinds_of_event(one.claim, other.claim) or never_one(counted(one.claim), counted(other.claim)):
        return True
    part, whole = sorted(
        (one.claim, other.claim), key=lambda claim: any(word.startswith(EXTENT) for word in claim.scope)
    )
    if of_another_extent(part, whole) and not exceeds_whole(part, whole):
        return True
    if one.mention.kind is not Kind.DATE and are_of_two_days(ours.days_of(told[0]), theirs.days_of(told[1])):
        return True
    return not (names_of(told[0].text[1:]) <= theirs.names or names_of(told[1].text[1:]) <= ours.names)


def _day_of(mention: Mention) -> date | None:
    """The day of a date, or of a time of day ("on Sunday night")."""
    start = mention.time.start if mention.time else None
    return day_of(mention) or (start if mention.kind is Kind.TIME else None)


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures say the same, however rounded."""
    return isinstance(compared_both_ways(one, other), Accord)


def told_of(figure: Figure) -> set[str]:
    """What the words of a figure's sentence tell, but for its own."""
    mention = figure.mention
    return {
        told
        for word in words_of(figure.claim.sentence)
        if not mention.start <= word.start < mention.end and len(word.lower) > 2 and (told := happening(word.lower))
    }


def words_beside(one: Figure, other: Figure, *, named: bool = False) -> set[str]:
    """The telling words that stand near to both figures, and of names only where it may be `named`."""
    names = frozenset() if named else one.claim.names | other.claim.names
    return {
        word
        for word, near in one.near.items()
        if near >= BESIDE
        and other.near.get(word, 0.0) >= BESIDE
        and word not in names
        and not word.startswith(NUMBER_MARK)
    }


def _may_stand_in_row(one: Figure, figure: Figure) -> bool:
    """Whether a figure is of the kind of another, and counts or measures the same or what nobody says."""
    a, b = one.mention.quantity, figure.mention.quantity
    if a is None or b is None:
        return one.mention.kind is figure.mention.kind and a is b
    if family(one.mention) != family(figure.mention):
        return False
    return not (a.unit and b.unit) or head(a.unit) == head(b.unit)


def _sort_of(figure: Figure) -> Sort | None:
    """What a figure may answer to; None for what is nothing, or too small, to be answered."""
    mention = figure.mention
    kind, amount = mention.kind, mention.single
    if kind is Kind.DATE:
        printed = mention.printed_date
        if printed is None:
            return None
        return (kind, "day") if printed.day else (kind, "year") if printed.year and not printed.month else None
    if amount is None:
        return None
    if (kind is Kind.NUMBER and amount.value < TELLING) or kind in _NEVER:
        return None
    if kind is Kind.QUANTITY:
        return kind, family(mention)
    unit, _, rate = amount.unit.partition(" per ")
    return kind, head(unit) if kind is Kind.COUNT else clock(unit), rate
