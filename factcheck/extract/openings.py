"""How an amount begins: its hedge, its currency, its sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.bounds import SPACES, allowed, hedge_before
from factcheck.extract.lexicon.currencies import CAPITALS, CODES, SYMBOLS
from factcheck.extract.lexicon.hedges import ABOUT
from factcheck.extract.names import glued_before
from factcheck.extract.scanning import Reading
from factcheck.extract.walking import ending
from factcheck.model import Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.extract.lexicon.hedges import Hedge
    from factcheck.extract.numeral import Numeral


class Opening(NamedTuple):
    """An amount of which all is known that stands before its numeral."""

    text: str
    lowered: str
    #: Where the amount begins, without its hedge.
    start: int
    currency: str | None = None
    negative: bool = False

    def reading(
        self, end: int, kind: Kind, numerals: tuple[Numeral, ...], unit: str = "", behind: Hedge | None = None,
    ) -> Reading:  # fmt: skip
        """The reading up to `end`, the hedge before it taken in."""
        before = hedge_before(self.lowered, self.start)
        if before and kind is Kind.COUNT and numerals[0].step == 1 and self.lowered.startswith("near ", before.at):
            before = None  # "near two houses" tells a place
        hedge = behind if behind and (before is None or before.hedge is ABOUT) else before.hedge if before else None
        exact = kind is not Kind.QUANTITY and kind is not Kind.PERCENTAGE
        quantity = allowed(numerals, unit, hedge, exact=exact)
        return Reading(None, before.at if before else self.start, end, kind, quantity)


_SIGNS = frozenset(symbol[-1] for symbol in SYMBOLS if not symbol[-1].isalpha()) - {"="}
_SYMBOL = regex(
    r"(?<![a-z])((?:(?:mex|can(?=\$)|cad|aud|nzd|us|ca|au|hk|nz|nt|sg|u\.s\.?|c) ?|[ars])?\$|\$(?:us|[ac])|y=|rs\.?|[£€¥₹₽₴₩₪₺฿₦₱₫₾¢])[ ]?\Z",
)
_CODE = regex(r"(?<![a-z])([a-z]{1,3})\Z")
#: A sum of a thousand or more, behind letters that may be something else ("R2bn", "MAD 4,000", not "R2" or "mad 4").
_LARGE = regex(r"\d{1,3}(?:,\d{2,3})+(?![\d,])|\d[\d.,]*[ -]?(?:[mb]n?|tn|million|billion|trillion|crore|lakh)\b")
#: What makes the number behind it less than nothing.
minus = ending(
    r"(?<!\w)(?<!plus or )(?<!plus-or-)(minus|negative)[ -]",
    len("negative-"),
    "minus ",
    "minus-",
    "negative ",
    "negative-",
)
#: Behind a dash, what makes a minus of it: "–5%", "–5.5°C".
_BELOW_ZERO = regex(r"\d+(?:[.]\d+)?[ ]?(?:%|°|c\b|per ?cent\b)")
#: Words right before the digits that are part of the amount.
_WORDS_BEFORE = {symbol for symbol in SYMBOLS if symbol.isalpha()} | set(CODES) | {"minus", "negative", "dollar"}


def opening_before(text: str, lowered: str, at: int) -> Opening | None:  # noqa: PLR0911 - each letter leads elsewhere
    """What stands before the digits; None where they belong to a name."""
    if at == 0:
        return Opening(text, lowered, 0)
    letter = lowered[at - 1]
    if letter == " ":
        sign = lowered[at - 2 : at - 1]
        if sign in _SIGNS or sign in ".°":
            return _with_symbol(text, lowered, at)
        word = lowered[lowered.rfind(" ", max(0, at - 12), at - 1) + 1 : at - 1].lstrip("(,")
        return _with_word(text, lowered, at, word) if word in _WORDS_BEFORE else Opening(text, lowered, at)
    if letter in _SIGNS or lowered.endswith("y=", 0, at):
        return _with_symbol(text, lowered, at)
    if letter in "-−" or (letter == "–" and _BELOW_ZERO.match(lowered, at)):
        before = lowered[at - 2 : at - 1] if at > 1 else ""
        if not before or before in SPACES or before in "([":
            return (
                Opening(text, lowered, at)
                if at > 2 and lowered[at - 3].isdigit()
                else Opening(text, lowered, at - 1, negative=True)
            )
        if before in _SIGNS:
            symbol = _with_symbol(text, lowered, at - 1)
            return symbol and symbol._replace(negative=True)
        if less := minus(lowered, at):
            return Opening(text, lowered, less.start(1), negative=True)
    if letter.isalpha():
        return _with_code(text, lowered, at)
    return None if glued_before(lowered, at) else Opening(text, lowered, at)


def _with_symbol(text: str, lowered: str, at: int) -> Opening | None:
    found = _SYMBOL.search(lowered, max(0, at - 8), at)
    if found is None:
        return None if glued_before(lowered, at) else Opening(text, lowered, at)
    symbol = found[1]
    name = (
        SYMBOLS.get(symbol)
        or SYMBOLS.get(symbol.replace(" ", ""))
        or SYMBOLS.get(symbol.replace("d$", "$"))
        or SYMBOLS[symbol[-1]]
    )
    start = found.start(1)
    if lowered[start - 1 : start] in ("-", "−") and lowered[start - 2 : start - 1] in ("", *" \n("):
        return Opening(text, lowered, start - 1, name, negative=True)
    return Opening(text, lowered, start, name)


#: Codes that before a space are rather words.
_CODES_THAT_ARE_WORDS = frozenset(("ps", "rm", "try", "mad", "php", "ron", "eth"))


def _with_word(text: str, lowered: str, at: int, word: str) -> Opening:
    start = at - 1 - len(word)
    if word in ("minus", "negative"):
        either = lowered.endswith("plus or ", 0, start)
        return Opening(text, lowered, at if either else start, negative=not either)
    is_word = word in _CODES_THAT_ARE_WORDS and not (text[start : at - 1].isupper() and _LARGE.match(lowered, at))
    if is_word or (word == "euro" and lowered[at : at + 2] in ("19", "20")):
        return Opening(text, lowered, at)
    country = lowered[lowered.rfind(" ", max(0, start - 12), max(0, start - 1)) + 1 : max(0, start - 1)]
    both = f"{country} {word}"
    if both in SYMBOLS:
        return Opening(text, lowered, start - 1 - len(country), SYMBOLS[both])
    return Opening(text, lowered, start, CODES.get(word) or SYMBOLS[word])


def _with_code(text: str, lowered: str, at: int) -> Opening | None:
    """The code that touches the digits ("usd50", "$us5"); None where the letters are no code."""
    if symbol := _SYMBOL.search(lowered, max(0, at - 8), at):
        return Opening(text, lowered, symbol.start(1), SYMBOLS[symbol[1]])
    found = _CODE.search(lowered, max(0, at - 5), at)
    if found and found[1] in CAPITALS and text[found.start(1)].isupper() and _LARGE.match(lowered, at):
        return Opening(text, lowered, found.start(1), CAPITALS[found[1]])
    name = (CODES.get(found[1]) or SYMBOLS.get(found[1])) if found else None
    return Opening(text, lowered, found.start(1), name) if found and name else None
