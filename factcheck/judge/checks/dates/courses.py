"""The courses that things take: what comes before what in a life, a case, a law, a house."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from factcheck.nouns import NamedTuple
from factcheck.tables import rows

#: What only the living do; a sort of slip with a rule of its own.
DEATH = "act after death"


class Course(NamedTuple):
    """Stages that can only follow each other."""

    name: str
    #: Whether one person or thing may go through it more than once.
    repeats: bool
    #: Whether its words may have an object ("married Anna"); else only what happens to their subject is meant.
    takes_object: bool
    #: What it is called where it is turned round.
    slip: str


class Stage(NamedTuple):
    """A word's place in a course."""

    course: Course
    rank: int
    #: Whether the word tells it in the passive only.
    is_passive: bool


@cache
def stages() -> dict[str, tuple[Stage, ...]]:
    """For each word, or words, that tell a stage: the stages that they may tell."""
    lists: dict[str, str] = {}
    found: defaultdict[str, list[Stage]] = defaultdict(list)
    course, rank = Course("", repeats=False, takes_object=False, slip=""), 0
    for line in rows(__package__, "courses.txt"):
        if line.startswith("<"):
            name, _, words = line.partition(" = ")
            lists[name] = words
        elif line.startswith("  "):
            active, passive = (Stage(course, rank, is_passive) for is_passive in (False, True))
            for word in lists.get(line.strip(), line.strip()).split(", "):
                if word[0] == "=":
                    found[word[1:]].append(passive)
                else:
                    found[word].append(active)
            rank += 1
        else:
            name, _, written = line.partition(": ")
            how_often, verbs, slip = written.split(", ")
            course, rank = Course(name, how_often == "often", verbs == "any", slip), 0
    return {word: tuple(told) for word, told in found.items()}
