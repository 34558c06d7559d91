"""How long somebody has done something, or something has gone on, against when it began.

"Imrie, who has served for 22 years", and elsewhere "Imrie joined the coastguard in 2004". A length of time is wrong where
the article dates a beginning that it is of, and it fits from none that may be meant, neither to now nor to an end.
"""

from __future__ import annotations

from functools import cached_property
from math import inf
from operator import itemgetter
from typing import TYPE_CHECKING

from factcheck.attach.words import EMPTY, stem
from factcheck.judge.checks import check
from factcheck.judge.checks.dates.instants import (
    A_DAY,
    UNITS,
    Instant,
    Length,
    apart_in_words,
    by_calendar,
    length,
    lie_apart,
)
from factcheck.judge.checks.lives.goings_on import (
    AGAIN,
    BEGINNINGS,
    BEGINS,
    BUILDINGS,
    BUILT,
    ELSE,
    ENDS,
    FEAST,
    FIRST_IN,
    FOR,
    GENERIC,
    IT,
    ITS,
    LASTED,
    LASTS,
    LEADING,
    LEADS,
    LEADS_IN,
    OF_IT,
    OF_THINGS,
    OLD,
    OPENS,
    OTHER,
    OVER,
    RECENT,
    SERVES,
    SPELLED,
    STILL,
    STOPS,
    THINGS,
    VERBS,
    WAS_OLD,
    WORD,
)
from factcheck.judge.checks.parts import LONGEST_SENTENCE, mentions_in, sentence_at, sentence_number, telling
from factcheck.judge.verdicts import Accord, Clash, Verdict, in_text_order
from factcheck.model import Article, Kind, Mention, Sentence
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from factcheck.judge.checks.lives.persons import Persons

_NEAR = 70
#: "Built in 1888 by David Moll, the tower": so few words stand before the date.
_OPENER = 5
#: What makes a length that of something else stands no farther before it.
_CLOSE = 40
#: A length so many times as long as what lies between, or as short, is that of something else.
_FAR_OFF = 5
_MAY_BE = frozenset({Kind.DURATION, Kind.AGE, Kind.ORDINAL})
_TOLD_BY = "years year months month weeks week days day decades decade old birthday anniversary".split()


class Dated(NamedTuple):
    """A beginning or an end, and when it was."""

    sort: str
    instant: Instant
    person: str | None
    #: The telling words of its sentence.
    words: frozenset[str]
    #: Whether it is told to have begun more than once.
    comes_again: bool = False


class Term(NamedTuple):
    """That something has gone on for so long."""

    sort: str
    mention: Mention
    length: Length
    person: str | None
    words: frozenset[str]
    sentence: Sentence
    #: Whether it goes on still, by the words for it, or is over ("after 22 years").
    goes_on: bool
    is_over: bool


@check("tenures", of=Article, told_by=_TOLD_BY, about=[Kind.DATE])
def tenures(article: Article) -> Iterator[Verdict]:
    """Lengths of time of somebody's service, or of a thing's life, that begin at no date that the article gives."""
    gathered = _Gathered(article)
    if not gathered.may_tell():
        return
    terms, starts, ends = list(gathered.terms()), list(gathered.starts()), gathered.ends()
    for term in terms:
        begun = [start for start in starts if _is_of(start, term)]
        possible = [start for start in starts if start.person == term.person or term.person is None]
        until = gathered.until(term, ends)
        if begun and until:
            yield from _term_and_ends(term, begun, possible, until)
        elif begun and (now := gathered.now(term)):
            yield from _too_long(term, begun, possible, now)


def _is_of(start: Dated, term: Term) -> bool:
    """Whether a term may be that which begins then."""
    if (
        start.comes_again
        or (start.sort, start.person) != (term.sort, term.person)
        or not _is_close(start.instant, term)
    ):
        return False
    if term.is_over and _is_within(start.instant, term.sentence):
        return False  # "After 22 years in the army, he joined in 2004"
    if term.person is None:
        return not start.words.isdisjoint(term.words)
    theirs = start.words - GENERIC, term.words - GENERIC
    return term.sort is LEADS or not all(theirs) or not theirs[0].isdisjoint(theirs[1])


class _Gathered:
    """What an article tells of beginnings, ends and lengths of time."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._text = article.document.text

    @cached_property
    def _dates(self) -> list[tuple[Instant, int, str, str]]:
        return list(self._dated())

    @cached_property
    def _persons(self) -> Persons:
        from factcheck.judge.checks.lives.persons import persons_of  # noqa: PLC0415 - few articles tell how long somebody served

        return persons_of(self._article)

    def may_tell(self) -> bool:
        """Whether there is a length of time, and a beginning, of whomever or whatever."""
        told = telling(self._article)
        if not any(Kind.DATE in one.kinds and not one.words.isdisjoint(BEGINNINGS) for one in told):
            return False
        may_be = (mention for mention in self._article.mentions if mention.kind in _MAY_BE)
        return any(self._leads(mention) and _how_long(mention) for mention in may_be) and any(
            verb.search(told) for _, _, told, _ in self._dates for verb in BEGINS.values()
        )

    def _leads(self, mention: Mention) -> re.Match[str] | None:
        """The words that lead to a length of time of which something goes on, or the age of a thing itself."""
        lead = self._text[max(0, mention.start - _NEAR) : mention.start]
        if mention.kind is Kind.ORDINAL:
            return ITS.search(lead)
        if mention.kind is Kind.AGE:
            noun = OLD.match(self._text, mention.end) or (
                WAS_OLD.search(lead) if STOPS.match(self._text, mention.end) else None
            )
            return noun if noun and noun["noun"] in THINGS and not OTHER.search(lead) else None
        if lead.strip().rpartition(" ")[2].lower().lstrip("\"“‘'(") not in LEADS_IN:
            return None
        found = FOR.search(lead)
        is_else = found is None or ELSE.search(lead[-_CLOSE:]) or FIRST_IN.search(lead)
        return None if is_else or not OF_IT.match(self._text, mention.end) else found

    def terms(self) -> Iterator[Term]:
        """Every length of time for which somebody or something has gone on."""
        for mention in self._article.mentions:
            far = _how_long(mention)
            found = self._leads(mention) if far else None
            if far is None or found is None:
                continue
            number = sentence_number(self._article, mention.start)
            sentence = self._article.sentences[number]
            if sentence.end - sentence.start > LONGEST_SENTENCE:
                continue
            is_thing = mention.kind is not Kind.DURATION or LASTED.search(found[0]) is not None
            person = None if is_thing else self._person(number, mention)
            behind = OF_IT.match(self._text, mention.end)
            told = found[0] + (behind[0] if behind else "")
            if person:
                sort, words = LEADS if LEADING.search(told) else SERVES, _nouns(told.partition(" as ")[0])
            elif is_thing or OF_THINGS.search(found[0]):
                sort, words = LASTS, self._nouns(number, mention.start)
            else:
                continue
            words = frozenset({stem(found["noun"])}) if mention.kind is Kind.AGE else words
            goes_on = mention.kind is not Kind.DURATION or STILL.search(found[0]) is not None
            is_over = OVER.search(found[0]) is not None
            yield Term(sort, mention, far, person, words, sentence, goes_on, is_over)

    def starts(self) -> Iterator[Dated]:
        """Every beginning that has a date."""
        for instant, number, told, behind in self._dates:
            again = AGAIN.search(self._article.sentences[number].text) is not None
            for sort, verb in BEGINS.items():
                found = verb.search(told)
                if found and sort is LASTS:
                    words = (
                        self._nouns(number, instant.mention.start)
                        | _nouns(told)
                        | _nouns(behind if len(told.split()) < _OPENER else behind.partition(",")[0])
                    )
                    words |= BUILDINGS if BUILT.search(told) else frozenset()
                    yield Dated(sort, instant, None, words | _nouns(SPELLED.get(found[0].lower(), "")), again)
                elif found and (person := self._person(number, instant.mention)):
                    yield Dated(sort, instant, person, _nouns(told[found.start() :].partition(" as ")[0]), again)

    def ends(self) -> list[Dated]:
        """Every end that has a date."""
        return [
            Dated("", instant, self._person(number, instant.mention), self._nouns(number, instant.mention.start))
            for instant, number, told, _ in self._dates
            if ENDS.search(told)
        ]

    def until(self, term: Term, ends: Sequence[Dated]) -> list[Instant]:
        """When what a term tells of may have ended; nothing where nobody knows."""
        sentence = sentence_at(self._article, term.mention.start)
        own = [end for end in ends if end.person == term.person or _is_within(end.instant, sentence)]
        if term.person is None:
            own = [end for end in ends if not end.words.isdisjoint(term.words) or _is_within(end.instant, sentence)]
        now = self.now(term)
        if not own and not (now and term.goes_on):
            return []
        told = [end.instant for end in own] if term.person else [instant for instant, *_ in self._dates]
        return [*now, *told]

    def now(self, term: Term) -> list[Instant]:
        """The day of publication, if it is known."""
        published = self._article.document.published
        today = published.toordinal() * A_DAY if published else 0
        return [Instant(term.mention, today, today)] if published else []

    def _dated(self) -> Iterator[tuple[Instant, int, str, str]]:
        """Each date, with its sentence, and the words of its clause: those that tell what it is of first."""
        for mention in self._article.mentions:
            instant = by_calendar(mention)
            number = sentence_number(self._article, mention.start) if instant else 0
            sentence = self._article.sentences[number]
            if instant is None or sentence.end - sentence.start > LONGEST_SENTENCE:
                continue
            instant = instant._replace(turns=0)
            dates = [one for one in mentions_in(self._article, sentence.start, sentence.end) if one.kind is Kind.DATE]
            start = max((one.end for one in dates if one.end <= mention.start), default=sentence.start)
            end = min((one.start for one in dates if one.start >= mention.end), default=sentence.end)
            before = self._text[max(start, mention.start - _NEAR) : mention.start]
            behind = self._text[mention.end : min(end, mention.end + _NEAR)]
            yield instant, number, behind if OPENS.search(before) else before, behind

    def _person(self, number: int, mention: Mention) -> str | None:
        """The person of whom a length or a date is told, also by herself."""
        sentence = self._article.sentences[number]
        if sentence.quotes(mention.start):
            return self._persons.speaker(number)
        found = self._persons.of(number, mention.start)
        opens = not found and OPENS.search(self._text, sentence.start, mention.start)
        return self._persons.opening(number, mention.end) if opens else found

    def _nouns(self, number: int, until: int) -> frozenset[str]:
        """The telling words of a sentence up to a place, and of the one before where it speaks on of "it"."""
        sentence = self._article.sentences[number]
        words = _nouns(self._text[sentence.start : until])
        speaks_on = number and IT.match(sentence.text)
        return words | self._nouns(number - 1, self._article.sentences[number - 1].end) if speaks_on else words


def _is_within(instant: Instant, sentence: Sentence) -> bool:
    return sentence.start <= instant.mention.start < sentence.end


def _nouns(text: str) -> frozenset[str]:
    """The stems of the words that tell, and do not only say that something begins or ends."""
    return frozenset(stem(word.lower()) for word in WORD.findall(text) if word.lower() not in EMPTY) - VERBS


def _how_long(mention: Mention) -> Length | None:
    """How long it is; what is counted in days may have its first day counted too."""
    quantity = mention.quantity
    if mention.kind is Kind.AGE and quantity and quantity.unit == "year" and quantity.printed and "old" in mention.text:
        years, year = float(quantity.printed[0]), UNITS["year"]
        return Length((years - 1) * year, (years + 2) * year)
    if (
        mention.kind is Kind.ORDINAL
        and quantity
        and quantity.printed
        and FEAST.match(mention.document.text, mention.end)
    ):
        years, year = float(quantity.printed[0]), UNITS["year"]
        return Length((years - 1) * year, (years + 1) * year)
    far = length(mention) if mention.kind is Kind.DURATION and not RECENT.match(mention.text) else None
    if far is None or quantity is None or quantity.unit not in ("day", "week", "month", "year", "decade"):
        return None
    return far._replace(least=far.least - A_DAY) if quantity.unit == "day" else far


def _term_and_ends(
    term: Term, begun: Sequence[Dated], possible: Sequence[Dated], until: Sequence[Instant]
) -> Iterator[Verdict]:
    """Whether a term fits from any beginning to now or any end."""
    # Many dates are of one day, and one of them stands for all.
    until = list({one[1:]: one for one in until if _is_close(one, term)}.values())
    possible = [start for start in possible if _is_close(start.instant, term)]
    fitting = next((start.instant for start in possible if any(_fits(start.instant, end, term) for end in until)), None)
    if fitting:
        start = fitting
    else:
        off = [(_off(start.instant, end, term.length), start.instant, end) for start in begun for end in until]
        nearest = min((one for one in off if one[0] < _FAR_OFF), key=itemgetter(0), default=None)
        if nearest is None:
            return
        _, start, end = nearest
    spans = in_text_order(term.mention.span, start.mention.span)
    if fitting:
        yield Accord(spans, f"{term.mention.text} fits {start.mention.text}")
    else:
        from factcheck.judge.restating import numeral  # noqa: PLC0415 - most articles have no clash

        words = {"length": term.mention.text, "start": start.mention.text}
        apart = apart_in_words(start, end, term.mention)
        yield Clash(spans, words, arithmetic=f"from {start.mention.text} on it is {apart}, not {numeral(term.mention)}")


def _fits(start: Instant, end: Instant, term: Term) -> bool:
    """Whether a term may go from one instant to another."""
    return start.any_year is end.any_year and lie_apart(start, end, term.length)


def _too_long(
    term: Term, begun: Sequence[Dated], possible: Sequence[Dated], now: Sequence[Instant]
) -> Iterator[Verdict]:
    """That a term of which nobody says when it ended, and whose sentence says when it began, would go on still after now."""
    own = [start for start in begun if _is_within(start.instant, term.sentence) and not start.instant.any_year]
    if own and min(start.instant.least for start in own) + term.length.least > now[0].most:
        yield from _term_and_ends(term, own, possible, now)


def _is_close(instant: Instant, term: Term) -> bool:
    """Whether an instant is told closely enough for a length."""
    return instant.most - instant.least <= term.length.most


def _off(start: Instant, end: Instant, far: Length) -> float:
    """How many times as long a length is as what lies between two instants, or as short; nothing is infinitely long."""
    between, told = (end.least + end.most - start.least - start.most) / 2, (far.least + far.most) / 2
    return max(between / told, told / between) if min(between, told) > 0 and start.any_year is end.any_year else inf
