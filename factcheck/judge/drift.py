"""One amount that changes its unit, its rounding or its digits on the way through an article."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.attach.attributes import PEOPLE
from factcheck.attach.words import stem
from factcheck.judge.agreement import Fit, agree, gap
from factcheck.judge.checks import check
from factcheck.judge.parts import sentence_at
from factcheck.judge.topics import thousands_apart
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import amount_in_words, number_in_words
from factcheck.model import Article, Bound, Kind, Role, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Claim, Mention

#: What makes "the 4-mile tunnel" the tunnel that was spoken of before.
DEFINITE = regex(
    r"\b(?:the|this|that|its|their|his|her) (?:new |whole |same |planned |proposed |full )?$", re.IGNORECASE
)
#: A noun that more amounts than this modify stands for several things.
SEVERAL = 4
#: What is presupposed ("may ask the £5m fund") stands, but not what is denied or taken back.
NOT_HELD = frozenset({"denied", "an earlier figure"})
_MEASURES = frozenset({Kind.QUANTITY, Kind.MONEY})
_OPPONENT = regex(r" (?:by|to|against|at|over|with|in) (?:the )?([A-Z][\w’'-]+)")
#: What says which side of a thing was measured, and not of which thing.
_DIMENSIONS = frozenset(
    map(
        stem,
        "long wide broad deep tall high thick heavy length width breadth depth height thickness weight distance area".split(),
    )
)
_LONG = regex(r",? (?:long|wide|deep|tall|high|in length)\b")
_SIZED = regex(r",? (?:long|tall|high|in length)\b")
#: Before "2 km long" the thing that is so long, and behind "15-mile" the nouns of "cycle path".
_MEASURED = regex(r"([a-z]+),? (?:(?:is|was|stands|runs|measures|stretches|rises) (?:about |some |nearly )?)?$")
_NOUNS = regex(r"[ -]([a-z]+)(?: ([a-z]+))?")
#: Currencies that go by one name.
_DOLLARS = regex(r"\bdollar$")


@check("restated", of=Article)
def restated(article: Article) -> Iterator[Verdict]:
    """A noun that two amounts of different units modify: "the 2 km tunnel", "the 4-mile tunnel"."""
    by_noun: defaultdict[tuple[Kind, str], list[Claim]] = defaultdict(list)
    for claim in article.claims:
        if (
            claim.mention.kind in _MEASURES
            and claim.mention.quantity
            and claim.withheld not in NOT_HELD
            and (_modifies(claim) or _is_its_length(claim))
        ):
            for noun in _nouns(claim):
                if noun not in _DIMENSIONS:
                    by_noun[claim.mention.kind, noun].append(claim)
    for (_, noun), claims in by_noun.items():
        if 2 <= len(claims) <= SEVERAL:
            for first, second in combinations(claims, 2):
                if noun in _nouns(second)[:1]:
                    yield from _restatement(first, second)


def _nouns(claim: Claim) -> tuple[str, ...]:
    """The stems of the nouns that the amount may be of: "a 15-mile cycle path" is a path, and so is one 15 miles long."""
    mention = claim.mention
    text = mention.document.text
    if _is_its_length(claim):
        # A pier of 30 m is one that is 30 m long, and not one that is 30 m wide.
        before = _SIZED.match(text, mention.end) and _MEASURED.search(text, max(0, mention.start - 40), mention.start)
        return (stem(before[1].lower()),) if before else ()
    behind = _NOUNS.match(text, mention.end)
    named = tuple(stem(word) for word in behind.groups() if word) if behind else ()
    return tuple(dict.fromkeys((claim.attribute, *named[1:])))


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
    text = second.mention.document.text
    apart = first.sentence is not second.sentence or "…" in text[first.mention.end : second.mention.start]
    if one is None or two is None or not apart or (one.unit == two.unit and second.mention.kind is not Kind.MONEY):
        return
    if not _is_its_length(second) and not DEFINITE.search(
        text, max(0, second.mention.start - 24), second.mention.start
    ):
        return
    same_number = one.printed == two.printed
    spans = (second.mention.span, first.mention.span)
    words = {"second": second.mention.text, "first": first.mention.text}
    repairs = (f"“{first.mention.text}” both times", f"“{second.mention.text}” both times")
    if second.mention.kind is Kind.MONEY and one.unit == two.unit:
        if thousands := thousands_apart(one, two):
            yield Clash(spans, words, f"the one is {thousands:,} times the other", repairs=repairs, cause="scale")
        return
    if second.mention.kind is Kind.MONEY:
        if same_number and not (_DOLLARS.search(one.unit) and _DOLLARS.search(two.unit)):
            yield Clash(spans, words, f"{one.unit} and {two.unit}", "the sign was changed", repairs, cause="currency")
        return
    agreement = agree(one, two)
    if agreement.verdict is Fit.DIFFERENT:
        slip = "the unit was changed and the number was not" if same_number else ""
        yield Clash(spans, words, agreement.arithmetic, slip, repairs, cause="unit" if same_number else "")
    elif agreement.agrees and agreement.verdict is not Fit.INCOMPARABLE:
        yield Accord(spans, agreement.reason)


# --- rounding -----------------------------------------------------------------------

#: Words that say on which side of a round number the figure lies.
_ABOVE = regex(
    r"(?:more than|over|just over|well over|upwards of|in excess of|exceeding|slightly more than)\b", re.IGNORECASE
)
_BELOW = regex(
    r"(?:nearly|almost|close to|just under|just below|under|fewer than|less than|approaching|slightly less than)\b",
    re.IGNORECASE,
)
#: A round number is that of a figure no further off than this share.
NEAR = Decimal("0.05")
_AMOUNTS = frozenset({Kind.COUNT, Kind.MONEY, Kind.QUANTITY, Kind.PERCENTAGE})
#: A sentence that says one of these gives the figure of another time or another group.
_ANOTHER = regex(
    r"\b(?:last|previous|earlier|year before|compared|against|from|since|another|more|other|each|per|average|record|target|goal|limit|at least)\b",
    re.IGNORECASE,
)


@check("rounding-drift", of=Article)
def rounding_drift(article: Article) -> Iterator[Verdict]:
    """A figure, and a round number that is said to lie below or above it and does not."""
    by_unit: defaultdict[tuple[Kind, str], list[Claim]] = defaultdict(list)
    for claim in article.claims:
        mention = claim.mention
        if (
            mention.kind in _AMOUNTS
            and mention.quantity
            and len(mention.quantity.printed) == 1
            and not claim.withheld
            and claim.sentence.role is not Role.HEADLINE
        ):
            by_unit[mention.kind, f"{mention.quantity.unit} {claim.attribute}"].append(claim)
    for claims in by_unit.values():
        for one, other in combinations(claims, 2) if len(claims) <= SEVERAL * SEVERAL else ():
            for figure, rounded in ((one, other), (other, one)):
                yield from _rounded(figure, rounded)


def _rounded(figure: Claim, rounded: Claim) -> Iterator[Verdict]:
    exact, near = figure.mention.quantity, rounded.mention.quantity
    if exact is None or near is None or exact.bound is not Bound.EXACT or near.bound is Bound.EXACT:
        return
    above, below = _ABOVE.match(rounded.mention.text), _BELOW.match(rounded.mention.text)
    if not (above or below) or not near.step >= 10 * exact.step or gap(exact.value, near.value) > NEAR:
        return
    if figure.scope - {"size"} != rounded.scope - {"size"} or figure.subject != rounded.subject:
        return
    if figure.names and rounded.names and figure.names.isdisjoint(rounded.names):
        return
    spans = (rounded.mention.span, figure.mention.span)
    if (exact.value >= near.value) if above else (exact.value <= near.value):
        yield Accord(spans, f"{figure.mention.text} is {rounded.mention.text}")
    elif not any(_ANOTHER.search(claim.sentence.text.replace(rounded.mention.text, "")) for claim in (figure, rounded)):
        word = "below" if above else "above"
        yield Clash(
            spans,
            {"rounded": rounded.mention.text, "figure": figure.mention.text},
            f"{number_in_words(exact.value)} is {word} {number_in_words(near.value)}",
            repairs=(f"“{'nearly' if above else 'more than'} {amount_in_words(near.value, near.unit)}”",),
            guesses=len(set(figure.guesses) | set(rounded.guesses)),
        )


# --- digits -------------------------------------------------------------------------

#: Numbers of fewer digits come to be alike by chance.
DIGITS = 4
#: Two numbers that so few letters part and one of these are set against each other: "3,419 in Marl and 3,491 in Orbe".
CLOSE_BY = 60
_SET_AGAINST = regex(r"\b(?:and|from|to|against|compared|than|or|but|while)\b(?![^.]*[.…])")


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
            between = article.document.text[first.end : second.start]
            if (
                _swapped(_digits(first), _digits(second))
                and _same_noun(first, second)
                and not (len(between) < CLOSE_BY and _SET_AGAINST.search(between))
            ):
                yield Clash(
                    (second.span, first.span),
                    {"second": second.text, "first": first.text},
                    f"{first.text} and {second.text} have the same digits",
                    "two digits changed places",
                    (f"“{first.text}” both times", f"“{second.text}” both times"),
                )


def _digits(mention: Mention) -> str:
    """The digits of a number that is exact to the last of at least four."""
    quantity = mention.quantity
    if quantity is None or mention.kind not in _AMOUNTS | {Kind.NUMBER} or len(quantity.printed) != 1:
        return ""
    value = quantity.printed[0]
    digits = str(int(value)) if value == int(value) else str(value).replace(".", "")
    return digits if DIGITS <= len(digits) <= 2 * DIGITS and digits[-2:] != "00" else ""


def _swapped(one: str, other: str) -> bool:
    """Whether two neighbouring digits changed places, and all else is the same."""
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(apart) == 2 and apart[1] == apart[0] + 1


def _same_noun(first: Mention, second: Mention) -> bool:
    """Whether two numbers may count the same: one noun, people both, or one without a noun."""
    measures = {Kind.MONEY, Kind.QUANTITY, Kind.PERCENTAGE}
    if (first.kind in measures or second.kind in measures) and first.kind is not second.kind:
        return False
    if not (first.quantity and second.quantity):
        return False
    if Kind.NUMBER in {first.kind, second.kind} and not ("," in first.text and "," in second.text):
        return False  # house numbers, model numbers and the like
    units = {first.quantity.unit, second.quantity.unit}
    return len(units) == 1 or "" in units or all(unit.rpartition(" ")[2] in PEOPLE for unit in units)


# --- scores -------------------------------------------------------------------------

_SCORE = r"(?<![\d–-])(?P<score>\d{1,2}[–-]\d{1,2})(?![\d–-]|\.\d)"
_ANY_SCORE = regex(_SCORE)
_RESULT = regex(
    rf"\b(?:lost|lose|won|win|beat|beaten|defeated|drew|thrashed|went down|fell|losing|winning|drawing|victory|defeat|loss|draw)\b[^.;:\n\d]{{0,40}} {_SCORE}"
    rf"|{_SCORE.replace('score', 'first')} (?:[a-z]+ )?(?:defeat|loss|win|victory|draw|triumph|thrashing|drubbing)\b"
)
_AGAIN = regex(
    rf"(?:\b(?:after|following|despite|since|of|in|from|during) (?:the|that|this|their|his|her|its)|(?<=[.…\n] )[Tt]he|After the) (?:[a-z]+ )?{_SCORE} (?:[a-z]+ )?(?:defeat|loss|win|victory|draw|triumph|thrashing|drubbing)\b"
)
_OTHER_GAME = regex(
    r"\b(?:last|previous|earlier|first leg|second|third|another|opening|away|home|season|year|month|January|February|March|April|May|June|July|August|September|October|November|December|weekend|round|final|semi)\b"
)
#: What a result that is told again at least looks like.
_TOLD_AGAIN = regex(r"\d[–-]\d{1,2} (?:[a-z]+ )?(?:defeat|loss|win|victory|draw|triumph|thrashing|drubbing)")


@check("score-drift", of=Article)
def score_drift(article: Article) -> Iterator[Verdict]:
    """A result, and the same result told again with another score, in an article that knows no third."""
    text = article.document.text
    if not _TOLD_AGAIN.search(text):
        return
    scores = {_sides(found["score"]) for found in _ANY_SCORE.finditer(text)}
    if not 1 <= len(scores) <= 2:
        return
    first = _RESULT.search(text)
    again = _AGAIN.search(text, first.end()) if first else None
    if first is None or again is None:
        return
    name = "score" if first["score"] else "first"
    one, two = first[name], again["score"]
    spans = (Span(article.document, *again.span("score")), Span(article.document, *first.span(name)))
    sentence = sentence_at(article, again.start())
    if _sides(one) == _sides(two):
        yield Accord(spans, f"both are {one}")
    elif (
        len(scores) == 2
        and _sides(two) not in {_sides(found["score"]) for found in _ANY_SCORE.finditer(text, 0, again.start("score"))}
        and not _OTHER_GAME.search(sentence.text)
        and not _names_another(sentence.text, again.end() - sentence.start, text[: again.start()])
    ):
        yield Clash(
            spans,
            {"first": one, "second": two},
            f"{one} first, {two} later",
            repairs=(f"“{one}” both times", f"“{two}” both times"),
        )


def _sides(score: str) -> frozenset[int]:
    return frozenset(map(int, score.replace("–", "-").split("-")))


def _names_another(sentence: str, at: int, before: str) -> bool:
    """Whether a game is told apart by an opponent that was not named before."""
    opponent = _OPPONENT.match(sentence, at)
    return opponent is not None and opponent[1] not in before
