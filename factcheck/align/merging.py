"""Which names are one.

Two spellings are one name where they sound alike, differ by a slip of the pen, shorten each
other, or stand together in the table `aliases.txt`. To take two people for one is worse than
to miss that two spellings are one: what tells two names apart overrules all of it.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from factcheck.align.first_names import is_one_first_name
from factcheck.align.names import LONG, PARTS, aliases, canonical, folded, sound
from factcheck.attach.words import EMPTY, stem
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable

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
#: Names of which one is a part of the other, and the places are two.
_NAMESAKES = frozenset(
    frozenset(pair.split("/"))
    for pair in (
        "guinea/guinea-bissau",
        "guinea/equatorial guinea",
        "guinea/papua new guinea",
        "guinea/new guinea",
        "sudan/south sudan",
        "mexico/new mexico",
        "virginia/west virginia",
        "ireland/northern ireland",
        "dominica/dominican republic",
        "samoa/american samoa",
        "republic of congo/democratic republic of congo",
    )
)
#: Before the same name, these make two: "North Korea" and "South Korea".
_OPPOSITE = frozenset(
    frozenset(pair.split("/"))
    for pair in "north/south east/west northern/southern eastern/western northeast/southwest northwest/southeast upper/lower inner/outer".split()
)
#: What the last word of a name says it is the name of; without the words before it is the name of something else.
KINDS = frozenset(
    map(
        stem,
        (
            "academy act affair address administration agency agreement airline airport alliance amendment american army "
            "assembly association attorney authority avenue average bank base battalion bay beach bill board "
            "border bowl bridge brigade brotherhood budget building bureau business cabinet camp campaign capital "
            "capitol care caucus center central centre challenge chamber channel church circuit city class club "
            "coalition coast code college commission committee community company conference congress constitution "
            "convention corporation corps council country county court creek cup day deal defense delegation dem "
            "democrat democratic department desert development district division doctrine dream economy education "
            "election embassy empire energy enforcement english era estate europe exchange executive family "
            "federation festival fiction fight fighting film finance fire fleet force forest forum foundation "
            "friday front fund game gate general globe god gop government governor group guard gulf hall harbor "
            "health hearing heights highlight hill hispanic history holiday home hospital hotel house image "
            "independence industry initiative inspector institute institution insurance intelligence interview "
            "investigation islamist island journal judiciary jury justice kurd labor lake land latino law league "
            "legislature library life line magazine majority mall market media medicine memorial migrant "
            "millennial ministry minority mission model monday month mosque mountain movement museum music muslim "
            "nation navy network news number office officer official operation order organization pac pact palace "
            "paper park parliament party pass patrol peace peninsula people photo place plan plant plaza point "
            "police policy politics poll post power press pride primary prison prize program project province "
            "quarter race radio rally range rate ratings reform region registration rep report republic "
            "republican research reserve resort review revolution rights ring river road rock room rule safety "
            "sale scandal school science sea section sector security senate senator series service sheriff "
            "shooting show shutdown side sky society speaker square stadium staff standard star state station "
            "store story street study summit survey system tax team technology television temple territory "
            "theater theatre thing time today tower town trade treasury treaty trial tribunal trust tunnel tv "
            "union university valley village vote voter war watch water week wing woman women world yard year "
            "youth zone"
        ).split(),
    )
)
#: Of headlines, and no names.
NUMBERS = frozenset("one two three four five six seven eight nine ten i'm we're they're it's".split())
#: "VA" and "ID" are short for many things.
SHORTEST_SURNAME = 3
#: More words than this before a surname are those of a headline.
MOST_BEFORE = 4
#: First letters that transliterations of one sound begin with.
BEGINNINGS = tuple(map(frozenset, ("ckq", "gkq", "hk", "vw", "ijy", "sz", "td")))
#: The same, for a letter and all that may stand in its stead, directly or through another: each as one of them.
OPENINGS = str.maketrans("cgqhwyjzd", "kkkkviist")
#: Words of a name that its first letters leave out.
JOINING = frozenset(("of", "for", "the", "and"))
#: Two letters are the first of many names.
SHORTEST_ACRONYM = 3
#: Names that sound as short as this are alike by chance.
SHORTEST_SOUND = 4
#: A name of so many letters may have another vowel in one place, and be the same;
OTHER_VOWEL = 7
#: and one of so many a letter more, or two letters in the other order.
OTHER_LETTER = 9
#: So many letters at its end tell one name from another: "Honduras" and "Hondurans".
ENDING = 2
VOWELS = frozenset("aeiou")
#: "Andersen" and "Anderson" are two, of two countries.
_SONS = {"sen", "son"}
#: How the ending of a Slavic surname is written, and what stands for one sound.
_SKY, _Y = regex(r"sk[iyj]+\Z"), str.maketrans("yj", "ii")
_NUMBERS = regex(r"[0-9]+")
#: Spellings less alike than this are two names;
ONE_NAME = 0.75
#: as alike as this they are one wherever they stand. A surname alone may be anybody's of that name.
SURELY_ONE = 0.85


class Merge(NamedTuple):
    """How sure it is that two spellings are one name, from 0 to 1, and what tells."""

    score: float
    reason: str


TWO = Merge(0.0, "two names")
LOOK_ALIKE = Merge(0.0, "two names that look alike")


def is_one_name(one: str, other: str) -> bool:
    """Whether two names are taken for one."""
    return one == other or (_opening(one) == _opening(other) and likeness(one, other).score >= SURELY_ONE)


@lru_cache(maxsize=1 << 15)
def _opening(name: str) -> str:
    """What all spellings of a name begin with, and its first letters too: most names differ in it."""
    first = next((word for word in canonical(name).split() if word not in JOINING), "")
    return _initial(first).translate(OPENINGS)


def _initial(word: str) -> str:
    """The letter that a name begins with, of what is written with several the usual one: "Tschernihiw"."""
    return "c" if word.startswith("tsch") else word[:1]


def may_be_one_name(one: str, other: str) -> bool:
    """Whether two names are one, or one may be the other's surname."""
    return one == other or likeness(one, other).score >= ONE_NAME


@lru_cache(maxsize=1 << 16)
def likeness(one: str, other: str) -> Merge:
    """How sure it is that two names are one, and what tells: from 1 (written alike) to 0 (two names)."""
    a, b = canonical(one), canonical(other)
    if a == b:
        return Merge(1.0, "written alike" if folded(one) == folded(other) else "one of its other names")
    if _NUMBERS.findall(a) != _NUMBERS.findall(b) or _told_apart(a, b):
        return LOOK_ALIKE
    if _acronym(a, b) or _acronym(b, a):
        return Merge(0.9, "its first letters")
    if len(a.split()) != len(b.split()):
        return _shortened(*sorted((a, b), key=len))
    return _spelled(a, b)


def are_known_two(one: str, other: str) -> bool:
    """Whether two names are known to be two, however much alike they look: "Austria" and "Australia", "North" and "South Korea"."""
    a, b = canonical(one), canonical(other)
    first, _, rest = a.partition(" ")
    second, _, same = b.partition(" ")
    is_opposite = rest == same != "" and frozenset((first, second)) in _OPPOSITE
    return is_opposite or frozenset((a, b)) in _NAMESAKES or _told_apart(a, b)


def _told_apart(a: str, b: str) -> bool:
    return any(frozenset(pair) in DIFFERENT for pair in zip(a.split(), b.split(), strict=False))


def _acronym(letters: str, name: str) -> bool:
    """Whether a word is the first letters of another name's words."""
    words = [word for word in name.split() if word not in JOINING]
    return (
        len(words) >= SHORTEST_ACRONYM and len(letters) == len(words) and letters == "".join(word[0] for word in words)
    )


def _shortened(short: str, long: str) -> Merge:
    """Whether one name is the other without its first words: "Kyrylenko" and "Pavlo Kyrylenko".

    So it is with people. "Orange County" is no "County", "New Mexico" no "Mexico", and a word of a headline no name.
    """
    last = short.rpartition(" ")[2]
    if last == short and _is_transliterated(last, surname := long.rpartition(" ")[2]):
        short = surname
    before = long.removesuffix(f" {short}").split()
    if (
        not long.endswith(f" {short}")
        or len(before) > MOST_BEFORE
        or stem(last) in KINDS
        or last in PARTS | EMPTY | NUMBERS
        or len(last) < SHORTEST_SURNAME
        or short in _usual_names()
        or any(word in PARTS or word in EMPTY for word in before)
    ):
        return TWO
    return Merge(0.8, "the same without the first name")


def _is_long_alike(one: str, other: str) -> bool:
    """Whether two words of many letters sound alike: "Volodymyr" and "Wolodymyr"."""
    return len(sound(one)) >= LONG and sound(one) == sound(other) and not _told_apart(one, other)


def _is_transliterated(one: str, other: str) -> bool:
    """Whether two long surnames are one but for how "y" and "kh" are written: "Zelenskyy" and "Zelensky".

    A double letter or another first one is of two families: "Paterson" and "Patterson", "Kavanaugh" and "Cavanaugh".
    """
    a, b = (_SKY.sub("ski", name).replace("kh", "h") for name in (one, other))
    return one != other and len(a) >= LONG and a[-1] == b[-1] and a.translate(_Y) == b.translate(_Y)


@cache
def _usual_names() -> frozenset[str]:
    """What stands first in a line of the table: places, bodies and peoples, mostly."""
    return frozenset(alias.usual for alias in aliases().values() if not alias.is_surname)


def _spelled(a: str, b: str) -> Merge:
    """Whether two names of as many words are written alike but for one word, which sounds alike or has a slip."""
    other = [pair for pair in zip(a.split(), b.split(), strict=True) if pair[0] != pair[1]]
    if len(other) > 1:
        return Merge(0.9, "sounds alike") if all(_is_long_alike(*pair) for pair in other) else TWO
    one, two = sorted(other[0], key=len)
    if other[0] == (a.split(maxsplit=1)[0], b.split(maxsplit=1)[0]) and is_one_first_name(*other[0]):
        return Merge(0.8, "a short form of the first name")
    letters = {_initial(one), _initial(two)}
    if len(letters) > 1 and not any(letters <= alike for alike in BEGINNINGS):
        return TWO
    if sound(one) == sound(two):
        return Merge(0.9, "sounds alike") if len(sound(one)) > SHORTEST_SOUND else TWO
    if _other_vowel(one, two) or _other_letter(one, two):
        return Merge(1 - 1 / len(one), "differs in 1 letter")
    return TWO


def _other_vowel(one: str, two: str) -> bool:
    """Whether one vowel inside a name is another: "Mubarak" and "Mubarek"."""
    if len(one) != len(two) or len(one) < OTHER_VOWEL:
        return False
    if {one[-len("son") :], two[-len("son") :]} == _SONS:
        return False
    other = [at for at, letters in enumerate(zip(one, two, strict=True)) if letters[0] != letters[1]]
    return len(other) == 1 and {one[other[0]], two[other[0]]} <= VOWELS and 0 < other[0] < len(one) - 1


def _other_letter(short: str, long: str) -> bool:
    """Whether one long name has a letter more before its ending, or two letters in the other order."""
    same = next((at for at, (x, y) in enumerate(zip_longest(short, long)) if x != y))
    if len(short) < OTHER_LETTER or not same or same >= len(short) - ENDING:
        return False
    swapped = short[same + 1] + short[same] + short[same + 2 :]
    return short[same:] == long[same + 1 :] or long[same:] == swapped


# --- a pile of names ----------------------------------------------------------------


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
        if best != name and is_one_name(name, best) and len(best.split()) == len(name.split()):
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
