"""What the views call a thing: words that a person would write."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest

from factcheck import Document, compare
from factcheck.pipeline import understand
from factcheck.report.about import about
from factcheck.report.claim_sheets import claims_sheet
from factcheck.report.matrix import matrix
from factcheck.report.pairs import pairs_sheet
from factcheck.report.timeline import timeline

LABELS = {
    "Divers found two other rifles.": "other rifles",
    "The navy seized seven AK-47 assault rifles.": "AK-47 assault rifles",
    "Ten fire engines came.": "fire engines",
    "More than 50 firefighters came.": "firefighters",
    "One man was killed in Marlow.": "killed: men",
    "About 300 people came.": "people",
    "The town has 14 libraries.": "libraries",
    "The quake struck seven km from Dargahan.": "distance from Dargahan",
    "The depot lies 40 km from the border.": "distance of the depot from the border",
    "The old Larkin bridge opened on 4 May 1998.": "opening: old Larkin bridge",
    "The dyke was mended for $14 million.": "mended (sum)",
    "Bakhmut had a population of 73,000.": "population: Bakhmut",
    "Some 83 percent of Greeks said no.": "Greeks",
}


@pytest.mark.parametrize(("text", "label"), LABELS.items())
def test_a_claim_is_called_what_a_person_would_call_it(text: str, label: str) -> None:
    claim = understand(Document("a", text)).claims[0]

    assert about(claim) == label


def test_two_rows_of_one_name_are_told_apart() -> None:
    text = "The navy captured three boats near Marlow. Five boats were sunk near Kestrel."
    facts = matrix(compare([Document("a", text), Document("b", text)])).facts

    assert [fact.about for fact in facts] == ["boats (captured)", "boats (sunk)"]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("A spokesman for the Navy said two boats sank.", "two boats (Navy)"),
        ("The governor also said two boats sank.", "two boats (governor)"),
        ("He said two boats sank.", "two boats"),
        ("According to police in Marlow two boats sank.", "two boats (police)"),
    ],
)
def test_who_says_so_is_named_as_the_sentence_names_it(sentence: str, said: str) -> None:
    facts = matrix(compare([Document("a", sentence), Document("b", sentence)])).facts

    assert [entry.said for fact in facts for entry in fact.entries] == [said, said]


def test_the_line_that_dates_an_article_is_no_event_of_a_timeline() -> None:
    text = "Flood at Larkin\n\nPublished: 12 March 2024\n\nThe bridge opened on 4 May 1998."
    told = timeline(compare([Document("a", text, date(2024, 3, 12))]))

    assert [entry.mention.text for entry in told.entries] == ["4 May 1998"]


SCOPES = {
    "On 4 May 1998 another 12 people died.": "1998-05-04; added; contrasted; over a day",
    "In March 12 people died in the Marlow district.": "March; Marlow district; over a month",
    "The mill lies 4 km north of Marlow.": "north",
    "Among women 54% said no.": "among women",
    "In 2019 the town had 12 schools.": "2019; over a year",
}


@pytest.mark.parametrize(("text", "scope"), SCOPES.items())
def test_a_sheet_tells_in_words_what_narrows_a_claim(text: str, scope: str) -> None:
    rows = csv.DictReader(StringIO(claims_sheet(compare([Document("a", text)]))))

    assert scope in [row["scope"] for row in rows]


def test_pairs_have_a_row_each_in_a_sheet() -> None:
    posts = [Document(name, f"The fire in Marlow killed {n} people.") for name, n in (("a", 12), ("b", 14))]
    (row,) = csv.DictReader(StringIO(pairs_sheet(compare(posts))))

    assert (row["outcome"], row["words"], row["other_words"]) == ("differ", "12 people", "14 people")
    assert (row["about"], row["source"], row["other_source"], row["score"]) == ("killed", "a", "b", "1.0")
