"""Dates in figures: whether the day or the month stands first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import day_in_words
from factcheck.model import Article, Kind, Mention, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIGURES = regex(r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?:19|20)\d\d")
_EVENT = regex(
    rf"\b(?:{'|'.join(WORD_CLASSES['event'])}|deadline|session|birthday|invoice|letter|form|application|contract|notice|order|report|flight|appointment|interview|tender|count|permit|licence|license|policy|statement|email|e-mail|memo|agreement|inspection|survey|accident|crash|collision|delivery|parcel|shipment|transfer|payment|receipt|complaint|ruling|verdict|judgment|lease|deed|auction|transaction|examination|audit|review|fire|blaze|theft|burglary|robbery|incident|outage|exam|operation|surgery|arrest|launch|award|opening|closure|certificate|cheque|prescription|decision|vote|assault|attack|explosion|spill|leak|treaty|summons|warrant|quote|estimate|booking|reservation|purchase|repair|service|screening|vaccination|autopsy|post-mortem)\b"
)
#: How near a date words tell what happens then, and how far on it may be spoken of again, in letters.
_NEAR, _FAR = 40, 400
#: Of an event that was told, and not of another: "the inspection on", "the contract, signed on".
_THE = r"\b(?:[Tt]he|[Tt]hat|[Tt]his|same|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)"
_HELD = (
    r"(?:,? (?:which |that )?(?:(?:was|is|will be|has been|had been|were|due|scheduled|planned|set|falls) ?)*(?:held|signed|issued|dated|carried out|conducted|delivered|written|sent|made|submitted|closes?"
    r"|takes place|took place|happened|occurred|starts?|began|begins?|due|set|opens?|opened|broke up|ended|adjourned|closed|finished|rose)?)?"
)
#: What goes on of it in the next words: "It was held on".
_IT = regex(rf"(?:^|[.;,] |\b(?:and|but) )(?:[Ii]t|which){_HELD}(?: only)? (?:on|for|by|of)(?: \w+day)?,? $|…")
_ON = regex(r"\b(?:[Oo]n|for|of|to|by|was|is)(?: \w+day)?,? $")


@check("mixed-date-orders", of=Article, about=[Kind.DATE])
def mixed_date_orders(article: Article) -> Iterator[Verdict]:
    """A date in figures that begins with the day, and one that begins with the month."""
    first_is: dict[str, Span] = {}
    for mention in article.mentions:
        found = _FIGURES.fullmatch(mention.text) if mention.kind is Kind.DATE else None
        first, second = (int(found["first"]), int(found["second"])) if found else (0, 0)
        if first > 12 >= second or second > 12 >= first:
            first_is.setdefault("day" if first > 12 else "month", mention.span)
    if len(first_is) == 2:
        spans = sorted(first_is.values(), key=lambda span: span.start)
        yield Clash(tuple(spans))


@check("neither-reading", of=Article, about=[Kind.DATE])
def neither_reading(article: Article) -> Iterator[Verdict]:
    """A date in figures whose event stands elsewhere under a date that is neither of its readings."""
    for at, mention in enumerate(article.mentions):
        readings = mention.time.readings if mention.time else ()
        event = _event_at(article, mention) if readings else None
        if event is None:
            continue
        for other in article.mentions[at + 1 :]:
            if other.start - mention.end > _FAR:
                break
            if not _is_written_day(other) or not _same_event(article, mention, other, event):
                continue
            printed = other.printed_date
            if printed is None or printed.year not in (None, readings[0].year):
                continue
            spans = (mention.span, other.span)
            if any((printed.month, printed.day) == (day.month, day.day) for day in readings):
                yield Accord(spans, f"{mention.text} may be {other.text}")
            else:
                ways = " or ".join(day_in_words(day, with_year=False) for day in readings)
                yield Clash(spans, {"readings": ways}, arithmetic=f"{mention.text} is {ways}")
            break


def _event_at(article: Article, mention: Mention) -> str | None:
    """The event that a date in figures is the date of."""
    text = article.document.text
    behind = _EVENT.search(text, mention.end, mention.end + _NEAR)
    if behind is not None:
        return behind[0]
    before = list(_EVENT.finditer(text, max(0, mention.start - _NEAR), mention.start))
    return before[-1][0] if before else None


def _is_written_day(mention: Mention) -> bool:
    printed = mention.printed_date if mention.kind is Kind.DATE else None
    return (
        printed is not None
        and printed.day is not None
        and printed.month is not None
        and not (mention.time and mention.time.readings)
    )


def _same_event(article: Article, mention: Mention, other: Mention, event: str) -> bool:
    """Whether a later date is of the event as well: nothing else comes between, or its name stands beside it."""
    text = article.document.text
    between = text[mention.end : other.start]
    names = set(_EVENT.findall(between))
    if not _ON.search(text, max(0, other.start - 16), other.start) or not names <= {event}:
        return False
    named = re.escape(event)
    is_before = regex(rf"{_THE} (?:[a-z]+ )?{named}{_HELD} (?:on|of|for|to|by)(?: \w+day)?,? $").search(between)
    is_behind = regex(
        rf",? (?:the|that) (?:day|date|night|morning|evening|afternoon) (?:of|when|after|before) (?:the|that|its) (?:[a-z]+ )?{named}\b"
    )
    return is_before is not None or is_behind.match(text, other.end) is not None or _IT.search(between) is not None
