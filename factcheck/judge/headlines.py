"""What a headline counts, held against what the text under it says of the same."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.attach.voices import withheld
from factcheck.extract.lexicon.numbers import CARDINALS, TENS
from factcheck.judge.agreement import gap
from factcheck.judge.checks import check
from factcheck.judge.parts import BODY, HEADLINE, parts
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import Article, Bound, Kind, Span
from factcheck.nouns import dataclass
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Claim, Sentence

#: How many paragraphs after the headline tell the story once more.
LEAD = 4
#: Small numbers this far apart, and others one of which is so many times the other, may still be one count.
SMALL, FEW, TENFOLD = 3, 4, 12
#: A headline rounds by no more than this share.
ROUNDED = Decimal("0.05")
#: So many letters before and after a number tell which state of things it belongs to.
BEFORE, BEHIND = 25, 22
#: From here on a number in figures says the same wherever it stands.
FIGURES = 10
_AMOUNTS = frozenset({Kind.COUNT, Kind.NUMBER, Kind.MONEY})
#: More numbers than this are a table in prose; their sums would explain anything.
MOST = 30

#: Somebody who may have died too and is not counted with the victims.
ASSAILANT = regex(r"\b(?:himself|herself|themselves|gunman|shooter|attacker|bomber|suspect|driver)\b", re.IGNORECASE)
#: "At least 30" leaves room for so much more, as a share, and no further.
LOOSE = Decimal("0.2")
#: A headline that says one of these counts on top of another number, or counts the gunman apart.
ADDED = regex(
    r"\b(?:himself|herself|self|themselves|another|others?|extra|further|additional|more(?! than)|\d+(?:st|nd|rd|th))\b|\d\+|\?",
    re.IGNORECASE,
)
#: A sentence that says one of these may give an earlier, a later or a partial state.
ANOTHER_STATE = regex(
    r"\b(?:earlier|initial(?:ly)?|previous(?:ly)?|originally|so far|another|others?|later|updated?|more(?! than)"
    r"|separate(?:ly)?|including|among|of (?:them|whom|those)|each|per|last (?:year|month|week)|did not|not)\b",
    re.IGNORECASE,
)

#: What becomes of people (and of jobs): the words before a number, and those behind it.
FATES = {
    "killed": (
        (
            r"kill(?:s|ed|ing)?|slay(?:s|ing)?|slaughter(?:s|ed|ing)?|massacre[sd]?|gun(?:s|ned|ning)? down|sho(?:o?ts?) dead"
            r"|claim(?:s|ed|ing)? (?:the lives of|at least)"
            r"|toll (?:[a-z’'-]+ ){0,16}?(?:hits?|at|to|reach(?:es|ed)?|topp?(?:s|ed)?|pass(?:es|ed)|of|is|was|now)"
        ),
        r"dead|die|died|killed|slain|deaths?|lives lost|fatalities|perish(?:ed)?|drown(?:ed)?|shot dead",
    ),
    "hurt": (
        r"injur(?:es?|ed|ing)|wound(?:s|ed|ing)?|hurt(?:s|ing)?",
        r"injured|hurt|wounded|injuries",
    ),
    "missing": (r"missing", r"(?:still |feared |reported )?missing|unaccounted for"),
    "jobs": (
        r"lay(?:s|ing)? off|laid off|sack(?:s|ed|ing)?|fire[sd]",
        r"(?:job|post|position|role|redundanc|layoff)(?:s|ies)?|(?:workers|employees|staff) (?:to be )?(?:laid off|sacked|fired)",
    ),
    "arrested": (r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing)?", r"arrested|detained|arrests"),
    "rescued": (r"rescu(?:es?|ed|ing)|sav(?:es?|ed|ing)", r"rescued|saved"),
}
_WORDS = "|".join(word for word in CARDINALS if word not in {"zero", "nought", "naught"})
_NUMBER = rf"(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?:(?:{'|'.join(TENS)})-)?(?:{_WORDS}))(?![.,]\d|[\w%°$£€/-])"
_BOUND = (
    r"(?P<bound>at least |more than |over |nearly |almost |about |around |some |up to |as many as |fewer than |under "
    r"|just over |just under )?"
)
#: Between a number and what became of so many: "12 people", "15 miners in a remote valley were".
_TAIL = (
    r"(?:(?: [a-z][a-z’'-]*){0,3}?(?:,[^,.;\d]{1,40},)?(?: (?:were|was|are|is|have|has|had|been|reported|confirmed|feared|left|found))*"
    r"|(?: [a-z][a-z’'-]*){4,12}? (?:were|was|have been|had been|has been))"
)
_FATE_WORD = regex(
    r"kill|slay|slain|slaughter|massacre|gun|shot|shoot|dead|die|death|toll|lives|fatal|perish|drown|injur|wound|hurt|missing"
    r"|unaccounted|job|post|position|role|redundan|layoff|laid|lay|sack|fire|arrest|detain|rescu|sav"
)
_BEFORE = {fate: regex(rf"(?<![\w-])(?:{before}) {_BOUND}{_NUMBER}") for fate, (before, _) in FATES.items()}
_BEHIND = {
    fate: regex(rf"(?<![\w$£€.,/-])(?<!age of )(?<!aged ){_BOUND}{_NUMBER}{_TAIL} (?:{behind})(?![\w-])")
    for fate, (_, behind) in FATES.items()
}
#: After these nothing is a number of people.
_UNIT = regex(
    r" (?:years?|months?|weeks?|days?|hours?|minutes?|times|miles?|km|per ?cent|percent|million|billion|trillion|hundred|thousand|dozen|am|pm)\b"
)
_BOUNDS = {
    **dict.fromkeys(("at least ", "more than ", "over ", "just over "), Bound.ABOVE),
    **dict.fromkeys(
        ("nearly ", "almost ", "up to ", "as many as ", "fewer than ", "under ", "just under "), Bound.BELOW
    ),
    **dict.fromkeys(("about ", "around ", "some "), Bound.ABOUT),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A number of a headline or a lead, and what it counts."""

    span: Span
    value: Decimal
    bound: Bound
    #: The place of its last significant digit.
    step: Decimal
    sentence: Sentence
    #: Whether it counts the dead or the hurt.
    is_toll: bool = False


def tolls(sentence: Sentence) -> Iterator[tuple[str, Told]]:
    """What a sentence counts by fate: "kills 12", "12 people were hurt", "toll hits 1,204"."""
    lowered = sentence.text.lower()
    if not _FATE_WORD.search(lowered):
        return
    for fate in FATES:
        for found in (*_BEFORE[fate].finditer(lowered), *_BEHIND[fate].finditer(lowered)):
            if not _UNIT.match(lowered, found.end("number")):
                yield fate, _told(found, sentence)


def _told(found: re.Match[str], sentence: Sentence) -> Told:
    words = found["number"].replace(",", "").split("-")
    value = Decimal(sum(CARDINALS[word] if word in CARDINALS else int(word) for word in words))
    start = sentence.start + (found.start("bound") if found["bound"] else found.start("number"))
    return Told(
        Span(sentence.document, start, sentence.start + found.end("number")),
        value,
        _BOUNDS.get(found["bound"] or "", Bound.EXACT),
        _step(value),
        sentence,
        is_toll=True,
    )


def _step(value: Decimal) -> Decimal:
    """The place of the last digit that is not a nought."""
    noughts = len(str(value)) - len(str(value).rstrip("0"))
    return Decimal(10) ** noughts


@check("headline-number", of=Article)
def headline_number(article: Article) -> Iterator[Verdict]:
    """Each number of people, jobs, things or money in the headline, if the lead counts the same."""
    told = parts(article)
    headline = next((sentence for part, sentence in told if part == HEADLINE), None)
    if (
        headline is None
        or not any(mention.start >= headline.end for mention in article.mentions)
        or ADDED.search(headline.text)
    ):
        return
    body = [sentence for part, sentence in told if part == BODY and sentence.start >= headline.end]
    lead = [sentence for sentence in body if sentence.paragraph <= headline.paragraph + LEAD]
    in_lead_at = {sentence.start for sentence in lead}
    counted = list(tolls(headline))
    if counted:
        in_lead = [one for sentence in lead for one in tolls(sentence)]
        for fate, number in counted:
            if withheld(number.span.start, headline, headline.text.lower()) is None:
                yield from _held_against(number, [other for name, other in in_lead if name == fate], article)
    at = {number.span.start for _, number in counted}
    for claim in article.claims:
        if claim.sentence is headline and claim.mention.start not in at and not claim.withheld and _counts(claim):
            rivals = [
                other
                for other in article.claims
                if other.sentence.start in in_lead_at and _counts(other) and _same_thing(claim, other)
            ]
            yield from _held_against(
                _of_claim(claim), [_of_claim(rival) for rival in rivals if not rival.withheld], article
            )


def _counts(claim: Claim) -> bool:
    kinds = {Kind.COUNT, Kind.MONEY}
    return (
        claim.mention.kind in kinds
        and claim.mention.quantity is not None
        and not claim.mention.quantity.is_range
        and bool(claim.mention.quantity.printed)
    )


def _same_thing(claim: Claim, other: Claim) -> bool:
    one, two = claim.mention, other.mention
    if one.kind is not two.kind or claim.attribute != other.attribute or not (one.quantity and two.quantity):
        return False
    return one.kind is Kind.COUNT or one.quantity.unit == two.quantity.unit


def _of_claim(claim: Claim) -> Told:
    quantity = claim.mention.quantity
    assert quantity is not None  # noqa: S101 - `_counts` looked
    return Told(claim.mention.span, quantity.value, quantity.bound, quantity.step, claim.sentence)


def _held_against(told: Told, rivals: Sequence[Told], article: Article) -> Iterator[Verdict]:
    """What comes of a headline's number and what the lead says of the same."""
    if not rivals or _is_year(told):
        return
    same = _the_same(told, rivals, article)
    if same is not None:
        yield Accord((told.span, same), f"the text too has {same.text}", cause=_cause(told, rivals[0]))
        return
    rival = next((rival for rival in rivals if _comparable(told.value, rival.value)), None)
    if rival is None or _at_another_time(rival) or _worked_out(told, rivals, article):
        return
    above, below = _whole(told.span, article), _whole(rival.span, article)
    yield Clash(
        (above, below),
        {"headline": above.text, "text": below.text},
        arithmetic=f"{number_in_words(told.value)} above, {number_in_words(rival.value)} below",
        slip=_slip(told, rival),
        repairs=(f"“{below.text}” in the headline", f"“{above.text}” in the text"),
        cause=_cause(told, rival),
    )


def _whole(span: Span, article: Article) -> Span:
    """A number with the noun that it counts, where it was read as an amount."""
    return next((mention.span for mention in article.mentions if mention.span.overlaps(span)), span)


def _at_another_time(rival: Told) -> bool:
    """Whether the words beside a number of the text say that it is a part, or an earlier or later state."""
    sentence, span = rival.sentence, rival.span
    start, end = max(sentence.start, span.start - BEFORE), min(sentence.end, span.end + BEHIND)
    return ANOTHER_STATE.search(span.document.text, start, end) is not None


def _is_year(told: Told) -> bool:
    return 1900 <= told.value < 2100 and "," not in told.span.text


def _cause(told: Told, rival: Told) -> str:
    """A headline that rounds, but in the other direction, is a slip of its own."""
    rounds = told.bound in {Bound.ABOVE, Bound.BELOW} and rival.bound is Bound.EXACT and told.step > 1
    return "rounding" if rounds and gap(told.value, rival.value) <= ROUNDED else ""


def _slip(told: Told, rival: Told) -> str:
    return (
        "two digits changed places"
        if told.value != rival.value and sorted(str(told.value)) == sorted(str(rival.value))
        else ""
    )


def _the_same(told: Told, rivals: Iterable[Told], article: Article) -> Span | None:
    """The place in the text where the headline's number stands, as it is or less rounded."""
    for rival in rivals:
        if _fits(told, rival.value, rival.bound):
            return rival.span
    for mention in article.mentions:
        quantity = mention.quantity
        if quantity is None or mention.start < told.sentence.end or mention.kind not in _AMOUNTS:
            continue
        if any(
            value == told.value or (gap(told.value, value) <= 2 * ROUNDED and _fits(told, value, quantity.bound))
            for value in quantity.printed
        ):
            return mention.span
    if told.value < FIGURES:
        return None
    text = article.document.text
    found = regex(rf"(?<![\d.,]){re.escape(f'{told.value:,f}')}(?!\d|[.,]\d)").search(text, told.sentence.end)
    return Span(article.document, *found.span()) if found else None


def _fits(told: Told, value: Decimal, bound: Bound) -> bool:
    """Whether a number of the text is the headline's, or what the headline rounds or bounds."""
    if told.value == value:
        return True
    if told.bound is Bound.ABOVE:
        return value >= told.value
    if told.bound is Bound.BELOW:
        return value <= told.value
    if bound is not Bound.EXACT and (told.value > value) is (bound is Bound.ABOVE) and gap(told.value, value) <= LOOSE:
        # "34 die" above "at least 30 people": the text leaves room for it.
        return True
    if told.bound is Bound.ABOUT or bound is Bound.ABOUT:
        return gap(told.value, value) <= 2 * ROUNDED
    return abs(told.value - value) < told.step and (
        told.step > 1 or value != value.to_integral_value() or told.step < 1
    )


def _comparable(one: Decimal, other: Decimal) -> bool:
    """Whether two numbers are near enough to be about one thing: nobody prints 2 for 115."""
    low, high = sorted((one, other))
    return high - low <= SMALL or high <= low * (TENFOLD if low > 2 * SMALL else FEW)


def _worked_out(told: Told, rivals: Sequence[Told], article: Article) -> bool:
    """Whether the number is the sum of numbers of the text, or the difference of two."""
    values = [rival.value for rival in rivals][:MOST]
    slack = told.step / 2 if told.step > 1 and told.bound is Bound.EXACT else Decimal(0)
    sums = [
        *([sum(values)] if len(values) > 1 else []),
        *(a + b for a, b in combinations(values, 2)),
        *(abs(a - b) for a, b in combinations(values, 2)),
    ]
    for rival in rivals[:MOST]:
        counts = _counts_beside(rival, told, article)[:MOST]
        sums += [rival.value + sign * count for count in counts for sign in (1, -1)]
        if told.is_toll and (ASSAILANT.search(rival.sentence.text) or ASSAILANT.search(told.sentence.text)):
            sums.append(rival.value + 1)
    return any(abs(told.value - total) <= slack for total in sums)


def _counts_beside(rival: Told, told: Told, article: Article) -> list[Decimal]:
    """The counts that may have been added to a rival: for a toll those of its own sentence, else all of the text."""
    start, end = (
        (rival.sentence.start, rival.sentence.end) if told.is_toll else (told.sentence.end, len(article.document.text))
    )
    kinds = {Kind.COUNT, Kind.NUMBER, Kind.MONEY}
    return [
        mention.quantity.value
        for mention in article.mentions
        if mention.quantity and mention.kind in kinds and start <= mention.start < end
    ]
