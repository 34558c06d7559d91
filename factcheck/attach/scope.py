"""What sets a number apart from another of the same thing: a change, an addition, a part."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.regexes import regex

if TYPE_CHECKING:
    import re

_MOVED = (
    "rose|risen|rising|rises?|fell|fallen|falls?|falling|grew|grown|grows?|up|down|gain(?:ed|s|ing)?|lost|loses?|losing"
    "|jump(?:ed|s)?|drop(?:ped|s)?|climb(?:ed|s)?|slid|slip(?:ped|s)?|increas(?:ed?|es|ing)|decreas(?:ed?|es|ing)"
    "|declin(?:ed?|es|ing)|add(?:ed|s|ing)|shed|sheds|surg(?:ed?|es)|plung(?:ed?|es)|soar(?:ed|s)|shr[aiu]nk"
    "|expand(?:ed|s)?|widen(?:ed|s)|narrow(?:ed|s)"
)
_HEDGE = "about|around|nearly|almost|only|just|roughly|more than|over|some|by|an?|another"


class Marker(NamedTuple):
    """A word of scope, and the wordings before or behind a number that tell it."""

    name: str
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None


MARKERS = (
    # A change and not a level: "rose 25%", "by 6", "a 4% rise".
    Marker(
        "change",
        regex(rf"\b(?:by|{_MOVED})(?: (?:{_HEDGE}))* ?$"),
        regex(
            r"^ (?:rise|increase|fall|drop|decline|jump|gain|cut|reduction|hike|growth|decrease|higher|lower|more|less|fewer)\b"
        ),
    ),
    # On top of another number: "another 12", "four more", "seven others".
    Marker(
        "added",
        regex(r"\b(?:another|further|additional|extra|also|separately|other)\b[^.;]{0,14}$"),
        regex(r"^ (?:\w+ )?(?:more|others?|extra|further)\b"),
    ),
    # All there is: "all 350 seats", "12 in all".
    Marker(
        "whole",
        regex(r"\b(?:all|all of|all its|all the|total of|a total|totalling|totaling) $"),
        regex(r"^,? (?:in all|in total|altogether|overall)\b"),
    ),
    # Some of them: "including 12", "most of the 12", "3 of 17".
    Marker(
        "part",
        regex(
            r"\b(?:including|among (?:them|those)|of (?:them|whom|those)|of which|half of|most of)\b[^.;]{0,20}$"
            r"|\d (?:of|out of) $|\bof (?:the |its |their )?\d[^.;:]{0,30}, $"
        ),
    ),
    # What it was before: "to 41, from 33".
    Marker("former", regex(r"\bfrom $")),
    # Set against another number, or of some group that was just spoken of.
    Marker(
        "contrasted",
        regex(r"\b(?:only|just|another|instead|against|compared|those|these|such|each|every|per)\b(?: \w+)? ?$"),
        regex(r"(?: \w+)? of (?:those|these|them|whom)\b| (?:voted|were) against\b|[^.;]{0,20} (?:each|every|per)\b"),
    ),
)
#: How large something is: "the 300-seat theatre".
SIZE = regex(r"\d-[a-z]+ $")
ADDED_INSIDE = regex(r"\b(?:more|other|others|another|further|additional|extra)\b")
#: But "more than 12" is a bound.
BOUND = regex(r"\bmore than\b")


def scope_of(before: str, words: str, after: str) -> set[str]:
    """The markers that a number bears: from the words before it, of its own, and behind it, all lower-cased."""
    found = {
        marker.name
        for marker in MARKERS
        if (marker.before and marker.before.search(before)) or (marker.after and marker.after.match(after))
    }
    if ADDED_INSIDE.search(BOUND.sub("", words)):
        found.add("added")
    if SIZE.search(words + after[:1]):
        found.add("size")
    return found
