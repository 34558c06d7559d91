"""How often the words that a pattern needs turn up, so that the rarest are looked for first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.judge.formulas.skeleton import LETTER

if TYPE_CHECKING:
    from collections.abc import Iterable

#: How many of a thousand sentences with a number have a token, counted in news; any other word has about one.
_OF_A_THOUSAND = {
    token: often
    for often, tokens in {
        950: ".",
        750: "the",
        650: ",",
        450: "in to of",
        370: "a and",
        220: "that for on",
        130: 'is said with by was from it has at as "',
        85: "have he be but are an his will its",
        65: "which who “ ” ( ) had not after - were would been",
        40: "up ' their they also this more over or about out there than one into when : — could new",
        20: "all she her if no so ; i we",
    }.items()
    for token in tokens.split()
}
#: The same of the mentions of each type, where they are not rarer; those that are bounded or averaged are.
_MENTIONED = {
    "exact": {
        380: "date",
        145: "year count",
        80: "money month percentage ordinal duration",
        35: "number day",
        20: "time set",
        10: "age people ago fraction",
    },
    "hedged": {60: "duration count", 25: "money percentage", 10: "number people fraction"},
}
_OF_A_THOUSAND |= {
    LETTER[manner, type_]: often
    for manner, told in _MENTIONED.items()
    for often, types in told.items()
    for type_ in types.split()
}


def rarest_first(needs: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    """What is needed, each once, in one order whatever the order was."""
    return tuple(sorted(set(needs), key=lambda words: (commonness(words), sorted(words))))


def commonness(words: Iterable[str]) -> int:
    """How often one of these words turns up, to look for the rarest first."""
    return sum(_OF_A_THOUSAND.get(word, 1) for word in words)
