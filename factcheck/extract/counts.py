"""What a number counts: its head noun, found without a parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lexicon.nouns import (
    ADJECTIVE_ENDINGS,
    ATTRIBUTIVE,
    CASUALTIES,
    COLLECTIVES,
    NEVER_NOUNS,
    PERSONS,
    PLACES,
    PLURALS,
    PRONOUNS,
    SKIPPED,
    STOPS,
    TOLLS,
)
from factcheck.extract.lexicon.numbers import CARDINALS, SCALES, VAGUE
from factcheck.extract.lexicon.units import MEASURES
from factcheck.extract.names import word_before
from factcheck.extract.plurals import looks_plural, singular
from factcheck.extract.walking import ending, word_after
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re

#: Nouns that words before them do not make another thing: "50 previous years", "517 rushing yards".
MEASURED = frozenset(
    (
        *(name for name in MEASURES.values() if " " not in name and name not in ("cup", "turn", "stone", "league")),
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "second",
        "decade",
    )
)
#: A head noun stands no further behind its number than this.
MOST_TOKENS = 7


#: Words that stand for what was said before, or for no thing at all ("three times").
_ENDS = PRONOUNS | VAGUE.keys() | CARDINALS.keys() | {"times"}


class Head(NamedTuple):
    """The noun that a number counts, singular, with the words between, and where it ends."""

    end: int
    noun: str


_TOKEN = regex(
    r"(?:(?:[\"”’])?[ \u00a0\u2009\u202f]+[\"“‘]?|\r?\n|-)"
    r"((?:[a-z][.]){2,3}(?=[ -][a-z])|(?:[^\W\d_]+|(?<=\w)['’-](?=[^\W_])|(?<=[a-z]-)\d|(?<=[a-z\d])\d)+)"
)
#: So many letters to either side show whether all is in capitals.
_ALL = 20
#: Initials that are other words in small letters: "20 US flags", "12 IT workers", "two WHO doctors".
_INITIALS = frozenset(("us", "it", "who"))
#: The number in the name of what is counted.
_NUMBERED = regex(r" (\d{1,4}(?:s\b|(?= [a-z])))")
_OF_WHICH = regex(r"[ \n]of[ \n](?:(?:the|its|their|his|her|our|your|my|those|these)[ \n])?")
_WHOLE = regex(
    rf" (?:\d{{1,3}}(?:,?\d{{3}})*|(?:{'|'.join(CARDINALS)})(?:-[a-z]+)?)(?: (?:{'|'.join(SCALES)}))?(?= [a-z])"
)


def head_behind(lowered: str, at: int, *, spelled: bool = False, text: str = "") -> Head | None:
    """The head noun behind a number, partitives looked through ("two of the soldiers").

    With the text as it is printed, names with a number may be a part of it ("20 Airbus A320 jets", "9 Model 3 cars").
    """
    if lowered[at : at + 1] not in (" ", "\u00a0", "\n", "\r", "-", "\u202f"):
        return None
    partitive = _OF_WHICH.match(lowered, at)
    start = partitive.end() - 1 if partitive else at
    if partitive and (whole := _WHOLE.match(lowered, start)):
        # "Four of the eight states" are states, and eight is a number of its own.
        counted = _plural_behind(lowered, whole.end())
        return counted and Head(at, counted.noun)
    if lowered[start] == "-":
        return _hyphenated(lowered, start, spelled=spelled)
    return _plural_behind(lowered, start, text) or _attributive(lowered, at)


def _plural_behind(lowered: str, start: int, text: str = "") -> Head | None:
    """The first plural of the noun phrase that begins here, with the words that narrow it."""
    between: list[str] = []
    place = start
    for _ in range(MOST_TOKENS):
        token = _TOKEN.match(lowered, place) or (
            _number_of_name(lowered, place, between[-1], text) if between else None
        )
        if token is None:
            return None
        word, place = token[1], token.end()
        if initials := _initials(text, token):
            between.append(initials)
            continue
        if word in _ENDS:
            return None
        if looks_plural(word) and word not in STOPS and not (word in COLLECTIVES and _plural_follows(lowered, place)):
            noun = singular(word)
            return Head(place, noun if noun in MEASURED else " ".join((*between, noun)))
        if word in ("and", "or") and between:
            continue
        if word in STOPS and word not in SKIPPED:
            return None
        if word.endswith(("'s", "’s")):
            between.clear()
        elif word not in SKIPPED and not _says_how(word):
            between.append(word)
    return None


def _number_of_name(lowered: str, at: int, before: str, text: str) -> re.Match[str] | None:
    """The number behind a word of a name: "Model 3 cars", "Boeing 737s"."""
    return _NUMBERED.match(lowered, at) if text and text[at - len(before) : at] != before else None


def _initials(text: str, token: re.Match[str]) -> str:
    """The initials of a country or a body that a word is, or nothing: "U.S.", and "US" where not all is in capitals."""
    word, end = token[1], token.end()
    if word[-1] == ".":
        return word.replace(".", "")
    is_initials = word in _INITIALS and text[end - len(word) : end].isupper()
    return word if is_initials and not text[max(0, end - _ALL) : end + _ALL].isupper() else ""


def _plural_follows(lowered: str, at: int) -> bool:
    token = _TOKEN.match(lowered, at)
    return token is not None and token[1] not in STOPS and looks_plural(token[1])


def _says_how(word: str) -> bool:
    """Whether a word tells of what is counted only how it came to be: "recorded songs", "newly built homes"."""
    return word.endswith(("ed", "ly")) and "-" not in word and len(word) > 4


def _attributive(lowered: str, at: int) -> Head | None:
    """The noun of "a 12 page document"."""
    token = _TOKEN.match(lowered, at)
    return Head(token.end(), token[1]) if token and token[1] in ATTRIBUTIVE else None


#: Behind a hyphen these make an adjective of the number and count nothing ("two-way", "tenfold"; but "a 60-bed clinic").
_NO_NOUNS = frozenset("way time off up on plus odd something strong star speed cylinder door".split())
_NO_NOUN_ENDINGS = ("ed", "fold", "ish", "way", "time", "speed")


def _hyphenated(lowered: str, at: int, *, spelled: bool) -> Head | None:
    """The noun of "a 12-member panel" and "the 60-seat house"."""
    token = _TOKEN.match(lowered, at)
    if token is None:
        return None
    noun = token[1].split("-")[0]
    end = token.start(1) + len(noun)
    if (
        noun in STOPS
        or noun in _NO_NOUNS
        or (noun.endswith(_NO_NOUN_ENDINGS) and (spelled or noun != "bed"))
        or len(noun) < 3
        or (spelled and noun not in ATTRIBUTIVE)
    ):
        return None
    return Head(end, singular(noun))


#: Nouns behind "one" in set phrases.
_IDIOMS = frozenset(
    "point time thing way another day hand side end more less such stage step day bit place reason word".split()
)


#: Behind a noun these make an adjective of it, even without a hyphen.
_JOINING = frozenset("propelled powered guided owned driven fired backed".split())


def head_of_one(lowered: str, at: int, text: str = "") -> Head | None:
    """The singular noun behind "one": the first word that is no adjective."""
    between: list[str] = []
    place = at
    for _ in range(3):
        token = _TOKEN.match(lowered, place)
        if token is None:
            break
        word = token[1]
        if (initials := _initials(text, token)) and _noun_follows(lowered, token.end()):
            between.append(initials)
            place = token.end()
            continue
        if word in STOPS or word in _ENDS or word in _IDIOMS or lowered[token.start()] == "-":
            break
        place = token.end()
        if word in SKIPPED:
            continue
        if _is_pronoun(lowered, word, place):
            break
        if (joined := _TOKEN.match(lowered, place)) and joined[1] in _JOINING:
            # "One rocket propelled grenade" is no rocket.
            between.append(word)
            place = joined.end()
            continue
        if word not in NEVER_NOUNS and not (
            (word in COLLECTIVES or "-" in word or word.endswith(ADJECTIVE_ENDINGS)) and _noun_follows(lowered, place)
        ):
            if word.endswith(("'s", "’s")):
                word, place = word[:-2], place - 2
            return Head(place, " ".join((*between, singular(word))))
        between.append(word)
    return None


def _is_pronoun(lowered: str, word: str, end: int) -> bool:
    """Whether "one" before a word stands for what was said before: "one that's new", "one conducted by a judge"."""
    if word.endswith(("'s", "’s")):
        return word[:-2] in STOPS
    is_participle = (
        word.endswith("ed") and not word.endswith("eed") and word not in _NOUNS_IN_ED and word not in CASUALTIES
    )
    return is_participle and not _noun_follows(lowered, end)


_NOUNS_IN_ED = frozenset("bed shed sled moped biped".split())


def _noun_follows(lowered: str, at: int) -> bool:
    """Whether a word that may be a singular noun stands next."""
    token = _TOKEN.match(lowered, at)
    return token is not None and token[1] not in STOPS and not token[1].endswith(("s", "ed"))


_OF_PEOPLE = CASUALTIES | PERSONS
_WORDS_BEFORE = regex(r"[^\W\d_]+")
_CLAUSE = 60


def counts_people(lowered: str, start: int, end: int) -> bool:
    """Whether a bare number counts people: "killed 12", "12 were hurt", "the toll rose to 41", "a town of 70,000"."""
    return _people_before(lowered, start) or _people_behind(lowered, end)


def _people_before(lowered: str, start: int) -> bool:
    word = word_before(lowered, start)
    if word.isalpha() and word not in _LEADS_TO_PEOPLE:
        return False
    before = _WORDS_BEFORE.findall(lowered, max(0, start - _CLAUSE), start)
    if before and before[-1] in _NEARLY:
        before.pop()
    if not before:
        return False
    if before[-1] in CASUALTIES and lowered[start - 1].isspace():
        return True
    if before[-1] == "of" and len(before) > 1 and before[-2] in PLACES | TOLLS:
        return True
    return before[-1] in _REACHES and not TOLLS.isdisjoint(_WORDS_BEFORE.findall(lowered, max(0, start - _FAR), start))


def number_of(lowered: str, start: int) -> str | None:
    """What a bare number counts behind words that name it: "the number of cases rose to 640"."""
    found = _NUMBER_OF(lowered, start)
    if found is None:
        return None
    if (first := found[1].split()[0]) in STOPS & PLURALS.keys():
        # "The number of injured", though "12 injured the guard".
        return singular(first)
    head = _plural_behind(lowered, found.start(1))
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
