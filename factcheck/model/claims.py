"""What mentions are about, and which claims are about the same thing."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from factcheck.model.mentions import Mention
    from factcheck.model.texts import Document, Sentence


#: The word of scope that a fact bears.
FACT = "fact"
#: Goes before the days of which a fact speaks, in its scope.
AS_OF = "as-of:"


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article tells around a claim, so that claims of many articles can be compared without their texts."""

    #: The names of the claim's sentence, each in its usual form, the nearest to the number first.
    names: tuple[str, ...] = ()
    #: Of these, the ones that a preposition makes the place of what is told; those behind the number first.
    places: tuple[str, ...] = ()
    #: The names that the headline and lead turn on, the most frequent first.
    about: tuple[str, ...] = ()
    #: The kinds of event that the sentence tells of, or else the headline and lead ("earthquake").
    happened: frozenset[str] = frozenset()
    #: How strong the quake was of which the headline and lead tell, as printed.
    strengths: frozenset[str] = frozenset()
    #: The last name before the number in its sentence; "" where there is none.
    actor: str = ""
    #: Stems of the telling words close to the number.
    near: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Claim:
    """A mention, and what it is about, as far as the words around it tell."""

    mention: Mention
    sentence: Sentence
    #: What is counted, measured or dated: "killed", "population", "distance", "event:opening";
    #: empty where no word beside it tells.
    attribute: str
    #: Whose it is: stems of the names and nouns that the words tie it to ("bakhmut", "bridge").
    subject: frozenset[str] = frozenset()
    #: Stems of the other telling words of its sentence.
    context: frozenset[str] = frozenset()
    #: Of these, the ones written with a capital inside the sentence.
    names: frozenset[str] = frozenset()
    #: What narrows it: "change" or "level", "more", sub-groups, times ("monday"), places.
    scope: frozenset[str] = frozenset()
    #: Why it is not to be compared as the author's own assertion ("quoted", "denied", "hypothetical").
    withheld: str | None = None
    #: What was guessed about it; each guess lowers the severity of a finding by a step.
    guesses: tuple[str, ...] = ()
    #: For a change ("that number has dropped to 90%"), the claim of the level that it changes.
    base: Claim | None = None
    #: The attribute as a reader would say it: "dividend", "the opening".
    label: str = ""
    #: What its article tells around it, where articles are compared with each other.
    setting: Setting | None = None
    #: Of a fact, where it can be looked up.
    reference: str = ""

    @property
    def is_fact(self) -> bool:
        """Whether it comes from a facts file, and so is always right."""
        return FACT in self.scope

    @property
    def has_own_subject(self) -> bool:
        """Whether the subject says which thing is meant, and not only which part of it ("12 children")."""
        return self.attribute in {"population", "distance"} or self.attribute.startswith("event:")


@dataclass(frozen=True, slots=True)
class Article:
    """A document with all that was read out of it."""

    document: Document
    sentences: tuple[Sentence, ...] = field(hash=False)
    mentions: tuple[Mention, ...] = field(hash=False)
    claims: tuple[Claim, ...] = field(default=(), hash=False)
    #: Whether others are checked against it and it is not itself to be marked.
    is_source: bool = False


@dataclass(frozen=True, slots=True)
class Peer:
    """Another claim about the same thing, and how sure that is."""

    claim: Claim
    #: From 0 (nothing in common but the attribute) to 1 (the same words).
    likeness: float
    #: What had to be guessed to bring the two together.
    guesses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A claim and every other claim about the same thing: a star, never a cluster.

    The most alike come first.
    """

    claim: Claim
    peers: tuple[Peer, ...]
