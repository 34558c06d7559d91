"""What a claim is about, in words that a reader would use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.attach.attributes import GATHERED, NAMED
from factcheck.attach.fates import FATES
from factcheck.attach.words import EMPTY, WORD, stem, words_of
from factcheck.extract.lexicon.numbers import CARDINALS, SCALES
from factcheck.judge.wording import plural
from factcheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Claim

#: What an amount is called whose words do not tell what it is of.
KINDS = {
    Kind.MONEY: "sum",
    Kind.PERCENTAGE: "share",
    Kind.NUMBER: "number",
    Kind.QUANTITY: "measure",
    Kind.DURATION: "length of time",
}
#: The attribute of people of whom nothing is told.
PEOPLE, DISTANCE = "person", "distance"
#: Goes before the point that a distance is taken from, in a scope.
_FROM = "from:"
_ARTICLES = frozenset(("the", "a", "an", "its", "their"))
#: Attributes of people of whom a subject says who they are.
_OF_PEOPLE = frozenset((*FATES.values(), *GATHERED))


def about(claim: Claim | None) -> str:
    """The attribute and whose it is ("population: Bakhmut", "fire engines"); empty where nothing tells."""
    if claim is None or not claim.label:
        return ""
    if claim.label == DISTANCE:
        return _distance(claim)
    if (unit := _counted(claim)) and claim.label in {unit.rpartition(" ")[2], PEOPLE}:
        return _several(claim, unit)
    kind, label = KINDS.get(claim.mention.kind, ""), _noun(claim)
    if _is_no_noun(claim.label):
        return "" if claim.mention.kind is Kind.QUANTITY else kind
    if kind and claim.guesses and not claim.subject:
        return label if claim.mention.kind is Kind.QUANTITY else f"{label} ({kind})"
    whose = " ".join(_whose(claim))
    return f"{label}: {whose}" if whose else label


def _is_no_noun(label: str) -> bool:
    """Whether a word that was taken for what an amount is of is a small word, or a number."""
    return label in EMPTY or label in CARDINALS or label in SCALES


def told_apart(groups: Sequence[Sequence[Claim]]) -> list[str]:
    """For each of several groups of claims about what is called the same a word that tells it from the others, or ""."""
    common = [frozenset.intersection(*(claim.context for claim in group)) for group in groups]
    return [
        _nearest(group[0], words.difference(*(other for other in common if other is not words)))
        for group, words in zip(groups, common, strict=True)
    ]


def _nearest(claim: Claim, stems: frozenset[str]) -> str:
    """The word of those stems that stands nearest to a claim's number, as it stands there."""
    mention = claim.mention
    words = [
        word
        for word in words_of(claim.sentence)
        if word.stem in stems and word.stem not in claim.subject and not _is_no_noun(word.lower)
    ]
    near = min(words, key=lambda word: max(word.start - mention.end, mention.start - word.end), default=None)
    return mention.document.text[near.start : near.end] if near else ""


def _counted(claim: Claim) -> str:
    """What a count counts."""
    quantity = claim.mention.quantity
    return quantity.measure if claim.mention.kind is Kind.COUNT and quantity else ""


def _several(claim: Claim, unit: str) -> str:
    """What is counted, in the plural: "AK-47 assault rifles"."""
    text, quantity = claim.mention.text, claim.mention.quantity
    *before, head = (_as_told(word, text) for word in unit.split())
    if head.endswith("ed"):
        return f"{head} ({KINDS[Kind.NUMBER]})"
    counted = text.rpartition(" ")[2]
    several = quantity is not None and quantity.value != 1 and counted.lower().startswith(head.lower())
    return " ".join((*before, counted if several else plural(head)))


def _as_told(word: str, text: str) -> str:
    """A word as a text prints it."""
    at = text.lower().find(word)
    return word if at < 0 or text.isupper() else text[at : at + len(word)]


def _distance(claim: Claim) -> str:
    """A distance, and of what from where, as far as these are things or have names."""
    points = {word.removeprefix(_FROM) for word in claim.scope if word.startswith(_FROM)}
    of, off = _things(claim, claim.subject - points), _things(claim, points)
    return " ".join([claim.label, *(f"of {thing}" for thing in of), *(f"from {point}" for point in off)])


def _things(claim: Claim, stems: frozenset[str] | set[str]) -> Iterator[str]:
    """The words of a sentence that are names, or stand behind an article, with it: "Marlow", "the depot"."""
    before, words = "", WORD.findall(claim.sentence.text)
    for at, word in enumerate(words):
        behind_article = before.lower() in _ARTICLES
        if stem(word.lower()) in stems and (behind_article or (at and word[:1].isupper())):
            yield f"the {word}" if behind_article else word
            return
        before = word


def _whose(claim: Claim) -> Iterator[str]:
    """The words of the subject as and where they stand in the sentence; what stands there otherwise comes last, as it is."""
    printed = _printed(claim)
    words = [word for part, word in printed.items() if part in claim.subject]
    words += sorted(claim.subject - printed.keys())
    people = claim.label in _OF_PEOPLE and claim.mention.kind is Kind.COUNT
    yield from (plural(word) if people and not word.endswith("s") else word for word in words)


def _printed(claim: Claim) -> dict[str, str]:
    """The words of a claim's sentence as they stand there, in order, by their stems."""
    words: dict[str, str] = {}
    for word in WORD.findall(claim.sentence.text):
        words.setdefault(stem(word.lower()), word.removesuffix("'s").removesuffix("’s"))
    return words


def _noun(claim: Claim) -> str:
    """The attribute, with a capital where it is a name: the first word of a sentence has one whatever it is."""
    told = _printed(claim).get(stem(claim.label), claim.label)
    is_ours = claim.label in NAMED or claim.attribute.startswith("event:")
    return claim.label if is_ours or claim.sentence.text.startswith(told) else told
