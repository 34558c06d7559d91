"""What an article comes to in the tables of SQLite, row by row in their order, and how it is added to what is there."""

from __future__ import annotations

from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING

from factcheck.archive.rows import ClaimRow
from factcheck.archive.texts import turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.archive.rows import Read

#: The columns of `recorded`: those of a claim, without what its article has once for all.
RECORDED = tuple(name for name in ClaimRow._fields if name not in {"name", "day"})
#: A source that is new tells a value.
_TELL = """
INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (block, lower, upper) DO UPDATE SET
    claims = claims + excluded.claims,
    sources = sources + excluded.sources,
    first_day = MIN(COALESCE(first_day, excluded.first_day), COALESCE(excluded.first_day, first_day)),
    last_day = MAX(COALESCE(last_day, excluded.last_day), COALESCE(excluded.last_day, last_day)),
    low_source = MIN(low_source, excluded.low_source),
    high_source = MAX(high_source, excluded.high_source)
"""
_COUNT_UP = "INSERT INTO words (word, sentences) VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET sentences = sentences + excluded.sentences"
INTO = {
    "sources": "INSERT INTO sources VALUES (?, ?, ?, ?, ?)",
    "recorded": f"INSERT OR IGNORE INTO recorded VALUES ({', '.join('?' * len(RECORDED))})",
    "places": "INSERT OR IGNORE INTO places VALUES (?, ?, ?, ?, ?, ?)",
    "told": _TELL,
    "named": "INSERT OR IGNORE INTO named VALUES (?, ?)",
    "words": _COUNT_UP,
    "said": "INSERT INTO said VALUES (?, ?, ?)",
    "turning": "INSERT INTO turning VALUES (?, ?, ?)",
}


def entries(articles: Sequence[Read]) -> dict[str, Iterable[Sequence[object]]]:
    """What is added to each table; rows in the order of theirs write each page once."""
    claims = [claim for article in articles for claim in article.claims]
    texts = sorted(article.text for article in articles if article.text)
    return {
        "sources": [article.source for article in articles],
        "recorded": map(_recorded, sorted(claims, key=itemgetter(0))),
        "places": _places(claims),
        "told": _told(articles),
        "named": _named(claims),
        "words": words_in(claim.words for claim in claims).items(),
        "said": [(row.source, row.about, row.text) for row in texts],
        "turning": sorted(turn for row in texts for turn in turns(row)),
    }


#: What is kept of a claim, in the order of the columns. The first names it.
_recorded = itemgetter(*map(ClaimRow._fields.index, RECORDED))


def _places(claims: Iterable[ClaimRow]) -> list[tuple[object, ...]]:
    """A row for each block of each claim, in the order of the table."""
    return sorted((*place, claim.claim, claim.source, claim.day) for claim in claims for place in claim.places)


def _told(articles: Iterable[Read]) -> list[tuple[object, ...]]:
    """A row for each value of each block that an article tells, in the order of the table."""
    found: list[tuple[object, ...]] = []
    for source, claims, _ in articles:
        told = Counter(place for claim in claims for place in claim.places)
        of_source = 1, source.day, source.day, source.source, source.source
        found += ((*place, times, *of_source) for place, times in told.items())
    return sorted(found, key=itemgetter(0, 1, 2))


def _named(claims: Iterable[ClaimRow]) -> list[tuple[str, int]]:
    return sorted((code, claim.claim) for claim in claims for code in claim.subjects.split("\n") if code)


def words_in(sentences: Iterable[str | None]) -> Counter[str]:
    """In how many of the sentences each word stands; under the empty word, how many there are."""
    counts: Counter[str] = Counter()
    for words in sentences:
        if words is not None:
            counts.update(["", *words.split()])
    return counts
