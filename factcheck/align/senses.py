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
#: Words for attributes that are near each other and never one.
_NEVER_ONE = ("revenue profit loss", "export import")
#: The same of what is measured, and of who is counted, whatever else the sentence speaks of.
_MEASURES = ("length width height depth thickness",)
_COUNTED = (
    "man woman",
    "boy girl",
    "son daughter",
    "brother sister",
    "parent child",
    "adult child",
    "passenger crew driver",
    "civilian soldier",
    "pupil teacher",
    "student teacher",
    "doctor nurse",
    "birth death",
)
APART = [frozenset(stem(word) for word in words.split()) for words in (*_NEVER_ONE, *_MEASURES, *_COUNTED)] + [
    frozenset(FATES.values())
]
#: Of these the words of a sentence tell, whatever its numbers count.
KEPT_APART = APART[: len(_NEVER_ONE)]
SYNONYMS = {stem(word): stem(words.split()[0]) for words in _SAME for word in words.split()} | SOME_OF


def same_attribute(attribute: str) -> str:
    """The attribute, or the usual word for it: sales and turnover are revenue."""
    return SYNONYMS.get(attribute, attribute)


def never_one(attribute: str, other: str) -> bool:
    """Whether two attributes are known to be two: killed is never injured, nor is revenue profit."""
    one, two = same_attribute(attribute), same_attribute(other)
    return one != two and any(one in apart and two in apart for apart in APART)


def sense(word: str) -> str:
    """The stem of a word, or what stands for all that tell the same: what became of people, what is counted or paid."""
    return same_attribute(FATES.get(word, word))
