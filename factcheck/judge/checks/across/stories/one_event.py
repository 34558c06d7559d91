"""Which articles report one event, and what ties them: they print the same amounts and days, or share its name and what is said of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations, starmap
from typing import TYPE_CHECKING

from factcheck.align.names import folded, names_in
from factcheck.judge.checks.across.stories.named_event import Tie, of_named_event
from factcheck.judge.checks.across.stories.two_stories import TELLING
from factcheck.model import COUNTED, Kind
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Article, Mention

#: What two reports have in common weighs so much at least, and what they count, measure and date of it so much.
SURE, SURE_OF_FIGURES = 3.5, 1.5
#: A small number of things, or a year, is printed in two articles by chance.
BY_CHANCE = 0.5
#: More names and days of two articles that are alike say no more.
NAMES, DAYS = 2, 2
#: What it says that two articles are published within so many days of each other.
FRESH, NEWS = 3, 1.0
#: What more articles than this print leads to none of them.
CROWDED = 40
#: Reports of one event are published within so many days.
REPORTED_WITHIN = 10
#: These are told to the last digit, however few there are of it.
_MEASURED = frozenset({Kind.MONEY, Kind.QUANTITY})
_AMOUNTS = _MEASURED | COUNTED | {Kind.PERCENTAGE, Kind.AGE, Kind.DURATION}
#: A full date, or one without its year, in letters: "2024-05-09".
_DAY, _YEAR = len("2024-05-09"), len("2024")

#: A day or an amount as it may be printed in two articles.
Mark = tuple[object, ...]


class Pair(NamedTuple):
    """Two reports of one event, and what ties them."""

    one: Article
    other: Article
    tie: Tie


def of_one_event(articles: Sequence[Article]) -> list[Pair]:
    """Every two articles that report one event or tell of one thing, once for each tie between them."""
    return [
        *(Pair(one, other, Tie.FIGURES) for one, other in _of_like_figures(articles)),
        *starmap(Pair, of_named_event(articles)),
    ]


def _of_like_figures(articles: Sequence[Article]) -> Iterator[tuple[Article, Article]]:
    """Every two articles that print so much alike that they report one event, whatever they call it."""
    ordered = sorted(articles, key=lambda article: article.document.name)
    marks = [_marks(article) for article in ordered]
    having: defaultdict[Mark, list[int]] = defaultdict(list)
    for number, known in enumerate(marks):
        for mark in known:
            having[mark].append(number)
    met = Counter(pair for numbers in having.values() if len(numbers) <= CROWDED for pair in combinations(numbers, 2))
    for (one, other), shared in sorted(met.items()):
        if shared > 1 and _are_sure(ordered[one], ordered[other], marks[one], marks[other]):
            yield ordered[one], ordered[other]


def _are_sure(one: Article, other: Article, ours: dict[Mark, float], theirs: dict[Mark, float]) -> bool:
    """Whether two articles have so much in common that they report one event."""
    a, b = one.document.published, other.document.published
    apart = abs((a - b).days) if a and b else None
    if apart is not None and apart > REPORTED_WITHIN:
        return False
    common = ours.keys() & theirs.keys()
    days = sum(len(mark) == 1 for mark in common)
    figures = sum(ours[mark] for mark in common) - max(0, days - DAYS)
    if figures < SURE_OF_FIGURES:
        return False
    fresh = NEWS if apart is not None and apart <= FRESH else 0.0
    return figures + fresh + min(NAMES, len(_names(one) & _names(other))) >= SURE


def _marks(article: Article) -> dict[Mark, float]:
    """What an article counts, measures and dates, each with what it says that another has it too."""
    marks: dict[Mark, float] = {}
    for mention in article.mentions:
        marks.update(_mark(mention))
    return marks


def _mark(mention: Mention) -> Iterator[tuple[Mark, float]]:
    amount, time = mention.single, mention.time
    if mention.kind is Kind.DATE and time is not None:
        if len(time.timex) == _DAY:
            yield (time.timex,), 1.0
        elif len(time.timex) == _YEAR and time.printed is not None and time.printed.year:
            yield (mention.kind, time.timex), BY_CHANCE
    elif amount is not None and mention.kind in _AMOUNTS and amount.printed[0] > 1:
        number = amount.printed[0]
        if mention.kind in COUNTED and (number >= TELLING or number % 1):
            yield (Kind.COUNT, "", number), 1.0  # what is counted may be told elsewhere
        else:
            is_telling = number >= TELLING or mention.kind in _MEASURED or number % 1
            yield (mention.kind, amount.unit, number), 1.0 if is_telling else BY_CHANCE


def _names(article: Article) -> frozenset[str]:
    """The names of two words or more."""
    return frozenset(folded(name.text) for name in names_in(article.document) if " " in name.text)
