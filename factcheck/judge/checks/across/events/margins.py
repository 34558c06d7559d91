"""By how much something was carried or won in two reports of one event: "by 31 votes to 24", "a margin of seven"."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.numbers import CARDINALS
from factcheck.judge.checks.across.figures.one_time import are_of_two_days
from factcheck.judge.checks.across.stories.named_event import clause_of, names_of
from factcheck.judge.verdicts import Clash
from factcheck.model import Kind, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from factcheck.judge.checks.across.events.reports import EventReport
    from factcheck.model import Sentence

_SMALL = [word for word, number in CARDINALS.items() if number <= 20]
_TENS = [word for word, number in CARDINALS.items() if 20 <= number < 100 and number % 10 == 0]
_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|(?:{any_of(_TENS)})-(?:{any_of(_SMALL)})|{any_of([*_SMALL, *_TENS])})"
_OF = r"(?: (?:vote|point|run|goal|seat)s?)?"
#: What was cast or scored on either side: "by 31 to 24", "24-17", "54 votes to 43".
_OUTCOME = regex(
    rf"(?<![\w.,:£$€/–-])(?P<ours>{_NUMBER}){_OF}(?: votes)?(?:,? to (?:the )?|(?<=\d)[-–](?=\d))(?P<theirs>{_NUMBER})(?![\w%:/–-]|[.,]\d| ?(?:per|million|billion|%|°|[ap]\.?m\b|days|weeks|months|years|minutes|hours|season|year-old|pages|km|miles))"
)
#: The same in other words: "38 councillors voted in favour and 24 against"; and of one side alone: "seventeen members voted against".
_FOR_AND_AGAINST = regex(
    rf"(?<![\w.,:£$€/–-])(?P<ours>{_NUMBER})(?: [a-z]+)?(?: (?:had )?voted| were| was)? (?:in favou?r|for|yes)\b[^.;:\d%]{{0,40}}?,? (?:and|while|with|but) (?P<theirs>{_NUMBER})(?: [a-z]+)?(?: (?:had )?voted| were| was)? (?:against|no)\b"
)
_VOTED_AGAINST = regex(
    rf"(?<![\w.,:£$€/–-])(?P<theirs>{_NUMBER}) (?:(?:councillors|members|mps|deputies|senators|lawmakers|delegates|people) )?(?:had )?voted against(?: (?:it|the (?:plan|motion|budget|bill|proposal|scheme)))?(?=[.,;]|\Z)"
)
#: Words of votes; of these there may be several at one meeting, and of what was tallied before the end of a game.
_VOTES = regex(r"\b(?:vot(?:e[sd]?|ing)|ballot)\b")
#: Games of one match, or the matches of a day.
_IN_SETS = regex(r"\d[-–]\d+(?: \([^()]*\))?,? (?:and )?\d+[-–]\d")
#: Of a club several teams play.
_TEAMS = regex(r"\b(?:wom[ae]n|lad(?:y|ies)|girl|minor|under-?\d+|u\d\d|reserve|youth|junior|academy)")
_AMENDED, _NOT_YET = (
    regex(r"\bamend"),
    regex(
        r"\b(?:le[ad]d?(?:ing)?|lead|trail\w*|ahead|behind|down|up|had|(?:first|last|other|second) (?:meeting|match|game|half|season|round))\b"
    ),
)
_NO_SCORE = regex(r"\b(?:from|between|ages?|aged|under|article|chapter|route|section|room|number|no) \Z")
#: Goals and points of hurling and of football in Ireland, where a goal is three points.
_GOALS_AND_POINTS = regex(
    r"(?<![\w.,:-])(?P<goals>\d)-(?P<points>\d{1,2})(?: to |, ?| – )(?P<goals2>\d)-(?P<points2>\d{1,2})\b"
)
_GOAL = 3
#: What tells that numbers are of votes or of a game.
_DECIDED = regex(
    r"\b(?:vot(?:e[sd]?|ing)|ballot|poll(?:ed|s|ing)?|beat(?:en|ing)?|w[io]n|winning|winners?|victory|defeat(?:ed)?|los(?:t|s|ing)|carried|passed|approv\w+|reject\w+|scores?d?"
    r"|downed|edged|thrashed|triumph\w*|final|semi-final|margin|majority|home|through|lift(?:ed|s))\b"
)
#: What tells that people were only asked, or that numbers are shares.
_ASKED = regex(
    r"\b(?:surveys?|surveyed|respondents?|pollsters?|polls|(?:opinion|exit|new|recent|latest|another|an?(?: [a-z]+)?) poll|per ?cent|percentage)\b|%"
)
#: By how much it was.
_MARGINS = (
    regex(rf"\b(?:margin|majority) of (?:just |only |a mere )?(?P<much>{_NUMBER})\b(?! ?(?:per|%|to\b|million|metres|seconds|minutes|lengths)|[.,-]?\d|[-–:])"),
    regex(rf"\b(?P<much>{_NUMBER})-(?:vote|point|run|goal|seat)(?: [a-z]+)? (?:win|victory|margin|majority|defeat|loss|triumph|success)\b"),
    regex(rf"\b(?P<much>{_NUMBER}) (?:vote|point|run|goal)s? (?:to spare|in hand|clear|ahead|more than (?:h(?:is|er)|its|their))\b"),
    regex(rf"\b(?:w[io]n|winning|home|scrap\w+|edg\w+|beat\w*|carried|passed|lost|squeak\w+|pipped)\b[^.;,]{{0,50}}? by (?:just |only |a mere )?(?P<much>{_NUMBER}) (?:vote|point|run|goal)s?\b(?! to\b)"),
)  # fmt: skip
#: A margin of some other time, of some stage, or of what is only wanted.
_ELSE = regex(
    r"\b(?:previous\w*|last time|earlier|ago|half-?time|at the break|interval|needs?|needed|would|could|polls?ters?|survey|forecast|predict\w+|expect\w+|old|former|first leg"
    r"|(?:in|of) (?:19|20)\d\d|last (?:year|season|month)|aggregate|away)\b"
)
#: A report of more outcomes tells of a whole day's games.
FEW = 3


class Margin(NamedTuple):
    """By how much something was carried, where it stands, and how it is told or worked out."""

    much: int
    span: Span
    working: str = ""
    total: int = 0

    @property
    def sides(self) -> tuple[int, int]:
        """What the two sides of an outcome had, the fewer first."""
        return (self.total - self.much) // 2, (self.total + self.much) // 2


def of_one_margin(ours: EventReport, theirs: EventReport) -> Iterator[Clash]:
    """The margin that one report tells, and the votes or the score of the other, of which it is none."""
    one, other = ours.told(Decided), theirs.told(Decided)
    if not (one.is_any and other.is_any):
        return
    for told, base in ((one, other), (other, one)):
        known = (*base.outcomes, *base.margins)
        if len({margin.much for margin in told.margins}) != 1 or told.outcomes or not known or len(known) > FEW:
            continue
        (margin, *_) = told.margins
        numbers = base.numbers | told.numbers
        is_known = any(margin.much in {each.much, abs(each.much - margin.much)} for each in known)
        differs = any(a - margin.much in numbers for a in numbers) or margin.much in base.numbers
        days = (side.report.days_of(side.sentence_of(each.span)) for side, each in ((told, margin), (base, known[0])))
        if is_known or differs or are_of_two_days(*days):
            continue
        if base.knows(told, margin):
            each = known[0]
            how = f"{each.working}, not {margin.much:,}" if each.working else ""
            yield Clash((margin.span, each.span), arithmetic=how)


def of_one_outcome(ours: EventReport, theirs: EventReport) -> Iterator[Clash]:
    """How one vote or game came out, where the two reports agree on one side of it and differ in the other."""
    one, other = ours.told(Decided), theirs.told(Decided)
    if not (one.is_any and other.is_any):
        return
    for side, base in ((one, other), (other, one)):
        if len({each.sides for each in base.ends}) != 1:
            continue
        end = base.ends[0]
        if side.ends and side is one and len({each.sides for each in side.ends}) == 1:
            told, differs = side.ends[0], len(set(end.sides) & set(side.ends[0].sides)) == 1
        elif not side.ends and not side.outcomes and len(side.against) == 1:
            told = side.against[0]
            differs = told.much not in end.sides and end.sides[0] <= 2 * told.much and told.much <= 2 * end.sides[0]
        else:
            continue
        if differs and _are_of_one_ballot(side, told, base, end):
            yield Clash((told.span, end.span))


def _are_of_one_ballot(one: Decided, told: Margin, other: Decided, end: Margin) -> bool:
    """Whether two outcomes are of the same: both of votes or of games, on one day, and of those of whom the other report speaks."""
    sentences = one.sentence_of(told.span), other.sentence_of(end.span)
    texts = [sentence.text.lower() for sentence in sentences]
    if any((words.search(texts[0]) is None) is not (words.search(texts[1]) is None) for words in (_VOTES, _AMENDED)):
        return False
    if are_of_two_days(*(side.report.days_of(each) for side, each in zip((one, other), sentences, strict=True))):
        return False
    unknown = [
        side.report.names_others(each, of.report)
        for side, each, of in zip((one, other), sentences, (other, one), strict=True)
    ]
    if _VOTES.search(texts[0]):
        return not any(unknown)
    shared = max(
        len(names_of(each.text) & side.report.names) for each, side in zip(sentences, (other, one), strict=True)
    )
    sorts = [frozenset(_TEAMS.findall(side.report.document.text.lower())) for side in (one, other)]
    return not all(unknown) and shared > 1 and len(set(sorts)) == 1 and not any(map(_IN_SETS.search, texts))


class Decided:
    """What a report tells of votes and games: how they came out, and by how much."""

    def __init__(self, report: EventReport) -> None:
        self.report = report
        text = report.document.text
        self.is_any = _DECIDED.search(text.lower()) is not None

    @cached_property
    def _sentences(self) -> list[Sentence]:
        told = ((one, one.text.lower()) for one in self.report.sentences)
        return [
            one for one, text in told if _DECIDED.search(text) and (" votes to " in text or not _ASKED.search(text))
        ]

    @cached_property
    def outcomes(self) -> list[Margin]:
        """How votes and games came out, the highest score first, which is that of the end."""
        return sorted(
            (margin for sentence in self._sentences for margin in self._outcomes(sentence)),
            key=lambda margin: -margin.total,
        )

    def _outcomes(self, sentence: Sentence) -> Iterator[Margin]:
        text, found = sentence.text.lower(), False
        for score in _GOALS_AND_POINTS.finditer(text):
            found = True
            ours, theirs = (_GOAL * int(score[f"goals{side}"]) + int(score[f"points{side}"]) for side in ("", "2"))
            yield self._outcome(sentence, score, ours, theirs)
        for score in () if found else (*_OUTCOME.finditer(text), *_FOR_AND_AGAINST.finditer(text)):
            ours, theirs = _number(score["ours"]), _number(score["theirs"])
            if ours != theirs and not _NO_SCORE.search(text, max(0, score.start() - len("between ")), score.start()):
                yield self._outcome(sentence, score, ours, theirs)

    def _outcome(self, sentence: Sentence, score: re.Match[str], ours: int, theirs: int) -> Margin:
        less, more = sorted((ours, theirs))
        return Margin(
            more - less, self._span(sentence, score.span()), f"{more:,} − {less:,} = {more - less:,}", ours + theirs
        )

    @cached_property
    def ends(self) -> list[Margin]:
        """The outcomes that are not those of some stage, or of another time."""
        return [
            margin
            for margin in self.outcomes
            if not _ELSE.search(clause := self.clause_of(margin.span).lower()) and not _NOT_YET.search(clause)
        ]

    @cached_property
    def against(self) -> list[Margin]:
        """How many voted against, where nobody is told who voted for."""
        return [
            Margin(_number(found["theirs"]), self._span(sentence, found.span("theirs")))
            for sentence in self._sentences
            for found in _VOTED_AGAINST.finditer(sentence.text.lower())
        ]

    @cached_property
    def margins(self) -> list[Margin]:
        """By how much something is told to have been carried."""
        return [
            Margin(_number(found["much"]), span)
            for sentence in self._sentences
            for told in _MARGINS
            for found in told.finditer(sentence.text.lower())
            if (span := self._span(sentence, found.span("much"))) and not _ELSE.search(self.clause_of(span).lower())
        ]

    @cached_property
    def numbers(self) -> set[int]:
        """The numbers of the sentences that tell of votes or games, but for the margins themselves."""
        told = {margin.span.start for margin in self.margins}
        return {
            int(number)
            for figure in self.report.figures
            if (amount := figure.mention.quantity) is not None
            and figure.mention.kind in {Kind.COUNT, Kind.NUMBER}
            and figure.claim.sentence in self._sentences
            and figure.mention.start not in told
            for number in amount.printed
            if number == int(number)
        }

    def knows(self, told: Decided, margin: Margin) -> bool:
        """Whether the report speaks of all whom the clause of another's margin names, and of some whom its sentence does."""
        others = names_of(told.sentence_of(margin.span).text[1:])
        is_known = names_of(told.clause_of(margin.span)) <= self.report.names
        return is_known and (not others or not others.isdisjoint(self.report.names))

    def clause_of(self, span: Span) -> str:
        """What stands round a place."""
        return clause_of(self.sentence_of(span), span)

    def sentence_of(self, span: Span) -> Sentence:
        """The sentence in which something stands."""
        return next(one for one in self._sentences if one.start <= span.start < one.end)

    def _span(self, sentence: Sentence, where: tuple[int, int]) -> Span:
        return Span(self.report.document, sentence.start + where[0], sentence.start + where[1])


def _number(text: str) -> int:
    if text[0].isdigit():
        return int(text.replace(",", ""))
    return int(sum(CARDINALS[word] for word in text.split("-")))
