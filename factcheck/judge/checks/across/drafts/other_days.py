"""A weekday of a draft that no source tells, where a source, telling of the same, has one that the draft does not tell."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import TYPE_CHECKING

from factcheck.align.drafts import Figure, SourceIndex, figures_among, is_of_the_page
from factcheck.attach.voices import is_of_saying
from factcheck.judge.checks.across.figures.happening import tell_one_happening
from factcheck.judge.checks.across.figures.one_time import WEEK, at_most_by_a_day, day_of
from factcheck.judge.verdicts import Clash
from factcheck.model import Article, Claim, Kind, Mention
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

#: So much alike are the words round two days.
ALIKE = 0.22
#: Two days further apart are no slip for each other: the next week's may be meant for this week's.
FAR = WEEK + 1
_HOUR = regex(r"\d")
#: A sentence with these tells of a day that it does not name; "1 February, a Sunday" is a question for the calendar.
_COUNTED_ON = regex(
    r"\b(?:days? (?:later|earlier|before|after)|(?:next|following|previous|same) (?:day|morning|night|evening)|overnight|weekend|eve)\b"
)
_NAMED, _WITHIN = regex(r"(?:\ban?|,) \Z"), 8


def other_days(draft: Article, sources: Sequence[Article], known: SourceIndex) -> Iterator[Clash]:
    """Each weekday of a draft that retells some sources and that none of them tells, against the likest day of theirs that the draft does not tell.

    Each day is told once, so to speak: one that is left over in the draft stands for one that is left over in the sources.
    """
    ours = list(figures_among(_days(draft), draft))
    if not any(_is_weekday(figure.mention) for figure in ours):
        return
    theirs = [figure for source in sources for figure in figures_among(_days(source), source)]
    own = {_weekday(figure.mention) for figure in ours}
    index = SourceIndex(theirs, lambda _: "day", known)
    days = {source.document.published for source in sources if source.document.published}
    written = max(days, default=None)
    for figure in ours:
        mention = figure.mention
        if not _is_weekday(mention) or is_of_saying(mention) or _is_named(mention):
            continue
        if day_of(mention) in days:
            continue  # a source of that day need not say so: "declared on Wednesday"
        peers = index.peers(figure)
        told = max((likeness for other, likeness in peers if _weekday(other.mention) == _weekday(mention)), default=0.0)
        left = (
            (other, likeness)
            for other, likeness in peers
            if _weekday(other.mention) not in own
            and _may_be_meant(mention, other, written)
            and tell_one_happening(figure, other)
        )
        other, likeness = next(left, (figure, 0.0))
        if likeness >= ALIKE + told:
            yield Clash((mention.span, other.mention.span), guesses=1, at_most=at_most_by_a_day(mention, other.mention))


def _days(article: Article) -> list[Claim]:
    """The days and times of day of an article of which it tells the weekday, or from which it follows, but for its own."""
    starts = [sentence.start for sentence in article.sentences]
    claims = []
    for mention in article.mentions:
        if _tells_day(mention):
            sentence = article.sentences[bisect_right(starts, mention.start) - 1]
            if not is_of_the_page(mention, sentence):
                claims.append(Claim(mention, sentence, ""))
    return claims


def _tells_day(mention: Mention) -> bool:
    """Whether a weekday is told, or follows; that of "1 a.m." is the day of writing only because no other is told."""
    if _weekday(mention) is None:
        return False
    printed = mention.printed_date
    return mention.kind is Kind.DATE or (
        mention.kind is Kind.TIME and (printed is not None or not _HOUR.search(mention.text))
    )


def _is_weekday(mention: Mention) -> bool:
    """Whether a weekday is told, and no day of a month."""
    printed = mention.printed_date
    return printed is not None and printed.is_weekday_alone


def _weekday(mention: Mention) -> int | None:
    printed = mention.printed_date
    if printed is not None and printed.weekday is not None:
        return printed.weekday
    day = day_of(mention)
    return day.weekday() if day else None


def _is_named(mention: Mention) -> bool:
    """Whether a weekday only says which one a date is: "1 February, a Sunday"."""
    return _NAMED.search(mention.document.text, max(0, mention.start - _WITHIN), mention.start) is not None


def _may_be_meant(ours: Mention, other: Figure, written: date | None) -> bool:
    """Whether a day of a source may be the one that a draft means.

    No other day follows from its sentence, and both are past or both to come when the last
    of the sources was written; a weekday may be the last one or the next.
    """
    theirs = other.mention
    if is_of_saying(theirs) or _COUNTED_ON.search(other.claim.sentence.text.lower()):
        return False
    one, two = day_of(ours), day_of(theirs)
    if one is None or two is None:
        return True
    now = max(filter(None, (written, ours.document.published)), default=None)
    return any(
        abs((day - two).days) <= FAR and (written is None or now is None or (day > now) is (two > written))
        for day in (one, one + timedelta(WEEK))
    )
