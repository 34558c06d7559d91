"""How old one person is in two articles: two ages, or an age in one and a date of birth in the other."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, zip_longest
from typing import TYPE_CHECKING

from factcheck.align.names import canonical, code, folded
from factcheck.align.persons import called
from factcheck.align.settings import setting_of
from factcheck.judge.checks import check
from factcheck.judge.checks.lives.aged import (
    Aged,
    Life,
    aged_of,
    aged_when_dead,
    is_as_old,
    is_set_off,
    life_of,
    may_be_one_person,
)
from factcheck.judge.checks.lives.deceased import aged_at_death, only_one
from factcheck.judge.mistyping import may_be_slip, share_a_digit
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import day_in_words
from factcheck.model import Article, Claim, Kind, Severity
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

#: Ages further apart than this, in years, are of a father and a son, or of two who have nothing to do with each other.
GENERATION = 18
#: More people of one surname than this are those of a list.
CROWDED = 60
#: Before a date that is told of whom a text is about, so many letters before it.
_BORN, _NEAR = regex(r"\b[Bb]orn\b"), 60


@check("ages-elsewhere", of=tuple, least=2)
def ages_elsewhere(articles: tuple[Article, ...]) -> Iterator[Verdict]:
    """The ages that two articles give one person, if no birthday explains them and both speak of something else in common."""
    by_surname: defaultdict[str, list[tuple[Aged, Claim]]] = defaultdict(list)
    sources = {id(article.document) for article in articles if article.is_source}
    for article in articles:
        for claim in article.claims:
            is_age = claim.mention.kind is Kind.AGE or is_set_off(claim.mention)
            aged = aged_of(claim.mention, claim.sentence) if is_age else None
            if aged is not None and (full := _in_full(aged)).first_names:
                by_surname[folded(full.surname)].append((full, claim))
        claims = {claim.mention.start: claim for claim in article.claims}
        later = (aged_when_dead(claim.mention) for claim in article.claims)
        for dead in (*aged_at_death(article), *(_in_full(dead) for dead in later if dead)):
            if dead.first_names and dead.mention.start in claims:
                by_surname[folded(dead.surname)].append((dead, claims[dead.mention.start]))
    for people in by_surname.values():
        for (one, claim), (other, theirs) in combinations(people[:CROWDED], 2):
            documents = {id(claim.mention.document), id(theirs.mention.document)}
            if (
                len(documents) > 1
                and not documents <= sources
                and may_be_one_person(one, other)
                and _met(claim, theirs)
                and not _are_namesakes(one, other)
                and not (_tells_both(other, claim, people) or _tells_both(one, theirs, people))
            ):
                yield _two_ages(one, other, at_most=None if documents & sources else Severity.WARNING)
    yield from _born_elsewhere(articles, by_surname, sources)


def _born_elsewhere(
    articles: Sequence[Article], by_surname: Mapping[str, Sequence[tuple[Aged, Claim]]], sources: AbstractSet[int]
) -> Iterator[Verdict]:
    """The ages of those whose dates of birth another article tells."""
    for article in articles:
        for life, birth in _lives(article):
            told = {aged.mention.start: (aged, claim) for aged, claim in by_surname.get(folded(life.surname), ())}
            for aged, claim in told.values():
                documents = {id(aged.mention.document), id(article.document)}
                ages = life.ages(aged)
                if ages is None or len(documents) == 1 or documents <= sources:
                    continue
                is_met = not documents.isdisjoint(sources) or _met(claim, birth)
                if is_met and may_be_one_person(Aged(life.first_names, life.surname, aged.mention), aged):
                    yield _by_birth(aged, life, ages)


def _lives(article: Article) -> Iterator[tuple[Life, Claim]]:
    """The dates of birth that an article gives to somebody whom it names in full."""
    text = article.document.text
    dates = [claim for claim in article.claims if claim.mention.kind is Kind.DATE]
    for claim, after in zip_longest(dates, dates[1:]):
        start = claim.mention.start
        is_birth = _BORN.search(text, max(0, start - _NEAR), start) is not None
        only = " ".join(only_one(text[:start]) or ()) if is_birth else ""
        life = life_of(claim.mention, after.mention if after else None, only)
        if life and (full := _in_full(Aged(life.first_names, life.surname, claim.mention))).first_names:
            yield life._replace(first_names=full.first_names), claim


def _tells_both(aged: Aged, other: Claim, people: Iterable[tuple[Aged, Claim]]) -> bool:
    """Whether the article of the other claim gives somebody of that surname the first one's age, too: "95", and "then 92"."""
    document = other.mention.document
    return any(
        claim.mention.document is document and claim is not other and is_as_old(each, aged) for each, claim in people
    )


def _are_namesakes(one: Aged, other: Aged) -> bool:
    """Whether two ages lie so far apart, and no slip of the pen makes one the other, that two people of one name are meant."""
    a, b = one.mention.quantity, other.mention.quantity
    if a is None or b is None or abs(a.value - b.value) <= GENERATION:
        return False
    return not (may_be_slip(one.mention, other.mention) or share_a_digit(one.mention, other.mention))


def _in_full(aged: Aged) -> Aged:
    """Somebody's age with the first names that the article tells elsewhere: "Des Fallon … Mr Fallon, 71, said".

    In an article without a day that is one guess too many.
    """
    if aged.first_names or aged.is_kin or aged.mention.document.published is None:
        return aged
    *first, _ = called(aged.mention.document).get(canonical(aged.surname), aged.surname).split()
    return aged._replace(first_names=tuple(first))


def _met(claim: Claim, other: Claim) -> bool:
    """Whether two articles name something else than the person in common."""
    one, two = ({code(name) for name in (*told.about, *told.names)} for told in map(setting_of, (claim, other)))
    return len(one & two) > 1


def _two_ages(one: Aged, other: Aged, at_most: Severity | None) -> Verdict:
    spans = (one.mention.span, other.mention.span)
    published = [aged.mention.document.published for aged in (one, other)]
    told = "; ".join(
        f"“{aged.mention.text}” is of {day_in_words(day)}"
        for aged, day in zip((one, other), published, strict=True)
        if day
    )
    if is_as_old(one, other):
        return Accord(spans, f"{one.name} may have had a birthday")
    return Clash(spans, {"name": one.name, "born": ""}, arithmetic=told, at_most=at_most)


def _by_birth(aged: Aged, life: Life, ages: tuple[int, int]) -> Verdict:
    spans = (aged.mention.span, life.birth.span)
    published = aged.mention.document.published
    then = f"died at {ages[1]}" if life.died or published is None else f"{ages[1]} on {day_in_words(published)}"
    arithmetic = f"{life.surname} was born {life.birth.text} and {then}"
    amount = aged.mention.quantity
    if amount is None or ages[0] <= amount.value <= ages[1]:
        return Accord(spans, arithmetic)
    return Clash(spans, {"name": life.surname, "born": "born "}, arithmetic=arithmetic)
