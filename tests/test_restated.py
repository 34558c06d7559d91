"""What a draft may print for what its source prints: rounded, hedged, converted, or worked out."""

from __future__ import annotations

import pytest

from factcheck.judge.checks.across.figures.derived import worked_out
from factcheck.judge.checks.across.figures.restated import restated
from factcheck.judge.verdicts import Accord
from factcheck.model import Document
from factcheck.pipeline import extract

SAYS = [
    ("7K", "7,114"),
    ("7,000 people", "7,114 people"),
    ("more than 40 people", "43 people"),
    ("nearly 50 people", "48 people"),
    ("about 4%", "4.1%"),
    ("4%", "3.96%"),
    ("$1.7 billion", "$1.65 billion"),
    ("$13,625,777", "$13.6 million"),
    ("40 miles", "64 km"),
    ("two years", "24 months"),
    ("the 1980s", "1985"),
    ("1894", "20 February 1894"),
    ("in May", "26 May 1970"),
    ("$90 to $100", "$90 to $100"),
    ("$100", "$90 to $100"),
    ("£8,030", "more than £8,000"),
]
DIFFERS = [
    ("4.7%", "4.1%"),
    ("$190", "$185"),
    ("20 years", "18 years"),
    ("$950 million", "$946 million"),
    ("32,500 people", "32,000 people"),
    ("more than 200 people", "more than 100 people"),
    ("$2,000", "$1,500"),
    ("$95 to $100", "$90 to $100"),
    ("$200", "$90 to $100"),
    ("50 miles", "64 km"),
    ("2012", "2011"),
    ("Monday", "Tuesday"),
    ("December", "26 May 1970"),
    ("Q4 2020", "the third quarter of 2020"),
    ("the 6th century", "the 16th century"),
    ("about 59 people", "nearly 50 people"),
    ("below $30 million", "below $25 million"),
    ("about $7.60", "about $7.50"),
    ("six months", "one year"),
]
NEITHER = [
    ("Tuesday", "2 May"),
    ("16,000 fans", "hundreds of fans"),
    ("more than 100 people", "258 people"),
    ("$95", "$90 to $100"),
    ("almost ten people", "some nine people"),
    ("40 miles", "40 kg"),
    ("the same day", "4 June 2012"),
    ("18 months", "one year"),
]


def compared(draft: str, source: str) -> bool | None:
    ours, theirs = (extract(Document("text", f"It was {words}.")) for words in (draft, source))
    verdict = restated(ours[0], theirs[0])
    return None if verdict is None else isinstance(verdict, Accord)


@pytest.mark.parametrize(("draft", "source"), SAYS)
def test_a_draft_may_round_hedge_and_convert(draft: str, source: str) -> None:
    assert compared(draft, source) is True


@pytest.mark.parametrize(("draft", "source"), DIFFERS)
def test_a_draft_may_not_print_another_number(draft: str, source: str) -> None:
    assert compared(draft, source) is False


@pytest.mark.parametrize(("draft", "source"), NEITHER)
def test_some_figures_say_nothing_of_each_other(draft: str, source: str) -> None:
    assert compared(draft, source) is None


@pytest.mark.parametrize(
    ("draft", "passage", "how"),
    [
        ("27 counts", "21 counts and six counts", "21 + 6 = 27"),
        ("15 more", "40 then, 25 now", "40 − 25 = 15"),
        ("18 sheep", "3 goats, 5 cows, 10 pigs", "3 + 5 + 10 = 18"),
        ("25%", "of 800 voters 200", "200 / 800 = 25"),
        ("50%", "$80 then, $120 now", "from 80 to 120 = 50"),
        ("for 12 years", "from 1998 to 2010", "from 1998 to 2010 = 12"),
        ("$30", "$10 and $20", "10 + 20 = 30"),
        ("almost £90,000", "£52,000 and £37,500", "52,000 + 37,500 = 89,500"),
        ("about £60,000", "£52,000 and £37,500", ""),
        ("27 counts", "21 counts and $6", ""),
        ("$10 to $30", "$10 and $20", ""),
        ("on Monday", "21 counts", ""),
    ],
)
def test_a_figure_may_follow_from_those_of_a_passage(draft: str, passage: str, how: str) -> None:
    mention = extract(Document("draft", f"It was {draft}."))[0]

    assert worked_out(mention, extract(Document("source", f"There were {passage}."))) == how
