"""Numbers of dead and hurt that the headline and the text both give."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.seeded.mistyping import (
    COUNT,
    HEDGE,
    WORDS,
    Printed,
    Slip,
    first_digit,
    printed,
    spelled_like,
    swapped_digits,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from factcheck import Document

#: A number of people (or cattle), and not of years, dozens or a family.
_N = rf"(?<!family of )(?<!\bin )(?<!out of )(?<![$£€.,-])\b(?P<n>{COUNT})\b(?!%| (?:in|out of) (?:{COUNT})\b|[.,:]\d|-| (?:dozen|hundred|thousand|million|years?|months?|days?|hours?)\b)"
FATES = {
    fate: (
        re.compile(rf"\b(?:{before}) {_N}", re.IGNORECASE),
        re.compile(rf"{_N} (?:[a-z]+ ){{0,2}}?(?:{behind})\b", re.IGNORECASE),
        re.compile(rf"\b(?:{beside})", re.IGNORECASE),
    )
    for fate, before, behind, beside in (
        (
            "dead",
            r"kill(?:s|ed|ing)?|toll (?:\w+ )?(?:to|hits|at|reaches|of)",
            r"dead|killed|die[sd]?|slain",
            r"kill|dead|die[sd]?\b|death|toll|slain|lives|fatal|perish|drown",
        ),
        ("hurt", r"injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurt(?:s|ing)?", r"hurt|injured|wounded", r"injur|hurt|wound"),
    )
}
#: How far from the number the word may stand that says what became of so many.
FATE_NEAR = 50
#: Words before a number that leave it room, upwards, downwards or both ways; none of them contradicts what fits.
UPWARDS = re.compile(
    r"\b(?:at least|more than|over|upwards of|no fewer than|topp\w+|pass\w+|exceed\w+) $", re.IGNORECASE
)
DOWNWARDS = re.compile(
    r"\b(?:up to|as many as|nearly|almost|close to|fewer than|less than|under|no more than) $", re.IGNORECASE
)
EITHER_WAY = re.compile(r"\b(?:about|around|roughly|some|approximately|an estimated) $", re.IGNORECASE)
#: Fewer dead or hurt than so many are told to the last one; more may be rounded.
EXACT_BELOW = 100
#: A headline that asks claims nothing.
ASKS = re.compile(r"\?")


def headline_number(document: Document, chance: Random) -> Iterator[Slip]:
    """Numbers of dead or hurt that the headline and the text both give, each with another in the headline."""
    headline, _, body = document.text.partition("\n\n")
    if ASKS.search(headline):
        return
    for before, behind, fate in FATES.values():
        for found in (*before.finditer(headline), *behind.finditer(headline)):
            value = int(printed(found["n"].replace(",", "")).value)
            told = list(_told(value, body, fate))
            if told:
                rooms = [_room(headline, found.start("n"), value), *(_room(body, at, value) for at in told)]
                typed = _another(value, found["n"], body, rooms, chance)
                if typed:
                    yield Slip("headline number of dead or hurt", *found.span("n"), typed)


def _told(value: int, body: str, fate: re.Pattern[str]) -> Iterator[int]:
    """Where the text gives the number, with a word beside it that says what became of so many."""
    for found in _spelled(value).finditer(body):
        if fate.search(body, max(0, found.start() - FATE_NEAR), found.end() + FATE_NEAR):
            yield found.start()


def _room(text: str, at: int, value: int) -> tuple[float, float]:
    """The numbers that a number and the words before it may stand for, from the least to the most."""
    before = text[max(0, at - FATE_NEAR) : at]
    if UPWARDS.search(before):
        return value, float("inf")
    if DOWNWARDS.search(before):
        return 0, value
    return (value * (1 - HEDGE), value * (1 + HEDGE)) if EITHER_WAY.search(before) else (value, value)


def _spelled(value: int) -> re.Pattern[str]:
    words = [word for word, number in WORDS.items() if number == value]
    return re.compile(
        rf"(?<![\d.,$£€])(?:{'|'.join([f'{value:,}', str(value), *words])})(?![\w%]|[.,]\d)", re.IGNORECASE
    )


def _another(value: int, as_printed: str, body: str, rooms: Sequence[tuple[float, float]], chance: Random) -> str:
    """Another number, which the text nowhere gives and leaves no room for; nothing if there is none.

    `rooms` is what the headline and each passage that gives the number leave open, the headline first.
    """
    figures = str(value)
    candidates = [
        first_digit(figures, chance),
        swapped_digits(figures, chance),
        str(value + chance.choice((-2, -1, 1, 2))),
    ]
    chance.shuffle(candidates)
    (_, up), *told = rooms
    down = rooms[0][0]
    for typed in candidates:
        number = int(typed)
        least, most = number if down == value else 0, number if up == value else float("inf")
        fits = all(least <= highest and lowest <= most for lowest, highest in told)
        rounded = number >= EXACT_BELOW and printed(str(number)).meets(Printed(value, 0))
        if number > 0 and number != value and not fits and not rounded and not _spelled(number).search(body):
            return spelled_like(number, as_printed)
    return ""
