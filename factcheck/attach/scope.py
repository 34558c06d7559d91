"""What sets a number apart from another of the same thing: a change, an addition, a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re

_MOVED = (
    "rose risen rising rise rises fell fallen fall falls falling grew grown grow grows up down gain gained gains gaining lost lose loses losing "
    "jump jumped jumps drop dropped drops climb climbed climbs slid slip slipped slips increase increased increases increasing "
    "decrease decreased decreases decreasing decline declined declines declining added adds adding shed sheds "
    "surge surged surges plunge plunged plunges soared soars shrank shrink shrunk expand expanded expands widened widens narrowed narrows"
).split()
#: Of these in -ed, too, "by" tells how much.
_MADE = "reduced|raised|lowered|trimmed|slashed|extended|shortened|delayed|exceeded|boosted|improved|doubled|multiplied|outnumbered|missed|expanded"
_CHANGES = (
    "rise increase fall drop decline jump gain cut reduction hike growth decrease higher lower more less fewer".split()
)
_HEDGE = "about|around|nearly|almost|only|just|roughly|more than|over|some|by|an?|another"


class Marker(NamedTuple):
    """A word of scope, and the wordings before or behind a number, or of its own, that tell it."""

    name: str
    #: Each wording has one of these words.
    told_by: frozenset[str]
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    inside: re.Pattern[str] | None = None


#: Before these there was another number.
_TURNING = r"(?:war|invasion|crisis|pandemic|quake|earthquake|disaster|attack|storm|floods?|siege|fighting|eruption|merger|mines?|plants?|factory|closed|closure|reforms?)"
#: The word of scope of what is counted up to now.
RUNNING = "running"
#: The word of scope of what is told of one part of all.
ALONE = "alone"
#: Behind some of those who are told of: "two of the injured died".
_OF_THE_HURT = r" of (?:the|those) (?:\d+ )?(?:dead|killed|injured|wounded|hurt|missing|victims|casualties|arrested)\b"
#: The word of scope of what is told of the worst cases, and what tells it.
GRAVE = "grave"
_GRAVELY = "seriously|critically|severely|badly|gravely"
#: The word of scope of what is told of who was on board, or on the ground.
ABOARD = "aboard"
#: The word of scope of what is told of all.
WHOLE = "whole"
MARKERS = (
    # A change and not a level: "rose 25%", "by 6", "a 4% rise".
    Marker(
        "change",
        frozenset(["by", *_MOVED, *_CHANGES]),
        # "Signed by six states" tells who did it, "reduced by six" does not.
        regex(rf"(?:\b(?:(?:{'|'.join(_MOVED)}|{_MADE}) by|{'|'.join(_MOVED)})|(?<!ed )\bby)(?: (?:{_HEDGE}))* ?$"),
        regex(rf"^ (?:{'|'.join(_CHANGES)})\b"),
    ),
    # On top of another number: "another 12", "four more", "seven others".
    Marker(
        "added",
        frozenset("another further additional extra also separately other others more".split()),
        regex(r"\b(?:another|further|additional|extra|also|separately|other)\b[^.;]{0,14}$"),
        regex(r"^ (?:\w+ )?(?:more|others?|extra|further)\b"),
        # But "more than 12" is a bound.
        regex(r"\b(?:more(?! than\b)|other|others|another|further|additional|extra)\b"),
    ),
    # Since yesterday or last week, and not since it began: "1,200 new cases", "in the past 24 hours", "a day".
    Marker(
        "recent",
        frozenset("past last previous overnight daily day new fresh".split()),
        regex(
            r"\b(?:(?:in|over|within|during) the (?:past|last|previous) (?:\d+ |two |three )?(?:hours?|days?|weeks?|months?|fortnight)|overnight|daily)\b[^.;]{0,30}$"
        ),
        regex(
            r"^[^.;,]{0,30}\b(?:(?:in|over|within|during) the (?:past|last|previous) (?:\d+ |two |three )?(?:hours?|days?|weeks?|months?|fortnight)|overnight|(?:a|per|each|every|in a single) day)\b"
        ),
        regex(r"\b(?:new|fresh|daily)\b"),
    ),
    # Up to now, of something that goes on: "so far 14 were seized".
    Marker(
        RUNNING,
        frozenset("far date now".split()),
        regex(r"\b(?:so far|thus far|to date|until now|up to now)\b[^.;]{0,80}$"),
        regex(r"^[^.;]{0,40}\b(?:so far|thus far|to date|until now|up to now)\b"),
    ),
    # All there is: "all 350 seats", "12 in all".
    Marker(
        WHOLE,
        frozenset("all total totalling totaling altogether overall".split()),
        regex(r"\b(?:all|all of|all its|all the|total of|a total|totalling|totaling) $"),
        regex(r"^,? (?:in all|in total|altogether|overall)\b"),
    ),
    # Some of them: "including 12", "most of the 12", "3 of 17", "nine of the dead".
    Marker(
        "part",
        frozenset("including among of".split()),
        regex(
            r"\b(?:including|among (?:them|those)|of (?:them|whom|those)|of which|half of|most of)\b[^.;]{0,20}$"
            r"|\d (?:of|out of) $|\bof (?:the |its |their )?\d[^.;:]{0,30}, $"
        ),
        regex(rf"^{_OF_THE_HURT}"),
        regex(_OF_THE_HURT),
    ),
    # Of the hurt, those who are worst: "two seriously", "seven critically injured people", "nine in a critical condition".
    Marker(
        GRAVE,
        frozenset("seriously critically severely badly gravely critical serious grave".split()),
        regex(rf"\b(?:{_GRAVELY})(?: (?:hurt|injured|wounded|ill|burned|burnt),?)? $"),
        regex(rf"^(?: [a-z]+){{0,3}} (?:(?:{_GRAVELY})\b|in (?:a )?(?:critical|serious|grave) condition)"),
        regex(rf"\b(?:{_GRAVELY})\b"),
    ),
    # Of one part that is told by itself: "in Kestrel alone".
    Marker(
        ALONE,
        frozenset(["alone"]),
        regex(r"(?<!let )\balone\b[^.;]{0,30}$"),
        regex(r"^[^.;,]{0,40}(?<!let )\balone\b"),
    ),
    # Of those on board, and none of those on the ground.
    Marker(
        ABOARD,
        frozenset(["board", "aboard", "ground"]),
        after=regex(r"^(?: [a-z]+){0,2} (?:on board|aboard|on the ground)\b"),
    ),
    # What it was before: "to 41, from 33", "once home to 41", "41 inhabitants before the war", "41 the week before".
    Marker(
        "former",
        frozenset("from once originally formerly previously used before earlier".split()),
        regex(
            rf"\b(?:from|(?:once|originally|formerly|previously|used to)(?: \w+){{0,3}}) $|\bbefore (?:the|it|its) (?:\w+ )?{_TURNING}\b[^.;]{{0,50}}$"
        ),
        regex(
            rf"^(?: [\w-]+){{0,6}} before (?:the|it|its) (?:\w+ )?{_TURNING}\b"
            r"|^[^.;,]{0,60}\b(?:the|a) (?:\w+day|week|weekend|month|year|night|season) (?:before|earlier)\b(?! [a-z])"
        ),
    ),
    # Set against another number, or of some group that was just spoken of.
    Marker(
        "contrasted",
        frozenset("only just another instead against compared those these them whom such each every per".split()),
        regex(r"\b(?:only|just|another|instead|against|compared|those|these|such|each|every|per)\b(?: \w+)? ?$"),
        regex(r"(?: \w+)? of (?:those|these|them|whom)\b| (?:voted|were) against\b|[^.;]{0,20} (?:each|every|per)\b"),
    ),
)
#: The markers that each word may be a sign of.
TOLD_BY = {
    word: tuple(marker for marker in MARKERS if word in marker.told_by)
    for word in frozenset().union(*(marker.told_by for marker in MARKERS))
}
LETTERS = regex(r"[a-z]+")
#: How large something is: "the 300-seat theatre".
SIZE = regex(r"\d-[a-z]+ $")
#: Of whom a share or an average is told: "among women", "54% of registered voters", "of those surveyed".
_WHOM = (
    r"(?:(?:the|all|its|registered|likely|eligible) )*"
    r"(?P<whom>(?:(?:young|younger|old|older|black|white|male|female|working|elderly|married|unmarried) )*"
    r"(?:women|men|girls|boys|children|adults|teenagers|pensioners|workers|employees|students|pupils|voters|households|republicans|democrats"
    r"|independents|immigrants|patients|customers|graduates|respondents|(?:those|people) (?:aged|over|under) [\w-]+|(?:under|over)-\d\ds|(?:young|older|old|poor|rich) people|smokers|mothers|families|farmers|teachers|doctors"
    r"|(?:those|people|adults|voters) (?:surveyed|polled|asked|questioned|interviewed))\b(?: (?:aged|over|under) [\w-]+)?)"
)
AMONG_BEFORE, AMONG_BEHIND = (
    regex(
        rf"\bamong(?:st)? {_WHOM}[^.;]{{0,50}}$|^[\W_]*of (?:the |those |all (?:the )?)?(?!the\b|these\b|them\b|whom\b|which\b)(?P<of>[a-z]+)[^.;,\d]{{0,40}},? $"
    ),
    regex(rf"^(?: of| [^.;,]{{0,30}}\bamong(?:st)?) {_WHOM}"),
)
#: What a share in words ends with.
_FRACTIONS = ("half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths")
#: Goes before the people of whom a share is told, in a scope.
AMONG = "among:"


def scope_of(before: str, words: str, after: str) -> set[str]:
    """The markers that a number bears: from the words before it, of its own, and behind it, all lower-cased."""
    found = {
        marker.name
        for word in TOLD_BY.keys() & LETTERS.findall(f"{before} {words} {after}")
        for marker in TOLD_BY[word]
        if (
            (marker.before and marker.before.search(before))
            or (marker.after and marker.after.match(after))
            or (marker.inside and marker.inside.search(words))
        )
    }
    if SIZE.search(words + after[:1]):
        found.add("size")
    if ("%" in words or "cent" in words or words.endswith(_FRACTIONS)) and (
        whom := AMONG_BEHIND.match(after) or AMONG_BEFORE.search(before)
    ):
        found.add(AMONG + next(filter(None, whom.groups())))
    return found
