"""Two printed ends of one amount: "3 to 5 metres", "8-75 cm", "between 20 and 30"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.ages import OLD, are_ages, is_time
from factcheck.extract.counts import head_behind
from factcheck.extract.lexicon.nouns import CHANGES, CHANGES_FROM
from factcheck.extract.measures import Unit, scaled_by_letter, unit_behind
from factcheck.extract.names import glued_behind, is_year
from factcheck.extract.numerals import read_numeral
from factcheck.extract.plain_numbers import read_plain
from factcheck.extract.walking import ending
from factcheck.model import Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.extract.numeral import Numeral
    from factcheck.extract.openings import Opening
    from factcheck.extract.scanning import Reading

_RANGE = regex(
    r"(?:-|–|—|−| - | – )(?=[$£€¥\d.½])|-?[ \n](to|or|and)[ \n](?=\S)|-(to|or)-(?=[a-z\d])| ?(/)(?=[$£€])",
)
_SECOND_SYMBOL = regex(r"(?:\$(?:us|[ac])(?=\d)|(?:us|a|c|hk|nz|au|ca)? ?\$|[£€¥₹])[ ]?")
_BETWEEN = ending(r"(?<!\w)(between|from)[ \n]", len("between "), *("between ", "from ", "between\n", "from\n"))
_WORDS = regex(r"[a-z]+")
#: Nobody grows older.
_OLDEST = 120
#: Before the far end of what begins below zero.
_MINUS = regex(r"(?:[-−]|minus[ -])(?=[\d.])")


def read_range(opening: Opening, first: Numeral, unit: Unit | None) -> Reading | None:
    """The amount "3 to 5 metres", "8-75 cm", "between 20 and 30" whose near end is known.

    "From 30 to 40 percent" behind a verb of change is two amounts; then this is the first, with the unit of the second.
    """
    lowered = opening.lowered
    at = unit.end if unit else first.end
    if lowered[at : at + 1] == " " and lowered[at + 1 : at + 2] not in "toa–-/":
        return None
    gap = _RANGE.match(lowered, at)
    if gap is None or first.upto is not None or first.allows is not None:
        return None
    far = _far_end(opening, gap.end(), first.part)
    if far is None or not _same_unit(opening, unit, far):
        return None
    if unit is None and far.unit is None and gap[1] == "to" and (led := _before_range(opening, first, far.numeral)):
        return led
    last = far.numeral
    before = _BETWEEN(lowered, opening.start)
    joint = _Joint(gap[1] or gap[2] or gap[3] or "-", before[1] if before else "", gap[0].startswith("-"))
    near = first
    if near.scale == 1 and last.scale > 1 and near.value < last.value / last.scale:
        near = near._replace(value=near.value * last.scale, step=near.step * last.scale)
    below_zero = opening.negative and last.value < near.value < 0
    if (near.value < last.value or below_zero) and _is_range(opening, joint, near, far, unit):
        start = before.start(1) if before and before[1] == "between" else opening.start
        return _range_reading(opening._replace(start=start), near, last, far.unit or unit, joint)
    return _near_of_two(opening, near, far, joint) if unit is None else None


def _before_range(opening: Opening, near: Numeral, far: Numeral) -> Reading | None:
    """The first of two states of which the second is a range, whose unit both have: "24.2" in "24.2 to 33-35 billion euros"."""
    at = far.end
    if opening.lowered[at : at + 1] not in ("-", "–") or not opening.lowered[at + 1 : at + 2].isdigit():
        return None
    last = _far_end(opening, at + 1, near.part)
    if last is None or (last.unit is None and last.numeral.scale == 1) or last.numeral.value <= far.value:
        return None
    scale = last.numeral.scale if near.scale == 1 else 1
    near = near._replace(value=near.value * scale, step=near.step * scale)
    kind, name = (last.unit.kind, last.unit.name) if last.unit else (Kind.NUMBER, "")
    return opening.reading(near.end, kind, (near,), name)


def _near_of_two(opening: Opening, near: Numeral, far: _FarEnd, joint: _Joint) -> Reading | None:
    """The first of two states or choices, which is of what the second is: "30" in "from 30 to 40 homes"."""
    if far.unit is not None and joint.word in ("to", "or", "and"):
        return opening.reading(near.end, far.unit.kind, (near,), far.unit.name)
    lowered = opening.lowered
    if joint.hyphened and (old := OLD.match(lowered, far.numeral.end)):
        return opening.reading(near.end, Kind.AGE, (near,), old[1] or "year")  # "34- and 36-year-olds"
    if joint.word not in ("to", "or") or opening.currency or is_time(lowered, far.numeral.end):
        return None
    if is_year(lowered, near) or is_year(lowered, far.numeral) or glued_behind(lowered, far.numeral.end):
        return None
    head = head_behind(lowered, far.numeral.end, spelled=far.numeral.spelled, text=opening.text)
    return opening.reading(near.end, Kind.COUNT, (near,), head.noun) if head else None


class _Joint(NamedTuple):
    """What joins two ends of a range, what stands before the first, and whether a hyphen hangs on it ("7- or 8-inch")."""

    word: str
    before: str
    hyphened: bool


class _FarEnd(NamedTuple):
    numeral: Numeral
    unit: Unit | None
    symbol: bool


def _far_end(opening: Opening, at: int, part: bool) -> _FarEnd | None:  # noqa: FBT001 - a fact
    """The second number of a range with its unit."""
    symbol = _SECOND_SYMBOL.match(opening.lowered, at)
    less = _MINUS.match(opening.lowered, at) if opening.negative else None
    sign = symbol or less
    numeral = read_numeral(opening.lowered, sign.end() if sign else at)
    if numeral is None or numeral.allows is not None or numeral.part != part:
        return None
    numeral = scaled_by_letter(opening, numeral)
    numeral = numeral._replace(value=-numeral.value) if less else numeral
    return _FarEnd(numeral, unit_behind(opening, numeral.end), symbol is not None)


def _range_reading(
    opening: Opening, first: Numeral, last: Numeral, unit: Unit | None, joint: _Joint,
) -> Reading | None:  # fmt: skip
    """The reading of both ends with their unit, their age or what they count."""
    lowered = opening.lowered
    if unit is not None:
        return opening.reading(max(unit.end, last.end), unit.kind, (first, last), unit.name)
    if age := OLD.match(lowered, last.end):
        return opening.reading(age.end(), Kind.AGE, (first, last), age[1] or "year")
    if last.value < _OLDEST and joint.word in ("-", "to") and are_ages(lowered, opening.start, last.end):
        return opening.reading(last.end, Kind.AGE, (first, last), "year")
    if is_time(lowered, last.end) or glued_behind(lowered, last.end):
        return None
    if joint.word == "-" and last.scale == 1 and head_behind(lowered, last.end, text=opening.text) is None:
        return None
    return read_plain(opening, (first, last), last.end)


def _same_unit(opening: Opening, first: Unit | None, far: _FarEnd) -> bool:
    """Whether the far end can be an amount of what the near end is one of."""
    if opening.currency:
        return far.symbol or far.unit is None or far.unit.name.startswith(opening.currency)
    if far.symbol:
        return False
    return first is None or (far.unit is not None and first.name == far.unit.name)


def _are_next(first: Numeral, last: Numeral) -> bool:
    """Whether two numbers follow each other as they are rounded: "two or three", "300 or 400"."""
    return last.value - first.value == min(first.step, last.step) >= 1


#: What a range is changed to: "from 5 to 7 per cent to 3 to 5".
_ON_TO = regex(r" to \d")


def _is_range(
    opening: Opening, joint: _Joint, first: Numeral, far: _FarEnd, unit: Unit | None,
) -> bool:  # fmt: skip
    """Whether two numbers are the ends of one range and not two states, two scores or two things."""
    if joint.word == "and":
        return joint.before == "between"
    if joint.word == "or":
        return unit is None and not joint.hyphened and _are_next(first, far.numeral)
    if joint.word != "to" or first.value == 0:
        # "Four teams of six – 20 players in all": that dash parts two clauses.
        return joint.word != "-" or first.spelled is far.numeral.spelled
    words = _WORDS.findall(opening.lowered, max(0, opening.start - 60), opening.start)[-8:]
    if joint.before != "from" and unit is None and far.unit is not None and opening.currency is None:
        return True
    if joint.before != "from" and words[-1:] == ["of"]:
        return far.unit is not None or OLD.match(opening.lowered, far.numeral.end) is not None
    behind = far.unit.end if far.unit else far.numeral.end
    changes = CHANGES_FROM if joint.before == "from" else CHANGES
    return changes.isdisjoint(words) or _ON_TO.match(opening.lowered, behind) is not None
