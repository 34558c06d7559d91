"""The day or the year of one happening in two reports of one event: "since a lorry hit it on 17 July", "saw the lorry strike it on July 19"."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.attach.voices import QUOTED
from factcheck.attach.words import words_of
from factcheck.judge.checks.across.stories.named_event import happening
from factcheck.model import Kind
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.align.drafts import Figure
    from factcheck.attach.words import Word
    from factcheck.judge.checks.across.events.reports import EventReport

#: What happens to one thing once, by the words that `happening` knows as one.
_ONCE = {
    happening(word): word
    for word in "hit crashed sank died opened born founded collapsed exploded stolen robbed derailed fire capsized drowned".split()
}
#: So many words before a date tell what happened then, and the sentences of both share so many more.
BEFORE, SHARED = 8, 2
#: What parts a date from what happened on another.
_PARTS = regex(
    r"[;:()“”\"]|\b(?:said|told|announced|reported|will|would|court|funeral|memorial|inquest|hearing|from|until|by|anniversary)\b"
)
_DAY, _YEAR = len("2024-05-09"), len("2024")


def of_one_happening(ours: EventReport, theirs: EventReport) -> Iterator[tuple[Figure, Figure]]:
    """The dates of one happening, of which either report has one."""
    one, other = ours.told(_by_happening), theirs.told(_by_happening)
    for happened in sorted(one.keys() & other.keys()):
        (a, *more), (b, *others) = one[happened], other[happened]
        if more or others:
            continue
        near = _happenings_of(_before(a)) & _happenings_of(_before(b))
        sentences = _happenings_of(words_of(a.claim.sentence)) & _happenings_of(words_of(b.claim.sentence))
        if near - {happened[0]} and len(sentences - {happened[0]}) >= SHARED:
            yield a, b


def _by_happening(report: EventReport) -> dict[tuple[str, int], list[Figure]]:
    """The days and the years that a report tells of what happens once."""
    found: defaultdict[tuple[str, int], list[Figure]] = defaultdict(list)
    for figure in report.figures:
        time = figure.mention.time
        if figure.mention.kind is not Kind.DATE or time is None or figure.claim.withheld not in {None, QUOTED}:
            continue
        is_over = time.end is not None and report.document.published is not None and time.start is not None
        if (
            len(time.timex) in {_DAY, _YEAR}
            and is_over
            and time.printed is not None
            and (happened := _happened(figure))
        ):
            found[happened, len(time.timex)].append(figure)
    return found


def _happened(figure: Figure) -> str:
    """What happened on a date, by the last words before it; "" where they tell nothing of the sort, or two things."""
    mention, words = figure.mention, _before(figure)
    if not words or _PARTS.search(mention.document.text[words[0].start : mention.start].lower()):
        return ""
    told = {said for word in words if (said := happening(word.lower)) in _ONCE}
    return told.pop() if len(told) == 1 else ""


def _before(figure: Figure) -> list[Word]:
    """The last words before a date."""
    return [word for word in words_of(figure.claim.sentence) if word.end <= figure.mention.start][-BEFORE:]


def _happenings_of(words: Iterable[Word]) -> set[str]:
    return {told for word in words if (told := happening(word.lower))}
