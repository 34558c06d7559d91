"""How long, how heavy or how dear a thing is, told twice: "a 14-hour flight", and then "the 11-hour flight"."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.attach.words import EMPTY, stem
from factcheck.extract.lexicon.function_words import THIS
from factcheck.judge.agreement import Fit, agree
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at
from factcheck.judge.checks.retold.sizes import SPEAKS_OF_ANOTHER
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Mention, Quantity, Sentence
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = frozenset({Kind.QUANTITY, Kind.DURATION, Kind.MONEY})
#: What makes the second the thing that was spoken of, and what stands before the first.
_THE = regex(rf"\b{THIS} $")
_A = regex(r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ne|new) $")
#: What tells which sum is meant.
_TOLD_WHICH = regex(r" (?:it|that|which|they|he|she|we|from|given|paid|raised|promised|pledged|in)\b")
_NOUNS = regex(r"[ -]([a-z]{3,})(?: ([a-z]{3,}))?")
#: A name that the text may not have had before.
_NAME = regex(r"(?<![.!?] )\b[A-Z][a-z]+\b")
#: What everybody has one of, or what comes again and again: two of a name are two.
_MANY = frozenset(
    map(
        stem,
        "sentence term ban deal contract ticket fine prize period bill note coin bond rise increase cut fall drop gain loss profit"
        " lead hike raise discount share stake price mark level limit range line race sprint dash relay freestyle hurdles event"
        " putt goal field shot kick pass run drive return record window deadline notice suspension extension spell delay wait"
        " class session round match stretch gap difference margin option fee salary payment donation grant bonus reward bail"
        " loan mortgage offer bid bet jump throw final backstroke breaststroke butterfly medley title category version model".split(),
    )
)
#: The second stands no more sentences behind the first, and a slip makes it at most so many times the first, or a thousand.
NEAR, SLIP, SCALE = 3, 3, 1000


class Measured(NamedTuple):
    """A measure, and the stems of the nouns right behind it."""

    mention: Mention
    nouns: tuple[str, ...]
    sentence: Sentence


@check("told-measures", of=Article, about=[Kind.QUANTITY, Kind.DURATION, Kind.MONEY])
def told_measures(article: Article) -> Iterator[Verdict]:
    """Two measures before one noun, where the second comes back to the first."""
    told: defaultdict[str, list[Measured]] = defaultdict(list)
    for mention in article.mentions:
        if mention.kind in _KINDS and (measured := _measured(article, mention)):
            for noun in measured.nouns:
                told[noun].append(measured)
    yield from _in_another_currency(article)
    for noun, measures in told.items():
        if len(measures) == 2 and noun not in _MANY:
            first, second = measures
            if _comes_back(article, first, second, noun):
                yield from _two_measures(first, second)


def _in_another_currency(article: Article) -> Iterator[Verdict]:
    """A sum that was raised in one currency and is taken up in another: "raised $8 million … the €8 million"."""
    sums = [mention for mention in article.mentions if mention.kind is Kind.MONEY and mention.quantity]
    for first, second in pairwise(sums):
        text = second.document.text
        if (
            _is_of_other_currency(first.quantity, second.quantity)
            and _THE.search(text, max(0, second.start - 8), second.start)
            and not _TOLD_WHICH.match(text, second.end)
        ):
            one, two = (Measured(mention, (), sentence_at(article, mention.start)) for mention in (first, second))
            if 0 < _sentences_apart(article, one, two) <= NEAR:
                yield from _two_measures(one, two)


def _is_of_other_currency(one: Quantity | None, two: Quantity | None) -> bool:
    if one is None or two is None or one.printed != two.printed:
        return False
    return one.measure != two.measure


def _sentences_apart(article: Article, first: Measured, second: Measured) -> int:
    return article.sentences.index(second.sentence) - article.sentences.index(first.sentence)


def _measured(article: Article, mention: Mention) -> Measured | None:
    """The measure with its nouns, if it stands before one, behind an article."""
    text, quantity = mention.document.text, mention.exact
    found = _NOUNS.match(text, mention.end)
    if found is None or quantity is None or not _A.search(text, max(0, mention.start - 8), mention.start):
        return None
    nouns = tuple(stem(noun) for noun in found.groups() if noun and noun not in EMPTY)
    return Measured(mention, nouns, sentence_at(article, mention.start))


def _comes_back(article: Article, first: Measured, second: Measured, noun: str) -> bool:
    """Whether the second means the thing that the first measured."""
    text = article.document.text
    if first.sentence is second.sentence or second.nouns[0] != noun:
        return False
    if not 0 < _sentences_apart(article, first, second) <= NEAR or not _THE.search(
        text, max(0, second.mention.start - 8), second.mention.start
    ):
        return False
    if SPEAKS_OF_ANOTHER.search(second.sentence.text):
        return False
    known = set(_NAME.findall(text[: first.sentence.end]))
    return known.issuperset(_NAME.findall(text, second.mention.end, min(second.sentence.end, second.mention.end + 60)))


def _two_measures(first: Measured, second: Measured) -> Iterator[Verdict]:
    one, two = first.mention, second.mention
    if one.quantity is None or two.quantity is None or one.kind is not two.kind:
        return
    converted = one.quantity.unit != two.quantity.unit
    if converted and not (one.kind is Kind.MONEY and _is_of_other_currency(one.quantity, two.quantity)):
        return
    low, high = sorted((one.quantity.value, two.quantity.value))
    spans = (two.span, one.span)
    if not converted and (found := agree(one.quantity, two.quantity)).verdict is not Fit.DIFFERENT:
        yield Accord(spans, found.reason)
    elif 0 < high <= low * SLIP or (low and high / low in (SCALE, SCALE**2)):
        yield Clash(
            spans,
            {"second": two.text, "first": one.text},
            repairs=(f"“{one.text}” both times", f"“{two.text}” both times"),
        )
