"""What a figure follows from, by the words that it is told with: a margin, so much more, "or 12 per cent", "a total of".

The grammar tells which amounts are meant: the two before ", a margin of 412", the one before and the one behind "more than",
those of the sentence before "That is an increase of 22", all of the sentence for "in all". A newcomer adds words here.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from factcheck.extract.lexicon.function_words import PERCENT
from factcheck.judge.checks.dates.instants import UNITS
from factcheck.judge.checks.sums.remainders import is_rest
from factcheck.judge.checks.sums.ways import (
    Basis,
    Scene,
    changes,
    differences,
    growths,
    is_share,
    of_one_sort,
    points_apart,
    quantity,
    rests,
    shares,
    sums,
)
from factcheck.judge.formulas.arithmetic import thing
from factcheck.model import Kind, Mention
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A figure stands no farther from what it follows from, in letters.
_NEAR = 120
_CLASS_OF = regex(r"\b(?:class|group|fleet|set) of \Z")
#: More amounts than this are not added up: some sum of many is any number.
_ADDENDS = 6
#: Periods as people reckon: a year of 52 weeks, of 365 days.
_ROUGHLY = {**UNITS, "week": UNITS["year"] / 52, "month": UNITS["year"] / 12, "day": UNITS["year"] / 365}

_CHANGE = (
    r"(?:[a-z-]+ ){0,2}?(?:gain|rise|increase|growth|improvement|jump|climb|advance|fall|drop|decline|decrease|reduction|cut|dip|slump"
    r"|margin|majority|lead|gap|(?:goal )?difference|shortfall|saving|surplus|deficit)"
)
#: Before a difference of the two amounts that stand before it: ", a margin of 412".
_APPOSED = regex(
    rf"(?:,|–|—|-|\(|:) (?:or |that is |which is |making |meaning |with |for |giving |which gave |which makes |leaving )?an? {_CHANGE} of (?:plus |minus )?$"
)
_ENDS_APPOSED = (" of ", " of plus ", " of minus ")
#: A profit has a margin, too, which is a share of the sales, and a vote a majority, which is a share of the votes.
_MARGIN = regex(r"\b(?:margin|majority) of $")
#: The same of the sentence before: "That is an increase of 22".
_THAT_IS = regex(
    rf"^(?:(?:That|This|It) (?:is|was|represents|represented|marks|marked|means|meant) an? {_CHANGE} of|The {_CHANGE} (?:between (?:the two|them) )?(?:is|was|came to|of)) $"
)
#: What a sentence begins with that goes on from the last figure of the one before: "That was 3.1 points lower than the 55.6%".
_GOES_ON = regex(
    r"^(?:That|This|It|Which) (?:is|was|represents|represented|means|meant|would be) (?:about |just |only |some |nearly |almost )?$"
)
_TO = regex(r" (?:votes )?(?:to|against) ")
#: Before an amount by which something changed, and between it and the level that it came to.
_CHANGED_BY = regex(
    r"\b(?:rose|risen|climbed|gained|added|jumped|surged|advanced|grew|fell|fallen|dropped|lost|slipped|shed|slid|dipped|declined|tumbled|up|down) (?:by )?$"
)
_TO_LEVEL = regex(r"[^.;:()\d]{0,60}\b(?:to|at) (?:close at |stand at |a record |just )?")
#: Between two amounts, one before and one behind: ", up 22 from", "22 more than", and what leads on to the second.
_UP = regex(r"(?:,|–|—|\() (?:and |or )?(?P<way>up|down)(?: by)? $")
_FROM = regex(r" (?:from|on|against|compared with|compared to)\b")
_THAN = regex(
    r" (?:(?P<more>(?:more|higher|longer|bigger|heavier|dearer|taller|deeper|wider|better) than|above|ahead of|clear of|up on)"
    r"|(?:fewer|less|lower|shorter|smaller|lighter|cheaper|worse) than|below|short of|down on)\b"
)
#: Before a difference of what was done ("having spent £20 more than"), which is none of the amount before it.
_DID = regex(
    r"\b(?:spen[dt]s?|pa(?:y|ys|id)|los[et]s?|earned|raised|borrowed|s(?:ell|ells|old)|b(?:uy|ought)|gave|won|took|received|made"
    r"|(?:spend|pay|los|earn|rais|borrow|sell|buy|giv|winn|tak|receiv|mak)ing) $"
)
_THROUGH = regex(
    r"(?:(?!\b(?:and (?!was |were |is |has |had )|but |while |ago|last year|because |after |a majority))[^.;:,()–—]){0,90}"
    r"|(?:(?!\b(?:and|but|while|because|after) )[^.;:,()“”\"–—]){0,60}, when (?:there|it|they|(?:the|its|their) [a-z]+) (?:was|were|had been|stood at|numbered) (?:just |only )?"
)
#: Before an amount that is itself a difference, and behind one.
_A_CHANGE = regex(rf"\b{_CHANGE} of $")
_MORE = regex(
    r" (?:more|fewer|less|higher|lower|longer|shorter|cheaper|dearer|heavier|lighter|better|worse|above|below|short|ahead|clear|extra)\b"
)
#: Before an amount that is told by the way: "212 entries from nine schools".
_BESIDES = regex(r"\b(?:from|(?<!let )(?<!letting )(?<!took )(?<!brought )in|at|across|over) $")
#: Between a part and the share that it is: "1,475 of them (61 per cent)", "£442,000 has been raised, or 68 per cent"; and
#: before a fraction: "31 women in a staff of 90, about a third".
_OR = regex(r"[^.;:()\d“”\"]{0,40}(?:, or |, that is, |\(| – | — )(?:just |some )?")
_SO = regex(r"(?: [a-z]+){0,3}(?:, (?:or )?| – | — )")
_ENDS = regex(r"[,.;)–—]| – | — |$")
#: Before a level, whose share is of something that is not told: "to 1.41 million, or 4.2 per cent".
_LEVEL = regex(r"\b(?:to|at|reached|totall?ed|totall?ing) $")
#: Behind a share of something else, or one of a row.
_OF_WHAT = regex(
    r"(?: of (?!(?:them|those|these|the total|the whole|all)\b)| (?:a|per|each|every|interest|likely|chance|confidence)\b|\D{0,3}\d)"
)
#: Behind an amount that has a share of its own, and so is not what another is a share of.
_HAS_A_SHARE = regex(
    r"(?: [a-z]+){0,4}(?:(?:, or |,? \(| – )(?:[a-z]+ )?(?:[\d.]+ ?" + PERCENT + r"|one in\b)"
    r"|, (?:[a-z]+ ){1,2}(?:in|out of) (?:every )?[a-z]+\b|, (?:just |almost |nearly |about )?a (?:half|third|quarter|fifth|tenth)\b)"
)
#: Before what is left of the amounts before it.
#: "On the 20mph streets" tells which streets.
_OF_A_KIND = regex(r"[ -][a-z]+s\b")
#: What came on top is not taken away: "nine closed and two new ones have opened, leaving 15".
_CAME = regex(r"\b(?:new|opened|joined|added|gained|arrived|recruited|hired|bought|born|won)\b")
_LEAVES = regex(r"(?:, leaving|(?:that|which|,) (?:leaves|left))(?: just| only)? $")
_ENDS_LEAVING = ("leaving ", "leaves ", "left ", "just ", "only ")
#: Before a sum of what the sentence tells, and behind one.
_TOTAL = regex(
    r"\b(?:total of|(?:taking|bringing|takes|brings|took|brought) (?:the|its|their|his|her) (?:[a-z-]+ ){0,2}?(?:total|tally|aggregate|number)"
    r"(?: for [a-z ]+| of [a-z ]+)? to) $"
)
_A_TOTAL = regex(r"[,–—(] (?:making |giving |or |for )?a total of $")
_IN_ALL = regex(r" (?:in all|in total|altogether|all told|between them)\b")
#: Before what something may hold, which is no sum of what it holds.
_ROOM = regex(
    r"\b(?:licen[sc]ed|certified|approved|designed|built|meant|insured|space|room|beds|seats|seating|berths|capacity|allowed|permitted|can|could|may|up to|limit|limited|maximum|at most"
    r"|holds?|takes?|fits?|accommodates?|planned|budgeted|target|expected|hoped|needs?|needed|wants?|wanted|sought|due)\b[^.;()\d]*$"
)
_PART = regex(r"\b(?:of|among|includ\w+) (?:the |its |their |these |those |a )?$")
#: Behind a rate, and before one that tells the same again.
_EVERY = regex(r"(?: (?:more|extra|less))? (?:a|an|per|each|every) (?P<period>day|week|month|quarter|year|hour)\b")
_FOR_EACH = regex(r" (?:(?:for|to|from) )?(?:each|apiece|a head|a person|per (?:person|head))\b")
_OR_SO = regex(r"(?:, or|, that is,| – | — ) ?$")
_COMMA = regex(r"[,;]")
_PARTED = regex(r"[;:.!?]\s")

#: One of these words or signs stands in every text that tells a figure so.
TOLD_BY = [
    *"gain rise increase growth improvement jump climb advance fall drop decline decrease reduction cut dip slump margin majority lead gap difference shortfall saving surplus deficit up down than above below short ahead clear leaves left leaving total tally aggregate number all altogether told between half third quarter fifth tenth average averaged averages averaging".split(),
    ", or ",
    "(",
    " – ",
    " — ",
    ", that is",
]


def basis(scene: Scene) -> Basis | None:
    """What a figure follows from, of the amounts of its own sentence, and of the one before it."""
    lead = scene.lead(_NEAR)
    _, figure, before, after, _ = scene
    if is_share(figure):
        return _share(figure, before) or _of_two(lead, scene)
    return (
        _of_two(lead, scene)
        or _rate(lead, figure, before, after)
        or _rest(lead, figure, before)
        or _sum(lead, figure, before, after)
    )


def _of_two(lead: str, scene: Scene) -> Basis | None:
    """The two amounts between which a difference lies."""
    return _that_is(lead, scene) or _either_side(lead, scene) or _apposed(lead, scene)


def _that_is(lead: str, scene: Scene) -> Basis | None:
    """Of a sentence that goes on from the one before: its last two amounts, or the last and the one behind "more than"."""
    figure = scene.figure
    earlier = scene.earlier[0] if scene.earlier else ()
    if _THAT_IS.match(lead):
        alike = [one for one in earlier if _lies_between(figure, one)]
        pair = _set_against(alike) or alike
        return _unparted(figure, *pair) if len(pair) == 2 else None
    than = None if scene.before or not _GOES_ON.match(lead) else _THAN.match(figure.document.text, figure.end)
    behind = _behind(scene) if than else None
    if not than or not behind:
        return None
    told = [one for one in earlier if of_one_sort(one, behind) and not _is_difference(one)]
    is_clear = len({thing(one) for one in (*told, figure, behind)} - {""}) < 2
    return _set_apart(figure, told[-1], behind, is_more=than["more"] is not None) if told and is_clear else None


def _either_side(lead: str, scene: Scene) -> Basis | None:
    """The amounts on either side of "22 more than", ", up 22 from" and the like."""
    figure, text = scene.figure, scene.figure.document.text
    than = _THAN.match(text, figure.end)
    if not scene.before or not scene.after or not (than or _FROM.match(text, figure.end)):
        return None
    near, behind = _near(scene), _behind(scene)
    if not near or not behind or not _THROUGH.fullmatch(text, figure.end, behind.start):
        return None
    if than:
        return None if _DID.search(lead) else _unparted(figure, near[-1], behind, is_more=than["more"] is not None)
    if up := _UP.search(lead):
        return _unparted(figure, near[-1], behind, is_more=up["way"] == "up")
    return _unparted(figure, near[-1], behind) if _APPOSED.search(lead) else None


def _apposed(lead: str, scene: Scene) -> Basis | None:
    """The two amounts before ", a margin of 22", or a change and the level that it led to."""
    figure = scene.figure
    if not lead.endswith(_ENDS_APPOSED) or not _APPOSED.search(lead) or _FROM.match(figure.document.text, figure.end):
        return None
    if changed := _changed(_close(scene)):
        return Basis(changed, growths, sure=2) if is_share(figure) else None
    near = _near(scene)
    if len(near) < 2:
        return None
    pair = _set_against(near[::-1]) or near[-2:]
    if is_share(figure) and _MARGIN.search(lead) and of_one_sort(*pair):
        return Basis((pair[0], pair[1]), shares, sure=2)
    alike = [one for one in (*scene.before, *scene.after) if one.kind is pair[0].kind and not _is_difference(one)]
    is_sure = list(scene.before[-2:]) == [*pair] or (alike == [*pair] and is_share(pair[0]))
    return _unparted(figure, *pair, sure=2 if is_sure else 0)


def _close(scene: Scene) -> list[Mention]:
    """The amounts right before a figure."""
    return [*takewhile(lambda one: scene.figure.start - one.end < _NEAR, reversed(scene.before))][::-1]


def _near(scene: Scene) -> list[Mention]:
    """Those of them between which it may lie."""
    figure, text = scene.figure, scene.figure.document.text
    near = [one for one in _close(scene) if not _is_difference(one)]
    if is_share(figure) or not quantity(figure).unit:
        return [one for one in near if not _BESIDES.search(text, max(0, one.start - 8), one.start)] or near
    near = [one for one in near if _lies_between(figure, one)]
    shares = [one for one in near if is_share(one)]
    return shares if len(shares) > 1 else near


def _behind(scene: Scene) -> Mention | None:
    return next((one for one in scene.after if not _is_difference(one) and not _is_of_a_class(one)), None)


def _is_of_a_class(mention: Mention) -> bool:
    """Whether a number only tells how many of a kind there are: "the class of six"."""
    return _CLASS_OF.search(mention.document.text, max(0, mention.start - 12), mention.start) is not None


def _changed(amounts: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """A change and the level that it led to, if these are the last two: "climbed 34p to 434p"."""
    if len(amounts) < 2 or not of_one_sort(*amounts[-2:]):
        return None
    change, level = amounts[-2:]
    text = change.document.text
    is_change = _CHANGED_BY.search(text, max(0, change.start - 16), change.start)
    return (change, level) if is_change and _TO_LEVEL.fullmatch(text, change.end, level.start) else None


def _set_against(amounts: Sequence[Mention]) -> Sequence[Mention]:
    """The first two with nothing but "to" between them; none if there are none."""
    for pair in pairwise(amounts):
        one, other = sorted(pair, key=lambda mention: mention.start)
        if _TO.fullmatch(one.document.text, one.end, other.start):
            return one, other
    return ()


def _is_difference(mention: Mention) -> bool:
    text = mention.document.text
    before = text[max(0, mention.start - _NEAR) : mention.start]
    return _MORE.match(text, mention.end) is not None or _A_CHANGE.search(before) is not None


def _unparted(
    figure: Mention, one: Mention, other: Mention, *, sure: int = 0, is_more: bool | None = None
) -> Basis | None:
    """The difference of two amounts, or its share, if they are alike and nothing parts them."""
    is_parted = _PARTED.search(figure.document.text, one.end, min(figure.start, other.start))
    return None if is_parted else _set_apart(figure, one, other, sure=sure, is_more=is_more)


def _set_apart(
    figure: Mention, one: Mention, other: Mention, *, sure: int = 0, is_more: bool | None = None
) -> Basis | None:
    """The difference of two amounts, or its share, if they are alike; the unit of the second need not be told again."""
    leaves_out = one.kind is Kind.QUANTITY and other.kind is Kind.NUMBER and is_more is not None
    is_elliptic = leaves_out and not _OF_A_KIND.match(figure.document.text, one.end)
    if not is_elliptic and not of_one_sort(one, other):
        return None
    if is_share(figure):
        # Of two percentages nobody says by how many per cent they differ.
        return None if is_share(one) else Basis((one, other), changes, sure, is_more=is_more)
    is_between = _lies_between(figure, one) and (is_elliptic or _lies_between(figure, other))
    apart = points_apart if quantity(figure).unit == "basis point" and one.kind is Kind.PERCENTAGE else differences
    return Basis((one, other), apart, sure, is_more=is_more) if is_between else None


def _share(figure: Mention, before: Sequence[Mention]) -> Basis | None:
    """The part right before a share, and what it is a share of."""
    text = figure.document.text
    if not before or is_share(before[-1]) or _OF_WHAT.match(text, figure.end):
        return None
    part = before[-1]
    if _LEVEL.search(text, max(0, part.start - 16), part.start):
        return None
    is_fraction = figure.kind is not Kind.PERCENTAGE
    if not (_SO if is_fraction else _OR).fullmatch(text, part.end, figure.start):
        return None
    if is_fraction and not _ENDS.match(text, figure.end):
        return None
    whole = next((one for one in reversed(before[:-1]) if of_one_sort(one, part) and not is_share(one)), None)
    if whole is None or figure.start - whole.end >= _NEAR or _HAS_A_SHARE.match(text, whole.end):
        return None
    is_sure = whole is before[-2] and not _COMMA.search(text, whole.end, part.start)
    return Basis((part, whole), shares, sure=2 if is_sure else 1)


def _rate(lead: str, figure: Mention, before: Sequence[Mention], after: Sequence[Mention]) -> Basis | None:
    """What "an average of 40 a day" or ", or 40 a week" is of: an amount and how long it took, or the same at another rate."""
    every = _period(figure)
    if (
        every not in UNITS
        or figure.kind is Kind.QUANTITY
        or _is_difference(figure)
        or _FOR_EACH.match(figure.document.text, figure.end)
        or not (_OR_SO.search(lead) or "average" in figure.text)
    ):
        return None
    alike = (one for one in reversed(before) if one.kind is not Kind.DURATION and of_one_sort(one, figure))
    amount = next(alike, None)
    if amount is None or figure.start - amount.end >= _NEAR:
        return None
    period = _period(amount)
    if period == every:
        return None
    if period in UNITS:
        rates = [Fraction(table[every] / table[period]).limit_denominator(10_000) for table in (UNITS, _ROUGHLY)]
        return Basis((amount,), lambda amounts: [amounts[0] * rate for rate in rates], sure=1)
    lasted = [one for one in (*before, *after) if one.kind is Kind.DURATION and quantity(one).unit in UNITS]
    if len(lasted) != 1:
        return None
    times = Fraction(UNITS[quantity(lasted[0]).unit] / UNITS[every]).limit_denominator(10_000)
    return Basis((amount, lasted[0]), lambda amounts: (amounts[0] / (amounts[1] * times),), sure=2)


def _period(mention: Mention) -> str:
    behind = _EVERY.match(mention.document.text, mention.end)
    return behind["period"] if behind else quantity(mention).unit.rpartition(" per ")[2]


def _rest(lead: str, figure: Mention, before: Sequence[Mention]) -> Basis | None:
    """What is left of a whole before it."""
    is_left = lead.endswith(_ENDS_LEAVING) and _LEAVES.search(lead) and is_rest(figure) and not _CAME.search(lead)
    alike = [one for one in before if of_one_sort(one, figure)] if is_left else []
    has_whole = any(quantity(one).value > quantity(figure).value for one in alike)
    has_share = any(0 < quantity(one).value < 1 for one in before)
    return Basis(tuple(alike), rests) if has_whole and not has_share and 1 < len(alike) <= _ADDENDS else None


def _sum(lead: str, figure: Mention, before: Sequence[Mention], after: Sequence[Mention]) -> Basis | None:
    """What adds up to a figure: all before ", a total of", or all of the sentence."""
    is_apposed = lead.endswith("total of ") and _A_TOTAL.search(lead)
    is_brought = lead.endswith((" to ", "total of ")) and _TOTAL.search(lead)
    is_all = _IN_ALL.match(figure.document.text, figure.end) and not _PART.search(lead) and not _ROOM.search(lead)
    if not is_brought and not is_all:
        return None
    # What brings a total to where it is was told before it.
    is_before = is_apposed or (is_brought and lead.endswith(" to "))
    alike = [one for one in (before if is_before else (*before, *after)) if of_one_sort(one, figure)]
    bare = [one for one in alike if not quantity(one).unit]
    if len(bare) > 1 and not quantity(figure).unit:
        alike = bare
    if not 1 < len(alike) <= _ADDENDS:
        return None
    return Basis(tuple(alike), sums, sure=len(alike) if is_apposed else 0, is_open=True)


def _lies_between(figure: Mention, amount: Mention) -> bool:
    """Whether a figure may be a difference of such amounts: points are of percentages."""
    if amount.kind is Kind.PERCENTAGE:
        return quantity(figure).unit.endswith("point")
    return of_one_sort(figure, amount)
