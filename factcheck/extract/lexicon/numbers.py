"""Words that are numbers, parts of numbers, or multiply them. A new word goes into one table here."""

from __future__ import annotations

UNITS = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9,
}  # fmt: skip
TEENS = {
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip

CARDINALS = UNITS | TEENS | TENS

#: What multiplies the number before it, in words.
SCALES = {
    "dozen": 12, "dozens": 12, "doz": 12, "dozs": 12, "hundred": 100, "thousand": 1000, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lacs": 10**5, "lkh": 10**5, "lkhs": 10**5,
    "million": 10**6, "crore": 10**7, "crores": 10**7, "cr": 10**7, "koti": 10**7, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
}  # fmt: skip

#: What multiplies a number in digits and stands right behind it, or after one space.
ABBREVIATED_SCALES = {
    "mn": 10**6, "mln": 10**6, "mio": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12, "tln": 10**12, "trn": 10**12,
    "k": 1000, "cr": 10**7,
}  # fmt: skip

#: What multiplies a sum of money only: elsewhere "5m" is five metres and "3b" a house number.
MONEY_SCALES = {"m": 10**6, "mm": 10**6, "b": 10**9, "t": 10**12}

#: Plural words that name no number but a range (lower, upper), with the range's usual name in figures.
VAGUE = {
    "tens": (("15", "190"), ("10", "100")),
    "dozens": (("20", "120"), ("20", "100")),
    "scores": (("40", "250"), ("40", "100")),
    "hundreds": (("150", "1900"), ("100", "1000")),
    "thousands": (("1500", "19000"), ("1000", "10000")),
    "millions": (("1500000", "19000000"), ("1000000", "10000000")),
    "billions": (("1500000000", "19000000000"), ("1000000000", "10000000000")),
    "trillions": (("1500000000000", "19000000000000"), ("1000000000000", "10000000000000")),
    "lakhs": (("150000", "1900000"), ("100000", "1000000")),
    "crores": (("15000000", "190000000"), ("10000000", "100000000")),
}

#: Few, in words: (lower, upper) and the number that the word stands for.
FEW = {
    "couple": (("2", "2"), "2"),
    "few": (("3", "6"), "4"),
    "handful": (("3", "7"), "5"),
    "several": (("3", "10"), "5"),
}

#: So many of what "of" tells behind them: "a brace of goals". Without it they are players and singers.
GROUPS = {"brace": 2, "trio": 3, "quartet": 4, "quintet": 5, "sextet": 6}
FEW |= {word: ((str(n), str(n)), str(n)) for word, n in GROUPS.items()}

_ORDINAL_UNITS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
ORDINALS = {word: at for at, word in enumerate(_ORDINAL_UNITS, start=1)}
ORDINALS |= {word[:-1] + "ieth": value for word, value in TENS.items()}
ORDINALS |= {word + "th": value for word, value in SCALES.items() if value in (100, 1000, 10**6, 10**9, 10**12)}

#: What a whole is divided into, singular and plural. "Second" is never one.
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
PARTS |= {word + ending: n for word, n in ORDINALS.items() if n > 2 for ending in ("", "s")}
PLURAL_PARTS = frozenset(word for word in PARTS if word.endswith("s"))
#: "A hundredth" is a part even where nothing says of what; "a third" alone is one more.
SMALL_PARTS = frozenset(word for word, n in PARTS.items() if n >= 100)

VULGAR_FRACTIONS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅐": (1, 7), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
    "⅑": (1, 9), "⅒": (1, 10),
}  # fmt: skip


def number_told(told: str) -> int:
    """The number of "three", "third", "3" or "3rd"."""
    plain = told.rstrip("stndrh")
    return int(plain) if plain.isdigit() else CARDINALS[told] if told in CARDINALS else ORDINALS[told]
