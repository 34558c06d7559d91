"""Sentences that follow each other, and which patterns may read on from one of them into the next."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING

from factcheck.judge.formulas.patterns import Reach
from factcheck.judge.formulas.skeleton import Skeleton, joined, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.judge.filing import Entry, Filed, Filing
    from factcheck.judge.formulas.patterns import Pattern
    from factcheck.model import Mention, Sentence

#: A passage is so many sentences with numbers, and no more than so many without between two of them.
PASSAGE, BETWEEN = 3, 3


class Told:
    """A sentence, as patterns see it: what it answers them is worked out once, however many passages it stands in."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], filing: Filing) -> None:
        self.sentence = sentence
        self.skeleton = skeleton(sentence, mentions)
        self.has_numbers = bool(mentions)
        #: What it has of that which patterns ask for, and the patterns that look for one of its tokens first.
        self.answers, self.first = filing.told_by(self.skeleton.tokens)
        self.unanswered = ~self.answers
        self._reads: dict[str, bool] = {}

    def reads(self, part: Pattern) -> bool:
        """Whether a part of a pattern may be read in it; one that reads on into the next sentence may."""
        known = self._reads.get(part.source)
        if known is None:
            known = self._reads[part.source] = part.demand.reach is not Reach.SENTENCE or (
                part.demand.is_met(self.skeleton.tokens) and bool(part.read(self.skeleton))
            )
        return known


def fitting(told: Sequence[Told], reach: Reach, filing: Filing) -> list[Entry]:
    """The patterns that may read some sentences together, in the order of the rules."""
    if len(told) == 1:
        (alone,) = told
        return [one.entry for one in filing.fitting(alone.first[reach], alone.answers, len(alone.skeleton.mentions))]
    answers, first = filing.between_sentences
    filed = first[reach].copy()
    mentions = 0
    for one in told:
        filed += one.first[reach]
        answers |= one.answers
        mentions += len(one.skeleton.mentions)
    found = filing.fitting(filed, answers, mentions)
    return [one.entry for one in found if _may_answer(one, told) and _may_read(one.entry.pattern, told)]


def _may_answer(filed: Filed, told: Sequence[Told]) -> bool:
    """Whether each part of a pattern has what it asks for in one of the sentences."""
    for asked in filed.parts:
        for one in told:
            if not asked & one.unanswered:
                break
        else:
            return False
    return True


def _may_read(pattern: Pattern, told: Sequence[Told]) -> bool:
    """Whether each part of a pattern is read in one of the sentences, and, if it takes in all their amounts, one in the last."""
    last = told[-1]
    if pattern.is_closed and not any(map(last.reads, pattern.parts)):
        return False
    for part in pattern.longest_first:
        for one in told:
            if one.reads(part):
                break
        else:
            return False
    return True


def as_one(told: Sequence[Told]) -> Skeleton:
    """The skeleton of some sentences together."""
    return reduce(joined, (one.skeleton for one in told))


def passages(
    sentences: Iterable[tuple[Sentence, Sequence[Mention]]], filing: Filing
) -> Iterator[tuple[list[Told], list[Told]]]:
    """For each sentence with numbers: it and the one with numbers beside it, and all that may be read together with it."""
    passage: list[Told] = []
    #: Those without numbers that stand behind the passage: few are ever read.
    silent: list[Sentence] = []
    paragraph = 0
    for sentence, mentions in sentences:
        if sentence.paragraph - paragraph > 1:
            passage, silent = [], []
        paragraph = sentence.paragraph
        if not mentions:
            is_far = len(silent) >= (BETWEEN if passage else 0)
            passage, silent = ([], [sentence]) if is_far else (passage, [*silent, sentence])
            continue
        here = Told(sentence, mentions, filing)
        passage += [Told(one, (), filing) for one in silent]
        silent = []
        before = [one for one in passage if one.has_numbers]
        beside = [one for one in before[-1:] if paragraph - one.sentence.paragraph <= 1]
        passage = [*_from(passage, before[1 - PASSAGE :]), here]
        yield [*beside, here], passage


def _from(passage: Sequence[Told], kept: Sequence[Told]) -> Sequence[Told]:
    """A passage from the sentence on that stands before the first of those that are kept of it, if it has no number."""
    first = next((at for at, one in enumerate(passage) if kept and one is kept[0]), len(passage))
    return passage[first - 1 :] if first and not passage[first - 1].has_numbers else passage[first:]
