"""Where things stand in a picture: the dates of all sources on a line, and the values of a fact on a scale.

A picture has no words of its own making: it only says where to draw what.
"""

from __future__ import annotations

from itertools import pairwise
from math import log10
from typing import TYPE_CHECKING

from factcheck.judge.agreement import Fit, agree, in_unit
from factcheck.nouns import dataclass
from factcheck.paths import short_names
from factcheck.resolve.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from factcheck.model import Claim
    from factcheck.report.matrix import Entry as Saying
    from factcheck.report.matrix import Fact
    from factcheck.report.timeline import Entry, Timeline

#: The size of things, in the units of the picture.
LABEL, WIDTH, LANE, TOP, MARGIN = 150, 900, 26, 14, 22
#: So many letters of a name stand beside its line.
LETTERS = 22
#: Two days are labelled only if they stand as far apart as a label is wide.
LABEL_WIDTH = 74
#: How wide and high a value is drawn on its scale.
SCALE, STEP = 180, 12
#: What stays free at the ends of a scale, so that the last value can be seen.
EDGE = 8


@dataclass(frozen=True, slots=True)
class Dot:
    """A day, or the days from one to another, in the lane of a source."""

    x: float
    end: float
    y: float
    #: All that is dated so.
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """The line of a source."""

    name: str
    y: float
    #: The name in short, cut to fit beside the line.
    label: str


@dataclass(frozen=True, slots=True)
class DatePicture:
    """Every date of a timeline; days far apart are drawn closer than they are, in the right order."""

    height: float
    lanes: tuple[Lane, ...]
    dots: tuple[Dot, ...]
    #: Where to write which day.
    labels: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """The values that a source allows, and the one that it prints."""

    y: float
    low: float
    high: float
    #: Where the printed value stands; None where only a range is said.
    value: float | None
    saying: Saying


@dataclass(frozen=True, slots=True)
class SpreadPicture:
    """The values that the sources give of a fact, each on a line of its own."""

    height: float
    bars: tuple[Bar, ...]


# --- dates --------------------------------------------------------------------------


def date_picture(told: Timeline) -> DatePicture | None:
    """The dates of a timeline, or None where there are none."""
    if not told.entries:
        return None
    days = sorted({day for entry in told.entries for day in (entry.start, entry.end)})
    where = _positions(days)
    names = sorted({entry.mention.document.name for entry in told.entries})
    named = enumerate(zip(names, map(_cut, short_names(names)), strict=True))
    lanes = tuple(Lane(name, TOP + LANE * (at + 0.5), label) for at, (name, label) in named)
    return DatePicture(
        TOP + LANE * (len(lanes) + 1),
        lanes,
        tuple(_dots(told.entries, lanes, where)),
        tuple(_labels(told.entries, where)),
    )


def _cut(name: str) -> str:
    """A name that is too long to stand beside its line, without its beginning."""
    return name if len(name) <= LETTERS else f"…{name[1 - LETTERS :]}"


def _positions(days: Sequence[date]) -> dict[date, float]:
    """Where each day stands: the further apart two days, the wider the gap, but by their order of magnitude."""
    gaps = [1 + log10((later - day).days) for day, later in pairwise(days)]
    unit = (WIDTH - LABEL - 2 * MARGIN) / sum(gaps)
    where = {days[0]: float(LABEL + MARGIN)}
    for (day, later), gap in zip(pairwise(days), gaps, strict=True):
        where[later] = where[day] + gap * unit
    return {day: round(x, 1) for day, x in where.items()}


def _dots(entries: Iterable[Entry], lanes: Sequence[Lane], where: dict[date, float]) -> Iterator[Dot]:
    heights = {lane.name: lane.y for lane in lanes}
    together: dict[tuple[str, date, date], list[Entry]] = {}
    for entry in entries:
        together.setdefault((entry.mention.document.name, entry.start, entry.end), []).append(entry)
    for (name, start, end), found in together.items():
        last = where[end] if (end - start).days > 1 else where[start]
        yield Dot(where[start], last, heights[name], tuple(found))


def _labels(entries: Iterable[Entry], where: dict[date, float]) -> Iterator[tuple[float, str]]:
    free = 0.0
    for entry in entries:
        if where[entry.start] >= free:
            yield where[entry.start], entry.when.partition(" to ")[0]
            free = where[entry.start] + LABEL_WIDTH


# --- values -------------------------------------------------------------------------


def spread_picture(fact: Fact) -> SpreadPicture | None:
    """The values of a fact on one scale, or None where fewer than two can be put on it."""
    levels = [saying for saying in fact.entries if saying.claim.base is None]
    placed = [(saying, ends) for saying in levels if (ends := _ends(saying.claim, levels[0].claim))]
    if len(placed) < 2:
        return None
    known = [number for _, ends in placed for number in ends if number is not None]
    lowest, highest = min(known), max(known)
    unit = (SCALE - 2 * EDGE) / (highest - lowest) if highest > lowest else 0.0

    def at(number: float | None, where_open: float) -> float:
        if number is None:
            return where_open
        return round(EDGE + (number - lowest) * unit if unit else SCALE / 2, 1)

    bars = (
        Bar(
            STEP * (row + 0.5),
            at(low, 0.0),
            at(high, float(SCALE)),
            at(value, 0.0) if value is not None else None,
            saying,
        )
        for row, (saying, (low, high, value)) in enumerate(placed)
    )
    return SpreadPicture(STEP * len(placed), tuple(bars))


def _ends(claim: Claim, first: Claim) -> tuple[float | None, float | None, float | None] | None:
    """The lower and upper end and the printed value, in the unit of the first; no number for an end that is open."""
    mention = claim.mention
    if mention.quantity and first.mention.quantity:
        if agree(mention.quantity, first.mention.quantity).verdict is Fit.INCOMPARABLE:
            return None
        amount = mention.quantity
        if amount.unit != first.mention.quantity.unit and dimension(amount.unit):
            amount = in_unit(amount, first.mention.quantity.unit)
        low, high = (float(end) if end.is_finite() else None for end in (amount.lower, amount.upper))
        value = float(amount.value) if amount.printed else None
        return None if (low, high, value) == (None, None, None) else (low, high, value)
    if mention.time and mention.time.start and mention.time.end:
        start, end = mention.time.start.toordinal(), mention.time.end.toordinal() - 1
        return start, end, start if start == end else None
    return None
