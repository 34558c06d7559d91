"""Names: read from a text, folded, and by their usual form (`merging.py` says which of them are one).

A name is a run of capitalised words. What it may be called otherwise stands in the table `aliases.txt`.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from factcheck.attach.words import stem
from factcheck.extract.lexicon.calendar_words import MONTHS, WEEKDAYS
from factcheck.nouns import NamedTuple, remembering
from factcheck.regexes import regex
from factcheck.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.model import Document

#: What the usual transliterations of one sound differ in: a hissing sound, a rough one, pairs of letters in this order,
#: single letters; and a letter is as good as two.
_HISSES, _ROUGH, _TWICE = regex(r"shch|(?<!t)sch|tsh"), regex(r"tsch|[kcg]h"), regex(r"(.)\1+")
_PAIRS = (("g", "h"), ("ph", "f"), ("zh", "z"), ("oo", "u"), ("ou", "u"))
_LETTERS = str.maketrans("cqwyj", "kkvii")
#: What sounds as long as this is one however its hissing inside is written: "Zelensky" and "Selenskyj".
LONG = 8
#: But not at its end ("Gonzales" and "Gonzalez" are two), nor where Britons write it so in any word: "organisation".
_HISSED = regex(r"(?<!i)z(?!\Z)")
_NO_LETTERS = regex(r"[\W\d_]+")

_WORD = r"(?:[A-Z]\.)+|(?:al-|el-|bin |d['’])?[A-Z][^\W_]*(?:[’'-](?=[^\W\d_])[^\W_]*)*"
#: What "of" joins to the name of a place; a person "of Oslo" keeps her own.
_BODY = (
    "University|Bank|Institute|Ministry|Department|House|Bay|Gulf|Isle|Republic|Kingdom|Bureau|Office|Council|Church|Court|Board|Organi[sz]ation|"
    "Federation|Union|College|School|Museum|Academy|Association|Centers?|Centre|Committee|Commission|Cape|Strait|Sea|Duke|Duchess|Bishop|Archbishop"
)
#: "Bandar Abbas", "Institute for the Study of War", "Pavlo Kyrylenko".
NAME = regex(
    rf"(?=[A-Zabde])(?<![\w’'-])(?:(?:{_BODY}|Study) (?:of|for)(?: the)? (?=[A-Z]))*(?:{_WORD})"
    rf"(?: (?:(?:{_BODY}|Study) (?:of|for)(?: the)? (?=[A-Z]))*(?:(?:de|da|di|del|der|van|von) )?(?:{_WORD}))*"
)
#: Where a sentence, a line or a quotation begins, every word has a capital.
_BEGINS = regex(r"(?:[.!?:;][\"'”’)]*|[\n“\"‘(\u2022]|--|[–—])\s*\Z")
#: A word of somebody's name, where nothing more is asked: "Steen", "O'Hara", "Smith-Jones", and no word in capitals.
NAME_WORD = r"[A-Z][\w’'-]*[a-z]"
#: What somebody is, before the name.
TITLES = frozenset(
    "mr mrs ms miss dr prof sir lord lady dame rev president prime minister premier chancellor king queen prince princess pope senator sen rep "
    "representative governor gov mayor general gen colonel col captain capt lieutenant lt sergeant sgt major admiral judge justice chief "
    "marshal secretary director councillor councilor cllr chairman chairwoman chairperson ceo spokesman spokeswoman spokesperson coach officer detective professor actor actress".split()
)
#: What a sentence may begin with before a name, with a capital too.
OPENERS = frozenset(
    "the a an in on at by of from with for and but as after before when while since our their his her its this that these those there it he she "
    "they we i you if not no yes what who whom whose which how where why now then also even maybe perhaps either neither both "
    "all any each every some many most more other another such only just still".split()
)
#: Before a name, and no part of it.
BEFORE_NAMES = TITLES | OPENERS
#: With a capital, and no name: days, months and clocks, and who tells the news.
CALENDAR = frozenset((*WEEKDAYS, *MONTHS)) | frozenset(
    "easter christmas gmt utc est edt pst pdt am pm "
    "reuters ap afp cnn bbc fox news times post herald tribune journal associated press".split()
)
#: Words with a capital that are no part of a name.
NO_NAMES = BEFORE_NAMES | CALENDAR
#: Before a name, these make it the name of another place.
PARTS = frozenset(
    "north south east west northern southern eastern western northeast northwest southeast southwest central upper lower inner outer "
    "new old little great greater saint st san santa los las fort mount port cape lake isle gulf mid downtown".split()
)
#: Before "'s" at the beginning of a sentence, and no names.
NO_OWNERS = frozenset(
    "here let today yesterday tomorrow tonight women men children people everyone everybody someone somebody nobody anyone world mother father "
    "parent state summer winter spring autumn".split()
)
#: Behind a name, and no part of it.
FORMS = frozenset("inc corp co ltd llc plc ag sa nv gmbh jr sr ii iii iv".split())

#: Of these, the ones that tell "Berg Jr." from "Berg"; behind a full name they may be left out.
YOUNGER = frozenset(("jr", "sr"))

#: A name of more letters is no word, even in small ones: "Nato".
FEW_LETTERS = 3


class Name(NamedTuple):
    """A name where it stands in a text, without titles before and "Inc." behind it."""

    start: int
    text: str
    #: Whether its capital may be only that of a sentence's first word.
    opens: bool


@lru_cache(maxsize=1 << 15)
def sound(name: str) -> str:
    """What spellings of one name have in common: "Bakhmut" and "Bachmut" → "bahmut"."""
    letters = _NO_LETTERS.sub("", folded(name))
    letters = _ROUGH.sub("h", _HISSES.sub("sh", letters))
    for spelling, usual in _PAIRS:
        letters = letters.replace(spelling, usual)
    letters = _TWICE.sub(r"\1", letters.translate(_LETTERS))
    return letters if len(letters) < LONG else _HISSED.sub("s", letters)


@lru_cache(maxsize=1 << 15)
def folded(name: str) -> str:
    """A name in small letters without accents, points, and the 's of a possessive."""
    letters = name.lower()
    if not letters.isascii():
        letters = "".join(
            letter for letter in unicodedata.normalize("NFKD", letters) if not unicodedata.combining(letter)
        )
    return letters.replace(".", "").replace("’", "'").removesuffix("'s").removesuffix("'").strip()


class Alias(NamedTuple):
    """What something may be called otherwise."""

    usual: str
    #: Whether it is a surname, which may stand behind other names.
    is_surname: bool
    #: Whether it goes by so few letters that only capitals tell it from a word: "WHO", and not "Who".
    needs_capitals: bool
    #: Whether it is what the people of a place are called, for the place.
    is_people: bool = False


@cache
def aliases() -> Mapping[str, Alias]:
    """The folded names of the table, each with the usual one."""
    table: dict[str, Alias] = {}
    for line in rows(__package__, "aliases.txt"):
        usual, equals, others = line.lstrip("~^").partition("=")
        if equals:
            for other in map(str.strip, (usual, *others.split(","))):
                few = other.isupper() and len(other) <= FEW_LETTERS
                table[folded(other)] = Alias(folded(usual), line.startswith("~"), few, line.startswith("^"))
    return table


@lru_cache(maxsize=1 << 15)
def canonical(name: str) -> str:
    """The usual name of what may be called otherwise: "Peking" → "beijing", "Kyrylenko’s" → "kyrylenko"."""
    plain = folded(name)
    found = aliases().get(plain)
    if found:
        return plain if found.needs_capitals and not name.replace("’", "'").partition("'")[0].isupper() else found.usual
    before, _, surname = plain.rpartition(" ")
    found = aliases().get(surname)
    return f"{before} {found.usual}" if found and found.is_surname else plain


@cache
def _stemmed() -> Mapping[str, str]:
    """The aliases of one word, stem for stem."""
    return {stem(other): stem(alias.usual) for other, alias in aliases().items() if " " not in other + alias.usual}


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
    while words and (words[-1][:1].islower() or _ends_in_form(words) or _is_no_name(words[-1])):
        words = words[:-1]
    name = " ".join(words)
    if len(name) > 1 and not (name.isupper() and len(words) > 2):
        yield Name(at, name, opens and len(words) == 1)


def _ends_in_form(words: list[str]) -> bool:
    """Whether the last word is no part of the name: "Inc.", and the "Jr." of a full name, but not of "Berg Jr."."""
    last = folded(words[-1])
    return last in FORMS and not (last in YOUNGER and len(words) == 2)


def _is_no_name(word: str) -> bool:
    return folded(word) in NO_NAMES


@remembering(1 << 11)
def names_in(document: Document) -> tuple[Name, ...]:
    """The names of an article, in order.

    A word that has a capital only where every word has one (the first of a sentence)
    is a name if the article uses it twice or as an owner ("Estria's central bank"), and never in small letters.
    """
    text = document.text
    found = list(names_of(text, 0, len(text)))
    known = {code(name.text) for name in found if not name.opens}
    opening = Counter(folded(name.text) for name in found if name.opens)
    owners = {folded(name.text) for name in found if name.opens and name.text.endswith(("'s", "’s"))} - NO_OWNERS
    known |= {
        code(word) for word, times in opening.items() if (times > 1 or word in owners) and f" {word} " not in text
    }
    return tuple(name for name in found if not name.opens or code(name.text) in known)
