"""How a headline may have come to a number that its text does not have: by adding up or taking away."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.function_words import IS_OF_THEM
from factcheck.judge.checks.headlines.tolls import Told, tolls
from factcheck.judge.mistyping import are_swapped, has_another_digit
from factcheck.model import Bound, Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Article, Mention, Quantity

#: What may be added to a number of a headline.
AMOUNTS = frozenset({Kind.COUNT, Kind.NUMBER, Kind.MONEY})
#: More numbers than this are a table in prose; their sums would explain anything.
MOST = 30


#: What is less than this share of a number leads from it to no other that a headline would print.
LEAST = Decimal("0.05")
#: "Four Russians and a Ukrainian".
AND_ONE = regex(r"(?: [\w’'-]+){1,4} (?:and|plus) (?:an?|his|her|their|its) ")
#: "A mother and her two children", "a pilot and 12 passengers".
ONE_AND = regex(r"\b[Aa]n? (?:[\w’'-]+ ){1,3}and (?:his |her |its |their )?$")

_KILLER = r"(?:gunman|shooter|attacker|bomber|suspect|driver|pilot)"
#: Somebody who died too and may or may not be counted with the victims, and somebody who is counted with them.
ASSAILANT = regex(
    rf"\b(?:himself|herself|itself|own life|including (?:the |a )?{_KILLER}|{_KILLER}s? (?:dead|died)"
    rf"|{_KILLER}s? (?:(?:was|were|is|are|also|then|later) )+(?:dead|killed|shot dead))\b",
    re.IGNORECASE,
)
#: A headline that says how many somebody killed does not count the killer.
KILLS = regex(r"\bkill(?:s|ed|ing)? (?:[a-z]+ ){0,2}$", re.IGNORECASE)
INCLUDED = regex(rf"\bincluding (?:himself|herself|(?:the |a )?{_KILLER})\b", re.IGNORECASE)
#: A part of a number is not added to it.
IS_PART = regex(r"\b(?:including|among (?:them|whom|those)) (?:at least |about |some )?$", re.IGNORECASE)
#: What is counted beside the dead and is no part of them.
NOBODY = frozenset(
    "attack assault blast bomb bombing explosion shooting strike airstrike raid incident crash shipwreck collision fire quake earthquake"
    " car truck bus train plane boat vehicle home house building story floor place location site".split()
)
#: A number in figures with its noun.
_NOUN = regex(r"[\d,]+(?P<noun> [a-z]+)")
_POINTS = regex(r"\bpoints?\b|-pt\b|\bpts\b")
#: Percentages, and how far apart, in letters, two stand that are set against each other.
HUNDRED, BESIDE = 100, 160
#: An amount is set against so many of those behind it.
NEXT = 3
OF_A_WHOLE = regex(r"[\w,-]+ of (?:them|whom|those|these|the)\b", re.IGNORECASE)
THE_FIRST = regex(r"\bthe (?:first|last|other) $", re.IGNORECASE)


def worked_out(told: Told, rivals: Sequence[Told], article: Article) -> bool:
    """Whether the number is the sum of numbers of the text, or the difference of two."""
    values = [rival.value for rival in rivals][:MOST]
    if told.fate:
        values = list(dict.fromkeys(rival.value for rival in rivals[:MOST] if not _is_part(rival)))
    slack = told.step / 2 if told.step > 1 and told.bound is Bound.EXACT else Decimal(0)
    pairs = list(combinations(values, 2))
    made = {a + b: {a, b} for a, b in pairs if told.fate and a + b in values}
    sums = [
        *([sum(values)] if len(values) > 1 and not made else []),
        # Two and three are the five dead that the text tells; nobody adds them to the five.
        *(a + b for a, b in pairs if a not in made.get(b, ()) and b not in made.get(a, ())),
    ]
    if not told.fate:
        sums += (abs(a - b) for a, b in combinations(values, 2))
    if told.value >= HUNDRED:
        sums += _between_counts(article)
    if _POINTS.search(told.span.text):
        sums += _between_shares(article)
    is_mistyped = any(_is_mistyped(told, rival) for rival in rivals[:MOST])
    for rival in rivals[:MOST]:
        counts = _counts_beside(rival, told, article, is_mistyped=is_mistyped)[:MOST]
        sums += [rival.value + count for count in counts]
        if not told.fate:
            sums += [rival.value - count for count in counts]
        else:
            sums += _with_the_killer(told, rival)
        if AND_ONE.match(rival.span.document.text, rival.span.end) or ONE_AND.search(
            rival.span.document.text, rival.sentence.start, rival.span.start
        ):
            sums.append(rival.value + 1)
    return any(abs(told.value - total) <= slack for total in sums)


def _is_part(rival: Told) -> bool:
    """Whether the words beside a toll say that it is part of another: "one of the children who died", "the first two"."""
    text, span = rival.span.document.text, rival.span
    return bool(OF_A_WHOLE.match(text, span.start) or THE_FIRST.search(text, rival.sentence.start, span.start))


def _between_shares(article: Article) -> Iterator[Decimal]:
    """How many points lie between two percentages that stand close to each other, the second perhaps without its sign."""
    shares = [
        (mention, quantity.value)
        for mention in article.mentions
        if (quantity := mention.quantity) and mention.kind in {Kind.PERCENTAGE, *AMOUNTS} and quantity.value < HUNDRED
    ]
    for at, (one, share) in enumerate(shares):
        near = (other for other in shares[at + 1 :] if other[0].start - one.end < BESIDE)
        yield from (abs(share - value) for other, value in near if Kind.PERCENTAGE in (one.kind, other.kind))


def _between_counts(article: Article) -> Iterator[Decimal]:
    """How much more is the one of two amounts that stand close to each other: by so many votes one candidate leads."""
    amounts = [(mention, quantity.value) for mention, quantity in _counts(article) if quantity.value >= HUNDRED]
    for at, (one, value) in enumerate(amounts):
        near = (other for mention, other in amounts[at + 1 : at + NEXT + 1] if mention.start - one.end < BESIDE)
        yield from (abs(value - other) for other in near)


def _with_the_killer(told: Told, rival: Told) -> Iterator[Decimal]:
    """A toll of the text with the killer among the dead, and without."""
    headline, text = told.sentence.text, rival.sentence.text
    in_headline = ASSAILANT.search(headline) is not None
    if not KILLS.search(headline, 0, told.span.start - told.sentence.start) and (in_headline or ASSAILANT.search(text)):
        yield rival.value + 1
    if in_headline or INCLUDED.search(text):
        yield rival.value - 1


def _counts_beside(rival: Told, told: Told, article: Article, *, is_mistyped: bool) -> list[Decimal]:
    """The amounts that may have been added to a rival: for a toll the counts of its own sentence, else all of its kind."""
    if not told.fate:
        return list(_of_its_kind(rival, article, is_mistyped=is_mistyped))
    if IS_OF_THEM.match(rival.span.document.text, rival.span.end):
        return []
    elsewhere = [other.span for other in tolls(rival.sentence) if other.fate != told.fate]
    return [
        quantity.value
        for mention, quantity in _counts(article)
        if rival.sentence.start <= mention.start < rival.sentence.end
        and len(quantity.printed) == 1
        and quantity.noun not in NOBODY
        and not any(mention.span.overlaps(span) for span in (rival.span, *elsewhere))
        and not IS_PART.search(article.document.text, rival.sentence.start, mention.start)
        and not OF_A_WHOLE.match(article.document.text, mention.start)
    ]


def _is_mistyped(told: Told, rival: Told) -> bool:
    """Whether a headline's number is the text's but for one digit, and counts the same: "96 points", "98 points"."""
    noun = _NOUN.match(told.span.text)
    is_typed = has_another_digit(told.value, rival.value) or are_swapped(told.value, rival.value)
    return is_typed and noun is not None and rival.span.text.endswith(noun["noun"])


def _of_its_kind(rival: Told, article: Article, *, is_mistyped: bool) -> Iterator[Decimal]:
    """The amounts of a text that can be added to a number: sums to sums, numbers of things to numbers of things.

    To what looks mistyped no other things are added.
    """
    amounts = list(_counts(article))
    own = next((mention for mention, _ in amounts if mention.span.overlaps(rival.span)), None)
    if own is None:
        return
    for mention, quantity in amounts:
        of_its_kind = mention is not own and (mention.kind is Kind.MONEY) is (own.kind is Kind.MONEY)
        if is_mistyped and own.quantity and quantity.unit != own.quantity.unit:
            continue
        if of_its_kind and quantity.value >= rival.value * LEAST:
            yield quantity.value


def _counts(article: Article) -> Iterator[tuple[Mention, Quantity]]:
    for mention in article.mentions:
        if mention.quantity and mention.kind in AMOUNTS:
            yield mention, mention.quantity
