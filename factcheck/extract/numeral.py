"""What a numeral is, and the words behind one that multiply it: "3 million", "2.3bn"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.numbers import ABBREVIATED_SCALES, SCALES
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re

ONE = Decimal(1)


class Numeral(NamedTuple):
    """A number as written, up to `end`."""

    end: int
    value: Decimal
    #: The place of the last significant digit ("5,300" → 100, "0.62" → 0.01, "1.5 million" → 100,000).
    step: Decimal
    #: Whether it is written in words throughout.
    spelled: bool = False
    #: Every number that a vague word allows ("dozens", "several").
    allows: tuple[Decimal, Decimal] | None = None
    #: The other end of what a vague plural names ("hundreds": 100 to 1,000); `value` is the near end.
    upto: Decimal | None = None
    #: What a scale behind the figures multiplied them with ("33-35 billion" scales both).
    scale: Decimal = ONE
    #: Whether it is a part of a whole ("two-thirds", "one in five").
    part: bool = False

    @property
    def printed(self) -> tuple[Decimal, ...]:
        """The number, or the two ends of what the word names; nothing for "several", which names none."""
        if self.allows is not None and self.upto is None and self.value not in self.allows:
            return ()
        return (self.value,) if self.upto is None else (self.value, self.upto)


#: Narrow spaces, as stand between the digits of a long number.
THIN = "\u00a0\u2009\u202f"
_SCALE_BEHIND = regex(
    rf"(?:[ {THIN}-]?| - (?=(?:m|b|tr)illion\b(?!-)))({any_of(SCALES)})\b"
    rf"|[ {THIN}]?({any_of(ABBREVIATED_SCALES)})\b",
)

#: What may stand between a number and its scale, and what the scale, or " - ", then begins with.
_GAPS = frozenset(f" {THIN}-")
_BEGINNINGS = frozenset(word[0] for word in (*SCALES, *ABBREVIATED_SCALES)) | {"-"}


def scale_behind(lowered: str, at: int) -> re.Match[str] | None:
    """The scale that begins right behind a number, in the first group or, abbreviated, in the second."""
    letter = lowered[at : at + 1]
    if (lowered[at + 1 : at + 2] if letter in _GAPS else letter) not in _BEGINNINGS:
        return None
    return _SCALE_BEHIND.match(lowered, at)


def scale_of(word: str) -> Decimal:
    """What a word or a letter behind a number multiplies it with."""
    return Decimal(SCALES.get(word) or ABBREVIATED_SCALES[word])
