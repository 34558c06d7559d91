"""Figures of a headline that its text does not have, and has with two digits changed, or in the same words."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from factcheck.attach.voices import withheld
from factcheck.attach.words import EMPTY, stem, words_of
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import BODY, HEADLINE, mentions_in, parts
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Bound, Kind, Mention, Quantity, Sentence
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


class _Figure(NamedTuple):
    """A figure of the headline or of the text, and where it stands."""

    mention: Mention
    quantity: Quantity
    #: The headline, or the sentence of the lead; None for the rest of the text.
    sentence: Sentence | None

    @property
    def done_for(self) -> tuple[str, str] | None:
        """The word and the preposition before a length of time: "jail", "for"."""
        if self.mention.kind is not Kind.DURATION or self.sentence is None:
            return None
        done = _DONE_FOR.search(self.mention.document.text.lower(), self.sentence.start, self.mention.start)
        return (stem(done[1]), done[2]) if done and done[1] not in EMPTY else None

    def is_like(self, other: _Figure) -> bool:
        """Whether both count, or both measure in one unit."""
        if self.mention.kind in _COUNTED:
            return other.mention.kind in _COUNTED
        return self.mention.kind is other.mention.kind and _unit(self.quantity) == _unit(other.quantity)


@check("headline-figure", of=Article)
def headline_figure(article: Article) -> Iterator[Verdict]:
    """Each figure of the headline that no figure of the text is, where one is it but for a slip."""
    told = parts(article)
    headline = next((sentence for part, sentence in told if part == HEADLINE), None)
    if headline is None:
        return
    above = _figures(mentions_in(article, headline.start, headline.end), [headline])
    lead = [sentence for part, sentence in told if part == BODY and sentence.start >= headline.end][:LEAD]
    below = _figures(mentions_in(article, headline.end, len(article.document.text)), lead) if above else []
    for figure in above:
        alike = [one for one in below if figure.is_like(one)]
        if any(_says(one.quantity, figure.quantity) for one in alike):
            continue
        if slipped := next((one for one in alike if _is_swapped(figure, one)), None):
            yield _clash(figure.mention, slipped.mention, "two digits changed places")
        elif same := _in_the_same_words(figure, alike) or _only_one_like_it(figure, alike):
            yield _clash(figure.mention, same.mention, "")


def _figures(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[_Figure]:
    """The mentions that are one printed amount each, with those of the sentences in which they stand."""
    return [
        _Figure(mention, quantity, next((one for one in sentences if one.start <= mention.start < one.end), None))
        for mention in mentions
        if mention.kind in _KINDS and (quantity := mention.quantity) is not None and len(quantity.printed) == 1
    ]


def _unit(quantity: Quantity) -> str:
    return quantity.unit.partition(" per ")[0]


def _says(text: Quantity, headline: Quantity) -> bool:
    """Whether a figure of the text is the headline's, which may round it."""
    return abs(text.value - headline.value) < max(text.step, headline.step)


def _is_swapped(figure: _Figure, other: _Figure) -> bool:
    """Whether two figures have the same digits in another order, and are of one size."""
    one, two = (
        str(abs(value.normalize())).replace(".", "").partition("E")[0].strip("0")
        for value in (figure.quantity.value, other.quantity.value)
    )
    return (
        len(one) >= (LEAST_DIGITS if figure.mention.kind in _COUNTED else LEAST_DIGITS - 1)
        and one != two
        and sorted(one) == sorted(two)
        and figure.quantity.value.adjusted() == other.quantity.value.adjusted()
    )


def _in_the_same_words(figure: _Figure, alike: Sequence[_Figure]) -> _Figure | None:
    """The length of time that the lead gives to what the headline says was done for another."""
    done, bound = figure.done_for, figure.quantity.bound
    same = (one for one in alike if done and one.quantity.bound is bound and one.done_for == done)
    return next(same, None)


def _only_one_like_it(figure: _Figure, alike: Sequence[_Figure]) -> _Figure | None:
    """The only figure of its kind in a lead that says what the headline says, if the text's others do not make the headline's."""
    near = [one for one in alike if one.sentence]
    if figure.quantity.bound not in {Bound.EXACT, Bound.ABOVE} or len(near) != 1:
        return None
    (one,) = near
    low, high = sorted((one.quantity.value, figure.quantity.value))
    is_a_slip = low > 0 and high <= low * SLIP and not one.quantity.meets(figure.quantity)
    is_made = _is_made_by(figure.quantity, [other.quantity for other in alike])
    return one if is_a_slip and not is_made and _tells_the_same(figure, one) else None


def _tells_the_same(figure: _Figure, other: _Figure) -> bool:
    """Whether a sentence of the lead asserts what the headline does."""
    above, below = figure.sentence, other.sentence
    return (
        above is not None
        and below is not None
        and len(_telling(above) & _telling(below)) >= SHARED
        and not withheld(other.mention.start, below, below.text.lower())
    )


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
