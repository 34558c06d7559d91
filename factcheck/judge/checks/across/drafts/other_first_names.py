"""Somebody whom a draft calls by another first name than its sources do: "Marek Wilk" for Tomasz Wilk."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.align.first_names import is_one_first_name
from factcheck.align.merging import KINDS, may_be_one_name
from factcheck.align.names import NO_NAMES, PARTS, aliases, folded, names_in, sound
from factcheck.align.persons import KIN_WITHIN, OF_KIN, OFFICES
from factcheck.align.senses import sense
from factcheck.attach.words import EMPTY, stem, words_of
from factcheck.extract.lexicon.nouns import RELATIVES
from factcheck.judge.checks import check
from factcheck.judge.checks.across.drafts.retelling import Retold
from factcheck.judge.checks.across.stories.two_stories import of_two_stories
from factcheck.judge.checks.lives.aged import is_set_off
from factcheck.judge.checks.parts import vocabulary
from factcheck.judge.verdicts import Clash
from factcheck.model import Article, Kind, Severity, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Mention, Sentence

#: So many telling words are said of both besides the name, if it is no number.
IN_COMMON = 3
#: A number of fewer digits is nobody's but an age: "nine".
DIGITS = 2
#: Shorter words are no surnames, or those of many.
SHORTEST = 3
#: An office is told so near before a name, in letters.
_WITHIN = 24
#: Behind a name: it is that of a relative.
_KIN = any_of(RELATIVES)
_KIN_BEHIND = regex(rf",? (?:(?:an?|the|his|her|their|whose) )?(?:[a-z]+ ){{0,2}}(?:{_KIN})\b")
#: In its sentence: it may be.
_HIS_KIN = regex(rf"\b(?:his|her|their) (?:[a-z]+ ){{0,2}}(?:{_KIN})\b")
_VOWELS = regex(r"[aeiouy]")
_OWNING = regex(r"['’]s?$")


#: With a capital before a surname, where a sentence begins or two words are joined, these are no first names.
_NO_FIRST_NAME = regex(r"[a-z]{2,}ing|(?:un)?like|per|despite|given|besides|[^\W\d_]+-[a-z].*", re.IGNORECASE)
#: What tells that a sentence with a name speaks of a person, and of no club or place.
_PERSONAL = regex(
    r"\b(?:he|she|him|his|her|hers|who|whose|himself|herself|aged|Mr|Mrs|Ms|Miss|Dr)\b|,? (?:said|says|told) "
)
#: What stands right before a name tells an office.
_OFFICE = regex(r"\b([A-Za-z][a-z]+),? \Z")


class Said(NamedTuple):
    """What a sentence says of those whom it names."""

    words: frozenset[str]
    numbers: frozenset[str]
    ages: frozenset[str]
    is_personal: bool
    has_kin: bool


class Person(NamedTuple):
    """A first name and a surname where they stand, the word before them, and what is said of them."""

    first: str
    surname: str
    span: Span
    office: str
    #: Whether it is told to be that of somebody's relative.
    is_kin: bool
    said: Said


@check("other-first-names", of=tuple, with_sources=True)
def other_first_names(articles: tuple[Article, ...]) -> Iterator[Clash]:
    """Persons of whom the draft says the same as a source, each with a first name that no source has, and without theirs."""
    sources = [article for article in articles if article.is_source]
    known: defaultdict[str, list[Person]] = defaultdict(list)
    words = frozenset().union(*(vocabulary(source) for source in sources))
    for source in sources:
        for person in _persons(source):
            known[person.surname].append(person)
    for draft in articles:
        if draft.is_source:
            continue
        said, told = vocabulary(draft), set()
        for ours in _persons(draft):
            theirs = known.get(ours.surname, [])
            names = {person.first for person in theirs}
            if len(names) != 1 or ours.first in words or not names.isdisjoint(said) or ours.surname in told:
                continue
            alike = next((person for person in theirs if _are_one(ours, person)), None)
            if alike is None and _is_told_alike(ours, theirs, draft, sources):
                alike = theirs[0]
            if alike is not None:
                told.add(ours.surname)
                yield Clash((ours.span, alike.span), at_most=_at_most(ours.first, alike.first))


def _are_one(ours: Person, theirs: Person) -> bool:
    """Whether the same is said of two persons of one surname in one sentence each, neither of them somebody's relative."""
    one, other = ours.said, theirs.said
    if not _may_be_one(ours, theirs) or not (one.is_personal or other.is_personal):
        return False
    is_same = (bool(ours.office) and ours.office == theirs.office) or _have_one_office(ours, theirs)
    return is_same or bool(one.numbers & other.numbers) or len(one.words & other.words) >= IN_COMMON


def _have_one_office(ours: Person, theirs: Person) -> bool:
    """Whether the office before one name is told in the sentence of the other: "director Berta Falk", "Ane Falk, the director"."""
    return any(
        one.office in OFFICES and sense(stem(one.office)) in other.said.words
        for one, other in ((ours, theirs), (theirs, ours))
    )


def _may_be_one(ours: Person, theirs: Person) -> bool:
    """Whether two persons of one surname are no relatives, of one age if both are told, and each in the same story."""
    one, other = ours.said, theirs.said
    if ours.is_kin or theirs.is_kin or one.has_kin or other.has_kin or _are_spellings(ours.first, theirs.first):
        return False
    if one.ages and other.ages and one.ages.isdisjoint(other.ages):
        return False
    return not of_two_stories(ours.span.document, theirs.span.document)


def _is_told_alike(ours: Person, theirs: Sequence[Person], draft: Article, sources: Sequence[Article]) -> bool:
    """Whether a draft that retells its sources tells of the one person of a surname in the same words as they do, all in all."""
    if not all(_may_be_one(ours, other) for other in theirs) or not any(
        person.said.is_personal for person in (ours, *theirs)
    ):
        return False
    names = {sense(stem(name)) for name in (ours.first, ours.surname, theirs[0].first)}
    told = frozenset().union(*(_told_of(ours.surname, source) for source in sources))
    return bool((_told_of(ours.surname, draft) & told) - names) and Retold(sources).in_part(draft, if_few=False)


def _told_of(surname: str, article: Article) -> frozenset[str]:
    """The telling words of all sentences with a surname."""
    words = (words_of(sentence) for sentence in article.sentences if surname in folded(sentence.text))
    return frozenset(
        sense(word.stem)
        for each in words
        if any(word.capital and folded(word.lower) == surname for word in each)
        for word in each
        if not word.empty
    )


def _are_spellings(one: str, other: str) -> bool:
    """Whether two first names are one, short for one another or spelled in two ways: "Lou" and "Louis", "Lenny" and "Lennie"."""
    short, long = sorted((one, other), key=len)
    return (
        is_one_first_name(one, other)
        or long.startswith(short)
        or sound(one) == sound(other)
        or may_be_one_name(one, other)
    )


def _at_most(one: str, other: str) -> Severity | None:
    """How loudly two first names may be told: those with the same consonants, or one letter more, may be spellings."""
    short, long = sorted((one, other), key=len)
    is_letter_more = any(short == long[:at] + long[at + 1 :] for at in range(len(long)))
    return Severity.NOTE if is_letter_more or _VOWELS.sub("", short) == _VOWELS.sub("", long) else None


def _persons(article: Article) -> Iterator[Person]:
    """The full names of an article that may be persons': no offices, places or bodies."""
    starts = [sentence.start for sentence in article.sentences]
    text = article.document.text
    amounts: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in article.mentions:
        amounts[bisect_right(starts, mention.start) - 1].append(mention)
    said: dict[int, Said] = {}
    for name in names_in(article.document):
        words = name.text.split()
        title = max((at for at, word in enumerate(words, 1) if folded(word) in OFFICES), default=0)
        words = words[title:]
        if len(words) != len(("first", "last")) or not all(word[-1].islower() for word in words):
            continue
        first, surname = map(folded, words)
        start = text.index(" ".join(words), name.start)
        if not _may_be_a_person(first, surname, text) or _is_nickname(text, start):
            continue
        at = bisect_right(starts, start) - 1
        if at not in said:
            said[at] = _said(article.sentences[at], amounts[at])
        names = {sense(stem(part)) for part in (first, surname)}
        end = start + len(words[0]) + 1 + len(_OWNING.sub("", words[1]))
        before = _OFFICE.search(text, max(article.sentences[at].start, start - _WITHIN), start)
        office = folded(name.text.split()[title - 1]) if title else before[1].lower() if before else ""
        office = "" if office in EMPTY else office
        told = said[at]._replace(words=said[at].words - names)
        is_kin = OF_KIN.search(text, max(0, start - KIN_WITHIN), start) or _KIN_BEHIND.match(text, end)
        yield Person(first, surname, Span(article.document, start, end), office, is_kin is not None, told)


def _is_nickname(text: str, start: int) -> bool:
    """Whether a quotation begins with a name: "Daffy Don"."""
    return text[max(0, start - 1) : start] in ('"', "“", "‘", "'")


def _may_be_a_person(first: str, surname: str, text: str) -> bool:
    """Whether two words with capitals are no office, place or body, neither of which the text has in small letters too."""
    if min(len(first), len(surname)) < SHORTEST or not {first, surname}.isdisjoint(PARTS | NO_NAMES):
        return False
    if _NO_FIRST_NAME.fullmatch(first) or first in EMPTY or first in aliases():
        return False
    return not (stem(surname) in KINDS or stem(first) in KINDS or any(f" {word} " in text for word in (first, surname)))


def _said(sentence: Sentence, mentions: Sequence[Mention]) -> Said:
    ages = _printed([one for one in mentions if one.kind is Kind.AGE or is_set_off(one)])
    return Said(
        frozenset(sense(word.stem) for word in words_of(sentence) if not word.empty),
        ages | {number for number in _printed(mentions) if len(number) >= DIGITS},
        ages,
        bool(ages) or _PERSONAL.search(sentence.text) is not None,
        _HIS_KIN.search(sentence.text) is not None,
    )


def _printed(mentions: Sequence[Mention]) -> frozenset[str]:
    """The numbers that some mentions print."""
    return frozenset(f"{number:f}" for one in mentions if one.quantity for number in one.quantity.printed)
