"""A report becomes a page for the terminal: what clashes, where, why, and what was not compared."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.model import Severity
from factcheck.nouns import NamedTuple
from factcheck.report.excerpts import Surroundings
from factcheck.report.lines import Line
from factcheck.report.prose import PRIMARY, SECONDARY, UNMARKED, Page, marked_lines, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Document, Finding, Report, Span, Unchecked
    from factcheck.report.excerpts import Excerpt

#: How a finding of each severity is coloured.
COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
#: How everything else is coloured.
HEADING, QUIET, OTHER_PLACE = "bold", "dim", "bright_blue"

#: Over what sources differ on among themselves.
AMONG_SOURCES = "The sources among themselves"
#: Over what is no difference, but has no source; so many letters on either side are shown of each.
NO_SOURCE, BESIDE = "Figures that no source has", 30
#: A finding shows so many excerpts; of its other places it gives the line and column.
MOST_EXCERPTS = 5
#: How wide the labels and the numbers of the closing table are.
LABEL, NUMBER = 12, 6
#: Goes before what --verbose lists below a row of that table.
LISTED = " " * 6
#: Words that would be wrapped to less than this go below what they belong to, so far from the edge.
NARROWEST, BELOW = 10, "    "


class Gutter(NamedTuple):
    """The signs at the left edge that hold the places of a finding together."""

    opening: str
    turning: str
    beside: str


def report_lines(report: Report, page: Page, *, verbose: bool = False) -> Iterator[Line]:
    """The whole report: findings by article, then the sum of it, then how far it can be trusted."""
    surroundings = Surroundings(report)
    for document, findings in by_document(report):
        marked = [finding for finding in findings if not (finding.among_sources or finding.unsupported)]
        if marked or document.remarks:
            yield from _document_lines(document, page)
            yield from _findings_lines(marked, surroundings, page)
    if among := [finding for finding in report.findings if finding.among_sources]:
        yield Line((AMONG_SOURCES, HEADING))
        yield from _findings_lines(among, surroundings, page)
    yield from _unsupported_lines(report, page)
    yield from sum_lines(report, page)
    if not report.articles:
        return
    yield Line()
    yield from _comparison_lines(report, page)
    yield from _consistent_lines(report, page, verbose=verbose)
    yield from _unchecked_lines(report, page, verbose=verbose)


def _unsupported_lines(report: Report, page: Page) -> Iterator[Line]:
    """The figures that no source has, a line each, with the words round them."""
    found = [finding.spans[0] for finding in report.findings if finding.unsupported]
    if found:
        from factcheck.report.table import table_lines  # noqa: PLC0415 - few reports have such figures

        surroundings = Surroundings(report, reach=BESIDE)
        rows = [((place(span), QUIET), span.text, (_beside(span, surroundings), QUIET)) for span in found]
        yield Line((NO_SOURCE, HEADING))
        yield from table_lines(("where", "words", "in"), rows, page, indent="  ")
        yield Line()


def _beside(span: Span, surroundings: Surroundings) -> str:
    """The words round a place, on one line."""
    (excerpt,) = surroundings.excerpts([span])
    words = " ".join(span.document.text[excerpt.stretches[0][0] : excerpt.stretches[-1][1]].split())
    return f"{'… ' if excerpt.opened else ''}{words}{' …' if excerpt.closed else ''}"


def _findings_lines(findings: Iterable[Finding], surroundings: Surroundings, page: Page) -> Iterator[Line]:
    for finding in findings:
        yield Line()
        yield from finding_lines(finding, surroundings, page)
    yield Line()


def by_document(report: Report) -> Iterator[tuple[Document, list[Finding]]]:
    """Each article that something is to be said about, the loudest of its findings first.

    A finding belongs to the article that it marks, and equally loud ones stand as
    they are read.
    """
    marked: dict[int, list[Finding]] = {}
    for finding in report.findings:
        marked.setdefault(id(finding.spans[0].document), []).append(finding)
    for article in report.articles:
        findings = marked.get(id(article.document), [])
        if findings or article.document.remarks:
            yield article.document, sorted(findings, key=lambda found: (found.severity.rank, found.spans[0].start))


def finding_lines(finding: Finding, surroundings: Surroundings, page: Page) -> Iterator[Line]:
    """One finding: what it says, each place with its words marked, the working, and ways out."""
    loud = COLOURS[finding.severity]
    yield from _message_lines(finding, page)
    gutter = _gutter(page)
    styles = {UNMARKED: "", PRIMARY: loud, SECONDARY: OTHER_PLACE}
    excerpts = surroundings.excerpts(finding.spans)
    corner, name = gutter.opening, f", #{finding.id}"
    for excerpt in excerpts[:MOST_EXCERPTS]:
        yield from _place_lines(f"  {corner} ", f"{places_of(excerpt)}{name}", page)
        for line in marked_lines(excerpt, finding.spans[0], page, page.width - 4, styles):
            yield Line((f"  {gutter.beside} ", QUIET), *line.pieces)
        corner, name = gutter.turning, ""
    if others := [places_of(excerpt) for excerpt in excerpts[MOST_EXCERPTS:]]:
        yield from _place_lines(f"  {corner} ", f"also {listed(others)}", page)
    if finding.arithmetic:
        yield from _hanging("  = ", finding.arithmetic, page)
    if finding.reference:
        yield from _hanging("  from: ", finding.reference, page)
    if finding.slip:
        yield from _hanging("  perhaps: ", finding.slip, page)
    either = ["either: ", *["    or: "] * len(finding.repairs)] if finding.repairs[1:] else ["try: "]
    for label, repair in zip(either, finding.repairs, strict=False):
        yield from _hanging(f"  {label}", repair, page)


def place(span: Span) -> str:
    """Where a span begins, as editors and terminals take it: name:line:column."""
    return span.document.place(span.start).of(span.document.name)


def places_of(excerpt: Excerpt) -> str:
    """Where the marked words of an excerpt begin ("draft.txt:3:20 and 3:27, paragraph 2")."""
    first = excerpt.spans[0]
    places = dict.fromkeys(str(span.document.place(span.start)) for span in excerpt.spans)
    words = listed([place(first), *list(places)[1:]])
    is_counted = excerpt.paragraph and not first.document.landmarks
    return f"{words}, paragraph {excerpt.paragraph}" if is_counted else words


def listed(words: Sequence[str]) -> str:
    """The words as a list is said.

    >>> listed(["1 error", "2 warnings", "3 notes"])
    '1 error, 2 warnings and 3 notes'
    """
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last


def counted(number: int, noun: str) -> str:
    """The number and the noun.

    >>> counted(1, "error"), counted(2000, "error")
    ('1 error', '2,000 errors')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _gutter(page: Page) -> Gutter:
    return Gutter(
        opening=page.glyph("┌─", "-->"),
        turning=page.glyph("├─", "-->"),
        beside=page.glyph("│", "|"),
    )


def _document_lines(document: Document, page: Page) -> Iterator[Line]:
    for line in wrapped(page.text(document.name), page.width, whole=True):
        yield Line((line, HEADING))
    for remark in document.remarks:
        yield from _hanging("  ", remark, page, QUIET)


def _message_lines(finding: Finding, page: Page) -> Iterator[Line]:
    """The severity as a word, the message, and the name of the rule."""
    name = f"[{finding.rule}]"
    for head, line in _hung(f"{finding.severity.value}: ", f"{finding.message} {name}", page):
        words = line.removesuffix(name)
        yield Line(
            (head.rstrip(), COLOURS[finding.severity]), head[len(head.rstrip()) :], words, (line[len(words) :], QUIET)
        )


def _place_lines(head: str, places: str, page: Page) -> Iterator[Line]:
    """The places after the gutter's sign, none of them broken, so that a terminal can follow them."""
    beside = f"  {_gutter(page).beside}".ljust(len(head))
    for at, line in enumerate(wrapped(page.text(places), page.width - len(head), whole=True)):
        yield Line((f"{beside if at else head}{line}", QUIET))


def summary(report: Report) -> str:
    """The sum of it in words ("1 error and 2 notes in 3 articles, checked against 1 source; 1 could not be read")."""
    found = Counter(finding.severity for finding in report.findings if not finding.unsupported)
    lacking = sum(finding.unsupported for finding in report.findings)
    alone = f"; {counted(lacking, 'figure')} that no source has" if lacking else ""
    counts = [counted(found[severity], severity.value) for severity in Severity if found[severity]]
    sources = sum(article.is_source for article in report.articles)
    unread = f"; {len(report.unreadable):,} could not be read" if report.unreadable else ""
    if not report.articles:
        return f"Nothing was checked{unread}"
    what = listed(counts) if counts else "Nothing found that differs"
    where = f" in {counted(len(report.articles) - sources, 'article')}"
    against = f", checked against {counted(sources, 'source')}" if sources else ""
    return f"{what}{where}{against}{alone}{unread}"


def suppressed_words(report: Report) -> list[str]:
    """How many findings are suppressed, and by what ("3 suppressed (2 decision, 1 [sic])"); nothing if none is."""
    by = Counter(one.by for one in report.suppressed)
    kinds = ", ".join(f"{number:,} {silencer}" for silencer, number in sorted(by.items()))
    return [f"{len(report.suppressed):,} suppressed ({kinds})"] if by else []


def sum_lines(report: Report, page: Page) -> Iterator[Line]:
    """The sum of a report, and what is to be said about the decisions."""
    for line in wrapped(page.text("; ".join([summary(report), *suppressed_words(report)]) + "."), page.width):
        yield Line((line, HEADING))
    for remark in report.remarks:
        yield from _hanging("  ", remark, page)


def _comparison_lines(report: Report, page: Page) -> Iterator[Line]:
    """How many comparisons were made, by rule; and that there were none, if there were none."""
    made = Counter({rule: number for rule, number in report.comparisons.items() if number})
    words = ", ".join(
        f"{rule} {number:,}" for rule, number in sorted(made.items(), key=lambda item: (-item[1], item[0]))
    )
    yield from _row("compared", report.compared, words or "nothing, so nothing is known to agree", page)


def _consistent_lines(report: Report, page: Page, *, verbose: bool) -> Iterator[Line]:
    """How many comparisons came out well, and which."""
    hint = "" if verbose or not report.agreements else " (--verbose lists them)"
    yield from _row("consistent", len(report.agreements), f"of these agree{hint}", page)
    if verbose:
        for agreement in report.agreements:
            where = listed([f"“{span.text}” ({place(span)})" for span in agreement.spans])
            yield from _hanging(LISTED, f"{where}: {agreement.reason} [{agreement.rule}]", page, QUIET)


def _unchecked_lines(report: Report, page: Page, *, verbose: bool) -> Iterator[Line]:
    """How many numbers and dates were compared with nothing, by reason, and which."""
    reasons: dict[str, list[Unchecked]] = {}
    for unchecked in report.unchecked:
        reasons.setdefault(unchecked.reason, []).append(unchecked)
    total = sum(len(article.mentions) for article in report.articles)
    hint = "" if verbose or not reasons else " (--verbose lists them)"
    yield from _row("not compared", len(report.unchecked), f"of {total:,} numbers and dates{hint}", page)
    for reason, group in sorted(reasons.items(), key=lambda item: (-len(item[1]), item[0])):
        yield from _row("", len(group), reason, page)
        if verbose:
            for unchecked in group:
                where = f"“{unchecked.mention.text}” ({place(unchecked.mention.span)})"
                yield from _hanging(LISTED, where, page, QUIET)


def _row(label: str, number: int, words: str, page: Page) -> Iterator[Line]:
    """A row of the closing table."""
    return _hanging(f"{label:>{LABEL}}{number:>{NUMBER},}  ", words, page)


def _hanging(head: str, words: str, page: Page, style: str = "") -> Iterator[Line]:
    """The words, wrapped, after the head and never below it."""
    for before, line in _hung(head, words, page):
        yield Line((f"{before}{line}", style))


def _hung(head: str, words: str, page: Page) -> Iterator[tuple[str, str]]:
    """The lines of the words, each with the head or the room below it; below the head where it leaves no room."""
    room, beside = page.width - len(head), head
    if room < NARROWEST:
        yield head.rstrip(), ""
        room, beside = page.width - len(BELOW), BELOW
    for at, line in enumerate(wrapped(page.text(words), room)):
        yield " " * len(beside) if at else beside, line
