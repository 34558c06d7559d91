"""Over how long something is counted: on Friday, this year, since March, so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Mention, Sentence

#: Goes before a stretch of time, in a scope.
OVER = "over:"
#: The same before the day of "Tuesday night" and "Tuesday morning".
NIGHT = "night:"
#: How long each stretch is; what is counted in all is counted since it began.
LENGTHS = {"day": 1, "week": 2, "month": 3, "season": 4, "half": 5, "year": 6, "total": 7}
_AGO = r"(?! (?:ago|later|earlier|after|before))"
_TOLD = regex(
    r"\b(?:(?P<day>overnight|yesterday|today|in (?:a single|one) day|(?:past|last|previous) (?:24|twenty-four) hours)"
    rf"|(?P<week>(?:this|last|past|previous|in a single) (?:[a-z]+ )?week{_AGO})"
    rf"|(?P<month>(?:this|last|past|previous|in a single) (?:[a-z]+ )?month{_AGO})"
    r"|(?P<season>(?:this|last) (?:[a-z]+ )?(?:season|winter|spring|summer|autumn|quarter))"
    r"|(?P<half>(?:first|second|last) half of (?:the|this|last) year|half[- ]year|(?:six|nine) months (?:to|of|until|through))"
    rf"|(?P<year>(?:this|last|past|previous|in a single) (?:[a-z]+ )?year{_AGO})"
    r"|(?P<total>(?:past|last|previous) (?:\w+ )?(?:weeks|months|years|decades?|century)"
    r"|so far|thus far|to date|until now|up to now|a total of|in total|in all|altogether|cumulative|all told|total number"
    r"|ha(?:s|ve) (?:now |already |also )?[a-z]+ed))\b"
)
_SINCE = regex(r"\bsince\b")
#: "The worst since 2019" begins no stretch.
_SUPERLATIVE = regex(r"\b(?:\w+est|most|worst|first|last|least|ever)\b[^.;]{0,40}\Z")
#: Before a date that is the beginning or the end of a stretch, or the day on which it was told.
_NOT_OVER = regex(
    r"\b(?:(?:since|from|by|until|till|before|after|to)(?: early| late| mid| last| the)*"
    r"|(?:said|says|told|released|announced|reported|published|issued|confirmed|added)\b[^.;,]{0,24}) \Z"
)
#: What happens once is counted whenever it is counted: in all, or on the day on which it happened.
_ONCE = regex(
    r"\b(?:quake|earthquake|tremor|aftershock|fire|blaze|inferno|blast|explosion|bombing|shooting|crash|collision|derailment|collapse|avalanche"
    r"|landslide|mudslide|shipwreck|sinking|stampede|crush|attack|flood|storm|hurricane|typhoon|cyclone|tornado|eruption|raid|ambush"
    r"|crashed|collapsed|exploded|sank|capsized|derailed|overturned|erupted)\b"
)


def stretches(sentence: Sentence, lowered: str, mentions: Sequence[Mention]) -> Iterator[str]:
    """The stretch of time over which a sentence counts, as scope, if it tells just one; `lowered` is the sentence in small letters."""
    told = {str(found.lastgroup) for found in _TOLD.finditer(lowered)}
    if "since" in lowered and any(
        not _SUPERLATIVE.search(lowered, 0, since.start()) for since in _SINCE.finditer(lowered)
    ):
        told.add("total")
    told |= {_of_date(sentence, mention) for mention in mentions if mention.kind is Kind.DATE} - {""}
    if told > {"total"} and "day" not in told:
        # "In total 500 this year" is counted over the year; what was said on Friday may be of all time.
        told.remove("total")
    if len(told) == 1 and not _ONCE.search(lowered):
        yield OVER + told.pop()


def _of_date(sentence: Sentence, date: Mention) -> str:
    """The stretch that a date is: a day, or the month or year with which a sentence begins or ends."""
    printed = date.printed_date
    text = sentence.document.text
    begins, ends = text[sentence.start : date.start].lower(), text[date.end : sentence.end]
    if printed is None or _NOT_OVER.search(begins):
        return ""
    if printed.day is not None or printed.weekday is not None:
        return "day"
    is_set_off = printed.month is not None and begins.endswith(" in ") and ends.startswith(",")
    if begins.strip(" in,") and ends.strip(" .”\"'") and not is_set_off:
        return ""
    return "month" if printed.month is not None else "year"
