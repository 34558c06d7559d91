"""Text of articles becomes text that a terminal can be trusted with.

An article may hold anything: escape sequences that repaint the screen, marks that
turn the line round, letters that the terminal has no way to print. Nothing of that
gets out; what is taken away is shown in its place.
"""

from __future__ import annotations

import unicodedata

#: Joins the letters on its sides into one (a family, a flag).
JOINER = "\u200d"
#: Take no room, and only say where a word may join or break.
JOINERS = "\u200c" + JOINER
BREAKS = "\u00ad\u200b\u2060\ufeff"

#: The first letter that stands on the one before it; all before it take a column each, as do these.
ACCENTS = "\u0300"
NARROW = frozenset("–—‘’‚“”„†‡•…€™←→─│├┌")

#: How signs that a terminal cannot take are best written with plainer ones.
PLAINER = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‘": "'", "’": "'", "‚": "'", "′": "'", "″": '"',
        "–": "-", "—": "-", "\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-", "−": "-", "•": "*", "·": "-",
        "…": "...", "×": "x", "÷": "/", "≈": "~", "≠": "!=", "≤": "<=", "≥": ">=", "→": "->", "±": "+/-",
        "€": "EUR ", "£": "GBP ", "°": " deg", "\N{FRACTION SLASH}": "/",
    }
)  # fmt: skip


def visible(text: str, encoding: str = "utf-8") -> str:
    r"""The text as it may be printed on one line, in letters that the encoding has.

    >>> visible("12\x1b[2J dead\u202e")
    '12<ESC>[2J dead<U+202E>'
    >>> visible("“naïve” 中", "ascii")
    '"naive" <U+4E2D>'
    """
    return "".join(visible_letters(text, encoding))


def visible_letters(text: str, encoding: str = "utf-8") -> list[str]:
    """What to print for each letter of the text: itself, or what stands for it."""
    return [letter if " " <= letter <= "~" else _visible(letter, encoding) for letter in text]


def columns(text: str) -> int:
    """How many columns of a terminal the text takes.

    >>> columns("“naïve”"), columns("中")
    (7, 2)
    """
    if text.isascii() or all(letter < ACCENTS or letter in NARROW for letter in text):
        return len(text)
    from rich.cells import cell_len  # noqa: PLC0415 - few articles have such letters

    return cell_len(text)


def can_print(text: str, encoding: str) -> bool:
    """Whether the encoding has all of these letters."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _visible(letter: str, encoding: str) -> str:
    if letter.isspace() and letter not in "\x1c\x1d\x1e\x1f":
        return " "
    if letter in BREAKS:
        return ""
    if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and letter not in JOINERS:
        return "<ESC>" if letter == "\x1b" else _code(letter)
    if can_print(letter, encoding):
        return letter
    plainer = unicodedata.normalize("NFKD", letter).translate(PLAINER)
    bare = "".join(sign for sign in plainer if not unicodedata.combining(sign) and sign not in JOINERS)
    if unicodedata.numeric(letter, 1) % 1:
        bare = f" {bare}"  # "4½" is not 41/2
    return bare if can_print(bare, encoding) else _code(letter)


def _code(letter: str) -> str:
    return f"<U+{ord(letter):04X}>"
