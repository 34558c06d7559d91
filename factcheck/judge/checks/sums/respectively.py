"""Two lists that "respectively" pairs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.attach.words import EMPTY
from factcheck.extract.lexicon.calendar_words import MONTHS, WEEKDAYS
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_in
from factcheck.judge.checks.sums.lists import LONGEST, NAME_WRITTEN, members, small_numbers
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import Article, Span
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Mention, Sentence

_NAMES = regex(rf"(?<![\w’'-])(?:{NAME_WRITTEN}, ){{0,{LONGEST}}}{NAME_WRITTEN},? and (?:{NAME_WRITTEN})")
_JOINED = regex(r", (?:and |or )?| (?:and|or|&) ")


@check("respectively", of=Article, told_by=["respectively"])
def respectively(article: Article) -> Iterator[Verdict]:
    """The two lists that "respectively" pairs, and whether one is as long as the other."""
    for sentence in article.sentences:
        if "respectively" not in sentence.text.lower():
            continue
        lists = sorted(
            (*_lists_of_amounts(sentence, article), *_medals(sentence), *_lists_of_names(sentence)),
            key=lambda one: one[0].start,
        )
        if len(lists) == 1:
            lists = sorted((*lists, *_announced(sentence, article, lists[0][0])), key=lambda one: one[0].start)
        if len(lists) != 2 or lists[0][0].overlaps(lists[1][0]):
            continue
        (first, one), (second, other) = lists
        if one == other:
            yield Accord((first, second), f"both lists have {one} members")
        else:
            yield Clash(
                (second, first),
                {"one": number_in_words(one), "other": number_in_words(other)},
                arithmetic=f"{one} and {other} members",
            )


def _announced(sentence: Sentence, article: Article, listed: Span) -> list[tuple[Span, int]]:
    """The one small count before a list, where nothing but a number says how many the others are: "the two towers"."""
    counts = [
        announced
        for announced in small_numbers(article)
        if sentence.start <= announced.span.start < listed.start and not announced.span.overlaps(listed)
    ]
    return [(counts[0].span, counts[0].number)] if len(counts) == 1 else []


def _lists_of_amounts(sentence: Sentence, article: Article) -> Iterator[tuple[Span, int]]:
    """Amounts or times of one sentence that nothing but commas and "and" keep apart."""
    text = article.document.text
    said = mentions_in(article, sentence.start, sentence.end)
    run = list(said[:1])
    for before, mention in pairwise(said):
        if _JOINED.fullmatch(text, before.end, mention.start):
            run.append(mention)
            continue
        yield from _run(run, text)
        run = [mention]
    yield from _run(run, text)


def _run(run: Sequence[Mention], text: str) -> Iterator[tuple[Span, int]]:
    if len(run) > 1 and " and " in text[run[-2].end : run[-1].start].replace(",", ""):
        yield Span(run[0].document, run[0].start, run[-1].end), len(run)


#: Behind two names that open their sentence, and nothing else.
_ALL_MEDALS = regex(
    rf"\W*{NAME_WRITTEN} and {NAME_WRITTEN} (?:won|took|claimed|collected|earned|picked up|win|take) (?:the )?(?P<medals>gold, silver,? and bronze)\b"
)


def _medals(sentence: Sentence) -> Iterator[tuple[Span, int]]:
    """Three medals in a row."""
    found = _ALL_MEDALS.match(sentence.document.text, sentence.start, sentence.end)
    if found:
        yield Span(sentence.document, *found.span("medals")), 3


#: Things in a row that open a sentence, up to its verb: "Harbour dues, landing fees and ice charges rose".
_MORE = r"(?: (?!and )[a-z’'-]+){0,2}?"
_THINGS_FIRST = regex(
    rf"\W*(?P<list>(?:The |Its |Their )?(?P<first>[A-Za-z][a-z’'-]+){_MORE}(?:, [a-z’'-]+{_MORE}){{1,6}},? and [a-z’'-]+{_MORE})"
    rf" (?:{any_of((*WORD_CLASSES['rise'], *WORD_CLASSES['fall'], *WORD_CLASSES['verb'], 'go', 'went', 'cost', 'make', 'made'))}) "
)
#: These open a sentence and are no member of its list: "Last year, milk and eggs".
_OPENERS = frozenset(("meanwhile", "overall", "once", "today", "elsewhere", *WEEKDAYS, *MONTHS)) | EMPTY


#: "Oda (Japan), Leith and Morrow" and "Oda, of Japan, and Leith" begin before what reads as their names.
_GOES_BEFORE = ("), ", ", of ", ", from ")


def _lists_of_names(sentence: Sentence) -> Iterator[tuple[Span, int]]:
    document = sentence.document
    things = _THINGS_FIRST.match(document.text, sentence.start, sentence.end)
    if things and things["first"].lower() not in _OPENERS and not things["first"].endswith("ly"):
        yield Span(document, *things.span("list")), len(_JOINED.split(things["list"]))
        return
    for found in _NAMES.finditer(document.text, sentence.start, sentence.end):
        named = members(found[0])
        if named is not None and not document.text.endswith(_GOES_BEFORE, 0, found.start()):
            yield Span(document, *found.span()), len(named)
