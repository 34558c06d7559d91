"""Whether a draft's figure says what a source's says: copied, rounded, hedged or converted."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from factcheck.judge.agreement import CLOSE, agree, gap
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import day_in_words, number_in_words
from factcheck.model import Bound, Kind, Mention, Quantity, TimeExpression
from factcheck.regexes import regex
from factcheck.resolve.units import dimension

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.model import Document, Span

#: Whole numbers below this, of ones, millions or billions, are copied and not rounded.
COPIED = 1000
MAGNITUDES = (Decimal(10) ** 9, Decimal(10) ** 6, Decimal(1))
#: What is rounded without a hedge changes by no more than this share.
ROUNDED = Decimal("0.05")
#: What a draft has more exactly than its source's "more than 8,000" may differ from it by this share.
FINE = Decimal("0.02")
#: From so much less "more than" leaves open what is told more exactly.
EXACTER = Decimal("0.15")
#: Where one of the two is hedged ("almost 80 million" for 78.2), they may differ by this share.
HEDGED = Decimal("0.04")
#: Amounts in different units that differ by this share are not one amount, however few of the larger unit there are.
APART = Decimal("0.4")
#: A range whose end is this many times its beginning.
VAGUE = 5
#: What is told in words from here on is told in one numeral, whatever it is.
LARGE = Decimal(10) ** 6
#: A weekday that is taken for the last one may be the next one.
WEEK = 7
#: A number that ends in five was rounded to the nearest five, if it has more digits than one.
FIVE = Decimal(5)
#: What a date that is neither printed in figures nor counted from the day of writing is told by.
_TOLD = regex(r"\d|\b(?:first|second|third|fourth|\w+teenth|\w+ties)\b", re.IGNORECASE)
#: Currencies that no other text means by each other's sign.
_MONEYS = frozenset(
    "dollar euro pound sterling yen rupee ruble franc yuan krona krone peso real won lira shekel".split()
)
#: So far before a bound, in letters, a word turns it round: "will not be more than 12".
_NOT, NEGATES = regex(r"(?:\b(?:not|never|no|cannot)\b|n[’']t\b)[^.;]*\Z", re.IGNORECASE), 30
#: The parts of a TIMEX3 date; an X stands for a digit that nobody knows.
_TIMEX = regex(
    r"(?P<year>[\dX]{2,4})?(?:-(?:Q(?P<quarter>\d)|H(?P<half>\d)|W(?P<week>\d\d|XX)(?:-(?P<weekday>\d))?|(?P<season>SP|SU|FA|WI)"
    r"|(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?))?"
)


def restated(draft: Mention, source: Mention) -> Verdict | None:
    """What comes of comparing a draft's figure with a source's; None where one says nothing for or against the other."""
    spans = (draft.span, source.span)
    if draft.quantity and source.quantity:
        if _bounds_oppose(draft, source):
            return Clash(spans, arithmetic=f"{draft.text} and {source.text}")
        if draft.kind is source.kind is Kind.PERCENTAGE and (is_share_in_words(draft) or is_share_in_words(source)):
            return _shares_compared(draft.quantity, source.quantity, spans)
        if _is_rounded_in_words(draft, source) or _is_rounded_in_words(source, draft):
            return None
        return _amounts_compared(draft.quantity, source.quantity, spans)
    if draft.time and source.time and _is_told(draft) and _is_told(source):
        return _times_compared(draft.time, source.time, spans)
    return None


def _is_rounded_in_words(loose: Mention, fine: Mention) -> bool:
    """Whether an amount in words of one numeral is another in fewer digits: "a three-billion-dollar plant" for $3.2 billion."""
    one, other = loose.quantity, fine.quantity
    if one is None or other is None or one.is_range or other.is_range or any(map(str.isdigit, loose.text)):
        return False
    if not (one.printed and other.printed):
        return False
    is_alike = loose.kind is fine.kind and one.unit == other.unit and one.printed != other.printed
    is_large = one.step >= LARGE and other.step < one.step
    return is_alike and is_large and _rounded(other.printed[0], one.step) == one.printed[0]


# --- amounts ------------------------------------------------------------------------


def _bounds_oppose(draft: Mention, source: Mention) -> bool:
    """Whether one number is the least in one text and the most in the other, and neither is denied ("not more than")."""
    one, other = draft.quantity, source.quantity
    return (
        one is not None
        and other is not None
        and one.printed == other.printed
        and {one.bound, other.bound} == {Bound.BELOW, Bound.ABOVE}
        and not any(
            _NOT.search(side.document.text, max(0, side.start - NEGATES), side.start) for side in (draft, source)
        )
    )


def is_share_in_words(share: Mention) -> bool:
    """Whether a share is told without a figure: "a third"."""
    return share.kind is Kind.PERCENTAGE and not any(map(str.isdigit, share.text))


def _shares_compared(draft: Quantity, source: Quantity, spans: tuple[Span, ...]) -> Verdict:
    """Shares of which one is told in words, and is as exact as they are: a third is 29 to 37 percent."""
    arithmetic = " and ".join(f"{number_in_words(share.value, 1)}%" for share in (draft, source))
    return Accord(spans, arithmetic) if draft.meets(source) else Clash(spans, arithmetic=arithmetic)


def _amounts_compared(  # noqa: PLR0911 - each gate may end it
    draft: Quantity, source: Quantity, spans: tuple[Span, ...]
) -> Verdict | None:
    """Amounts by what is printed, number by number; in other units by what they allow."""
    if not (draft.printed and source.printed):
        return None
    if _in_other_money(draft.unit, source.unit):
        return Clash(spans, arithmetic=f"{draft.unit} and {source.unit}") if draft.printed == source.printed else None
    if draft.printed == source.printed and _is_rate_of(draft.unit, source.unit):
        return Accord(spans, f"both are {number_in_words(draft.printed[0])}, and one leaves out what it is told for")
    measured = dimension(draft.unit), dimension(source.unit)
    if measured[0] != measured[1] or _is_vague(draft) or _is_vague(source):
        return None
    if measured[0] is not None and draft.unit != source.unit:
        found = agree(draft, source)
        if not found.agrees or found.gap >= APART:
            return Clash(spans, arithmetic=found.reason if not found.agrees else found.arithmetic)
        return Accord(spans, found.reason) if found.gap <= CLOSE else None
    says = _ranges_say(draft, source) if draft.is_range or source.is_range else _says(draft, source)
    printed = [" to ".join(map(number_in_words, amount.printed)) for amount in (draft, source)]
    if says is None:
        return None
    if says:
        return Accord(spans, f"both are {printed[0]}" if printed[0] == printed[1] else f"{printed[0]} for {printed[1]}")
    return Clash(spans, arithmetic=f"{printed[0]} and {printed[1]}")


def _is_rate_of(unit: str, other: str) -> bool:
    """Whether one unit is the other for each of some goods: cents a litre and cents, but not dollars a month and dollars."""
    (money, _, goods), (other_money, _, other_goods) = (each.partition(" per ") for each in (unit, other))
    return (
        money == other_money
        and "" in {goods, other_goods}
        and dimension(goods or other_goods) not in {None, dimension("day")}
    )


def _in_other_money(unit: str, other: str) -> bool:
    """Whether both units are currencies, and the one is no more exact name of the other: a dollar may be Canadian."""
    one, two = (each.partition(" per ")[0].rpartition(" ")[2] for each in (unit, other))
    return one != two and {one, two} <= _MONEYS


def _ranges_say(draft: Quantity, source: Quantity) -> bool | None:
    """Two ranges by their ends; a range and a number only say the same where the number is an end."""
    if draft.is_range and source.is_range:
        return draft.printed == source.printed
    if set(draft.printed) & set(source.printed):
        return True
    span, single = (draft, source) if draft.is_range else (source, draft)
    inside = span.printed[0] <= single.printed[0] <= span.printed[1]
    return None if inside or (single.bound is not Bound.EXACT and draft.meets(source)) else False


def _says(draft: Quantity, source: Quantity) -> bool | None:  # noqa: PLR0911 - a line for each way to print it
    """Whether a draft may print one number for another.

    It copies, or it rounds: what it rounds has more digits than what it prints, and
    a hedge leaves it more room. More digits than its source a draft has from elsewhere.
    """
    ours, theirs = draft.printed[0], source.printed[0]
    if ours == theirs:
        return True
    apart = gap(ours, theirs)
    finer = _grain(draft) < _grain(source)
    if finer and apart <= HEDGED and source.bound is not Bound.EXACT and source.lower <= ours <= source.upper:
        return True
    if source.bound is Bound.ABOVE and finer and apart <= EXACTER and source.lower <= ours:
        return None  # "43 roads" say nothing against "more than 40"
    if Bound.EXACT not in {draft.bound, source.bound} and draft.bound is not source.bound and draft.meets(source):
        return None
    if _grain(draft) <= _grain(source):
        if draft.bound is not Bound.EXACT and source.step >= COPIED and _rounded(ours, source.step) == theirs:
            return None if apart > HEDGED else True
        room = FINE if draft.bound is Bound.EXACT else HEDGED
        return draft.step < source.step and apart <= room and _rounded(ours, source.step) == theirs
    if draft.bound is not Bound.EXACT:
        if apart <= CLOSE and draft.meets(source):
            return True
        # "More than 100" is true of 258, and yet not how anybody would put it; it is not "more than 258".
        return None if draft.bound not in {Bound.ABOUT, source.bound} and draft.meets(source) else False
    if _is_copied(theirs) or apart > ROUNDED:
        return False
    return _rounded(theirs, draft.step) == ours


def _rounded(number: Decimal, step: Decimal) -> Decimal:
    return (number / step).to_integral_value(ROUND_HALF_UP) * step


def _is_vague(amount: Quantity) -> bool:
    """Whether the ends of a range are so far apart that it says only how many digits a number has: "hundreds"."""
    return amount.is_range and amount.printed[0] * VAGUE <= amount.printed[1]


def _is_copied(number: Decimal) -> bool:
    """Whether a number is printed in three digits at most, so that nobody rounds it without a hedge: 18, 946 million."""
    for magnitude in MAGNITUDES:
        if number >= magnitude:
            return number < COPIED * magnitude and number % magnitude == 0
    return True


def _grain(amount: Quantity) -> Decimal:
    """How coarse a number is as printed: 40 is a multiple of ten, 25 of five, 43 of one."""
    last = int(amount.printed[0] / amount.step) if amount.step else 1
    return amount.step * FIVE if last % 10 == FIVE and abs(last) > 10 else amount.step


# --- times --------------------------------------------------------------------------


def _times_compared(draft: TimeExpression, source: TimeExpression, spans: tuple[Span, ...]) -> Verdict | None:
    """Dates by the parts that both tell, or by their days where each tells other parts."""
    ours, theirs = date_parts(draft), date_parts(source)
    if _is_of_month(draft, ours) is not _is_of_month(source, theirs) and not (ours.keys() & theirs.keys()) - {"year"}:
        return None
    if _is_counted(draft, theirs) or _is_counted(source, ours):
        return None
    common = [part for part in ours if part in theirs]
    if _lacks_year(draft) and _lacks_year(source) and "month" in common:
        # Which year is meant hangs on how the month was taken: as the last or as the next.
        common = [part for part in common if part != "year"]
    if _is_on_weekday(draft, source) or _is_on_weekday(source, draft):
        meet = True
    elif common:
        of_a_century = _CENTURY in (len(ours.get("year", "")), len(theirs.get("year", "")))
        meet = all(_same_part(ours[part], theirs[part]) for part in common) and not (
            of_a_century and _days_meet(draft, source) is False
        )
    elif _days_meet(draft, source):
        meet = True
    else:
        return None
    texts = [span.text for span in spans]
    if meet:
        return Accord(spans, f"{texts[0]} fits {texts[1]}")
    if _are_of_one_weekday(draft, source) and _are_of_one_week(*(span.document for span in spans)):
        return None
    return Clash(spans, arithmetic=" and ".join(map(_as_day, (draft, source), texts)))


def _as_day(time: TimeExpression, text: str) -> str:
    """A time as the day that it is, or, where it is none, as it was printed."""
    is_day = time.start is not None and time.end is not None and (time.end - time.start).days == 1
    return day_in_words(time.start) if is_day and time.start else text


#: So long is the year of a century: "19".
_CENTURY = 2


def _days_meet(one: TimeExpression, other: TimeExpression) -> bool | None:
    """Whether two times share a day; None where the days of either are not known."""
    if not (one.start and one.end and other.start and other.end):
        return None
    return one.start < other.end and other.start < one.end


def _are_of_one_weekday(one: TimeExpression, other: TimeExpression) -> bool:
    """Whether two days a week apart are told by one weekday alone: whether the last or the next is meant was guessed."""
    if one.start is None or other.start is None or abs((one.start - other.start).days) != WEEK:
        return False
    return any(time.printed is not None and time.printed.is_weekday_alone for time in (one, other))


def _are_of_one_week(one: Document, other: Document) -> bool:
    """Whether two articles were published less than a week apart."""
    days = one.published, other.published
    return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) < WEEK


def _is_counted(time: TimeExpression, other: Mapping[str, str]) -> bool:
    """Whether a day is counted from that of writing, and the other date is none: "on Sunday" was not "born in 1960"."""
    return time.anchored and "day" in date_parts(time) and not other.keys() & {"day", "weekday"}


def _lacks_year(time: TimeExpression) -> bool:
    return time.printed is not None and time.printed.year is None and time.printed.month is not None


def _is_on_weekday(time: TimeExpression, day: TimeExpression) -> bool:
    """Whether a weekday alone is that of a day in the same week, before or after: "Thursday" may be the last one or the next."""
    weekday = time.printed.weekday if time.printed and time.printed.day is None else None
    if weekday is None or not (time.start and day.start) or day.printed is None or day.printed.day is None:
        return False
    return day.start.weekday() == weekday and abs((day.start - time.start).days) <= WEEK


def _is_of_month(time: TimeExpression, parts: Mapping[str, str]) -> bool:
    """Whether a month or a day is told without its year, which then is no more than where the calendar puts it."""
    return "month" in parts and time.printed is not None and time.printed.year is None


def _is_told(mention: Mention) -> bool:
    """Whether the words of a date tell it, and do not hang on a date before them ("the same day", "a year later")."""
    time = mention.time
    return time is not None and (time.printed is not None or time.anchored or bool(_TOLD.search(mention.text)))


def date_parts(time: TimeExpression) -> dict[str, str]:
    """The parts of a date that its words tell: "4 June" → {"month": "06", "day": "04"}; a decade's year is "198"."""
    parts = dict(_parts_of(time.timex))
    if time.printed and time.printed.weekday is not None:
        parts["weekday"] = str(time.printed.weekday + 1)
    return parts


@lru_cache(maxsize=1 << 12)
def _parts_of(timex: str) -> tuple[tuple[str, str], ...]:
    found = _TIMEX.fullmatch(timex)
    return tuple((name, told) for name, told in found.groupdict().items() if told and "X" not in told) if found else ()


def _same_part(a: str, b: str) -> bool:
    """Whether two parts are the same, or one is the decade or the century of the other."""
    return a.startswith(b) or b.startswith(a)
