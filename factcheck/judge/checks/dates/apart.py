"""How long after something else: "two weeks later, on 14 August", "at 2.15 a.m., three hours after it set out".

What came before is told by an instant of the sentence or of the one before it, or, where the text says after what,
by one beside the same words anywhere in the article. Only where no such instant fits is the length wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.extract.lexicon.nouns import KIN
from factcheck.judge.checks import check
from factcheck.judge.checks.dates.happening_words import happening_words
from factcheck.judge.checks.dates.instants import (
    A_DAY,
    Instant,
    Length,
    apart_in_words,
    in_years_of,
    instants,
    length,
    lie_apart,
    of_any_week,
    whole,
)
from factcheck.judge.checks.dates.ways import (
    AGO,
    FORWARD,
    GONE_ON,
    HEDGE,
    OF,
    SINCE,
    SINCE_WHAT,
    Way,
    between,
    is_by_clock,
    takes_until,
    way_of,
)
from factcheck.judge.checks.parts import mentions_in, sentence_at, sentence_number
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Mention, Role, Sentence, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: "…, on 14 August" behind the length, and the instant before it.
_LEADS = regex(
    r",? (?:and )?(?:(?:at|on|in|by|until|around|about|just before|just after|shortly before|shortly after|early|late|only|it was|to|exactly) ){0,2}"
    r"(?:the (?:morning|night|evening|afternoon) of )?"
)
_FOLLOWS = regex(rf"(?:,| –| —| -| \() (?:after )?{HEDGE}(?:the )?$")
#: Between an instant and the length behind it the day of a clock may stand.
_BETWEEN = regex(
    rf"(?: (?:on )?\w+day)?(?: \d+ \w+)?(?: (?:last|this|that|the same) year)?(?: (?:morning|evening|night|afternoon))?(?:,| –| —| -| \() (?:after )?{HEDGE}(?:the )?"
)
#: An instant that is the time of what is told before it: "election day on 6 November", "the 8pm start".
_SAID = regex(r"\b(?:said|told|says|added|saying|argued|announced)(?: \w+){0,2} $|\b(?:[Ss]ince|[Bb]y) $")
_DATED = regex(r"(?:\b(?:on|in|at|of|from) |, )$")
#: After or before what, up to where its clause ends.
_WHAT = regex(r" (?P<what>[^.;,()–—]{2,80})")
_WHAT_ENDS = regex(r"\b(?:and|but|when|while|who|which|where|as|with|because)\b|$")
#: Clocks of two zones may be told.
_TRAVELS = regex(r"\b(?:local time|GMT|flew|flight|landed|lands|touched down|overnight train)\b")
#: That of somebody else.
_THEIRS = regex(rf"\b(?:than|parents|{any_of(KIN)})\b")
#: One of several of a kind.
_ANOTHER = regex(r"\b(?:first|second|third|fourth|fifth|another|new|next|last|latest|other|similar)\b")
#: What a clause tells of whom it has told before: "after she learned the game".
_CLAUSE = regex(r"(?:he|she|it|they) (?:had )?")
#: "Voted for the closure" does not date the closure.
_OF_ANOTHER = regex(
    r"\b(?:for|against|about|over|after|before|since|of|to|following|despite) (?:the |an? |his |her |its |their )?[\w’'-]+"
)
#: Whoever is called by name there, and by a pronoun here.
_NAME = regex(r"\b[A-Z][\w’'-]+")
_PRONOUN = regex(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)\b")
#: Between years of which one thing is told.
_LISTED = regex(r",? (?:and|or)(?: again)?(?: in)? |, (?:in )?")
#: Behind the word for what happened.
_JOINTS = regex(r" (?:of|at|in|on|by|for|from|to|near|against)\b")
#: A day told by its name alone is that of the same week up to here, in letters.
_SAME_WEEK = 1500
#: The word for what happened stands no farther before its date, in letters.
_BESIDE = 80
#: What she did is told no farther before, in letters.
_NEARBY = 300
#: What came before is told so many sentences back at most, in one paragraph.
_BACK = 3
#: So few days, in minutes, lie by chance between no two days of an article.
_FEW_DAYS = 100 * A_DAY
#: Hours are told so closely, in minutes, that days that nobody tells do not matter.
_CLOSELY = 60
_TOLD_BY = "ago since into ended ending closing lasted ran spent went gone later after earlier before afterwards following next previous previously take takes took taking journey trip ride crossing drive voyage passage".split()


#: Somebody's age, by which something was told since: "She left school at 15; three years later, in 1951".
_AT_AN_AGE = regex(
    r"\b(?:[Aa]t|[Aa]ged|[Tt]urned|[Ww]hen (?:he|she) was|[Bb]y the age of|[Aa]t the age of) (?:only |just |about )?"
    r"(?:\d{1,2}(?! ?[:.%]\d|%| ?[ap]\.?m|[ -](?:per|km|miles|o['’]))|[a-z]+teen|twelve|twenty)\b"
)


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
    #: Whether it is how long something had gone on, which need not be what was told last.
    has_gone_on: bool = False


@check("apart", of=Article, told_by=_TOLD_BY)
def apart(article: Article) -> Iterator[Verdict]:
    """Instants that are told to lie so far apart, and do not."""
    for mention in article.mentions:
        said = _said(article, mention) if mention.kind in {Kind.DURATION, Kind.DATE} else None
        if said is not None:
            yield from _held_to_instants(article, said, _others(article, said))


def _said(article: Article, mention: Mention) -> Said | None:
    """What a length of time says of an instant beside it."""
    way = way_of(mention)
    if way is None and not is_by_clock(mention):
        return None
    sentence = sentence_at(article, mention.start)
    if sentence.role is not Role.BODY or sentence.quotes(mention.start) or _TRAVELS.search(sentence.text):
        return None
    if way and way.name == SINCE:
        today = _today(article, mention)
        return Said(mention, way.length, today, is_after=True, at=mention.start) if today else None
    if way and way.name == SINCE_WHAT:
        today, told = _today(article, mention), _what(mention, way, sentence)
        return Said(mention, way.length, today, is_after=True, what=told[0], at=told[1]) if today and told else None
    around = instants(mentions_in(article, sentence.start, sentence.end), clock=is_by_clock(mention))
    before = max((one for one in around if one.mention.end <= mention.start), key=_start, default=None)
    end = way.end if way else mention.end
    behind = min((one for one in around if one.mention.start >= end), key=_start, default=None)
    if way is None and (not around or (before is not None and behind is None)):
        return _lasting(article, mention)
    return _between(mention, before, behind) or (way and _beside(sentence, mention, way, before, behind))


def _lasting(article: Article, mention: Mention) -> Said | None:
    """That what began and ended by the clocks of a neighbouring sentence took so long."""
    from factcheck.judge.checks.dates.lasting import course_beside  # noqa: PLC0415 - few lengths stand by themselves

    far, course = length(mention), course_beside(article, mention)
    return Said(mention, far, course[1], is_after=True, at=mention.start, other=course[0]) if far and course else None


def _between(mention: Mention, before: Instant | None, behind: Instant | None) -> Said | None:
    """That a length lies between a clock before it, or one of the sentence before, and a clock behind it."""
    far = length(mention)
    both = between(mention, before, behind) if before and behind else None
    if far and both:
        return Said(mention, far, both[1], is_after=True, at=mention.start, other=both[0])
    if far and behind and before is None and is_by_clock(mention) and takes_until(mention, behind):
        return Said(mention, far, behind, is_after=True, at=mention.start)
    return None


def _beside(
    sentence: Sentence, mention: Mention, way: Way, before: Instant | None, behind: Instant | None
) -> Said | None:
    """That an instant right before or behind a length is so long after what the words say."""
    text, what, at, end = mention.document.text, "", mention.start, way.end
    if way.name in OF:
        told = _what(mention, way, sentence)
        if told is None:
            return None
        what, at, end = told
    is_after = way.name in FORWARD or way.name in ("after", "following")
    is_before = before and _FOLLOWS.search(text, before.mention.end, mention.start) and _is_near(text, before, mention)
    is_behind = behind and _LEADS.fullmatch(text, end, behind.mention.start) and (way.name != AGO or text[end] == ",")
    instant = before if is_before else behind if is_behind else None
    has_gone_on = way.name == GONE_ON
    return (
        Said(mention, way.length, instant, is_after, what, at, way.unit, has_gone_on=has_gone_on) if instant else None
    )


def _what(mention: Mention, way: Way, sentence: Sentence) -> tuple[str, int, int] | None:
    """The words that say after or since what, and where they begin and end."""
    found = _WHAT.match(mention.document.text, way.end, sentence.end)
    ends = _WHAT_ENDS.search(found["what"]) if found else None
    if found is None or ends is None or _THEIRS.search(found["what"]):
        return None
    return found["what"][: ends.start()], found.start("what"), found.start("what") + ends.start()


def _today(article: Article, mention: Mention) -> Instant | None:
    """The day of publication."""
    published = article.document.published
    today = published.toordinal() * A_DAY if published else 0
    return Instant(mention, today, today) if published else None


def _start(instant: Instant) -> int:
    return instant.mention.start


def _is_near(text: str, instant: Instant, mention: Mention) -> bool:
    """Whether nothing but the day of a clock stands between an instant and the length behind it."""
    return _BETWEEN.fullmatch(text, instant.mention.end, mention.start) is not None


def _others(article: Article, said: Said) -> list[Instant]:
    """The instants one of which is meant by what is told before, or by what the text says."""
    if said.other:
        return [said.other]
    clock = is_by_clock(said.mention)
    if said.mention.text.endswith(" ago"):
        today = _today(article, said.mention)
        return [today] if today and _is_exact(said.instant) else []
    if said.what:
        return _named(article, said, clock=clock)
    number = sentence_number(article, said.mention.start)
    until = min(said.mention.start, said.instant.mention.start)
    told = instants(mentions_in(article, article.sentences[number].start, until), clock=clock)
    if said.has_gone_on and not clock:
        # What had gone on may have begun with anything that was told: it is wrong only where nothing fits.
        above = instants(mentions_in(article, 0, until), clock=clock)
        return told if told and not any(_fits(said, one) for one in above) else []
    for before in article.sentences[max(0, number - _BACK) : number][::-1]:
        if told or not (
            before is article.sentences[number - 1] or before.paragraph == article.sentences[number].paragraph
        ):
            break
        told = instants(mentions_in(article, before.start, before.end), clock=clock)
    if told and not clock and _AT_AN_AGE.search(article.document.text, told[-1].mention.end, until):
        return []
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
    ends = [sentence.start, *sorted(one.end for one in others if one.end <= instant.mention.start)]
    starts = [one.start for one in others if one.end <= instant.mention.start] + [instant.mention.start]
    # What is told of the first of several years is told of all: "won the cup in 1974, 1988 and 2014".
    while len(ends) > 1 and _LISTED.fullmatch(text, ends[-1], starts[-1]):
        ends.pop()
        starts.pop()
    start, first = ends[-1], starts[-1]
    end = min((one.start for one in others if one.start >= instant.mention.end), default=sentence.end)
    end = min(end, said.mention.start) if said.mention.start > start else end
    before = happening_words(_OF_ANOTHER.sub(" ", text[max(start, first - _BESIDE) : first]))
    behind = text[instant.mention.end : end]
    rest = sentence.text.replace(said.what, " ") if is_own else sentence.text
    every = happening_words(rest)
    told = set(_ANOTHER.findall(rest))
    if not all(word in told or (word == "first" and not told) for word in _ANOTHER.findall(said.what)):
        return False
    if not is_own and _is_of_another_name(said.what, sentence.text):
        return False
    beside = before or happening_words(behind)
    if keys <= every:
        return not happening_words(_JOINTS.split(said.what)[0]).isdisjoint(beside)
    # "After she learned the game", of whom "she learned the moves" tells shortly before.
    clause = _CLAUSE.match(said.what)
    verb = happening_words(said.what[clause.end() :].partition(" ")[0]) if clause else frozenset()
    is_near = 0 < said.at - sentence.end < _NEARBY
    return is_near and bool(verb) and verb <= beside


def _is_of_another_name(what: str, told: str) -> bool:
    """Whether neither a name of the one nor a pronoun stands in the other: "after Lind left the bank", and "when Orr left office"."""
    names = _NAME.findall(what)
    return bool(names) and not any(name in told for name in names) and not _PRONOUN.search(told)


def _is_exact(instant: Instant) -> bool:
    """Whether the words tell the year of a date, or its month."""
    printed = instant.mention.printed_date
    return printed is not None and (printed.year is not None or printed.month is not None)


def _held_to_instants(article: Article, said: Said, others: Sequence[Instant]) -> Iterator[Verdict]:
    """That one of the instants fits, or that none does, if they are told closely enough."""
    if said.length.least > A_DAY / 2 and said.length.most - said.length.least > _CLOSELY and is_by_clock(said.mention):
        others = [one for one in others if one.turns not in (A_DAY, A_DAY // 2)]
    others = [one for one in others if not _is_long_past(said, one)]
    fitting = [one for one in others if _fits(said, one)]
    close = [one for one in others if one.most - one.least <= said.length.most]
    if not close or (said.what and not fitting and _is_of_another_day(article, said)):
        return
    nearest = min(fitting or close, key=lambda one: abs(one.mention.start - said.mention.start))
    places = dict.fromkeys(one.span for one in (nearest.mention, said.mention, said.instant.mention))
    spans = tuple(sorted(places, key=_first))
    when, other = (
        "the day of publication" if _is_now(said, one) else one.mention.text for one in (said.instant, nearest)
    )
    words = {"length": said.mention.text, "instant": when, "other": other}
    told = f"from {other} to {when}"
    if fitting:
        yield Accord(spans, f"{told} it may be {said.mention.text}")
    else:
        from factcheck.judge.restating import numeral  # noqa: PLC0415 - few articles have a clash

        first, last = sorted((said.instant, nearest), key=_least)
        apart = apart_in_words(first, last, said.mention)
        yield Clash(spans, words, arithmetic=f"{told} it is {apart}, not {numeral(said.mention)}")


def _is_long_past(said: Said, other: Instant) -> bool:
    """Whether a few days are told, and the other is a whole year that lies farther off: "13 days after her death", and his in 1998."""
    if said.length.most > _FEW_DAYS or other.most - other.least < _FEW_DAYS or said.instant.any_year:
        return False
    return max(other.least - said.instant.most, said.instant.least - other.most) > _FEW_DAYS


def _is_of_another_day(article: Article, said: Said) -> bool:
    """Whether so few days lie between the instant and some other day of the article: "the vote" may be that of the lead's Saturday."""
    if said.length.most > _FEW_DAYS or is_by_clock(said.mention):
        return False
    around = (one for one in instants(article.mentions, clock=False) if one.most - one.least < A_DAY)
    return any(
        lie_apart(*((one, said.instant) if said.is_after else (said.instant, one)), said.length)
        for one in around
        if one.any_year is said.instant.any_year and one.mention is not said.instant.mention
    )


def _is_now(said: Said, instant: Instant) -> bool:
    """Whether an instant is the day of publication, which no words tell."""
    return instant.mention is said.mention


def _least(instant: Instant) -> float:
    return instant.least


def _first(span: Span) -> int:
    return span.start


def _fits(said: Said, other: Instant) -> bool:
    first, last = (other, said.instant) if said.is_after else (said.instant, other)
    if first.any_year is not last.any_year:
        return True
    if said.unit:
        first, last = whole(first, said.unit), whole(last, said.unit)
    first, last = of_any_week(first), of_any_week(last)
    return any(lie_apart(one, two, said.length) for one in in_years_of(first, last) for two in in_years_of(last, first))
