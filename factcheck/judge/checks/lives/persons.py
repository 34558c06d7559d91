"""Whom a place of an article speaks of: the persons that it names, and the one that "she" or "Mallon" is.

A person is told from a street by an age, a title or "who" behind the name, or by the surname alone further on.
Whoever shares a surname with somebody else is nobody: nothing that is said of a "Berg" is sure to be said of him.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.align.first_names import is_one_first_name
from factcheck.align.names import NAME_WORD
from factcheck.extract.lexicon.calendar_words import MONTHS, SHORT_NAMES, WEEKDAYS
from factcheck.extract.lexicon.nouns import RELATIVES
from factcheck.judge.checks.parts import read_once
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.model import Article, Span

#: The same behind no other letter; it begins with what is quickly found.
_FIRST = r"[A-Z](?<![\w’'-][A-Z])[\w’'-]*[a-z]"
#: "Coxswain Derek J. Mallon".
_RUN = regex(rf"{_FIRST}(?: [A-Z]\.(?= [A-Z])| {NAME_WORD})*(?![\w-])")
_INITIAL = regex(r"[A-Z]\.")
_CAPITAL = regex(r"[A-Z](?<![\w’'-][A-Z])[\w-]*[a-z](?![\w-])")
_AGED = regex(r", (?:aged )?\d\d[,.]|\d-year-old")
#: Behind a name, what only a person has: an age, a clause with "who".
_PERSONAL = regex(
    r", (?:aged )?\d\d(?=[,.;) ])|,? who\b| \(?born\b| came into the world\b| (?:said|told|added|died|joined|was born)\b|, (?:said|told)\b"
)
_PRONOUN = regex(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Hh]imself|[Hh]erself)\b")
_HE = regex(r"\b[Ss]?[Hh]e\b")
_ALONG = regex(r"\b(?:with|to|from|by|of|for) $")
_SUBJECTS = frozenset(("he", "she"))
_MAN = frozenset("he his him himself".split())
#: These stand before a surname, or begin a sentence, and are no first name.
_NO_NAME = frozenset(
    "The A An In On At By Of For From With But And When While After Before Since Mr Mrs Ms Miss Dr Sir Dame Lord Lady Prof Professor President"
    " Minister Mayor Judge Captain Coach Chief Police Her His Their Its It He She They This That".split()
) | frozenset(name.title() for name in (MONTHS.keys() | WEEKDAYS.keys()) - SHORT_NAMES)
#: "Mr Haigh" is a man.
_TITLED = regex(rf"\b(?P<title>Mr|Mrs|Ms|Miss|Sir|Dame|Lady)\.? (?:{NAME_WORD} )?(?P<name>{NAME_WORD})\b")
_MEN = frozenset(("Mr", "Sir"))
#: "Mr Haigh, 61": the title before a name and an age. It and a pronoun stand no farther from the age, in letters.
_TITLE = regex(rf"\b(?P<title>Mr|Mrs|Ms|Miss|Sir|Dame|Lady)\.? (?:{NAME_WORD} )*(?P<name>{NAME_WORD}),? \(?(?:aged )?$")
_BESIDE = 80
#: Somebody else than is named: what is said next may be theirs.
_STRANGER = regex(
    r"(?<!\bas )\b(?:\w+['’]s|an?|the|another|one|his|her|their|two|three|whose) (?:[\w-]+ ){0,2}?"
    r"(?:(?:driver|pensioner|victim|suspect|officer|student|player|teacher)\b(?!,? (?-i:[A-Z]))"
    r"|(?:man|woman|boy|girl|men|women|teenager|baby|friend|colleague|neighbou?r|predecessor|successor"
    rf"|{any_of(RELATIVES)}|couple)\b)"
    # "the dead woman as Orla Finn", "the man was named as Karl Voss"
    r"(?!(?: (?:was|were|has been|is) (?:later |since )?(?:named|identified))? as (?-i:[A-Z]))",
    re.IGNORECASE,
)
#: "Peter Hallam", "the Pennine Way", and not the rest of "The Salt Road".
_TWO = regex(rf"(?<![\w’'-])(?!The ){NAME_WORD} {NAME_WORD}(?: {NAME_WORD})*")
#: "Of the 27th Four Passes".
_NO_PERSON = regex(r"(?:\b(?:[Tt]he|at|in|from|near)|\d(?:st|nd|rd|th)) $")
_PLACE = regex(r"\b(?:at|in|from|near|into|joined|(?:came|come|moved|went|returned|sailed|emigrated) to) (?:the )?$")
#: Behind a name, what tells it from a place: "from Doreen Pratt, a retired teacher".
_APPOSED = regex(r",? (?:who\b|an? (?:retired|former|\w+(?:er|or|ist|man|woman|ess|ian|ant)\b)|\d\d[,.])")
#: "Born Margit Kovacs" names the one who is spoken of, and "Marlow Crown Court" nobody.
_BORN = regex(r"\bborn(?: as)? $")
_INSTITUTIONS = frozenset(
    "Court Council Hospital University College School Police Club Bank Service Department Ministry Office Church Prison Theatre Museum Institute Agency Authority"
    " Party Street Road Avenue Lane Hall Hotel Stadium Airport Station Park Care Foods Homes Group Brands".split()
)
#: So many sentences say "she" or "he", and such a share of all that say either, where an article is about one person.
_ENOUGH, _MOSTLY = 4, 0.8
#: The name that is a sentence's subject ends so many letters behind its start.
_OPENING = 30
#: A pronoun is looked for so many sentences back.
_BACK = 12


class _Spoken(NamedTuple):
    """Who is named in a stretch of the text, in order, and the pronouns that stand in it."""

    surnames: tuple[str, ...]
    genders: frozenset[str]


@read_once
def persons_of(article: Article) -> Persons:
    """The persons of an article, read once for all checks."""
    return Persons(article)


class Persons:
    """The persons of an article, each by the surname."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._text = article.document.text
        self.surnames = _surnames(self._text)

    def of(self, number: int, offset: int) -> str | None:
        """The person of whom a sentence speaks up to a place in it; None where it may be somebody else."""
        sentence = self._article.sentences[number]
        if self._may_be_another(sentence.start, offset):
            return None
        spoken = self._spoken(sentence.start, offset)
        if len(spoken.surnames) > 1 or len(spoken.genders) > 1 or not any(spoken):
            return None
        if not spoken.surnames:
            return self.before(number, spoken.genders, offset)
        return spoken.surnames[0] if self._may_be(spoken.surnames[0], spoken.genders) else None

    def opening(self, number: int, offset: int) -> str | None:
        """The person whom the words behind a place speak of first: "Born in 1950, Lo …", "At 22, she …"."""
        sentence = self._article.sentences[number]
        if self._may_be_another(sentence.start, offset):
            return None
        name, pronoun = (each.search(self._text, offset, sentence.end) for each in (_CAPITAL, _PRONOUN))
        if pronoun and (name is None or pronoun.start() < name.start()):
            return self.before(number, frozenset({_gender(pronoun[0])}), offset)
        return next(iter(self._spoken(offset, sentence.end).surnames), None)

    def subject_before(self, number: int) -> str | None:
        """The person with whom the sentence before one begins, if it names nobody else: whom "the Norwegian, 24," means."""
        one = self._article.sentences[number - 1] if number else None
        if one is None or one.quotations or _STRANGER.search(self._text, one.start, one.end):
            return None
        if _AGED.search(self._text, one.start, one.end):
            return None  # "Ida Moe, 24, won. The Swede, 31, came third"
        subject = self._spoken(one.start, one.start + _OPENING).surnames
        others = [
            found
            for found in _TWO.finditer(self._text, one.start, one.end)
            if found[0].split()[-1] not in subject and not _NO_PERSON.search(self._text, one.start, found.start())
        ]
        return (
            subject[0]
            if len(subject) == 1 and not others and self._spoken(one.start, one.end).surnames == subject
            else None
        )

    def speaker(self, number: int) -> str | None:
        """The only person whom a sentence names outside of its quotations."""
        sentence = self._article.sentences[number]
        ends = (sentence.start, *(end for _, end in sentence.quotations))
        begins = (*(start for start, _ in sentence.quotations), sentence.end)
        spoken = [self._spoken(start, end) for start, end in zip(ends, begins, strict=True) if start < end]
        named = {surname for each in spoken for surname in each.surnames}
        return named.pop() if len(named) == 1 else None

    def before(self, number: int, genders: frozenset[str] = frozenset(), offset: int = 0) -> str | None:
        """The person of whom the sentences before one speak last, if there is no doubt that "he" or "she" is meant."""
        start = self._article.sentences[number].start
        is_sure = self._names_no_others(start, max(start, offset))
        for sentence in self._article.sentences[max(0, number - _BACK) : number][::-1]:
            is_sure = is_sure and not sentence.quotations and self._names_no_others(sentence.start, sentence.end)
            spoken = self._spoken(sentence.start, sentence.end)
            if spoken.surnames:
                subject = _HE.search(self._text, sentence.start, sentence.end)
                if subject and self._text.find(spoken.surnames[0], sentence.start) > subject.start():
                    return None  # "She beat Mia Frey": whoever "she" is
                meant = [person for person in spoken.surnames if self._may_be(person, genders, surely=not is_sure)]
                return meant[0] if len(meant) == 1 else None
        return None

    def _names_no_others(self, start: int, end: int) -> bool:
        """Whether a stretch speaks of nobody without a name, and whatever has one of two words is a known person or a place."""
        return not _STRANGER.search(self._text, start, end) and all(
            found[0].split()[-1] in self.surnames | _INSTITUTIONS
            or (_PLACE.search(self._text, start, found.start()) and not _APPOSED.match(self._text, found.end()))
            or found[0].startswith("Born ")
            or _BORN.search(self._text, start, found.start())
            for found in _TWO.finditer(self._text, start, end)
        )

    def _may_be_another(self, start: int, end: int) -> bool:
        """Whether somebody without a name comes in, and not only along: "with her parents in 1976, when she was"."""
        strangers = list(_STRANGER.finditer(self._text, start, end))
        if not strangers:
            return False
        is_along = all(_ALONG.search(self._text, start, found.start()) for found in strangers)
        return not (is_along and _HE.search(self._text, strangers[-1].end(), end))

    def _may_be(self, person: str, genders: frozenset[str], *, surely: bool = False) -> bool:
        """Whether a person is a man or a woman as the pronouns say."""
        known = self._genders.get(person)
        return known == genders if surely else not genders or known is None or known == genders

    def _spoken(self, start: int, end: int) -> _Spoken:
        named = [found[0] for found in _CAPITAL.finditer(self._text, start, end) if found[0] in self.surnames]
        pronouns = [found[0].lower() for found in _PRONOUN.finditer(self._text, start, end)]
        subjects = [pronoun for pronoun in pronouns if pronoun in _SUBJECTS]
        return _Spoken(tuple(dict.fromkeys(named)), frozenset(map(_gender, subjects or pronouns)))

    @cached_property
    def _genders(self) -> Mapping[str, frozenset[str]]:
        """For each person, whether the sentences that speak of nobody else say "he" or "she"."""
        votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        person = None
        for sentence in self._article.sentences if self.surnames else ():
            if sentence.quotations:
                person = None  # "she" is whom the speaker speaks of
                continue
            spoken = self._spoken(sentence.start, sentence.end)
            is_alone = self._names_no_others(sentence.start, sentence.end)
            if spoken.surnames:
                person = spoken.surnames[0] if len(spoken.surnames) == 1 else None
            elif not is_alone:
                person = None
            if _HE.search(sentence.text) and len(spoken.genders) == 1:
                votes[person if person and is_alone else ""].update(spoken.genders)
        for found in _TITLED.finditer(self._text) if self.surnames else ():
            votes[found["name"]].update(("man" if found["title"] in _MEN else "woman",))
        lead = self._lead()
        known = {person: frozenset(told) for person, told in votes.items() if person and len(told) == 1}
        usual, many = next(iter(votes[""].most_common(1)), ("", 0))
        if lead and lead not in votes and many >= max(_ENOUGH, _MOSTLY * votes[""].total()):
            known[lead] = frozenset({usual})
        return known

    def _lead(self) -> str | None:
        """The only person of whom the headline and the lead speak."""
        first = self._article.sentences[:2]
        named = set(self._spoken(first[0].start, first[-1].end).surnames) if first else set()
        return named.pop() if len(named) == 1 else None


def are_man_and_woman(surname: str, one: Span, other: Span) -> bool:
    """Whether a title, or the pronoun behind, says so of two ages: "Rosalind Pym, 70, who was on her way", "Mr Pym, 72"."""
    (title, pronoun), (other_title, other_pronoun) = (_sexes(surname, age) for age in (one, other))
    return (title or pronoun) != (other_title or other_pronoun) and bool(
        (title and (other_title or other_pronoun)) or (other_title and pronoun)
    )


def _sexes(surname: str, age: Span) -> tuple[str, str]:
    """What a title before a name and an age, and the first pronoun behind it, say of whose it is; nothing where there is none."""
    text = age.document.text
    title = _TITLE.search(text, max(0, age.start - _BESIDE), age.start)
    pronoun = _PRONOUN.search(text, age.end, age.end + _BESIDE)
    told = ("man" if title["title"] in _MEN else "woman") if title and title["name"] == surname else ""
    return told, _gender(pronoun[0]) if pronoun else ""


def _gender(pronoun: str) -> str:
    return "man" if pronoun.lower() in _MAN else "woman"


def _surnames(text: str) -> frozenset[str]:
    """The surnames that one person of the text has."""
    given: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
    alone: set[str] = set()
    sure: set[str] = set()
    for found in _RUN.finditer(text):
        words = [word for word in found[0].split() if not _INITIAL.fullmatch(word)]
        first_names = frozenset(words[:-1]) - _NO_NAME
        surname = words[-1].removesuffix("'s").removesuffix("’s")
        if first_names:
            given[surname].append(first_names)
            if _PERSONAL.match(text, found.end()):
                sure.add(surname)
        else:
            alone.add(surname)
    named = {surname for surname, told in given.items() if surname in sure | alone and _share_a_name(told)}
    return frozenset(name for name in named - _NO_NAME - _INSTITUTIONS if name + "s" not in alone)


def _share_a_name(told: Sequence[frozenset[str]]) -> bool:
    """Whether all forms of a name have one first name, also a short form of it: "Alec", "Alexander Rennie"."""
    first, *others = told
    return any(
        all(any(is_one_first_name(name.lower(), other.lower()) for other in names) for names in others)
        for name in first
    )
