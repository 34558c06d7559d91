"""Values become sides: which of those that are told of one thing go together, and which stand against each other."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from factcheck.archive.rows import NOTHING
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

#: Of the sides of a block so many are compared: the lowest, the highest, and those that most claims take.
MOST_SIDES = 8
#: All claims of a block are compared that has no more than this.
WHOLE = 64
#: Of a larger one, about so many of each side; which ones, their numbers decide, and so it is always the same ones.
SAMPLE = 6
_NUMBERS = 2**64
_LAST = 2**63 - 1


class Value(NamedTuple):
    """How often a range of values is told in a block."""

    block: int
    lower: float
    upper: float
    claims: int
    #: How many sources tell it, and the first and the last day; not counted where it is only looked for what clashes.
    sources: int = 0
    first_day: int | None = None
    last_day: int | None = None


class Kept(NamedTuple):
    """A value that is to be compared, and the side that it is on."""

    block: int
    side: int
    lower: float
    upper: float
    #: Claims with higher numbers than this are left out.
    until: int
    #: How many claims take the side, of how many sources at most, and from when until when.
    claims: int
    sources: int
    first_day: int | None
    last_day: int | None


def kept(values: Iterable[Value], wanted: Container[tuple[int, float, float]] = ()) -> Iterator[Kept]:
    """The values that are to be compared; all values of a block must be among those given, in any order.

    Sides with a value that is `wanted`, given by its block and ends, are compared in any case.
    """
    for _, block in groupby(sorted(values), key=lambda value: value.block):
        found = sides(list(block))
        sizes = [sum(value.claims for value in side) for side in found]
        small = sum(sizes) <= WHOLE
        asked = {side for side, of_side in enumerate(found) if any(value[:3] in wanted for value in of_side)}
        for side in range(len(found)) if small else sorted(asked | _chosen(found, sizes)):
            all_of_it = small or sizes[side] <= SAMPLE
            until = _LAST if all_of_it else -_LAST - 1 + _NUMBERS * SAMPLE // sizes[side]
            of_side = total(found[side])[3:]
            yield from (Kept(value.block, side, value.lower, value.upper, until, *of_side) for value in found[side])


def total(values: Sequence[Value]) -> Value:
    """The first of some values, told as often as all of them; a source that tells two of them counts twice."""
    return values[0]._replace(
        claims=sum(value.claims for value in values),
        sources=sum(value.sources for value in values),
        first_day=min((value.first_day for value in values if value.first_day is not None), default=None),
        last_day=max((value.last_day for value in values if value.last_day is not None), default=None),
    )


def sides(values: Sequence[Value]) -> list[list[Value]]:
    """The values of a block in groups that some number fits, from low to high.

    Stabbing: the lowest upper end is a number that fits all whose lower end is not
    above it; then the same with the rest. What agrees with nothing yet stands first.
    """
    found: list[list[Value]] = []
    stab: float | None = None
    for value in sorted(values, key=lambda value: (value.upper, value.lower)):
        if stab is not None and value.lower <= stab:
            found[-1].append(value)
        else:
            found.append([value])
            stab = None if _is_nothing(value) else value.upper
    return found


def _is_nothing(value: Value) -> bool:
    return (value.lower, value.upper) == NOTHING


def _chosen(found: Sequence[Sequence[Value]], sizes: Sequence[int]) -> set[int]:
    """Which sides of a large block are compared."""
    lowest = 1 if _is_nothing(found[0][0]) and len(found) > 1 else 0
    ends = dict.fromkeys([lowest, len(found) - 1, 0])
    often = [side for side in sorted(range(len(found)), key=lambda side: (-sizes[side], side)) if side not in ends]
    return {*ends, *often[: MOST_SIDES - len(ends)]}
