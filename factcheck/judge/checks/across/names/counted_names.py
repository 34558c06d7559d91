"""The names in a sentence of one article, against how many another article counts of those of whom it tells the same."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.align.names import CALENDAR, canonical
from factcheck.align.scopes import times_told
from factcheck.align.senses import sense
from factcheck.attach.attributes import HUMAN
from factcheck.attach.words import stem, words_of
from factcheck.judge.checks.across.names.name_lists import lists_in, sense_of, told_in
from factcheck.judge.checks.across.names.occasions import are_apart, of_two_occasions
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import Severity
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.judge.checks.across.names.name_lists import Listed
    from factcheck.model import Article, Claim, Sentence, Span

#: Heads of countries, and heads of people besides those that are known everywhere.
COUNTRIES = frozenset("country nation state government".split())
PERSONS = HUMAN | frozenset(
    "author writer poet novelist finalist candidate nominee winner laureate scientist artist musician actor director player athlete minister mayor judge"
    " juror banker lawyer hacker climber skier rider runner rower dancer".split()
)
#: Right before a list, these say of what it is that it is all of them: "the authors", "named the victims as".
_ALL_OF_THEM = regex(r"\b(?:the|as|are|were|its|their)(?: [a-z]+s)?,?:? \Z", 0)
#: Somebody is left out.
_OTHERS = regex(r"\b(?:others?|another|more|along with|together with|alongside|also|too|accomplices?)\b")
WINDOW = 40


class Counted:
    """Counts of several articles, to be found by the telling words of their sentences."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._claims = tuple(claims)
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        for number, claim in enumerate(self._claims):
            for word in claim.context:
                self._having[sense_of(word)].append(number)

    def near(self, listed: Listed) -> Iterator[Claim]:
        """The counts of which a sentence has a telling word in common with that of a list, in order."""
        for number in sorted({number for word in listed.told for number in self._having.get(word, ())}):
            yield self._claims[number]


def counted_or_named(article: Article, counted: Counted, known: Sequence[Span]) -> Iterator[Verdict]:
    """The lists of an article, but for some that are known, whose sentences tell what those of other articles tell of a number, held against it.

    Fewer people than are counted are a note, unless words say that they are all.
    """
    for listed in lists_in(article):
        if _OTHERS.search(listed.sentence.text.lower()) or any(
            span.start <= listed.span.start < span.end for span in known
        ):
            continue
        for claim in counted.near(listed):
            if claim.mention.document is not article.document and _of_them(claim, listed):
                yield from _count_and_list(claim, listed)


def _count_and_list(claim: Claim, listed: Listed) -> Iterator[Verdict]:
    amount, many, spans = claim.mention.quantity, len(listed.names), (claim.mention.span, listed.span)
    if amount is None:
        return
    if amount.lower <= many <= amount.upper:
        yield Accord(spans, f"{many} are named")
        return
    before = listed.span.document.text[max(0, listed.span.start - WINDOW) : listed.span.start]
    is_closed = amount.unit in COUNTRIES or (_ALL_OF_THEM.search(before.lower()) and _is_called(claim, listed))
    yield Clash(
        spans,
        {"named": str(many)},
        arithmetic=f"{many} are named, not {number_in_words(amount.value)}",
        # Of people some may have been named only.
        at_most=None if many > amount.upper or is_closed else Severity.NOTE,
    )


def _of_them(claim: Claim, listed: Listed) -> bool:
    """Whether a count may be that of the names, of whom the sentences of both tell the same."""
    if not (_is_called(claim, listed) or _may_be_called(claim, listed)):
        return False
    sentence = claim.sentence
    if are_apart(times_told(claim), listed.times) or of_two_occasions(sentence, listed.sentence):
        return False
    heads = _heads(claim)
    ours = told_in(sentence, claim.mention.span)[1] - heads
    theirs = listed.told - heads
    fewer = min((ours, theirs), key=len)
    if not fewer or not fewer <= ours & theirs:
        return False
    # One verb alone is told of many: a name must be the same, too.
    names, others = _capitals(sentence, claim.mention.span), _capitals(listed.sentence, listed.span)
    known = listed.span.document.text.lower()
    return (len(fewer) > 1 or bool(names & others)) and all(name in known for name in names)


def _capitals(sentence: Sentence, span: Span) -> frozenset[str]:
    """The words of the names of a sentence that stand outside a place, in small letters."""
    return frozenset(
        word.lower
        for word in words_of(sentence)[1:]
        if word.capital and not span.start <= word.start < span.end and word.lower not in CALENDAR
    )


def _heads(claim: Claim) -> frozenset[str]:
    """What a claim counts, by its sense."""
    unit = claim.mention.unit
    return frozenset(sense(stem(word)) for word in unit.split()) | {claim.attribute}


def _is_called(claim: Claim, listed: Listed) -> bool:
    """Whether the noun before a list is that of the claim: "the authors Ada Marsh and Carl Dorn"."""
    return listed.nearest in _heads(claim)


def _may_be_called(claim: Claim, listed: Listed) -> bool:
    """Whether the names may be those of what is counted: all of countries, or none of one."""
    head = claim.mention.noun
    from factcheck.judge.checks.across.figures.sayings import is_country  # noqa: PLC0415 - a long table

    countries = sum(is_country(canonical(name)) for name in listed.names)
    if head in COUNTRIES:
        return countries == len(listed.names)
    return head in PERSONS and not countries
