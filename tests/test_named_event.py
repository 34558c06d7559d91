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
