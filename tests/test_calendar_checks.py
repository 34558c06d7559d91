"""Feasts, clocks, and dates whose year nobody knows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import Document, check, extract
from factcheck.judge.checks.amounts.currencies import BANDS
from factcheck.judge.checks.dates.day_parts import HOURS, TOLD_BY
from factcheck.judge.checks.dates.holidays import NAMES, days_of
from factcheck.judge.checks.dates.two_clocks import ODD_OFFSETS, PLACES, ZONES
from factcheck.judge.checks.history.beginnings import BEGINNINGS
from factcheck.judge.checks.parts import plain_words
from factcheck.judge.moments import days, days_of_any_year, last_day
from factcheck.resolve.holidays import easter

years = st.integers(1700, 2400)


@given(years)
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


@given(st.sampled_from(sorted(NAMES)), st.integers(1950, 2100))
def test_every_feast_has_its_day_in_every_year(name: str, year: int) -> None:
    found = days_of(name, year)
    assert all(day.year == year for day in found)
    assert found or name == "leap day"


@pytest.mark.parametrize(
    ("name", "day"),
    {
        "easter sunday": date(2023, 4, 9),
        "good friday": date(2022, 4, 15),
        "pentecost": date(2021, 5, 23),
        "shrove tuesday": date(2020, 2, 25),
        "presidents’ day": date(2024, 2, 19),
        "thanksgiving": date(2023, 11, 23),
        "martin luther king day": date(2023, 1, 16),
        "boxing day": date(1999, 12, 26),
    }.items(),
)
def test_feasts_fall_where_calendars_print_them(name: str, day: date) -> None:
    assert days_of(name, day.year)[0] == day


def test_thanksgiving_is_kept_in_october_too() -> None:
    assert date(2023, 10, 9) in days_of("thanksgiving", 2023)


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("The fair is on 10-14 June.", date(2000, 6, 10), date(2000, 6, 15)),
        ("The fair is on 5 May.", date(2000, 5, 5), date(2000, 5, 6)),
        ("It ended in June.", date(2000, 6, 1), date(2000, 7, 1)),
        ("The third quarter was weak.", date(2000, 7, 1), date(2000, 10, 1)),
        ("The fair is on 29 February.", date(2000, 2, 29), date(2000, 3, 1)),
    ],
)
def test_days_without_a_year_lie_in_a_year_that_has_every_day(text: str, first: date, end: date) -> None:
    (mention,) = (mention for mention in extract(Document("a", text)) if mention.time)
    assert days(mention) is None
    assert days_of_any_year(mention) == (first, end)


@pytest.mark.parametrize("text", ["It closed in 2014.", "It closed recently.", "It was Friday."])
def test_other_times_are_in_no_particular_part_of_the_year(text: str) -> None:
    for mention in extract(Document("a", text)):
        assert days_of_any_year(mention) is None
        assert last_day(mention) is None


def test_every_zone_of_the_tables_is_in_the_tz_database() -> None:
    zoneinfo = pytest.importorskip("zoneinfo")
    if not zoneinfo.available_timezones():
        pytest.skip("no tz database on this machine")
    assert {*ZONES.values(), *PLACES.values()} <= zoneinfo.available_timezones()


def test_odd_offsets_are_quarters_of_an_hour() -> None:
    assert all(minutes % 15 == 0 and minutes % 60 for minutes in ODD_OFFSETS)


def test_bands_have_a_width_and_a_source() -> None:
    assert all(0 < band.least <= band.most and band.source for band in BANDS.values())


def test_beginnings_have_a_year_and_a_source() -> None:
    assert all(1700 < known.year < 2030 and known.source for known in BEGINNINGS.values())


@pytest.mark.parametrize(
    ("weekday", "severities"), [("Thursday", ["warning"]), ("Monday", ["note"])], ids=["no year fits", "2013 fits"]
)
def test_a_weekday_of_a_year_that_the_article_tells_is_a_note(weekday: str, severities: list[str]) -> None:
    text = f"Berg took charge in May 2012. They last lost on {weekday} 4 February."
    report = check([Document("a.txt", text, date(2024, 4, 15))])
    assert [finding.severity for finding in report.findings] == severities


@pytest.mark.parametrize("part", HOURS)
def test_a_text_that_names_a_part_of_the_day_is_shown_to_its_check(part: str) -> None:
    """With a hyphen, a blank or nothing between, as the check reads it."""
    for written in (part, part.replace("-", " "), part.replace("-", "")):
        assert plain_words(written) & TOLD_BY
