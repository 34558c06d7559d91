"""Births, deaths and ages: whether somebody is as old as the dates say, then, at death, or now.

A date of birth, a date of death and ages are found wherever they stand in a sentence, or
in two of which the second speaks on of the same person; then each age is that of a time:
of the death, of another date beside it, or of the day of publication.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.align.names import NAME_WORD
from factcheck.judge.checks import check
from factcheck.judge.checks.lives.told_lives import Life, lives_in
from factcheck.judge.checks.parts import mentions_in, sentence_at, text_between
from factcheck.judge.moments import days, whole_years
from factcheck.judge.verdicts import Accord, Clash, Verdict, in_text_order
from factcheck.model import Article, Kind, Mention
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The sorts of ages, each with a rule of its own.
NOW, THEN, AT_DEATH = "age now", "age then", "age at death"

#: A weekday may be that of the week before or of the week to come.
_A_WEEK = timedelta(days=7)
#: Before a bare number that is an age, and behind it.
_AGE_BEFORE = regex(
    r"(?:\b(?:[Aa]ged|[Aa]ge|age of|turned|turns|turning|mak(?:es|ing) (?:him|her)|a (?:man|woman|boy|girl|youth|lad) of|lived to(?: be)?|lived until|was|is|were|to be|reached|[Aa]t|[Nn]ow|who['’]s|he['’]s|she['’]s)"
    r"(?: (?:just|only|barely|still|now|then|already|merely))?|, |\() $|, $|\($"
)
_AGE_BEHIND = regex(
    r"[.,;:)]|$| (?:when|and|in|on|at (?:the|his|her)|but|as|from|after|last|this|then|today|years old|–|—|by|of|while|\()"
)
#: An age at death by the words before it, or behind.
_LIVED = regex(
    r"\b(?:died|dead|passed away|dies|death|lived(?: to)?|perished|killed|reached)\b[^.;]{0,50}$|\bto be (?:about |over |nearly )?$"
)
_LIVED_BEHIND = regex(
    r"^,? (?:years old )?(?:when (?:he|she) (?:died|passed|was killed)|when death|at (?:the time of )?(?:his|her) death|on (?:his|her) death|at death)"
)
#: What an age was the age at, in a clause of its own: "41 when it was finished". Only a date in that clause is of the age.
_AT_WHAT = regex(r" when (?!(?:s?he|they) (?:died|passed|was killed)|death)[^,.;]*(?:, in \d{4}(?=[.;]|$))?")
#: An age of today: "is 39", "the 63-year-old".
_IS = regex(
    r"\b(?:is|[Nn]ow|turns|mak(?:es|ing) (?:him|her)|who['’]s|he['’]s|she['’]s|today|currently)(?: (?:now|just|only|aged|a|an|still))* $"
)
#: An age that opens its clause: "Ms Weir, aged 40, …".
_SET_OFF = regex(r"(?:^|, )(?:[Aa]ged )?$|\($")
#: "At 38, Ms Lopes, who was born in 1975, is the oldest".
_AT, _IS_STILL = (
    regex(r"(?:^A|,? (?:and|but|who),? a|, a)t $"),
    regex(r"[^.;]*?(?:, |[a-z]) ?\b(?:is|has|remains|still|says|hopes|plans|will)\b"),
)
#: What is told in another clause than the age.
_ELSEWHERE = regex(r"[;:.]|\b(?:and|but|while|whereas)\b")
#: "She was 70.", behind the death.
_WAS_SO_OLD = regex(r"(?:He|She) was (?:just |only )?\S+\.")
_NAME = regex(rf"\b{NAME_WORD}, (?:aged )?$")
#: An age that is of the day of publication, whatever is told beside it: "and is 41"; "in 2012, she is 41" may be of that time.
_NOW_IS = regex(
    r"\b(?:is|[Nn]ow|mak(?:es|ing) (?:him|her)|who['’]s|he['’]s|she['’]s|today|currently)(?: (?:now|just|only|aged|a|an|still))* $"
)
#: One that stands by a name, and may be of the day of publication or of what is told: "Ms Weir, 40, joined in 2001".
_BY_NAME = regex(rf"\b{NAME_WORD}(?:, | \()(?:aged )?$|\b[Tt]he $|^At $")
#: Somebody of whom a clause goes on, and not a place: "; Peter Lund, who had the record, was", "than Ann Orr, who was".
_SOMEBODY = regex(rf"\b(?:{NAME_WORD} )+(?P<name>{NAME_WORD})(?:,? who| was| had| is| became| took| held| won)\b")
#: Behind a date the age that somebody was on it: "in 1965, when he was 32".
_OWN_AGE = regex(
    r",? (?:when (?:s?he|they|[A-Z][\w’'-]+) (?:was|were|had turned|turned)|aged|at(?: the age of)?)(?: only| just| still)? "
)
#: Behind an age that something else is told of the same: "joined at 18, was its head by 1971".
_AT_AGE, _NEXT_DEED = (
    regex(r"\bat(?: the age of)?(?: only| just)? $"),
    regex(r", (?:was|were|is|became|left|came|went|had|took|won|got|made|ran|wrote|led|sold|\w+ed)\b"),
)
#: What leads to an age stands no farther before it, in letters.
_LEAD = 24


@check("age", of=Article, about=[Kind.DATE])
def age(article: Article) -> Iterator[Verdict]:
    """Ages that no birthday makes fit the dates of birth, of death, of what is told, and of publication."""
    seen: set[int] = set()
    for life in lives_in(article):
        for mention in mentions_in(article, life.start, life.end):
            if mention.start not in seen and _is_age(mention):
                for verdict in _age_in_life(article, life, mention):
                    seen.add(mention.start)
                    yield verdict


def _is_age(mention: Mention) -> bool:
    """Whether a mention is somebody's age in years, also a bare number at the place of one."""
    quantity = mention.exact
    if quantity is None:
        return False
    if mention.kind is Kind.AGE:
        return quantity.unit == "year"
    text = mention.document.text
    before = text[max(0, mention.start - 30) : mention.start]
    if mention.kind is Kind.DURATION:
        return quantity.unit == "year" and before.endswith(("aged ", "lived ", "lived for ", "lived to "))
    return (
        mention.kind is Kind.NUMBER
        and mention.text.replace("-", "").isalnum()
        and 1 <= quantity.value < 130
        and _AGE_BEFORE.search(before) is not None
        and _AGE_BEHIND.match(text, mention.end) is not None
    )


def _is_of_another(text: str, life: Life, mention: Mention) -> bool:
    """Whether somebody who was not named before is named between a birth and an age."""
    named = _SOMEBODY.finditer(text, life.birth.end, mention.start)
    return any(
        one["name"] not in text[: life.birth.end] and text[life.birth.end : one.start()] != ", " for one in named
    )


def _age_in_life(article: Article, life: Life, mention: Mention) -> Iterator[Verdict]:
    text = article.document.text
    between = text[min(life.born, mention.end) : life.born] or text[life.birth.end : mention.start]
    if mention.start > life.birth.end and (_NAME.search(between) or _is_of_another(text, life, mention)):
        return
    before, behind = text[life.start : mention.start], text[mention.end : life.end]
    sentence = sentence_at(article, mention.start)
    dated = [
        other
        for other in mentions_in(article, sentence.start, sentence.end)
        if other.kind is Kind.DATE and days(other) and other is not life.birth
    ]
    if _LIVED.search(before[-60:]) or _LIVED_BEHIND.match(behind):
        if life.death is not None:
            yield from _age_at(AT_DEATH, life, mention, life.death)
        return
    if life.death is not None and not dated and _WAS_SO_OLD.fullmatch(sentence.text.strip()):
        yield from _age_at(AT_DEATH, life, mention, life.death)
        return
    near = [
        other
        for other in dated
        if not _ELSEWHERE.search(text_between(mention, other.start, other.end))
        and not _is_of_another_age(article, mention, other)
    ]
    if at_what := _AT_WHAT.match(text, mention.end, sentence.end):
        near = [other for other in near if mention.end <= other.start < at_what.end()]
    if near:
        event = min(near, key=lambda other: max(other.start - mention.end, mention.start - other.end))
        if event is life.death:
            yield from _age_at(AT_DEATH, life, mention, event)
        elif _BY_NAME.search(before) or (_NOW_IS.search(before) and event.start > mention.start):
            yield from _now_or_then(life, mention, event)
        else:
            yield from _age_at(THEN, life, mention, event)
    elif (
        article.document.published
        and life.death is None
        and (_IS.search(before) or (not dated and _is_of_today(mention, before)))
    ):
        yield from _age_at(NOW, life, mention, None)


def _is_of_today(mention: Mention, before: str) -> bool:
    """Whether an age with nothing dated beside it is that of the day of publication."""
    if _AT.search(before):
        return _IS_STILL.match(mention.document.text, mention.end) is not None
    return "old" in mention.text or _SET_OFF.search(before) is not None


def _is_of_another_age(article: Article, mention: Mention, when: Mention) -> bool:
    """Whether another age stands between an age and a date: "came at nine, left school at 15 in 1967"."""
    start, end = sorted((mention.start, when.start))
    between = mentions_in(article, start, end)
    return any(other is not mention and _is_age(other) for other in between) or is_of_another_clause(mention, when)


def is_of_another_clause(age: Mention, when: Mention) -> bool:
    """Whether a date has an age of its own right behind it, or is that of what is told after an age."""
    text = age.document.text
    own = _OWN_AGE.match(text, when.end)
    if own and own.end() != age.start and when.start > age.start:
        return True
    is_at = _AT_AGE.search(text, max(0, age.start - _LEAD), age.start) is not None
    return is_at and _NEXT_DEED.match(text, age.end, max(age.end, when.start)) is not None


def _now_or_then(life: Life, mention: Mention, event: Mention) -> Iterator[Verdict]:
    """The age held against the day of publication and against what is told: it need fit only one of them."""
    then, now = (list(_age_at(sort, life, mention, when)) for sort, when in ((THEN, event), (NOW, None)))
    if fitting := [verdict for verdict in (*now, *then) if isinstance(verdict, Accord)]:
        yield fitting[0]
    elif now and life.death is None:
        yield from now
    elif mention.quantity and (at := _youngest(life, event)) is not None and mention.quantity.value < at:
        yield from then


def _age_at(sort: str, life: Life, mention: Mention, event: Mention | None) -> Iterator[Verdict]:
    """The age held against the years from the birth to what it is the age at."""
    published, born, quantity = mention.document.published, days(life.birth), mention.quantity
    then = days(event) if event else (published, published + timedelta(days=1)) if published else None
    if born is None or then is None or quantity is None:
        return
    if event and event.printed_date and event.printed_date.is_weekday_alone:
        # "Turns 60 on Thursday" may be the one that has been, or that is to come.
        then = then[0] - _A_WEEK, then[1] + _A_WEEK
    oldest = whole_years(born[0], then[1] - timedelta(days=1))
    youngest = max(0, whole_years(born[1] - timedelta(days=1), then[0]))
    when = event.text if event else "the day of publication"
    spans = in_text_order(*(one.span for one in (mention, life.birth, event) if one))
    told = f"from {life.birth.text} to {when} it is {_either(youngest, oldest)} years"
    if youngest <= quantity.value <= oldest:
        yield Accord(spans, told, cause=sort)
    else:
        words = {"age": mention.text, "birth": life.birth.text, "when": when, "died": when}
        yield Clash(spans, words, arithmetic=f"{told}, not {mention.text}", cause=sort)


def _youngest(life: Life, event: Mention) -> int | None:
    """How old somebody was at the least when something happened."""
    born, then = days(life.birth), days(event)
    return whole_years(born[1] - timedelta(days=1), then[0]) if born and then else None


def _either(least: int, most: int) -> str:
    """All ages that may be, in words."""
    return str(most) if least == most else f"{least} or {most}" if most == least + 1 else f"{least} to {most}"
