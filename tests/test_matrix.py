"""The matrix: what several sources speak of stands side by side, and who agrees with whom is told by letters."""

from __future__ import annotations

import csv
import json
from datetime import date
from io import StringIO
from itertools import permutations

import pytest

from factcheck import Document, Report, check, compare
from factcheck.facts import read_facts
from factcheck.report.comparison import (
    camp_colour,
    comparison_lines,
    comparison_text,
    facts_record,
    matrix_lines,
    matrix_sheet,
)
from factcheck.report.matrix import Fact, Matrix, matrix
from factcheck.report.prose import Page

COURIER = Document(
    "courier.txt",
    "The fire at the Alder Street depot killed 12 people. About 200 people were evacuated from Alder Street.",
)
TRIBUNE = Document(
    "tribune.txt",
    "Fourteen people died in the fire at the Alder Street depot. 213 people were evacuated from Alder Street.",
)
GAZETTE = Document("gazette.txt", "The fire at the Alder Street depot killed 12 people.")
SILENT = Document("silent.txt", "The council meets again soon.")


def said(fact: Fact) -> list[list[tuple[str, str]]]:
    return [[(entry.camp, entry.claim.mention.text) for entry in cell] for cell in fact.cells]


def rows(of: Matrix) -> dict[str, list[list[tuple[str, str]]]]:
    return {fact.about: said(fact) for fact in of.facts}


def shown(report: Report, width: int = 80, encoding: str = "utf-8") -> str:
    return "\n".join(line.plain for line in matrix_lines(report, Page(width, encoding)))


def test_a_row_holds_what_each_source_says_of_a_fact() -> None:
    assert rows(matrix(check([COURIER, TRIBUNE, SILENT]))) == {
        "killed": [[("A", "12 people")], [], [("B", "Fourteen people")]],
        "evacuated": [[("", "About 200 people")], [], [("", "213 people")]],
    }


def test_what_differs_stands_first_and_has_the_loudness_of_its_finding() -> None:
    facts = matrix(check([COURIER, TRIBUNE])).facts

    assert [(fact.about, bool(fact.findings), bool(fact.severity)) for fact in facts] == [
        ("killed", True, True),
        ("evacuated", False, False),
    ]


def test_sources_that_agree_are_of_one_camp_whatever_their_order() -> None:
    for documents in permutations([COURIER, TRIBUNE, GAZETTE]):
        (fact,) = (fact for fact in matrix(check(documents)).facts if fact.about == "killed")
        camps = {entry.claim.mention.document.name: entry.camp for entry in fact.entries}
        assert camps == {"courier.txt": "A", "gazette.txt": "A", "tribune.txt": "B"}


def test_sources_stand_in_the_order_of_their_publication() -> None:
    late, early = (Document(name, COURIER.text, date(2023, 3, day)) for name, day in (("a.txt", 10), ("b.txt", 9)))
    report = check([GAZETTE, late, early])

    assert [source.name for source in matrix(report).sources] == ["b.txt", "a.txt", "gazette.txt"]
    assert "b.txt, 2023-03-09" in shown(report)


def test_what_is_too_vague_to_tell_camps_apart_belongs_to_both() -> None:
    days = {"a.txt": "on 4 May 1998", "b.txt": "on 9 May 1998", "c.txt": "in 1998", "d.txt": "in 2001"}
    (fact,) = matrix(check([Document(name, f"The Larkin bridge opened {day}.") for name, day in days.items()])).facts

    assert said(fact) == [
        [("A", "4 May 1998")],
        [("B", "9 May 1998")],
        [("AB", "1998")],
        [("C", "2001")],
    ]
    assert camp_colour("AB") == camp_colour("")


def test_a_value_in_another_unit_is_marked_as_derived() -> None:
    documents = [Document(f"{at}.txt", "The depot lies 90 km from Larkin.") for at in range(2)]
    (fact,) = matrix(check([*documents, Document("c.txt", "The depot lies 56 miles from Larkin.")])).facts

    assert [entry.said for entry in fact.entries] == ["90 km", "90 km", "56 miles = 90.1 kilometers*"]


KNOWN = """\
- subject: Marlow
  attribute: population
  value: 73,000 people
  source: census
"""


def test_what_is_known_has_a_column_of_its_own_behind_the_sources() -> None:
    told = Document("tribune.txt", "Marlow is a town of 93,000 people.")
    compared = matrix(compare([told, SILENT], facts=[read_facts(KNOWN, "desk.yaml")]))
    assert [source.name for source in compared.sources] == ["silent.txt", "tribune.txt", "desk.yaml"]
    assert rows(compared) == {
        "population: Marlow": [[], [("B", "93,000 people")], [("A", "73,000 people")]],
    }


def test_what_is_known_has_no_column_where_nobody_speaks_of_it() -> None:
    compared = matrix(compare([COURIER, TRIBUNE], facts=[read_facts(KNOWN, "desk.yaml")]))
    assert [source.name for source in compared.sources] == ["courier.txt", "tribune.txt"]


def test_a_fact_that_one_source_alone_tells_has_no_row() -> None:
    assert matrix(check([COURIER, SILENT])).facts == ()
    assert shown(check([COURIER, SILENT])).startswith("No fact was found that two sources speak of")


def test_a_day_that_is_not_printed_is_marked_as_derived() -> None:
    one = Document("one.txt", "The Larkin bridge opened on Tuesday.", date(2023, 3, 10))
    other = Document("other.txt", "The Larkin bridge opened on 7 March 2023.", date(2023, 3, 10))
    report = check([one, other])

    (fact,) = matrix(report).facts
    assert [entry.said for entry in fact.entries] == ["Tuesday = 2023-03-07*", "7 March 2023"]
    assert [entry.derived for entry in fact.entries] == ["from 2023-03-10", ""]
    assert "* worked out, and not printed so." in shown(report)


@pytest.mark.parametrize("width", [40, 80, 120])
def test_sources_that_have_no_room_beside_each_other_get_tables_of_their_own(width: int) -> None:
    copies = [Document(f"paper-{at}.txt", GAZETTE.text) for at in range(12)]
    text = shown(check(copies), width)

    assert all(len(line) <= width for line in text.splitlines())
    assert sum(line.startswith("fact ") for line in text.splitlines()) > 1
    assert all(f"paper-{at}.txt" in text for at in range(12))


def test_a_terminal_without_typographic_signs_gets_plain_ones() -> None:
    assert shown(check([COURIER, TRIBUNE]), encoding="ascii").isascii()


def test_the_colour_tells_agreement_from_camps() -> None:
    cells = {
        piece[0].strip(): piece[1]
        for line in matrix_lines(check([COURIER, TRIBUNE]), Page(120))
        for piece in line.pieces
        if not isinstance(piece, str)
    }

    assert cells["213 people"] == "dim"
    assert cells["A 12 people"] != cells["B Fourteen people"]
    assert "dim" not in {cells["A 12 people"], cells["B Fourteen people"], camp_colour("A2")}


def test_a_source_is_named_by_as_much_of_its_path_as_tells_it_apart() -> None:
    inside = [Document(f"wire/today/{one.name}", one.text) for one in (COURIER, TRIBUNE)]

    assert shown(check(inside)).splitlines()[0].split() == ["fact", "courier.txt", "tribune.txt"]
    inside.append(Document("wire/old/courier.txt", GAZETTE.text))
    assert {"today/courier.txt", "tribune.txt", "old/courier.txt"} <= {*shown(check(inside)).splitlines()[0].split()}
    assert "/" not in shown(check([COURIER, TRIBUNE])).splitlines()[0]


def test_the_sentences_behind_a_fact_are_told_when_somebody_asks() -> None:
    lines = [line.plain for line in matrix_lines(check([COURIER, TRIBUNE]), Page(80), verbose=True)]

    at = lines.index("killed")
    assert lines[at + 1 : at + 4] == [
        "  A courier.txt:1:43",
        "    The fire at the Alder Street depot killed 12 people.",
        "  B tribune.txt:1:1",
    ]


def test_a_comparison_ends_with_the_table() -> None:
    report = compare([COURIER, TRIBUNE])
    lines = [line.plain for line in comparison_lines(report, Page(80))]

    assert lines[-len(shown(report).splitlines()) :] == shown(report).splitlines()
    assert "not compared" in "\n".join(lines)
    record = json.loads(comparison_text(report))
    assert [fact["about"] for fact in record["facts"]] == ["killed", "evacuated"]
    assert len(record["findings"]) == 1


def test_the_record_names_the_findings_of_a_fact() -> None:
    report = check([COURIER, TRIBUNE])
    first = facts_record(report)[0]

    assert first["findings"] == [finding.fingerprint for finding in report.findings]
    assert first["cells"].keys() == {"courier.txt", "tribune.txt"}  # type: ignore[attr-defined]


def test_the_sheet_has_a_column_for_each_source() -> None:
    report = check([COURIER, TRIBUNE])

    assert list(csv.reader(StringIO(matrix_sheet(report), newline=""))) == [
        ["fact", "differs", "courier.txt", "tribune.txt"],
        ["killed", report.findings[0].severity.value, "A 12 people", "B Fourteen people"],
        ["evacuated", "", "About 200 people", "213 people"],
    ]
