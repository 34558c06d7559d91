"""What a text says of a person’s life: the stretches that tell of one birth, and perhaps of one death."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.nouns import RELATIVES
from factcheck.judge.checks.parts import mentions_in, sentence_number, vocabulary
from factcheck.judge.moments import days
from factcheck.model import Article, Kind, Mention, Sentence
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

#: Where a birth may be told, right before its date or right behind it.
_BIRTH = regex(
    r"(?:[Bb]orn|b\.|[Bb]irth(?:day)?|lived from|came into the world|entered the world|saw the light of day)\b"
)
#: One of these words is there where one is, and these stand right before the first of two dates: "(1931–2004)".
_BIRTH_WORDS = frozenset("born b birth birthday lived world light".split())
_OPENS = tuple(f"{mark}{blank}" for mark in "(," for blank in ("", " ", "\n", " \n"))
#: A date of birth or death: the word that tells it, and what may stand between it and the date.
_BORN = regex(
    r"\b(?:[Bb]orn|b\.|(?<!\d[a-z]{2} )birthday|birth|lived from|came into the world|entered the world|saw the light of day)\b(?:(?! (?:who|when|whose|died|since|after|before|and then) )[^.;()\d]){0,60}$"
)
_DIED = regex(
    r"\b(?:died|dies|dead|passed away|perished|killed|murdered|death|d\.)\b(?:(?! (?:who|whose|when|born|after) )[^.;()]){0,60}$"
)
_DIED_BEHIND = regex(r",? (?:\w+ ){0,4}(?:died|passed away|was (?:killed|murdered|executed))\b")
#: "(1931–2004)", ", 1888-1960,".
_LASTED_FROM, _LASTED, _LASTED_TO = (
    regex(r"[(,] ?(?:born |b\. )?$|\blived from $"),
    regex(r" ?[-–—] ?| to |, d\. "),
    regex(r" ?[),]| and (?:died|reached|lived|was)\b"),
)
#: Whose age it is that stands there may be another's.
OTHERS = RELATIVES | {"whose"}
#: What leads to an age that is the pronoun's own, and not that of "Hugh Dace, 40": "when she was", "at".
_ITS_OWN = regex(
    r"\b(?:s?he (?:was|turned|had turned)|[Aa]t(?: the age of| age)?)(?: just| only| already| still)? (?=\d)"
)
_GENDERS = {"he": "man", "him": "man", "his": "man", "she": "woman", "her": "woman", "hers": "woman"}
#: Kin that is whoever is told of: "the 70-year-old grandmother", "whose date of birth is".
_HERSELF = regex(
    r"-year-old (?:\w+ )?\w+|\bwhose (?:date of birth|birth(?:day|date)?)\b"
    r"|\b(?:[Hh]is|[Hh]er|whose) (?:mother|mum)(?:, (?:an? |the )[^,.;\d]*,)? (?:had )?(?:gave|given) birth to (?:him|her)\b"
)
#: The second of two sentences that speak of one person.
_SPEAKS_ON = regex(
    r"\W*(?:(?:In|On|At|Aged|Now|By|When|Since)\b[^.]{0,30}?\b)?(?P<who>[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Tt]he (?:\w+[ -]){0,2}\w+|(?:M[rs]s?\.? |Dr )?[A-Z][\w’'-]+)\b"
)
#: The third of three speaks on of the same only by a pronoun.
_HE = regex(r"(?:He|She)\b")
#: A longer stretch, in letters, is a list.
_LONGEST = 600


class Life(NamedTuple):
    """What a stretch of the text says of one person's life."""

    start: int
    end: int
    #: Where the word that tells of the birth begins.
    born: int
    birth: Mention
    death: Mention | None


def lives_in(article: Article) -> Iterator[Life]:
    """Each stretch of a sentence, or else of two, that has one birth."""
    text, sentences = article.document.text, article.sentences
    dates = (mention.start for mention in article.mentions if mention.kind is Kind.DATE and days(mention))
    births = vocabulary(article) & _BIRTH_WORDS
    told = {
        sentence_number(article, start)
        for start in dates
        if text.endswith(_OPENS, 0, start) or (births and _BIRTH.search(text, max(0, start - 80), start))
    }
    known: list[Life] = []
    for at in sorted(told):
        known += _life(article, sentences[at].start, sentences[at].end)
        for first in (at - 1, at):
            pair = sentences[first : first + 2] if first >= 0 else ()
            if len(pair) == 2 and _speaks_on(text, *pair):
                yield from _life(article, pair[0].start, pair[1].end)
        three = sentences[at : at + 3]
        if len(three) == 3 and _speaks_on(text, *three[:2]) and _HE.match(three[2].text) and _HE.match(three[1].text):
            yield from _life(article, three[0].start, three[2].end)
    yield from known
    if len(known) == 1:
        yield from _told_on(article, known[0])


def _told_on(article: Article, life: Life) -> Iterator[Life]:
    """What later sentences say of the only person whose birth an article tells: "in 1965, when she was 31"."""
    at = sentence_number(article, life.birth.start)
    who = _pronouns(article.sentences[at])
    for sentence in article.sentences[at + 1 :] if len(who) == 1 else ():
        if not sentence.quotations and _pronouns(sentence) == who and OTHERS.isdisjoint(_words(sentence.text)):
            for found in _ITS_OWN.finditer(article.document.text, sentence.start, sentence.end):
                yield Life(found.start(), sentence.end, life.born, life.birth, None)


def _pronouns(sentence: Sentence) -> set[str]:
    """Whether a sentence speaks of a man or of a woman."""
    return {_GENDERS[word] for word in _GENDERS.keys() & _words(sentence.text)}


def _words(text: str) -> list[str]:
    return text.lower().replace(",", " ").split()


def _speaks_on(text: str, one: Sentence, other: Sentence) -> bool:
    """Whether a sentence may go on about the person of the one before."""
    who = _SPEAKS_ON.match(text, other.start, other.end) if one.paragraph == other.paragraph else None
    return who is not None and _is_known(who["who"], one.text)


def _is_known(who: str, before: str) -> bool:
    """Whether "he", "the singer" or "Ms Lo" may be the person of the sentence before."""
    return (
        not who[0].isupper()
        or who in ("He", "She", "His", "Her")
        or who.startswith("The ")
        or who.rpartition(" ")[2] in before
    )


def _life(article: Article, start: int, end: int) -> Iterator[Life]:
    """What a stretch says, unless it tells of two births, or of relatives."""
    text = article.document.text
    dated = [mention for mention in mentions_in(article, start, end) if mention.kind is Kind.DATE and days(mention)]
    if not dated or end - start > _LONGEST or not OTHERS.isdisjoint(_words(_HERSELF.sub(" ", text[start:end]))):
        return
    births = [
        (mention, found) for mention in dated if (found := _where_told(text, start, mention, dated, _BORN)) is not None
    ]
    deaths = [
        mention
        for mention in dated
        if _where_told(text, start, mention, dated, _DIED) is not None or _died_then(text, mention, dated, end)
    ]
    for first, last in pairwise(dated):
        if (
            _LASTED_FROM.search(text[max(start, first.start - 12) : first.start])
            and _LASTED.fullmatch(text, first.end, last.start)
            and _LASTED_TO.match(text, last.end)
        ):
            births = [*(birth for birth in births if birth[0] is not first), (first, first.start)]
            deaths = [*(death for death in deaths if death is not last), last]
    deaths = [death for death in deaths if all(death is not birth for birth, _ in births)]
    if len(births) == 1 and len(deaths) <= 1:
        yield Life(start, end, births[0][1], births[0][0], deaths[0] if deaths else None)


def _where_told(
    text: str, start: int, mention: Mention, dated: Sequence[Mention], words: re.Pattern[str]
) -> int | None:
    """Where the words stand that make a date one of birth, or of death, or None."""
    before = max((other.end for other in dated if other.end <= mention.start), default=start)
    at = max(start, before, mention.start - 80)
    found = words.search(text, at, mention.start)
    return found.start() if found else None


def _died_then(text: str, mention: Mention, dated: Sequence[Mention], end: int) -> bool:
    """Whether a date that opens its clause is that of a death: "In 1996 she died"."""
    after = min((other.start for other in dated if other.start >= mention.end), default=end)
    return _DIED_BEHIND.match(text, mention.end, after) is not None
