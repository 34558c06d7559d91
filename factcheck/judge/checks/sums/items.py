"""Numbered lists and lists with bullets, and the number in the line over them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import COUNTED, Article, Bound, Role
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Sentence

_NUMBERED = regex(r"\(?(\d{1,2})[.)]\s")
#: A list with one of these has a member that is not counted.
_BONUS = regex(r"\b(?:bonus|extra|honou?rable mention|plus)\b", re.IGNORECASE)
#: Before the number of a headline: "The five best …", "Here are seven tips", "Top 10".
_LEADS = regex(r"(?:(?:the|our|my|your|here are|these|top|try these|just) ){0,3}", re.IGNORECASE)
#: A line that announces what follows, though no colon ends it: "There were three reasons for the delay."
_ANNOUNCES = regex(
    r"\b(?:reasons|things|tips|ways|steps|points|lessons|facts|questions|rules|changes|factors|options|demands|measures|proposals|conditions|goals"
    r"|causes|mistakes|signs|findings|takeaways|recommendations|ideas|items|books|films|places)\b[^.:]*[.:]$"
)
#: A heading is no longer than this, in letters.
HEADING = 160


@check("numbered-items", of=Article)
def numbered_items(article: Article) -> Iterator[Verdict]:
    """The number in the line over a numbered list, and how many items follow."""
    if not any(_number_of(sentence) == 1 for sentence in article.sentences):
        return
    items: list[Sentence] = []
    heading: Sentence | None = None
    for sentence in article.sentences:
        number = _number_of(sentence)
        if number == len(items) + 1 and (items or heading):
            items.append(sentence)
        elif number == 1 or (items and number is not None):
            yield from _headed(heading, items, article)
            items = [sentence] if number == 1 else []
        elif sentence.role is not Role.LIST_ITEM and not items:
            heading = _heading(sentence, heading)
    yield from _headed(heading, items, article)


@check("bulleted-items", of=Article)
def bulleted_items(article: Article) -> Iterator[Verdict]:
    """The number in the line right over a list with bullets, and how many items follow."""
    items: list[Sentence] = []
    heading: Sentence | None = None
    for before, sentence in pairwise((None, *article.sentences, None)):
        if sentence is not None and sentence.role is Role.LIST_ITEM and _number_of(sentence) is None:
            if not items:
                heading = _heading(before, None) if before is not None else None
            if not items or sentence.paragraph != items[-1].paragraph:
                items.append(sentence)
        elif items:
            yield from _headed(heading, items, article)
            items = []


def _number_of(sentence: Sentence) -> int | None:
    """The number that an item of a list begins with."""
    text = sentence.document.text
    if not (text[sentence.start].isdigit() or text[sentence.start] == "("):
        return None
    found = _NUMBERED.match(text, sentence.start, sentence.end)
    return int(found[1]) if found else None


def _heading(sentence: Sentence, before: Sentence | None) -> Sentence | None:
    """The line that a list stands under: a line that ends in a colon, or the headline."""
    text = sentence.text
    if len(text) <= HEADING and (sentence.role is Role.HEADLINE or text.endswith(":") or _ANNOUNCES.search(text)):
        return sentence
    return before if before is not None and before.role is Role.HEADLINE else None


def _headed(heading: Sentence | None, items: Sequence[Sentence], article: Article) -> Iterator[Verdict]:
    if heading is None or len(items) < 2 or any(_BONUS.search(sentence.text) for sentence in (heading, *items)):
        return
    counts = [
        mention
        for mention in article.mentions
        if heading.start <= mention.start < heading.end
        and mention.kind in COUNTED
        and mention.quantity
        and mention.quantity.bound is Bound.EXACT
    ]
    if len(counts) != 1:
        return
    lead = article.document.text[heading.start : counts[0].start]
    if items[0].paragraph == heading.paragraph + 1:
        lead = lead.rpartition(": ")[2]
    if heading.role is Role.HEADLINE and not _LEADS.fullmatch(lead):
        return
    count = counts[0]
    announced = count.quantity.value if count.quantity else None
    spans = (count.span, items[-1].span)
    if announced == len(items):
        yield Accord(spans, f"{len(items)} items follow")
    elif announced is not None and announced >= 2:
        yield Clash(
            spans,
            {"heading": count.text, "items": number_in_words(len(items))},
            arithmetic=f"{announced} announced, {len(items)} items",
        )
