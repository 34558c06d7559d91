"""How long something took, in letters or in figures with colons: "2h 3m", "3m 59s", "9.81s", "3:48.82", "2:14:07"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.extract.durations import Length, compound, phrase
from factcheck.extract.numeral import ONE, Numeral
from factcheck.extract.walking import ending
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.extract.scanning import Reading

#: Hours, minutes and seconds as a letter each: "2h 3m 59s", "3m59s".
_IN_LETTERS = regex(
    r"(?P<hour>\d{1,2})h ?(?P<minute>[0-5]?\d)m(?: ?(?P<second>[0-5]?\d(?:[.]\d+)?)s)?(?!\w)"
    r"|(?P<minutes>\d{1,2})m ?(?P<seconds>[0-5]?\d(?:[.]\d+)?)s(?!\w)|(?P<alone>\d{1,2}[.]\d+)s(?!\w)"
    r"|(?P<minute_>\d{1,2}):(?P<second_>[0-5]\d[.]\d{1,3})(?![\d:])"
    r"|(?P<hour__>\d{1,2}):(?P<minute__>[0-5]\d):(?P<second__>[0-5]\d(?:[.]\d+)?)(?![\d:])"
)
#: What leads to how long a race took; in the middle of figures with colons stands none.
_RUN_IN = (" in ", " of ", "clocked ", "(", " from ", " to ")
#: What tells that three figures with colons are how long something took, and no time of day.
_TIMED = ending(
    r"\b(?:(?:time|best|record|mark|clocking) of|clock(?:ed|ing)|timed at|(?:finish(?:ed|ing)|won|home|race|line|marathon|ran it|it) in) ",
    20,
    *(" of ", " in ", " at ", "clocked ", "clocking "),
)


def in_letters(lowered: str, at: int) -> Reading | None:
    """The length whose units are letters that by themselves are other units, or colons: "2h 3m", "3m 59s", "9.81s", "3:48.82"."""
    found = _IN_LETTERS.match(lowered, at)
    if found is None:
        return None
    if found["alone"]:
        number = Numeral(found.end(), Decimal(found["alone"]), _place(found["alone"]))
        return phrase(lowered, at, Length(found.end(), "second", (number,)))
    if (found["hour__"] and not _TIMED(lowered, at)) or (found["minute_"] and not lowered.endswith(_RUN_IN, 0, at)):
        return None
    end = found.end()
    numbers = [(unit.rstrip("s_"), number) for unit, number in found.groupdict().items() if number]
    chain = [Length(end, unit, (Numeral(end, Decimal(number), _place(number)),)) for unit, number in numbers]
    return compound(lowered, at, chain, None)


def _place(figures: str) -> Decimal:
    """The place of the last digit of figures with or without a point."""
    return ONE.scaleb(-len(figures.partition(".")[2]))
