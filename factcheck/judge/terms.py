"""Names of people, offices and institutions that change on the way through an article."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.attach.words import stem
from factcheck.judge.checks import check
from factcheck.judge.parts import sentence_at, vocabulary
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Severity, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Document

#: Words inside a name that its initials may leave out.
SMALL_WORDS = frozenset("of for the and on in to at de la du des y e da do & an a against with".split())

# --- acronyms -----------------------------------------------------------------------

_ACRONYM = regex(r"\(([A-Z]{3,6})\)")
#: Where shares are spoken of, letters in brackets are a ticker.
_LISTED = regex(r"\b(?:shares|stocks?|NYSE|Nasdaq)\b", re.IGNORECASE)
#: How far before its acronym a name begins, in letters.
EXPANSION = 90
_NAME_WORDS = regex(r"[^\W\d_][\w’'.&]*|&")


@check("acronym", of=Article)
def acronym(article: Article) -> Iterator[Verdict]:
    """Every name with its initials in brackets, and whether they are its initials."""
    text = article.document.text
    for found in _ACRONYM.finditer(text):
        letters = found[1]
        name = _name_before(text, found.start())
        if not name or _LISTED.search(sentence_at(article, found.start()).text):
            continue
        span = Span(article.document, found.start(1), found.end(1))
        if any(letters in {initials, initials[: len(letters)]} for _, _, initials in name):
            yield Accord((span,), f"{letters} are the initials")
            continue
        for start, words, initials in name:
            slip = _slip(initials, letters) if words == len(letters) else ""
            if slip:
                whole = Span(article.document, start, found.start() - 1)
                yield Clash(
                    (span, whole),
                    {"acronym": letters, "name": whole.text, "initials": initials},
                    f"the initials of “{whole.text}” are {initials}",
                    slip,
                    (f"“{whole.text} ({initials})”",),
                    guesses=slip == SWAPPED,
                )
                break


def _name_before(text: str, end: int) -> list[tuple[int, int, str]]:
    """What may be the name before a bracket: where it starts, its words with capitals, and its initials.

    The longest comes first; with the small words it has other initials.
    """
    stretch = text[max(0, end - EXPANSION) : end]
    if not stretch.endswith(" "):
        return []
    words = list(_NAME_WORDS.finditer(stretch))
    found: list[tuple[int, int, str]] = []
    capitals = full = ""
    edge = len(stretch)
    for word in reversed(words):
        between = stretch[word.end() : edge]
        if between.strip(" -") or (not word[0][0].isupper() and word[0] not in SMALL_WORDS):
            break
        edge = word.start()
        full = word[0][0].upper() + full
        if word[0][0].isupper():
            capitals = word[0][0] + capitals
            start = max(0, end - EXPANSION) + word.start()
            found.append((start, len(capitals), capitals))
            found.append((start, 0, full))
    return found[::-1]


CHANGED, SWAPPED = "a letter was changed", "two letters changed places"


def _slip(initials: str, letters: str) -> str:
    """How the initials came to be the letters, if it is one slip: another language has quite other letters."""
    apart = [at for at, (a, b) in enumerate(zip(initials, letters, strict=True)) if a != b]
    if initials[0] != letters[0]:
        return ""
    if len(apart) == 1:
        return CHANGED
    if (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and initials[apart[0]] == letters[apart[1]]
        and initials[apart[1]] == letters[apart[0]]
    ):
        return SWAPPED
    return ""


# --- institutions -------------------------------------------------------------------

#: Nouns that head the name of an institution.
HEADS = (
    "Institute University Ministry Department Office Bureau Council Committee Commission Center Centre Association Agency Organization"
    " Organisation Federation Foundation Board College School Society Fund Academy Authority Administration Alliance Campaign Coalition"
).split()
_REST = regex(r" (?:of|for|on)(?: (?:the|of|for|and|on|in|to|[A-Z][\w’'-]*\w)){1,7}")
_OWNER = regex(r"['’]s?$")


@check("institution", of=Article)
def institution(article: Article) -> Iterator[Verdict]:
    """Names of institutions that differ only in their small words or endings."""
    forms: defaultdict[tuple[str, ...], dict[str, list[Span]]] = defaultdict(dict)
    for start, end in _institutions(article.document):
        words = article.document.text[start:end].split()
        while words[-1] in SMALL_WORDS:
            words.pop()
        name = _OWNER.sub("", " ".join(words))
        key = tuple(_key(word) for word in name.split() if word not in SMALL_WORDS)
        if len(key) >= 2:
            forms[key].setdefault(name, []).append(Span(article.document, start, start + len(name)))
    for places in forms.values():
        yield from _variants(places)


def _institutions(document: Document) -> Iterator[tuple[int, int]]:
    """Where the names stand that begin with the noun of an institution."""
    text, words = document.text, vocabulary(document)
    for head in HEADS:
        at = text.find(head) if head.lower() in words else -1
        while at >= 0:
            end = at + len(head)
            rest = _REST.match(text, end)
            if rest and not text[at - 1 : at].isalnum():
                yield at, rest.end()
            at = text.find(head, end)


def _key(word: str) -> str:
    """What spellings and endings of a word have in common."""
    return stem(word.lower().replace("isation", "ization").replace("centre", "center"))


def _variants(places: dict[str, list[Span]], at_most: Severity | None = None) -> Iterator[Verdict]:
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
        """.strip().splitlines()
    )
    for name in line
}
_RELATIVES = regex(
    r"\b(?:son|daughter|father|mother|brother|sister|cousin|uncle|aunt|nephew|niece|wife|husband|Jr|Sr|namesake|no relation|younger|elder)\b"
)


@check("first-names", of=Article)
def first_names(article: Article) -> Iterator[Verdict]:
    """People of one surname whose first names are spellings of one name."""
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    words = vocabulary(article.document)
    for name, usual in SPELLINGS.items():
        if name.lower() in words:
            by_name[usual].add(name)
    for spellings in by_name.values():
        if len(spellings) > 1:
            yield from _spelled_two_ways(spellings, article)


def _spelled_two_ways(spellings: set[str], article: Article) -> Iterator[Verdict]:
    """The surnames that stand behind more than one of the spellings."""
    people: defaultdict[str, dict[str, list[Span]]] = defaultdict(dict)
    person = regex(rf"\b(?:{'|'.join(sorted(spellings))}) (?:[A-Z]\. )?([A-Z][\w’'-]*[a-z])\b")
    for found in person.finditer(article.document.text):
        name = _OWNER.sub("", found[0])
        people[_OWNER.sub("", found[1])].setdefault(name, []).append(
            Span(article.document, found.start(), found.start() + len(name))
        )
    for places in people.values():
        if len({name.split()[0] for name in places}) > 1 and not _two_people(places.values(), article):
            yield from _variants(places)


def _two_people(places: Iterable[list[Span]], article: Article) -> bool:
    """Whether a sentence names both, or speaks of relatives."""
    sentences = [{sentence_at(article, span.start).start for span in spans} for spans in places]
    if any(one & other for one, other in combinations(sentences, 2)):
        return True
    return any(_RELATIVES.search(sentence_at(article, start).text) for starts in sentences for start in starts)


# --- offices ------------------------------------------------------------------------

#: Offices of which nobody holds two at once, by the words that name them.
OFFICES = {
    "Gov.": "governor", "Governor": "governor", "governor": "governor",
    "Mayor": "mayor", "mayor": "mayor",
    "Sen.": "senator", "Senator": "senator", "senator": "senator",
    "Rep.": "representative", "Congressman": "representative", "Congresswoman": "representative",
    "congressman": "representative", "congresswoman": "representative",
    "Sheriff": "sheriff", "sheriff": "sheriff",
    "Judge": "judge", "judge": "judge",
    "Ambassador": "ambassador", "ambassador": "ambassador",
    "Bishop": "bishop", "bishop": "bishop",
}  # fmt: skip
_TITLE = "|".join(re.escape(word) for word in OFFICES if word[0].isupper())
_ROLE = "|".join(word for word in OFFICES if word[0].islower())
_TITLED = regex(
    rf"(?<!\w)(?P<office>{_TITLE}) (?:[A-Z][\w’'.-]* ){{0,2}}?(?P<last>[A-Z][\w’'-]*[a-z])(?![\w ]? ?[A-Z])"
)
_APPOSED = regex(rf", (?:the|a) (?:[a-z]+ )?(?P<office>{_ROLE})\b")
_LAST_NAME = regex(r"(?P<last>[A-Z][\w’'-]*[a-z])$")
_NOT_NOW = regex(
    r"\b(?:former|formerly|ex-|then|once|elect|candidate|deputy|vice|lieutenant|acting|late|next|running|elected|became|ran for|district|would-be|lt|lt\.|nominee|own)\b",
    re.IGNORECASE,
)


@check("offices", of=Article)
def offices(article: Article) -> Iterator[Verdict]:
    """People who are given two offices that nobody holds at once."""
    text = article.document.text
    held: defaultdict[str, dict[str, Span]] = defaultdict(dict)
    for found in _APPOSED.finditer(text):
        name = _LAST_NAME.search(text[max(0, found.start() - 30) : found.start()])
        if name:
            _give(
                held[name["last"]],
                found["office"],
                Span(article.document, found.start() - len(name[0]), found.end()),
                article,
            )
    for found in _TITLED.finditer(text) if held else ():
        if found["last"] in held:
            _give(held[found["last"]], found["office"], Span(article.document, *found.span()), article)
    for last, places in held.items():
        if len(places) == 2:
            first, second = sorted(places.values(), key=lambda span: span.start)
            yield Clash((second, first), {"name": last, "second": second.text, "first": first.text})


def _give(held: dict[str, Span], office: str, span: Span, article: Article) -> None:
    """Note an office that somebody holds now."""
    if not _NOT_NOW.search(sentence_at(article, span.start).text):
        held.setdefault(OFFICES[office], span)
