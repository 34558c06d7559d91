"""So many of those who were counted before, and more than there were: "nine pupils sat it. Eleven of them passed"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.attach.attributes import PEOPLE
from factcheck.extract.lexicon.function_words import OF_THE
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_in, sentence_number
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import COUNTED, Article, Bound, Mention, Role
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Behind a number, and before one: what makes it so many of those who were counted.
_OF = regex(
    r" of (?:the|its|their|those|these|his|her|our) (?:[a-z-]+ ){0,1}?(?P<noun>[a-z]{3,})\b|,? of (?:them|whom|which)\b"
)
_OF_BEFORE = regex(
    r"\b(?:[Oo]f|[Aa]mong|[Aa]mongst) (?:(?:the|its|their) (?:[a-z-]+ )?(?P<noun>[a-z]{3,})|these|those|them),? (?:only |just |about |some )?$"
)
_OF_THE = regex(rf" {OF_THE} ")
#: The whole behind its part: "thirty-one of the company's 26 drivers", "14 of her 11 races".
_WHOLE_BEHIND = regex(
    r"(?: [a-z]+)? of (?:(?:the|its|his|her|their|our|my|those|these) (?:[\w-]+['’]s? )?|[A-Z][\w-]+['’]s? )$"
)
#: Between them, what says that others came, or that other things are counted.
_OTHERS = regex(
    r"\b(?:another|others?|more|extra|joined?|joining|further|additional|each|every|per|times|total|since|first|rose|grew|grown|elsewhere|new|arriv\w+|also|plus|altogether|years?|now|across|average)\b"
)
#: "Of them" may be of what these name, where they stand nearer than what was counted.
_PLURAL = regex(
    r"\b(?!(?:was|has|is|its|his|as|this|us|these|those|always|perhaps|across|unless|less|plus|towards|sometimes)\b)[a-z]{2,}[^s\W]s\b|\b(?:men|women|people|children|police)\b"
)
#: What is no set of things.
_NO_SET = frozenset(
    "year month week day hour minute second time point percent degree page percent goal run lap mile way part side vote seat share one".split()
)
#: So many times the whole a part is said to be by mistake.
_MOST = Decimal("2.5")
#: The whole is told no more sentences before its part.
_BACK = 2


@check("subset", of=Article, told_by=["of"])
def subset(article: Article) -> Iterator[Verdict]:
    """Each number of those who were counted before, in its sentence or the two before, and whether there were as many."""
    counts = [one for one in article.mentions if one.kind in COUNTED and _is_plain(one)]
    for at, part in enumerate(counts):
        number = sentence_number(article, part.start)
        sentence = article.sentences[number]
        if sentence.role not in {Role.BODY, Role.LIST_ITEM, Role.HEADLINE} or sentence.quotes(part.start):
            continue
        whole = _behind(part, counts[at + 1 : at + 2]) or _before(article, part, number)
        if whole is None or whole.quantity is None or part.quantity is None:
            continue
        low, high = whole.quantity, part.quantity
        spans = (part.span, whole.span)
        if high.lower <= low.upper:
            yield Accord(spans, f"{part.text} is no more than {whole.text}")
        elif high.value <= low.value * _MOST and low.bound in {Bound.EXACT, Bound.ABOUT, Bound.BELOW}:
            yield Clash(spans, {"part": part.text, "base": whole.text})


def _is_plain(mention: Mention) -> bool:
    quantity = mention.single
    return (
        quantity is not None and quantity.value >= 2 and " per " not in quantity.unit and quantity.noun not in _NO_SET
    )


def _behind(part: Mention, after: list[Mention]) -> Mention | None:
    """The whole right behind its part."""
    if not after or after[0].start - part.start > 60 or not after[0].noun:
        return None
    text = part.document.text
    found = _WHOLE_BEHIND.search(text, part.start, after[0].start)
    number = part.quantity is not None and text[part.start : found.start()].strip() if found else ""
    return after[0] if found and number and " " not in number else None


def _before(article: Article, part: Mention, number: int) -> Mention | None:
    """The only number of such things in the sentences before, or before the part in its own."""
    text, sentence = part.document.text, article.sentences[number]
    of_the = _OF_THE.search(text, part.start, part.end) is not None
    behind = _OF.match(text, part.end)
    before = _OF_BEFORE.search(text, max(sentence.start, part.start - 50), part.start)
    if not (of_the or behind or before):
        return None
    told = (behind and behind["noun"]) or (before and before["noun"]) or (part.noun if of_the else "")
    first = article.sentences[max(0, number - _BACK) : number]
    near = [one for one in first if one.paragraph == sentence.paragraph]
    if not told:
        # "Of them" goes back to the last that were counted.
        near = near[-1:]
    start = near[0].start if near else sentence.start
    counted = [one for one in mentions_in(article, start, part.start) if one.kind in COUNTED and one is not part]
    alike = [one for one in counted if not told or _is_of(one, told)]
    if len(alike) != 1 or not _is_plain(alike[0]) or not alike[0].noun or (not told and len(counted) != 1):
        return None
    whole = alike[0]
    if not told and _PLURAL.search(text, whole.end, part.start):
        return None
    is_part_itself = _OF.match(text, whole.end) or _OF_THE.search(whole.text)
    if (
        is_part_itself
        or _OTHERS.search(text, whole.end, min(sentence.end, part.end + 30))
        or _OTHERS.search(text, start, whole.start)
    ):
        return None
    return whole


def _is_of(mention: Mention, noun: str) -> bool:
    """Whether a count is of what a noun in the plural names."""
    own = mention.noun
    singular = noun.removesuffix("s")
    return (
        bool(own)
        and (own in {noun, singular} or noun.removesuffix("es") == own or noun.removesuffix("ies") + "y" == own)
        and own not in PEOPLE - {own}
    )
