"""Two articles that measure one thing of one name, in whatever words, and print two amounts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.align.gates import of_another_part
from factcheck.align.senses import sense
from factcheck.align.wholes import exceeds_whole
from factcheck.attach.voices import are_two, speaker
from factcheck.attach.words import stem, words_of
from factcheck.judge.agreement import is_tolerated
from factcheck.judge.checks import check
from factcheck.judge.checks.across.figures.one_time import of_one_day
from factcheck.judge.checks.across.figures.restated import restated
from factcheck.judge.checks.across.figures.two_things import of_two_states
from factcheck.judge.checks.across.names.measures import measured
from factcheck.judge.checks.across.names.occasions import (
    are_apart,
    is_called,
    keys_of,
    of_two_articles,
    of_two_occasions,
)
from factcheck.judge.checks.across.stories.two_stories import rows_of_equals
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import COUNTED, Severity
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from factcheck.judge.checks.across.names.measures import Measured
    from factcheck.model import Article, Claim, Mention

#: Amounts further apart than so many times are of two things.
MANY_TIMES = 4
#: What is told of another time than that of which the article tells.
_THEN = regex(
    r"\b(?:years?|months?|weeks?|decades?) (?:ago|earlier|before)\b|\blast time\b|\b(?:at|by) (?:half[- ]?time|the (?:break|interval))\b|\bat first\b"
    r"|\b(?:could|would|might|if|should|up to)\b|\bhalf the (?:votes|ballots)\b"
)


_OF_SOME = regex(r" (?:in|at|for|to|from|on|among|of) (?:the |its |their |an? )?(?P<what>[\w’'-]+)")
_YEARLY = " per year"
_TIMES = ("days:", "month:", "weekday:")
_POLL = regex(r"\b(?:poll|polls|survey)\b")


@check("one-measure", of=tuple, least=2)
def one_measure(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """Amounts of two equal articles that measure one thing of one name, by the words that say so, and whether they agree.

    An article that prints the other's amount, too, does not differ from it.
    """
    for equals in rows_of_equals(articles):
        yield from _among(equals)


def _among(articles: Sequence[Article]) -> Iterator[Verdict]:
    """What comes of the amounts of articles none of which is another's source."""
    known: defaultdict[tuple[str, str], list[tuple[Measured, Article]]] = defaultdict(list)
    for article in articles:
        for told in ((each, article) for each in measured(article)):
            for key in keys_of(told[0].owner):
                known[told[0].measure, key].append(told)
    for (one, article), (other, another) in of_two_articles(known.values(), lambda told: told[0].claim.mention.span):
        if not _of_one_thing(one, other):
            continue
        verdict = _two_amounts(one.claim.mention, other.claim.mention)
        if isinstance(verdict, Accord):
            yield verdict
        elif verdict and not (_prints(article, other.claim) or _prints(another, one.claim)):
            yield _with_measure(verdict, one, other)


def _two_amounts(one: Mention, other: Mention) -> Verdict | None:
    """What comes of two amounts, each of which may be the rounded one, and one of which may leave out that it is by the year."""
    one, other = (_not_by_the_year(mention) for mention in (one, other))
    verdict, back = restated(one, other), restated(other, one)
    if isinstance(verdict, Clash) and is_tolerated(one.quantity, other.quantity):
        return Accord(verdict.spans, "what differs is tolerated")
    return back if isinstance(back, Accord) else verdict


def _with_measure(clash: Clash, one: Measured, other: Measured) -> Clash:
    """The clash with its measure, no louder than a note where two speakers say so."""
    who, whom = (speaker(each.claim.sentence, each.claim.mention.start) for each in (one, other))
    voices = bool(who and whom and are_two(who, whom))
    return replace(clash, words={"measure": one.measure, "owner": one.owner}, at_most=Severity.NOTE if voices else None)


def _of_one_thing(one: Measured, other: Measured) -> bool:
    """Whether two amounts in one unit are told of one name, at one time, in one story."""
    ours, theirs = one.claim, other.claim
    if not is_called(one.owner, other.owner) or not _of_one_unit(ours.mention, theirs.mention):
        return False
    told = [claim.sentence.text.lower() for claim in (ours, theirs)]
    times = [frozenset(word for word in claim.scope if word.startswith(_TIMES)) for claim in (ours, theirs)]
    return not (
        any(_THEN.search(text) for text in told)
        or of_two_states(*told)
        or are_apart(*times)
        or of_two_occasions(ours.sentence, theirs.sentence)
        or not of_one_day(ours.mention, theirs.mention)
        or of_another_part(ours, theirs)
        or _told_otherwise(one, other)
        or _of_other_polls(ours, theirs)
    )


def _told_otherwise(one: Measured, other: Measured) -> bool:
    """Whether each tells something of its amount that the other's sentence does not have, or the smaller tells of what alone it is."""
    ours, theirs = one.rest - _senses(other.claim), other.rest - _senses(one.claim)
    if ours and theirs:
        return True
    part, whole = (one, other) if ours else (other, one)
    return _is_of_some(part.claim, ours | theirs) and exceeds_whole(whole.claim, part.claim)


def _is_of_some(claim: Claim, alone: AbstractSet[str]) -> bool:
    """Whether a phrase behind an amount says of what alone it is, by a word that the other does not have: "3,000 people in the north"."""
    found = _OF_SOME.match(claim.mention.document.text, claim.mention.end)
    return found is not None and sense(stem(found["what"].lower())) in alone


def _senses(claim: Claim) -> frozenset[str]:
    """What the words of a claim's sentence tell."""
    return frozenset(sense(word.stem) for word in words_of(claim.sentence))


def _of_other_polls(one: Claim, other: Claim) -> bool:
    """Whether one is told of a poll with a name that the other's article does not have."""
    return any(
        _POLL.search(claim.sentence.text)
        and any(
            word.capital and other_text.find(text[word.start : word.end]) < 0 for word in words_of(claim.sentence)[1:]
        )
        for claim, other_text in ((one, other.mention.document.text), (other, one.mention.document.text))
        for text in (claim.mention.document.text,)
    )


def _not_by_the_year(mention: Mention) -> Mention:
    """An amount by the year as one without the year."""
    amount = mention.quantity
    if amount is None or not amount.unit.endswith(_YEARLY):
        return mention
    return replace(mention, quantity=replace(amount, unit=amount.unit.removesuffix(_YEARLY)))


def _of_one_unit(one: Mention, other: Mention) -> bool:
    """Whether two amounts are in one unit, or one of money is told by the year and the other not, and not many times apart."""
    a, b = one.quantity, other.quantity
    if a is None or b is None or min(a.value, b.value) <= 0:
        return False
    units = [amount.unit.removesuffix(_YEARLY) for amount in (a, b)]
    counted = {one.kind, other.kind} <= COUNTED and "" in units
    return (counted or (one.kind is other.kind and units[0] == units[1])) and max(a.value, b.value) <= MANY_TIMES * min(
        a.value, b.value
    )


def _prints(article: Article, claim: Claim) -> bool:
    """Whether an article prints the amount of a claim."""
    amount = claim.mention.quantity
    return amount is not None and any(
        mention.quantity is not None and mention.quantity.printed == amount.printed for mention in article.mentions
    )
