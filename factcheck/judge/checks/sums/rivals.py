"""What comes behind or before another in a ranking, with the amounts of both: "the second-largest port, behind Orbe's 700 ships".

A sentence names a place ("the biggest", "the third-largest", "second-placed"), says whether another comes before or behind,
and gives two amounts of one unit: its own before that word, and that of the other right behind the other's name.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_in, telling
from factcheck.judge.checks.sums.rankings import NTH, OTHERWISE, RANKING_WORDS, SUPERLATIVE, alike
from factcheck.judge.verdicts import Accord, Clash, Verdict, in_text_order
from factcheck.model import AMOUNTS, COUNTED, Article, Kind, Mention, Role, Sentence
from factcheck.regexes import any_of, regex
from factcheck.resolve.units import factor

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = r"(?:(?:the|leaders?|its|their|rivals?|neighbours?|neighbors?|champions?) )?(?:[\w’-]+ ?){1,4}?"
#: Right behind the other's name, what leads to its amount.
_LINK = (
    r"(?:['’]s?|,? (?:with|at|on)|,? (?:which|who) (?:has|have|had|makes?|made|is|won|got|sold|sells?|carries|employs?|holds?|took|polled|grows?|produces?|drew|handles?|received|scored)"
    r"| \(|,? whose [a-z]+ (?:is|are))(?: (?:only|just|some))? ?"
)
#: The other is before it in the ranking, and behind it.
_BEHIND = regex(
    rf",? (?:(?:just|only|well|far) )?(?:behind|after|beaten by|lost to|trail(?:s|ed|ing)?|second to|overshadowed by) {_NAME}{_LINK}$"
)
_AHEAD = regex(
    rf",? (?:(?:just|only|well|far|comfortably|narrowly) )?(?:ahead of|before|followed by|trailed by|(?:larger|bigger|longer|taller|higher|deeper|wider|heavier|richer|busier) than|outstripping|overtaking|beating) {_NAME}{_LINK}$"
)
#: "While Party B has 66".
_WHILE = regex(
    r",? (?:while|whereas|but) (?:the )?(?:(?!both|all|others?|together|combined)[\w’-]+ ){1,3}(?:has|have|holds?|won|got|had)(?: only| just)? $"
)
_ALLIES = regex(
    r"\b(?:coalition|alliance|bloc|opposition|others|rest|together|combined|both|joint|merged|parties|total)\b"
)
#: A place by an adjective of its own, and not in "his second".
_PLACED = regex(rf"\b(?P<place>(?i:{any_of(NTH)}))-placed\b|\b[Rr]unner-up\b")
#: What it is the largest by, if by another measure than the amount: "the biggest by assets".
_BY = regex(r"\bby (?!the\b|far\b|an?\b|some\b|more\b|\d|its\b|his\b|her\b|their\b|then\b|now\b|[A-Z])(?:[a-z]+)")
#: Where it is the largest: "in the north", beyond which another may be larger.
_WHERE = regex(r"\b(?:in|on|of|outside|among|for|this|that)\b")
_TOLD_BY = frozenset(
    "behind after beaten lost trail trails trailed trailing second ahead before followed trailed than outstripping overtaking beating while whereas but".split()
)
_MILLIONS = regex(r"(\d+(?:\.\d+)?)m(?=$| [a-z])")
#: A number by itself that is so many times smaller counts something else.
_FARTHEST = 20
#: Its own amount stands no farther from the word of the ranking, in letters.
_NEAR = 120


@check("rivals", of=Article)
def rivals(article: Article) -> Iterator[Verdict]:
    """Amounts of two in one ranking that do not fit which of them is said to come first."""
    for _, sentence, words, mentions, _ in telling(article):
        if words.isdisjoint(_TOLD_BY) or words.isdisjoint(RANKING_WORDS) or sum(map(_is_amount, mentions)) < 2:
            continue
        if sentence.role is not Role.BODY or OTHERWISE.search(sentence.text):
            continue
        places = [*SUPERLATIVE.finditer(sentence.text), *_PLACED.finditer(sentence.text)]
        if len(places) != 1 or _BY.search(sentence.text, places[0].end()):
            continue
        told = places[0].groupdict()
        is_first = not told["place"] and "unner" not in places[0][0]
        yield from _held(article, sentence, sentence.start + places[0].start(), is_first=is_first)


def _held(article: Article, sentence: Sentence, at: int, *, is_first: bool) -> Iterator[Verdict]:
    """The amount of one that is ranked against that of the other that is named beside it."""
    text = article.document.text
    amounts = [one for one in mentions_in(article, sentence.start, sentence.end) if _is_amount(one)]
    for own, other in pairwise(amounts):
        if not _comparable(own, other) or sentence.quotes(own.start) or abs(own.start - at) > _NEAR:
            continue
        if len([one for one in amounts if one.start < other.start and _comparable(one, other)]) != 1:
            continue
        # "Behind" stands behind the place and the amount both.
        tail = text[max(own.end, at) : other.start]
        if _AHEAD.search(tail):
            yield _order(own, other)
        elif not is_first and _BEHIND.search(tail):
            yield _order(other, own)
        elif (
            is_first
            and not _ALLIES.search(sentence.text)
            and not _WHERE.search(text, at, own.start)
            and _WHILE.search(tail)
        ):
            yield _order(own, other)


def _is_amount(mention: Mention) -> bool:
    return mention.kind in AMOUNTS and mention.exact is not None


def _comparable(own: Mention, other: Mention) -> bool:
    """Whether two amounts count the same, or the second leaves out what the first says."""
    if own.quantity is None or other.quantity is None:
        return False
    if _in_millions(own) and _in_millions(other):
        return True
    if Kind.NUMBER in {own.kind, other.kind}:
        is_counted = {own.kind, other.kind} <= COUNTED
        return is_counted and other.quantity.value * _FARTHEST > own.quantity.value
    if own.kind is not other.kind:
        return False
    units = [one.quantity.measure for one in (own, other) if one.quantity]
    return units[0] == units[1] or (own.kind is not Kind.COUNT and alike(own, other))


def _in_millions(mention: Mention) -> bool:
    """Whether an amount is printed as "2.6m", which alone may be metres."""
    return _MILLIONS.match(mention.text) is not None


def _order(first: Mention, last: Mention) -> Verdict:
    """Whether the first has no less than the last."""
    spans = in_text_order(first.span, last.span)
    in_units = all(
        one.kind is Kind.QUANTITY and one.quantity and " per " not in one.quantity.unit for one in (first, last)
    )
    sizes = [_size(one, in_units=in_units) for one in (first, last)]
    if sizes[0] >= sizes[1]:
        return Accord(spans, f"{first.text} is not less than {last.text}")
    return Clash(spans, {"own": first.text, "other": last.text}, arithmetic=f"{first.text} is less than {last.text}")


def _size(mention: Mention, *, in_units: bool) -> float:
    if mention.quantity is None:
        return 0.0
    if millions := _MILLIONS.match(mention.text):
        return float(millions[1]) * 1e6
    scale = factor(mention.quantity.unit) if in_units else 1
    return float(mention.quantity.value) * float(scale)
