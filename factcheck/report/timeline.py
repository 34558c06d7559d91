"""Every dated event of the articles, in the order in which it happened."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.align.drafts import is_of_the_page
from factcheck.model import TIMES, Finding, Mention, Sentence, Span
from factcheck.nouns import dataclass
from factcheck.report.about import about
from factcheck.report.claims import listings
from factcheck.report.excerpts import Surroundings
from factcheck.report.lines import Line
from factcheck.report.parquet import parquet_bytes
from factcheck.report.prose import PRIMARY, SECONDARY, UNMARKED, marked_lines, wrapped
from factcheck.report.records import VERSION, as_json, span_record
from factcheck.report.sheets import sheet
from factcheck.report.terminal import COLOURS, HEADING, QUIET, counted, listed, place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Report
    from factcheck.report.prose import Page
    from factcheck.report.records import Record

#: How many letters of its sentence are shown on either side of a date.
REACH = 70
#: How a value in TIMEX3 begins that means a moment unknown, and none that could be placed ("now", "in the past").
NO_MOMENT = ("PRESENT", "PAST", "FUTURE")


@dataclass(frozen=True, slots=True)
class Entry:
    """A date that an article gives, and what it is the date of."""

    mention: Mention
    #: The first day that the words allow, and the one after the last.
    start: date
    end: date
    sentence: Sentence
    #: "invasion: Ukraine"; empty where no event is tied to the date.
    about: str
    #: The findings that mark this date.
    clashes: tuple[Finding, ...] = ()

    @property
    def derived(self) -> bool:
        """Whether the days were worked out from the day of publication."""
        return self.mention.time is not None and self.mention.time.anchored

    @property
    def when(self) -> str:
        """The day, the month or the year, or else the first and the last day.

        What the words say is never told more exactly than they say it.
        """
        return stretch(self.start, self.end)

    @property
    def how(self) -> str:
        """Whether the words give the day, or what it was derived from."""
        if not self.derived:
            return "exact"
        return f"derived from {self.mention.document.published or 'the dates around it'}"


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is dated, from the first day to the last, and which dates could not be placed."""

    entries: tuple[Entry, ...]
    unplaced: tuple[Mention, ...]


def stretch(start: date, end: date) -> str:
    """The days from the first up to but not including the end, as shortly as they can be told.

    >>> stretch(date(2022, 2, 24), date(2022, 2, 25)), stretch(date(2022, 2, 1), date(2022, 3, 1))
    ('2022-02-24', '2022-02')
    >>> stretch(date(2020, 1, 1), date(2021, 1, 1)), stretch(date(2022, 2, 7), date(2022, 2, 14))
    ('2020', '2022-02-07 to 2022-02-13')
    """
    last = end - timedelta(days=1)
    if start == last:
        return start.isoformat()
    if start.day == 1 and end.day == 1:
        if start.month == end.month == 1 and end.year == start.year + 1:
            return f"{start.year:04}"
        if (end.year - start.year) * 12 + end.month - start.month == 1:
            return f"{start.year:04}-{start.month:02}"
    return f"{start} to {last}"


def timeline(report: Report) -> Timeline:
    """The dates of all articles in order, but for those of the articles themselves; those of one day by the articles' names."""
    marks = _marks(report)
    entries: list[Entry] = []
    unplaced: list[Mention] = []
    for article, found in listings(report):
        for mention, claim, sentence, _ in found:
            time = mention.time
            if mention.kind not in TIMES or time is None or time.timex.startswith(NO_MOMENT) or sentence is None:
                continue
            if is_of_the_page(mention, sentence):
                continue
            if time.start is None or time.end is None:
                unplaced.append(mention)
                continue
            marking = marks[id(article.document)]
            clashes = {id(finding): finding for finding, span in marking if _marks_date(span, mention)}
            entries.append(Entry(mention, time.start, time.end, sentence, about(claim), tuple(clashes.values())))
    entries.sort(key=lambda entry: (entry.start, -entry.end.toordinal(), *_where(entry.mention)))
    return Timeline(tuple(entries), tuple(sorted(unplaced, key=_where)))


def _where(mention: Mention) -> tuple[str, int]:
    return mention.document.name, mention.start


def _marks(report: Report) -> defaultdict[int, list[tuple[Finding, Span]]]:
    """The findings with each of their places, by document."""
    marks: defaultdict[int, list[tuple[Finding, Span]]] = defaultdict(list)
    for finding in report.findings:
        for span in finding.spans:
            marks[id(span.document)].append((finding, span))
    return marks


def _marks_date(span: Span, mention: Mention) -> bool:
    """Whether a finding is about the date itself, and not about the passage that it stands in."""
    return mention.start <= span.start and span.end <= mention.end


# --- for a terminal -----------------------------------------------------------------


def timeline_lines(report: Report, page: Page) -> Iterator[Line]:
    """The days as headings, below each what happened and who says so, clashes marked."""
    told = timeline(report)
    surroundings = Surroundings(report, reach=REACH)
    for when, entries in groupby(told.entries, key=lambda entry: entry.when):
        yield Line((when, HEADING))
        for entry in entries:
            yield from _entry_lines(entry, surroundings, page)
        yield Line()
    yield from _sum_lines(told, page)


def _entry_lines(entry: Entry, surroundings: Surroundings, page: Page) -> Iterator[Line]:
    loudest = min(entry.clashes, key=lambda finding: finding.severity.rank, default=None)
    style = COLOURS[loudest.severity] if loudest else "bold"
    head = [(page.text(place(entry.mention.span)), QUIET)]
    if entry.about:
        head.append((page.text(entry.about), ""))
    if entry.derived:
        head.append((page.text(entry.how), "italic"))
    pieces = [piece for part in head for piece in ((", ", QUIET), part)][1:]
    yield Line(("! " if loudest else "  ", style), *pieces)
    styles = {UNMARKED: "", PRIMARY: style, SECONDARY: style}
    for excerpt in surroundings.excerpts([entry.mention.span]):
        for line in marked_lines(excerpt, None, page, page.width - 4, styles):
            yield Line("    ", *line.pieces)
    for finding in entry.clashes:
        for words in wrapped(page.text(_told(finding, entry)), page.width - 4):
            yield Line((f"    {words}", COLOURS[finding.severity]))


def _told(finding: Finding, entry: Entry) -> str:
    """What a finding holds against a date, and where the other side stands."""
    others = [f"“{span.text}” ({place(span)})" for span in finding.spans if not _marks_date_of(span, entry)]
    against = f" against {listed(others)}" if others else ""
    return f"{finding.severity.value}{against} [{finding.rule}]"


def _marks_date_of(span: Span, entry: Entry) -> bool:
    return span.document is entry.mention.document and _marks_date(span, entry.mention)


def _sum_lines(told: Timeline, page: Page) -> Iterator[Line]:
    """How many dates there are, how many of them clash, and why some have no place."""
    clashing = sum(bool(entry.clashes) for entry in told.entries)
    derived = sum(entry.derived for entry in told.entries)
    words = f"{counted(len(told.entries), 'date')}, {derived:,} derived, {clashing:,} in a finding."
    for line in wrapped(words, page.width):
        yield Line((line, HEADING))
    for name, number in Counter(mention.document.name for mention in told.unplaced).items():
        undated = any(mention.document.published is None for mention in told.unplaced if mention.document.name == name)
        why = "its day of publication is not known; --date gives it" if undated else "the words leave the day open"
        for line in wrapped(
            page.text(f"{name}: {counted(number, 'date')} could not be placed, for {why}."), page.width
        ):
            yield Line(line)


# --- for programs -------------------------------------------------------------------

#: Each column with the type that it has in Parquet.
COLUMNS = {
    "first_day": "date32",
    "last_day": "date32",
    "derived": "string",
    "published": "date32",
    "about": "string",
    "words": "string",
    "sentence": "string",
    "source": "string",
    "line": "int32",
    "column": "int32",
    "clashes": "string",
}


def timeline_text(report: Report) -> str:
    """The timeline as JSON."""
    return as_json(timeline_record(report))


def timeline_record(report: Report) -> Record:
    """The timeline in plain types."""
    told = timeline(report)
    return {
        "version": VERSION,
        "events": [
            {
                "first_day": entry.start.isoformat(),
                "last_day": _last_day(entry).isoformat(),
                "derived": entry.derived,
                "published": _iso(entry.mention.document.published),
                "about": entry.about,
                **span_record(entry.mention.span),
                "sentence": entry.sentence.text,
                "clashes": [
                    {
                        "rule": finding.rule,
                        "severity": finding.severity.value,
                        "message": finding.message,
                        "fingerprint": finding.fingerprint,
                        "spans": [span_record(span) for span in finding.spans],
                    }
                    for finding in entry.clashes
                ],
            }
            for entry in told.entries
        ],
        "unplaced": [span_record(mention.span) for mention in told.unplaced],
    }


def timeline_sheet(report: Report) -> str:
    """The timeline as CSV: a row for each date."""
    return sheet(list(COLUMNS), map(_row, timeline(report).entries))


def timeline_parquet(report: Report) -> bytes:
    """The same as a Parquet file."""
    return parquet_bytes(COLUMNS, map(_row, timeline(report).entries))


def _row(entry: Entry) -> tuple[object, ...]:
    document = entry.mention.document
    where = document.place(entry.mention.start)
    return (
        entry.start,
        _last_day(entry),
        "yes" if entry.derived else "no",
        document.published,
        entry.about,
        entry.mention.text,
        " ".join(entry.sentence.text.split()),
        document.name,
        where.line,
        where.column,
        "; ".join(_told(finding, entry) for finding in entry.clashes),
    )


def _last_day(entry: Entry) -> date:
    return entry.end - timedelta(days=1)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
