"""Who says so, and whether it is said as a fact at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.model import Mention, Sentence

#: What stands between quotation marks is what somebody else says: compared by some checks, and the speaker kept.
QUOTED = "quoted"
FORECAST = "a forecast or a target"
HYPOTHETICAL = "hypothetical"
#: What was said before, and may have been put right since.
EARLIER = "an earlier figure"
#: Behind these, "may" is the month.
BEFORE_A_MONTH = "in since by until last early late of from during through between".split()
#: Words that, standing before a number in its clause, make it something other
#: than the author's own fact. The name is the reason that the report gives.
CUES = {
    # What is rejected by fourteen is rejected, and they are fourteen.
    "denied": r"den(?:y|ies|ied(?! by\b)|ying)|disput(?:e|es|ed(?! by\b)|ing)|reject(?:s|ed(?! by\b)|ing)?|refut(?:e|es|ed(?! by\b)|ing)|never|not(?! only)|n['’]t"
    r"|nor|neither|without(?! (?:the|this|that|its|their)\b)|false(?:ly)?|untrue|incorrect(?:ly)?|wrong(?:ly)?|myth|rumou?rs?|alleg(?:e|es|ed|edly|ing)",
    # What had been expected goes before what is, or else "expected" would say that it still is.
    EARLIER: r"had (?:(?:asked|called|pressed|pushed) for|sought|demanded|requested|been (?:due|meant|supposed|scheduled)|(?:been )?(?:expected|forecast|hoped|predicted|planned|projected|aimed|wanted|promised|targeted|proposed))|(?:was|were) (?:to|expected|forecast|predicted|due|supposed|scheduled)"
    r"|(?:earlier|previous|prior|original|initial) (?:reports?|estimates?|figures?|versions?|editions?|accounts?|counts?|tolls?)"
    r"|(?:first|earlier|initially|originally|previously) (?:said|reported|put|estimated|told|counted|believed|thought)|had (?:said|estimated|believed|thought|put the)|at first(?! (?:glance|sight|light|hand))|corrected",
    "a former figure": r"previous(?:ly)?|initial(?:ly)?|formerly|originally|used to",
    HYPOTHETICAL: r"if|unless|whether|could|would|might|(?<!\d )may(?!,? \d)"
    + "".join(rf"(?<!{word} may)" for word in BEFORE_A_MONTH)
    + r"|should|can(?! (?:carry|hold|seat|take|accommodate|produce|store|sleep|host|house|serve) )|suppose|imagine|potential(?:ly)?|possibl[ey]"
    r"|for example|for instance|e\.g|such as|assum(?:e|es|ed|ing)|up to",
    FORECAST: r"will|shall|going to|expect(?:s|ed|ing)?|forecast(?:s|ed)?|project(?:ed|ions?)|predict(?:s|ed|ing)?"
    r"|plan(?:s|ned|ning)?|aim(?:s|ed|ing)?|target(?:s|ed)?|goals?(?= (?:of|to|is|was|are|were|for|set|that)\b)|hop(?:es?|ed|ing)|pledg(?:es?|ed|ing)|promis(?:es?|ed|ing)"
    r"|vow(?:s|ed|ing)?|propos(?:es?|ed|als?|ing)|intend(?:s|ed)?|due to|set to|likely|seek(?:s|ing)?|want(?:s|ed)?|need(?:s|ed)?"
    r"|request(?:s|ed)?|demand(?:s|ed|ing)?|call(?:s|ed|ing) for",
}
_CUES = "|".join(rf"(?P<cue_{at}>(?:{words})(?!\w))" for at, words in enumerate(CUES.values()))
CUE = regex(rf"(?<!\w)(?=[a-z])(?:{_CUES})")
REASONS = tuple(CUES)


class Wording(NamedTuple):
    """An expression, and what is looked for first: one of these stands wherever it is found."""

    told_by: tuple[str, ...]
    expression: re.Pattern[str]


#: The same behind a number, wherever its sentence goes on: "claims that 40 died are false", "… will open, it had said".
BEHIND = {
    "denied": Wording(
        tuple("false true wrong incorrect fake baseless unfounded fabricated denied hoax".split()),
        regex(
            r"\b(?:is|are|was|were|proved|proven|turned out)(?: to be)? (?:false|untrue|wrong|incorrect|fake|baseless|unfounded|fabricated|not true|denied|a hoax)\b"
        ),
    ),
    # "A magnitude 6 quake can cause severe damage" is said of any.
    HYPOTHETICAL: Wording(
        ("can", "usually", "typically"),
        regex(
            r"\b(?:quake|earthquake|tremor|temblor|storm|hurricane|cyclone|fever|dose)s? (?:can|usually|typically)\b"
        ),
    ),
    EARLIER: Wording(
        (" had ",),
        regex(
            r",[”\"]? (?:\w+ ){1,4}had (?:earlier |previously |initially |first )?(?:said|told|announced|reported|promised|predicted)\b"
        ),
    ),
}

#: What a cue cannot reach across.
_JOINED = r"\s(?:but|and|while|whereas|although|though|which|who|as)\s"
CLAUSE = regex(rf"\sbut\s$|[;:–—]| - |,{_JOINED}")
#: The same in three: a dash between blanks, a "but" right before a number, and what begins with a mark, so that the letters between
#: are skipped.
_DASH, _MARKED = " - ", regex(rf"[,;:–—](?:(?<!,)|{_JOINED})")
_BUT, _BUT_WITHIN = regex(r"\sbut\s$"), len(" but \n")

#: "the governor said", "according to police": up to four words that name a speaker.
_WHO = r"(?P<who{0}>(?:[^\W\d_][\w.’'-]*\s){{0,3}}[^\W\d_][\w.’'-]*)"
_SAYS = r"(?:said|says?|told|claim(?:s|ed)(?!\s(?:[\w,]+\s){1,4}lives\b)|report(?:s|ed)|estimat(?:es|ed)|stat(?:es|ed)|announc(?:es|ed)|insist(?:s|ed)|spoke\sof|count(?:s|ed)\s(?=(?:about\s|around\s|some\s|only\s|more\sthan\s|at\sleast\s)?\d)|put(?:s)?\s(?:the|it))"
SPEAKER = regex(
    rf"according to (?:the |an? )?{_WHO.format(1)}|(?:^|[,;]\s|\bthe |\b(?:but|and|while|that) )(?:an? )?{_WHO.format(2)} (?:has |have |had |also |later )?{_SAYS}\b"
    rf"|[,”\"] (?:said|says?) (?:the |an? )?{_WHO.format(3)}"
    r"|\b(?P<who4>economists|analysts|experts|scientists|researchers|forecasters|insurers|engineers)(?: (?:at|from|of|with|for) (?:[a-z’'&-]+ ){1,4}?)? ?(?:estimate|say|think|reckon|believe|expect)\b"
)


#: Goes before the days on which somebody spoke, in a scope.
SAID = "said:"
#: Before a day on which somebody spoke, in so many letters.
SAID_ON, SAID_WITHIN = regex(r"\b(?:said|told [\w ]{1,20}|announced|added|confirmed)(?: late| early)?(?: on)? \Z"), 40
ARTICLE = regex(r"^(?:the|an?) ", re.IGNORECASE)
#: What is told of a speaker, and when and how he spoke, is none of the name.
CUT_SHORT = regex(r"(?:^| )(?:in|for|from|with|at|on|by|to|as|about|after|before|during) .*", re.IGNORECASE)
AROUND = regex(
    r"^(?:but|and|while|that|because|so|yet) |(?: (?:also|later|then|earlier|now|still|have|has|had|previously|initially|again))+$",
    re.IGNORECASE,
)
#: Words of a clause: a verb without its speaker, and an article that stands before a word cut off.
NO_SPEAKER = regex(
    r"(?:^| )(?:an?|the|are|is|was|were|be|been|did|do|does|it|this|there|which|who|our|their)(?: |$)|^$", re.IGNORECASE
)
#: Who speaks for somebody says what that one says.
SPOKES = regex(r"\b(?:a )?spokes(?:man|woman|person|people)(?: (?:for|of) (?:the )?)?|(?:'s|’s)? ?$", re.IGNORECASE)


def withheld(start: int, sentence: Sentence, lowered: str) -> str | None:
    """Why the number at an offset is not the author's own assertion, or None where it is.

    `lowered` is the sentence in lower case.
    """
    for opened, closed in sentence.quotations:
        if opened <= start < closed:
            return QUOTED
    if lowered.rstrip(" \"'”’)").endswith("?"):
        return "a question"
    at = start - sentence.start
    found = CUE.search(lowered, _clause(lowered, at), at)
    reason = REASONS[int(str(found.lastgroup)[4:])] if found else None
    if reason is None or reason == FORECAST:
        for told, (words, behind) in BEHIND.items():
            if any(word in lowered for word in words) and behind.search(lowered, at):
                return told
    return reason


def _clause(lowered: str, at: int) -> int:
    """Where the clause begins in which a place stands."""
    before = max(0, at - _BUT_WITHIN)
    if lowered.find("but", before, at) >= 0 and _BUT.search(lowered, before, at):
        return at
    dash = lowered.rfind(_DASH, 0, at)
    clause = dash + len(_DASH) if dash >= 0 else 0
    for match in _MARKED.finditer(lowered, clause, at):
        clause = match.end()
    return clause


def is_of_saying(date: Mention) -> bool:
    """Whether a date is the day on which somebody spoke: "police said on Tuesday"."""
    return SAID_ON.search(date.document.text, max(0, date.start - SAID_WITHIN), date.start) is not None


def are_two(one: str, other: str) -> bool:
    """Whether two speakers are not one, of whom one text tells more than the other: "city", "city of Kestrel".

    >>> are_two("police", "city police"), are_two("police", "army")
    (False, True)
    """
    shorter, longer = sorted((one, other), key=len)
    return shorter != longer and not f" {longer} ".startswith(f" {shorter} ") and not longer.endswith(f" {shorter}")


def speaker(sentence: Sentence, at: int | None = None) -> str | None:
    """Who is said to have said it, in lower case, where a sentence tells: of several, the one nearest to an offset."""
    said = said_by(sentence, at)
    return said.lower() if said else None


@lru_cache(maxsize=1 << 10)
def said_by(sentence: Sentence, at: int | None = None) -> str | None:
    """The same as the sentence prints it: "The navy's spokesman later said" → "navy"."""
    near = sentence.start if at is None else at
    text = sentence.text.lower()
    found = sorted(
        SPEAKER.finditer(text), key=lambda match: min(abs(sentence.start + end - near) for end in match.span())
    )
    for match in found:
        group = next(group for group, who in match.groupdict().items() if who)
        if who := _as_named(
            sentence.text[slice(*match.span(group))] if len(text) == len(sentence.text) else match[group]
        ):
            return who
    return None


def _as_named(who: str) -> str:
    """A speaker without what stands round the name; "" where the words are no name ("an estimated": "caused an")."""
    named = AROUND.sub("", who)
    named = SPOKES.sub("", SPOKES.sub("", named).strip()).strip() or named
    named = ARTICLE.sub("", CUT_SHORT.sub("", named)).strip(" .")
    return "" if NO_SPEAKER.search(named) else named
