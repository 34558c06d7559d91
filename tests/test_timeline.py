"""The timeline: what is dated stands in order, with its source, and clashes are marked."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document, check
from factcheck.report.prose import Page
from factcheck.report.sheets import sheet
from factcheck.report.timeline import stretch, timeline, timeline_lines, timeline_record, timeline_sheet

if TYPE_CHECKING:
    from factcheck.model import Report

ONE = Document("one.txt", "The Larkin bridge opened on 4 May 1998. It closed in 2011.")
OTHER = Document("other.txt", "The Larkin bridge opened on 9 May 1998.")
UNDATED = Document("undated.txt", "The vote was held on Wednesday.")
DATED = Document("dated.txt", "The vote was held on Wednesday.", date(2023, 3, 10))


def shown(report: Report, width: int = 80, encoding: str = "utf-8") -> str:
    return "\n".join(line.plain for line in timeline_lines(report, Page(width, encoding)))


def test_dates_stand_in_order_whatever_the_order_of_the_articles() -> None:
    told = [
        [(entry.when, entry.mention.document.name) for entry in timeline(check(documents)).entries]
        for documents in permutations([ONE, OTHER, DATED])
    ]

    assert told[0] == [
        ("1998-05-04", "one.txt"),
        ("1998-05-09", "other.txt"),
        ("2011", "one.txt"),
        ("2023-03-08", "dated.txt"),
    ]
    assert all(order == told[0] for order in told)


def test_a_weekday_is_dated_from_its_own_source_and_said_to_be_derived() -> None:
    (entry,) = timeline(check([DATED])).entries

    assert (entry.when, entry.derived, entry.how) == ("2023-03-08", True, "derived from 2023-03-10")
    assert "dated.txt:1:22, derived from 2023-03-10" in shown(check([DATED]))


def test_weekdays_of_two_sources_clash_by_the_days_on_which_they_fall() -> None:
    def told(weekday: str, published: date) -> Document:
        return Document(f"{published}.txt", f"The strike of the dockers in Marlow began on {weekday}.", published)

    thursday, next_week = date(2024, 3, 14), date(2024, 3, 20)
    apart = timeline(check([told("Monday", thursday), told("Wednesday", date(2024, 3, 15))]))
    assert [(entry.when, len(entry.clashes)) for entry in apart.entries] == [("2024-03-11", 1), ("2024-03-13", 1)]
    as_told = timeline(check([told("Monday", thursday), told("Monday last week", next_week)]))
    assert [(entry.when, len(entry.clashes)) for entry in as_told.entries][:2] == [("2024-03-11", 0)] * 2


def test_a_date_that_nothing_places_is_counted_with_the_reason() -> None:
    told = timeline(check([UNDATED]))

    assert [mention.text for mention in told.unplaced] == ["Wednesday"]
    assert "undated.txt: 1 date could not be placed, for its day of publication is" in shown(check([UNDATED]))


def test_words_that_mean_no_day_are_left_out() -> None:
    told = timeline(check([Document("a.txt", "It is now open, as it was in the past.", date(2023, 3, 10))]))

    assert (told.entries, told.unplaced) == ((), ())


def test_both_dates_of_a_clash_are_marked_and_each_names_the_other() -> None:
    report = check([ONE, OTHER])
    clashing = [entry for entry in timeline(report).entries if entry.clashes]

    assert [entry.when for entry in clashing] == ["1998-05-04", "1998-05-09"]
    text = shown(report)
    assert "! one.txt:1:29" in text
    assert "against “9 May 1998” (other.txt:1:29) [dates-differ]" in text
    assert "against “4 May 1998” (one.txt:1:29) [dates-differ]" in text


def test_a_finding_on_the_passage_around_a_date_is_no_clash_of_the_date() -> None:
    passage = "Since 2014 the old mill by the river has been run by a trust of the families who once worked there."
    report = check([Document("a.txt", f"{passage}\n\nThe wheel turns again.\n\n{passage}")])

    assert [finding.rule for finding in report.findings] == ["duplicate-passage"]
    assert not any(entry.clashes for entry in timeline(report).entries)


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_no_line_but_a_place_is_wider_than_the_page(width: int) -> None:
    lines = shown(check([ONE, OTHER, DATED, UNDATED]), width).splitlines()

    assert [line for line in lines if len(line) > width and ".txt:" not in line] == []


def test_a_terminal_without_typographic_signs_gets_plain_ones() -> None:
    assert shown(check([ONE, OTHER]), encoding="ascii").isascii()


def test_the_record_gives_every_place_of_a_clash() -> None:
    record = json.loads(json.dumps(timeline_record(check([ONE, OTHER, UNDATED]))))
    first = record["events"][0]

    assert (first["first_day"], first["last_day"], first["derived"]) == ("1998-05-04", "1998-05-04", False)
    assert [span["source"] for clash in first["clashes"] for span in clash["spans"]] == ["one.txt", "other.txt"]
    assert [span["text"] for span in record["unplaced"]] == ["Wednesday"]


def test_the_sheet_has_a_row_for_each_date() -> None:
    rows = list(csv.DictReader(StringIO(timeline_sheet(check([ONE, OTHER])))))

    assert [(row["first_day"], row["last_day"], row["source"]) for row in rows] == [
        ("1998-05-04", "1998-05-04", "one.txt"),
        ("1998-05-09", "1998-05-09", "other.txt"),
        ("2011-01-01", "2011-12-31", "one.txt"),
    ]


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (date(2022, 2, 24), date(2022, 2, 25), "2022-02-24"),
        (date(2022, 2, 1), date(2022, 3, 1), "2022-02"),
        (date(2022, 12, 1), date(2023, 1, 1), "2022-12"),
        (date(2022, 1, 1), date(2023, 1, 1), "2022"),
        (date(2020, 1, 1), date(2030, 1, 1), "2020-01-01 to 2029-12-31"),
        (date(2022, 2, 24), date(2022, 3, 3), "2022-02-24 to 2022-03-02"),
    ],
)
def test_days_are_told_as_shortly_as_they_can_be(start: date, end: date, told: str) -> None:
    assert stretch(start, end) == told


@given(st.lists(st.lists(st.text() | st.integers() | st.none(), min_size=2, max_size=2)))
def test_no_cell_of_a_sheet_is_worked_out_by_a_spreadsheet(rows: list[list[object]]) -> None:
    text = sheet(["a", "b"], rows)
    read = list(csv.reader(StringIO(text)))

    assert len(read) == len(text.splitlines()) == len(rows) + 1
    for cells, row in zip(read[1:], rows, strict=True):
        for cell, value in zip(cells, row, strict=True):
            if cell.startswith(("=", "+", "-", "@", "\t", "\r")):
                assert float(cell) == float(str(value))
