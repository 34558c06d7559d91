"""Every way that we know to say a time, and what it means in an article of Friday, 21 October 2022."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.extract import extract
from factcheck.model import Document, Kind, Mention
from factcheck.resolve import resolve

PUBLISHED = date(2022, 10, 21)
TIMES = {Kind.DATE, Kind.TIME, Kind.DURATION, Kind.SET}


def times(text: str, published: date | None = PUBLISHED) -> list[Mention]:
    document = Document("article", text, published)
    return [mention for mention in resolve(extract(document), document) if mention.time]


def marked(text: str, published: date | None = PUBLISHED) -> tuple[str, list[str]]:
    """The text with each time in marks, and the values of the times."""
    found = times(text, published)
    for mention in reversed(found):
        text = f"{text[: mention.start]}<<{mention.text}>>{text[mention.end :]}"
    return text, [mention.time.timex for mention in found if mention.time]


class Corpus(NamedTuple):
    """Sentences with their times between marks, and the value of the first."""

    means: list[tuple[str, str]]
    #: In these nothing is a time.
    silent: list[str]
    #: These we read wrongly.
    not_yet: list[str]


def corpus() -> Corpus:
    """What stands in times.txt: the value and a sentence on each line, a question mark for what is not read yet."""
    lines = Path(__file__).with_name("times.txt").read_text(encoding="utf-8").splitlines()
    cases = [line.split("|", 1) for line in lines if line and not line.startswith("#")]
    pairs = [(value.strip(), sentence.strip()) for value, sentence in cases]
    return Corpus(
        [(value, sentence) for value, sentence in pairs if value != "?" and "<<" in sentence],
        [sentence for _, sentence in pairs if "<<" not in sentence],
        [sentence for value, sentence in pairs if value == "?"],
    )


CORPUS = corpus()


@pytest.mark.parametrize(("value", "sentence"), CORPUS.means)
def test_a_time_is_found_to_the_letter_and_means(value: str, sentence: str) -> None:
    text, values = marked(sentence.replace("<<", "").replace(">>", ""))

    assert text == sentence
    assert values[0] == value


@pytest.mark.parametrize("sentence", CORPUS.silent)
def test_what_is_no_time_stays_unread(sentence: str) -> None:
    assert marked(sentence) == (sentence, [])


@pytest.mark.parametrize(
    "sentence", [pytest.param(one, marks=pytest.mark.xfail(strict=True)) for one in CORPUS.not_yet]
)
def test_what_is_not_read_yet(sentence: str) -> None:
    assert marked(sentence.replace("<<", "").replace(">>", ""))[0] == sentence


#: What is known of a time in an article without a date.
UNDATED = {
    "XXXX-10-03": "on <<Oct. 3>>",
    "XXXX-WXX-3": "on <<Wednesday>>",
    "XXXX-WXX-3TNI": "on <<Wednesday night>>",
    "XXXX-10": "in <<October>>",
    "XXXX-Q3": "in <<the third quarter>>",
    "XXXX-SU": "<<this summer>>",
    "XXXX-XX-XX": "It rained <<yesterday>>.",
    "XXXX-XX-XXT10:30": "at <<10:30 a.m.>>",
    "XXXX-WXX": "It rained <<last week>>.",
    "XXXX-XX": "It rained <<last month>>.",
    "XXXX": "It rained <<three years ago>>.",
    "XXXX-XX-13": "on <<Friday the 13th>>",
    "XXXX-WXX-WE": "It rained over <<the weekend>>.",
    "XXXX-QX": "It rained <<this quarter>>.",
    "XXX": "It rained in <<the last decade>>.",
}


@pytest.mark.parametrize(("value", "sentence"), UNDATED.items())
def test_an_article_without_a_date_leaves_the_days_open(value: str, sentence: str) -> None:
    text, values = marked(sentence.replace("<<", "").replace(">>", ""), published=None)

    assert (text, values) == (sentence, [value])
    assert all(m.time and m.time.start is None for m in times(sentence.replace("<<", "").replace(">>", ""), None))


def test_years_in_a_pair_are_two_dates() -> None:
    assert marked("from 1990 to 2005")[0] == "from <<1990>> to <<2005>>"
    assert marked("Ada Rey (1931-2004)")[0] == "Ada Rey (<<1931>>-<<2004>>)"
    assert marked("the 2012-2019 lease") == ("the <<2012>>-<<2019>> lease", ["2012", "2019"])
    assert marked("It grew in 2023-24.") == ("It grew in <<2023>>-<<24>>.", ["2023", "2024"])
    assert marked("the 2019-21 lease") == ("the <<2019>>-<<21>> lease", ["2019", "2021"])


def test_a_text_shows_which_of_the_figures_of_a_date_is_the_day() -> None:
    assert marked("It ran from 05/06/2021 to 25/06/2021.")[1] == ["2021-06-05", "2021-06-25"]
    assert marked("It ran from 05/06/2021 to 05/25/2021.")[1] == ["2021-05-06", "2021-05-25"]
    assert marked("From 05/06/2021, 05/25/2021 or 25/05/2021")[1][0] == "2021-05-06"


def test_two_days_of_one_month_are_two_dates() -> None:
    assert marked("on Oct. 2nd and 3rd")[1] == ["2022-10-02", "2022-10-03"]


def test_a_day_that_does_not_exist_keeps_its_parts_and_has_no_value() -> None:
    (mention,) = times("The offer runs to June 31.")

    assert mention.text == "June 31"
    assert mention.time is not None
    assert (mention.time.timex, mention.time.start) == ("", None)
    assert mention.time.printed is not None
    assert (mention.time.printed.month, mention.time.printed.day) == (6, 31)


def test_a_wrong_weekday_does_not_change_the_date() -> None:
    (mention,) = times("It began on Tuesday, 24 February 2022.")

    assert mention.time is not None
    assert mention.time.timex == "2022-02-24"
    assert mention.time.printed is not None
    assert mention.time.printed.weekday == 1


def test_a_time_of_day_behind_a_date_is_no_second_day() -> None:
    assert marked("from 6 a.m. on May 19 to 12 p.m. on May 20")[0] == (
        "from <<6 a.m.>> on <<May 19>> to <<12 p.m.>> on <<May 20>>"
    )
    assert marked("+3 +18 -4 Dec 23, 2018")[0] == "+3 +18 -4 <<Dec 23, 2018>>"


@pytest.mark.parametrize("words", ["30 February 2022", "February 30", "June 20-14", "2022-13-40", "Friday, June 31"])
def test_no_impossible_day_is_dated(words: str) -> None:
    assert [(m.text, m.time.timex, m.time.start) for m in times(f"on {words}.") if m.time] == [(words, "", None)]


def test_the_same_day_and_the_day_after_count_from_the_day_that_was_spoken_of() -> None:
    text = "It sank on 3 May 1998. Divers came that same day. They left the next day and were back three days later."

    assert marked(text)[1] == ["1998-05-03", "1998-05-03", "1998-05-04", "1998-05-07"]


def test_a_quarter_is_remembered_until_results_are_for_something_else() -> None:
    text = "In the third quarter it earned $5 million. In the year-earlier quarter it lost $1 million."
    other = "In the third quarter it fell. In the nine months it lost $2 million, against $3 million a year ago."

    assert marked(text)[1] == ["2022-Q3", "2021-Q3"]
    assert marked(other)[1] == ["2022-Q3", "P9M", "2021"]


def test_the_quarter_alone_is_the_last_one_that_ended() -> None:
    assert marked("Sales fell in the quarter.")[1] == ["2022-Q3"]


@pytest.mark.parametrize(("last", "value"), [("Sept. 30", "2022-Q3"), ("July 31", "2022-Q2"), ("then", "2022-Q1")])
def test_a_quarter_is_dated_by_the_day_on_which_it_ended(last: str, value: str) -> None:
    text = f"It fell in the fiscal first quarter. For the quarter ended {last}, it lost $2 million."
    assert marked(text)[1][1] == value


def test_what_is_to_be_by_the_end_of_the_year_is_told_of_this_one() -> None:
    assert marked("It shrank in 1990. It will shut by the end of the year.")[1] == ["1990", "2022"]


def test_only_a_year_ago_is_told_of_a_quarter() -> None:
    assert marked("In the second quarter it grew. It shut three years ago, or a year ago.")[1][1:] == [
        "2019",
        "2021-Q2",
    ]


@pytest.mark.parametrize(
    "text", ["about 10:35 a.m. (0735 GMT) Wednesday", "It struck at 10:35 a.m. (0735 GMT) Wednesday"]
)
def test_two_clocks_share_the_day_behind_both(text: str) -> None:
    assert marked(text)[1] == ["2022-10-19T10:35", "2022-10-19T07:35", "2022-10-19"]


def test_no_results_are_told_of_a_quarter_to_come() -> None:
    text = "It will gain in the second quarter of 2023. In the year-ago quarter it lost $2 million."
    assert marked(text)[1] == ["2023-Q2", "2021-Q3"]


def test_the_quarter_of_another_year_is_the_one_that_was_spoken_of() -> None:
    assert marked("Sales fell in the second quarter. In the 1988 quarter they rose.")[1] == ["2022-Q2", "1988-Q2"]
    assert marked("In the 1988 period they rose.")[1] == ["1988"]


def test_days_that_were_only_guessed_are_left_out() -> None:
    spoken_of, fiscal = times("It opened in May 1998. That year it burned.")[1], times("in fiscal 2021")[0]

    assert spoken_of.time is not None
    assert fiscal.time is not None
    assert (spoken_of.time.timex, spoken_of.time.start) == ("1998", None)
    assert (fiscal.time.timex, fiscal.time.start) == ("2021", None)


def test_a_span_of_years_beyond_the_calendar_is_only_past() -> None:
    assert marked("5,000 years ago")[1] == ["PAST_REF"]


def test_without_a_date_a_chain_of_units_ago_stays_open() -> None:
    assert marked("It shut 2 years and 3 months ago.", None)[1] == ["XXXX-XX-XX"]


def test_later_and_earlier_stop_at_the_day_of_writing() -> None:
    earlier, later = times("Earlier this year it shut. Later this year it opens.")

    assert earlier.time is not None
    assert later.time is not None
    assert (earlier.time.start, earlier.time.end) == (date(2022, 1, 1), date(2022, 10, 22))
    assert (later.time.start, later.time.end) == (date(2022, 10, 21), date(2023, 1, 1))


def test_a_weekday_chooses_the_year_of_a_date_without_one() -> None:
    assert marked("on Sunday, Oct. 3")[1] == ["2021-10-03"]


def test_figures_that_may_be_two_dates_allow_the_days_of_both() -> None:
    (mention,) = times("the 04/05/2023 meeting")

    assert mention.time is not None
    assert (mention.time.start, mention.time.end) == (date(2023, 4, 5), date(2023, 5, 5))
    assert mention.time.readings == (date(2023, 4, 5), date(2023, 5, 4))


def test_a_year_earlier_counts_from_the_quarter_that_was_spoken_of() -> None:
    text = "Sales rose in the third quarter to $5 million from $4 million a year ago."

    assert marked(text)[1] == ["2022-Q3", "2021-Q3"]


def test_that_year_is_the_year_that_was_spoken_of() -> None:
    assert marked("It opened in May 1998. Later that year it burned.")[1] == ["1998-05", "1998"]


def test_parts_of_a_decade_share_its_middle_years() -> None:
    spans = [times(f"in {words} 1990s")[0].time for words in ("the early", "the mid", "the late")]

    assert [(span.start.year, span.end.year) for span in spans if span and span.start and span.end] == [
        (1990, 1995),
        (1993, 1998),
        (1995, 2000),
    ]


def test_years_ago_allow_half_a_year_either_way() -> None:
    (mention,) = times("Ten years ago it closed.")

    assert mention.time is not None
    assert mention.time.start == date(2012, 1, 1)
    assert mention.time.end is not None
    assert mention.time.end > date(2013, 1, 1)
    assert mention.time.anchored


def test_a_printed_year_needs_no_anchor() -> None:
    (mention,) = times("in 1998")

    assert mention.time is not None
    assert not mention.time.anchored


#: Words, and the number of units that they allow.
LENGTHS = {
    "over five months": (5, None, "month", ">"),
    "for months": (2, None, "month", ">"),
    "five months": (4.5, 5.5, "month", "="),
    "several weeks": (3, 10, "week", "~"),
    "2 hours 30 minutes": (149.5, 150.5, "minute", "="),
}


@pytest.mark.parametrize(("words", "allowed"), LENGTHS.items())
def test_a_length_of_time_is_an_amount_too(words: str, allowed: tuple[float, float | None, str, str]) -> None:
    (mention,) = times(words)
    plain = mention.to_dict()

    assert mention.kind is Kind.DURATION
    assert (plain["lower"], plain["upper"], plain["unit"], plain["bound"]) == allowed


@pytest.mark.parametrize("published", [date.min, date.max, None])
def test_days_beyond_the_calendar_are_no_crash(published: date | None) -> None:
    for text in ("0000-01-01", "It shut Friday.", "in December", "next year", "three years ago", "last century"):
        assert times(text, published)


def test_a_day_behind_another_of_long_ago_is_of_that_year_and_only_guessed() -> None:
    text = "He resigned on Sept. 8, 2020, 10 days after he was arrested on Aug. 29. His trial will begin on May 3."
    read = [
        (mention.time.timex, mention.time.start)
        for mention in times(text)
        if mention.kind is Kind.DATE and mention.time
    ]
    assert read == [("2020-09-08", date(2020, 9, 8)), ("2020-08-29", None), ("2023-05-03", date(2023, 5, 3))]
