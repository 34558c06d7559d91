"""Drafts and sources that tell of two things, or of one at two times: nothing may be held against anything."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.judge.checks.across.stories.two_stories import of_two_stories
from factcheck.model import Document, Severity
from factcheck.pipeline import check, compare

DAY = date(2024, 5, 14)
#: Two events that are alike, each told in an article of its own.
ALIKE = (
    (
        "Voters in the canton of Arvel rejected a tax on second homes by 54 percent to 46 on Sunday. Turnout was 41 percent.",
        "Voters in the canton of Murten rejected a tax on parking by 61 percent to 39 on Sunday. Turnout was 36 percent.",
    ),
    (
        "The mayor of Pellan, Ruth Adair, resigned on Monday after 11 years in office. She is 62.",
        "The mayor of Corbridge, Tom Wade, resigned on Monday after four years in office. He is 48.",
    ),
    (
        "Unemployment in Norvia fell to 4.1 percent in April, the office said on Tuesday. Wages grew 3 percent.",
        "Estria’s jobless rate climbed to 7.3 percent in April, the office said on Tuesday. Wages grew 5 percent.",
    ),
    (
        "Floods in Niger have driven 52,000 people from their homes since June. Thirty-one have died.",
        "Nigeria’s emergency agency said that floods had driven 190,000 people from their homes since June. They killed 104.",
    ),
)


def loud(draft: str, source: str, day: date | None = DAY, other: date | None = DAY) -> list[str]:
    """What is told of a draft against its source as more than a note."""
    report = check([Document("draft", draft, day)], against=[Document("source", source, other)], facts=())
    return [finding.rule for finding in report.findings if finding.severity is not Severity.NOTE]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_two_events_that_are_alike_are_two(one: str, other: str) -> None:
    assert loud(one, other) == loud(other, one) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # The same place, a word made of its name, another spelling of it, and a sentence that leaves it out.
        (
            "A fire in Lessing killed five. All worked there.",
            "Fire crews in Lessing found six dead. The mill burned down.",
        ),
        ("Parliament in Tolvania met. It passed 12 laws.", "Tolvanian lawmakers met. They passed 13 laws in Orme."),
        ("The shelling of Kharkiv went on. Five died.", "The shelling of Charkiv went on. Six died."),
        ("A fire in Lessing killed five.", "A fire in Amon killed five."),
        ("Shares in NordLine fell. They lost 4%.", "Shares in SudLine fell. They lost 5%."),
    ],
)
def test_articles_that_have_a_name_in_common_may_tell_one_story(one: str, other: str) -> None:
    assert not of_two_stories(Document("one", one), Document("other", other))


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        # A part of those on board, and all; some of those just counted.
        ("The ferry crash at Orme killed 12 people on board.", "The ferry crash at Orme killed 15 people in total."),
        (
            "On Orme beach there were 168 whales, of which 90 were towed off.",
            "Between 150 and 200 whales lay on Orme beach.",
        ),
        # What was expected, and what came about.
        ("Acme sold 300 boats this year.", "Acme will sell 400 boats this year, it said."),
        # The rank of one, and of several.
        (
            "Britta Sommer won the Orren race for the third time.",
            "Britta Sommer led the first three women of the Orren race.",
        ),
        # A step and a length, a branch and all, a few and a crowd.
        ("The tunnel cuts the ride to Sarne by 40 minutes.", "The ride to Sarne takes 75 minutes in the tunnel."),
        (
            "Group sales at Hollander fell 3 percent in 2024.",
            "Hollander will cut 1,200 jobs at its pumps division. Sales there fell 9 percent in 2024.",
        ),
        ("Two protesters were held in Belmar on Sunday.", "In Belmar 45,000 protesters marched on Sunday."),
        # What a sentence speaks of tells whose the time, or the turn, is.
        ("Arland’s exports grew in January, led by copper.", "Arland’s imports shrank in January, led by fuel."),
        ("Exports of Arland were $5bn in 2023.", "Imports of Arland were $7bn in 2023."),
        # Two quarters, and two years.
        ("Acme’s sales were $190m in the first quarter.", "Acme’s sales were $233m in the second quarter."),
        (
            "Orme port moved 8.9 million tonnes of goods in 2024.",
            "Orme port moved 8.1 million tonnes of goods in 2023.",
        ),
        # A day counted from that of writing, and a year.
        ("Jon Varga, born in 1960, kept the light of Orme.", "Jon Varga left the light of Orme on Sunday."),
        # A day that the other article has as well.
        (
            "The dead of the Orme slide were found on Saturday. The slope slid on Thursday.",
            "The slope at Orme slid on Thursday, and the dead were found.",
        ),
        (
            "On Wednesday Skyra denied that it would sack 500 crew.",
            "Skyra will sack 500 crew, a paper said on Tuesday.",
        ),
        (
            "The toll at Orme was cut to 13 from 16, as three victims were counted twice.",
            "Sixteen people died at Orme.",
        ),
    ],
)
def test_what_is_told_of_something_else_is_no_counterpart(draft: str, source: str) -> None:
    assert loud(draft, source) == []


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("The ferry crash at Orme killed 12 people on board.", "The ferry crash at Orme killed 15 people on board."),
        ("Acme sold 300 boats this year.", "Acme sold 400 boats this year, it said."),
        ("Acme’s sales were $190m in the first quarter.", "Acme’s sales were $233m in Q1."),
        ("Sales at Hollander fell 3 percent in 2024.", "Sales at Hollander fell 9 percent in 2024."),
        ("The Dorrin Bridge was closed on Sunday.", "The Dorrin Bridge was closed on Monday."),
    ],
)
def test_what_is_told_of_the_same_still_is(draft: str, source: str) -> None:
    assert loud(draft, source)


def test_articles_published_long_after_each_other_differ_in_notes_but_for_years() -> None:
    draft, source = "The Orme ferry carried 120 cars on Friday.", "The Orme ferry carried 150 cars on Friday."
    assert loud(draft, source, DAY, date(2024, 5, 13))
    assert not loud(draft, source, DAY, date(2023, 5, 13))
    assert loud("The Orme ferry was built in 1994.", "The Orme ferry was built in 1984.", DAY, date(2023, 5, 13))


def test_any_later_count_of_those_who_are_missing_is_an_update() -> None:
    draft = "Seven people are missing after the Orme slide."
    assert not loud(draft, "About 30 people are missing after the Orme slide.", date(2024, 5, 16), DAY)
    assert loud(draft, "About 30 people are missing after the Orme slide.")


def test_a_toll_that_is_put_right_differs_from_nothing() -> None:
    first = Document("first", "Sixteen people died in the stampede at Sohari on Monday.", DAY)
    later = "The toll of the stampede at Sohari on Monday was lowered to {} dead."
    assert compare([first, Document("later", later.format("13"), date(2024, 5, 15))]).findings
    assert not compare([first, Document("later", later.format("13 from 16"), date(2024, 5, 15))]).findings
