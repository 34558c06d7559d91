"""Captions and tables, held against the text that they stand beside."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from factcheck.attach.events import ONCE
from factcheck.attach.words import EMPTY, stem
from factcheck.extract.lexicon.function_words import OF_THE
from factcheck.judge.agreement import Fit, agree
from factcheck.judge.checks import check
from factcheck.judge.checks.headlines.fact_boxes import block_of, fact_boxes
from factcheck.judge.checks.headlines.grids import beside_grids
from factcheck.judge.checks.headlines.tolls import tolls
from factcheck.judge.checks.parts import BODY, CAPTION, TABLE, label_of, mentions_in, parts, sentence_at
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import COUNTED, Article, Bound, Kind, Quantity, Role
from factcheck.nouns import NamedTuple
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Claim, Mention, Sentence

_AMOUNTS = frozenset({Kind.COUNT, Kind.QUANTITY, Kind.MONEY, Kind.PERCENTAGE})
#: A noun that more amounts of the text belong to stands for several things.
SEVERAL = 3
#: What makes an amount that of a change, of a part, or of another state.
OTHER_SCOPES = frozenset({"change", "added", "part", "former", "contrasted"})
#: Behind these, one person has so many of them.
_SOMEBODYS = (" his ", " her ")
_PERSON = regex(r"\b[A-Z][a-z’'-]+ [A-Z][a-z’'-]+\b")
_SOME_OF = regex(rf" {OF_THE}\b", re.IGNORECASE)
#: Before a figure, these tell that it is of another thing of the same name: "the old 200-metre bridge".
_ANOTHER = regex(
    r"\b(?:old|older|former|first|second|other|another|original|earlier|previous|smaller|larger|similar) $",
    re.IGNORECASE,
)
#: In a sentence, these tell that a table's figure is of another one, or of another time.
_OTHER_STATE = regex(
    r"\b(?:old|older|former|first|second|other|another|original|originally|earlier|previous|in (?:1\d|20)\d\d)\b",
    re.IGNORECASE,
)
#: One of two figures of one thing is at most so many times the other.
FEW = 4
#: Where one of them is said to be rough, they differ if one is more than so many times the other.
ROUGHLY = 2

_WORD = regex(r"[^\W\d_]+")
#: How far before a year the words stand that tell what was then, in letters, and so many of them say so.
_BEFORE_YEAR, _TELLING = 40, 2


@check("beside-text", of=Article)
def beside_text(article: Article) -> Iterator[Verdict]:
    """Each amount of a caption or a table, if the text has amounts of the same, and none of them agrees."""
    told: Sequence[tuple[str, Sentence]] = parts(article)
    if boxed := fact_boxes([sentence for part, sentence in told if part == BODY]):
        told = [(TABLE if part == BODY and block_of(sentence) in boxed else part, sentence) for part, sentence in told]
    part_of = {sentence.start: part for part, sentence in told if part in (CAPTION, TABLE)}
    yield from _grids_beside(article)
    if not part_of:
        return
    yield from _tolls_beside(article, told)
    body = [claim for claim in article.claims if not claim.withheld and claim.sentence.start not in part_of]
    body = [claim for claim in body if _counts_all(claim)]
    by_noun: defaultdict[tuple[Kind, str], list[Mention]] = defaultdict(list)
    for claim in body:
        by_noun[claim.mention.kind, claim.attribute].append(claim.mention)
    for noun, mention in _captioned(article.claims, part_of):
        rivals = by_noun.get((mention.kind, noun), [])
        if article.document.text.endswith(_SOMEBODYS, 0, mention.start):
            rivals = [rival for rival in rivals if _has_one_name(mention, rival, article)]
        yield from _beside(CAPTION, mention, rivals)
    yield from _years_beside(told, article)
    yield from _years_captioned(told, article)
    entries = [*_labelled(told, article), *_cells(told, article)]
    stems = {claim.sentence.start: _stems(claim.sentence.text) for claim in body} if entries else {}
    for entry in entries:
        alike = [claim for claim in body if entry.label <= stems[claim.sentence.start] and _is_of(entry, claim)]
        yield from _beside(TABLE, entry.mention, [claim.mention for claim in alike])


def _tolls_beside(article: Article, told: Sequence[tuple[str, Sentence]]) -> Iterator[Verdict]:
    """What captions count by what became of them, against what the text counts."""
    captioned = [number for part, sentence in told if part == CAPTION for number in tolls(sentence)]
    if not captioned:
        return
    from factcheck.judge.checks.headlines.told_below import contradicting, said_too, whole  # noqa: PLC0415 - few captions count

    body = [number for part, sentence in told if part == BODY for number in tolls(sentence)]
    for number in captioned:
        rivals = [rival for rival in body if rival.fate == number.fate]
        is_part = _SOME_OF.match(article.document.text, number.span.end)
        if is_part or not rivals or said_too(number, rivals, article):
            continue
        if rival := contradicting(number, rivals, article):
            beside, text = whole(number.span, article), whole(rival.span, article)
            yield Clash(
                (beside, text),
                {"beside": beside.text, "text": text.text},
                repairs=(f"“{text.text}” in the caption", f"“{beside.text}” in the text"),
            )


def _captioned(claims: Sequence[Claim], part_of: dict[int, str]) -> Iterator[tuple[str, Mention]]:
    """The amounts of captions, each with its noun."""
    for claim in claims:
        is_named = _PERSON.search(claim.sentence.text) is not None
        if (
            part_of.get(claim.sentence.start) == CAPTION
            and claim.mention.kind in _AMOUNTS
            and _counts_all(claim, by_name=is_named)
        ):
            yield claim.attribute, claim.mention


def _counts_all(claim: Claim, *, by_name: bool = False) -> bool:
    """Whether it is an amount of all that its noun stands for, as that is now; what one person has, if `by_name`."""
    mention = claim.mention
    return (
        mention.kind in {*_AMOUNTS, Kind.NUMBER}
        and mention.quantity is not None
        and not claim.scope & OTHER_SCOPES
        and not _SOME_OF.search(mention.text)
        and not (
            _SOME_OF.match(mention.document.text, mention.end)
            and not mention.document.text.endswith((" the ", " its "), 0, mention.start)
        )
        and (by_name or not mention.document.text.endswith(_SOMEBODYS, 0, mention.start))
        and not _ANOTHER.search(mention.document.text, claim.sentence.start, mention.start)
    )


def _has_one_name(mention: Mention, rival: Mention, article: Article) -> bool:
    """Whether the sentences of two amounts name one person."""
    named = _PERSON.search(sentence_at(article, mention.start).text)
    return named is not None and named[0] in sentence_at(article, rival.start).text


def _grids_beside(article: Article) -> Iterator[Verdict]:
    """The amounts of tables with heads, against those of the text that are of the same row and column."""
    for cell, rival, is_same in beside_grids(article):
        spans = (cell.span, rival.span)
        if is_same:
            yield Accord(spans, f"the text too has {rival.text}", cause=_CAUSES[TABLE])
        else:
            yield Clash(spans, {"beside": cell.text, "text": rival.text}, cause=_CAUSES[TABLE])


class _Entry(NamedTuple):
    """An amount of a table, and the stems of the words that say what it is of."""

    label: frozenset[str]
    #: The stems of the word that heads its column.
    head: frozenset[str]
    mention: Mention


def _labelled(told: Sequence[tuple[str, Sentence]], article: Article) -> Iterator[_Entry]:
    """The amounts of a table that is told in a line: "Table: turnout 61%, seats 120"."""
    for part, sentence in told:
        if part == TABLE and sentence.role is not Role.CELL:
            at = sentence.start + len(label_of(sentence))
            for mention in mentions_in(article, sentence.start, sentence.end):
                label = _stems(_label(sentence.document.text[at : mention.start]))
                at = mention.end
                if label and mention.quantity:
                    yield _Entry(label, frozenset(), mention)


def _label(before: str) -> str:
    """The words that say what an amount of a table is: on its line, behind the table's own label ("Table: length 4 km")."""
    line = before.rpartition("\n")[2]
    return line[:-2] if line.endswith(": ") else line.rpartition(":")[2]


def _years_beside(told: Sequence[tuple[str, Sentence]], article: Article) -> Iterator[Verdict]:
    """The years that a table gives for what happens once ("Founded 1987"), against those of the text."""
    for part, sentence in told:
        for mention in mentions_in(article, sentence.start, sentence.end) if part == TABLE else ():
            label = _stems(_label(sentence.document.text[sentence.start : mention.start]))
            year = _year(mention)
            events = {f"event:{ONCE[word]}" for word in label & ONCE.keys()} if year and len(label) == 1 else set()
            rivals = [
                claim.mention
                for claim in article.claims
                if claim.attribute in events and claim.sentence is not sentence
            ]
            years = {_year(rival) for rival in rivals} - {None}
            if len(years) == 1:
                spans = (mention.span, rivals[0].span)
                if year in years:
                    yield Accord(spans, f"both are {year}", cause=_CAUSES[TABLE])
                else:
                    yield Clash(spans, {"beside": mention.text, "text": rivals[0].text}, cause=_CAUSES[TABLE])


def _years_captioned(told: Sequence[tuple[str, Sentence]], article: Article) -> Iterator[Verdict]:
    """The years that captions give ("the bell, cast in 1902"), against those that the text gives for the same in the same words."""
    captioned = [one for part, sentence in told if part == CAPTION for one in _years_told(sentence, article)]
    body = (
        [one for part, sentence in told if part == BODY for one in _years_told(sentence, article)] if captioned else []
    )
    known = {_year(mention) for _, mention in body}
    for words, mention in captioned:
        rivals = [rival for others, rival in body if others[-1] == words[-1] and len({*words} & {*others}) >= _TELLING]
        if rivals and _year(mention) not in known and len({*map(_year, rivals)}) == 1:
            yield Clash((mention.span, rivals[0].span), {"beside": mention.text, "text": rivals[0].text})


def _years_told(sentence: Sentence, article: Article) -> Iterator[tuple[list[str], Mention]]:
    """The years of a sentence, each with the stems of the words before it that tell what was then."""
    text = sentence.document.text
    for mention in mentions_in(article, sentence.start, sentence.end):
        before = text[max(sentence.start, mention.start - _BEFORE_YEAR) : mention.start] if _year(mention) else ""
        words = [stem(word) for word in _WORD.findall(before.lower()) if word not in EMPTY]
        if len(words) >= _TELLING and before.endswith((" in ", " since ")):
            yield words, mention


def _year(mention: Mention) -> int | None:
    printed = mention.printed_date if mention.kind is Kind.DATE else None
    return printed.year if printed else None


def _cells(told: Sequence[tuple[str, Sentence]], article: Article) -> Iterator[_Entry]:
    """The amounts that stand alone in a cell to the right of a cell of words, in tables of two columns."""
    cells = [sentence for _, sentence in told if sentence.role is Role.CELL]
    rows = {cell.paragraph for cell in cells}
    head: frozenset[str] = frozenset()
    for label, cell, after in zip(cells, cells[1:], [*cells[2:], None], strict=False):
        said = mentions_in(article, cell.start, cell.end)
        if label.paragraph - 1 not in rows:
            head = _stems(cell.text)
        if len(said) != 1 or mentions_in(article, label.start, label.end):
            continue
        if after is not None and after.paragraph == cell.paragraph + 1 and mentions_in(article, after.start, after.end):
            continue
        if (words := _stems(label.text)) and said[0].quantity:
            yield _Entry(words, head, said[0])


def _stems(words: str) -> frozenset[str]:
    """The stems of the words that say what something is; "long" is a length."""
    known = (word for word in _WORD.findall(words.lower()) if word in _MEASURED or word not in EMPTY)
    return frozenset(_MEASURED.get(word, stem(word)) for word in known)


def _is_of(entry: _Entry, claim: Claim) -> bool:
    """Whether an amount of the text is of what an entry of a table is of."""
    one, other = entry.mention, claim.mention
    if not (one.quantity and other.quantity) or _OTHER_STATE.search(claim.sentence.text):
        return False
    if one.kind is other.kind and one.quantity.unit == other.quantity.unit:
        return True
    # "Seats | 120" has no noun of its own: it stands at the head, or in the label.
    bare = {one.kind, other.kind} <= COUNTED
    return bare and _stems(f"{one.quantity.unit} {other.quantity.unit}") <= entry.label | entry.head


def _beside(part: str, mention: Mention, rivals: Sequence[Mention]) -> Iterator[Verdict]:
    """What comes of an amount and those of the text that are of the same, unless the text has many."""
    quantity = mention.quantity
    if not 1 <= len(rivals) <= SEVERAL:
        return
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
    if not {one.bound, other.bound} <= {Bound.EXACT, Bound.ABOUT} or (
        one.unit and other.unit and one.unit != other.unit
    ):
        return False
    low, high = sorted((abs(one.value), abs(other.value)))
    roughly = Bound.ABOUT in {one.bound, other.bound}
    return (ROUGHLY if roughly else 1) * low < high <= FEW * low


#: What measures are called where they are said: "the bridge is 230 m long".
_MEASURED = {
    word: stem(measure)
    for measure, words in {
        "length": "long",
        "height": "high tall",
        "width": "wide",
        "weight": "weigh weighs weighed",
        "age": "aged old",
        "speed": "fast",
        "area": "covers cover covered covering",
        "population": "inhabitants residents",
        "cost": "costs costing",
        "depth": "deep",
    }.items()
    for word in words.split()
}
_CAUSES = {CAPTION: "", TABLE: "table"}
