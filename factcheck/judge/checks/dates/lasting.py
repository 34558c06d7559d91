"""How long something took, and from when to when it went on, told in the next sentence or in the one before, or behind both clocks.

"The session went on for four hours. The meeting, which began at 6.30pm, wound up at 10.50pm."
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.judge.checks.dates.instants import Instant, instants
from factcheck.judge.checks.parts import mentions_in, sentence_number
from factcheck.regexes import regex

if TYPE_CHECKING:
    from factcheck.model import Article, Mention, Sentence

_TOOK = regex(r"\b(?:took|lasted|lasting|(?:went|gone) on for|ran for|dragged on for)(?: just| only| exactly)? $")
#: The same right behind the clocks: ", a journey of 42 minutes".
_OF_SO_LONG = regex(
    r", (?:for |making |giving )?an? (?:[a-z-]+ )?(?:journey|trip|ride|crossing|drive|voyage|passage) of (?:just |only |exactly )?$"
)
#: Behind a length that is the whole of it.
_WHOLE = regex(r"[.,;]|$|\s*\n| (?:and|but|on|to (?!the (?:start|beginning)))\b")
_EACH = regex(
    r"\b(?:each|every|usually|normally|would|could|may|might|will|another|further|first|last|average|more|less)\b"
)
#: What the clocks count in, and a length may leave out.
_INTERRUPTED = regex(
    r"\b(?:not counting|excluding|apart from|without|breaks?|intervals?|interrupt\w*|stoppages?|delays?|pauses?|rests?|lunch|stops?|stopped|halts?|waits?|waited)\b"
)
#: What makes a length another one stands no farther before it, in letters.
_CLAUSE = 60
#: Before the clock of a beginning, and before that of an end.
_BEGAN = regex(
    r"\b(?:began|begun|begins|started|starts|opened|kicked off|got under way|convened|left|set off|set out|departed|pulled out|pulled away|sailed|took off)\b[^.;]{0,40} $"
)
_ENDED = regex(
    r"\b(?:ended|ends|finished|wound up|closed|concluded|broke up|adjourned|rose|reached|arrived|got (?:to|back)|landed|docked|was over)\b[^.;]{0,40} $"
)


def course_beside(article: Article, mention: Mention) -> tuple[Instant, Instant] | None:
    """The clocks from which and to which that went on which took so long, if its own sentence or a neighbouring one tells nothing else."""
    text, number = mention.document.text, sentence_number(article, mention.start)
    sentence = article.sentences[number]
    if _OF_SO_LONG.search(text, max(sentence.start, mention.start - _CLAUSE), mention.start):
        course = None if _INTERRUPTED.search(text, sentence.start, sentence.end) else _course(article, sentence)
        return course if course and course[1].mention.end < mention.start else None
    if not _TOOK.search(text, max(sentence.start, mention.start - 24), mention.start) or not _WHOLE.match(
        text, mention.end
    ):
        return None
    if _EACH.search(text, max(sentence.start, mention.start - _CLAUSE), mention.end):
        return None
    if _INTERRUPTED.search(text, sentence.start, sentence.end):
        return None
    beside = (*article.sentences[number + 1 : number + 2], *article.sentences[max(0, number - 1) : number])
    courses = [course for one in beside if (course := _course(article, one))]
    return courses[0] if len(courses) == 1 else None


def _course(article: Article, sentence: Sentence) -> tuple[Instant, Instant] | None:
    """The only two clocks of a sentence, if something begins at the first and ends at the last."""
    text = article.document.text
    told = instants(mentions_in(article, sentence.start, sentence.end), clock=True)
    if len(told) != 2:
        return None
    first, last = (one.mention for one in told)
    is_course = _BEGAN.search(text, sentence.start, first.start) and _ENDED.search(text, first.end, last.start)
    return (told[0], told[1]) if is_course else None
