"""What happened once, told again with another date: "burned down in 1911 … since the chapel burned down in 1921".

The second telling looks back ("since it collapsed", "the explosion of", "after her father's death"): it is of what was told before.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.align.names import NAME_WORD
from factcheck.attach.words import stem
from factcheck.extract.lexicon.nouns import KIN
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_in, plain_words, telling
from factcheck.judge.moments import Days, days, days_of_any_year
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Mention, Role
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

#: What happens once to whomever or whatever it happens to: a line for each, verbs and then nouns; "=" is for the passive.
_ONCE = """
died, passed away, perished, =killed, =murdered, =assassinated, =executed, =shot dead, =hanged | death, murder, killing, assassination, execution
burned down, burnt down, burned to the ground, =gutted, =destroyed by fire | fire, blaze
collapsed, fell down, caved in, gave way, crumbled | collapse, cave-in
burst, gave way, failed, =breached | burst, failure, breach, collapse
exploded, blew up | explosion, blast
sank, went down, capsized, =sunk, =torpedoed, foundered, ran aground | sinking, wreck, capsizing, loss
crashed, =derailed, derailed, =shot down | crash, derailment, disaster
=founded, =established, =set up, =formed | founding, foundation, establishment, creation, formation
opened, =opened, =inaugurated | opening, inauguration
=completed, =finished, =built | completion
closed, shut, =closed, closed down, shut down | closure, closing
began, started, broke out, =begun | beginning, start, outbreak
ended, finished, came to an end | end
=agreed, =struck, =sealed | agreement
=signed | signing, signature
=announced, =unveiled | announcement
=launched, lifted off, blasted off | launch
=discovered, =found, =unearthed | discovery
=born | birth
married, wed, =married | wedding, marriage
resigned, stepped down, quit | resignation, departure
retired | retirement
=abolished, =scrapped | abolition
=demolished, =pulled down, =torn down | demolition
=stolen | theft, robbery, heist
disappeared, vanished, went missing | disappearance
erupted | eruption
"""
#: Words of the second telling that look back to what was told.
_BACK = regex(
    r"\b(?i:since|after|before|until|when|following|in which|on which|who (?:died|were killed|perished|drowned)|victims|dead|remember(?:s|ed|ing)?|mark(?:s|ed|ing)?|recall(?:s|ed|ing)?|names|commemorat\w+|the (?:day|night|morning|moment|week|year))\b",
)
#: Another one of its kind, another time, or what did not happen.
_OTHERWISE = regex(
    r"\b(?:again|re-?open\w*|re-?buil[dt]\w*|second|third|another|first|new|next|anniversar\w+|would|could|might|may|should|not|never|nearly|almost|was to|were to|due to|planned|scheduled|expected|supposed|original|originally|later|earlier"
    r"|each|every|also|too|similar|previous|former|(?:(?<!the )(?:years?|months?|weeks?|days?|hours?)|the (?:day|week|month|year|morning)) (?:after|before|since))\b"
)
_JOINT = regex(
    r"(?: (?:at|near|in|off|outside|over|with|by) [\w’'-]+(?: [\w’'-]+){0,2}?)?(?: (?:late|early|back))?(?: in| on| of|,)?(?: (?:early|late|mid))? ?"
)
#: What somebody did it to, up to the date: "two doctors set up the clinic in 1994".
_DONE_TO = regex(
    r" (?:the|an?|its|their|his|her) (?P<nouns>(?:[a-z’'-]+ ){0,2}?[a-z’'-]+)(?: late| early| back)?(?: in| on)(?: early| late| mid)?(?: the)? ?"
)
_BETWEEN = regex(r"[.;:()—–“”\"]|\b(?:and|but|who|which|that|where|while|after|before|since|until|when)\b")
_BE = regex(r"(?:\b(?:was|were|been|being|is|are|got)(?: \w+ly)?|,|^) $|^$")
_ITS = regex(r"\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) (?:[a-z]+ )?$")
_PRONOUN = regex(r"\b(?:it|he|she|they|[Ii]t|[Hh]e|[Ss]he|[Tt]hey)(?: (?:had|was|were|has|have|been|finally|first))* $")
#: What "it" or "its" takes up: that with which its sentence began.
_ITS_SENTENCE = regex(r"The (?P<nouns>(?:[\w’'-]+ ){1,4}?)(?:has|have|had|is|was|will|would|can|could) [^.;]*\bits?\b")
_CONJUNCTION = regex(r"\b(?:[Ss]ince|[Aa]fter|[Bb]efore|[Uu]ntil|[Ww]hen|[Ww]here|[Ww]hile|which|who|that|and|but) ")
_AUXILIARIES = regex(
    r"(?: ?\b(?:had|was|were|has|have|been|being|finally|is|are|itself|suddenly|officially|formally|,))* ?$"
)
_PHRASE = regex(
    r"(?:\b(?P<det>[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?|[Tt]hat|[Tt]his) )?(?P<nouns>(?:[\w’'-]+ ){0,3}[\w’'-]+)(?P<place> (?:at|in|of|near|on) [\w’'-]+(?: [A-Z][\w’'-]+)?)?$"
)
_SMALL = frozenset(
    "since after before until when the a an its his her their that this and in on of at who which where whose there by for as once while because if it he she they dead victims names day night years year".split()
)
#: Before what follows a date at the beginning: "In March 2007 the dam burst".
_OPENS = regex(r"(?:^|[.!?\n] )(?:(?:In|On)(?: early| late| mid)?(?: the)? )$")
#: "12 January, the day the strike began".
_THE_DAY = regex(r", the (?:day|night|morning|evening|month|year|week|moment) (?:that |when |on which |in which )?")
#: The first telling stands so many sentences before at most, where only "it" or "the" leads back to it.
_FAR = 3


#: Behind a date, what makes it that of another: ", the second in a month".
_ANOTHER = regex(r",? (?:(?:the|a|his|her|its|their) )?(?:second|third|latest|last|again|another|new)\b")

#: What happened on a date is told no farther from it, in letters.
_NEAR = 400


class Told(NamedTuple):
    """That something happened on a date: which of the once-only things, to what, and where it stands."""

    sort: int
    subject: frozenset[str]
    mention: Mention
    sentence: int
    #: Whether it looks back to what was told before.
    looks_back: bool


@check("retold-dates", of=Article, about=[Kind.DATE])
def retold_dates(article: Article) -> Iterator[Verdict]:
    """Dates of what happens once of which the second looks back to the first, and differs."""
    told = [
        one
        for number, _, words, mentions, kinds in telling(article)
        if Kind.DATE in kinds and not _first_words().isdisjoint(words)
        for mention in mentions
        for one in _told_by_date(article, mention, number)
    ]
    for at, later in enumerate(told):
        before = [
            one for one in told[:at] if later.looks_back and one.sort == later.sort and _are_one(article, one, later)
        ]
        if len({_days_of(one.mention) for one in before}) == 1 and before[-1].mention is not later.mention:
            yield from _two_dates(before[-1], later)


def _told_by_date(article: Article, mention: Mention, number: int) -> list[Told]:
    """What a date is the date of, by the words before it, or behind it where it opens its sentence."""
    if (
        mention.kind is not Kind.DATE
        or _days_of(mention) is None
        or (mention.time and mention.time.anchored and not _has_day(mention))
    ):
        return []
    sentence = article.sentences[number]
    if sentence.role is not Role.BODY or sentence.quotes(mention.start):
        return []
    text = article.document.text
    begin, stop = max(sentence.start, mention.start - _NEAR), min(sentence.end, mention.end + _NEAR)
    earlier, later = (mentions_in(article, *span) for span in ((begin, mention.start), (mention.end, stop)))
    start = next((one.end for one in reversed(earlier) if one.kind is Kind.DATE), begin)
    end = next((one.start for one in later if one.kind is Kind.DATE), stop)
    before, behind = text[start : mention.start], text[mention.end : end]
    if is_day := _THE_DAY.match(behind):
        return _behind(behind[is_day.end() :], mention, number, looks_back=True)
    if begin == sentence.start and _OPENS.search(text[max(0, begin - 2) : mention.start]):
        return _behind(behind.lstrip(", "), mention, number, looks_back=False)
    return [] if _OTHERWISE.search(before[-90:]) or _ANOTHER.match(behind) else _before(before, mention, number)


def _behind(behind: str, mention: Mention, number: int, *, looks_back: bool) -> list[Told]:
    found_at: list[tuple[int, Told]] = []
    for sort, verbs, _ in _sorts_of(behind):
        found = verbs.search(behind)
        lead = behind[: found.start()] if found else ""
        if found is None or "," in lead or _BETWEEN.search(lead) or _OTHERWISE.search(behind[: found.end() + 20]):
            continue
        if found["passive"] and not _BE.search(lead):
            continue
        subject = _subject(lead)
        if subject is not None:
            found_at.append((found.start(), Told(sort, subject, mention, number, looks_back)))
    first = min((at for at, _ in found_at), default=0)
    return [told for at, told in found_at if at == first]


def _before(before: str, mention: Mention, number: int) -> list[Told]:
    found_at: list[tuple[int, Told]] = []
    for sort, verbs, nouns in _sorts_of(before):
        for pattern in (verbs, nouns):
            found = max(pattern.finditer(before), key=lambda each: each.start(), default=None)
            if found and pattern is verbs and found["passive"] and (done_to := _DONE_TO.fullmatch(before, found.end())):
                made = frozenset(map(stem, done_to["nouns"].lower().split()))
                found_at.append((found.start(), Told(sort, made, mention, number, looks_back=False)))
                continue
            if found is None or not _JOINT.fullmatch(before, found.end()) or _BETWEEN.search(before, found.end()):
                continue
            lead = before[: found.start()]
            if pattern is verbs:
                if found["passive"] and not _BE.search(lead):
                    continue
                subject = _subject(lead)
            else:
                subject = _owner(lead, before[found.end() :])
            if not subject and subject is not None and (about := _ITS_SENTENCE.match(before)):
                subject = frozenset(map(stem, about["nouns"].lower().split()))
            if subject is not None:
                found_at.append(
                    (found.start(), Told(sort, subject, mention, number, _looks_back(lead, is_noun=pattern is nouns)))
                )
    last = max((at for at, _ in found_at), default=0)
    return [told for at, told in found_at if at == last]


def _looks_back(lead: str, *, is_noun: bool) -> bool:
    """Whether words lead back to what was told before: "since", and "his" before a noun."""
    return _BACK.search(lead) is not None or (is_noun and _ITS.search(lead) is not None)


def _subject(lead: str) -> frozenset[str] | None:
    """The telling words of the phrase before a verb; none where it is a pronoun, None where it is somebody new."""
    if _PRONOUN.search(lead):
        return frozenset()
    phrase = _PHRASE.search(_AUXILIARIES.sub("", _CONJUNCTION.split(lead)[-1]))
    if phrase is None or phrase["det"] in ("A", "a", "An", "an"):
        return None
    words = frozenset(stem(word.lower()) for word in phrase["nouns"].split() if word.lower() not in _SMALL)
    return words or None


def _owner(lead: str, behind: str) -> frozenset[str] | None:
    """Of whom or what a noun is told: "its founding", "her father's death", "the dam burst"; None where nothing leads back."""
    phrase = regex(
        r"\b(?P<det>[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[\w’'-]+['’]s?) (?P<nouns>(?:[a-z’'-]+ ){0,2})$"
    ).search(lead)
    if phrase is None:
        return None
    of = regex(r" of (?:the |an? )?((?:[\w’'-]+ ){1,3})(?:in|on|of)\b").match(behind)
    words = [*phrase["nouns"].split(), *(of[1].split() if of else ())]
    if phrase["det"].endswith(("'s", "’s")):
        words.append(phrase["det"])
    return frozenset(stem(word.lower()) for word in words if word.lower() not in _SMALL)


def _are_one(article: Article, one: Told, later: Told) -> bool:
    """Whether the later telling is of the same as the first: the same words, or only one that "it" can be."""
    if bool(one.subject & _KIN_STEMS) is not bool(later.subject & _KIN_STEMS):
        return False
    if one.subject and later.subject:
        return later.subject <= one.subject
    between = article.document.text[one.mention.end : later.mention.start]
    return later.sentence - one.sentence <= _FAR and not _NAME.search(between)


#: Somebody or something else that "his" or "its" may lead back to.
_NAME = regex(rf"(?<=[\w,] )(?<!\b(?:in|at|of|on|to|by) )(?<!\b(?:from|near|into) ){NAME_WORD}")
_KIN_STEMS = frozenset(map(stem, KIN))


def _has_day(mention: Mention) -> bool:
    printed = mention.printed_date
    return printed is not None and printed.month is not None


def _days_of(mention: Mention) -> Days | None:
    return days(mention) or days_of_any_year(mention)


def _two_dates(one: Told, later: Told) -> Iterator[Verdict]:
    first, second = _days_of(one.mention), _days_of(later.mention)
    if first is None or second is None or bool(days(one.mention)) is not bool(days(later.mention)):
        return
    spans = (one.mention.span, later.mention.span)
    if first[0] < second[1] and second[0] < first[1]:
        yield Accord(spans, f"{one.mention.text} may be {later.mention.text}")
    else:
        yield Clash(spans, arithmetic=f"{one.mention.text} is not {later.mention.text}")


@cache
def _sorts() -> tuple[tuple[int, re.Pattern[str], re.Pattern[str]], ...]:
    """For each thing that happens once, the expressions for its verbs and for its nouns."""
    found = []
    for number, line in enumerate(_ONCE.strip().splitlines()):
        verbs, _, nouns = line.partition(" | ")
        every = [verb.strip() for verb in verbs.split(",")]
        passive = sorted(
            {verb[1:] for verb in every if verb.startswith("=")} - {verb for verb in every if verb[0] != "="}
        )
        active = sorted(verb for verb in every if verb[0] != "=")
        told = rf"(?<![\w-])(?:(?P<passive>{any_of(passive) if passive else '(?!)'})|{any_of(active) if active else '(?!)'})(?![\w-])"
        found.append(
            (number, regex(told), regex(rf"(?<![\w-])(?:{any_of(noun.strip() for noun in nouns.split(','))})(?![\w-])"))
        )
    return tuple(found)


def _sorts_of(text: str) -> Iterator[tuple[int, re.Pattern[str], re.Pattern[str]]]:
    """Those of the things that happen once which a text may tell, by its words."""
    words = plain_words(text)
    if not words.isdisjoint(_first_words()):
        yield from (sort for sort, told_by in zip(_sorts(), _told_by(), strict=True) if not words.isdisjoint(told_by))


@cache
def _first_words() -> frozenset[str]:
    """Words of which a sentence has one that tells any of these things."""
    return frozenset().union(*_told_by())


@cache
def _told_by() -> tuple[frozenset[str], ...]:
    """For each thing that happens once, the first words of its verbs and nouns: a text without them does not tell it."""
    lines = (line.replace(" | ", ", ").replace("-", " ") for line in _ONCE.strip().splitlines())
    return tuple(frozenset(phrase.strip(" =").split()[0] for phrase in line.split(",")) for line in lines)
