"""Which way a length of time leads, by the words beside it: "later", "after the verdict", "into the voyage", "since then"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.judge.checks.dates.instants import MINUTES, UNITS, Length, length
from factcheck.model import Kind, Mention
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.judge.checks.dates.instants import Instant

HEDGE = r"(?:(?:just|only|some|about|almost|nearly|exactly|barely|or|more than|less than|a full|fully|roughly|around|under|over|well over) )*"
#: Ways that lead forward from what was told before, ways that say from what, and the one that leads up to now.
FORWARD = frozenset(("later", "afterwards", "afterward", "after that", "into", "gone on"))
OF = frozenset(("after", "before", "following"))
AGO, SINCE, SINCE_WHAT = "ago", "since", "since what"
#: ", after 32 years": so long it had gone on, whatever had.
GONE_ON = "gone on"
_AFTER = regex(rf", after {HEDGE}$")
_STOPS = regex(r"[.,;)–—]|$")
#: What goes on while a length of it passes: "35 minutes into the crossing".
_COURSES = r"(?:crossing|voyage|journey|trip|passage|ride|run|match|game|session|meeting|debate|hearing|show|concert|race|climb|walk|shift)"
#: Behind a length, which way it leads.
_WAY = regex(
    r"(?: or so)? (?P<way>later|afterwards|afterward|after that|earlier|before that|beforehand|previously|before|after|following"
    rf"|into(?= (?:an?|the|its|their|his|her) (?:[a-z-]+ ){{0,2}}{_COURSES}\b))\b(?! than\b)"
)
#: "In the 53 years since", "most of the 60 years since then".
_THE = regex(rf"\b(?:in|over|during|of) the {HEDGE}$")
_SINCE = regex(r" since(?: then)?(?=[.,;)\n]|$| (?:have|has|trying)\b)| since then\b")
#: "It is 51 years since the pool was opened", and what has passed by now in other words.
_IT_IS = regex(rf"\b[Ii]t(?: is|[’']s|[’']s been| has been| has now been| is now) {HEDGE}$")
_SINCE_WHAT = regex(r"(?: today)? since(?= (?!then\b)\w)")
_STEP = regex(r"^(?:the )?(?:(?P<next>following|next)|(?P<last>previous|preceding)) (?P<unit>day|month|year)$")
_OF_STEPS = ("day", "month", "year")
#: Between a length and the second of two clocks: "36 minutes earlier than the present 5.48am", "takes two hours to arrive at 3pm",
#: "a two-hour debate that had begun at noon".
_THAN = regex(r" (?P<way>earlier|later) than (?:(?:the|its|their|his|her) )?(?:[a-z]+ ){0,3}")
_TAKES = regex(r"\b(?:takes?|took|taking|lasts?|lasted)(?: just| only)? $")
_TO_ARRIVE = regex(
    r",? (?:to|and|before) (?:arriv\w+|reach\w*|get\w*|finish\w*|end\w*|land\w*|dock\w*)(?: [\w’'-]+){0,5} (?:at|by) "
)
_ENDING = regex(
    r"(?: on \w+day)?,? (?:ending|capping|closing|at the end of|after) (?:an?|the|their|its) (?:[a-z-]+ )?$"
)
_BEGUN = regex(r"(?: [a-z-]+){1,2} (?:that|which) (?:had )?(?:begun|began|started) (?:at|on|with|around) ")


class Way(NamedTuple):
    """How long a time is, and which way it leads."""

    length: Length
    name: str
    #: Where the words for it end.
    end: int
    #: The unit, where it is a whole one.
    unit: str = ""


def way_of(mention: Mention) -> Way | None:
    """Which way a length of time leads, by the words in it, before it or behind it."""
    text, far = mention.document.text, length(mention)
    if mention.kind is Kind.DATE:
        way = mention.text.rpartition(" ")[2]
        if way.lower() in _OF_STEPS and (step := _STEP.search(mention.text.lower())):
            unit = step["unit"]
            return Way(Length(UNITS[unit], UNITS[unit]), "later" if step["next"] else "earlier", mention.end, unit)
        # Years ago have a rule of their own.
        is_ago = (
            way == AGO
            and mention.quantity
            and mention.quantity.unit in ("day", "week", "month")
            and _STOPS.match(text, mention.end)
        )
        leads = is_ago or (way in ("later", "earlier") and not text.startswith(" than", mention.end))
        return Way(far, way, mention.end) if far and leads else None
    if far is None:
        return None
    if found := _WAY.match(text, mention.end):
        return Way(far, found["way"], found.end())
    before = text[max(0, mention.start - 30) : mention.start]
    if since := _since(text, mention, before):
        return Way(far, *since)
    is_last = _AFTER.search(before) and _STOPS.match(text, mention.end)
    return Way(far, GONE_ON, mention.end) if is_last else None


def _since(text: str, mention: Mention, before: str) -> tuple[str, int] | None:
    """That a length has passed by now, since what was told or since what the words say, and where the words for it end."""
    if (since := _SINCE.match(text, mention.end)) and _THE.search(before):
        return SINCE, since.end()
    if (since := _SINCE_WHAT.match(text, mention.end)) and _IT_IS.search(before):
        return SINCE_WHAT, since.end()
    return None


def between(mention: Mention, before: Instant, behind: Instant) -> tuple[Instant, Instant] | None:
    """The first and the last of two clocks round a length of time that is said to lie between them."""
    text = mention.document.text
    if length(mention) is None or not is_by_clock(mention):
        return None
    if than := _THAN.fullmatch(text, mention.end, behind.mention.start):
        return (behind, before) if than["way"] == "later" else (before, behind)
    if takes_until(mention, behind):
        return before, behind
    is_ended = _ENDING.fullmatch(text, before.mention.end, mention.start) and _BEGUN.fullmatch(
        text, mention.end, behind.mention.start
    )
    return (behind, before) if is_ended else None


def takes_until(mention: Mention, behind: Instant) -> bool:
    """Whether something takes so long up to a clock behind the length: "took two hours and ended at 4.30pm"."""
    text = mention.document.text
    takes = _TAKES.search(text, max(0, mention.start - 20), mention.start)
    return takes is not None and _TO_ARRIVE.fullmatch(text, mention.end, behind.mention.start) is not None


def is_by_clock(mention: Mention) -> bool:
    """Whether a length of time is told in hours or minutes."""
    return mention.quantity is not None and mention.quantity.unit in MINUTES
