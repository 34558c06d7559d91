"""One clash is told once, whichever rules see it."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document, Finding
from factcheck.pipeline import check
from tests.test_rule_laws import SLIPS


def _findings(text: str, published: date | None = None) -> tuple[Finding, ...]:
    return check([Document("the article", text, published)], facts=()).findings


def _mark_the_same(one: Finding, other: Finding) -> bool:
    return all(any(span.overlaps(own) for own in other.spans) for span in one.spans) and all(
        any(span.overlaps(own) for own in one.spans) for span in other.spans
    )


@pytest.mark.parametrize("rule", SLIPS)
def test_no_two_rules_tell_of_the_same_places(rule: str) -> None:
    found = _findings(SLIPS[rule].text, SLIPS[rule].published)
    assert not [
        (one.rule, other.rule)
        for number, one in enumerate(found)
        for other in found[:number]
        if _mark_the_same(one, other)
    ]


def test_the_rule_that_is_more_to_the_point_tells_it() -> None:
    (found,) = _findings("“We had help,” said Tom Hale, 61, who was born in 1970.", date(2022, 10, 24))
    assert found.rule == "wrong-age"


def test_two_slips_at_one_place_are_two() -> None:
    found = _findings(
        "The depot lies 40 km (64 miles) away; 40 km (46 miles) by road. It is 40 km (64 miles, or 90 yards)."
    )
    assert len({tuple((span.start, span.end) for span in one.spans) for one in found}) == len(found) > 1
