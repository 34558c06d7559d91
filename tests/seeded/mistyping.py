"""A slip, the numbers that it is made of, and the ways to mistype one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck import Document


@dataclass(frozen=True, slots=True)
class Slip:
    """A stretch of an article, and what somebody typed in its place."""

    kind: str
    start: int
    end: int
    typed: str

    def put_into(self, text: str) -> str:
        """The text with the slip in it."""
        return f"{text[: self.start]}{self.typed}{text[self.end :]}"


#: Finds the places of one kind in an article, and makes a slip of each.
Seed = Callable[["Document", Random], Iterator[Slip]]

NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
HEDGED = re.compile(r"\b(?:about|around|roughly|some|approximately|nearly|almost|over|than|least|to|up)\s+[$£€]?$")
#: A hedged number may be this far off.
HEDGE = 0.1
#: A trailing 5 of a measure from here on may be to the nearest five.
FIVES = 20
#: Where two numbers are further apart than this, nobody took the one for the other rounded.
CLOSE = 0.12
WORDS = dict(
    zip(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split(),
        range(1, 21),
        strict=True,
    )
)
COUNT = rf"{NUMBER}|(?:{'|'.join(WORDS)})"


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as it was printed, and what it may have been before it was rounded."""

    value: float
    half: float

    @property
    def lower(self) -> float:
        return self.value - self.half

    @property
    def upper(self) -> float:
        return self.value + self.half

    def times(self, factor: float) -> Printed:
        """The same amount in another unit."""
        return Printed(self.value * factor, self.half * factor)

    def meets(self, other: Printed) -> bool:
        """Whether rounding, and nothing else, may have made two numbers of one."""
        return self.lower <= other.upper and other.lower <= self.upper


def printed(figures: str, *, hedged: bool = False) -> Printed:
    """The number that figures (or a word) say, good to half of its last digit that is no nought."""
    if figures.lower() in WORDS:
        return Printed(WORDS[figures.lower()], 0.5)
    plain = figures.replace(",", "")
    value = float(plain)
    _, point, decimals = plain.partition(".")
    half = 0.5 * 10.0 ** (-len(decimals) if point else len(plain) - len(plain.rstrip("0")))
    if not point and plain.endswith("5") and value >= FIVES:
        half = 2.5
    return Printed(value, max(half, HEDGE * value if hedged else 0))


def written(value: float, like: str) -> str:
    """A number in the style of another: as many significant digits, commas where they belong."""
    digits = len(like.replace(",", "").replace(".", "").strip("0")) or 1
    rounded = float(f"{value:.{max(digits, 2)}g}")
    return f"{int(rounded):,}" if rounded >= 100 or rounded == int(rounded) else f"{rounded:g}"


def spelled_like(number: int, like: str) -> str:
    """A whole number in words or in figures, as the one that it takes the place of."""
    names = {count: word for word, count in WORDS.items()}
    word = names.get(number, str(number)) if like.lower() in WORDS else f"{number:,}"
    return word.capitalize() if like[0].isupper() else word


def ten_times(figures: str, _: Random) -> str:
    """A digit too many, or the point in the wrong place."""
    if "." in figures:
        return f"{float(figures.replace(',', '')) * 10:g}"
    return f"{int(figures.replace(',', '')) * 10:,}" if "," in figures or len(figures) > 2 else f"{figures}0"


def first_digit(figures: str, chance: Random) -> str:
    """Another first digit."""
    at = re.search(r"[1-9]", figures)
    if at is None:
        return figures
    other = chance.choice([digit for digit in "123456789" if digit != at[0]])
    return f"{figures[: at.start()]}{other}{figures[at.end() :]}"


def swapped_digits(figures: str, chance: Random) -> str:
    """Two neighbouring digits, changed round."""
    places = [
        at
        for at in range(len(figures) - 1)
        if figures[at : at + 2].isdigit() and figures[at] != figures[at + 1] and (figures[at + 1] != "0" or at)
    ]
    if not places:
        return figures
    at = chance.choice(places)
    return f"{figures[:at]}{figures[at + 1]}{figures[at]}{figures[at + 2 :]}"


MISTYPED: dict[str, Callable[[str, Random], str]] = {
    "x10": ten_times,
    "first digit": first_digit,
    "swapped digits": swapped_digits,
}
