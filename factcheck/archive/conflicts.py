"""Clashes become conflicts: those of one thing together, with how many sources take which side, and since when."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from factcheck.archive.comparing import together
from factcheck.judge.findings import settled
from factcheck.nouns import NamedTuple, dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from factcheck.archive.recalling import ComparedRow, Recalled
    from factcheck.judge.rules import Rule
    from factcheck.model import Article, Finding

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True)
class Side:
    """Claims of one thing that one value fits, and who makes them."""

    claims: int
    sources: int
    #: The first and the last day of publication, as `date.toordinal` counts them.
    first_day: int | None
    last_day: int | None
    #: Some of the claims, the newest first.
    told: tuple[Recalled, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What sources say of one thing that cannot all be right."""

    #: The loudest first; each points at two claims.
    findings: tuple[Finding, ...]
    #: The sides that the findings are about: those that fewest sources take first, and of these the newest. None
    #: where whole articles differ, and not claims of one thing.
    sides: tuple[Side, ...]
    #: What is known of the articles that the findings point into.
    articles: tuple[Article, ...]


class Clashing(NamedTuple):
    """A finding, the claims that it points at, and where in the blocks they stand."""

    finding: Finding
    involved: tuple[Recalled, ...]
    standing: tuple[ComparedRow, ...]


class Part(NamedTuple):
    """A conflict as far as some of the clashes tell, and the claims that it is between."""

    claims: frozenset[int]
    conflict: Conflict


def parts(clashing: Iterable[Clashing], rules: Sequence[Rule]) -> list[Part]:
    """The conflicts that the clashes come to."""
    groups = _of_one_thing(clashing, lambda clash: [one.row.claim for one in clash.involved])
    return [Part(claims, _conflict(some, rules)) for claims, some in groups]


def whole_and_torn(found: Iterable[Part]) -> tuple[list[Conflict], set[int]]:
    """The conflicts that none of the other parts belongs to, and the claims of all others."""
    groups = list(_of_one_thing(found, lambda part: part.claims))
    whole = [some[0].conflict for _, some in groups if len(some) == 1]
    return whole, {claim for claims, some in groups if len(some) > 1 for claim in claims}


def _of_one_thing(
    found: Iterable[Told], claims: Callable[[Told], Iterable[int]]
) -> Iterator[tuple[frozenset[int], list[Told]]]:
    """What has claims in common, directly or through others, and the claims of all of it."""
    found = list(found)
    groups = [frozenset(group) for group in together(map(claims, found))]
    group_of = {claim: at for at, group in enumerate(groups) for claim in group}
    some: defaultdict[int, list[Told]] = defaultdict(list)
    for one in found:
        some[group_of[next(iter(claims(one)))]].append(one)
    return ((groups[at], of_group) for at, of_group in some.items())


def in_order(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """The loudest first, and of these the newest."""
    return sorted(
        conflicts,
        key=lambda conflict: (
            conflict.findings[0].severity.rank,
            -_newest(conflict),
            conflict.findings[0].fingerprint,
        ),
    )


def _newest(conflict: Conflict) -> int:
    """The day of its newest side; where it has none, of its newest article."""
    days = (article.document.published for article in conflict.articles)
    dated = (day.toordinal() for day in days if day)
    return max((side.last_day or 0 for side in conflict.sides), default=max(dated, default=0))


def _conflict(clashing: Sequence[Clashing], rules: Sequence[Rule]) -> Conflict:
    """What clashes of one thing come to."""
    articles = {id(one.article): one.article for clash in clashing for one in clash.involved}
    named = sorted(articles.values(), key=lambda article: article.document.name)
    findings = settled((clash.finding for clash in clashing), named, rules)
    told = {one.row.claim: one for clash in clashing for one in clash.involved}
    blocks: defaultdict[int, dict[int, ComparedRow]] = defaultdict(dict)
    for clash in clashing:
        for row in clash.standing:
            blocks[row.block][row.claim] = row
    # The block in which most of them stand tells how many others say the same.
    block = min(blocks, key=lambda block: (-len(blocks[block]), block))
    sides: defaultdict[int, list[ComparedRow]] = defaultdict(list)
    for row in blocks[block].values():
        sides[row.side].append(row)
    return Conflict(
        tuple(sorted(findings, key=lambda finding: finding.severity.rank)),
        tuple(sorted((_side(rows, told) for rows in sides.values()), key=_outlier)),
        tuple(named),
    )


def _side(rows: Sequence[ComparedRow], told: Mapping[int, Recalled]) -> Side:
    newest = sorted(rows, key=lambda row: (-(row.day or 0), row.name, row.claim))
    row = newest[0]
    return Side(row.claims, row.sources, row.first_day, row.last_day, tuple(told[row.claim] for row in newest))


def _outlier(side: Side) -> tuple[object, ...]:
    """What fewest sources say goes first, and of these the newest."""
    return side.sources, -(side.last_day or 0), side.told[0].row.name, side.told[0].row.claim
