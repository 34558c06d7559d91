"""Which articles may tell one story: they turn on a name in common, and some are tied by amounts that both print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.align.names import code
from factcheck.align.persons import about
from factcheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Article, Document

#: Articles that print so many amounts alike are tied.
TIED = 2
#: An amount from here on is not printed in two articles by chance.
TELLING = 10


class Stories:
    """Which articles turn on a name in common, and which are tied by amounts, each two asked once."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._about: dict[int, frozenset[str]] = {}
        self._amounts: dict[int, frozenset[object]] = {}
        for article in articles:
            self._about[id(article.document)] = frozenset(map(code, about(article.document)))
            self._amounts[id(article.document)] = frozenset(_amounts(article))
        self._known: dict[tuple[int, int], bool] = {}

    def meet(self, one: Document, other: Document) -> bool:
        """Whether two articles, which are not one, may tell one story; nobody knows where one turns on no name."""
        pair = id(one), id(other)
        if pair not in self._known:
            a, b = self._about[pair[0]], self._about[pair[1]]
            self._known[pair] = one is not other and not (a and b and a.isdisjoint(b))
        return self._known[pair]

    def are_tied(self, one: Document, other: Document) -> bool:
        """Whether two articles that meet print several amounts alike."""
        return len(self._amounts[id(one)] & self._amounts[id(other)]) >= TIED


def _amounts(article: Article) -> Iterator[object]:
    """What tells an article from others among its amounts: the kind, the unit and the number of those that are no small ones."""
    for mention in article.mentions:
        amount = mention.quantity
        if amount and len(amount.printed) == 1 and amount.printed[0] >= TELLING and mention.kind is not Kind.ORDINAL:
            yield mention.kind, amount.unit, amount.printed[0]
