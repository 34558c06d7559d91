"""Which figure of its sources a figure of a draft answers to and differs from, and which figures only seem to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.align.gates import TALLIES
from factcheck.align.narrowings import of_some_or_all
from factcheck.judge.checks.across.drafts.explained import is_counted, is_one_of_many
from factcheck.judge.checks.across.drafts.kept_apart import SAME_WORDS, are_apart, is_the_very
from factcheck.judge.checks.across.drafts.left_over import is_likely, stands_out
from factcheck.judge.checks.across.drafts.misdated import date_of, other_date
from factcheck.judge.checks.across.drafts.periods import of_two_periods
from factcheck.judge.checks.across.drafts.support import FEW
from factcheck.judge.checks.across.drafts.told import YEARLY, DraftFigures
from factcheck.judge.checks.across.figures.happening import tell_one_happening
from factcheck.judge.checks.across.figures.holding import Held, sentence_of
from factcheck.judge.checks.across.figures.one_thing import of_one_thing
from factcheck.judge.checks.across.figures.one_time import of_one_time
from factcheck.judge.checks.across.figures.restated import restated
from factcheck.judge.checks.across.figures.two_things import of_two_relatives
from factcheck.judge.mistyping import MANY_DIGITS, digits_of
from factcheck.judge.verdicts import Accord
from factcheck.model import Kind, Mention
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from factcheck.align.drafts import Figure
    from factcheck.judge.checks.across.drafts.following import Following

#: All others are at most this share as much alike as a figure that stands alone.
RIVAL = 0.7
#: A source's figure that the draft tells among this share of the words of another of its own is not what that was to be.
TOLD = 0.3
#: An article of so many figures may be about several things, some of which no source speaks of.
MANY = 12
#: What is worth a figure for each year, and so is a number of people or things.
ENTRIES = YEARLY | {Kind.COUNT}
_FIGURES = regex(r"(?<![\d.])\d+(?:\.\d+)?(?![\d%])")
#: Between the two ends of a stretch of time.
_UP_TO = regex(r"\s*(?:to|until|till|and|-|–|—)\s*")


class Counterparts:
    """The counterparts of a draft's figures in its sources.

    Args:
        told: the figures of the draft, and what they tell of the sources'.
        following: what either lead to.
        elsewhere: where the sentences of the draft begin that are about somebody of whom no source speaks.
        with_left_over: whether what is left over on both sides may stand for each other.

    """

    def __init__(
        self,
        told: DraftFigures,
        following: Following,
        elsewhere: Collection[int],
        *,
        with_left_over: bool,
    ) -> None:
        self._figures, self._printed = told.figures, told.printed
        self._told = told
        self._following = following
        self._elsewhere = elsewhere
        #: What is left over in the sources, by the figures of the draft that are left over there.
        self._left: dict[int, Held] = {}
        if with_left_over:
            found = ((at, self._left_over(at)) for at in range(len(told.figures)))
            self._left = {at: one for at, one in found if one}
        self._likest = [self._left.get(at) or self._first_differing(at) for at in range(len(told.figures))]
        self._lacking = [one for one, held in zip(self._likest, told.held, strict=True) if one and not _is_taken(held)]

    def of(self, at: int) -> Held | None:
        """The likest of the figures that differ, before that one that is left over as the draft's is; of another source, where it is another entry of a series."""
        likest = self._likest[at]
        if likest and self._is_another_entry(likest):
            return self._in_other_source(at, likest) or likest
        return likest

    def is_left_over(self, at: int, counterpart: Held | None) -> bool:
        """Whether a counterpart is what is left over in the sources."""
        return counterpart is not None and counterpart is self._left.get(at)

    def are_of_two(self, counterpart: Held) -> bool:
        """Whether a figure and its counterpart are two entries of one series, or another figure is more like the counterpart."""
        return self._is_another_entry(counterpart) or self._has_rival(counterpart)

    def stands_alone(self, at: int, one: Held) -> bool:
        """Whether all that differs and is about as much alike as one figure, or more, says the same as it does."""
        return all(
            other.likeness <= RIVAL * one.likeness
            or isinstance(restated(other.theirs.mention, one.theirs.mention), Accord)
            for other in self._differing(at)
        )

    def is_all_that_differs(self, at: int, one: Held) -> bool:
        """Whether the two sentences of a figure and its counterpart agree in another, and have no other of the kind that is untold.

        Of the answers to a question any may be left out.
        """
        ours, kind = one.ours, one.ours.mention.kind
        if (
            kind is Kind.PERCENTAGE
            or _is_taken(self._told.held[at])
            or not self._told.is_untold(one.theirs)
            or not self.stands_alone(at, one)
        ):
            return False
        others = [
            (other, held)
            for other, held in zip(self._figures, self._told.held, strict=True)
            if other is not ours and sentence_of(other) == sentence_of(ours)
        ]
        agree = any(each.agrees and each.sentences == one.sentences for _, held in others for each in held)
        return (
            agree
            and not any(other.mention.kind is kind and not _is_taken(held) for other, held in others)
            and not any(
                other is not one.theirs and other.mention.kind is kind and self._told.is_untold(other)
                for other in self._printed.beside(one.theirs)
            )
        )

    def _first_differing(self, at: int) -> Held | None:
        """The likest figure that differs; None where the draft tells that one elsewhere: then none is meant here that is less alike."""
        likest = next(self._differing(at), None)
        return None if likest and (self._is_told_elsewhere(likest) or _is_printed_beside(likest)) else likest

    def _is_told_elsewhere(self, one: Held) -> bool:
        """Whether another figure of the draft tells a source's, among some of its words, or one that is seldom printed of two things in any."""
        return self._told.best[id(one.theirs)] >= (0.0 if _is_seldom(one.theirs) else TOLD * one.likeness)

    def _differing(self, at: int) -> Iterator[Held]:
        """The figures that differ, are of the same sort and period, and that no other figure of the draft tells."""
        return (one for one in self._told.held[at] if not one.agrees and self._differs(at, one))

    def _differs(self, at: int, one: Held) -> bool:
        """Whether a figure of another value is told of the same as the draft's, and by no other figure of the draft."""
        return (
            (one.theirs.claim.is_fact or self._told.of_one_story(one.theirs.mention.document))
            and self._told.best[id(one.theirs)] < one.likeness
            and not (is_one_of_many(one.ours.mention) and self._told.in_sentence(one))
            and not self._is_told_beside(at, one)
            and not self._has_both_days(at, one)
            and of_one_thing(one.ours, one.theirs)
            and of_one_time(one.ours, one.theirs)
            and (
                len(self._figures) < MANY
                or one.ours.mention.kind is not Kind.DATE
                or tell_one_happening(one.ours, one.theirs)
            )
            and not (one.ours.mention.kind in YEARLY and self._are_of_two_periods(one))
            and not are_apart(one, of_many=len(self._figures) >= FEW)
            and not (len(self._figures) >= FEW and self._are_tallies(one))
            and not self._stands_beside(at, one)
            and not self._begins_stretch(at, one.theirs)
            and not (len(self._figures) >= MANY and one.ours.claim.sentence.start in self._elsewhere)
            and not of_two_relatives(one.ours.claim, one.theirs.claim)
            and not of_some_or_all(one.ours.claim, one.theirs.claim)
        )

    def _is_told_beside(self, at: int, held: Held) -> bool:
        """Whether another figure of the sentence prints the source's very amount, and the source's sentence has none like this one."""
        theirs, own = held.theirs.mention.quantity, self._figures[at].mention.quantity
        kind = held.theirs.mention.kind
        is_one_of_two = kind is Kind.DURATION or (
            kind is Kind.COUNT and own is not None and theirs is not None and own.unit != theirs.unit
        )
        if theirs is None or own is None or not is_one_of_two:
            return False
        if any(own.printed == (one.mention.quantity or theirs).printed for one in self._printed.beside(held.theirs)):
            return False
        beside = (mention.quantity for mention in self._following.beside(self._figures[at]))
        return any(
            other is not None and (other.printed, other.unit) == (theirs.printed, theirs.unit) for other in beside
        )

    def _stands_beside(self, at: int, held: Held) -> bool:
        """Whether the source's sentence has the draft's very figure too, so that the other is told of something else there."""
        ours = held.ours.mention.quantity
        return ours is not None and any(
            one.agrees
            and sentence_of(one.theirs) == sentence_of(held.theirs)
            and is_the_very(ours, one.theirs.mention.quantity)
            for one in self._told.held[at]
        )

    def _are_of_two_periods(self, held: Held) -> bool:
        """Whether two figures are told of two quarters or years, in sentences that have no amount in common."""
        return held.sentences not in self._told.common and of_two_periods(held.ours, held.theirs)

    def _are_tallies(self, held: Held) -> bool:
        """Whether two figures of no telling number are counted on through a game or a career, of whomever: their sentences have no figure in common."""
        is_tally = any(_is_tally(one.mention) for one in (held.ours, held.theirs))
        is_alike = held.sentences in self._told.common or held.likeness >= SAME_WORDS
        return is_tally and not is_alike and not _is_seldom(held.theirs)

    def _has_both_days(self, at: int, held: Held) -> bool:
        """Whether the draft has the source's day too, or the source the draft's, where either is counted from the day of writing."""
        if not (is_counted(held.ours.mention) or is_counted(held.theirs.mention)):
            return False
        source = held.theirs.mention.document
        return not self._told.is_untold(held.theirs) or any(
            one.agrees and one.theirs.mention.document is source for one in self._told.held[at]
        )

    def _left_over(self, at: int) -> Held | None:
        """The one figure that the draft does not tell and that one of it which no source tells may have been meant to be."""
        held = self._told.held[at]
        if _is_taken(held):
            return None
        untold = [one for one in held if self._told.is_untold(one.theirs) and is_likely(one, held)]
        found = next((one for one in untold if self._differs(at, one)), None)
        if found is None or _is_printed_beside(found):
            return None
        return found if stands_out(found, list(self._differing(at))) else None

    def _in_other_source(self, at: int, entry: Held) -> Held | None:
        """The likest of the figures that differ in another source, where that of one source is another entry of a series."""
        document = entry.theirs.mention.document
        return next(
            (
                one
                for one in self._differing(at)
                if one.theirs.mention.document is not document and not self._is_another_entry(one)
            ),
            None,
        )

    def _begins_stretch(self, at: int, theirs: Figure) -> bool:
        """Whether a source's date is the beginning of the stretch of which the draft's date is the end."""
        before, here = self._figures[at - 1].mention, self._figures[at].mention
        return (
            at > 0
            and before.kind is here.kind is Kind.DATE
            and _UP_TO.fullmatch(here.document.text, before.end, here.start) is not None
            and any(one.agrees and one.theirs is theirs for one in self._told.held[at - 1])
        )

    def _has_rival(self, counterpart: Held) -> bool:
        """Whether another figure of the same sentence, which no source has either, is more like the counterpart."""
        return any(
            rival.theirs is counterpart.theirs
            and rival.likeness > counterpart.likeness
            and rival.sentences == counterpart.sentences
            for rival in self._lacking
        )

    def _is_another_entry(self, counterpart: Held) -> bool:
        """Whether an amount and its date both differ from those of one sentence: two entries of one series."""
        if counterpart.sentences in self._told.common:
            return False
        ours, beside = counterpart.ours.mention, self._following.beside(counterpart.ours)
        date = date_of(ours, beside) if ours.kind in YEARLY else None
        date = date or (_only_year(beside) if ours.kind in ENTRIES else None)
        if date and other_date(date, counterpart, self._printed):
            return True
        entries = ENTRIES if ours.time and ours.time.printed and ours.time.printed.year else YEARLY
        levels = [one for one in beside if one.kind in entries and date_of(one, beside) in (None, ours)]
        if ours.kind is Kind.DATE and levels and self._differ(levels, self._printed.beside(counterpart.theirs)):
            return True
        kinds = {
            other.ours.mention.kind is Kind.DATE
            for other in self._lacking
            if other.sentences == counterpart.sentences
            and (other.ours.mention.kind in YEARLY or other.ours.mention.kind is Kind.DATE)
        }
        return len(kinds) == 2

    @staticmethod
    def _differ(ours: Sequence[Mention], theirs: Sequence[Figure]) -> bool:
        """Whether a sentence has levels of the kinds of ours, and no one of them is ours."""
        verdicts = [restated(one, other.mention) for one in ours for other in theirs if one.kind is other.mention.kind]
        return bool(verdicts) and not any(isinstance(verdict, Accord) for verdict in verdicts)


def _is_printed_beside(held: Held) -> bool:
    """Whether the source's sentence has the draft's figure, of several digits, where nothing reads it: "Norvik (418)"."""
    ours, theirs = held.ours.mention.single, held.theirs.mention.quantity
    if ours is None or theirs is None or ours.printed == theirs.printed:
        return False
    printed = f"{ours.printed[0]:f}"
    return len(printed) >= MANY_DIGITS and printed in _FIGURES.findall(held.theirs.claim.sentence.text.replace(",", ""))


def _is_seldom(theirs: Figure) -> bool:
    """Whether a number has so many digits that who prints it tells this very figure, in whatever words."""
    amount = theirs.mention.quantity
    return amount is not None and any(len(digits_of(number)) >= MANY_DIGITS for number in amount.printed)


def _is_tally(mention: Mention) -> bool:
    """Whether a mention counts what every player and every team has: yards, points, games."""
    unit = mention.quantity.unit.rpartition(" ")[2] if mention.quantity else ""
    return mention.kind in {Kind.COUNT, Kind.QUANTITY} and unit.lower() in TALLIES


def _is_taken(held: Sequence[Held]) -> bool:
    """Whether the sources have a figure of the draft."""
    return any(one.agrees for one in held)


def _only_year(beside: Sequence[Mention]) -> Mention | None:
    """The one date of a sentence, if it tells its year: "In 2020 the town had 41,300 inhabitants"."""
    dates = [one for one in beside if one.kind is Kind.DATE]
    printed = dates[0].printed_date if len(dates) == 1 else None
    return dates[0] if printed and printed.year else None
