"""Which names are one: read from a text, folded, and compared.

A name is a run of capitalised words. Two spellings are one name where they sound
alike, differ by a slip of the pen, shorten each other, or stand together in the
table `aliases.txt`; a table of pairs that look alike and are two names overrules it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.attach.words import stem
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factcheck.model import Document

#: What the usual transliterations of one sound differ in: a hissing sound, a rough one, pairs of letters in this order,
#: single letters; and a letter is as good as two.
_HISSES, _ROUGH, _TWICE = regex(r"shch|sch|tsh"), regex(r"[kcg]h"), regex(r"(.)\1+")
_PAIRS = (("g", "h"), ("ph", "f"), ("zh", "z"), ("oo", "u"), ("ou", "u"))
_LETTERS = str.maketrans("cqwyj", "kkvii")
_NO_LETTERS = regex(r"[\W\d_]+")

_WORD = r"(?:[A-Z]\.)+|(?:al-|el-|bin |d['’])?[A-Z][^\W_]*(?:[’'-](?=[^\W\d_])[^\W_]*)*"
#: What "of" joins to the name of a place; a person "of Oslo" keeps her own.
_BODY = (
    "University|Bank|Institute|Ministry|Department|House|Bay|Gulf|Isle|Republic|Kingdom|Bureau|Office|Council|Church|Court|Board|Organi[sz]ation|"
    "Federation|Union|College|School|Museum|Academy|Association|Centers?|Centre|Committee|Commission|Cape|Strait|Sea|Duke|Duchess|Bishop|Archbishop"
)
#: "Bandar Abbas", "Institute for the Study of War", "Pavlo Kyrylenko".
NAME = regex(
    rf"(?<![\w’'-])(?:(?:{_BODY}|Study) (?:of|for)(?: the)? (?=[A-Z]))*(?:{_WORD})"
    rf"(?: (?:(?:{_BODY}|Study) (?:of|for)(?: the)? (?=[A-Z]))*(?:(?:de|da|di|del|der|van|von) )?(?:{_WORD}))*"
)
#: Where a sentence, a line or a quotation begins, every word has a capital.
_BEGINS = regex(r"(?:[.!?:;][\"'”’)]*|[\n“\"‘(\u2022]|--|[–—])\s*\Z")
#: Before a name, and no part of it.
TITLES = frozenset(
    "mr mrs ms miss dr prof sir lord lady dame rev president prime minister premier chancellor king queen prince princess pope senator sen rep "
    "representative governor gov mayor general gen colonel col captain capt lieutenant lt sergeant sgt major admiral judge justice chief "
    "marshal secretary director chairman chairwoman chairperson ceo spokesman spokeswoman spokesperson coach officer detective professor actor actress "
    "the a an in on at by of from with for and but as after before when while since our their his her its this that these those there it he she "
    "they we i you if not no yes".split()
)
#: With a capital, and no name.
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december "
    "mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec easter christmas gmt utc est edt pst pdt am pm "
    "reuters ap afp cnn bbc fox news times post herald tribune journal associated press".split()
)
#: Behind a name, and no part of it.
FORMS = frozenset("inc corp co ltd llc plc ag sa nv gmbh jr sr ii iii iv".split())
#: Names that look alike, and are two.
DIFFERENT = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "iran/iraq iranian/iraqi niger/nigeria niger/nigerian austria/australia austrian/australian bakhmut/bakhmutske slovakia/slovenia latvia/lithuania "
        "gambia/zambia guinea/guyana mali/malawi mali/bali moldova/moldavia korea/crimea budapest/bucharest dominica/dominican "
        "libya/liberia mauritius/mauritania sweden/swedish paraguay/uruguay jordan/jordanian georgia/georgian chad/chadian houston/hudson "
        "johnson/johnston thompson/thomson clark/clarke brown/browne stewart/stuart hansen/hanson reed/read macdonald/mcdonald "
        "martin/marin martinez/martines lewis/louis davis/davies harris/harrison williams/williamson peters/peterson roberts/robertson "
        "john/joan maria/mario julian/julia christian/christina carl/carla paul/paula george/georgia bush/busch herman/german"
    ).split()
)
#: How many letters may differ between two spellings of one name, by the length of the shorter.
SLIPS = ((9, 2), (6, 1))
#: Words up to this length stand in small letters in any headline.
SHORT_WORD = 3
#: The article's headline and lead are read this far, in letters.
LEAD = 900
#: So many names of the headline and lead say what an article is about.
ABOUT = 6


class Name(NamedTuple):
    """A name where it stands in a text, without titles before and "Inc." behind it."""

    start: int
    text: str
    #: Whether its capital may be only that of a sentence's first word.
    opens: bool


class Merge(NamedTuple):
    """How sure it is that two spellings are one name, from 0 to 1, and what tells."""

    score: float
    reason: str


@lru_cache(maxsize=1 << 15)
def sound(name: str) -> str:
    """What spellings of one name have in common: "Bakhmut" and "Bachmut" → "bahmut"."""
    letters = _NO_LETTERS.sub("", folded(name))
    letters = _ROUGH.sub("h", _HISSES.sub("sh", letters))
    for spelling, usual in _PAIRS:
        letters = letters.replace(spelling, usual)
    return _TWICE.sub(r"\1", letters.translate(_LETTERS))


@lru_cache(maxsize=1 << 15)
def folded(name: str) -> str:
    """A name in small letters without accents, points, and the 's of a possessive."""
    letters = name.lower()
    if not letters.isascii():
        letters = "".join(
            letter for letter in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(letter)
        )
    return letters.replace(".", "").replace("’", "'").removesuffix("'s").removesuffix("'").strip()


@cache
def aliases() -> Mapping[str, str]:
    """The folded names of the table, each with the usual one."""
    from pkgutil import get_data  # noqa: PLC0415 - many runs ask for no names

    table: dict[str, str] = {}
    # Through the package, which may be a zip file: so it is sent to the workers of a cluster.
    text = get_data(__package__ or "", "aliases.txt") or b""
    for line in text.decode("utf-8").splitlines():
        usual, equals, others = line.partition("=")
        if equals and not line.startswith("#"):
            table |= {folded(other.strip()): folded(usual.strip()) for other in (usual, *others.split(","))}
    return table


@lru_cache(maxsize=1 << 15)
def canonical(name: str) -> str:
    """The usual name of what may be called otherwise: "Peking" → "beijing", "Kyrylenko’s" → "kyrylenko"."""
    words = folded(name).split(" ")
    for first in range(len(words)):
        if usual := aliases().get(" ".join(words[first:])):
            return " ".join([*words[:first], usual])
    return " ".join(words)


@cache
def _stemmed() -> Mapping[str, str]:
    """The aliases of one word, stem for stem."""
    return {stem(other): stem(usual) for other, usual in aliases().items() if " " not in other + usual}


def usual_stem(word: str) -> str:
    """The same of a stem, folded by sound: "pek" → the sound of "beij"."""
    return sound(_stemmed().get(word, word))


@lru_cache(maxsize=1 << 15)
def code(name: str) -> str:
    """What a name is looked up by: the sound of its last word, which is a person's surname."""
    usual = canonical(name)
    return sound(usual.rpartition(" ")[2]) or usual


# --- reading ------------------------------------------------------------------------


def names_of(text: str, start: int, end: int) -> Iterator[Name]:
    """The names between two offsets, in order."""
    for match in NAME.finditer(text, start, end):
        at = match.start()
        # Mostly a word and a blank go before: then nothing begins.
        inside = at - start > 1 and text[at - 1] == " " and text[at - 2].isalnum()
        opens = not inside and (at == start or bool(_BEGINS.search(text, max(0, at - 4), at)))
        for name in _names(match[0], opens=opens):
            yield Name(at + name.start, name.text, name.opens)


@lru_cache(maxsize=1 << 15)
def _names(run: str, *, opens: bool) -> tuple[Name, ...]:
    """The names in a run of capitalised words, with offsets into it."""
    found: list[Name] = []
    at = 0
    for words in _owners(run.split(" ")):
        found += _name(at, words, opens=opens)
        at, opens = at + len(" ".join(words)) + 1, False
    return tuple(found)


def _owners(words: list[str]) -> Iterator[list[str]]:
    """The words, parted behind each owner: "Iran's Qeshm Island" is two names."""
    first = 0
    for at, word in enumerate(words, 1):
        if word.endswith(("'s", "’s")) or at == len(words):
            yield words[first:at]
            first = at


def _name(at: int, words: list[str], *, opens: bool) -> Iterator[Name]:
    """The words as a name, without titles before and forms behind, if anything is left."""
    while words and _is_no_name(words[0]):
        at += len(words[0]) + 1
        opens = opens and len(words) == 1
        words = words[1:]
    while words and (words[-1][:1].islower() or folded(words[-1]) in FORMS or _is_no_name(words[-1])):
        words = words[:-1]
    name = " ".join(words)
    if len(name) > 1 and not (name.isupper() and len(words) > 2):
        yield Name(at, name, opens and len(words) == 1)


def _is_no_name(word: str) -> bool:
    plain = folded(word)
    return plain in TITLES or plain in CALENDAR


@lru_cache(maxsize=256)
def names_in(document: Document) -> tuple[Name, ...]:
    """The names of an article, in order.

    A word that has a capital only where every word has one (the first of a sentence)
    is a name if the article uses it twice and never in small letters.
    """
    text = document.text
    found = list(names_of(text, 0, len(text)))
    known = {code(name.text) for name in found if not name.opens}
    opening = Counter(folded(name.text) for name in found if name.opens)
    known |= {code(word) for word, times in opening.items() if times > 1 and f" {word} " not in text}
    return tuple(name for name in found if not name.opens or code(name.text) in known)


@lru_cache(maxsize=256)
def about(document: Document) -> tuple[str, ...]:
    """The canonical names that the headline and lead of an article turn on, the most frequent first."""
    text = document.text
    headline = _headline(text)
    lead = text.find("\n", max(LEAD // 3, headline + 1))
    end = min(LEAD, len(text) if lead < 0 else lead)
    names = names_in(document)
    known = {code(name.text) for name in names if name.start >= headline}
    counts = Counter(canonical(name.text) for name in names if name.start < end and code(name.text) in known)
    return tuple(name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:ABOUT])


def _headline(text: str) -> int:
    """Where a headline ends in which every word has a capital, so that only what the text names too is a name."""
    end = max(0, text.find("\n", 0, LEAD))
    words = [word for word in text[:end].split() if len(word) > SHORT_WORD]
    return end if 2 * sum(word[0].isupper() for word in words) > len(words) else 0


# --- comparing ----------------------------------------------------------------------


@lru_cache(maxsize=1 << 15)
def likeness(one: str, other: str) -> Merge:
    """How sure it is that two names are one, and what tells: from 1 (written alike) to 0 (two names)."""
    a, b = canonical(one), canonical(other)
    if a == b:
        return Merge(1.0, "written alike" if folded(one) == folded(other) else "one of its other names")
    if _told_apart(a, b):
        return Merge(0.0, "two names that look alike")
    if _acronym(a, b) or _acronym(b, a):
        return Merge(0.9, "its first letters")
    if len(a.split()) != len(b.split()):
        return _shortened(*sorted((a, b), key=len))
    return _spelled(a, b)


def _shortened(short: str, long: str) -> Merge:
    """Whether one name is the other without its first words: "Kyrylenko" and "Pavlo Kyrylenko"."""
    if long.endswith(f" {short}"):
        return Merge(0.8, "the same without the first name")
    return Merge(0.0, "two names")


#: Names that sound as short as this are alike by chance.
SHORTEST_SOUND = 3


def _told_apart(a: str, b: str) -> bool:
    return any(frozenset(pair) in DIFFERENT for pair in zip(a.split(), b.split(), strict=False))


def _acronym(letters: str, name: str) -> bool:
    """Whether a word is the first letters of another name's words."""
    words = [word for word in name.split() if word not in {"of", "for", "the", "and"}]
    return len(words) > 1 and len(letters) == len(words) and letters == "".join(word[0] for word in words)


def _spelled(a: str, b: str) -> Merge:
    """Whether two names sound alike, or one is the other but for a letter or two that are not its ending."""
    if sound(a) == sound(b) and len(sound(a)) > SHORTEST_SOUND:
        return Merge(0.9, "sounds alike")
    shorter = min(len(a), len(b))
    allowed = next((slips for length, slips in SLIPS if shorter >= length), 0)
    longer_only = a.startswith(b) or b.startswith(a)  # Bakhmut and Bakhmutske, Niger and Nigeria
    # No slip brings more than one letter that the other name has not.
    brought = max(abs(len(a) - len(b)), len(set(a) - set(b)), len(set(b) - set(a)))
    if not allowed or brought > allowed or longer_only or a[0] != b[0]:
        return Merge(0.0, "two names")
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - slow to import, and few names are so alike

    distance = Levenshtein.distance(a, b, score_cutoff=allowed)
    if distance > allowed:
        return Merge(0.0, "two names")
    return Merge(1 - distance / shorter, f"differs in {distance} letter{'s' * (distance > 1)}")


#: Spellings less alike than this are two names.
ONE_NAME = 0.75


def clusters(names: Iterable[str]) -> dict[str, str]:
    """Every name of a run in canonical form, with the most frequent name that it is a spelling of.

    A star round each head and never a chain: what is like a spelling of a head and
    not like the head itself stays a name of its own.
    """
    counts = Counter(map(canonical, names))
    heads: dict[str, list[str]] = {}
    found = {}
    for name in sorted(counts, key=lambda name: (-counts[name], name)):
        blocks = {skeleton(name), *_beginnings(name)}
        near = dict.fromkeys(head for block in sorted(blocks) for head in heads.get(block, ()))
        best = max(near, key=lambda head: (likeness(name, head).score, counts[head], head), default=name)
        if best != name and likeness(name, best).score >= ONE_NAME and len(best.split()) == len(name.split()):
            found[name] = best
            continue
        found[name] = name
        for block in blocks:
            heads.setdefault(block, []).append(name)
    return found


def skeleton(name: str) -> str:
    """The consonants of a name by their sound, which slips of a vowel leave alone."""
    letters = sound(name)
    return letters[:1] + "".join(letter for letter in letters[1:] if letter not in "aeiou")


def _beginnings(name: str) -> tuple[str, str]:
    """Two parts of a name of which a slip of one letter leaves one alone."""
    return f"{name[: len(name) // 2]}…", f"…{name[(len(name) + 1) // 2 :]}"
