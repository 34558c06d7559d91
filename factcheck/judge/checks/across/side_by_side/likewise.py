"""Articles that tell one thing in the same words, and print another figure of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations
from math import floor, log
from typing import TYPE_CHECKING

from factcheck.align.blocks import TOLLS, keys
from factcheck.align.drafts import NUMBER_MARK, Figure, SourceIndex, family, figures_of
from factcheck.align.gates import OF_SCOPE, of_another_story
from factcheck.align.meeting import meet
from factcheck.align.senses import same_attribute
from factcheck.attach.voices import FORECAST, QUOTED, are_two, speaker
from factcheck.judge.agreement import gap, is_tolerated
from factcheck.judge.checks import check
from factcheck.judge.checks.across.figures.derived import added_up, changed
from factcheck.judge.checks.across.figures.happening import last_alike, of_one_happening
from factcheck.judge.checks.across.figures.holding import NEAR_COPY, Printed, copied_badly, sentence_of
from factcheck.judge.checks.across.figures.next_day import at_most_by_a_day
from factcheck.judge.checks.across.figures.one_thing import LEVELS, of_one_day, of_one_thing, of_one_time
from factcheck.judge.checks.across.figures.opposites import turned_round
from factcheck.judge.checks.across.figures.restated import is_share_in_words, restated
from factcheck.judge.checks.across.figures.updates import UPDATE, grown
from factcheck.judge.checks.across.side_by_side.sources import compared
from factcheck.judge.checks.across.stories.tied import TELLING, Stories
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Claim, Kind, Severity
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
#: Claims this much alike differ by what they are about, whatever their words weigh.
SURELY = 0.6
#: Figures share so many telling words at least, if both have more.
SHARED = 2
#: What figures that share a telling word are found by: kind, size or what is counted, word.
Block = tuple[str, object, str]
#: Words that two articles do not have the other way round of one figure.
EITHER_WAY = ("direction", "compass", "outcome", "verdict", "custody")
#: Behind a number: "the six shops that will close".
_AHEAD = regex(r"\b(?:will|shall|going to|to be|(?:is|are) to)\b")
#: What a sentence tells of another time begins so: "Four years ago she won by 1,132 votes".
_AGO = regex(
    r"\W*(?:\w+ ){1,2}(?:years|months|decades|weeks) (?:ago|earlier|before)\b|\W*A (?:year|month|decade) (?:ago|earlier|before)\b"
)
#: A model of something: "AK-47".
_MAKE = regex(r"\b[A-Z][A-Z-]*\d")


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
    equals = [article for article in articles if not article.is_source]
    if len(equals) < 2:
        return
    index = SourceIndex(figure for article in equals for figure in figures_of(article))
    printed = Printed(index)
    stories = Stories(equals)
    pairs = list(_pairs(index, stories, alike))
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
        if not _tell_one(pair, stories, alike):
            continue
        if isinstance(pair.verdict, Accord):
            yield from turned_round(pair.one, pair.other, EITHER_WAY)
        elif (
            settled.isdisjoint(pair.sides)
            and differing[pair.sentences] <= 1
            and tell_one_thing(pair.one, pair.other, printed)
        ):
            yield as_loud(pair.verdict, pair.one.claim, pair.other.claim)


def as_loud(clash: Clash, one: Claim, other: Claim) -> Clash:
    """The clash, as loud as what may explain it leaves it: two speakers, a later count, a night between two days."""
    if voices := _speakers(one, other):
        return replace(clash, at_most=Severity.NOTE, arithmetic=" and ".join(voices))
    if grown(one, other) == UPDATE:
        return replace(clash, at_most=Severity.NOTE)
    return replace(clash, at_most=at_most_by_a_day(one.mention, other.mention))


def _pairs(index: SourceIndex, stories: Stories, alike: float) -> Iterator[Pair]:
    """The figures of different articles that share telling words, are of one sort and say something of each other."""
    shared: Counter[tuple[int, int]] = Counter()
    for block in _blocks(index.figures):
        shared.update(
            (one, other)
            for one, other in combinations(block, 2)
            if stories.meet(index.figures[one].mention.document, index.figures[other].mention.document)
        )
    for (first, second), words in shared.items():
        one, other = index.figures[first], index.figures[second]
        if words < SHARED and min(len(one.near), len(other.near)) > SHARED:
            continue
        less, more = sorted((index.likeness(one, other), index.likeness(other, one)))
        most = MOST_TIED if stories.are_tied(one.mention.document, other.mention.document) else alike
        alike_enough = less >= SLIGHT and more + NEAR_COPY >= most
        if alike_enough and _of_one_sort(one, other) and (verdict := compared_both_ways(one, other)):
            yield Pair(one, other, less, more, verdict)


def _blocks(figures: Sequence[Figure]) -> Iterator[list[int]]:
    """Figures that may be of one thing and share a telling word, by their numbers, in the order of their places."""
    blocks: defaultdict[Block, list[int]] = defaultdict(list)
    places = ((one.mention.document.name, one.mention.start, number) for number, one in enumerate(figures))
    for _, _, number in sorted(places):
        figure = figures[number]
        sizes = _sizes(figure)
        for stem in figure.near if sizes else ():
            if not stem.startswith(NUMBER_MARK):
                for size in sizes:
                    blocks[family(figure.mention), size, stem].append(number)
    yield from (block for block in blocks.values() if 1 < len(block) <= CROWDED)


def _sizes(figure: Figure) -> Collection[object]:
    """What a figure has in common with all that it may be compared with: about how large it is, for a level."""
    amount, kind = figure.mention.quantity, figure.mention.kind
    if kind in LEVELS:
        if amount is None or len(amount.printed) != 1 or amount.value <= 0:
            return ()
        # Two that are near each other share one of their two sizes.
        size = floor(log(amount.value) / -log(1 - NEARBY))
        return "", size, size + 1
    if kind is Kind.NUMBER:
        # What it counts is told elsewhere, and words alone do not tell it from another.
        return ("",) if amount is not None and amount.value >= TELLING else ()
    return ("",) if kind in OTHERS and figure.claim.attribute not in TOLLS else ()


def compared_both_ways(one: Figure, other: Figure) -> Verdict | None:
    """What comes of two figures, each of which may be the rounded one."""
    verdict = restated(one.mention, other.mention)
    if isinstance(verdict, Clash) and is_tolerated(one.mention.quantity, other.mention.quantity):
        return Accord(verdict.spans, "what differs is tolerated")
    if isinstance(verdict, Clash) and isinstance(back := restated(other.mention, one.mention), Accord):
        return back
    return verdict


def _tell_one(pair: Pair, stories: Stories, alike: float) -> bool:
    """Whether a pair is told in words that are alike enough, in articles that tell one story."""
    one, other = pair.one, pair.other
    if not _are_told_on_one_day(one, other):
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
    return pair.less >= LEAST_OF_OTHERS and pair.more >= (MOST if pair.one.mention.kind in LEVELS else alike)


def _is_close_if_tied(pair: Pair) -> bool:
    """Whether the words are alike enough for amounts of one sort in articles that are tied by others."""
    one, other = pair.one.mention, pair.other.mention
    if one.quantity is None or other.quantity is None or {one.kind, other.kind} & UNSORTED:
        return False
    bare = Kind.NUMBER in {one.kind, other.kind}
    return pair.less >= LEAST_TIED and pair.more >= (MOST_BARE if bare else MOST_TIED)


def _of_one_sort(one: Figure, other: Figure) -> bool:
    """Whether two figures count or measure one sort of thing at one time, or are dates of one happening."""
    ago = [_AGO.match(figure.claim.sentence.text) is not None for figure in (one, other)]
    if one.mention.kind is not Kind.DATE and ago[0] is not ago[1]:
        return False
    if not (of_one_thing(one, other) and of_one_time(one, other)) or tells_make(one) is not tells_make(other):
        return False
    if one.mention.kind is Kind.DURATION:
        return last_alike(one.mention, other.mention)
    return one.mention.kind is not Kind.DATE or of_one_happening(one, other)


def tells_make(figure: Figure) -> bool:
    """Whether a count is of things of one make, beside which there may be others: "seven AK-47 rifles", "three rifles"."""
    return figure.mention.kind is Kind.COUNT and _MAKE.search(figure.mention.text) is not None


def _are_told_on_one_day(one: Figure, other: Figure) -> bool:
    """Whether two figures are told of one day, and nobody but the authors of both articles says so."""
    return _are_told(one.claim, other.claim) and of_one_day(one.mention, other.mention)


def tell_one_thing(one: Figure, other: Figure, printed: Printed) -> bool:
    """Whether two figures are of one thing that no other rule sees, follow from nothing, and neither article has both."""
    return not (
        _differ_as_claims(one.claim, other.claim)
        or _are_entries(one, other, printed)
        or _leads_to(one, other, printed)
        or _leads_to(other, one, printed)
        or _are_whole_and_part(one, other, printed)
        or _are_whole_and_part(other, one, printed)
        or _has(other, one, printed)
        or _has(one, other, printed)
    )


def _differ_as_claims(claim: Claim, other: Claim) -> bool:
    """Whether two claims differ whose words tell what they are about, so that it need not be guessed."""
    if not claim.attribute or same_attribute(claim.attribute) != same_attribute(other.attribute):
        return False
    if is_share_in_words(claim.mention) or is_share_in_words(other.mention):
        return False  # elsewhere a share in words is a number, and meets none in percent
    met = {key.timeless for key in keys(claim)} & {key.timeless for key in keys(other)}
    if not met or (not claim.has_own_subject and meet(claim, other, {}).score < SURELY):
        return False
    verdict = compared(claim, other)
    return isinstance(verdict, Clash) and not verdict.guesses


def _are_entries(one: Figure, other: Figure, printed: Printed) -> bool:
    """Whether two dates are those of levels of which none agrees: sales of 2023, and sales of 2024."""
    if one.mention.kind is not Kind.DATE:
        return False
    ours, theirs = ([each for each in printed.beside(date) if each.mention.kind in LEVELS] for date in (one, other))
    return bool(ours and theirs) and not any(isinstance(compared_both_ways(a, b), Accord) for a in ours for b in theirs)


def _leads_to(base: Figure, level: Figure, printed: Printed) -> bool:
    """Whether a level follows from a base and a change that is told next to it."""
    return bool(changed(level.mention, [one.mention for one in printed.around(base)]))


def _are_whole_and_part(whole: Figure, part: Figure, printed: Printed) -> bool:
    """Whether a figure is the sum of the other and of those beside it: "61 houses", "43 houses here and 18 there"."""
    return bool(added_up(whole.mention, [one.mention for one in printed.beside(part)]))


def _are_told(claim: Claim, other: Claim) -> bool:
    """Whether both are asserted, or both announced; a level that lies ahead is everybody's own guess."""
    if FORECAST in {claim.withheld, other.withheld} and _is_announced(claim) and _is_announced(other):
        return claim.mention.kind not in LEVELS or _speakers(claim, other) is not None
    return all(one.withheld in {None, QUOTED} for one in (claim, other))


def _is_announced(claim: Claim) -> bool:
    """Whether a sentence tells before or behind a number that all of it lies ahead."""
    ahead = claim.withheld is None and _AHEAD.search(claim.sentence.text)
    return claim.withheld == FORECAST or bool(ahead)


def _speakers(claim: Claim, other: Claim) -> tuple[str, str] | None:
    """The two who say so, or None where one of them is not told or both are the same."""
    one, two = (speaker(each.sentence, each.mention.start) for each in (claim, other))
    return (one, two) if one and two and are_two(one, two) else None


def _has(figure: Figure, other: Figure, printed: Printed) -> bool:
    """Whether the article of a figure has the other's amount elsewhere."""
    return any(
        same.mention.document is figure.mention.document and isinstance(restated(other.mention, same.mention), Accord)
        for same in printed.printing(other)
    )
