"""What happened when, in which order: two dates of one course that are turned round.

A date tells when that happened whose word stands before it ("was shut in 1932") or, where
the date opens its clause, behind it ("In 1932 it was shut"). Two happenings befall the same
person or thing where nothing between them begins to speak of another.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.dates.courses import DEATH, Stage
from factcheck.judge.checks.dates.happenings import Happening, befall_the_same, happenings, known_days, open_days
from factcheck.judge.moments import ANY_YEAR, Days
from factcheck.judge.verdicts import Accord, Clash, Verdict, in_text_order
from factcheck.model import Article, Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

#: Dates without a year that lie further apart, in days, may be of two years.
_OF_ONE_YEAR = 150
_A_DAY = timedelta(days=1)
_AGAIN = regex(
    r"\b(?:anew|afresh|re-?open\w*|again|re-?buil[dt]\w*|restor\w+|re-?launch\w*|re-?establish\w*|re-?found\w*|reviv\w+|re-?arrest\w*|re-?elect\w*|re-?marri\w+"
    r"|re-?join\w*|second|third|new|another|retrial|re-?appointed|re-?tried|returned to|same name|original|predecessor|successor|replace\w*|moved)\b",
    re.IGNORECASE,
)
_AFTERLIFE = regex(
    r"\b(?:(?:after|since|before) (?:his|her|their) death|posthumous\w*|archive|recording|son|daughter|widow|husband|wife|brother|sister|father"
    r"|mother|estate|film|biograph\w*|ghost|statue|body|remains|named after|legacy|portrait|tribute|memor\w+|honou?r\w*)\b"
)
#: Told backwards: "was freed in 2001 after being jailed in 2004".
_BACKWARDS = regex(r"\b(?:after|before|having|had|earlier|previously|once|already)\b")
#: "Charged with a murder in 1998": the date may be that of the deed.
_OF_ONE_DEED = regex(r"\b(?:with|of|for|over|in) (?:\w+ )*?(?:an?|the|his|her|their|its) .*\b(?:in|on)$")


@check("order-of-events", of=Article, about=[Kind.DATE])
def order_of_events(article: Article) -> Iterator[Verdict]:
    """Dates of one person or thing that turn round what comes before what."""
    chain: list[Happening] = []
    for happening in happenings(article, of_any_year=True):
        if not (chain and befall_the_same(article, chain[-1], happening)):
            chain = []
        for before in chain:
            yield from _of_one_course(article, before, happening)
        chain.append(happening)


def _dated(one: Happening, other: Happening) -> Days | None:
    """The days of a happening, in the year of the other of its sentence where its words leave the year open."""
    own, theirs = known_days(one.mention), known_days(other.mention)
    if own or theirs is None or one.sentence is not other.sentence or theirs[0].year != (theirs[1] - _A_DAY).year:
        return own
    bare = open_days(one.mention)
    years = theirs[0].year - ANY_YEAR
    if bare is None or theirs[1].year == date.max.year or (2, 29) in {(day.month, day.day) for day in bare}:
        return None
    return bare[0].replace(year=bare[0].year + years), bare[1].replace(year=bare[1].year + years)


def _of_one_course(article: Article, one: Happening, other: Happening) -> Iterator[Verdict]:
    for stage in one.stages:
        for later in other.stages:
            if stage.course is later.course and stage.rank != later.rank:
                is_turned = stage.rank > later.rank
                if _is_of_one_run(article, stage, one, other, is_turned=is_turned):
                    if verdict := _order_of(stage, *((other, one) if is_turned else (one, other))):
                        yield verdict
                    return


def _is_of_one_run(article: Article, stage: Stage, one: Happening, other: Happening, *, is_turned: bool) -> bool:
    """Whether two stages are of one run through a course, and not of two of them or of what outlives a person."""
    text = article.document.text
    if (_AFTERLIFE if stage.course.slip == DEATH else _AGAIN).search(text, one.sentence.start, other.sentence.end):
        return False
    if not stage.course.repeats:
        return True
    if any(_OF_ONE_DEED.search(happening.object) for happening in (one, other)):
        return False
    says_more = any(_tells_more(happening.object) for happening in (one, other))
    return not (is_turned and says_more) or _BACKWARDS.search(text, one.end, other.verb[0]) is not None


#: What a happening is said to be of, and yet tells no more: "from jail in", "as governor in", "in London in".
_NO_MORE = frozenset(
    "from in into on to by at as of for the a an his her its their court office hospital governor president mayor chairman"
    " senate parliament congress legislature lawmakers minister chief leader head captain director public traffic service force power it them late early that".split()
)
_IN_A_PLACE = regex(r"\b(?:in|at|on|to|from) (?:the )?(?:[A-Z][\w’'-]+ ?)+")


def _tells_more(of: str) -> bool:
    """Whether more is told of a happening than that it happened, and where."""
    words = _IN_A_PLACE.sub("", of).split()
    return len(words) > 1 and any(word.lower().strip(",") not in _NO_MORE for word in words)


def _order_of(stage: Stage, first: Happening, last: Happening) -> Verdict | None:
    """Whether the last stage is dated before the first; None where the last may be of the year after."""
    open_year = (open_days(first.mention), open_days(last.mention))
    early, late = open_year if all(open_year) else (_dated(first, last), _dated(last, first))
    if early is None or late is None or (any(open_year) and (early[0] - late[0]).days > _OF_ONE_YEAR):
        return None
    spans = in_text_order(first.mention.span, last.mention.span)
    if late[1] <= early[0]:
        return Clash(
            spans,
            {"first": first.mention.text, "then": last.mention.text},
            arithmetic=f"{last.mention.text} is before {first.mention.text}",
            cause=stage.course.slip,
        )
    return Accord(spans, f"{first.mention.text} is not after {last.mention.text}", cause=stage.course.slip)
