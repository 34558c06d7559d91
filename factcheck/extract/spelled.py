"""Numerals in words: "twenty-six", "half a million", "two point two", "one in four", "tens of thousands"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from factcheck.extract.lexicon.nouns import PERSONS
from factcheck.extract.lexicon.numbers import (
    CARDINALS,
    FEW,
    GROUPS,
    ORDINALS,
    PARTS,
    PLURAL_PARTS,
    SCALES,
    TEENS,
    TENS,
    UNITS,
    VAGUE,
)
from factcheck.extract.numeral import ONE, Numeral, scale_behind, scale_of
from factcheck.regexes import any_of, regex

_NUMBER_WORD = any_of((*CARDINALS, *SCALES))
#: Bounded, so that "one one one …" is not read to its end from each of its words.
_RUN = regex(
    rf"(?:{_NUMBER_WORD})(?!\w)(?:(?: - |[ \u00a0-]{{1,2}}|\r?\n)(?:and {{1,2}})?(?:{_NUMBER_WORD})(?!\w)){{,20}}"
)
_WORD = regex(r"[a-z]+")
_OF_VAGUE = regex(rf" of ({'|'.join(VAGUE)})\b")
_SCALE_OF_PART = regex(rf"[ -](?:of )?(?:an?[ -])?(?:one )?({'|'.join(SCALES)})\b")
_PARTS = regex(r"([ -]| - )([a-z]+)\b( of\b)?")
#: Parts whose number is of two words: "three twenty-firsts".
_UNIT_PARTS = {f"{word}s": n for word, n in ORDINALS.items() if n < 10 and n != 2}
_COMPOUND_PARTS = regex(rf"[ -]({'|'.join(TENS)})[ -]({'|'.join(_UNIT_PARTS)})\b")
_HUNDREDS = regex(rf"({'|'.join(UNITS)})[ ]({'|'.join(TENS)})(?:[ -]({'|'.join(UNITS)}))?\b")
_UNIT_PART = regex(rf"[ -]({'|'.join(_UNIT_PARTS)})\b")
_ANY_PARTS = regex(r"[ -]([a-z]+)\b(?! of\b)")
AND_A_PART = regex(
    r"(?: and|-and)[ -](?:an?|one)[ -](half|third|quarter|fifth|eighth|tenth|twentieth|thirtieth|hundredth)\b(?! of\b)"
)
_AND_PARTS = regex(r" and ([a-z]+)[ -]([a-z]+)\b(?! of\b)")
_SAID = regex(r"\w+")
#: "Three score people", "three score and ten", "three score years and ten"; football has "two score draws".
_SCORES = regex(rf"( score(?: and (ten))?)(?= years\b| (?:{'|'.join(sorted(PERSONS))})\b|(?<= ten)\b)")
SCORE, TEN = 20, 10
#: "Two point two", "twelve dot fifty".
_POINT = regex(rf" (?:point|dot)((?:[ -](?:{'|'.join((*UNITS, *TEENS, *TENS))}|\d{{1,6}})\b){{1,6}})")
#: How far the end of a line is looked for.
LINE = 40
#: What "6 in 10" is out of, where it is a share and no rate of success ("12 in 18 games").
WHOLES = frozenset((3, 4, 5, 10, 100, 1000))
_TIME_BEHIND = regex(r"[ -](?:second|minute|hour|day|week|month|quarter|year|decade)")
_PLAIN = regex(r"\d{1,3}(?:,\d{3})+(?![\d.,:/-]\d)|\d{1,9}(?![\d%]|[.,:/-]\d)", re.ASCII)
_YEARS = range(1500, 2100)
_OUT_OF = regex(r"(?: in every | out of every | of every | in |-in-|-out-of-| out of | (over) )(?=[a-z0-9])")
_OUT_OF_BEGINS = frozenset((" in", " ou", " of", " ov", "-in", "-ou"))
_CLAUSE_ENDS = regex(r"[.,;:)]?(?:\s|\Z)(?![^\n]*\w)")


def read_spelled(lowered: str, at: int) -> Numeral | None:  # noqa: PLR0911 - each class of words has its own grammar
    """The numeral in words that begins at a place, as far as it goes."""
    found = _WORD.match(lowered, at)
    if found is None:
        return None
    word, end = found[0], found.end()
    if word == "scores" and not lowered.startswith(" of ", end):
        return None
    if word in VAGUE:
        return _vague(lowered, word, end)
    if run := _RUN.match(lowered, at):
        length, value, step = _cardinal(run[0])
        words = run[0][:length]
        if words in UNITS and len(run[0]) > length and (spoken := _spoken_hundreds(lowered, at)):
            return spoken
        if parts := _mixed_words(lowered, at, words, step) or _compound_parts(lowered, at, words):
            return parts
        if words in UNITS and (scores := _SCORES.match(lowered, at + length)):
            more = TEN if scores[2] else 0
            return Numeral(scores.end(1), value * SCORE + more, ONE, spelled=True)
        point = _POINT.match(lowered, at + length)
        return (
            _with_point(lowered, value, point)
            if point
            else _with_part(lowered, at + length, value, step, _last_scale(words))
        )
    if word in FEW and (word not in GROUPS or lowered.startswith(" of ", end)):
        return _few(lowered, word, end)
    if word in PARTS:
        return _part(lowered, ONE / PARTS[word], end)
    return None


@lru_cache(maxsize=4096)
def _cardinal(words: str) -> tuple[int, Decimal, Decimal]:
    """How far the words make one number, the number, and the place that it goes down to."""
    total = group = length = joined = 0
    room = below = SCALES["quadrillion"] * 1000
    step = 1
    for found in _WORD.finditer(words):
        word = found[0]
        if word == "and":
            if room < 100:
                break
            continue
        if word in CARDINALS:
            value = CARDINALS[word]
            if value >= room or (joined and value == 0):
                break
            group += value
            room, step = (10 if word in TENS else 1), 1
        elif SCALES[word] <= 100:
            if group >= 100 or (total and not group):
                break
            group = (group or 1) * SCALES[word]
            room = step = 100 if word == "hundred" else 1
        else:
            if SCALES[word] >= below or (total and not group):
                break
            below = room = step = SCALES[word]
            total, group = total + (group or 1) * below, 0
        joined += 1
        length = found.end()
    return length, Decimal(total + group), Decimal(step)


def _mixed_words(lowered: str, at: int, words: str, step: Decimal) -> Numeral | None:
    """A whole number and parts of one whose count ends the run of its words: "one hundred and three quarters"."""
    head, _, count = words.rpartition(" and ")
    parts = _ANY_PARTS.match(lowered, at + len(words)) if head and step == 1 else None
    if parts is None or parts[1] not in PARTS:
        return None
    _, share, _ = _cardinal(count)
    _, whole, place = _cardinal(head)
    if share >= PARTS[parts[1]]:
        return None
    scaled = scale_behind(lowered, parts.end())
    factor = scale_of(scaled[1]) if scaled and scaled[1] else place if place >= 1000 and share == 1 else ONE
    value = whole + share / PARTS[parts[1]] * factor
    return Numeral(scaled.end() if scaled else parts.end(), value, factor / PARTS[parts[1]], spelled=True)


def _last_scale(words: str) -> Decimal:
    """What the last of two words multiplies the first with ("two hundred")."""
    first, _, last = words.partition(" ")
    return Decimal(SCALES[last]) if first in CARDINALS and last in SCALES else ONE


def _compound_parts(lowered: str, at: int, words: str) -> Numeral | None:
    """Parts whose number begins with the last of the words: "one hundred thirty-fifths" is 100/35."""
    tens = words.rsplit(maxsplit=1)[-1]
    count = words[: -len(tens) - 1]
    if tens not in TENS or not count or count.endswith(" and"):
        return None
    behind = _UNIT_PART.match(lowered, at + len(words))
    if behind is None:
        return None
    return _part(lowered, _cardinal(count)[1] / (TENS[tens] + _UNIT_PARTS[behind[1]]), behind.end())


def _with_part(lowered: str, end: int, value: Decimal, step: Decimal, scale: Decimal) -> Numeral:
    """A cardinal with what follows it: "two-thirds", "two and a half million", "one in four"."""
    if lowered[end : end + 1] not in (" ", "-"):
        return Numeral(end, value, step, spelled=True, scale=scale)
    if (parts := _PARTS.match(lowered, end)) and _is_part(parts, value):
        return _part(lowered, value / PARTS[parts[2]], parts.end(2))
    if parts and parts[2] in TENS and (compound := _COMPOUND_PARTS.match(lowered, end)):
        return _part(lowered, value / (TENS[compound[1]] + _UNIT_PARTS[compound[2]]), compound.end())
    goes_on = lowered.startswith("and", end + 1)
    share_of = _AND_PARTS.match(lowered, end) if goes_on else None
    if share_of and share_of[1] in CARDINALS and share_of[2] in PLURAL_PARTS:
        share = Decimal(CARDINALS[share_of[1]]) / PARTS[share_of[2]]
        return Numeral(share_of.end(), value + share, ONE / PARTS[share_of[2]], spelled=True)
    if goes_on and (half := AND_A_PART.match(lowered, end)):
        behind = scale_behind(lowered, half.end())
        factor = (
            Decimal(SCALES[behind[1]]) if behind and behind[1] in SCALES else max(step, ONE) if step >= 1000 else ONE
        )
        share = factor / PARTS[half[1]]
        whole = value * factor if behind and value < factor else value
        return Numeral(
            behind.end() if behind and behind[1] in SCALES else half.end(), whole + share, share, spelled=True
        )
    return out_of(lowered, end, value, spelled=True) or Numeral(end, value, step, spelled=True, scale=scale)


def out_of(lowered: str, end: int, value: Decimal, *, spelled: bool) -> Numeral | None:
    """The share of "one in four", "6 in 10", "two out of three"."""
    out_of = _OUT_OF.match(lowered, end) if lowered[end : end + 3] in _OUT_OF_BEGINS else None
    base = plain_number(lowered, out_of.end()) if out_of else None
    if base is None or not 0 < value < base.value or _TIME_BEHIND.match(lowered, base.end):
        return None
    if not spelled and value != 1 and base.value not in WHOLES:
        return None
    # "The last one in 1889": a share of so many is one of a round number.
    if base.value in _YEARS and base.value % 10 and lowered[base.end - 4 : base.end].isdecimal():
        return None
    # "One over three" is a third where nothing follows that there could be three of.
    if out_of and out_of[1] and not _CLAUSE_ENDS.match(lowered, base.end, base.end + LINE):
        return None
    return Numeral(base.end, value / base.value, ONE / base.value, spelled=True, part=True)


def plain_number(lowered: str, at: int) -> Numeral | None:
    """The plain number behind "in" or "out of"."""
    if figures := _PLAIN.match(lowered, at):
        return Numeral(figures.end(), Decimal(figures[0].replace(",", "")), ONE)
    if run := _RUN.match(lowered, at):
        length, value, step = _cardinal(run[0])
        return Numeral(at + length, value, step, spelled=True)
    return None


def _spoken_hundreds(lowered: str, at: int) -> Numeral | None:
    """A number said without its "hundred", and nothing behind it: "one twenty-two"."""
    found = _HUNDREDS.match(lowered, at)
    if found is None or not _CLAUSE_ENDS.match(lowered, found.end(), found.end() + LINE):
        return None
    value = CARDINALS[found[1]] * 100 + TENS[found[2]] + CARDINALS.get(found[3], 0)
    return Numeral(found.end(), Decimal(value), ONE, spelled=True)


def _with_point(lowered: str, whole: Decimal, point: re.Match[str]) -> Numeral:
    """A decimal in words: "two point two million", "nought point nought three", "twelve dot twenty-five"."""
    figures = before = ""
    for word in _SAID.findall(point[1]):
        tens = figures[:-1] if word in UNITS and figures.endswith("0") and before in TENS else figures
        figures, before = tens + str(CARDINALS.get(word, word)), word
    value, step = whole + Decimal(f"0.{figures}"), ONE.scaleb(-len(figures))
    scaled = scale_behind(lowered, point.end())
    if scaled is None:
        return Numeral(point.end(), value, step)
    scale = scale_of(scaled[1] or scaled[2])
    return Numeral(scaled.end(), value * scale, step * scale, scale=scale)


def _is_part(parts: re.Match[str], value: Decimal) -> bool:
    """Whether a denominator is one: "three quarters" alone may be nine months, "one third" is a part."""
    word = parts[2]
    if word not in PARTS:
        return False
    if word in ("quarters", "quarter"):
        return parts[1] == "-" or parts[3] is not None or scale_behind(parts.string, parts.end(2)) is not None
    return value == 1 or word in PLURAL_PARTS or (parts[1] == "-" and 1 < value < min(PARTS[word], TEN))  # "two-third"


def _part(lowered: str, part: Decimal, end: int) -> Numeral:
    """A part of a whole, or of a number ("half a million", "two-thirds of a billion")."""
    if scale := _SCALE_OF_PART.match(lowered, end):
        value = part * SCALES[scale[1]]
        return Numeral(scale.end(), value, value / 5, spelled=True)
    return Numeral(end, part, part, spelled=True, part=True)


def _few(lowered: str, word: str, end: int) -> Numeral:
    """What "several", "a couple" or "a few hundred" stands for."""
    (low, high), usual = FEW[word]
    factor = 1
    if (scaled := _SCALE_OF_PART.match(lowered, end)) and not scaled[0].startswith("-"):
        factor, end = SCALES[scaled[1]], scaled.end()
    allows = (Decimal(low) * factor, Decimal(high) * factor)
    return Numeral(end, Decimal(usual) * factor, Decimal(factor), spelled=True, allows=allows)


def _vague(lowered: str, word: str, end: int) -> Numeral | None:
    """The range that "hundreds", "tens of thousands" or "hundreds of millions" stands for."""
    (low, high), (near, far) = VAGUE[word]
    factor = 1
    if (of := _OF_VAGUE.match(lowered, end)) and (scale := SCALES.get(of[1].removesuffix("s"), 0)) > 100:
        factor, end = scale, of.end()
    elif word == "tens":
        return None
    return Numeral(
        end,
        Decimal(near) * factor,
        Decimal(near) * factor,
        spelled=True,
        allows=(Decimal(low) * factor, Decimal(high) * factor),
        upto=Decimal(far) * factor,
    )
