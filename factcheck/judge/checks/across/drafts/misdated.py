"""A figure that a source has too, but of another time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.judge.checks.across.drafts.periods import period_of, told_of_two_periods
from factcheck.judge.checks.across.figures.restated import date_parts, restated
from factcheck.judge.verdicts import Clash
from factcheck.model import Kind, Mention
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.align.drafts import Figure
    from factcheck.judge.checks.across.figures.holding import Held, Printed

#: Of these, a number is seldom printed twice by chance.
TELLING = frozenset({Kind.MONEY, Kind.PERCENTAGE, Kind.QUANTITY})
#: Between a figure and the time of which it is told: "$3.69 per share for the third quarter".
_TOLD_OF = regex(r"[ ,]*(?:(?:for|in|of|on|during|at|by|since|as of|through) )?(?:the )?(?:end of )?")


def misdated(ours: Mention, beside: Iterable[Mention], agreeing: Sequence[Held], printed: Printed) -> Iterator[Clash]:
    """The date right behind a draft's figure, if every source that has the figure gives it another date."""
    date = date_of(ours, beside) if ours.kind in TELLING else None
    others = [other_date(date, held, printed) for held in agreeing] if date else []
    if date and others and all(others) and (other := others[0]):
        yield Clash((date.span, other.span), arithmetic=f"“{ours.text}” is told of {date.text}, and of {other.text}")


def of_another_period(ours: Figure, agreeing: Sequence[Held]) -> Iterator[Clash]:
    """The quarter or half of a year of which a draft tells a figure, if every source that has the figure tells it of another."""
    if ours.mention.kind in TELLING and all(told_of_two_periods(ours, held.theirs) for held in agreeing):
        period, other = period_of(ours), period_of(agreeing[0].theirs)
        if period and other:
            arithmetic = f"“{ours.mention.text}” is told of the {period.text}, and of the {other.text}"
            yield Clash((period, other), arithmetic=arithmetic)


def other_date(date: Mention, held: Held, printed: Printed) -> Mention | None:
    """The date that a source gives its figure, if it cannot be ours."""
    beside = [figure.mention for figure in printed.beside(held.theirs)]
    own = date_of(held.theirs.mention, beside)
    dates = [own] if own else [mention for mention in beside if _is_date(mention)]
    return dates[0] if dates and all(isinstance(restated(date, other), Clash) for other in dates) else None


def date_of(figure: Mention, beside: Iterable[Mention]) -> Mention | None:
    """The date right behind a figure."""
    text = figure.document.text
    dates = (mention for mention in beside if _is_date(mention) and mention.start >= figure.end)
    return next((date for date in dates if _TOLD_OF.fullmatch(text, figure.end, date.start)), None)


def _is_date(mention: Mention) -> bool:
    return mention.kind is Kind.DATE and mention.time is not None and bool(date_parts(mention.time))
