"""Articles become rows: what each claims, in which blocks that may meet others, and between which bounds.

A row hangs on nothing but the article that it was read from. So it does not
matter when, where, how often and in which order articles are read.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import count, groupby
from typing import TYPE_CHECKING

from factcheck.align.blocks import MOST as BLOCKS
from factcheck.align.blocks import keys
from factcheck.align.settings import in_setting
from factcheck.archive.records import MARGIN, number, packed, passage_start
from factcheck.archive.subjects import subject_codes
from factcheck.archive.texts import TextRow, text_row
from factcheck.judge.agreement import LOOSE
from factcheck.model import Bound, Claim, Quantity
from factcheck.nouns import NamedTuple
from factcheck.pipeline import understand
from factcheck.resolve.units import OFFSETS, dimension, factor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Document

#: What agrees with a printed number lies between this share of it and the number divided by the share:
#: two numbers are more than `LOOSE` apart exactly if these ranges of theirs do not meet.
BAND = (1 - LOOSE).sqrt()
#: So many numbers in a row are those of one article's claims.
CLAIMS = 1 << 10
#: The bounds of what agrees with nothing before it has been worked out: a change, which leaves a level to be found.
NOTHING = (float("inf"), float("-inf"))


#: A block, and the bounds of a value in it.
Place = tuple[int, float, float]


class ClaimRow(NamedTuple):
    """A claim as it is kept. The first column names it, by what the article says and nothing else; those of an article stand in a row."""

    claim: int
    source: int
    #: The day of publication, counted as `date.toordinal` does.
    day: int | None
    #: Two claims can only clash if the one's `lower` is above the other's `upper`.
    lower: float | None
    upper: float | None
    block_1: int | None
    block_2: int | None
    block_3: int | None
    #: What the article is called.
    name: str
    #: Where the mention stands in the file.
    line: int
    col: int
    #: What the place is called in a file without lines ("page 3, paragraph 2").
    landmark: str
    #: The sentence, and the one before it if the claim changes a level that stands there.
    passage: str
    #: The telling words of the sentence, if this is its first claim: how telling a word is, their numbers say.
    words: str | None
    #: What its subjects are looked up by (`subjects.py`).
    subjects: str
    #: The rest of the claim (`records.py`).
    record: str

    @property
    def places(self) -> list[Place]:
        """Where it meets others: in each of its blocks, between its bounds."""
        if self.lower is None or self.upper is None:
            return []
        return [
            (block, self.lower, self.upper) for block in (self.block_1, self.block_2, self.block_3) if block is not None
        ]


class SourceRow(NamedTuple):
    """An article as it is kept."""

    source: int
    name: str
    day: int | None
    #: How many claims were read out of it.
    claims: int
    #: Why nothing was, in words; empty where all went well.
    problem: str


class Read(NamedTuple):
    """An article, its claims and its text, in rows."""

    source: SourceRow
    claims: tuple[ClaimRow, ...]
    #: None where it could not be understood, or is not to be kept.
    text: TextRow | None = None


def read(document: Document, *, with_text: bool = True) -> Read:
    """The rows of an article. One that cannot be understood has a row all the same, which says why."""
    source, document = source_of(document), _in_letters(document)
    day = document.published.toordinal() if document.published else None
    try:
        claims = tuple(_rows(understand(document).claims, source, day))
        text = text_row(document, source) if with_text else None
    except Exception as mistake:  # noqa: BLE001 - one article in a million must not stop the others
        what = f"{type(mistake).__name__}: {mistake}".splitlines()[0]
        return Read(SourceRow(source, document.name, day, 0, what), ())
    return Read(SourceRow(source, document.name, day, len(claims), ""), claims, text)


def text_of(document: Document) -> TextRow:
    """What is kept of what an article says."""
    return text_row(_in_letters(document), source_of(document))


def source_of(document: Document) -> int:
    """The number of an article: that of what it says and when, whatever it is called."""
    return number(document.text, str(document.published))


def kept_name(name: str) -> str:
    """A name as it can be kept: that of a file may hold bytes that are no letters."""
    return name.encode(errors="backslashreplace").decode()


def _in_letters(document: Document) -> Document:
    """The article without halves of letters, which JSON may have and no file can keep."""
    name, text = kept_name(document.name), document.text.encode(errors="replace").decode()
    return document if (name, text) == (document.name, document.text) else replace(document, name=name, text=text)


def _rows(claims: Sequence[Claim], source: int, day: int | None) -> Iterator[ClaimRow]:
    numbers = count(source & -CLAIMS)
    for _, told in groupby(claims, key=lambda claim: claim.sentence.start):
        sentence = list(told)
        words: str | None = " ".join(sorted(set().union(*(claim.context for claim in sentence))))
        for claim in sentence:
            yield _row(claim, next(numbers), source, day, words)
            words = None


def _row(claim: Claim, named: int, source: int, day: int | None, words: str | None) -> ClaimRow:
    claim, mention = in_setting(claim), claim.mention
    lower, upper = bounds(claim)
    told = keys(claim)
    if day is None:
        # Articles without a date meet each other whatever time they speak of, as in a single run.
        told = (*(key.timeless for key in told), *told)
    blocks = [] if lower is None else [number(*map(str, key)) for key in dict.fromkeys(told)]
    place = mention.document.place(mention.start)
    block_1, block_2, block_3 = [*blocks, *[None] * BLOCKS][:BLOCKS]
    return ClaimRow(
        claim=named,
        source=source,
        day=day,
        lower=lower,
        upper=upper,
        block_1=block_1,
        block_2=block_2,
        block_3=block_3,
        name=mention.document.name,
        line=place.line,
        col=place.column,
        landmark=place.landmark.name if place.landmark else "",
        # A mention may end behind its sentence, where a full stop was read as part of it.
        passage=mention.document.text[passage_start(claim) : max(claim.sentence.end, mention.end) + MARGIN],
        words=words,
        subjects="\n".join(subject_codes(claim)),
        record=packed(claim),
    )


def bounds(claim: Claim) -> tuple[float, float] | tuple[None, None]:
    """Between which values whatever agrees with a claim must lie, in part; nothing where it has no value."""
    if claim.base is not None:
        return NOTHING
    mention = claim.mention
    if mention.quantity is not None:
        return _span(mention.quantity)
    if mention.time is not None and mention.time.start and mention.time.end:
        return float(mention.time.start.toordinal()), float(mention.time.end.toordinal() - 1)
    return None, None


def _span(quantity: Quantity) -> tuple[float, float]:
    """The range of an amount in base units, no wider than what is close enough to the number that is printed."""
    lower, upper = quantity.lower, quantity.upper
    if quantity.printed and not quantity.is_range and quantity.bound is Bound.EXACT:
        ends = sorted((quantity.value * BAND, quantity.value / BAND))
        lower, upper = max(lower, ends[0]), min(upper, ends[1])
    return _in_base(lower, quantity.unit), _in_base(upper, quantity.unit)


def _in_base(amount: Decimal, unit: str) -> float:
    """An amount in the base unit of what it measures, or as it is where it measures nothing."""
    measures = amount.is_finite() and dimension(unit) is not None
    return float((amount + OFFSETS.get(unit, Decimal(0))) * factor(unit) if measures else amount)
