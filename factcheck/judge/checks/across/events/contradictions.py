"""Two short reports of one event that tell one thing of it otherwise: its dead, what it measures, the day on which it was."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.align.drafts import Figure, SourceIndex, family
from factcheck.align.gates import OF_SWAPS, OF_WORDING, of_another_story
from factcheck.attach.voices import FORECAST, HYPOTHETICAL, QUOTED
from factcheck.judge.agreement import gap
from factcheck.judge.checks.across.events.ages import of_one_person
from factcheck.judge.checks.across.events.beginnings import of_one_beginning, tells_beginning
from factcheck.judge.checks.across.events.counterparts import of_counterparts
from factcheck.judge.checks.across.events.days import of_one_happening
from factcheck.judge.checks.across.events.fates import counts_people, of_one_fate, of_one_term
from factcheck.judge.checks.across.events.margins import of_one_margin, of_one_outcome
from factcheck.judge.checks.across.events.reports import (
    EventReport,
    of_two_bearers,
    of_two_events,
    tell_of_two_things,
    told_of,
    words_beside,
)
from factcheck.judge.checks.across.events.shares import of_one_share
from factcheck.judge.checks.across.events.ways import of_one_way
from factcheck.judge.checks.across.figures.happening import clock, last_alike
from factcheck.judge.checks.across.figures.holding import Printed
from factcheck.judge.checks.across.figures.one_thing import head, of_one_thing
from factcheck.judge.checks.across.figures.one_time import at_most_by_a_day, of_one_time
from factcheck.judge.checks.across.figures.updates import UPDATE, grown
from factcheck.judge.checks.across.side_by_side.equals import as_loud, compared_both_ways, tell_one_thing, tells_make
from factcheck.judge.checks.across.stories.named_event import Tie, happening
from factcheck.judge.mistyping import are_teen_and_ty, digits_of, is_sure_swap, may_be_slip, share_a_digit
from factcheck.judge.verdicts import Clash
from factcheck.model import Bound, Kind, Span
from factcheck.regexes import regex
from factcheck.resolve.units import dimension, factor

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from factcheck.judge.checks.across.stories.one_event import Pair

#: Amounts further apart than this are of two things, if none may be a slip of the pen for the other.
FAR = 3
#: So many telling words the sentences of two figures share, and so many if one may be a slip for the other.
SHARED, OF_SLIP = 2, 1
#: What happened more days ago than this counts no more dead.
OLD = 60
#: Hedged amounts no further apart than this share may be one.
HEDGED = Decimal("0.15")
_TOLD = frozenset({None, QUOTED, FORECAST, HYPOTHETICAL, "denied"})
_SORTS = frozenset({Kind.COUNT, Kind.QUANTITY, Kind.MONEY, Kind.DURATION})
#: Two states of one amount or term: asked and paid, passed and served, in all and at first.
_STATES = (
    regex(r"\b(?:on the market|asking|guide price|estimate[sd]?|hoped|reserve|insured|offer(?:ed)?|bid(?:ding)?|expected|starting|valued at)\b"),
    regex(r"\b(?:served?|serving|suspended|parole|probation|licence|at least|minimum|out (?:in|after)|freed?|released?|eligible)\b"),
    regex(r"\b(?:first|initial|half of|instal?lments?|deposit|remaining|rest of|each|further|another|extra)\b"),
    regex(r"\b(?:sought|demand(?:ed|s|ing)?(?! for)|asked for|claim(?:ed|s|ing)? (?:for|damages)|prosecut(?:ors?|ion))\b"),
)  # fmt: skip
#: Which part of a year an amount is of.
_QUARTER = regex(r"\b(\w+)[- ](?:quarter|half)\b")
#: What is paid once, and is one sum whoever tells of it.
_PAID = frozenset(map(happening, "sold worth fined settlement prize ransom bail bid takeover".split()))


def contradictions(pairs: Sequence[Pair]) -> Iterator[Clash]:
    """The figures of two reports of one event that tell the same of it and differ."""
    pairs = [pair for pair in pairs if pair.tie is not Tie.SUBJECT or all(map(tells_beginning, pair[:2]))]
    involved = {id(article.document): article for pair in pairs for article in (pair.one, pair.other)}
    reports = {document: EventReport(article) for document, article in involved.items()}
    index = SourceIndex(figure for report in reports.values() for figure in report.figures)
    printed = Printed(index)
    told: set[tuple[Span, Span]] = set()
    ties: defaultdict[tuple[int, int], set[Tie]] = defaultdict(set)
    for pair in pairs:
        ties[id(pair.one), id(pair.other)].add(pair.tie)
    for pair in pairs:
        ours, theirs = (reports[id(article.document)] for article in (pair.one, pair.other))
        yield from of_one_beginning(ours, theirs)
        if pair.tie is Tie.SUBJECT or of_two_bearers(ours, theirs):
            continue
        yield from of_one_margin(ours, theirs)
        yield from of_one_share(ours, theirs)
        if pair.tie is not Tie.LIKELY:
            yield from of_one_way(ours, theirs)
            yield from of_one_outcome(ours, theirs)
        for one, other in _of_one_matter(ours, theirs, pair.tie, index, ties[id(pair.one), id(pair.other)]):
            spans = one.mention.span, other.mention.span
            if spans in told:
                continue
            told.add(spans)
            clash = compared_both_ways(one, other)
            if (
                Kind.AGE in {one.mention.kind, other.mention.kind}
                and pair.tie is Tie.NAME
                and one.mention.text != other.mention.text
            ):
                yield Clash(spans)
            elif isinstance(clash, Clash) and not _are_about_alike(one, other) and tell_one_thing(one, other, printed):
                yield _as_loud(clash, one, other, (ours, theirs))


def _of_one_matter(
    ours: EventReport, theirs: EventReport, tie: Tie, index: SourceIndex, ties: Collection[Tie]
) -> Iterator[tuple[Figure, Figure]]:
    """The figures that tell the same of an event: in reports that share figures those that are left over, in others those that stand alone.

    These are the count of those who met one fate or of one thing, the one measure, sum or length of time of its
    size, somebody's age or the day of a happening.
    """
    if tie is Tie.FIGURES or (tie is Tie.NAME and Tie.FIGURES not in ties):
        yield from of_counterparts(ours, theirs, index, ties)
    if tie is Tie.NAME:
        yield from of_one_term(ours, theirs)
        for way in (of_one_fate, of_one_person, of_one_happening, _of_one_sort):
            yield from (pair for pair in way(ours, theirs) if not of_two_events(*pair, ours, theirs))


def _as_loud(clash: Clash, one: Figure, other: Figure, reports: tuple[EventReport, EventReport]) -> Clash:
    """The clash, as loud as what may explain it leaves it; a toll of long ago has not risen, nor from thirteen to thirty."""
    if one.mention.kind is Kind.DATE:  # on what day it was is no matter of who says so
        return replace(clash, at_most=at_most_by_a_day(one.mention, other.mention))
    told = as_loud(clash, one.claim, other.claim)
    is_update = told.arithmetic == clash.arithmetic and grown(one.claim, other.claim) == UPDATE
    old = _long_ago(reports[0]) & _long_ago(reports[1])
    return clash if is_update and (old or _sound_alike(one, other)) else told


def _sound_alike(one: Figure, other: Figure) -> bool:
    """Whether two counts are thirteen and thirty, which no toll rises to by chance."""
    a, b = one.mention.quantity, other.mention.quantity
    return a is not None and b is not None and are_teen_and_ty(*sorted((a.value, b.value)))


def _long_ago(report: EventReport) -> set[str]:
    """The months long before its publication of which a report tells."""
    published = report.document.published
    return {
        time.timex[: len("2024-05")]
        for figure in report.figures
        if (time := figure.mention.time) is not None
        and time.end is not None
        and published is not None
        and (published - time.end).days > OLD
        and len(time.timex) >= len("2024-05")
        and figure.mention.kind is Kind.DATE
    }


def _are_hedged(one: Figure, other: Figure) -> bool:
    bounds = {figure.mention.quantity.bound for figure in (one, other) if figure.mention.quantity is not None}
    return bool(bounds - {Bound.EXACT})


def _are_about_alike(one: Figure, other: Figure) -> bool:
    """Whether either amount is hedged, and the two are not far from each other: "31 hours", "more than thirty hours"."""
    return _are_hedged(one, other) and gap(_in_one_unit(one), _in_one_unit(other)) <= HEDGED


# --- amounts of one sort ------------------------------------------------------------


def _of_one_sort(ours: EventReport, theirs: EventReport) -> Iterator[tuple[Figure, Figure]]:
    """The counts, measures, sums and lengths of one sort and about one size of which either report has only one."""
    one, other = ours.told(_by_sort), theirs.told(_by_sort)
    for sort in sorted(one.keys() & other.keys(), key=str):
        for a in one[sort]:
            near = [b for b in other[sort] if _are_near(a, b)]
            if len(near) == 1 and sum(_are_near(near[0], each) for each in one[sort]) == 1 and _may_be_one(a, near[0]):
                if a.mention.kind is Kind.COUNT and tell_of_two_things(a, near[0], ours, theirs):
                    continue
                yield a, near[0]


def _by_sort(report: EventReport) -> dict[object, list[Figure]]:
    sorts: defaultdict[object, list[Figure]] = defaultdict(list)
    for figure in report.figures:
        mention, amount = figure.mention, figure.mention.single
        if mention.kind not in _SORTS or amount is None:
            continue
        unit, _, rate = amount.unit.partition(" per ")
        if mention.kind is Kind.COUNT:
            if not counts_people(figure):
                sorts[mention.kind, head(unit)].append(figure)
        elif mention.kind is Kind.QUANTITY:
            sorts[mention.kind, family(mention)].append(figure)
        else:
            sorts[mention.kind, "time" if mention.kind is Kind.DURATION else clock(unit), rate].append(figure)
    return sorts


def _are_near(one: Figure, other: Figure) -> bool:
    """Whether two amounts are about as large as each other, or one may be a slip for the other."""
    a, b = (_in_one_unit(figure) for figure in (one, other))
    return may_be_slip(one.mention, other.mention) or (min(a, b) > 0 and max(a, b) <= FAR * min(a, b))


def _in_one_unit(figure: Figure) -> Decimal:
    amount = figure.mention.quantity
    if amount is None:
        return Decimal(0)
    return amount.value * factor(amount.unit) if dimension(amount.unit) else amount.value


def _may_be_one(one: Figure, other: Figure) -> bool:
    if {one.claim.withheld, other.claim.withheld} - _TOLD or not (of_one_thing(one, other) and of_one_time(one, other)):
        return False
    texts = [figure.claim.sentence.text.lower() for figure in (one, other)]
    is_swap = (
        is_sure_swap(one.mention, other.mention) and len({frozenset(_QUARTER.findall(text)) for text in texts}) == 1
    )
    whatever = OF_SWAPS if is_swap else OF_WORDING
    if tells_make(one) is not tells_make(other) or of_another_story(one.claim, other.claim, whatever=whatever):
        return False
    if any(bool(words.search(texts[0])) is not bool(words.search(texts[1])) for words in _STATES):
        return False
    shared = told_of(one) & told_of(other)
    is_one = may_be_slip(one.mention, other.mention) or _share_digits(one, other)
    kind = one.mention.kind
    if kind is Kind.MONEY and not _PAID.isdisjoint(shared):
        is_one = len(shared) >= SHARED
    elif kind is Kind.COUNT:
        is_one = bool(words_beside(one, other)) and (is_one or len(shared) >= SHARED)
    elif kind is Kind.DURATION:
        is_one = is_one and bool(words_beside(one, other)) and last_alike(one.mention, other.mention)
    return is_one and len(shared) >= OF_SLIP


def _share_digits(one: Figure, other: Figure) -> bool:
    """Whether all but one of the digits of two amounts are the same, noughts at the end aside: $2.75 million and $3.75 million."""
    a, b = one.mention.quantity, other.mention.quantity
    if a is None or b is None or not share_a_digit(one.mention, other.mention):
        return False
    return all(len(digits_of(amount.printed[0])) > 1 for amount in (a, b))
