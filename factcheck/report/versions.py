"""What became of the numbers and dates of an article from one version to the next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.align.versions import Change, Happening, changes
from factcheck.model import Article, Report
from factcheck.nouns import dataclass
from factcheck.report.about import about
from factcheck.report.excerpts import Surroundings
from factcheck.report.lines import Line
from factcheck.report.parquet import parquet_bytes
from factcheck.report.prose import PRIMARY, SECONDARY, UNMARKED, marked_lines, wrapped
from factcheck.report.records import VERSION, as_json, span_record
from factcheck.report.sheets import sheet
from factcheck.report.terminal import HEADING, QUIET, listed, place
from factcheck.report.values import meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.align.versions import Saying
    from factcheck.report.prose import Page
    from factcheck.report.records import Record

COLOURS = {
    Happening.CHANGED: "bold yellow",
    Happening.ADDED: "bold green",
    Happening.REMOVED: "bold red",
    Happening.MOVED: "bold cyan",
}
#: How many letters of its sentence are shown on either side of a number.
REACH = 90


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions of an article, and what became of every number and date, those that were kept too."""

    old: Article
    new: Article
    changes: tuple[Change, ...]


def versions(old: Article, new: Article) -> Versions:
    """The two versions with what changed between them."""
    return Versions(old, new, changes(old, new))


def versions_lines(compared: Versions, page: Page) -> Iterator[Line]:
    """Every number that changed, came, went or moved, with the words around it; then how many did."""
    surroundings = Surroundings(Report((compared.old, compared.new), ()), reach=REACH)
    for change in compared.changes:
        if change.happening is not Happening.KEPT:
            yield from _change_lines(change, surroundings, page)
            yield Line()
    for line in wrapped(page.text(counted(compared)), page.width):
        yield Line((line, HEADING))


def counted(compared: Versions) -> str:
    """How many numbers changed, came, went, moved and stayed, in a sentence."""
    counts = Counter(change.happening for change in compared.changes)
    return f"{listed([f'{counts[happening]:,} {happening}' for happening in Happening])}."


def _change_lines(change: Change, surroundings: Surroundings, page: Page) -> Iterator[Line]:
    colour = COLOURS[change.happening]
    head = f"{change.happening}: "
    for at, line in enumerate(wrapped(page.text(told(change)), page.width - len(head))):
        yield Line((" " * len(head) if at else head, colour), line)
    for sign, saying in (("-", change.old), ("+", change.new)):
        if saying is not None:
            yield Line((page.text(f"  {sign} {place(saying.mention.span)}"), QUIET))
            styles = {UNMARKED: "", PRIMARY: colour, SECONDARY: colour}
            for excerpt in surroundings.excerpts([saying.mention.span]):
                for marked in marked_lines(excerpt, None, page, page.width - 4, styles):
                    yield Line("    ", *marked.pieces)


def told(change: Change) -> str:
    """What became of a number, in a line."""
    old, new = change.old, change.new
    what = _about(change)
    subject = f", {what}" if what else ""
    if old and new and change.happening is Happening.CHANGED:
        same = old.mention.text == new.mention.text  # the day that it is counted from has changed
        values = [f"“{saying.mention.text}”{f' ({meaning(saying.mention)})' if same else ''}" for saying in (old, new)]
        return f"{values[0]} became {values[1]}{subject}"
    saying = new or old
    return f"“{saying.mention.text}”{subject}" if saying else ""


def _about(change: Change) -> str:
    """What the number is about, as the new version says it, or the old one does."""
    sayings = (saying for saying in (change.new, change.old) if saying)
    return next((words for saying in sayings if (words := about(saying.claim))), "")


# --- for programs -------------------------------------------------------------------

COLUMNS = (
    *("happening", "about"),
    *("old_words", "old_value", "old_place", "old_sentence"),
    *("new_words", "new_value", "new_place", "new_sentence"),
)


def versions_text(compared: Versions) -> str:
    """The changes as JSON."""
    return as_json(versions_record(compared))


def versions_record(compared: Versions) -> Record:
    """The changes in plain types."""
    return {
        "version": VERSION,
        "old": compared.old.document.name,
        "new": compared.new.document.name,
        "changes": [
            {
                "happening": change.happening.value,
                "old": _saying_record(change.old),
                "new": _saying_record(change.new),
            }
            for change in compared.changes
        ],
    }


def _saying_record(saying: Saying | None) -> Record | None:
    if saying is None:
        return None
    return {
        **saying.mention.to_dict(),
        **span_record(saying.mention.span),
        "about": about(saying.claim),
        "sentence": saying.sentence.text,
    }


def versions_sheet(compared: Versions) -> str:
    """The changes as CSV: a row for each number and date of either version."""
    return sheet(COLUMNS, _rows(compared))


def versions_parquet(compared: Versions) -> bytes:
    """The same as a Parquet file, all of it words."""
    return parquet_bytes(dict.fromkeys(COLUMNS, "string"), _rows(compared))


def _rows(compared: Versions) -> Iterator[tuple[str, ...]]:
    for change in compared.changes:
        yield (change.happening.value, _about(change), *_cells(change.old), *_cells(change.new))


def _cells(saying: Saying | None) -> tuple[str, ...]:
    if saying is None:
        return ("",) * 4
    mention = saying.mention
    return mention.text, meaning(mention), place(mention.span), " ".join(saying.sentence.text.split())
