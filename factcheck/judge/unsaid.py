"""What a text leaves out, so that nobody can check it: of what, since when, in which unit."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.judge.word_classes import WORD_CLASSES
from factcheck.model import Article, Kind, Mention, Role, Sentence
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_CHANGES = "|".join((*WORD_CLASSES["rise"], *WORD_CLASSES["fall"], "went up", "went down", "is up", "is down"))
_CHANGED = regex(rf"^(?:The |Its |Their |In \w+, )?(?:\w[\w’'-]* ){{1,4}}(?:has |have |had )?(?:{_CHANGES}) (?:by )?$")
_END = regex(r"^[.!]?[\"”’']?\s*$")


@check("lone-change", of=Article)
def lone_change(article: Article) -> Iterator[Verdict]:
    """Changes in percent whose sentence, and the ones beside it, say neither from what nor since when."""
    mentions = article.mentions
    for at, mention in enumerate(mentions):
        if mention.kind is not Kind.PERCENTAGE:
            continue
        number = bisect_right(article.sentences, mention.start, key=lambda sentence: sentence.start) - 1
        sentence = article.sentences[number]
        if sentence.role is not Role.BODY or not _is_alone(mentions, at, _around(article, number)):
            continue
        text = article.document.text
        if _CHANGED.match(text[sentence.start : mention.start]) and _END.match(text[mention.end : sentence.end]):
            yield Clash((mention.span,))


def _around(article: Article, number: int) -> tuple[Sentence, Sentence]:
    """The sentences before and behind one, or itself at an end of the article."""
    sentences = article.sentences
    return sentences[max(0, number - 1)], sentences[min(len(sentences) - 1, number + 1)]


def _is_alone(mentions: tuple[Mention, ...], at: int, around: tuple[Sentence, Sentence]) -> bool:
    """Whether no other amount or time is mentioned near it."""
    before, behind = mentions[at - 1] if at else None, mentions[at + 1] if at + 1 < len(mentions) else None
    first, last = around
    return (before is None or before.end <= first.start) and (behind is None or behind.start >= last.end)
