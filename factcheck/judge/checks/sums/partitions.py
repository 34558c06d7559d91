"""A number that is shared out in the next breath: "38 arrests, ten fewer than a year ago. Of these, 22 were for drugs, nine for theft and seven for assault".

What is told by the way, of a year ago or of another thing, is passed over. Groups may overlap, and some may be left out: so parts
are only held to their total where they make more than there is, and one swapped or changed digit makes them fit.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.parts import mentions_by_sentence
from factcheck.judge.checks.sums.ways import is_plain, is_share, quantity
from factcheck.judge.formulas.arithmetic import thing
from factcheck.judge.mistyping import slip
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import COUNTED, Article, Bound, Mention
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Sentence

#: What a sentence begins with that shares out what was counted last, or a number that it tells itself.
_OF_THEM = regex(r"(?:Of|Among) (?:these|those|them),? ")
_OF_THE = regex(r"Of (?:the|its|their|his|her|those|these|all) ")
#: Behind an amount that is told by the way.
_BY_THE_WAY = regex(r" (?:[a-z]+ ){0,2}?(?:more|fewer|less|up|down|higher|lower|ago|earlier|each|apiece|per)\b|-")
#: What leaves the parts open, or lets them overlap.
_OPEN = regex(
    r"\b(?:also|both|another|others?|rest|remaining|most|many|several|some|at least|more|including|among|average|each|per|aged|age|over|under|of (?:them|these|those|whom|which)|while|including|rose|fell|since|except|ago|earlier|than)\b"
)
#: Of both sorts, one alone is told across the others: "22 nurses, 13 doctors and 21 women".
_WOMEN, _MEN = regex(r"\b(?:women|girls|female|females)\b"), regex(r"\b(?:men|boys|male|males)\b")
#: So many parts make a list.
_LEAST = 3
#: The sum of parts that were told with a slip lies so near the total.
_NEAR = 2


@check("partition", of=Article, told_by=["these", "those", "them", "of"], about=COUNTED)
def partition(article: Article) -> Iterator[Verdict]:
    """Parts of a number that are told behind it and do not make it."""
    by_sentence = mentions_by_sentence(article)
    for number, sentence in enumerate(article.sentences):
        text = article.document.text
        own = [one for one in by_sentence[number] if _counts(one)]
        if len(own) < _LEAST or len(own) < len(by_sentence[number]) or sentence.quotes(own[0].start):
            continue
        if found := _OF_THEM.match(text, sentence.start):
            before = by_sentence[number - 1] if number and _is_next(article.sentences[number - 1], sentence) else ()
            total, parts = _told_first(before), own
        elif (found := _OF_THE.match(text, sentence.start)) and own[0].start == found.end():
            total, parts = own[0], own[1:]
        else:
            continue
        is_across = bool(_WOMEN.search(sentence.text)) is not bool(_MEN.search(sentence.text))
        if total and len(parts) >= _LEAST and not is_across and not _OPEN.search(text, found.end(), sentence.end):
            yield from _parts_and_total(total, parts)


def _counts(one: Mention) -> bool:
    return one.kind in COUNTED and is_plain(one) and not is_share(one) and quantity(one).bound is Bound.EXACT


def _is_next(before: Sentence, sentence: Sentence) -> bool:
    return before.paragraph == sentence.paragraph


def _told_first(mentions: Sequence[Mention]) -> Mention | None:
    """The only count of a sentence that is not told by the way."""
    counted = [one for one in mentions if _counts(one) and not _BY_THE_WAY.match(one.document.text, one.end)]
    return counted[0] if len(counted) == 1 else None


def _parts_and_total(total: Mention, parts: Sequence[Mention]) -> Iterator[Verdict]:
    """Whether the parts make the total, or would with one figure changed as a slip changes it."""
    nouns = {thing(one) for one in parts} - {"", thing(total)}
    values = [quantity(one).value for one in parts]
    whole, made = quantity(total).value, sum(values)
    spans = (total.span, *(one.span for one in parts))
    working = f"{' + '.join(one.text for one in parts)} = {number_in_words(made)}"
    if nouns or max(values) >= whole:
        return
    if made == whole:
        yield Accord(spans, working)
    elif whole < made < _NEAR * whole and any(_is_slip(int(value), int(value + whole - made)) for value in values):
        yield Clash(spans, {"total": total.text}, f"{working}, not {total.text}")


def _is_slip(told: int, meant: int) -> bool:
    """Whether one of two numbers is the other with a slip of the pen, and not with another last digit alone."""
    return meant > 0 and told // 10 != meant // 10 and slip(Decimal(told), Decimal(meant)) is not None
