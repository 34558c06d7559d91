"""Since when something or somebody has been what it is, in two reports: "founded in 1871", "after 152 years in business"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.judge.checks.across.stories.named_event import clause_of, names_others
from factcheck.judge.mistyping import are_swapped
from factcheck.judge.verdicts import Clash
from factcheck.model import Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.judge.checks.across.events.reports import EventReport
    from factcheck.model import Article

_YEAR = r"(?P<year>(?:1[6-9]|20)\d\d)\b(?![-–/])"
_MANY = r"(?P<many>\d{1,3})"
_LEADER = (
    r"(?:head(?: ?(?:teacher|master|mistress))?|director|manager|coach|chief executive|chair(?:man|woman)?|editor|conductor|president|mayor"
    r"|captain|principal|leader|curator)"
)
_LEADS = (
    r"(?:run|led|headed|chaired|managed|edited|directed|conducted|coached|been (?:an? |the |its )?(?:[a-z]+ )?"
    + _LEADER
    + ")"
)
_FIRM = r"(?:firm|company|business|brewery|bakery|shop|store|newspaper|paper|club|school|hotel|theatre|cinema|museum|charity|orchestra|factory|mill|bank|pub)"
_THING = r"(?:building|bridge|tower|ferry|ship|plane|aircraft|jet|dam|stadium|tunnel|church|hall|lighthouse|pier|station|house|pool)"
#: By its make: "the 38-year-old Antonov", which the other report tells to have been built.
_MAKE = r"[A-Z][a-z]+"
#: What ends so many years after it began.
_ENDS = (
    rf"\b(?:{_FIRM}|plant|works|pit|mine|colliery|line|service|programme|show)\b(?: (?:in|of|at) [A-Z][\w’']+(?: [A-Z][\w’']+)*)?(?: will| is to| are to| has| have)?"
    r" (?:clos(?:e[sd]?|ing)|shut|ceas(?:e[sd]?|ing)|end(?:s|ed)?|stop(?:s|ped)?)\b[^.;:]{0,60}? after {many} years(?=[.,;]|\Z)"
)
#: What begins once, by the words for its year and by those for how long ago that is.
_SORTS = {
    "founded": (
        regex(rf"\b(?:founded|established|set up|in business|trading)\b(?: [a-z’']+){{0,5}} (?:in|since) {_YEAR}"),
        regex(rf"\b(?:after|for|its) {_MANY} years (?:in business|of trading|in trade)\b|\b{_MANY.replace('many', 'many2')}-year-old (?P<thing>{_FIRM})\b|{_ENDS.replace('{many}', _MANY.replace('many', 'many3'))}"),
    ),
    "opened": (
        regex(rf"\bopened(?: its (?:doors|gates))?(?: to (?:the public|traffic|visitors))? in {_YEAR}"),
        regex(rf"\b{_MANY} years after (?:it|the [a-z -]{{3,30}}?) (?:first )?opened\b|{_ENDS.replace('{many}', _MANY.replace('many', 'many2'))}"),
    ),
    "built": (
        regex(rf"\b(?:built|completed|launched) in {_YEAR}"),
        regex(rf"\b{_MANY}-year-old (?P<thing>{_THING}|{_MAKE})\b"),
    ),
    "led": (
        regex(
            rf"\b(?:became|made|named|appointed|elected|took over as|promoted to)\b (?:an? |the |its )?(?:[a-z]+ ){{0,2}}{_LEADER}\b[^.;,\d]{{0,60}}? in {_YEAR}"
            rf"|\b(?:has|have|had) {_LEADS}\b[^.;,\d]{{0,60}}? since {_YEAR.replace('year', 'year2')}"
        ),
        regex(rf"\b(?:has|have|had) {_LEADS}\b[^.;,\d]{{0,60}}? for (?:the (?:past|last) )?{_MANY} years\b|\bafter {_MANY.replace('many', 'many2')} years as (?:its |the )?{_LEADER}\b"),
    ),
}  # fmt: skip
#: What says that it began before, or again, or was another's.
_ELSE = regex(
    r"\b(?:re-?(?:opened|built|founded|named|established)|again|previous\w*|former\w*|predecessor|then|would|will|almost|nearly|about|more than|over|some|rebuilt|second|new)\b"
)
#: What will end now has lasted until now.
_WILL_END = regex(r"\bwill (?!have|be\b)")
#: Sentences without these tell of no beginning by so many years.
_TOLD_BY = regex(r"\d\d")
TEN = 10


class Beginning(NamedTuple):
    """The year in which something began, where that is told, and what is said there."""

    year: int
    span: Span
    clause: str
    sentence: str
    working: str = ""
    #: What it is that is so old, where that is told: "the 93-year-old bridge".
    thing: str = ""


def tells_beginning(article: Article) -> bool:
    """Whether an article may tell when something began."""
    text = article.document.text
    return any(words.search(text) for sort in _SORTS.values() for words in sort)


def of_one_beginning(ours: EventReport, theirs: EventReport) -> Iterator[Clash]:
    """The year in which one thing began that both reports know: the one by its date, the other by how long ago it was."""
    known, known_to_others = ours.told(_by_sort), theirs.told(_by_sort)
    for sort in sorted(known.keys() & known_to_others.keys()):
        told, others = known[sort], known_to_others[sort]
        if len({each.year for each in told}) > 1 or len({each.year for each in others}) > 1:
            continue
        one, other = told[0], others[0]
        if names_others(one.clause, theirs.names) or names_others(other.clause, ours.names):
            continue
        if one.thing in other.sentence and other.thing in one.sentence and _is_slip(one, other):
            yield Clash((one.span, other.span), arithmetic=one.working or other.working)


def _is_slip(one: Beginning, other: Beginning) -> bool:
    """Whether two beginnings differ in a digit that is not the last, or in two that changed places; all else may be two beginnings."""
    if one.working and other.working:
        return False
    is_make = any(each.thing[:1].isupper() for each in (one, other))  # of that make there may be others of another age
    if (is_make or not (one.working or other.working)) and are_swapped(Decimal(one.year), Decimal(other.year)):
        return True
    # What has gone on for so many years may have begun in the year before, too.
    sign = 1 if other.working else -1
    gaps = {abs(one.year - other.year + sign * past) for past in ((0, 1) if one.working or other.working else (0,))}
    return any(TEN <= years < TEN * TEN and years % TEN == 0 for years in gaps)


def _by_sort(report: EventReport) -> dict[str, list[Beginning]]:
    """The beginnings of which a report tells; those of a sort of which it tells none are left out."""
    found = ((sort, list(_beginnings(report, sort))) for sort in _SORTS)
    return {sort: told for sort, told in found if told}


def _beginnings(report: EventReport, sort: str) -> Iterator[Beginning]:
    """Every beginning of a sort of which a report tells."""
    published = report.document.published
    for sentence in report.sentences:
        for words in _SORTS[sort] if _TOLD_BY.search(sentence.text) else ():
            for found in words.finditer(sentence.text):
                group = next(name for name, told in found.groupdict().items() if told and name != "thing")
                span = Span(report.document, sentence.start + found.start(group), sentence.start + found.end(group))
                clause = clause_of(sentence, span)
                number = int(found[group])
                if _ELSE.search(clause if group.startswith("year") else _WILL_END.sub("", clause)):
                    continue
                if group.startswith("year"):
                    yield Beginning(number, span, clause, sentence.text)
                elif published is not None:
                    begun = published.year - number
                    thing = found.groupdict().get("thing") or ""
                    yield Beginning(begun, span, clause, sentence.text, f"{published.year} − {number} = {begun}", thing)
