"""How many games a side has gone without a defeat or a win, told twice."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.numbers import CARDINALS, number_told
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentence_number, sentences_with
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Role, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_IN_A_ROW = r"(?:in a row|on the (?:trot|spin|bounce)|in succession|running)"
_N = rf"(?P<count>\d{{1,2}}|{any_of(CARDINALS)})"
_GAMES = r"(?:(?:league|home|away) )?(?:games?|match(?:es)?|outings?|fixtures?|tests?|fights?|bouts?)"
_LAST = r"(?:(?:their|its|the|his|her) )?(?:(?:last|past|previous) )?"
#: "Run of nine", "streak stands at 17", "run, now 11 games long".
_RUN = r"(?:(?:league|home|away|cup) )?(?:run|streak|sequence|start)(?: (?:of|to)| (?:now )?(?:stands?|is) (?:now )?at|, (?:which )?(?:is )?(?:now )?| is now) ?(?<= )"
#: What ends a run of each sort, and what it is called.
_BROKEN = {
    "unbeaten": (
        r"(?:unbeaten|undefeated)",
        r"(?:defeat|losing|loss|being beaten)",
        r"(?:lost|been beaten|tasted defeat)",
    ),
    "without a win": (r"(?:winless)", r"(?:win|victory|winning)", r"(?:won|tasted victory)"),
    "without a goal": (r"(?:goalless|scoreless)", r"(?:goal|scoring)", r"(?:scored)"),
}
#: Each sort of run, in the wordings that tell it.
_SORTS = {
    sort: tuple(
        regex(rf"(?<![\w-])(?:{wording})(?![\w-])")
        for wording in (
            rf"{_N}[- ]{_GAMES},? {called} (?:run|streak|sequence|record)",
            rf"{called} {_RUN}{_N}(?: {_GAMES})?",
            rf"{called} (?:in|for|over|through) {_LAST}{_N}(?: {_GAMES})?",
            rf"(?:(?:has|have) (?:not|yet to)|(?:has|have)n[’']t|(?:has|have) never) {done} (?:in|for|over) {_LAST}{_N} {_GAMES}",
            rf"{_N} {_GAMES} (?:{called}|without (?:an? )?{end})",
            rf"without (?:an? )?{end} (?:in|for|over) {_LAST}{_N} {_GAMES}",
        )
    )
    for sort, (called, end, done) in _BROKEN.items()
} | {
    sort: tuple(
        regex(rf"(?<![\w-])(?:{wording})(?![\w-])")
        for wording in (
            rf"{_N}[- ]{_GAMES},? {called} (?:run|streak|sequence)",
            rf"{called} {_RUN}{_N}(?: {_GAMES})?",
            rf"(?:has|have) {done} {_N} (?:straight|successive|consecutive)",
            rf"(?:has|have) {done} {_N} (?:{_GAMES} )?{_IN_A_ROW}",
            rf"{_N} (?:straight|successive|consecutive) {what}",
        )
    )
    for sort, called, done, what in (
        ("winning", "winning", "won", "(?:wins|victories)"),
        ("losing", "losing", "lost", "(?:defeats|losses)"),
    )
}
#: A run of another time, another place, or of whoever did best.
_OTHERWISE = regex(
    r"^A\b|\b(?:last (?:season|year)|previous (?!\d|[a-z]+ (?:games|matches))|(?:record|longest|best|longer|better)(?: [\w-]+){0,2} (?:run|streak|sequence)|longer|better|ended|ending|ends|is over|(?<!to )end|snapped|broke|broken|equal\w*|short of|since|once|then|when|was|were|had"
    r"|would|could|will (?:be|make|take|stretch|extend|equal|match)|if|until|before|(?:19|20)\d\d)\b"
)
#: Where it is counted.
_SCOPE = regex(r"\b(?:home|away|league|cup|competitions|clay|grass|road|title)\b")
#: Whose run it is: a name before it, or behind it.
_NO_NAME = r"(?!(?:The|A|An|Their|They|Its|It|His|Her|He|She|This|That|On|In|At|After|For|With|But|And|Now|Only|Not|No|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b)"
_OWNER = regex(rf"\b{_NO_NAME}(?P<name>[A-Z][a-z]+)(?:['’]s?)?(?= (?:have|has|are|remain|extended|\d|[a-z]+-)|['’])")
_OF = regex(r" (?:of|by) (?P<name>[A-Z][a-z]+)")
_NAME = regex(rf"\b{_NO_NAME}[A-Z][a-z]+")
#: Every sentence that tells of a run of a sort has one of these words.
_TOLD_BY = {
    "unbeaten": frozenset("unbeaten undefeated defeat losing loss lost beaten".split()),
    "without a win": frozenset("winless win winning victory won".split()),
    "without a goal": frozenset("goalless scoreless goal scoring scored".split()),
    "winning": frozenset("winning won wins victories".split()),
    "losing": frozenset("losing lost defeats losses".split()),
}
#: And one of these, what is counted or that it was in a row.
_COUNTED = frozenset(
    "game games match matches outing outings fixture fixtures test tests fight fights bout bouts run streak sequence record row trot spin bounce succession"
    " running straight successive consecutive unbeaten undefeated winless goalless scoreless".split()
)
_OPPONENTS = regex(r"\b(?:visitors|hosts|opponents|rivals|guests|neighbours|neighbors|opposition)\b")


class Run(NamedTuple):
    """So many games of one sort."""

    sort: str
    games: int
    span: Span
    sentence: int
    #: Where it is counted: "at home".
    scope: frozenset[str]
    #: Whose it is; "" where only "the" or "their" says it.
    owner: str


@check("runs-of-games", of=Article, told_by=frozenset().union(*_TOLD_BY.values()))
def runs_of_games(article: Article) -> Iterator[Verdict]:
    """Runs of one sort that neighbouring sentences count differently."""
    told = sorted(_runs(article), key=lambda run: run.span.start)
    for one, other in combinations(told, 2):
        if (
            one.sort != other.sort
            or one.scope != other.scope
            or (other.owner and not one.owner)
            or other.sentence - one.sentence > 1
            or (one.owner and other.owner and one.owner != other.owner)
        ):
            continue
        if not (one.owner or other.owner) and one.sentence != other.sentence and _names_another(article, other):
            continue
        if bool(one.owner) is not bool(other.owner) and _names_another(article, other if one.owner else one):
            continue
        if one.owner != other.owner and any(
            _OPPONENTS.search(article.sentences[run.sentence].text) for run in (one, other)
        ):
            continue
        # Today's game may be counted in the one place, and not yet in the other.
        if abs(one.games - other.games) <= 1:
            yield Accord((one.span, other.span), f"{one.span.text} and {other.span.text} are one run")
        else:
            yield Clash((one.span, other.span))


def _runs(article: Article) -> Iterator[Run]:
    text = article.document.text
    counted = {one.start for one in sentences_with(article, _COUNTED)}
    for sort, wordings in _SORTS.items() if counted else ():
        seen: set[int] = set()
        spans = [(one.start, one.end) for one in sentences_with(article, _TOLD_BY[sort]) if one.start in counted]
        for found in (each for wording in wordings for span in spans for each in wording.finditer(text, *span)):
            number = sentence_number(article, found.start())
            sentence = article.sentences[number]
            if (
                found.start("count") in seen
                or sentence.role is not Role.BODY
                or sentence.quotes(found.start())
                or _OTHERWISE.search(sentence.text)
            ):
                continue
            seen.add(found.start("count"))
            span = Span(article.document, *found.span("count"))
            scope = frozenset(_SCOPE.findall(sentence.text))
            yield Run(sort, number_told(found["count"]), span, number, scope, _owner(text, found, sentence.start))


def _owner(text: str, found: re.Match[str], start: int) -> str:
    """The name of the side whose run it is, if one stands beside it."""
    behind = _OF.match(text, found.end())
    if behind:
        return behind["name"]
    names = list(_OWNER.finditer(text, start, found.end()))
    return names[-1]["name"] if names else ""


def _names_another(article: Article, run: Run) -> bool:
    """Whether the sentence of a run names somebody, whose it may be."""
    return _NAME.search(article.sentences[run.sentence].text) is not None
