"""What an archive says about a subject over time, and why two names go for one."""

from __future__ import annotations

from datetime import date
from math import isfinite
from typing import TYPE_CHECKING

from factcheck.align.merging import SURELY_ONE
from factcheck.report.lines import Line
from factcheck.report.prose import paragraph
from factcheck.report.table import table_lines
from factcheck.report.terminal import HEADING, QUIET, counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.archive.recalling import Recalled
    from factcheck.archive.subjects import About, Explained, Said
    from factcheck.report.prose import Page

#: How many columns the longest bar of a chart takes.
LONGEST = 20
#: Of so many attributes is told, those of which most is said.
MOST_THINGS = 12
#: Of each attribute so many days are shown, the newest.
MOST_DAYS = 12
#: So many sources of a value are named.
MOST_NAMES = 2


def about_lines(about: About, page: Page, *, most: int | None = MOST_THINGS) -> Iterator[Line]:
    """What is said of each attribute, from the first day to the last, with a bar for every amount; of so many attributes."""
    claims = sum(len(said.told) for said in about.said)
    yield from paragraph(f"{about.name}: {counted(claims, 'claim')} about {counted(len(about.said), 'thing')}.", page)
    for one in about.spellings:
        goes = "goes" if one.merge.score >= SURELY_ONE else "may go"
        yield from paragraph(f"  “{one.name}” ({one.times:,}) {goes} for the same: {one.merge.reason}.", page, QUIET)
    for one in about.left_out:
        words = f"  “{one.name}” alone ({one.times:,}) is left out: others are called so too."
        yield from paragraph(words, page, QUIET)
    for said in about.said[:most]:
        yield Line()
        yield Line((page.text(said.label), HEADING))
        yield from table_lines(("published", "value", "", "sources"), list(_rows(said, page)), page, indent="  ")
    if most is not None and (rest := about.said[most:]):
        claims = sum(len(said.told) for said in rest)
        yield Line()
        words = f"{counted(claims, 'claim')} about {counted(len(rest), 'other thing')} left out; --all shows them."
        yield from paragraph(words, page, QUIET)


def _rows(said: Said, page: Page) -> Iterator[tuple[str, ...]]:
    """A row for every day and value."""
    days: dict[tuple[int | None, str], list[Recalled]] = {}
    for one in said.told:
        days.setdefault((one.row.day, one.claim.mention.text), []).append(one)
    shown = list(days.items())[-MOST_DAYS:]
    amounts = [_amount(told[0]) for _, told in shown]
    largest = max(amounts, default=0.0)
    if left_out := len(days) - len(shown):
        yield "", f"{left_out:,} earlier", "", ""
    for ((day, value), told), amount in zip(shown, amounts, strict=True):
        bar = page.glyph("█", "#") * (max(1, round(LONGEST * amount / largest)) if amount > 0 else 0)
        yield str(date.fromordinal(day)) if day else "", value, bar, _names(told)


def _amount(one: Recalled) -> float:
    """How much is said, in base units, to be drawn; nothing for a date and for less than nothing."""
    if one.claim.mention.quantity is None:
        return 0.0
    ends = [end for end in (one.row.lower, one.row.upper) if isfinite(end)]
    return max(0.0, sum(ends) / len(ends)) if ends else 0.0


def _names(told: Sequence[Recalled]) -> str:
    names = list(dict.fromkeys(one.row.name for one in told))
    more = [f"{len(names) - MOST_NAMES:,} more"] if len(names) > MOST_NAMES else []
    return ", ".join([*names[:MOST_NAMES], *more])


def names_lines(one: str, other: str, explained: Explained, page: Page) -> Iterator[Line]:
    """What became of both names, and what came of it."""
    yield from table_lines(("", one, other), explained.steps, page)
    yield Line()
    sure = f" ({explained.merge.score:.0%} sure)" if explained.is_one else ""
    verdict = "They go for one name" if explained.is_one else "They do not go for one name"
    yield from paragraph(f"{verdict}: {explained.merge.reason}{sure}.", page, HEADING)
