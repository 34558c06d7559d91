"""When somebody was born by all that an article says: dates of birth, ages now, and ages when something happened.

Each of them leaves a stretch of days for the birth, wherever in the article it stands; two of one person
that have no day in common cannot both be right.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.lives.deceased import the_dead
from factcheck.judge.checks.lives.told_births import A_DAY, Born, birth_told, whose_birth
from factcheck.judge.checks.parts import (
    LONGEST_SENTENCE,
    sentence_number,
    telling,
    vocabulary,
)
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.judge.moments import Days

_TOLD = frozenset({Kind.DATE, Kind.AGE, Kind.NUMBER, Kind.ORDINAL})

#: A text in which somebody is born on a day has one of these words.
_OF_BIRTH = frozenset({"born", "birth", "world", "b"})


@check(
    "births",
    of=Article,
    told_by=("age", "aged", "old", "he", "she", "when", "born", "turned", "turns", "then", "boy", "girl", "birthday"),
    about=[Kind.DATE, Kind.AGE],
)
def births(article: Article) -> Iterator[Verdict]:
    """Dates of birth and ages of one person, anywhere in an article, that leave no day for the birth."""
    kinds = _TOLD - {Kind.DATE} if _OF_BIRTH.isdisjoint(vocabulary(article)) else _TOLD
    told = [
        born
        for _, sentence, _, mentions, _ in telling(article)
        if sentence.end - sentence.start <= LONGEST_SENTENCE
        for mention in mentions
        if mention.kind in kinds and (born := birth_told(article, mention))
    ]
    if len(told) < 2:
        return
    from factcheck.judge.checks.lives.persons import persons_of  # noqa: PLC0415 - few articles tell two births

    persons = persons_of(article)
    dead = the_dead(article)
    nobody_knows = article.document.published is None
    by_person: defaultdict[tuple[str, bool], list[Born]] = defaultdict(list)
    for born in told:
        number = sentence_number(article, born.spans[0].start)
        person = whose_birth(article, persons, dead, born, number)
        if person:
            by_person[person, nobody_knows and born.is_of_today].append(born)
    for (person, _), one_life in by_person.items():
        yield from _births_of_one(person, one_life)


def _births_of_one(person: str, births: Sequence[Born]) -> Iterator[Verdict]:
    """The births that do not fit the others, the one that fits fewest first, and then whether those that are left agree."""
    from factcheck.judge.checks.lives.persons import are_man_and_woman  # noqa: PLC0415 - as in `births`

    left = list(births)
    while clashing := {at: others for at, born in enumerate(left) if (others := _clashing(born, left))}:
        worst = max(clashing, key=lambda at: (len(clashing[at]), at))
        one, other = sorted((clashing[worst][0], left[worst]), key=_first)
        if not are_man_and_woman(person, one.spans[0], other.spans[0]):
            yield _clash(one, other)
        del left[worst]
    for at, born in enumerate(left):
        others = [other for other in left[:at] if not _share_a_place(born, other)]
        if others:
            yield Accord(_places(others[0], born), _working(others[0], born))


def _clashing(born: Born, births: Sequence[Born]) -> list[Born]:
    return [other for other in births if not _share_a_place(born, other) and not _meet(born, other)]


def _first(born: Born) -> int:
    return born.spans[0].start


def _clash(one: Born, other: Born) -> Clash:
    return Clash(_places(one, other), {"one": one.told, "other": other.told}, arithmetic=_working(one, other))


def _places(one: Born, other: Born) -> tuple[Span, ...]:
    return tuple(dict.fromkeys((*one.spans, *other.spans)))


def _working(one: Born, other: Born) -> str:
    return f"by {one.told} born {_printed(one.days)}, by {other.told} {_printed(other.days)}"


def _share_a_place(one: Born, other: Born) -> bool:
    return any(mine.start == theirs.start for mine in one.spans for theirs in other.spans)


def _meet(one: Born, other: Born) -> bool:
    return any(mine[0] < theirs[1] and theirs[0] < mine[1] for mine in one.days for theirs in other.days)


def _printed(every: Sequence[Days]) -> str:
    """The years of some days."""
    years = [(when[0].year, (when[1] - A_DAY).year) for when in every]
    return " or ".join(
        f"in {first}" if first == last else f"in {first} or {last}" if last == first + 1 else f"from {first} to {last}"
        for first, last in dict.fromkeys(years)
    )
