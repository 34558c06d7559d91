"""Figures that a text comes back to with "the" and that have a digit for another: "18 engines … two of the 28 engines"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.attach.voices import FORECAST
from factcheck.extract.lexicon.function_words import THE
from factcheck.judge.agreement import agree
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at
from factcheck.judge.checks.retold.taken_up import (
    BEFORE,
    GREW,
    OTHER,
    Told,
    clash,
    is_definite,
    is_part,
    makes_up,
    printed_numbers,
    told_count,
    told_which,
)
from factcheck.judge.mistyping import are_swapped, digits_of, has_another_digit
from factcheck.judge.verdicts import Clash
from factcheck.model import Article, Kind, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.judge.verdicts import Verdict
    from factcheck.model import Mention, Quantity, Sentence

#: Words of scope that make things others than those that were told.
_ANOTHER = frozenset({"added", "change"})
#: Those of whom too much is told to know which are meant, and what grows.
_ANYBODY = frozenset({"person", "killed"})
#: Behind a figure without a noun, where the sentence goes on or ends: "every one of the 64 could".
_BARE = regex(
    r"[.;:!?)”\"]|,(?! (?:who|which|whose|whom|and|or)\b|\d)| (?:could|can|would|will|had|have|has|were|was|are)\b"
)
#: What somebody has, whatever is to become of it.
_ITS = regex(rf"\b{THE} $")
#: Those who voted, and the votes.
_VOTERS = regex(
    r" (?:members |councillors |people )?who (?:had )?(?:voted|were (?:against|for|in favour)|wanted|opposed|backed|supported|objected|rejected|accepted)\b"
)
_OTHER_VOTE = regex(
    r"\b(?:[Oo]f those|[Ii]n the|absent|first|second|earlier|last|previous|another|amendment|round|ballot)\b"
)
_TO = regex(
    r"\b(?:by|voted|of|went|,) (\d[\d,]*)(?: votes)?(?: to |-|–)(\d[\d,]*)\b(?! (?:years|months|weeks|days|per))"
)
#: Between the two, what makes more of them.
_MORE = regex(
    r"\b(?:another|a further|\w+ more|rose|risen|fell|fallen|grew|grown|added) (?:to )?(?:\d|\w+(?:teen|ty)\b|two|three|four|five|six|seven|eight|nine|ten|one)",
    re.IGNORECASE,
)
#: A name that tells which one is meant: "its smallest, the 717".
_APPOSED = regex(r", the $")
#: A share that is told so many letters before it may come to it.
_NEAR = 200
#: Sums of so many digits are no round ones.
_FINE = 3


@check("mistyped", of=Article, about=[Kind.COUNT, Kind.MONEY])
def mistyped(article: Article) -> Iterator[Verdict]:
    """A figure with "the" that no other place has, and the one before it of which it has all digits but one, or in another order.

    What "the 18 engines" presupposes stands, be it wished, feared or foretold what becomes of them.
    """
    numbers = printed_numbers(article)
    claims = {claim.mention.start: claim for claim in article.claims}
    counts = list(filter(None, map(told_count, article.claims)))
    for mention in article.mentions:
        quantity, claim = mention.exact, claims.get(mention.start)
        if quantity is None or numbers[quantity.printed[0]] != 1 or (claim and claim.scope & _ANOTHER):
            continue
        sentence = sentence_at(article, mention.start)
        if voters := _vote(mention, sentence, article):
            yield Clash((mention.span, voters), {"second": mention.text, "first": voters.text})
        elif is_definite(mention, sentence) and (first := _meant(mention, quantity, sentence, counts, article)):
            yield clash(mention, first)


def _meant(
    mention: Mention, quantity: Quantity, sentence: Sentence, counts: Sequence[Told], article: Article
) -> Mention | None:
    """What a figure must come back to and differs from, if it is mistyped."""
    number = quantity.printed[0]
    if mention.kind is Kind.MONEY:
        told = [one for one in article.mentions if one.start < mention.start and one.kind is Kind.MONEY]
        of_it = [one for one in told if one.quantity and one.quantity.unit == quantity.unit]
        is_told = len(digits_of(number)) >= _FINE and _is_bare(mention)
        return _only(mention, sentence, of_it, article) if is_told else None
    before = [one for one in counts if one.claim.mention.start < mention.start and _is_told(one) and not is_part(one)]
    if mention.kind is Kind.COUNT and not told_which(mention):
        things = _things(mention, counts)
        before = [one for one in before if one.things & things]
    elif mention.kind is Kind.NUMBER and _is_bare(mention) and not _comes_of_a_share(mention, sentence, article):
        before = [one for one in before if one.is_whole and _are_mistyped(mention, one.claim.mention)]
    else:
        return None
    first = _only(mention, sentence, [one.claim.mention for one in before], article)
    if first is None or first.quantity is None:
        return None
    # Of nine shops here and twelve there eleven may be a third's; of 18 engines six are no other's.
    most = first.quantity.printed[0]
    if any(one.number != most and one.number * 2 > most for one in before) or makes_up(number, most, counts):
        return None
    return first


def _is_told(count: Told) -> bool:
    """Whether so many there are, and no part of them; that something is to become of them does not matter."""
    mention = count.claim.mention
    is_there = _ITS.search(mention.document.text, max(0, mention.start - BEFORE), mention.start) is not None
    return count.is_whole or (is_there and count.claim.withheld == FORECAST and not count.claim.scope & OTHER)


def _vote(mention: Mention, sentence: Sentence, article: Article) -> Span | None:
    """The number of the only vote before it of which "the 17 who were against" is mistyped."""
    text, quantity = mention.document.text, mention.quantity
    if mention.kind not in {Kind.NUMBER, Kind.COUNT} or quantity is None or not _VOTERS.match(text, mention.end):
        return None
    if not is_definite(mention, sentence) or _OTHER_VOTE.search(text, sentence.start, sentence.end):
        return None
    votes = list(_TO.finditer(text, 0, mention.start))
    if len(votes) != 1:
        return None
    cast = {Decimal(votes[0][side].replace(",", "")): votes[0].span(side) for side in (1, 2)}
    number = quantity.printed[0]
    alike = [one for one in cast if has_another_digit(one, number) or are_swapped(one, number)]
    return Span(article.document, *cast[alike[0]]) if alike and number not in cast else None


def _things(mention: Mention, counts: Sequence[Told]) -> frozenset[str]:
    """What a mention counts, where that tells the one from the other."""
    own = next((one for one in counts if one.claim.mention is mention), None)
    return own.things - _ANYBODY if own else frozenset()


def _is_bare(mention: Mention) -> bool:
    text = mention.document.text
    return bool(_BARE.match(text, mention.end)) and not _APPOSED.search(text, 0, mention.start)


def _comes_of_a_share(mention: Mention, sentence: Sentence, article: Article) -> bool:
    """Whether a share that the letters before it tell comes to it: "two in three of the 90 replied. Of those 60, …"."""
    told = [one for one in article.mentions if sentence.start - _NEAR < one.start < mention.start]
    values = [one.quantity.value / (100 if one.kind is Kind.PERCENTAGE else 1) for one in told if one.quantity]
    number = mention.quantity.value if mention.quantity else None
    return number is not None and any(
        abs(share * count - number) <= 1 for share in values if share < 1 for count in values if count > 1
    )


def _only(mention: Mention, sentence: Sentence, told: Iterable[Mention], article: Article) -> Mention | None:
    """The one figure in another sentence of which a figure is mistyped, where neither sentence tells that it grew."""
    alike = [one for one in told if not sentence.start <= one.start < sentence.end and _are_mistyped(mention, one)]
    if not alike or len({one.quantity.printed for one in alike if one.quantity}) != 1:
        return None
    first, text = alike[0], mention.document.text
    told_in = sentence_at(article, first.start)
    if any(GREW.search(text, one.start, one.end) for one in (told_in, sentence)):
        return None
    return None if _MORE.search(text, told_in.end, sentence.start) else first


def _are_mistyped(mention: Mention, other: Mention) -> bool:
    ours, theirs = mention.quantity, other.single
    if ours is None or theirs is None:
        return False
    one, two = ours.printed[0], theirs.printed[0]
    # $18.5 billion for a company and $14.5 billion of debt are two sums.
    is_another_digit = mention.kind is not Kind.MONEY and has_another_digit(one, two)
    return (is_another_digit or are_swapped(one, two)) and not agree(ours, theirs).agrees
