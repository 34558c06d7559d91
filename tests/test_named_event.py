"""Whether two short reports tell of one event by its name, and that right reports of one are left alone."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck import Document, compare
from factcheck.model import Severity

TUESDAY, WEDNESDAY = date(2024, 5, 7), date(2024, 5, 8)


def _told_otherwise(one: str, other: str) -> set[frozenset[str]]:
    """What is printed of each pair that differs, in whatever order the reports come."""
    documents = [Document("a.txt", one, TUESDAY), Document("b.txt", other, WEDNESDAY)]
    there, back = (
        {
            frozenset(span.text for span in finding.spans)
            for finding in compare(order).findings
            if finding.severity is not Severity.NOTE and finding.rule == "told-otherwise"
        }
        for order in (documents, documents[::-1])
    )
    assert there == back
    return there


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        pytest.param(
            "Seven miners were killed when a gallery of the Upper Leda pit fell in on Monday, the owners said.",
            "The inquiry into the collapse at the Upper Leda pit that claimed nine lives on Monday has no judge yet. Seven widows wrote to it.",
            set(),
            id="a later toll that is higher",
        ),
        pytest.param(
            "The violin of Signe Halvorsen was sold for £3.1 million in Leda on Monday.",
            "A bank bought the violin of Signe Halvorsen on Monday, in a sale at Leda, for £1.3m.",
            {frozenset(("£3.1 million", "£1.3m"))},
            id="digits that changed places",
        ),
    ],
)
def test_what_two_reports_of_one_event_tell_otherwise_is_found(
    one: str, other: str, figures: set[frozenset[str]]
) -> None:
    assert _told_otherwise(one, other) == figures


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Nine sailors of the Polar Star were killed in the gale off Skarn on Sunday.",
            "The Polar Star had 14 sailors when she left Skarn; the gale of Sunday killed nine and left five in hospital.",
            id="a whole and its parts",
        ),
        pytest.param(
            "Thirteen bathers were taken to hospital from Kestrel lido on Monday.",
            "Four of the bathers who were taken to hospital from Kestrel lido on Monday are still there.",
            id="who is still there",
        ),
        pytest.param(
            "The trawler Kestrel Dawn sank four miles off Skarn on Monday with 12 tonnes of cod.",
            "Oil from the trawler Kestrel Dawn, which sank off Skarn on Monday, has reached nine miles of beach.",
            id="two distances",
        ),
        pytest.param(
            "The Halvorsen bakery in Leda will shut 12 shops in June, the owners said on Monday.",
            "Unions say the Halvorsen bakery in Leda, which has 112 shops, must not shut any in June.",
            id="some shops and all of them",
        ),
        pytest.param(
            "Signe Halvorsen, 44, was elected mayor of Leda on Monday.",
            "Signe Halvorsen was 24 when she first stood for mayor of Leda, where she was elected on Monday.",
            id="an age at another time",
        ),
        pytest.param(
            "Signe Halvorsen, 44, was elected mayor of Leda on Monday.",
            "The mother of Signe Halvorsen, 71, wept when her daughter was elected mayor of Leda on Monday.",
            id="a relative",
        ),
        pytest.param(
            "Signe Halvorsen, 44, was elected mayor of Leda on Monday. She beat Odd Ravn.",
            "Odd Ravn, 61, lost to Signe Halvorsen in Leda on Monday, and his wife, 54, wept for the mayor elected.",
            id="another person",
        ),
        pytest.param(
            "A court in Skarn sent the forger Emil Brandt to prison for six years on Monday.",
            "Emil Brandt, the forger whom a court in Skarn sent to prison on Monday, must serve at least four years of it.",
            id="a term and what must be served of it",
        ),
        pytest.param(
            "The police arrested 14 people at the Kestrel rally in Leda on Monday.",
            "Lawyers say that 22 people were held at the Kestrel rally in Leda on Monday, and the police that they arrested 14.",
            id="what two speakers say",
        ),
        pytest.param(
            "Six skiers were rescued from the slope of Mount Leda on Monday after an avalanche.",
            "The avalanche on Mount Leda on Monday killed two skiers; five more were rescued from the slope today.",
            id="more than were rescued before",
        ),
        pytest.param(
            "The Halvorsen estate in Leda was sold for £4.5 million on Monday.",
            "The Halvorsen estate in Leda, sold on Monday, had been on the market for £5.4 million.",
            id="asked and paid",
        ),
        pytest.param(
            "The Kestrel bridge in Leda will be shut for 12 days while 40 bolts are changed, the council said on Monday.",
            "After the Kestrel bridge in Leda was shut on Monday, 31 lorries waited 21 hours.",
            id="other lengths of time",
        ),
    ],
)
def test_right_reports_of_one_event_are_let_be(one: str, other: str) -> None:
    assert not _told_otherwise(one, other)


@pytest.mark.parametrize(
    ("one", "other", "figures"),
    [
        pytest.param(
            "Skarn beat Leda by 2-14 to 1-11 in the Kestrel hurling final on Sunday.",
            "The cup was full all night. A four-point win over Leda in the Kestrel hurling final on Sunday was more than Skarn had hoped for.",
            {frozenset(("2-14 to 1-11", "four"))},
            id="goals and points",
        ),
        pytest.param(
            "Signe Halvorsen was elected mayor of Leda on Sunday with 4,210 votes to the 3,980 of Odd Ravn.",
            "Odd Ravn has asked for a recount in Leda. Signe Halvorsen was home by 320 votes on Sunday.",
            {frozenset(("4,210 votes to the 3,980", "320"))},
            id="votes to votes",
        ),
        pytest.param(
            "Velda is to cut 300 of its 2,400 jobs in Leda, the carmaker said on Monday.",
            "One in five workers at Velda in Leda will be out of a job by the autumn.",
            {frozenset(("300", "One in five"))},
            id="jobs to go",
        ),
        pytest.param(
            "Drivers at the Kestrel depot in Leda voted by 340 to 160 to strike from Friday.",
            "Talks at the Kestrel depot in Leda have failed. In the ballot 86 percent of the drivers were in favour of a walkout.",
            {frozenset(("340", "86 percent"))},
            id="the share of a vote",
        ),
        pytest.param(
            "The Halvorsen mill in Leda, founded in 1911, called in the administrators on Monday.",
            "Two bidders have come forward for the Halvorsen mill in Leda, which went under this week after 93 years in business.",
            {frozenset(("1911", "93"))},
            id="so many years in business",
        ),
        pytest.param(
            "Signe Halvorsen, who has run the Skarn Museum of Whaling for 23 years, will retire in June.",
            "When Signe Halvorsen was made director of the Skarn Museum in 2011, three people worked there.",
            {frozenset(("23", "2011"))},
            id="so many years as its head",
        ),
        pytest.param(
            "Wardens on the Isle of Kestrel counted 310 terns this spring, 24 more than last year.",
            "The terns of the Isle of Kestrel have had a bad year: the wardens' count was down by a twelfth, to 310 terns.",
            {frozenset(("more", "down"))},
            id="more and fewer",
        ),
        pytest.param(
            "Cyclone Halvard was 140 kilometres east of Port Leda at noon on Monday, the weather office said.",
            "People in Port Leda nailed up their windows on Monday, when Cyclone Halvard was 140km west of the port.",
            {frozenset(("140 kilometres east", "140km west"))},
            id="east and west",
        ),
    ],
)
def test_what_follows_from_the_figures_of_one_report_is_held_against_the_other(
    one: str, other: str, figures: set[frozenset[str]]
) -> None:
    assert _told_otherwise(one, other) == figures


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            "Councillors in Skarn voted by 29 to 21 on Monday to sell the Kestrel pier.",
            "An amendment to put off the sale of the Kestrel pier fell by a margin of four votes, 27-23, before councillors in Skarn approved it on Monday.",
            id="two votes of one night",
        ),
        pytest.param(
            "Leda beat Skarn 24-17 in the Kestrel Shield on Sunday.",
            "Skarn had trailed Leda by nine points at half-time in the Kestrel Shield on Sunday, its coach said, and lost with honour.",
            id="at half-time",
        ),
        pytest.param(
            "Leda beat Skarn 24-17 in the Kestrel Shield on Sunday.",
            "Leda trained on Monday after beating Skarn in the Kestrel Shield. They won last year's meeting by 12 points.",
            id="another year",
        ),
        pytest.param(
            "Leda beat Skarn 24-17 in the Kestrel Shield on Sunday.",
            "Leda had beaten Marlow by nine points before they met Skarn in the Kestrel Shield on Sunday.",
            id="another match",
        ),
        pytest.param(
            "The Skarn assembly passed the Kestrel bill by 31 votes to 24 on Monday.",
            "The Kestrel bill of the Skarn assembly needs a majority of 40 in the upper house, where a poll gives it a 12-point lead.",
            id="what is needed",
        ),
        pytest.param(
            "Of the 640 members of the Kestrel union in Leda, 480 returned their ballot papers; 400 backed a strike.",
            "Five in six of those who voted at Kestrel in Leda backed a strike, the union said. Turnout was 75 per cent.",
            id="a share of a share",
        ),
        pytest.param(
            "Velda Motors is to cut 300 of its 2,400 jobs in Leda, the carmaker said on Monday.",
            "A third of the workers at Velda Motors in Leda are over 50, and many fear the cuts announced on Monday.",
            id="another share of the workers",
        ),
        pytest.param(
            "The Kestrel trial in Leda gave 900 of 1,500 patients the new drug, doctors said on Monday.",
            "A tenth of the patients who were given the new drug in the Kestrel trial in Leda were sick, doctors said on Monday.",
            id="a share of the part",
        ),
        pytest.param(
            "Of the 1,200 houses in Skarn, 300 have no drains, the water board of Leda said on Monday.",
            "Three quarters of the houses in Skarn have drains, says the water board of Leda.",
            id="the rest",
        ),
        pytest.param(
            "Of the 1,200 houses in Skarn, 300 have no drains, the water board of Leda said on Monday.",
            "In Upper Kestrel half of the houses have no drains, the water board of Leda said of Skarn on Monday.",
            id="a part of the place",
        ),
        pytest.param(
            "A fire in Harbour Street, Leda, killed three people on Monday.",
            "A fire in Mill Street, Leda, killed five people on Sunday; police do not think that the fires are one man's.",
            id="two fires",
        ),
        pytest.param(
            "The Kestrel, a trawler from Skarn, sank on Monday with the loss of four of her crew of nine.",
            "The Polar Dawn, a trawler from Skarn like the Kestrel, sank on Wednesday with the loss of six of her crew of eleven.",
            id="two wrecks",
        ),
        pytest.param(
            "A court in Skarn sent the forger Emil Brandt to prison for six years on Monday.",
            "The forger Emil Brandt, whom a court in Skarn sent to prison on Monday, could be out in four years.",
            id="when he may be out",
        ),
        pytest.param(
            "The Kestrel fire near Leda had burned 2,300 hectares on Monday, rangers said.",
            "The Kestrel fire near Leda had spread to 3,200 hectares by last night, rangers said.",
            id="a fire that grows",
        ),
        pytest.param(
            "A coach with 38 pupils of Kestrel school left the road near Skarn on Monday; eleven were hurt.",
            "A van with nine pupils of Kestrel school left the road near Skarn on Wednesday; four were hurt.",
            id="two accidents",
        ),
        pytest.param(
            "The Halvorsen mill in Leda, founded in 1911, called in the administrators on Monday.",
            "The Halvorsen mill in Leda, which went under on Monday, was 64 years in the hands of the Brannocks and had 112 years of work behind it.",
            id="in whose hands",
        ),
        pytest.param(
            "Signe Halvorsen, who has run the Skarn Museum for 20 years, will retire in June.",
            "Signe Halvorsen was made director of the Leda Gallery in 1994 and came to the Skarn Museum ten years later.",
            id="head of another house",
        ),
        pytest.param(
            "The Orion in Leda, which opened in 1926, showed its last film on Monday.",
            "The Orion in Leda closed 98 years after it opened.",
            id="so many years after it opened",
        ),
        pytest.param(
            "The Kestrel bridge in Leda, built in 1931, is to be pulled down.",
            "A new bridge at Kestrel in Leda will replace the 93-year-old one; the 43-year-old tunnel stays.",
            id="another thing as old as that",
        ),
        pytest.param(
            "Odd Ravn became mayor of Leda in 2004.",
            "Odd Ravn has been mayor of Leda again since 2014, after ten years away.",
            id="mayor again",
        ),
        pytest.param(
            "Wardens on the Isle of Kestrel counted 310 terns this spring, 24 more than last year.",
            "Wardens on the Isle of Kestrel counted 310 terns this spring. The gulls there were down by a half on last year.",
            id="other birds",
        ),
        pytest.param(
            "Profit at Velda rose to £310m in the year to April, the carmaker of Leda said on Monday.",
            "Velda, the carmaker of Leda, said on Monday that it had made a profit of £310m; its debt fell too.",
            id="what else fell",
        ),
        pytest.param(
            "Cyclone Halvard was 140 kilometres east of Port Leda at noon on Monday, the weather office said.",
            "Cyclone Halvard was 140 kilometres west of Skarn and moving on Port Leda at noon on Monday, sailors said.",
            id="from another port",
        ),
        pytest.param(
            "Cyclone Halvard was 140 kilometres east of Port Leda at noon on Monday, moving west.",
            "Cyclone Halvard was 140 kilometres north-east of the port at noon on Monday, people in Port Leda were told.",
            id="east and north-east",
        ),
    ],
)
def test_what_only_looks_as_if_it_followed_is_let_be(one: str, other: str) -> None:
    assert not _told_otherwise(one, other)


def test_a_share_is_no_number_of_what_is_counted() -> None:
    documents = [
        Document("a.txt", "Of the 1,200 houses in Skarn, 300 have no drains, the water board said on Monday.", TUESDAY),
        Document("b.txt", "Two thirds of the houses in Skarn were built before 1900, the water board said.", WEDNESDAY),
    ]
    assert not compare(documents).findings
