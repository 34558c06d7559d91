"""What headlines count, and what makes the text agree with them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from factcheck.judge.headlines import headline_number, tolls
from factcheck.judge.parts import BODY, CAPTION, HEADLINE, parts
from factcheck.judge.verdicts import Accord, Clash
from factcheck.model import Document
from factcheck.pipeline import check, understand
from factcheck.read import segment
from tests.growth import MOST, growth

if TYPE_CHECKING:
    from collections.abc import Callable

COUNTS = {
    ("killed", 12): ["Fire kills 12", "12 die in fire", "Twelve people were killed.", "Toll in the valley rises to 12"],
    ("hurt", 1204): ["Quake injures 1,204", "1,204 hurt in quake", "1,204 people in three valleys were injured."],
    ("jobs", 34): ["Mill lays off 34", "Thirty-four jobs go"],
    ("missing", 9): ["Nine still missing at sea"],
}
COUNTS_NOBODY = [
    "Singer dies at 67",
    "Storm kills 3-year-old",
    "Killed in 9 days",
    "Fires 12% of staff",
    "Sold 12 rooms",
]


def findings(text: str) -> list[tuple[str, ...]]:
    read = understand(Document("the article", text))
    return [tuple(span.text for span in one.spans) for one in headline_number(read) if isinstance(one, Clash)]


@pytest.mark.parametrize(("told", "text"), [(told, text) for told, texts in COUNTS.items() for text in texts])
def test_a_line_counts_people_by_what_became_of_them(told: tuple[str, int], text: str) -> None:
    (sentence,) = segment(Document("the article", text))
    assert (told[0], Decimal(told[1])) in {(fate, one.value) for fate, one in tolls(sentence)}


@pytest.mark.parametrize("text", COUNTS_NOBODY)
def test_a_line_that_counts_nobody_is_left_alone(text: str) -> None:
    (sentence,) = segment(Document("the article", text))
    assert list(tolls(sentence)) == []


def test_the_headline_and_the_lead_are_both_shown() -> None:
    assert findings("Fire kills 12\n\nEleven people died in a fire.") == [("12", "Eleven people")]


@pytest.mark.parametrize(
    "body",
    [
        "Twelve people died in a fire.",
        "At least 12 people died in a fire.",
        "Nine people died in one house and three people died in the next.",
        "Earlier, eleven people were reported killed.",
        "A fire hurt eleven people.",
        "A fire killed 700 people.",
        "The mill has 11 gates.",
    ],
)
def test_a_headline_is_let_be_where_the_text_explains_it(body: str) -> None:
    assert findings(f"Fire kills 12\n\n{body}") == []


def test_a_headline_that_is_a_question_claims_nothing() -> None:
    assert findings("Did a fire kill 12?\n\nEleven people died in a fire.") == []


def test_far_down_the_text_other_stories_are_told() -> None:
    far = "\n\n".join(["The street is long."] * 5)
    assert findings(f"Fire kills 12\n\n{far}\n\nEleven people died in a fire long ago.") == []


def test_what_agrees_is_told_too() -> None:
    read = understand(Document("the article", "Fire kills 12\n\nTwelve people died in a fire."))
    assert [type(verdict) for verdict in headline_number(read)] == [Accord]


def test_labels_make_parts_of_a_line() -> None:
    read = understand(Document("copy", "Headline: Fire kills 12. Caption: the mast. Body: eleven people died."))
    assert [part for part, _ in parts(read)] == [HEADLINE, CAPTION, BODY]


def test_a_hostile_headline_costs_in_step_with_its_length() -> None:
    def work(size: int) -> Callable[[], object]:
        read = understand(Document("the article", "Toll hits 12\n\n" + "The toll of the toll is 12 people. " * size))
        return lambda: list(headline_number(read))

    assert growth(work, 500) < MOST


def test_a_headline_may_count_the_gunman_with_his_victims() -> None:
    text = "13 dead including gunman in Marlow\n\nA man opened fire in a bar, killing 12 people and then himself."
    report = check([Document("draft.txt", text)])

    assert [finding.rule for finding in report.findings] == []
