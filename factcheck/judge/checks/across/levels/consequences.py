"""What a passage lets its reader work out: what is left of a number, what it was before, and how much a part of it is.

"Of 73,000 people 90% have left" leaves 7,300, and 65,700 are gone; what "rose by 12 to 40" was 28; what "fell 15% from
£200m" is £170m. A passage is a sentence, or two of which the second takes up the number of the first.
"""

from __future__ import annotations

from decimal import Decimal, InvalidOperation, localcontext
from enum import Enum, auto
from itertools import pairwise, product
from typing import TYPE_CHECKING

from factcheck.align.became import fates_told
from factcheck.attach.voices import FORECAST, QUOTED
from factcheck.extract.lexicon.function_words import IS_OF_THEM
from factcheck.judge.formulas.word_classes import WORD_CLASSES
from factcheck.judge.wording import amount_in_words
from factcheck.model import AMOUNTS, COUNTED, Bound, Claim, Kind, Mention, Quantity, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import any_of, regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from factcheck.model import Article


class Role(Enum):
    """What a number is, seen from a change."""

    BEFORE = auto()
    AFTER = auto()
    #: So many of a number are gone.
    GONE = auto()
    #: Of so many of a number something else is told.
    PART = auto()


class Consequence(NamedTuple):
    """A number that nobody prints, and what it follows from."""

    role: Role
    amount: Quantity
    #: The level that is printed, and what tells how it changed.
    level: Claim
    change: Span
    #: "73,000 people less 90% are 7,300".
    working: str
    #: Whether something went away, so that who tells what there is must say that it is what is left.
    is_left: bool = False
    #: Of a part, what became of it.
    fates: frozenset[str] = frozenset()


class Step(NamedTuple):
    """How a level changed, as a factor and an addend: the least and the most that the words allow, and what is printed."""

    ends: tuple[tuple[Decimal, Decimal], ...]
    printed: tuple[Decimal, Decimal]

    def after(self, level: Quantity) -> Quantity:
        """What a level became."""
        ends = self._of_ends(level, lambda value, factor, more: value * factor + more)
        return _about(level, ends, level.value * self.printed[0] + self.printed[1])

    def before(self, level: Quantity) -> Quantity:
        """What a level had been."""
        ends = self._of_ends(level, lambda value, factor, more: (value - more) / factor)
        return _about(level, ends, (level.value - self.printed[1]) / self.printed[0])

    def _of_ends(self, level: Quantity, way: Callable[[Decimal, Decimal, Decimal], Decimal]) -> list[Decimal]:
        """What comes of the ends of a level; open ends that are taken from each other leave what the others allow."""
        with localcontext() as context:
            context.traps[InvalidOperation] = False
            ends = [way(value, *end) for value, end in product((level.lower, level.upper), self.ends)]
        return [end for end in ends if not end.is_nan()]


POINT = "percentage point"
#: Units that an amount is shown with; what is counted was told before.
SIGNED = frozenset({"percent", "dollar", "euro", "pound sterling", "yen"})
#: Claims for these reasons not held to be true are no slips either: what is said, and what is to come.
TOLD = frozenset({None, QUOTED, FORECAST})
#: A phrase is looked for so far from its number, in letters.
WINDOW = 70

#: Who takes away, before the number, and what has gone, behind it.
_TAKES = any_of(
    "lay lays laid laying cut cuts cutting shed sheds shedding axe axes axed axing close closes closed closing shut shuts shutting sack sacks"
    " sacked sacking dismiss dismisses dismissed dismissing cull culls culled culling slaughter slaughtered slaughtering scrap scraps scrapped"
    " scrapping lose loses lost losing evacuate evacuated evacuating eliminate eliminates eliminated eliminating withdraw withdrew withdrawn"
    " withdrawing killed destroyed burned burnt rescued felled remove removes removed removing cancel cancels cancelled canceled cancelling"
    " donate donates donated demolish demolishes demolished demolishing free frees freed freeing release releases released releasing spend spends spent spending".split()
)
TAKES = regex(rf"\b{_TAKES}(?: off| down)?(?: (?:about|around|some|nearly|almost|roughly|a total of))* ?\Z")
_GONE = any_of(
    "fled gone go going departed escaped leave evacuated died perished dead killed cut axed closed sold destroyed burned burnt slaughtered"
    " culled rescued freed released sacked dismissed resigned quit scrapped lost withdrawn felled eliminated cancelled canceled spent".split()
)
_WILL = "(?:have|has|had|will|would|are|is|were|was|been|be|to|being|now|already|since|reportedly|all)"
GONE = regex(
    rf"(?: of (?:them|whom))?(?: (?:jobs|posts|staff|people))?(?: (?:of|at|in|from|on|for) [^.;,]{{1,40}}?)?(?: {_WILL})*"
    rf"(?: (?:that|which)(?: [\w’'-]+){{1,4}}? (?:{_WILL} )+{_TAKES}| {_WILL} left| (?:{_GONE}|laid off|made redundant|shut down|moved (?:away|out|on|to|into)|returned (?:home|to)|(?:lose|lost) their jobs))\b"
)
#: Between a part and its number, before a number of which a part is told, and between the two.
_WHOSE = r"(?:its|the|their|our|his|her|[\w’'-]+[’']s?)(?: (?:about|some|former|original|pre-?war|total))*"
OUT_OF = regex(rf"(?: [a-z]+)?(?: out)? of {_WHOSE} ?")
OF_THE = regex(rf"\bof (?:{_WHOSE} )?\Z")
#: Between a level and the share of it that was lost: "3,000 strong, has lost 40% of its men".
SINCE_LOST = regex(
    rf"(?: [a-z]+){{0,3}},? (?:(?:has|have|had|but|and|which|who|it|they|then|since|now|already) )*{_TAKES} (?:about |some |around |nearly |almost )*"
)
OF_ITS = regex(r" of (?:its|their|his|her|these|the|them)\b")
THEN = regex(r"(?: [^.;,]{1,40})?,? (?:of (?:them|whom) )?(?:about |some |around |nearly |almost )*")

_UP = any_of((*WORD_CLASSES["rise"], *WORD_CLASSES["raise"], "up", "higher"))
_DOWN = any_of((*WORD_CLASSES["fall"], "down", "lower", "lowered", "trimmed", "slashed"))
_MOVED = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))"
_HEDGES = r"(?: (?:by|about|around|nearly|almost|some|just|only|roughly|another|a further))*"
#: Before the number by which a level moved, and from there to the level.
MOVED = regex(rf"\b{_MOVED}{_HEDGES} \Z")
#: The same, with what was moved between: "raised its dividend by".
MOVED_BY = regex(rf"\b{_MOVED} (?:its|the|their|his|her|our|this) [^.;,\d]{{1,40}}? by{_HEDGES} \Z")
_ON = r"(?: (?:this|last|in|on|over|during|since)(?: [\w-]+){1,3}?)?"
_ROUGHLY = r"(?: (?:a|an|about|around|some|just|nearly|almost|record|total|of))*"
_WHENCE = r"(?: (?:last|the previous|the prior) (?:year|season|month|week|quarter)[’']s?)?"
TO_OR_FROM = regex(rf"{_ON},? (?P<way>to(?: (?:close|end|finish|stand) at)?|from){_WHENCE}{_ROUGHLY} ")
#: Between a level and the number by which it came there: "to £40m, up 12%", of which no other level is told behind.
BY_WHICH = regex(
    r",(?: which (?:is|was))? (?:(?P<up>up|an? (?:rise|increase|gain|jump) of)|(?P<down>down|an? (?:fall|drop|decline|decrease) of))(?: by)? "
)
CAME_TO = regex(rf"\b(?:to|at|is|are|now|was|were|of|reached|totalled){_ROUGHLY} \Z")
OTHER_LEVEL = regex(r" (?:on|from|compared with|against) [^.;,]{0,12}\d")
#: A change that is told by a word, before the level that it led to or from: "doubled from $3 million".
TIMES = {"doubled": Decimal(2), "trebled": Decimal(3), "tripled": Decimal(3), "quadrupled": Decimal(4)}
HALF = Decimal("0.5")
_TIMES = rf"(?P<times>{any_of(TIMES)}|halved|(?:{_DOWN}|cut)(?: (?:its|the|their|his|her) [^.;,\d]{{1,30}}?)?(?: by| in)? half)"
BY_TIMES = regex(rf"\b{_TIMES}{_ON},? (?P<way>to|from){_ROUGHLY} \Z")
#: The same in the sentence behind a level: "Their number has since halved".
TAKEN_UP_BY_TIMES = regex(
    r"\s{1,2}(?:since then,? )?(?:(?:(?:that|this|the|their|its) )?(?:number|figure|total|population|workforce|membership|stock|output|production|turnover|revenue)|it|they)"
    rf"(?: (?:has|have|had|since|then|now))+ {_TIMES}(?: since(?: then)?)?[.;,]"
)
#: What takes up the number of the sentence before: "Since then their number has fallen by a quarter".
TAKEN_UP = regex(
    r"\b(?:(?:that|this|the|their|its) (?:number|figure|total|population|workforce|membership|stock)|it|they)"
    rf"(?: (?:has|have|had|was|were|is|are|since|now))* {_MOVED}{_HEDGES} \Z"
)


def consequences(article: Article) -> Iterator[Consequence]:
    """Whatever follows from the levels and changes of an article, in the order of the text."""
    told = [claim for claim in article.claims if claim.withheld in TOLD and _is_level(claim.mention)]
    for claim in told:
        yield from _by_times(claim)
    for one, two in pairwise(told):
        if one.sentence is two.sentence and two.mention.start - one.mention.end <= WINDOW:
            yield from _gone(one, two)
            yield from _moved(one, two)
        elif one.sentence.paragraph == two.sentence.paragraph and 0 <= two.sentence.start - one.sentence.end < 3:
            yield from _taken_up(one, two.mention)


def _is_level(mention: Mention) -> bool:
    return mention.kind in AMOUNTS and mention.single is not None


def _gone(one: Claim, two: Claim) -> Iterator[Consequence]:
    """A part of a number that is gone: "of 73,000 people 90% have left", "to lay off 20% of its 250 journalists"."""
    first, second = one.mention, two.mention
    between, gone = _between(first, second), GONE.match(behind(second))
    if OUT_OF.fullmatch(between) and (gone or TAKES.search(before(first))):
        yield from _left(two, first)
    elif (gone and OF_THE.search(before(first)) and THEN.fullmatch(between)) or (
        SINCE_LOST.fullmatch(between) and OF_ITS.match(behind(second)) and _is_share(second)
    ):
        yield from _left(one, second)
    elif OUT_OF.fullmatch(between) and _is_share(first):
        yield from _part(two, first, fates_told(before(first), behind(second)))
    elif _is_share(second) and (
        (OF_THE.search(before(first)) and THEN.fullmatch(between)) or IS_OF_THEM.match(behind(second))
    ):
        yield from _part(one, second, fates_told(before(second), behind(second)))


def _part(level: Claim, part: Mention, fates: frozenset[str]) -> Iterator[Consequence]:
    """How many of a number a share of it is, if it is told what became of them."""
    if fates and (level.mention.kind in COUNTED) and _amount(part).value < _amount(level.mention).value:
        some = _share(part).after(_amount(level.mention))
        working = f"{part.text} of {level.mention.text} is {_shown(some)}"
        yield Consequence(Role.PART, some, level, part.span, working, fates=fates)


def _left(level: Claim, part: Mention) -> Iterator[Consequence]:
    """What is left of a number without a part of it, and how much that part is."""
    whole, step = _amount(level.mention), _step(level.mention, part, up=False)
    if step is None or _amount(part).value >= whole.value:
        return
    rest = step.after(whole)
    told = f"{level.mention.text} less {part.text}"
    yield Consequence(Role.AFTER, rest, level, part.span, f"{told} leaves {_shown(rest)}", is_left=True)
    if _is_share(part):
        gone = _share(part).after(whole)
        yield Consequence(Role.GONE, gone, level, part.span, f"{part.text} of {level.mention.text} is {_shown(gone)}")


def _moved(one: Claim, two: Claim) -> Iterator[Consequence]:
    """A change, and the level that it led to or from: "rose by 12 to 40", "fell 15% from £200m", "to £40m, up 12%"."""
    first, second = one.mention, two.mention
    between, moved = _between(first, second), MOVED.search(before(first))
    way = TO_OR_FROM.fullmatch(between) if moved else None
    if moved and way:
        yield from _worked_out(two, first.span, _step(second, first, up=bool(moved["up"])), back=way["way"] != "from")
    elif (
        (by := BY_WHICH.fullmatch(between)) and CAME_TO.search(before(first)) and not OTHER_LEVEL.match(behind(second))
    ):
        yield from _worked_out(one, second.span, _step(first, second, up=bool(by["up"])), back=True)


def _by_times(level: Claim) -> Iterator[Consequence]:
    """A level that doubled or halved."""
    document, end = level.mention.document, level.sentence.end
    if found := TAKEN_UP_BY_TIMES.match(document.text[end : end + WINDOW].lower()):
        times = TIMES.get(found["times"], HALF), Decimal(0)
        span = Span(document, end + found.start("times"), end + found.end("times"))
        yield from _worked_out(level, span, Step((times,), times), back=False)
    words = before(level.mention)
    if found := BY_TIMES.search(words):
        times = TIMES.get(found["times"], HALF), Decimal(0)
        start = level.mention.start - len(words) + found.start("times")
        span = Span(level.mention.document, start, start + len(found["times"]))
        yield from _worked_out(level, span, Step((times,), times), back=found["way"] == "to")


def _taken_up(level: Claim, change: Mention) -> Iterator[Consequence]:
    """A number of one sentence that moves in the next, or of which a part goes."""
    moved = TAKEN_UP.search(before(change))
    if moved and not TO_OR_FROM.match(behind(change)):
        yield from _worked_out(level, change.span, _step(level.mention, change, up=bool(moved["up"])), back=False)
    elif IS_OF_THEM.match(behind(change)) and (GONE.match(behind(change)) or TAKES.search(before(change))):
        yield from _left(level, change)


def _worked_out(level: Claim, change: Span, step: Step | None, *, back: bool) -> Iterator[Consequence]:
    """What a level was before a step that led to it, or became by one that led from it."""
    if step is None or not all(factor > 0 for factor, _ in step.ends):
        return
    printed = _amount(level.mention)
    amount = step.before(printed) if back else step.after(printed)
    if amount.lower > 0:
        told = (
            f"{level.mention.text} after “{change.text}” was"
            if back
            else f"{level.mention.text} with “{change.text}” is"
        )
        yield Consequence(Role.BEFORE if back else Role.AFTER, amount, level, change, f"{told} {_shown(amount)}")


# --- amounts ------------------------------------------------------------------------


def _step(level: Mention, change: Mention, *, up: bool) -> Step | None:
    """How a level moves by a share or a number, or None where the number is none of its kind."""
    sign, by = (1 if up else -1), _amount(change)
    if _is_share(change) and level.kind is not Kind.PERCENTAGE:
        share = _share(change)
        least, most, printed = ((1 + sign * factor, Decimal(0)) for factor, _ in (*share.ends, share.printed))
        return Step((least, most), printed)
    in_points = change.kind is level.kind is Kind.PERCENTAGE and by.unit == POINT
    counted = level.kind in COUNTED and change.kind in COUNTED and not _is_share(change)
    of_one_unit = level.kind is change.kind and level.kind is not Kind.PERCENTAGE and by.unit == _amount(level).unit
    if in_points or counted or of_one_unit:
        least, most, printed = ((Decimal(1), sign * number) for number in (by.lower, by.upper, by.value))
        return Step((least, most), printed)
    return None


def _share(mention: Mention) -> Step:
    """How much of a whole a share is."""
    amount, whole = _amount(mention), 100 if mention.kind is Kind.PERCENTAGE else 1
    least, most, printed = ((number / whole, Decimal(0)) for number in (amount.lower, amount.upper, amount.value))
    return Step((least, most), printed)


def _is_share(mention: Mention) -> bool:
    """Whether a mention is a percentage, or a fraction ("a quarter")."""
    amount = _amount(mention)
    return (
        amount.unit != POINT
        if mention.kind is Kind.PERCENTAGE
        else mention.kind is Kind.NUMBER and 0 < amount.value < 1
    )


def _about(level: Quantity, ways: Iterable[Decimal], printed: Decimal) -> Quantity:
    """What comes of a level, as exact as its ends allow."""
    ends = list(ways)
    return Quantity(min(ends), max(ends), level.unit, (printed,), Bound.ABOUT, level.step)


def _amount(mention: Mention) -> Quantity:
    if mention.quantity is None:
        raise TypeError(mention)
    return mention.quantity


def _shown(amount: Quantity) -> str:
    return amount_in_words(amount.value, amount.unit if amount.unit in SIGNED else "")


# --- the words round a number -------------------------------------------------------


def before(mention: Mention) -> str:
    """The words before a number, in small letters."""
    return mention.document.text[max(0, mention.start - WINDOW) : mention.start].lower()


def behind(mention: Mention) -> str:
    """The words behind a number, in small letters."""
    return mention.document.text[mention.end : mention.end + WINDOW].lower()


def _between(one: Mention, other: Mention) -> str:
    return one.document.text[one.end : other.start].lower()
