"""Figures that follow from others beside them (bases.py): differences, shares, rates, rests and sums that are told as such.

Where the amounts that the grammar names do not lead to the figure, some other amount near by may, in the place of one of
them: then nobody knows what was meant, and nothing is said.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_by_sentence, mentions_in, sentence_at, words_by_sentence
from factcheck.judge.checks.sums.bases import TOLD_BY, basis
from factcheck.judge.checks.sums.elsewhere import basis_elsewhere
from factcheck.judge.checks.sums.further_up import TOLD_FURTHER_UP, basis_further_up, goes_further_up
from factcheck.judge.checks.sums.ways import (
    Scene,
    changes,
    differences,
    growths,
    is_plain,
    is_share,
    of_hundred,
    points_apart,
    quantity,
    quotients,
    rests,
    shares,
    sums,
)
from factcheck.judge.formulas.sentences import LONGEST
from factcheck.judge.formulas.values import INFINITY, tallied, value_of
from factcheck.judge.mistyping import are_swapped, digits_of
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import amount_in_words
from factcheck.model import COUNTED, START, Article, Kind, Mention, Sentence
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.judge.checks.sums.ways import Basis, Ways
    from factcheck.judge.formulas.values import End

#: So far around it, in letters, stands what else a figure may follow from.
_AROUND = 800
#: Of the amounts of a whole text, so many of the nearest are tried by twos: some two of more make any number.
_MANY = 60
#: Rounded numbers that miss each other by no more than this share may have been rounded twice.
_NARROW = Fraction(3, 100)
#: Nobody means a fraction more closely than this share of it.
_OF_A_FRACTION = Fraction(1, 10)
#: A slip leaves a sum so near its parts, as a share of it; farther off something else is added up.
_NEAR_BY = Fraction(15, 100)


#: From so many digits on two that change places are no accident.
_SWAPPED = 3
#: "40 a day over ten days" is in ten, and "the first nine days" are nine.
_COUNTED_OFF = regex(r"over |(?:the )?(?:first|last|past) \w+ days\b")
#: Ways in which small counts are what they say.
_ADDED_UP = frozenset({differences, rests, sums})
#: Ways that tell how far two amounts lie apart.
_WAYS_APART = frozenset({differences, points_apart, changes})
#: How two amounts are put together, for those who read the working.
_SIGNS: dict[Ways, str] = {
    differences: "−",
    points_apart: "−",
    rests: "−",
    of_hundred: "−",
    shares: "/",
    quotients: "/",
}


#: The words and the signs that figures are told with, of which a sentence has one.
_TOLD_BY = (*TOLD_BY, *TOLD_FURTHER_UP)
_WORDS = frozenset(word for word in _TOLD_BY if word.isalpha())
_SIGNED = tuple(sign for sign in _TOLD_BY if not sign.isalpha())


class _Result(NamedTuple):
    """What some amounts lead to: at the least, as printed, and at the most."""

    least: End
    face: Fraction
    most: End


@check("figure-that-follows", of=Article, told_by=_TOLD_BY)
def figure_that_follows(article: Article) -> Iterator[Verdict]:
    """Each figure that is told with what it follows from, and whether it does."""
    earlier: list[Sequence[Mention]] = []
    by_sentence = zip(article.sentences, words_by_sentence(article), mentions_by_sentence(article), strict=True)
    for sentence, words, told_here in by_sentence:
        if not told_here:
            earlier.insert(0, ())
            continue
        is_read = sentence.end - sentence.start <= LONGEST
        mentions = [one for one in told_here if is_read and is_plain(one)]
        is_told = bool(mentions) and _is_told(sentence, words)
        goes_back = is_told and goes_further_up(sentence)
        for at, figure in enumerate(mentions):
            if (is_told or _tells_by_itself(figure)) and not sentence.quotes(figure.start):
                scene = Scene(sentence, figure, mentions[:at], mentions[at + 1 :], earlier)
                told = _basis_of(scene, goes_back=goes_back or " per " in quantity(figure).unit)
                if told is not None:
                    yield from _figure_and_basis(article, figure, told)
        earlier.insert(0, [one for one in mentions if not sentence.quotes(one.start)])


def _is_told(sentence: Sentence, words: frozenset[str]) -> bool:
    """Whether a sentence has one of the words or signs that a figure is told with."""
    text, start, end = sentence.document.text, sentence.start, sentence.end
    return not _WORDS.isdisjoint(words) or any(text.find(sign, start, end) >= 0 for sign in _SIGNED)


def _tells_by_itself(figure: Mention) -> bool:
    """Whether a figure is a fraction or a rate, which need no such word."""
    return (figure.kind is Kind.NUMBER and is_share(figure)) or " per " in quantity(figure).unit


def _basis_of(scene: Scene, *, goes_back: bool) -> Basis | None:
    """What a figure follows from, if that leads anywhere."""
    told = basis(scene)
    if goes_back and (told is None or not _results(told)):
        told = basis_further_up(scene)
    return told or basis_elsewhere(scene)


#: Behind the price of several.
_FOR_SEVERAL = regex(
    r" for (?:(?:all|the) )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|a (?:week|month|year|dozen))"
)


def _is_of_a_rate_and_a_sum(told: Basis) -> bool:
    """Whether the one is a rate and the other is for several, so that neither is taken from the other: "£135 a night, or £360 for three"."""
    is_of_a_rate = told.ways is differences and any(" per " in quantity(one).unit for one in told.amounts)
    return is_of_a_rate and any(_FOR_SEVERAL.match(one.document.text, one.end) for one in told.amounts)


def _figure_and_basis(article: Article, figure: Mention, told: Basis) -> Iterator[Verdict]:
    if _is_of_a_rate_and_a_sum(told):
        return
    spans = (figure.span, *(one.span for one in told.amounts))
    words = {"figure": figure.text, "others": " and ".join(f"“{one.text}”" for one in told.amounts)}
    results = _results(told)
    fitting = next((result for result in results if _meets(result, figure)), None)
    swapped = next((result for result in results if _is_swapped(result, figure)), None)
    if swapped is not None and not _is_explained_exactly(results, figure):
        yield Clash(spans, words, f"{_working(told, swapped, figure)}, not {figure.text}")
    elif fitting is not None and _is_turned_round(told):
        least, most = sorted(told.amounts, key=lambda one: _ends(one).face)
        yield Clash(spans, words, f"{most.text} is more than {least.text}")
    elif fitting is not None:
        yield Accord(spans, _working(told, fitting, figure))
    elif results and _is_near(results, figure, told) and not _is_explained(article, figure, told):
        face = _ends(figure).face
        nearest = min(results, key=lambda one: abs(one.face - face)) if told.ways is rests else results[0]
        yield Clash(spans, words, f"{_working(told, nearest, figure)}, not {figure.text}")


def _is_swapped(result: _Result, figure: Mention) -> bool:
    """Whether a figure of three digits or more has those of a result that comes out even, in another order: £5.25m for £5.52m."""
    printed, face = Fraction(quantity(figure).value), result.face
    if face.denominator != 1 or printed.denominator != 1:
        return False
    one, other = Decimal(int(printed)), Decimal(int(face))
    return len(digits_of(one)) >= _SWAPPED and are_swapped(one, other)


def _is_explained_exactly(results: Sequence[_Result], figure: Mention) -> bool:
    """Whether a figure is just what its amounts lead to in one of the ways."""
    return any(result.face == Fraction(quantity(figure).value) for result in results)


def _is_turned_round(told: Basis) -> bool:
    """Whether the first of two is less where it is said to be more, or the other way round."""
    if told.is_more is None:
        return False
    one, other = map(_ends, told.amounts)
    return one.most < other.least if told.is_more else one.least > other.most


def _is_near(results: Sequence[_Result], figure: Mention, told: Basis) -> bool:
    """Whether a sum comes near the figure."""
    face = _ends(figure).face
    return told.ways is not sums or any(abs(one.face - face) <= _NEAR_BY * one.face for one in results)


def _is_explained(article: Article, figure: Mention, told: Basis) -> bool:
    """Whether some other amount near by leads to the figure."""
    reach = len(article.document.text) if told.is_far else _AROUND
    around = mentions_in(article, figure.start - reach, figure.end + reach)
    others = [one for one in around if one is not figure and is_plain(one)]
    if len(others) > _MANY:
        others = sorted(sorted(others, key=lambda one: abs(one.start - figure.start))[:_MANY], key=START)
    ways = [*told.instead(others)]
    if told.ways is shares:
        # "Of its 250 sailings this week just 80 ferries, or 32 per cent, left port": the whole may be told by another noun.
        here = sentence_at(article, figure.start).span
        counted = (one for one in others if one.kind in COUNTED and here.overlaps(one.span) and one not in told.amounts)
        ways += [told._replace(amounts=(told.amounts[0], one)) for one in counted]
    if told.ways is changes:
        # "460,000, 15 per cent more, or 60,000 people": the one may be the change, and the other what it led to.
        ways.append(told._replace(amounts=tuple(sorted(told.amounts, key=_face)), ways=growths))
    if told.sure == len(told.amounts) > 1:
        # Even of two that stand right before it, one may be told by the way: "1.1m a year, 3,000 a day, rising to 1.5m".
        start = sentence_at(article, figure.start).start
        ways += told._replace(sure=0).instead([one for one in others if start <= one.start < figure.start])
    return any(_meets(result, figure) for one in ways for result in _results(one)) or _is_explained_by_one_more(
        [one for one in others if sentence_at(article, figure.start).span.overlaps(one.span)], figure, told
    )


def _is_explained_by_one_more(others: Sequence[Mention], figure: Mention, told: Basis) -> bool:
    """Whether one more amount of the sentence was added too, or taken away: "opened 40 and closed 12, taking it to 348 from 320"."""
    if told.ways not in _ADDED_UP:
        return False
    faces = [_ends(one).face for one in told.amounts]
    more = [_ends(one).face for one in others if one not in told.amounts]
    signs = list(product((1, -1), repeat=len(faces) + 1))
    return any(
        sum(sign * face for sign, face in zip(each, (*faces, one), strict=True)) == _ends(figure).face
        for one in more
        for each in signs
    )


def _face(mention: Mention) -> Fraction:
    return _ends(mention).face


def _results(told: Basis) -> list[_Result]:
    """What the amounts lead to, each way, in the unit that they are printed in."""
    ends = [_ends(one, is_added=told.ways in _ADDED_UP) for one in told.amounts]
    if min(one.least for one in ends) <= 0 or INFINITY in [one.most for one in ends]:
        return []
    extremes = [told.ways(every) for every in product(*((Fraction(one.least), Fraction(one.most)) for one in ends))]
    faces = told.ways([one.face for one in ends])
    # Where amounts that are rounded may be one and the same, the way from the one to the other goes through nought.
    meet = told.ways in _WAYS_APART and max(one.least for one in ends) <= min(one.most for one in ends)
    return [
        _Result(Fraction(0) if meet else min(face, *way), face, max(face, *way))
        for face, *way in zip(faces, *extremes, strict=True)
    ]


def _ends(mention: Mention, *, is_added: bool = False) -> _Result:
    """What a mention allows, as a formula has it, in the unit that is printed."""
    value, printed = value_of(mention), Fraction(quantity(mention).value)
    if is_added:
        value = tallied(value)
    if mention.kind is Kind.DURATION and _COUNTED_OFF.match(mention.text):
        return _Result(printed, printed, printed)
    scale = printed / value.face
    return _Result(value.lower * scale, printed, value.upper * scale)


def _meets(result: _Result, figure: Mention) -> bool:
    """Whether a figure may be a result, which may have been rounded twice or cut off."""
    lower, printed, upper = _ends(figure)
    # What does not come out even has been rounded, also to a number that says what it counts: 272 in nine days are 30 a day.
    is_rounded = lower != upper or (result.face.denominator != 1 and not is_share(figure))
    step = Fraction(quantity(figure).step) if is_rounded else Fraction(0)
    if is_share(figure):
        of_one = 1 if figure.kind is Kind.NUMBER else 100
        step = step / of_one if of_one > 1 else printed * _OF_A_FRACTION
        lower, printed, upper = lower / of_one, printed / of_one, upper / of_one
    slack = 0 if result.least == result.most else _NARROW * result.face
    lower = upper / 2 if lower == -INFINITY else min(lower, printed - step)
    upper = 2 * lower if upper == INFINITY else max(upper, printed + step)
    return result.least - slack <= upper and lower <= result.most + slack


def _working(told: Basis, result: _Result, figure: Mention) -> str:
    """One line of what some amounts lead to: "24,918 votes − 24,506 = 412", "31 women / 90 = 34.4%"."""
    is_percent = figure.kind is Kind.PERCENTAGE and is_share(figure)
    come_to = amount_in_words(result.face * (100 if is_percent else 1), "percent" if is_percent else figure.measure)
    texts = [one.text for one in told.amounts]
    if told.ways is sums:
        return f"{' + '.join(texts)} = {come_to}"
    sign = _SIGNS.get(told.ways)
    if sign is None or result.face != told.ways([_ends(one).face for one in told.amounts])[0]:
        return f"{' and '.join(texts)}: {come_to}"
    if told.ways is of_hundred:
        texts.insert(0, "100%")
    elif told.ways is not quotients:
        texts = [
            one.text for one in sorted(told.amounts, key=lambda one: _ends(one).face, reverse=told.ways is not shares)
        ]
    return f"{f' {sign} '.join(texts)} = {come_to}"
