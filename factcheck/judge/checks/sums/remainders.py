"""What is left of a whole that an article told before: "23 were hurt … one hospital took 14 and the other nine went home"."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from factcheck.attach.attributes import CROWD, PEOPLE
from factcheck.attach.words import stem
from factcheck.extract.lexicon.function_words import OF_THE
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at
from factcheck.judge.checks.sums.ways import quantity
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import Article, Kind, Mention, Quantity
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Before what is left; no more letters of it need be seen.
_THE_REST = regex(
    r"(?:\b(?:the|its|their|his|her) (?:remaining|other)|(?:, leaving|\b(?:that|which|this|it) (?:leaves|left))"
    r"(?: (?:just|only|him|her|it|them|some|about|around|nearly|almost))*) $",
    re.IGNORECASE,
)
_SEEN = 40
#: Parts that are told with a rest stand no farther before it, in letters.
_OWN = 160
#: The same at the start of a sentence: its parts stand in one before.
_BEGINS = regex(r"(?:The|Its|Their|His|Her) (?:remaining|other) ")
#: The same for what has not been found or paid yet: "That left nine people missing".
_THAT_LEFT = regex(r"(?:That|This|Which) (?:left|leaves)(?: just| only)? ")
_YET = regex(r"(?: [a-z]+)? (?:missing|outstanding|unpaid|unsold|unread|to find|to be found|to go|to come)\b")
#: Behind those whom something left in a bad way, who are no rest.
_HARMED = regex(
    r"(?: [a-z]+){0,2} (?:injured|hurt|wounded|dead|homeless|without|unconscious|unaccounted|ill|orphaned|fatherless)\b"
)
#: Behind what came of a change, which is no rest: "rose by half, which leaves them 25% lower".
_THAN_BEFORE = regex(r" (?:higher|lower|dearer|cheaper|better|worse|richer|poorer|heavier|lighter|up|down)\b")
#: Behind a difference, which is no whole: "six short of a majority".
_IS_A_GAP = regex(r" (?:more|fewer|less|short|ahead|behind|above|below|higher|lower|clear|adrift)\b")
#: The parts of a list that began before: "Another 274 went on to study".
_GOES_ON = regex(r"\b(?:another|a further)\b", re.IGNORECASE)
#: Of two, who are no parts: "one 29 and the other 34".
_OF_TWO = regex(r"\bone\b[^.;]{1,60}\b(?:and|but|while) the other $")
#: Between a number of games and those that were played, for not all had to be.
_TO_SPARE = regex(r"\bto spare\b|\bnot needed\b|\bunplayed\b")
#: What became of those who are counted ("12 missing").
_FATES = frozenset({"missing", "dead"})
_KINDS = frozenset({Kind.COUNT, Kind.NUMBER, Kind.MONEY})
#: A slip leaves the parts so near the whole, as a share of it; further off something else is meant.
NEAR = Decimal("0.15")
#: Before a whole of which a part is told: "seven of the 20 games".
_OF_THE = regex(rf" {OF_THE} ")
#: Between a whole and the first of the parts that its own sentence tells.
_OF_WHICH = regex(r"[^.;:()\d]*, of (?:which|whom|this|that|these|them) ")
#: Between a part and the rest, which does not do anything with the rest: "Four parties share the other 11".
_AND = regex(r"[,;:.–—]| (?:and|while|with|but)\b|leaving")
#: Some difference of small numbers is any small number.
LARGE = 10
#: Where parts were rounded they miss the whole by no more than this share of it.
ROUNDED = Decimal("0.001")


@check(
    "told-remainder",
    of=Article,
    about=[Kind.COUNT, Kind.NUMBER, Kind.MONEY],
    told_by=["remaining", "other", "leaves", "leaving", "left"],
)
def told_remainder(article: Article) -> Iterator[Verdict]:
    """Each rest that is told with its parts, where the whole stands further up, and whether together they make it."""
    amounts = [(mention, quantity) for mention in article.mentions if (quantity := _amount(mention)) is not None]
    text = article.document.text
    for number, (rest, left) in enumerate(amounts):
        if not is_rest(rest):
            continue
        told = [one for one, _ in amounts[:number] if _adds_up(one, rest)]
        wholes = {id(one) for one, other in zip(told[1:], told, strict=False) if _is_whole_of(one, other)}
        # A whole of which a part is told is no part itself, wherever it stands.
        before = sorted(told, key=lambda one: id(one) not in wholes) if wholes else told
        parts = [one for one in _parts(article, before, rest) if id(one) not in wholes]
        if (
            not parts
            or not _AND.search(text, parts[-1].end, rest.start)
            or _GOES_ON.search(text, sentence_at(article, parts[0].start).start, rest.start)
        ):
            continue
        if not _is_left_of_last(article, parts, rest, left) and not _is_left_of_which(parts, left):
            yield from _parts_and_rest(before, parts, rest, left)


def _is_whole_of(whole: Mention, part: Mention) -> bool:
    """Whether a figure is the whole of the part right before it: "seven of the 20 games"."""
    return _OF_THE.fullmatch(whole.document.text, part.end, whole.start) is not None


def _is_left_of_last(article: Article, parts: Sequence[Mention], rest: Mention, left: Quantity) -> bool:
    """Whether a rest is left of what its sentence tells last, by what was told before: "Debt is £31m. The limit is £35m, leaving £4m"."""
    start = sentence_at(article, rest.start).start
    if parts[-1].start < start:
        return False
    whole = quantity(parts[-1]).value
    return any(whole - quantity(part).value == left.value for part in parts if part.start < start)


def _is_left_of_which(parts: Sequence[Mention], left: Quantity) -> bool:
    """Whether a rest is left of a whole of its own sentence: "spent £6.2m, of which £4.1m on roads and the remaining £2.1m on paths"."""
    worth = [quantity(part).value for part in parts]
    return any(
        _OF_WHICH.match(whole.document.text, whole.end, part.start) and worth[at] - sum(worth[at + 1 :]) == left.value
        for at, (whole, part) in enumerate(pairwise(parts))
    )


def is_rest(figure: Mention) -> bool:
    """Whether a figure is told as what is left of something."""
    text = figure.document.text
    told = _THE_REST.search(text, max(0, figure.start - _SEEN), figure.start)
    if told is None or _OF_TWO.search(text, max(0, figure.start - _OWN), figure.start):
        return False
    return not _HARMED.match(text, figure.end) and not _THAN_BEFORE.match(text, figure.end)


def _parts_and_rest(
    before: Sequence[Mention], parts: Sequence[Mention], rest: Mention, left: Quantity
) -> Iterator[Verdict]:
    # Each sum of money may have been rounded; what is told in full is so to the last digit of the finest.
    own = [one for one in parts if rest.start - one.end < _OWN]
    step = (
        min(quantity(one).step for one in (rest, *own)) if all("," in one.text for one in (rest, *own)) else left.step
    )
    slack = step * len(parts) / 2 if rest.kind is Kind.MONEY else Decimal(0)
    told_before = before[: len(before) - len(parts)]
    wholes = [one for one in told_before if not _IS_A_GAP.match(one.document.text, one.end)]
    parts = _without_margins(parts)
    gone = [quantity(part).value for part in parts]
    # "Eleven of the 14 … the other three": a count of its sentence may be the whole; of sums that were added up none is.
    sources = wholes if rest.kind is Kind.MONEY else before
    if any(_meet(quantity(whole).value - one, left.value, slack) for whole in sources for one in gone):
        return
    # Another part may have been told further up.
    told_earlier = {value for one in wholes if (value := quantity(one).value) >= LARGE}
    if any(whole - sum(gone) - left.value in told_earlier for whole in told_earlier):
        return
    # The whole of the parts that were told last stands before them, be it among the others; of one part it is no whole.
    sums = enumerate(accumulate(reversed(gone), initial=left.value))
    told = [(few, total, before[: len(before) - few] if few > 1 else wholes) for few, total in sums if few]
    for _, total, earlier in told:
        if fitting := next((one for one in earlier if _meet(quantity(one).value, total, slack)), None):
            yield Accord((rest.span, fitting.span), f"the parts make {fitting.text}")
            return
    # The fewest parts that come near a whole are those that were told with the rest.
    for few, total, _ in told:
        near = _nearest(wholes, total)
        if near and not _TO_SPARE.search(near.document.text, near.end, rest.start):
            shown = (*parts[-few:], rest)
            yield Clash(
                (near.span, *(part.span for part in shown)),
                {"whole": near.text, "rest": rest.text},
                f"{' + '.join(part.text for part in shown)} = {number_in_words(total)}, not {near.text}",
            )
            return


def _without_margins(parts: Sequence[Mention]) -> list[Mention]:
    """The parts without those that tell by how much one is ahead of another: "812 votes … a majority of 51 over … 761"."""
    values = [quantity(part).value for part in parts]
    margins = {abs(one - other) for one in values for other in values} - {Decimal(0)}
    return [part for part, value in zip(parts, values, strict=True) if value not in margins or 2 * value in values]


def _amount(mention: Mention) -> Quantity | None:
    quantity = mention.exact if mention.kind in _KINDS else None
    # "One hospital took 14": that is no number.
    return quantity if quantity is not None and quantity.value > 1 else None


def _adds_up(one: Mention, other: Mention) -> bool:
    """Whether two amounts may be parts of one whole: sums of one currency, counts of one thing."""
    if (one.kind is Kind.MONEY) is not (other.kind is Kind.MONEY):
        return False
    nouns = {_noun(mention) for mention in (one, other)} - {""}
    return len(nouns) < 2


def _noun(mention: Mention) -> str:
    unit = quantity(mention).unit
    if mention.kind is Kind.MONEY:
        return unit
    last = unit.rpartition(" ")[2]
    return "person" if last in PEOPLE | CROWD | _FATES else stem(last)


def _parts(article: Article, before: Sequence[Mention], rest: Mention) -> list[Mention]:
    """The amounts before a rest that may be the other parts.

    They are those of its sentence, or, where it begins one, of the last one that has some, and sums of money of its paragraph.
    """
    here = sentence_at(article, rest.start)
    if rest.kind is Kind.MONEY:
        return [mention for mention in before if sentence_at(article, mention.start).paragraph == here.paragraph]
    text = article.document.text
    is_yet = _THAT_LEFT.fullmatch(text, here.start, rest.start) and _YET.match(text, rest.end)
    if before and (is_yet or _BEGINS.fullmatch(text, here.start, rest.start)):
        last = sentence_at(article, before[-1].start)
        here = last if last.paragraph == here.paragraph else here
    return [mention for mention in before if mention.start >= here.start]


def _meet(one: Decimal, other: Decimal, slack: Decimal) -> bool:
    return abs(one - other) <= max(other * ROUNDED, slack)


def _nearest(wholes: Sequence[Mention], total: Decimal) -> Mention | None:
    """The whole that the parts come nearest to, if they come near one."""
    apart = [(abs(quantity(whole).value - total), whole) for whole in wholes]
    near = [one for one in apart if one[0] <= total * NEAR]
    return min(near, key=lambda one: one[0])[1] if near else None
