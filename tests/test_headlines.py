"""What headlines count, and what makes the text agree with them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from factcheck.judge.checks.headlines.counts import LEAD, headline_number
from factcheck.judge.checks.headlines.tolls import tolls
from factcheck.judge.checks.parts import BODY, CAPTION, HEADLINE, parts
from factcheck.judge.verdicts import Accord, Clash
from factcheck.model import Document, Severity
from factcheck.pipeline import check, understand
from factcheck.read import segment
from tests.growth import MOST, growth

if TYPE_CHECKING:
    from collections.abc import Callable

COUNTS = {
    ("killed", 12): [
        "Fire kills 12",
        "12 die in fire",
        "Twelve people were killed.",
        "Toll in the valley rises to 12",
        "The flood claimed at least 12 lives.",
        "Rebels killed all 12 hostages.",
        "He is charged with fatally shooting 12 people.",
        "Twelve miners from the valley were shot to death.",
        "The deaths of 12 walkers are being looked into.",
        "Twelve sailors are missing in the strait and feared dead.",
        "Two bombs killed 12 people.",
    ],
    ("killed", 1): ["He set off the bomb, killing himself and one other person.", "A man was killed and another died."],
    ("hurt", 1204): ["Quake injures 1,204", "1,204 hurt in quake", "1,204 people in three valleys were injured."],
    ("hurt", 4): ["Three people died and four more were injured.", "Four cyclists suffered minor injuries."],
    ("hospitalized", 9): ["Gas leak sends nine to hospital", "Nine children were taken to a nearby hospital."],
    ("jobs", 34): ["Mill lays off 34", "Thirty-four jobs go"],
    ("missing", 9): ["Nine still missing at sea"],
    ("hurt", 38): ["Thirty-eight of the 115 passengers and crew members were injured."],
}
COUNTS_NOBODY = [
    "Singer dies at 67",
    "Storm kills 3-year-old",
    "Killed in 9 days",
    "Fires 12% of staff",
    "Sold 12 rooms",
    "One in three killed was a child",
    "A 2012 landslide killed the guide",
    "It was hit at 1:15 and nobody died",
]


def findings(text: str) -> list[tuple[str, ...]]:
    read = understand(Document("the article", text))
    return [tuple(span.text for span in one.spans) for one in headline_number(read) if isinstance(one, Clash)]


@pytest.mark.parametrize(("told", "text"), [(told, text) for told, texts in COUNTS.items() for text in texts])
def test_a_line_counts_people_by_what_became_of_them(told: tuple[str, int], text: str) -> None:
    (sentence,) = segment(Document("the article", text))
    assert (told[0], Decimal(told[1])) in {(one.fate, one.value) for one in tolls(sentence)}


@pytest.mark.parametrize("text", COUNTS_NOBODY)
def test_a_line_that_counts_nobody_is_left_alone(text: str) -> None:
    (sentence,) = segment(Document("the article", text))
    assert list(tolls(sentence)) == []


def told_in(text: str) -> set[tuple[str, int]]:
    (sentence,) = segment(Document("the article", text))
    return {(one.fate, int(one.value)) for one in tolls(sentence)}


def test_who_did_it_and_who_met_another_end_are_not_counted_with_the_victims() -> None:
    assert told_in("Two bombs killed 12 people.") == {("killed", 12)}
    assert told_in("Twelve killed and fourteen wounded") == {("killed", 12), ("hurt", 14)}
    assert told_in("Three people died and four more were injured.") == {("killed", 3), ("hurt", 4)}


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


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Fire kills 40", "At least 38 people died in a fire. Of the 38 dead, nine were guests."),
        ("Fire kills 9", "A fire killed one person and wounded another."),
        ("Fire may have killed 9", "A fire killed six people."),
        ("Duke calls for aid as floods kill 92", "Floods have killed at least 52 people."),
        ("Crash kills 5", "A crash killed three people and injured two others."),
        ("Crash kills 8", "A crash killed all four crew members. An officer said it killed the four at once."),
        ("Blasts kill 17", "Two blasts killed 15 people at a market."),
        ("Clash kills 22", "A clash killed 20 people, including two children."),
        ("Gunman kills 6", "A gunman killed five people before taking his own life."),
        ("Storm kills 28", "Storms killed at least 29 people, at least 24 of them on one island."),
        ("Flood kills 72", "A flood killed 12 people and left dozens without a roof."),
        ("Up to 64 dead in collapse", "There may be as many as 14 dead."),
        ("2 shot dead at rally", "Six people were shot at a rally, three of whom died."),
    ],
)
def test_what_explains_no_toll_does_not_silence_it(headline: str, body: str) -> None:
    assert len(findings(f"{headline}\n\n{body}")) == 1


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        ("Gunman kills 5, himself", "Six people are dead after a shooting."),
        ("6 dead at mill", "A man killed five people before taking his own life."),
        ("5 dead at mill", "A man killed six people, including himself."),
        ("Another 5 die in flood", "The flood killed nine people."),
        ("5 others killed in crash", "A crash killed a mayor and two aides."),
        ("Bomb hurts 3", "A guard was badly hurt and two other guards sustained light wounds."),
        ("Crash injures 26", "Four people were seriously injured when a coach hit a tree."),
        ("Quake kills 2,000", "The quake killed 1,984 people."),
        ("Quake kills 34", "The quake killed at least 30 people."),
    ],
)
def test_what_explains_a_toll_silences_it(headline: str, body: str) -> None:
    assert findings(f"{headline}\n\n{body}") == []


def test_a_headline_that_is_a_question_claims_nothing() -> None:
    assert findings("Did a fire kill 12?\n\nEleven people died in a fire.") == []


def test_far_down_the_text_other_stories_are_told() -> None:
    far = "\n\n".join(["The street is long."] * LEAD)
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


@pytest.mark.parametrize(
    "text",
    [
        "Ferry toll climbs to 58\n\nIt is the worst loss in these waters since 67 people died there.",
        "Halden dairy cuts milk price by 3 cents\n\nThe Halden dairy is to pay 41.5 cents a litre, a fall of 7 per cent.\n\nThe cut in the price of milk leaves Halden farmers 4.5 cents over.",
    ],
)
def test_a_headline_is_not_held_against_another_year_or_what_its_figure_makes(text: str) -> None:
    report = check([Document("draft.txt", text, date(2026, 2, 5))])

    assert [finding for finding in report.findings if finding.severity is not Severity.NOTE] == []
