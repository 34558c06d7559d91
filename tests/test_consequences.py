"""What a passage lets its reader work out, and what it does not."""

from __future__ import annotations

import pytest

from factcheck import Document, compare
from factcheck.judge.checks.across.levels.consequences import consequences
from factcheck.pipeline import understand

FOLLOWS = {
    "Of Marlow's 73,000 people, 90% have left.": ["leaves 7,300", "is 65,700"],
    "The mill will lay off 20% of its 250 weavers.": ["leaves 200", "is 50"],
    "Of the 48 miners trapped at Odra, 31 have been rescued.": ["leaves 17"],
    "Deaths rose by 12 to 40 this week.": ["was 28"],
    "Sales fell 15% from £200m.": ["is £170 million"],
    "Sales fell 15% from last year's £200m.": ["is £170 million"],
    "Sales rose to £44m, up 10%.": ["was £40 million"],
    "Unemployment fell by 0.4 percentage points to 5.1 percent.": ["was 5.5%"],
    "The budget doubled from $3 million.": ["is $6 million"],
    "Debt has fallen by half to 40 million euros.": ["was €80 million"],
    "The prison held 1,200 inmates in May. Since then their number has fallen by a quarter.": ["is 900"],
    "The parish, which had 900 members, has lost a third of them.": ["leaves 600", "is 300"],
    "The herd numbered 600 deer. Disease has killed 40% of them.": ["leaves 360", "is 240"],
}
NOTHING = [
    "Sales rose to £44m, up 10% on £40m.",  # both levels are told
    "Turnout fell by 10% to 5.1 percent.",  # of a share, or in points
    "Sales fell 100% from £200m.",
    "Of the 48 miners at Odra, 50 have been rescued.",
    "Of the 48 miners at Odra, 31 are married.",
    "Deaths rose by £12 to 40 this week.",
    "The prison held 1,200 inmates in May. Rents have fallen by a quarter.",
    "The firm denied that sales fell 15% from £200m.",
    "Of the 1,200 to 1,400 inmates 20% have left.",
]


@pytest.mark.parametrize(("text", "ends"), FOLLOWS.items())
def test_a_passage_leads_to_a_number(text: str, ends: list[str]) -> None:
    told = [each.working for each in consequences(understand(Document("a", text), untied=True))]

    assert [working.endswith(end) for working, end in zip(told, ends, strict=True)] == [True] * len(ends)


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Of more than 5,000 people 20% have left.", [3750, 750]),
        ("Of more than 5,000 people up to 20% have left.", [4000, 0]),
    ],
)
def test_numbers_without_an_end_lead_to_such_numbers(text: str, least: list[int]) -> None:
    told = [each.amount for each in consequences(understand(Document("a", text), untied=True))]

    assert [int(amount.lower) for amount in told] == least
    assert all(amount.upper.is_infinite() for amount in told)


@pytest.mark.parametrize("text", NOTHING)
def test_a_passage_leads_to_nothing(text: str) -> None:
    assert list(consequences(understand(Document("a", text), untied=True))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Both are told by both, so that what follows is each article's own business.
        ("Sales at Velda were $3.50m, up 40%.", "Sales at Velda were $3.50m, up 40% from last year's $2.40m."),
        # The number is of another kind of the same thing, of another day, or of some.
        ("Deaths from cholera in Marlow rose by 12 to 40.", "In Marlow 20 deaths from measles were told last week."),
        ("The Odra rowing club grew by 150 to 900.", "The Odra sailing club stood at 600 a year ago."),
        ("A third of Velda's 900 staff will go.", "Another 450 jobs will go at suppliers of Velda."),
        ("A third of Velda's 900 staff will go.", "Velda cut 450 jobs in 2009, when 2,000 worked there."),
        ("The Odra club lost a fifth of its 500 members.", "The Odra club has 40 members left on its board."),
        ("Profit at Velda jumped 40% from $50m.", "Velda expects a profit of $90m."),
        # No article that turns on one name is of the other.
        ("Of Marlow's 73,000 people, 90% have left.", "Kestrel is a town of 70,000 today."),
    ],
)
def test_what_follows_is_held_against_what_is_of_the_same(one: str, other: str) -> None:
    found = compare([Document("a", one), Document("b", other)], facts=()).findings

    assert "derived-level-differs" not in {finding.rule for finding in found}


def test_what_fits_is_no_difference_for_other_rules_and_what_differs_is_told_once() -> None:
    of = "Of the 48 miners trapped at Odra, 31 have been rescued."
    rules = {
        many: [
            finding.rule
            for finding in compare(
                [Document("a", of), Document("b", f"{many} miners are still trapped at Odra.")], facts=()
            ).findings
        ]
        for many in ("Seventeen", "Twenty-five")
    }

    assert rules == {"Seventeen": [], "Twenty-five": ["derived-level-differs"]}
