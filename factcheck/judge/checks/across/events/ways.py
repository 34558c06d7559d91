"""Which way an amount moved, or something lies, in two reports of one event: "was up to 40", "down to 40"; "10 km east of it", "10 km west"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.align.drafts import family
from factcheck.align.gates import OF_WORDING, of_another_story
from factcheck.judge.checks.across.events.reports import of_two_events, told_of
from factcheck.judge.checks.across.figures.holding import are_copied
from factcheck.judge.checks.across.figures.opposites import turned_round
from factcheck.judge.checks.across.stories.two_stories import TELLING
from factcheck.judge.checks.retold.places import COMPASS
from factcheck.judge.verdicts import Clash
from factcheck.model import Kind, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.align.drafts import Figure
    from factcheck.judge.checks.across.events.reports import EventReport
    from factcheck.model import Mention

_LEVELS = frozenset({Kind.COUNT, Kind.QUANTITY, Kind.MONEY, Kind.PERCENTAGE})
#: A word that says which way an amount moved stands so near to it, in letters.
OF_IT = 40
#: Between them, what speaks of something else.
_OF_ELSE = regex(r"[;:.]|\b(?:its|their|his|her|but|while|though|although|whereas|and|as|after|when)\b")
#: Which way something lies, right behind how far, from a place by its name or by what it is.
_WAY_OF = regex(
    r" (?:to the )?(?P<way>(?:[Nn]orth|[Ss]outh)-?(?:east|west)?|[Ee]ast|[Ww]est) of (?:the |its )?(?:(?P<name>[A-Z][\w’'-]+)|(?:[a-z]+ )?(?:town|city|capital|port|village|airport|coast|island)\b)"
)
#: From so many degrees of the compass on two ways are no two words for one.
ACROSS = 45


def of_one_way(ours: EventReport, theirs: EventReport) -> Iterator[Clash]:
    """What rose by the one report and fell by the other, and what lies on two sides of a place."""
    for one, other in _agreeing(ours, theirs):
        yield from _turned_round(one, other)
        yield from _on_two_sides(one, other)


def _agreeing(ours: EventReport, theirs: EventReport) -> Iterator[tuple[Figure, Figure]]:
    """The amounts that both reports print, each once, in sentences that share a word besides."""
    one, other = ours.told(_by_amount), theirs.told(_by_amount)
    for amount in one.keys() & other.keys():
        if len(one[amount]) == len(other[amount]) == 1:
            (a,), (b,) = one[amount], other[amount]
            if (
                not are_copied(a, b)
                and told_of(a) & told_of(b)
                and not of_two_events(a, b, ours, theirs)
                and not of_another_story(a.claim, b.claim, whatever=OF_WORDING)
            ):
                yield a, b


def _turned_round(one: Figure, other: Figure) -> Iterator[Clash]:
    """What rose to an amount by the one, and fell to it by the other."""
    for clash in turned_round(one, other, ("direction",)):
        if all(map(_is_of_it, clash.spans, (one.mention, other.mention))):
            yield replace(clash, cause="")


def _is_of_it(word: Span, amount: Mention) -> bool:
    """Whether a word stands near to an amount, and nothing else is spoken of between them."""
    first, second = sorted((word, amount.span), key=lambda span: span.start)
    return second.start - first.end <= OF_IT and _OF_ELSE.search(word.document.text, first.end, second.start) is None


def _on_two_sides(one: Figure, other: Figure) -> Iterator[Clash]:
    """One distance in two directions: "210 km east of the town", "210 kilometres west of Leda"."""
    ways = [_WAY_OF.match(figure.mention.document.text, figure.mention.end) for figure in (one, other)]
    found = [way for way in ways if way is not None]
    if len(found) < len(ways) or len({way["name"] for way in found if way["name"]}) > 1:
        return
    if _degrees_between(*(COMPASS[way["way"].lower().replace("-", "")] for way in found)) > ACROSS:
        yield Clash(
            tuple(
                Span(each.mention.document, each.mention.start, way.end("way"))
                for each, way in zip((one, other), found, strict=True)
            )
        )


def _degrees_between(one: int, other: int) -> int:
    apart = abs(one - other) % 360
    return min(apart, 360 - apart)


def _by_amount(report: EventReport) -> dict[object, list[Figure]]:
    amounts: defaultdict[object, list[Figure]] = defaultdict(list)
    for figure in report.figures:
        amount = figure.mention.single
        if figure.mention.kind in _LEVELS and amount is not None and amount.printed[0] >= TELLING:
            amounts[family(figure.mention), amount.unit, amount.printed[0]].append(figure)
    return amounts
