"""The offices that an article gives a person, and two that nobody holds at once."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.align.names import NAME_WORD
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at, vocabulary, words_by_sentence
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

#: Offices of which nobody holds two of one line at once: each with the ways to write it.
_HELD = """
president: President, Pres.
prime minister: Prime Minister, Prime minister, Premier, prime minister, premier
chancellor: Chancellor
governor: Governor, Gov.
mayor: Mayor
senator: Senator, Sen.
representative: Representative, Rep., Congressman, Congresswoman, congressman, congresswoman
sheriff: Sheriff
judge: Judge, Justice
prosecutor: Prosecutor, District Attorney, prosecutor, district attorney
ambassador: Ambassador
consul: Consul, Consul General, consul general
archbishop: Archbishop
bishop: Bishop
cardinal: Cardinal
pope: Pope
rabbi: Rabbi
imam: Imam
king: King
queen: Queen
prince: Prince
princess: Princess
coach: Coach
private: Private, Pte
corporal: Corporal, Cpl.
sergeant: Sergeant, Sgt., Sgt
lieutenant: Lieutenant, Lt., Lt
captain: Captain, Capt., Capt
major: Major, Maj.
colonel: Colonel, Col., Col
general: General, Gen., Gen
admiral: Admiral, Adm.
constable: Constable
inspector: Inspector
superintendent: Superintendent
finance minister: Finance Minister, Finance minister
foreign minister: Foreign Minister, Foreign minister
defence minister: Defence Minister, Defence minister, Defense minister, Defense Minister, defence minister, defense minister
health minister: Health Minister, Health minister
interior minister: Interior Minister, Interior minister
justice minister: Justice Minister, Justice minister
education minister: Education Minister, Education minister
transport minister: Transport Minister, Transport minister
trade minister: Trade Minister, Trade minister
energy minister: Energy Minister, Energy minister
environment minister: Environment Minister, Environment minister
agriculture minister: Agriculture Minister, Agriculture minister
home secretary: Home Secretary
foreign secretary: Foreign Secretary
health secretary: Health Secretary
treasurer: Treasurer
speaker: Speaker
chief executive: Chief Executive, Chief executive, CEO
finance director: Finance Director, Finance director, Finance Chief, finance chief, Chief Financial Officer, chief financial officer, CFO
managing director: Managing Director, Managing director
headteacher: Headteacher, Head Teacher, Head teacher, head teacher, headmaster, headmistress, Headmaster, Headmistress
coroner: Coroner
police chief: Police Chief, Police chief
fire chief: Fire Chief, Fire chief
councillor: Councillor, Cllr
chief constable: Chief Constable
ombudsman: Ombudsman
"""


def _written() -> Iterator[tuple[str, str]]:
    for line in _HELD.strip().splitlines():
        office, _, ways = line.partition(": ")
        yield office, office
        for way in ways.split(", "):
            yield way, office


#: Each way to write an office, with the office.
OFFICES: Mapping[str, str] = dict(_written())
#: What a sports captain may be beside it, and titles that go with others.
_TOGETHER = (
    frozenset({"coach", "captain"}),
    frozenset({"cardinal", "archbishop"}),
    frozenset({"judge", "justice"}),
    frozenset({"chief executive", "managing director"}),
    frozenset({"constable", "chief constable"}),
    frozenset({"councillor", "mayor"}),
)
_TITLE = any_of(word for word in OFFICES if word[0].isupper())
_ROLE = any_of(word for word in OFFICES if word[0].islower())
#: The last word of each way to write an office, and which offices it may be; and as it is written in titles and in roles.
_TOLD_BY: defaultdict[str, set[str]] = defaultdict(set)
_IN_TITLES: defaultdict[str, set[str]] = defaultdict(set)
_IN_ROLES: defaultdict[str, set[str]] = defaultdict(set)
for _way, _office in OFFICES.items():
    _last = _way.rstrip(".").split()[-1]
    _TOLD_BY[_last.lower()].add(_office)
    (_IN_TITLES if _way[0].isupper() else _IN_ROLES)[_last.lower()].add(_last)
_LAST_WORDS = frozenset(_TOLD_BY)
#: "Gov. Ann Lo", with every title of a row: "Lieutenant Colonel Lo" is a colonel.
_TITLED = regex(
    rf"(?P<head>{_TITLE}) (?:(?P<office>{_TITLE}) )*(?P<first>(?:[A-Z][\w’'.-]* ){{0,2}}?)(?P<last>{NAME_WORD})(?![\w’'-])(?! [A-Z])"
)
#: "Lo, the governor", "Ruiz, who is prime minister", "Ade, the country's foreign minister".
_APPOSED = regex(
    rf"(?P<last>{NAME_WORD}), (?:who (?:is|was) )?(?:the |an? |our |its |their )?(?:[a-z][\w-]*(?:['’]s)? )?(?P<office>{_ROLE})(?=[,.;:)]|$| (?:of|for|who|and|in|at|from|here)\b)"
)
#: "Lo is the mayor of Orbe", "Lo, who has been mayor".
_BEING = regex(
    rf"(?P<last>{NAME_WORD}) is (?:the |an? )(?:[a-z][\w-]*(?:['’]s)? )?(?P<office>{_ROLE})(?=[,.;:)]| (?:of|for|who|and|in|at)\b)"
)
#: "the sheriff, Carey, smiled".
_NAMED = regex(
    rf"[Tt](?<!\w[Tt])he (?:[a-z][\w-]* )?(?P<office>{_ROLE}), (?:{NAME_WORD} ){{0,2}}?(?P<last>{NAME_WORD}),"
)
#: Each with what stands in every sentence that it reads.
_PATTERNS = (
    (" ", _IN_TITLES, _TITLED),
    (", ", _IN_ROLES, _APPOSED),
    (" is ", _IN_ROLES, _BEING),
    ("he ", _IN_ROLES, _NAMED),
)
_NOT_NOW = regex(
    r"\b(?:former|formerly|ex-|the then|then-|once|elect|candidate|deputy|vice|lieutenant governor|acting|the late|late (?=[A-Z])|next|running|elected|became|become|ran for|district judge|would-be|nominee|own"
    rf"|had been (?:the |an? |its |their )?(?:[a-z]+ )?(?:{_ROLE}|{_TITLE})"
    rf"|made (?:him |her |an? |the )?(?:{_ROLE}|{_TITLE})"
    r"|promot\w+|appoint\w+|named|nominat\w+|succeed\w*|replac\w+|shadow|assistant|honorary|retired|previous\w*|used to|years as|son|daughter|wife|husband|brother|sister|father|mother)\b",
    re.IGNORECASE,
)


class Held(NamedTuple):
    """An office that somebody is said to hold."""

    office: str
    span: Span
    #: First names, where the title stands before them.
    first: str
    is_title: bool


@check("offices", of=Article, told_by=_TOLD_BY)
def offices(article: Article) -> Iterator[Verdict]:
    """People who are given two offices that nobody holds at once."""
    named: defaultdict[str, list[re.Match[str]]] = defaultdict(list)
    text = article.document.text
    words = _LAST_WORDS & vocabulary(article)
    if sum(len(_TOLD_BY[word]) for word in words) < 2:
        return
    for sentence, own in zip(article.sentences, words_by_sentence(article), strict=True):
        if words.isdisjoint(own):
            continue
        start, end, told = sentence.start, sentence.end, words & own
        for sign, forms, pattern in _PATTERNS:
            is_told = text.find(sign, start, end) >= 0 and any(
                text.find(form, start, end) >= 0 for word in told for form in forms.get(word, ())
            )
            for found in pattern.finditer(text, start, end) if is_told else ():
                named[found["last"]].append(found)
    for last, all_found in named.items():
        # Most have one name for one office.
        given = [held for found in all_found if (held := _held(article, found))] if len(all_found) > 1 else []
        if len({held.office for held in given}) < 2:
            continue
        now = [held for held in given if not _NOT_NOW.search(sentence_at(article, held.span.start).text)]
        pair = _two_offices(sorted(now, key=lambda each: each.span.start), has_one_bearer=_has_one_bearer(last, text))
        if pair is not None and not _has_become(pair[1].office, text):
            first, second = pair
            yield Clash((second.span, first.span), {"name": last, "second": second.span.text, "first": first.span.text})


def _held(article: Article, found: re.Match[str]) -> Held | None:
    """The office that some words give somebody; None where a title is the end of a longer word."""
    told, text = found.groupdict(), article.document.text
    if "head" in told and (before := text[found.start() - 1 : found.start()]) and (before.isalnum() or before in "_-"):
        return None
    office = told["office"] or told["head"]
    span = Span(article.document, *found.span())
    return Held(OFFICES[office], span, (told.get("first") or "").strip(), is_title="head" in told)


def _has_become(office: str, text: str) -> bool:
    """Whether a text tells that somebody was given an office."""
    given = (
        r"\b(?:made|named|appointed|promoted|elected|created|ordained|consecrated|elevated|became|becomes?|sworn in)\b"
    )
    return regex(rf"{given}[^.;]{{0,40}}\b{re.escape(office)}\b", re.IGNORECASE).search(text) is not None


#: What stands before a surname and is no first name.
_NO_FIRST = frozenset(word for way in OFFICES for word in way.split()) | frozenset(
    "Mr Mrs Ms Miss Dr Sir The And Of In At".split()
)


def _has_one_bearer(last: str, text: str) -> bool:
    """Whether a text knows but one first name before a surname."""
    before = {found[1] for found in regex(rf"\b([A-Z][\w’'.-]*) {re.escape(last)}\b").finditer(text)}
    return len(before - _NO_FIRST) == 1


def _two_offices(held: list[Held], *, has_one_bearer: bool) -> tuple[Held, Held] | None:
    """The first office of somebody, and the next that does not go with it; three offices are a family's."""
    if len({each.office for each in held}) > 2:
        return None
    for at, first in enumerate(held):
        for second in held[at + 1 :]:
            offices = frozenset({first.office, second.office})
            if (
                len(offices) == 2
                and offices not in _TOGETHER
                and _one_person(first, second, has_one_bearer=has_one_bearer)
            ):
                return first, second
    return None


#: Titles that a family does not share, as presidents and governors do.
_RANKS = frozenset(
    "private corporal sergeant lieutenant captain major colonel general admiral constable inspector superintendent".split()
) | {"chief constable"}


#: Titles of which a text that knows but one of a surname gives nobody two.
_SINGLE = frozenset(
    "senator representative judge prosecutor mayor councillor ambassador archbishop bishop cardinal rabbi imam coroner sheriff ombudsman".split()
)


def _one_person(first: Held, second: Held, *, has_one_bearer: bool) -> bool:
    """Whether a surname is one person's: titles are two people's, unless a first name is given twice, or ranks, or nobody else has the name."""
    if first.is_title and second.is_title:
        alike = bool(first.first) and (first.first == second.first or (has_one_bearer and not second.first))
        if alike and first.first != second.first and not {first.office, second.office} <= _SINGLE:
            alike = False
        return alike or ({first.office, second.office} <= _RANKS and not (first.first and second.first))
    return not (first.first and second.first and first.first != second.first)
