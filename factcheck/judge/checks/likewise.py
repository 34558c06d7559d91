"""Articles that print nearly the same amount in the same words, and not the same."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from math import floor, log
from typing import TYPE_CHECKING

from factcheck.align.drafts import NUMBER_MARK, Figure, SourceIndex, figures_of
from factcheck.align.meeting import of_another_story
from factcheck.judge.agreement import gap
from factcheck.judge.checks import check
from factcheck.judge.checks.derived import changed
from factcheck.judge.checks.holding import NEAR_COPY, Printed, copied_badly, of_one_thing
from factcheck.judge.checks.restated import restated
from factcheck.judge.checks.sources import QUOTED
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Claim, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Of these an article gives many, each with its own words; counts and dates of one event look too much alike.
AMOUNTS = frozenset({Kind.MONEY, Kind.PERCENTAGE})
#: Amounts further apart than this share of the larger are more likely two things than one.
NEARBY = 0.25
#: Of the words round the amount that has more of them this share must stand round the other too.
LEAST = 0.25
#: A word that more figures of about one size have than this does not bring them together.
CROWDED = 40
#: What figures of about one size that share a telling word are found by: kind, unit, size, word.
Block = tuple[Kind, str, int, str]


@check("told-in-like-words", of=tuple, least=2)
def told_in_like_words(articles: tuple[Article, ...], *, alike: float = 0.48) -> Iterator[Verdict]:
    """Sums and shares of two articles that lie near each other, and so much of the words round one round the other.

    An article that has the other's amount too does not differ from it.
    """
    equals = [article for article in articles if not article.is_source]
    if len(equals) < 2:
        return
    index = SourceIndex(figure for article in equals for figure in figures_of(article))
    printed = Printed(index)
    met: set[frozenset[int]] = set()
    for block in _blocks(index.figures):
        for one, other in combinations(block, 2):
            pair = frozenset((id(one), id(other)))
            apart = one.mention.document is not other.mention.document
            if apart and pair not in met and _is_near(one, other):
                met.add(pair)
                less, more = sorted((index.likeness(one, other), index.likeness(other, one)))
                if less >= LEAST and more + (NEAR_COPY if copied_badly(one.mention, other.mention) else 0) >= alike:
                    yield from _verdict(one, other, printed)


def _blocks(figures: tuple[Figure, ...]) -> Iterator[list[Figure]]:
    """Figures that may be near each other and share a telling word, in the order of their places."""
    blocks: defaultdict[Block, list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda one: (one.mention.document.name, one.mention.start)):
        amount = figure.mention.quantity
        if figure.mention.kind not in AMOUNTS or amount is None or len(amount.printed) != 1 or amount.value <= 0:
            continue
        # Two that are near each other share one of their two sizes.
        size = floor(log(amount.value) / -log(1 - NEARBY))
        for stem in figure.near:
            if not stem.startswith(NUMBER_MARK):
                for near in (size, size + 1):
                    blocks[figure.mention.kind, amount.unit, near, stem].append(figure)
    yield from (block for block in blocks.values() if 1 < len(block) <= CROWDED)


def _is_near(one: Figure, other: Figure) -> bool:
    """Whether two amounts in one unit are not far apart."""
    a, b = one.mention.quantity, other.mention.quantity
    return a is not None and b is not None and gap(a.value, b.value) <= NEARBY


def _verdict(one: Figure, other: Figure, printed: Printed) -> Iterator[Verdict]:
    """What comes of two amounts in like words, if their articles tell one story and nobody but the authors says so."""
    verdict = restated(one.mention, other.mention)
    if not isinstance(verdict, Clash) or isinstance(restated(other.mention, one.mention), Accord):
        return
    if not (_is_told(one.claim) and _is_told(other.claim)) or of_another_story(one.claim, other.claim):
        return
    if not of_one_thing(one, other) or _leads_to(one, other, printed) or _leads_to(other, one, printed):
        return
    if not (_has(other, one, printed) or _has(one, other, printed)):
        yield verdict


def _leads_to(base: Figure, level: Figure, printed: Printed) -> bool:
    """Whether a level follows from a base and a change that is told next to it."""
    return bool(changed(level.mention, [one.mention for one in printed.around(base)]))


def _is_told(claim: Claim) -> bool:
    return claim.withheld in {None, QUOTED}


def _has(figure: Figure, other: Figure, printed: Printed) -> bool:
    """Whether the article of a figure has the other's amount elsewhere."""
    return any(
        same.mention.document is figure.mention.document and isinstance(restated(other.mention, same.mention), Accord)
        for same in printed.printing(other)
    )
