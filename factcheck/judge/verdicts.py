"""What a rule's formula or check comes to: two places that clash, or that agree."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from factcheck.model import START
from factcheck.nouns import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Severity, Span

#: The cause of a figure that no source has, nor one from which it follows.
UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Clash:
    """Places that cannot both be right."""

    spans: tuple[Span, ...]
    #: What the rule's message may name in braces, as it is to be printed.
    words: Mapping[str, str] = field(default_factory=dict)
    arithmetic: str = ""
    slip: str = ""
    repairs: tuple[str, ...] = ()
    #: How many things had to be guessed; each lowers the severity by a step.
    guesses: int = 0
    #: No louder than this, whatever the rule says.
    at_most: Severity | None = None
    #: What sort of slip it is, if the check tells several apart and a rule speaks for each.
    cause: str = ""
    #: Where the fact can be looked up that one of the places is.
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Accord:
    """Places that were compared and agree, and why ("90 km = 55.9 miles")."""

    spans: tuple[Span, ...]
    reason: str
    #: Of a check that tells several causes apart, the one that does not apply.
    cause: str = ""


Verdict = Clash | Accord


def in_text_order(*places: Span) -> tuple[Span, ...]:
    """The places of a verdict as they stand in their article."""
    return tuple(sorted(places, key=START))
