"""Seasons held against the month of a date beside them: "in the winter of 2018, on 14 July"."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import sentences_with, vocabulary
from factcheck.judge.verdicts import Accord, Clash, Verdict, in_text_order
from factcheck.judge.wording import month_name
from factcheck.model import Article, Kind, Mention, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

#: The months of each season in the north, with one more on either side, for the weather knows no calendar.
MONTHS = {
    "spring": frozenset({2, 3, 4, 5, 6}),
    "summer": frozenset({5, 6, 7, 8, 9}),
    "autumn": frozenset({8, 9, 10, 11, 12}),
    "fall": frozenset({8, 9, 10, 11, 12}),
    "winter": frozenset({11, 12, 1, 2, 3}),
}
#: Words of places in the south, where it is the other way round, and of the tropics, which have other seasons.
SOUTH = frozenset(
    "australia australian australians sydney melbourne perth brisbane adelaide hobart canberra tasmania queensland darwin zealand zealander zealanders"
    " auckland wellington christchurch dunedin johannesburg pretoria durban lesotho eswatini swaziland namibia windhoek botswana gaborone zimbabwe"
    " harare zambia lusaka mozambique maputo madagascar malawi angola luanda argentina argentine argentinian buenos aires patagonia chile chilean"
    " santiago valparaiso uruguay montevideo paraguay asuncion brazil brazilian brasilia paulo rio bolivia bolivian peru peruvian lima antarctica"
    " antarctic falklands falkland stanley fiji samoa tonga vanuatu tahiti polynesia indonesia indonesian jakarta bali timor papua guinea mauritius"
    " congo tanzania kenya nairobi uganda rwanda ecuador quito southern hemisphere cape springboks wallabies blacks africa african".split()
)
_SEASON = regex(
    r"(?<![\w-])(?P<season>spring|summer|autumn|winter|(?<=the )fall|(?<=in )fall|(?<=late )fall|(?<=early )fall)(?![\w-])(?!['’]?s? (?:games|olympics|time|school|holidays?|collection))"
)
#: What joins a season and a date of one time: "in the winter of 2018, on 14 July", "14 July, a winter's day".
_JOINED = regex(
    r"(?: of \d{4})?(?:['’]s)?(?: (?:day|night|morning|evening|afternoon|weather|storm))?(?:,? (?:in|on)(?: early| late| mid)?|, | \()? ?(?:the )?$"
)
_JOINED_BEHIND = regex(
    r",? ?(?:\(|– )?(?:in |on |at |during )?(?:the |a |an )?(?:(?:depths?|height|middle|dead|heart|end|start|beginning|early|late) )?(?:of )?(?:the |a )?(?:\w+ )?$"
)
#: Behind a season that stands behind its date: "In April the winter wheat was sown" and "in April winter came back" tell of another time.
_SEASON_ENDS = regex(r"(?:['’]s)? (?:day|night|morning|evening|afternoon)\b| of \d{4}|[,.;:)!?]| [–—-] |$")
#: Before a season that is over, or that something is for.
_NOT_NOW = regex(
    r"\b(?:after|since|before|until|till|from|by|for|through|throughout|over|all|past|between|this|last|next|previous|following|every|each)"
    r"(?: the| a)?(?: [a-z]+)? $"
)
_LEAD = 40
_FAR = 48


@check("season", of=Article, told_by=MONTHS, about=[Kind.DATE])
def season(article: Article) -> Iterator[Verdict]:
    """Seasons with the month of a date beside them that lies in another."""
    if not vocabulary(article).isdisjoint(SOUTH):
        return
    text = article.document.text
    months = [mention for mention in article.mentions if _month(mention)]
    told: set[int] = set()
    sentences = sentences_with(article, MONTHS.keys()) if months else ()
    for found in chain.from_iterable(_SEASON.finditer(text, one.start, one.end) for one in sentences):
        for mention in months:
            if found.start() not in told and _is_beside(text, found, mention):
                told.add(found.start())
                yield _date_and_season(article, found, mention)


def _month(mention: Mention) -> int | None:
    """The month of a date that tells it in words, or with its day."""
    printed = mention.printed_date if mention.kind is Kind.DATE else None
    return printed.month if printed and not (mention.time and mention.time.readings) else None


def _is_beside(text: str, found: re.Match[str], mention: Mention) -> bool:
    """Whether a season and a date are said of one time."""
    if _NOT_NOW.search(text, max(0, found.start() - _LEAD), found.start()):
        return False
    if 0 <= mention.start - found.end() <= _FAR:
        return _JOINED.fullmatch(text, found.end(), mention.start) is not None
    if 0 <= found.start() - mention.end <= _FAR and _SEASON_ENDS.match(text, found.end()):
        return _JOINED_BEHIND.fullmatch(text, mention.end, found.start()) is not None
    return False


def _date_and_season(article: Article, found: re.Match[str], mention: Mention) -> Verdict:
    name, month = found["season"], _month(mention)
    spans = in_text_order(Span(article.document, *found.span()), mention.span)
    if month in MONTHS[name]:
        return Accord(spans, f"{mention.text} is in {name}")
    return Clash(spans, {"season": name, "date": mention.text}, arithmetic=f"{name} is from {_months(name)}")


def _months(season: str) -> str:
    """The first and the last month that a season may be said of."""
    # The year of a winter begins in July.
    months = sorted(MONTHS[season], key=lambda month: (month + 5) % 12 if season == "winter" else month)
    return f"{month_name(months[0])} to {month_name(months[-1])} at the most"
