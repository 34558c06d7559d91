"""What happened on the dates of a text, and to whom."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from factcheck.align.names import NAME_WORD
from factcheck.judge.checks.dates.courses import Stage, stages
from factcheck.judge.checks.parts import (
    LONGEST_SENTENCE,
    longest_words,
    may_be_another,
    mentions_in,
    sentence_number,
    words_by_sentence,
)
from factcheck.judge.moments import Days, days, days_of_any_year
from factcheck.model import Article, Kind, Mention, Sentence
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, compiled, regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: So many letters before and behind a date are searched for what happened on it.
_WINDOW = 90
#: Two happenings stand no further apart than this, in letters.
_APART = 160
#: Between what happened and its date, or between its date and what happened, are so many words at most.
_WORDS = 7
#: Behind a happening its sentence goes on for so many letters at most, if the next speaks on of it.
_TAIL = 60
_PART = r"(?: (?:the )?(?:early|late|mid|spring|summer|autumn|fall|winter)(?: of)?)?"
#: "Was not charged until 2017" tells when it happened.
_UNTIL, _NOT_UNTIL = regex(r"(?:^|\s)until $"), regex(r"\b(?:not|only)\b|n[’']t\b")
#: What joins a date to what happened on it.
_JOINT = regex(rf"(?:^|\s)(?:in|on|of|since|during|late in|early in|back in|by|that|only in){_PART} $|^ $|, $")
#: Makes it the date of something else that is told in between.
_ELSEWHERE = regex(
    r"[;:()\"“”\n]|\b(?:after|before(?! (?:the|an?) (?:\w+ ){0,3}(?:tribunal|court|judge|jury|committee|panel|inquiry|commission|parliament|congress|senate|crowd|audience)\b)|following|since|until|till|over|who|which|that|when|where|while|between|amid|during|because|but|and|than"
    r"|as|if)\b|\b[a-z]{2,}(?:[^ie]ed|ied)\b(?<!hundred)"
)
#: What did not happen, or not yet; case tells "may" from the month.
_NOT_SO = regex(
    r"\b(?:not|never|would|could|may|might|will|should|must|can|cannot|if|unless|nearly|almost|refused|failed|yet"
    r"|(?:due|expected|scheduled|planned|hop(?:ed?|es)|wan(?:ts?|ted)|plan(?:s|ned)?|set|supposed) to)\b|n[’']t\b"
)
_CLAUSE_END = regex(r"[,;:.]")
#: "Which his father opened" is nothing that he did.
_BY_KIN = regex(
    r"\b(?:his|her|their|whose) (?:\w+ )?(?:father|mother|parents?|brothers?|sisters?|wife|husband|sons?|daughters?|(?:great-)*grand(?:father|mother|parents|son|daughter)"
    r"|uncle|aunt|partner|cousin|family|ancestors?|children|friends?|teacher|boss|employer)(?: (?:had|first|also|later|then|once))* $"
)
_BE = r"\b(?:was|were|been|being|be|is|are|got|get)(?: (?:\w+ly|first|only|also|then|later|soon|again|itself|himself|herself|both|all))*"
#: What leads a verb into the passive: a form of "be", or nothing at the start of a clause.
_PASSIVE = regex(
    rf"(?:{_BE}|,(?: (?:\w+ly|first|then|later|only|and|but))?"
    r"|(?:^|[.;:—–(]|\b(?:and|but|when|once|after|until|before|having|then))) $",
    re.IGNORECASE,
)
#: What may follow a verb that has no object: "opened to passengers", "closed its doors".
_NO_OBJECT = regex(
    r"(?:[,.]|$| (?:$|(?:in|on|to|for|by|with|at|near|there|here|down|up|as|under|its|operations|business|production|publication"
    r"|trading|flying|work|back|just|only|officially|first|early|late|that|during|of|off|again|out|after|into|amid|it|them)\b))"
)
_OPENS_CLAUSE = regex(
    r"(?:^|[;:,—–]\s|\b(?:and|but|that)\s|[\"“])(?:(?:[Ii]n|[Oo]n|[Ii]t was (?:in|on)|[Ll]ater,? (?:in|on)|[Bb]y)\s)?$"
)
#: No such joint is longer, in letters.
_JOINED = 30
#: "Closed in 1961, the mine …": its subject follows, in so many words at most.
_OPENERS = frozenset(
    (
        "",
        "first",
        "having",
        "having first",
        "having only",
        "having been",
        "having first been",
        "having already",
        "after",
        "although",
        "though",
        "originally",
        "being",
        "after being",
        "only",
    )
)
_SUBJECT = 4
#: "Born in 1960, she …": that is the subject, and who is named behind it is somebody else.
_BY_PRONOUN = regex(r",? (?:s?he|it|they)\b")
#: Words between two happenings that speak on of the same.
_GOES_ON = frozenset(
    "and but then when before after following later earlier having had has been was were being be is are did only just finally eventually he she"
    " it they him them himself her his their its who which that although though while since already first soon in on at the of a an also both to"
    " went gone go until once where by get got even yet still long about exactly some work construction building however meanwhile instead afterwards thereafter"
    " previously more less than from not indeed until come came back same day month year week known".split()
)
_PRONOUN = regex(r"\b(?:s?he|they)\b", re.IGNORECASE)
#: One thing under several names.
_SYNONYMS = frozenset("bill law act measure legislation proposal plan scheme ban rule".split())
#: Somebody to whom something was done: "sold it to Ann Peel".
_SOMEBODY = regex(rf"\b(?:to|by|with|for) {NAME_WORD} {NAME_WORD}")
_PLACED = regex(
    r"\b(?:to|by|with|for) (?:[A-Z][\w’'-]+ )+(?:University|College|School|Court|House|Prison|Street|Airport|Council|Hospital|Bay|City|Island|Islands|Park|Road|Bridge|Station)\b"
)
_WORD = regex(r"[A-Za-z][\w’'-]*|[()\"“”]")
_MARKS = frozenset('()"“”')
_TITLE = regex(NAME_WORD)


class Happening(NamedTuple):
    """Something that happened, and its date."""

    mention: Mention
    sentence: Sentence
    stages: tuple[Stage, ...]
    #: Where the word that tells it stands.
    verb: tuple[int, int]
    #: What is said of it besides, up to its date.
    object: str

    @property
    def start(self) -> int:
        """Where the word or its date begins."""
        return min(self.verb[0], self.mention.start)

    @property
    def end(self) -> int:
        """Where the word and its date have ended."""
        return max(self.verb[1], self.mention.end)


def happenings(article: Article, *, of_any_year: bool = False) -> Iterator[Happening]:
    """What happened on the dates that stand beside other dates, in the order of the text; also on those without a year, if asked."""
    dated = [
        mention
        for mention in article.mentions
        if mention.kind is Kind.DATE and (known_days(mention) or (of_any_year and open_days(mention)))
    ]
    for at, mention in enumerate(dated):
        start = dated[at - 1].end if at else 0
        end = dated[at + 1].start if at + 1 < len(dated) else len(article.document.text)
        if (at and mention.start - start < 2 * _APART) or (at + 1 < len(dated) and end - mention.end < 2 * _APART):
            number = sentence_number(article, mention.start)
            if words_by_sentence(article)[number].isdisjoint(_telling()):
                continue
            sentence = article.sentences[number]
            if sentence.end - sentence.start > LONGEST_SENTENCE:
                continue
            stretch = max(sentence.start, start, mention.start - _WINDOW), min(sentence.end, end, mention.end + _WINDOW)
            found = _before(sentence, mention, stretch[0]) or _behind(sentence, mention, stretch[1])
            if found is not None:
                yield found


def _before(sentence: Sentence, mention: Mention, start: int) -> Happening | None:
    """What happened by the last telling word before a date: "was shut to trains in 1932"."""
    told = mention.document.text[start : mention.start]
    found = max(_stage_words().finditer(told.lower()), key=re.Match.start, default=None)
    gap = told[found.end() :] if found else ""
    joint = _JOINT.search(gap)
    if joint is None and found and _UNTIL.search(gap) and _NOT_UNTIL.search(told):
        joint = _UNTIL.search(gap)
    if found is None or joint is None or len(gap.split()) > _WORDS or _ELSEWHERE.search(gap[: joint.start()]):
        return None
    return _happening(sentence, mention, (start + found.start(), start + found.end()), gap)


def _behind(sentence: Sentence, mention: Mention, end: int) -> Happening | None:
    """What happened by the first telling word behind a date that opens its clause: "In 1932 it was shut"."""
    text = mention.document.text
    if not _OPENS_CLAUSE.search(text[max(sentence.start, mention.start - _JOINED) : mention.start]):
        return None
    told = text[mention.end : end]
    found = _stage_words().search(told.lower())
    lead = told[: found.start()].removeprefix(",") if found else ""
    if found is None or len(lead.split()) > _WORDS or "," in lead or _ELSEWHERE.search(lead):
        return None
    return _happening(sentence, mention, (mention.end + found.start(), mention.end + found.end()), told[found.end() :])


def _happening(sentence: Sentence, mention: Mention, verb: tuple[int, int], behind: str) -> Happening | None:
    """What a word tells; None where it tells what did not happen, or what somebody did to something else."""
    text = mention.document.text
    lead = text[max(sentence.start, verb[0] - 40) : verb[0]]
    if (_NOT_SO.search(_CLAUSE_END.split(lead)[-1]) and not _UNTIL.search(behind)) or _BY_KIN.search(lead):
        return None
    is_passive = verb[0] == sentence.start or _PASSIVE.search(lead) is not None
    has_object = _NO_OBJECT.match(behind.lower()) is None
    told = tuple(
        stage
        for stage in stages()[text[verb[0] : verb[1]].lower()]
        if (is_passive or not stage.is_passive) and (stage.course.takes_object or not has_object)
    )
    return Happening(mention, sentence, told, verb, behind.strip(" .,")) if told else None


def known_days(mention: Mention) -> Days | None:
    """The days of a date whose words tell the year."""
    time = mention.time
    return days(mention) if time and time.printed and time.printed.year is not None else None


def open_days(mention: Mention) -> Days | None:
    """The day of a date that leaves the year open."""
    printed = mention.printed_date
    return days_of_any_year(mention) if printed and printed.day is not None else None


@cache
def _telling() -> frozenset[str]:
    """Words of which a sentence has one that tells a stage: the longest of each wording."""
    return longest_words(stages())


@cache
def _stage_words() -> re.Pattern[str]:
    """Any word that tells a stage, the longest first."""
    return compiled(rf"(?<![\w-])(?:{any_of(stages())})(?![\w-])")


def befall_the_same(article: Article, one: Happening, other: Happening) -> bool:
    """Whether what happened last befalls the same person or thing as what happened before."""
    text = article.document.text
    if not 0 <= other.start - one.end <= _APART or "\n\n" in text[one.end : other.start]:
        return False
    lead = _blanked(article, one.end, other.start)
    if other.sentence is not one.sentence:
        if _SOMEBODY.search(text, one.verb[1], one.sentence.end) and not _PLACED.search(
            text, one.verb[1], one.sentence.end
        ):
            return False  # "sold it to Ann Peel in 1990. She moved it": who "she" is
        if text[one.end : other.sentence.start].count(". ") > 1 or _is_of_whom_was_told(text, one, other):
            return False
        if one.sentence.end - one.end <= _TAIL and not _TITLE.search(text, one.end, one.sentence.end):
            lead = _blanked(article, other.sentence.start, other.start)
    if other.verb[0] > other.mention.end:
        lead += " " + _blanked(article, other.mention.end, other.verb[0])
    opening = text[one.sentence.start : one.verb[0]]
    known = {word.lower() for word in _WORD.findall(opening)}
    if text[slice(*other.verb)].endswith(" it") and len(lead.split()) <= _SUBJECT:
        return True  # "settlers had founded it"
    strange = [word for word in _WORD.findall(lead) if not _speaks_on(word.lower(), known)]
    # "Opened in 1970, the gallery shows works by painters who died in 1961".
    opens = opening.strip().lower() in _OPENERS and not _BY_PRONOUN.match(text, one.end) and "who" not in lead.split()
    return not strange or (opens and len(strange) <= _SUBJECT and _MARKS.isdisjoint(strange))


def _is_of_whom_was_told(text: str, one: Happening, other: Happening) -> bool:
    """Whether a pronoun may be somebody else of whom the text told before: "She … Hugh died in 1998. In 2015 she gave"."""
    pronoun = _PRONOUN.search(text, other.sentence.start, other.verb[0])
    return pronoun is not None and may_be_another(pronoun[0], one.sentence)


def _speaks_on(word: str, known: set[str]) -> bool:
    """Whether a word names nobody and nothing that was not named before."""
    plain = word.removesuffix("'s").removesuffix("’s")
    return (
        plain in _GOES_ON or plain in known or word.endswith("ly") or (plain in _SYNONYMS and bool(_SYNONYMS & known))
    )


def _blanked(article: Article, start: int, end: int) -> str:
    """A stretch of the text without the amounts and times in it."""
    kept, at = [], start
    for mention in mentions_in(article, start, end):
        kept.append(article.document.text[at : mention.start])
        at = mention.end
    return " ".join((*kept, article.document.text[at:end]))
