"""Places in a ranking and the amounts beside them, in clauses or sentences that follow each other.

"Derry's was the biggest with 18,000 visitors; Sligo's came next with 23,000."
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.attach.words import stem
from factcheck.extract.lexicon.numbers import ORDINALS
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_in, sentences_with
from factcheck.judge.verdicts import Accord, Clash, Verdict, in_text_order
from factcheck.model import AMOUNTS, Article, Kind, Mention, Role, Sentence
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex
from factcheck.resolve.units import dimension, factor

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

#: What each superlative is measured in; "" is any amount.
_MEASURES = {
    **dict.fromkeys("largest biggest greatest top leading".split(), ""),
    **dict.fromkeys("longest tallest deepest highest widest".split(), "[length]"),
    "heaviest": "[mass]",
    **dict.fromkeys(("richest", "wealthiest", "costliest", "most expensive", "most valuable"), "money"),
    **dict.fromkeys(("busiest", "most populous", "best-attended"), "people"),
}
NTH = {word: number for word, number in ORDINALS.items() if 2 <= number <= 12}
_PLACE = rf"(?P<place>(?i:{any_of(NTH)})|\d{{1,2}}(?:nd|rd|th))"
#: "The country's third-biggest producer"; a superlative by itself is the first.
SUPERLATIVE = regex(
    rf"(?:(?P<whose>[A-Z]\w+|\w+)['’]s? )?(?:{_PLACE}[- ])?(?<!\w)(?P<how>{any_of(_MEASURES)})(?: (?!(?:in|on|at|of|with|was|is|by|this|gave|took|sold|won|polled|drew|has|had|made|got|scored|came|comes|spent|raised|earned|stands|measures|covers|weighs|holds|sells|reaches|rises|counts|makes|takes|gets|attracted|went|goes|and|to|behind|ahead|followed|after|before)\b)(?P<noun>[a-z]+))?(?![\w-])",
)
#: "Came third", "in second place", "Second was Ecuador", "is second".
_PLACED = regex(
    rf"\b(?:(?:came|finished|ranked|ranks|placed|is|was|lies|lay|comes|sits) (?:in )?{_PLACE}(?= place|[.,;]|$| (?:with|on|at|in)\b)|[Ii]n {_PLACE.replace('place', 'put')} place"
    rf"|^{_PLACE.replace('place', 'led')} (?:is|was|comes|came|were|are) |(?P<next>[Nn]ext (?:on the list |in line )?(?:comes?|came|is|was|were|are)|(?:comes?|came|is|was|were|are) next|[Rr]unners?-up|^(?:just |well |closely |far )?(?:followed by|ahead of|trailed by))|(?P<before>^(?:just |well |closely |far )?behind)"
    r"|(?P<first>[Tt]he winner|won with|came top|came out on top|topped (?:the|a) (?:\w+ )?\w+|(?:record|top|leading) (?:goal)?scorer|heads the (?:list|table)|[Tt]op of the (?:list|table|ranking|rankings)|[Ff]irst (?:is|was|comes|came)|(?:came|finished|is|was|ranked) first|in first place))",
)
#: One of these words stands wherever a place is told.
RANKING_WORDS = frozenset(
    {measure.split()[-1].split("-")[-1] for measure in _MEASURES}
    | {*NTH, *(f"{number}{ending}" for number in range(100) for ending in ("nd", "rd", "th"))}
    | set(
        "first next runner runners followed ahead trailed behind winner won top topped scorer goalscorer heads".split()
    )
)
#: Where less is better, or the ranking is another.
OTHERWISE = regex(
    r"\b(?:strokes?|shots?|par|penalt(?:y|ies)|debts?|loss(?:es)?|smallest|shortest|fastest|cheapest|lowest|quickest|lightest|youngest|fewest|time|times|seconds|minutes|slowest|least|worst|under|odds|per head|per capita"
    r"|former|formerly|previous|previously|until|once|used to|overtook|overtaken|would|could|if|not|while last|last year|(?:19|20)\d\d|average|world['’]s|compared|years? ago|forecast|expected|target|seed|seeds|handicap)\b"
)
_ENDS = regex(
    r"; | while | whereas |, (?:and|but) |,? (?=(?:just |well |closely |far |comfortably )?(?:followed by|ahead of|trailed by|behind) (?:[A-Z]|the ))"
)
#: What leads to the amount by which something is ranked.
_LEADS = regex(
    r"\b(?:with|at|on|of|by|took|takes|gave|gives|sold|sells|won|wins|polled|drew|draws|received|scored|got|made|makes|produced|produces|exported|exports|earned|raised|spent|had|has|covers|covered|reaches|measures|measuring|stands|standing|totalling|taking|winning|selling|scoring|drawing|attracting|counting|polling|receiving"
    r"|worth|weighing|weighs|weighed|collected|attracted|counted|holds|held|rises to|rising to)(?: (?:just|only|an area of|a height of|a length of|a total of|sales of|worth))* $|(?:, |\()$"
)
_COUNTED = frozenset(
    "person people visitor vote seat point medal goal case complaint user download viewer listener reader follower entry fan crash arrest death birth member inhabitant resident supporter passenger tonne ton barrel unit copy job worker employee ticket home spectator student pupil win title run try delegate signature order sale".split()
)
#: So many clauses may lie between two places.
_FAR = 2


class Ranked(NamedTuple):
    """A place in a ranking, and the amount beside it."""

    place: int
    mention: Mention
    how: str
    noun: str
    whose: str
    clause: int


@check("rankings", of=Article)
def rankings(article: Article) -> Iterator[Verdict]:
    """Places in one ranking of which the lower has the larger amount."""
    ranking = sentences_with(article, RANKING_WORDS)
    telling = {sentence.start for sentence in ranking}
    for group in _groups(article, {sentence.paragraph for sentence in ranking}):
        start, end = group[0].start, group[-1].end
        if telling.isdisjoint(sentence.start for sentence in group) or not any(
            _is_ranked_by(article.document.text, mention) for mention in mentions_in(article, start, end)
        ):
            continue
        ranked = _ranked(article, group)
        text = article.document.text[start:end] if len(ranked) > 1 else ""
        if not text or OTHERWISE.search(text) or '"' in text or "“" in text:
            continue
        for one, other in combinations(ranked, 2):
            if one.place != other.place and other.clause - one.clause <= _FAR and _of_one_ranking(one, other):
                yield _two_ranks(*((one, other) if one.place < other.place else (other, one)))


def _groups(article: Article, paragraphs: AbstractSet[int]) -> Iterator[tuple[Sentence, ...]]:
    """Of these paragraphs, each of a few sentences that is body text."""
    group: list[Sentence] = []
    for sentence in article.sentences if paragraphs else ():
        if sentence.paragraph not in paragraphs:
            continue
        if group and (sentence.paragraph != group[-1].paragraph or len(group) == 4):
            yield tuple(group)
            group = group[-2:] if sentence.paragraph == group[-1].paragraph else []
        if sentence.role is Role.BODY:
            group.append(sentence)
    if group:
        yield tuple(group)


def _clauses(group: tuple[Sentence, ...]) -> Iterator[tuple[int, int]]:
    for sentence in group:
        start = sentence.start
        for end in _ENDS.finditer(sentence.document.text, sentence.start, sentence.end):
            yield start, end.start()
            start = end.end()
        yield start, sentence.end


def _ranked(article: Article, group: tuple[Sentence, ...]) -> list[Ranked]:
    """The places that clauses tell, each with the only amount beside it."""
    found: list[Ranked] = []
    before: Mention | None = None
    text = article.document.text
    for number, (start, end) in enumerate(_clauses(group)):
        clause = text[start:end]
        amounts = [one for one in mentions_in(article, start, end) if one.kind in AMOUNTS and one.quantity]
        own = amounts[0] if len(amounts) == 1 else None
        # "That put it in third place" tells of the amount before.
        amount = before if not amounts and clause.startswith(("That ", "This ", "It ")) else own
        if amount and _is_ranked_by(text, amount):
            placed_by = list(_PLACED.finditer(clause))
            how = [one for one in SUPERLATIVE.finditer(clause) if not any(_overlap(one, other) for other in placed_by)]
            told = [*how, *placed_by]
            placed = _placed(told[0], amount, found[-1].place if found else 0, number) if len(told) == 1 else None
            found += [placed] if placed else []
        before = own
    return found


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    return one.start() < other.end() and other.start() < one.end()


def _placed(found: re.Match[str], mention: Mention, last: int, clause: int) -> Ranked | None:
    told = found.groupdict()
    written = told.get("place") or told.get("put") or told.get("led")
    if told.get("next"):
        place = 2 if "unner" in told["next"] else last + 1 if last else 0
    elif told.get("before"):
        place = last - 1
    elif written:
        place = int(written[:-2]) if written[0].isdigit() else NTH[written.lower()]
    else:
        place = 1
    if not place:
        return None
    return Ranked(place, mention, told.get("how") or "", told.get("noun") or "", told.get("whose") or "", clause)


def _is_ranked_by(text: str, mention: Mention) -> bool:
    """Whether something may be ranked by an amount, and the words lead to it."""
    quantity = mention.exact
    if mention.kind not in AMOUNTS or quantity is None or "per " in quantity.unit:
        return False
    if mention.kind is Kind.COUNT and quantity.unit not in _COUNTED and stem(quantity.unit) not in _COUNTED:
        return False
    return _LEADS.search(text, max(0, mention.start - 40), mention.start) is not None


def _of_one_ranking(one: Ranked, other: Ranked) -> bool:
    """Whether two places are of one ranking, by what is ranked, where, and in what."""
    if one.noun and other.noun and stem(one.noun) != stem(other.noun):
        return False
    if (one.whose and other.whose and one.whose != other.whose) or (one.how and other.how and one.how != other.how):
        return False
    a, b = one.mention, other.mention
    if a.kind is Kind.NUMBER and b.kind is Kind.NUMBER and not (one.how or other.how):
        return False
    if Kind.NUMBER not in {a.kind, b.kind} and (a.kind is not b.kind or not alike(a, b)):
        return False
    measure = _MEASURES[one.how or other.how] if one.how or other.how else ""
    return not measure or all(_measures(mention, measure) for mention in (a, b))


def alike(a: Mention, b: Mention) -> bool:
    """Whether two amounts are in one unit, or in units of one dimension."""
    first, second = (mention.unit for mention in (a, b))
    return first == second or (dimension(first) is not None and dimension(first) == dimension(second))


def _measures(mention: Mention, measure: str) -> bool:
    if mention.kind is Kind.NUMBER:
        return True
    if measure == "money":
        return mention.kind is Kind.MONEY
    if measure == "people":
        return mention.kind is Kind.COUNT
    return mention.quantity is not None and dimension(mention.quantity.unit) == measure


def _two_ranks(first: Ranked, last: Ranked) -> Verdict:
    spans = in_text_order(first.mention.span, last.mention.span)
    in_units = first.mention.kind is last.mention.kind is Kind.QUANTITY
    if _size(first.mention, in_units=in_units) >= _size(last.mention, in_units=in_units):
        return Accord(spans, f"{first.mention.text} is not less than {last.mention.text}")
    return Clash(
        spans,
        {"own": first.mention.text, "other": last.mention.text},
        arithmetic=f"{first.mention.text} is less than {last.mention.text}",
    )


def _size(mention: Mention, *, in_units: bool) -> float:
    quantity = mention.quantity
    if quantity is None:
        return 0.0
    scale = factor(quantity.unit) if in_units else 1
    return float(quantity.value) * float(scale)
