"""The score of a headline, held against the one by which the text under it tells that the game was won."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import headline_and_body
from factcheck.judge.checks.sums.results import ANY_SCORE, OUTCOME, SCORE, sides
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.model import Sentence

#: How many sentences of a text tell how the game ended.
LEAD = 3
#: Somebody plays, and the score behind it; "won and improved to 41-25" is no score.
_ENDED = regex(
    r"\b(?:won|wins?|beat|beats|lost|loses?|drew|thrashed|thumped|downed|edged|routed|crushed|overcame|overpowered|defeated)\b"
    rf"[^.;:\n\d]{{0,70}}?(?<! to) (?:by )?{SCORE}"
)
#: What else is won by a score, and games that are told by the way.
_ELSEWHERE = regex(
    r"\b(?:penalties|shoot-?out|aggregate|sets?|frames?|after|following|since|from|despite|last|previous|earlier|opening|reverse)\b[^.;:]{0,60}\Z",
    re.IGNORECASE,
)
_NOT_OF_THE_GAME = regex(
    r" (?:on (?:penalties|aggregate)|in (?:a|the) (?:penalty )?shoot-?out|(?:last|earlier|in the (?:first|second|reverse)) )"
)
#: In a headline: the one score, of a game.
_OF_A_GAME = regex(
    rf"\b(?:beat|beats|down|downs|edge|edges|rout|routs|thrash|thrashes|sink|sinks|past|over|top|tops|win|wins|lose|loses|hold|holds|comeback|{OUTCOME})\b"
)
#: "Orbe 4-2 Marl".
_BETWEEN_SIDES = regex(rf"[a-z] {SCORE} [A-Z]")


@check("headline-score", of=Article)
def headline_score(article: Article) -> Iterator[Verdict]:
    """The one score of a headline, if the text has none like it and tells in its first sentences by which the game ended."""
    headline, body = headline_and_body(article)
    above = _scores(headline) if headline else []
    if headline is None or len(above) != 1 or not _is_of_a_game(headline):
        return
    (said,) = above
    ended = next((span for sentence in body[:LEAD] for span in _results(sentence)), None)
    same = next((span for one in body for span in _scores(one) if sides(span.text) == sides(said.text)), None)
    if same is not None:
        yield Accord((said, same), f"the text too has {same.text}")
    elif ended is not None:
        yield Clash(
            (said, ended),
            {"headline": said.text, "text": ended.text},
            f"{said.text} above, {ended.text} below",
            repairs=(f"“{ended.text}” in the headline", f"“{said.text}” in the text"),
        )


def _is_of_a_game(headline: Sentence) -> bool:
    return bool(_OF_A_GAME.search(headline.text.lower()) or _BETWEEN_SIDES.search(headline.text))


def _scores(sentence: Sentence) -> list[Span]:
    """The scores of a sentence, of whatever game."""
    document = sentence.document
    found = ANY_SCORE.finditer(document.text, sentence.start, sentence.end)
    return [Span(document, *one.span("score")) for one in found]


def _results(sentence: Sentence) -> Iterator[Span]:
    """The scores by which a sentence tells that a game ended, if it is this one."""
    text, document = sentence.document.text, sentence.document
    for found in _ENDED.finditer(text, sentence.start, sentence.end):
        if not _ELSEWHERE.search(text, sentence.start, found.start()) and not _NOT_OF_THE_GAME.match(text, found.end()):
            yield Span(document, *found.span("score"))
