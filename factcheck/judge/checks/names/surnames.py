"""Surnames that are spelled in two ways: "Ann Clark … Ann Clarke", "Alan McDonald … Mr MacDonald"."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING
from unicodedata import normalize

from factcheck.judge.checks import check
from factcheck.judge.checks.names.terms import are_two_people, variants
from factcheck.model import Article, Severity, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.judge.verdicts import Verdict

_TITLES = "Mr|Mrs|Ms|Miss|Dr|Lord|Lady|Judge|Justice|Professor|Prof|Sgt|Sergeant|Captain|Inspector|Detective"
#: Any word with a capital and the next: "Striker Jonas Lind" is "Striker Jonas" and "Jonas Lind".
_PERSON = regex(r"([A-Z](?<!\w[A-Z])[a-z]+) (?=([A-Z][\w-]*[a-z]))")
_TITLED = frozenset(_TITLES.split("|"))
#: All ASCII, to be taken out of a text in UTF-8.
_ASCII = bytes(range(128))
#: Shorter surnames differ in a letter by chance.
_SHORTEST = 4
#: Longer ones that have all but the vowels of one syllable in common differ by a slip.
_LONG, _VOWELS = 6, regex(r"[aeiouy]+")
#: Behind these a name is another form of a word, and no other spelling: "Korea", "Korean"; "Cup", "Cups".
_ENDINGS = frozenset("s n d r y an".split())
#: Surnames that are written in several ways, each line for one sound. A newcomer adds a line.
_DOUBLETS = {
    name: line
    for line in """
    allan allen alan; bailey bayley baillie; brown browne; clark clarke; connor conner connors; cook cooke; davis davies; dixon dickson;
    eliot elliot elliott; fischer fisher; gray grey; green greene; hansen hanson; hoffman hofmann; hughes hewes;
    johnson johnston johnstone; kelly kelley; laurence lawrence; leigh lee; lloyd loyd; matthews mathews; meyer meier mayer maier; moore moor;
    neil neal neill; nicholson nicolson; nielsen neilson; olsen olson; page paige; pearce pierce; petersen peterson;
    read reed reid; rodgers rogers; russel russell; schmidt schmitt; shepherd sheppard shepard; simmonds simmons symonds;
    smith smyth smythe; stephens stevens; stephenson stevenson; stewart stuart; tailor taylor;
    thomson thompson; webb web; white whyte; wilkins wilkens; wyatt wyat
    """.split(";")
    for name in line.split()
}
#: What sounds alike, in this order, and is written in several ways.
_ALIKE = (
    ("mac", "mc"),
    ("ey", "i"),
    ("ph", "f"),
    ("ck", "k"),
    ("ie", "i"),
    ("ei", "i"),
    ("ee", "i"),
    ("ea", "i"),
    ("y", "i"),
    ("pson", "son"),
    ("ston", "son"),
    ("sen", "son"),
    ("th", "t"),
    ("z", "s"),
    ("ae", "a"),
    ("ai", "a"),
    ("j", "i"),
    ("w", "v"),
)


@check("surnames", of=Article)
def surnames(article: Article) -> Iterator[Verdict]:
    """People of one first name, or a title, whose surnames are spellings of one name."""
    text = _without_accents(article.document.text)
    people: defaultdict[str, list[str]] = defaultdict(list)
    for first, last in dict.fromkeys(_PERSON.findall(text)):
        people[first].append(last)
    full = {last: first for first, lasts in people.items() if first not in _TITLED for last in lasts}
    for first, lasts in people.items():
        for one, other in combinations(lasts, 2) if first not in _TITLED else ():
            if _is_spelling(one, other):
                yield from _pairs_told(article, text, ((first, one), (first, other)))
    for title in filter(_TITLED.__contains__, people):
        for last in people[title]:
            alike = [other for other in full if last not in full and _is_spelling(last, other)]
            if len(alike) == 1:
                yield from _pairs_told(article, text, ((full[alike[0]], alike[0]), (title, last)))


def _without_accents(text: str) -> str:
    """The text, letter for letter, with "é" as "e"."""
    for letter in set(text.encode(errors="replace").translate(None, _ASCII).decode()):
        plain = normalize("NFD", letter)[0]
        text = text.replace(letter, plain) if plain != letter else text
    return text


def _pairs_told(article: Article, text: str, people: Sequence[tuple[str, str]]) -> Iterator[Verdict]:
    places = [(found.group(1, 2), found.start(), found.end(2)) for found in _PERSON.finditer(text)]
    named = {
        person[1]: [Span(article.document, start, end) for told, start, end in places if told == person]
        for person in people
    }
    if not are_two_people(named.values(), article):
        lasts = [last.lower() for last in named]
        known = (
            len({_DOUBLETS.get(last, last) for last in lasts}) == 1
            or len({last.replace("mac", "mc", 1) for last in lasts}) == 1
        )
        forms = {spans[0].text: spans for spans in named.values()}
        yield from variants(forms, None if known else Severity.NOTE)


def _is_spelling(one: str, other: str) -> bool:
    """Whether two surnames may be one that is spelled in two ways."""
    if one[0] != other[0]:
        return False
    short, long = sorted((one.lower(), other.lower()), key=len)
    if short == long or len(short) < _SHORTEST or long.removeprefix(short) in _ENDINGS:
        return False
    if _DOUBLETS.get(short, short) == _DOUBLETS.get(long) or _heard(short) == _heard(long):
        return True
    short, long = map(_undoubled, (short, long))
    if len(short) < _LONG or _VOWELS.sub("-", short) != _VOWELS.sub("-", long):
        return False
    syllables = zip(_VOWELS.findall(short), _VOWELS.findall(long), strict=True)
    return [one == other for one, other in syllables].count(False) == 1


def _heard(name: str) -> str:
    """What spellings of a surname have in common."""
    for written, usual in _ALIKE:
        name = name.replace(written, usual)
    return _undoubled(name.removesuffix("e") if len(name) > _SHORTEST else name)


def _undoubled(name: str) -> str:
    """A name with each letter once where it is doubled."""
    return "".join(letter for at, letter in enumerate(name) if letter != name[at - 1 : at])
