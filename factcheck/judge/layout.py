"""Captions, tables and standfirsts, held against the text that they stand beside, and tables that must add up."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcheck.attach.events import ONCE
from factcheck.attach.words import EMPTY, stem
from factcheck.judge.agreement import Fit, agree
from factcheck.judge.checks import check
from factcheck.judge.parts import BODY, CAPTION, HEADLINE, STANDFIRST, TABLE, mentions_in, parts
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import Article, Bound, Kind, Quantity, Role, Span
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Claim, Document, Mention, Sentence

_AMOUNTS = frozenset({Kind.COUNT, Kind.QUANTITY, Kind.MONEY, Kind.PERCENTAGE})
#: A noun that more amounts of the text belong to stands for several things.
SEVERAL = 3
#: What makes an amount that of a change, of a part, or of another state.
OTHER_SCOPES = frozenset({"change", "added", "part", "former", "contrasted"})
_SOME_OF = regex(r" of (?:the|its|their|his|her|those|these)\b", re.IGNORECASE)
#: One of two figures of one thing is at most so many times the other.
FEW = 4

# --- captions and tables ------------------------------------------------------------


@check("beside-text", of=Article)
def beside_text(article: Article) -> Iterator[Verdict]:
    """Each amount of a caption or a table, if the text has amounts of the same noun, and none of them agrees."""
    told = parts(article)
    part_of = {sentence.start: part for part, sentence in told if part in {CAPTION, TABLE}}
    if not part_of:
        return
    by_noun: defaultdict[tuple[Kind, str], list[Mention]] = defaultdict(list)
    for claim in article.claims:
        if not claim.withheld and claim.sentence.start not in part_of and _counts_all(claim):
            by_noun[claim.mention.kind, claim.attribute].append(claim.mention)
    for part, noun, mention in (*_captioned(article.claims, part_of), *_cells(told, article)):
        rivals = by_noun.get((mention.kind, noun), [])
        if 1 <= len(rivals) <= SEVERAL:
            yield from _beside(part, mention, rivals)


def _captioned(claims: Sequence[Claim], part_of: dict[int, str]) -> Iterator[tuple[str, str, Mention]]:
    """The amounts of captions and of tables told in a line, each with its noun."""
    for claim in claims:
        part = part_of.get(claim.sentence.start)
        if part and claim.sentence.role is not Role.CELL and _counts_all(claim):
            yield part, claim.attribute, claim.mention


def _counts_all(claim: Claim) -> bool:
    """Whether it is an amount of all that its noun stands for, as that is now."""
    mention = claim.mention
    return (
        mention.kind in _AMOUNTS
        and mention.quantity is not None
        and not claim.scope & OTHER_SCOPES
        and not _SOME_OF.search(mention.text)
    )


def _cells(told: Sequence[tuple[str, Sentence]], article: Article) -> Iterator[tuple[str, str, Mention]]:
    """The amounts that stand alone in a cell to the right of a cell of words, in tables of two columns."""
    cells = [sentence for _, sentence in told if sentence.role is Role.CELL]
    for label, cell, after in zip(cells, cells[1:], [*cells[2:], None], strict=False):
        said = mentions_in(article, cell.start, cell.end)
        if len(said) != 1 or mentions_in(article, label.start, label.end):
            continue
        if after is not None and after.paragraph == cell.paragraph + 1 and mentions_in(article, after.start, after.end):
            continue
        words = [word for word in _WORD.findall(label.text.lower()) if word not in EMPTY]
        if words and said[0].kind in _AMOUNTS and said[0].quantity:
            yield TABLE, stem(words[-1]), said[0]


def _beside(part: str, mention: Mention, rivals: Sequence[Mention]) -> Iterator[Verdict]:
    quantity = mention.quantity
    for rival in rivals:
        if quantity and rival.quantity and agree(quantity, rival.quantity).verdict is not Fit.DIFFERENT:
            yield Accord((mention.span, rival.span), f"the text too has {rival.text}", cause=_CAUSES[part])
            return
    rival = rivals[0]
    if quantity and rival.quantity and _comparable(quantity, rival.quantity):
        yield Clash(
            (mention.span, rival.span),
            {"beside": mention.text, "text": rival.text},
            agree(quantity, rival.quantity).reason,
            repairs=(f"“{rival.text}” in the {part}", f"“{mention.text}” in the text"),
            cause=_CAUSES[part],
        )


def _comparable(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts are near enough, and exact enough, to be of one thing."""
    if one.bound is not Bound.EXACT or other.bound is not Bound.EXACT or one.unit != other.unit:
        return False
    low, high = sorted((abs(one.value), abs(other.value)))
    return high <= FEW * low


_CAUSES = {CAPTION: "", TABLE: "table"}

# --- standfirsts --------------------------------------------------------------------

#: A standfirst is one sentence of no more letters than this between headline and body.
STANDFIRST_LENGTH = 200
#: How far after its verb the date of an event stands, in letters.
REACH = 25
#: How many paragraphs of the body tell the date again.
LEAD = 6
_WORD = regex(r"[^\W\d_]+")


class _Dated(NamedTuple):
    """What happens, and the day on which it does."""

    event: str
    mention: Mention


@check("standfirst-date", of=Article)
def standfirst_date(article: Article) -> Iterator[Verdict]:
    """The day that a headline or standfirst gives for an event, against the day that the body gives."""
    told = parts(article)
    above = [sentence for part, sentence in told if part in {HEADLINE, STANDFIRST}]
    body = [sentence for part, sentence in told if part == BODY]
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
        rivals = [other for other in again if other.event == one.event]
        if not rivals:
            continue
        same = next((rival for rival in rivals if _same_day(one.mention, rival.mention)), None)
        if same is not None:
            yield Accord((one.mention.span, same.mention.span), f"both are {one.mention.text}")
        elif len(rivals) == 1:
            yield Clash(
                (one.mention.span, rivals[0].mention.span),
                {"above": one.mention.text, "text": rivals[0].mention.text, "event": one.event},
                repairs=(f"“{rivals[0].mention.text}” above", f"“{one.mention.text}” in the text"),
            )


def _dated(sentence: Sentence, article: Article) -> Iterator[_Dated]:
    """The events of a sentence that a day and a month stand right behind."""
    for mention in mentions_in(article, sentence.start, sentence.end):
        printed = mention.time.printed if mention.time and mention.kind is Kind.DATE else None
        if printed is None or printed.day is None or printed.month is None:
            continue
        before = sentence.document.text[max(sentence.start, mention.start - REACH) : mention.start].lower()
        events = [ONCE[stem(word)] for word in _WORD.findall(before) if stem(word) in ONCE]
        if events:
            yield _Dated(events[-1], mention)


def _same_day(one: Mention, other: Mention) -> bool:
    a, b = (mention.time.printed if mention.time else None for mention in (one, other))
    return (
        a is None or b is None or (a.day, a.month) == (b.day, b.month) or bool(a.year and b.year and a.year != b.year)
    )


# --- totals of tables ---------------------------------------------------------------

_NUMBER = r"[£$€]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[£$€]?\d+(?:\.\d+)?"
_LABEL = r"[^\W\d_][^\d\n,;:|.]{0,40}?"
#: A total and the figures before it: "North 12, South 8, East 5; total 25".
_TOTAL = regex(rf"total(?: of| is| was|:|,)? (?P<total>{_NUMBER})(?![\d,.]*\d|%|[a-z])", re.IGNORECASE)
_PARTS = regex(rf"(?<![\w,])(?:{_LABEL}:? (?:{_NUMBER})(?:[,;] (?:and )?| and )){{2,30}}(?:the |a |in )?$")
_PART = regex(rf" ({_NUMBER})(?=[,;]| and )")
_ROW = regex(r"[| *]*(?P<label>[^\W\d_][^|\t\n:]{0,60}?)[ *]*[|\t:](?P<cells>[^\n]*)")
_CELL = regex(r"[^|\t]+|(?<=\|)(?=\|)")
_FIGURE = regex(rf"[ *]*(?P<number>{_NUMBER})[ *]*")
_YEAR = regex(r"(?:19|20)\d\d")
#: Shares that were rounded to whole numbers add up to this, more or less.
WHOLE = 100
#: How far before its total a line of figures begins, in letters, and how many rows a table has.
STRETCH, ROWS = 400, 60
#: Rows that hold what others hold already.
_SUBTOTAL = regex(r"\b(?:sub-?total|of which|thereof|including|net|change|difference)\b", re.IGNORECASE)


@check("footing", of=Article)
def footing(article: Article) -> Iterator[Verdict]:
    """Every total of a table or of a line of figures, and whether the figures over it add up to it."""
    text = article.document.text
    at = text.find("otal")
    while at >= 0:
        line = text.rfind("\n", 0, at) + 1
        if not text[line : at - 1].strip("|* \t"):
            yield from _under_rows(article, line)
        else:
            yield from _in_line(article, max(line, at - STRETCH), at - 1)
        at = text.find("otal", at + 1)


def _in_line(article: Article, start: int, at: int) -> Iterator[Verdict]:
    """The figures of a line, and the total that ends it."""
    document = article.document
    total = _TOTAL.match(document.text, at)
    listed = _PARTS.search(document.text[start:at]) if total else None
    if total and listed:
        first = start + listed.start()
        numbers = [Span(document, first + part.start(1), first + part.end(1)) for part in _PART.finditer(listed[0])]
        yield from _footed(numbers, Span(document, *total.span("total")), listed[0])


class _Row(NamedTuple):
    """A line of a table: what it is of, and the figure of each column, if there is one."""

    label: str
    figures: tuple[Span | None, ...]


def _row(document: Document, start: int, end: int) -> _Row | None:
    """A line as a row, if it begins with words and has a figure behind them."""
    found = _ROW.fullmatch(document.text, start, end)
    if found is None:
        return None
    cells = [
        _FIGURE.fullmatch(document.text, *cell.span()) for cell in _CELL.finditer(document.text, *found.span("cells"))
    ]
    figures = tuple(Span(document, *cell.span("number")) if cell else None for cell in cells)
    return _Row(found["label"], figures) if any(figures) else None


def _under_rows(article: Article, line: int) -> Iterator[Verdict]:
    """The figures of the rows over a row that gives their totals, column by column."""
    document, text = article.document, article.document.text
    total = _row(document, line, _line_end(text, line))
    if total is None or total.label.lower() not in {"total", "totals"}:
        return
    rows = _rows_over(document, line)
    if any(len(row.figures) != len(total.figures) for row in rows):
        return
    labels = " ".join(row.label for row in rows)
    for column, stated in enumerate(total.figures):
        numbers = [figure for row in rows if (figure := row.figures[column])]
        if (
            stated
            and len(numbers) == len(rows) > 0
            # Beside other columns there are some that end in an average or a peak.
            and (len(total.figures) == 1 or _value(stated.text) > max(_value(number.text) for number in numbers))
        ):
            yield from _footed(numbers, stated, labels)


def _rows_over(document: Document, line: int) -> list[_Row]:
    """The rows right over a line, without the years that head them."""
    text = document.text
    rows: list[_Row] = []
    end = line - 1
    while end > 0 and len(rows) < ROWS:
        start = text.rfind("\n", 0, end) + 1
        row = _row(document, start, end)
        if row is not None:
            rows.append(row)
        elif rows or text[start:end].strip("|- :\t"):
            break
        end = start - 1
    if rows and all(figure is None or _YEAR.fullmatch(figure.text) for figure in rows[-1].figures):
        rows.pop()
    return rows[::-1]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _footed(numbers: Sequence[Span], total: Span, labels: str) -> Iterator[Verdict]:
    if len(numbers) < 2 or _SUBTOTAL.search(labels):
        return
    values = [_value(span.text) for span in (*numbers, total)]
    *figures, stated = values
    # Figures with decimals were rounded, each by up to half of its last place; so were shares.
    places = min(int(value.as_tuple().exponent) for value in values)
    slack = len(values) * Decimal(10) ** places / 2 if places < 0 or stated == WHOLE else Decimal(0)
    added = sum(figures, Decimal(0))
    spans = (total, *numbers)
    working = f"{' + '.join(number_in_words(value) for value in figures)} = {number_in_words(added)}"
    if abs(added - stated) <= slack:
        yield Accord(spans, working)
    else:
        yield Clash(
            spans,
            {"total": total.text, "sum": number_in_words(added)},
            working,
            repairs=(f"a total of {number_in_words(added)}",),
        )


def _value(number: str) -> Decimal:
    return Decimal(number.strip("£$€").replace(",", ""))
