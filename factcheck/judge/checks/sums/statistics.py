"""Published statistics: tests against their p, estimates against their intervals, numbers that are no chance."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.function_words import PERCENT
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at, sentences_with
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

#: Signs as Python reads them; commas between thousands go.
_MINUS = str.maketrans({"−": "-", "–": "-", ",": None})
_NUMBER = r"[-−–]?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)"

# --- a test and its p ----------------------------------------------------------------

#: "t(28) = 2.20, p = .036" · "F(1, 30) = 4.0, p < .05" · "χ2(2, N = 90) = 7.1, p = .03" · "z = 1.96, p = .05".
_TEST = regex(
    rf"(?<!\w)(?P<test>t|F|r|z|Z|χ2|χ²|χ\^2|X2|[Cc]hi-squared?)\s?"
    rf"(?:\(\s?(?:df\s?=\s?)?(?P<df1>\d+(?:\.\d+)?)(?:\s?,\s?(?:(?P<df2>\d+(?:\.\d+)?)|[Nn]\s?=\s?\d+))?\s?\)\s?)?"
    rf"=\s?(?P<value>{_NUMBER})(?:\s?[,;]\s?(?:df|d\.f\.)\s?=\s?(?P<df>\d+))?\s?[,;]?\s?(?:and\s|with\s)?(?:a\s)?[pP](?:[- ]value)?\s?(?P<relation>[=<>]|of)\s?(?P<p>0?\.\d+)"
)


class Reported(NamedTuple):
    """A test as it is printed."""

    test: str
    df1: float
    df2: float
    #: The statistic's least and greatest size, by its rounding.
    least: float
    most: float


@check("p-value", of=Article, told_by="=")
def p_value(article: Article) -> Iterator[Verdict]:
    """Tests whose statistic has another p than is printed with it."""
    text = article.document.text
    for found in _TEST.finditer(text):
        tail = _tail(found)
        if tail is None:
            continue
        low, high = tail
        step = 10.0 ** -len(found["p"].partition(".")[2])
        printed = float(found["p"])
        statistic = Span(article.document, found.start(), found.end("value"))
        chance = Span(article.document, _p_start(text, found), found.end("p"))
        one_tailed = (low / 2, high / 2) if _kind(found["test"]) in "trz" else (low, high)
        working = f"p is {_shown(low, high)}"
        relation = found["relation"].replace("of", "=")
        if any(_fits(*ends, relation, printed, step) for ends in (tail, one_tailed)):
            yield Accord((statistic, chance), working)
        else:
            yield Clash((statistic, chance), {"p": _shown(low, high)}, arithmetic=working)


def _p_start(text: str, found: re.Match[str]) -> int:
    return max(text.rfind("p", 0, found.start("relation")), text.rfind("P", 0, found.start("relation")))


def _kind(test: str) -> str:
    """The letter of a test, whatever its name is printed like."""
    return "c" if test[0] in "χXCc" else "z" if test == "Z" else test


def _tail(found: re.Match[str]) -> tuple[float, float] | None:
    """The least and the greatest p that the printed statistic allows; None where degrees of freedom are missing."""
    digits = found["value"].translate(_MINUS)
    half = 0.5 * 10.0 ** -len(digits.partition(".")[2])
    size = abs(float(digits))
    kind = _kind(found["test"])
    freedom = found["df1"] or found["df"]
    if kind != "z" and freedom is None:
        return None
    if kind == "F" and found["df2"] is None:
        return None
    if kind not in {"F", "c"} and found["df2"] is not None:
        return None
    df1, df2 = float(freedom or 1), float(found["df2"] or 1)
    if df1 <= 0 or df2 <= 0 or (kind == "r" and size > 1):
        return None
    reported = Reported(kind, df1, df2, max(0.0, size - half), size + half)
    return _chance(reported, reported.most), _chance(reported, reported.least)


def _chance(reported: Reported, value: float) -> float:
    from factcheck.judge.checks.sums.distributions import (  # noqa: PLC0415 - only articles with tests need them
        chi_square_tail,
        correlation_tail,
        fisher_tail,
        normal_tail,
        student_tail,
    )

    match reported.test:
        case "t":
            return student_tail(value, reported.df1)
        case "F":
            return fisher_tail(value, reported.df1, reported.df2)
        case "c":
            return chi_square_tail(value, reported.df1)
        case "r":
            return correlation_tail(value, reported.df1)
        case _:
            return normal_tail(value)


def _fits(low: float, high: float, relation: str, printed: float, step: float) -> bool:
    """Whether a printed p allows what was worked out; it may have been rounded or cut off."""
    match relation:
        case "<":
            return low < printed
        case ">":
            return high > printed
        case _:
            return low < printed + step and high >= printed - step / 2


def _shown(low: float, high: float) -> str:
    a, b = (f"{end:.4f}" if end >= 0.0001 else "< .0001" for end in (low, high))
    return a if a == b else f"{a} to {b}"


# --- numbers that are no chance and no correlation ------------------------------------

_IS = r"(?:(?: (?:of|was|is|were|at|came out at|came to|stood at|reached|equal to|equals))+|\s?[=:])(?: only| about| around| just)?"
#: Behind a number that is another than a chance: "1.5 per cent", "3.2 to 1", "1.2 million".
_NO_SHARE = r"(?![\w%]|\.\d| ?(?:per|percent|in|out|to|times|million|billion|thousand|points?)\b)"
_CHANCE = regex(
    rf"(?:(?<![\w.])[pP]\s?[=<≤]|\b[Pp][- ]values?{_IS}|\b[Pp]robabilit(?:y|ies)(?: (?:for|that|assigned to) [a-z ]{{1,30}})?{_IS})\s?(?P<value>{_NUMBER}){_NO_SHARE}"
)
_CORRELATION = regex(
    rf"(?:(?<![\w.])(?:r|rho|\u03c1|R²|R2|R\^2)\s?(?:\(\s?\d+\s?\)\s?)?=|(?:\b[Cc]orrelation(?: coefficient)?|\bPearson['’]s r|\bR-squared|\bcoefficient of correlation)"
    rf"(?: (?:between|with|for|among) [A-Za-z ]{{1,50}}?)?{_IS})\s?(?P<value>{_NUMBER}){_NO_SHARE}"
)
#: Words of which every sentence that tells one of them has one.
_SAYS_CHANCE = frozenset({"p", "probability", "probabilities"})
_SAYS_CORRELATION = frozenset({"r", "r2", "rho", "correlation", "coefficient", "pearson", "squared"})
#: Words of which every text about a chance or a correlation has one, if it has no sign for it.
_OF_CHANCES = ("p", "probability", "probabilities", "correlation", "coefficient", "pearson", "squared")


@check("impossible-statistic", of=Article, told_by=("=", "<", "≤", *_OF_CHANCES))
def impossible_statistic(article: Article) -> Iterator[Verdict]:
    """Chances below nought or above one, and correlations beyond one on either side."""
    text = article.document.text
    for pattern, words, least, what in (
        (_CHANCE, _SAYS_CHANCE, 0, "a chance"),
        (_CORRELATION, _SAYS_CORRELATION, -1, "a correlation"),
    ):
        # A Greek letter is no word of the vocabulary.
        told = article.sentences if "\u03c1" in text else sentences_with(article, words)
        for found in chain.from_iterable(pattern.finditer(text, one.start, one.end) for one in told):
            value = Decimal(found["value"].translate(_MINUS))
            # Whole numbers may be pressures, radii or prices.
            if "." in found["value"] or value < 0:
                span = Span(article.document, *found.span())
                if least <= value <= 1:
                    yield Accord((span,), f"{what} lies between {least} and 1")
                else:
                    yield Clash(
                        (span,), {"what": what, "least": str(least)}, arithmetic=f"{value} is not from {least} to 1"
                    )


# --- an estimate and its interval -----------------------------------------------------

_UNIT = rf"(?:\s?{PERCENT})?"
#: "(95% CI 14-20)" · "with a 95 per cent confidence interval of 0.61 to 0.79" · "confidence interval ran from 14% to 20%".
_RUNS = (
    r"(?:\s?[,:=]| (?:of|is|was|are|were|ran|runs|running|ranging|ranged|which runs|from|spans?|spanned|spanning|between|around it|lay|lies|lying|stretch(?:es|ed|ing)"
    r"|extend(?:s|ed|ing)|went|goes|going|reach(?:es|ed|ing)|covers?|covered|covering|put at|given as|came out at|being|for it|estimated at)| \(\d\d"
    rf"{_UNIT}\))"
)
_INTERVAL = regex(
    rf"(?:(?:an? |the |its |their )?(?:80|9\d|99\.\d){_UNIT}[ -](?P<bare>interval)|(?:(?:an? |the |its |their )?(?:80|9\d|99\.\d){_UNIT}[ -])?(?:\bCI\b|\bC\.I\.|(?:[Cc]onfidence|[Cc]redible|[Uu]ncertainty) (?:[Ii]nterval|limits|[Rr]ange)s?|(?<=\()interval))"
    rf"{_RUNS}{{0,3}}\s?[(\[]?\s?[$£€]?(?P<low>{_NUMBER}){_UNIT}(?: [a-z]{{1,10}})?\s?(?:[-–—,;]|to|and|up to)\s?"
    rf"[$£€]?(?P<high>{_NUMBER})(?![\d.]*\d)"
)
#: Words of which every sentence about such an interval has one; "c" is the beginning of "C.I.".
_OF_INTERVALS = frozenset({"ci", "c", "confidence", "credible", "uncertainty", "interval"})
#: A number before its interval; sizes of samples, years and other intervals are none.
_ESTIMATE = regex(
    rf"(?<![\w.,=<>/])(?:(?<=[$£€])|(?<![$£€\w]))(?P<estimate>{_NUMBER})(?![\d,]*\d)(?! (?:patients|people|participants|adults|children|men|women|years|months)\b)"
)
_ESTIMATE_BEHIND = regex(
    rf"\b(?:estimate[sd]?|mean|average|ratio|rate|figure|value|effect|risk)(?: itself)?(?: of| was| is| at|,)(?: about| put at)?\s?[$£€]?(?P<estimate>{_NUMBER})(?![\d,]*\d)"
)
#: An interval of another group than the estimate's: "…; in children the 95 per cent confidence interval".
_ANOTHERS = regex(
    r"(?:[,;:]|\bbut|\band|\bwhile|^) ?(?:in|for|among|with|[Ii]n|[Ff]or|[Aa]mong) (?:the )?(?!(?:a|an|its|this|both)\b)[\w-]+(?: [a-z]+)?,?(?: the| an?| its| their)? ?$"
)
#: A sentence that begins with its interval, so that the estimate stands in the one before; and all numbers of that.
_OPENS, _NUMBERS = (
    regex(r"(?:The |Its |Their |Here the |This has |With )?"),
    regex(r"\d[\d,.]*|\b(?:two|three|four|five|six|seven|eight|nine|ten|twice|half)\b"),
)
#: How far before its interval an estimate stands, in letters.
_NEAR = 90


@check("estimate-outside-interval", of=Article, told_by=_OF_INTERVALS)
def estimate_outside_interval(article: Article) -> Iterator[Verdict]:
    """Estimates that do not lie in the confidence interval printed with them."""
    text = article.document.text
    told = sentences_with(article, _OF_INTERVALS)
    for found in chain.from_iterable(_INTERVAL.finditer(text, one.start, one.end) for one in told):
        given = _estimate(article, found)
        if given is None:
            continue
        low, high = (Decimal(found[name].translate(_MINUS)) for name in ("low", "high"))
        estimate = Decimal(given["estimate"].translate(_MINUS))
        spans = (
            Span(article.document, *given.span("estimate")),
            Span(article.document, found.start("low"), found.end("high")),
        )
        if low <= estimate <= high:
            yield Accord(spans, f"{estimate} lies between {low} and {high}")
        elif low <= high:
            yield Clash(spans, arithmetic=f"{estimate} does not lie between {low} and {high}")


def _estimate(article: Article, interval: re.Match[str]) -> re.Match[str] | None:
    """The number that an interval belongs to: the last one before it, or one behind it that is called an estimate."""
    text = article.document.text
    sentence = sentence_at(article, interval.start())
    start = max(sentence.start, interval.start() - _NEAR)
    if _ANOTHERS.search(text, sentence.start, interval.start()):
        return None
    before = list(_ESTIMATE.finditer(text, start, interval.start()))
    if not before and _OPENS.fullmatch(text, sentence.start, interval.start()) and sentence.start:
        told = sentence_at(article, sentence.start - 2)
        numbers = list(_NUMBERS.finditer(text, told.start, told.end))
        return next(_ESTIMATE.finditer(text, told.start, told.end), None) if len(numbers) == 1 else None
    if before:
        return (
            before[-1] if ")" not in text[before[-1].end() : interval.start()].strip("% ").removeprefix(")") else None
        )
    return _ESTIMATE_BEHIND.search(text, interval.end(), sentence.end)
