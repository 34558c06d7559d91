"""Wins and losses in a row, held against the results that the same sentence tells."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.numbers import CARDINALS, ORDINALS, number_told
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at, sentences_with
from factcheck.judge.verdicts import Clash, Verdict, in_text_order
from factcheck.model import Article, Span
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

#: What came of a game, and the words that tell it.
_RESULTS = {
    "win": "win wins won winning victory victories beat beating triumph",
    "loss": "loss losses lost losing defeat defeats beaten",
    "draw": "draw draws drew drawn drawing tie ties tied stalemate",
}
KIND = {word: kind for kind, words in _RESULTS.items() for word in words.split()}
_RESULT = regex(rf"(?<![\w-])(?:{any_of(KIND)})(?![\w-])")
_COUNT = rf"(?P<count>{any_of((*CARDINALS, *ORDINALS))}|\d{{1,2}}(?:st|nd|rd|th)?)"
_GAME = r"(?P<game>wins?|victor(?:y|ies)|loss(?:es)?|defeats?|draws?)"
_ROW = r"(?:straight|consecutive|successive)"
_STREAK = regex(rf"\b{_COUNT}(?P<row> {_ROW})? {_GAME}(?P<behind> in a row| on the (?:trot|spin|bounce))?\b")
_SIGNS = frozenset("straight consecutive successive row trot spin bounce unbeaten undefeated winless winning".split())
#: A run that some results leave whole and others break: "an unbeaten run of six".
_RUN = regex(
    rf"\b(?P<sort>unbeaten|undefeated|winless|winning)(?: run| streak)? (?:of|in|for)(?: (?:their|its|the|his|her) last)? (?P<count>{any_of(CARDINALS)}|\d{{1,2}})\b"
    rf"|\b(?P<many>{any_of(CARDINALS)}|\d{{1,2}})[- ](?:game|match) (?P<kind>unbeaten|undefeated|winless|winning) (?:run|streak)\b"
)
_BREAKS = {"unbeaten": {"loss"}, "undefeated": {"loss"}, "winless": {"win"}, "winning": {"loss", "draw"}}
_MANY = regex(rf"(?<![\w-])(?P<many>an?|{any_of(CARDINALS)}|\d{{1,2}}) (?:[a-z]+ )?(?:\d{{1,2}}[-–]\d{{1,2}} )?$")
#: "On Saturday and Monday", "in Madrid and Paris".
_AND_ANOTHER = regex(r" and (?:(?:in|on|at|against) )?(?=[A-Z])")
#: The streak's own game is not among those that it comes after.
_AFTER = regex(r"\b(?:after|follow(?:s|ed|ing)|came)\b")
#: Before the streak a verb may stand that only says that it happened: "won their fifth straight".
_LEADS = 24


@check("streak", of=Article, told_by=_SIGNS)
def streak(article: Article) -> Iterator[Verdict]:
    """Streaks of more games than the results beside them leave, of which one breaks the streak."""
    text = article.document.text
    yield from _broken_runs(article)
    for found in chain.from_iterable(
        _STREAK.finditer(text, one.start, one.end) for one in sentences_with(article, _SIGNS)
    ):
        if not (found["row"] or found["behind"]):
            continue
        sentence = sentence_at(article, found.start())
        kind = KIND[found["game"]]
        told = [
            (other, KIND[other[0]])
            for other in _RESULT.finditer(text, sentence.start, sentence.end)
            if not found.start() - _LEADS <= other.start() < found.end()
        ]
        like = sum(_games(text, other, sentence.end) for other, of in told if of == kind)
        breaks = [other for other, of in told if of != kind]
        like += bool(like and _AFTER.search(sentence.text))
        if like and breaks and like < number_told(found["count"]):
            spans = (Span(article.document, *found.span("count")), Span(article.document, *breaks[0].span()))
            yield Clash(
                in_text_order(*spans),
                {"streak": found[0], "break": breaks[0][0]},
                arithmetic=f"{like} of the kind told beside it, and “{breaks[0][0]}”",
            )


def _broken_runs(article: Article) -> Iterator[Verdict]:
    """Runs that are told beside all their results, of which one breaks them: "two wins, a defeat and three draws, an unbeaten run of six"."""
    text = article.document.text
    for sentence in sentences_with(article, _BREAKS.keys()):
        for found in _RUN.finditer(text, sentence.start, sentence.end):
            told = [
                (other, KIND[other[0]])
                for other in _RESULT.finditer(text, sentence.start, sentence.end)
                if not found.start() <= other.start() < found.end()
            ]
            breaks = [other for other, kind in told if kind in _BREAKS[found["sort"] or found["kind"]]]
            games = sum(_how_many(text, other) for other, _ in told)
            if breaks and len(told) > len(breaks) and games == number_told(found["count"] or found["many"]):
                count = found.span("count" if found["count"] else "many")
                spans = (Span(article.document, *count), Span(article.document, *breaks[0].span()))
                yield Clash(
                    tuple(sorted(spans, key=lambda span: span.start)), {"streak": found[0], "break": breaks[0][0]}
                )


def _how_many(text: str, result: re.Match[str]) -> int:
    many = _MANY.search(text, max(0, result.start() - _LEADS), result.start())
    return number_told(many["many"]) if many and many["many"] not in ("a", "an") else 1


def _games(text: str, result: re.Match[str], end: int) -> int:
    """How many games a word tells of: "losses on Saturday and Monday" are two."""
    behind = text[result.end() : end].partition(",")[0].partition(";")[0]
    other = _RESULT.search(behind)
    return 1 + len(_AND_ANOTHER.findall(behind[: other.start()] if other else behind))
