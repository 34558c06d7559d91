"""Amounts and times: what is said of them, what the words allow, and where they stand."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.model.texts import Span
from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from datetime import date

    from factcheck.model.texts import Document

ZERO, INFINITY = Decimal(0), Decimal("Infinity")


class Kind(StrEnum):
    """What a mention is a mention of."""

    COUNT = "count"
    QUANTITY = "quantity"
    MONEY = "money"
    PERCENTAGE = "percentage"
    NUMBER = "number"
    ORDINAL = "ordinal"
    AGE = "age"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


#: Kinds that say how many of something there are; a number may lack its noun.
COUNTED = frozenset((Kind.COUNT, Kind.NUMBER))
#: Kinds that say how much of something there is.
AMOUNTS = COUNTED | {Kind.QUANTITY, Kind.MONEY, Kind.PERCENTAGE}
#: Kinds that say when something is.
TIMES = frozenset((Kind.DATE, Kind.TIME))


class Bound(StrEnum):
    """Which side of the printed number the words leave open."""

    EXACT = "="
    ABOUT = "~"
    BELOW = "<"
    ABOVE = ">"


@dataclass(frozen=True, slots=True)
class Quantity:
    """Every amount that the words allow, from `lower` to `upper`, and what was printed.

    "12 people" allows 12 and nothing else; "5 miles" allows whatever rounds to it;
    "more than 50" has no upper end.
    """

    lower: Decimal
    upper: Decimal
    unit: str = ""
    #: One number, or the two ends of a range, as printed and multiplied out.
    printed: tuple[Decimal, ...] = ()
    bound: Bound = Bound.EXACT
    #: The place of the last significant digit ("5,300" → 100, "0.62" → 0.01).
    step: Decimal = Decimal(1)

    @property
    def value(self) -> Decimal:
        """The printed number; the middle of a printed range, or of what a word like "several" allows."""
        if len(self.printed) == 1:
            return ZERO + self.printed[0]
        ends = self.printed or (self.lower, self.upper)
        return sum(ends, ZERO) / len(ends)

    @property
    def noun(self) -> str:
        """The last word of what is counted: "driver" of "bus driver"."""
        return self.unit.rpartition(" ")[2]

    @property
    def measure(self) -> str:
        """What it is in, without what that is "per"."""
        return self.unit.partition(" per ")[0]

    @property
    def is_range(self) -> bool:
        """Whether two ends were printed."""
        return len(self.printed) == 2

    def meets(self, other: Quantity) -> bool:
        """Whether some amount fits both (units are not looked at)."""
        return self.lower <= other.upper and other.lower <= self.upper


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """The parts of a date that were printed; the rest is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    #: Monday is 0.
    weekday: int | None = None

    @property
    def is_weekday_alone(self) -> bool:
        """Whether a day of the week is told, and no day of a month."""
        return self.weekday is not None and self.day is None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Every day that the words allow, from `start` up to but not including `end`.

    Both are None for a duration, a repetition, a vague word ("recently"), a day
    that does not exist, and a date that hangs on an unknown publication date.
    """

    #: The TIMEX3 value: "2022-02-24", "2022-W08", "P5M", "PRESENT_REF".
    timex: str
    start: date | None = None
    end: date | None = None
    printed: CalendarDate | None = None
    #: Whether the days were worked out from the document's date.
    anchored: bool = False
    #: Both days that figures like "04/05/2023" may mean, where they may mean two.
    readings: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """An amount or a time where it is said, hedge and unit or head noun included."""

    document: Document
    start: int
    end: int
    kind: Kind
    quantity: Quantity | None = None
    time: TimeExpression | None = None

    @property
    def text(self) -> str:
        """The words of the mention."""
        return self.document.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.document, self.start, self.end)

    @property
    def single(self) -> Quantity | None:
        """Its amount, where one number is printed: no range, and no word such as "several"."""
        amount = self.quantity
        return amount if amount is not None and len(amount.printed) == 1 else None

    @property
    def exact(self) -> Quantity | None:
        """Its amount, where one number is printed and no word hedges it."""
        amount = self.single
        return amount if amount is not None and amount.bound is Bound.EXACT else None

    @property
    def unit(self) -> str:
        """What an amount is in, or counts; "" where it is bare, and of a time."""
        return self.quantity.unit if self.quantity else ""

    @property
    def noun(self) -> str:
        """The last word of what an amount counts; "" where it is bare, and of a time."""
        return self.quantity.noun if self.quantity else ""

    @property
    def measure(self) -> str:
        """What an amount is in, without what that is "per"; "" where it is bare, and of a time."""
        return self.quantity.measure if self.quantity else ""

    @property
    def printed_date(self) -> CalendarDate | None:
        """The parts of a date as they are printed; None where it prints none."""
        return self.time.printed if self.time else None

    def to_dict(self) -> dict[str, object]:
        """The mention in plain types, with floats for decimals and None for no end."""
        amount = self.quantity
        printed = [float(number) for number in amount.printed] if amount else []
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind.value,
            "value": printed[0] if len(printed) == 1 else printed or None,
            "lower": _finite(amount.lower) if amount else None,
            "upper": _finite(amount.upper) if amount else None,
            "unit": amount.unit if amount else None,
            "bound": amount.bound.value if amount else None,
            "timex": self.time.timex if self.time else None,
        }


def _finite(number: Decimal) -> float | None:
    return float(number) if number.is_finite() else None
