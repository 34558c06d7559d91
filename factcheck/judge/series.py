"""Series of games: their score and the number of the game."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lexicon.numbers import CARDINALS
from factcheck.judge.checks import check
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = "one|two|three|four|five|six|seven|eight|nine"
#: "won the series 3-2 in game seven", "took the best-of-seven series 4-1 in Game 6", "lead the series 2-1 after Game 3".
_SERIES = regex(
    rf"\b(?P<verb>[Ww][io]n(?:s|ning)?|[Tt]ook|[Tt]akes|[Cc]linched|[Cc]linches|[Ll]ost|[Ll]eads?|[Ll]ed|[Tt]rails?|[Tt]railed|[Ss]ealed|[Ee]nded)"
    rf" (?:the|their|its|a|that) (?:[\w-]+ ){{0,3}}series,? (?P<one>\d)[-–](?P<other>\d),? (?:\w+ ){{0,3}}?"
    rf"(?P<way>in|after|with) (?:a (?:win|victory|loss|defeat) in )?"
    rf"(?P<game>[Gg]ame (?P<number>\d|{_WORDS})|(?P<games>\d|{_WORDS}) games)\b"
)
#: Games without a winner do not count for the score.
_TIES = regex(r"\b(?:tied?|draw[ns]?|abandoned|rained off|no result|rain|before|entering|going into|ahead of)\b")


@check("series-score", of=Article)
def series_score(article: Article) -> Iterator[Verdict]:
    """A series whose games do not add up to the number of the last one."""
    text = article.document.text
    if "series" not in text:
        return
    for found in _SERIES.finditer(text):
        if _TIES.search(text, max(0, found.start() - 60), found.end() + 60):
            continue
        played = int(found["one"]) + int(found["other"])
        told = found["number"] or found["games"]
        number = int(told) if told.isdigit() else int(CARDINALS[told])
        spans = (
            Span(article.document, found.start("one"), found.end("other")),
            Span(article.document, *found.span("game")),
        )
        working = f"{found['one']} + {found['other']} = {played}"
        yield Accord(spans, working) if played == number else Clash(spans, {"played": str(played)}, arithmetic=working)
