"""docs/comparison.md is true of factcheck: it finds in each text what the table says."""

from __future__ import annotations

import re

import pytest

from factcheck import Document, check
from factcheck.report.formats import REPORT
from tests.pages import page

PAGE = page("comparison.md")
TEXTS = [
    (cells[0], cells[1].strip("`"))
    for line in PAGE.split("## The same sentences")[1].splitlines()
    if line.startswith("| ") and not line.startswith(("| text", "| ---"))
    for cells in [re.split(r" ?\| ?", line.strip("| "))]
]


def test_the_table_has_a_dozen_texts() -> None:
    assert len(TEXTS) == 12


@pytest.mark.parametrize(("text", "rule"), TEXTS)
def test_a_text_of_the_table_gives_what_the_table_says(text: str, rule: str) -> None:
    found = [finding.rule for finding in check([Document("sentences.txt", text)]).findings]

    assert found == ([] if rule == "–" else [rule])


def test_the_formats_that_the_page_claims_are_there() -> None:
    (row,) = re.findall(r"^\| SARIF / GitHub / GitLab / JUnit \| all four \|", PAGE, re.MULTILINE)
    assert row
    assert {"sarif", "github", "gitlab", "junit"} <= set(REPORT)
