"""What a headline counts, held against what the text under it says of the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.attach.voices import FORECAST, withheld
from factcheck.attach.words import telling_stems, words_of
from factcheck.judge.agreement import gap
from factcheck.judge.checks import check
from factcheck.judge.checks.headlines.deeds import deeds
from factcheck.judge.checks.headlines.tolls import Told, tolls
from factcheck.judge.checks.parts import headline_and_body, mentions_in, sentence_at
from factcheck.judge.mistyping import are_swapped
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import Article, Bound, Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Claim, Mention, Sentence

#: How many paragraphs after the headline tell the story once more.
LEAD = 6
#: A headline that says one of these counts things on top of another number.
ADDED = regex(
    r"\b(?:another|others?|extra|further|additional|more(?! than)|\d+(?:st|nd|rd|th))\b|\d\+|\?", re.IGNORECASE
)
#: Words straight before and straight behind a number of people that make it one on top of another number.
ON_TOP_BEFORE = regex(r"(?:another|other|extra|further|additional|plus) $", re.IGNORECASE)
ON_TOP_BEHIND = regex(r"\+| (?:more(?! than)|others?|extra|further|additional)\b", re.IGNORECASE)
#: Behind a number in the text, that it counts some beside one of the kind: "two smaller railways".
_BESIDES_ONE = regex(
    r" (?:other|more|further|rival|sister|neighbou?ring|nearby|(?:small|larg|bigg|old|young|new|rich|near|clos)er)\b"
)
#: A new clause of a headline ("Pope calls for aid as floods kill 52").
HEADLINE_CLAUSE = regex(r" (?:as|after|amid|while|when) |[—–;:]")
#: Doubt as to who did it, which is none as to how many it happened to.
WHO_DID_IT = regex(r"\b(?:allegedly|alleged to have|(?:may|might|could) have)\b")
#: The lines of a firm's accounts, each by its words.
_LINES = (frozenset("profit profits earnings".split()), frozenset("turnover revenue revenues sales".split()))
#: A "seven-goal thriller" says how many there were in one game, and a table below it how many in all.
_OF_A_GAME = regex(r"-(?:goal|try|wicket|run|point|set|frame|shot)$")


@check("headline-number", of=Article)
def headline_number(article: Article) -> Iterator[Verdict]:
    """Each number of people, jobs, things or money in the headline, if the lead counts the same."""
    headline, body = headline_and_body(article)
    if headline is None or not any(mention.start >= headline.end for mention in article.mentions):
        return
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
                [_of_mention(rival.mention, rival.sentence) for rival in rivals if _tells_all(rival)],
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
    from factcheck.judge.checks.headlines.told_below import is_of_another  # noqa: PLC0415 - few headlines count

    sentence = sentence_at(article, below[0].start)
    if _are_of_two_things(headline, sentence) or is_of_another(above[0], below[0], article):
        return
    reason = withheld(below[0].start, sentence, sentence.text.lower())
    if not _holds(reason) or not _telling(headline) & _telling(sentence):
        return
    yield from _held_against(_of_mention(above[0], headline), [_of_mention(below[0], sentence)], article)


def _are_of_two_things(one: Sentence, other: Sentence) -> bool:
    """Whether a headline tells of a firm's profits, and a sentence of its sales, or the other way round."""
    told = [{word.lower for word in words_of(sentence)} for sentence in (one, other)]
    lines = [{line for line in _LINES if not line.isdisjoint(words)} for words in told]
    return bool(lines[0]) and bool(lines[1]) and lines[0].isdisjoint(lines[1])


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
        mention for mention in mentions_in(article, start, end) if mention.kind is Kind.PERCENTAGE and mention.single
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
    return claim.mention.kind in {Kind.COUNT, Kind.MONEY} and claim.mention.single is not None


def _same_thing(claim: Claim, other: Claim) -> bool:
    one, two = claim.mention, other.mention
    if one.kind is not two.kind or claim.attribute != other.attribute or not (one.quantity and two.quantity):
        return False
    return one.kind is Kind.COUNT or one.quantity.unit == two.quantity.unit


def _tells_all(claim: Claim) -> bool:
    """Whether the text says outright how many there are, and not how many beside one that it told before."""
    return _holds(claim.withheld) and not _BESIDES_ONE.search(claim.mention.text)


def _of_mention(mention: Mention, sentence: Sentence) -> Told:
    quantity = mention.quantity
    assert quantity is not None  # noqa: S101 - whoever asks has looked
    return Told(mention.span, quantity.value, quantity.bound, quantity.step, sentence)


def _held_against(told: Told, rivals: Sequence[Told], article: Article) -> Iterator[Verdict]:
    """What comes of a headline's number and what the lead says of the same; a part of one is no number of them."""
    rivals = [rival for rival in rivals if (rival.value < 1) is (told.value < 1)]
    if not rivals or _is_year(told):
        return
    from factcheck.judge.checks.headlines.told_below import contradicting, said_too, whole  # noqa: PLC0415 - few headlines count

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


def _is_year(told: Told) -> bool:
    return 1900 <= told.value < 2100 and "," not in told.span.text


def _is_rounded(told: Told, rival: Told) -> bool:
    """Whether a headline rounds, but in the other direction, which is a slip of its own (`headline_bound`)."""
    from factcheck.judge.checks.headlines.told_below import ROUNDED  # noqa: PLC0415 - as above

    rounds = told.bound in {Bound.ABOVE, Bound.BELOW} and rival.bound is Bound.EXACT and told.value % 10 == 0
    return rounds and gap(told.value, rival.value) <= ROUNDED


def _slip(told: Told, rival: Told) -> str:
    return "two digits changed places" if are_swapped(told.value, rival.value) else ""
