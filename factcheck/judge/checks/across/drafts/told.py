"""Which figures of its sources a draft tells, how well, and in which of its sentences."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from factcheck.judge.checks.across.figures.holding import Held, Printed, sentence_of
from factcheck.judge.checks.across.stories.two_stories import of_two_stories
from factcheck.model import Document, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.align.drafts import Figure

#: Words round a figure are held against those round one that agrees and is so much alike.
SAID_ALIKE = 0.25
#: Articles with so many amounts in common tell one story, whatever their names are.
IN_COMMON = 2
#: What is worth a figure for each year: an amount that differs, and its year too, are another year's.
YEARLY = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.QUANTITY})


class DraftFigures:
    """The figures of a draft held against those of its sources, and what those that agree tell.

    Args:
        document: the draft.
        figures: its figures.
        printed: those of the sources.

    """

    def __init__(self, document: Document, figures: Sequence[Figure], printed: Printed) -> None:
        self._document = document
        self.figures = figures
        self.printed = printed
        #: Each figure of the draft against the likest of the sources', the likest first.
        self.held = [printed.held(figure) for figure in figures]
        #: How well each figure of the sources is told by some figure of the draft that agrees with it, by its identity.
        self.best: defaultdict[int, float] = defaultdict(lambda: -1.0)
        #: The sentences that have an amount in common.
        self.common = set()
        agreeing = [one for held in self.held for one in held if one.agrees]
        for one in agreeing:
            self.best[id(one.theirs)] = max(self.best[id(one.theirs)], one.likeness)
            if one.ours.mention.kind in YEARLY:
                self.common.add(one.sentences)
        #: The figures of the sources that a sentence of the draft tells.
        self._in_sentences = {(id(one.theirs), sentence_of(one.ours)) for one in agreeing}
        #: How many amounts of the draft each source has in like words.
        self._shared = Counter(
            document
            for held in self.held
            for document in {id(one.theirs.mention.document) for one in held if _is_shared(one)}
        )

    def in_sentence(self, held: Held) -> bool:
        """Whether the sentence of a draft's figure tells the source's figure, be it by this one or by another."""
        return (id(held.theirs), sentence_of(held.ours)) in self._in_sentences

    def is_untold(self, theirs: Figure) -> bool:
        """Whether no figure of the draft agrees with one of the sources'."""
        return self.best[id(theirs)] < 0

    def is_best(self, held: Held) -> bool:
        """Whether no other sentence of the draft tells a source's figure better, and this one tells it in like words."""
        return held.likeness >= max(SAID_ALIKE, self.best[id(held.theirs)])

    def of_one_story(self, source: Document) -> bool:
        """Whether the draft and a source do not tell of two things that are alike, which have no amounts in common."""
        return self._shared[id(source)] >= IN_COMMON or not of_two_stories(self._document, source)


def _is_shared(held: Held) -> bool:
    """Whether a source has an amount of the draft in like words."""
    return held.agrees and held.ours.mention.kind is not Kind.DATE and held.likeness >= SAID_ALIKE
