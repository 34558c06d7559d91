"""Two bounds on one number that exclude each other: "no fewer than 60 firefighters …", "with fewer than 40 firefighters at the fire"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.attach.voices import are_two, speaker
from factcheck.attach.words import WORD, stem, words_of
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import plain_words, telling
from factcheck.judge.formulas.arithmetic import thing
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Bound, Kind, Mention, Sentence
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = frozenset({Kind.COUNT, Kind.MONEY, Kind.QUANTITY, Kind.DURATION, Kind.PERCENTAGE})
#: The second stands no more sentences behind the first.
_NEAR = 3
#: Where a clause ends, and what says so little that any sentence may have it.
_ENDS = regex(r"[,;:.!?()–—]| but | because | so ")
_LITTLE = frozenset(
    "the a an of in on at to for from by with as and or that which who it he she they we this there is was were are be been"
    " has have had will would could may might since if so when while its his her their our said says only just".split()
)
#: What makes another matter of it: it was not so, or was so at another time, or of others.
_OF_ANOTHER = regex(
    r"\b(?:not|no|never|without|against|n[’']t|another|others?|more than that|earlier|initially|originally|previously|first|later|now|since|then|ago"
    r"|last|next|each|every|per|revised|wanted|hoped|planned|usual(?:ly)?|normal(?:ly)?|in the past|once|until|by \d+|by then|by the (?:end|time|start|middle|week|morning|afternoon|evening|spring|summer|autumn|winter))\b"
)
_DIGITS = regex(r"\d+")
#: Right before a measure or a sum, what says that it is how much of its subject there is.
_IS = regex(
    r"\b(?:costs?|costing|takes?|took|taking|lasts?|lasted|weigh(?:s|ed|ing)?|measur(?:es|ed|ing)|is|was|are|were|be|runs?|ran|stretch(?:es|ed)) $"
)
_VERB = 12
#: What may, should or could be is not what is.
_MAY_BE = regex(
    r"\b(?:holds?|held|capacity|room|seats?|sleeps?|wants?|wanted|plans?|planned|limit(?:ed|s)?|may|might|should|must|could|targets?|aims?|aimed|needs?|needed|allow(?:s|ed)?"
    r"|hopes? for|expect(?:s|ed)?|forecast|required?|supposed|if|unless|promised|vowed|demand(?:s|ed)?|ordered|signed up|registered|invited)\b",
    re.IGNORECASE,
)
#: The noun that a clause with "which" is about, with the comma.
_ANTECEDENT = regex(r"\b(?:the|this|that|its|their|his|her) (?:[a-z-]+ )?[a-z-]+,$", re.IGNORECASE)
#: Who says what follows.
_SAID = regex(r"(?:[\w’'-]+ ){1,6}?(?:said|says|say|reported|reports|added|admitted|found|counted)(?: that)? ")
#: A sentence with one of these may be somebody's account.
_ATTRIBUTED = frozenset({*WORD_CLASSES["say"], "told", "according", "announced", "confirmed"})
#: What was told first may have been too much or too little.
_EARLY = regex(
    r"\b(?:had|feared|fears|initial(?:ly)?|at first|early|earlier|thought|believed|estimate[sd]?|rumours?|claims?|claimed|reportedly|apparently|on [A-Z][a-z]+day)\b",
    re.IGNORECASE,
)


@check(
    "bounds-of-one-thing",
    of=Article,
    told_by=["fewer", "less", "under", "below", "most"],
    about=[Kind.COUNT, Kind.MONEY, Kind.QUANTITY, Kind.DURATION, Kind.PERCENTAGE],
)
def bounds_of_one_thing(article: Article) -> Iterator[Verdict]:
    """Two bounds that no number keeps, where the clause of the second has no word that the sentence of the first has not."""
    bounded: list[tuple[int, Mention]] = []
    for number, sentence, _, mentions, _ in telling(article):
        here = [one for one in mentions if _is_bounded(one)]
        for second in here:
            for at, first in bounded:
                if (
                    number - at <= _NEAR
                    and _exclude(first, second)
                    and _takes_up(article.sentences[at], sentence, second)
                    and not _are_of_two_speakers(article.sentences[at], sentence)
                ):
                    yield Clash((first.span, second.span), {"one": first.text, "other": second.text})
        bounded += [(number, one) for one in here]


def _is_bounded(mention: Mention) -> bool:
    quantity = mention.quantity
    return (
        mention.kind in _KINDS
        and quantity is not None
        and not quantity.is_range
        and quantity.bound in {Bound.BELOW, Bound.ABOVE}
        and (
            mention.kind is Kind.COUNT
            or _IS.search(mention.document.text, mention.start - _VERB, mention.start) is not None
        )
    )


def _exclude(one: Mention, other: Mention) -> bool:
    """Whether two bounds on the same noun, or in the same unit, leave no number."""
    a, b = one.quantity, other.quantity
    if a is None or b is None or one.kind is not other.kind or a.bound is b.bound:
        return False
    if a.unit != b.unit and not (one.kind is Kind.COUNT and thing(one) == thing(other) != ""):
        return False
    low, high = (a, b) if a.bound is Bound.ABOVE else (b, a)
    return low.lower > high.upper or (low.lower == high.upper and low.value > high.value)


def _are_of_two_speakers(one: Sentence, other: Sentence) -> bool:
    """Whether two say it, who need not agree: "at least 60, the mayor said", "fewer than 40, police said"."""
    who, whom = speaker(one), speaker(other)
    return who is not None and whom is not None and are_two(who, whom)


def _takes_up(before: Sentence, sentence: Sentence, second: Mention) -> bool:
    """Whether the clause of the second goes on about what the sentence before told, and about nothing else."""
    text = sentence.document.text
    start = max((end.end() for end in _ENDS.finditer(text, sentence.start, second.start)), default=sentence.start)
    if text[start : second.start].split()[:1] in (["which"], ["that"], ["who"]):
        # "The mending, which will cost less than €2m": the noun stands before the comma.
        antecedent = _ANTECEDENT.search(text, sentence.start, start)
        start = antecedent.start() if antecedent else sentence.start
    elif said := _SAID.match(text, start, second.start):
        # Of two who speak each may know better than the other.
        if not _ATTRIBUTED.isdisjoint(plain_words(before.text)) or _EARLY.search(before.text) or _EARLY.search(said[0]):
            return False
        start = said.end() if not _OF_ANOTHER.search(said[0]) else start
    stop = next((end.start() for end in _ENDS.finditer(text, second.end, sentence.end)), sentence.end)
    clause = f"{text[start : second.start]} {text[second.end : stop]}".lower()
    if _OF_ANOTHER.search(clause.removeprefix("since ")) or _MAY_BE.search(before.text) or _MAY_BE.search(clause):
        return False
    if any(number not in before.text for number in _DIGITS.findall(clause)):
        return False  # of a year, an age or a size that the sentence before does not speak of
    own = {stem(word) for word in WORD.findall(clause) if word not in _LITTLE}
    known = {word.stem for word in words_of(before)}
    own -= _SAYING
    return bool(own) and own <= known


_SAYING = frozenset(map(stem, "hopes hope thinks believes expects glad pleased sure".split()))
