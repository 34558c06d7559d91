"""Words of scope: whether those of two claims set them apart, and of which times they tell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.attach.scope import AMONG, GRAVE
from factcheck.attach.voices import SAID
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from factcheck.model import Claim

#: A stretch of days longer than this is a season or a year, and no day that an article reports on.
SEASON = 20
#: Words of scope that either both claims bear or neither; a share of women is none of all, even where nobody says of whom
#: the other is. Of the other words that say one thing, of both claims if both are told, one must be the same.
_OF_BOTH = frozenset({"change", "added", "part", "former", "contrasted", "recent", GRAVE})
_OF_EITHER = ("from:", "way:", "weekday:", "month:")


class _Scope(NamedTuple):
    """Words of scope, sorted by what they say."""

    of_both: frozenset[str]
    #: For each of `_OF_EITHER`.
    of_either: tuple[frozenset[str], ...]
    #: Stretches of days, each from the first up to but not including the last, as `date.toordinal` counts.
    days: tuple[tuple[int, int], ...]


@lru_cache(maxsize=1 << 14)
def _sorted_scope(scope: frozenset[str]) -> _Scope:
    return _Scope(
        frozenset(word for word in scope if word in _OF_BOTH or word.startswith(AMONG)),
        tuple(frozenset(word for word in scope if word.startswith(prefix)) for prefix in _OF_EITHER),
        tuple((int(first), int(end)) for first, end in (days.split("-") for days in told_behind("days:", scope))),
    )


def of_another_scope(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether scope words set two claims apart: a change and a level, two directions, two times."""
    if a == b:
        return False
    one, two = _sorted_scope(a), _sorted_scope(b)
    if one.of_both != two.of_both:
        return True
    if any(told and other and not told & other for told, other in zip(one.of_either, two.of_either, strict=True)):
        return True
    met = any(first < last and begin < end for first, end in one.days for begin, last in two.days)
    return bool(one.days and two.days) and not met


def of_other_days(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sentences tell of days, and of none in common; whenever somebody said so."""
    one, two = (frozenset(word for word in but_said(scope) if word.startswith("days:")) for scope in (a, b))
    return of_another_scope(one, two)


@lru_cache(maxsize=1 << 14)
def but_said(scope: frozenset[str]) -> frozenset[str]:
    """A scope without the days on which somebody said it, where the day of publication tells as much."""
    return scope - {f"days:{days}" for days in told_behind(SAID, scope)}


def told_behind(prefix: str, scope: frozenset[str]) -> set[str]:
    """What the words of scope that begin so go on with."""
    return {word.removeprefix(prefix) for word in scope if word.startswith(prefix)}


def times_told(claim: Claim) -> frozenset[str]:
    """The days, weekdays and months that the sentence of a claim speaks of."""
    return frozenset(word for word in claim.scope if word.startswith(("days:", "weekday:", "month:")))


def is_dated(claim: Claim) -> bool:
    """Whether a sentence tells the days of its claim, or a weekday."""
    return any(word.startswith(("days:", "weekday:")) for word in claim.scope)


def of_another_time(claim: Claim) -> bool:
    """Whether a sentence tells of a month or a year in which its article was not published."""
    published = claim.mention.document.published
    for word in claim.scope:
        if word.startswith("month:"):
            return True
        if word.startswith("days:"):
            first, end = map(int, word.removeprefix("days:").split("-"))
            if end - first > SEASON and not (published and first <= published.toordinal() < end):
                return True
    return False
