"""Rows become articles again: as much of each as its claims rest on.

The words stand where they stood, so that offsets, lines and columns are those of
the file that was read; what stood between is blank.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date
from textwrap import shorten
from typing import TYPE_CHECKING

from factcheck.archive.problems import REBUILD, ArchiveError
from factcheck.archive.records import claim_of, start_of
from factcheck.model import Article, Document, Landmark, Origin
from factcheck.nouns import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.archive.records import Plain
    from factcheck.model import Claim, Sentence

#: So many letters of what is wrong with a damaged claim are shown.
MOST = 100


class ComparedRow(NamedTuple):
    """A claim that is to be compared, in a block and on a side of it."""

    block: int
    side: int
    lower: float
    upper: float
    #: How many claims take the side, of how many sources at most, and from when until when.
    claims: int
    sources: int
    first_day: int | None
    last_day: int | None
    #: What is kept of the claim.
    claim: int
    source: int
    name: str
    day: int | None
    line: int
    col: int
    landmark: str
    passage: str
    record: str
    block_1: int | None
    block_2: int | None
    block_3: int | None

    @property
    def read(self) -> ComparedRow:
        """The row without what the claim is made of: of millions, thousands are held at once."""
        return self._replace(passage="", record="")

    def meets(self, other: ComparedRow) -> bool:
        """Whether some value fits both."""
        return self.lower <= other.upper and other.lower <= self.upper


class Recalled(NamedTuple):
    """A claim, the row that it was made of, and as much of its article as is known."""

    row: ComparedRow
    claim: Claim
    article: Article


def recalled(rows: Iterable[ComparedRow]) -> list[Recalled]:
    """The claims of the rows, in the order of the names of their articles and of their places in them."""
    sources: defaultdict[int, dict[int, ComparedRow]] = defaultdict(dict)
    for row in rows:
        sources[row.source][row.claim] = row
    found = [one for of_source in sources.values() for one in _whole(tuple(of_source.values()))]
    return sorted(found, key=lambda one: (one.row.name, one.claim.mention.start, one.row.claim))


def _whole(rows: Sequence[ComparedRow]) -> list[Recalled]:
    """The same, or an `ArchiveError` where what is kept cannot be read: no database looks into its own texts."""
    try:
        return list(_article(rows))
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as problem:
        what = f"{type(problem).__name__}: {shorten(str(problem), MOST)}"
        raise ArchiveError(f"{rows[0].name}: what is kept of it is damaged ({what}). {REBUILD}") from problem


def _article(rows: Sequence[ComparedRow]) -> Iterator[Recalled]:
    """What is known of one article."""
    told = sorted(((json.loads(row.record), row) for row in rows), key=lambda one: one[0]["mention"]["start"])
    document = _document(told)
    sentences: dict[int, Sentence] = {}
    claims = tuple(_in_one_sentence(claim_of(plain, document), sentences) for plain, _ in told)
    read = tuple(sentences[start] for start in sorted(sentences))
    article = Article(document, read, tuple(claim.mention for claim in claims), claims)
    return (Recalled(row.read, claim, article) for (_, row), claim in zip(told, claims, strict=True))


def _in_one_sentence(claim: Claim, sentences: dict[int, Sentence]) -> Claim:
    """The claim in the sentence that other claims stand in too: checks ask whether it is the very same."""
    sentence = sentences.setdefault(claim.sentence.start, claim.sentence)
    base = claim.base and _in_one_sentence(claim.base, sentences)
    if sentence is claim.sentence and base is claim.base:
        return claim
    return replace(claim, sentence=sentence, base=base)


def _document(told: Sequence[tuple[Plain, ComparedRow]]) -> Document:
    """The article's words at their offsets, and the way from there to the lines and columns of its file."""
    text = ""
    for start, passage in sorted((start_of(plain), row.passage) for plain, row in told):
        text += " " * (start - len(text)) + passage[max(0, len(text) - start) :]
    file, runs = "", [(0, 0)]
    line, column = 1, 1
    for plain, row in told:
        start, end = plain["mention"]["start"], plain["mention"]["end"]
        if start < runs[-1][0] or (row.line, row.col) < (line, column):
            continue
        file += "\n" * (row.line - line) + " " * (row.col - (column if row.line == line else 1))
        runs.append((start, len(file)))
        file += text[start:end]
        line = row.line + text.count("\n", start, end)
        column = len(file) - file.rfind("\n")
    _, row = told[0]
    published = None if row.day is None else date.fromordinal(row.day)
    landmarks = tuple(Landmark(plain["mention"]["start"], row.landmark) for plain, row in told if row.landmark)
    return Document(row.name, text, published, origin=Origin(file, tuple(runs)), landmarks=landmarks)
