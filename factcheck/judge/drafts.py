"""A draft against its sources: a figure where the source, speaking of the same, has another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.align.drafts import Figure, SourceIndex, family, figures_of
from factcheck.attach.attributes import PEOPLE
from factcheck.attach.words import stem
from factcheck.judge.agreement import gap
from factcheck.judge.checks import check
from factcheck.judge.derived import worked_out
from factcheck.judge.restated import FINE, date_parts, restated
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Mention, Quantity
from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

#: A finding whose sentences are less alike than this is decided with a guess.
SURE = 0.5
#: Where a draft has fewer other figures than this, nobody can say what else it was made from.
FEW = 5
#: A draft that is made from its sources has at least this share of its other figures from there.
TAKEN = 0.5
#: The cause of a figure that no source has, nor one from which it follows.
UNSUPPORTED = "unsupported"
#: Bare numbers up to here are as often words ("one of them") as figures.
FINGERS = 3
#: In so many of the likest figures' sentences is looked for numbers from which a figure follows.
LIKEST = 5
#: What a number that was rounded, or that counts something else, supports less than the same number.
ROUNDED = 0.7
OTHER_NOUN = 0.5
#: What a range says less against a number, and a number of another order of magnitude against a number.
OTHER_SORT = 0.85
FAR = Decimal("0.9")
#: What a length of time says less against one that is counted in another unit.
OTHER_CLOCK = 0.7
#: What a change says less against a level, and a part against a whole; scopes are read off the words near a number.
OTHER_SCOPE = 0.8
SCOPES = frozenset({"change", "added", "part", "former", "contrasted"})
#: What one wrong digit or one wrong part of a date adds to the likeness.
NEAR_COPY = 0.15


#: What is worth a figure for each year: an amount that differs, and its year too, are another year's.
LEVELS = frozenset({Kind.MONEY, Kind.PERCENTAGE})


@dataclass(frozen=True, slots=True)
class Held:
    """A figure of the draft held against one of a source's."""

    ours: Figure
    theirs: Figure
    likeness: float
    verdict: Verdict


@check("differs-from-source", of=tuple)
def differs_from_source(articles: tuple[Article, ...], *, alike: float = 0.27) -> Iterator[Verdict]:
    """Figures of a draft that differ from a source's that speaks of the same, and those that agree.

    What differs must be so much more `alike` than whatever agrees: a figure that no
    source has differs from one that stands among a few of the same words, one that
    stands somewhere else only from one that stands among most of them.
    """
    sources = [article for article in articles if article.is_source]
    if not sources:
        return
    index = SourceIndex(sources)
    printed = _Printed(index)
    for article in articles:
        if article.is_source:
            continue
        figures = list(figures_of(article))
        held = [sorted(_held(figure, index, printed), key=_order) for figure in figures]
        told = _told(held)
        counterparts = [_counterpart(comparisons, told) for comparisons in held]
        lacking = [
            one for one, comparisons in zip(counterparts, held, strict=True) if one and not _is_taken(comparisons)
        ]
        taken = sum(map(_is_taken, held))
        for figure, comparisons, counterpart in zip(figures, held, counterparts, strict=True):
            # An article of its own has much that its sources lack, and differs from them only where it says the same.
            others = len(figures) - 1
            made_from = others < FEW or taken - _is_taken(comparisons) >= TAKEN * others
            if counterpart and (_of_another_time(counterpart, lacking) or _has_rival(counterpart, lacking)):
                continue
            verdicts = list(
                _decided(figure, comparisons, counterpart, printed, alike if made_from else max(alike, SURE))
            )
            yield from verdicts
            if not verdicts and _is_checkable(figure.mention) and not _follows(figure, comparisons, printed):
                yield Clash((figure.mention.span,), cause=UNSUPPORTED)


def _is_checkable(mention: Mention) -> bool:
    """Whether a figure is one that a source would have to have: a number or a date in figures, and no small word."""
    if mention.quantity and mention.quantity.printed:
        return mention.kind is not Kind.ORDINAL and (
            mention.kind is not Kind.NUMBER or mention.quantity.value > FINGERS
        )
    return bool(mention.time and mention.time.printed)


def _follows(figure: Figure, comparisons: Sequence[Held], printed: _Printed) -> bool:
    """Whether a figure can be worked out from those of a sentence that is among the likest."""
    passages = {_sentence(one.theirs): one.theirs for one in comparisons[:LIKEST]}
    return any(
        worked_out(figure.mention, [one.mention for one in printed.beside(theirs)]) for theirs in passages.values()
    )


def _order(held: Held) -> tuple[float, str, int]:
    """The likest first; of several that are equally like, the same one in whatever order the sources come."""
    return -held.likeness, held.theirs.mention.document.name, held.theirs.mention.start


def _is_taken(comparisons: Sequence[Held]) -> bool:
    """Whether the sources have a figure of the draft."""
    return any(isinstance(one.verdict, Accord) for one in comparisons)


class _Printed:
    """The figures of the sources by what they print, and by the sentence that they stand in."""

    def __init__(self, index: SourceIndex) -> None:
        self._index = index
        self._printing: defaultdict[object, list[Figure]] = defaultdict(list)
        self._by_sentence: defaultdict[tuple[int, int], list[Figure]] = defaultdict(list)
        for figure in index.figures:
            self._by_sentence[_sentence(figure)].append(figure)
            for key in _keys(figure):
                self._printing[key].append(figure)

    def like(self, figure: Figure) -> Iterator[tuple[Figure, float]]:
        """The figures that print about the same number or a date with a part in common, whatever words stand round them."""
        found = {id(other): other for key in _keys(figure) for other in self._printing[key]}
        for other in found.values():
            yield other, self._index.likeness(figure, other)

    def beside(self, figure: Figure) -> list[Figure]:
        """The figures of the same sentence."""
        return self._by_sentence[_sentence(figure)]


def _sentence(figure: Figure) -> tuple[int, int]:
    return id(figure.mention.document), figure.claim.sentence.start


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


def _held(figure: Figure, index: SourceIndex, printed: _Printed) -> Iterator[Held]:
    """The figure against the likest figures of the sources and those that print the same."""
    met = set()
    kind = family(figure.mention)
    for other, likeness in index.peers(figure):
        met.add(id(other))
        if verdict := restated(figure.mention, other.mention):
            yield Held(figure, other, _weighed(figure, other, likeness, verdict), verdict)
    for other, likeness in printed.like(figure):
        if id(other) in met:
            continue
        if family(other.mention) == kind:
            verdict = restated(figure.mention, other.mention)
        else:
            verdict = _bare(figure.mention, other.mention)
        if isinstance(verdict, Accord):
            yield Held(figure, other, _weighed(figure, other, likeness, verdict), verdict)


def _bare(draft: Mention, source: Mention) -> Accord | None:
    """That two mentions print the same number, if one is a bare number that may be of anything."""
    ours, theirs = draft.quantity, source.quantity
    if Kind.NUMBER in {draft.kind, source.kind} and ours and theirs and ours.printed == theirs.printed:
        return Accord((draft.span, source.span), "both print the same")
    return None


def _weighed(figure: Figure, other: Figure, likeness: float, verdict: Verdict) -> float:
    """How much a comparison says: less where the numbers only fit, or where they are of another sort."""
    ours, theirs = figure.mention.quantity, other.mention.quantity
    if isinstance(verdict, Accord):
        if not _of_one_thing(figure, other):
            likeness *= OTHER_NOUN
        if ours and theirs and gap(ours.value, theirs.value) > FINE:
            likeness *= ROUNDED
        return likeness
    if ours and theirs:
        if figure.mention.kind is Kind.DURATION and _clock(ours.unit) != _clock(theirs.unit):
            likeness *= OTHER_CLOCK
        if ours.is_range is not theirs.is_range or gap(ours.value, theirs.value) > FAR:
            likeness *= OTHER_SORT
    if (figure.claim.scope ^ other.claim.scope) & SCOPES:
        likeness *= OTHER_SCOPE
    if _copied_badly(figure.mention, other.mention):
        likeness += NEAR_COPY
    return likeness


def _copied_badly(ours: Mention, theirs: Mention) -> bool:
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


def _told(held: Sequence[Sequence[Held]]) -> dict[int, float]:
    """How well each figure of the sources is told by some figure of the draft that agrees with it."""
    told: defaultdict[int, float] = defaultdict(float)
    for comparisons in held:
        for comparison in comparisons:
            if isinstance(comparison.verdict, Accord):
                key = id(comparison.theirs)
                told[key] = max(told[key], comparison.likeness)
    return told


def _counterpart(comparisons: Sequence[Held], told: Mapping[int, float]) -> Held | None:
    """The likest figure of the sources that differs, is of the same sort, and that no other figure of the draft tells."""
    return next(
        (
            one
            for one in comparisons
            if isinstance(one.verdict, Clash)
            and told.get(id(one.theirs), -1.0) < one.likeness
            and _of_one_thing(one.ours, one.theirs)
        ),
        None,
    )


def _has_rival(counterpart: Held, lacking: Sequence[Held]) -> bool:
    """Whether another figure of the same sentence, which no source has either, is more like the counterpart."""
    return any(
        rival.theirs is counterpart.theirs
        and rival.likeness > counterpart.likeness
        and _sentence(rival.ours) == _sentence(counterpart.ours)
        for rival in lacking
    )


def _of_another_time(counterpart: Held, lacking: Sequence[Held]) -> bool:
    """Whether an amount and the date beside it both differ from those of one sentence: two entries of one series."""
    kinds = {
        other.ours.mention.kind is Kind.DATE
        for other in lacking
        if _sentence(other.ours) == _sentence(counterpart.ours)
        and _sentence(other.theirs) == _sentence(counterpart.theirs)
        and (other.ours.mention.kind in LEVELS or other.ours.mention.kind is Kind.DATE)
    }
    return len(kinds) == 2


def _decided(
    figure: Figure, comparisons: Sequence[Held], counterpart: Held | None, printed: _Printed, alike: float
) -> Iterator[Verdict]:
    """The verdict on a figure of the draft."""
    agreeing = next((one for one in comparisons if isinstance(one.verdict, Accord)), None)
    support = agreeing.likeness if agreeing else 0.0
    if counterpart and isinstance(counterpart.verdict, Clash) and counterpart.likeness >= alike + support:
        reason = worked_out(figure.mention, [one.mention for one in printed.beside(counterpart.theirs)])
        guesses = 0 if counterpart.likeness >= SURE else 1
        yield Accord(counterpart.verdict.spans, reason) if reason else replace(counterpart.verdict, guesses=guesses)
    elif agreeing:
        yield agreeing.verdict


def _of_one_thing(ours: Figure, theirs: Figure) -> bool:
    """Whether two figures count or measure one sort of thing."""
    a, b = ours.mention, theirs.mention
    if a.kind is Kind.COUNT and b.kind is Kind.COUNT and a.quantity and b.quantity:
        return _head(a.quantity.unit) == _head(b.quantity.unit)
    if a.kind is Kind.DATE and a.time and b.time:
        return set(date_parts(a.time)) <= set(date_parts(b.time)) or set(date_parts(b.time)) <= set(date_parts(a.time))
    if _is_fraction(a) is not _is_fraction(b):
        return False
    if Kind.COUNT in {a.kind, b.kind} and a.kind is not b.kind:
        counted, near = (a, theirs.near) if a.kind is Kind.COUNT else (b, ours.near)
        return counted.quantity is not None and _head(counted.quantity.unit) in near
    return True


def _is_fraction(mention: Mention) -> bool:
    return mention.kind is Kind.NUMBER and mention.quantity is not None and 0 < mention.quantity.value < 1


def _clock(unit: str) -> str:
    """Lengths of time that people count in the same: years and decades, days and weeks."""
    return {"decade": "year", "century": "year", "week": "day", "minute": "hour"}.get(unit, unit)


def _head(unit: str) -> str:
    last = unit.rpartition(" ")[2]
    return "person" if last in PEOPLE else stem(last)
