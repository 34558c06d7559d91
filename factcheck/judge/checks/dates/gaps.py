"""How long one thing was before another: "broke out in 1914 and, after six years, ended in 1918"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.dates.happenings import Happening, befall_the_same, happenings
from factcheck.judge.moments import days
from factcheck.judge.verdicts import Accord, Clash, Verdict, in_text_order
from factcheck.model import Article, Bound, Kind, Mention
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What makes a length of time the one between two happenings, before it and behind it.
_AFTER = regex(r"\b(?:after|lasted|lasting|in all|only|just)(?: (?:some|only|just|exactly|a total of))? $")
_LATER = regex(r" (?:later|after(?:wards)?|earlier|before|previously|on)\b")
_OF = regex(r" (?:after|before) \w")
#: "…, lasted 22 years" stands so far behind, in letters.
_BEHIND, _LASTED = 30, regex(r"\b(?:lasted|lasting|ran for|in all,?) $")
_ENDS = (" later", " earlier", " after", " before")
_UNITS = {"day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}
#: So many days a length may be off besides what rounds to it.
_SLACK = {"day": 1, "week": 2, "month": 15, "year": 150, "decade": 700}


class _Length(NamedTuple):
    """So many days, at the least and at the most."""

    least: float
    most: float


@check("gap", of=Article, about=[Kind.DATE])
def gap(article: Article) -> Iterator[Verdict]:
    """Lengths of time between two happenings that are not as long as their dates lie apart."""
    lengths = [(mention, length) for mention in article.mentions if (length := _length(mention))]
    for one, other in pairwise(happenings(article)) if lengths else ():
        told = [(mention, length) for mention, length in lengths if _is_theirs(mention, one, other)]
        if len(told) == 1 and befall_the_same(article, one, other):
            yield from _gap_and_length(one, other, *told[0])


def _is_theirs(mention: Mention, one: Happening, other: Happening) -> bool:
    """Whether a length stands between two happenings, or right behind both: "…, lasted 22 years"."""
    text = mention.document.text
    if one.end <= mention.start <= other.end:
        # "Four years after he became mayor" says after what, and so tells nothing of the next sentence.
        return mention.end > one.sentence.end or other.sentence is one.sentence or not _OF.match(text, mention.end)
    return (
        other.end < mention.start < min(other.sentence.end, other.end + _BEHIND)
        and _LASTED.search(text, other.end, mention.start) is not None
    )


def _length(mention: Mention) -> _Length | None:
    """The days of a length of time that is said to lie between what is told around it."""
    quantity, text = mention.quantity, mention.document.text
    if quantity is None or quantity.bound is not Bound.EXACT or quantity.unit not in _UNITS:
        return None
    is_between = (
        mention.text.endswith(_ENDS)
        if mention.kind is Kind.DATE
        else mention.kind is Kind.DURATION
        and (_AFTER.search(text, max(0, mention.start - 24), mention.start) or _LATER.match(text, mention.end))
    )
    if not is_between:
        return None
    unit = quantity.unit
    return _Length(
        float(quantity.lower) * _UNITS[unit] - _SLACK[unit], float(quantity.upper) * _UNITS[unit] + _SLACK[unit]
    )


def _gap_and_length(one: Happening, other: Happening, mention: Mention, length: _Length) -> Iterator[Verdict]:
    first, last = sorted((one.mention, other.mention), key=lambda date: days(date) or ())
    early, late = days(first), days(last)
    if early is None or late is None:
        return
    least, most = (late[0] - early[1]).days + 1, (late[1] - early[0]).days - 1
    spans = in_text_order(first.span, last.span, mention.span)
    if least <= length.most and length.least <= most:
        yield Accord(spans, f"from {first.text} to {last.text} it may be {mention.text}")
    else:
        words = {"first": first.text, "last": last.text, "length": mention.text}
        yield Clash(
            spans, words, arithmetic=f"from {first.text} to {last.text} it is {_in_rough_days((least + most) / 2)}"
        )


def _in_rough_days(count: float) -> str:
    return (
        f"{count / 365.25:.0f} years"
        if count > 700
        else f"{count / 30.44:.0f} months"
        if count > 60
        else f"{count:.0f} days"
    )
