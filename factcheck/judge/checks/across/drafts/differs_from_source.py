"""A draft against its sources: a figure where the source, speaking of the same, has another."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from math import inf
from typing import TYPE_CHECKING

from factcheck.align.drafts import SourceIndex, figures_of
from factcheck.judge.checks import check
from factcheck.judge.checks.across.drafts.counterparts import Counterparts
from factcheck.judge.checks.across.drafts.differences import Differences
from factcheck.judge.checks.across.drafts.explained import at_most
from factcheck.judge.checks.across.drafts.following import Following
from factcheck.judge.checks.across.drafts.meant import is_meant
from factcheck.judge.checks.across.drafts.miscopied import changed_places, mistyped
from factcheck.judge.checks.across.drafts.misdated import misdated, of_another_period
from factcheck.judge.checks.across.drafts.other_days import other_days
from factcheck.judge.checks.across.drafts.retelling import Retold
from factcheck.judge.checks.across.drafts.reversed import said_the_other_way
from factcheck.judge.checks.across.drafts.support import FEW, Support
from factcheck.judge.checks.across.drafts.told import DraftFigures
from factcheck.judge.checks.across.figures.holding import Held, Printed
from factcheck.judge.checks.across.figures.one_time import are_of_two_days, days_of_lead
from factcheck.judge.checks.across.figures.opposites import turned_round
from factcheck.judge.checks.across.figures.two_things import of_two_attributes
from factcheck.judge.checks.across.stories.two_stories import sentences_of_others
from factcheck.judge.verdicts import UNSUPPORTED, Accord, Clash, Verdict
from factcheck.model import Article, Kind, Mention, Severity
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

#: A finding whose sentences are less alike than this is decided with a guess.
SURE = 0.5
#: So much are they where the sentences agree in another figure, and this is all that differs.
SURE_BESIDE = 0.35
#: The same for weekdays, and what stands before one that only goes with a date: "1 February, a Sunday".
SURE_OF_WEEKDAY, _REPEATS = 0.6, regex(r", an? \Z")
#: Bare numbers up to here are as often words ("one of them") as figures.
FINGERS = 3
#: A figure that no source has and that one figure of theirs alone can be meant by needs so much less likeness.
ALONE = 0.06
#: Who has more figures of his own than this has most of them from elsewhere. Drafts in which writers put slips have up to 8 of them.
MOST_OF_ITS_OWN = 8
#: A text of no more figures is a summary.
OF_A_SUMMARY = 7
#: What surely says something of an amount, in whatever words: which way it changed, and in which direction it lies.
WAYS = {Kind.PERCENTAGE: ("direction",), Kind.MONEY: ("direction",), Kind.QUANTITY: ("compass",)}
#: What happens in one time is told of many things: "in the first half", "in 2023".
_OF_MANY = frozenset({Kind.DATE, Kind.ORDINAL, Kind.DURATION})
#: Before the time of what was, with which something is compared.
_THAN_THEN, _THEN_WITHIN = (
    regex(r"\b(?:than|(?:up|down|compared) (?:from|with|on)|against)\b(?:[^.;,]|[.,](?=\d))*\Z"),
    40,
)


@check("differs-from-source", of=tuple, with_sources=True)
def differs_from_source(articles: tuple[Article, ...], *, alike: float = 0.27) -> Iterator[Verdict]:
    """Figures of a draft that differ from a source's that speaks of the same, and those that agree.

    What differs must be so much more `alike` than whatever agrees: a figure that no
    source has differs from one that stands among a few of the same words, one that
    stands somewhere else only from one that stands among most of them. The causes told
    apart are "turned" (a word said of a figure that agrees), "reversed" (a word among like words) and
    "unsupported" (no source has it).
    """
    sources = [article for article in articles if article.is_source]
    index = SourceIndex(figure for source in sources for figure in figures_of(source))
    printed, retold = Printed(index), Retold(sources)
    for article in articles:
        if not article.is_source:
            retells = retold.in_part(article)
            elsewhere = sentences_of_others(article, [source.document for source in sources])
            draft = _Draft(article, printed, alike, retells=retells, elsewhere=elsewhere)
            told = [source for source in sources if draft.told.of_one_story(source.document)]
            is_retold = draft.support.is_printed() and (
                draft.support.is_theirs or retold.in_part(article, if_few=False)
            )
            days = {clash.spans[0]: clash for clash in (other_days(article, told, index) if is_retold else ())}
            yield from days.values()
            slips = {clash.spans[0]: clash for clash in draft.miscopied()}
            yield from slips.values()
            yield from (verdict for verdict in draft.verdicts() if verdict.spans[0] not in days | slips)
            if draft.support.is_strong():
                yield from said_the_other_way(article, told, index)


class _Draft:
    """A draft, each of its figures held against those of the sources."""

    def __init__(
        self, article: Article, printed: Printed, alike: float, *, retells: bool, elsewhere: Collection[int]
    ) -> None:
        self._printed = printed
        self._alike = alike
        self._figures = list(figures_of(article))
        self._following = Following(self._figures, printed)
        self._days = days_of_lead(figure.mention for figure in self._figures)
        self.told = DraftFigures(article.document, self._figures, printed)
        self._differences = Differences(self.told)
        #: How well the sources tell what the draft tells.
        self.support = Support(self._figures, self.told.held, self.told.best, self._following, retells=retells)
        with_left_over = self.support.retells and self.support.is_printed() and len(self._figures) > FEW
        self._counterparts = Counterparts(self.told, self._following, elsewhere, with_left_over=with_left_over)

    def verdicts(self) -> Iterator[Verdict]:
        """What comes of each figure, in order."""
        for at, (figure, held) in enumerate(zip(self._figures, self.told.held, strict=True)):
            agreeing = next((one for one in held if one.agrees), None)
            is_told = agreeing is not None and self._tells_best(agreeing)
            said = list(self._said_of(at, agreeing)) if agreeing and is_told else []
            # Where the source tells the figure itself, nothing is worked out of its levels.
            if not is_told and self.support.is_printed():
                said = list(self._differences.turned(figure))
            yield from said
            counterpart = self._counterparts.of(at)
            if counterpart and (self._counterparts.are_of_two(counterpart) or self._printed.may_mean(figure)):
                continue
            verdict = (self._differing(at, counterpart) if counterpart else None) or (agreeing and agreeing.verdict)
            if isinstance(verdict, Accord):
                yield verdict
            elif verdict or (_is_checkable(figure.mention) and not self._following.may_follow(figure, held)):
                # What two numbers differ by is told by them, however alike the words round some other number are.
                slips = self._differences.mistaken(figure, only_told=self._is_of_its_own(at))
                mistaken = next(slips, None) if self.support.is_printed() else None
                yield mistaken or verdict or Clash((figure.mention.span,), cause=UNSUPPORTED)

    def miscopied(self) -> Iterator[Clash]:
        """The figures that changed places, units or sizes on their way from the sources."""
        yield from changed_places(self.told)
        yield from mistyped(self.told)

    def _said_of(self, at: int, agreeing: Held) -> Iterator[Clash]:
        """What is said of a figure that agrees, against what the source says of it.

        A draft in words of its own has others near its figures, so that only the way of a change and of a distance is asked.
        """
        figure = self._figures[at]
        if not self.support.is_strong(but=at):
            if self.support.is_theirs and (groups := WAYS.get(figure.mention.kind)):
                yield from turned_round(figure, agreeing.theirs, groups)
        elif _tells_of_one(agreeing):
            yield from turned_round(figure, agreeing.theirs)
            same = [one for one in self.told.held[at] if one.agrees]
            dated = list(misdated(figure.mention, self._following.beside(figure), same, self._printed))
            yield from dated or of_another_period(figure, same)

    def _tells_best(self, agreeing: Held) -> bool:
        """Whether what is said of a figure may be held against the source: no other sentence of the draft tells it better."""
        return self.told.is_best(agreeing) and self.told.of_one_story(agreeing.theirs.mention.document)

    def _differing(self, at: int, counterpart: Held) -> Verdict | None:
        """The verdict on a figure and its counterpart; None where they are not alike enough."""
        is_left_over = self._counterparts.is_left_over(at, counterpart)
        is_alike = is_left_over or counterpart.likeness >= self._needed(at, counterpart)
        if not is_alike or not isinstance(counterpart.verdict, Clash) or self._follows_another(at, counterpart):
            return None
        if reason := self._following.how(counterpart):
            return Accord(counterpart.verdict.spans, reason)
        if self._is_of_its_own(at) and not is_left_over:
            return None
        if self._has_others_of_its_own(at) and not is_meant(counterpart, self._printed):
            return None
        guesses = 0 if counterpart.likeness >= SURE else 1
        loudest = at_most(counterpart, is_last_count=True) if is_left_over else self._at_most(counterpart)
        return replace(counterpart.verdict, guesses=guesses, at_most=loudest)

    def _is_of_its_own(self, at: int) -> bool:
        """Whether a draft has so many figures from elsewhere, but for one, that this one will be from there too."""
        return len(self._lacking - {at}) > MOST_OF_ITS_OWN

    def _has_others_of_its_own(self, at: int) -> bool:
        """Whether a draft has another figure from elsewhere; what has few figures is a summary, and has none to bring."""
        return len(self._figures) > OF_A_SUMMARY and bool(self._lacking - {at})

    @cached_property
    def _lacking(self) -> frozenset[int]:
        """The figures that no source has, and that follow from none there."""
        each = enumerate(zip(self._figures, self.told.held, strict=True))
        return frozenset(
            at
            for at, (figure, held) in each
            if _is_checkable(figure.mention)
            and not any(one.agrees for one in held)
            and not self._following.may_follow(figure, held)
        )

    def _follows_another(self, at: int, counterpart: Held) -> bool:
        """Whether another source tells in like words what the draft tells: then the sources differ, and the draft follows one."""
        document = counterpart.theirs.mention.document
        return any(
            one.agrees
            and one.theirs.mention.document is not document
            and one.likeness >= self._alike
            and self._tells_best(one)
            for one in self.told.held[at]
        )

    def _at_most(self, counterpart: Held) -> Severity | None:
        """How loudly a difference may be told; one from a source that tells of another day is a note."""
        days = self._printed.days_of(counterpart.theirs.mention.document)
        return Severity.NOTE if are_of_two_days(self._days, days) else at_most(counterpart)

    def _needed(self, at: int, counterpart: Held) -> float:
        """How much alike the counterpart of a figure must be."""
        if not self.support.is_printed(but=at):
            return inf
        if own := self.support.of_its_own(but=at):
            # What is the draft's own differs from the sources only where both say the same.
            enough = _sure_enough(self._figures[at].mention)
            if enough == SURE and self._counterparts.is_all_that_differs(at, counterpart):
                enough = SURE_BESIDE
            sure = max(self._alike, enough)
            return self._alike + own * (sure - self._alike) + self.support[at]
        alone = not self.support[at] and self._counterparts.stands_alone(at, counterpart)
        return self._alike + self.support[at] - (ALONE if alone else 0.0)


def _tells_of_one(held: Held) -> bool:
    """Whether the sentences of a time in common speak of one thing; an amount in common says so itself."""
    if held.ours.mention.kind not in _OF_MANY:
        return True
    if any(_is_what_was(one.mention) for one in (held.ours, held.theirs)):
        return False
    return not of_two_attributes(held.ours, held.theirs)


def _is_what_was(time: Mention) -> bool:
    """Whether something is told to be more or less than at a time: "down from 71.4 per cent in 2022"."""
    return _THAN_THEN.search(time.document.text, max(0, time.start - _THEN_WITHIN), time.start) is not None


def _sure_enough(mention: Mention) -> float:
    """How much alike what an article of its own says must be; what people said on one weekday and on the next is not the same."""
    printed = mention.printed_date
    if printed is None or printed.weekday is None or printed.day is not None:
        return SURE
    return inf if _REPEATS.search(mention.document.text, max(0, mention.start - 8), mention.start) else SURE_OF_WEEKDAY


def _is_checkable(mention: Mention) -> bool:
    """Whether a figure is one that a source would have to have: a number or a date in figures, and no small word."""
    if mention.quantity and mention.quantity.printed:
        return mention.kind is not Kind.ORDINAL and (
            mention.kind is not Kind.NUMBER or mention.quantity.value > FINGERS
        )
    return bool(mention.time and mention.time.printed)
