"""How long after something else: "two weeks later, on 14 August", "at 2.15 a.m., three hours after it set out".

What came before is told by an instant of the sentence or of the one before it, or, where the text says after what,
by one beside the same words anywhere in the article. Only where no such instant fits is the length wrong.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factcheck.attach.words import EMPTY, stem
from factcheck.judge.checks import check
from factcheck.judge.checks.instants import (
    A_DAY,
    MINUTES,
    UNITS,
    WEEK,
    Instant,
    Length,
    in_years_of,
    instants,
    length,
    lie_apart,
    of_any_week,
    whole,
)
from factcheck.judge.checks.parts import is_quoted, mentions_in, sentence_at, sentence_number
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Mention, Role, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEDGE = r"(?:(?:just|only|some|about|almost|nearly|exactly|barely|or|more than|less than|a full|fully|roughly|around|under|over|well over) )*"
#: "…, on 14 August" behind the length, and the instant before it.
_LEADS = regex(
    r",? (?:and )?(?:(?:at|on|in|by|until|around|about|just before|just after|shortly before|shortly after|early|late|only|it was|to|exactly) ){0,2}"
    r"(?:the (?:morning|night|evening|afternoon) of )?"
)
_FOLLOWS = regex(rf"(?:,| –| —| -| \() (?:after )?{_HEDGE}(?:the )?$")
#: Between an instant and the length behind it the day of a clock may stand.
_BETWEEN = regex(
    rf"(?: (?:on )?\w+day)?(?: \d+ \w+)?(?: (?:morning|evening|night|afternoon))?(?:,| –| —| -| \() (?:after )?{_HEDGE}(?:the )?"
)
_AFTER = regex(rf", after {_HEDGE}$")
_STOPS = regex(r"[.,;)–—]|$")
#: Which way a length leads, behind it.
_WAY = regex(
    r"(?: or so)? (?P<way>later|afterwards|afterward|after that|earlier|before that|beforehand|previously|before|after|following)\b(?! than\b)"
)
_FORWARD = frozenset(("later", "afterwards", "afterward", "after that"))
_OF = frozenset(("after", "before", "following"))
#: An instant that is the time of what is told before it: "election day on 6 November", "the 8pm start".
_SAID = regex(r"\b(?:said|told|says|added|saying|argued|announced)(?: \w+){0,2} $|\b(?:[Ss]ince|[Bb]y) $")
_DATED = regex(r"(?:\b(?:on|in|at|of|from) |, )$")
#: Words without capitals, for names tell nobody's doings.
_NAMELESS = regex(r"(?<![\w’'-])[a-z][a-z’'-]*")
_STEP = regex(r"^(?:the )?(?:(?P<next>following|next)|(?P<last>previous|preceding)) (?P<unit>day|month|year)$")
#: After or before what, up to where its clause ends.
_WHAT = regex(r" (?P<what>[^.;,()–—]{2,80})")
_WHAT_ENDS = regex(r"\b(?:and|but|when|while|who|which|where|as|with|because)\b|$")
#: Clocks of two zones may be told.
_TRAVELS = regex(r"\b(?:local time|GMT|flew|flight|landed|lands|touched down|overnight train)\b")
#: That of somebody else.
_THEIRS = regex(r"\b(?:than|mother|father|son|daughter|parents|brother|sister|wife|husband)\b")
#: One of several of a kind.
_ANOTHER = regex(r"\b(?:first|second|third|fourth|fifth|another|new|next|last|latest|other|similar)\b")
#: What a clause tells of whom it has told before: "after she learned the game".
_CLAUSE = regex(r"(?:he|she|it|they) (?:had )?")
#: What may tell the same as another; a newcomer adds a line.
_SAME = """
left, leave, leaves, leaving, set out, set off, sailed, departed, departure, take-off, took off
verdict, guilty, convicted, conviction
call, called, alarm, alert, reported
death, died, dead, killed
crash, crashed, overturned, hit, collision, collided, accident, derailed, derailment
sinking, sank, sunk, capsized, went down, disaster
fire, blaze, broke out, flames
earthquake, quake, struck, tremor
attack, shooting, bombing, explosion, blast, exploded, attacked
vote, election, poll, referendum, elected, elections
final, match, game
kick-off, kicked off, start, started, began, begin, beginning, begins, starts
wedding, married, marriage
heat, heatwave
fall, fell, collapse, collapsed
arrival, arrived, reached
closure, closed, shut
due, expected, scheduled
took over, took charge, became, appointed
"""
#: "Voted for the closure" does not date the closure.
_OF_ANOTHER = regex(
    r"\b(?:for|against|about|over|after|before|since|of|to|following|despite) (?:the |an? |his |her |its |their )?[\w’'-]+"
)
#: Behind the word for what happened.
_JOINTS = regex(r" (?:of|at|in|on|by|for|from|to|near|against)\b")
#: A day told by its name alone is that of the same week up to here, in letters.
_SAME_WEEK = 1500
#: The word for what happened stands no farther before its date, in letters.
_BESIDE = 60
#: What she did is told no farther before, in letters.
_NEARBY = 300
_TOLD_BY = "ago later after earlier before afterwards following next previous previously".split()


class Said(NamedTuple):
    """That an instant is so long after another, or before it."""

    mention: Mention
    length: Length
    instant: Instant
    is_after: bool
    #: After what, in words; "" for whatever was told before.
    what: str = ""
    #: Where these words begin, or the length does.
    at: int = 0
    #: The unit of "the following year", of which no part is told.
    unit: str = ""


@check("apart", of=Article, told_by=_TOLD_BY)
def apart(article: Article) -> Iterator[Verdict]:
    """Instants that are told to lie so far apart, and do not."""
    for mention in article.mentions:
        said = _said(article, mention) if mention.kind in {Kind.DURATION, Kind.DATE} else None
        if said is not None:
            yield from _judged(said, _others(article, said))


def _said(article: Article, mention: Mention) -> Said | None:
    """What a length of time says of an instant beside it."""
    far, unit, way, end = _way(mention)
    if far is None or not way:
        return None
    sentence = sentence_at(article, mention.start)
    if sentence.role is not Role.BODY or is_quoted(sentence, mention.start) or _TRAVELS.search(sentence.text):
        return None
    text = article.document.text
    around = instants(mentions_in(article, sentence.start, sentence.end), clock=_by_clock(mention))
    before = max((one for one in around if one.mention.end <= mention.start), key=_start, default=None)
    behind = min((one for one in around if one.mention.start >= end), key=_start, default=None)
    what = ""
    if way in _OF:
        found = _WHAT.match(text, end, sentence.end)
        ends = _WHAT_ENDS.search(found["what"]) if found else None
        if found is None or ends is None or _THEIRS.search(found["what"]):
            return None
        what, at, end = found["what"][: ends.start()], found.start("what"), found.start("what") + ends.start()
    else:
        at = mention.start
    is_after = way in _FORWARD or way in ("after", "following")
    if before and _FOLLOWS.search(text, before.mention.end, mention.start) and _is_near(text, before, mention):
        return Said(mention, far, before, is_after, what, at, unit)
    if behind and _LEADS.fullmatch(text, end, behind.mention.start) and (way != "ago" or text[end] == ","):
        return Said(mention, far, behind, is_after, what, at, unit)
    return None


def _way(mention: Mention) -> tuple[Length | None, str, str, int]:
    """How long, by which unit where it is a whole one, which way, and where the words for it end."""
    text = mention.document.text
    if mention.kind is Kind.DATE:
        step = _STEP.search(mention.text.lower())
        if step:
            unit = step["unit"]
            return Length(UNITS[unit], UNITS[unit]), unit, "later" if step["next"] else "earlier", mention.end
        way = mention.text.rpartition(" ")[2]
        # Years ago have a rule of their own.
        is_ago = (
            way == "ago"
            and mention.quantity
            and mention.quantity.unit in ("day", "week", "month")
            and _STOPS.match(text, mention.end)
        )
        return (length(mention), "", way, mention.end) if is_ago or way in ("later", "earlier") else (None, "", "", 0)
    found = _WAY.match(text, mention.end)
    if found:
        return length(mention), "", found["way"], found.end()
    before = text[max(0, mention.start - 30) : mention.start]
    is_last = _AFTER.search(before) and _STOPS.match(text, mention.end)
    return (length(mention), "", "later", mention.end) if is_last else (None, "", "", 0)


def _by_clock(mention: Mention) -> bool:
    return mention.quantity is not None and mention.quantity.unit in MINUTES


def _start(instant: Instant) -> int:
    return instant.mention.start


def _is_near(text: str, instant: Instant, mention: Mention) -> bool:
    """Whether nothing but the day of a clock stands between an instant and the length behind it."""
    return _BETWEEN.fullmatch(text, instant.mention.end, mention.start) is not None


def _others(article: Article, said: Said) -> list[Instant]:
    """The instants one of which is meant by what is told before, or by what the text says."""
    clock = _by_clock(said.mention)
    published = article.document.published
    if said.mention.text.endswith(" ago"):
        if published is None or not _is_exact(said.instant):
            return []
        today = published.toordinal() * A_DAY
        return [Instant(said.mention, today, today)]
    if said.what:
        return _named(article, said, clock=clock)
    number = sentence_number(article, said.mention.start)
    until = min(said.mention.start, said.instant.mention.start)
    told = instants(mentions_in(article, article.sentences[number].start, until), clock=clock)
    if number and not told:
        last = article.sentences[number - 1]
        told = instants(mentions_in(article, last.start, last.end), clock=clock)
    return told


def _named(article: Article, said: Said, *, clock: bool) -> list[Instant]:
    """The instants that stand beside the words that say after what it was, anywhere in the article."""
    inside = mentions_in(article, said.at, said.at + len(said.what))
    within = instants(inside, clock=clock)
    if within or any(mention.kind in {Kind.DATE, Kind.TIME, Kind.DURATION} for mention in inside):
        return [one for one in within if _DATED.search(article.document.text, said.at, one.mention.start)]
    keys = _keys(_ANOTHER.sub(" ", said.what))
    every = [one for one in instants(article.mentions, clock=clock) if one.mention is not said.instant.mention]
    return [one for one in every if keys and not _is_said(one) and _tells(article, keys, one, said)]


def _is_said(instant: Instant) -> bool:
    """Whether a date is that of what somebody said, or only one of the ends of what went on."""
    text = instant.mention.document.text
    return _SAID.search(text, max(0, instant.mention.start - 24), instant.mention.start) is not None


def _tells(article: Article, keys: frozenset[str], instant: Instant, said: Said) -> bool:
    """Whether the sentence of an instant has all of the keys, one of them right beside it."""
    text, sentence = article.document.text, sentence_at(article, instant.mention.start)
    is_own = sentence.start <= said.at < sentence.end
    is_far = abs(said.at - instant.mention.start) > _SAME_WEEK and not _is_exact(instant)
    if (is_own and said.at < instant.mention.start) or (is_far and instant.mention.kind is Kind.DATE):
        return False
    others = [one for one in mentions_in(article, sentence.start, sentence.end) if one.kind is instant.mention.kind]
    start = max((one.end for one in others if one.end <= instant.mention.start), default=sentence.start)
    end = min((one.start for one in others if one.start >= instant.mention.end), default=sentence.end)
    end = min(end, said.mention.start) if said.mention.start > start else end
    before = _keys(_OF_ANOTHER.sub(" ", text[max(start, instant.mention.start - _BESIDE) : instant.mention.start]))
    behind = text[instant.mention.end : end]
    rest = sentence.text.replace(said.what, " ") if is_own else sentence.text
    every = _keys(rest)
    if not all(word in rest for word in _ANOTHER.findall(said.what)):
        return False
    beside = before or _keys(behind)
    if keys <= every:
        return not _keys(_JOINTS.split(said.what)[0]).isdisjoint(beside)
    # "After she learned the game", of whom "she learned the moves" tells shortly before.
    clause = _CLAUSE.match(said.what)
    verb = _keys(said.what[clause.end() :].partition(" ")[0]) if clause else frozenset()
    is_near = 0 < said.at - sentence.end < _NEARBY
    return is_near and bool(verb) and verb <= beside


def _is_exact(instant: Instant) -> bool:
    """Whether the words tell the year of a date, or its month."""
    printed = instant.mention.time.printed if instant.mention.time else None
    return printed is not None and (printed.year is not None or printed.month is not None)


def _keys(words: str) -> frozenset[str]:
    """What words tell, whatever their form: stems, or what stands for all that tell the same."""
    plain = f" {' '.join(word for word in _NAMELESS.findall(words))} "
    told = {same for phrase, same in _same().items() if phrase in plain}
    for phrase in _same() if told else ():
        plain = plain.replace(phrase, " ")
    return frozenset(told | {stem(word) for word in plain.split() if word not in EMPTY and len(word) > 2})


@cache
def _same() -> dict[str, str]:
    return {f" {phrase} ": f"={line[0]}" for line in map(_phrases, _SAME.strip().splitlines()) for phrase in line}


def _phrases(line: str) -> list[str]:
    return [phrase.strip() for phrase in line.split(",")]


def _judged(said: Said, others: Sequence[Instant]) -> Iterator[Verdict]:
    """That one of the instants fits, or that none does, if they are told closely enough."""
    if said.length.least > A_DAY / 2 and _by_clock(said.mention):
        others = [one for one in others if one.turns not in (A_DAY, A_DAY // 2)]
    fitting = [one for one in others if _fits(said, one)]
    close = [one for one in others if one.most - one.least <= said.length.most]
    if not close:
        return
    nearest = min(fitting or close, key=lambda one: abs(one.mention.start - said.mention.start))
    spans = tuple(sorted((one.span for one in (nearest.mention, said.mention, said.instant.mention)), key=_first))
    words = {"length": said.mention.text, "instant": said.instant.mention.text, "other": nearest.mention.text}
    told = f"from {nearest.mention.text} to {said.instant.mention.text}"
    if fitting:
        yield Accord(spans, f"{told} it may be {said.mention.text}")
    else:
        yield Clash(spans, words, arithmetic=f"{told} it is not {said.mention.text}")


def _first(span: Span) -> int:
    return span.start


def _fits(said: Said, other: Instant) -> bool:
    first, last = (other, said.instant) if said.is_after else (said.instant, other)
    if first.any_year is not last.any_year:
        return True
    if said.unit:
        first, last = whole(first, said.unit), whole(last, said.unit)
    if said.length.most < WEEK:
        first, last = of_any_week(first), of_any_week(last)
    return any(lie_apart(one, two, said.length) for one in in_years_of(first, last) for two in in_years_of(last, first))
