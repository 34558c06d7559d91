"""What a mention would read with another amount in it: "45 families" with 55 is "55 families", "eight" with six "six"."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from factcheck.judge.wording import DIGITS, amount_in_words, number_in_words
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from decimal import Decimal

    from factcheck.model import Mention, Quantity

#: The number in a mention: figures, with what stands at once before and after ("£4.2m", "25%", "5 million").
_FIGURES = regex(r"\d[\d,]*(?:\.\d+)?")
_NUMERAL = regex(
    r"(?:[£$€¥]|Rs\.?\s?)?\d[\d,]*(?:\.\d+)?(?:[\s-]?(?:m|bn|k|million|billion|trillion|crore|lakh)\b|\s?%)?"
)
#: "One in 30", "1 in 30".
_ONE_IN = regex(r"(?:one|1) (?:in|out of)(?: every)? (\d[\d,]*)")
_WORD = regex(r"[a-z]+")
#: Kinds whose unit stands behind the number, with which a number is shown.
_MEASURED = frozenset({Kind.QUANTITY, Kind.DURATION, Kind.PERCENTAGE})
#: What there are no parts of.
_WHOLE = frozenset({Kind.COUNT, Kind.AGE, Kind.ORDINAL})
#: Numbers below this are written in words where the text does so; up to `MOST_IN_WORDS` where it spells larger ones out too.
_IN_WORDS, MOST_IN_WORDS = 10, 99
#: Of millions and the like nobody says less than this.
_LEAST = Fraction(1, 100)
#: So many letters are no abbreviation of a unit.
_NO_ABBREVIATION = 4
#: Amounts of which there are none below nought, as a rule.
_TEMPERATURES = ("celsius", "fahrenheit", "kelvin")


def numeral(mention: Mention) -> str:
    """The number of a mention, without its hedge and head noun: "8" of "eight boats", "£4.2m" of "nearly £4.2m"."""
    quantity = mention.quantity
    if quantity is None:
        return mention.text
    if many := one_in(mention):
        return f"1/{many}"
    if found := _NUMERAL.search(mention.text):
        return mention.text[found.start() :] if mention.kind in _MEASURED else found[0]
    return _is_part(quantity) or amount_in_words(quantity.value, _unit(mention))


def one_in(mention: Mention) -> str:
    """The number of which a mention is one ("one in 30"), as printed, or nothing."""
    found = _ONE_IN.fullmatch(mention.text.lower())
    return found[1] if found else ""


def restated(mention: Mention, amount: Fraction, digits: int = 0) -> str:
    """The number of a mention with another amount, to as many digits or more: "$4m" with five million is "$5m"."""
    quantity = mention.quantity
    if quantity is None:
        return number_in_words(amount)
    if one_in(mention) and amount > 0:
        return f"one in {number_in_words(1 / amount)}"
    if shown := _in_figures(mention, quantity, amount, digits):
        old, new = shown
        return numeral(mention).replace(old, new)
    return _is_part(quantity, amount) or amount_in_words(amount, _unit(mention))


def rewritten(mention: Mention, amount: Fraction, digits: int = 0) -> str:
    """The words of a mention with another amount in them; "" where that makes no sense ("3.67 blankets", "no years")."""
    quantity = mention.quantity
    if quantity is None or not _makes_sense(mention, quantity, amount):
        return ""
    if one_in(mention):
        return restated(mention, amount)
    if quantity.is_range:
        return ""
    shown = _in_figures(mention, quantity, amount, digits)
    words = mention.text.replace(*shown, 1) if shown else _in_letters(mention, quantity, amount)
    if words and 1 not in (amount, quantity.value):
        return words
    if words and mention.kind is not Kind.COUNT:
        return _in_number(words, amount)
    return _is_part(quantity, amount) or amount_in_words(amount, quantity.unit, digits or DIGITS)


def _in_number(words: str, amount: Fraction) -> str:
    """An amount with its unit in the singular or the plural: "2 mile" → "2 miles"; what is abbreviated has none."""
    last = words.rpartition(" ")[2]
    if not last.isalpha() or len(last) < _NO_ABBREVIATION:
        return words
    if amount == 1:
        return words.removesuffix("s")
    return words if last.endswith("s") else words + "s"


def _unit(mention: Mention) -> str:
    return mention.unit if mention.kind is not Kind.COUNT else ""


def _is_part(quantity: Quantity, amount: Fraction | None = None) -> str:
    """An amount in per cent, if the text names a part of a whole in words ("two-thirds"); else nothing."""
    if quantity.unit or not 0 < quantity.value < 1:
        return ""
    return amount_in_words(Fraction(quantity.value if amount is None else amount) * 100, "percent")


def _makes_sense(mention: Mention, quantity: Quantity, amount: Fraction) -> bool:
    """Whether there may be so much of what is told: no parts of what is counted, and nothing below nought."""
    if amount <= 0 and not quantity.unit.startswith(_TEMPERATURES):
        return False
    is_whole = mention.kind in _WHOLE or (mention.kind is Kind.NUMBER and not any(map(str.isdigit, mention.text)))
    return not is_whole or amount.denominator == 1 or quantity.value % 1 != 0


def _in_figures(mention: Mention, quantity: Quantity, amount: Fraction, digits: int) -> tuple[str, str] | None:
    """The only figures of a mention, and those that would stand there; None if it has others or none."""
    # "100 births per 1,000 inhabitants" is a number of births.
    figures = _FIGURES.findall(mention.text.partition(" per ")[0])
    if len(figures) != 1 or not quantity.value:
        return None
    written = Fraction(figures[0].replace(",", ""))
    number = amount * written / Fraction(quantity.value)
    # "0.0003 million" is no way to put 300.
    if not written or (written != quantity.value and abs(number) < _LEAST):
        return None
    shown = number_in_words(number, digits or max(DIGITS, sum(map(str.isdigit, figures[0]))))
    decimals = len(figures[0].partition(".")[2])
    if "." in shown and not digits:
        shown += "0" * (decimals - len(shown.partition(".")[2]))
    return figures[0], shown


def _in_letters(mention: Mention, quantity: Quantity, amount: Fraction) -> str:
    """The mention with the amount in the place of the number that it spells out, in words if the text would; else nothing."""
    found = _spelled(mention.text.lower(), quantity.value)
    if found is None:
        return ""
    (start, end), text = found, mention.text
    # "A dozen eggs" are "14 eggs", and a "five-cent rise" is one of "55 cents".
    has_article = text[max(0, start - 2) : start].lower() == "a "
    is_compound = text[end : end + 1] == "-"
    if has_article:
        return text[: start - 2] + number_in_words(amount) + text[end:]
    whole = int(amount) if amount.denominator == 1 and amount <= MOST_IN_WORDS and not is_compound else 0
    is_in_words = whole and (whole < _IN_WORDS or quantity.value >= _IN_WORDS or text[start].isupper())
    shown = in_letters(whole) if is_in_words else number_in_words(amount)
    return text[:start] + (shown.capitalize() if text[start].isupper() else shown) + text[end:]


def _spelled(lowered: str, value: Decimal) -> tuple[int, int] | None:
    """Where the words for a number stand; None if there are none."""
    from factcheck.extract.spelled import read_spelled  # noqa: PLC0415 - few findings have a number in words

    for word in _WORD.finditer(lowered):
        found = read_spelled(lowered, word.start())
        if found and found.value == value and not found.part:
            return word.start(), found.end
    return None


def in_letters(number: int) -> str:
    """A whole number up to `MOST_IN_WORDS` in words.

    >>> in_letters(6), in_letters(40), in_letters(58)
    ('six', 'forty', 'fifty-eight')
    """
    words = _cardinals()
    return words.get(number) or f"{words[number // 10 * 10]}-{words[number % 10]}"


@cache
def _cardinals() -> dict[int, str]:
    from factcheck.extract.lexicon.numbers import CARDINALS  # noqa: PLC0415 - see above

    # Of several spellings the first.
    return {number: word for word, number in reversed(CARDINALS.items())}
