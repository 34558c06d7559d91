"""Which nouns are written in the plural, and what one of them is called."""

from __future__ import annotations

from functools import lru_cache

from factcheck.extract.lexicon.nouns import NO_PLURALS_IN_MEN, PLURALS, SINGULARS

#: How plurals end, and what their singulars end in; the first that fits. All others lose their s.
_ENDINGS = {
    "men": "man",
    "children": "child",
    "people": "person",
    "ies": "y",
    "oes": "o",
    "sses": "ss",
    "shes": "sh",
    "ches": "ch",
    "xes": "x",
    "zzes": "zz",
    "ouses": "ouse",
    "auses": "ause",
    "uses": "us",
}
_WITHOUT_S = ("men", "children", "people")


@lru_cache(maxsize=16384)
def singular(word: str) -> str:
    """The word in the singular; as it is if it is no plural."""
    if word in PLURALS:
        return PLURALS[word]
    if not looks_plural(word):
        return word
    for plural, one in _ENDINGS.items():
        if word.endswith(plural):
            return word.removesuffix(plural) + one
    return word[:-1]


@lru_cache(maxsize=16384)
def looks_plural(word: str) -> bool:
    """Whether a word is written like a plural noun."""
    if word in PLURALS:
        return True
    last = word.rpartition("-")[2]
    if last != word and last in PLURALS:
        return True
    if word.endswith(_WITHOUT_S):
        return word not in NO_PLURALS_IN_MEN
    return (
        len(word) > 2
        and word[-1] == "s"
        and word[-2] not in "s'’"
        and word not in SINGULARS
        and not word.endswith(("us", "sis", "itis", "'s", "’s"))
    )
