"""What came of a game or a race, told twice: the score, the place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_at, sentences_with
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_OUTCOMES = "defeat loss win victory draw triumph thrashing drubbing success rout stalemate tie".split()
_OUTCOME_WORDS = frozenset(_OUTCOMES)
OUTCOME = f"(?:{'|'.join(_OUTCOMES)})"
SCORE = r"(?<![\d–-])(?P<score>\d{1,2}[–-]\d{1,2})(?![\d–-]|\.\d)"
ANY_SCORE = regex(SCORE)
_RESULT = regex(
    rf"\b(?:lost|lose|won|win|beat|beaten|defeated|drew|drawn|tied|thrashed|downed|edged|routed|crushed|overcame|went down|fell|losing|winning|drawing|{OUTCOME})\b[^.;:\n\d]{{0,40}} {SCORE}"
    rf"|{SCORE.replace('score', 'first')} (?:[a-z]+ )?{OUTCOME}\b"
)
_AGAIN = regex(
    rf"\b(?:the|that|this|their|his|her|its|(?P<day>[a-z]+day)['’]s) (?:[a-z]+ )?{SCORE} (?:[a-z]+ )?{OUTCOME}\b",
    re.IGNORECASE,
)
_OTHER_GAME = regex(
    r"\b(?:last(?= \w)|previous|earlier|first leg|(?:second|third) (?:leg|game|match|round|test|meeting|straight|successive|consecutive|time)|another|opening|(?:away|home) (?:[a-z]+ )?(?:win|defeat|loss|victory|draw|game|match|leg|tie)|season|(?<!of the )year|month|January|February|March|April|May|June|July|August|September|October|November|December|weekend|round|final|semi)\b"
)
#: What a result that is told again at least looks like.
_TOLD_AGAIN = regex(rf"\d[–-]\d{{1,2}} (?:[a-z]+ )?{OUTCOME}\b")
_OPPONENT = regex(r" (?:by|to|against|at|over|with|in) (?:the )?([A-Z][\w’'-]+)")


@check("score-drift", of=Article, told_by=_OUTCOMES)
def score_drift(article: Article) -> Iterator[Verdict]:
    """A result, and the same result told again with another score, in an article that knows no third."""
    text = article.document.text
    if not any(_TOLD_AGAIN.search(text, one.start, one.end) for one in sentences_with(article, _OUTCOME_WORDS)):
        return
    scores = {sides(found["score"]) for found in ANY_SCORE.finditer(text)}
    if not 1 <= len(scores) <= 2:
        return
    first = _RESULT.search(text)
    again = _AGAIN.search(text, first.end()) if first else None
    if first is None or again is None:
        return
    name = "score" if first["score"] else "first"
    one, two = first[name], again["score"]
    spans = (Span(article.document, *again.span("score")), Span(article.document, *first.span(name)))
    sentence = sentence_at(article, again.start())
    if sides(two) in {sides(found["score"]) for found in ANY_SCORE.finditer(text, 0, again.start())}:
        yield Accord(spans, f"{two} was told before")
    elif (
        len(scores) == 2
        and not _OTHER_GAME.search(sentence.text)
        and (again["day"] is None or again["day"] in sentence_at(article, first.start()).text)
        and not _names_another(sentence.text, again.end() - sentence.start, text[: again.start()])
    ):
        yield _told_twice(spans, one, two)


def sides(score: str) -> frozenset[int]:
    """The two numbers of a score, whichever side is named first."""
    return frozenset(map(int, score.replace("–", "-").split("-")))


def _names_another(sentence: str, at: int, before: str) -> bool:
    """Whether a game is told apart by an opponent that was not named before."""
    opponent = _OPPONENT.match(sentence, at)
    return opponent is not None and opponent[1] not in before


def _told_twice(spans: tuple[Span, Span], one: str, two: str) -> Clash:
    """What came of it by two accounts, the later first."""
    return Clash(
        spans,
        {"first": one, "second": two},
        f"{one} first, {two} later",
        repairs=(f"“{one}” both times", f"“{two}” both times"),
    )


# --- places -------------------------------------------------------------------------

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_RANKS = {word: number for number, word in enumerate(_ORDINALS, start=1)} | {"last": 0}
_RANK = rf"(?:{'|'.join(_RANKS)}|\d{{1,2}}(?:st|nd|rd|th))"
_WHO = r"(?P<who>[A-Z][\w’-]+)"
_PLACED = regex(
    rf"{_WHO} (?:finished|came|placed|was placed|came home|came in|ended|ended up|crossed the line|was ranked|ranked|took) (?:in )?"
    rf"(?P<rank>{_RANK})(?: place)?(?= (?:in|at|of|behind|after|on|overall)\b|[.,;])"
)
_PLACE = regex(
    rf"(?:(?P<whose>[A-Z][\w-]+)[’']s|\b(?:his|her|their|the|[Hh]is|[Hh]er|[Tt]heir|[Tt]hat)) (?P<rank>{_RANK})[ -]place\b"
)


@check("place-drift", of=Article, told_by=["place"])
def place_drift(article: Article) -> Iterator[Verdict]:
    """Where somebody finished, and another place that the same article gives them, if it tells of no other race."""
    text = article.document.text
    told = sentences_with(article, {"place"})
    told_again = [found for one in told for found in _PLACE.finditer(text, one.start, one.end)]
    placed = list(_PLACED.finditer(text)) if told_again else []
    for again in told_again:
        named = [first for first in placed if first.end() < again.start() and again["whose"] in (None, first["who"])]
        if len(named) != 1 or (again["whose"] is None and len(placed) > 1):
            continue
        first = named[0]
        spans = (Span(article.document, *again.span("rank")), Span(article.document, *first.span("rank")))
        sentences = [sentence_at(article, span.start) for span in spans]
        if _number(first["rank"]) == _number(again["rank"]):
            yield Accord(spans, f"both are {first['rank']}")
        elif sentences[0] is not sentences[1] and not any(_OTHER_GAME.search(one.text) for one in sentences):
            yield _told_twice(spans, first["rank"], again["rank"])


def _number(rank: str) -> int:
    return _RANKS[rank] if rank in _RANKS else int(rank[:-2])
