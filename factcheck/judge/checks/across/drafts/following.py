"""How a draft's figure follows from what its sources print, so that it is no difference: sums, rests, changes, products."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.judge.checks.across.drafts.differences import FEW, comes_of_two, is_difference, number_of
from factcheck.judge.checks.across.figures.derived import added_up, changed, left_of, worked_out
from factcheck.judge.checks.across.figures.holding import Held, Printed, sentence_of
from factcheck.judge.checks.across.figures.restated import COPIED
from factcheck.judge.mistyping import MANY_DIGITS, digits_of
from factcheck.model import Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.align.drafts import Figure
    from factcheck.model import Mention

#: In so many of the likest figures' sentences is looked for numbers from which a figure follows.
LIKEST = 5
#: Of people too much is counted.
_PERSON = "person"
#: Smaller numbers add up to each other by accident.
SMALL = 10
#: What is told in parts that add up.
_PARTS_OF_SUMS = frozenset({Kind.COUNT, Kind.MONEY, Kind.QUANTITY})


class Following:
    """What the figures of a draft and those that its sources print lead to."""

    def __init__(self, figures: Sequence[Figure], printed: Printed) -> None:
        self._figures = figures
        self._printed = printed

    @property
    def sources(self) -> int:
        """How many figures the sources have."""
        return len(self._printed.figures)

    def beside(self, figure: Figure) -> list[Mention]:
        """The mentions of a figure's sentence of the draft."""
        return [other.mention for other in self._figures if sentence_of(other) == sentence_of(figure)]

    def follows_from_one_sentence(self, figure: Figure) -> bool:
        """Whether a figure can be worked out from those of any one sentence of the sources that has some word of its own."""
        passages = {sentence_of(one): one for one in self._printed.figures if self._printed.likeness(figure, one) > 0}
        return any(
            worked_out(figure.mention, [one.mention for one in self._printed.beside(theirs)])
            for theirs in passages.values()
        )

    def may_follow(self, figure: Figure, held: Sequence[Held]) -> bool:
        """Whether a figure can be worked out from those of a sentence that is among the likest."""
        passages = {sentence_of(one.theirs): one.theirs for one in held[:LIKEST]}
        return any(self._worked_out(figure.mention, theirs) for theirs in passages.values())

    def how(self, counterpart: Held) -> str:
        """How a draft's figure follows from those of its counterpart's passage, or the counterpart from it."""
        ours, theirs = counterpart.ours, counterpart.theirs
        return (
            self._worked_out(ours.mention, theirs)
            or self._rest_of(ours.mention, theirs)
            or self._difference_of(ours.mention, theirs)
            or self._left_of_one_like_it(ours.mention)
            or self._of_another_sentence(ours)
            or self._with_those_beside(ours, theirs)
            or self._led_to(counterpart)
            or added_up(theirs.mention, [one for one in self.beside(ours) if _may_add_up(one, ours.mention)])
            or left_of(ours.mention, self.beside(ours), [one.mention for one in self._printed.beside(theirs)])
            or self._printed.multiplied(ours.mention, self.beside(ours), theirs)
        )

    def _rest_of(self, ours: Mention, theirs: Figure) -> str:
        """How a number of many digits is what is left of the source's, or that and more, by a number told in the sentences round it."""
        if ours.kind is not Kind.COUNT or ours.quantity is None or ours.quantity.value < COPIED:
            return ""
        others = (one.mention for one in self._printed.around(theirs) if one is not theirs)
        return next(filter(None, (worked_out(ours, [theirs.mention, other]) for other in others)), "")

    def _difference_of(self, ours: Mention, theirs: Figure) -> str:
        """How a number that is told as a difference comes of two in the sentences round a source's."""
        if ours.kind is Kind.PERCENTAGE or not is_difference(ours):
            return ""
        numbers = [number_of(one.mention, ours) for one in self._printed.around(theirs)]
        return "what two numbers differ by" if comes_of_two(ours, list(filter(None, numbers))) else ""

    def _left_of_one_like_it(self, ours: Mention) -> str:
        """How a count is what one of the same things leaves of another, wherever the sources have them: 54 boats, 38 back in port, 16 boats."""
        if ours.kind is not Kind.COUNT or not ours.unit or ours.unit == _PERSON:
            return ""
        alike = (one.mention for one in self._printed.figures if one.mention.unit == ours.unit)
        numbers = [number for one in alike if (number := number_of(one, ours)) is not None and number >= SMALL]
        number = number_of(ours, ours)
        is_left = any(abs(one - other) == number for one, other in combinations(numbers[:FEW], 2))
        return "what one leaves of another" if is_left and number is not None and number >= SMALL else ""

    def _of_another_sentence(self, ours: Figure) -> str:
        """How a number of many digits follows from those of another sentence of the sources."""
        amount = ours.mention.single
        is_fine = amount is not None and len(digits_of(amount.printed[0])) >= MANY_DIGITS
        return "what follows from another sentence" if is_fine and self.follows_from_one_sentence(ours) else ""

    def _with_those_beside(self, ours: Figure, theirs: Figure) -> str:
        """How an amount is the source's and one of its own sentence together."""
        if ours.mention.kind is Kind.PERCENTAGE:
            return ""
        beside = (one for one in self.beside(ours) if one is not ours.mention and one.unit == theirs.mention.unit)
        return next(filter(None, (worked_out(ours.mention, [one, theirs.mention]) for one in beside)), "")

    def _led_to(self, counterpart: Held) -> str:
        """How a source's figure follows from the draft's by a change that the draft tells next to it."""
        start = sentence_of(counterpart.ours)
        starts = list(dict.fromkeys(map(sentence_of, self._figures)))
        near = starts[starts.index(start) : starts.index(start) + 2]
        return changed(counterpart.theirs.mention, [one.mention for one in self._figures if sentence_of(one) in near])

    def _worked_out(self, ours: Mention, theirs: Figure) -> str:
        """How a figure follows from those of a sentence, or from a change that is told next to it."""
        return worked_out(ours, [one.mention for one in self._printed.beside(theirs)]) or changed(
            ours, [one.mention for one in self._printed.around(theirs)]
        )


def _may_add_up(one: Mention, other: Mention) -> bool:
    """Whether two amounts may be parts of one sum: counts of one thing, or sums of one money; years of age do not add up."""
    a, b = one.quantity, other.quantity
    return (
        a is not None and b is not None and a.unit == b.unit and one.kind is other.kind and one.kind in _PARTS_OF_SUMS
    )
