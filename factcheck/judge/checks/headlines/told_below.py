"""A number of a headline, or of a line beside a text, against those that the text tells of the same: which contradicts it, and where it stands too."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.attach.words import words_of
from factcheck.judge.agreement import gap
from factcheck.judge.checks.headlines.added_up import AMOUNTS, worked_out
from factcheck.judge.checks.headlines.tolls import Told, speaks_of
from factcheck.judge.checks.parts import sentence_at
from factcheck.model import TIMES, Article, Bound, Kind, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Claim, Mention

#: Small numbers this far apart, and others one of which is so many times the other, may still be one count.
SMALL, FEW, TENFOLD = 3, 4, 12
#: A headline rounds by no more than this share.
ROUNDED = Decimal("0.05")
#: So many letters before and after a number tell which state of things it belongs to.
BEFORE, BEHIND = 25, 22
#: From here on a number in figures says the same wherever it stands.
FIGURES = 10
#: "At least 30" leaves room for so much more, as a share, and no further.
LOOSE = Decimal("0.2")
#: "More than 20" is said of no more than so many times as much.
STRETCHED = 2
#: A number on top of the one before.
MORE = regex(r"(?<=another)|(?: [a-z]+){0,2} more\b(?! than)", re.IGNORECASE)
#: Behind one of these another number is spoken of.
NEXT_NUMBER = regex(r"[,;:—–]| and ")
#: A toll, and what it was on a day before it rose, within so many letters.
_STOOD = regex(
    r"\b(?:stood at|toll (?:was|had been)|(?:its|the) (?:count|number) (?:was|had been)|reached|put at)\b[^.;]*$",
    re.IGNORECASE,
)
_ON_A_DAY = regex(
    r" (?:on|by|at the end of) (?:late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE
)
CLAUSE = 70
#: Behind a number: the year in which it was counted; and right before one that was the last of its kind.
_IN_YEAR = regex(r"[^.;,–—]{0,60}?\b(?:in|during|of) (?:(?:early|late|[A-Z][a-z]+) )?((?:19|20)\d\d)\b")
_LAST_TIME = regex(r"\bsince (?:the |some |about )?$")
#: Words that make every number behind them in a sentence one of an earlier state.
EARLIER = regex(r"\b(?:earlier|initial(?:ly)?|previous(?:ly)?|originally|last (?:year|month|week))\b", re.IGNORECASE)
#: Words straight before and straight behind a number that make it a part, or another state.
STATE_BEFORE = regex(
    r"\b(?:another|others?|later|updated?|including|of whom|additional|separately|did not|not|nor"
    r"|(?:come|came|gone|went|fallen|fell|dropped|cut|scaled) (?:back |down )?to|now|since"
    r"|overturn(?:s|ed|ing)?|defend(?:s|ed|ing)?"
    r"|among(?! (?:the |those |at least |more than |about )*$))\b",
    re.IGNORECASE,
)
STATE_BEHIND = regex(
    r"\b(?:so far|others?|earlier|later|separately|each|per|seriously|critically|severely|last (?:year|month|week)"
    r"|(?<!most )(?<!many )(?<!some )of (?:them|whom|those)"
    r"(?! (?:(?:were|was|are|is|have|had|been|found) )*(?:dead|died|killed|injured|hurt|wounded)))\b",
    re.IGNORECASE,
)


def contradicting(told: Told, rivals: Sequence[Told], article: Article) -> Told | None:
    """The first number of the text that is of the same and cannot be right with one that the text does not have."""
    rival = next((rival for rival in rivals if _comparable(told, rival, rivals[0])), None)
    if rival is None or _is_apart(told, rival, rivals) or worked_out(told, rivals, article):
        return None
    return rival


def whole(span: Span, article: Article) -> Span:
    """A number with the noun that it counts, where it was read as an amount."""
    return next((mention.span for mention in article.mentions if mention.span.overlaps(span)), span)


def _is_apart(told: Told, rival: Told, rivals: Sequence[Told]) -> bool:
    """Whether a number of the text is a part, or an earlier or later state, of what a headline tells whole."""
    counted_before = rival is not rivals[0] or not rival.fate
    if counted_before and MORE.match(rival.span.document.text, rival.span.end, rival.sentence.end):
        return True
    return _at_another_time(rival) and not _at_another_time(told)


def _at_another_time(rival: Told) -> bool:
    """Whether the words beside a number of the text say that it is a part, or an earlier or later state."""
    text, span = rival.span.document.text, rival.span
    before = text[max(rival.sentence.start, span.start - BEFORE) : span.start]
    behind = NEXT_NUMBER.split(text[span.end : rival.sentence.end], maxsplit=1)[0]
    found = STATE_BEHIND.search(behind)
    return bool(
        _of_another_year(rival)
        or EARLIER.search(text, rival.sentence.start, span.start)
        or STATE_BEFORE.search(before)
        or (found and found.start() < BEHIND)
    )


def _of_another_year(rival: Told) -> bool:
    """Whether a number of the text is told of a year before that of the article: "since 67 drowned there in 2014"."""
    document, start, end = rival.span.document, rival.span.start, rival.span.end
    if _LAST_TIME.search(document.text, max(0, start - BEFORE), start):
        return True
    year = _IN_YEAR.match(document.text, end, rival.sentence.end)
    return year is not None and document.published is not None and int(year[1]) < document.published.year - 1


def said_too(told: Told, rivals: Sequence[Told], article: Article) -> Span | None:
    """The place in the text where the headline's number stands, as it is or less rounded, and not as what it was before."""
    return next((place for place in _said_too(told, rivals, article) if not (told.fate and _was_before(place))), None)


def _said_too(told: Told, rivals: Sequence[Told], article: Article) -> Iterator[Span]:
    exact = {rival.value for rival in rivals if rival.bound is Bound.EXACT}
    least = max((rival.value for rival in rivals if rival.bound is Bound.ABOVE), default=Decimal(0))
    for rival in rivals:
        bound = Bound.EXACT if told.fate and rival.value in exact else rival.bound
        if _fits(told, rival.value, bound) and (bound is not Bound.ABOVE or rival.value in {least, told.value}):
            yield rival.span
    rounds = told.step > 1 or not told.fate
    # "Dozens" is no number of people.
    most = 1 if told.fate else 2
    counted = _counted_alike(told, rivals, article)
    for mention in article.mentions:
        quantity = mention.quantity
        if quantity is None or mention.kind not in AMOUNTS or len(quantity.printed) > most:
            continue
        if told.sentence.start <= mention.start < told.sentence.end or _of_another_fate(told, mention, rivals, article):
            continue
        if counted and mention.kind is Kind.COUNT and quantity.unit != counted:
            continue
        if any(
            value == told.value
            or (rounds and gap(told.value, value) <= 2 * ROUNDED and _fits(told, value, quantity.bound))
            for value in quantity.printed
        ):
            yield mention.span
    if told.value < FIGURES:
        return
    document, sentence = article.document, told.sentence
    figure = regex(rf"(?<![\d.,]){re.escape(f'{told.value:,f}')}(?!\d|[.,]\d)")
    dates = [mention.span for mention in article.mentions if mention.kind in TIMES]
    places = (Span(document, *found.span()) for found in figure.finditer(document.text))
    told_again = (place for place in places if not any(place.overlaps(date) for date in dates))
    yield from (place for place in told_again if not sentence.start <= place.start < sentence.end)


def _was_before(place: Span) -> bool:
    """Whether a number is what a toll was on a day before: "the toll, which stood at nine on Friday, reached 16 on Saturday"."""
    text = place.document.text
    return (
        _ON_A_DAY.match(text, place.end) is not None
        and _STOOD.search(text, max(0, place.start - CLAUSE), place.start) is not None
    )


def _counted_alike(told: Told, rivals: Sequence[Told], article: Article) -> str:
    """The noun that a small number and one of its rivals count: four abstentions are no four libraries."""
    counted = "" if told.fate or told.value >= FIGURES else _counted_by(told, article)
    return counted if any(_counted_by(rival, article) == counted for rival in rivals) else ""


def _counted_by(told: Told, article: Article) -> str:
    """The noun that a number counts."""
    own = (mention for mention in article.mentions if mention.kind is Kind.COUNT and mention.span.overlaps(told.span))
    return next((mention.quantity.unit for mention in own if mention.quantity), "")


def _of_another_fate(told: Told, mention: Mention, rivals: Sequence[Told], article: Article) -> bool:
    """Whether a small number stands in a sentence that says nothing of what a headline says became of so many.

    That is only asked where the text begins with a number next to the headline's.
    """
    if not told.fate or told.value >= FIGURES or abs(told.value - rivals[0].value) > SMALL:
        return False
    return not speaks_of(told.fate, sentence_at(article, mention.start))


def _fits(told: Told, value: Decimal, bound: Bound) -> bool:
    """Whether a number of the text is the headline's, or what the headline rounds or bounds."""
    if told.value == value:
        return True
    if told.bound is Bound.ABOVE:
        return told.value <= value <= told.value * STRETCHED
    if told.bound is Bound.BELOW:
        return told.value / STRETCHED <= value <= told.value
    if Bound.ABOUT in {told.bound, bound}:
        return gap(told.value, value) <= 2 * ROUNDED
    if bound is not Bound.EXACT and (told.value > value) is (bound is Bound.ABOVE) and gap(told.value, value) <= LOOSE:
        # "34 die" above "at least 30 people": the text leaves room for it.
        return True
    return abs(told.value - value) < told.step and (
        told.step > 1 or value != value.to_integral_value() or told.step < 1
    )


def _comparable(told: Told, rival: Told, first: Told) -> bool:
    """Whether two numbers are near enough to be about one thing: nobody prints 2 for 115.

    The first toll that a lead gives is the one that its headline gives.
    """
    low, high = sorted((told.value, rival.value))
    far = TENFOLD if low > 2 * SMALL or (told.fate and rival.value == first.value) else FEW
    return high - low <= SMALL or high <= low * far


def is_of_another(above: Mention, below: Mention, article: Article) -> bool:
    """Whether a sentence names what a headline tells of, and gives its own figure to something else.

    "Exports jumped while imports rose by 8%" does not say by how much the exports did, nor "bus fares go up, and train fares by 5%".
    """
    claims = {
        claim.mention.start: claim for claim in article.claims if claim.mention.start in (above.start, below.start)
    }
    told, own = claims.get(above.start), claims.get(below.start)
    if told is None or own is None or not _leads(own):
        return False
    headline = [word.stem for word in words_of(told.sentence) if not word.empty]
    subject = told.attribute if _leads(told) else headline[0] if headline else ""
    here = words_of(own.sentence)
    if subject != own.attribute:
        return any(word.stem == subject for word in here)
    named = set(pairwise(headline))
    before = [pair for pair in pairwise(word.stem for word in here if word.end <= below.start) if pair[1] == subject]
    return bool(before) and before[-1] not in named and any(pair in named for pair in before)


def _leads(claim: Claim) -> bool:
    """Whether what a figure tells of stands before it, as in "imports rose 8%"."""
    return any(word.stem == claim.attribute for word in words_of(claim.sentence) if word.end <= claim.mention.start)
