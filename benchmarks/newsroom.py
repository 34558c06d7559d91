"""A newsroom that never was: articles about events that several papers report, and claims by the million.

The same number makes the same articles every time. Most papers agree on an event;
one figure in twenty is another one, which is far more than in published news.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from importlib import import_module
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, Any

from factcheck.align.names import names_of
from factcheck.archive.records import number
from factcheck.archive.rows import ClaimRow, read
from factcheck.archive.tables import table
from factcheck.model import Document

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What towns are called: a beginning, a middle and an end make some thousands.
BEGINNINGS = "Bal Cor Dun Esk Far Gal Hol Ing Kel Lan Mor Nor Ost Pel Rav Sal Tor Ul Var Wes".split()
MIDDLES = "a e i o u an en in or us".split()
ENDS = "borough bridge by dale field ford ham haven holm mere minster mouth port stead ton vale wick wood".split()
#: What happens, what it happens to, and how that is told.
EVENTS = (
    ("fire", "A fire at a {thing} in {town} killed {dead} people and injured {hurt} on {day}, police said."),
    ("explosion", "An explosion at a {thing} in {town} on {day} killed {dead} people. {hurt} people were injured."),
    ("flood", "A flood killed {dead} people in {town} on {day}. {hurt} people were injured near the {thing}."),
)
THINGS = "warehouse bakery school depot library market sawmill hotel theatre brewery".split()
PAPERS = "Post Herald Courier Tribune Argus Gazette Echo Mercury".split()
REST = (
    "{town} is a town of {people:,} people.",
    "The {town} bridge opened on {opened}.",
    "Rebuilding the {thing} in {town} will cost nothing this year, the mayor of {town} said.",
    "Neighbours brought blankets and tea, and the road along the river stayed closed until dusk.",
    "Nobody at the office of the owners answered the telephone, and the gates were shut.",
)
#: The first of all days.
BEGIN = date(2015, 1, 1)
#: So many papers tell of an event.
TOLD = 5
#: One in so many figures is another one: more than is told wrongly, to have much to compare.
WRONG = 20
#: So that as many conflicts come of it as of published news: one of sixty articles, of unrelated ones (33 of 2,000) and of those about
#: one event (13 of 770).
WRONG_IN_NEWS = 150
#: Of claims by the million, one in so many.
DIFFERENT = 1000
#: The share of these that is about one subject, as in the experiment by which the engines were chosen.
HOTTEST = 0.078
#: In days.
HALF_YEAR = 180
#: Shorter words of a name are kept when it is changed.
SHORTEST = 4
#: Stands in a record where the value goes.
VALUE = "<value>"


def articles(many: int, *, seed: int = 1, wrong: int = WRONG) -> Iterator[Document]:
    """So many articles, an event after the other; one figure in so many is wrong."""
    return islice(_articles(Random(seed), wrong), many)  # noqa: S311 - nothing is to be kept secret


def _articles(random: Random, wrong: int) -> Iterator[Document]:
    at = 0
    while True:
        town = random.choice(BEGINNINGS) + random.choice(MIDDLES) + random.choice(MIDDLES) + random.choice(ENDS)
        _, words = random.choice(EVENTS)
        people, opened = _of_town(town)
        thing, day = random.choice(THINGS), BEGIN + timedelta(random.randrange(3000))
        facts = {
            "dead": random.randrange(2, 90),
            "hurt": random.randrange(100, 900),
            "people": people,
        }
        for paper in random.sample(PAPERS, TOLD):
            told = {name: value if random.randrange(wrong) else value * 2 + 1 for name, value in facts.items()}
            fill = {"town": town, "thing": thing, "day": _said(day), "opened": _said(opened), **told}
            mark = "".join(chr(ord("a") + int(digit)) for digit in str(at))
            # No two papers print the same words: a copy is no other source.
            signed = f"Our reporter signs this with {mark}."
            sentences = [words.format(**fill), *(sentence.format(**fill) for sentence in REST), signed]
            yield Document(f"{paper.lower()}-{at}.txt", " ".join(sentences), day + timedelta(random.randrange(3)))
            at += 1


def _of_town(town: str) -> tuple[int, date]:
    """How many people a town has, and when its bridge opened: the same whatever happens there."""
    at = number("town", town)
    return 2000 + at % 880 * 100, date(1890, 1, 1) + timedelta(at // 880 % 43_800)


def _said(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def renamed(document: Document, copy: int) -> Document:
    """The article with other names, the same ones in every article of the same copy."""
    text, at = [], 0
    for name in names_of(document.text, 0, len(document.text)):
        text += [document.text[at : name.start], " ".join(_other_name(word, copy) for word in name.text.split(" "))]
        at = name.start + len(name.text)
    return replace(
        document, name=f"{copy}/{document.name}", text="".join([*text, document.text[at:]]), blocks=(), origin=None
    )


@lru_cache(maxsize=1 << 16)
def _other_name(word: str, copy: int) -> str:
    """A made-up name for a word of a name; short words and figures stay, and so does what follows an apostrophe."""
    if len(word) < SHORTEST or not word.isalpha():
        return word
    at = number("name", word, str(copy))
    return (
        BEGINNINGS[at % len(BEGINNINGS)]
        + MIDDLES[at // 20 % len(MIDDLES)]
        + MIDDLES[at // 200 % len(MIDDLES)]
        + ENDS[at // 2000 % len(ENDS)]
    )


def claims(many: int, *, seed: int = 1, told: int = 1, first: int | None = None) -> Any:
    """So many claims, or the first of them, as DuckDB answers: those of some articles with other subjects, times and values in their stead.

    Subjects follow a power law, and a block holds half a year of what is said of one. So many are told
    in an article. The words stay those of the articles: what is compared is the values.
    """
    connection = import_module("duckdb").connect(":memory:")
    models = list(_models())
    connection.register("models", table(models, ClaimRow).append_column("model", [range(len(models))]))
    return connection.sql(
        _CLAIMS.format(
            many=many if first is None else first,
            step=NUMBERS // (many + 1),
            half=NUMBERS // 2,
            seed=seed,
            told=told,
            subjects=max(10, many // 50),
            hottest=HOTTEST,
            begin=BEGIN.toordinal(),
            half_year=HALF_YEAR,
            different=DIFFERENT,
            models=len(models),
            value=VALUE,
        )
    )


#: As many numbers as claims and articles may have.
NUMBERS = 2**64
#: Claims and articles have numbers in order, and those of two seeds fall between each other.
_CLAIMS = """
WITH drawn AS (
    SELECT nth, nth // {told} AS article,
        CASE
            WHEN hash({seed}, nth, 'hot') / {half}.0 < 2 * {hottest} THEN 0
            ELSE 1 + CAST(floor({subjects} * power(hash({seed}, nth, 'subject') / {half}.0 / 2, 3)) AS BIGINT)
        END AS subject,
        CAST({begin} + hash({seed}, nth // {told}, 'day') % 3000 AS BIGINT) AS day
    FROM range({many}) AS numbers (nth)
), valued AS (
    SELECT *, day // {half_year} AS half_year, 100 + (subject * 7919 + day // {half_year}) % 900 AS usual FROM drawn
), told AS (
    SELECT *, CASE WHEN hash({seed}, nth, 'wrong') % {different} = 0 THEN usual * 2 + nth % 50 ELSE usual END AS told FROM valued
)
SELECT
    CAST({step}::HUGEINT * nth + {seed} - {half} AS BIGINT) AS claim,
    CAST({step}::HUGEINT * article * {told} + {seed} - {half} AS BIGINT) AS source,
    told.day,
    CAST(told AS DOUBLE) AS lower,
    CAST(told AS DOUBLE) AS upper,
    CAST(hash(subject, half_year) // 2 AS BIGINT) AS block_1,
    CAST(hash(subject, half_year, 'again') // 2 AS BIGINT) AS block_2,
    CAST(NULL AS BIGINT) AS block_3,
    'article-{seed}-' || article AS name,
    line, col, landmark, passage, words,
    'subject' || subject AS subjects,
    replace(record, '{value}', CAST(told AS VARCHAR)) AS record
FROM told JOIN models ON model = subject % {models}
"""


def _models() -> Iterator[ClaimRow]:
    """Claims to make others of, each with `VALUE` where its value stands in its record."""
    for document in articles(40):
        for claim in read(document).claims:
            record = json.loads(claim.record)
            quantity = record["mention"].get("quantity")
            if quantity and claim.block_1:
                quantity |= {"lower": VALUE, "upper": VALUE, "printed": [VALUE]}
                yield claim._replace(record=json.dumps(record))
