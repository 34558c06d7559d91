"""The numbers and dates of articles, in rows."""

from __future__ import annotations

import csv
import sys
from datetime import date
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

import pytest
from pyarrow import parquet

from factcheck import Document, check
from factcheck.cli import main
from factcheck.report.claim_sheets import COLUMNS, claims_parquet, claims_sheet
from factcheck.report.comparison import matrix_parquet, matrix_sheet
from factcheck.report.timeline import timeline_parquet

if TYPE_CHECKING:
    from pathlib import Path

DRAFT = Document(
    "=draft.txt",
    "The town of Marlow has more than 1,250.5 people.\n\n+5 people joined on 4 May 1998. -3 C was measured. @home since 2011.",
    date(2023, 3, 10),
)


def rows(document: Document) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(claims_sheet(check([document])), newline="")))


NARROWED = (
    ("Police said on Thursday that 12 people were killed.", date(2023, 3, 10), "said on 2023-03-09"),
    ("The blaze killed 12 people late on Thursday night.", date(2023, 3, 10), "the night of 2023-03-09"),
    ("The blaze killed 12 people on 9 March.", None, "March"),
    ("The blaze killed 12 people on Thursday.", None, "Thursday"),
)


@pytest.mark.parametrize(("text", "published", "told"), NARROWED)
def test_a_row_says_in_words_what_narrows_a_claim(text: str, published: date | None, told: str) -> None:
    scopes = "; ".join(row["scope"] for row in rows(Document("a.txt", text, published)))
    assert told in scopes
    assert ":" not in scopes


def test_a_row_says_what_the_words_allow() -> None:
    row = rows(DRAFT)[0]

    assert (row["words"], row["value"], row["bound"]) == ("more than 1,250.5 people", "1250.5", "above")
    assert (row["lower"], row["upper"], row["published"]) == ("1250.5", "", "2023-03-10")
    assert (row["paragraph"], row["unit"], row["compared"]) == ("1", "person", "no")


def test_a_period_has_a_first_and_a_last_day() -> None:
    days = {row["words"]: (row["first_day"], row["last_day"]) for row in rows(DRAFT) if row["first_day"]}

    assert days == {"4 May 1998": ("1998-05-04", "1998-05-04"), "2011": ("2011-01-01", "2011-12-31")}


def test_no_words_of_an_article_are_left_for_a_spreadsheet_to_work_out() -> None:
    cells = [cell for row in rows(DRAFT) for name, cell in row.items() if name in {"source", "words", "sentence"}]

    assert any(cell.startswith("'=") for cell in cells)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_parquet_has_the_same_rows_with_types() -> None:
    table = parquet.read_table(BytesIO(claims_parquet(check([DRAFT]))))

    assert table.column_names == list(COLUMNS)
    assert [str(kind) for kind in table.schema.types if str(kind).startswith("date")] == ["date32[day]"] * 3
    first = table.to_pylist()[0]
    assert (first["value"], first["published"], first["source"]) == (1250.5, date(2023, 3, 10), "=draft.txt")
    assert len(table) == len(rows(DRAFT))


def test_the_timeline_and_the_table_of_facts_are_parquet_too() -> None:
    dated = [Document(name, f"The Tarn bridge opened on {day} May 1998.") for name, day in (("a.txt", 3), ("b.txt", 5))]
    report = check(dated)
    events = parquet.read_table(BytesIO(timeline_parquet(report))).to_pylist()
    (fact,) = parquet.read_table(BytesIO(matrix_parquet(report))).to_pylist()

    assert [(event["source"], event["first_day"], event["line"]) for event in events] == [
        ("a.txt", date(1998, 5, 3), 1),
        ("b.txt", date(1998, 5, 5), 1),
    ]
    assert [fact] == list(csv.DictReader(StringIO(matrix_sheet(report), newline="")))


def test_an_article_without_numbers_gives_a_sheet_without_rows() -> None:
    assert rows(Document("a.txt", "Nothing is counted here.")) == []
    assert len(parquet.read_table(BytesIO(claims_parquet(check([Document("a.txt", "Nothing.")]))))) == 0


def test_a_missing_package_is_said_in_one_line_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.txt").write_text(DRAFT.text, encoding="utf-8")

    with pytest.raises(SystemExit) as end:
        main(["claims", str(tmp_path / "a.txt"), "--format", f"parquet={tmp_path / 'a.parquet'}"])

    told = capsys.readouterr().err
    assert end.value.code == 2
    assert told == (
        "factcheck: --format parquet: pyarrow is not installed. "
        'Install it with: pip install "factcheck-rules[parquet]"\n'
    )
    assert not (tmp_path / "a.parquet").exists()
