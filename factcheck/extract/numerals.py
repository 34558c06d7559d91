"""Numerals: "1,234,567", "2.3bn", "10½", "twenty-six", "half a million", "tens of thousands"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factcheck.extract.lexicon.numbers import (
    ABBREVIATED_SCALES,
    CARDINALS,
    FEW,
    ORDINALS,
    PARTS,
    PLURAL_PARTS,
    SCALES,
    TEENS,
    TENS,
    UNITS,
    VAGUE,
    VULGAR_FRACTIONS,
)
from factcheck.extract.scanning import trie
from factcheck.regexes import regex

#: A numeral in more digits than this is no amount that anybody could mean.
MOST_DIGITS = 40

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


def read_numeral(lowered: str, at: int) -> Numeral | None:
    """The numeral that begins at a place of the lower-cased text, as far as it goes."""
    letter = lowered[at : at + 1]
    if letter.isdigit() or letter in VULGAR_FRACTIONS or letter == ".":
        return read_figures(lowered, at)
    return read_spelled(lowered, at)


# --- in figures ---------------------------------------------------------------------

_THIN = "\u00a0\u2009\u202f"
_FIGURES = regex(
    rf"""(?: \d{{1,3}} (?: (?:,\d\d\d?)*,\d{{3}}(?!\d) | (?:['’]\d{{3}})+\b | (?:[{_THIN}]\d{{3}})+\b | (?:[ ]\d{{3}}){{2,}}\b
             | [ ]\d00\b(?![.,]\d) | (?:[.]\d{{3}})+,\d\d?\b | (?:[.]\d{{3}}){{2,}}\b(?![.]\d) ) | \d+ )?
        (?: [.]\d+ (?: e[+-]?\d{{1,2}}\b )? | (?<=\d),\d{{1,2}}(?![\d,]) | (?<=\d)e[+-]?\d{{1,2}}\b )?
        (?: (?<=\d)[ ]? [{"".join(VULGAR_FRACTIONS)}] | [{"".join(VULGAR_FRACTIONS)}]
          | (?<=\d)(?:[ ]{{1,2}}|-)\d{{1,2}}[/\u2044]\d{{1,2}}(?![\d/]) | [/\u2044]\d{{1,4}}(?![\d/])
          | (?<=\d)(?:[ ]?[x×*][ ]?10)?\^[+-]?\d{{1,2}}(?![\d.]) )?
    """,
    re.VERBOSE | re.ASCII,
)
#: What stands between the digits of a long number, to be left out; a point too where no decimals follow.
_NO_GROUPS = str.maketrans("", "", f",'’ {_THIN}")
_NO_GROUPS_OR_POINTS = str.maketrans("", "", f".,'’ {_THIN}")
_DECIMAL_COMMA = regex(r"(?:\d{1,3}(?:[.]\d{3})+|\d+),\d\d?")
_VULGAR = regex(rf"(.*\d)?[ ]?([{''.join(VULGAR_FRACTIONS)}])")
_POWER = regex(r"([\d.,]+)(?:( ?[x×*] ?10))?\^([+-]?\d+)")
_SLASHED = regex(r"(?:(.*\d)(?:  ?|-))?(\d+)[/\u2044](\d+)")

#: Denominators of fractions in figures; "9/11" and "24/7" are names, "5/17" a date.
USUAL_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 20, 32, 40, 64, 100, 1000))

_SCALE_BEHIND = regex(
    rf"(?:[ {_THIN}-]?| - (?=(?:m|b|tr)illion\b(?!-)))({'|'.join(sorted(SCALES, key=len, reverse=True))})\b"
    rf"|[ {_THIN}]?({'|'.join(sorted(ABBREVIATED_SCALES, key=len, reverse=True))})\b",
)


def read_figures(lowered: str, at: int) -> Numeral | None:
    """The numeral in figures that begins at a place, with the scale behind it."""
    found = _FIGURES.match(lowered, at)
    if found is None or found.end() == at:
        return None
    figures = _figures(found[0])
    if figures is None:
        return None
    value, step, part = figures
    end = found.end()
    if step == 1 and (share := _out_of(lowered, end, value, spelled=False)):
        return share
    scaled = _SCALE_BEHIND.match(lowered, end)
    if scaled is None:
        if lowered[end + 1 : end + 5] in _AND_A and step == 1 and (more := _AND_A_PART.match(lowered, end)):
            return Numeral(more.end(), value + ONE / PARTS[more[1]], ONE / PARTS[more[1]])
        return Numeral(end, value, step, part=part)
    word = scaled[1] or scaled[2]
    return _scaled_figures(lowered, scaled.end(), word, value, step)


def _scaled_figures(lowered: str, end: int, word: str, value: Decimal, step: Decimal) -> Numeral:
    """A numeral in figures and the scale behind it ("4 hundred million", "3 million and a half")."""
    scale = _scale(word)
    if (again := _SCALE_BEHIND.match(lowered, end)) and again[1] in SCALES:
        scale, end = scale * SCALES[again[1]], again.end()
    value, step = value * scale, step * scale
    if joins := _AND_MORE.get(word):
        rest = _rest(lowered, end, joins)
        if rest is not None and rest.value < scale and not _SCALE_BEHIND.match(lowered, rest.end):
            return Numeral(rest.end, value + rest.value, rest.step)
    if half := _AND_A_PART.match(lowered, end):
        share = scale / PARTS[half[1]]
        return Numeral(half.end(), value + share, share, scale=scale)
    return Numeral(end, value, step, scale=scale)


#: What may follow a scale behind figures and be added to it: "3 hundred and 21", "6 crore and two hundred".
_AND_MORE = {
    "hundred": regex(r" and (?=[\da-z])"),
    **dict.fromkeys(("lakh", "lakhs", "lac", "crore", "crores"), regex(r" (?:and )?(?=[a-z])")),
}


def _rest(lowered: str, at: int, joins: re.Pattern[str]) -> Numeral | None:
    """The smaller number that is added to what ends here."""
    gap = joins.match(lowered, at)
    return _base(lowered, gap.end()) if gap else None


def _scale(word: str) -> Decimal:
    return Decimal(SCALES.get(word) or ABBREVIATED_SCALES[word])


@lru_cache(maxsize=8192)
def _figures(figures: str) -> tuple[Decimal, Decimal, bool] | None:  # noqa: PLR0911 - each way to write figures has its own rule
    """The value, the place of its last significant digit, and whether it is a part of a whole."""
    if len(figures) > MOST_DIGITS:
        return None
    if figures.isdigit():
        return _whole(figures)
    if found := _VULGAR.fullmatch(figures):
        return _mixed(found[1], *VULGAR_FRACTIONS[found[2]])
    if found := _SLASHED.fullmatch(figures):
        part, parts = int(found[2]), int(found[3])
        return _mixed(found[1], part, parts) if part < parts and parts in USUAL_DENOMINATORS else None
    if "/" in figures or "\u2044" in figures:
        return None
    if found := _POWER.fullmatch(figures):
        return _power(found[1], int(found[3]), of_ten=found[2] is not None)
    if _DECIMAL_COMMA.fullmatch(figures):
        return _figures(figures.replace(".", "").replace(",", "."))
    if figures.count(".") == 1:
        plain = figures.translate(_NO_GROUPS)
        value = Decimal(plain)
        exponent = value.as_tuple().exponent
        return value, ONE.scaleb(exponent if isinstance(exponent, int) else 0), False
    plain = figures.translate(_NO_GROUPS_OR_POINTS)
    return _whole(plain) if plain.isdigit() else (Decimal(plain), ONE, False)


def _power(base: str, exponent: int, *, of_ten: bool) -> tuple[Decimal, Decimal, bool] | None:
    """A power, or a number times a power of ten: "2^10", "6.2x10^-4"."""
    figures = _figures(base)
    if figures is None:
        return None
    value, step, _ = figures
    if of_ten:
        return value.scaleb(exponent), step.scaleb(exponent), False
    if value == 0 or abs(value.adjusted() * exponent) > MOST_DIGITS:
        return None
    power = value**exponent
    return power, ONE if power == power.to_integral_value() else ONE.scaleb(power.adjusted() - len(base)), False


def _whole(digits: str) -> tuple[Decimal, Decimal, bool]:
    """Zeros at the end of a whole number may only fill its places."""
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(digits), (ONE.scaleb(zeros) if zeros < len(digits) else ONE), False


def _mixed(whole: str | None, part: int, parts: int) -> tuple[Decimal, Decimal, bool] | None:
    """A whole number and a part of one, or the part alone."""
    value = Decimal(part) / parts
    if not whole:
        return value, ONE / parts, True
    figures = _figures(whole)
    return (figures[0] + value, ONE / parts, False) if figures else None


# --- in words -----------------------------------------------------------------------

_NUMBER_WORD = trie((*CARDINALS, *SCALES))
#: Bounded, so that "one one one …" is not read to its end from each of its words.
_RUN = regex(
    rf"(?:{_NUMBER_WORD})(?!\w)(?:(?: - |[ \u00a0-]{{1,2}}|\r?\n)(?:and {{1,2}})?(?:{_NUMBER_WORD})(?!\w)){{,20}}"
)
_WORD = regex(r"[a-z]+")
_OF_VAGUE = regex(rf" of ({'|'.join(VAGUE)})\b")
_SCALE_OF_PART = regex(rf"[ -](?:of )?(?:an? )?(?:one )?({'|'.join(SCALES)})\b")
_PARTS = regex(r"([ -]| - )([a-z]+)\b( of\b)?")
#: Parts whose number is of two words: "three twenty-firsts".
_UNIT_PARTS = {f"{word}s": n for word, n in ORDINALS.items() if n < 10 and n != 2}
_COMPOUND_PARTS = regex(rf"[ -]({'|'.join(TENS)})[ -]({'|'.join(_UNIT_PARTS)})\b")
_HUNDREDS = regex(rf"({'|'.join(UNITS)})[ ]({'|'.join(TENS)})(?:[ -]({'|'.join(UNITS)}))?\b")
_UNIT_PART = regex(rf"[ -]({'|'.join(_UNIT_PARTS)})\b")
_ANY_PARTS = regex(r"[ -]([a-z]+)\b(?! of\b)")
_AND_A_PART = regex(
    r"(?: and|-and)[ -](?:an?|one)[ -](half|third|quarter|fifth|eighth|tenth|twentieth|thirtieth|hundredth)\b(?! of\b)"
)
_AND_A = frozenset(("and ", "and-"))
_AND_PARTS = regex(r" and ([a-z]+)[ -]([a-z]+)\b(?! of\b)")
_SAID = regex(r"\w+")
_POINT = regex(rf" point((?:[ -](?:{'|'.join((*UNITS, *TEENS))}|\d{{1,6}})\b){{1,6}})")
#: How far the end of a line is looked for.
LINE = 40
#: What "6 in 10" is out of, where it is a share and no rate of success ("12 in 18 games").
WHOLES = frozenset((3, 4, 5, 10, 100, 1000))
_TIME_BEHIND = regex(r"[ -](?:second|minute|hour|day|week|month|quarter|year|decade)")
_PLAIN = regex(r"\d{1,3}(?:,\d{3})+(?![\d.,:/-]\d)|\d{1,9}(?![\d%]|[.,:/-]\d)", re.ASCII)
_OUT_OF = regex(r"(?: in every | out of every | of every | in | out of | (over) )(?=[a-z0-9])")
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
        if words in UNITS and (spoken := _spoken_hundreds(lowered, at)):
            return spoken
        if parts := _mixed_words(lowered, at, words, step) or _compound_parts(lowered, at, words):
            return parts
        point = _POINT.match(lowered, at + length)
        return (
            _with_point(lowered, value, point)
            if point
            else _with_part(lowered, at + length, value, step, _last_scale(words))
        )
    if word in FEW:
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
    scaled = _SCALE_BEHIND.match(lowered, parts.end())
    factor = _scale(scaled[1]) if scaled and scaled[1] else place if place >= 1000 and share == 1 else ONE
    value = whole + share / PARTS[parts[1]] * factor
    return Numeral(scaled.end() if scaled else parts.end(), value, factor / PARTS[parts[1]], spelled=True)


def _last_scale(words: str) -> Decimal:
    """What the last of two words multiplies the first with ("two hundred")."""
    first, _, last = words.partition(" ")
    return Decimal(SCALES[last]) if first in CARDINALS and last in SCALES else ONE


def _compound_parts(lowered: str, at: int, words: str) -> Numeral | None:
    """Parts whose number begins with the last of the words: "one hundred thirty-fifths" is 100/35."""
    count, tens = words[: -len(words.rsplit(maxsplit=1)[-1]) - 1], words.rsplit(maxsplit=1)[-1]
    if tens not in TENS or not count or count.endswith(" and"):
        return None
    behind = _UNIT_PART.match(lowered, at + len(words))
    if behind is None:
        return None
    return _part(lowered, _cardinal(count)[1] / (TENS[tens] + _UNIT_PARTS[behind[1]]), behind.end())


def _with_part(lowered: str, end: int, value: Decimal, step: Decimal, scale: Decimal) -> Numeral:
    """A cardinal with what follows it: "two-thirds", "two and a half million", "one in four"."""
    if (parts := _PARTS.match(lowered, end)) and _is_part(parts, value):
        return _part(lowered, value / PARTS[parts[2]], parts.end(2))
    if parts := _COMPOUND_PARTS.match(lowered, end):
        return _part(lowered, value / (TENS[parts[1]] + _UNIT_PARTS[parts[2]]), parts.end())
    if (share_of := _AND_PARTS.match(lowered, end)) and share_of[1] in CARDINALS and share_of[2] in PLURAL_PARTS:
        share = Decimal(CARDINALS[share_of[1]]) / PARTS[share_of[2]]
        return Numeral(share_of.end(), value + share, ONE / PARTS[share_of[2]], spelled=True)
    if half := _AND_A_PART.match(lowered, end):
        behind = _SCALE_BEHIND.match(lowered, half.end())
        factor = (
            Decimal(SCALES[behind[1]]) if behind and behind[1] in SCALES else max(step, ONE) if step >= 1000 else ONE
        )
        share = factor / PARTS[half[1]]
        whole = value * factor if behind and value < factor else value
        return Numeral(
            behind.end() if behind and behind[1] in SCALES else half.end(), whole + share, share, spelled=True
        )
    return _out_of(lowered, end, value, spelled=True) or Numeral(end, value, step, spelled=True, scale=scale)


def _out_of(lowered: str, end: int, value: Decimal, *, spelled: bool) -> Numeral | None:
    """The share of "one in four", "6 in 10", "two out of three"."""
    out_of = _OUT_OF.match(lowered, end)
    base = _base(lowered, out_of.end()) if out_of else None
    if base is None or not 0 < value < base.value or _TIME_BEHIND.match(lowered, base.end):
        return None
    if not spelled and value != 1 and base.value not in WHOLES:
        return None
    # "One over three" is a third where nothing follows that there could be three of.
    if out_of and out_of[1] and not _CLAUSE_ENDS.match(lowered, base.end, base.end + LINE):
        return None
    return Numeral(base.end, value / base.value, ONE / base.value, spelled=True, part=True)


def _base(lowered: str, at: int) -> Numeral | None:
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
    """A decimal in words: "two point two million", "nought point nought three"."""
    figures = "".join(str(CARDINALS[word]) if word in CARDINALS else word for word in _SAID.findall(point[1]))
    value, step = whole + Decimal(f"0.{figures}"), ONE.scaleb(-len(figures))
    scaled = _SCALE_BEHIND.match(lowered, point.end())
    if scaled is None:
        return Numeral(point.end(), value, step)
    scale = _scale(scaled[1] or scaled[2])
    return Numeral(scaled.end(), value * scale, step * scale, scale=scale)


def _is_part(parts: re.Match[str], value: Decimal) -> bool:
    """Whether a denominator is one: "three quarters" alone may be nine months, "one third" is a part."""
    word = parts[2]
    if word not in PARTS:
        return False
    if word in ("quarters", "quarter"):
        return parts[1] == "-" or parts[3] is not None or _SCALE_BEHIND.match(parts.string, parts.end(2)) is not None
    return value == 1 or word in PLURAL_PARTS


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
