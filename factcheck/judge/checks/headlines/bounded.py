"""A headline that says "over" or "nearly", and the exact figure under it, on the other side."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.align.drafts import family
from factcheck.attach.voices import withheld
from factcheck.attach.words import words_of
from factcheck.judge.agreement import gap
from factcheck.judge.checks import check
from factcheck.judge.checks.headlines.tolls import speaks_of, tolls
from factcheck.judge.checks.parts import headline_and_body, mentions_in, sentence_at
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import COUNTED, Article, Bound, Kind, Mention, Quantity, Sentence
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KINDS = frozenset({Kind.COUNT, Kind.NUMBER, Kind.MONEY, Kind.QUANTITY, Kind.PERCENTAGE, Kind.DURATION})
#: A figure that a headline rounds lies no further off than this share, and one that bears it out no further than that.
NEAR, STRETCHED = Decimal("0.08"), Decimal("0.5")
#: Smaller numbers are not rounded ("some 612" is exact).
LEAST = 10
#: A sentence that says one of these gives the figure of another time, of a part, or of what may be.
_ANOTHER = regex(
    r"\b(?:previous(?:ly)?|earlier|before|compared|another|others?|more(?! than)|each|per|average|record|year ago"
    r"|target|goal|limit|at least|initial(?:ly)?|originally|first|already|so far|would|could|may|might|expected?|estimated?|forecast)\b",
)


@check("headline-bound", of=Article)
def headline_bound(article: Article) -> Iterator[Verdict]:
    """Each hedged figure of the headline, and the figure of the text that it rounds, unless another bears it out."""
    headline, body = headline_and_body(article)
    if headline is None:
        return
    bounded = [mention for mention in mentions_in(article, headline.start, headline.end) if _is_bounded(mention)]
    figures = (
        [one for sentence in body for one in mentions_in(article, sentence.start, sentence.end)] if bounded else []
    )
    for mention in bounded:
        alike = [one for one in figures if _measure_alike(mention, one)]
        if proof := next((one for one in alike if _bears_out(one, mention)), None):
            yield Accord((mention.span, proof.span), f"{proof.text} is {mention.text}")
        elif (rounded := _rounded(mention, alike, headline, article)) and not _is_made_up(mention, rounded, alike):
            above, below = _amount(mention), _amount(rounded)
            side = "below" if above.bound is Bound.ABOVE else "above"
            yield Clash(
                (mention.span, rounded.span),
                {"headline": mention.text, "text": rounded.text},
                f"{number_in_words(below.value)} is {side} {number_in_words(above.value)}",
            )


def _is_bounded(mention: Mention) -> bool:
    """Whether a headline says on which side of a number the figure lies."""
    return (
        mention.kind in _KINDS
        and (quantity := mention.single) is not None
        and quantity.bound in {Bound.ABOVE, Bound.BELOW}
        and quantity.value > 0
        and (mention.kind in {Kind.MONEY, Kind.QUANTITY} or quantity.value >= LEAST)
    )


def _amount(mention: Mention) -> Quantity:
    assert mention.quantity is not None  # noqa: S101 - `_is_bounded` and `_measure_alike` looked
    return mention.quantity


def _measure_alike(mention: Mention, other: Mention) -> bool:
    """Whether two amounts are of one kind, and in one unit where they measure."""
    if other.single is None or other.kind not in _KINDS:
        return False
    return family(mention) == family(other) and (mention.kind in COUNTED or mention.measure == other.measure)


def _bears_out(figure: Mention, mention: Mention) -> bool:
    """Whether the text has the number itself, whatever it says of it, or one on the right side."""
    one, bound = _amount(figure), _amount(mention)
    if one.value == bound.value or not one.value:
        return True
    is_above = one.value > bound.value
    return is_above is (bound.bound is Bound.ABOVE) and gap(one.value, bound.value) <= STRETCHED


def _is_made_up(mention: Mention, rounded: Mention, alike: Sequence[Mention]) -> bool:
    """Whether another amount of the text, added or taken away, brings the figure to the right side."""
    exact, bound = _amount(rounded).value, _amount(mention)
    others = [_amount(one).value for one in alike if one is not rounded and _amount(one).value < exact]
    if bound.bound is Bound.ABOVE:
        return any(exact + other >= bound.value for other in others)
    return any(exact - other <= bound.value for other in others)


def _rounded(mention: Mention, alike: Sequence[Mention], headline: Sentence, article: Article) -> Mention | None:
    """The first figure of the text that a headline's number rounds, in a sentence that tells the same and of nothing else."""
    bound = _amount(mention)
    fates = {one.fate for one in tolls(headline) if one.span.overlaps(mention.span)}
    topic = {word.stem for word in words_of(headline) if not word.empty}
    opening = sentence_at(article, alike[0].start) if alike else None
    for figure in alike:
        exact, sentence = _amount(figure), sentence_at(article, figure.start)
        if (
            exact.bound not in {Bound.EXACT, Bound.ABOUT}
            or gap(exact.value, bound.value) > NEAR
            or not bound.step >= 10 * exact.step
        ):
            continue
        lowered = sentence.text.lower()
        of_the_same = topic & {word.stem for word in words_of(sentence)} or any(
            speaks_of(fate, sentence) for fate in fates
        )
        if (
            (of_the_same or sentence is opening)
            and not _ANOTHER.search(sentence.text)
            and not withheld(figure.start, sentence, lowered)
        ):
            return figure
    return None
