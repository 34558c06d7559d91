"""Numbers that are no amounts: parts of names, labels, scores, years, idioms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract.bounds import SPACES
from factcheck.extract.lexicon.nouns import LABELS, PEOPLE, PERSONS, STOPS, STREETS
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from factcheck.extract.numeral import Numeral

#: Whole numbers between these, without a separator, are years unless something is counted.
FIRST_YEAR, FIRST_SURE_YEAR, LAST_YEAR = 1000, 1900, 2100

_GLUED_BEHIND = regex(r"[a-z]|[-–/:.,·][a-z]?\d|[-–][a-z]\b|°|[′']\d|[*^_=@\\]|%[0-9a-f]|\([a-z]\)")
#: The second part of a place on a map: "34° 09′ N".
_MINUTES = regex(r"\d{1,2}['′’]")
_MEASURE_BEFORE = regex(r"\d(?:[ -]?[a-z]+){1,2}/\Z")
#: The size of a sample, and no part of an address: "(n=350)".
_SAMPLE = regex(r"(?<![^\s(,;\[])n=\Z")
_NEXT_WORDS = regex(r"[ \u00a0]([^\W\d_][\w.’'-]*)")
_OPENING_MARKS = """(“‘"'["""
_CLOSING_MARKS = """,;:!?)]”"—–"""
#: What may stand, hyphenated, before the digits of an amount.
_PREFIXES = ("minus-", "sub-", "mid-", "plus-", "non-", "pre-", "under-", "over-")


def glued_before(lowered: str, at: int) -> bool:
    """Whether the digits hang on what stands before them: "covid-19", "a/b12", "version 2.0"."""
    letter = lowered[at - 1]
    if letter not in "-–/:.&#@*^_=+\\%":
        if letter == "’" and lowered[at - 2 : at - 1] == " ":
            letter = "′"  # "the ’08 campaign"
        on_a_map = letter == " " and lowered[at - 2] == "°" and _MINUTES.match(lowered, at) is not None
        return on_a_map or letter.isalnum() or letter in "°′″"
    if letter in "#=":
        return letter == "#" or _SAMPLE.search(lowered, max(0, at - 3), at) is None
    if at == 1 or letter == "+":
        return at > 1 and (lowered[at - 2].isalnum() or lowered[at - 2] == "^")
    if letter in "-–":
        return (lowered[at - 2].isalnum() or lowered[at - 2] in ").") and not lowered.endswith(
            _PREFIXES, max(0, at - 7), at
        )
    if letter == "/" and lowered[at - 2].isalpha():
        # Another unit for the same: "50 meters/16 feet".
        return _MEASURE_BEFORE.search(lowered, max(0, at - 24), at) is None
    return letter in "@*^_\\%" or lowered[at - 2].isalnum() or letter in "/&"


def glued_behind(lowered: str, at: int) -> bool:
    """Whether something hangs on the digits that no amount has behind it: "3-1", "10:30", "49ers", "192.168.1.2"."""
    return lowered[at : at + 1] not in _FREE and _GLUED_BEHIND.match(lowered, at) is not None


#: Nothing hangs on digits that one of these follows.
_FREE = frozenset((" ", "", "\n", ";", ")", "?"))


_DIALLED = regex(r"(?<![\w.,/])(?:\+\d{1,3}|\(?0\d{2,5}\)?)(?:[ -][\d()]{1,9}){0,3}[ -]\(?(?:0\))?\Z")
_DIALLING = regex(r"(?<=\+)\d{1,3} (?:\(\d|\d{2,})|0\d{2,5}\)?[ -]\d[\d ]+|00\d")
#: No telephone number is longer.
LONGEST_NUMBER = 24


def is_telephone(lowered: str, at: int) -> bool:
    """Whether figures begin a telephone number or go on with one: "0800 123 456", "+44 20 7946 0958"."""
    is_more = lowered[at - 2 : at - 1] in _DIALLED_ENDS or lowered.endswith(" (", 0, at)
    if is_more and _DIALLED.search(lowered, max(0, at - LONGEST_NUMBER), at):
        return True
    if lowered[at : at + 3] in _EMERGENCIES:
        return _CALLED.match(lowered, at + 3) is not None or lowered.endswith(_CALLING, 0, at)
    return (lowered[at] == "0" or lowered[at - 1 : at] == "+") and _DIALLING.match(lowered, at) is not None


#: What is called for help: "a 911 call", "they dialled 999".
_EMERGENCIES = frozenset(("911", "999", "112"))
_CALLED = regex(r"[ -](?:call|tape|operator|dispatch|caller|emergency|system|recording)(?:s|ers?|es)?\b")
_CALLING = (
    *("call ", "calls ", "called ", "calling ", "dial ", "dials ", "dialed ", "dialled ", "dialing ", "dialling "),
    *("phoned ", "rang ", "ring "),
)
_DIALLED_ENDS = frozenset("0123456789)")


def is_year(lowered: str, numeral: Numeral) -> bool:
    """Whether four digits by themselves are written like a year."""
    start = numeral.end - 4
    if start < 0 or not lowered[start : numeral.end].isdigit() or (start and lowered[start - 1] in "0123456789,."):
        return False
    return FIRST_YEAR <= numeral.value <= LAST_YEAR


def word_before(text: str, at: int) -> str:
    """The word right before a place, as printed; "" where a mark stands between."""
    if at < 2 or text[at - 1] not in SPACES:
        return ""
    word = text[max(0, at - 24) : at - 1].rpartition(" ")[2]
    if word.isalpha():
        return word
    word = word.rpartition("\n")[2].lstrip(_OPENING_MARKS)
    return word if word and word[-1] not in _CLOSING_MARKS else ""


def is_alone(lowered: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the line, as in the cell of a table."""
    return lowered[start - 1 : start] in ("", "\n") and lowered[end : end + 1] in ("", "\n", "\r")


#: No name has figures in groups: "in Europe 171,000".
_GROUPED = regex(r"\d{1,3}(?:,\d{3})+(?!\d)")
#: "In Leeds 40 people", and not "in Windows 10 users": where people are counted, and by what kind of them no name is followed.
_IN_A_PLACE = regex(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Aa]cross|[Oo]utside|[Aa]round) (?:[A-Z][\w’'-]+ ){1,3}\Z")
_COUNTED = regex(
    rf"\d+ (?:{any_of(sorted(PERSONS - {'members', 'players'}))}|others|homes|houses|families|households|schools|shops|buildings|trains|flights|trees|deaths|cases|arrests|jobs)\b"
)
#: "Ames had 24 points, Brandt 19 points": what else somebody had, where the verb is said once.
_HAD_TOO = regex(r"(?:,|;|\band|\bwhile|\bbut) (?:[A-Z][\w’'-]+ ){1,2}\Z")
_WON = regex(
    r"\d+ (?:points|rebounds|assists|goals|tries|runs|wickets|catches|saves|games|sets|wins|medals|seats|votes|delegates|homers|hits|strikeouts|touchdowns|yards|birdies|aces)\b"
)
FARTHEST = 40
#: Here "numbers" is what something does: "the flock now numbers 31".
_COUNTS_NOW = regex(r"\b(?:now|currently|today|still|already|it|which|that) numbers $")
#: The same of "number": "they number 300", "women number 33,280", "its members number 1,200".
_THEY_COUNT = regex(r"\b(?:they|we|women|men|people|children) (?:now |still |already )?number $", re.IGNORECASE)
_THINGS_COUNT = regex(r"\b[a-z]{2,}[^\Wsu]s (?:now |still |already )?number $")


#: "Day 12" is numbered; "each day 12 people" counts people.
_TIMES_TOO = frozenset(("day", "week", "game", "games", "round", "race", "match", "lap"))
_DETERMINED = regex(
    r"\b(?:[Ee]ach|[Ee]very|[Aa]|[Pp]er|[Tt]h(?:at|is)|[Ll]ast|[Nn]ext|[Pp]ast|[Oo]ne|[Ss]ame|[Ff]ollowing|[Pp]revious|[Oo]ther|[Ss]ingle) \w+ \Z"
)


#: What may be numbered by thousands.
_NUMBERED = frozenset(("no", "no.", "nos", "nos.", "number", "numbers", "nr", "nr.", "serial", "form", "top"))
#: "Year 6 pupils" are in their sixth.
_SCHOOL_YEARS = frozenset(("Year", "Years"))
_THIS = regex(r"(?:[Tt]h(?:is|at|e)|[Ll]ast|[Nn]ext|[Ee]ach|[Ee]very|[Pp]ast|[Oo]ne|[Aa]) Years? \Z")


def is_label(text: str, at: int, *, figures: bool) -> bool:
    """Whether the word before makes the number a name: "page 12", "Chapter 11", "FTSE 100", "No. 5"."""
    word = word_before(text, at)
    if not word or (word.lower() in _TIMES_TOO and _DETERMINED.search(text, max(0, at - FARTHEST), at)):
        return False
    is_school_year = word in _SCHOOL_YEARS and not _THIS.search(text, max(0, at - FARTHEST), at)
    if word.lower() in LABELS or is_school_year or (word == "of" and text.endswith("Group of ", 0, at)):
        return not _is_how_many(text, at, word.lower())
    if not figures or not word[0].isupper() or word.lower().rstrip(".") in STOPS:
        return False
    # "Alba's 300 votes" are hers, and no name; "STORM KILLS 300" is a headline.
    if (
        word.endswith(_OWNED)
        or _GROUPED.match(text, at)
        or _all_capitals(text, at)
        or (_COUNTED.match(text, at) and _IN_A_PLACE.search(text, max(0, at - FARTHEST), at))
        or (_WON.match(text, at) and _HAD_TOO.search(text, max(0, at - FARTHEST), at))
    ):
        return False
    return not _begins_sentence(text, at - 1 - len(word))


_OWNED = ("'s", "’s", "s'", "s’")
#: So far to either side of a number all is in capitals where a whole line is.
_LINE = 20


def _all_capitals(text: str, at: int) -> bool:
    """Whether all words on both sides of a place are in capitals, so that none of them makes a name of what it stands before."""
    before, after = text[max(0, at - _LINE) : at].rpartition("\n")[2], text[at : at + _LINE].partition("\n")[0]
    return len(before) > _LINE // 2 and before.isupper() and after.isupper()


def _is_how_many(text: str, at: int, word: str) -> bool:
    """Whether a label is none here, as "number" is what those before it do: "they number 300", "the flock now numbers 31", "world 10,000m champion"."""
    start = max(0, at - FARTHEST)
    if word not in _NUMBERED:
        return _GROUPED.match(text, at) is not None
    if word != "number":
        return word == "numbers" and _COUNTS_NOW.search(text, start, at) is not None
    is_told = _THEY_COUNT.search(text, start, at) is not None
    return is_told or (_GROUPED.match(text, at) is not None and _THINGS_COUNT.search(text, start, at) is not None)


def _begins_sentence(text: str, at: int) -> bool:
    before = text[max(0, at - 3) : at].rstrip(" \u00a0")
    return not before or before[-1] in ".!?:;\n“\"‘'(—–•*>"


def behind_is_name(text: str, end: int) -> bool:
    """Whether a bare number belongs to the name behind it: "787 Dreamliner", "10 Downing Street"."""
    return text[end + 1 : end + 2].isupper() and _NEXT_WORDS.match(text, end) is not None


def is_address(text: str, end: int) -> bool:
    """Whether a street is named behind the number: "221 Baker Street"."""
    place = end
    if not text[end + 1 : end + 2].isupper() and not text[end + 1 : end + 2].isdigit():
        return False
    for _ in range(4):
        found = _NEXT_WORDS.match(text, place)
        if found is None or not (found[1][0].isupper() or found[1][0].isdigit()):
            return False
        if found[1].lower() in STREETS:
            return True
        place = found.end()
    return False


def counted_in_spite_of_year(noun: str) -> bool:
    """Whether a noun is counted often enough that "2000 workers" is no year."""
    return noun.rpartition(" ")[2] in _PEOPLE_ONE


_PEOPLE_ONE = {noun.removesuffix("s") for noun in PEOPLE} | {"person", "man", "woman", "child"}
