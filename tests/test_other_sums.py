"""Figures that clash and yet stand in other sums of their article, which come out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factcheck.judge.checks.sums.ways import growths
from factcheck.model import Document, Severity
from factcheck.pipeline import check

#: Right texts in which some rule reads a figure into a sum in which it does not stand.
RIGHT = {
    "so many at so much each, and what is left of the whole": (
        "The €64 million loan was approved by 31,208 votes to 20,416. It will pay for three new clinics at €17 million each"
        " and put the remaining €13 million into ambulances."
    ),
    "so much each of those that were counted before": (
        "The chain is to open 16 shops. The first, at Marlow, opens in May. They will cost £4.8m, or £300,000 each, and create 144 jobs."
    ),
    "so many at so much each, and more for something else": (
        "The town has hired two firms at £85,000 each to clear the snow, and put £40,000 towards a plough, a total of £210,000."
    ),
    "what is left of the whole in the sentence before": (
        "Selectors will name a squad of 37 on Monday. Twenty-three places have been filled by winners, leaving 14. Lund is sure of"
        " hers; at the last games there were five."
    ),
    "a row that adds up to what is told elsewhere": (
        "Another £7.3m will come from savings. Trees were planted.\n\n"
        "The savings are made up of £3.1m from schools, £2.2m from roads, £1.4m from parks and £0.6m from the town hall."
    ),
    "the rest of what stands further up": (
        "Lund breaks record by 12 seconds as 14,288 finish Marlow marathon\n\n"
        "There were 15,200 starters, of whom 8,360, or 55 per cent, were men and 6,840 women. By the time the clock was stopped"
        " at 6pm, nine hours after the start, 94 per cent of them had finished. The other 912 dropped out."
    ),
    "steps down to a last height": (
        "For the first month it will fly at a height of 27 kilometres. In May it is to come down in four steps of six kilometres"
        " each, to a last height of just three kilometres above the sea."
    ),
    "pence of a price": (
        "A day in the pool will cost £4.40, which is 60p more than the present £3.80, and a month £44, ten times as much as a day."
    ),
    "a majority over all others": "The Centre Party won 52 of the 95 seats on Sunday, a majority of nine over all others.",
    "a total that is shared out beside": (
        "By noon the 17 riders were at the hut, 11 of them on foot and six by sledge. Eight are badly bruised."
    ),
    "what is left of the places up to one": (
        "It was their first loss in 14 cup ties, and only the fifth of the season; the other four came in the league. They have won"
        " nine of the 14 and drawn four."
    ),
    "another total right before its parts": (
        "The mart had 905 sheep on Friday, against 960 a week before: 410 ewes, 355 lambs and 140 rams. All but 30 were sold."
    ),
    "a total that is told behind its parts": (
        "The appeal brought in £2.4m in its first month and £1.7m in its second, £4.1m altogether, of which £3m has been spent."
    ),
    "parts of a part": "Of the 80 vans, 45 were back by noon. Eighteen were empty, the other 27 brought 60 crates.",
    "so many each way": "There will be 14 boats each way on weekdays, 28 in all, with nine each way on Sundays.",
    "so much for each day, and not for each man": "The wall was built by 15 masons in 20 days for £6,000, or £300 a day.",
    "one change on top of another": (
        "Its shares fell 40% in May and rose 40% in June, which leaves them 16% lower. Rents fell 20% and then 30%, leaving 56% of them."
    ),
    "all of two groups": "Of the 60 mice 30 were given the pill; 21 of them grew, as did eight of the others, 29 in all.",
}
#: The same with one figure changed, and the rule that says so.
WRONG = {
    "so many at so much each": "Three clinics will cost €17 million each, or €81 million in all. The budget is €96 million.",
    "a part that is not what the whole leaves": (
        "Of the 15,200 walkers, 8,630 were men and the other 6,840 were women. There were 15,200 last year, too."
    ),
    "a majority over all others": "The Centre Party won 54 of the 95 seats on Sunday, a majority of nine over all others.",
    "a total that is shared out beside": (
        "By noon the 17 riders were at the hut, 13 of them on foot and six by sledge. Eight are badly bruised."
    ),
    "a total that is told behind its parts": (
        "The appeal brought in £2.4m in its first month and £1.7m in its second, £4.7m altogether, of which £3m has been spent."
    ),
    "so many each way, and not twice as many": "The line has 14 vans of 20 crates each, which makes 380 crates.",
    "a table": "| North | 12 | 3 |\n| South | 8 | 4 |\n| Total | 20 | 8 |\n",
    "a sum of three rows": (
        "The savings of £7.9m are made up of £3.1m from schools, £2.2m from roads, £1.4m from parks and £0.6m from the town hall."
    ),
}


def flagged(text: str) -> list[str]:
    """The rules that speak of a text, but for notes."""
    findings = check([Document("the article", text)]).findings
    return [finding.rule for finding in findings if finding.severity is not Severity.NOTE]


@pytest.mark.parametrize("title", RIGHT)
def test_figures_that_all_stand_in_other_sums_are_let_be(title: str) -> None:
    assert flagged(RIGHT[title]) == []


@pytest.mark.parametrize("title", WRONG)
def test_a_figure_that_stands_in_no_sum_is_reported(title: str) -> None:
    assert flagged(WRONG[title])


def test_a_change_as_large_as_its_level_has_as_many_ways_to_have_come_about_as_any() -> None:
    smaller, larger = Fraction(4), Fraction(5)

    assert len(growths((larger, smaller))) == len(growths((smaller, larger)))
