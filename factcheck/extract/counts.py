"""What a number counts: its head noun, found without a parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lexicon.nouns import (
    ADJECTIVE_ENDINGS,
    ATTRIBUTIVE,
    CASUALTIES,
    COLLECTIVES,
    NEVER_IN_COMPOUNDS,
    NEVER_NOUNS,
    PERSON,
    PERSONS,
    PRONOUNS,
    SKIPPED,
    STOPS,
)
from factcheck.extract.lexicon.numbers import CARDINALS, PARTS, SCALES, VAGUE
from factcheck.extract.lexicon.units import MEASURES
from factcheck.extract.lexicon.verb_tenses import BACK
from factcheck.extract.plurals import looks_plural, singular
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
    r"((?![ap][.]m[.])(?:[a-z][.]){2,3}(?=[ -][a-z])|(?:[^\W\d_]+|(?<=\w)['’-](?=[^\W_])|(?<=[a-z]-)\d|(?<=[a-z\d])\d)+)"
)
#: So many letters to either side show whether all is in capitals.
_ALL = 20
#: Initials that are other words in small letters: "20 US flags", "12 IT workers", "two WHO doctors".
_INITIALS = frozenset(("us", "it", "who"))
#: A size before what is counted.
_SIZE = regex(
    r" (\d{1,2}-(?:year|month|week|day)-(?P<olds>olds)|(?P<sign>[$£€])\d[\d,.]*(?:m|bn|k)?|\d[\d,.]*[ -]?(?P<unit>[a-z]{1,12})(?:-old)?)"
    r"(?![^ ,.;:?!])"
)
_SIZE_BEGINS = frozenset("0123456789$£€")
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
    partitive = _OF_WHICH.match(lowered, at) if lowered[at + 1 : at + 3] == "of" else None
    start = partitive.end() - 1 if partitive else at
    if partitive and (whole := _WHOLE.match(lowered, start)):
        # "Four of the eight states" are states, and eight is a number of its own.
        counted = plural_behind(lowered, whole.end())
        return counted and Head(at, counted.noun)
    if lowered[start] == "-":
        return _hyphenated(lowered, start, spelled=spelled)
    if lowered[start + 1 : start + 2] in _SIZE_BEGINS and (sized := _sized(lowered, start, text)):
        return Head(at, sized)
    return plural_behind(lowered, start, text) or _attributive(lowered, at)


def plural_behind(lowered: str, start: int, text: str = "") -> Head | None:
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
        if (word in _INITIALS or word[-1] == ".") and (initials := _initials(text, token)):
            between.append(initials)
            continue
        if word in _ENDS or word.rpartition("-")[2] in PARTS:
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
    word = text[at - len(before) : at]
    return _NUMBERED.match(lowered, at) if word != before and word.lower() == before else None


def _initials(text: str, token: re.Match[str]) -> str:
    """The initials of a country or a body that a word is, or nothing: "U.S.", and "US" where not all is in capitals."""
    word, end = token[1], token.end()
    if word[-1] == ".":
        return word.replace(".", "")
    is_initials = word in _INITIALS and text[end - len(word) : end].isupper()
    return word if is_initials and not text[max(0, end - _ALL) : end + _ALL].isupper() else ""


def _sized(lowered: str, at: int, text: str) -> str:
    """What is counted where an amount of its own tells its size: "2 million 9-litre cases", "ten $100 bills", "two 6-year-olds"."""
    found = _SIZE.match(lowered, at)
    if found is None:
        return ""
    if found["olds"]:
        return found[1].removesuffix("s")
    if (
        not found["sign"]
        and (unit := found["unit"]) not in MEASURES
        and unit not in MEASURED
        and unit not in ATTRIBUTIVE
    ):
        return ""
    head = plural_behind(lowered, found.end(), text)
    return f"{found[1]} {head.noun}" if head else ""


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
_NO_NOUNS = frozenset("nil all love way time off up on plus odd something strong star speed cylinder door".split())
_NO_NOUN_ENDINGS = ("ed", "fold", "ish", "way", "time", "times", "speed")


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
        or noun in CARDINALS
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
        if word in SKIPPED or (word.endswith("ly") and _PARTICIPLE_AHEAD.match(lowered, place)):
            continue
        if _is_pronoun(lowered, word, place):
            break
        joined = _TOKEN.match(lowered, place)
        if joined and joined[1] in _JOINING and _noun_follows(lowered, joined.end()):
            # "One rocket propelled grenade" is no rocket.
            between.append(word)
            place = joined.end()
            continue
        if word not in NEVER_NOUNS and not (
            (word in COLLECTIVES or "-" in word or word.endswith(ADJECTIVE_ENDINGS)) and _noun_follows(lowered, place)
        ):
            if word.endswith(("'s", "’s")):
                return Head(place - 2, " ".join((*between, word[:-2])))
            end, rest = _rest_of_compound(lowered, place, text, word)
            return Head(end, " ".join((*between, *((word, *rest) if rest else (singular(word),)))))
        between.append(word)
    return None


def _rest_of_compound(lowered: str, at: int, text: str, word: str) -> tuple[int, list[str]]:
    """Where the compound ends that a noun begins, and its other nouns: "one bus driver", "one school board member"."""
    rest: list[str] = []
    if not text or word in _NO_FIRST:
        return at, rest
    in_name = text[at - len(word)].isupper()
    for _ in range(3):
        token = _TOKEN.match(lowered, at)
        if token is None or lowered[at] not in " \n" or not text[at + 1].isalpha() or not _may_be_noun(token[1]):
            break
        if text[at + 1].isupper() and not in_name:
            break
        in_name = text[at + 1].isupper()
        at = token.end()
        rest.append(token[1])
    return at, rest


def _may_be_noun(word: str) -> bool:
    """Whether a word behind a singular noun is rather another noun than a verb, an adverb or an adjective."""
    return word not in _NO_HEADS and not word.endswith(_NO_HEAD_ENDINGS)


#: Behind people a word is rather what they did, and behind these what there is of it ("one part lime").
_NO_FIRST = (
    PERSON
    | CASUALTIES
    | COLLECTIVES
    | frozenset(map(singular, PERSONS))
    | frozenset("other side thing day night part cup piece type kind sort".split())
)
_NO_HEAD_ENDINGS = ("s", "ed", "ing", "ly", "ward", "wide", "'s", "’s", "n't", "n’t")
_NO_HEADS = STOPS | SKIPPED | BACK | _ENDS | NEVER_IN_COMPOUNDS


def _is_pronoun(lowered: str, word: str, end: int) -> bool:
    """Whether "one" before a word stands for what was said before: "one that's new", "one conducted by a judge", "one costs £4"."""
    if word.endswith(("'s", "’s")):
        return word[:-2] in STOPS
    if word.endswith(("ing", "er")) and _OF_THAT_ONE.match(lowered, end):
        return word.endswith("ing") or lowered.startswith((" than ", " to "), end)
    is_participle = (
        word.endswith("ed") and not word.endswith("eed") and word not in _NOUNS_IN_ED and word not in CASUALTIES
    )
    return (is_participle or singular(word) != word) and not _noun_follows(lowered, end)


#: Behind what "one" does, or is more than others: "one claiming the prize", "one closer to the lake".
_OF_THAT_ONE = regex(r" (?:the|an?|his|her|their|its|that|than)\b|(?<=closer) to\b")
#: Behind an adverb: "one widely cited statistic".
_PARTICIPLE_AHEAD = regex(r" (?:[a-z]+ed|built|made|born|known|found) [a-z]")
_NOUNS_IN_LY = frozenset(
    "family ally assembly supply reply fly bully rally tally monopoly anomaly lily monthly weekly daily".split()
)
_NOUNS_IN_ED = frozenset("bed shed sled moped biped".split())


def _noun_follows(lowered: str, at: int) -> bool:
    """Whether a word that may be a singular noun stands next."""
    token = _TOKEN.match(lowered, at)
    if token is None or (token[1].endswith("ly") and token[1] not in _NOUNS_IN_LY):
        return False
    return token[1] not in _NO_HEADS and not token[1].endswith(("s", "ed"))
