"""What every engine is asked, in SQL so plain that all of them answer the same.

No window functions, no CASE, no functions of ours and no hashes: there engines
differ. What is left is grouping and joining; the rest is done in Python, by the
same functions for all (`values.py`, `comparing.py`).

Joins are written as CROSS JOIN with a WHERE: SQLite then starts with the small
table, and the others find the best order by themselves.

The tables are

    places (block, lower, upper, claim, source, day)   a row for each block of each claim
    claims (claim, source, name, day, line, col, landmark, passage, record, block_1, block_2, block_3)
    torn (block)                                       what TORN finds
    told (block, lower, upper, claims, low_source, high_source)    what VALUES finds
    words (word, sentences)                            in how many sentences each word stands; the empty word: how many there are
    sought (source), spelled (word)                    which articles and words are of interest
    asked (block)                                      which blocks are of interest
    texts (source, name, day, about, text)             what articles say, beside their claims: no other statement looks at it
    members (at, source)                               which articles are in which group
    kept (block, side, lower, upper, until, claims, sources, first_day, last_day)   which values are compared, and what is told of their sides
"""

from __future__ import annotations

from itertools import pairwise

#: The places of claims, where there is no table of them.
PLACES = """
SELECT block_1 AS block, lower, upper, claim, source, day FROM claims WHERE block_1 IS NOT NULL
UNION ALL
SELECT block_2 AS block, lower, upper, claim, source, day FROM claims WHERE block_2 IS NOT NULL
UNION ALL
SELECT block_3 AS block, lower, upper, claim, source, day FROM claims WHERE block_3 IS NOT NULL
"""
#: The blocks, of those with numbers in some range, in which two values may be told that no number fits: it may also be one
#: source that tells them. Most blocks are not among these, and the narrower what is kept of each, the more of them fit memory.
TORN = """
SELECT block
FROM places
WHERE block BETWEEN {} AND {}
GROUP BY block
HAVING MAX(lower) > MIN(upper)
"""
#: How often each value is told in those.
VALUES = """
SELECT places.block, places.lower, places.upper, COUNT(*) AS claims, MIN(places.source) AS low_source,
       MAX(places.source) AS high_source
FROM torn
CROSS JOIN places
WHERE places.block = torn.block
GROUP BY places.block, places.lower, places.upper
"""
_OF_A_VALUE = """
SELECT asked.block, places.lower, places.upper, COUNT(*) AS claims, COUNT(DISTINCT places.source) AS sources,
       MIN(places.day) AS first_day, MAX(places.day) AS last_day
"""
#: A block is grouped as it was asked for: SQLite then need not sort.
_OF_ASKED = """
FROM asked
CROSS JOIN places
WHERE places.block = asked.block
GROUP BY asked.block, places.lower, places.upper
"""
#: The same of some blocks, and how many sources tell them, and from when until when.
VALUES_OF = _OF_A_VALUE + _OF_ASKED
#: All of this together, as it is kept where articles come one by one.
COUNTED = f"{_OF_A_VALUE}, MIN(places.source) AS low_source, MAX(places.source) AS high_source {_OF_ASKED}"

#: The values of the blocks in which two sources tell values that no number fits.
#: Two ranges of a block do not meet exactly if its highest lower end is above its lowest upper end.
CONFLICT = """
SELECT told.block, told.lower, told.upper, told.claims
FROM told
JOIN (
    SELECT block
    FROM told
    GROUP BY block
    HAVING MAX(lower) > MIN(upper) AND MIN(low_source) < MAX(high_source)
) AS torn ON torn.block = told.block
"""

#: The claims that are compared, each with its side.
COMPARED = """
SELECT kept.block, kept.side, kept.lower, kept.upper, kept.claims, kept.sources, kept.first_day, kept.last_day,
       claims.claim, claims.source, claims.name, claims.day, claims.line, claims.col,
       claims.landmark, claims.passage, claims.record,
       claims.block_1, claims.block_2, claims.block_3
FROM kept
CROSS JOIN places
CROSS JOIN claims
WHERE places.block = kept.block AND places.lower = kept.lower AND places.upper = kept.upper
  AND places.claim <= kept.until
  AND claims.claim = places.claim
"""
#: All that COMPARED and SIBLINGS look up, where that takes a look at everything.
NEAR = """
SELECT claims.*
FROM claims
WHERE claims.source IN (SELECT sought.source FROM sought)
   OR claims.claim IN (
       SELECT places.claim
       FROM kept
       CROSS JOIN places
       WHERE places.block = kept.block AND places.lower = kept.lower AND places.upper = kept.upper
         AND places.claim <= kept.until
   )
"""
#: With that, what belongs together stands together: the claims of a block, or of an article.
IN_ORDER = "ORDER BY 1"


_ALL = """
SELECT claims.source, 0, claims.lower, claims.upper, 1, 1, claims.day, claims.day,
       claims.claim, claims.source, claims.name, claims.day, claims.line, claims.col,
       claims.landmark, claims.passage, claims.record,
       claims.block_1, claims.block_2, claims.block_3
"""
#: All claims about a subject, as if each article were a block.
NAMED = f"{_ALL} FROM named CROSS JOIN claims WHERE named.code = ? AND claims.claim = named.claim"
#: All claims of some articles.
SIBLINGS = f"{_ALL} FROM sought CROSS JOIN claims WHERE claims.source = sought.source "
#: What the articles of groups say.
TEXTS = """
SELECT members.at, texts.source, texts.name, texts.day, texts.about, texts.text
FROM members
CROSS JOIN texts
WHERE texts.source = members.source
"""
#: In how many sentences words stand.
WORDS_OF = """
SELECT words.word, words.sentences
FROM spelled
CROSS JOIN words
WHERE words.word = spelled.word
"""


def ranges(parts: int) -> list[tuple[int, int]]:
    """All numbers of 64 bits, in so many ranges of about one length.

    >>> ranges(2)
    [(-9223372036854775808, -1), (0, 9223372036854775807)]
    """
    ends = [2**64 * part // parts - 2**63 for part in range(parts + 1)]
    return [(first, last - 1) for first, last in pairwise(ends)]
