"""How old people are: two ages of one person, and witnesses who were not born yet."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.align.names import BEFORE_NAMES, NAME_WORD
from factcheck.judge.checks import check
from factcheck.judge.checks.lives.aged import BIRTHDAY, Aged, aged_of, is_set_off
from factcheck.judge.checks.parts import telling
from factcheck.judge.moments import year_of_season
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Mention, Sentence
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Two people of one name.
_NAMESAKES = regex(
    r"\b(?:Jr|Sr|Junior|Senior|the elder|the younger|namesake|no relation|not related|unrelated|(?:men|women|people|boys|girls) (?:named|called)"
    r"|(?:[Hh]is|[Hh]er|[Tt]heir) (?:father|mother|son|daughter|brother|sister), (?:also )?[A-Z])"
)
#: Names, and whatever stands between them.
_WORDS = regex(rf"{NAME_WORD}|[a-z]+|[^\sA-Za-z]+")


@check("two-ages", of=Article, about=[Kind.AGE])
def two_ages(article: Article) -> Iterator[Verdict]:
    """Two ages of one person that no birthday explains."""
    by_surname: defaultdict[str, list[Aged]] = defaultdict(list)
    sentence_at = 0
    for mention in article.mentions:
        if mention.kind is not Kind.AGE and not is_set_off(mention):
            continue
        while article.sentences[sentence_at].end <= mention.start and sentence_at + 1 < len(article.sentences):
            sentence_at += 1
        aged = aged_of(mention, article.sentences[sentence_at])
        if aged is not None:
            by_surname[aged.surname].append(aged)
    several = {surname: people for surname, people in by_surname.items() if len(people) > 1}
    for surname in sorted(several.keys() & _only_persons(article.document.text)) if several else ():
        told = several[surname]
        if any(aged.first_names for aged in told) and any(aged.mention.kind is Kind.AGE for aged in told):
            yield from _ages_of_one(told)


def _ages_of_one(people: list[Aged]) -> Iterator[Verdict]:
    first, *others = people
    for other in others:
        a, b = first.mention.quantity, other.mention.quantity
        if a is None or b is None or _are_two(first, other):
            continue
        spans = (first.mention.span, other.mention.span)
        years = abs(a.value - b.value)
        if years > BIRTHDAY:
            yield Clash(spans, {"name": first.surname}, arithmetic=f"{years} years apart")
        else:
            yield Accord(spans, f"{first.surname} is {a.value}")


def _are_two(one: Aged, other: Aged) -> bool:
    """Whether first names, or a title and a pronoun, tell two people apart."""
    names = one.first_names, other.first_names
    if all(names) and names[0][0] != names[1][0]:
        return True
    from factcheck.judge.checks.lives.persons import are_man_and_woman  # noqa: PLC0415 - few have two ages

    return are_man_and_woman(one.surname, one.mention.span, other.mention.span)


def _only_persons(text: str) -> frozenset[str]:
    """The surnames that one person of the text has, and no family."""
    if _NAMESAKES.search(text):
        return frozenset()
    first_names: defaultdict[str, set[str]] = defaultdict(set)
    words = _WORDS.findall(text)
    for first, surname in pairwise(words):
        if first[0].isupper() and first.lower() not in BEFORE_NAMES:
            first_names[surname].add(first)
    capitals = {word for word in words if word[0].isupper()}
    return frozenset(name for name in capitals if len(first_names[name]) <= 1 and name + "s" not in capitals)


#: An article without a day of publication is taken to be no older than this.
EARLIEST = 2010
_WITNESSED = regex(
    r"\b(?:recall(?:ed|s|ing)?|remember(?:ed|s|ing)?|witness(?:ed|es|ing)|surviv(?:ed|es|ing|or)|fought (?:in|at)|serv(?:ed|ing) (?:in|during|at)|lived through|took part in|escaped"
    r"|reminisc\w+|(?<!in )memor(?:y|ies) of|was (?:there|present) (?:when|at|in|for)|(?:saw|watched|heard|attended|marched in|voted in|danced at|landed (?:on|at|in)|enlisted in|was wounded (?:in|at)|looks back on|looked back on|can still (?:hear|see|smell|feel|picture|taste)|could still (?:hear|see|smell|feel|picture|taste)|has not forgotten|have not forgotten|has never forgotten|will never forget|(?:told|described|tells|describes|explained|related|recounted)(?: [a-z]+){0,3} how,? (?:as an? (?:young |small |little )?[a-z]+,? )?(?:s?he|they) (?:had been |was |were |had )?(?:[a-z]+ed|hidden|put|sent|taken|driven|seen|saw|fled|heard|met|stood|hid|fought|ran|swam|drove|rode|flew|sang|sat|slept|won|lost|left|went|came|took|gave|found|kept|held|fell|broke|sold|bought|caught|threw|wrote|read|danced)"
    r"|[Ii] was (?:on|at|in|there|among|part of) (?:the|there|when|that)\b|(?:she|he) was (?:on|at|in|among) (?:the|that) (?:crowd|march|beach|square|streets?|front)))\b",
    re.IGNORECASE,
)
_TOLD = regex(
    r"\b(?:grandfather|grandmother|father|mother|parents?|family|story|stories|told (?!(?:[a-z]+ ){0,3}how )|book|film|history|historian|documentary|anniversar(?:y|ies)|graves?|memorials?|monuments?|videos?|photos?|photographs?|exhibition|museum|commemorat\w+|re-?enact\w*)\b"
)
#: Whoever was there as well told nothing: "queueing with his mother", "from her father's shoulders".
_WENT_ALONG = regex(
    r"\b(?:queu(?:e?ing|ed)|standing|stood|watch(?:ing|ed)|march(?:ing|ed)|hiding|hid|flee(?:ing)|fled|waving|waved|waiting|waited|lin(?:ing|ed) (?:up|the streets?)|cheer(?:ing|ed))\b[^,.;]{0,25}? (?:with|beside|alongside) (?:his|her) (?:mother|father|parents|family|grandmother|grandfather)\b(?!['’])"
    r"|\b(?:on|from|in|at|under|behind|through) (?:his|her) (?:father|mother|grandfather|grandmother|parents|grandparents|family)['’]s? (?:shoulders|arms|lap|knee|roof|window|garden|house|farm|door|shop|balcony"
    r"|car|kitchen|boat|attic|cellar|bakery|field|gate|cottage|flat)\b"
)
_BORN = regex(r"\b(?:born|birth|since|from (?:the )?(?:1[89]|20)\d\d)\b")
#: A year that stands with what is watched, and not with when: "the 1950 film".
_DATES_ANOTHER = regex(r"\b(?:built|made|dating from|dated|from) (?:in )?(?:the )?$")
#: An age at the time that is remembered: "as a 13-year-old", "when he was 13".
_AS_A_CHILD = regex(r"\b(?:as an? |was |at )$")
#: "the witness, 55," · "Now 45,".
_NOUN_BEFORE = regex(r"[a-z], $|\b[Nn]ow $|\b(?:[Hh]e|[Ss]he) is $")


def _is_age(text: str, mention: Mention) -> bool:
    """Whether a mention is how many years old somebody is; also the number of "the witness, 55, said"."""
    quantity = mention.quantity
    if mention.kind is Kind.AGE:
        return (
            quantity is not None
            and quantity.unit == "year"
            and not _AS_A_CHILD.search(text, max(0, mention.start - 8), mention.start)
        )
    if mention.kind is not Kind.NUMBER or quantity is None or not 10 <= quantity.value <= 110:
        return False
    return _NOUN_BEFORE.search(text, mention.start - 8, mention.start) is not None and text.startswith(
        (",", " and ", "."), mention.end
    )


@check("witness", of=Article, about=[Kind.DATE])
def witness(article: Article) -> Iterator[Verdict]:
    """People who remember what happened before they were born."""
    published = article.document.published
    now = published.year if published else EARLIEST
    text = article.document.text
    yield from _told_next(article, now)
    for _, sentence, _, mentions, kinds in telling(article):
        if Kind.DATE not in kinds or not any(_is_age(text, mention) for mention in mentions):
            continue
        said = sentence.text
        if not _WITNESSED.search(said) or _TOLD.search(_WENT_ALONG.sub(" ", said)) or _BORN.search(said):
            continue
        for at, mention in enumerate(mentions):
            quantity = mention.quantity
            if quantity is None or not _is_age(text, mention):
                continue
            born = now - int(quantity.upper if quantity.upper.is_finite() else quantity.value) - 1
            for other in (*mentions[at + 1 : at + 3], *mentions[max(0, at - 2) : at]):
                year = _remembered(sentence, other)
                if year is not None:
                    yield _alive_then(now, born, year, mention, other)
                    break


#: "Gurdev Kaur is 58." and the next sentence, which goes on of her.
_IS = regex(r"^(?:(?:[A-Z][\w’'-]+ ){1,3}|He |She )(?:is|was) (?:now )?$")
_GOES_ON = regex(r"(?:He|She|The (?:[a-z]+ ){1,3}?)\b")


def _told_next(article: Article, now: int) -> Iterator[Verdict]:
    """What somebody remembers whose age is all that the sentence before tells."""
    for (first, one, _, inside, _), (second, other, _, told, _) in pairwise(telling(article)):
        if (
            second != first + 1
            or len(inside) != 1
            or inside[0].quantity is None
            or len(told) != 1
            or told[0].kind is not Kind.DATE
            or not _GOES_ON.match(other.text)
            or one.paragraph != other.paragraph
        ):
            continue
        age, quantity = inside[0], inside[0].quantity
        text = article.document.text
        is_age = age.kind is Kind.AGE or (
            age.kind is Kind.NUMBER and 10 <= quantity.value <= 110 and text.startswith(".", age.end)
        )
        if not is_age or not _IS.match(text[one.start : age.start]):
            continue
        said = other.text
        if _WITNESSED.search(said) and not _TOLD.search(said) and not _BORN.search(said):
            year = _remembered(other, told[0])
            if year is not None:
                yield _alive_then(now, now - int(quantity.value) - 1, year, age, told[0])


#: What somebody did who tells of it is done to things of any year: "how he restored a 1936 tram".
_HOW = regex(
    r"\b(?:told|described|tells|describes|explained|related|recounted)(?: [a-z]+){0,3} how,? (?:as an? (?:young |small |little )?[a-z]+,? )?(?:s?he|they) (?:had )?(?!was\b|were\b|been\b|hidden|survived|escaped|seen|saw|fled|waved|watched|heard|met|stood|hid|marched|fought)"
)


def _remembered(sentence: Sentence, mention: Mention) -> int | None:
    """The year that a sentence says somebody remembers; None where the mention tells none."""
    time = mention.time if mention.kind is Kind.DATE else None
    year = time.printed.year if time and time.printed else year_of_season(mention)
    if year is None:
        return None
    before = mention.document.text[max(sentence.start, mention.start - 30) : mention.start]
    if _HOW.search(sentence.text) and not before.endswith(("in ", "on ", "during ", "of ")):
        return None
    return None if _DATES_ANOTHER.search(before) else year


def _alive_then(now: int, born: int, year: int, age: Mention, other: Mention) -> Verdict:
    spans = (age.span, other.span)
    if year < born:
        return Clash(spans, {"born": str(born + 1)}, arithmetic=f"{age.text} in {now}: born in {born} or {born + 1}")
    return Accord(spans, f"born in {born} or {born + 1}")
