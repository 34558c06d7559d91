"""What a sample allows: the means of whole numbers, the margins of polls, the leads that are clear."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import chain
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.function_words import PERCENT
from factcheck.extract.lexicon.nouns import ASKED
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_in, vocabulary, words_by_sentence
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import COUNTED, Article, Kind, Mention, Sentence, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

# --- the mean of whole numbers (the GRIM test of Brown and Heathers, 2017) ------------

#: Says that each of the numbers behind a mean is a whole one.
_WHOLE = regex(
    r"\b(?:whole|integers?|no (?:half|halves|fractions|decimals)|(?:five|seven|ten|four|six|nine|three|\d{1,2})[- ]point (?:\w+ )?scale"
    r"|scale (?:of|from)|from (?:0|1|zero|nought|one) to (?:5|7|10|five|seven|ten)|out of (?:5|7|10|20|five|seven|ten|twenty)|Likert"
    r"|(?:number of|how many) (?!(?:times|hours|days|minutes|miles|kilometres))[a-z]+|to \d+ stars|between (?:0|1|zero|nought|one) and (?:5|7|10|five|seven|ten))\b",
    re.IGNORECASE,
)
#: What comes in whole numbers by nature.
WHOLES = frozenset(
    "sibling child brother sister goal book pet cat dog car visit egg word cavity pup tooth error mistake friend grandchild cousin phone"
    " bedroom tree tattoo tries seizure fall".split()
)
_AVERAGE = regex(r"\b(?:mean|average|averag(?:ed|ing|es))\b[^.;]{0,60}$", re.IGNORECASE)
#: Behind a mean of something else than one whole number each.
_RATED = regex(r"^[^.;]{0,12}\b(?:per|a|an|each|every|%|percent|metres|years|hours)\b")
#: The numbers of several questions each, or of halves, have other means.
_PARTED = regex(
    r"\b(?:items?|questions|half|halves|weighted|adjusted|points each|rounds|attempts|seasons?|years?|games|matches|days|weeks)\b"
)
#: Of more than these, means with two decimals can be anything.
_MOST = 99
_NEAR = 220


@check("impossible-mean", of=Article, told_by=["mean", "means", "average", "averages", "averaged", "averaging"])
def impossible_mean(article: Article) -> Iterator[Verdict]:
    """Means of so few whole numbers that no sum gives them."""
    text = article.document.text
    for number, sentence in enumerate(article.sentences):
        for mean in mentions_in(article, sentence.start, sentence.end):
            if not _is_mean(text, sentence, mean):
                continue
            first = article.sentences[max(0, number - 1)].start
            start = max(first, mean.start - _NEAR)
            around = text[start : sentence.end]
            whole = _WHOLE.search(around) or (mean.quantity and mean.quantity.unit in WHOLES)
            in_wholes = "whole" in around
            sizes = [
                mention
                for mention in mentions_in(article, start, sentence.end)
                if _is_size(mention) and mention is not mean and not (in_wholes and _is_scale(mention))
            ]
            said = "no half" in around or not _PARTED.search(around)
            if whole and said and len({size.quantity.value for size in sizes if size.quantity}) == 1:
                yield _mean_of(mean, sizes[0])


def _is_mean(text: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether a number is called an average and given to a decimal."""
    quantity = mention.single
    if quantity is None or mention.kind not in COUNTED:
        return False
    if quantity.printed[0] == quantity.printed[0].to_integral_value() and "." not in mention.text:
        return False
    called = (
        "average" in mention.text.lower()
        or text.startswith(" on average", mention.end)
        or _AVERAGE.search(text[sentence.start : mention.start]) is not None
    )
    return called and not _RATED.match(text[mention.end : mention.end + 20])


def _is_size(mention: Mention) -> bool:
    """Whether a count says how many there were, and no scale."""
    quantity = mention.exact
    if quantity is None or mention.kind is not Kind.COUNT:
        return False
    size = quantity.printed[0]
    named = quantity.unit not in {"", "point", "star", "mark", "scale"}
    return named and size == size.to_integral_value() and 2 <= size <= _MOST and "point" not in mention.text


def _is_scale(mention: Mention) -> bool:
    """Whether a number is what marks are given out of."""
    return mention.document.text.endswith(" out of ", 0, mention.start)


def _mean_of(mean: Mention, size: Mention) -> Verdict:
    digits = _figure(mean.text)
    n = size.quantity.value if size.quantity else Decimal(1)
    half = Decimal(5).scaleb(digits.as_tuple().exponent - 1)  # type: ignore[operator]
    least = ((digits - half) * n).to_integral_value(ROUND_CEILING)
    most = ((digits + half) * n).to_integral_value(ROUND_FLOOR)
    spans = (mean.span, size.span)
    if least <= most:
        return Accord(spans, f"{least} divided by {n} rounds to {digits}")
    return Clash(spans, {}, arithmetic=f"no whole number divided by {n} rounds to {digits}")


_DIGITS = regex(r"\d+\.\d+")


def _figure(text: str) -> Decimal:
    """The number of a mean with every decimal that is printed."""
    found = _DIGITS.search(text)
    return Decimal(found[0]) if found else Decimal(0)


# --- the margin of a poll -------------------------------------------------------------

_SMALL: dict[str, Decimal | int] = {
    "half a": Decimal("0.5"),
    "a quarter of a": Decimal("0.25"),
    "a": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
}
_ERROR = r"(?:margins? of (?:sampling |statistical )?error|error margin|sampling error|statistical error)"
_MARGIN = regex(
    rf"(?:\b{_ERROR}(?:(?: of| is| was| at| as| stands| put| (?:for|of|in) (?:the|this) (?:\w+ )?(?:poll|survey|sample|study)(?: of \d[\d,]*(?: \w+)?|, [^,.;]{{1,40}},)?)*|:)|\b(?:has|had|with|carries|carried|claims|claimed|of) a margin(?: of)?|\bmargin)(?: about| roughly| only| just| some)*"
    rf"\s?(?P<sign>±|\+/[-−]|plus or minus|plus-or-minus|plus/minus)?\s?(?P<margin>\d{{1,2}}(?:\.\d+)?(?![\d,.]*\d)|{'|'.join(_SMALL)})(?=\s?(?:%|per ?cent|percent|percentage|points?\b|[.,;)]|$| either| and| in| at| on|\s))",
    re.IGNORECASE,
)
#: "A two-point margin of error".
_MARGIN_BEHIND = regex(
    rf"(?<![\d.])(?P<sign>±|plus or minus )?(?P<margin>\d{{1,2}}(?:\.\d+)?|\b(?:{'|'.join(_SMALL)}))[- ](?:percentage[- ])?point {_ERROR}",
    re.IGNORECASE,
)
#: "Accurate to within two percentage points", "correct to 2 points either way".
_ACCURATE = regex(
    rf"\b(?:accurate|correct|precise|reliable|exact|good|true|right|certain|believed)(?: to)?(?: within)?(?: about| roughly| some)? (?P<sign>±|plus or minus )?"
    rf"(?P<margin>\d{{1,2}}(?:\.\d+)?(?![\d,.]*\d)|{'|'.join(_SMALL)}) (?:(?:percentage[- ])?points?|per ?cent|percent)\b",
    re.IGNORECASE,
)
#: Words of which every text about a margin has one.
_MARGINS = frozenset({"margin", "margins", "error"})
_OF_MARGINS = _MARGINS | {"accurate", "correct", "precise", "reliable", "true", "good", "right"}
#: What a poll is accurate to.
_POINTS = frozenset({"point", "points", "percent", "cent"})
_POLLED = regex(
    r"\b(?:polls?|polled|pollsters?|survey(?:s|ed)?|sample[ds]?|interview(?:s|ed)|questioned|canvass(?:ed)?|respondents|asked|questionnaire|study)\b",
    re.IGNORECASE,
)
#: What a bare sample size follows.
_OF = regex(
    r"\b(?:polls?|surveys?|samples?|spoke to|talked to|reached|interviews|interviewed|polled|surveyed|asked|questioned|canvassed|responses|based on)(?: [a-z-]+){0,4} $|\b[Nn] ?= ?$",
    re.IGNORECASE,
)
_OF_A_PART = regex(r"\b(?:overall|subgroups?|sub-sample|subsample|each (?:group|state|country))\b", re.IGNORECASE)
#: At 90 percent, the square of a share's margin times the number asked (0.82²), with room for rounding.
_LEAST = Decimal("0.6")


@check("margin-too-small", of=Article, told_by=_OF_MARGINS)
def margin_too_small(article: Article) -> Iterator[Verdict]:
    """Margins of error that are smaller than chance makes them in a sample of that size."""
    text, told = article.document.text, _OF_MARGINS & vocabulary(article)
    by_sentence = zip(article.sentences, words_by_sentence(article), strict=True)
    for number, (sentence, words) in enumerate(by_sentence):
        if told.isdisjoint(words):
            continue
        margins = () if words.isdisjoint(_MARGINS) else (_MARGIN, _MARGIN_BEHIND)
        accurate = () if words.isdisjoint(_OF_MARGINS) or words.isdisjoint(_POINTS) else (_ACCURATE,)
        for found in chain.from_iterable(
            margin.finditer(text, sentence.start, sentence.end) for margin in (*margins, *accurate)
        ):
            first = article.sentences[max(0, number - 1)]
            last = article.sentences[min(len(article.sentences) - 1, number + 1)]
            start = first.start if sentence.paragraph - first.paragraph <= 1 else sentence.start
            end = last.end if last.paragraph == sentence.paragraph else sentence.end
            if not _POLLED.search(text, start, end) or _OF_A_PART.search(text, start, end):
                continue
            if (
                not _ACCURATE.fullmatch(found[0])
                and "error" not in found[0].lower()
                and not (found["sign"] or _POLLED.search(sentence.text))
            ):
                continue
            sizes = {
                mention.quantity.value: mention
                for mention in mentions_in(article, start, end)
                if mention.quantity and _is_sample(text, mention)
            }
            if len(sizes) == 1:
                yield _margin_of(found["margin"], _margin_span(article, found), *sizes.values())


def _is_sample(text: str, mention: Mention) -> bool:
    """Whether a number says how many were asked."""
    quantity = mention.quantity
    if quantity is None or mention.kind not in COUNTED or not 30 <= quantity.value <= 100_000:
        return False
    if quantity.value != quantity.value.to_integral_value() or quantity.is_range:
        return False
    return quantity.noun in ASKED or _OF.search(text[max(0, mention.start - 60) : mention.start]) is not None


def _margin_span(article: Article, found: re.Match[str]) -> Span:
    """Where a margin is printed: the mention that its number stands in, if there is one."""
    for mention in mentions_in(article, found.start(), found.end("margin")):
        if mention.start <= found.start("margin") < mention.end:
            return mention.span
    return Span(article.document, *found.span("margin"))


def _margin_of(printed: str, margin: Span, size: Mention) -> Verdict:
    share = Decimal(_SMALL.get(printed.lower(), 0)) or Decimal(printed)
    n = size.quantity.upper if size.quantity and size.quantity.upper.is_finite() else Decimal(1)
    least = 98 / n.sqrt()
    working = (
        f"at 95 percent, the margin of a share is at most 98 divided by the square root of {n:,}: {least:.1f} points"
    )
    if share * share * n >= _LEAST * 10_000:
        return Accord((margin, size.span), working)
    return Clash((margin, size.span), {"margin": margin.text, "sample": size.text}, arithmetic=working)


# --- a lead and its margin ------------------------------------------------------------

_CLEARLY = "clear comfortable commanding solid decisive wide big strong healthy firm convincing substantial safe unassailable significant large runaway handsome".split()
_ADVERBS = "clearly|comfortably|well|far|firmly|decisively|convincingly|easily|solidly|safely|handily|strongly|handsomely|significantly|streets"
_CLEAR = regex(
    rf"\b(?:{'|'.join(_CLEARLY)})(?:,? [\w-]+){{0,2}} (?:lead|advantage|edge|margin over)\b|\b(?:{_ADVERBS}) (?:ahead|in front|in the lead|leading|leads?|beating|out in front)\b"
    rf"|\b(?:leads?|leading|led|ahead|in front) (?:{_ADVERBS})\b|\b(?:lead|advantage|edge) (?:is|was|looks|remains) (?:{'|'.join(_CLEARLY)})\b|\bclear (?:winner|favou?rite|front-?runner)\b"
)
#: Of each of these it has a word.
_CLEAR_WORDS = frozenset((*_CLEARLY, *_ADVERBS.split("|")))
_LEADING = frozenset(
    "lead leads leading led ahead front beating advantage edge margin winner favourite favorite frontrunner runner".split()
)
_PERCENT = rf"(?:\s?{PERCENT})?"
_PAIR = regex(
    rf"(?<![\d.])(?P<one>\d{{2}}(?:\.\d)?){_PERCENT}(?:\s?[-–]\s?|,? (?:to|against|versus|vs\.?|points to|and)\s|,? (?:compared )?with\s|,? while [\w ]{{1,30}}\s)"
    rf"(?:\w+ ){{0,3}}?(?P<other>\d{{2}}(?:\.\d)?){_PERCENT}(?![\d.]\d)"
)
_LEAD = regex(
    r"\b(?:lead|advantage|edge)(?:s|ing)? (?:of|by|is|was) (?:just |only |about |some )?(?P<lead>\d(?:\.\d)?|one|two|three|four|five|six|seven)\b"
    r"|\b(?:ahead|in front) by (?P<by>\d(?:\.\d)?|one|two|three|four|five|six|seven)\b|\b(?P<point>\d(?:\.\d)?|one|two|three|four|five|six|seven)[- ](?:percentage[- ])?point (?:\w+ )?(?:lead|advantage|edge)\b"
)
#: How far around the adjective the shares and the margin stand, in letters.
_AROUND = 250


@check("lead-within-margin", of=Article, told_by=["margin", "margins", "error"])
def lead_within_margin(article: Article) -> Iterator[Verdict]:
    """Leads that are called clear and are smaller than the poll's margin of error."""
    text = article.document.text
    words = vocabulary(article)
    if words.isdisjoint(_CLEAR_WORDS) or words.isdisjoint(_LEADING):
        return
    for clear in _CLEAR.finditer(text):
        start, end = max(0, clear.start() - _AROUND), clear.end() + _AROUND
        margin = _MARGIN.search(text, start, end)
        given = _PAIR.search(text, start, end) or _LEAD.search(text, start, end)
        if given is None or margin is None:
            continue
        lead = _lead(given)
        most = Decimal(_SMALL.get(margin["margin"].lower(), 0)) or Decimal(margin["margin"])
        spans = tuple(Span(article.document, *found.span()) for found in (clear, given, margin))
        if lead >= most:
            yield Accord(spans, f"a lead of {lead} is no less than {most}")
        else:
            yield Clash(
                spans, {"lead": str(lead), "margin": str(most)}, arithmetic=f"a lead of {lead} is less than {most}"
            )


def _lead(given: re.Match[str]) -> Decimal:
    """The lead that two shares make, or that is said."""
    if given.re.groups == 2:
        return abs(Decimal(given["one"]) - Decimal(given["other"]))
    said = given["lead"] or given["by"] or given["point"]
    return Decimal(_SMALL.get(said, 0)) or Decimal(said)
