"""A newsroom that never was: articles about events that several papers report, and claims by the million.

The same number makes the same articles every time. Most papers agree on an event;
some round, and one in twenty has another figure.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from factcheck.archive.rows import ClaimRow, number, read
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
#: One in so many figures is another one.
WRONG = 20
#: Of claims by the million, one in so many.
DIFFERENT = 1000
#: The share of these that is about one subject, as in the experiment by which the engines were chosen.
HOTTEST = 0.078
#: In days.
HALF_YEAR = 180
#: Stands in a record where the value goes.
VALUE = "<value>"


def articles(many: int, *, seed: int = 1) -> Iterator[Document]:
    """So many articles, an event after the other."""
    return islice(_articles(Random(seed)), many)  # noqa: S311 - nothing is to be kept secret


def _articles(random: Random) -> Iterator[Document]:
    at = 0
    while True:
        town = random.choice(BEGINNINGS) + random.choice(MIDDLES) + random.choice(MIDDLES) + random.choice(ENDS)
        _, words = random.choice(EVENTS)
        thing, day = random.choice(THINGS), BEGIN + timedelta(random.randrange(3000))
        facts = {
            "dead": random.randrange(2, 90),
            "hurt": random.randrange(100, 900),
            "people": random.randrange(20, 900) * 100,
        }
        opened = date(random.randrange(1890, 2010), random.randrange(1, 13), random.randrange(1, 29))
        for paper in random.sample(PAPERS, TOLD):
            told = {name: value if random.randrange(WRONG) else value * 2 + 1 for name, value in facts.items()}
            fill = {"town": town, "thing": thing, "day": _said(day), "opened": _said(opened), **told}
            mark = "".join(chr(ord("a") + int(digit)) for digit in str(at))
            # No two papers print the same words: a copy is no other source.
            signed = f"Our reporter signs this with {mark}."
            sentences = [words.format(**fill), *(sentence.format(**fill) for sentence in REST), signed]
            yield Document(f"{paper.lower()}-{at}.txt", " ".join(sentences), day + timedelta(random.randrange(3)))
            at += 1


def _said(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


class Model(NamedTuple):
    """A claim to make others of: its row, and its record."""

    row: ClaimRow
    #: With `VALUE` where the value stands.
    record: str


def claims(many: int, *, seed: int = 1, hottest: float = HOTTEST) -> Iterator[ClaimRow]:
    """So many claims, those of some articles with other subjects, times and values in their stead.

    Subjects follow a power law, and a block holds half a year of what is said of
    one. Each stands in an article of its own. `hottest` is the share of the claims that speak of the first subject. The
    words stay those of the articles: what is compared is the values.
    """
    random = Random(seed)  # noqa: S311 - as above
    models = list(_models(seed))
    subjects = max(10, many // 50)
    for at in range(many):
        subject = 0 if random.random() < hottest else 1 + int(subjects * random.random() ** 3)
        day = BEGIN.toordinal() + random.randrange(3000)
        true = 100 + (subject * 7919 + day // HALF_YEAR) % 900
        value = true if random.randrange(DIFFERENT) else true * 2 + random.randrange(50)
        yield _varied(models[subject % len(models)], at, subject, day, value)


def _models(seed: int) -> Iterator[Model]:
    for document in articles(40, seed=seed):
        for claim in read(document).claims:
            record = json.loads(claim.record)
            quantity = record["mention"].get("quantity")
            if quantity and claim.block_1:
                quantity |= {"lower": VALUE, "upper": VALUE, "printed": [VALUE]}
                yield Model(claim, json.dumps(record))


def _varied(model: Model, at: int, subject: int, day: int, value: int) -> ClaimRow:
    """The claim of a model with another subject, day and value."""
    half_year = str(day // HALF_YEAR)
    return model.row._replace(
        claim=number("claim", str(at)),
        source=number("source", str(at)),
        name=f"article-{at}.txt",
        day=day,
        lower=float(value),
        upper=float(value),
        block_1=number("block", str(subject), half_year),
        block_2=number("block", str(subject), half_year, "shifted"),
        block_3=None,
        record=model.record.replace(VALUE, str(value)),
    )
