"""What may have happened where a conversion is wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.judge.agreement import gap, in_unit
from factcheck.nouns import dataclass
from factcheck.regexes import regex
from factcheck.resolve.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Quantity

#: A slip is named when it explains the number this well.
EXPLAINED = Decimal("0.06")

#: Lengths, areas and volumes: how many lengths are multiplied.
SPACES = {"[length]": 1, "[length] ** 2": 2, "[length] ** 3": 3}
_SPACE_NAMES = {1: "lengths", 2: "areas"}
#: Statute miles in a nautical mile.
_NAUTICAL = Decimal("1.150779")
_MILES = regex(r"\b(?:mile|knot)\b")


@dataclass(frozen=True, slots=True)
class Slip:
    """What may have happened, in words, and the cause if a rule of its own speaks of it."""

    words: str = ""
    cause: str = ""
    #: Whether temperatures are steps and not levels.
    difference: bool = False


def likely_slip(a: Quantity, b: Quantity) -> Slip:
    """The first explanation of the second number that fits it."""
    if a.value == b.value:
        return Slip("the number was copied and not converted", "unit copied")
    right = in_unit(a, b.unit).value
    for explained, slip in _explanations(a, right, b.unit):
        if _near(b.value, explained):
            return slip
    return Slip("two digits were swapped") if _swapped(b.value, right) else Slip()


def _explanations(a: Quantity, right: Decimal, unit: str) -> Iterator[tuple[Decimal, Slip]]:
    """What the second number would be after each slip that we know."""
    power = SPACES.get(str(dimension(a.unit)), 1)
    if a.value and right:
        factor = right / a.value
        root = Decimal(float(abs(factor)) ** (1 / power))
        for exponent in range(1, power):
            yield (
                a.value * root**exponent,
                Slip(f"the factor for {_SPACE_NAMES[exponent]} was used", "factor of length"),
            )
        yield a.value / factor, Slip("the factor was applied the wrong way round")
    for times, words in ((10, "ten"), (100, "a hundred"), (1000, "a thousand")):
        yield right * times, Slip(f"{words} times too much: a digit too many?")
        yield right / times, Slip(f"{words} times too little: a digit lost?")
    for ratio in (_NAUTICAL, 1 / _NAUTICAL) if _MILES.search(f"{a.unit} {unit}") else ():
        yield right * ratio, Slip("nautical and statute miles were mixed up")


def _near(stated: Decimal, explained: Decimal) -> bool:
    return gap(stated, explained) <= EXPLAINED


def _swapped(stated: Decimal, right: Decimal) -> bool:
    """Whether the stated number is the right one with two neighbouring digits changed round."""
    stated, right = abs(stated), abs(right)
    written = f"{stated.normalize():f}"
    for at in range(len(written) - 1):
        turned = (
            Decimal(written[:at] + written[at + 1] + written[at] + written[at + 2 :])
            if "." not in written[at : at + 2]
            else stated
        )
        if turned != stated and gap(turned, right) <= EXPLAINED / 2:
            return True
    return False
