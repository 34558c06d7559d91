"""Amounts become readings: a numeral with its hedge, its sign or currency, its unit or head noun, and what it allows."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from factcheck.extract.bounds import allowed, hedge_before, hedge_behind
from factcheck.extract.counts import Head, counts_people, head_behind, head_of_one
from factcheck.extract.lexicon.currencies import CODES, SYMBOLS
from factcheck.extract.lexicon.hedges import Hedge
from factcheck.extract.lexicon.nouns import CHANGES
from factcheck.extract.lexicon.numbers import CARDINALS, FEW, MONEY_SCALES, ORDINALS, PARTS, SCALES, SMALL_PARTS, VAGUE
from factcheck.extract.measures import PRIMES, Unit, rate, read_primes, read_unit, with_smaller
from factcheck.extract.names import (
    FIRST_SURE_YEAR,
    behind_is_name,
    counted_in_spite_of_year,
    glued_before,
    glued_behind,
    is_address,
    is_label,
    is_year,
    word_before,
)
from factcheck.extract.numerals import Numeral, read_figures, read_numeral, read_spelled
from factcheck.extract.scanning import Reading
from factcheck.model import Kind

#: Codes that may touch the digits behind them ("usd50", "rm79").
CURRENCY_CODES = (*CODES, "rs", "rm", "ps", "us", "a", "c")
#: Words that may begin a numeral.
NUMBER_WORDS = (*CARDINALS, *SCALES, *VAGUE, *FEW, *PARTS, *ORDINALS)


class Opening(NamedTuple):
    """What stands before the digits: where the amount begins, its currency and its sign."""

    start: int
    currency: str | None = None
    negative: bool = False


def read_digits(text: str, lowered: str, at: int) -> Reading | None:
    """The amount whose first digit stands at a place."""
    opening = _opening(lowered, at)
    if opening is None:
        return None
    numeral = read_figures(lowered, at)
    if numeral is None or _in_row(lowered, opening.start, numeral.end):
        return None
    return _ordinal(lowered, opening.start, numeral) or _amount(text, lowered, opening, numeral)


def _in_row(lowered: str, start: int, end: int) -> bool:
    """Whether other figures stand right before and right behind: a row of a table, or of lottery numbers."""
    return start > 1 and lowered[start - 2 : start - 1].isdigit() and lowered[start - 1] == " " == lowered[end : end + 1] and lowered[end + 1 : end + 2].isdigit()


def read_words(text: str, lowered: str, at: int) -> Reading | None:
    """The amount whose first number word stands at a place."""
    numeral = read_spelled(lowered, at)
    start = at
    if lowered[at - 1 : at] == "-":
        return None
    if lowered[at - 1 : at] in _SPACES and numeral and _takes_article(lowered, at, numeral):
        article = _ARTICLE.search(lowered, max(0, at - 4), at)
        start = article.start(1) if article else at
    if ordinal := _spelled_ordinal(lowered, at, numeral, start):
        return ordinal
    if numeral is None or not _is_spelled_amount(text, lowered, start, at, numeral):
        return None
    minus = _MINUS.search(lowered, max(0, start - 9), start)
    opening = Opening(minus.start(1), negative=True) if minus else Opening(start)
    return _amount(text, lowered, opening, numeral)


_SPACES = " \u00a0\u2009\u202f\n"
_SIGNS = frozenset(symbol[-1] for symbol in SYMBOLS if not symbol[-1].isalpha()) - {"="}
_SYMBOL = re.compile(
    r"(?<![a-z])((?:(?:mex|cad|aud|nzd|us|ca|au|hk|nz|nt|sg|u\.s\.?|c) ?|[ars])?\$|\$(?:us|[ac])|y=|rs\.?|[£€¥₹₽₴₩₪₺฿₦₱₫₾¢])[ ]?\Z",
)
_CODE = re.compile(r"(?<![a-z])([a-z]{1,3})\Z")
_MINUS = re.compile(r"(?<!\w)(minus|negative)[ -]\Z")
_ARTICLE = re.compile(r"(?<!\w)(an?)[ \n]\Z")
#: Words right before the digits that are part of the amount.
_WORDS_BEFORE = {symbol for symbol in SYMBOLS if symbol.isalpha()} | set(CODES) | {"minus", "negative", "dollar"}


def _opening(lowered: str, at: int) -> Opening | None:
    """What stands before the digits; None where they belong to a name."""
    if at == 0:
        return Opening(0)
    letter = lowered[at - 1]
    if letter == " ":
        sign = lowered[at - 2 : at - 1]
        if sign in _SIGNS or sign == ".":
            return _with_symbol(lowered, at)
        word = lowered[lowered.rfind(" ", max(0, at - 12), at - 1) + 1 : at - 1].lstrip("(,")
        return _with_word(lowered, at, word) if word in _WORDS_BEFORE else Opening(at)
    if letter in _SIGNS or lowered.endswith("y=", 0, at):
        return _with_symbol(lowered, at)
    if letter in "-−":
        before = lowered[at - 2 : at - 1] if at > 1 else ""
        if not before or before in _SPACES or before in "([":
            return Opening(at) if at > 2 and lowered[at - 3].isdigit() else Opening(at - 1, negative=True)
        if before in _SIGNS:
            symbol = _with_symbol(lowered, at - 1)
            return symbol._replace(negative=True)
        if minus := _MINUS.search(lowered, max(0, at - 10), at):
            return Opening(minus.start(1), negative=True)
    if letter.isalpha():
        return _with_code(lowered, at)
    return None if glued_before(lowered, at) else Opening(at)


def _with_symbol(lowered: str, at: int) -> Opening:
    found = _SYMBOL.search(lowered, max(0, at - 8), at)
    if found is None:
        return Opening(at)
    symbol = found[1]
    name = SYMBOLS.get(symbol) or SYMBOLS.get(symbol.replace(" ", "")) or SYMBOLS.get(symbol.replace("d$", "$")) or SYMBOLS[symbol[-1]]
    start = found.start(1)
    if lowered[start - 1 : start] in ("-", "−") and lowered[start - 2 : start - 1] in ("", *" \n("):
        return Opening(start - 1, name, negative=True)
    return Opening(start, name)


#: Codes that before a space are rather words.
_CODES_THAT_ARE_WORDS = frozenset(("ps", "rm", "try", "mad", "php", "ron", "eth"))


def _with_word(lowered: str, at: int, word: str) -> Opening:
    start = at - 1 - len(word)
    if word in ("minus", "negative"):
        return Opening(start, negative=True)
    if word in _CODES_THAT_ARE_WORDS or (word == "euro" and lowered[at : at + 2] in ("19", "20")):
        return Opening(at)
    country = lowered[lowered.rfind(" ", max(0, start - 12), max(0, start - 1)) + 1 : max(0, start - 1)]
    both = f"{country} {word}"
    if both in SYMBOLS:
        return Opening(start - 1 - len(country), SYMBOLS[both])
    return Opening(start, CODES.get(word) or SYMBOLS[word])


def _with_code(lowered: str, at: int) -> Opening | None:
    """The code that touches the digits ("usd50", "$us5"); None where the letters are no code."""
    if symbol := _SYMBOL.search(lowered, max(0, at - 8), at):
        return Opening(symbol.start(1), SYMBOLS[symbol[1]])
    found = _CODE.search(lowered, max(0, at - 5), at)
    name = (CODES.get(found[1]) or SYMBOLS.get(found[1])) if found else None
    return Opening(found.start(1), name) if found and name else None


# --- what follows the numeral -------------------------------------------------------

_ORDINAL_ENDING = re.compile(r"(?:st|nd|rd|th)\b")
_TIME_UNIT = re.compile(
    r"[ \u00a0\n-]{1,2}(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|hrs?|mins?|secs?|yrs?|fortnights?|nights?|weekends?|quarters?|mos?)\b(?! ?[-/])",
)
_OLD = re.compile(
    r"[ -](?:(year|month|week|day)s?|(?:yr|yo)s?)(?:(?:-| - | )olds?\b|'? of age\b)|[ -]?(?:y/o|yo)\b",
)
_MONEY_SCALE = re.compile(r"[ ]?(mm?|b|t)\b")
_AGED = frozenset(("aged", "age", "ages"))
_OLDEST = 130


def _ordinal(lowered: str, start: int, numeral: Numeral) -> Reading | None:
    found = _ORDINAL_ENDING.match(lowered, numeral.end)
    if found and found[0] != "th" and not lowered[numeral.end - 1] == {"st": "1", "nd": "2", "rd": "3"}[found[0]]:
        return None
    return Reading(start, found.end(), Kind.ORDINAL, allowed((numeral,), "", None, exact=True)) if found else None


def _amount(text: str, lowered: str, opening: Opening, numeral: Numeral) -> Reading | None:
    """The amount that begins with this numeral."""
    first = _signed(_with_letter(text, lowered, opening, numeral), opening)
    behind = hedge_behind(lowered, first.end)
    end = behind.at if behind else first.end
    if age := _age(text, lowered, opening, first, end):
        return age
    unit = _unit(text, lowered, opening, end)
    if unit is None and first.spelled and lowered.startswith(" of ", end):
        unit = read_unit(text, lowered, end + 3)
    if unit is not None and unit.name in ("won", "mark", "brazilian real") and is_year(lowered, first):
        return None
    if unit is None and lowered[end : end + 1] in PRIMES and (primes := read_primes(lowered, first)):
        first, unit = primes
    from_range = _range(text, lowered, opening, first, unit)
    if from_range is not None:
        return from_range
    if unit is None:
        return _uncounted_or_count(text, lowered, opening, (first,), end, behind.hedge if behind else None)
    first, unit = with_smaller(lowered, first, unit)
    if behind is None and (behind := hedge_behind(lowered, unit.end)):
        unit = unit._replace(end=behind.at)
    return _reading(lowered, opening.start, unit.end, unit.kind, (first,), unit.name, behind.hedge if behind else None)


def _with_letter(text: str, lowered: str, opening: Opening, numeral: Numeral) -> Numeral:
    """The numeral with "m", "b" or "t" behind it read as millions, billions or trillions where it cannot be a unit."""
    if lowered[numeral.end : numeral.end + 1] not in " mbt":
        return numeral
    found = _MONEY_SCALE.match(lowered, numeral.end)
    if found is None:
        return numeral
    if not opening.currency:
        if found[1] != "m" or found.end() - numeral.end != 1:
            return numeral
        capital = text[numeral.end] == "M"
        if not capital and (numeral.value >= 100 or head_behind(lowered, found.end()) is None):
            return numeral
    scale = Decimal(MONEY_SCALES[found[1]])
    return numeral._replace(end=found.end(), value=numeral.value * scale, step=numeral.step * scale, scale=scale)


def _signed(numeral: Numeral, opening: Opening) -> Numeral:
    return numeral._replace(value=-numeral.value) if opening.negative else numeral


def _unit(text: str, lowered: str, opening: Opening, end: int) -> Unit | None:
    if opening.currency is None:
        return read_unit(text, lowered, end)
    rated = rate(lowered, end)
    if rated:
        return Unit(rated[0], f"{opening.currency} per {rated[1]}", Kind.MONEY)
    return Unit(end, opening.currency, Kind.MONEY)


def _is_time(lowered: str, end: int) -> bool:
    """Whether a unit of time stands behind a number: then it is a duration, and not ours to read."""
    return lowered[end + 1 : end + 2] in "ymwdhscfnq-" and _TIME_UNIT.match(lowered, end) is not None


def _age(text: str, lowered: str, opening: Opening, numeral: Numeral, end: int) -> Reading | None:
    """ "a 45-year-old", "34 years old", "aged 34", and "Kim Lo, 34," """
    if opening.currency:
        return None
    if old := lowered[end + 1 : end + 2] in "ymwdo/" and _OLD.match(lowered, end):
        start = opening.start
        return _reading(lowered, start, old.end(), Kind.AGE, (numeral,), old[1] or "year", None)
    if numeral.value >= _OLDEST or numeral.step < 1 or _is_time(lowered, end):
        return None
    if word_before(lowered, opening.start) in _AGED or lowered.endswith(" age of ", 0, opening.start):
        return _ages(lowered, opening, numeral, end)
    if _IS_SO_OLD.search(lowered, max(0, opening.start - 16), opening.start) and not _counts(lowered, end):
        return _reading(lowered, opening.start, end, Kind.AGE, (numeral,), "year", None)
    if lowered[end : end + 1] in (",", ";") and lowered[opening.start - 2 : opening.start] == ", " and not numeral.spelled:
        named = _NAME_BEFORE.search(text, max(0, opening.start - 40), opening.start)
        if named and numeral.end - opening.start <= 3 and lowered[end + 1 : end + 3] not in (" 0",):
            return _reading(lowered, opening.start, end, Kind.AGE, (numeral,), "year", None)
    return None


_NAME_BEFORE = re.compile(r"(?<![\w.’'-])[^\W\d_a-z][^\W\d_]*[a-z][\w.’'-]*(?: Jr\.?)?, \Z")
#: Words before a bare number that is how old somebody is.
_IS_SO_OLD = re.compile(r"(?<!\w)(?:(?:s?he|who) (?:is|was|turned|turns|had turned|has turned)|s?he['’]s|(?:just|recently) turned) \Z")
_MORE_AGES = re.compile(r"(?: to |-|–| and )(?=\d{1,3}\b)")


def _ages(lowered: str, opening: Opening, numeral: Numeral, end: int) -> Reading:
    """ "Aged 34", "ages 5 to 11"."""
    more = _MORE_AGES.match(lowered, end)
    last = read_figures(lowered, more.end()) if more else None
    if last is None or last.value <= numeral.value:
        return _reading(lowered, opening.start, end, Kind.AGE, (numeral,), "year", None)
    return _reading(lowered, opening.start, last.end, Kind.AGE, (numeral, last), "year", None)


def _counts(lowered: str, end: int) -> bool:
    """Whether anything but the end of a clause stands behind a number."""
    return lowered[end : end + 1] not in (",", ".", ";", "", "\n") and not lowered.startswith(" when ", end)


def _reading(
    lowered: str, start: int, end: int, kind: Kind, numerals: tuple[Numeral, ...], unit: str, behind: Hedge | None,
) -> Reading:  # fmt: skip
    """The reading with the hedge before it taken in."""
    before = hedge_before(lowered, start)
    hedge = before.hedge if before else behind
    exact = kind not in (Kind.QUANTITY, Kind.PERCENTAGE)
    quantity = allowed(numerals, unit, hedge, exact=exact)
    return Reading(before.at if before else start, end, kind, quantity)


# --- ranges -------------------------------------------------------------------------

_RANGE = re.compile(
    rf"(?:-|–|—|−| - | – )(?=[$£€¥\d.½])|-?[ \n](to|or|and)[ \n](?=\S)|-(to|or)-(?=[a-z\d])| ?(/)(?=[$£€])",
)
_SECOND_SYMBOL = re.compile(r"(?:\$(?:us|[ac])(?=\d)|(?:us|a|c|hk|nz|au|ca)? ?\$|[£€¥₹])[ ]?")
_BETWEEN = re.compile(r"(?<!\w)(between|from)[ \n]\Z")
_WORDS = re.compile(r"[a-z]+")


def _range(text: str, lowered: str, opening: Opening, first: Numeral, unit: Unit | None) -> Reading | None:
    """The amount "3 to 5 metres", "8-75 cm", "between 20 and 30" whose near end is known.

    "From 30 to 40 percent" behind a verb of change is two amounts; then this is the first, with the unit of the second.
    """
    at = unit.end if unit else first.end
    if lowered[at : at + 1] == " " and lowered[at + 1 : at + 2] not in "toa–-/":
        return None
    gap = _RANGE.match(lowered, at)
    if gap is None or first.upto is not None or first.allows is not None:
        return None
    far = _far_end(text, lowered, opening, gap.end(), first.part)
    if far is None or not _same_unit(opening, unit, far):
        return None
    last = far.numeral
    before = _BETWEEN.search(lowered, max(0, opening.start - 9), opening.start)
    joint = _Joint(gap[1] or gap[2] or gap[3] or "-", before[1] if before else "", gap[0].startswith("-"))
    near = first
    if near.scale == 1 and last.scale > 1 and near.value < last.value / last.scale:
        near = near._replace(value=near.value * last.scale, step=near.step * last.scale)
    if near.value < last.value and _is_range(lowered, opening, joint, near, last, unit, far.unit):
        start = before.start(1) if before and before[1] == "between" else opening.start
        return _range_reading(lowered, opening._replace(start=start), near, last, far.unit or unit, joint, text)
    if unit is None and far.unit is not None and joint.word in ("to", "or", "and"):
        return _reading(lowered, opening.start, first.end, far.unit.kind, (near,), far.unit.name, None)
    return None


class _Joint(NamedTuple):
    """What joins two ends of a range, what stands before the first, and whether a hyphen hangs on it ("7- or 8-inch")."""

    word: str
    before: str
    hyphened: bool


class _FarEnd(NamedTuple):
    numeral: Numeral
    unit: Unit | None
    symbol: bool


def _far_end(text: str, lowered: str, opening: Opening, at: int, part: bool) -> _FarEnd | None:  # noqa: FBT001 - a fact
    """The second number of a range with its unit."""
    symbol = _SECOND_SYMBOL.match(lowered, at)
    numeral = read_numeral(lowered, symbol.end() if symbol else at)
    if numeral is None or numeral.allows is not None or numeral.part != part:
        return None
    numeral = _with_letter(text, lowered, opening, numeral)
    return _FarEnd(numeral, _unit(text, lowered, opening, numeral.end), symbol is not None)


def _range_reading(
    lowered: str, opening: Opening, first: Numeral, last: Numeral, unit: Unit | None, joint: _Joint, text: str,
) -> Reading | None:  # fmt: skip
    if unit is not None and unit.end >= last.end:
        return _reading(lowered, opening.start, unit.end, unit.kind, (first, last), unit.name, None)
    if unit is not None:
        return _reading(lowered, opening.start, last.end, unit.kind, (first, last), unit.name, None)
    if age := _OLD.match(lowered, last.end):
        return _reading(lowered, opening.start, age.end(), Kind.AGE, (first, last), age[1] or "year", None)
    if _is_time(lowered, last.end) or glued_behind(lowered, last.end):
        return None
    if joint.word == "-" and head_behind(lowered, last.end) is None:
        return None
    return _uncounted_or_count(text, lowered, opening, (first, last), last.end, None)


def _same_unit(opening: Opening, first: Unit | None, far: _FarEnd) -> bool:
    """Whether the far end can be an amount of what the near end is one of."""
    if opening.currency:
        return far.symbol or far.unit is None or far.unit.name.startswith(opening.currency)
    if far.symbol:
        return False
    return first is None or (far.unit is not None and first.name == far.unit.name)


def _is_range(
    lowered: str, opening: Opening, joint: _Joint, first: Numeral, last: Numeral, unit: Unit | None, far: Unit | None,
) -> bool:  # fmt: skip
    """Whether two numbers are the ends of one range and not two states, two scores or two things."""
    if joint.word == "and":
        return joint.before == "between"
    if joint.word == "or":
        return unit is None and last.value - first.value == 1 and not joint.hyphened
    if joint.word != "to" or first.value == 0:
        return True
    words = _WORDS.findall(lowered, max(0, opening.start - 40), opening.start)[-5:]
    if joint.before != "from" and unit is None and far is not None and opening.currency is None:
        return True
    if joint.before != "from" and words[-1:] == ["of"]:
        return far is not None
    return CHANGES.isdisjoint(words)


# --- counts and bare numbers --------------------------------------------------------


def _uncounted_or_count(
    text: str, lowered: str, opening: Opening, numerals: tuple[Numeral, ...], end: int, behind: Hedge | None,
) -> Reading | None:  # fmt: skip
    """The count with its head noun, or the bare number, unless the number is a name, a year, a score or a time."""
    start, last = opening.start, numerals[-1]
    if _is_time(lowered, end) or glued_behind(lowered, last.end):
        return None
    figures = not last.spelled
    if is_label(text, start, figures=figures) or (figures and is_address(text, end)):
        return None
    one = len(numerals) == 1 and last.spelled and last.value == 1
    if one and word_before(lowered, start) in _NOT_ONE:
        return None
    head = head_of_one(lowered, end) if one else head_behind(lowered, end, spelled=last.spelled)
    if head is None and lowered[end : end + 1] == "-" and lowered[end + 1 : end + 2].isalpha():
        return None
    if figures and is_year(lowered, last) and len(numerals) == 2:
        return None
    if figures and is_year(lowered, last) and not _counts_in_spite_of_year(lowered, numerals[0], start, head):
        return None
    if head is not None and not last.part:
        rated = rate(lowered, head.end)
        if rated:
            head = Head(rated[0], f"{head.noun} per {rated[1]}")
        return _reading(lowered, start, head.end, Kind.COUNT, numerals, head.noun, behind)
    if one:
        return _reading(lowered, start, end, Kind.COUNT, numerals, "person", behind) if counts_people(lowered, start, end) else None
    if figures and last.value < 1000 and behind_is_name(text, end) and not hedge_before(lowered, start):
        return None
    if figures and (start == 0 or lowered[start - 1] in "\n\t") and lowered[end : end + 2] in _ITEM_ENDS:
        return None
    if lowered[start - 1 : start] == "(" and lowered[end : end + 1] == ")" and figures:
        return None
    if counts_people(lowered, start, end):
        return _reading(lowered, start, end, Kind.COUNT, numerals, "person", behind)
    return _reading(lowered, start, end, Kind.NUMBER, numerals, "", behind)


def _counts_in_spite_of_year(lowered: str, numeral: Numeral, start: int, head: Head | None) -> bool:
    if head is not None and counted_in_spite_of_year(head.noun):
        return True
    hedged = hedge_before(lowered, start)
    if numeral.value >= FIRST_SURE_YEAR:
        return hedged is not None and head is not None
    return hedged is not None or (head is not None and word_before(lowered, start) not in _YEAR_PREPOSITIONS)


#: Behind the number of an item in a list.
_ITEM_ENDS = frozenset((". ", ") "))
_YEAR_PREPOSITIONS = frozenset(
    "in since from until till by before after during of between and to the this that early late mid circa for".split(),
)

# --- in words -----------------------------------------------------------------------

_ORDINAL_BEHIND = re.compile(rf"[ -]({'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b")
_OF_OR_THE = re.compile(r"[ \n](?:of|the|an?|its|their|his|her|our|that|this|these|those)\b")


def _spelled_ordinal(lowered: str, at: int, numeral: Numeral | None, start: int) -> Reading | None:
    """ "Third", "twenty-first"; not "a third of" and not "two-thirds"."""
    found = _WORDS.match(lowered, at)
    word = found[0] if found else ""
    if word in ORDINALS and found:
        if numeral and start != at and (word in SMALL_PARTS or _OF_OR_THE.match(lowered, found.end())):
            return None
        value, end = ORDINALS[word], found.end()
    elif numeral and not numeral.part and (behind := _ORDINAL_BEHIND.match(lowered, numeral.end)):
        value, end = int(numeral.value) + ORDINALS[behind[1]], behind.end()
    else:
        return None
    return Reading(at, end, Kind.ORDINAL, allowed((Numeral(end, Decimal(value), Decimal(1), spelled=True),), "", None, exact=True))


def _takes_article(lowered: str, at: int, numeral: Numeral) -> bool:
    """Whether "a" before the numeral is part of it: "a hundred", "a dozen", "a third", not "a three-bed flat"."""
    first = _WORDS.match(lowered, at)
    return numeral.upto is None and first is not None and first[0] not in CARDINALS


_PART_OF_TIME = re.compile(r"[ -](?:of )?(?:an?|the|that|this)?[ -]?(?:hour|minute|second|day|week|month|year|decade|centur|time)")
_NOT_ONE = frozenset("no the this that which any every each only another a".split())


def _is_spelled_amount(text: str, lowered: str, start: int, at: int, numeral: Numeral) -> bool:
    """Whether a number in words is an amount, and no name, pronoun or idiom."""
    word = lowered[at : numeral.end]
    if text[at].isupper() and _capital_inside(text, lowered, at, numeral.end):
        return False
    if numeral.part and _PART_OF_TIME.match(lowered, numeral.end):
        return False
    if word in ("half", "quarter"):
        followed = _OF_OR_THE.match(lowered, numeral.end) is not None
        if word == "quarter":
            return followed and start != at
        return (followed or hedge_before(lowered, at) is not None) and word_before(lowered, at) not in ORDINALS
    if word in FEW:
        article = start != at
        return head_behind(lowered, numeral.end) is not None and (article or word == "several")
    first = _WORDS.match(lowered, at)
    if first is not None and first[0] in SCALES and numeral.upto is None:
        return start != at
    return not (word_before(lowered, at) == "other" and head_behind(lowered, numeral.end) is None)


def _capital_inside(text: str, lowered: str, at: int, end: int) -> bool:
    """Whether a capitalised number word stands inside a sentence, as in names ("Big Ten", "World War Two")."""
    if not word_before(text, at):
        return False
    head = head_behind(lowered, end)
    return head is None or text[head.end - 1].isupper()
