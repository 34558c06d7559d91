"""Whether a measure comes back under another word: "a 900-metre hill", "the 1,900-foot summit"; "a cheese weighing 200 kg"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.attach.words import stem
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.model import Claim

#: Nouns by one of which a thing is called that the other names.
_KIN = [
    frozenset(map(stem, names.split()))
    for names in (
        "mountain peak hill summit volcano crag",
        "ship vessel boat ferry liner tanker trawler yacht",
        "road route highway motorway",
        "path trail track walk footpath",
        "tower skyscraper building",
        "fence wall barrier",
        "fish salmon trout carp pike sturgeon catfish",
        "plot site field estate",
    )
]
#: Right before what a thing is measured at: "a cheese weighing 200 kg".
_WEIGHING = regex(
    r"\b(?:weigh(?:s|ed|ing)?|measur(?:es|ed|ing)|stands|stood|standing|rises|rising|stretch(?:es|ed|ing)|spann?(?:s|ed|ing))"
    r"(?: (?:in at|at|to|about|some|around|nearly|just))? $"
)
#: What tells that a thing is another: "the 420-pound pumpkin of her rival".
_OF_ANOTHER = regex(r"[ -][a-z-]+ (?:of|that|which|who|from|by)\b")


def is_called(first: Claim, second: Claim, *, is_size: bool) -> bool:
    """Whether the noun of the second is what was weighed first, or another word for the thing whose size the first is."""
    if _OF_ANOTHER.match(second.mention.document.text, second.mention.end):
        return False
    if first.attribute == second.attribute:
        return _is_weighed(first)
    return is_size and any({first.attribute, second.attribute} <= kin for kin in _KIN)


def _is_weighed(claim: Claim) -> bool:
    """Whether it says at what the thing before it was weighed or measured."""
    mention = claim.mention
    before = mention.document.text[max(0, mention.start - 30) : mention.start]
    return _WEIGHING.search(before) is not None and not claim.scope & {"added", "part", "former"}
