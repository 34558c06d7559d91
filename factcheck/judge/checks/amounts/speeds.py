"""Ways and times that nobody goes, by what moves: walkers, swimmers, runners, cyclists, drivers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_in, sentence_at
from factcheck.judge.formulas.values import value_of
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Bound, Kind, Mention
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex
from factcheck.resolve.units import dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Sentence

#: Lengths of time, in seconds, up to which each of the limits holds.
_SPRINT, _SPELL, _DAY = 300, 72_000, 86_400
_HOUR = 3600
_SINGLE_DAY = regex(r"\b(?:in|within) (?:a|one) (?:single day|day and a night)\b")


#: Parts of a day in which a way is gone, and so many hours they have at most.
_PARTS = tuple(
    (regex(wording), hours)
    for wording, hours in (
        (r"\b(?:in|over|during|within) (?:an?|one|a single) (?:afternoon|morning|evening)\b(?! of)", 7),
        (r"\b(?:overnight|(?:in|over|during|within) (?:a|one|a single|the) night)\b", 13),
        (r"\b(?:between|from) (?:dawn|sunrise) (?:and|to|till|until) (?:dusk|sunset|nightfall)\b", 19),
        (r"\b(?:in|over|during|within) (?:a|one|the) weekend\b", 62),
    )
)
#: "The last of the 900 km" were not all gone then.
_OF_THE = regex(r"\b(?:the|his|her|their|its|last|remaining|final|total|all)(?: \w+)? $")


class _Mode(NamedTuple):
    """A way to move: the most metres a second in a sprint, for hours, and through a day and a night."""

    sprint: float
    hours: float
    day: float


#: A little above the records. A newcomer adds a word, or a line; "march" is a month too, and buses and lines "run".
_MODES = {
    word.replace("-", " "): mode
    for words, mode in (
        (
            "walk walks walked walking hike hikes hiked hiking marched marching trek trekked trekking strolled tramped hikers on-foot",
            _Mode(4.5, 4.5, 1.65),
        ),
        ("swim swims swam swum swimming swimmer swimmers", _Mode(2.6, 2.6, 1.5)),
        (
            "ran jogged jogging sprinted rowed paddled kayaked canoed skied skated runner runners jogger rower",
            _Mode(12.5, 7, 3.6),
        ),
        (
            "cycled cycles cycling pedalled pedaled biked rode galloped cyclist cyclists rider riders bike bicycle horseback",
            _Mode(35, 25, 12),
        ),
        ("drove driven drives driving motored motorist motorists lorry truck car", _Mode(120, 120, 60)),
    )
    for word in words.split()
}
_MOVES = regex(rf"\b(?:{'|'.join(_MODES)})\b", re.IGNORECASE)
#: Words of which a text has one if it tells how somebody moved.
_TOLD_BY = frozenset(words.rpartition(" ")[2] for words in _MODES)
#: Before a time in which a way was gone, and before a speed.
_IN = regex(r"\b(?:[Ii]n|[Ww]ithin|inside|over|under|took|takes|lasted|taking)(?: \w+){0,4} $")
_AT = regex(r"\b[Aa]t(?: \w+){0,4} $")
#: Begins another clause.
_CLAUSE = regex(r"[;:]|\b(?:as|when|while|after|before|because)\b")
_NEXT = regex(r" (?:and|to|or)\b")
#: What several do together, and what else may have gone so far.
_ALONE = regex(
    r"\b(?:relay|teams?|together|between them|each|a year|trains?|trams?|bus|buses|coach|ferr(?:y|ies)|ships?|boats?|planes?|flew|flown|flight|helicopters?"
    r"|drones?|rocket|spacecraft|ambulance|convoy|police|record-breaking car|storm|fires?|flames|wind|winds|wave|waves|river|lines?|route|pipeline)\b",
    re.IGNORECASE,
)


@check("too-fast", of=Article, told_by=_TOLD_BY)
def too_fast(article: Article) -> Iterator[Verdict]:
    """Sentences that tell of one way to move, of one distance and of one time, or of a speed."""
    moved = (mention.start for mention in article.mentions if _measures(mention) in {"[length]", "[length] / [time]"})
    for sentence in {id(one): one for one in (sentence_at(article, start) for start in moved)}.values():
        modes = {_MODES[found.lower()] for found in _MOVES.findall(sentence.text)}
        if len(modes) == 1 and not _ALONE.search(sentence.text):
            yield from _moved(sentence, mentions_in(article, sentence.start, sentence.end), modes.pop())


def _measures(mention: Mention) -> str | None:
    quantity = mention.quantity
    is_plain = mention.kind is Kind.QUANTITY and quantity is not None and quantity.bound is Bound.EXACT
    return dimension(quantity.unit) if is_plain and quantity else None


def _moved(sentence: Sentence, mentions: Sequence[Mention], mode: _Mode) -> Iterator[Verdict]:
    """The one way and the one time, or the speed, of a sentence."""
    text = sentence.document.text
    ways = [mention for mention in mentions if _measures(mention) == "[length]"]
    times = [
        mention
        for mention in mentions
        if mention.kind is Kind.DURATION
        and mention.quantity
        and _IN.search(text, sentence.start, mention.start)
        and not _NEXT.match(text, mention.end)
    ]
    for mention in mentions:
        if _measures(mention) == "[length] / [time]" and _is_mover_s(sentence, mention):
            yield _against_fastest((mention,), float(value_of(mention).face), mode.sprint)
    if len(ways) != 1 or len(times) > 1:
        return
    seconds = float(value_of(times[0]).face) if times else _DAY if _SINGLE_DAY.search(sentence.text) else 0
    if not times and not seconds and not _OF_THE.search(text, sentence.start, ways[0].start):
        seconds = next((hours * _HOUR for part, hours in _PARTS if part.search(sentence.text)), 0)
    if seconds > 0:
        most = mode.sprint if seconds < _SPRINT else mode.hours if seconds < _SPELL else mode.day
        yield _against_fastest((ways[0], *times), float(value_of(ways[0]).face) / seconds, most)


def _is_mover_s(sentence: Sentence, speed: Mention) -> bool:
    """Whether a speed is that of whoever moves: no other clause stands between."""
    text = sentence.document.text
    if not _AT.search(text, sentence.start, speed.start):
        return False
    return any(
        not _CLAUSE.search(text, min(found.end(), speed.end), max(found.start(), speed.start))
        for found in _MOVES.finditer(text, sentence.start, sentence.end)
    )


def _against_fastest(mentions: tuple[Mention, ...], speed: float, most: float) -> Verdict:
    spans = tuple(mention.span for mention in sorted(mentions, key=lambda one: one.start))
    told = f"{speed * 3.6:,.0f} kilometres an hour"
    if speed <= most:
        return Accord(spans, told)
    return Clash(spans, arithmetic=told)
