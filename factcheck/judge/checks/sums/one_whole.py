"""Parts that are told with their shares, one after the other: they are all of one whole.

"Europe brought in £162m (30%), Asia £81m (25%) and Africa £27m (5%)": the first and the last are of £540m, and of these £81m are
15 per cent. A row is held against itself, and against the whole where the article tells it.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_by_sentence
from factcheck.judge.checks.sums.ways import OF_HUNDRED, is_plain, is_share, quantity
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import amount_in_words
from factcheck.model import COUNTED, Article, Bound, Kind, Mention
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Sentence, Span

#: Between a part and its share, and behind that: "162 votes (30%)", "720,000 tonnes, or 30 per cent,".
_OPENS = regex(
    r"(?:(?! to | from )[^.;:()\d,–—]){0,50}(?: (?:under|over|aged|of|between) \d\d?(?: (?:to|and) \d\d?| or (?:more|over|older|under))?)?"
    r"(?: \((?:or )?|, or | – or )(?:just |about |nearly |almost |some )?"
)
_CLOSES = regex(r"\)|[,.;]| and | of (?:them|these|those|the total|the whole|all)\b|$")
#: Between a share and its part, where the share comes first: "35% for the Reds (142,100)".
_FIRST_OPENS, _FIRST_CLOSES = regex(r"(?:(?! to | from )[^.;:()\d,–—]){0,50} \((?:or )?"), regex(r"\)")
#: What may make a percentage a change or a rate; and a part that is told with a whole of its own.
_CHANGE = regex(
    r"(?<!\bor )(?<!\bmade )(?<!\bmake )(?<!\bmakes )(?<!\bmaking )\b(?:up|down|rose|risen|rising|fell|fallen|falling|grew|grown|growth|increased?|decreased?|dropped|gained|jumped|climbed|more|less|fewer|higher"
    r"|lower|above|below|interest|yield|margin|discount|premium|tax|rate|averag\w+|among|turnout|last year|a year (?:ago|earlier)|earlier|chance|risk)\b"
)
_OF_A_GROUP = regex(
    r" of (?:the|its|their|his|her|those|these|all) (?:[a-z]+ ){0,2}?\d| of \d{3}| of \d+,|\bof (?:those|whom|which)\b"
)
#: A part stands no more amounts before its share.
_AGES = 3
#: So many pairs of one whole, or more, need no other witness.
_SURE = 3
#: Shares are told to half of their last digit, or cut off there.
_CUT = Fraction(11, 20)
#: A whole is told no more closely by its parts than this, as a share of it.
_CLOSE = Fraction(1, 100)
#: So many times its share, or less, may a slip be.
_NEAR_BY = 4


class _Pair(NamedTuple):
    """A part, its share, and the whole that they are of, at the least and at the most."""

    part: Mention
    share: Mention
    least: Fraction
    most: Fraction

    @property
    def face(self) -> Fraction:
        """The whole by what is printed."""
        return Fraction(quantity(self.part).value) * OF_HUNDRED / Fraction(quantity(self.share).value)


@check("one-whole", of=Article, about=[Kind.PERCENTAGE])
def one_whole(article: Article) -> Iterator[Verdict]:
    """Rows of parts with their shares, one of which is of another whole than the others."""
    for sentence, mentions in zip(article.sentences, mentions_by_sentence(article), strict=True):
        row = list(_pairs(sentence, mentions)) if sum(map(_is_percentage, mentions)) > 1 else []
        if len(row) > 1 and len({_sort(pair.part) for pair in row}) == 1:
            yield from _shares_of_row(article, sentence, row)


def _is_percentage(mention: Mention) -> bool:
    return mention.kind is Kind.PERCENTAGE and is_share(mention)


def _pairs(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[_Pair]:
    """Each part of a sentence that stands beside its share."""
    plain = [one for one in mentions if is_plain(one) and quantity(one).bound is Bound.EXACT]
    taken: set[int] = set()
    for at, share in enumerate(plain):
        if not _is_percentage(share) or sentence.quotes(share.start):
            continue
        text = share.document.text
        # Ages may stand between: "38,400 people of 15 to 64 (60%)".
        near = [one for one in plain[max(0, at - _AGES) : at] if _OPENS.fullmatch(text, one.end, share.start)]
        before = max(near, key=lambda one: quantity(one).value, default=None)
        behind = plain[at + 1] if at + 1 < len(plain) else None
        part = None
        if before and _CLOSES.match(text, share.end):
            part = before
        elif behind and _FIRST_OPENS.fullmatch(text, share.end, behind.start) and _FIRST_CLOSES.match(text, behind.end):
            part = behind
        if part is None or part.start in taken or not _may_be_part(part) or _is_of_a_group(part, share):
            continue
        taken.add(part.start)
        yield _pair(part, share)


def _may_be_part(part: Mention) -> bool:
    return not is_share(part) and part.kind is not Kind.DURATION and " per " not in quantity(part).unit


def _is_of_a_group(part: Mention, share: Mention) -> bool:
    """Whether a part is told with a whole of its own: "1,210 of the 2,000 girls (60.5%)"."""
    return _OF_A_GROUP.search(part.document.text, part.start, max(part.end, share.start)) is not None


def _sort(part: Mention) -> str:
    return "" if part.kind in COUNTED else part.measure


def _pair(part: Mention, share: Mention) -> _Pair:
    amount, told = Fraction(quantity(part).value), Fraction(quantity(share).value)
    rounding = Fraction(quantity(part).step) / 2 if "." in part.text or part.kind is Kind.MONEY else Fraction(0)
    tenths = Fraction(1, 10) ** (
        len(share.text.partition(".")[2].split("%")[0].split(" ")[0]) if "." in share.text else 0
    )
    slack = tenths * _CUT
    return _Pair(
        part,
        share,
        (amount - rounding) * OF_HUNDRED / (told + slack),
        (amount + rounding) * OF_HUNDRED / max(told - slack, Fraction(1, 1000)),
    )


def _shares_of_row(article: Article, sentence: Sentence, row: Sequence[_Pair]) -> Iterator[Verdict]:
    if _meet(row):
        yield Accord(_places(row), f"all are of {_whole(row)}")
        return
    if _CHANGE.search(sentence.text):
        return
    amounts = [one for one in article.mentions if is_plain(one) and _sort(one) == _sort(row[0].part)]
    for odd in sorted(row, key=lambda one: -one.part.start):
        others = [one for one in row if one is not odd]
        if not _meet(others) or not _is_slip(odd, others):
            continue
        if any(_is_in(one, [odd]) for one in amounts) or not _is_witnessed(odd, others, amounts):
            continue
        should = Fraction(quantity(odd.part).value) * OF_HUNDRED / _middle(others)
        yield Clash(
            (odd.share.span, odd.part.span, *(span for one in others for span in (one.part.span, one.share.span))),
            {
                "share": odd.share.text,
                "part": odd.part.text,
                "others": " and ".join(f"“{one.part.text}” ({one.share.text})" for one in others),
            },
            f"by the others the whole is {_whole(others)}, of which {odd.part.text} would be {amount_in_words(should, 'percent')}",
        )
        return


def _meet(row: Sequence[_Pair]) -> bool:
    """Whether one whole fits all pairs."""
    return max(one.least for one in row) <= min(one.most for one in row)


def _middle(row: Sequence[_Pair]) -> Fraction:
    return (max(one.least for one in row) + min(one.most for one in row)) / 2


def _whole(row: Sequence[_Pair]) -> str:
    return f"about {amount_in_words(_middle(row).limit_denominator(1), row[0].part.measure if row[0].part.kind is Kind.MONEY else '')}"


def _is_slip(odd: _Pair, others: Sequence[_Pair]) -> bool:
    """Whether a pair is off by no more than a slip may be."""
    apart = odd.face / _middle(others)
    return max(apart, 1 / apart) < _NEAR_BY


def _is_in(amount: Mention, row: Sequence[_Pair]) -> bool:
    """Whether an amount that stands in none of them may be the whole of some pairs."""
    if any(amount in (one.part, one.share) for one in row) or is_share(amount):
        return False
    value = Fraction(quantity(amount).value)
    slack = min(Fraction(quantity(amount).step) / 2, _CLOSE * value)
    least, most = max(one.least for one in row), min(one.most for one in row)
    return least - slack <= value <= most + slack


def _is_witnessed(odd: _Pair, others: Sequence[_Pair], amounts: Sequence[Mention]) -> bool:
    """Whether anything else says that all are of one whole: many others, the whole itself, or shares that make a hundred."""
    if len(others) >= _SURE:
        return True
    told = any(_is_in(one, others) for one in amounts)
    if len(others) > 1 and told:
        return True
    shares = sum((Fraction(quantity(one.share).value) for one in (odd, *others)), Fraction(0))
    if shares == OF_HUNDRED:
        return True
    parts = sum((Fraction(quantity(one.part).value) for one in (odd, *others)), Fraction(0))
    return told and abs(parts - _middle(others)) <= _CLOSE * parts


def _places(row: Sequence[_Pair]) -> tuple[Span, ...]:
    return tuple(span for one in row for span in (one.part.span, one.share.span))
