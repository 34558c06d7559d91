"""The named places of patterns, and which mentions fill them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.judge.formulas.skeleton import (
    AGO,
    AREA,
    DAY,
    EXCHANGE,
    FRACTION,
    LENGTH,
    LETTER,
    MANNERS,
    MONTH,
    PEOPLE,
    POINTS,
    PRICE,
    RATE,
    SPEED,
    WEIGHT,
    YEAR,
)
from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from factcheck.model import Mention

_QUANTITIES = ("quantity", LENGTH, AREA, SPEED, WEIGHT)
_LEVELS = ("count", "number", PEOPLE, RATE, FRACTION, *_QUANTITIES, "money", PRICE, EXCHANGE)
#: What a slot may ask for, and the types that answer. A head noun is often elsewhere
#: ("…, 480 in all"), so a count may be a bare number and the other way round.
SLOTS: dict[str, tuple[str, ...]] = {
    "count": ("count", "number", PEOPLE, RATE, FRACTION),
    "number": ("count", "number", PEOPLE, RATE, FRACTION),
    "people": (PEOPLE,),
    "things": ("count", PEOPLE),
    "whole": ("count", "number", PEOPLE),
    "fraction": (FRACTION,),
    "rate": (RATE,),
    "bare": ("number", FRACTION),
    "quantity": _QUANTITIES,
    "length": (LENGTH,),
    "area": (AREA,),
    "speed": (SPEED,),
    "weight": (WEIGHT,),
    "money": ("money", PRICE, EXCHANGE),
    "sum": ("money",),
    "price": (PRICE,),
    "exchange": (EXCHANGE,),
    "percentage": ("percentage",),
    "percent": ("percentage",),
    "points": (POINTS,),
    "amount": (*_LEVELS, "percentage"),
    "level": _LEVELS,
    "ordinal": ("ordinal",),
    "age": ("age",),
    "year": (YEAR,),
    "month": (MONTH,),
    "day": (DAY,),
    "when": (YEAR, MONTH, DAY),
    "date": ("date", YEAR, MONTH, DAY, AGO),
    "ago": (AGO,),
    "time": ("time",),
    "duration": ("duration",),
    "set": ("set",),
}

#: The types of amounts: a wording in any order that shuts out others takes in all of them.
AMOUNTS = frozenset({*SLOTS["amount"], POINTS})
#: The kind of a slot that reads a word.
WORD = "word"


@dataclass(frozen=True, slots=True)
class Slot:
    """A named place of a pattern."""

    name: str
    kinds: str
    is_list: bool = False
    #: Whether it takes all amounts that the other parts of a wording leave.
    takes_rest: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it reads a word, and no mention."""
        return self.kinds == WORD

    @property
    def letters(self) -> frozenset[str]:
        """The letters of the mentions that fill it, hedged or not."""
        types = (type_ for kind in self.kinds.split("|") for type_ in SLOTS.get(kind.strip(), ()))
        return frozenset(LETTER[manner, type_] for type_ in types for manner in MANNERS)


#: What fills a slot. None is "a guard" in a list: one, though it is no mention.
Members = tuple["Mention | None", ...]
