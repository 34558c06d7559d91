"""What a headline counts, held against what the text under it says of the same."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.attach.voices import FORECAST, withheld
from factcheck.attach.words import telling_stems, words_of
from factcheck.judge.agreement import gap
from factcheck.judge.checks import check
from factcheck.judge.checks.headlines.added_up import AMOUNTS, worked_out
from factcheck.judge.checks.headlines.deeds import deeds
from factcheck.judge.checks.headlines.tolls import Told, speaks_of, tolls
from factcheck.judge.checks.parts import BODY, HEADLINE, mentions_in, parts, sentence_at
from factcheck.judge.mistyping import are_swapped
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import TIMES, Article, Bound, Kind, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Claim, Mention, Sentence

#: How many paragraphs after the headline tell the story once more.
LEAD = 6
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
#: A headline that says one of these counts things on top of another number.
ADDED = regex(
    r"\b(?:another|others?|extra|further|additional|more(?! than)|\d+(?:st|nd|rd|th))\b|\d\+|\?", re.IGNORECASE
)
#: Words straight before and straight behind a number of people that make it one on top of another number.
ON_TOP_BEFORE = regex(r"(?:another|other|extra|further|additional|plus) $", re.IGNORECASE)
ON_TOP_BEHIND = regex(r"\+| (?:more(?! than)|others?|extra|further|additional)\b", re.IGNORECASE)
#: A new clause of a headline ("Pope calls for aid as floods kill 52").
HEADLINE_CLAUSE = regex(r" (?:as|after|amid|while|when) |[—–;:]")
#: Doubt as to who did it, which is none as to how many it happened to.
WHO_DID_IT = regex(r"\b(?:allegedly|alleged to have|(?:may|might|could) have)\b")
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
#: A "seven-goal thriller" says how many there were in one game, and a table below it how many in all.
_OF_A_GAME = regex(r"-(?:goal|try|wicket|run|point|set|frame|shot)$")
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


@check("headline-number", of=Article)
def headline_number(article: Article) -> Iterator[Verdict]:
    """Each number of people, jobs, things or money in the headline, if the lead counts the same."""
    told = parts(article)
    headline = next((sentence for part, sentence in told if part == HEADLINE), None)
    if headline is None or not any(mention.start >= headline.end for mention in article.mentions):
        return
    body = [sentence for part, sentence in told if part == BODY and sentence.start >= headline.end]
    lead = [sentence for sentence in body if sentence.paragraph <= headline.paragraph + LEAD]
    counted = list(tolls(headline))
    if counted:
        in_lead = [one for sentence in lead for one in tolls(sentence)]
        for number in counted:
            if _is_asserted(number):
                yield from _held_against(number, [other for other in in_lead if other.fate == number.fate], article)
    yield from _percentage(headline, lead, article)
    if ADDED.search(headline.text):
        return
    done = list(deeds(headline, article))
    in_lead_deeds = [one for sentence in lead for one in deeds(sentence, article)] if done else []
    for number in done:
        if number.span.start not in {one.span.start for one in counted} and _is_asserted(number):
            yield from _held_against(number, [one for one in in_lead_deeds if one.fate == number.fate], article)
    in_lead_at = {sentence.start for sentence in lead}
    at = {number.span.start for number in counted}
    for claim in article.claims:
        is_of_now = claim.sentence is headline and not _OF_A_GAME.search(claim.mention.text)
        if is_of_now and claim.mention.start not in at and _holds(claim.withheld) and _counts(claim):
            rivals = [
                other
                for other in article.claims
                if other.sentence.start in in_lead_at and _counts(other) and _same_thing(claim, other)
            ]
            yield from _held_against(
                _of_mention(claim.mention, headline),
                [_of_mention(rival.mention, rival.sentence) for rival in rivals if _holds(rival.withheld)],
                article,
            )


def _percentage(headline: Sentence, lead: Sequence[Sentence], article: Article) -> Iterator[Verdict]:
    """The one percentage of a headline against the only one of the lead, where both sentences speak of the same."""
    above = _percentages(article, headline.start, headline.end)
    if len(above) != 1:
        return
    below = [mention for sentence in lead for mention in _percentages(article, sentence.start, sentence.end)]
    if len(below) > 1:
        below = _of_the_same(above[0], below, article)
    if len(below) != 1 or not _holds(withheld(above[0].start, headline, headline.text.lower())):
        return
    sentence = sentence_at(article, below[0].start)
    reason = withheld(below[0].start, sentence, sentence.text.lower())
    if not _holds(reason) or not _telling(headline) & _telling(sentence):
        return
    yield from _held_against(_of_mention(above[0], headline), [_of_mention(below[0], sentence)], article)


def _of_the_same(above: Mention, below: Sequence[Mention], article: Article) -> list[Mention]:
    """The first of several percentages that tells the same change as a headline's, if nothing else has that number."""
    claims = {claim.mention.start: claim for claim in article.claims if claim.mention.kind is Kind.PERCENTAGE}
    told = claims.get(above.start)
    if told is None or "change" not in told.scope or not told.attribute:
        return []
    alike = [claims[mention.start] for mention in below if mention.start in claims]
    alike = [other for other in alike if other.attribute == told.attribute and "change" in other.scope]
    return [alike[0].mention] if alike else []


def _holds(reason: str | None) -> bool:
    """Whether a headline and its text must agree on a number, though one may only tell what is to come."""
    return reason in {None, FORECAST}


def _percentages(article: Article, start: int, end: int) -> list[Mention]:
    """The shares and changes in per cent that a stretch of text gives."""
    return [
        mention
        for mention in mentions_in(article, start, end)
        if mention.kind is Kind.PERCENTAGE and mention.quantity is not None and len(mention.quantity.printed) == 1
    ]


def _telling(sentence: Sentence) -> frozenset[str]:
    """The stems of the words that say what a sentence is about."""
    return frozenset(telling_stems(words_of(sentence)))


def _is_asserted(told: Told) -> bool:
    """Whether a headline says outright how many there were, and that there were no more besides."""
    text, span = told.span.document.text, told.span
    if ON_TOP_BEFORE.search(text, told.sentence.start, span.start) or ON_TOP_BEHIND.match(text, span.end):
        return False
    lowered = told.sentence.text.lower()
    ends = [found.end() for found in HEADLINE_CLAUSE.finditer(lowered, 0, span.start - told.sentence.start)]
    clause = ends[-1] if ends else 0
    certain = WHO_DID_IT.sub(lambda found: " " * len(found[0]), lowered[clause:])
    return withheld(span.start, told.sentence, " " * clause + certain) is None


def _counts(claim: Claim) -> bool:
    kinds = {Kind.COUNT, Kind.MONEY}
    return (
        claim.mention.kind in kinds
        and claim.mention.quantity is not None
        and not claim.mention.quantity.is_range
        and bool(claim.mention.quantity.printed)
    )


def _same_thing(claim: Claim, other: Claim) -> bool:
    one, two = claim.mention, other.mention
    if one.kind is not two.kind or claim.attribute != other.attribute or not (one.quantity and two.quantity):
        return False
    return one.kind is Kind.COUNT or one.quantity.unit == two.quantity.unit


def _of_mention(mention: Mention, sentence: Sentence) -> Told:
    quantity = mention.quantity
    assert quantity is not None  # noqa: S101 - whoever asks has looked
    return Told(mention.span, quantity.value, quantity.bound, quantity.step, sentence)


def _held_against(told: Told, rivals: Sequence[Told], article: Article) -> Iterator[Verdict]:
    """What comes of a headline's number and what the lead says of the same; a part of one is no number of them."""
    rivals = [rival for rival in rivals if (rival.value < 1) is (told.value < 1)]
    if not rivals or _is_year(told):
        return
    if same := said_too(told, rivals, article):
        yield Accord((told.span, same), f"the text too has {same.text}")
    elif (rival := contradicting(told, rivals, article)) and not _is_rounded(told, rival):
        above, below = whole(told.span, article), whole(rival.span, article)
        yield Clash(
            (above, below),
            {"headline": above.text, "text": below.text},
            arithmetic=f"{number_in_words(told.value)} above, {number_in_words(rival.value)} below",
            slip=_slip(told, rival),
            repairs=(f"“{below.text}” in the headline", f"“{above.text}” in the text"),
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


def _is_year(told: Told) -> bool:
    return 1900 <= told.value < 2100 and "," not in told.span.text


def _is_rounded(told: Told, rival: Told) -> bool:
    """Whether a headline rounds, but in the other direction, which is a slip of its own (`headline_bound`)."""
    rounds = told.bound in {Bound.ABOVE, Bound.BELOW} and rival.bound is Bound.EXACT and told.value % 10 == 0
    return rounds and gap(told.value, rival.value) <= ROUNDED


def _slip(told: Told, rival: Told) -> str:
    return "two digits changed places" if are_swapped(told.value, rival.value) else ""


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
