"""Times in the text as marks, so that an expression can read what is said of them: "from τ1⟩ to τ2⟩"."""

from __future__ import annotations

from factcheck.judge.checks.dates.instants import A_DAY, Instant, by_calendar, by_clock, length
from factcheck.judge.checks.parts import mentions_in
from factcheck.judge.moments import days, days_of_any_year, last_day
from factcheck.model import TIMES, Article, Kind, Mention
from factcheck.nouns import NamedTuple

#: The marks of a length, of an instant, of a run of days ("10 to 21 March"), and of any other mention.
LENGTH, _INSTANT, _RUN, _OTHER = "λ", "τ", "π", "ω"
#: "First" and "the last day" stay the words that they are.
_AS_WORDS = frozenset({Kind.ORDINAL, Kind.DATE, Kind.TIME})
_MARK = r"(?:\d+⟩)"
L = rf"(?P<l>λ{_MARK})"
A, B, R = rf"(?P<a>τ{_MARK})", rf"(?P<b>τ{_MARK})", rf"(?P<r>π{_MARK})"


class Marked(NamedTuple):
    """A stretch of the text with marks for its times, and which mentions these are."""

    text: str
    mentions: tuple[Mention, ...]


def marked(article: Article, start: int, end: int) -> Marked:
    """A stretch of the text with a mark in the place of each mention."""
    text, at, mentions, pieces = article.document.text, start, mentions_in(article, start, end), []
    for number, mention in enumerate(mentions):
        if mention.start < at or (_letter(mention) == _OTHER and mention.kind in _AS_WORDS):
            continue
        pieces += [text[at : mention.start], f"{_letter(mention)}{number}⟩"]
        at = mention.end
    return Marked(" ".join("".join((*pieces, text[at:end])).split()), mentions)


def _letter(mention: Mention) -> str:
    if mention.kind is Kind.DURATION and length(mention):
        return LENGTH if mention.exact else _OTHER
    if mention.kind is Kind.DATE and last_day(mention):
        return _RUN
    return _INSTANT if mention.kind in TIMES and instant_of(mention) else _OTHER


def mention_of(mark: str, told: Marked) -> Mention:
    """The mention that a mark stands for."""
    return told.mentions[int(mark[1:-1])]


def instant_of(mention: Mention) -> Instant | None:
    """When a time of day or a date is."""
    return by_clock(mention) if mention.kind is Kind.TIME else by_calendar(mention)


def ends_of(run: Mention) -> tuple[Instant, Instant] | tuple[None, None]:
    """The first and the last day of a run of days."""
    told, last = days(run) or days_of_any_year(run), last_day(run)
    if told is None or last is None:
        return None, None
    first = told[0].toordinal() * A_DAY
    end = told[0].replace(day=last).toordinal() * A_DAY
    any_year = days(run) is None
    return Instant(run, first, first, any_year=any_year), Instant(run, end, end, any_year=any_year)
