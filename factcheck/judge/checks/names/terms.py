"""Names of people and institutions that change on the way through an article."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.align.names import NAME_WORD
from factcheck.attach.words import stem
from factcheck.extract.lexicon.nouns import KIN
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at, vocabulary
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Severity, Span
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Words inside a name that its initials may leave out.
SMALL_WORDS = frozenset("of for the and on in to at de la du des y e da do & an a against with".split())

# --- institutions -------------------------------------------------------------------

#: Nouns that head the name of an institution.
HEADS = (
    "Institute University Ministry Department Office Bureau Council Committee Commission Center Centre Association Agency Organization"
    " Organisation Federation Foundation Board College School Society Fund Academy Authority Administration Alliance Campaign Coalition"
    " Union Trust Court League Front Movement Museum Hospital Library Conference Congress Forum Network Group Programme Program Service Corps"
).split()
_HEADS = {head.lower(): head for head in HEADS}
_HEAD_WORDS = frozenset(_HEADS)
_REST = regex(r"s? (?:of|for|on)(?: (?:the|of|for|and|on|in|to|[A-Z][\w’'-]*\w)){1,7}")
_OWNER = regex(r"['’]s?$")


@check("institution", of=Article)
def institution(article: Article) -> Iterator[Verdict]:
    """Names of institutions that differ only in their small words or endings."""
    forms: defaultdict[tuple[str, ...], dict[str, list[Span]]] = defaultdict(dict)
    for start, end in _institutions(article):
        words = article.document.text[start:end].split()
        while words[-1] in SMALL_WORDS:
            words.pop()
        name = _OWNER.sub("", " ".join(words))
        key = tuple(_key(word) for word in name.split() if word not in SMALL_WORDS)
        if len(key) >= 2:
            forms[key].setdefault(name, []).append(Span(article.document, start, start + len(name)))
    for places in forms.values():
        yield from variants(places)


def _institutions(article: Article) -> Iterator[tuple[int, int]]:
    """Where the names stand that begin with the noun of an institution."""
    text, told = article.document.text, _HEAD_WORDS & vocabulary(article)
    for word, head in _HEADS.items() if told else ():
        at = text.find(head) if word in told else -1
        while at >= 0:
            end = at + len(head)
            rest = _REST.match(text, end)
            if rest and not text[at - 1 : at].isalnum():
                yield at, rest.end()
            at = text.find(head, end)


#: Spellings of the names of institutions on both sides of the Atlantic.
_AMERICAN = (
    ("isation", "ization"),
    ("centre", "center"),
    ("labour", "labor"),
    ("defence", "defense"),
    ("programme", "program"),
    ("colour", "color"),
)


def _key(word: str) -> str:
    """What spellings and endings of a word have in common."""
    word = word.lower()
    for british, american in _AMERICAN:
        word = word.replace(british, american)
    return stem(word)


def variants(places: dict[str, list[Span]], at_most: Severity | None = None) -> Iterator[Verdict]:
    """The rarer forms of a name beside the commonest."""
    often, *rest = sorted(places, key=lambda form: (-len(places[form]), places[form][0].start))
    for rare in rest:
        yield Clash(
            (places[rare][0], places[often][0]),
            {"rare": rare, "usual": often},
            f"{often}: {len(places[often])}; {rare}: {len(places[rare])}",
            repairs=(f"“{often}” throughout", f"“{rare}” throughout"),
            at_most=at_most,
        )


# --- people -------------------------------------------------------------------------

#: First names that are spelled in several ways. A newcomer adds a line.
SPELLINGS = {
    name: line[0]
    for line in (
        words.split()
        for words in """
        Jon John
        Sara Sarah
        Ann Anne
        Steven Stephen
        Philip Phillip
        Catherine Katherine Kathryn Catharine
        Geoff Jeff
        Geoffrey Jeffrey Jeffery
        Marc Mark
        Eric Erik
        Alan Allan Allen
        Brian Bryan
        Nicholas Nicolas
        Mathew Matthew
        Michele Michelle
        Rachel Rachael
        Rebecca Rebekah
        Teresa Theresa
        Elisabeth Elizabeth
        Deborah Debra
        Lawrence Laurence
        Neil Neal
        Sean Shaun Shawn
        Karl Carl
        Kristin Kristen
        Lindsay Lindsey
        Stewart Stuart
        Jonathan Jonathon Johnathan
        Mohammed Mohammad Muhammad Mohamed
        Susana Susanna
        Gillian Jillian
        Isabel Isobel
        Hanna Hannah
        Jo Joe
        Tracy Tracey
        Vivian Vivien
        Zachary Zachery
        Gary Garry
        Graeme Graham
        Terry Terri
        Claire Clare
        Lesley Leslie
        Peter Pieter Petr
        Dmitri Dmitry Dimitri
        Alexander Aleksander Aleksandr Alexandr
        Sergei Sergey
        Yuri Yury Iouri
        Andrei Andrey
        Alexei Alexey Aleksei Aleksey
        Nikolai Nikolay
        Ahmed Ahmad
        Hussein Hussain
        Yusuf Yousef Youssef
        Khaled Khalid
        Sofia Sophia
        Natalie Nathalie
        Frederic Frederick Fredrick
        Christina Cristina Kristina
        Christopher Kristopher Cristopher
        Christian Cristian Kristian
        Derek Derrick
        Dennis Denis
        Glen Glenn
        Greg Gregg
        Hayley Haley Hailey
        Jane Jayne
        Jennifer Jenifer
        Kathy Cathy
        Katie Katy
        Linda Lynda
        Lucas Lukas
        Lynn Lynne
        Margaret Margret
        Megan Meghan
        Nicola Nichola
        Rafael Raphael
        Rhys Reece Reese
        Robin Robyn
        Shane Shayne
        Sharon Sharron
        Stefan Stephan
        Suzanne Susanne
        Thomas Tomas
        Victor Viktor
        Zoe Zoey
        Ana Anna
        Katarina Katarzyna Katharina Catarina Katerina Katrina
        Filip Filipp
        Josef Joseph Jozef
        Luis Louis
        Martin Martyn Marten
        Henrik Henrick Henryk
        Adriana Adrianna
        Gabriela Gabriella
        Daniela Daniella
        Mariana Marianna
        Ines Inez
        Tatiana Tatyana
        Oksana Oxana
        Evgeny Yevgeny Evgeni Yevgeni Evgenii
        Fyodor Fedor
        Jakub Jacob Jakob
        Matias Mathias Matthias Mattias
        Johan Johann
        Aisha Ayesha Aysha
        Fatima Fatema Fatimah
        Zainab Zaynab Zeinab
        Ibrahim Ebrahim
        Ismail Ismael Esmail
        Jasmin Jasmine Yasmin Yasmine
        Hasan Hassan
        Mustafa Moustafa
        Abdullah Abdallah
        Karim Kareem
        Rashid Rasheed
        Nadia Nadya
        Maya Maia Maja
        Leila Layla Laila Leyla
        Noor Nour
        Carolyn Caroline Carolin
        Valerie Valery
        Marion Marian
        Iain Ian
        Marcus Markus
        Kelly Kelley Kellie
        Vicki Vicky Vickie
        Cheryl Sheryl
        Jodie Jody Jodi
        Madeleine Madeline
        Monica Monika
        Veronica Veronika
        Oliver Olivier
        Michael Micheal
        Antony Anthony
        Dominic Dominik Dominick
        Curtis Kurtis
        Frances Francis
        Oscar Oskar
        Hugo Ugo
        Magnus Magnuss
        Eleanor Elinor Eleonor
        Harriet Harriett
        Imogen Imogene
        Rosalind Rosalynd
        Stephanie Stefanie
        Tamsin Tamsyn
        Ashley Ashleigh
        Bridget Brigid Brigit
        Conor Connor
        Callum Calum
        Duncan Dunkan
        Elliot Elliott
        Finlay Finley
        Gerard Gerrard
        Howard Howerd
        Isaac Izaak
        Lewis Lewys
        Maurice Morris
        Murray Murry
        Rory Ruairi
        Roderick Rodrick
        Trevor Trefor
        Wilhelm Willem
        Yvonne Evonne
        Agnieszka Agneszka
        Zofia Zosia
        """.strip().splitlines()
    )
    for name in line
}
#: Names out of other alphabets: two ways to write one are two houses' styles as often as a slip.
_FROM_OTHER_ALPHABETS = frozenset(
    "Dmitri Dmitry Dimitri Aleksander Aleksandr Alexandr Sergei Sergey Yuri Yury Iouri Andrei Andrey Alexei Alexey Aleksei Aleksey Nikolai Nikolay"
    " Tatiana Tatyana Oksana Oxana Evgeny Yevgeny Evgeni Yevgeni Evgenii Fyodor Fedor Ibrahim Ebrahim Hasan Hassan Mustafa Moustafa Abdullah Abdallah Karim Kareem"
    " Rashid Rasheed Leila Layla Laila Leyla Fatima Fatema Fatimah Zainab Zaynab Zeinab Aisha Ayesha Aysha Ismail Ismael Esmail"
    " Viktor Ahmed Ahmad Hussein Hussain Yusuf Yousef Youssef Khaled Khalid".split()
)
_IN_SMALL_LETTERS = {name.lower(): name for name in SPELLINGS}
_FIRST_NAMES = frozenset(_IN_SMALL_LETTERS)
_RELATIVES = regex(rf"\b(?:{any_of(KIN)}|Jr|Sr|namesake|no relation|younger|elder)\b(?!['’]s\b)")


@check("first-names", of=Article, told_by=_FIRST_NAMES)
def first_names(article: Article) -> Iterator[Verdict]:
    """People of one surname whose first names are spellings of one name."""
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    told = _FIRST_NAMES & vocabulary(article)
    for word, name in _IN_SMALL_LETTERS.items() if len(told) > 1 else ():
        if word in told:
            by_name[SPELLINGS[name]].add(name)
    for spellings in by_name.values():
        if len(spellings) > 1:
            yield from _spelled_two_ways(spellings, article)


def _spelled_two_ways(spellings: set[str], article: Article) -> Iterator[Verdict]:
    """The surnames that stand behind more than one of the spellings."""
    people: defaultdict[str, dict[str, list[Span]]] = defaultdict(dict)
    person = regex(rf"\b(?:{'|'.join(sorted(spellings))}) (?:[A-Z]\. )?({NAME_WORD})\b")
    for found in person.finditer(article.document.text):
        name = _OWNER.sub("", found[0])
        people[_OWNER.sub("", found[1])].setdefault(name, []).append(
            Span(article.document, found.start(), found.start() + len(name))
        )
    for places in people.values():
        if len({name.split()[0] for name in places}) > 1 and not are_two_people(places.values(), article):
            is_written_anew = _FROM_OTHER_ALPHABETS & {name.split()[0] for name in places}
            yield from variants(places, Severity.NOTE if is_written_anew else None)


def are_two_people(places: Iterable[list[Span]], article: Article) -> bool:
    """Whether a sentence names both, or speaks of relatives."""
    sentences = [{sentence_at(article, span.start).start for span in spans} for spans in places]
    if any(one & other for one, other in combinations(sentences, 2)):
        return True
    return any(_RELATIVES.search(sentence_at(article, start).text) for starts in sentences for start in starts)
