"""How long something has gone on, told twice: "out for seven weeks", "the strike, now in its third week"."""

from __future__ import annotations

from itertools import combinations
from math import inf
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.function_words import ANYS
from factcheck.judge.checks import check
from factcheck.judge.checks.dates.instants import A_DAY, UNITS
from factcheck.judge.checks.parts import sentence_number
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.verdicts import Accord, Clash, Verdict, in_text_order
from factcheck.model import Article, Bound, Kind, Mention, Role, Sentence
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

#: What goes on for days, weeks or months, and is spoken of while it does.
_COURSES = (
    *WORD_CLASSES["siege"],
    *"lockout fast hunt manhunt dispute impasse quarantine stoppage walk-out blackout outage vigil outbreak epidemic famine flood floods"
    " deadlock embargo encampment picket go-slow ban inquiry inquest absence rescue rebellion revolt assault invasion insurgency mission"
    " expedition voyage".split(),
)
#: Of these, what keeps other things from going on: "for seven weeks rubbish has lain in the streets".
_STOPS = frozenset(
    "strike strikes walkout walk-out lockout stoppage blockade siege boycott shutdown fast picket go-slow".split()
)
#: Of these, what is announced to last so long: "the six-month mission" is in its fourth month; a strike is announced by days.
_PLANNED = frozenset(
    "fast ban mission expedition voyage trial inquest inquiry hearings campaign curfew lockdown truce ceasefire quarantine detention shutdown closure search boycott embargo"
    " encampment vigil suspension sit-in offensive recession".split()
)
_CALLED_FOR_DAYS = frozenset("strike strikes walkout walk-out stoppage lockout picket go-slow protests clashes".split())
#: Two lengths that are told loosely differ by no more than this.
_LOOSE = 1.4
#: Nor by more than so much of the longer unit.
_ROUGHLY = 0.6
_NOUN = rf"(?P<noun>{any_of(_COURSES)})\b(?!-)"
#: "the seven-week strike", "the 28-day-old hunger strike".
_ATTRIBUTE = regex(rf"(?:[- ]old|[- ]long)? (?:[a-z-]+ ){{0,2}}?{_NOUN}")
_THE = regex(rf"\b{ANYS} $")
#: "11 months of siege", "seven weeks into the strike".
_OF = regex(rf" (?:of|into)(?: {ANYS})? (?:[\w’'-]+ ){{0,2}}?{_NOUN}")
#: "on hunger strike for 28 days", "the lockout has gone on for a month", "the siege, now nine weeks old".
_FOR = regex(
    rf"\b(?:(?:on|under|in) (?:[a-z]+ )?|{ANYS} (?:[\w-]+ ){{0,2}}?){_NOUN}(?: of (?:[\w’'-]+ ){{1,4}}?)?(?:,? (?:which|that))?[^.;:()]{{0,30}}?"
    r" (?:for|lasted|dragged on|run)(?: (?:just|only|exactly|some|the (?:past|last)))? $"
)
_OLD = regex(rf"\b{_NOUN}(?: of (?:[\w’'-]+ ){{1,4}}?)?,? (?:(?:which|that) )?(?:(?:is|are|now|just|already|only) )*$")
#: "For seven weeks rubbish has lain in the streets", "after 20 days without food", of what another sentence names.
_OPENS = regex(r"(?:^|[.!?\n“”] ?)(?:For|After)(?: (?:just|the (?:past|last)))? $")
#: "in its third week", "Wednesday was the 40th day of the occupation".
_ITS = regex(r"\b(?:in|into|enter(?:ed|ing|s)?|reach(?:ed|es)|beg(?:an|ins)|start(?:ed|s)) (?:its|their|his|her) $")
_UNIT = regex(r" (?P<unit>day|week|month|year)\b")
_PLACE_OF = regex(rf" (?:day|week|month|year) of (?:{ANYS} )?(?:[\w’'-]+ ){{0,3}}?{_NOUN}")
#: A sentence tells how it is now.
_NOW = regex(
    r"\b(?:has|have|is|are|can|cannot|now|goes|continues|remains?|today|yesterday|enters?|entered|says?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
#: Told of long ago, of another of its kind, or of how it will be.
_OTHERWISE = regex(
    r"\b(?:ended|(?:is|was|are|were|be) over|called off|suspended|when|another|previous|earlier|last (?:year|time)|similar|latest|longest|longer|whose|own|will|would|could|may"
    r"|might|if|until|record|expected|planned|due|consecutive|straight|successive|in a row|ago|first|second time|ceasefire|(?:19|20)\d\d)\b(?! (?:week|day|month))"
)
_KINDS = frozenset({Kind.DURATION, Kind.AGE, Kind.ORDINAL})
#: "More than four months" and "about four months" are at least so long.
_BOUNDS = (Bound.EXACT, Bound.ABOUT, Bound.ABOVE)
#: So many sentences may lie between two tellings.
_FAR = 3


class Told(NamedTuple):
    """How long something has gone on, in minutes, at the least and the most; of nothing named where "for seven weeks" opens a sentence."""

    mention: Mention
    noun: str
    least: float
    most: float
    sentence: int
    unit: str
    #: Whether it is a place in an order ("the third week").
    is_place: bool
    #: Whether it may be how long it is to last in the end.
    is_planned: bool = False


@check("elapsed", of=Article, told_by=_COURSES, about=[Kind.DURATION, Kind.AGE])
def elapsed(article: Article) -> Iterator[Verdict]:
    """Something that has gone on for one length of time by the one sentence, and for another by the other."""
    told = [one for mention in article.mentions if (one := _told_of(article, mention))]
    named = {one.noun for one in told if one.noun}
    for one, other in combinations(told, 2):
        if (one.is_place and other.is_place) or other.sentence - one.sentence > _FAR:
            continue
        if not one.is_place and not other.is_place:
            if one.noun and one.noun == other.noun and not one.is_planned and not other.is_planned:
                yield from _two_lengths(one, other)
            continue
        is_near = other.sentence - one.sentence <= 1 and len(named) == 1 and one.unit == other.unit and named <= _STOPS
        if one.noun == other.noun if one.noun and other.noun else is_near:
            yield _length_and_place(*((one, other) if other.is_place else (other, one)))


def _told_of(article: Article, mention: Mention) -> Told | None:
    if mention.kind not in _KINDS:
        return None
    number = sentence_number(article, mention.start)
    sentence = article.sentences[number]
    if sentence.role is not Role.BODY or sentence.quotes(mention.start):
        return None
    is_place = mention.kind is Kind.ORDINAL
    told = _place(sentence, mention, number) if is_place else _length(sentence, mention, number)
    return told if told and not _OTHERWISE.search(sentence.text) and _NOW.search(sentence.text) else None


def _length(sentence: Sentence, mention: Mention, number: int) -> Told | None:
    """How long it has gone on by a length of time."""
    quantity, text = mention.single, mention.document.text
    if quantity is None or quantity.bound not in _BOUNDS or quantity.unit not in UNITS:
        return None
    unit = UNITS[quantity.unit]
    if unit < A_DAY:
        return None
    before = text[max(sentence.start, mention.start - 80) : mention.start]
    noun = _noun_beside(text, mention, before, sentence.end)
    if noun is None:
        return None
    least = float(quantity.printed[0]) * unit
    most = inf if quantity.bound is Bound.ABOVE else least + unit
    return Told(
        mention,
        noun,
        least - unit / 4,
        most,
        number,
        quantity.unit,
        is_place=False,
        is_planned=_is_planned(text, mention, noun, quantity.unit),
    )


def _is_planned(text: str, mention: Mention, noun: str, unit: str) -> bool:
    """Whether a length may be the one that something is to have in the end: "the five-day strike"."""
    if noun not in _PLANNED and not (noun in _CALLED_FOR_DAYS and unit == "day"):
        return False
    return "old" not in mention.text and not _OF.match(text, mention.end) and "-" in mention.text


def _noun_beside(text: str, mention: Mention, before: str, end: int) -> str | None:
    """What has gone on for so long; "" where a sentence begins with it and does not say, None where nothing does."""
    if mention.kind is Kind.AGE or text.startswith(" old", mention.end):
        attribute = _ATTRIBUTE.match(text, mention.end, end) if _THE.search(before) else None
        found = attribute or _OLD.search(before)
        return found["noun"] if found else None
    found = _OF.match(text, mention.end, end) or _FOR.search(before)
    if found is None and _THE.search(before):
        found = _ATTRIBUTE.match(text, mention.end, end)
    if found is None and _OPENS.search(before):
        return ""
    return found["noun"] if found else None


def _place(sentence: Sentence, mention: Mention, number: int) -> Told | None:
    """How long it has gone on by a place in an order: in the third week, it is two weeks and some days."""
    text, quantity = mention.document.text, mention.single
    unit = _UNIT.match(text, mention.end, sentence.end)
    if unit is None or quantity is None:
        return None
    found: re.Match[str] | None = _PLACE_OF.match(text, mention.end, sentence.end)
    before = text[sentence.start : mention.start]
    noun = found["noun"] if found else ""
    if not found:
        if not _ITS.search(before):
            return None
        nouns = [each["noun"] for each in regex(rf"\b{_NOUN}").finditer(before)]
        noun = nouns[-1] if nouns else ""
    size, place = UNITS[unit["unit"]], float(quantity.printed[0])
    return Told(mention, noun, (place - 1) * size, place * size, number, unit["unit"], is_place=True)


def _two_lengths(one: Told, other: Told) -> Iterator[Verdict]:
    """How long something has gone on, by two lengths of time."""
    spans = (one.mention.span, other.mention.span)
    short, long_ = sorted((one, other), key=lambda told: told.least)
    is_near = long_.least <= short.least * _LOOSE or long_.least - short.least <= _ROUGHLY * max(
        UNITS[one.unit], UNITS[other.unit]
    )
    if short.most == inf or is_near:
        yield Accord(spans, f"{one.mention.text} and {other.mention.text} are one length")
        return
    words = {"length": one.mention.text, "place": other.mention.text}
    yield Clash(
        spans, words, arithmetic=f"what has gone on for {one.mention.text} has not gone on for {other.mention.text}"
    )


def _length_and_place(length: Told, place: Told) -> Verdict:
    spans = in_text_order(length.mention.span, place.mention.span)
    words = {"length": length.mention.text, "place": place.mention.text}
    # A day's grace for how the first day is counted.
    if (length.is_planned or length.least - A_DAY <= place.most) and place.least - A_DAY <= length.most:
        return Accord(spans, f"{length.mention.text} fits the {place.mention.text}")
    return Clash(
        spans,
        words,
        arithmetic=f"what has gone on for {length.mention.text} is not in its {place.mention.text} {place.unit}",
    )
