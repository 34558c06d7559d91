"""How old one person is in two articles, and who is one person."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Document, check, compare
from factcheck.align.first_names import is_one_first_name
from factcheck.align.merging import is_one_name, may_be_one_name
from factcheck.model import Severity


@pytest.mark.parametrize(
    ("one", "other"),
    [("bill", "william"), ("bob", "robert"), ("ted", "edward"), ("ted", "theodore"), ("jim", "jimmy"), ("eva", "eva")],
)
def test_a_short_form_stands_for_its_first_name(one: str, other: str) -> None:
    assert is_one_first_name(one, other)
    assert is_one_first_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("bill", "bob"), ("edward", "theodore"), ("robert", "roberta"), ("chris", "christina")]
)
def test_other_first_names_are_two(one: str, other: str) -> None:
    assert not is_one_first_name(one, other)


def test_a_short_form_may_be_the_same_person_and_is_no_other_spelling() -> None:
    assert may_be_one_name("Bill Marsh", "William Marsh")
    assert not is_one_name("Bill Marsh", "William Marsh")
    assert not may_be_one_name("Bill Marsh", "Robert Marsh")


def ages(one: str, other: str, *published: date) -> list[Severity]:
    days = published or (None, None)
    documents = [Document(name, text, day) for name, text, day in zip(("a", "b"), (one, other), days, strict=True)]
    return [finding.severity for finding in compare(documents).findings if finding.rule == "ages-differ"]


MAYOR = "Ivar Dorn, {}, was elected mayor of Kestrel."


@pytest.mark.parametrize(
    ("one", "other", "first", "second", "differ"),
    [
        (54, 57, date(2024, 3, 2), date(2024, 3, 5), True),
        (54, 55, date(2024, 3, 2), date(2024, 3, 5), False),
        (54, 57, date(2024, 3, 2), date(2027, 5, 5), False),
        (54, 54, date(2024, 3, 2), date(2027, 5, 5), True),
        (57, 54, date(2024, 3, 2), date(2027, 5, 5), True),
    ],
)
def test_birthdays_between_two_articles_are_counted(
    one: int, other: int, first: date, second: date, *, differ: bool
) -> None:
    assert bool(ages(MAYOR.format(one), MAYOR.format(other), first, second)) is differ
    assert bool(ages(MAYOR.format(other), MAYOR.format(one), second, first)) is differ


def test_ages_of_a_draft_are_an_error_and_told_once() -> None:
    (finding,) = check([Document("draft", MAYOR.format(54))], against=[Document("source", MAYOR.format(58))]).findings
    assert (finding.rule, finding.severity) == ("ages-differ", Severity.ERROR)
    assert ages(MAYOR.format(54), MAYOR.format(58)) == [Severity.WARNING]


def test_an_age_at_the_end_of_a_sentence_is_one() -> None:
    assert ages("The Kestrel prize goes to the sculptor Olaf Brink, 51.", "Olaf Brink, 58, has won the Kestrel prize.")


@pytest.mark.parametrize(
    "other",
    [
        "His son Ivar Dorn, 27, was elected mayor of Kestrel too.",
        "Ivar Dorn Jr, 27, was elected mayor of Kestrel.",
        "Ivana Dorn, 27, was elected mayor of Kestrel.",
        "Ivar Dorn was 27 when he was elected mayor of Kestrel.",
    ],
)
def test_ages_of_two_people_and_of_another_time_are_let_be(other: str) -> None:
    source = Document("source", MAYOR.format(54))
    draft = Document("draft", other)
    assert {finding.severity for finding in check([draft], against=[source]).findings} <= {Severity.NOTE}
    assert compare([draft, source]).findings == ()


def test_ages_of_one_person_at_two_times_are_no_other_figure_of_a_source() -> None:
    draft = Document("draft", MAYOR.format(54), date(2024, 3, 2))
    source = Document("source", MAYOR.format(40), date(2010, 3, 2))
    assert check([draft], against=[source]).findings == ()


SAID = "Potter Ann Vale, whose jugs stand in Kestrel’s museum, died on Monday in Halden. She was {}."
TOLD = (
    "Kestrel mourns Ann Vale, who made its jugs.\n\nThe potter, who died in Halden on Monday, aged {}, left no pupils."
)


@pytest.mark.parametrize(
    ("one", "other", "first", "second", "differ"),
    [
        (74, 79, date(2024, 3, 2), date(2024, 3, 5), True),
        (74, 74, date(2024, 3, 2), date(2024, 3, 5), False),
        (74, 74, date(2024, 3, 2), date(2029, 3, 5), False),
        (74, 79, date(2024, 3, 2), date(2029, 3, 5), True),
    ],
)
def test_who_died_at_one_age_did_not_die_at_another(
    one: int, other: int, first: date, second: date, *, differ: bool
) -> None:
    assert bool(ages(SAID.format(one), TOLD.format(other), first, second)) is differ


@pytest.mark.parametrize(
    "text",
    [
        "Ann Vale has died.\n\nHer brother Leo was at her side. He was 81.",
        "Vale, the potter of the Long Kiln, died on Monday. She was 79.",
        "Ann Vale, whose father died in 1950 aged 41, has opened a kiln.",
    ],
)
def test_an_age_may_be_that_of_somebody_else(text: str) -> None:
    assert ages(SAID.format(74), text) == []
