"""Figures of a draft and a source that stand among like words and yet are no two answers to one question.

Each gate asks something of the two places; a draft that is written anew, in its reporter's own words, has
many figures that no source prints, and each of them is like something.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.attach.words import stem
from factcheck.judge.agreement import gap
from factcheck.judge.checks.across.drafts.explained import is_counted
from factcheck.judge.checks.across.figures.restated import WEEK
from factcheck.judge.mistyping import digits_of
from factcheck.model import Kind, Mention
from factcheck.regexes import regex
from factcheck.resolve.units import dimension, factor

if TYPE_CHECKING:
    from factcheck.judge.checks.across.figures.holding import Held
    from factcheck.model import Quantity, TimeExpression

#: Amounts further apart than this share of the larger are seldom a slip for each other, so that the words must be this much alike.
FAR, SAME_WORDS = Decimal("0.8"), 0.8
#: A number of so many digits, noughts at the end aside, is not printed of two things by chance.
TELLING = 3
#: How far behind and before a number is looked, in letters.
_WITHIN = 40

#: Behind a number that tells how far something is from another, and before one: "two metres over", "a margin of 4.5 cent".
_MARGIN_BEHIND = regex(
    r" (?:[a-z]+ )?(?:short of|shy of|(?:over|under) the(?! (?:last|past|next|coming|previous|first|course|years|months|weeks|weekend|summer|winter|age))"
    r"|(?:above|below) the|clear of|ahead of|behind|ahead|adrift of|off the (?:pace|record|mark)"
    r"|(?:less|more|fewer) than|higher|lower|better|worse|quicker|faster|slower|longer|shorter|taller|wider|deeper|heavier|lighter|dearer|cheaper|older|younger)\b"
)
_MARGIN_BEFORE = regex(
    r"\b(?:(?:margin|majority|lead|gap|shortfall|difference|surplus|deficit) (?:of|is|was)"
    r"|(?:led|leads?|leading|won|wins?|trail(?:s|ed|ing)?|lost|beat|beaten|ahead|behind) (?:[^.;,\d]{1,25} )?by) (?:[a-z]+ ){0,2}\Z"
)
#: Before one that tells by how much something changed: "a rise of 85", "cut her lead by 22 seconds".
_CHANGE_BEFORE = regex(
    r"\b(?:(?:rise|increase|jump|gain|growth|fall|drop|decline|decrease|cut|reduction) of"
    r"|(?:cut|cuts|cutting|reduced|trimmed|halved|shortened|extended|stretched|lengthened) [^.;,\d]{1,25} by) (?:[a-z]+ ){0,2}\Z"
)
#: Behind what is still to come, or will be left: "with 40 km still to go", "12 shops will remain".
_TO_GO = regex(
    r" (?:still |left )?(?:to (?:go|play|run|ride)|remaining|from the (?:finish|end))\b"
    r"|(?: [a-z]+)? (?:will|would|are to|is to) (?:be left|remain|stay)\b"
)
#: Before an amount, in its clause, what says that it was so before.
_AGO = regex(
    r"\b(?:an?|one|two|three|four|five|ten|\d+) (?:year|month|week|decade)s? (?:ago|earlier|before)\b[^.;:]*\bhad [^.;:]*\Z"
)
#: In the clause of an amount that is told of as long ago as makes a comparison: "on the same date last season it was 79 %".
_SAME_THEN = regex(
    r"\bsame (?:date|day|time|point|stage|period|month|week|weekend|quarter)(?: of| in| a| the)? (?:last|previous|earlier|year|season|19\d\d|20\d\d)\b"
)
_CLAUSE_BEFORE, _CLAUSE_BEHIND = regex(r"(?:[^.;]|\.(?=\d))*\Z"), regex(r"(?:[^.;]|\.(?=\d))*")
#: Behind an amount that was foreseen, and before one: "the $1.17 that analysts had forecast", "expectations of $1.17".
_FORESEEN_BEHIND = regex(
    r" (?:a |per )?(?:[a-z]+ )?(?:that )?(?:analysts|economists|forecasters|(?:had )?(?:been )?(?:forecast|expected|predicted|foreseen|projected))\b"
)
_FORESEEN_BEFORE = regex(
    r"\b(?:consensus|forecasts?|expectations?|estimates?|projections?|predictions?|analysts|economists)(?: [a-z]+){0,4} \Z"
)
#: Behind a sum that is some of another.
_OF_IT = regex(r" of (?:it|that|this)\b")
#: Before a day on which somebody was born.
_BORN = regex(r"\bborn (?:on |in )?\Z")
#: What makes a bare number no count of anything: "four times the price", "76 by 102 cm", "an average of 18.4", "before five on Tuesday".
_TIMES = regex(r" times\b")
_SIDE_BEHIND, _SIDE_BEFORE = regex(r" (?:by|x|×) ?\d"), regex(r"\d (?:by|x|×) \Z")
#: Three bare numbers or more in a row.
_ROW = regex(r"(?<![\d.,$£€])\d{1,3}(?:(?:, (?:and |or )?| (?:and|or) )\d{1,3}){2,}(?![\d%]|[.,:]\d)")
_HOUR = regex(
    r"(?: o['’]clock|,? (?:on|this|that|in the|yesterday) (?:[A-Z][a-z]+day |early |late )?(?:morning|afternoon|evening|night))\b"
)
_CLOCK, _AT = (
    regex(r"(?:[01]?\d|2[0-3])[.:][0-5]\d"),
    regex(r"\b(?:[Aa]t|by|from|until|till|before|after|around|about|since) \Z"),
)
#: Before and in a bare number that is how old people are: "all but 11 are under 18".
_WHO_ARE, _AS_OLD = (
    regex(r"\b(?:is|are|was|were|be|aged|those|anyone|children|adults|girls|boys|men|women) \Z"),
    regex(r"(?:under|over|younger|older)\b"),
)
_LATER = regex(r"[^.;]* (?:an?|one|two|three|four|five|six|ten|\d+) (?:day|week|month|year)s? later\b")
_UNTIL = regex(r"\b(?:until|till|through|by) (?:early |late |next )?\Z")
_AVERAGE = regex(r"\baverag(?:e|es|ed|ing)\b")
_AVERAGED = regex(r"\baverag(?:es|ed|ing) $")
#: The word behind an ordinal that it counts.
_COUNTED = regex(r" ([A-Za-z][a-z]+)")
#: What happens for the first time is no first of anything.
_TIME = stem("time")
_NO_NOUNS = frozenset(
    "in on at of for with to and or but by from after before behind the a an as when who which that since".split()
)


def are_apart(held: Held, *, of_many: bool) -> bool:
    """Whether two figures that differ are told of two things, however alike the words round them are.

    In a draft `of_many` figures some are like others by chance, so that more is asked of them.
    """
    one, other = held.ours.mention, held.theirs.mention
    if any(
        told(one) != told(other)
        for told in (
            _is_margin,
            _is_change,
            _as_no_count,
            _in_points,
            _is_to_come,
            _is_some_of_it,
            _is_long_ago,
            _is_foreseen,
            _is_of_same_time_then,
            _is_counted_on,
        )
    ):
        return True
    if _are_ends(one, other) or _is_long_after_birth(one, other) or _is_in_row(one) or _is_in_row(other):
        return True
    return of_many and (
        _is_average(one) is not _is_average(other)
        or (held.likeness < SAME_WORDS and (_count_other_things(one, other) or _are_far_apart(one, other)))
    )


def is_the_very(one: Quantity, other: Quantity | None) -> bool:
    """Whether two amounts print the same number of the same thing, or one that nobody prints of another by chance."""
    if other is None or one.printed != other.printed:
        return False
    return one.unit == other.unit or len(digits_of(one.printed[0])) >= TELLING


def _is_margin(mention: Mention) -> bool:
    """Whether a number tells how far something is from another: "70 cm short of the flood of 2011", "a margin of 4.5 cent"."""
    text = mention.document.text
    return _MARGIN_BEHIND.match(text, mention.end) is not None or (
        _MARGIN_BEFORE.search(text, max(0, mention.start - _WITHIN), mention.start) is not None
    )


def _is_change(mention: Mention) -> bool:
    text = mention.document.text
    return _CHANGE_BEFORE.search(text, max(0, mention.start - _WITHIN), mention.start) is not None


def _is_to_come(mention: Mention) -> bool:
    """Whether a number tells what is still to be done of something: "with 40 km to go"."""
    return _TO_GO.match(mention.document.text, mention.end) is not None


def _is_long_ago(mention: Mention) -> bool:
    """Whether an amount is told in a clause of what was before: "a year ago they had voted by 16 to 15"."""
    text = mention.document.text
    return (
        mention.kind is not Kind.DATE
        and _AGO.search(text, max(0, mention.start - 2 * _WITHIN), mention.start) is not None
    )


def _is_foreseen(mention: Mention) -> bool:
    """Whether an amount is what somebody expected, and not what came."""
    text = mention.document.text
    before = _FORESEEN_BEFORE.search(text, max(0, mention.start - _WITHIN), mention.start)
    return mention.kind is not Kind.DATE and (before or _FORESEEN_BEHIND.match(text, mention.end)) is not None


def _is_of_same_time_then(mention: Mention) -> bool:
    """Whether an amount is told of the same time of an earlier year."""
    text = mention.document.text
    before = _CLAUSE_BEFORE.search(text, max(0, mention.start - 2 * _WITHIN), mention.start)
    behind = _CLAUSE_BEHIND.match(text, mention.end, mention.end + 2 * _WITHIN)
    return any(clause and _SAME_THEN.search(clause[0]) for clause in (before, behind))


def _is_some_of_it(mention: Mention) -> bool:
    """Whether a sum is some of one that was told before: "€580,000 of it"."""
    return mention.kind is Kind.MONEY and _OF_IT.match(mention.document.text, mention.end) is not None


def _is_long_after_birth(one: Mention, other: Mention) -> bool:
    """Whether a time so long ago is held against a day on which somebody was born: nobody tells a birth so."""
    text = other.document.text
    return is_counted(one) and _BORN.search(text, max(0, other.start - _WITHIN), other.start) is not None


def _in_points(mention: Mention) -> bool:
    """Whether a number tells by how much a share changed, or differs from another: "15 percentage points"."""
    return mention.quantity is not None and mention.quantity.unit == "percentage point"


def _is_counted_on(mention: Mention) -> bool:
    """Whether the time of another event is told from a date: "became its head in May 2022, shut the plant a year later"."""
    end = mention.end
    return mention.kind is Kind.DATE and _LATER.match(mention.document.text, end, end + 2 * _WITHIN) is not None


def _are_ends(one: Mention, other: Mention) -> bool:
    """Whether two days in a row are the last day of something and the day on which that is over: "until Tuesday", "through Monday"."""
    is_end = any(_UNTIL.search(each.document.text, max(0, each.start - _WITHIN), each.start) for each in (one, other))
    return is_end and one.time is not None and other.time is not None and _are_next(one.time, other.time)


def _are_next(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether one day comes right after another; of weekdays alone nobody knows which Monday is meant."""
    a, b = (each.printed.weekday if each.printed and each.printed.day is None else None for each in (one, other))
    if a is not None and b is not None:
        return (a - b) % WEEK in (1, WEEK - 1)
    return one.start is not None and other.start is not None and abs((one.start - other.start).days) == 1


def _as_no_count(mention: Mention) -> str:
    """What a bare number does that counts nothing: it multiplies, measures one side, is an age or an hour; "" where it may count."""
    if mention.kind is not Kind.NUMBER:
        return ""
    text, start, end = mention.document.text, mention.start, mention.end
    if _SIDE_BEHIND.match(text, end) or _SIDE_BEFORE.search(text, max(0, start - _WITHIN), start):
        return "side"
    if _TIMES.match(text, end):
        return "times"
    if _AS_OLD.match(text, start) and _WHO_ARE.search(text, max(0, start - _WITHIN), start):
        return "age"
    is_clock = _CLOCK.fullmatch(mention.text) and _AT.search(text, max(0, start - _WITHIN), start)
    return "hour" if is_clock or _HOUR.match(text, end) else ""


def _is_in_row(mention: Mention) -> bool:
    """Whether a bare number is one of a row that names things by their numbers: "versions 6, 7, 8 and 9"."""
    if mention.kind is not Kind.NUMBER:
        return False
    text, start, end = mention.document.text, mention.start, mention.end
    rows = _ROW.finditer(text, max(0, start - _WITHIN), end + _WITHIN)
    return any(row.start() <= start and end <= row.end() for row in rows)


def _is_average(mention: Mention) -> bool:
    """Whether a mention is said to be an average: "an average of 3,900", "averaged 3,900"."""
    before = mention.document.text[max(0, mention.start - _WITHIN) : mention.start]
    return _AVERAGE.search(mention.text) is not None or _AVERAGED.search(before) is not None


def _count_other_things(one: Mention, other: Mention) -> bool:
    """Whether two ordinals stand before two nouns, or one alone before one: "the 44th Halden Marathon", "third in 2:10:02"."""
    if not one.kind is other.kind is Kind.ORDINAL:
        return False
    nouns = _noun(one), _noun(other)
    return nouns[0] != nouns[1] and (all(nouns) or _TIME in nouns or any(noun.istitle() for noun in nouns))


def _noun(ordinal: Mention) -> str:
    found = _COUNTED.match(ordinal.document.text, ordinal.end)
    if found is None or found[1].lower() in _NO_NOUNS:
        return ""
    return found[1] if found[1].istitle() else stem(found[1])


def _are_far_apart(one: Mention, other: Mention) -> bool:
    """Whether two amounts are of two orders of magnitude, and not the same digits with a nought or a word too many."""
    a, b = _size(one), _size(other)
    if a is None or b is None or min(a, b) <= 0 or gap(a, b) <= FAR:
        return False
    return digits_of(a) != digits_of(b)


def _size(mention: Mention) -> Decimal | None:
    """A single amount in the base unit of what it measures."""
    amount = mention.single
    if amount is None or mention.kind is Kind.ORDINAL:
        return None
    return amount.printed[0] * (factor(amount.unit) if dimension(amount.unit) else 1)
