"""What units mean: what they measure, how they convert, and what else a careless writer may have meant."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import lru_cache

from factcheck.extract.lexicon.currencies import CODES, NAMED, SYMBOLS
from factcheck.nouns import NamedTuple
from factcheck.resolve.factors import FACTORS

#: What to add to a level before the factor makes it kelvins; differences have no offset.
OFFSETS = {"celsius": Decimal("273.15"), "fahrenheit": Decimal("459.67")}

#: Coins, in hundredths of what they are coins of. A cent is taken for a dollar's where nothing says otherwise.
COINS = {"cent": "dollar", "penny": "pound sterling"}
CURRENCIES = frozenset((*SYMBOLS.values(), *CODES.values(), *NAMED.values())) - frozenset(COINS)

#: Other units that go by the same name.
SAME_NAME = {
    "ton": ("short ton", "long ton", "tonne"),
    "tonne": ("ton", "long ton"),
    "short ton": ("ton",),
    "long ton": ("ton",),
    "metric ton": ("tonne", "ton", "long ton"),
    "gallon": ("imperial gallon",),
    "imperial gallon": ("gallon",),
    "pint": ("imperial pint",),
    "quart": ("imperial quart",),
    "fluid ounce": ("imperial fluid ounce",),
    "mile": ("nautical mile",),
    "nautical mile": ("mile",),
    "mile per hour": ("knot",),
    "ounce": ("troy ounce", "fluid ounce"),
    "pound": ("pound sterling",),
    "calorie": ("kilocalorie",),
}  # fmt: skip


class Measure(NamedTuple):
    """The factor of a unit to the base unit, and the powers of what it measures."""

    factor: Decimal
    powers: tuple[tuple[str, int], ...]


def dimension(unit: str) -> str | None:
    """What a unit measures ("[length] / [time]"), or None for the nouns of counts and for pure numbers."""
    measure = _measure(unit)
    return _written(measure.powers) if measure and measure.powers else None


def factor(unit: str) -> Decimal:
    """How many base units of its dimension one of the unit is.

    >>> factor("kilometer"), factor("mile per hour")
    (Decimal('1000'), Decimal('0.44704'))
    """
    measure = _measure(unit)
    if measure is None:
        raise ValueError(f"not a unit of measure: {unit!r}")
    return measure.factor


def convert(amount: Decimal, unit: str, to_unit: str) -> Decimal:
    """The amount in another unit of its dimension; temperatures as levels.

    >>> convert(Decimal(5), "celsius", "fahrenheit")
    Decimal('41')
    """
    if dimension(unit) != dimension(to_unit):
        raise ValueError(f"{unit!r} and {to_unit!r} measure different things")
    if unit in OFFSETS or to_unit in OFFSETS:
        kelvins = (amount + OFFSETS.get(unit, Decimal(0))) * factor(unit)
        return (kelvins / factor(to_unit) - OFFSETS.get(to_unit, Decimal(0))).quantize(_FINE).normalize() + 0
    return amount * factor(unit) / factor(to_unit)


_FINE = Decimal(1).scaleb(-12)


def alternatives(unit: str) -> tuple[str, ...]:
    """The other units that a writer may have meant by the name, its own left out.

    >>> alternatives("gallon per minute")
    ('imperial gallon per minute',)
    """
    if unit in SAME_NAME:
        return SAME_NAME[unit]
    top, per, bottom = unit.partition(" per ")
    return tuple(f"{other}{per}{bottom}" for other in SAME_NAME.get(top, ())) if per else ()


@lru_cache(maxsize=4096)
def _measure(unit: str) -> Measure | None:
    """The unit, its rates and its powers worked out; None for the noun of a count."""
    if unit in FACTORS:
        number, written = FACTORS[unit]
        return Measure(Decimal(number), _powers(written))
    if unit in COINS:
        return Measure(Decimal("0.01"), ((COINS[unit], 1),))
    if unit in CURRENCIES:
        return Measure(Decimal(1), ((unit, 1),))
    top, per, bottom = unit.partition(" per ")
    if per:
        return _rate(top, bottom)
    return None


def _rate(top: str, bottom: str) -> Measure | None:
    count, _, rest = bottom.partition(" ")
    times = Decimal(count) if count.isdigit() else Decimal(1)
    over, under = _measure(top), _measure(rest if count.isdigit() else bottom)
    if over is None or under is None:
        return None
    powers = Counter(dict(over.powers))
    powers.subtract(dict(under.powers))
    return Measure(
        over.factor / under.factor / times, tuple(sorted((of, power) for of, power in powers.items() if power))
    )


def _powers(written: str) -> tuple[tuple[str, int], ...]:
    """The powers of a dimension as it is written in the table: "[length] ** 2 / [time]"."""
    top, _, bottom = written.partition(" / ")
    powers = Counter[str]()
    for sign, parts in ((1, top.split(" * ")), (-1, bottom.replace(" * ", " / ").split(" / "))):
        for part in filter(None, parts):
            of, _, power = part.partition(" ** ")
            powers[of] += sign * int(power or 1)
    return tuple(sorted((of, power) for of, power in powers.items() if of.startswith("[")))


def _written(powers: tuple[tuple[str, int], ...]) -> str:
    """The dimension in writing: "[length] / [time] ** 2"."""
    top = " * ".join(_raised(of, power) for of, power in powers if power > 0)
    bottom = "".join(f" / {_raised(of, -power)}" for of, power in powers if power < 0)
    return (top or "1") + bottom


def _raised(of: str, power: int) -> str:
    return of if power == 1 else f"{of} ** {power}"
