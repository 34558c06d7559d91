"""What a draft says in words alone, where the sentence of a source that says the same has the opposite."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from factcheck.align.drafts import NUMBER_MARK, PRONOUNS, Figure, SourceIndex, figures_among, subject_of
from factcheck.align.senses import sense
from factcheck.judge.checks.across.drafts.periods import of_two_periods
from factcheck.judge.checks.across.figures.holding import sentence_of
from factcheck.judge.checks.across.figures.restated import restated
from factcheck.judge.checks.across.figures.sayings import (
    SIDES,
    denied_in,
    group_of,
    is_of_noun,
    is_of_subject,
    said_in,
    sayings_of,
)
from factcheck.judge.checks.across.figures.two_things import of_two_attributes
from factcheck.judge.verdicts import Accord, Clash
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from factcheck.model import Article, Claim, Mention

#: The cause of a word whose opposite a source has among the same words.
REVERSED = "reversed"
#: What differs must be so much more alike than what agrees, as words say less than figures do.
ALIKE = 0.42
#: Opposite adjectives before one noun say more: "an easy-to-use oven", "a difficult-to-use oven".
OF_ONE_NOUN = 0.15
#: Of all but the groups of `SIDES`, so many telling words stand in both sentences.
IN_COMMON = 3
#: More or less than now, told of what was: "had been higher", "a year ago they cost less", "in 2022 it was lower than it is now".
_MORE_OR_LESS = regex(r"more|less|fewer|\w+er")
_OF_THEN = regex(
    r"\bhad been\b|\b(?:year|years|month|months|week|weeks|decade|decades) (?:ago|earlier|before)\b(?!.*\bthan\b)"
    r"|\bthan (?:(?:it|they|he|she) (?:is|are) )?(?:now|today|this|at present)\b",
    re.DOTALL,
)
#: What a sentence tells of one time need not be true of another.
_TIMES = frozenset({Kind.DATE, Kind.TIME, Kind.SET})


def said_the_other_way(draft: Article, sources: Sequence[Article], known: SourceIndex) -> Iterator[Clash]:
    """Each word of a draft, and the opposite that stands in a source among clearly more of the same words than it does.

    Words weigh what they weigh among the figures of the sources, which are `known`.
    """
    times = _times((draft, *sources))
    asked = denied_in(draft).union(*map(denied_in, sources)) & said_in(draft).union(denied_in(draft))
    ours, theirs = list(sayings_of(draft, asked)), [(source, list(sayings_of(source, asked))) for source in sources]
    sides = {claim.attribute for claims in (ours, *(told for _, told in theirs)) for claim in claims}
    opposed = {group for group, many in Counter(map(group_of, sides)).items() if many > 1} & {
        group_of(claim.attribute) for claim in ours
    }
    index = SourceIndex(
        (saying for source, told in theirs for saying in figures_among(_among(told, opposed), source)), _kind, known
    )
    held = [(saying, index.peers(saying)) for saying in figures_among(_among(ours, opposed), draft)]
    as_told = _as_told(held)
    for saying, peers in held:
        same = max((likeness for other, likeness in peers if _side(other) == _side(saying)), default=0.0)
        other, likeness = next(
            (
                peer
                for peer in peers
                if _side(peer[0]) != _side(saying)
                and not _are_apart(saying, peer[0])
                and _are_of_one_thing(saying, peer[0], times)
            ),
            (saying, 0.0),
        )
        needed = OF_ONE_NOUN if is_of_noun(_kind(saying)) else ALIKE
        if likeness >= needed + same and as_told[id(other)] < likeness:
            yield Clash((saying.mention.span, other.mention.span), cause=REVERSED)


def _are_apart(saying: Figure, other: Figure) -> bool:
    looks_back = _looks_back(saying) is not _looks_back(other)
    return looks_back or of_two_attributes(saying, other) or of_two_periods(saying, other)


def _looks_back(saying: Figure) -> bool:
    """Whether it is told how much more or less there was once."""
    return bool(_MORE_OR_LESS.fullmatch(saying.mention.text.lower())) and bool(
        _OF_THEN.search(saying.claim.sentence.text.lower())
    )


def _are_of_one_thing(saying: Figure, other: Figure, times: Mapping[tuple[int, int], list[Mention]]) -> bool:
    """Whether two sentences are alike enough for their group: they speak of one subject, or tell of the same times in the same words."""
    kind = _kind(saying)
    if kind in SIDES or saying.mention.quantity or other.mention.quantity:
        return True
    if is_of_subject(kind):
        opening = next((word.lower for word in other.passage.words), "")
        return opening in PRONOUNS or subject_of(saying) <= {sense(word.stem) for word in other.passage.words}
    common = {word for word in saying.near.keys() & other.near.keys() if not word.startswith(NUMBER_MARK)}
    ours, theirs = times.get(sentence_of(saying), []), times.get(sentence_of(other), [])
    return len(common) >= IN_COMMON and _all_in(ours, theirs) and _all_in(theirs, ours)


def _all_in(times: Iterable[Mention], others: Iterable[Mention]) -> bool:
    """Whether each of some times is among others."""
    return all(any(_is_one_time(one, other) for other in others) for one in times)


def _is_one_time(one: Mention, other: Mention) -> bool:
    return one.text.lower() == other.text.lower() or isinstance(restated(one, other), Accord)


def _times(articles: Iterable[Article]) -> Mapping[tuple[int, int], list[Mention]]:
    """The times of each sentence, by its document and place."""
    times: defaultdict[tuple[int, int], list[Mention]] = defaultdict(list)
    for article in articles:
        starts = [sentence.start for sentence in article.sentences]
        for mention in article.mentions:
            if mention.kind in _TIMES:
                times[id(article.document), starts[bisect_right(starts, mention.start) - 1]].append(mention)
    return times


def _as_told(held: Iterable[tuple[Figure, list[tuple[Figure, float]]]]) -> Mapping[int, float]:
    """How well each saying of the sources, by its id, is told by some sentence of the draft that takes its side."""
    told: defaultdict[int, float] = defaultdict(float)
    for saying, peers in held:
        for other, likeness in peers:
            if _side(other) == _side(saying):
                told[id(other)] = max(told[id(other)], likeness)
    return told


def _among(claims: Iterable[Claim], groups: Container[str]) -> list[Claim]:
    return [claim for claim in claims if group_of(claim.attribute) in groups]


def _side(saying: Figure) -> str:
    return saying.claim.attribute


def _kind(saying: Figure) -> str:
    return group_of(_side(saying))
