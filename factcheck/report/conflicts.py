"""What an archive holds that cannot all be right: who says what, how many of them, and since when."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import TYPE_CHECKING

from factcheck.archive.drafts import so_many, who
from factcheck.model import Report, Severity
from factcheck.report.excerpts import Surroundings
from factcheck.report.lines import Line
from factcheck.report.prose import wrapped
from factcheck.report.records import VERSION, as_json, finding_record, span_record
from factcheck.report.terminal import HEADING, QUIET, counted, finding_lines, listed
from factcheck.report.values import meaning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.archive.checking import Checked
    from factcheck.archive.conflicts import Conflict, Side
    from factcheck.model import Finding
    from factcheck.report.prose import Page
    from factcheck.report.records import Record

#: So many sides of a conflict are listed, and so many sources of each are named.
MOST_SIDES, MOST_NAMES = 6, 3


def conflicts_lines(checked: Checked, page: Page) -> Iterator[Line]:
    """Every conflict, the loudest first, and the sum of it."""
    for conflict in checked.conflicts:
        yield from conflict_lines(conflict, page)
        yield Line()
    found = Counter(conflict.findings[0].severity for conflict in checked.conflicts)
    counts = [counted(found[severity], severity.value) for severity in Severity if found[severity]]
    what = listed(counts) if counts else "Nothing found that differs"
    beginning = f"{checked.draft}: " if checked.draft else ""
    for line in wrapped(
        page.text(f"{beginning}{what} in {counted(checked.sources, 'source')} of {checked.name}."), page.width
    ):
        yield Line((line, HEADING))


def conflict_lines(conflict: Conflict, page: Page) -> Iterator[Line]:
    """The loudest finding of a conflict, and below it who takes which side."""
    first = conflict.findings[0]
    yield from finding_lines(first, Surroundings(Report(conflict.articles, conflict.findings)), page)
    sides = [(side.told[0].claim.mention.text, who(side), _names(side)) for side in conflict.sides] or _told_in(first)
    for told, times, names in sides[:MOST_SIDES]:
        indent = "      "
        words = f"{times} ({', '.join(names)})"
        for at, line in enumerate(wrapped(page.text(f"  “{told}”: {words}"), page.width - len(indent))):
            yield Line((f"{indent if at else '  '}{line}", QUIET))
    if (more := len(sides) - MOST_SIDES) > 0:
        yield Line((page.text(f"    and {counted(more, 'more value')}"), QUIET))


def _told_in(finding: Finding) -> list[tuple[str, str, Iterable[str]]]:
    """What is told in whole articles, by how many of those that a finding shows, and when: what fewest tell goes first, and of these the newest."""
    told: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for span in finding.spans:
        day = span.document.published
        told[span.text][span.document.name] = day.toordinal() if day else 0
    ordered = sorted(told.items(), key=lambda one: (len(one[1]), -max(one[1].values()), one[0]))
    sides: list[tuple[str, str, Iterable[str]]] = []
    for words, by_name in ordered:
        days = [day for day in by_name.values() if day]
        times = so_many(len(by_name), min(days, default=None), max(days, default=None))
        sides.append((words, times, list(by_name)[:MOST_NAMES]))
    return sides


def _names(side: Side) -> Iterator[str]:
    """The newest sources of a side by name, and how many others there are."""
    names = list(dict.fromkeys(one.row.name for one in side.told))[:MOST_NAMES]
    yield from names
    if (more := side.sources - len(names)) > 0:
        yield f"{more:,} more"


# --- for programs -------------------------------------------------------------------


def conflicts_text(checked: Checked) -> str:
    """The same for a program, with every pair that was found."""
    return as_json(
        {
            "version": VERSION,
            "archive": checked.name,
            "sources": checked.sources,
            "conflicts": [conflict_record(conflict) for conflict in checked.conflicts],
        }
    )


def conflict_record(conflict: Conflict) -> Record:
    """A conflict: the sides, those that fewest sources take first, and the findings."""
    return {
        "severity": conflict.findings[0].severity.value,
        "rule": conflict.findings[0].rule,
        "message": conflict.findings[0].message,
        "sides": [_side_record(side) for side in conflict.sides],
        "findings": [finding_record(finding) for finding in conflict.findings],
    }


def _side_record(side: Side) -> Record:
    return {
        "value": meaning(side.told[0].claim.mention),
        "claims": side.claims,
        "sources": side.sources,
        "first": _day(side.first_day),
        "last": _day(side.last_day),
        "told": [{**span_record(one.claim.mention.span), "published": _day(one.row.day)} for one in side.told],
    }


def _day(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()
