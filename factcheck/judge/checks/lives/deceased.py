"""How old somebody was who died: "Ann Lund has died … She was 74", "the singer, who died on Monday, aged 74"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.align.names import BEFORE_NAMES, NAME_WORD
from factcheck.judge.checks.lives.aged import Aged
from factcheck.judge.checks.parts import vocabulary
from factcheck.model import Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Article, Mention, Sentence, Span

_DIES = r"\b(?:died|has died|have died|dies|passed away|was found dead)\b"
_DIED = regex(_DIES)
#: One of these words stands in each of these wordings.
_OF_DEATH = frozenset({"died", "dies", "passed", "dead"})
#: Before an age in the sentence that tells of a death: "died at home on Monday, aged 74".
_DIED_AGED = regex(_DIES + r"[^.;:]{0,80}?\b(?:aged|at|at the age of|at age) $")
#: Of somebody whom no name tells: "the head of the firm, who died at", "her brother, who was".
OF_SOMEBODY = regex(r"\b(?:the|an?|his|her|their|its|my|our) [a-z][a-z’' -]{2,60}, who [a-z ]{1,30}$")
#: A sentence that says no more than how old somebody was.
_WAS = regex(r"(?:She|He) was (?:just |only )?$")
_SURNAME = regex(rf"(?!He\b|She\b|The\b){NAME_WORD}(?:,| died| has| passed)")
#: Of a death long ago an article tells by the way.
_LONG_AGO = regex(r"\bin (?:1\d|20)\d\d\b")
_A_FULL_NAME = rf"{NAME_WORD} (?:(?:[A-Z]\. ?)|(?:{NAME_WORD} ))*{NAME_WORD}"
_FULL_NAME = regex(_A_FULL_NAME)
#: "Country singer Ann Lund", "The actor and former mayor Ann Lund".
_SUBJECT = regex(
    rf"(?:(?!(?:of|by|for|with|from|to|that|said)\b)[A-Za-z][a-z’'-]* ){{0,6}}?(?P<name>{_A_FULL_NAME})(?=[ ,])"
)
#: What people are called by what they do ends so, and some first names too, which costs no more than the first of three.
_IS_WHAT = regex(r"[A-Z][a-z]+(?:er|or|ist|ian|man|woman|ress|star|coach|boss)")
#: How an obituary comes to the birth of whom it is about, at the start of a paragraph.
_WAS_BORN = regex(r"(?:Born\b|(?:He|She) was born\b|(?:He|She) came into the world\b)")
_PRONOUN = regex(r"\b[Ss]?[Hh]e\b")
#: Behind a date of birth, who is born on it: "Born in Leeds in 1950, Orr …".
_WHO = regex(rf"[^.,;]{{0,40}}, (?P<who>{NAME_WORD})")
#: Words that begin a sentence or a title and no name.
_NO_NAMES = BEFORE_NAMES | {"former", "singer"}


def aged_at_death(article: Article) -> Iterator[Aged]:
    """Each age at which an article says that somebody died whom it names in full."""
    text = article.document.text
    earlier: Sentence | None = None
    for sentence in article.sentences:
        for mention in _ages(article, sentence):
            before = text[sentence.start : mention.start]
            told = None
            if OF_SOMEBODY.search(before):
                continue
            if died := _DIED_AGED.search(before):
                told = _subject(before[: died.start()], text[: mention.start])
            elif earlier is not None and _WAS.fullmatch(before) and (died := _DIED.search(earlier.text)):
                told = _subject(earlier.text[: died.start()], text[: mention.start])
            if told and not _LONG_AGO.search(sentence.text):
                yield Aged(told[:-1], told[-1], mention, at_death=True)
        earlier = sentence


def the_dead(article: Article) -> Dead | None:
    """The only person of whom an article says at which age he died; None where there are several or nobody."""
    told = [] if _OF_DEATH.isdisjoint(vocabulary(article)) else list(aged_at_death(article))
    names = {(*aged.first_names, aged.surname) for aged in told}
    return Dead(names.pop(), frozenset(aged.mention.start for aged in told)) if len(names) == 1 else None


class Dead(NamedTuple):
    """Somebody who has died, and where it is told at which age."""

    name: tuple[str, ...]
    ages: frozenset[int]

    def is_born(self, article: Article, number: int, birth: Span) -> bool:
        """Whether a date of birth in a sentence is this person's: "Born in …" opens a paragraph, "Ann Lund, born …"."""
        sentence, text = article.sentences[number], article.document.text
        if text.endswith(f"{' '.join(self.name)}, born ", 0, birth.start):
            return True
        opens = number > 0 and article.sentences[number - 1].paragraph != sentence.paragraph
        if not opens or birth.start < min(self.ages) or not _WAS_BORN.match(text, sentence.start):
            return False
        who = _WHO.match(text, birth.end, sentence.end)
        told = {found[0].lower() for found in _PRONOUN.finditer(text, min(self.ages), sentence.end)}
        return (who is None or who["who"] in self.name) and len(told) < len(("he", "she"))


def _ages(article: Article, sentence: Sentence) -> Iterator[Mention]:
    """What may be an age in a sentence that nobody is quoted with: a whole number of years, or one that stands alone."""
    for mention in article.mentions:
        if mention.start >= sentence.end:
            return
        if mention.start < sentence.start or mention.kind not in {Kind.AGE, Kind.NUMBER} or mention.exact is None:
            continue
        if not sentence.quotes(mention.start):
            yield mention


def _subject(words: str, text: str) -> tuple[str, ...] | None:
    """The full name of whom words tell, or the only one of the text before them where they name nobody."""
    return _named(words) or (None if _SURNAME.match(words) else only_one(text))


def _named(words: str) -> tuple[str, ...] | None:
    """The full name that is the subject of words: the first, with no more than what somebody is before it."""
    found = _SUBJECT.match(words)
    name = _plain(found["name"]) if found else ()
    return name if len(name) > 1 else None


def only_one(text: str) -> tuple[str, ...] | None:
    """The one person whom a text calls by a surname of which it gives the full name; None where there are several or none."""
    names = {name for found in _FULL_NAME.finditer(text) if len(name := _plain(found[0])) > 1}
    known = [name for name in names if text.count(name[-1]) > 1]
    return known[0] if len(known) == 1 else next(iter(names)) if len(names) == 1 else None


def _plain(name: str) -> tuple[str, ...]:
    """The words of a name without titles, and without what somebody is: "Novelist Ann Lund"."""
    words = tuple(word for word in name.replace(".", "").split() if word.lower() not in _NO_NAMES)
    return words[1:] if len(words) > 2 and _IS_WHAT.fullmatch(words[0]) else words
