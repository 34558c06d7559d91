"""Series of games: their score and the number of the game."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.numbers import CARDINALS
from factcheck.judge.checks import check
from factcheck.judge.parts import sentences_with
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = r"\d|one|two|three|four|five|six|seven|eight|nine"
#: "3-2", "four games to two".
_SCORE = rf"(?P<score>(?P<one>{_NUMBER})(?:[-–]| games to | matches to )(?P<other>{_NUMBER})(?![-–\w]))"
#: "game seven", "four games".
_GAME = rf"(?P<game>[Gg]ame (?P<number>{_NUMBER})\b|(?P<games>{_NUMBER}) games\b)"
_DECIDED = (
    r"(?:[Ww][io]n(?:s|ning)?|[Tt]ook|[Tt]akes?|[Cc]linch(?:ed|es)?|[Ll]ost|[Ll]ead(?:s|ing)?|[Ll]ed|[Tt]rail(?:s|ed|ing)?|[Ss]ealed|[Ee]nded"
    r"|[Cc]losed out|[Ww]rapped up|[Cc]aptured|[Ss]ecured) (?:the|their|its|a|that) (?:[\w-]+ ){0,3}series"
)
_WORDS = r"(?:[\w’']+ ){0,4}?"
_SERIES = (
    # "won the series 3-2 in game seven", "took the series 4-1 after winning Game 6"
    regex(rf"\b{_DECIDED},? (?:by )?{_SCORE},? {_WORDS}(?:in|after|with|taking|winning) {_WORDS}{_GAME}"),
    # "in Game 5 the Reds clinched the series, four games to two"
    regex(rf"\b[Ii]n {_GAME},? {_WORDS}{_DECIDED},? (?:by )?{_SCORE}"),
    # "won game six to take the series 4-1"
    regex(rf"\b(?:[Ww][io]n(?:ning)?|[Tt]ook|[Ll]ost) {_GAME},? {_WORDS}to {_DECIDED},? {_SCORE}"),
)
#: Games without a winner do not count for the score.
_TIES = regex(r"\b(?:tied?|draw[ns]?|abandoned|rained off|no result|rain|before|entering|going into|ahead of)\b")


@check("series-score", of=Article)
def series_score(article: Article) -> Iterator[Verdict]:
    """A series whose games do not add up to the number of the last one."""
    text = article.document.text
    told = sentences_with(article, {"series"})
    for found in chain.from_iterable(wording.finditer(text, one.start, one.end) for one in told for wording in _SERIES):
        if _TIES.search(text, max(0, found.start() - 60), found.end() + 60):
            continue
        one, other = _number(found["one"]), _number(found["other"])
        played, number = one + other, _number(found["number"] or found["games"])
        spans = (
            Span(article.document, *found.span("score")),
            Span(article.document, *found.span("game")),
        )
        working = f"{one} + {other} = {played}"
        yield Accord(spans, working) if played == number else Clash(spans, {"played": str(played)}, arithmetic=working)


def _number(told: str) -> int:
    return int(told) if told.isdigit() else int(CARDINALS[told])
