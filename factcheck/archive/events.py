"""Which articles may tell of one event: published within days of each other, they turn on two names in common, on their only one, or on a rare one of few.

Rules about whole articles compare those with each other. So that no article is
compared with a hundred, each is in one group of few, of those that share most
names, and the rarest.
"""

from __future__ import annotations

from array import array
from collections import Counter
from datetime import date
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from factcheck.archive.texts import NO_DAY
from factcheck.judge.checks.across.stories.named_event import CROWDED
from factcheck.judge.checks.across.stories.one_event import REPORTED_WITHIN
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.archive.texts import Turn

#: So many articles at most are compared with each other.
MOST = 24
#: Articles that share but one name may tell of one event if few turn on it just then, if one of them turns on no more names than
#: these, and if they were published within so many days.
FEW, AT_ONCE = 4, 2
#: A draft is compared with so many, somebody is waiting for it; of those that turn on one of its names so many are looked at.
MOST_OF_DRAFT, LOOKED_AT = 8, 200


class Member(NamedTuple):
    """An article of a group; the groups are counted from nought."""

    at: int
    source: int


class Gathered(NamedTuple):
    """What an article of a group says, as TEXTS brings it."""

    at: int
    source: int
    name: str
    day: int | None
    about: str
    text: bytes


def by_group(found: Iterable[Gathered]) -> Iterator[list[Gathered]]:
    """The articles of each group, which come group by group."""
    return (list(group) for _, group in groupby(found, key=lambda told: told.at))


def groups(turning: Iterable[Turn]) -> list[Member]:
    """The groups of articles that may tell of one event, from all names that articles turn on, in their order by name and day."""
    runs = _Runs()
    for _, of_name in groupby(turning, key=lambda turn: turn.name):
        run: list[Turn] = []
        for turn in of_name:
            if run and turn.day - run[-1].day > REPORTED_WITHIN:
                runs.add(run)
                run = []
            run.append(turn)
        runs.add(run)
    return runs.members()


def days(day: int) -> tuple[int, int]:
    """The first and the last day on which an article may be published that tells of the same event as one of a day.

    A draft without a day is as of the newest articles.
    """
    return (day - REPORTED_WITHIN, day + REPORTED_WITHIN) if day != NO_DAY else (NO_DAY, date.max.toordinal())


def nearest(turning: Iterable[Turn], day: int | None) -> list[int]:
    """Of the articles that turn on some of a draft's names, those that share the rarest and most of them; of like ones the nearest in time."""
    found = list(turning)
    names = {turn.name for turn in found}
    if day is None:
        day = max((turn.day for turn in found), default=NO_DAY)
        found = [turn for turn in found if turn.day == NO_DAY or turn.day >= day - REPORTED_WITHIN]
    times = Counter(turn.name for turn in found)
    shared: dict[int, list[Turn]] = {}
    for turn in found:
        shared.setdefault(turn.source, []).append(turn)
    weights = {
        source: sum(1 / times[turn.name] for turn in told)
        for source, told in shared.items()
        if len(told) > 1 or len(names) == 1 or times[told[0].name] <= CROWDED
    }
    return sorted(weights, key=lambda source: (-weights[source], abs(shared[source][0].day - day), source))[
        :MOST_OF_DRAFT
    ]


class _Runs:
    """Articles that turn on one name, one soon after the other; in few bytes, for there are millions."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._sources = array("q")
        #: On which day each article was published, and how many names it turns on.
        self._days, self._names = array("q"), array("q")
        #: The articles of one run after the other, and where each ends.
        self._members, self._ends = array("q"), array("q", [0])

    def add(self, run: Sequence[Turn]) -> None:
        """Take the articles of a run in; one alone meets nobody."""
        for _, day, source in run:
            at = self._numbers.setdefault(source, len(self._sources))
            if at == len(self._sources):
                self._sources.append(source)
                self._days.append(day)
                self._names.append(0)
            self._names[at] += 1
            if len(run) > 1:
                self._members.append(at)
        if len(run) > 1:
            self._ends.append(len(self._members))

    def members(self) -> list[Member]:
        """The articles in groups. Those that share most come first; a group that would be too large is not made larger."""
        above = array("q", range(len(self._sources)))
        size = array("q", [1]) * len(self._sources)

        def highest(member: int) -> int:
            while above[member] != member:
                above[member] = member = above[above[member]]
            return member

        for one, other in self._meetings():
            first, second = highest(one), highest(other)
            if first != second and size[first] + size[second] <= MOST:
                above[second] = first
                size[first] += size[second]
        found: dict[int, list[int]] = {}
        for at, source in enumerate(self._sources):
            found.setdefault(highest(at), []).append(source)
        together = sorted(sorted(group) for group in found.values() if len(group) > 1)
        return [Member(at, source) for at, group in enumerate(together) for source in group]

    def _meetings(self) -> Iterator[tuple[int, int]]:
        """Two articles of a run each, by their numbers, that may tell of one event: first those that share most, and of these rare names first."""
        runs_of = _Lists(len(self._sources), self._members, self._ends)
        runs = sorted(range(len(self._ends) - 1), key=lambda run: self._ends[run + 1] - self._ends[run])
        for enough in (3, 2, 1):
            for run in runs:
                members = self._members[self._ends[run] : self._ends[run + 1]]
                fewest = FEW if len(members) <= CROWDED else 1
                if enough == 1 and all(self._names[member] > fewest for member in members):
                    continue
                of_members = [runs_of[member] for member in members]
                for at, one in enumerate(members):
                    for later in range(at + 1, min(at + MOST, len(members))):
                        other = members[later]
                        if len(of_members[at] & of_members[later]) >= enough and (
                            enough > 1 or self._may_be_tied_by_one(one, other, fewest)
                        ):
                            yield one, other

    def _may_be_tied_by_one(self, one: int, other: int, fewest: int) -> bool:
        """Whether two articles that share but one name may tell of one event all the same."""
        names = min(self._names[one], self._names[other])
        return names == 1 or (names <= fewest and abs(self._days[one] - self._days[other]) <= AT_ONCE)


class _Lists:
    """Which runs each article is in."""

    def __init__(self, many: int, members: Sequence[int], ends: Sequence[int]) -> None:
        self._ends = array("q", [0]) * (many + 1)
        for member in members:
            self._ends[member + 1] += 1
        for at in range(many):
            self._ends[at + 1] += self._ends[at]
        room = self._ends[:]
        self._runs = array("q", [0]) * len(members)
        for run, (start, end) in enumerate(pairwise(ends)):
            for member in members[start:end]:
                self._runs[room[member]] = run
                room[member] += 1

    def __getitem__(self, member: int) -> frozenset[int]:
        return frozenset(self._runs[self._ends[member] : self._ends[member + 1]])
