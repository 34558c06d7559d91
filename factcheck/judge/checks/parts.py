"""The parts of an article: its headline and standfirst, its lead, its captions."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.align.names import NAME_WORD
from factcheck.model import COUNTED, START, Kind, Role
from factcheck.nouns import NamedTuple, remembering
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from factcheck.model import Article, Document, Mention, Quantity, Sentence

#: A label that copy is marked up with ("Headline: …", "Caption: …", "Body: …"), at the start of a sentence.
LABEL = regex(
    r"(?P<headline>headline|title|hed|heading)|(?P<standfirst>standfirst|deck|dek|subhead(?:ing)?|summary|intro)"
    r"|(?P<caption>caption|photo caption|image caption|picture caption|photo|image|picture)"
    r"|(?P<table>table|infobox|fact ?(?:box|file)|key facts|box|chart|graphic|at a glance)|(?P<body>body|text|article|story|copy|main text)",
    re.IGNORECASE,
)
#: No label is longer, in letters.
LONGEST_LABEL = 20
HEADLINE, STANDFIRST, CAPTION, TABLE, BODY = "headline", "standfirst", "caption", "table", "body"

#: Somebody who is meant by a pronoun was spoken of no more letters before.
_SPOKEN_OF = 2000
#: A sentence that begins with a name.
_NAMED = regex(rf"(?!The |An? ){NAME_WORD}")

_BY_ROLE = {Role.HEADLINE: HEADLINE, Role.CAPTION: CAPTION, Role.CELL: TABLE}


def label_of(sentence: Sentence) -> str:
    """The part that a label at its start makes of a sentence, or nothing."""
    text = sentence.document.text
    colon = text.find(":", sentence.start, min(sentence.end, sentence.start + LONGEST_LABEL))
    found = LABEL.fullmatch(text, sentence.start, colon) if colon > 0 else None
    return str(found.lastgroup) if found else ""


#: Small letters for capitals, and blanks for all that is no ASCII letter or digit.
_PLAIN = bytes(ord(chr(code).lower()) if chr(code).isalnum() and code < 128 else ord(" ") for code in range(256))
#: The same, and lines stay lines.
_PLAIN_LINES = _PLAIN[: ord("\n")] + b"\n" + _PLAIN[ord("\n") + 1 :]


#: A longer sentence, in letters, is a list or a table that lost its lines.
LONGEST_SENTENCE = 1000
#: Of so many articles is kept what was read of them.
_KEPT = 16


#: Keeps what was read of the last few articles.
read_once = remembering(_KEPT)


@read_once
def words_by_sentence(article: Article) -> tuple[frozenset[str], ...]:
    """The words of each sentence in small letters, where they are ASCII."""
    plain = _plain(article.document.text)
    return tuple([frozenset(plain[sentence.start : sentence.end].split()) for sentence in article.sentences])


@read_once
def vocabulary(article: Article) -> frozenset[str]:
    """The words of all sentences: a check whose words are not there need not look."""
    return frozenset().union(*words_by_sentence(article))


@lru_cache(maxsize=_KEPT)
def document_words(document: Document) -> frozenset[str]:
    """The same, where nothing but a text is at hand."""
    return plain_words(document.text)


@read_once
def mentions_by_sentence(article: Article) -> tuple[tuple[Mention, ...], ...]:
    """The mentions that begin in each sentence."""
    mentions = article.mentions
    found, at = [], 0
    for sentence in article.sentences:
        first, end = at, sentence.end
        while at < len(mentions) and mentions[at].start < end:
            at += 1
        found.append(mentions[first:at])
    return tuple(found)


def may_be_another(pronoun: str, sentence: Sentence) -> bool:
    """Whether "she" behind a sentence that begins with a name may be somebody of whom the text has spoken before it."""
    text, start = sentence.document.text, sentence.start
    if not _NAMED.match(text, start, sentence.end):
        return False
    who = regex(rf"\b{pronoun}\b", re.IGNORECASE)
    return who.search(text, max(0, start - _SPOKEN_OF), start) is not None


class Telling(NamedTuple):
    """A sentence that mentions something: the how-manieth it is, its words, its mentions, and their kinds."""

    number: int
    sentence: Sentence
    words: frozenset[str]
    mentions: tuple[Mention, ...]
    kinds: frozenset[Kind]


@read_once
def telling(article: Article) -> tuple[Telling, ...]:
    """The sentences that mention an amount or a time, in order: a third of those of the news."""
    every = zip(article.sentences, words_by_sentence(article), mentions_by_sentence(article), strict=True)
    return tuple(
        [
            Telling(number, sentence, words, mentions, frozenset([mention.kind for mention in mentions]))
            for number, (sentence, words, mentions) in enumerate(every)
            if mentions
        ]
    )


def plain_words(text: str) -> frozenset[str]:
    """The words of a text in small letters, cut at all that is no ASCII letter or digit."""
    return frozenset(_plain(text).split())


def longest_words(wordings: Iterable[str]) -> frozenset[str]:
    """The longest word of each wording: a text that has none of them has none of the wordings."""
    lines = "\n".join(wordings).encode("ascii", "replace").translate(_PLAIN_LINES).decode().split("\n")
    return frozenset([max(line.split(), key=len) for line in lines])


def _plain(text: str) -> str:
    """A text in small letters, with a blank for each sign that is no ASCII letter or digit."""
    return text.encode("ascii", "replace").translate(_PLAIN).decode()


def sentences_with(article: Article, words: AbstractSet[str]) -> list[Sentence]:
    """The sentences that have one of these words, as `vocabulary` has them, in order."""
    # Of many words an article has few, and few are looked for sentence by sentence.
    told = vocabulary(article) & words
    if not told:
        return []
    by_sentence = zip(article.sentences, words_by_sentence(article), strict=True)
    return [sentence for sentence, own in by_sentence if not told.isdisjoint(own)]


def sentence_at(article: Article, offset: int) -> Sentence:
    """The sentence that an offset lies in, or the last that begins before it."""
    return article.sentences[sentence_number(article, offset)]


def sentence_number(article: Article, offset: int) -> int:
    """Which of the sentences that is, counted from nought."""
    return max(0, bisect_right(article.sentences, offset, key=START) - 1)


def mentions_in(article: Article, start: int, end: int) -> tuple[Mention, ...]:
    """The mentions that begin in a stretch of the text."""
    first = bisect_left(article.mentions, start, key=START)
    return article.mentions[first : bisect_left(article.mentions, end, key=START)]


def text_between(mention: Mention, start: int, end: int) -> str:
    """What stands between a mention and a place of the same text, whichever comes first."""
    first, second = (end, mention.start) if end <= mention.start else (mention.end, start)
    return mention.document.text[first:second]


@read_once
def exact_numbers(article: Article) -> tuple[tuple[Mention, Quantity], ...]:
    """The counts and bare numbers that are neither hedged nor a range, each with its amount."""
    return tuple(
        (mention, quantity)
        for mention in article.mentions
        if mention.kind in COUNTED and (quantity := mention.exact) is not None
    )


@read_once
def parts(article: Article) -> tuple[tuple[str, Sentence], ...]:
    """Each sentence with the part that it belongs to; a label holds until the paragraph ends or another follows."""
    found: list[tuple[str, Sentence]] = []
    text, paragraph, label = article.document.text, -1, ""
    for sentence in article.sentences:
        if sentence.paragraph != paragraph:
            paragraph, label = sentence.paragraph, ""
        # Few sentences have a colon so early.
        if text.find(":", sentence.start, sentence.start + LONGEST_LABEL) > 0:
            label = label_of(sentence) or label
        part = label or _BY_ROLE.get(sentence.role, BODY)
        if part == HEADLINE and not label and sentence.paragraph > 0:
            part = BODY
        found.append((part, sentence))
    return tuple(found)


@read_once
def headline_and_body(article: Article) -> tuple[Sentence | None, tuple[Sentence, ...]]:
    """The headline, None where there is none, and the sentences of the text below it."""
    told = parts(article)
    headline = next((sentence for part, sentence in told if part == HEADLINE), None)
    below = headline.end if headline else 0
    return headline, tuple([sentence for part, sentence in told if part == BODY and sentence.start >= below])
