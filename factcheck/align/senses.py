"""Words that tell the same of a number: sales and turnover are revenue, died and the toll are killed."""

from __future__ import annotations

from factcheck.attach.fates import FATES, SOME_OF
from factcheck.attach.words import stem

#: Words for one attribute, by their stems; the first word is the one that keys name.
_SAME = (
    "revenue sales turnover takings receipts",
    "profit earnings surplus",
    "loss losses lost deficit",
    "worker employee job staff",
    "home house dwelling",
    "resident inhabitant",
    "pupil schoolchild",
    "protester demonstrator marcher",
    "price cost",
    "car vehicle",
    "salary wage pay",
    "budget spending",
    "area cover",
)
SYNONYMS = {stem(word): stem(words.split()[0]) for words in _SAME for word in words.split()} | SOME_OF


def same_attribute(attribute: str) -> str:
    """The attribute, or the usual word for it: sales and turnover are revenue."""
    return SYNONYMS.get(attribute, attribute)


def sense(word: str) -> str:
    """The stem of a word, or what stands for all that tell the same: what became of people, what is counted or paid."""
    return same_attribute(FATES.get(word, word))
