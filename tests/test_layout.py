"""Captions, tables and standfirsts beside their text, and what stands over a total."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from factcheck.pipeline import check
from factcheck.read.hypertext import read_hypertext
from factcheck.read.markdown import read_markdown
from tests.flagging import agreements, as_flagged, reported, these_rules

if TYPE_CHECKING:
    import random

BESIDE = ("caption-differs", "table-differs")

SIDES = {
    "a caption has the number of the text": "The <<30 m>> crane fell.\n\nCaption: the <<20 m>> crane.",
    "a table has the number of the text": "The fare was <<£30>>.\n\nTable: fare <<£20>>.",
    "the text is no caption of itself": "The 30 m crane fell.\n\nThe 20 m crane stood.",
    "two captions may show two cranes": "It fell.\n\nCaption: the 30 m crane.\n\nCaption: the 20 m crane.",
    "another noun is another thing": "The 30 m crane fell.\n\nCaption: the 20 m mast.",
    "another kind of amount is of something else": "The 30 m crane fell.\n\nCaption: the 20-tonne crane.",
    "another unit may be a conversion": "The 30 m crane fell.\n\nCaption: the 40-foot crane.",
    "one of two in the text agrees": "The 30 m crane fell. The 20 m crane stood.\n\nCaption: the 20 m crane.",
    "a noun of many amounts stands for many things": (
        "The 30 m crane, the 31 m crane, the 32 m crane and the 33 m crane fell.\n\nCaption: the 20 m crane."
    ),
    "a number many times the other is of another thing": "The 90 m crane fell.\n\nCaption: the 20 m crane.",
    "what is said loosely is not held to it": "The crane, more than 30 m tall, fell.\n\nCaption: the 20 m crane.",
    "more than so much is not exact": "The more than 30 m crane fell.\n\nCaption: the 20 m crane.",
    "an added one is another": "Another 30 m crane fell.\n\nCaption: the 20 m crane.",
    "what is denied does not stand": "He denied that the 30 m crane fell.\n\nCaption: the 20 m crane.",
    "some of the people are not all": "The fire killed 30 people.\n\nCaption: 20 of the people killed.",
}


@pytest.mark.parametrize("text", SIDES.values(), ids=SIDES)
def test_what_stands_beside_the_text_has_its_numbers(text: str) -> None:
    assert as_flagged(text, *BESIDE) == text


def cells_flagged(table: str) -> list[str]:
    document = read_markdown("the article", f"The fare was £30.\n\n{table}\n")
    found = check([document], rulebook=these_rules(*BESIDE), facts=()).findings
    return [finding.spans[0].text for finding in found]


def test_a_cell_has_its_noun_to_the_left_in_a_table_of_two_columns() -> None:
    assert cells_flagged("| Item | Cost |\n| --- | --- |\n| Fare | £20 |") == ["£20"]
    assert cells_flagged("| Item | Cost |\n| --- | --- |\n| Fare | £30 |") == []
    assert cells_flagged("| Item | Cost |\n| --- | --- |\n| Toll | £20 |") == []
    assert cells_flagged("| Item | Cost |\n| --- | --- |\n| 4-zone fare | £20 |") == []
    assert cells_flagged("| Item | Then | Now |\n| --- | --- | --- |\n| Fare | £20 | £25 |") == []


STANDFIRSTS = {
    "a standfirst has the day of the text": (
        "The fair is back\n\nIt opens <<3 May>>.\n\nThe mayor said the fair opens on <<5 May>>."
    ),
    "so has a headline": "Fair opens <<3 May>>\n\nThe mayor said that the fair opens on <<5 May>>. It is old.",
    "under a standfirst there is no other": "Standfirst: it is back.\n\nIt opens 3 May.\n\nIt opens on 5 May.",
    "another event has another day": "Fair opens 3 May\n\nThe mayor said that the fair closes on 5 May. It is old.",
    "two days in the text are two events": "Fair opens 3 May\n\nIt opens on 5 May. The rest opens on 9 May.",
    "one of two days agrees": "Fair opens 3 May\n\nIt opens on 5 May. The rest opens on 3 May.",
    "another year is another fair": "Fair opens 3 May 2019\n\nIt opens on 5 May 2020. It is old.",
    "a month is no day": "Fair opens in May\n\nIt opens on 5 June. It is old.",
    "a day far from its verb is another's": (
        "Fair opens with bells, drums, horns and all its flags on 3 May\n\nIt opens on 5 May. It is old."
    ),
    "without an event a day is nothing": "Fair of 3 May\n\nIt opens on 5 May. It is old.",
    "a first paragraph of more sentences is the body": (
        "The fair is back\n\nIt opens 3 May. It is old.\n\nThe mayor said the fair opens on 5 May."
    ),
    "a long first paragraph is the body": (
        "The fair is back\n\n"
        + "It is, as all the people of the valley and the hills around it know, an old fair, " * 3
        + "and it opens 3 May.\n\nThe mayor said the fair opens on 5 May."
    ),
    "far down the text other fairs are told": (
        "Fair opens 3 May\n\n" + "The sea is grey.\n\n" * 7 + "A fair opens on 5 May in Marl."
    ),
}


@pytest.mark.parametrize("text", STANDFIRSTS.values(), ids=STANDFIRSTS)
def test_a_day_above_the_text_is_that_of_the_text(text: str) -> None:
    assert as_flagged(text, "standfirst-dates-differ") == text


FOOTED = {
    "the figures of a line add up": "North <<12>>, South <<8>>; total <<21>>.",
    "so does a line that does": "North 12, South 8; total 20.",
    "one figure makes no sum": "North 12; total 21.",
    "nor does one row": "North: 12\nTotal: 21\n",
    "figures of rows add up": "North: <<12>>\nSouth: <<8>>\nTotal: <<21>>\n",
    "those over another paragraph are others": "East: 3\n\nNorth: 12\nSouth: 8\nTotal: 20\n",
    "a rule between rows is no row": "| North | <<12>> |\n| South | <<8>> |\n| --- | --- |\n| Total | <<21>> |\n",
    "stars make a row bold": "| North | <<12>> |\n| South | <<8>> |\n| **Total** | <<21>> |\n",
    "years over the rows are no figures": "| Town | 2019 |\n| North | 12 |\n| South | 8 |\n| Total | 20 |\n",
    "a rule ends the rows": "| Town | 19 |\n| --- | --- |\n| North | 12 |\n| South | 8 |\n| Total | 20 |\n",
    "every column adds up": ("| North | <<12>> | 3 |\n| South | <<8>> | 4 |\n| Total | <<21>> | 7 |\n"),
    "so does the last one": "| North | 12 | <<3>> |\n| South | 8 | <<4>> |\n| Total | 20 | <<8>> |\n",
    "a column of averages does not": "| North | 12 | 3 |\n| South | 8 | 4 |\n| Total | 20 | 4 |\n",
    "a column of words does not": "| North | 12 | red |\n| South | 8 | 4 |\n| East | 3 | 2 |\n| Total | 23 | 9 |\n",
    "an empty cell keeps its place": "| North | <<12>> | | 3 |\n| South | <<8>> || 4 |\n| Total | <<21>> || 7 |\n",
    "rows of other lengths are of another table": "| North | 12 |\n| South | 8 | 4 |\n| Total | 21 | 4 |\n",
    "shares were rounded to make a hundred": "North: 33\nSouth: 33\nEast: 33\nTotal: 100\n",
    "thousands have commas": "North: <<1,200>>\nSouth: <<800>>\nTotal: <<2,100>>\n",
    "a subtotal holds what others hold": "North: 12\nSubtotal: 12\nSouth: 8\nTotal: 20\n",
    "so does a row of which": "North: 12\nof which men: 4\nSouth: 8\nTotal: 20\n",
    "decimals were rounded": "North: 1.2\nSouth: 0.8\nTotal: 2.1\n",
    "and not by more than half of their last place each": "North: <<1.2>>\nSouth: <<0.8>>\nTotal: <<2.2>>\n",
    "another label is no total": "North: 12\nSouth: 8\nTotal cost: 21\n",
    "shares are not added to figures": "North 12, South 8; total 21%.",
    "a sentence over the rows is no row": "It went so.\nNorth: <<12>>\nSouth: <<8>>\nTotal: <<21>>\n",
}


@pytest.mark.parametrize("text", FOOTED.values(), ids=FOOTED)
def test_what_stands_over_a_total_adds_up_to_it(text: str) -> None:
    assert as_flagged(text, "table-does-not-add-up") == text


@settings(max_examples=40)
@given(st.lists(st.integers(1, 9_999), min_size=2, max_size=8), st.integers(-2, 2), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(figures: list[int], off: int, chance: random.Random) -> None:
    total = sum(figures) + off
    # 1, 50 and 49: the largest is the total of the others, whatever stands before them.
    assume(2 * max(figures) != sum(figures) + total)
    # 1, 1 and 49 under 50: some of the rows make the total without the others.
    assume(not off or all(sum(some) != total for many in range(len(figures)) for some in combinations(figures, many)))
    chance.shuffle(figures)
    rows = "\n".join(f"Ward {'ABCDEFGH'[at]}: {figure:,}" for at, figure in enumerate(figures))
    found = reported(f"{rows}\nTotal: {total:,}\n", "table-does-not-add-up").findings
    assert bool(found) is bool(off)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("caption-differs", "The 30 m crane fell.\n\nCaption: the 30 m crane."),
        ("standfirst-dates-differ", "Fair opens 3 May\n\nIt opens on 3 May. It is old."),
        ("table-does-not-add-up", "North 12, South 8; total 20."),
    ],
)
def test_what_was_compared_and_agrees_is_told(rule: str, text: str) -> None:
    assert agreements(text, rule) == 1


# --- tables whose file says what a cell is --------------------------------------------


def _totals_of_page(*tables: str) -> list[str]:
    """What is said of the totals of a page with these tables, whose rows and cells stand between bars."""
    rows = (
        "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row.split('|'))}</tr>" for row in table.split("/"))
        for table in tables
    )
    page = "".join(f"<table>{table}</table>" for table in rows)
    document = read_hypertext("votes.html", f"<h1>Votes</h1><p>It is over.</p>{page}")
    found = check([document], rulebook=these_rules("table-does-not-add-up")).findings
    return [finding.spans[0].text for finding in found]


TABLES = {
    "a column of votes": ("Ward|Votes/North|12/South|8/Total|21", ["21"]),
    "it adds up": ("Ward|Votes/North|12/South|8/Total|20", []),
    "the second of two columns": ("Ward|Yes|No/North|12|3/South|8|4/Total|20|9", ["9"]),
    "years head the columns": ("Ward|2019|2020/North|12|3/South|8|4/Total|20|9", ["9"]),
    "a cell is empty": ("Ward|Yes|No/North|12|3/South|8|/Total|21|3", []),
    "a column that ends in an average": ("Ward|Votes|Each/North|12|3/South|8|4/Total|20|3", []),
}


@pytest.mark.parametrize(("table", "totals"), TABLES.values(), ids=TABLES)
def test_the_cells_over_a_total_add_up_to_it(table: str, totals: list[str]) -> None:
    assert _totals_of_page(table) == totals


def test_a_table_under_another_has_a_total_of_its_own() -> None:
    one, other = "Ward|Votes/North|12/South|8/Total|20", "Ward|Seats/East|2/West|5/Total|8"
    assert _totals_of_page(one, other) == ["8"]
