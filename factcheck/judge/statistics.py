"""Published statistics: tests against their p, estimates against their intervals, leads against their margins."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcheck.judge.checks import check
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_MINUS = str.maketrans({"−": "-", "–": "-"})
_NUMBER = r"[-−–]?(?:\d+(?:\.\d+)?|\.\d+)"

# --- a test and its p ----------------------------------------------------------------

#: "t(28) = 2.20, p = .036" · "F(1, 30) = 4.0, p < .05" · "χ2(2, N = 90) = 7.1, p = .03" · "z = 1.96, p = .05".
_TEST = regex(
    rf"(?<!\w)(?P<test>t|F|r|z|Z|χ2|χ²|χ\^2|X2|[Cc]hi-squared?)\s?"
    rf"(?:\(\s?(?:df\s?=\s?)?(?P<df1>\d+(?:\.\d+)?)(?:\s?,\s?(?:(?P<df2>\d+(?:\.\d+)?)|[Nn]\s?=\s?\d+))?\s?\)\s?)?"
    rf"=\s?(?P<value>{_NUMBER})\s?[,;]?\s(?:and\s)?[pP]\s?(?P<relation>[=<>])\s?(?P<p>0?\.\d+)"
)


class Reported(NamedTuple):
    """A test as it is printed."""

    test: str
    df1: float
    df2: float
    #: The statistic's least and greatest size, by its rounding.
    least: float
    most: float


@check("p-value", of=Article)
def p_value(article: Article) -> Iterator[Verdict]:
    """Tests whose statistic has another p than is printed with it."""
    text = article.document.text
    if not any(sign in text for sign in ("p =", "p <", "p >", "p=", "p<", "p>", "P =", "P <", "P=", "P<")):
        return
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
        if any(_fits(*ends, found["relation"], printed, step) for ends in (tail, one_tailed)):
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
    if kind != "z" and found["df1"] is None:
        return None
    if kind == "F" and found["df2"] is None:
        return None
    if kind not in {"F", "c"} and found["df2"] is not None:
        return None
    df1, df2 = float(found["df1"] or 1), float(found["df2"] or 1)
    if df1 <= 0 or df2 <= 0 or (kind == "r" and size > 1):
        return None
    reported = Reported(kind, df1, df2, max(0.0, size - half), size + half)
    return _chance(reported, reported.most), _chance(reported, reported.least)


def _chance(reported: Reported, value: float) -> float:
    from factcheck.judge.distributions import (  # noqa: PLC0415 - only articles with tests need them
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

_CHANCE = regex(rf"(?<![\w.])[pP]\s?[=<]\s?(?P<value>{_NUMBER})(?![\w%]|\.\d)")
_CORRELATION = regex(
    rf"(?:(?<![\w.])r\s?(?:\(\s?\d+\s?\)\s?)?=|\b[Cc]orrelation(?: coefficient)? (?:of|was|is))\s?(?P<value>{_NUMBER})(?![\w%]|\.\d)"
)


@check("impossible-statistic", of=Article)
def impossible_statistic(article: Article) -> Iterator[Verdict]:
    """Chances below nought or above one, and correlations beyond one on either side."""
    text = article.document.text
    if "=" not in text and "<" not in text and "correlation" not in text:
        return
    for pattern, least, what in ((_CHANCE, 0, "a chance"), (_CORRELATION, -1, "a correlation")):
        for found in pattern.finditer(text):
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

#: "12% (95% CI 14-20)" · "0.82 [95% confidence interval: 0.61 to 0.79]".
_INTERVAL = regex(
    rf"(?<![\w.])(?P<estimate>{_NUMBER})(?:\s?%)?(?: \w+)?(?:\s?[,;]?\s?[(\[]|,)\s?(?:with )?(?:an? )?(?:80|9\d|99\.9)\s?%\s?"
    rf"(?:CI|C\.I\.|[Cc]onfidence [Ii]nterval|credible interval)(?:\s?[,:=]| of)?\s?[(\[]?"
    rf"(?P<low>{_NUMBER})\s?%?\s?(?:[-–—,;]|to)\s?(?P<high>{_NUMBER})"
)


@check("estimate-outside-interval", of=Article)
def estimate_outside_interval(article: Article) -> Iterator[Verdict]:
    """Estimates that do not lie in the confidence interval printed with them."""
    text = article.document.text
    if " CI" not in text and "C.I." not in text and "nterval" not in text:
        return
    for found in _INTERVAL.finditer(text):
        low, high, estimate = (Decimal(found[name].translate(_MINUS)) for name in ("low", "high", "estimate"))
        spans = (
            Span(article.document, *found.span("estimate")),
            Span(article.document, found.start("low"), found.end("high")),
        )
        if low <= estimate <= high:
            yield Accord(spans, f"{estimate} lies between {low} and {high}")
        else:
            yield Clash(spans, arithmetic=f"{estimate} does not lie between {low} and {high}")


# --- a lead and its margin ------------------------------------------------------------

_CLEAR = regex(
    r"\b(?:clear|comfortable|commanding|solid|decisive|wide|big|strong|healthy|firm|convincing|substantial|safe|unassailable)"
    r"(?: \w+)? (?:lead|advantage|edge)\b|\b(?:clearly|comfortably|well) ahead\b"
)
_PERCENT = r"(?:\s?%|\s?percent|\s?per cent)?"
_PAIR = regex(
    rf"(?<![\d.])(?P<one>\d{{2}}(?:\.\d)?){_PERCENT}(?:\s?[-–]\s?|\s(?:to|against|versus|vs\.?|points to)\s)"
    rf"(?:\w+ )?(?P<other>\d{{2}}(?:\.\d)?){_PERCENT}(?![\d.]\d)"
)
_MARGIN = regex(
    r"\bmargin(?: of(?: sampling)? error)?(?: of| is| was|:)?(?: about)?\s?(?:±|\+/-|plus or minus|plus-or-minus)?\s?"
    r"(?P<margin>\d{1,2}(?:\.\d)?|one|two|three|four|five|six)\b"
)
_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
#: How far around the adjective the shares and the margin stand, in letters.
_NEAR = 250


@check("lead-within-margin", of=Article)
def lead_within_margin(article: Article) -> Iterator[Verdict]:
    """Leads that are called clear and are smaller than the poll's margin of error."""
    text = article.document.text
    if "margin" not in text:
        return
    for clear in _CLEAR.finditer(text):
        start, end = max(0, clear.start() - _NEAR), clear.end() + _NEAR
        pair, margin = _PAIR.search(text, start, end), _MARGIN.search(text, start, end)
        if pair is None or margin is None:
            continue
        lead = abs(Decimal(pair["one"]) - Decimal(pair["other"]))
        most = Decimal(_WORDS.get(margin["margin"], 0)) or Decimal(margin["margin"])
        spans = tuple(Span(article.document, *found.span()) for found in (clear, pair, margin))
        if lead >= most:
            yield Accord(spans, f"a lead of {lead} is no less than {most}")
        else:
            yield Clash(
                spans, {"lead": str(lead), "margin": str(most)}, arithmetic=f"a lead of {lead} is less than {most}"
            )
