"""Counts that a text comes back to with "the": "13 people died … the 14 victims"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.attach.attributes import CROWD, PEOPLE
from factcheck.attach.voices import QUOTED
from factcheck.attach.words import stem
from factcheck.judge.agreement import agree
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import plain_words
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import COUNTED, Article, Bound, Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.model import Claim, Mention, Quantity, Sentence

#: What comes back to what was told.
_THE = regex(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll(?: of)?(?: the| these| those)?) $")
#: "The" stands no more letters before.
BEFORE = 14
#: What tells which ones are meant, so that they need not have been spoken of.
_TOLD_WHICH = regex(
    r"(?:,? (?:who|whom|whose|which)\b| (?:that|he|she|it|they|we|you|I|in|on|by|near|along|beside|inside|outside|above|below|across|around|there|set|still|due|up|at|from|with|under|over|for|to|of|aged|between|since|behind|against|not|whose|next|nearby|already|elsewhere|now)\b| (?!(?:belonged|remained|seemed|appeared|vanished|disappeared|died|lived|stayed|arrived|marched|waited|cheered|collapsed|voted|agreed|refused|returned|survived|cried|laughed)\b)[a-z]+(?:ed|ing)\b)"
)
#: But this tells only again what was told: "six boats sank … the five boats that sank".
_DID = regex(
    r" (?:who|which|that) (?:have |has |had |were |was )?(?P<deed>[a-z]+)(?=[.,;]| (?:have|has|had|were|was|are|is|will|would|could)\b)"
)
#: So are these, of the dead and hurt of one event.
_OF_THE_EVENT = regex(r" (?:of|in|from) (?:the |this |that |[A-Z][a-z]+day['’]s )?[a-z]+[.,]")
#: Before a count these tell that it is of another thing: "in the old hall all 950 seats".
_OF_ANOTHER = regex(
    r"\b(?:old|older|former|other|another|previous|earlier|second|rival|nearby|neighbouring|neighboring) [a-z]+\b"
)
#: A number behind which this stands is a part of another, or has such a part.
_PART = regex(r" (?:[a-z-]+ )?of (?:the |its |their |those |these |them\b|whom\b)")
#: What a text says where a number grows on its way.
GREW = regex(
    r"\b(?:another|others?|a further|[a-z]+ more|since died|later died|died later|rose|risen|toll|joined|originally|at first|initially"
    r"|earlier|previously)\b",
    re.IGNORECASE,
)
#: One word for those who lost their lives is as good as another.
_DEAD = frozenset({"dead", "death", "fatality", "victim"})
_PERSON = "person"
#: Claims that are not of the whole of what is counted.
OTHER = frozenset({"added", "part", "former", "change", "contrasted", "size", "whole"})
#: Of these, what "all 14" and "those 14" bear.
_DEFINITE = frozenset({"whole", "contrasted"})
#: A slip makes a number at most so many times the other.
SLIP = Decimal("1.5")


#: From so many digits on two that change places are no accident.
SWAPPED = 3


class Told(NamedTuple):
    """A count, and the words for what is counted."""

    claim: Claim
    quantity: Quantity
    things: frozenset[str]

    @property
    def number(self) -> Decimal:
        """The number as printed."""
        return self.quantity.printed[0]

    @property
    def is_whole(self) -> bool:
        """Whether somebody asserts it of all of them."""
        return self.claim.withheld is None and not self.claim.scope & OTHER


@check("taken-up-counts", of=Article, about=[Kind.COUNT])
def taken_up_counts(article: Article) -> Iterator[Verdict]:
    """A count with "the" that no sentence before it has, though one of them counts the same things otherwise."""
    counts = list(filter(None, map(told_count, article.claims)))
    numbers = printed_numbers(article)
    told: defaultdict[str, list[Told]] = defaultdict(list)
    for count in counts:
        if numbers[count.number] == 1 and _comes_back(count):
            meant = filter(None, (_meant(count, _near(count, thing, told[thing])) for thing in sorted(count.things)))
            first = next(meant, None)
            if first is not None and not makes_up(count.number, first.number, counts):
                yield clash(count.claim.mention, first.claim.mention)
            elif swapped := _swapped(count, article):
                yield clash(count.claim.mention, swapped)
        # "Two of the 11 carriages" counts no other carriages.
        for thing in count.things if not is_part(count) else ():
            told[thing].append(count)


def printed_numbers(article: Article) -> Counter[Decimal]:
    """How often each number is printed."""
    return Counter(printed for mention in article.mentions if mention.quantity for printed in mention.quantity.printed)


def told_count(claim: Claim) -> Told | None:
    """The one count of a claim, exact or about so many; None of any other claim."""
    mention, quantity = claim.mention, claim.mention.single
    if quantity is None or mention.kind is not Kind.COUNT or quantity.bound not in {Bound.EXACT, Bound.ABOUT}:
        return None
    noun = quantity.noun
    things = {_PERSON if noun == _PERSON else stem(noun)}
    if noun in PEOPLE | CROWD:
        things.add(_PERSON)
    if noun in _DEAD or claim.attribute == "killed":
        things.add("killed")
    return Told(claim, quantity, frozenset(things))


def _near(count: Told, thing: str, before: list[Told]) -> list[Told]:
    """The counts that are near enough: "118 people" may be "the 118 guests", but only in the next sentence."""
    if thing != _PERSON:
        return before
    paragraph, start = count.claim.sentence.paragraph, count.claim.sentence.start
    near = [one for one in before if one.claim.sentence.paragraph == paragraph and start - one.claim.sentence.end <= 1]
    return near if all(one.quantity.unit == _PERSON for one in near) else []


def _meant(count: Told, before: list[Told]) -> Told | None:
    """The count that another one must come back to, if there is just one of these things."""
    if len({other.number for other in before}) != 1:
        return None
    first = before[0]
    low, high = sorted((first.number, count.number))
    if high > low * SLIP or agree(first.quantity, count.quantity).agrees:
        return None
    if not all(other.is_whole for other in before):
        return None
    text = count.claim.mention.document.text
    mention = first.claim.mention
    if is_part(first) or first.claim.sentence is count.claim.sentence:
        return None
    deed = _DID.match(text, count.claim.mention.end)
    said = {*count.quantity.unit.split()[:-1], *([deed["deed"]] if deed else ())}
    # "The five blue boats" may be some of six boats, and "the five boats that burned".
    if not said <= plain_words(text[first.claim.sentence.start : first.claim.sentence.end]):
        return None
    return None if GREW.search(text, mention.end, count.claim.mention.start) else first


def makes_up(one: Decimal, other: Decimal, counts: Iterable[Told]) -> bool:
    """Whether something else that is counted makes the difference of two numbers."""
    whole = (count for count in counts if count.is_whole and not is_part(count))
    return abs(one - other) in {count.number for count in whole}


def is_part(count: Told) -> bool:
    """Whether so many are said to be of others: "two of the 11 carriages"."""
    return _PART.match(count.claim.mention.document.text, count.claim.mention.end) is not None


def _swapped(count: Told, article: Article) -> Mention | None:
    """A number before it of the same digits in another order, whatever it counts."""
    digits = sorted(str(count.number))
    if len(digits) < SWAPPED or count.number % 10 == 0:
        return None
    before = (one for one in article.mentions if one.start < count.claim.mention.start and one.kind in COUNTED)
    alike = (one for one in before if one.quantity and digits in map(sorted, map(str, one.quantity.printed)))
    return next(alike, None)


def _comes_back(count: Told) -> bool:
    # Who quotes somebody lets him speak of the same things.
    return count.claim.withheld in {None, QUOTED} and not count.claim.scope & OTHER - _DEFINITE and _is_definite(count)


def _is_definite(count: Told) -> bool:
    """Whether the words round a count say that its things were spoken of before."""
    mention = count.claim.mention
    text = mention.document.text
    if count.quantity.bound is not Bound.EXACT or not is_definite(mention, count.claim.sentence):
        return False
    if "killed" in count.things and _OF_THE_EVENT.match(text, mention.end):
        return True
    return not told_which(mention) or _DID.match(text, mention.end) is not None


def is_definite(mention: Mention, sentence: Sentence) -> bool:
    """Whether the words before a figure say that it was spoken of before: "the", "all", and of no other thing."""
    text = mention.document.text
    return (
        " of " not in mention.text
        and _THE.search(text, max(0, mention.start - BEFORE), mention.start) is not None
        and _OF_ANOTHER.search(text, sentence.start, mention.start) is None
    )


def told_which(mention: Mention) -> bool:
    """Whether the words behind a figure tell which ones are meant, so that they need not have been spoken of: "who", "in"."""
    return _TOLD_WHICH.match(mention.document.text, mention.end) is not None


def clash(second: Mention, first: Mention) -> Clash:
    """The verdict that a figure and the one before it that it comes back to differ."""
    return Clash(
        (second.span, first.span),
        {"second": second.text, "first": first.text},
        repairs=(f"“{first.text}” both times", f"“{second.text}” both times"),
    )
