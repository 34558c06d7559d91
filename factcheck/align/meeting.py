"""Whether two claims are about the same thing: the gates that stop a pair, and the score of the rest.

Both are decided from the two claims alone, so that an archive can ask of any pair
that it finds; how telling each word is comes in as a mapping.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from factcheck.align.blocks import same_attribute
from factcheck.align.drafts import family
from factcheck.align.names import usual_stem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Claim


class Meeting(NamedTuple):
    """What came of asking whether two claims are about the same thing."""

    #: From 0 (nothing in common but the attribute) to 1 (the same words); 0 if a gate stopped the pair.
    score: float
    #: What the score is made of, by name.
    parts: Mapping[str, float]
    #: What had to be guessed.
    guesses: tuple[str, ...] = ()
    #: The gate that stopped the pair, in words; "" where none did.
    stopped: str = ""


def meet(claim: Claim, other: Claim, weights: Mapping[str, float]) -> Meeting:
    """Whether two claims may be about the same thing, how sure that is, and why or why not.

    `weights` says how telling each word is; a word that it lacks weighs 1.
    """
    guesses = tuple(dict.fromkeys(claim.guesses + other.guesses))
    if stopped := _gate(claim, other, guesses):
        return Meeting(0.0, {}, guesses, stopped)
    if claim.mention.document is other.mention.document and _dated(claim) is not _dated(other):
        guesses += ("whether the same time is meant",)
    words = _shared_words(claim.context, other.context, weights)
    return Meeting(words, {"words": words}, guesses)


def _gate(claim: Claim, other: Claim, guesses: tuple[str, ...]) -> str:
    """The reason for which two claims are about different things, or ""."""
    if same_attribute(claim.attribute) != same_attribute(other.attribute):
        return "another attribute"
    if family((claim.base or claim).mention) != family((other.base or other).mention):
        return "another kind of amount"
    if _other_scope(claim.scope, other.scope):
        return "another scope"
    if claim.subject != other.subject and _other_subject(claim, other, guesses):
        return "another subject"
    return ""


def _other_subject(claim: Claim, other: Claim, guesses: tuple[str, ...]) -> bool:
    """Whether neither subject is a shorter way to say the other."""
    one, two = ({usual_stem(word) for word in subject} for subject in (claim.subject, other.subject))
    if not claim.has_own_subject or not (one <= two or two <= one):
        return True
    return not (one and two) and not guesses


def _other_scope(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether scope words set two claims apart: a change and a level, two directions, two times."""
    if a == b:
        return False
    for marker in ("change", "added", "part", "former", "contrasted"):
        if (marker in a) is not (marker in b):
            return True
    for prefix in ("from:", "way:", "weekday:"):
        of_a, of_b = _beginning(prefix, a), _beginning(prefix, b)
        if of_a and of_b and not of_a & of_b:
            return True
    of_a, of_b = _beginning("days:", a), _beginning("days:", b)
    return bool(of_a and of_b) and not any(_days_meet(x, y) for x in of_a for y in of_b)


def _dated(claim: Claim) -> bool:
    return any(word.startswith(("days:", "weekday:")) for word in claim.scope)


def _beginning(prefix: str, scope: frozenset[str]) -> set[str]:
    return {word.removeprefix(prefix) for word in scope if word.startswith(prefix)}


def _days_meet(a: str, b: str) -> bool:
    """Whether two stretches of days, each "first-end" in ordinals, share one."""
    first, end = map(int, a.split("-"))
    other_first, other_end = map(int, b.split("-"))
    return first < other_end and other_first < end


def _shared_words(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    """What share of the shorter sentence's telling words, by weight, the longer one has too."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    whole = fsum(weights.get(word, 1.0) for word in shorter)
    return fsum(weights.get(word, 1.0) for word in shorter & longer) / whole if whole else 0.0
