"""Writes the table of unit factors, from pint: `python -m factcheck.resolve.generate_factors`.

pint is the authority on units. It takes a quarter of a second to load, so that what we
need of it stands in `factors.py`, and a test asserts that the two are equal.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from factcheck.extract.lexicon.units import MEASURES

#: Where pint calls a unit by another name.
PINT_NAMES = {
    "statute mile": "mile",
    "ton": "short_ton",
    "short ton": "short_ton",
    "long ton": "long_ton",
    "tonne": "metric_ton",
    "metric ton": "metric_ton",
    "kiloton": "kilometric_ton",
    "megaton": "megametric_ton",
    "gigaton": "gigametric_ton",
    "barrel": "oil_barrel",
    "barrel per day": "oil_barrel / day",
    "celsius": "delta_degC",
    "fahrenheit": "delta_degF",
    "acre foot": "acre_foot",
    "foot pound-force": "foot * force_pound",
    "kilopound per square inch": "kpsi",
    "pound per square inch": "psi",
    "newton meter": "newton * meter",
    "decade": "10 * year",
    "hundredweight": "long_hundredweight",
}
#: What has no dimension, or none that pint knows.
PURE = frozenset(
    (
        "twenty-foot equivalent unit", "megapixel", "pixel", "decibel", "percent", "percentage point", "basis point",
        "parts-per-million", "parts-per-billion", "degree", "radian", "turn", "lumen", "revolution per minute",
        "frame per second",
    ),
)  # fmt: skip
#: What units are divided by besides the measures.
TIMES = ("second", "minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "century", "millisecond")
#: Definitions that no writing leads to, but that a writer may have meant.
MEANT = ("imperial pint", "imperial fluid ounce", "imperial quart")


def factors() -> dict[str, tuple[str, str]]:
    """The factor of each unit to the base unit of its dimension, and the dimension, as pint has them."""
    import pint  # noqa: PLC0415 - slow to load, and needed here alone

    registry: pint.UnitRegistry[Decimal] = pint.UnitRegistry(non_int_type=Decimal)
    names = sorted({*MEASURES.values(), *TIMES, *MEANT} - PURE)
    table: dict[str, tuple[str, str]] = {}
    for name in names:
        base = registry.parse_expression(PINT_NAMES.get(name) or _in_pint(name)).to_base_units()
        table[name] = (_plain(Decimal(base.magnitude)), str(base.dimensionality))
    return table


def _in_pint(name: str) -> str:
    """A name as pint would have it: "square kilometer per hour" as "kilometer ** 2 / hour"."""
    parts = []
    for part in name.split(" per "):
        power, _, unit = part.partition(" ")
        raised = {"square": 2, "cubic": 3}.get(power)
        parts.append(
            f"{unit.replace(' ', '_')} ** {raised}"
            if raised
            else " * ".join(part.split())
            if "hour" in part
            else part.replace(" ", "_")
        )
    return " / ".join(f"({part})" for part in parts)


def _plain(number: Decimal) -> str:
    """Twenty significant digits, noughts at the end left out."""
    rounded = Decimal(f"{number:.20g}").normalize()
    return f"{rounded:f}" if -12 < rounded.adjusted() < 20 else str(rounded)


def source() -> str:
    """The text of `factors.py`."""
    rows = "".join(f'    "{name}": ("{factor}", "{dimension}"),\n' for name, (factor, dimension) in factors().items())
    return (
        '"""Each unit\'s factor to the base unit of its dimension, from pint. Written by `generate_factors.py`."""\n\n'
        "from __future__ import annotations\n\n"
        f"FACTORS: dict[str, tuple[str, str]] = {{\n{rows}}}\n"
    )


if __name__ == "__main__":
    Path(__file__).with_name("factors.py").write_text(source(), encoding="utf-8")
