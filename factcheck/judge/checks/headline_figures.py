"""Figures of a headline that its text does not have, and has with two digits changed, or in the same words."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.attach.voices import withheld
from factcheck.attach.words import EMPTY, stem, words_of
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import BODY, HEADLINE, mentions_in, parts
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Bound, Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Mention, Quantity, Sentence

_COUNTED = frozenset({Kind.COUNT, Kind.NUMBER})
_KINDS = _COUNTED | {Kind.MONEY, Kind.QUANTITY, Kind.PERCENTAGE, Kind.DURATION}
#: Counts of fewer digits are told in every text in all orders.
LEAST_DIGITS = 3
#: So many telling words of a headline stand in the sentence that says the same, and a slip makes a figure so many times the other.
SHARED, SLIP = 2, Decimal("1.5")
#: How many sentences of the text tell once more what the headline tells.
LEAD = 4
#: A word and a preposition before a length of time: "jailed for six years".
_DONE_FOR = regex(r"\b([a-z]+) (for|by|after|in|within)(?: (?:about|nearly|almost|over|more than|up to))? $")


@check("headline-figure", of=Article)
def headline_figure(article: Article) -> Iterator[Verdict]:
    """Each figure of the headline that no figure of the text is, where one is it but for a slip."""
    told = parts(article)
    headline = next((sentence for part, sentence in told if part == HEADLINE), None)
    if headline is None:
        return
    above = _figures(mentions_in(article, headline.start, headline.end))
    below = _figures(mentions_in(article, headline.end, len(article.document.text))) if above else []
    lead = [sentence for part, sentence in told if part == BODY and sentence.start >= headline.end][:LEAD]
    for mention, quantity in above:
        if any(_says(quantity, mention, other, figure) for figure, other in below):
            continue
        slipped = next((one for one, other in below if _is_swapped(mention, quantity, one, other)), None)
        if slipped is not None:
            yield _clash(mention, slipped, "two digits changed places")
        elif same := _in_the_same_words(mention, quantity, headline, lead, below) or _only_one_like_it(
            mention, quantity, headline, lead, below
        ):
            yield _clash(mention, same, "")


def _figures(mentions: Sequence[Mention]) -> list[tuple[Mention, Quantity]]:
    return [
        (mention, quantity)
        for mention in mentions
        if mention.kind in _KINDS and (quantity := mention.quantity) is not None and len(quantity.printed) == 1
    ]


def _of_a_kind(one: Mention, other: Mention) -> bool:
    """Whether both count, or both measure in one unit."""
    if one.kind in _COUNTED:
        return other.kind in _COUNTED
    return one.kind is other.kind and bool(one.quantity and other.quantity) and _unit(one) == _unit(other)


def _unit(mention: Mention) -> str:
    return mention.quantity.unit.partition(" per ")[0] if mention.quantity else ""


def _says(quantity: Quantity, mention: Mention, other: Quantity, figure: Mention) -> bool:
    """Whether a figure of the text is the headline's, which may round it."""
    return _of_a_kind(mention, figure) and abs(other.value - quantity.value) < max(quantity.step, other.step)


def _is_swapped(mention: Mention, quantity: Quantity, other: Mention, figure: Quantity) -> bool:
    """Whether two figures have the same digits in another order, and are of one size."""
    one, two = (
        str(abs(value.normalize())).replace(".", "").partition("E")[0].strip("0")
        for value in (quantity.value, figure.value)
    )
    least = LEAST_DIGITS if mention.kind in _COUNTED else LEAST_DIGITS - 1
    return (
        len(one) >= least
        and one != two
        and sorted(one) == sorted(two)
        and _of_a_kind(mention, other)
        and quantity.value.adjusted() == figure.value.adjusted()
    )


def _in_the_same_words(
    mention: Mention,
    quantity: Quantity,
    headline: Sentence,
    lead: Sequence[Sentence],
    below: Sequence[tuple[Mention, Quantity]],
) -> Mention | None:
    """The length of time that the lead gives to what the headline says was done for another."""
    done = _DONE_FOR.search(mention.document.text.lower(), headline.start, mention.start)
    if mention.kind is not Kind.DURATION or done is None or done[1] in EMPTY:
        return None
    for other, figure in below:
        sentence = next((one for one in lead if one.start <= other.start < one.end), None)
        if sentence is None or not _of_a_kind(mention, other) or figure.bound is not quantity.bound:
            continue
        again = _DONE_FOR.search(other.document.text.lower(), sentence.start, other.start)
        if again and (stem(again[1]), again[2]) == (stem(done[1]), done[2]):
            return other
    return None


def _only_one_like_it(
    mention: Mention,
    quantity: Quantity,
    headline: Sentence,
    lead: Sequence[Sentence],
    below: Sequence[tuple[Mention, Quantity]],
) -> Mention | None:
    """The only figure of its kind in a lead that says what the headline says, if the text's others do not make the headline's."""
    alike = [(one, figure) for one, figure in below if _of_a_kind(mention, one)]
    if quantity.bound not in {Bound.EXACT, Bound.ABOVE} or _is_made_by(quantity, [figure for _, figure in alike]):
        return None
    near = [(one, sentence) for one, figure in alike for sentence in lead if sentence.start <= one.start < sentence.end]
    if len(near) != 1:
        return None
    ((one, sentence),) = near
    figure = one.quantity
    shared = _telling(headline) & _telling(sentence)
    if figure is None or len(shared) < SHARED or withheld(one.start, sentence, sentence.text.lower()):
        return None
    low, high = sorted((figure.value, quantity.value))
    return one if low > 0 and high <= low * SLIP and not figure.meets(quantity) else None


def _is_made_by(quantity: Quantity, figures: Sequence[Quantity]) -> bool:
    """Whether a figure is the sum or the difference of two others."""
    slack = quantity.step / 2
    pairs = combinations((figure.value for figure in figures), 2)
    return any(abs(abs(one + sign * other) - quantity.value) <= slack for one, other in pairs for sign in (1, -1))


def _telling(sentence: Sentence) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(sentence) if not word.empty)


def _clash(mention: Mention, other: Mention, slip: str) -> Clash:
    return Clash(
        (mention.span, other.span),
        {"headline": mention.text, "text": other.text},
        slip=slip,
        repairs=(f"“{other.text}” in the headline", f"“{mention.text}” in the text"),
    )
