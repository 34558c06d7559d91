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
#: A thing is known to a few this many years before it is there for all.
GROWING = 1
_WORD = regex(r"[A-Za-z][\w-]*")
_IN = regex(r"\b(?:[Ii]n|[Bb]y|[Dd]uring|[Bb]ack in|[Ss]ince|[Ff]rom|[Oo]n)(?: early| late| mid)? $")
#: What sets the year and the thing apart, or speaks of the thing before it was there.
_APART = regex(
    r"[;:—.()]|\b(?:now|later|today|since|before|after|until|would|will|eventually|currently|this year|who|whose|which|when"
    r"|found(?:ed|er|ers|ing)|cofound\w*|co-found\w*|creat\w+|launch\w*|invent\w*|predict\w*|future|predecessor|precursor|idea"
    r"|called|known|renamed|became|become|boss|chief|executive|CEO|owner|owned|bought|acquired|parent|history|archive\w*|footage"
    r"|video|clip|interview|film|show|series|fame|star|and)\b"
)
#: Behind the thing, the same of its owner: "Facebook founder", "Google's future boss".
_OWNER = regex(r"^(?:['’]s)? (?:co-?founder|founder|chief|CEO|executive|boss|owner|engineer|employee|investor)\b")


@check("before-it-existed", of=Article)
def before_it_existed(article: Article) -> Iterator[Verdict]:
    """Things that a sentence puts into a year before their first."""
    for mention in article.mentions:
        year = _year(mention)
        if year is not None and _IN.search(article.document.text, max(0, mention.start - 12), mention.start):
            yield from _things(article, mention, year)


def _year(mention: Mention) -> int | None:
    """The year of a date that has one in figures."""
    if mention.kind is not Kind.DATE or mention.time is None or mention.time.printed is None:
        return None
    return mention.time.printed.year


def _things(article: Article, mention: Mention, year: int) -> Iterator[Verdict]:
    text = article.document.text
    start, end = max(0, mention.start - NEAR), mention.end + NEAR
    for found in _WORD.finditer(text, start, end):
        known = BEGINNINGS.get(found[0])
        if known is None or year >= known.year - GROWING:
            continue
        between = (
            text[mention.end : found.start()] if found.start() >= mention.end else text[found.end() : mention.start]
        )
        if _APART.search(between) or _OWNER.match(text[found.end() : found.end() + 30]) or _is_a_word(text, found):
            continue
        yield _verdict(mention, Span(article.document, *found.span()), known)
        return


def _is_a_word(text: str, found: re.Match[str]) -> bool:
    """Whether a name is only a part of another one ("Google.org", "MI-NATO")."""
    return text[found.end() : found.end() + 1] in {".", "@"} and text[found.end() + 1 : found.end() + 2].isalpha()


def _verdict(mention: Mention, thing: Span, known: Beginning) -> Verdict:
    spans = (mention.span, thing)
    return Clash(
        spans,
        {"thing": thing.text, "since": str(known.year)},
        arithmetic=f"{thing.text}: since {known.year} ({known.source})",
        guesses=int(known.is_used_of_before),
    )
