"""What share of all a part is in two reports of one event: "375 of the 1,250 homes still have lead pipes", "three in ten homes have pipes of lead"."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.attach.voices import FORECAST, HYPOTHETICAL, QUOTED
from factcheck.attach.words import WORD
from factcheck.extract.lexicon.function_words import IS_OF_THEM
from factcheck.judge.checks.across.levels.consequences import OF_THE, THEN
from factcheck.judge.checks.across.stories.named_event import clause_of, happening, names_of
from factcheck.judge.verdicts import Clash
from factcheck.judge.wording import number_in_words
from factcheck.model import COUNTED, Bound, Kind
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.align.drafts import Figure
    from factcheck.judge.checks.across.events.reports import EventReport

#: Between a part and its whole: "512 of its 640 members", "412 to 188".
_OUT_OF = regex(
    r"(?: [a-z-]+){0,2}(?: out)? of (?:the |its |their |a |his |her |those |these |all |some |about )*(?:[a-z-]+ )?"
)
_AGAINST = regex(r"(?: votes)?,? (?:to|against) ")
#: Between a whole and its part: "2,400 volunteers in Cebu, of whom 1,600".
_OF_WHOM = regex(r"[^.;]{0,60}?,? of (?:whom|which|them|these)(?: (?:only|just|about|some|at least))? ")
#: A share that changed or was another's, or that is of some of them only.
_NO_LEVEL = frozenset({"change", "former", "added"})
_SOME_OF = regex(
    r"\b(?:who|whom|which|that|whose|those|if|would|could|average|target|at least|up to|more|less|fewer|rise|fall|increase|cut by|another|each)\b"
)
#: Behind a share, a whole of its own.
_OF_ITS_OWN = regex(r" of (?:the |its |their |his |her |some |about |those |these )*\d")
#: What tells that both are of one thing, whatever their words: a vote carried, those who voted, those who are to go.
_MATTERS = (
    (regex(r"\b(?:voted (?:for|to|in favou?r)|backed|supported|said yes)\b"), regex(r"\b(?:in favou?r|backed|supported|said yes|voted (?:for|to|yes)|majority)\b")),
    (regex(r"\b(?:returned|cast|voted|took part|turned out)\b"), regex(r"\bturnout\b")),
    (
        regex(r"\b(?:cut(?:ting)?|shed(?:ding)?|axe[ds]?|axing|lay(?:ing)? off|laid off|redundan\w+|los[es]\w*|go)\b[^.;]*\b(?:jobs|posts|staff|workers|workforce|employees)\b"),
        regex(r"\b(?:workers|staff|jobs|posts|employees|workforce)\b[^.;]*\b(?:out of (?:a )?(?:job|work)|los[es]\w*|go|goes|cut|axed|shed|laid off|redundan\w+|sacked)\b"),
    ),
)  # fmt: skip
_VOTES, _OF_VOTES = regex(r"\b(?:vot(?:ed?|es|ing)|ballot)\b"), _MATTERS[0][1]
#: What was rounded to a word may be so far off, as a share of it; what is told in digits so many points.
LOOSE, POINTS = Decimal("0.14"), Decimal("1.1")
#: A share so many times as large, or as small, is of something else.
FAR = 2
_TOLD = frozenset({None, QUOTED, FORECAST, HYPOTHETICAL})


class Part(NamedTuple):
    """Some of a whole, the figure that counts them, and the share that they are."""

    figure: Figure
    whole: Figure
    share: Decimal
    working: str
    is_of_votes: bool = False


def of_one_share(ours: EventReport, theirs: EventReport) -> Iterator[Clash]:
    """The share that one report tells, and the part and the whole of the other, of which it is none."""
    for told, base in ((ours, theirs), (theirs, ours)):
        shares = told.told(_shares)
        parts = base.told(_parts) if shares else []
        for figure in shares if parts else ():
            share = _share(figure)
            likest = [part for part in parts if share is not None and _is_meant(figure, share, part, base)]
            for part in likest[:1]:
                if any(_fits(figure, ratio) or _fits(figure, 100 - ratio) for ratio in _ratios(part, ours, theirs)):
                    continue
                yield Clash(
                    (figure.mention.span, part.figure.mention.span),
                    arithmetic=f"{part.working}, not {figure.mention.text}",
                )


def _shares(report: EventReport) -> list[Figure]:
    """The shares that a report tells."""
    return [figure for figure in report.figures if _share(figure) is not None]


def _share(figure: Figure) -> Decimal | None:
    """A level told in percent or as a fraction, in percent."""
    mention, amount, scope = figure.mention, figure.mention.single, figure.claim.scope
    if amount is None or figure.claim.withheld not in _TOLD or scope & _NO_LEVEL:
        return None
    if mention.kind is Kind.PERCENTAGE and amount.unit == "percent":
        return amount.value
    return 100 * amount.value if mention.kind is Kind.NUMBER and 0 < amount.value < 1 else None


def _parts(report: EventReport) -> list[Part]:
    """Every part that a report counts, of a whole that it counts in the same sentence."""
    return list(_counted_parts(report))


def _counted_parts(report: EventReport) -> Iterator[Part]:
    counted = [figure for figure in report.figures if figure.mention.kind in COUNTED and _number(figure)]
    for one, other in pairwise(counted):
        if one.claim.sentence is not other.claim.sentence:
            continue
        text, a, b = report.document.text, _number(one), _number(other)
        between = text[one.mention.end : other.mention.start].lower()
        led = text[one.claim.sentence.start : one.mention.start].lower()
        if a < b and _OUT_OF.fullmatch(between):
            yield _part(one, other, a, b)
        elif b < a and (
            (OF_THE.search(led) and THEN.fullmatch(between))
            or _OF_WHOM.fullmatch(between)
            or IS_OF_THEM.match(text, other.mention.end)
        ):
            yield _part(other, one, b, a)
        elif _AGAINST.fullmatch(between) and _VOTES.search(one.claim.sentence.text.lower()):
            yield _part(one, other, a, a + b)._replace(is_of_votes=True)


def _part(figure: Figure, whole: Figure, some: Decimal, every: Decimal) -> Part:
    share = 100 * some / every
    return Part(
        figure, whole, share, f"{number_in_words(some)} of {number_in_words(every)} is {number_in_words(share, 1)}%"
    )


def _number(figure: Figure) -> Decimal:
    """The whole number that is counted exactly, or nought."""
    amount = figure.mention.exact
    if amount is None or amount.printed[0] % 1:
        return Decimal(0)
    return amount.printed[0]


def _is_meant(figure: Figure, share: Decimal, part: Part, base: EventReport) -> bool:
    """Whether a share is meant to be that of a part: about as large, told of the same, and of nobody else."""
    if (
        not part.share / FAR <= share <= part.share * FAR
        or _fits(figure, part.share)
        or _fits(figure, 100 - part.share)
    ):
        return False
    sentence = figure.claim.sentence
    clause = clause_of(sentence, figure.mention.span)
    if not names_of(clause) <= base.names or _OF_ITS_OWN.match(figure.mention.document.text, figure.mention.end):
        return False
    mention, ours = part.figure.mention, sentence.text.lower()
    told = clause_of(part.figure.claim.sentence, mention.span)
    if (part.is_of_votes and _OF_VOTES.search(ours)) or any(
        own.search(told.lower()) and other.search(ours) for own, other in _MATTERS
    ):
        return True
    if part.is_of_votes or _SOME_OF.search(clause.lower()):
        return False
    amount = part.whole.mention.quantity
    whole = {happening(word) for word in amount.unit.split()} if amount is not None else set()
    said = _said(told.partition(mention.text)[2])
    own = _said(sentence.text[figure.mention.end - sentence.start :])
    return bool(whole & own) and bool(said & own - whole)


def _said(text: str) -> set[str]:
    """What the words of a text tell."""
    return {told for word in WORD.findall(text.lower()) if (told := happening(word))}


def _ratios(part: Part, ours: EventReport, theirs: EventReport) -> Iterator[Decimal]:
    """Whatever share any number of two reports is of a whole or of its part, and every share of another whole that either counts."""
    some, every = _number(part.figure), _number(part.whole)
    for report in (ours, theirs):
        for number in filter(None, map(_number, report.figures)):
            if number < every:
                yield 100 * number / every
            if number < some and number + some != every:
                yield 100 * number / some
        yield from (other.share for other in _parts(report))


def _fits(figure: Figure, share: Decimal) -> bool:
    """Whether a share may be told as it is, by how it is told."""
    told, amount = _share(figure), figure.mention.quantity
    if told is None or amount is None:
        return True
    in_digits = any(map(str.isdigit, figure.mention.text))
    slack = POINTS if in_digits and amount.bound is Bound.EXACT else told * LOOSE
    if amount.bound is Bound.EXACT or amount.bound is Bound.ABOUT:
        return abs(share - told) <= slack
    return told - slack <= share <= FAR * told if amount.bound is Bound.ABOVE else told / FAR <= share <= told + slack
