"""A draft against its sources: a figure where the source, speaking of the same, has another."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING

from factcheck.align.drafts import Figure, SourceIndex, figures_of
from factcheck.judge.checks import check
from factcheck.judge.checks.across.drafts.differences import Differences
from factcheck.judge.checks.across.drafts.explained import at_most, is_counted, is_one_of_many
from factcheck.judge.checks.across.drafts.following import Following
from factcheck.judge.checks.across.drafts.kept_apart import are_apart, is_the_very
from factcheck.judge.checks.across.drafts.left_over import is_likely, stands_out
from factcheck.judge.checks.across.drafts.misdated import date_of, misdated, of_another_period, other_date
from factcheck.judge.checks.across.drafts.other_days import other_days
from factcheck.judge.checks.across.drafts.periods import of_two_periods
from factcheck.judge.checks.across.drafts.retelling import Retold
from factcheck.judge.checks.across.drafts.reversed import said_the_other_way
from factcheck.judge.checks.across.drafts.support import FEW, Support
from factcheck.judge.checks.across.figures.holding import Held, Printed, sentence_of
from factcheck.judge.checks.across.figures.next_day import are_of_two_days, days_of_lead
from factcheck.judge.checks.across.figures.one_thing import (
    of_one_thing,
    of_one_time,
    of_two_attributes,
    of_two_relatives,
)
from factcheck.judge.checks.across.figures.opposites import turned_round
from factcheck.judge.checks.across.figures.restated import restated
from factcheck.judge.checks.across.stories.two_stories import of_two_stories, sentences_of_others
from factcheck.judge.verdicts import UNSUPPORTED, Accord, Clash, Verdict
from factcheck.model import Article, Document, Kind, Mention, Severity
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

#: A finding whose sentences are less alike than this is decided with a guess.
SURE = 0.5
#: The same for weekdays, and what stands before one that only goes with a date: "1 February, a Sunday".
SURE_OF_WEEKDAY, _REPEATS = 0.6, regex(r", an? \Z")
#: Bare numbers up to here are as often words ("one of them") as figures.
FINGERS = 3
#: A figure that no source has and that one figure of theirs alone can be meant by needs so much less likeness; all others
#: are at most this share as much alike.
ALONE = 0.06
RIVAL = 0.7
#: Words round a figure are held against those round one that agrees and is so much alike.
SAID_ALIKE = 0.25
#: An article of so many figures may be about several things, some of which no source speaks of.
MANY = 12
#: What surely says something of an amount, in whatever words: which way it changed, and in which direction it lies.
WAYS = {Kind.PERCENTAGE: ("direction",), Kind.MONEY: ("direction",), Kind.QUANTITY: ("compass",)}
#: Articles with so many amounts in common tell one story, whatever their names are.
IN_COMMON = 2
#: What is worth a figure for each year: an amount that differs, and its year too, are another year's.
LEVELS = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.QUANTITY})
#: And so is a number of people or things.
ENTRIES = LEVELS | {Kind.COUNT}
#: What happens in one time is told of many things: "in the first half", "in 2023".
TIMES = frozenset({Kind.DATE, Kind.ORDINAL, Kind.DURATION})
#: Before the time of what was, with which something is compared.
_THAN_THEN, _THEN_WITHIN = (
    regex(r"\b(?:than|(?:up|down|compared) (?:from|with|on)|against)\b(?:[^.;,]|[.,](?=\d))*\Z"),
    40,
)
#: Between the two ends of a stretch of time.
_UP_TO = regex(r"\s*(?:to|until|till|and|-|–|—)\s*")


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
            told = [source for source in sources if draft.is_of_one_story(source.document)]
            is_retold = draft.is_printed_by_sources() and (draft.is_theirs() or retold.in_part(article, if_few=False))
            days = {clash.spans[0]: clash for clash in (other_days(article, told, index) if is_retold else ())}
            yield from days.values()
            yield from (verdict for verdict in draft.verdicts() if verdict.spans[0] not in days)
            if draft.is_made_from_sources():
                yield from said_the_other_way(article, told, index)


class _Draft:
    """A draft, each of its figures held against those of the sources."""

    def __init__(
        self, article: Article, printed: Printed, alike: float, *, retells: bool, elsewhere: Collection[int]
    ) -> None:
        self._document = article.document
        self._printed = printed
        self._alike = alike
        self._figures = list(figures_of(article))
        self._following = Following(self._figures, printed)
        self._differences = Differences(self._figures, printed)
        #: The sentences that are about somebody of whom no source speaks.
        self._elsewhere = elsewhere
        self._days = days_of_lead(figure.mention for figure in self._figures)
        self._held = [printed.held(figure) for figure in self._figures]
        #: How well each figure of the sources is told by some figure of the draft that agrees with it.
        self._told: defaultdict[int, float] = defaultdict(lambda: -1.0)
        #: The figures of the sources that a sentence of the draft tells.
        self._told_in = {(id(one.theirs), sentence_of(one.ours)) for held in self._held for one in held if one.agrees}
        #: The sentences that have an amount in common.
        self._common = set()
        #: How many amounts of the draft each source has in like words.
        self._shared = Counter(
            document
            for held in self._held
            for document in {id(one.theirs.mention.document) for one in held if _is_shared(one)}
        )
        for one in (one for held in self._held for one in held if one.agrees):
            self._told[id(one.theirs)] = max(self._told[id(one.theirs)], one.likeness)
            if one.ours.mention.kind in LEVELS:
                self._common.add(one.sentences)
        sources = len(printed.figures)
        self._support = Support(self._figures, self._held, self._told, sources=sources, retells=retells)
        #: What is left over in the sources, by the figures of the draft that are left over there.
        self._left: dict[int, Held] = {}
        if self._support.retells and self._support.is_printed() and len(self._figures) > FEW:
            found = ((at, self._left_over(at)) for at in range(len(self._figures)))
            self._left = {at: one for at, one in found if one}
        self._counterparts = list(map(self._counterpart, range(len(self._figures))))
        self._lacking = [
            one for one, held in zip(self._counterparts, self._held, strict=True) if one and not _is_taken(held)
        ]

    def verdicts(self) -> Iterator[Verdict]:
        """What comes of each figure, in order."""
        for at, (figure, held) in enumerate(zip(self._figures, self._held, strict=True)):
            agreeing = next((one for one in held if one.agrees), None)
            said = list(self._said_of(at, agreeing)) if agreeing and self._tells_best(agreeing) else []
            if not said and self._support.is_printed():
                said = list(self._differences.turned(figure))
            yield from said
            counterpart = self._counterparts[at]
            if (
                counterpart
                and self._is_another_entry(counterpart)
                and (other := self._in_other_source(at, counterpart))
            ):
                counterpart = self._counterparts[at] = other
            if counterpart and (
                self._is_another_entry(counterpart) or self._has_rival(counterpart) or self._printed.may_mean(figure)
            ):
                continue
            verdict = self._decided(at, agreeing)
            if isinstance(verdict, Accord):
                yield verdict
            elif verdict or (_is_checkable(figure.mention) and not self._following.may_follow(figure, held)):
                # What two numbers differ by is told by them, however alike the words round some other number are.
                mistaken = next(self._differences.mistaken(figure), None) if self._support.is_printed() else None
                yield mistaken or verdict or Clash((figure.mention.span,), cause=UNSUPPORTED)

    def _said_of(self, at: int, agreeing: Held) -> Iterator[Clash]:
        """What is said of a figure that agrees, against what the source says of it.

        A draft in words of its own has others near its figures, so that only the way of a change and of a distance is asked.
        """
        figure = self._figures[at]
        if not self._support.is_strong(but=at):
            if self._support.is_theirs and (groups := WAYS.get(figure.mention.kind)):
                yield from turned_round(figure, agreeing.theirs, groups)
        elif _tells_of_one(agreeing):
            yield from turned_round(figure, agreeing.theirs)
            same = [one for one in self._held[at] if one.agrees]
            dated = list(misdated(figure.mention, self._following.beside(figure), same, self._printed))
            yield from dated or of_another_period(figure, same)

    def is_of_one_story(self, source: Document) -> bool:
        """Whether the draft and a source do not tell of two things that are alike, which have no amounts in common."""
        return self._shared[id(source)] >= IN_COMMON or not of_two_stories(self._document, source)

    def _tells_best(self, agreeing: Held) -> bool:
        """Whether what is said of a figure may be held against the source: no other sentence of the draft tells it better."""
        return agreeing.likeness >= max(SAID_ALIKE, self._told[id(agreeing.theirs)]) and self.is_of_one_story(
            agreeing.theirs.mention.document
        )

    def _decided(self, at: int, agreeing: Held | None) -> Verdict | None:
        """The verdict on a figure; None where the sources say nothing of it."""
        counterpart = self._counterparts[at]
        is_alike = counterpart and (counterpart is self._left.get(at) or counterpart.likeness >= self._needed(at))
        if counterpart and is_alike and isinstance(counterpart.verdict, Clash):
            if reason := self._following.how(counterpart):
                return Accord(counterpart.verdict.spans, reason)
            guesses = 0 if counterpart.likeness >= SURE else 1
            return replace(counterpart.verdict, guesses=guesses, at_most=self._at_most(at, counterpart))
        return agreeing.verdict if agreeing else None

    def _at_most(self, at: int, counterpart: Held) -> Severity | None:
        """How loudly a difference may be told; one from a source that tells of another day is a note, if nothing is left over."""
        if counterpart is self._left.get(at):
            return at_most(counterpart, is_last_count=True)
        days = self._printed.days_of(counterpart.theirs.mention.document)
        return Severity.NOTE if are_of_two_days(self._days, days) else at_most(counterpart)

    def _needed(self, at: int) -> float:
        """How much alike the counterpart of a figure must be."""
        if not self._support.is_printed(but=at):
            return inf
        if own := self._support.of_its_own(but=at):
            # What is the draft's own differs from the sources only where both say the same.
            sure = max(self._alike, _sure_enough(self._figures[at].mention))
            return self._alike + own * (sure - self._alike) + self._support[at]
        first = self._counterparts[at]
        alone = first is not None and not self._support[at] and self._stands_alone(at, first)
        return self._alike + self._support[at] - (ALONE if alone else 0.0)

    def is_made_from_sources(self) -> bool:
        """Whether the sources have what the draft has, and in like words."""
        return self._support.is_strong()

    def is_theirs(self) -> bool:
        """Whether most of its telling figures are the sources'."""
        return self._support.is_theirs

    def is_printed_by_sources(self) -> bool:
        """Whether the sources print as much of what the draft has as they would if it were made from them."""
        return self._support.is_printed()

    def _differing(self, at: int) -> Iterator[Held]:
        """The figures that differ, are of the same sort and period, and that no other figure of the draft tells."""
        return (one for one in self._held[at] if not one.agrees and self._differs(at, one))

    def _differs(self, at: int, one: Held) -> bool:
        """Whether a figure of another value is told of the same as the draft's, and by no other figure of the draft."""
        return (
            (one.theirs.claim.is_fact or self.is_of_one_story(one.theirs.mention.document))
            and self._told[id(one.theirs)] < one.likeness
            and not (is_one_of_many(one.ours.mention) and (id(one.theirs), sentence_of(one.ours)) in self._told_in)
            and not self._is_told_beside(at, one)
            and not self._has_both_days(at, one)
            and of_one_thing(one.ours, one.theirs)
            and of_one_time(one.ours, one.theirs)
            and not (one.ours.mention.kind in LEVELS and self._are_of_two_periods(one))
            and not are_apart(one, of_many=len(self._figures) >= FEW)
            and not self._stands_beside(at, one)
            and not self._begins_stretch(at, one.theirs)
            and not (len(self._figures) >= MANY and one.ours.claim.sentence.start in self._elsewhere)
            and not of_two_relatives(one.ours.claim, one.theirs.claim)
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
            for one in self._held[at]
        )

    def _are_of_two_periods(self, held: Held) -> bool:
        """Whether two figures are told of two quarters or years, in sentences that have no amount in common."""
        return held.sentences not in self._common and of_two_periods(held.ours, held.theirs)

    def _has_both_days(self, at: int, held: Held) -> bool:
        """Whether the draft has the source's day too, or the source the draft's, where either is counted from the day of writing."""
        if not (is_counted(held.ours.mention) or is_counted(held.theirs.mention)):
            return False
        source = held.theirs.mention.document
        return self._told[id(held.theirs)] >= 0 or any(
            one.agrees and one.theirs.mention.document is source for one in self._held[at]
        )

    def _counterpart(self, at: int) -> Held | None:
        """The likest of the figures that differ; before that, one that is left over as the draft's is."""
        return self._left.get(at) or next(self._differing(at), None)

    def _left_over(self, at: int) -> Held | None:
        """The one figure that the draft does not tell and that one of it which no source tells may have been meant to be."""
        held = self._held[at]
        if _is_taken(held):
            return None
        untold = [one for one in held if self._told[id(one.theirs)] < 0 and is_likely(one, held)]
        found = next((one for one in untold if self._differs(at, one)), None)
        return found if found and stands_out(found, list(self._differing(at))) else None

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

    def _stands_alone(self, at: int, one: Held) -> bool:
        """Whether all that differs and is about as much alike as one figure, or more, says the same as it does."""
        return all(
            other.likeness <= RIVAL * one.likeness
            or isinstance(restated(other.theirs.mention, one.theirs.mention), Accord)
            for other in self._differing(at)
        )

    def _begins_stretch(self, at: int, theirs: Figure) -> bool:
        """Whether a source's date is the beginning of the stretch of which the draft's date is the end."""
        before, here = self._figures[at - 1].mention, self._figures[at].mention
        return (
            at > 0
            and before.kind is here.kind is Kind.DATE
            and _UP_TO.fullmatch(here.document.text, before.end, here.start) is not None
            and any(one.agrees and one.theirs is theirs for one in self._held[at - 1])
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
        if counterpart.sentences in self._common:
            return False
        ours, beside = counterpart.ours.mention, self._following.beside(counterpart.ours)
        date = date_of(ours, beside) if ours.kind in LEVELS else None
        date = date or (_only_year(beside) if ours.kind in ENTRIES else None)
        if date and other_date(date, counterpart, self._printed):
            return True
        entries = ENTRIES if ours.time and ours.time.printed and ours.time.printed.year else LEVELS
        levels = [one for one in beside if one.kind in entries and date_of(one, beside) in (None, ours)]
        if ours.kind is Kind.DATE and levels and self._differ(levels, self._printed.beside(counterpart.theirs)):
            return True
        kinds = {
            other.ours.mention.kind is Kind.DATE
            for other in self._lacking
            if other.sentences == counterpart.sentences
            and (other.ours.mention.kind in LEVELS or other.ours.mention.kind is Kind.DATE)
        }
        return len(kinds) == 2

    @staticmethod
    def _differ(ours: Sequence[Mention], theirs: Sequence[Figure]) -> bool:
        """Whether a sentence has levels of the kinds of ours, and no one of them is ours."""
        verdicts = [restated(one, other.mention) for one in ours for other in theirs if one.kind is other.mention.kind]
        return bool(verdicts) and not any(isinstance(verdict, Accord) for verdict in verdicts)


def _tells_of_one(held: Held) -> bool:
    """Whether the sentences of a time in common speak of one thing; an amount in common says so itself."""
    if held.ours.mention.kind not in TIMES:
        return True
    if any(_is_what_was(one.mention) for one in (held.ours, held.theirs)):
        return False
    return not of_two_attributes(held.ours, held.theirs)


def _is_what_was(time: Mention) -> bool:
    """Whether something is told to be more or less than at a time: "down from 71.4 per cent in 2022"."""
    return _THAN_THEN.search(time.document.text, max(0, time.start - _THEN_WITHIN), time.start) is not None


def _is_shared(held: Held) -> bool:
    """Whether a source has an amount of the draft in like words."""
    return held.agrees and held.ours.mention.kind is not Kind.DATE and held.likeness >= SAID_ALIKE


def _is_taken(held: Sequence[Held]) -> bool:
    """Whether the sources have a figure of the draft."""
    return any(one.agrees for one in held)


def _only_year(beside: Sequence[Mention]) -> Mention | None:
    """The one date of a sentence, if it tells its year: "In 2020 the town had 41,300 inhabitants"."""
    dates = [one for one in beside if one.kind is Kind.DATE]
    printed = dates[0].time.printed if len(dates) == 1 and dates[0].time else None
    return dates[0] if printed and printed.year else None


def _sure_enough(mention: Mention) -> float:
    """How much alike what an article of its own says must be; what people said on one weekday and on the next is not the same."""
    printed = mention.time.printed if mention.time else None
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
