"""Passages printed twice, sentences that differ only in a number, quotation marks that never close."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import combinations, groupby, pairwise
from typing import TYPE_CHECKING

from factcheck.judge.agreement import agree
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import telling
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Kind, Mention, Role, Sentence, Severity, Span
from factcheck.read.repeats import repeats
from factcheck.read.segmenting import unclosed_quotations
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: Sentences with masked numbers at least this alike (of 100) say the same thing.
SAME_SENTENCE = 85
#: A masked sentence with fewer words says too little.
TELLING = 6
#: More like sentences than this in one article are a list or a table in prose.
LIST = 2

TIMES = frozenset({Kind.DURATION, Kind.AGE})
AMOUNTS = frozenset({Kind.COUNT, Kind.QUANTITY, Kind.MONEY, Kind.PERCENTAGE, *TIMES})
_TOLD_IN = frozenset({Role.BODY, Role.QUOTATION})
ADDITIVE = regex(
    r"\b(?:more|another|other|others|further|additional|also|separately|second|later|next)\b", re.IGNORECASE
)
_WORD = regex(r"[\w#’'-]+")
CAPITALISED = regex(r"\b[A-Z][\w’'-]+")


@check("duplicate-passage", of=Article)
def duplicate_passage(article: Article) -> Iterator[Verdict]:
    """Paragraphs that stand in the article twice."""
    for copy, first in repeats(article.sentences):
        yield Clash((copy, first), {"words": str(len(copy.text.split()))})


@check("unclosed-quotation", of=Article)
def unclosed_quotation(article: Article) -> Iterator[Verdict]:
    """Opening marks that nothing closes and closing ones that nothing opens, so that nobody can tell where the speaker's words end."""
    for span in unclosed_quotations(article.document):
        yield Clash((span,), {"what": "opens", "lacking": "closed"})
    yield from _never_opened(article)


#: A closing mark behind a word or a stop; behind a figure it may be inches.
_CLOSING = regex(r"(?<=[^\W\d_]|[.,!?…])”")


def _never_opened(article: Article) -> Iterator[Verdict]:
    """The closing marks of paragraphs that open nothing, where the text opens its quotations elsewhere with other marks.

    Where one mark stands on both sides, as in Swedish, a paragraph has an even number of them.
    """
    text = article.document.text
    if "”" not in text:
        return
    for _, sentences in groupby(article.sentences, key=lambda sentence: sentence.paragraph):
        first, *rest = sentences
        start, end = first.start, (rest[-1] if rest else first).end
        if text.count("”", start, end) != 1 or any(text.find(mark, start, end) >= 0 for mark in '“„«"'):
            continue
        closing = _CLOSING.search(text, start, end)
        if closing is not None:
            word = text.rfind(" ", start, closing.start()) + 1
            yield Clash(
                (Span(article.document, max(start, word), closing.end()),), {"what": "closes", "lacking": "opened"}
            )


@check("near-duplicate", of=Article)
def near_duplicate(article: Article) -> Iterator[Verdict]:
    """Two sentences that say the same but for a number that differs."""
    yield from _told_as_fact(article)
    masked = _masked(article)
    if len(masked) < 2:
        return
    buckets: defaultdict[str, list[int]] = defaultdict(list)
    for at, (_, words, _) in enumerate(masked):
        for word in _longest(words):
            buckets[word].append(at)
    pairs = {pair for bucket in buckets.values() if 1 < len(bucket) <= 2 * LIST for pair in combinations(bucket, 2)}
    alike = sorted(pair for pair in pairs if _alike(masked[pair[0]][1], masked[pair[1]][1]))
    for a, b in alike:
        if sum(a in pair or b in pair for pair in alike) >= LIST:
            continue
        if masked[a][1] == masked[b][1] or not _differ_in_time(masked[a][2], masked[b][2]):
            yield from _differing(masked[a][0], masked[b][0], masked[a][2], masked[b][2])


#: Before what is told as a fact: "the minister confirmed that 90 people were deported".
_FACT = regex(
    r"(?:[\w’'-]+ ){1,6}?(?:confirm(?:s|ed)|admit(?:s|ted)|conceded?s?|acknowledged?s?|certain|clear|no doubt|no secret|known|established|true|a fact) that ",
    re.IGNORECASE,
)
_NO_FACT = regex(r"\b(?:not|n[’']t|never|if|whether|unless|until|hardly|less|far from|yet)\b", re.IGNORECASE)
#: So many words at least tell what became of them.
_SAYS_WHAT = 2


def _told_as_fact(article: Article) -> Iterator[Verdict]:
    """A sentence that says, word for word but for its number, what the one before tells as a fact."""
    told = telling(article)
    for (at, before, _, mentions, _), (number, sentence, _, own, _) in pairwise(told):
        if number != at + 1 or len(mentions) != 1 or len(own) != 1 or not {mentions[0].kind, own[0].kind} <= AMOUNTS:
            continue
        fact = _FACT.match(before.document.text, before.start, mentions[0].start)
        if fact is None or _NO_FACT.search(fact[0]):
            continue
        words = _words_but(mentions[0], fact.end(), before.end)
        if len(words) >= _SAYS_WHAT and words == _words_but(own[0], sentence.start, sentence.end):
            one, other = mentions[0].quantity, own[0].quantity
            if one and other and one.unit == other.unit != "" and not agree(one, other).agrees:
                yield Clash((own[0].span, mentions[0].span), {"additive": ""})


def _words_but(mention: Mention, start: int, end: int) -> list[str]:
    """The words of a stretch of text without its only amount."""
    text = mention.document.text
    return _WORD.findall(f"{text[start : mention.start]} # {text[mention.end : end]}".lower())


#: Most sentences have some words of so many letters, which are then all that need be put in order.
_LONG = 7


def _longest(words: list[str]) -> list[str]:
    """The three longest of some words, and of those that are as long the first by the alphabet."""
    told = set(words)
    long = [word for word in told if len(word) >= _LONG]
    return sorted(sorted(long if len(long) >= 3 else told), key=len, reverse=True)[:3]


def _alike(words: list[str], others: list[str]) -> bool:
    """Whether two sentences say the same in the same order."""
    enough = SAME_SENTENCE * (len(words) + len(others)) / 200
    # Mostly they share too little in any order; what one of them repeats, the other may repeat too.
    told, told_too = set(words), set(others)
    if len(told & told_too) + min(len(words) - len(told), len(others) - len(told_too)) < enough:
        return False
    return (Counter(words) & Counter(others)).total() >= enough and in_order(words, others) >= enough


def in_order(words: Sequence[str], others: Sequence[str]) -> int:
    """How many words two sentences share, one after the other: the length of their longest common subsequence.

    A bit for each word of the first, as in Hyyrö, "Bit-parallel LCS-length computation
    revisited" (2004); rapidfuzz has it too, and takes longer to import than all such articles take.
    """
    places: defaultdict[str, int] = defaultdict(int)
    for at, word in enumerate(words):
        places[word] |= 1 << at
    every = (1 << len(words)) - 1
    row = every
    for word in others:
        met = row & places.get(word, 0)
        row = (row + met) | (row - met)
    return len(words) - (row & every).bit_count()


Masked = tuple[Sentence, list[str], list[Mention]]


def _masked(article: Article) -> list[Masked]:
    """Sentences of the body that hold amounts: their words without the amounts, and the amounts."""
    found = []
    document = article.document.text
    for _, sentence, _, mentions, _ in telling(article):
        amounts = [mention for mention in mentions if mention.kind in AMOUNTS]
        if not amounts or sentence.role not in _TOLD_IN:
            continue
        pieces, edge = [], sentence.start
        for mention in amounts:
            pieces.append(document[edge : mention.start])
            edge = mention.end
        words = _WORD.findall(" # ".join((*pieces, document[edge : sentence.end])).lower())
        if len(words) >= TELLING:
            found.append((sentence, words, amounts))
    return found


def _is_formula(of_a: Sequence[Mention], of_b: Sequence[Mention]) -> bool:
    """Whether it is a form of words that is filled in for each quarter or each team.

    Then sentences of several amounts share none, or differ in several sums or shares.
    """
    differ = [
        one
        for one, other in zip(of_a, of_b, strict=True)
        if one.quantity and other.quantity and one.quantity.printed != other.quantity.printed
    ]
    measured = any(mention.kind in {Kind.MONEY, Kind.PERCENTAGE} for mention in differ)
    return len(differ) > 1 and (measured or len(differ) == len(of_a))


def _differ_in_time(of_a: Sequence[Mention], of_b: Sequence[Mention]) -> bool:
    """Whether ages or lengths of time differ: of them many a sentence tells in like words."""
    return any(one.kind in TIMES and one.text != other.text for one, other in zip(of_a, of_b, strict=False))


def _of_other_things(one: Mention, other: Mention) -> bool:
    """Whether two counts have nouns of their own: "five people … seven cars"."""
    units = {amount.unit for amount in (one.quantity, other.quantity) if amount and amount.unit}
    return one.kind is Kind.COUNT and len(units) > 1


def _differing(a: Sentence, b: Sentence, of_a: Sequence[Mention], of_b: Sequence[Mention]) -> Iterator[Verdict]:
    """The pairs of amounts, place by place, that differ."""
    if len(of_a) != len(of_b) or a.text == b.text:
        return
    names_a, names_b = set(CAPITALISED.findall(a.text)), set(CAPITALISED.findall(b.text))
    if _is_formula(of_a, of_b):
        return
    additive = bool(ADDITIVE.search(a.text) or ADDITIVE.search(b.text))
    if names_a != names_b and not (additive and (names_a <= names_b or names_b <= names_a)):
        return
    for one, other in zip(of_a, of_b, strict=True):
        if (
            one.kind is not other.kind
            or not (one.quantity and other.quantity)
            or one.quantity.printed == other.quantity.printed
            or _of_other_things(one, other)
        ):
            continue
        if additive or not agree(one.quantity, other.quantity).agrees:
            yield Clash(
                (other.span, one.span),
                {"additive": "yes" if additive else ""},
                at_most=Severity.NOTE if additive else None,
                arithmetic="added up, or two counts of the same?" if additive else "",
            )
