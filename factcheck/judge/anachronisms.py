"""Things that are met before they existed: "In 1987 she posted it on Twitter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.judge.beginnings import BEGINNINGS
from factcheck.judge.checks import check
from factcheck.judge.verdicts import Clash, Verdict
from factcheck.model import Article, Kind, Mention, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from factcheck.judge.beginnings import Beginning

#: How far from its year a thing stands, in letters.
NEAR = 80
#: How far behind a thing its year stands, in letters.
CLOSE = 40
#: A thing is known to a few this many years before it is there for all.
GROWING = 1
_WORD = regex(r"[A-Za-z][\w-]*")
#: A year at the beginning of a clause, or anywhere else.
_BEGINS = regex(
    r"(?:^|[.,;:—\n“\"] ?|\b(?:and|but|that|when) )(?:[Ii]n|[Bb]y|[Dd]uring|[Bb]ack in|[Oo]n)(?: early| late| mid)? $"
)
_IN = regex(r"\b(?:in|during|back in|by|on)(?: early| late| mid)? $")
#: What joins a thing to what was done with it: "on Twitter", "two million euros", "an iPhone".
_JOINED = regex(
    r"(?:\b(?:on|via|by|in|from|through|using|with|an?|the|to|for|her|his|their|its|sent|million|billion|thousand|\d) )$"
)
#: What sets the year and the thing apart, or speaks of the thing before it was there.
_APART = regex(
    r"[;:—.()]|\b(?:now|later|today|since|before|after|until|would|will|eventually|currently|this year|who|whose|which|when|while|is|are|has|have"
    r"|found(?:ed|er|ers|ing)|cofound\w*|co-found\w*|creat\w+|launch\w*|invent\w*|predict\w*|future|predecessor|precursor|idea"
    r"|called|known|renamed|became|become|boss|chief|executive|CEO|owner|owned|bought|acquired|parent|history|archive\w*|footage"
    r"|video|clip|interview|film|show|series|fame|star|and)\b"
)
#: Behind the thing, the same of its owner: "Facebook founder", "Google's future boss".
_OWNER = regex(r"^(?:['’]s)? (?:co-?founder|founder|chief|CEO|executive|boss|owner|engineer|employee|investor)\b")


@check("before-it-existed", of=Article)
def before_it_existed(article: Article) -> Iterator[Verdict]:
    """Things that a sentence puts into a year before their first."""
    text = article.document.text
    for mention in article.mentions:
        year = _year(mention)
        if year is None or not _IN.search(text[max(0, mention.start - 14) : mention.start].lower()):
            continue
        yield from _things(article, mention, year)


def _year(mention: Mention) -> int | None:
    """The last year that a date allows whose words tell the year."""
    time = mention.time if mention.kind is Kind.DATE else None
    if time is None or time.end is None or time.anchored:
        return None
    return time.end.year - (time.end.month == time.end.day == 1)


def _things(article: Article, mention: Mention, year: int) -> Iterator[Verdict]:
    text = article.document.text
    start, end = max(0, mention.start - NEAR), mention.end + NEAR
    for found in _WORD.finditer(text, start, end):
        known = BEGINNINGS.get(found[0])
        if known is None or year >= known.year - GROWING:
            continue
        if not _belongs(text, mention, found) or _OWNER.match(text[found.end() : found.end() + 30]):
            continue
        yield _verdict(mention, Span(article.document, *found.span()), known)
        return


def _belongs(text: str, mention: Mention, found: re.Match[str]) -> bool:
    """Whether a sentence puts a thing into a year: "in 1987, she posted it on Twitter", "sent by email in 1960"."""
    first, last = found.span()
    if found[0][0].isupper() and not _JOINED.search(text, max(0, first - 12), first):
        return False
    if text[last : last + 1] in {".", "@"} and text[last + 1 : last + 2].isalpha():
        return False
    if first >= mention.end:
        between = text[mention.end : first].removeprefix(",")
        leads = _BEGINS.search(text[max(0, mention.start - 24) : mention.start])
        return leads is not None and "," not in between and not _APART.search(between)
    between = text[last : mention.start]
    return len(between) <= CLOSE and "," not in between and not _APART.search(between) and between == between.lower()


def _verdict(mention: Mention, thing: Span, known: Beginning) -> Verdict:
    spans = (mention.span, thing)
    return Clash(
        spans,
        {"thing": thing.text, "since": str(known.year)},
        arithmetic=f"{thing.text}: since {known.year} ({known.source})",
        guesses=int(known.is_used_of_before),
    )
