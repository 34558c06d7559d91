"""Articles that tell one thing in the same words, and print another figure of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from math import floor, log
from typing import TYPE_CHECKING

from factcheck.align.blocks import TOLLS
from factcheck.align.drafts import NUMBER_MARK, Figure, SourceIndex, family, figures_of
from factcheck.align.gates import OF_SCOPE, of_another_story
from factcheck.judge.agreement import gap
from factcheck.judge.checks import check
from factcheck.judge.checks.across.figures.holding import FAR, NEAR_COPY, Printed, are_copied, copied_badly, sentence_of
from factcheck.judge.checks.across.figures.one_time import LEVELS, of_one_time
from factcheck.judge.checks.across.stories.two_stories import TELLING, Stories, rows_of_equals
from factcheck.judge.verdicts import Accord, Verdict
from factcheck.model import Article, Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence


#: Of these two of one story look much alike, so that the words must tell more.
OTHERS = frozenset({Kind.COUNT, Kind.QUANTITY, Kind.DURATION, Kind.DATE})
#: Of these an article has many that are alike.
UNSORTED = frozenset({Kind.ORDINAL, Kind.PERCENTAGE, Kind.SET})
#: Levels further apart than this share of the larger are as likely two things as one.
NEARBY = 0.25
#: Of the words round the figure that has more of them this share must stand round the other too: of levels near each other, of
#: all else; and for a pair to be looked at.
LEAST, LEAST_OF_OTHERS, SLIGHT = 0.25, 0.35, 0.2
#: Of the words round the other figure this share, if they are levels far from each other.
MOST = 0.8
#: In articles that are tied by amounts fewer words need to be alike: these shares of them, and this round a bare number.
LEAST_TIED, MOST_TIED, MOST_BARE = 0.24, 0.31, 0.4
#: A word that more figures of one kind and about one size have than this does not bring them together.
CROWDED = 40
#: Figures share so many telling words at least, if both have more.
SHARED = 2
#: What figures that share a telling word are found by: kind, size or what is counted, word.
Block = tuple[str, object, str]
#: Words that two articles do not have the other way round of one figure.
EITHER_WAY = ("direction", "compass", "outcome", "verdict", "custody")
#: What a sentence tells of another time begins so: "Four years ago she won by 1,132 votes".
_AGO = regex(
    r"\W*(?:\w+ ){1,2}(?:years|months|decades|weeks) (?:ago|earlier|before)\b|\W*A (?:year|month|decade) (?:ago|earlier|before)\b"
)


class Pair(NamedTuple):
    """Two figures of different articles, and what share of the words round either stands round the other: the less, the more."""

    one: Figure
    other: Figure
    less: float
    more: float
    verdict: Verdict

    @property
    def rank(self) -> tuple[bool, float]:
        """How likely they are to be one: levels near each other first, and then the likest both ways."""
        return self.is_near, self.less + self.more

    @property
    def is_near(self) -> bool:
        """Whether they are levels not far from each other."""
        a, b = self.one.mention.quantity, self.other.mention.quantity
        if self.one.mention.kind not in LEVELS or a is None or b is None:
            return False
        return a.unit == b.unit and gap(a.value, b.value) <= NEARBY

    @property
    def is_far(self) -> bool:
        """Whether the one counts so many times the other that those of a part and those of all are likelier than a slip."""
        a, b = self.one.mention.quantity, self.other.mention.quantity
        are_counts = self.one.mention.kind is self.other.mention.kind is Kind.COUNT
        return are_counts and a is not None and b is not None and gap(a.value, b.value) > FAR

    @property
    def agrees(self) -> bool:
        """Whether the one may be printed for the other."""
        return isinstance(self.verdict, Accord)

    @property
    def sides(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Each figure, with the article that the other stands in."""
        documents = id(self.one.mention.document), id(self.other.mention.document)
        return (id(self.one), documents[1]), (id(self.other), documents[0])

    @property
    def sentences(self) -> frozenset[tuple[int, int]]:
        """The sentences of both."""
        return frozenset((sentence_of(self.one), sentence_of(self.other)))


@check("told-in-like-words", of=tuple, least=2)
def told_in_like_words(articles: tuple[Article, ...], *, alike: float = 0.52) -> Iterator[Verdict]:
    """Figures of two articles that differ where most of the words round one stand round the other.

    Each must be the likest that the other article has. An article that has the
    other's figure too does not differ from it, and two sentences of which several
    figures differ and none agrees tell of two things. The cause told apart is "turned": of a figure
    in common one says the opposite.
    """
    for equals in rows_of_equals(articles):
        yield from _among(equals, alike)


def _among(equals: Sequence[Article], alike: float) -> Iterator[Verdict]:
    """What comes of the figures of articles none of which is another's source."""
    index = SourceIndex(figure for article in equals for figure in figures_of(article))
    printed = Printed(index)
    stories = Stories(equals)
    pairs = list(_pairs(index, stories, alike))
    if not pairs:
        return
    from factcheck.judge.checks.across.figures.opposites import turned_round  # noqa: PLC0415 - few articles tell one thing
    from factcheck.judge.checks.across.side_by_side.equals import as_loud, tell_one_thing  # noqa: PLC0415

    likest: dict[tuple[int, int], tuple[bool, float]] = {}
    settled: set[tuple[int, int]] = set()
    differing: defaultdict[frozenset[tuple[int, int]], int] = defaultdict(int)
    for pair in pairs:
        for side in pair.sides:
            likest[side] = max(likest.get(side, pair.rank), pair.rank)
        if pair.agrees:
            settled.update(pair.sides)
    first = [pair for pair in pairs if all(likest[side] == pair.rank for side in pair.sides)]
    for pair in first:
        differing[pair.sentences] += -len(pairs) if pair.agrees else 1
    for pair in first:
        if are_copied(pair.one, pair.other) or not _tell_one(pair, stories, alike):
            continue
        if isinstance(pair.verdict, Accord):
            yield from turned_round(pair.one, pair.other, EITHER_WAY)
        elif (
            settled.isdisjoint(pair.sides)
            and differing[pair.sentences] <= 1
            and tell_one_thing(pair.one, pair.other, printed)
        ):
            yield as_loud(pair.verdict, pair.one.claim, pair.other.claim)


def _pairs(index: SourceIndex, stories: Stories, alike: float) -> Iterator[Pair]:
    """The figures of different articles that share telling words, are of one sort and say something of each other."""
    shared: Counter[tuple[int, int]] = Counter()
    documents = [id(figure.mention.document) for figure in index.figures]
    for block in _blocks(index.figures):
        shared.update(
            [
                (one, other)
                for one, other in combinations(block, 2)
                if documents[other] in stories.meeting[documents[one]]
            ]
        )
    for (first, second), words in shared.items():
        one, other = index.figures[first], index.figures[second]
        if are_copied(one, other):
            yield Pair(one, other, 1.0, 1.0, Accord((one.mention.span, other.mention.span), "told in the same words"))
            continue
        if words < SHARED and min(len(one.near), len(other.near)) > SHARED:
            continue
        less, more = sorted((index.likeness(one, other), index.likeness(other, one)))
        most = MOST_TIED if stories.are_tied(one.mention.document, other.mention.document) else alike
        alike_enough = less >= SLIGHT and more + NEAR_COPY >= most
        if alike_enough and (verdict := _compared(one, other)):
            yield Pair(one, other, less, more, verdict)


def _blocks(figures: Sequence[Figure]) -> Iterator[list[int]]:
    """Figures that may be of one thing and share a telling word, by their numbers, in the order of their places."""
    blocks: defaultdict[Block, list[int]] = defaultdict(list)
    places = ((one.mention.document.name, one.mention.start, number) for number, one in enumerate(figures))
    for _, _, number in sorted(places):
        figure = figures[number]
        sort = family(figure.mention)
        for size in _sizes(figure):
            for stem in figure.near:
                if not stem.startswith(NUMBER_MARK):
                    blocks[sort, size, stem].append(number)
    yield from (block for block in blocks.values() if 1 < len(block) <= CROWDED)


def _sizes(figure: Figure) -> Collection[object]:
    """What a figure has in common with all that it may be compared with: about how large it is, for a level."""
    amount, kind = figure.mention.quantity, figure.mention.kind
    if kind in LEVELS:
        if amount is None or figure.mention.single is None or amount.value <= 0:
            return ()
        # Two that are near each other share one of their two sizes.
        size = floor(log(amount.value) / -log(1 - NEARBY))
        return "", size, size + 1
    if kind is Kind.NUMBER:
        # What it counts is told elsewhere, and words alone do not tell it from another.
        return ("",) if amount is not None and amount.value >= TELLING else ()
    return ("",) if kind in OTHERS and figure.claim.attribute not in TOLLS else ()


def _tell_one(pair: Pair, stories: Stories, alike: float) -> bool:
    """Whether a pair is told in words that are alike enough, in articles that tell one story."""
    from factcheck.judge.checks.across.side_by_side.equals import are_told_on_one_day  # noqa: PLC0415 - as in `_among`

    one, other = pair.one, pair.other
    if not are_told_on_one_day(one, other):
        return False
    bare = Kind.NUMBER in {one.mention.kind, other.mention.kind}
    if not bare and _is_close(pair, alike) and not of_another_story(one.claim, other.claim):
        return True
    return (
        stories.are_tied(one.mention.document, other.mention.document)
        and _is_close_if_tied(pair)
        and not of_another_story(one.claim, other.claim, whatever=OF_SCOPE)
    )


def _is_close(pair: Pair, alike: float) -> bool:
    """Whether the words are alike enough for what the figures are."""
    copied = NEAR_COPY if copied_badly(pair.one.mention, pair.other.mention) else 0
    if pair.is_near:
        return pair.less >= LEAST and pair.more + copied >= alike
    if pair.is_far and not copied:
        return pair.less >= MOST
    return pair.less >= LEAST_OF_OTHERS and pair.more >= (MOST if pair.one.mention.kind in LEVELS else alike)


def _is_close_if_tied(pair: Pair) -> bool:
    """Whether the words are alike enough for amounts of one sort in articles that are tied by others."""
    one, other = pair.one.mention, pair.other.mention
    if one.quantity is None or other.quantity is None or {one.kind, other.kind} & UNSORTED:
        return False
    bare = Kind.NUMBER in {one.kind, other.kind}
    return pair.less >= LEAST_TIED and pair.more >= (MOST_BARE if bare else MOST_TIED)


def _compared(one: Figure, other: Figure) -> Verdict | None:
    """What two figures say of each other, if they count or measure one sort of thing at one time, or are dates of one happening."""
    from factcheck.judge.checks.across.figures.happening import last_alike, of_one_happening  # noqa: PLC0415 - as in `_among`
    from factcheck.judge.checks.across.figures.one_thing import of_one_thing  # noqa: PLC0415
    from factcheck.judge.checks.across.side_by_side.equals import compared_both_ways, tells_make  # noqa: PLC0415

    ago = [_AGO.match(figure.claim.sentence.text) is not None for figure in (one, other)]
    if one.mention.kind is not Kind.DATE and ago[0] is not ago[1]:
        return None
    if not (of_one_thing(one, other) and of_one_time(one, other)) or tells_make(one) is not tells_make(other):
        return None
    if one.mention.kind is Kind.DURATION and not last_alike(one.mention, other.mention):
        return None
    if one.mention.kind is Kind.DATE and not of_one_happening(one, other):
        return None
    return compared_both_ways(one, other)
