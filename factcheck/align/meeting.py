"""Whether two claims are about the same thing: the gates are asked in order, and a pair that none of them stops gets a score.

Both are decided from the two claims alone, so that an archive can ask of any pair
that it finds; how telling each word is comes in as a mapping.
"""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING

from factcheck.align.blocks import OF_EVENTS
from factcheck.align.gates import BETWEEN, GATES, ONE_WAY, STORY, TALLY
from factcheck.align.merging import is_one_name
from factcheck.align.scopes import is_dated
from factcheck.align.settings import setting_of
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Claim, Setting

#: What a toll's score begins with where names and event are the same; the words of the sentences are the rest.
SAME_EVENT = 0.7
#: Of what may happen in an event again and again, the words must tell more.
SAME_OCCASION = 0.45
AGAIN = frozenset({"attended", "arrested", "rescued", "evacuated", "hired", "dismissed", "infected", "missing"})


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


def meet(claim: Claim, other: Claim, weights: Mapping[str, float], *, back: bool = False) -> Meeting:
    """Whether two claims may be about the same thing, how sure that is, and why or why not.

    `weights` says how telling each word is; a word that it lacks weighs 1. Of claims of two articles that met the other way
    round, only what is not mutual is asked on the way `back`.
    """
    guesses = claim.guesses + other.guesses
    guesses = tuple(dict.fromkeys(guesses)) if guesses else guesses
    apart = claim.mention.document is not other.mention.document
    between = ONE_WAY if back else BETWEEN
    for gate in between if apart and not (claim.is_fact or other.is_fact) else GATES:
        if stopped := gate(claim, other):
            return Meeting(0.0, {}, guesses, stopped)
    if not apart and is_dated(claim) is not is_dated(other):
        guesses += ("whether the same time is meant",)
    parts = {"words": _shared_words(claim.context, other.context, weights)}
    if apart:
        parts["names"] = _shared_names(setting_of(claim), setting_of(other))
    return Meeting(_score(claim, parts), parts, guesses)


def is_mutual(stopped: str, other: Claim) -> bool:
    """Whether what stopped a pair of articles' claims stops it the other way round too, when the `other` is asked."""
    return stopped != TALLY and not (stopped == STORY and other.has_own_subject)


def _score(claim: Claim, parts: Mapping[str, float]) -> float:
    """How sure it is that one thing is meant: by the words; for a toll, by the names and then by the words."""
    if claim.attribute in OF_EVENTS and parts.get("names"):
        base = SAME_OCCASION if claim.attribute in AGAIN else SAME_EVENT
        return base + (1 - base) * parts["words"]
    return parts["words"]


def _shared_names(one: Setting, other: Setting) -> float:
    """The share of the names, of the article that has fewer, that the other has too."""
    shorter, longer = sorted((dict.fromkeys((*side.about, *side.names)) for side in (one, other)), key=len)
    shared = sum(name in longer or any(is_one_name(name, known) for known in longer) for name in shorter)
    return shared / len(shorter) if shorter else 0.0


def _shared_words(a: frozenset[str], b: frozenset[str], weights: Mapping[str, float]) -> float:
    """What share of the shorter sentence's telling words, by weight, the longer one has too."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    whole = fsum(weights.get(word, 1.0) for word in shorter)
    return fsum(weights.get(word, 1.0) for word in shorter & longer) / whole if whole else 0.0
