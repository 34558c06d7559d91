"""A round number that is said to lie above or below the figure that it rounds, and does not."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.align.drafts import family
from factcheck.attach.attributes import PEOPLE
from factcheck.extract.lexicon.calendar_words import CAPITALISED
from factcheck.extract.lexicon.function_words import IS_OF_THEM
from factcheck.judge.agreement import gap
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import plain_words
from factcheck.judge.checks.retold.called import NAMING
from factcheck.judge.checks.retold.drift import SHARED, are_of_one_thing
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import amount_in_words, number_in_words
from factcheck.model import AMOUNTS, Article, Bound, Kind, Role
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Claim, Mention

#: Words that say on which side of a round number the figure lies.
_ABOVE = regex(
    r"(?:more than|over|just over|well over|upwards of|in excess of|exceed(?:ing|ed|s)?|topp(?:ing|ed)|slightly more than)\b",
    re.IGNORECASE,
)
_BELOW = regex(
    r"(?:nearly|almost|close to|just under|just below|under|fewer than|less than|approaching|slightly less than)\b",
    re.IGNORECASE,
)
#: A round number is that of a figure no further off than this share.
NEAR = Decimal("0.05")
#: What tells no two things apart.
_SIZES = frozenset({"size", "whole"})
#: A sentence that says one of these gives the figure of another time or another group.
_ANOTHER = regex(
    r"\b(?:last|previous|earlier|year before|compared|against|from|since|another|more|other|each|per|average|record|target|goal|limit|at least|expected|hoped|feared|wanted|predicted|needed|including|plus|gift aid|tax|fees|interest|tips|com(?:es|ing) to|swell\w*|swollen|ris(?:es|en|ing)|rose|grow\w*|grew"
    r"|reach\w*)\b",
    re.IGNORECASE,
)


@check("rounding-drift", of=Article)
def rounding_drift(article: Article) -> Iterator[Verdict]:
    """A figure, and a round number that is said to lie below or above it and does not."""
    told = [
        claim
        for claim in article.claims
        if claim.mention.kind in AMOUNTS
        and claim.mention.single
        and claim.withheld in (None, "a forecast or a target")
        and claim.sentence.role is not Role.HEADLINE
    ]
    for rounded in told:
        if _ABOVE.match(rounded.mention.text) or _BELOW.match(rounded.mention.text):
            alike = [one for one in told if one is not rounded and _count_alike(one.mention, rounded.mention)]
            verdicts = [verdict for figure in alike for verdict in _rounded(figure, rounded)]
            yield from verdicts or _taken_up(rounded, alike, article)


def _count_alike(one: Mention, other: Mention) -> bool:
    """Whether two amounts are of one kind, in one unit, or one of them without a noun."""
    if family(one) != family(other) or not (one.quantity and other.quantity):
        return False
    units = {mention.quantity.unit.removesuffix(" sterling") for mention in (one, other) if mention.quantity}
    return len(units) == 1 or "" in units or all(unit.rpartition(" ")[2] in PEOPLE for unit in units)


def _rounded(figure: Claim, rounded: Claim) -> Iterator[Verdict]:
    exact, near = figure.mention.quantity, rounded.mention.quantity
    if exact is None or near is None or exact.bound is not Bound.EXACT or near.bound is Bound.EXACT:
        return
    above, below = _ABOVE.match(rounded.mention.text), _BELOW.match(rounded.mention.text)
    if not (above or below) or not near.step >= 10 * exact.step or gap(exact.value, near.value) > NEAR:
        return
    if figure.scope - _SIZES != rounded.scope - _SIZES or figure.subject != rounded.subject:
        return
    told = figure.context & rounded.context
    if not (are_of_one_thing(figure, rounded) or len(told) >= SHARED or told == rounded.context):
        return
    if (exact.unit == "person" and not told and not _comes_back(rounded)) or _is_of_others(figure, rounded):
        return
    if figure.names and rounded.names and figure.names.isdisjoint(rounded.names):
        return
    spans = (rounded.mention.span, figure.mention.span)
    if (exact.value >= near.value) if above else (exact.value <= near.value):
        yield Accord(spans, f"{figure.mention.text} is {rounded.mention.text}")
    elif not any(_ANOTHER.search(claim.sentence.text.replace(rounded.mention.text, "")) for claim in (figure, rounded)):
        word = "below" if above else "above"
        yield Clash(
            spans,
            {"rounded": rounded.mention.text, "figure": figure.mention.text},
            f"{number_in_words(exact.value)} is {word} {number_in_words(near.value)}",
            repairs=(f"“{'nearly' if above else 'more than'} {amount_in_words(near.value, near.unit)}”",),
            guesses=len(set(figure.guesses) | set(rounded.guesses)),
        )


def _comes_back(rounded: Claim) -> bool:
    """Whether the words before a number come back to one that was told."""
    return _BACK.search(rounded.mention.document.text, rounded.sentence.start, rounded.mention.start) is not None


#: A round number that comes back to a figure is no further off than this share, and no more sentences behind it.
_TAKEN_UP, _SENTENCES = Decimal("0.09"), 3
#: What says that a sentence speaks of another thing or time than the one before, or of what was hoped.
_SHIFTS = regex(
    r"\b(?:another|others?|second|old|older|former|previous\w*|earlier|year ago|before|since|expected|hoped|feared|wanted|planned|forecast|predicted|target|goal"
    r"|record|limit|average|each|per|compared|than the|rivals?|nearby|elsewhere|this (?:year|month|week)|now|today|further|additional|extra|would|could|(?-i:may)|might|need\w*|including|plus|gift aid|tax|fees|interest|tips|com(?:es|ing) to|swell\w*|swollen|ris(?:es|en|ing)|rose|grow\w*|grew"
    r"|reach\w*)\b",
    re.IGNORECASE,
)
_LAST = regex(r"\blast (?:year|month|week|season|time|quarter)\b", re.IGNORECASE)
#: Before or behind a number: what makes its noun the one that was spoken of.
_BACK = regex(
    r"\b(?:the|its|his|her|their|this|that|those|these)(?: [a-z]+ (?:of|to)| [a-z]+ly| loss of)? $"
    r"|\b(?:the|its|his|her|their|this|that)(?: whole| full| total| entire)? (?:sum|price|total|amount|money|figure|gift|loss|crowd|bill|toll|cost|award|prize|fine|damages|donation"
    r"|haul|proceeds|takings|turnout|attendance|herd|flock|fleet|budget|debt|profit|sale|fee|payout|grant|legacy|bequest|deal|purse|reward|ransom),?(?: which (?:is|was|came to|totalled))?"
    r"(?: worth| at| of)? $",
    re.IGNORECASE,
)
#: "The loss of more than 400 posts" is the change that was told.
_LOSS = regex(r"\b(?:loss|losses|cuts?|cull|closure|axing|sacking|rise|increase) of $")
_ON_A_DAY = regex(rf"(?: [a-z]+){{0,2}} (?:on|in) (?P<day>{any_of(CAPITALISED)})\b")
_SOME_OF = regex(
    r"\b(?:most|half|many|some|all|none|few|a third|two[- ]thirds|a quarter|three[- ]quarters) of the $", re.IGNORECASE
)
#: Behind a number, what leads to the words that tell which ones are meant, and what says at once what became of them.
_LEADS = frozenset("in on at by of to for from and or the a an its their".split())
_ARE = frozenset("are were is was have had has will would can could do did go went".split())


def _taken_up(rounded: Claim, alike: Sequence[Claim], article: Article) -> Iterator[Verdict]:
    """The figure of the sentences before that a round number comes back to, if it lies on the other side, and none bears it out."""
    near, mention = rounded.mention.quantity, rounded.mention
    sentences = article.sentences
    at = sentences.index(rounded.sentence)
    before = {one.start for one in sentences[max(0, at - _SENTENCES) : at]}
    figures = [claim for claim in alike if claim.sentence.start in before]
    if near is None or len(figures) != 1 or ("part" in rounded.scope and not _speaks_of_all(rounded, figures[0])):
        return
    figure = figures[0].mention
    exact, above = figure.quantity, _ABOVE.match(mention.text) is not None
    if exact is None or exact.bound is not Bound.EXACT or not near.step > exact.step or exact.value == near.value:
        return
    if gap(exact.value, near.value) > _TAKEN_UP or (exact.value > near.value) is above:
        return
    text = mention.document.text
    if _is_of_others(figures[0], rounded):
        return
    said = rounded.sentence.text.replace(mention.text, "")
    for when in _LAST.findall(figures[0].sentence.text):
        said = said.replace(when, "")
    if _SHIFTS.search(said) or _LAST.search(said):
        return
    is_same = (
        (exact.unit.removesuffix(" sterling") == near.unit.removesuffix(" sterling") and bool(near.unit))
        # "It employs 1,460 people. Its more than 1,500 workers": whoever people are called the second time.
        or (exact.unit == "person" and near.unit.rpartition(" ")[2] in PEOPLE)
        or IS_OF_THEM.match(text, mention.end)
    )
    is_back = _BACK.search(text, rounded.sentence.start, mention.start) or IS_OF_THEM.match(text, mention.end)
    shared = mention.kind is Kind.COUNT and figures[0].context & rounded.context
    kept_apart = (
        {"added", "former"}
        if _LOSS.search(text, rounded.sentence.start, mention.start)
        else {"added", "change", "former"}
    )
    if is_same and (is_back or shared) and not (figures[0].scope | rounded.scope) & kept_apart:
        yield Clash(
            (mention.span, figure.span),
            {"rounded": mention.text, "figure": figure.text},
            f"{number_in_words(exact.value)} is {'below' if above else 'above'} {number_in_words(near.value)}",
            repairs=(f"“{'nearly' if above else 'more than'} {amount_in_words(near.value, near.unit)}”",),
        )


def _speaks_of_all(rounded: Claim, figure: Claim) -> bool:
    """Whether so many are meant, though the words speak of some of them: "half of the more than 7,000 looms made last year"."""
    mention, sentence = rounded.mention, rounded.sentence
    text = mention.document.text
    if IS_OF_THEM.match(text, mention.end):
        return True
    if not _SOME_OF.search(text, sentence.start, mention.start):
        return False
    known, last = plain_words(figure.sentence.text), ""
    for word in text[mention.end : sentence.end].lower().rstrip(".!?").split():
        if word not in known and word not in _LEADS:
            return word in _ARE if not last else last not in _LEADS
        last = word
    return True


def _is_of_others(figure: Claim, rounded: Claim) -> bool:
    """Whether the later of two sentences names somebody or some place that the article had not named, or a day beside its number."""
    text = rounded.mention.document.text
    first, last = sorted((figure, rounded), key=lambda claim: claim.mention.start)
    known = {*CAPITALISED, *NAMING.findall(text, 0, first.sentence.end)}
    has_new_name = not known.issuperset(NAMING.findall(text, last.sentence.start, last.sentence.end))
    day = _ON_A_DAY.match(text, last.mention.end)
    return has_new_name or (day is not None and day["day"] not in first.sentence.text)
