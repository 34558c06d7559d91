"""What a text says of when somebody was born: a date, an age at a time, a birthday."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.judge.checks.lives.deceased import OF_SOMEBODY
from factcheck.judge.checks.lives.lives import is_of_another_clause
from factcheck.judge.checks.parts import (
    mentions_in,
    sentence_at,
    text_between,
)
from factcheck.judge.moments import Days, days, year_of_season
from factcheck.model import Article, Kind, Mention, Sentence, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.judge.checks.lives.deceased import Dead
    from factcheck.judge.checks.lives.persons import Persons

#: An age by itself may be one of today, a year older or younger by the time that it is read.
A_DAY = timedelta(days=1)
_OTHER_TIME = regex(r"\b(?:ago|when|then|as an?|in (?:1[89]|20)\d\d|years|beat|once|former|late|at the time|died)\b")
#: Stands for the day of publication where nobody knows it.
_SOME_DAY = date(2000, 6, 30)
#: "has died at the age of 88" was not longer before publication than this.
_LATELY = timedelta(days=30)
#: A date of a longer time says too little of an age ("in the 1960s").
_LONGEST = timedelta(days=400)
_OLDEST = 110
#: What an age or a birth is told by stands no farther before it, in letters.
_NEAR = 80
#: "Would be" stands no farther before it.
_CLOSE = 24
_BORN = regex(
    r"\b(?:[Bb]orn|birth|came into the world|entered the world)\b(?:(?! (?:who|when|whose|since|after|before|to|and) )[^.;()\d]){0,50}$|\((?:born |b\. ?)$"
)
#: What makes an age that of the time that is told beside it.
_THEN = regex(
    r"\b(?:when (?:s?he|they) (?:was|were|turned|turns|will be|became|is)(?: just| only| still| already)?|[Aa]ged(?: just| only)?|[Aa]t(?: the)?(?: tender| early)?(?: age of)?(?: just| only)?"
    r"|(?:s?he|when (?:[A-Z][\w-]+ )?[A-Z][\w-]+) was(?: just| only| then| still)?|who was(?: just| only| then| still)?|and was|was(?: just| only| then) | turned|turns|turning|[A-Z][\w-]*[a-z], then(?: aged| just| only)?|\bas an? (?:boy|girl|lad|child|youth|teenager|man|woman) of) $"
)
#: A number there that counts nothing.
_ENDS = regex(r"[,.;:)]|$|\s*\n| (?:when|and|in|at the time|to|after|as|on|with|by|or|but|until|before|from|for)\b")
_ENDS_NO_COUNT = regex(r" (?:to \d|and \d|in (?:all|a row|(?!(?:1[89]|20)\d\d\b)\d+ )|(?:and|or) (?:a half|[\d.]+))")
#: Somebody's age on the day of publication.
_NAMED = regex(r"(?P<name>[A-Z][\w-]*[a-z]), (?:(?:who is|now|aged|then|then aged|who turned|who has just turned) )?$")
#: "when Holm was 32".
_WHEN_NAMED = regex(
    r"\b(?:when|while|until|that) (?:[A-Z][\w-]*[a-z] )?(?P<name>[A-Z][\w-]*[a-z]) (?:was|turned|had turned)(?: just| only)? $"
)
#: "Their son, also Graham Pike, 27" is another Pike.
_ALSO = regex(r"\b(?:also|too) (?:(?:named|called) )?(?:[A-Z][\w’'-]* )*[A-Z][\w’'-]*, $")
#: "The Norwegian, 24, …" is whom the sentence before is about.
_THE_SET_OFF = regex(r"(?:^|[.!?”\"]\s+|\n)The (?:[A-Za-z-]+ ){0,2}[A-Za-z-]+, $")
_IS = regex(
    r"\b(?:who is|who’s|who's|[Hh]e is|[Ss]he is|[Nn]ow)(?: now| just| only| still)? $|\b[A-Z][\w-]*[a-z] is (?:now |just |only |still )?$"
)
#: "Now 57, he …".
_NOW = regex(r"(?:^|[.!?”\"]\s+|\n)Now(?: aged)? $")
_OF_WHOM = regex(r", s?he (?!said\b|says\b|added\b|told\b|adds\b)")
_OLD_NAMED = regex(r" (?:[a-z-]+ ){0,2}(?:[A-Z][\w-]*[a-z] )*?(?P<name>[A-Z][\w-]*[a-z])(?=[ ,.])")
#: "The 29-year-old was …", and not "the 29-year-old ship".
_THE = regex(r"\b[Tt]he $")
#: "as a 22-year-old in 1975".
_AS = regex(r"\bas an? $")
_NO_NOUN = regex(r"(?:['’]s\b|[,.]| (?:from|of|said|told|was|has|had|who|from|is|and|added|will|won|made|took|also)\b)")
_WOULD = regex(r"\b(?:would|could|might|if)\b")
_DIED = regex(
    r"\b(?:has died|have died|died (?:on|at|in hospital|at home|peacefully|last|yesterday|this|aged)|dies|who died)\b(?:(?! (?:until|did|went|began|came|before) )[^\d.;])*$"
)
#: What an age was the age at, in a clause of its own: only a date in that clause is of the age.
_AT_WHAT = regex(r" when [^,.;]*")
#: "On 9 May 1982, three days before he turned 50": the birthday lies so far from the date.
_OFF = regex(r"(?:,? )?(?P<way>before|after) (?:s?he (?:had )?turned|(?:his|her)) $")
#: Between an age and the date of which it is.
_ELSEWHERE = regex(
    r"[;:.()]|, (?:was|is|will|has|had) (?:to|due to|be)\b|\b(?:and|but|while|whereas|until|since|before|after|from|born|where)\b"
)
_TURNED = ("turned ", "his ", "her ")
#: So many days each unit has.
_DAYS = {"day": 1, "week": 7}
#: "50" and "50th birthday".
_IS_TURNED = regex(r"[,.;]| birthday\b|$")


class Born(NamedTuple):
    """The days on which somebody may have been born, by what stands at some places."""

    #: One stretch, or several of which one is meant.
    days: tuple[Days, ...]
    spans: tuple[Span, ...]
    told: str
    #: Whether it rests on what the day of publication is.
    is_of_today: bool = False


def birth_told(article: Article, mention: Mention) -> Born | None:
    """What a mention says of somebody's birth, alone or with a date beside it."""
    text = article.document.text
    before = text[max(0, mention.start - _NEAR) : mention.start]
    if mention.kind is Kind.DATE:
        when = _day(mention) if _is_of_birth(mention) else None
        return Born((when,), (mention.span,), f"“{mention.text}”") if when else None
    if before.endswith(_TURNED) and (turned := _turned(article, mention)):
        return turned
    age = _age(mention, before)
    at = _time_of(article, mention, before) if age is not None else None
    if age is None or at is None:
        return None
    days_of_birth = tuple(_birthdays(age, when) for when in at.days)
    return Born(days_of_birth, (mention.span, *at.spans), at.told, at.is_of_today)


def _is_of_birth(mention: Mention) -> bool:
    """Whether a date is told as that of a birth."""
    text = mention.document.text
    return _BORN.search(text[max(0, mention.start - _NEAR) : mention.start]) is not None


def _turned(article: Article, mention: Mention) -> Born | None:
    """The birth by a birthday that lies a few days from a date: "on 9 May 1982, three days before he turned 50"."""
    sentence, text = sentence_at(article, mention.start), article.document.text
    told = [
        one for one in mentions_in(article, sentence.start, mention.start) if one.kind in {Kind.DATE, Kind.DURATION}
    ]
    if len(told) < 2 or told[-1].kind is not Kind.DURATION or mention.quantity is None or not mention.quantity.printed:
        return None
    date_, far = told[-2:]
    way, off, when = _OFF.fullmatch(text, far.end, mention.start), far.quantity, _day(date_)
    if way is None or off is None or off.unit not in _DAYS or when is None or not _IS_TURNED.match(text, mention.end):
        return None
    if text[date_.end : far.start] != ", " or (when[1] - when[0]).days > 1:
        return None
    days_off = timedelta(days=int(off.value * _DAYS[off.unit]) * (1 if way["way"] == "before" else -1))
    years, slack = int(mention.quantity.printed[0]), timedelta(days=_DAYS[off.unit] // 2)
    first, last = (_years_before(day + days_off, years) for day in (when[0] - slack, when[1] + slack))
    return Born(((first, last),), (date_.span, far.span, mention.span), f"“{mention.text}” {far.text} {way['way']}")


def _age(mention: Mention, before: str) -> int | None:
    """How many years somebody is old by a mention, also by a bare number at the place of an age."""
    quantity = mention.exact
    if quantity is None or not 0 <= quantity.printed[0] <= _OLDEST or quantity.printed[0] % 1:
        return None
    if mention.kind is Kind.AGE:
        return int(quantity.printed[0]) if quantity.unit == "year" else None
    text = mention.document.text
    is_age = (
        mention.kind is Kind.NUMBER
        and (_THEN.search(before) or (_is_named(mention, before) and mention.text.isdigit()))
        and _ENDS.match(text, mention.end)
        and not _ENDS_NO_COUNT.match(text, mention.end)
    )
    return int(quantity.printed[0]) if is_age else None


def _is_named(mention: Mention, before: str) -> bool:
    """Whether a number stands where the age of somebody who is named does: "Sam Lee, 17,", "Now 17, he …"."""
    if _NAMED.search(before):
        return True
    return _NOW.search(before) is not None and _OF_WHOM.match(mention.document.text, mention.end) is not None


def whose_birth(article: Article, persons: Persons, dead: Dead | None, born: Born, number: int) -> str | None:
    """Of whom an age or a date of birth in a sentence is told: of whom an obituary is about, or of whom the words speak."""
    told = born.spans[0]
    before = told.document.text[max(0, told.start - _NEAR) : told.start]
    if article.sentences[number].quotes(told.start) or OF_SOMEBODY.search(before):
        return None
    if dead and (told.start in dead.ages or dead.is_born(article, number, told)):
        return dead.name[-1] if dead.name[-1] in persons.surnames else " ".join(dead.name)
    if _THE_SET_OFF.search(told.document.text, max(0, told.start - _NEAR), told.start):
        return persons.subject_before(number)
    return _owner(persons, number, told)


def _owner(persons: Persons, number: int, told: Span) -> str | None:
    """Of whom an age or a date of birth is told."""
    text = told.document.text
    before = text[max(0, told.start - _NEAR) : told.start]
    is_old = "old" in told.text
    subject = _WHEN_NAMED.search(before)
    if subject:
        return subject["name"] if subject["name"] in persons.surnames else None
    if is_old and _NO_NOUN.match(text, told.end) and _THE.search(before):
        return persons.before(number)
    named = _NAMED.search(before) or (_OLD_NAMED.match(text, told.end) if is_old else None)
    if named and _ALSO.search(before):
        return None
    if named:
        return named["name"] if named["name"] in persons.surnames else None
    if is_old and not _AS.search(before):
        return None
    return persons.of(number, told.start) or persons.opening(number, told.end)


def _time_of(article: Article, mention: Mention, before: str) -> Born | None:
    """The days at which somebody is as old as a mention says, and by which words."""
    text, published = article.document.text, article.document.published
    sentence = sentence_at(article, mention.start)
    mentions = mentions_in(article, sentence.start, sentence.end)
    dated = [
        (other, when)
        for other in mentions
        if other.kind is Kind.DATE
        and not _BORN.search(text, max(sentence.start, other.start - _NEAR), other.start)
        and (when := _day(other))
    ]
    is_then = _is_then(mention)
    near = [
        (other, when)
        for other, when in dated
        if is_then
        and not _ELSEWHERE.search(text_between(mention, other.start, other.end))
        and not is_of_another_clause(mention, other)
    ]
    if at_what := _AT_WHAT.match(text, mention.end, sentence.end):
        near = [(other, when) for other, when in near if mention.end <= other.start < at_what.end()]
    if near:
        other, when = min(near, key=lambda one: abs(one[0].start - mention.start))
        return Born((when,), (other.span,), f"“{mention.text}” in {other.text}")
    if _WOULD.search(before[-_CLOSE:]) or (published is None and not _is_now(mention, sentence)):
        return None
    # Ages of today can be held against each other, whatever day today is.
    today = (published or _SOME_DAY) - _LATELY, (published or _SOME_DAY) + _LATELY
    if is_then and _DIED.search(before) and not dated:
        return Born((today,), (), f"“{mention.text}” at death", is_of_today=True)
    if not is_then and (_NAMED.search(before) or _IS.search(before) or "old" in mention.text):
        # "Sam Lee, 17, was killed in 2005", unless the date is that of a birth, or of another age: "Lee, 40, who joined in 2005 at 21".
        is_of_another = any(other is not mention and _is_then(other) for other in mentions)
        lived = [] if is_of_another else [one for one in dated if not _is_of_birth(one[0])]
        others = sorted(lived, key=lambda one: abs(one[0].start - mention.start))[:1]
        return Born(
            (today, *(when for _, when in others)), (), f"“{mention.text}” on the day of publication", is_of_today=True
        )
    return None


def _is_now(mention: Mention, sentence: Sentence) -> bool:
    """Whether an age is one of today, wherever no day of publication tells: no other time is told, and "the 39-year-old" opens its sentence."""
    opens = sentence.text.startswith(("The ", "At ")) and mention.start - sentence.start < len("The  ")
    opens = opens or sentence.document.text[: mention.start].endswith(("said the ", "says the ", "added the "))
    return not _OTHER_TIME.search(sentence.text) and ("old" not in mention.text or opens)


def _is_then(mention: Mention) -> bool:
    """Whether a mention is an age at the time that is told."""
    before = mention.document.text[max(0, mention.start - _NEAR) : mention.start]
    return (_THEN.search(before) is not None or _AS.search(before) is not None) and _age(mention, before) is not None


def _day(mention: Mention) -> Days | None:
    """The days of a date, if they are few."""
    when = _season(mention) or days(mention)
    return when if when and when[1] - when[0] <= _LONGEST else None


def _season(mention: Mention) -> Days | None:
    """The days of the year of "the autumn of 1949"."""
    year = year_of_season(mention)
    return (date(year, 1, 1), date(year + 1, 1, 1)) if year else None


def _birthdays(age: int, when: Days) -> Days:
    """The days of birth of those who are so old on one of some days."""
    return _years_before(when[0], age + 1) + A_DAY, _years_before(when[1], age)


def _years_before(day: date, years: int) -> date:
    """The day so many years before, as far back as the calendar goes and no further ahead."""
    year = min(max(day.year - years, date.min.year), date.max.year)
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)
