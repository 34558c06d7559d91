"""Series of games: their score and the number of the game."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.numbers import CARDINALS
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_number, sentences_with
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Sentence, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = r"\d|one|two|three|four|five|six|seven|eight|nine"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth".split()
_IN_GAMES = " games to | matches to "


def _score(which: str, joint: str = f"[-–]|{_IN_GAMES}") -> str:
    """What reads a score, "3-2" or "four games to two", into groups that begin with the name of its wording."""
    return (
        rf"(?P<{which}_score>(?P<{which}_one>{_NUMBER})(?:{joint})(?P<{which}_other>{_NUMBER}|none|nil|zero)(?![-–\w]))"
    )


#: The score of a series, and not of one of its games: "took the series 3-2", "won the title, four games to one".
_OF_SERIES = regex(
    rf"\b(?:series|best-of-\w+(?: finals?| tie)?)(?:,? [a-z]+){{0,3}},? (?:by |at )?{_score('of')}"
    rf"|{_score('led')} series (?:score|lead|win|victory|tie)\b"
    rf"|\b[Aa]fter (?:{_NUMBER}) frames of (?:the|his|her|their) (?:semi-?final|quarter-?final|final|match|tie), (?:[\w’'-]+ ){{1,3}}(?:leads?|led|trails?|trailed)(?: [A-Z][\w’'-]+){{0,2}} (?:by )?{_score('framed')}(?=[.;]|$)"
    rf"|\b(?:title|championship|pennant|crown|finals?|trophy|cup),? (?:by )?{_score('won', _IN_GAMES)}"
)
#: "Game seven", "the deciding fifth game", "after five games".
_GAME = regex(
    rf"\b(?:[Gg]ame (?P<number>{_NUMBER})\b|(?P<ordinal>{'|'.join(_ORDINALS)}) (?:and (?:final|last|deciding) )?(?:game|match|test|set|frame|rubber)\b"
    rf"|(?P<games>{_NUMBER}) (?:games|matches|tests|frames)\b(?! to ))",
    re.IGNORECASE,
)
#: Games that are not all that were played: "having lost the first two games".
_SOME = regex(
    r"\b(?:first|last|next|opening|other|past|final|previous|another|by|won|lost|dropped|taken|taking|losing|winning) $"
)
#: So far before them, in letters, stands what says so.
_BEFORE = 12
#: Games without a winner do not count for the score; before a game another one does.
_TIES = regex(
    r"\b(?:drawn?|draws|abandoned|rained off|no result|rain|before|entering|ahead of|(?:going|heading|head|went) into|force[sd]?|next|will|tied? (?!at|the series|[2-9]))\b"
)


#: An article on a series has one of these.
_TOLD_BY = frozenset({"series", "best", "games", "matches", "frames", "title", "final", "championship"})


@check("series-score", of=Article, told_by=_TOLD_BY)
def series_score(article: Article) -> Iterator[Verdict]:
    """A series whose games do not add up to the number of the last one."""
    text = article.document.text
    told = sentences_with(article, _TOLD_BY)
    for found, sentence in ((one, each) for each in told for one in _OF_SERIES.finditer(text, each.start, each.end)):
        games = [
            one for one in _GAME.finditer(text, sentence.start, sentence.end) if one["games"] is None or _is_all(one)
        ]
        if not games:
            games = [*_game_before(article, sentence)]
        if len(games) != 1 or _TIES.search(_NO_TIES.sub(" ", text[sentence.start : sentence.end])):
            continue
        one, other = _scored(found)
        game = games[0]
        played, number = one + other, _number(game["number"] or game["ordinal"] or game["games"])
        if one == other and number == played + 1 and not game["games"]:
            continue  # "With the series tied at 2-2, they meet in game five"
        spans = (_score_span(found, article), Span(article.document, *game.span()))
        working = f"{one} + {other} = {played}"
        yield Accord(spans, working) if played == number else Clash(spans, {"played": str(played)}, arithmetic=working)


def _is_all(games: re.Match[str]) -> bool:
    """Whether so many games are all that were played, and not the first of them, or those that somebody won."""
    return not _SOME.search(games.string, max(0, games.start() - _BEFORE), games.start())


#: What says that there were none.
_NO_TIES = regex(
    r"\b(?:none (?:of them )?(?:was|were)|without|no) (?:an? )?(?:tied|ties|drawn|draws?|abandoned|rained off|washed out)[^.;]*"
)
#: "It went to the fifth game", in the sentence before.
_WENT_TO = regex(r"\b(?:went|gone|goes|came down|all the way) to (?:an? |the )?(?:deciding )?$")


def _game_before(article: Article, sentence: Sentence) -> Iterator[re.Match[str]]:
    """The last game of a series, if the sentence before says that it went so far."""
    number = sentence_number(article, sentence.start)
    before = article.sentences[number - 1] if number else sentence
    if before.paragraph == sentence.paragraph and before is not sentence:
        for game in _GAME.finditer(article.document.text, before.start, before.end):
            if _WENT_TO.search(article.document.text, before.start, game.start()):
                yield game


#: "Best-of-seven".
_LONGEST = regex(rf"\b[Bb]est[ -]of[ -](?P<most>{_NUMBER})\b")


@check("best-of", of=Article, told_by=["best"])
def best_of(article: Article) -> Iterator[Verdict]:
    """Games beyond the last that a best-of-seven may have, and more of them won than it takes."""
    text = article.document.text
    for sentence in sentences_with(article, frozenset({"best"})):
        longest = list(_LONGEST.finditer(text, sentence.start, sentence.end))
        if len(longest) != 1:
            continue
        most, span = _number(longest[0]["most"]), Span(article.document, *longest[0].span())
        for game in _GAME.finditer(text, sentence.start, sentence.end):
            if _number(game["number"] or game["ordinal"] or "none") > most:
                yield Clash((Span(article.document, *game.span()), span), {"most": str(most)})
        for score in _OF_SERIES.finditer(text, sentence.start, sentence.end):
            won = max(_scored(score))
            if won > most // 2 + 1:
                words = {"most": str(most)}
                working = f"{most // 2 + 1} wins decide a best-of-{most}"
                yield Clash((_score_span(score, article), span), words, arithmetic=working)


def _scored(score: re.Match[str]) -> tuple[int, int]:
    """The two numbers of a score."""
    which = _which(score)
    return _number(score[f"{which}_one"]), _number(score[f"{which}_other"])


def _score_span(score: re.Match[str], article: Article) -> Span:
    return Span(article.document, *score.span(f"{_which(score)}_score"))


def _which(score: re.Match[str]) -> str:
    """Which wording of a score was found."""
    return next(which for which in ("of", "framed", "led", "won") if score[f"{which}_score"])


def _number(told: str) -> int:
    told = told.lower()
    if told in ("none", "nil", "zero"):
        return 0
    if told in _ORDINALS:
        return _ORDINALS.index(told) + 1
    return int(told) if told.isdigit() else int(CARDINALS[told])
