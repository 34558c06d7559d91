"""Figures of a headline that its text does not have, and has with two digits changed, or of the same another."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.attach.voices import FORECAST, withheld
from factcheck.judge.agreement import agree, gap
from factcheck.judge.checks import check
from factcheck.judge.checks.headlines.ages import aged
from factcheck.judge.checks.headlines.changed import changed_otherwise, clash_of_levels, halved_otherwise
from factcheck.judge.checks.headlines.figure import HUNDRED, ROUNDED, Figure
from factcheck.judge.checks.headlines.tolls import tolls
from factcheck.judge.checks.parts import headline_and_body, mentions_in
from factcheck.judge.mistyping import are_swapped, digits_of, has_another_digit
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import COUNTED, Article, Bound, Kind, Mention, Sentence
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_KINDS = COUNTED | {Kind.MONEY, Kind.QUANTITY, Kind.PERCENTAGE, Kind.DURATION, Kind.AGE}
#: Counts of fewer digits are told in every text in all orders.
LEAST_DIGITS = 3
#: So many telling words of a headline stand in the sentence that says the same, and a slip makes a figure so many times the other.
SHARED, SLIP = 2, 2
#: How many sentences of the text tell once more what the headline tells.
LEAD = 6
#: Figures that make a third one stand no further apart than so many letters.
BESIDE = 250
TEN = 10
#: A billion is so many millions, and a trillion.
SIZES = (Decimal(1000), Decimal(1_000_000))
#: A year that a length of time may be reckoned from.
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")
#: Behind the first of several ages: "my 11- and 14-year-olds".
_IS_ONE_OF = regex(r"-? (?:and|or|to) \d+-|-\w")


@check("headline-figure", of=Article)
def headline_figure(article: Article) -> Iterator[Verdict]:
    """Each figure of the headline that no figure of the text is, where one is it but for a slip, or is of the same."""
    headline, body = headline_and_body(article)
    if headline is None:
        return
    if halved := halved_otherwise(headline, article):
        yield clash_of_levels(*halved)
    # Tolls, and ages of whom a word tells, have checks of their own.
    told_elsewhere = {one.span.start for one in tolls(headline)} | {age.start for _, age in aged(headline, article)}
    above = _figures(mentions_in(article, headline.start, headline.end), [headline])
    above = [
        one
        for one in above
        if one.mention.start not in told_elsewhere
        and not _IS_ONE_OF.match(headline.text, one.mention.end - headline.start)
    ]
    below = _figures(mentions_in(article, headline.end, len(article.document.text)), body[:LEAD]) if above else []
    for figure in above:
        alike = [one for one in below if figure.is_like(one)]
        said = [one for one in alike if figure.is_said_by(one)]
        same = _in_the_same_words(figure, alike)
        if same and not any(one.sentence for one in said):
            yield _clash(figure.mention, same.mention, "")
        elif said:
            continue
        elif (slipped := next((one for one in alike if _is_swapped(figure, one)), None)) and not _is_made_by(
            figure, below
        ):
            yield _clash(figure.mention, slipped.mention, "two digits changed places")
        elif figure.kind is Kind.PERCENTAGE and (
            levels := changed_otherwise(figure.value, figure.mention, headline, article)
        ):
            yield clash_of_levels(figure.mention.span, levels)
        elif rival := (
            _of_the_same(figure, alike, above, below, article)
            or _only_sum(figure, above, below)
            or _mistyped(figure, alike, below)
        ):
            yield _clash(figure.mention, rival.mention, "")


def _figures(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Figure]:
    """The mentions that are one printed amount each, with those of the sentences in which they stand."""
    return [
        Figure.of(mention, quantity, next((one for one in sentences if one.start <= mention.start < one.end), None))
        for mention in mentions
        if mention.kind in _KINDS and (quantity := mention.single) is not None
    ]


def _is_swapped(figure: Figure, other: Figure) -> bool:
    """Whether two figures have the same digits in another order, and are of one size."""
    least = LEAST_DIGITS if figure.kind in COUNTED else LEAST_DIGITS - 1
    return len(digits_of(figure.value)) >= least and are_swapped(figure.value, other.value)


def _in_the_same_words(figure: Figure, alike: Sequence[Figure]) -> Figure | None:
    """What the lead tells in the words of the headline: how long the same was done, or how many out of as many."""
    done, whole = figure.done_for, figure.whole
    told = (one for one in alike if one.sentence and one.quantity.bound is figure.quantity.bound)
    return next(
        (
            one
            for one in told
            if (done and one.done_for == done and not one.is_of_another_time) or (whole and one.whole == whole)
        ),
        None,
    )


def _of_the_same(
    figure: Figure, alike: Sequence[Figure], above: Sequence[Figure], below: Sequence[Figure], article: Article
) -> Figure | None:
    """The figure of the lead that tells what the headline does, in the most of its words, if no others make the headline's."""
    if any(figure.has_room_in(one) for one in alike):
        return None
    if figure.kind is Kind.PERCENTAGE:
        from factcheck.judge.checks.headlines.told_below import is_of_another  # noqa: PLC0415 - few headlines have one

        # Of percentages a text has many; the one of its headline it tells first.
        alike = [
            one
            for one in alike
            if one.sentence is alike[0].sentence and not is_of_another(figure.mention, one.mention, article)
        ]
    told = [
        (len(figure.telling & one.telling), -gap(figure.value, one.value), one)
        for one in alike
        if one.sentence
        and figure.may_be(one)
        and not any(other.is_said_by(one) for other in above)
        and _may_be_a_slip(figure, one, withheld(one.mention.start, one.sentence, one.sentence.text.lower()))
    ]
    shared, _, closest = max(told, key=lambda each: each[:2], default=(0, 0, None))
    return closest if shared >= SHARED and not _is_made_by(figure, below) else None


def _only_sum(figure: Figure, above: Sequence[Figure], below: Sequence[Figure]) -> Figure | None:
    """The only sum of the text, where the headline has but one and it is told in the words of the headline."""
    sums = [one for one in below if one.kind is Kind.MONEY]
    if figure.kind is not Kind.MONEY or len(sums) != 1 or sum(one.kind is Kind.MONEY for one in above) != 1:
        return None
    told = sums[0]
    if not told.sentence or told.unit != figure.unit or not told.quantity.bound is figure.quantity.bound is Bound.EXACT:
        return None
    is_withheld = withheld(told.mention.start, told.sentence, told.sentence.text.lower())
    is_same = figure.led_up_to == told.led_up_to and len(figure.telling & told.telling) >= SHARED
    return told if is_same and not is_withheld else None


def _mistyped(figure: Figure, alike: Sequence[Figure], below: Sequence[Figure]) -> Figure | None:
    """The only length of time of a text that is told in a headline's unit, where a digit is another: 14 months, 24 months."""
    if figure.kind is not Kind.DURATION or len(alike) != 1 or alike[0].is_of_another_time:
        return None
    if any(agree(figure.quantity, one.quantity).agrees for one in below if one.kind is figure.kind):
        return None  # 18 months, and "a year and a half"
    told = alike[0]
    is_mistyped = has_another_digit(figure.quantity.printed[0], told.quantity.printed[0])
    is_outright = figure.quantity.bound is told.quantity.bound is Bound.EXACT
    return told if is_mistyped and is_outright and not _is_made_by(figure, below) else None


def _is_a_slip_of(one: Figure, other: Figure) -> bool:
    """Whether two amounts are told outright, and no further apart than a slip puts them."""
    low, high = sorted((one.value, other.value))
    return one.quantity.bound is other.quantity.bound is Bound.EXACT and 0 < high <= low * SLIP


def _may_be_a_slip(figure: Figure, told: Figure, reason: str | None) -> bool:
    """Whether a headline may have meant what the lead tells, outright or, of another size, as what is to come."""
    if reason is None and _is_a_slip_of(figure, told):
        return True
    # Sums of many sizes are told of one firm: of another size it must be told in more of the same words.
    is_same = len(figure.telling & told.telling) > SHARED
    return is_same and reason in {None, FORECAST} and _is_of_another_size(figure, told)


def _is_of_another_size(one: Figure, other: Figure) -> bool:
    """Whether two sums are a million and a billion of the same, or have the same digits and one nought more."""
    # "$600G" is 600 grand.
    if one.kind is not Kind.MONEY or one.mention.document.text[one.mention.end : one.mention.end + 1].isalpha():
        return False
    low, high = sorted((one.value, other.value))
    times = high / low if low else Decimal(0)
    if any(gap(times, size) <= ROUNDED for size in SIZES):
        return True
    return times == TEN and len(digits_of(low)) > 1


def _is_made_by(figure: Figure, below: Sequence[Figure]) -> bool:
    """Whether a figure is a sum, a difference, a share or a change of others that stand beside each other."""
    alike = [one for one in below if figure.is_like(one)]
    if figure.kind is Kind.PERCENTAGE:
        levels = [one for one in below if one.kind is not Kind.PERCENTAGE]
        made = [
            *(one.value + other.value for one, other in _beside(alike)),
            *(HUNDRED - one.value for one in alike),
            *(
                share
                for one, other in _beside(levels)
                if one.is_like(other)
                for share in _shares(one.value, other.value)
            ),
        ]
    else:
        from factcheck.judge.checks.headlines.added_up import AND_ONE  # noqa: PLC0415 - most figures are told below

        made = [
            *(one.value + 1 for one in alike if AND_ONE.match(one.mention.document.text, one.mention.end)),
            *(abs(one.value + sign * other.value) for one, other in _beside(alike) for sign in (1, -1)),
        ]
        shares = [one.value for one in below if one.kind is Kind.PERCENTAGE and 0 < one.value < HUNDRED]
        changed = [
            level.value * share / base
            for level in alike
            for share in shares
            for base in (HUNDRED, HUNDRED - share, HUNDRED + share)
        ]
        if any(gap(one, figure.value) <= ROUNDED for one in changed):
            return True
    if figure.kind is Kind.DURATION and figure.unit == "year":
        years = {int(found[0]) for found in _YEAR.finditer(figure.mention.document.text)}
        made += [Decimal(abs(one - other)) for one, other in combinations(years, 2)]
    return any(abs(one - figure.value) <= figure.step / 2 for one in made)


def _shares(one: Decimal, other: Decimal) -> Iterator[Decimal]:
    """How much one amount is of the other in per cent, and how much it is changed by, both ways."""
    for part, whole in ((one, other), (other, one)):
        if whole:
            yield HUNDRED * part / whole
            yield HUNDRED * abs(part - whole) / whole


def _beside(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The pairs of figures that stand beside each other."""
    near = ((one, other) for one, other in combinations(figures, 2) if other.mention.start - one.mention.end < BESIDE)
    yield from near


def _clash(mention: Mention, other: Mention, slip: str) -> Clash:
    return Clash(
        (mention.span, other.span),
        {"headline": mention.text, "text": other.text},
        slip=slip,
        repairs=(f"“{other.text}” in the headline", f"“{mention.text}” in the text"),
    )
