"""Closed lists of names in running text, and what their sentences tell of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.align.names import NO_NAMES, names_of
from factcheck.align.senses import sense
from factcheck.attach import times_of
from factcheck.attach.words import words_of
from factcheck.judge.checks.parts import mentions_in, read_once, sentence_at
from factcheck.model import Article, Sentence, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.attach.words import Word

#: A name behind its first letter: all that is read of names begins with that one, which most letters of a text are not.
_REST = r"(?:(?<=[FSM])t\. [A-Z])?[\w’'-]+(?: [A-Z][\w’'-]+)*"
_NAME = rf"[A-Z]{_REST}"
#: Three names at least, or two behind what says that they are all, and none besides them.
_LIST = regex(
    rf"(?P<names>[A-Z](?:{_REST}(?:, (?:the )?{_NAME})+|(?:(?<= as [A-Z])|(?<= are [A-Z])|(?<= were [A-Z])){_REST}),? and (?:the )?{_NAME})(?![\w’'-])"
    r"(?!,? (?:among|and|as well|or|plus) | \d)"
)
_MEMBER = regex(_NAME)
#: Right before a list, an article and what is done with all of them, or what is said of them.
_BEFORE = regex(r"(?P<verb>[a-z][\w’'-]*):? (?:the )?\Z")
#: Behind these stands what somebody has at one time ("his Arland, Borland and Corland titles"), and what is not all.
_OWNED = frozenset("his her its their our my your".split())
_NOT_ALL = frozenset("like than not neither or except excluding without versus".split())
#: A list so opens a sentence: nothing stands before it but a day.
_OPENS = regex(r"[\W\d]*(?:(?:On|In|Last|Yesterday|Today)(?: [A-Z][a-z]+| [a-z]+){0,2},? )?")
#: Who says so, at the end or the beginning of a sentence, is none of what it tells.
_SAID = regex(
    r",? (?:(?:[\w’'-]+ ){1,6}(?:said|says|reported|announced)\b|according to ).*|\A(?:[\w’'-]+ ){1,4}(?:said|says) (?:that )?"
)
#: Before a list, these say that there may be more.
OPEN = regex(r"\b(?:including|such as|among|mostly|chiefly|some of|most of|two of|one of)\b[^.;]{0,20}$")
#: Before a list, a phrase is looked for so far, in letters.
WINDOW = 60


class Listed(NamedTuple):
    """A closed list of names."""

    span: Span
    sentence: Sentence
    names: tuple[str, ...]
    #: The telling word nearest to it among those before it, and the first of its sentence, each by its sense; "" where it opens its sentence.
    nearest: str
    first: str
    #: The senses of the telling words of its sentence that are no names.
    told: frozenset[str]
    #: Whom or what else its sentence names.
    beside: frozenset[str]
    times: frozenset[str]


@read_once
def lists_in(article: Article) -> tuple[Listed, ...]:
    """The closed lists of an article, in order."""
    return tuple(_lists_in(article))


def _lists_in(article: Article) -> Iterator[Listed]:
    text = article.document.text
    for match in _LIST.finditer(text):
        sentence = sentence_at(article, match.start())
        start, end = match.span("names")
        while (word := text[start:end].partition(" ")[0]).lower() in NO_NAMES:
            start += len(word) + 1
        before = _BEFORE.search(text, max(sentence.start, start - WINDOW), start)
        verb = before["verb"] if before else ""
        opens = not verb and _OPENS.fullmatch(text, sentence.start, start) is not None
        if end > sentence.end or not (verb or opens) or verb in _OWNED or verb in _NOT_ALL:
            continue
        if OPEN.search(text[max(sentence.start, start - WINDOW) : start]):
            continue
        names = tuple(name[0] for name in _MEMBER.finditer(text, start, end))
        yield _listed(article, sentence, Span(article.document, start, end), names)


def _listed(article: Article, sentence: Sentence, span: Span, names: tuple[str, ...]) -> Listed:
    text = article.document.text
    rest = [*names_of(text, sentence.start, span.start), *names_of(text, span.end, sentence.end)]
    before, told = told_in(sentence, span)
    return Listed(
        span,
        sentence,
        names,
        before[-1] if before else "",
        before[0] if before else "",
        told,
        frozenset(name.text for name in rest if " " in name.text),
        frozenset(times_of(mentions_in(article, sentence.start, sentence.end))),
    )


def told_in(sentence: Sentence, span: Span) -> tuple[list[str], frozenset[str]]:
    """The senses of a sentence's telling words before a place, in order, and of all outside it; no names, and not who says so."""
    said = [found.span() for found in _SAID.finditer(sentence.text)]
    telling = [
        word
        for at, word in enumerate(words_of(sentence))
        if not word.empty
        and not (word.capital and at)
        and not span.start <= word.start < span.end
        and not any(start <= word.start - sentence.start < end for start, end in said)
    ]
    before = [_sense(word) for word in telling if word.end <= span.start]
    return before, frozenset(map(_sense, telling))


def sense_of(stemmed: str) -> str:
    """What a word tells by its stem, the same of "fly" and "flies"."""
    told = sense(stemmed)
    return told[:-1] + "i" if told.endswith("y") else told


def _sense(word: Word) -> str:
    return sense_of(word.stem)
