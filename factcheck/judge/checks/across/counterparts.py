"""Two reports of one event, each with one figure of a sort that the other has not: the two answer to each other, and differ."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from factcheck.align.drafts import NUMBER_MARK, Figure, SourceIndex, family, figures_of
from factcheck.align.meeting import OF_LENGTHS, OF_ROWS, OF_WORDING, of_another_story
from factcheck.attach.scope import RUNNING
from factcheck.attach.voices import FORECAST, HYPOTHETICAL, QUOTED
from factcheck.judge.checks import check
from factcheck.judge.checks.across.happening import last_alike, says_when
from factcheck.judge.checks.across.holding import Printed, sentence_of
from factcheck.judge.checks.across.likewise import as_loud, compared_both_ways, tell_one_thing, tells_make
from factcheck.judge.checks.across.one_event import of_one_event
from factcheck.judge.checks.across.one_thing import LEVELS, clock, head, of_one_thing, of_one_time
from factcheck.judge.checks.across.opposites import turned_round
from factcheck.judge.checks.across.slips import may_be_slip, share_a_digit
from factcheck.judge.checks.across.tied import TELLING
from factcheck.judge.verdicts import Accord, Clash
from factcheck.model import Article, Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from factcheck.model import Claim

#: Reports that retell each other have this share of each other's figures.
RETOLD = 0.5
#: In these, of the words round either figure this share must stand round the other; and in others.
LEAST, MOST = 0.2, 0.28
LEAST_ELSEWHERE, MOST_ELSEWHERE, ELSEWHERE = 0.3, 0.4, 0.25
#: Round one that may be a slip of the pen for the other, fewer.
MOST_OF_SLIP = 0.24
#: Of more figures of a sort than make so many pairs one may look like a slip for another by chance.
MANY = 24
#: A word so near to both figures says what both are.
BESIDE = 0.9
#: Two figures of a row stand no further apart than this, in letters.
ROW = 60
#: What says that something is only thought of, and not that it was announced: "said it would open two more".
_IF = regex(r"\b(?:if|unless|whether|could|might|may|should|can|up to|assum\w+|possibl[ey])\b")
#: Of these a report has many.
_NEVER = frozenset({Kind.ORDINAL, Kind.SET, Kind.TIME})
_COMMA = regex(r",\s")
_TOLD = frozenset({None, QUOTED})
_ANNOUNCED = _TOLD | {FORECAST, HYPOTHETICAL}

#: What a figure may answer to: its kind, and what it counts, measures or is told in.
Sort = tuple[object, ...]


class Report:
    """The figures of an article, by what they may answer to and by what they can be compared with."""

    def __init__(self, article: Article) -> None:
        self.document = article.document
        self.figures = tuple(figures_of(article))
        self._printed: set[Decimal] = set()
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

    def lacks(self, figure: Figure) -> bool:
        """Whether nothing in it agrees with a figure of another report."""
        amount = figure.mention.quantity
        if amount is not None and not self._printed.isdisjoint(amount.printed):
            return False
        return not any(_agree(figure, own) for own in self._families[family(figure.mention)])

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


class Left(NamedTuple):
    """Two figures of one sort, each of one report and lacking in the other."""

    one: Figure
    other: Figure
    #: Whether they are the only ones of their sort; else they are the only ones of which one may be a slip for the other.
    alone: bool = True


@check("counterparts", of=tuple, least=2)
def counterparts(articles: tuple[Article, ...]) -> Iterator[Clash]:
    """The figures of two reports of one event that answer to each other and differ.

    Each is the only one of its sort that the other report lacks. Beyond that, one may be a slip of the pen for
    the other, or both stand beside a figure that the reports have in common, or the
    reports retell each other and some words round both are the same.
    """
    equals = [article for article in articles if not article.is_source]
    pairs = list(of_one_event(equals))
    involved = {id(article.document): article for pair in pairs for article in pair}
    reports = {document: Report(article) for document, article in involved.items()}
    index: SourceIndex | None = None
    printed: Printed | None = None
    for pair in pairs:
        ours, theirs = (reports[id(article.document)] for article in pair)
        share: float | None = None
        for left in _left_over(ours, theirs):
            clash = compared_both_ways(left.one, left.other)
            if not isinstance(clash, Clash) or not _may_be_one(left.one, left.other):
                continue
            if tell_of_two_things(left, ours, theirs):
                continue
            if index is None or printed is None:
                index = SourceIndex(figure for report in reports.values() for figure in report.figures)
                printed = Printed(index)
            if share is None:
                share = min(_retold(ours, theirs), _retold(theirs, ours))
            if _answer(left, ours, theirs, index, share) and tell_one_thing(left.one, left.other, printed):
                yield as_loud(clash, left.one.claim, left.other.claim)


def _left_over(ours: Report, theirs: Report) -> Iterator[Left]:
    """The figures of each sort of which each report has one that the other lacks."""
    for sort in sorted(ours.sorts.keys() & theirs.sorts.keys(), key=str):
        lacking = [
            [one for one in own.sorts[sort] if other.lacks(one)] for own, other in ((ours, theirs), (theirs, ours))
        ]
        if len(lacking[0]) == len(lacking[1]) == 1:
            yield Left(lacking[0][0], lacking[1][0])
        elif lacking[0] and lacking[1] and len(lacking[0]) * len(lacking[1]) <= MANY:
            slips = [Left(a, b, alone=False) for a, b in product(*lacking) if may_be_slip(a.mention, b.mention)]
            yield from slips[:1] if len(slips) == 1 else ()


def _retold(ours: Report, theirs: Report) -> float:
    """The share of a report's figures that another has too."""
    return sum(not theirs.lacks(figure) for figure in ours.figures) / len(ours.figures)


def tell_of_two_things(left: Left, ours: Report, theirs: Report) -> bool:
    """Whether other figures of both sentences are lacking too, and none of them agrees: two seizures, each with its rifles and rounds."""
    one, other = ours.around(left.one), theirs.around(left.other)
    if any(family(a.mention) == family(b.mention) and _agree(a, b) for a, b in product(one, other)):
        return False
    kinds = {family(a.mention) for a in one if theirs.lacks(a)}
    return any(family(b.mention) in kinds and ours.lacks(b) for b in other)


def _agree(one: Figure, other: Figure) -> bool:
    return isinstance(compared_both_ways(one, other), Accord)


# --- whether two figures answer to each other ---------------------------------------


def _answer(left: Left, ours: Report, theirs: Report, index: SourceIndex, share: float) -> bool:
    """Whether two figures that are left over are told of one thing."""
    one, other, alone = left
    in_row = alone and _stand_in_one_row(left, ours, theirs)
    is_listed = all(_follows_comma(figure) for figure in (one, other))
    whatever = OF_ROWS if in_row and is_listed else OF_LENGTHS if one.mention.kind is Kind.DURATION else OF_WORDING
    if of_another_story(one.claim, other.claim, whatever=whatever) or any(turned_round(one, other)):
        return False
    less, more = sorted((index.likeness(one, other), index.likeness(other, one)))
    return in_row or _are_told_alike(left, share, less, more)


def _are_told_alike(left: Left, share: float, less: float, more: float) -> bool:
    """Whether the words round two figures are alike enough for how much the reports share, and how like the numbers are."""
    one, other, alone = left
    beside = words_beside(one, other)
    if may_be_slip(one.mention, other.mention):
        return (bool(beside) and more >= MOST_OF_SLIP) or (alone and share >= RETOLD and less >= LEAST)
    if one.mention.kind is Kind.DATE and len(beside) < 2:
        return False
    if share >= RETOLD and less >= LEAST and more >= MOST:
        return bool(words_beside(one, other, named=True)) or share_a_digit(one.mention, other.mention)
    return share >= ELSEWHERE and len(beside) > 1 and less >= LEAST_ELSEWHERE and more >= MOST_ELSEWHERE


def _stand_in_one_row(left: Left, ours: Report, theirs: Report) -> bool:
    """Whether two figures stand on the same side of one that both reports have: "24, 31 and 58", "24, 37 and 58"."""
    return any(
        one is not None and other is not None and _are_the_same(one, other)
        for one, other in zip(ours.beside(left.one), theirs.beside(left.other), strict=True)
    )


def _follows_comma(figure: Figure) -> bool:
    """Whether a comma and a blank part a figure from the one before it, so that it is no part of a torn one."""
    start = figure.mention.start
    return _COMMA.fullmatch(figure.mention.document.text, max(0, start - 2), start) is not None


def _are_the_same(one: Figure, other: Figure) -> bool:
    """Whether two figures are the same to the letter, and no small number."""
    a, b = one.mention.quantity, other.mention.quantity
    if a is not None and b is not None:
        return a.printed == b.printed and a.printed[0] >= TELLING
    return one.mention.kind is Kind.DATE and _agree(one, other)


def _may_stand_in_row(one: Figure, figure: Figure) -> bool:
    """Whether a figure is of the kind of another, and counts or measures the same or what nobody says."""
    a, b = one.mention.quantity, figure.mention.quantity
    if a is None or b is None:
        return one.mention.kind is figure.mention.kind and a is b
    if family(one.mention) != family(figure.mention):
        return False
    return not (a.unit and b.unit) or head(a.unit) == head(b.unit)


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


def _may_be_one(one: Figure, other: Figure) -> bool:
    """Whether two figures are asserted, or announced, of one thing at one time."""
    if not (_are_asserted(one.claim, other.claim) and of_one_thing(one, other) and of_one_time(one, other)):
        return False
    if (RUNNING in one.claim.scope) is not (RUNNING in other.claim.scope):
        return False
    if one.mention.kind is Kind.DURATION:
        return last_alike(one.mention, other.mention) or may_be_slip(one.mention, other.mention)
    if one.mention.kind is Kind.DATE:
        return says_when(one.mention) and says_when(other.mention)
    return tells_make(one) is tells_make(other)


def _are_asserted(one: Claim, other: Claim) -> bool:
    """Whether both are asserted, or what lies ahead is announced."""
    allowed = _TOLD if one.mention.kind in LEVELS else _ANNOUNCED
    return {one.withheld, other.withheld} <= allowed and not any(
        claim.withheld == HYPOTHETICAL and _IF.search(claim.sentence.text) for claim in (one, other)
    )


def _sort_of(figure: Figure) -> Sort | None:
    """What a figure may answer to; None for what is nothing, or too small, to be answered."""
    mention = figure.mention
    kind, amount = mention.kind, mention.quantity
    if kind is Kind.DATE:
        printed = mention.time.printed if mention.time else None
        if printed is None:
            return None
        return (kind, "day") if printed.day else (kind, "year") if printed.year and not printed.month else None
    if amount is None or len(amount.printed) != 1:
        return None
    if (kind is Kind.NUMBER and amount.value < TELLING) or kind in _NEVER:
        return None
    if kind is Kind.QUANTITY:
        return kind, family(mention)
    unit, _, rate = amount.unit.partition(" per ")
    return kind, head(unit) if kind is Kind.COUNT else clock(unit), rate
