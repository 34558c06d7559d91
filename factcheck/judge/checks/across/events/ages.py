"""How old two reports of one event say that somebody is of whom both tell by the full name."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.align.merging import KINDS
from factcheck.align.names import BEFORE_NAMES, folded, names_in
from factcheck.align.persons import KIN_WITHIN, OF_KIN
from factcheck.attach.words import stem
from factcheck.extract.lexicon.nouns import KIN
from factcheck.judge.checks.lives.aged import BIRTHDAY, is_set_off
from factcheck.model import Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.align.drafts import Figure
    from factcheck.judge.checks.across.events.reports import EventReport
    from factcheck.model import Document

#: Before a name that is not that of a person.
_PLACE = regex(r"\b(?:[Tt]he|[Ii]n|[Nn]ear|[Aa]t)\s\Z")
#: An age at some other time, by the words before and behind it.
_THEN_BEFORE = regex(r"\b(?:when|then|turned|born|had been|until|from|since|before)\b[^.;]{0,24}\Z")
_THEN_BEHIND = regex(r"(?: years old)?,? (?:when|at the time|then|in (?:19|20)\d\d|years? ago)\b")
#: What tells that somebody died at an age, near before it or right behind it.
_DIED = regex(r"\b(?:died|passed away|dies)\b[^.;]{0,90}\Z")
_AS_DIED = regex(r" when (?:she|he) (?:died|passed away)\b")
#: An age of the one who was named last: "At 19 she is", "aged 79", "at the age of 79".
_AGED = regex(r"\b(?:aged|[Aa]t|age|age of) \Z")
_SHE_IS = regex(r",? (?:she|he) is\b")
_SHE = regex(r"\W*(?:At \d+,? (?:she|he) is|She|He)\b")
#: "The mother of Ann Lund, 71", "her husband, 54".
_OF, _KIN = regex(rf"\b(?:{any_of(KIN)}) of \Z", re.IGNORECASE), regex(rf"\b(?:{any_of(KIN)})\b", re.IGNORECASE)
#: So far before an age, in letters, somebody is named whose it is.
REACH, NEAR = 140, 30


class Age(NamedTuple):
    """An age that is somebody's, and whether it is that of the day of death."""

    figure: Figure
    is_last: bool


def of_one_person(ours: EventReport, theirs: EventReport) -> Iterator[tuple[Figure, Figure]]:
    """The ages of one person, of whom either report gives one, if no birthday parts them."""
    one, other = ours.told(_ages), theirs.told(_ages)
    for name in one.keys() & other.keys():
        (a, *more), (b, *others) = one[name], other[name]
        if more or others or a.is_last is not b.is_last:
            continue
        years, old = a.figure.mention.quantity, b.figure.mention.quantity
        if years is not None and old is not None and abs(years.value - old.value) > (0 if a.is_last else BIRTHDAY):
            yield a.figure, b.figure


def _ages(report: EventReport) -> dict[str, list[Age]]:
    """The ages that a report gives those whom it names in full."""
    ages: defaultdict[str, list[Age]] = defaultdict(list)
    people = _people(report.document)
    for figure in report.figures:
        mention = figure.mention
        if mention.exact is None or not _is_age(figure):
            continue
        text = mention.document.text
        before = text[max(0, mention.start - REACH) : mention.start]
        is_last = bool(_DIED.search(before)) or _AS_DIED.match(text, mention.end) is not None
        if not is_last and (_THEN_BEFORE.search(before[-NEAR:]) or _THEN_BEHIND.match(text, mention.end)):
            continue
        if figure.claim.sentence.quotes(mention.start):
            continue
        if name := _whose(figure, people):
            ages[name].append(Age(figure, is_last))
    return ages


def _is_age(figure: Figure) -> bool:
    mention = figure.mention
    if mention.kind is Kind.AGE:
        return "-old" not in mention.text
    text = mention.document.text
    return mention.kind is Kind.NUMBER and (
        is_set_off(mention)
        or (
            _AGED.search(text, max(0, mention.start - NEAR), mention.start) is not None
            and _SHE_IS.match(text, mention.end) is not None
        )
    )


def _people(document: Document) -> dict[str, str]:
    """Who is named in full, by the full name and by a surname that only one has."""
    people: dict[str, str] = {}
    surnames: defaultdict[str, set[str]] = defaultdict(set)
    for name in names_in(document):
        words = [word for word in folded(name.text).split() if word not in BEFORE_NAMES]
        if 1 < len(words) < 4 and not any(stem(word) in KINDS for word in words):
            people[" ".join(words)] = " ".join(words)
            surnames[words[-1]].add(" ".join(words))
    return people | {last: next(iter(full)) for last, full in surnames.items() if len(full) == 1}


def _whose(figure: Figure, people: dict[str, str]) -> str:
    """Who was named last before an age; "" where that is nobody, or a relative."""
    mention, sentence = figure.mention, figure.claim.sentence
    text = mention.document.text
    goes_on = _SHE.match(text, sentence.start) is not None
    begins = max(0, (sentence.start if not goes_on else 0), mention.start - (2 * REACH if goes_on else REACH))
    if _KIN.search(text, max(begins, mention.start - KIN_WITHIN), mention.start):
        return ""
    last = ""
    for name in names_in(mention.document):
        if begins <= name.start < mention.start and not _PLACE.search(text, max(0, name.start - 6), name.start):
            words = [word for word in folded(name.text).split() if word not in BEFORE_NAMES]
            known = people.get(" ".join(words)) or people.get(words[-1] if words else "", "")
            known = "" if _OF.search(text, max(0, name.start - KIN_WITHIN), name.start) else known
            is_kin = OF_KIN.search(text, max(0, name.start - KIN_WITHIN), name.start) is not None
            last = "" if is_kin else known
    return last
