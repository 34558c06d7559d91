"""What a bare number counts by the words around it: people, or what stands before it."""

from __future__ import annotations

from factcheck.extract.counts import plural_behind
from factcheck.extract.lexicon.nouns import CASUALTIES, PERSONS, PLACES, PLURALS, STOPS, TOLLS
from factcheck.extract.names import word_before
from factcheck.extract.plurals import singular
from factcheck.extract.walking import ending, word_after
from factcheck.regexes import regex

_OF_PEOPLE, _OF_SO_MANY = CASUALTIES | PERSONS, PLACES | TOLLS
_WORDS_BEFORE = regex(r"[^\W\d_]+")
_CLAUSE = 60


def counts_people(lowered: str, start: int, end: int) -> bool:
    """Whether a bare number counts people: "killed 12", "12 were hurt", "the toll rose to 41", "a town of 70,000"."""
    return _people_before(lowered, start) or _people_behind(lowered, end)


def _people_before(lowered: str, start: int) -> bool:
    if not leads_to_people(lowered, start):
        return False
    before = _WORDS_BEFORE.findall(lowered, max(0, start - _CLAUSE), start)
    if before and before[-1] in _NEARLY:
        before.pop()
    if not before:
        return False
    if before[-1] in CASUALTIES and lowered[start - 1].isspace():
        return True
    if before[-1] == "of" and len(before) > 1 and before[-2] in _OF_SO_MANY:
        return True
    return before[-1] in _REACHES and not TOLLS.isdisjoint(_WORDS_BEFORE.findall(lowered, max(0, start - _FAR), start))


def leads_to_people(lowered: str, start: int) -> bool:
    """Whether the word right before a number, or a mark there, lets it count people."""
    word = word_before(lowered, start)
    return not word.isalpha() or word in _LEADS_TO_PEOPLE


def number_of(lowered: str, start: int) -> str | None:
    """What a bare number counts behind words that name it: "the number of cases rose to 640"."""
    found = _NUMBER_OF(lowered, start)
    if found is None:
        return None
    if (first := found[1].split()[0]) in STOPS & PLURALS.keys():
        # "The number of injured", though "12 injured the guard".
        return singular(first)
    head = plural_behind(lowered, found.start(1))
    return head.noun if head else None


#: How far before a number the words begin that name it.
_FAR = 90
_NUMBER_OF = ending(
    r"\bthe number of( [a-z][^.;:,()\d]{2,60}) (?:to|at|by|is|was|reached|hit|passed) ",
    _FAR,
    *(" to ", " at ", " by ", " is ", " was ", " reached ", " hit ", " passed "),
)
#: Between "killed" and how many.
_NEARLY = frozenset("about around some nearly almost over roughly".split())
#: Between a toll and how high it is.
_REACHES = frozenset(
    "to at by is was reached reaches stood hit hits passed passes topped tops exceeded exceeds now".split()
)


_LEADS_TO_PEOPLE = CASUALTIES | _NEARLY | _REACHES | {"of"}


#: What the words behind a number begin with that counts people.
_TELLS_OF_PEOPLE = CASUALTIES | frozenset("who others more other were was are have had has".split())


def _people_behind(lowered: str, end: int) -> bool:
    word, _ = word_after(lowered, end)
    if word and word not in _TELLS_OF_PEOPLE and lowered.find("hospital", end, end + 40) < 0:
        return False
    after = _WORDS_BEFORE.findall(lowered, end, end + 40)[:4]
    if after and after[0] in ("others", "more", "other"):
        after = after[1:]
    if not after:
        return False
    if after[0] == "who" or after[0] in CASUALTIES or "hospital" in after[2:]:
        return True
    return after[0] in ("were", "was", "are", "have", "had", "has") and not _OF_PEOPLE.isdisjoint(after[1:3])
