"""How long after something else: "two weeks later, on 14 August", "at 2.15 a.m., three hours after it set out".

What came before is told by an instant of the sentence or of the one before it, or, where the text says after what,
by one beside the same words anywhere in the article. Only where no such instant fits is the length wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcheck.judge.checks import check
from factcheck.judge.checks.dates.happening_words import happening_words
from factcheck.judge.checks.dates.instants import (
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
#: Between a length and the second of two clocks: "36 minutes earlier than the present 5.48am", "takes two hours to arrive at 3pm".
_THAN = regex(r" (?P<way>earlier|later) than (?:(?:the|its|their|his|her) )?(?:[a-z]+ ){0,3}")
_TAKES = regex(r"\b(?:takes?|took|taking|lasts?|lasted)(?: just| only)? $")
_TO_ARRIVE = regex(
    r",? (?:to|and|before) (?:arriv\w+|reach\w*|get\w*|finish\w*|end\w*|land\w*|dock\w*)(?: [\w’'-]+){0,5} (?:at|by) "
)
#: What a clause tells of whom it has told before: "after she learned the game".
_CLAUSE = regex(r"(?:he|she|it|they) (?:had )?")
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
_TOLD_BY = "ago later after earlier before afterwards following next previous previously take takes took taking".split()


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
    #: The other instant, where the words tell which it is.
    other: Instant | None = None


@check("apart", of=Article, told_by=_TOLD_BY)
def apart(article: Article) -> Iterator[Verdict]:
    """Instants that are told to lie so far apart, and do not."""
    for mention in article.mentions:
        said = _said(article, mention) if mention.kind in {Kind.DURATION, Kind.DATE} else None
        if said is not None:
            yield from _judged(said, _others(article, said))


def _said(article: Article, mention: Mention) -> Said | None:
    """What a length of time says of an instant beside it."""
    sentence, text = sentence_at(article, mention.start), article.document.text
    way = _way(mention)
    if way is None and not _by_clock(mention):
        return None
    if sentence.role is not Role.BODY or is_quoted(sentence, mention.start) or _TRAVELS.search(sentence.text):
        return None
    end = way.end if way else mention.end
    around = instants(mentions_in(article, sentence.start, sentence.end), clock=_by_clock(mention))
    before = max((one for one in around if one.mention.end <= mention.start), key=_start, default=None)
    behind = min((one for one in around if one.mention.start >= end), key=_start, default=None)
    both = _between(mention, before, behind) if before and behind else None
    if both or way is None:
        return both
    what, at = "", mention.start
    if way.name in _OF:
        found = _WHAT.match(text, end, sentence.end)
        ends = _WHAT_ENDS.search(found["what"]) if found else None
        if found is None or ends is None or _THEIRS.search(found["what"]):
            return None
        what, at, end = found["what"][: ends.start()], found.start("what"), found.start("what") + ends.start()
    is_after = way.name in _FORWARD or way.name in ("after", "following")
    is_before = before and _FOLLOWS.search(text, before.mention.end, mention.start) and _is_near(text, before, mention)
    is_behind = behind and _LEADS.fullmatch(text, end, behind.mention.start) and (way.name != "ago" or text[end] == ",")
    instant = before if is_before else behind if is_behind else None
    return Said(mention, way.length, instant, is_after, what, at, way.unit) if instant else None


def _between(mention: Mention, before: Instant, behind: Instant) -> Said | None:
    """That one clock is so long before or after another, which stands behind the length."""
    far, text = length(mention), mention.document.text
    if far is None or not _by_clock(mention):
        return None
    if than := _THAN.fullmatch(text, mention.end, behind.mention.start):
        return Said(mention, far, before, than["way"] == "later", at=mention.start, other=behind)
    takes = _TAKES.search(text, max(0, mention.start - 20), mention.start)
    if takes and _TO_ARRIVE.fullmatch(text, mention.end, behind.mention.start):
        return Said(mention, far, behind, is_after=True, at=mention.start, other=before)
    return None


class _Way(NamedTuple):
    """How long a time is, and which way it leads."""

    length: Length
    name: str
    #: Where the words for it end.
    end: int
    #: The unit, where it is a whole one.
    unit: str = ""


def _way(mention: Mention) -> _Way | None:
    """Which way a length of time leads, by the words in it, before it or behind it."""
    text, far = mention.document.text, length(mention)
    if mention.kind is Kind.DATE:
        if step := _STEP.search(mention.text.lower()):
            unit = step["unit"]
            return _Way(Length(UNITS[unit], UNITS[unit]), "later" if step["next"] else "earlier", mention.end, unit)
        way = mention.text.rpartition(" ")[2]
        # Years ago have a rule of their own.
        is_ago = (
            way == "ago"
            and mention.quantity
            and mention.quantity.unit in ("day", "week", "month")
            and _STOPS.match(text, mention.end)
        )
        return _Way(far, way, mention.end) if far and (is_ago or way in ("later", "earlier")) else None
    if far is None:
        return None
    if found := _WAY.match(text, mention.end):
        return _Way(far, found["way"], found.end())
    before = text[max(0, mention.start - 30) : mention.start]
    is_last = _AFTER.search(before) and _STOPS.match(text, mention.end)
    return _Way(far, "later", mention.end) if is_last else None


def _by_clock(mention: Mention) -> bool:
    return mention.quantity is not None and mention.quantity.unit in MINUTES


def _start(instant: Instant) -> int:
    return instant.mention.start


def _is_near(text: str, instant: Instant, mention: Mention) -> bool:
    """Whether nothing but the day of a clock stands between an instant and the length behind it."""
    return _BETWEEN.fullmatch(text, instant.mention.end, mention.start) is not None


def _others(article: Article, said: Said) -> list[Instant]:
    """The instants one of which is meant by what is told before, or by what the text says."""
    if said.other:
        return [said.other]
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
    keys = happening_words(_ANOTHER.sub(" ", said.what))
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
    before = happening_words(
        _OF_ANOTHER.sub(" ", text[max(start, instant.mention.start - _BESIDE) : instant.mention.start])
    )
    behind = text[instant.mention.end : end]
    rest = sentence.text.replace(said.what, " ") if is_own else sentence.text
    every = happening_words(rest)
    if not all(word in rest for word in _ANOTHER.findall(said.what)):
        return False
    beside = before or happening_words(behind)
    if keys <= every:
        return not happening_words(_JOINTS.split(said.what)[0]).isdisjoint(beside)
    # "After she learned the game", of whom "she learned the moves" tells shortly before.
    clause = _CLAUSE.match(said.what)
    verb = happening_words(said.what[clause.end() :].partition(" ")[0]) if clause else frozenset()
    is_near = 0 < said.at - sentence.end < _NEARBY
    return is_near and bool(verb) and verb <= beside


def _is_exact(instant: Instant) -> bool:
    """Whether the words tell the year of a date, or its month."""
    printed = instant.mention.time.printed if instant.mention.time else None
    return printed is not None and (printed.year is not None or printed.month is not None)


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
