"""Wins, draws and defeats, held against the games of which they are: "his 100th match: 52 wins, 23 draws and 25 defeats"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lexicon.function_words import OF_THEM
from factcheck.extract.lexicon.numbers import CARDINALS, ORDINALS, number_told
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_number, sentences_with
from factcheck.judge.checks.sums.streaks import KIND
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Span
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

_NUMBER = rf"(?:{any_of(CARDINALS)}|\d{{1,3}})(?![\w–-]|[.,:]\d)"
_ORDINAL = rf"(?:{any_of(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))\b"
_VERB = r"(?:won|lost|drawn|drew|tied|winning|losing|drawing)"
_NOUN = r"(?:wins?|victor(?:y|ies)|draws?|ties|defeats?|loss(?:es)?)"
#: "52 wins", "a draw", "drawn 21", "eight of them won".
_ONE = (
    rf"(?:{_VERB} {_NUMBER}(?: of (?:them|those|these))?"
    rf"|(?:an?|{_NUMBER})(?: of them)? (?:league |home |away )?(?:{_NOUN}|won|lost|drawn)\b)"
)
_TALLY = regex(rf"\b(?:{_ONE}(?:(?:,? and |, ){_ONE}){{1,2}}|{_VERB} the other {_NUMBER})")
_KIND = regex(rf"\b{any_of(KIND)}\b")
_MANY = regex(rf"\b{_NUMBER}")
#: Behind a tally that is the whole of it.
_CLOSES = regex(r"[.,;:)]|$| (?:so far|this|in all|since|and)\b")
#: The games: "42 matches", "his 100th match", and which result it was: "a sixth win in eight league matches".
_GAMES = regex(
    rf"\b(?:(?P<nth>{_ORDINAL}) (?:[a-z]+ )?(?P<noun>{_NOUN})(?: of the (?:season|campaign)| this season)?,? (?:in|from) )?"
    rf"(?:(?P<games>{_NUMBER}) (?:[a-z-]+ ){{0,2}}?(?:matches|games|starts|outings|meetings|fixtures|encounters|visits|times)\b"
    r"(?! (?:ago|later|more|before|earlier|left|remain\w*)\b)"
    rf"|(?P<game>{_ORDINAL}) (?:[a-z-]+ ){{0,2}}?(?:match|game)\b)"
)
#: From the games to the tally.
_LEADS = regex(
    r"[^.;:()\d]{0,60}?(?: in which (?:they|he|she|it|the \w+) (?:had |have |has )?"
    r"|(?:,|:| –| \() ?(?:(?:alongside|along with|to go with|together with|besides|having|with) )?"
    r"|\b(?:record|tally) [^.;:()\d]{0,30}(?:at|is|of|reads?|to) )"
)
_LEADS_TO_OTHERS = regex(r"[^.;:()\d]{0,60}?\b(?:who|and)(?: have| has| had)? ")
_OF_THEM, _THE_OTHER = regex(rf"\b{OF_THEM}\b"), regex(r"\bthe other\b")
_UNLIKE = regex(
    r"\b(?:abandoned|postponed|no[- ]results?|washed out|void|penalties|shoot-?out|at least|about|nearly|almost|more than|bonus|deduct(?:ed|ion)|docked|taken (?:away|off|from)|stripped)\b"
)
#: The points that they made, before the games or behind the tally; three for a win, and not two, is football's way of counting.
_POINTS_BEFORE = regex(rf"\b(?P<points>{_NUMBER}) points (?:from|after|in) $")
_POINTS_BEHIND = regex(
    rf"\)?,? (?:and|so|which) (?:are|is|now have|have|sit|puts? them|leaves? them)(?: now)? (?:on |with )?(?P<points>{_NUMBER}) points"
)
#: The same right before a tally that tells no games: "finished on 98 points, from 29 wins, 11 draws and six defeats".
_POINTS_OF = regex(rf"\b(?P<points>{_NUMBER}) points?(?:,| –| \()? ?(?:from|with|through|thanks to|on|:) $")
_FOR_A_WIN = 3
#: What is told of points stands no farther before the games or the tally, in letters.
_LEAD = 24
#: Points that are so many more or fewer are counted in another way.
_POINTS_NEAR = 8
#: The kind of result that a tally leaves out may be told so many sentences before it.
_BEFORE = 2
#: Where these two are told, draws go without saying.
_DECIDED = frozenset(("win", "loss"))
_SIGNS = frozenset(
    "drawn drew draw draws drawing lost losing defeats defeat losses loss won winning wins victories".split()
)


@check("tally", of=Article, told_by=_SIGNS)
def tally(article: Article) -> Iterator[Verdict]:
    """Tallies of wins, draws and defeats that are not as many as the games."""
    text = article.document.text
    for sentence in sentences_with(article, _SIGNS):
        for found in _TALLY.finditer(text, sentence.start, sentence.end):
            if not _CLOSES.match(text, found.end()) or _UNLIKE.search(sentence.text):
                continue
            games = _games(article, found)
            yield from _tally_and_games(article, found, games) if games else _points_alone(article, found)


def _games(article: Article, tally: re.Match[str]) -> re.Match[str] | None:
    """The games of which a tally is: those before it in its sentence, or for "of them" the only ones of the sentence before."""
    number, text = sentence_number(article, tally.start()), article.document.text
    start, leads = article.sentences[number].start, _LEADS_TO_OTHERS if _THE_OTHER.search(tally[0]) else _LEADS
    for games in reversed(list(_GAMES.finditer(text, start, tally.start()))):
        if leads.fullmatch(text, games.end(), tally.start()):
            return games
    if number == 0 or not _OF_THEM.search(tally[0]):
        return None
    before = article.sentences[number - 1]
    every = list(_GAMES.finditer(text, before.start, before.end))
    return every[0] if len(every) == 1 else None


def _tally_and_games(article: Article, tally: re.Match[str], games: re.Match[str]) -> Iterator[Verdict]:
    """Whether a tally makes the games; draws are left out of wins and defeats, and what is told elsewhere out of any two."""
    numbers, kinds, sums = _results_of(article, tally)
    if games["nth"]:
        kinds.append(KIND[games["noun"]])
        sums.append(number_told(games["nth"]))
        numbers.append(Span(article.document, *games.span("nth")))
    if len(set(kinds)) < len(kinds):
        return
    name = "games" if games["games"] else "game"
    total = number_told(games[name])
    spans = (Span(article.document, *games.span(name)), *numbers)
    working = f"{' + '.join(map(str, sums))} = {sum(sums)}, not {total}"
    is_whole = (
        len(kinds) == 3
        or _THE_OTHER.search(tally[0])
        or not (set(kinds) >= _DECIDED or _tells_more(article, tally, kinds))
    )
    if sum(sums) > total or (is_whole and sum(sums) < total):
        yield Clash(spans, {"games": games[name]}, arithmetic=working)
    elif is_whole:
        yield Accord(spans, working.partition(",")[0])
        yield from _points(article, tally, games, dict(zip(kinds, sums, strict=True)), spans)


def _results_of(article: Article, tally: re.Match[str]) -> tuple[list[Span], list[str], list[int]]:
    """The numbers of a tally, the kinds of result, and how many there are of each: "a draw" is one."""
    text = article.document.text
    numbers = [Span(article.document, *one.span()) for one in _MANY.finditer(text, *tally.span())]
    kinds = [KIND[one[0]] for one in _KIND.finditer(text, *tally.span())]
    return numbers, kinds, [number_told(span.text) for span in numbers] + [1] * (len(kinds) - len(numbers))


def _points_alone(article: Article, tally: re.Match[str]) -> Iterator[Verdict]:
    """Whether a tally makes the points that are told right before it."""
    found = _POINTS_OF.search(article.document.text, max(0, tally.start() - _LEAD), tally.start())
    numbers, kinds, sums = _results_of(article, tally)
    if found and len(set(kinds)) == len(kinds) and {"win", "draw"} <= set(kinds):
        yield from _judged_points(article, found, dict(zip(kinds, sums, strict=True)), numbers)


def _points(
    article: Article, tally: re.Match[str], games: re.Match[str], told: dict[str, int], spans: tuple[Span, ...]
) -> Iterator[Verdict]:
    """Whether a tally makes the points that are told beside it."""
    text = article.document.text
    found = _POINTS_BEFORE.search(text, max(0, games.start() - _LEAD), games.start()) or _POINTS_BEHIND.match(
        text, tally.end()
    )
    if found is not None and told.get("win"):
        yield from _judged_points(article, found, told, spans)


def _judged_points(
    article: Article, found: re.Match[str], told: dict[str, int], spans: Sequence[Span]
) -> Iterator[Verdict]:
    made = _FOR_A_WIN * told["win"] + told.get("draw", 0)
    points = number_told(found["points"])
    working = f"{_FOR_A_WIN} × {told['win']} + {told.get('draw', 0)} = {made}"
    where = (Span(article.document, *found.span("points")), *spans)
    if points == made:
        yield Accord(where, working)
    elif abs(points - made) <= _POINTS_NEAR and points != 2 * told["win"] + told.get("draw", 0):
        yield Clash(where, {"games": f"{found['points']} points"}, arithmetic=f"{working}, not {points}")


def _tells_more(article: Article, tally: re.Match[str], kinds: list[str]) -> bool:
    """Whether the headline or a sentence near a tally has a word for the kind of result that it leaves out."""
    number = sentence_number(article, tally.start())
    near = article.sentences[max(0, number - _BEFORE) : number + 2]
    words = (
        *_KIND.findall(article.sentences[0].text),
        *_KIND.findall(article.document.text, near[0].start, near[-1].end),
    )
    return any(KIND[word] not in kinds for word in words)
