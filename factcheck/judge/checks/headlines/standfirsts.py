"""The day that the lines over a text give for an event, held against the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.attach.events import ONCE
from factcheck.attach.words import EMPTY, stem
from factcheck.judge.checks import check
from factcheck.judge.checks.parts import BODY, HEADLINE, STANDFIRST, label_of, mentions_in, parts
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Kind, Role
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex
from factcheck.resolve.tense import Tense, tense_around

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Mention, Sentence

_WORD = regex(r"[^\W\d_]+")
#: What stands before a date that opens its sentence.
_OPENS = regex(r"\W*(?:[Oo]n (?:the )?)?")
#: A standfirst is one sentence of no more letters than this between headline and body.
STANDFIRST_LENGTH = 200
#: How far after the words that tell what happens its date stands, in letters.
REACH = 40
#: So many words that two dates have before them make them dates of one event, if neither has another.
SHARED = 2
#: How many paragraphs of the body tell the date again.
LEAD = 6


#: A date that was moved is another one before and after.
_MOVED = regex(
    r"\b(?:delay|postpone|reschedule|(?:been|was|is|were|being) moved|moved? (?:back|forward|it|the|to (?:\d|an? |early|late)|from \d)|put (?:back|off)|pushed? back|brought forward|previously|originally|initially|earlier|instead|had been)",
    re.IGNORECASE,
)


#: What happens to the others happens on another day.
_OF_OTHERS = regex(r"\b(?:others?|remaining|rest|another)\b")


class _Dated(NamedTuple):
    """What happens, and the day on which it does."""

    #: The kind of event, where a word right before the date tells it ("opening").
    event: str
    #: The stems of the words before the date, or behind one that opens its sentence.
    words: frozenset[str]
    mention: Mention
    #: Whether it is what the others do.
    is_of_others: bool = False


@check("standfirst-date", of=Article, about=[Kind.DATE])
def standfirst_date(article: Article) -> Iterator[Verdict]:
    """The day that a headline or standfirst gives for an event, against the day that the body gives."""
    told = parts(article)
    above = [sentence for part, sentence in told if part in {HEADLINE, STANDFIRST}]
    body = [sentence for part, sentence in told if part == BODY]
    if not above and (lines := _lines_over(article)):
        above = [sentence for sentence in body if sentence.end <= lines]
        body = [sentence for sentence in body if sentence.start >= lines]
    if (
        above
        and body
        and above[-1].role is Role.HEADLINE
        and len(body) > 1
        and len(body[0].text) <= STANDFIRST_LENGTH
        and body[1].paragraph > body[0].paragraph
    ):
        above.append(body.pop(0))
    dated = [one for sentence in above for one in _dated(sentence, article)]
    if not dated:
        return
    last = above[-1].paragraph + LEAD
    again = [one for sentence in body if sentence.paragraph <= last for one in _dated(sentence, article)]
    for one in dated:
        rivals = [other for other in again if _one_event(one, other)]
        if not rivals:
            yield from _mistyped(one, above, [sentence for sentence in body if sentence.paragraph <= last], article)
            continue
        same = next((rival for rival in rivals if _same_day(one.mention, rival.mention)), None)
        if same is not None:
            yield Accord((one.mention.span, same.mention.span), f"both are {one.mention.text}")
        elif len(rivals) == 1 and one.is_of_others is rivals[0].is_of_others:
            yield _clash(one.mention, rivals[0].mention)


def _lines_over(article: Article) -> int:
    """Where the lines over a text end that are no sentences, and stand apart from it; nought if there are none."""
    lines, mark, rest = article.document.text.partition("\n\n")
    are_lines = len(lines) <= STANDFIRST_LENGTH and all(
        line and line[-1] not in '.!?:;,”"' for line in lines.split("\n")
    )
    return len(lines) if mark and rest and are_lines else 0


def _mistyped(one: _Dated, above: Sequence[Sentence], lead: Sequence[Sentence], article: Article) -> Iterator[Verdict]:
    """The only day that the lead has for what is to come, a figure of which seems to have slipped above or there."""
    days = [(sentence, mention) for sentence in lead for mention in _days(sentence, article)]
    if len(days) != 1 or _MOVED.search(days[0][0].text):
        return
    ((sentence, mention),) = days
    told = {stem(word) for line in above for word in _WORD.findall(line.text.lower()) if word not in EMPTY}
    again = {stem(word) for word in _WORD.findall(sentence.text.lower())}
    text = article.document.text
    near = {word for dated in _dated(sentence, article) for word in dated.words}
    if (
        (len(told & again) >= SHARED or one.words & near)
        and tense_around(text, one.mention.start, one.mention.end) is not Tense.BACK
        and tense_around(text, mention.start, mention.end) is Tense.AHEAD
        and _is_slip(one.mention, mention)
    ):
        yield _clash(one.mention, mention, guesses=1)


def _is_slip(one: Mention, other: Mention) -> bool:
    """Whether two days of a month are told by the same figures, or by one more: 3 and 13 May, 12 and 21 May."""
    a, b = (mention.printed_date for mention in (one, other))
    if a is None or b is None or a.month != b.month or a.day == b.day:
        return False
    few, many = sorted((str(a.day), str(b.day)), key=len)
    return sorted(few) == sorted(many) or (len(few) < len(many) and few in many)


def _days(sentence: Sentence, article: Article) -> Iterator[Mention]:
    """The dates of a sentence that have a day and a month."""
    for mention in mentions_in(article, sentence.start, sentence.end):
        printed = mention.printed_date if mention.kind is Kind.DATE else None
        if printed is not None and printed.day is not None and printed.month is not None:
            yield mention


def _clash(above: Mention, told: Mention, guesses: int = 0) -> Clash:
    return Clash(
        (above.span, told.span),
        {"above": above.text, "text": told.text},
        repairs=(f"“{told.text}” above", f"“{above.text}” in the text"),
        guesses=guesses,
    )


def _dated(sentence: Sentence, article: Article) -> Iterator[_Dated]:
    """The events of a sentence that a day and a month stand right behind, unless it tells that one was moved."""
    if _MOVED.search(sentence.text):
        return
    start = sentence.start + (sentence.text.find(":") + 1 if label_of(sentence) else 0)
    for mention in _days(sentence, article):
        before = sentence.document.text[max(start, mention.start - REACH) : mention.start].lower()
        if _OPENS.fullmatch(sentence.document.text, start, mention.start):
            before = (
                sentence.document.text[mention.end : min(sentence.end, mention.end + REACH)]
                .lower()
                .lstrip(", ")
                .partition(",")[0]
            )
        words = [stem(word) for word in _WORD.findall(before) if word not in EMPTY]
        events = [ONCE[word] for word in words if word in ONCE]
        if words:
            is_of_others = _OF_OTHERS.search(before) is not None
            yield _Dated(events[-1] if events else "", frozenset(words), mention, is_of_others)


def _one_event(one: _Dated, other: _Dated) -> bool:
    """Whether two dates are of one event: of the same kind, or of the same words."""
    if one.event or other.event:
        return one.event == other.event
    return len(one.words & other.words) >= SHARED or one.words == other.words


def _same_day(one: Mention, other: Mention) -> bool:
    a, b = (mention.printed_date for mention in (one, other))
    return (
        a is None or b is None or (a.day, a.month) == (b.day, b.month) or bool(a.year and b.year and a.year != b.year)
    )
