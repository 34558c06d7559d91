"""Which figure of a source a figure of a draft is to be held against.

A draft paraphrases, so what a number is about is put in other words. Figures are
weighed by the telling words that stand round both, rare words and near ones more.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache, cached_property
from itertools import takewhile
from math import fsum, log
from typing import TYPE_CHECKING

from factcheck.align.senses import sense
from factcheck.attach.words import Word, telling_stem, words_of
from factcheck.extract.lexicon.numbers import CARDINALS
from factcheck.model import COUNTED, START, Article, Claim, Kind, Mention, Sentence
from factcheck.nouns import dataclass, remembering
from factcheck.read.datelines import TOP_LINES, dates_article
from factcheck.regexes import regex
from factcheck.resolve.units import dimension

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

#: Words no further from a number than this, in words, are beside it.
BESIDE = 4
#: What each word further away weighs less than the one before, and what a word of the same sentence weighs at least.
FADING = 0.08
FARTHEST = 0.3
#: What a word is worth that the source has not in the sentence of the number, but in the one before it, at the
#: beginning of the article, or in the one after it: a name stands where a pronoun takes it up.
BEFORE = 0.5
OPENING = 0.4
AFTER = 0.3
#: A word that no source has says little of which sentence of theirs is meant: it counts as this share of the rarest.
UNKNOWN = 0.8
#: A word that more than this share of the sources' sentences have, if they are many, finds none of them.
COMMON = 0.2
MANY = 50
#: Of so many articles the figures are kept, and of so many sentences what stands round them: each is asked for with every other.
_ARTICLES, _PASSAGES = 64, 1 << 12
#: A stretch of time of which the first is meant, and what says that it lasts so long.
_STRETCH, _FOR_THE = regex(r" (day|week|month|year)\b"), regex(r"\b(?:for|on) (?:the|its|their|your|his|her) \Z")
#: They take up whom or what a text before names; a text that begins with them, and is no longer, is an excerpt.
PRONOUNS = frozenset("he she it they his her its their".split())
_EXCERPT = regex(rf"\W*(?:{'|'.join(sorted(PRONOUNS))})\b.{{,500}}", re.IGNORECASE | re.DOTALL)
#: A share in words, and what stands behind one of something.
_IN_WORDS, _OF_SOMETHING = regex(r"[^\d]+"), regex(r" (?:of|the|all|its|their|his|her|these|those|full|empty)\b")
#: Before a share by which something changed, and behind one by which it differs: "grew by an eighth", "a fifth cheaper".
_CHANGED_BY, _BY_WITHIN = (
    regex(r"\bby (?:about |around |some |roughly |nearly |almost |just |over |under |more than |less than )*\Z"),
    24,
)
_DIFFERS = regex(
    r" (?:more|less|fewer|higher|lower|larger|smaller|cheaper|dearer|up|down|longer|shorter|faster|slower)\b"
)
#: Straight before the number of a picture, and before the day of a post: "Hide Caption 11 of 12", "— Ann Lund (@annlund) May 14".
_OF_THE_PAGE, PAGE_REACH = regex(r"\b[Cc]aption (?:\d+ of )?$|\(@\w+\) $"), 30
#: Behind the day on which a picture was taken: "June 4, 2021. REUTERS/Ann Lund", "on 4 June. Photograph: Ann Lund".
_OF_A_PICTURE = regex(r"[.,]? ?\(?(?:REUTERS/|(?:AFP|EPA|AP)[ /-]|Photo(?:graph)?(?: by|:| credit))")


def family(mention: Mention) -> str:
    """What a mention can be compared with: the dimension of a measure, the currency-free kind of the rest."""
    unit = mention.unit
    if mention.kind is Kind.QUANTITY:
        return dimension(unit) or unit
    # A count whose head noun stands elsewhere ("its population was 73,000") is printed as a bare number.
    kind: str = (Kind.COUNT if mention.kind is Kind.NUMBER else mention.kind)._value_
    return kind


def is_fraction(mention: Mention) -> bool:
    """Whether a mention is less than one of something: a third of the houses is no number of houses."""
    return mention.kind in COUNTED and mention.quantity is not None and 0 < mention.quantity.value < 1


@dataclass(frozen=True, slots=True)
class Passage:
    """The telling words of a sentence, in order, and those of what stands round it."""

    words: tuple[Word, ...]
    before: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim, and how near to its number each telling word of its sentence stands, from 0 to 1."""

    claim: Claim
    passage: Passage
    near: Mapping[str, float]

    @property
    def mention(self) -> Mention:
        """Where the number is printed."""
        return self.claim.mention


@remembering(_ARTICLES)
def figures_of(article: Article) -> Sequence[Figure]:
    """The claims of an article, with the words round them, in order."""
    return tuple(figures_among(article.claims, article))


def figures_among(claims: Iterable[Claim], article: Article) -> Iterator[Figure]:
    """The same of some claims that were read out of an article."""
    sentences = article.sentences
    starts = [sentence.start for sentence in sentences]
    passages: dict[int, tuple[Passage, list[str]]] = {}

    @cache
    def told_in(at: int) -> frozenset[str]:
        """What the words of a sentence tell."""
        return frozenset(filter(None, _senses(words_of(sentences[at]))))

    beside: defaultdict[int, list[Mention]] = defaultdict(list)
    for claim in article.claims:
        beside[claim.sentence.start].append(claim.mention)
    for claim in claims:
        start = claim.sentence.start
        if is_of_the_page(claim.mention, claim.sentence):
            continue
        if start not in passages:
            at = bisect_left(starts, start)
            is_known = at < len(starts) and starts[at] == start
            words = words_of(sentences[at] if is_known else claim.sentence)
            passage = Passage(
                words=tuple(words),
                before=told_in(at - 1) if at else frozenset(),
                opening=told_in(0) if starts else frozenset(),
                after=told_in(at + 1) if at + 1 < len(starts) else frozenset(),
            )
            passages[start] = passage, _senses(words)
        passage, told = passages[start]
        yield Figure(_as_length(_in_percent(claim)), passage, _near(claim.mention, passage.words, told, beside[start]))


def _senses(words: Iterable[Word]) -> list[str]:
    """What each word tells, whatever its form; "" where it tells nothing."""
    return [told and sense(told) for told in (telling_stem(lower) for _, _, lower, _ in words)]


def _in_percent(claim: Claim) -> Claim:
    """A claim of a share of something in words, as one in percent, with which alone it can be compared: "a third of voters"."""
    mention, amount = claim.mention, claim.mention.quantity
    if mention.kind is not Kind.NUMBER or amount is None or not 0 < amount.value < 1:
        return claim
    if not _IN_WORDS.fullmatch(mention.text) or not _is_share(mention):
        return claim
    turned = replace(
        amount,
        lower=100 * amount.lower,
        upper=100 * amount.upper,
        unit="percent",
        printed=tuple(100 * number for number in amount.printed),
    )
    return replace(claim, mention=replace(mention, kind=Kind.PERCENTAGE, quantity=turned))


def _is_share(mention: Mention) -> bool:
    """Whether a fraction is a share of something, or that by which something changed."""
    text = mention.document.text
    return bool(
        _OF_SOMETHING.match(text, mention.end)
        or _DIFFERS.match(text, mention.end)
        or _CHANGED_BY.search(text, max(0, mention.start - _BY_WITHIN), mention.start)
    )


def _as_length(claim: Claim) -> Claim:
    """A claim of the first of some stretches, as one of its length: "for the first year" may stand for "the first six months"."""
    mention = claim.mention
    text = mention.document.text
    found = (
        _STRETCH.match(text, mention.end) if mention.kind is Kind.ORDINAL and mention.text.lower() == "first" else None
    )
    if (
        found is None
        or mention.quantity is None
        or not _FOR_THE.search(text, max(0, mention.start - 12), mention.start)
    ):
        return claim
    length = replace(mention.quantity, unit=found[1])
    return replace(claim, mention=replace(mention, end=found.end(), kind=Kind.DURATION, quantity=length))


def is_of_the_page(mention: Mention, sentence: Sentence) -> bool:
    """Whether a figure is told of nothing: it dates the article ("Published: 12 March 2024"), a post or a picture in it, or numbers one."""
    if mention.time is not None and _OF_A_PICTURE.match(mention.document.text, mention.end):
        return True
    if _OF_THE_PAGE.search(mention.document.text, max(0, mention.start - PAGE_REACH), mention.start):
        return True
    return (
        mention.time is not None
        and sentence.paragraph < TOP_LINES
        and dates_article(sentence.text, mention.start - sentence.start)
    )


def _near(
    mention: Mention, words: Sequence[Word], senses: Sequence[str], beside: Sequence[Mention]
) -> dict[str, float]:
    """How near the telling words and the other numbers stand to a number; what a count counts is part of it.

    `senses` is what each of the words tells.
    """
    first = bisect_left(words, (mention.start,))
    beyond = bisect_left(words, (mention.end,))
    near: dict[str, float] = {}
    for at, told in enumerate(senses):
        if not told:
            continue
        inside = first <= at < beyond
        if not inside or (mention.kind is Kind.COUNT and words[at].lower not in CARDINALS):
            apart = 0 if inside else first - at if at < first else at - beyond + 1
            near[told] = max(_closeness(apart), near.get(told, 0.0))
    for per in _rates(mention):
        near[per] = 1.0
    for other in beside:
        if other is not mention and (mark := _mark(other)):
            at = bisect_left(words, other.start, key=START)
            apart = first - at + 1 if at < first else at - beyond + 1
            near[mark] = max(_closeness(apart), near.get(mark, 0.0))
    return near


def _rates(mention: Mention) -> Iterator[str]:
    """What a figure is a rate of, as a word: "$30 a month" → "per month"."""
    unit = mention.unit
    _, per, rate = unit.partition(" per ")
    if per:
        yield per.strip() + " " + rate


@cache
def _closeness(apart: int) -> float:
    """What a word so many words away weighs."""
    return max(FARTHEST, min(1.0, 1.0 - (apart - BESIDE) * FADING))


#: What stands before a number where it is taken for a word.
NUMBER_MARK = "#"


def _mark(mention: Mention) -> str:
    """A number as a word, the same wherever it is printed: two sentences that share one are alike."""
    if mention.quantity and mention.quantity.printed:
        return NUMBER_MARK + " ".join(f"{number.normalize():f}" for number in mention.quantity.printed)
    return NUMBER_MARK + mention.time.timex if mention.time and any(map(str.isdigit, mention.time.timex)) else ""


def kind_of(figure: Figure) -> str:
    """What a figure can be compared with."""
    return family(figure.mention)


class SourceIndex:
    """The figures of the sources, to be found by the words that a draft's figure shares with theirs."""

    def __init__(
        self,
        figures: Iterable[Figure],
        kind: Callable[[Figure], str] = kind_of,
        known: SourceIndex | None = None,
    ) -> None:
        """Of figures that are compared by their `kind`; words weigh what they weigh in an index that is `known`."""
        self.figures = tuple(figures)
        self._kind = kind
        sentences: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
        for figure in self.figures:
            sentences[id(figure.mention.document), figure.claim.sentence.start].update(figure.near)
        counts = Counter(stem for stems in sentences.values() for stem in stems)
        total = len(sentences) + 1
        self.weights = {stem: log(1 + total / count) for stem, count in counts.items()}
        self.unknown = UNKNOWN * log(1 + total)
        if known is not None:
            self.unknown = known.unknown
            self.weights = {stem: known.weights.get(stem, self.unknown / UNKNOWN) for stem in counts}
        self._known: dict[int, tuple[Figure, float, list[tuple[str, float, float]]]] = {}
        self._everywhere = (
            frozenset() if total < MANY else frozenset(word for word in counts if counts[word] > COMMON * total)
        )

    @cached_property
    def _having(self) -> defaultdict[tuple[str, str], list[int]]:
        """The numbers of the figures of a kind near which a word stands, but for words that stand everywhere."""
        having: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for number, figure in enumerate(self.figures):
            kind = self._kind(figure)
            for word in figure.near:
                if word not in self._everywhere:
                    having[kind, word].append(number)
        return having

    def peers(self, figure: Figure) -> list[tuple[Figure, float]]:
        """The figures of one family with it that share a telling word, each with its likeness, the most alike first."""
        kind = self._kind(figure)
        found = {number for stem in figure.near for number in self._having[kind, stem]}
        peers = [(self.figures[number], self.likeness(figure, self.figures[number])) for number in found]
        peers.sort(key=lambda peer: (-peer[1], peer[0].mention.document.name, peer[0].mention.start))
        return peers

    def likeness(self, figure: Figure, other: Figure) -> float:
        """What share of the words round a draft's figure, by weight, stands round a source's too."""
        whole, weighed = self._weighed(figure)
        if _is_of_somebody(other) and (subject := subject_of(figure) - self.weights.keys()):
            whole = fsum(self._weight(stem) * near for stem, near in figure.near.items() if stem not in subject)
        if not whole:
            return 0.0
        beside, around = other.near, _around(other.passage)
        return (
            fsum(
                weight * (1.0 - max(0.0, near - beside[stem]) / 2 if stem in beside else around[stem])
                for stem, near, weight in weighed
                if stem in beside or stem in around
            )
            / whole
        )

    def beside_both(self, figure: Figure, other: Figure) -> float:
        """What share of the words of a figure's sentence, by weight, stands as near to another figure in its very sentence, from 0 to 1."""
        weights = [(stem, near, self._weight(stem)) for stem, near in figure.near.items()]
        whole = fsum(weight * near for _, near, weight in weights)
        return fsum(weight * min(near, other.near.get(stem, 0.0)) for stem, near, weight in weights) / (whole or 1.0)

    def _weighed(self, figure: Figure) -> tuple[float, list[tuple[str, float, float]]]:
        """What the words round a figure weigh together, and those of them that the sources have: how near each stands, and what it weighs there."""
        known = self._known.get(id(figure))
        if known is None or known[0] is not figure:
            whole = fsum(self._weight(stem) * near for stem, near in figure.near.items())
            weights = self.weights
            weighed = [(stem, near, weights[stem] * near) for stem, near in figure.near.items() if stem in weights]
            known = self._known[id(figure)] = figure, whole, weighed
        return known[1:]

    def _weight(self, stem: str) -> float:
        """How telling a word is; a number that no source has may be one that was rounded, and tells nothing."""
        return self.weights.get(stem, 0.0 if stem.startswith(NUMBER_MARK) else self.unknown)


def _is_of_somebody(figure: Figure) -> bool:
    """Whether a sentence stands in an excerpt that does not name of whom or what it tells, as a draft does: "She was born in 1961"."""
    opening = figure.passage.words[:1]
    return bool(opening) and opening[0].lower in PRONOUNS and bool(_EXCERPT.fullmatch(figure.mention.document.text))


def subject_of(figure: Figure) -> frozenset[str]:
    """The telling words with a capital that a sentence begins with."""
    opening = takewhile(lambda word: word.capital, figure.passage.words)
    return frozenset(sense(word.stem) for word in opening if not word.empty)


@remembering(_PASSAGES)
def _around(passage: Passage) -> Mapping[str, float]:
    """How much it says that a source has a word not beside its figure, but in the sentences before and after, or in its first."""
    return (
        dict.fromkeys(passage.after, AFTER)
        | dict.fromkeys(passage.opening, OPENING)
        | dict.fromkeys(passage.before, BEFORE)
    )
