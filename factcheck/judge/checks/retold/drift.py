"""One amount that changes its unit or its digits on the way through an article."""

from __future__ import annotations

from collections import Counter, defaultdict
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.align.drafts import family
from factcheck.attach.attributes import PEOPLE
from factcheck.attach.words import stem, words_of
from factcheck.judge.agreement import Fit, agree_either_way
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import headline_and_body, mentions_in, sentence_at
from factcheck.judge.checks.retold.called import (
    DEFINITE,
    DIMENSIONS,
    is_called,
    is_of_another,
    is_taken_up,
    measured_things,
)
from factcheck.judge.checks.retold.sizes import CALENDAR
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import AMOUNTS, Article, Bound, Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Claim, Mention

#: A noun that more amounts than this modify stands for several things.
SEVERAL = 4
#: What is presupposed ("may ask the £5m fund") stands, but not what is denied or taken back.
NOT_HELD = frozenset({"denied", "an earlier figure"})
#: A measure is held against so many before it.
FAR = 40
#: Sentences with so many telling words in common may give one figure, whatever their nouns.
SHARED = 2
_MEASURES = frozenset({Kind.QUANTITY, Kind.MONEY})
_LONG = regex(r",? (?:long|wide|deep|tall|high|in length)\b")
_SECOND_NOUN = regex(r"[ -][a-z]+ ([a-z]{3,})")
#: Currencies that go by one name.
_DOLLARS = regex(r"\bdollar$")


@check("restated", of=Article, about=_MEASURES)
def restated(article: Article) -> Iterator[Verdict]:
    """A noun that two amounts of different units modify: "the 2 km tunnel", "the 4-mile tunnel"."""
    measured = [
        claim
        for claim in article.claims
        if claim.mention.kind in _MEASURES and claim.mention.quantity and claim.withheld not in NOT_HELD
    ]
    told = Counter(claim.attribute for claim in measured if _is_restated(claim))
    things = measured_things(measured, SEVERAL)
    for at, second in enumerate(measured):
        is_definite = _is_restated(second) and told[second.attribute] <= SEVERAL and _is_definite(second)
        for place in range(max(0, at - FAR), at):
            first = measured[place]
            if first.mention.kind is second.mention.kind and (
                (is_definite and _may_be_told_again(first, second))
                or is_taken_up(first, second, things[place], things[at])
            ):
                yield from _restatement(first, second)


def _is_restated(claim: Claim) -> bool:
    """Whether it says how much of it there is to the thing that its noun names."""
    return claim.attribute not in DIMENSIONS and (_modifies(claim) or _is_its_length(claim))


def _is_definite(claim: Claim) -> bool:
    mention = claim.mention
    return _is_its_length(claim) or bool(
        DEFINITE.search(mention.document.text, max(0, mention.start - 24), mention.start)
    )


def _nouns(claim: Claim) -> tuple[str, ...]:
    """The stems of the nouns that the amount may be of: "a 15-mile cycle path" is a path."""
    behind = _SECOND_NOUN.match(claim.mention.document.text, claim.mention.end)
    return (claim.attribute, stem(behind[1])) if behind else (claim.attribute,)


def _may_be_told_again(first: Claim, second: Claim) -> bool:
    """Whether both modify one noun, or have the same number and the one is said where the noun of the other is."""
    if _is_restated(first) and second.attribute in _nouns(first):
        return True
    if is_called(first, second, is_size=_is_restated(first)):
        return True
    return _same_number(first, second) and (are_of_one_thing(first, second) or _comes_back(first, second))


def _same_number(first: Claim, second: Claim) -> bool:
    one, two = first.mention.quantity, second.mention.quantity
    return one is not None and two is not None and one.printed == two.printed


def are_of_one_thing(first: Claim, second: Claim) -> bool:
    """Whether two sentences put a figure to one noun, or the one to a noun that the other names; neither adds to the other."""
    return (
        first.sentence is not second.sentence
        and not (first.scope | second.scope) & {"added", "part", "former"}
        and (
            first.attribute == second.attribute
            or second.attribute in first.context
            or first.attribute in second.context
        )
    )


def _comes_back(first: Claim, second: Claim) -> bool:
    """Whether the very next sentence takes up what was told: "sold its port for $3 billion. The $3 million sale …"."""
    return 0 <= second.sentence.start - first.sentence.end <= len("\n\n") and _modifies(second) and _is_definite(second)


def _modifies(claim: Claim) -> bool:
    """Whether the noun stands right behind the amount, and neither adds to nor is part of another."""
    mention = claim.mention
    after = mention.document.text[mention.end : mention.end + 2]
    return (
        not claim.guesses
        and len(after) == 2
        and after[0] in " -"
        and after[1].isalpha()
        and not claim.scope & {"added", "part", "former"}
    )


def _is_its_length(claim: Claim) -> bool:
    """Whether it says how long the noun before it is: "the tunnel is 2 km long"."""
    return _LONG.match(claim.mention.document.text, claim.mention.end) is not None


def _restatement(first: Claim, second: Claim) -> Iterator[Verdict]:
    one, two = first.mention.quantity, second.mention.quantity
    if one is None or two is None or one.unit == two.unit or first.sentence is second.sentence:
        return
    # Snow lies twice as high in the next town: where either says how far it goes at most, they need not be one.
    is_at_most = not {one.bound, two.bound} <= {Bound.EXACT, Bound.ABOUT}
    if first.mention.kind is Kind.QUANTITY and (is_at_most or is_of_another(first, second)):
        return
    same_number = one.printed == two.printed
    spans = (second.mention.span, first.mention.span)
    words = {"second": second.mention.text, "first": first.mention.text}
    repairs = (f"“{first.mention.text}” both times", f"“{second.mention.text}” both times")
    if second.mention.kind is Kind.MONEY:
        paid_in = [quantity.measure for quantity in (one, two)]
        if same_number and paid_in[0] != paid_in[1] and not (_DOLLARS.search(one.unit) and _DOLLARS.search(two.unit)):
            yield Clash(spans, words, f"{one.unit} and {two.unit}", "the sign was changed", repairs, cause="currency")
        return
    agreement = agree_either_way(one, two)
    if agreement.verdict is Fit.DIFFERENT:
        slip = "the unit was changed and the number was not" if same_number else ""
        yield Clash(spans, words, agreement.arithmetic, slip, repairs, cause="unit" if same_number else "")
    elif agreement.agrees and agreement.verdict is not Fit.INCOMPARABLE:
        yield Accord(spans, agreement.reason)


# --- digits -------------------------------------------------------------------------

#: Numbers of fewer digits come to be alike by chance; not so one of a headline that its text does not have.
DIGITS = 4
_DIGITS_ABOVE = 3


@check("digit-swap", of=Article)
def digit_swap(article: Article) -> Iterator[Verdict]:
    """Two numbers of one thing in which two neighbouring digits changed places."""
    by_digits: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in article.mentions:
        digits = _digits(mention)
        if digits:
            by_digits["".join(sorted(digits))].append(mention)
    for mentions in by_digits.values():
        for first, second in combinations(mentions, 2) if len(mentions) <= SEVERAL else ():
            if (
                _swapped(_digits(first), _digits(second))
                and _same_size(first, second)
                and _same_noun(first, second)
                and sentence_at(article, first.start) is not sentence_at(article, second.start)
                and (_says_what(article, first, second) and _says_what(article, second, first))
            ):
                yield _swap(first, second)


@check("digit-swap-above", of=Article)
def digit_swap_above(article: Article) -> Iterator[Verdict]:
    """A sum or count of three digits in the headline that the text has only with two of them swapped."""
    headline, _ = headline_and_body(article)
    above = mentions_in(article, headline.start, headline.end) if headline else ()
    for first in above:
        digits = _digits(first, _DIGITS_ABOVE)
        if not digits or len(digits.rstrip("0")) >= DIGITS:
            continue
        below = [one for one in article.mentions if one.start >= first.end and _digits(one, _DIGITS_ABOVE)]
        told = [one for one in below if _same_size(first, one) and family(first) == family(one)]
        if any(_digits(one, _DIGITS_ABOVE) == digits for one in told):
            continue
        swapped = (one for one in told if _swapped(digits, _digits(one, _DIGITS_ABOVE)) and _same_noun(first, one))
        second = next(swapped, None)
        if second is not None and _says_what(article, second, first):
            yield _swap(first, second)


def _swap(first: Mention, second: Mention) -> Clash:
    return Clash(
        (second.span, first.span),
        {"second": second.text, "first": first.text},
        f"{first.text} and {second.text} have the same digits",
        "two digits changed places",
        (f"“{first.text}” both times", f"“{second.text}” both times"),
    )


def _digits(mention: Mention, least: int = DIGITS) -> str:
    """The digits of a number that is exact to the last of at least four, or of so many."""
    quantity = mention.single
    if quantity is None or mention.kind not in {Kind.COUNT, Kind.NUMBER, Kind.MONEY, Kind.QUANTITY}:
        return ""
    # "1,293 million" has four digits.
    value = quantity.printed[0] / (quantity.step if quantity.step >= LARGE else 1)
    digits = str(int(value)) if value == int(value) else str(value).replace(".", "")
    told = digits if digits[-2:] != "00" else digits.rstrip("0")
    if least < DIGITS:
        told = digits.rstrip("0")
    return digits if least <= len(told) <= len(digits) <= 2 * DIGITS else ""


def _swapped(one: str, other: str) -> bool:
    """Whether two neighbouring digits changed places, and all else is the same."""
    if sorted(one) != sorted(other):
        return False
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(apart) == 2 and apart[1] == apart[0] + 1


def _same_size(first: Mention, second: Mention) -> bool:
    """Whether neither of two numbers is told in ones and the other in millions."""
    low, high = sorted(mention.quantity.value if mention.quantity else Decimal(0) for mention in (first, second))
    return high < 10 * low


def _same_noun(first: Mention, second: Mention) -> bool:
    """Whether two numbers may count the same: one noun, people both, or one without a noun."""
    if family(first) != family(second) or not (first.quantity and second.quantity):
        return False
    if Kind.NUMBER in {first.kind, second.kind} and not ("," in first.text and "," in second.text):
        return False  # house numbers, model numbers and the like
    units = {first.quantity.unit, second.quantity.unit}
    return len(units) == 1 or "" in units or all(unit.rpartition(" ")[2] in PEOPLE for unit in units)


def _says_what(article: Article, number: Mention, other: Mention) -> bool:
    """Whether a number has a noun or comes back to what was told ("of the 1,482"), or its sentence has the other's noun."""
    if number.document.text.endswith("the ", 0, number.start):
        return True
    if number.kind is not Kind.NUMBER or other.quantity is None or not other.quantity.unit:
        return True
    noun = stem(other.quantity.noun)
    return noun in {word.stem for word in words_of(sentence_at(article, number.start))}


# --- scale --------------------------------------------------------------------------

#: Smaller numbers are not printed in thousands, millions or billions.
LARGE = 1000
_SCALES = frozenset({Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9})
#: From a lakh to a crore it is only a hundred.
_INDIAN, _FROM_LAKH = frozenset({"lakh", "lakhs", "crore", "crores"}), Decimal(100)


@check("scale-slip", of=Article)
def scale_slip(article: Article) -> Iterator[Verdict]:
    """The same digits of the same thing, a thousand or a million times as large."""
    by_digits: defaultdict[tuple[str, tuple[int, ...]], list[Claim]] = defaultdict(list)
    for claim in article.claims:
        quantity = claim.mention.single
        if (
            claim.base is None
            and quantity is not None
            and claim.mention.kind in AMOUNTS
            and quantity.bound in {Bound.EXACT, Bound.ABOUT}
            and quantity.value >= LARGE
        ):
            by_digits[quantity.unit, quantity.value.normalize().as_tuple().digits].append(claim)
    for (_, digits), claims in by_digits.items():
        for first, second in combinations(claims, 2) if len(claims) <= SEVERAL else ():
            # Many things are a million, or a billion.
            alike = first.attribute == second.attribute
            if len(digits) > 1:
                alike = (
                    are_of_one_thing(first, second)
                    or _comes_back(first, second)
                    or len(first.context & second.context) >= SHARED
                )
            if alike and first.sentence is not second.sentence and _named_alike(first, second):
                yield from _scaled(first, second)


def _named_alike(first: Claim, second: Claim) -> bool:
    """Whether no name says that two sentences speak of different people or places."""
    one, two = (claim.names - CALENDAR for claim in (first, second))
    return first.subject == second.subject and (one <= two or two <= one)


def _scaled(first: Claim, second: Claim) -> Iterator[Verdict]:
    one, two = first.mention.quantity, second.mention.quantity
    if one is None or two is None:
        return
    low, high = sorted((one.value, two.value))
    in_lakhs = all(_INDIAN & {*claim.mention.text.lower().split()} for claim in (first, second))
    if high / low in (_SCALES | {_FROM_LAKH} if in_lakhs else _SCALES):
        yield Clash(
            (second.mention.span, first.mention.span),
            {"attribute": first.label},
            arithmetic=f"the one is {int(high / low):,} times the other",
            guesses=len({*first.guesses, *second.guesses} - {"which noun it belongs to"}),
        )
