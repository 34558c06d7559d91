"""Two versions of an article as a page: both texts side by side, and what changed in the margin."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from factcheck.align.versions import Happening
from factcheck.model import Report
from factcheck.nouns import dataclass
from factcheck.report.excerpts import Surroundings
from factcheck.report.html import whole_page
from factcheck.report.margin import REACH, numbers_of, quoted
from factcheck.report.stretches import Mark, paragraphs
from factcheck.report.versions import counted, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Article
    from factcheck.report.margin import Quoted
    from factcheck.report.stretches import Stretch
    from factcheck.report.versions import Versions


@dataclass(frozen=True, slots=True)
class Card:
    """A change as the margin shows it."""

    number: int
    happening: Happening
    message: str
    places: tuple[Quoted, ...]


class Changes:
    """What changed, numbered as it is read; templates ask it what a stretch of a text is part of."""

    def __init__(self, compared: Versions) -> None:
        self._surroundings = Surroundings(Report((compared.old, compared.new), ()), reach=REACH)
        self._changes = [change for change in compared.changes if change.happening is not Happening.KEPT]

    def cards(self) -> Iterator[Card]:
        """The cards of the margin, in order."""
        for number, change in enumerate(self._changes, start=1):
            spans = {
                f"place-{number}-{at}": saying.mention.span
                for at, saying in enumerate((change.old, change.new), start=1)
                if saying
            }
            names = {id(span): name for name, span in spans.items()}
            places = (quoted(excerpt, names) for excerpt in self._surroundings.excerpts(spans.values()))
            yield Card(number, change.happening, told(change), tuple(places))

    def marks(self, article: Article) -> Iterator[Mark]:
        """What changed in one of the two versions."""
        for number, change in enumerate(self._changes, start=1):
            for at, saying in enumerate((change.old, change.new), start=1):
                if saying and saying.mention.document is article.document:
                    span = saying.mention.span
                    yield Mark(span.start, span.end, f"place-{number}-{at}")

    def marking(self, stretch: Stretch) -> tuple[int, ...]:
        """The numbers of the changes that mark a stretch."""
        return numbers_of(stretch.marks)

    def begun(self, stretch: Stretch) -> tuple[int, ...]:
        """The numbers of the changes of which a place begins with a stretch."""
        return numbers_of(stretch.begun)

    def loudest(self, numbers: tuple[int, ...]) -> Happening:
        """What happened in the first of some changes."""
        return self._changes[numbers[0] - 1].happening


def versions_page(compared: Versions) -> str:
    """The page, in one file."""
    changes = Changes(compared)
    counts = Counter(change.happening for change in compared.changes)
    return whole_page(
        "versions.html.jinja",
        summary=counted(compared),
        numbering=changes,
        cards=list(changes.cards()),
        happenings=[(one, counts[one]) for one in Happening if one is not Happening.KEPT],
        kept=counts[Happening.KEPT],
        texts=[
            (kind, article, list(paragraphs(article, changes.marks(article))))
            for kind, article in (("Old", compared.old), ("New", compared.new))
        ],
    )
