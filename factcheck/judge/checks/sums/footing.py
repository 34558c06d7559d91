"""Tables and lines of figures, and the totals that they must add up to."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from factcheck.attach.words import stem
from factcheck.judge.checks import check
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.judge.wording import number_in_words
from factcheck.model import Article, Role, Span
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Document

_NUMBER = r"[£$€]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[£$€]?\d+(?:\.\d+)?"
_LABEL = r"[^\W\d_][^\d\n,;:|.]{0,40}?"
#: A total and the figures before it: "North 12, South 8, East 5; total 25".
_TOTAL = regex(
    rf"total(?: of| is| was|:|,|(?: [a-z]+){{1,3}}:)? (?P<total>{_NUMBER})(?![\d,.]*\d|%|[a-z])", re.IGNORECASE
)
#: One of the figures before it that is no part of it.
_MEAN = regex(r"\b(?:average|mean|median)\b")
#: Before a figure of a sentence, which is no label: "three rounds of 70 and one of 66".
_NO_LABEL = regex(r"\b(?:of|at|for|by|to|from|than|then|minute|ages?|aged|under|over|times) [£$€]?\d")
_PARTS = regex(
    rf"(?<![\w,])(?:[A-Za-z]+: )?(?:{_LABEL}:? (?:{_NUMBER})(?:[,;.] (?:and )?| and | [–—-] )){{2,30}}(?:the |a |in )?$"
)
_PART = regex(rf" ({_NUMBER})(?=[,;.]| and | [–—-] )")
_ROW = regex(r"[| *•·]*(?P<label>[^\W\d_][^|\t\n:]{0,60}?)(?:[ *]*[|\t:]| (?=[£$€]?\d[\d,.]*$))(?P<cells>[^\n]*)")
_CELL = regex(r"[^|\t]+|(?<=\|)(?=\|)")
#: A figure may be followed by its unit ("87 km", "£16m"), or by what it counts: "120 visitors".
_FIGURE = regex(rf"[ *]*(?P<number>{_NUMBER}(?: ?(?:bn|m|k|km|kg|g|t|ha|MW|GW))?)(?: [a-z]{{3,}})?[ *]*")
_UNIT = regex(r"[a-zA-Z]*$")
_YEAR = regex(r"(?:19|20)\d\d")
#: Shares that were rounded to whole numbers add up to this, more or less.
WHOLE = 100
#: A table of fewer rows, or of fewer figures in each, does not show what its last column is.
LEAST_ROWS = 3
#: A line that is drawn as the row of a table.
_BARRED = regex(r"^(?:\|[^\n]*|[^\t\n]*\t[^\n]*)$", re.MULTILINE)
#: How far before its total a line of figures begins, in letters, and how many rows a table has.
STRETCH, ROWS = 400, 60
_TOTALS = frozenset({"total", "totals"})
#: A row that says so in more words ("Calls in all"), the line of it, and that of another total ("Total calls").
_IN_ALL = r"(?:in all|altogether|in total|all told)"
_LINE_IN_ALL = regex(rf"^[|*•· \t]*[^\W\d_][^\n|\t:]{{1,40}} {_IN_ALL}[ *]*[|\t:]", re.MULTILINE)
_NAMED = regex(rf"(?:.+ {_IN_ALL}|(?:grand |overall )?totals? (?P<of>[a-z]+))", re.IGNORECASE)
#: A slip leaves a total so named so near its figures, as a share of it; farther off something else is added up.
_LEAST, _MOST = Decimal("0.75"), Decimal("1.35")
#: What stands between two cells of a table.
EMPTY_LINE = "\n\n"
#: Rows that hold what others hold already.
_SUBTOTAL = regex(r"\b(?:sub-?total|of which|thereof|including|net|change|difference)\b", re.IGNORECASE)


@check("footing", of=Article, told_by=["total", "totals", "altogether", " in all", " all told", "|", "\t"])
def footing(article: Article) -> Iterator[Verdict]:
    """Every total of a table or of a line of figures, and whether the figures over it add up to it."""
    text = article.document.text
    at = text.find("otal")
    while at >= 0:
        line = text.rfind("\n", 0, at) + 1
        if not text[line : at - 1].strip("|*•· \t"):
            yield from _under_rows(article, line)
        else:
            yield from _in_line(article, max(line, at - STRETCH), at - 1)
        at = text.find("otal", at + 1)
    for found in _LINE_IN_ALL.finditer(text):
        if "total" not in found[0]:
            yield from _under_rows(article, found.start())
    for table in _tables_of_lines(article.document):
        yield from _across(table)
    for rows in _tables_of_cells(article.document) if article.document.blocks else ():
        first = 0
        for at, row in enumerate(rows):
            yield from _under(row, _without_heads(rows[first:at]))
            if not row.figures or row.label.strip().lower() in _TOTALS:
                first = at + 1


def _in_line(article: Article, start: int, at: int) -> Iterator[Verdict]:
    """The figures of a line, and the total that ends it."""
    document = article.document
    total = _TOTAL.match(document.text, at)
    listed = _PARTS.search(document.text[start:at]) if total else None
    if total and listed and not _MEAN.search(listed[0]) and not _NO_LABEL.search(listed[0]):
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
    """The figures of the rows over a line that gives their totals, column by column."""
    document, text = article.document, article.document.text
    total = _row(document, line, _line_end(text, line))
    if total is not None:
        yield from _under(total, _rows_over(document, line))


def _under(total: _Row, rows: Sequence[_Row]) -> Iterator[Verdict]:
    """The figures of rows that have a total below them, column by column."""
    if any(len(row.figures) != len(total.figures) for row in rows):
        return
    labels = " ".join(row.label for row in rows)
    is_plain = total.label.strip().lower() in _TOTALS
    if not is_plain and not _is_named(total.label, labels):
        return
    for column, stated in enumerate(total.figures):
        numbers = [figure for row in rows if (figure := row.figures[column])]
        if (
            stated
            and len(numbers) == len(rows) > 0
            # Beside other columns there are some that end in an average or a peak.
            and (len(total.figures) == 1 or _value(stated.text) > max(_value(number.text) for number in numbers))
            and (is_plain or _is_near(numbers, stated))
        ):
            yield from _footed(numbers, stated, labels)


def _is_named(label: str, labels: str) -> bool:
    """Whether a row gives the total of what the rows over it name: "Calls in all", "Total calls" under "Calls answered"."""
    found = _NAMED.fullmatch(label.strip(" *"))
    return found is not None and (found["of"] is None or stem(found["of"].lower()) in map(stem, labels.lower().split()))


def _is_near(numbers: Sequence[Span], stated: Span) -> bool:
    """Whether figures come near what they are said to make."""
    total = _value(stated.text)
    return _LEAST * total <= sum(_value(number.text) for number in numbers) <= _MOST * total


def _across(rows: Sequence[_Row]) -> Iterator[Verdict]:
    """The rows of a table whose last figure is what the others make, and the one row in which it is not."""
    filled = [[figure for figure in row.figures if figure] for row in rows]
    if len(rows) < LEAST_ROWS or any(
        len(figures) < max(LEAST_ROWS, len(row.figures)) for figures, row in zip(filled, rows, strict=True)
    ):
        return
    verdicts = [verdict for *parts, total in filled for verdict in _footed(parts, total, "")]
    wrong = [verdict for verdict in verdicts if isinstance(verdict, Clash)]
    if len(wrong) <= 1 < len(verdicts) - len(wrong) and all(_is_near(*_parts_and_total(one)) for one in wrong):
        yield from verdicts


def _parts_and_total(clash: Clash) -> tuple[Sequence[Span], Span]:
    total, *parts = clash.spans
    return parts, total


def _tables_of_lines(document: Document) -> Iterator[list[_Row]]:
    """The rows of tables that are drawn with bars or tabs: lines of as many figures, one under the other."""
    rows: list[_Row] = []
    for found in _BARRED.finditer(document.text):
        row = _row(document, *found.span())
        if row is None and not rows:
            continue
        if row is not None and rows and len(row.figures) != len(rows[0].figures):
            yield rows
            rows = []
        if row is not None:
            rows.append(row)
    yield rows


def _tables_of_cells(document: Document) -> Iterator[list[_Row]]:
    """The rows of tables whose file says what a cell is: each is a cell of words with the figures behind it."""
    rows: list[_Row] = []
    end = -1
    for block in document.blocks:
        if block.role is not Role.CELL:
            continue
        if block.start - end > len(EMPTY_LINE) and rows:
            yield rows
            rows = []
        end = block.end
        cell = _FIGURE.fullmatch(document.text, block.start, block.end)
        if cell is None:
            rows.append(_Row(document.text[block.start : block.end], ()))
        elif rows:
            figures = (*rows[-1].figures, Span(document, *cell.span("number")))
            rows[-1] = rows[-1]._replace(figures=figures)
    yield rows


def _without_heads(rows: Sequence[_Row]) -> list[_Row]:
    """Rows without the cells of words, or of years, that head them."""
    while rows and all(figure is None or _YEAR.fullmatch(figure.text) for figure in rows[0].figures):
        rows = rows[1:]
    return list(rows)


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
    return _without_heads(rows[::-1])


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _footed(numbers: Sequence[Span], total: Span, labels: str) -> Iterator[Verdict]:
    units = {_unit(span.text) for span in (*numbers, total)}
    if len(numbers) < 2 or len(units) > 1 or _SUBTOTAL.search(labels):
        return
    values = [_value(span.text) for span in (*numbers, total)]
    *figures, stated = values
    # Figures with decimals or in a unit were rounded, each by up to half of its last place; so were shares.
    places = min(int(value.as_tuple().exponent) for value in values)
    is_rounded = places < 0 or stated == WHOLE or units != {""}
    slack = len(values) * Decimal(10) ** places / 2 if is_rounded else Decimal(0)
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


def _value(figure: str) -> Decimal:
    return Decimal(figure.removesuffix(_unit(figure)).strip("£$€ ").replace(",", ""))


def _unit(figure: str) -> str:
    found = _UNIT.search(figure)
    return found[0] if found else ""
