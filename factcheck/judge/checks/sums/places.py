"""A place in a series that is longer than the series: "the drama has 13 episodes … in the 15th episode"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.attach.words import stem
from factcheck.extract.lexicon.numbers import CARDINALS, ORDINALS, number_told
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import exact_numbers, sentence_number, vocabulary
from factcheck.judge.verdicts import Accord, Clash, Verdict, in_text_order
from factcheck.model import Article, Kind, Mention, Role, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What is played or run, of which other series may be told beside.
_PLAYED = "stage leg round race lap heat game match test fixture tie frame fight bout rally marathon event".split()
#: What is numbered through.
_MEMBERS = (
    *_PLAYED,
    *"episode chapter part volume book instalment installment act scene movement track song verse floor storey hole debate hearing session lecture"
    " lesson module page question speaker concert film movie novel album exam paper phase step stanza canto innings quarter attempt lane gate".split(),
)
_MEMBER = rf"(?P<noun>{any_of((*_MEMBERS, *(member.title() for member in _MEMBERS)))})"
#: "In chapter 24", "stage nine".
_NUMBERED = regex(
    rf"\b{_MEMBER} (?P<number>\d{{1,2}}|{any_of(CARDINALS)})\b(?!-|[–.:,]?\d| (?:of|per|to|and|or|million|minutes?|hours?)\b)"
)
#: Behind an ordinal, what it is the place of.
_NTH = regex(rf"(?: and (?:final|last|deciding|closing))? {_MEMBER}\b(?!['’-])")
#: What has members.
_WHOLE = (
    r"(?:series|drama|show|novel|book|course|competition|contest|tournament|championship|tour|cycle|festival|programme|program|saga|opera|play|symphony|concerto"
    r"|exam|rally|circuit|league|calendar|thriller|serial|documentary|podcast|sitcom|album|poem|epic|tower|building|block|hotel|skyscraper|memoir|biography|manual|report"
    r"|ballet|musical|trial|inquiry|election|playoffs?|quiz|decathlon|heptathlon|pentathlon|fight|bout|match|set|season)"
)
#: What makes a count all that there are: "has 13 episodes", "the series of five Tests", "there are only six rounds".
_ALL = regex(
    rf"\b(?:{_WHOLE} (?:(?:which|that) )?(?:has|had|contains?|contained|comprises?|comprised|runs? to|ran to|runs? for|ran for|takes? in|of)|there (?:are|were|will be)"
    r"|There (?:are|were|will be)|consists? of|consisting of|consisted of|divided into|split into|made up of|comprising)(?: (?:just|only|all|exactly|the))* $"
)
#: "The six-part drama", "a five-race series".
_ATTRIBUTE = regex(rf" (?:[a-z]+ ){{0,2}}?{_WHOLE}\b")
_OF_THE_SERIES = regex(rf"\b(?:of|in) (?:the|that|this|a) (?:[a-z]+ )?{_WHOLE}\b|\bof (?:it|them|those|these)\b")
#: How many there are so far, or of another series.
_OTHERWISE = regex(
    r"\b(?:so far|already|another|more|extra|further|left|remaining|to go|other|previous|last (?:year|season|time)|next (?:year|season)|new|would|could|if"
    r"|a (?:week|day|year|month)|per|season['’]s|second (?:[\w-]+ )?(?:series|season)|bonus|special)\b"
)
#: A series is told so many sentences before a place in it at most.
_FAR = 3
_SETS = {"trilogy": 3, "tetralogy": 4, "quartet": 4, "triptych": 3}
_PLACES = {word: number for number, word in enumerate("third fourth fifth sixth seventh".split(), start=3)}
#: "The trilogy's fourth volume".
_OF_A_SET = regex(
    rf"\b(?P<set>{any_of(_SETS)})['’]s (?P<place>{any_of(_PLACES)}) (?:volume|part|book|film|novel|instalment|installment|panel|movie)\b"
    rf"|\b(?P<nth>{any_of(_PLACES)}) (?:volume|part|book|film|novel|instalment|installment|panel|movie) (?:of|in) (?:the|a|his|her|their|its) (?:[\w’'-]+ ){{0,2}}?(?P<whole>{any_of(_SETS)})\b"
)


_OF_WHAT = regex(
    r"(?: and [a-z]+)?(?: [a-z]+)? (?:of|in) (?:the|an?|that|this|his|her|its|their) (?:[a-z]+ ){0,2}?(?P<what>[A-Za-z]+)\b"
)


#: "The six-part drama", told by what it has, and what one of its parts may be called.
_PARTS = {
    **{member: member for member in _MEMBERS if member not in ("page", "question", "gate", "lane")},
    **dict.fromkeys(("episode", "instalment", "installment", "programme", "program"), "part"),
    **dict.fromkeys(("story", "storeyed", "storied", "level"), "storey"),
    **dict.fromkeys(("set", "over", "inning", "reel", "scene", "canto", "day", "night", "hour"), ""),
    "floor": "storey",
    "legged": "leg",
    "bout": "round",
}
_KINDS = {part: kind or part for part, kind in _PARTS.items()}
_HYPHENED = regex(rf"-(?P<unit>{any_of(_KINDS)})(?![\w’'-]| old)")
_SOME = rf"(?P<noun>{any_of(_KINDS)})"
#: "Episode seven of the", "the fifth act of a", before "three-act play".
_ONE_OF = regex(
    rf"(?:\b{_SOME} (?P<number>\d{{1,3}}|{any_of(CARDINALS)})"
    rf"|\b(?P<nth>\d{{1,3}}(?:st|nd|rd|th)|{any_of(ORDINALS)})(?: and (?:final|last|deciding|closing))? {_SOME.replace('noun', 'member')})"
    r",? (?:of|in|on) (?:the|an?|his|her|its|their|this|that|[\w’'-]+['’]s) (?:(?!second|third|new|next|last|previous|other|another)[\w’'-]+ ){0,2}?"
    rf"(?P<most>\d{{1,3}}|{any_of(CARDINALS)})$",
    re.IGNORECASE,
)
#: So many letters before the hyphen the part is told at most.
_LEAD = 90
#: Some houses leave out the thirteenth floor.
_UNLUCKY = 13


class Place(NamedTuple):
    """The how-manieth member of a series it is."""

    number: int
    noun: str
    span: Span


@check("beyond-the-last", of=Article)
def beyond_the_last(article: Article) -> Iterator[Verdict]:
    """Places in series that their own sentence, or one before, says to be shorter."""
    is_set = not vocabulary(article).isdisjoint(_SETS)
    for found in _OF_A_SET.finditer(article.document.text) if is_set else ():
        nth, whole = ("place", "set") if found["set"] else ("nth", "whole")
        if _PLACES[found[nth]] > _SETS[found[whole]]:
            spans = sorted((found.span(nth), found.span(whole)))
            yield Clash(tuple(Span(article.document, *each) for each in spans))
    yield from _hyphened(article)
    series = list(_series(article))
    for place in _places(article) if series else ():
        for mention, most in series:
            verdict = _place_in_series(article, mention, most, place)
            if verdict:
                yield verdict


def _hyphened(article: Article) -> Iterator[Verdict]:
    """Parts beyond the last of what is told by how many it has: "chapter nine of the eight-chapter book"."""
    text = article.document.text
    for found in _HYPHENED.finditer(text):
        one = _ONE_OF.search(text, max(0, found.start() - _LEAD), found.start())
        if one is None or _KINDS[(one["noun"] or one["member"]).lower()] != _KINDS[found["unit"]]:
            continue
        place, most = number_told((one["number"] or one["nth"]).lower()), number_told(one["most"].lower())
        sentence = article.sentences[sentence_number(article, found.start())]
        if sentence.quotes(found.start()) or (_KINDS[found["unit"]] == "storey" and place > _UNLUCKY):
            continue
        spans = (
            Span(article.document, one.start(), one.end("number") if one["number"] else one.end("member")),
            Span(article.document, one.start("most"), found.end()),
        )
        if place > most:
            yield Clash(spans, arithmetic=f"{place} is more than {most}")
        else:
            yield Accord(spans, f"{spans[0].text} of {spans[1].text}")


def _series(article: Article) -> Iterator[tuple[Mention, int]]:
    """The counts that are of all members of a series."""
    text = article.document.text
    for mention, quantity in exact_numbers(article):
        if mention.kind is not Kind.COUNT or quantity.unit.lower() not in _MEMBERS or quantity.value > 100:
            continue
        sentence = article.sentences[sentence_number(article, mention.start)]
        is_all = _ALL.search(text, max(sentence.start, mention.start - 60), mention.start) or (
            "-" in mention.text and _ATTRIBUTE.match(text, mention.end, sentence.end)
        )
        if sentence.role is Role.BODY and is_all and not _OTHERWISE.search(sentence.text):
            yield mention, int(quantity.value)


def _places(article: Article) -> Iterator[Place]:
    """The members that an article numbers: "the 15th episode", "chapter 24"."""
    text = article.document.text
    for mention in article.mentions:
        found = _NTH.match(text, mention.end) if mention.kind is Kind.ORDINAL else None
        if found and mention.quantity and mention.quantity.printed:
            yield Place(int(mention.quantity.printed[0]), found["noun"], mention.span)
    for found in _NUMBERED.finditer(text):
        told = found["number"]
        yield Place(
            int(told if told.isdigit() else CARDINALS[told]), found["noun"], Span(article.document, *found.span())
        )


def _place_in_series(article: Article, mention: Mention, most: int, place: Place) -> Verdict | None:
    """Whether a place is one of a series, if it is of that series."""
    unit = mention.unit
    far = sentence_number(article, place.span.start) - sentence_number(article, mention.start)
    noun = place.noun.lower()
    is_part = stem(unit) == stem(noun) or (unit == "part" and noun == "episode")
    if not is_part or not 0 <= far <= _FAR or mention.start <= place.span.start < mention.end:
        return None
    sentence = article.sentences[sentence_number(article, place.span.start)]
    if sentence.quotes(place.span.start) or _OTHERWISE.search(sentence.text):
        return None
    whole = _OF_WHAT.match(mention.document.text, place.span.end)
    if whole and whole["what"] not in article.sentences[sentence_number(article, mention.start)].text:
        return None  # "the 14th floor of the tower next door"
    is_there = mention.document.text[: mention.start].lower().rstrip().endswith(("there are", "there were", "only"))
    if noun in _PLAYED and far and not is_there and not _OF_THE_SERIES.search(sentence.text):
        return None
    spans = in_text_order(mention.span, place.span)
    if place.number <= most:
        return Accord(spans, f"{place.span.text} of {mention.text}")
    return Clash(spans, arithmetic=f"{place.number} is more than {mention.text}")
