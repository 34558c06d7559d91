"""What a text leaves out, so that nobody can check it: of what, since when, in which unit."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_in, sentence_number, sentences_with
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import START, Article, Kind, Mention, Role, Sentence, Span
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_CHANGES = "|".join(
    (*WORD_CLASSES["rise"], *WORD_CLASSES["fall"], *WORD_CLASSES["went-up"], *WORD_CLASSES["went-down"])
)
#: Who says so, at the end.
_SAID = r"(?:,? (?:according to [^,.]{1,40}|(?:[\w’'-]+ ){1,5}(?:said|says|say|show(?:ed|s)?|report(?:ed|s)?|announced|found|warn(?:ed|s)?|complain(?:ed|s)?|claim(?:ed|s)?|admit(?:ted|s)?|insist(?:ed|s)?|estimate[sd]?|believe[sd]?|fear(?:ed|s)?|reckon(?:ed|s)?|argue[sd]?|add(?:ed|s)|note[sd]|revealed|stated|confirm(?:ed|s)|boast(?:ed|s)?|told(?: [\w’'-]+){1,4})(?: (?:on )?\w+day)?))?"
_CHANGED = regex(
    rf"^(?:The |Its |Their |In \w+, |But |And )?(?:\w[\w’'-]* ){{1,6}}(?:has |have |had |has been |have been |was |were )?(?:{_CHANGES})(?: sharply| steadily| slightly)? (?:by )?(?:(?:more|less) than |over |almost |nearly )?$"
)
_FRACTIONS = "half third thirds quarter quarters fifth fifths sixth eighth tenth tenths".split()
#: "Traffic deaths dropped by a fifth."
_BY_A_FRACTION = regex(
    rf"^(?:\w[\w’'-]* ){{1,7}}(?:has |have |had )?(?:{_CHANGES}) by (?P<part>(?:almost |nearly |about |over )?(?:an? |one[ -]|two[ -]|three[ -])?{any_of(_FRACTIONS)}){_SAID}[.!]?$"
)
_END = regex(rf"^{_SAID}[.!]?[\"”’']?\s*$")


@check("lone-change", of=Article)
def lone_change(article: Article) -> Iterator[Verdict]:
    """Changes in percent whose sentence, and the ones beside it, say neither from what nor since when."""
    mentions = article.mentions
    for at, mention in enumerate(mentions):
        if mention.kind is not Kind.PERCENTAGE:
            continue
        number = bisect_right(article.sentences, mention.start, key=START) - 1
        sentence = article.sentences[number]
        if sentence.role is not Role.BODY or not _is_alone(mentions, at, _around(article, number)):
            continue
        text = article.document.text
        if _CHANGED.match(text[sentence.start : mention.start]) and _END.match(text[mention.end : sentence.end]):
            yield Clash((mention.span,))
    yield from _by_fractions(article)


#: In a longer sentence more is said of a change, in letters.
_SHORT = 100
_MULTIPLES = "doubled trebled tripled quadrupled halved".split()
_MULTIPLIED = regex(
    rf"^(?:\w[\w’'-]* ){{1,5}}?(?:has |have |had )?(?P<part>(?:more than |almost |nearly )?{any_of(_MULTIPLES)}){_SAID}[.!]?$"
)

#: Words of which a sentence of either kind has one.
_BY_PARTS = frozenset((*_FRACTIONS, *_MULTIPLES))


def _by_fractions(article: Article) -> Iterator[Verdict]:
    """The same of changes by a fraction in words."""
    for sentence in sentences_with(article, _BY_PARTS):
        if sentence.role is not Role.BODY or sentence.end - sentence.start > _SHORT:
            continue
        found = _BY_A_FRACTION.match(sentence.text) or _MULTIPLIED.match(sentence.text)
        if found is None:
            continue
        first, last = _around(article, sentence_number(article, sentence.start))
        if not any(
            not _is_fraction(mention, sentence, found) for mention in mentions_in(article, first.start, last.end)
        ):
            yield Clash(
                (Span(article.document, sentence.start + found.start("part"), sentence.start + found.end("part")),)
            )


def _is_fraction(mention: Mention, sentence: Sentence, found: re.Match[str]) -> bool:
    return sentence.start + found.start("part") <= mention.start < sentence.start + found.end("part")


def _around(article: Article, number: int) -> tuple[Sentence, Sentence]:
    """The sentences before and behind one, or itself at an end of the article."""
    sentences = article.sentences
    return sentences[max(0, number - 1)], sentences[min(len(sentences) - 1, number + 1)]


def _is_alone(mentions: tuple[Mention, ...], at: int, around: tuple[Sentence, Sentence]) -> bool:
    """Whether no other amount or time is mentioned near it."""
    before, behind = mentions[at - 1] if at else None, mentions[at + 1] if at + 1 < len(mentions) else None
    first, last = around
    return (before is None or before.end <= first.start) and (behind is None or behind.start >= last.end)
