"""Who and what an article turns on: its names, each by the fullest form that the article gives."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.align.merging import KINDS, may_be_one_name
from factcheck.align.names import BEFORE_NAMES, canonical, code, names_in
from factcheck.attach.words import EMPTY, stem
from factcheck.extract.lexicon.nouns import KIN
from factcheck.nouns import remembering
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Document

#: Words up to this length stand in small letters in any headline.
SHORT_WORD = 3
#: The article's headline and lead are read this far, in letters.
LEAD = 900
#: So many names of the headline and lead say what an article is about.
ABOUT = 6
#: Besides titles, what stands before somebody's name.
OFFICES = BEFORE_NAMES | frozenset(
    "speaker leader whip commissioner counsel attorney administrator superintendent congressman congresswoman candidate".split()
)
#: Before a full name: it is that of a relative, and a surname that was told before is somebody else's.
OF_KIN = regex(rf"\b(?:{any_of(KIN)}|first lady),? \Z", re.IGNORECASE)
#: No such word and what stands behind it are longer, in letters.
KIN_WITHIN = 20


@remembering(1 << 11)
def called(document: Document) -> Mapping[str, str]:
    """The canonical names of an article, each with the fullest that it gives of the same person.

    "Berg", of whom it says "Mayor Anna Berg" elsewhere, is Anna Berg and nobody else; if it
    speaks of Ivar Berg too, nobody knows who is meant.
    """
    first: dict[str, int] = {}
    by_surname: defaultdict[str, set[str]] = defaultdict(set)
    for name in names_in(document):
        usual = canonical(name.text)
        if usual not in first:
            person = _person(usual)
            first[usual] = name.start
            first.setdefault(person, name.start)
            by_surname[usual.rpartition(" ")[2]].add(person)
    fullest = {
        surname: _fullest(surname, persons, first, document.text)
        for surname, persons in by_surname.items()
        if len(persons) > 1
    }
    return {name: _called(name, fullest.get(name.rpartition(" ")[2], "")) for name in first}


def _called(name: str, fullest: str) -> str:
    """The fullest name of the person that a name is of, or else the name."""
    person = _person(name)
    return fullest if fullest and (" " not in person or f" {person}".endswith(f" {fullest}")) else name


@lru_cache(maxsize=1 << 15)
def _person(name: str) -> str:
    """A name without the offices before it: "vice president anna berg" → "anna berg"."""
    words = name.split()
    first = max((at for at, word in enumerate(words[:-1], 1) if word in OFFICES), default=0)
    return name if any(word in EMPTY for word in words) else " ".join(words[first:])


def _fullest(surname: str, persons: set[str], first: Mapping[str, int], text: str) -> str:
    """The one person of a surname, or "" where there is none or more than one, or the surname alone is another's.

    So it is where it is told long before, or before a relative of whoever bears it.
    """
    full = sorted(
        (one for one in persons if one != surname and _is_full(one, surname)), key=lambda one: (len(one), one)
    )
    if not full:
        return ""
    begins, alone = first[full[0]], first.get(surname, len(text))
    if begins > max(LEAD, first.get(surname, 0)) or (
        alone < begins and OF_KIN.search(text, max(0, begins - KIN_WITHIN), begins)
    ):
        return ""
    return full[0] if all(f" {one}".endswith(f" {full[0]}") for one in full) else ""


def _is_full(name: str, surname: str) -> bool:
    """Whether a name is that of a person with this surname, first names and all."""
    return may_be_one_name(name, surname) and not any(stem(word) in KINDS for word in name.split()[:-1])


@remembering(1 << 11)
def about(document: Document) -> tuple[str, ...]:
    """The canonical names that the headline and lead of an article turn on, the most frequent first."""
    text = document.text
    headline = _headline(text)
    lead = text.find("\n", max(LEAD // 3, headline + 1))
    end = min(LEAD, len(text) if lead < 0 else lead)
    names = names_in(document)
    known = {code(name.text) for name in names if name.start >= headline}
    full = called(document)
    counts = Counter(full[canonical(name.text)] for name in names if name.start < end and code(name.text) in known)
    return tuple(name for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:ABOUT])


def _headline(text: str) -> int:
    """Where a headline ends in which every word has a capital, so that only what the text names too is a name."""
    end = max(0, text.find("\n", 0, LEAD))
    words = [word for word in text[:end].split() if len(word) > SHORT_WORD]
    return end if 2 * sum(word[0].isupper() for word in words) > len(words) else 0
