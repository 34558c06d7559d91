"""What became of people, by the words that tell it: killed is dead, died and the toll; it is never injured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.attach.words import Word, stem
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What happens to people, by the stem of the word that tells it.
FATES = {
    stem(word): fate
    for fate, words in {
        "killed": "kill kills killed killing die dies died dying dead death deaths toll slain fatality fatalities casualties perished murdered",
        "injured": "injure injures injured injuries injury injuring wound wounds wounded hurt",
        "hospitalised": "hospitalized hospitalised",
        "missing": "missing unaccounted",
        "arrested": "arrest arrests arrested detained detain",
        "rescued": "rescue rescued rescues",
        "evacuated": "evacuate evacuated evacuees",
        "displaced": "displaced homeless",
        "infected": "infected infections cases tested",
        "hired": "hire hired hires",
        "dismissed": "dismissed sacked fired redundancies layoffs",
    }.items()
    for word in words.split()
}
#: Forms of such a stem that tell of no people: "in the ferry fire and six were hurt".
_THINGS = frozenset(("fire", "fires"))
#: Of whom a fate tells only some: bodies are found of the dead, and some of the hurt are taken to hospital.
SOME_OF = {"found dead": "killed", "hospitalised": "injured"}
#: Heads that are people of one fate: "12 deaths", "the number of injured rose to 12".
OF_ONE_FATE = {
    "dead": "killed",
    "death": "killed",
    "fatality": "killed",
    "injured": "injured",
    "injury": "injured",
    "wounded": "injured",
    "hurt": "injured",
    "arrest": "arrested",
}
#: Heads that are people only where words say what became of them: "12 bodies were found".
BODIES = frozenset(("body", "corpse"))


_BEEN = r"(?:(?:ha[sd]|have|been|be|being|are|is|were|was|all|also|still|later|now|reported|confirmed|feared|who) )*"
_FOUND = r"(?:found|recovered|retrieved|pulled|discovered|dug|unearthed|taken out|brought out)"
_HOSPITAL = r"(?:an? |the |[a-z]+ ){0,2}hospitals?\b"
_REACHES = r"(?:is|was|at|to|of|now|hits?|reach(?:es|ed)|tops|topped|pass(?:es|ed)|exceed(?:s|ed))"
#: A day that stands between a toll and how high it is.
_ON_DAY = r"(?<=\b[oi][nf] )(?:\d{1,2}(?: [a-z]{3,9}(?: \d{4})?)?|\d{4})(?=[ ,])|(?<=[a-z] )\d{1,2}(?:, \d{4})?(?=[ ,])"
#: Fates that no one word tells; "#" is the number, with its head.
TOLD = {
    "killed": regex(
        rf"(?<!injury )\btolls?(?:\b(?:[^.;()\d]|{_ON_DAY}){{0,110}} {_REACHES})? #"
        rf"|\bnumber of (?:(?:people|those|victims) (?:who )?(?:have |had )?)?(?:killed|died)\b[^.;()\d]{{0,80}} {_REACHES} #"
        r"|\b(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|tak(?:es?|en|ing)|took|end(?:s|ed|ing)?) (?:the )?lives of (?:all |the )*#"
        rf"|\bcost(?:s|ing)? # (?:their|his|her) li(?:ves|fe)\b|# {_BEEN}(?:lost|losing|lose) (?:their|his|her) li(?:ves|fe)\b"
    ),
    "hospitalised": regex(
        rf"# {_BEEN}(?:(?:taken|rushed|airlifted|flown|sent|brought|admitted|carried) to|(?:treated|cared for|recovering) (?:in|at)|ended up in) {_HOSPITAL}"
        rf"|# (?:are|were|is|was|remain(?:ed|s)?)(?: still| now| all)? in hospital\b|\b(?:put|puts|putting|sent|sends|sending|left|leaving|leaves) # (?:in|to) {_HOSPITAL}"
    ),
}
#: One of these stands in each such wording.
TOLD_BY = {"killed": ("toll", "number of", "lives", "life"), "hospitalised": ("hospital",)}
_OF_LIVES = regex(
    rf"\b(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|tak(?:es?|en|ing)|took|end(?:s|ed|ing)?|los(?:es?|t|ing)|loss of) #|# {_BEEN}(?:lost|claimed|taken)\b"
)
_OF_BODIES = regex(rf"\b{_FOUND}(?: out)?(?: the)? #|# (?:[a-z]+ ){{0,2}}?{_BEEN}{_FOUND}\b")
#: The words right before and behind a number.
_NEXT = regex(rf"(?:([a-z]+) )?#(?: {_BEEN}([a-z]+))?")
#: What is done by the way, and to others.
GERUND = regex(r", [a-z]+ing\Z")
#: What kills nobody yet.
PENAL = regex(r"death (?:penalty|penalties|sentences?|row|threats?|certificates?|chamber)\b", re.IGNORECASE)


def is_of_fate(head: str) -> bool:
    """Whether a head may count people by what became of them."""
    return head in OF_ONE_FATE or head in BODIES


def fate_of_head(head: str, around: str) -> str | None:
    """What a head, and the words round its number, which is a "#" among them, tell of people; None if they tell nothing."""
    if head in OF_ONE_FATE:
        return OF_ONE_FATE[head]
    if head in BODIES:
        return "found dead" if _OF_BODIES.search(around) else None
    if head == "life":
        return "killed" if _OF_LIVES.search(around) else None
    for fate, told in TOLD.items():
        if any(word in around for word in TOLD_BY[fate]) and told.search(around):
            return fate
    return None


def fate_next_to(around: str) -> str | None:
    """The fate that the words right before and behind a number tell of people, which is a "#" among them; None if they tell none."""
    found = _NEXT.search(around)
    told = (FATES.get(stem(word)) for word in (found.groups() if found else ()) if word and word not in _THINGS)
    return next(filter(None, told), None)


def fate_beside(words: Sequence[Word], at: int, beyond: int, text: str) -> str | None:
    """What became of people: the nearest word that tells, the one before the number first.

    "1 dead, 2 injured" injures two: what a comma parts from the number comes second.
    """
    for distance in range(1, 6):
        left = words[at - distance] if at >= distance else None
        right = words[beyond + distance - 1] if beyond + distance <= len(words) else None
        if right and GERUND.search(text, right.start - 2, right.end):
            right = None  # "shooting three, killing one"
        parted = left is not None and text.startswith(",", left.end)
        for word in (right, left) if parted else (left, right):
            if word and word.stem in FATES and word.lower not in _THINGS and not PENAL.match(text, word.start):
                return FATES[word.stem]
    return None
