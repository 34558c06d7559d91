"""What a claim is about, in words that a reader would use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.attach.words import WORD, stem

if TYPE_CHECKING:
    from factcheck.model import Claim


def about(claim: Claim | None) -> str:
    """The attribute and whose it is ("population: Bakhmut"); empty where nothing tells."""
    if claim is None:
        return ""
    whose = " ".join(_printed(claim))
    return f"{claim.label}: {whose}" if whose else claim.label


def _printed(claim: Claim) -> list[str]:
    """The words of the subject as they stand in the sentence, each once; what stands there otherwise is as it is."""
    words: dict[str, str] = {}
    for word in WORD.findall(claim.sentence.text):
        words.setdefault(stem(word.lower()), word.removesuffix("'s").removesuffix("’s"))
    return [words.get(part, part) for part in sorted(claim.subject)]
