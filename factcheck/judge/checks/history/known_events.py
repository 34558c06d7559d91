"""Known events with another date: "the Berlin Wall fell in November 1991"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.history.famous import events_of
from factcheck.judge.checks.parts import LONGEST_SENTENCE, mentions_in, telling
from factcheck.judge.moments import days
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Mention, Sentence, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcheck.judge.checks.history.famous import Event, Time
    from factcheck.judge.moments import Days

    #: Whether a date may be an event's.
    Fits = Callable[[Days, Time], bool]


#: A day of grace, for zones and for nights.
_GRACE = timedelta(days=1)
#: Where something else is dated than the event, or the event is made up.
_OTHERWISE = regex(
    r"\b(?:anniversar\w+|commemorat\w+|centenar\w+|memorial|fiction\w*|novel|films?|movie|documentary|series|episode|play|opera(?! house)|musical|game"
    r"|if|would|imagin\w+|alternat\w+|wrongly|mistak\w+|incorrectly|falsely|veterans?|inquiry|hearing|trial|re-?enact\w*)\b",
    re.IGNORECASE,
)
_ARTICLE = r"(?:[Tt]he |[Tt]he first |an? |its |their )?"
#: What a clause begins with, before the name of an event: "After the", "—in the".
_OPENS = regex(rf"(?:^|[.;:—–(\n“\"] ?|, |\b(?:and|but|that|when) ){_ARTICLE}$")
_OPENS_WITH = regex(
    rf"(?:^|[.;:—–(\n“\"] ?)(?:(?:[Ss]hortly |[Ss]oon |[Ee]ver |[Jj]ust )?(?:[Aa]fter|[Bb]efore|[Dd]uring|[Ff]ollowing|[Bb]y|[Ww]ith|[Ii]n|[Aa]t|[Uu]ntil) ){_ARTICLE}$"
)
_SINCE = regex(rf"\b[Ss]ince {_ARTICLE}$")
#: Before an event whose date is that of what happened in it.
_WITHIN = regex(rf"\b(?:[Ii]n|[Dd]uring|[Aa]t|[Ss]urvived|[Ww]itnessed|amid|throughout) {_ARTICLE}$")
_AFTER = regex(rf"\b(?:[Aa]fter|[Ff]ollowing) {_ARTICLE}$")
_BEFORE = regex(rf"\b(?:[Bb]efore|[Uu]ntil) {_ARTICLE}$")
#: Between a name and its date.
_OF, _IN = regex(r" (?:of|\()$| of (?:early |late |mid-)?$"), regex(r",? (?:in|on|of|back in)(?: early| late| mid)? $")
_VERB = (
    r",? (?:(?:which|that) )?(?:(?:first |only |finally |formally |officially )?(?P<begun>began|started|broke out|erupted|commenced)"
    r"|(?:finally |formally |officially )?(?P<ended>ended|finished|was over|came to an end|concluded)"
    r"|happened|took place|occurred|struck|was|were|came|raged|was fought|was held|was signed|was launched)"
)
_DATED = regex(rf"{_VERB}(?: [a-z]+){{0,3}}? (?:in|on)(?: early| late| mid)? $")
#: What stands between a date and a name right behind it: "In 1987, during the".
_LEADS = regex(r",? (?:(?:during|amid|at the height of|in|with) )?(?:the )?$")
_LEADS_AFTER, _LEADS_BEFORE = regex(r",? after (?:the )?$"), regex(r",? before (?:the )?$")
_LEADS_WHEN = regex(
    r",? (?:(?:when|as|the year|the day|the year that|the day that|the year when|the month) )?(?:the )?$"
)
#: "In July 1968, the month in which …" is of the event, wherever the date stands.
_THE_YEAR = regex(
    r",? (?:(?:in )?the (?:very |same )?(?:year|month|day|week|summer|autumn|spring|winter)(?: (?:in|on|during) which| when| that| of)?) (?:the )?$"
)
_LED = regex(
    r"(?:^|[.;:—\n“\"] ?|\b(?:and|but|that|since) )(?:[Ii]n|[Oo]n|[Bb]y|[Ss]ince|[Bb]ack in)(?: early| late| mid)? $"
)
#: Behind a name that is not the beginning of a longer one: "the 2018 World War I exhibition".
_CLOSES = regex(
    r"$|[.,;:)”\"!?—]| (?:and|was|were|is|are|has|had|in|on|at|that|which|who|with|to|by|for|from|as|but|when|killed|left|caused|changed|began|ended|led|cost|made)\b"
)
#: Between a clause and its date: a few words, and no other clause.
_GAP = regex(
    r"(?:,? (?!(?:when|that|which|who|where|and|but|before|after|until|since|for|to|as|while|because|his|her|their|next|again)\b)[\w’'.-]+){0,6}?,? (?:in|on)(?: early| late| mid)? $"
)
#: "Twelve years after the Berlin Wall fell".
_APART = regex(
    r"\b(?:years?|months?|weeks?|days?|decades?|generation|long|later|hours?) (?:after|before|since|when|until|ago|that) (?:the )?$|\bnot (?:the )?$"
)


@check("known-event", of=Article, about=[Kind.DATE])
def known_event(article: Article) -> Iterator[Verdict]:
    """Known events that a sentence gives a date, and whether it is theirs."""
    for _, sentence, words, mentions, kinds in telling(article):
        is_short = sentence.end - sentence.start <= LONGEST_SENTENCE
        is_read = is_short and Kind.DATE in kinds and any(map(_is_dated, mentions))
        events = events_of(words) if is_read else ()
        told = [verdict for event in events for verdict in _dates_beside(event, sentence, article)]
        if told and not _OTHERWISE.search(sentence.text):
            yield from (verdict for verdict in told if not any(_tells_more(other, verdict) for other in told))


def _dates_beside(event: Event, sentence: Sentence, article: Article) -> Iterator[Verdict]:
    """What a sentence that names an event makes of the dates in it."""
    for pattern, fit in ((event.named, _of_name), (event.happened, _of_clause)):
        for found in pattern.finditer(article.document.text, sentence.start, sentence.end) if pattern else ():
            name = Span(article.document, *found.span())
            for mention in mentions_in(article, sentence.start, sentence.end):
                fits = fit(sentence, name, mention) if _is_dated(mention) else None
                if fits is not None:
                    yield _date_and_event(event, name, mention, fits)


def _tells_more(other: Verdict, verdict: Verdict) -> bool:
    """Whether another verdict on the same date is about more words: "Armistice that ended the First World War"."""
    (date, long), (same, short) = other.spans, verdict.spans
    return date == same and long != short and long.start <= short.start and short.end <= long.end


def _is_dated(mention: Mention) -> bool:
    """Whether a mention is a date whose words tell the year."""
    time = mention.time if mention.kind is Kind.DATE else None
    return time is not None and time.start is not None and not time.anchored


def _date_and_event(event: Event, name: Span, mention: Mention, fits: Fits) -> Verdict:
    dated = days(mention)
    known = " or ".join(map(str, event.times))
    if dated is None or any(fits(dated, time) for time in event.times):
        return Accord((mention.span, name), f"{name.text}: {known}")
    return Clash(
        (mention.span, name),
        {"event": name.text, "known": known},
        arithmetic=f"{name.text}: {known}, by the encyclopedia",
        repairs=(f"“{known}”",),
    )


# --- what a date has to fit --------------------------------------------------------


def _meet(one: Days, other: Days) -> bool:
    return one[0] < other[1] + _GRACE and other[0] < one[1] + _GRACE


def _throughout(dated: Days, time: Time) -> bool:
    return _meet(dated, time.whole)


def _at_first(dated: Days, time: Time) -> bool:
    return _meet(dated, time.first)


def _at_last(dated: Days, time: Time) -> bool:
    return _meet(dated, time.last)


def _not_before(dated: Days, time: Time) -> bool:
    return dated[1] + _GRACE > time.first[0]


def _not_after(dated: Days, time: Time) -> bool:
    return dated[0] < time.last[1] + _GRACE


def _after_it(dated: Days, time: Time) -> bool:
    """Whether a date is not before the event, nor its day in another year."""
    return _not_before(dated, time) and _in_any_other_year(dated, time)


def _before_it(dated: Days, time: Time) -> bool:
    """Whether a date is not after the event, nor its day in another year."""
    return _not_after(dated, time) and _in_any_other_year(dated, time)


def _in_any_other_year(dated: Days, time: Time) -> bool:
    """Whether a date is anything but the day of the event in another year."""
    day = time.first[0]
    return (
        (dated[1] - dated[0]).days > 1
        or (dated[0].month, dated[0].day) != (day.month, day.day)
        or _throughout(dated, time)
    )


# --- how a date belongs to an event ------------------------------------------------


def _of_name(sentence: Sentence, name: Span, mention: Mention) -> Fits | None:
    """What a date must fit that is said of an event by its name; None where it is not said of it."""
    if mention.start >= name.end:
        return _behind_name(name.document.text, sentence, name, mention)
    if mention.end > name.start or not _CLOSES.match(name.document.text, name.end):
        return None
    return _before_name(name.document.text, sentence, name, mention)


def _behind_name(text: str, sentence: Sentence, name: Span, mention: Mention) -> Fits | None:
    between, before = text[name.end : mention.start], text[sentence.start : name.start]
    if _OF.fullmatch(between):
        return _throughout
    if _IN.fullmatch(between):
        return _by_position(before)
    dated = _DATED.fullmatch(between)
    if dated is None or _APART.search(before):
        return None
    return _at_first if dated["begun"] else _at_last if dated["ended"] else _throughout


def _before_name(text: str, sentence: Sentence, name: Span, mention: Mention) -> Fits | None:
    between, ahead = text[mention.end : name.start], text[sentence.start : mention.start]
    if between == " " and ahead.lower().endswith("the "):
        return _throughout
    if _THE_YEAR.fullmatch(between):
        return _throughout
    if not _LED.search(ahead):
        return None
    leads = ((_LEADS, _throughout), (_LEADS_AFTER, _not_before), (_LEADS_BEFORE, _not_after))
    return next((fit for pattern, fit in leads if pattern.fullmatch(between)), None)


def _by_position(before: str) -> Fits:
    """What "… the Chernobyl disaster in April 1986" must fit, by what leads to it."""
    if any(leads.search(before) for leads in (_OPENS, _OPENS_WITH, _SINCE, _WITHIN)):
        return _throughout
    # "He left after the disaster in 1991": the date may be that of the leaving.
    if _AFTER.search(before):
        return _after_it
    return _before_it if _BEFORE.search(before) else _in_any_other_year


def _of_clause(sentence: Sentence, clause: Span, mention: Mention) -> Fits | None:
    """What a date must fit that is said of a clause about an event."""
    text = clause.document.text
    if mention.start >= clause.end:
        between = text[clause.end : mention.start]
        alone = not _APART.search(text[sentence.start : clause.start])
        return _throughout if alone and _GAP.fullmatch(between) else None
    if mention.end > clause.start:
        return None
    between = text[mention.end : clause.start]
    if _THE_YEAR.fullmatch(between):
        return _throughout
    is_led = _LED.search(text[sentence.start : mention.start]) is not None
    return _throughout if is_led and _LEADS_WHEN.fullmatch(between) else None
