"""What the checks of people, sums and statistics let be, and what they do not."""

from __future__ import annotations

import zoneinfo
from datetime import date

import pytest

from factcheck import Document, check
from tests.flagging import these_rules
from tests.growth import MOST, growth


def rules_of(text: str, published: date | None = None) -> set[str]:
    rulebook = these_rules(*sorted({rule for rule, _, _ in PAIRS}))
    return {finding.rule for finding in check([Document("a", text, published)], rulebook=rulebook, facts=()).findings}


#: A rule, what it flags, and the like that it lets be.
PAIRS = [
    ("two-ages", "Ada Lund, 34, won. Lund, 43, cried.", "Ada Lund, 34, won. Her brother Bo Lund, 43, cried."),
    ("two-ages", "Ada Lund, 34, won. Lund, 43, cried.", "Ada Lund, 34, won. Lund was 23 when she began."),
    ("two-ages", "Ada Lund, 34, won. Lund, 43, cried.", "Ada Lund Jr, 34, won. Lund, 63, cried."),
    ("two-ages", "Ada Lund, 34, won. Lund, 43, cried.", "Ada Lund, 34, won. “Lund, 43, cried,” he said."),
    ("two-clocks", "It fell at 9:10 a.m. (1025 GMT) here.", "It fell at 9:10 a.m. (1010 GMT) here."),
    ("two-clocks", "It fell at 8 p.m. (1500 GMT) in Delhi.", "It fell at 8:30 p.m. (1500 GMT) in Delhi."),
    ("two-clocks", "It fell at 8 p.m. (1500 GMT) in Delhi.", "It fell at 8 p.m. (1500 GMT) in Delhi or Dhaka."),
    ("hour-outside-day-part", "It fell at 21:00 in the morning.", "It fell at 9:00 in the morning."),
    ("exchange-far-off", "He paid €50 ($5,000).", "He paid €50 ($45)."),
    ("exchange-far-off", "He paid €50 ($5,000).", "He paid €50 ($5,000 with the flat)."),
    ("rates-disagree", "He paid £100 ($150) and £10 ($11).", "He paid £100 ($150). In 1985 it was £10 ($11)."),
    ("p-does-not-fit-test", "It helped, t(20) = 5.1, p = .60.", "It helped, t(20) = 5.1, p < .001."),
    ("p-does-not-fit-test", "It helped, F(1, 20) = 0.1, p < .01.", "It helped, F(1) = 0.1, p < .01."),
    ("p-does-not-fit-test", "It helped, z = 1.00, p = .01.", "It helped, t = 1.00, p = .01."),
    ("impossible-statistic", "It helped (p = -0.2).", "The pressure was p = 60."),
    ("estimate-outside-interval", "It is 5.1 (95% CI 6.0 to 7.1).", "It is 6.1 (95% CI 6.0 to 7.1)."),
    ("beyond-nature", "It fell to -480F.", "It fell to -280F."),
    ("beyond-nature", "It left at 10:65 p.m. for home.", "It ended 10:65 for the guests."),
    ("more-people-than-alive", "It has 9 billion citizens.", "It may have 9 billion citizens by 2050."),
    ("false-precision", "It held about 81,437 litres.", "It held about 81,000 litres."),
    ("before-it-existed", "In 1988 he met her on Facebook.", "In 1988 he met the later founder of Facebook."),
    ("before-it-existed", "In 1988 he met her on Facebook.", "He looked at photos from 1988 on Facebook."),
    ("series-score", "They won the series 4-1 in Game 6.", "They won the series 4-1 in Game 5."),
    ("acts-after-death", "Bo Lund died in 1990. In 1995 Lund spoke.", "Bo Lund died in 1990. His son spoke in 1995."),
    (
        "wrong-holiday",
        "On Good Friday, 16 April 2022, it rained.",
        "On Orthodox Good Friday, 22 April 2022, it rained.",
    ),
    ("change-without-base", "It was calm. Rents rose 8%. He left.", "It was calm in May. Rents rose 8%. He left."),
    ("mixed-date-orders", "From 25/12/2020 to 12/31/2020.", "From 25/12/2020 to 31/12/2020."),
    ("two-nows", "The vote is today. The vote was last week.", "The vote is today. The debate was last week."),
    ("unborn-witness", "The 40-year-old recalled the 1944 raid.", "The 90-year-old recalled the 1944 raid."),
    ("lead-within-margin", "A clear lead, 46-45, with a margin of ±3.", "A clear lead, 56-35, with a margin of ±3."),
]


@pytest.mark.parametrize(("rule", "flagged", "let_be"), PAIRS)
def test_a_slip_is_flagged_and_the_like_of_it_is_let_be(rule: str, flagged: str, let_be: str) -> None:
    assert rule in rules_of(flagged)
    assert rule not in rules_of(let_be)


def test_summer_time_goes_by_the_day_of_publication() -> None:
    text = "It starts at 10 a.m. EST (1400 GMT)."
    assert "two-clocks" in rules_of(text, date(2023, 1, 16))
    assert "two-clocks" not in rules_of(text, date(2023, 7, 16))
    assert "two-clocks" not in rules_of(text)


def test_without_zone_data_nothing_is_said_of_zones(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise zoneinfo.ZoneInfoNotFoundError(name)

    monkeypatch.setattr(zoneinfo, "ZoneInfo", missing)
    # A place that no other test speaks of: what is known of a zone is remembered.
    assert "two-clocks" not in rules_of("It fell at 8 p.m. (1500 GMT) in Manila.")
    assert "two-clocks" in rules_of("It fell at 9:10 a.m. (1025 GMT) here.")


@pytest.mark.parametrize("noise", ["1 (", "t(", "10:10 (", "$1 (€1) ", "2019-2012 ", "Lo, 34, ", "Easter Sunday, "])
def test_repeated_openings_do_not_make_a_check_slow(noise: str) -> None:
    assert growth(lambda size: lambda: rules_of(noise * (size // len(noise))), 5_000) < MOST
