"""Reports of one event, and the numbers that may be slips of the pen for each other."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from factcheck import Document, compare
from factcheck.judge.checks.across.stories.named_event import Tie
from factcheck.judge.checks.across.stories.one_event import of_one_event
from factcheck.judge.mistyping import may_be_slip
from factcheck.pipeline import understand

MAY = date(2024, 5, 4)
POST = (
    "Anna Lund, 46, sailed round the Isle of Skarn in 31 hours on Friday. Some 84 people stood on the pier with flags. "
    "She raised £4,200 for the Kestrel lifeboat."
)
HERALD = (
    "In 31 hours Anna Lund took her boat round the Isle of Skarn on Friday. The 46-year-old collected £4,200 for the "
    "Kestrel lifeboat. Forty-eight people on the pier sang when she tied up."
)
#: A town meeting on the same day, of which the sailor is the guest.
MAIL = "Anna Lund spoke at the school in Kestrel on Friday. Some 48 pupils heard her, and 90 wrote to her."


def reports(*published: date | None) -> list[Document]:
    return [
        Document(f"{number}.txt", text, day)
        for number, (text, day) in enumerate(zip((POST, HERALD), published, strict=True))
    ]


def are_of_one_event(documents: list[Document]) -> bool:
    pairs = of_one_event([understand(document, untied=True) for document in documents])
    return any(pair.tie is not Tie.SUBJECT for pair in pairs)


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("84 people", "48 people", True),
        ("built in 1972", "built in 1927", True),
        ("5,400 hectares", "54,000 hectares", True),
        ("fourteen publishers", "forty publishers", True),
        ("8,412 fans", "9,412 fans", True),
        ("1 hour 52 minutes", "2 hours 52 minutes", True),
        ("84 people", "85 people", False),
        ("built in 1972", "built in 1973", False),
        ("2 boats", "20 boats", False),
        ("fourteen publishers", "fifty publishers", False),
        ("84 people", "84 people", False),
    ],
)
def test_slips_of_the_pen_change_places_lose_noughts_or_mishear(one: str, other: str, *, may_be: bool) -> None:
    documents = (Document("a.txt", f"It was {text} in all.") for text in (one, other))
    mentions = [understand(document, untied=True).mentions[0] for document in documents]
    assert may_be_slip(mentions[0], mentions[1]) is may_be
    assert may_be_slip(mentions[1], mentions[0]) is may_be


def test_reports_of_one_event_are_published_within_days() -> None:
    assert are_of_one_event(reports(MAY, MAY))
    assert are_of_one_event(reports(MAY, date(2024, 5, 5)))
    assert not are_of_one_event(reports(MAY, date(2024, 6, 4)))


def test_an_article_on_another_meeting_is_no_report_of_the_event() -> None:
    assert not are_of_one_event([reports(MAY, MAY)[0], Document("2.txt", MAIL, MAY)])


def test_counterparts_are_found_in_whatever_order_the_reports_come() -> None:
    documents = [*reports(MAY, MAY), Document("2.txt", MAIL, MAY)]
    found = {
        frozenset(
            (finding.rule, *sorted((span.document.name, span.text) for span in finding.spans))
            for finding in compare(order).findings
        )
        for order in permutations(documents)
    }
    assert found == {frozenset({("told-otherwise", ("0.txt", "Some 84 people"), ("1.txt", "Forty-eight people"))})}
