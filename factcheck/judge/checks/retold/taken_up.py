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
from factcheck.judge.mistyping import are_swapped, has_another_digit
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Bound, Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.model import Claim, Mention, Quantity

#: What comes back to what was told.
_THE = regex(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Aa]ll(?: of)?(?: the| these| those)?) $")
#: What tells which ones are meant, so that they need not have been spoken of.
_TOLD_WHICH = regex(
    r"(?:,? (?:who|whom|whose|which)\b| (?:that|he|she|it|they|we|you|I|in|on|at|from|with|under|over|for|to|of|aged|between|since|behind|against|not|whose)\b| [a-z]+(?:ed|ing)\b)"
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
_GREW = regex(
    r"\b(?:another|others?|a further|[a-z]+ more|since died|later died|died later|rose|risen|toll|joined|originally|at first|initially"
    r"|earlier|previously)\b",
    re.IGNORECASE,
)
#: One word for those who lost their lives is as good as another.
_DEAD = frozenset({"dead", "death", "fatality", "victim"})
_COUNTED = frozenset({Kind.COUNT, Kind.NUMBER})
_PERSON = "person"
#: Claims that are not of the whole of what is counted.
_OTHER = frozenset({"added", "part", "former", "change", "contrasted", "size", "whole"})
#: Of these, what makes them others than those that were told.
_ANOTHER = frozenset({"added", "change"})
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
        return self.claim.withheld is None and not self.claim.scope & _OTHER


@check("taken-up-counts", of=Article, about=[Kind.COUNT])
def taken_up_counts(article: Article) -> Iterator[Verdict]:
    """A count with "the" that no sentence before it has, though one of them counts the same things otherwise."""
    counts = list(filter(None, map(_told, article.claims)))
    numbers = Counter(
        printed for mention in article.mentions if mention.quantity for printed in mention.quantity.printed
    )
    told: defaultdict[str, list[Told]] = defaultdict(list)
    for count in counts:
        if numbers[count.number] == 1 and (other := _contradicted(count, told, counts, article)):
            yield _clash(count.claim.mention, other)
        # "Two of the 11 carriages" counts no other carriages.
        for thing in count.things if not _is_part(count) else ():
            told[thing].append(count)


def _contradicted(
    count: Told, told: Mapping[str, list[Told]], counts: list[Told], article: Article
) -> Mention | None:
    """What a count must come back to, and differs from."""
    if _comes_back(count):
        meant = filter(None, (_meant(count, _near(count, thing, told[thing])) for thing in sorted(count.things)))
        first = next(meant, None)
        if first is not None and not _makes_up(count, first, counts):
            return first.claim.mention
        if swapped := _swapped(count, article):
            return swapped
    mistyped = _mistyped(count, told, counts)
    return mistyped.claim.mention if mistyped else None


def _mistyped(count: Told, told: Mapping[str, list[Told]], counts: list[Told]) -> Told | None:
    """The one count before it of the same things in another sentence, of which it has all digits but one, or all in another order.

    What "the 18 engines" presupposes stands, be it wished, feared or foretold what becomes of them.
    """
    if not _is_definite(count) or count.claim.scope & _ANOTHER:
        return None
    sentence, text = count.claim.sentence, count.claim.mention.document.text
    things = count.things - {_PERSON, "killed"}
    before = [one for thing in things for one in told.get(thing, ()) if one.is_whole]
    alike = [one for one in before if _is_mistyped(count, one) and one.claim.sentence is not sentence]
    if len({one.number for one in alike}) != 1:
        return None
    first = min(alike, key=lambda one: one.claim.mention.start)
    # Of nine shops here and twelve there eleven may be a third's; of 18 engines six are no other's.
    if any(one.number != first.number and one.number * 2 > first.number for one in before):
        return None
    grew = any(_GREW.search(text, one.start, one.end) for one in (first.claim.sentence, sentence))
    return None if grew or _makes_up(count, first, counts) else first


def _is_mistyped(count: Told, other: Told) -> bool:
    one, two = count.number, other.number
    return (are_swapped(one, two) or has_another_digit(one, two)) and not agree(count.quantity, other.quantity).agrees


def _told(claim: Claim) -> Told | None:
    mention, quantity = claim.mention, claim.mention.quantity
    if (
        quantity is None
        or mention.kind is not Kind.COUNT
        or quantity.bound not in {Bound.EXACT, Bound.ABOUT}
        or len(quantity.printed) != 1
    ):
        return None
    noun = quantity.unit.rpartition(" ")[2]
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
    if _is_part(first) or first.claim.sentence is count.claim.sentence:
        return None
    deed = _DID.match(text, count.claim.mention.end)
    if deed and deed["deed"] not in plain_words(text[mention.end : first.claim.sentence.end]):
        return None
    return None if _GREW.search(text, mention.end, count.claim.mention.start) else first


def _makes_up(count: Told, first: Told, counts: list[Told]) -> bool:
    """Whether something else that is counted makes the difference."""
    whole = (other for other in counts if other.is_whole and not _is_part(other))
    return abs(count.number - first.number) in {other.number for other in whole}


def _is_part(count: Told) -> bool:
    """Whether so many are said to be of others: "two of the 11 carriages"."""
    return _PART.match(count.claim.mention.document.text, count.claim.mention.end) is not None


def _swapped(count: Told, article: Article) -> Mention | None:
    """A number before it of the same digits in another order, whatever it counts."""
    digits = sorted(str(count.number))
    if len(digits) < SWAPPED or count.number % 10 == 0:
        return None
    before = (one for one in article.mentions if one.start < count.claim.mention.start and one.kind in _COUNTED)
    alike = (one for one in before if one.quantity and digits in map(sorted, map(str, one.quantity.printed)))
    return next(alike, None)


def _comes_back(count: Told) -> bool:
    # Who quotes somebody lets him speak of the same things.
    return count.claim.withheld in {None, QUOTED} and not count.claim.scope & _OTHER - _DEFINITE and _is_definite(count)


def _is_definite(count: Told) -> bool:
    """Whether the words round a count say that its things were spoken of before."""
    mention = count.claim.mention
    text = mention.document.text
    if count.quantity.bound is not Bound.EXACT or " of " in mention.text:
        return False
    if not _THE.search(text, max(0, mention.start - 14), mention.start):
        return False
    if _OF_ANOTHER.search(text, count.claim.sentence.start, mention.start):
        return False
    if "killed" in count.things and _OF_THE_EVENT.match(text, mention.end):
        return True
    return not _TOLD_WHICH.match(text, mention.end) or _DID.match(text, mention.end) is not None


def _clash(second: Mention, first: Mention) -> Clash:
    return Clash(
        (second.span, first.span),
        {"second": second.text, "first": first.text},
        repairs=(f"“{first.text}” both times", f"“{second.text}” both times"),
    )
