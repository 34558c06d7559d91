"""What is left over in a draft and in its sources: a figure, a weekday or a first name that the other side has not."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.model import Document, Severity
from factcheck.pipeline import check

SOURCES = (
    Document(
        "coastguard",
        "The ferry Marita ran aground off Halden Point early on Tuesday with 214 people on board, the coastguard said. "
        "Nineteen passengers were hurt, two of them badly. Harbour pilot Ivar Dorn, 52, was not on board. "
        "The ship, built in 1994, carried 38 lorries and was doing 17 knots. "
        "It lost 46,000 litres of diesel, and cleaning the beach will cost about 3.2 million crowns.",
        date(2025, 5, 14),
    ),
    Document(
        "harbour",
        "Kestrel Lines will pay for the beach at Halden Point, where its ferry Marita struck a rock on Tuesday. "
        "Nineteen of the passengers were taken to hospital in Brackwater. Each of the 214 aboard gets 900 crowns. "
        "The harbour pilot, Ivar Dorn, wrote to the owners in April that the channel was too shallow.",
        date(2025, 5, 15),
    ),
)
DRAFT = (
    "A pilot had warned the owners of the Marita before the ferry hit a rock at Halden Point on Tuesday. "
    "Ivar Dorn, who was at home, had written in April that the channel was too shallow for her. "
    "All 214 aboard got off; nineteen passengers needed a hospital in Brackwater, and two are in a bad way. "
    "The beach stinks of the 46,000 litres of diesel that the ship lost there. "
    "To clean it will cost some 3.2 million crowns, and Kestrel Lines is to pay. "
    "The 31-year-old Marita was doing 17 knots, or almost 20 miles an hour, and had 38 lorries below."
)


def loud(draft: str, day: date = date(2025, 5, 16)) -> list[tuple[str, ...]]:
    """What is found in a draft and is no note, by the words that it marks."""
    findings = check([Document("draft", draft, day)], against=SOURCES).findings
    return [tuple(span.text for span in one.spans) for one in findings if one.severity is not Severity.NOTE]


def test_a_draft_in_words_of_its_own_differs_in_nothing() -> None:
    assert loud(DRAFT) == []


@pytest.mark.parametrize(
    ("right", "wrong", "marked"),
    [
        ("on Tuesday", "on Sunday", ("Sunday", "Tuesday")),
        ("Ivar Dorn", "Oskar Dorn", ("Oskar Dorn", "Ivar Dorn")),
        ("46,000 litres", "64,000 litres", ("64,000 litres", "46,000 litres")),
        ("46,000 litres", "460,000 litres", ("460,000 litres", "46,000 litres")),
        ("some 3.2 million", "some 2.3 million", ("some 2.3 million crowns", "about 3.2 million crowns")),
        ("nineteen passengers", "ninety passengers", ("ninety passengers", "Nineteen of the passengers")),
        ("38 lorries", "83 lorries", ("83 lorries", "38 lorries")),
    ],
)
def test_one_left_over_stands_for_the_other(right: str, wrong: str, marked: tuple[str, str]) -> None:
    assert marked in loud(DRAFT.replace(right, wrong))


def test_what_was_rounded_may_have_been_miscopied_too() -> None:
    exact = [Document(one.name, one.text.replace("46,000", "46,290"), one.published) for one in SOURCES]

    def places(draft: str) -> list[tuple[str, ...]]:
        return [
            tuple(span.text for span in one.spans) for one in check([Document("draft", draft)], against=exact).findings
        ]

    assert places(DRAFT) == []
    assert ("64,000 litres", "46,290 litres") in places(DRAFT.replace("46,000", "64,000"))


@pytest.mark.parametrize(
    "added",
    [
        # Another day, number or name of its own, while the sources' are told too.
        "On Sunday the beach will be shut to swimmers.",
        "A diver, Oskar Dorn, 25, went down to look at the rock.",
        "A tanker that lost 64,000 litres there in 2003 was never raised.",
        "A museum in town was built for 2.3 million crowns.",
        # What follows from theirs.
        "That is 195 who were not hurt, and 17 with scratches.",
        "The 214 will get 192,600 crowns between them.",
        "The letter was sent three weeks before the day, a Tuesday, on which she struck.",
    ],
)
def test_what_a_draft_adds_is_none_of_theirs(added: str) -> None:
    assert loud(f"{DRAFT} {added}") == []


def test_a_night_belongs_to_two_days_and_a_morning_to_one() -> None:
    assert loud(DRAFT.replace("on Tuesday", "on Monday night")) == []
    assert "Monday morning" in {places[0] for places in loud(DRAFT.replace("on Tuesday", "on Monday morning"))}


def test_what_was_written_on_a_day_need_not_name_it() -> None:
    assert loud(DRAFT.replace("on Tuesday", "as the owners heard on Thursday")) == []


def test_what_is_left_by_the_next_sentence_follows() -> None:
    source = Document("grid", "The storm cut the power of 42,000 homes in Kestrel. By noon 27,500 of them had it back.")
    draft = Document("draft", "The storm left 14,500 homes in Kestrel without power at noon.")
    assert check([draft], against=[source]).findings == ()


def test_what_is_to_come_is_not_what_was_done() -> None:
    source = Document("wire", "The rower Oskar Dorn capsized after 31 km of the Halden race and gave up.")
    draft = Document("draft", "Oskar Dorn, a rower, capsized in the Halden race with 52 km still to go and gave up.")
    assert check([draft], against=[source]).findings == ()


def test_a_short_text_retells_nothing_by_chance() -> None:
    assert loud("The Marita struck a rock on Sunday. Oskar Dorn saw it from the quay with 64 others.") == []


BLAST = (
    Document(
        "agency",
        "MARLOW, March 4 - A gas blast wrecked a row of houses in Marlow before dawn on Tuesday and killed six people, "
        "the fire service said. Another 23 were hurt. Some 340 residents were taken to a school gym. The mayor will "
        "visit the street on Saturday. Gas sales in the county rose 8 percent to 412 million crowns last year.",
        date(2025, 3, 4),
    ),
    Document(
        "gas company",
        "Norgas has shut off 1,150 homes in Marlow since the explosion on Tuesday. Inspectors had last looked at the "
        "main, which is 61 years old, on Monday. Norgas will pay each of the 340 residents 2,500 crowns. "
        "The plant lies 14 km east of the town.",
        date(2025, 3, 5),
    ),
)
OWN_WORDS = (
    "Six neighbours are dead in Marlow, where their houses blew up on Tuesday while they slept. A further 23 needed a "
    "doctor. The gym of a school has taken in 340 others, who can expect 2,500 crowns each from Norgas. It had its "
    "inspectors at the main, laid 61 years ago, only on Monday. No gas flows now to 1,150 homes. The company's plant "
    "stands 14 km to the east. Its business is not going badly: gas sales of the county were up by 8 per cent last "
    "year, at 412 million. On Saturday the mayor comes to see the street."
)


def loud_of_blast(draft: str) -> set[tuple[str, ...]]:
    """What is found in a draft on the blast and is no note, by the words that it marks."""
    findings = check([Document("draft", draft, date(2025, 3, 6))], against=BLAST).findings
    return {tuple(span.text for span in one.spans) for one in findings if one.severity is not Severity.NOTE}


@pytest.mark.parametrize(
    ("right", "wrong", "marked"),
    [
        # On the day on which the draft was written, though its sources were written before.
        ("up on Tuesday", "up on Thursday", ("Thursday", "Tuesday")),
        ("only on Monday", "only on Friday", ("Friday", "Monday")),
        # What is told of a figure, in a draft that has few words in common with its sources and most figures.
        ("were up by 8", "were down by 8", ("down", "rose")),
        ("to the east", "to the west", ("west", "east")),
    ],
)
def test_a_draft_whose_figures_are_the_sources_is_held_to_them_in_whatever_words(
    right: str, wrong: str, marked: tuple[str, str]
) -> None:
    assert loud_of_blast(OWN_WORDS) == set()
    assert marked in loud_of_blast(OWN_WORDS.replace(right, wrong))


@pytest.mark.parametrize(
    "added",
    [
        "On Thursday the priest of Marlow rang his bell six times.",
        "Last Friday nobody in the street had smelled anything.",
        "They will be buried next Wednesday.",
        "Its neighbour Kestrel Gas lies 14 km to the west of the plant.",
        "What Norgas sold in January fell by 8 crowns a home.",
        "The mother of two of the dead lost 2,500 crowns in the blast.",
    ],
)
def test_what_such_a_draft_adds_is_none_of_theirs(added: str) -> None:
    assert loud_of_blast(f"{OWN_WORDS} {added}") == set()


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        # A change that is seen from then, or from the other of two.
        ("A year ago eggs in Marlow cost 12 per cent less.", "Eggs in Marlow cost $6.20, up from $5.53 a year ago."),
        ("Eggs in Marlow were 12 per cent cheaper last year.", "Eggs in Marlow cost $6.20, up from $5.53 last year."),
        ("Kestrel cut its loss by a third.", "Kestrel lost $8 million, compared with $12 million a year earlier."),
        (
            "Her majority was 5,200 votes smaller than his had been.",
            "She won with a majority of 2,700, against 7,900 in 2022.",
        ),
        (
            "Crime in Marlow is down by a fifth, and the police solved a fifth more.",
            "Marlow counted 800 thefts, down from 1,000 in 2023, and solved 240, up from 200 in 2023.",
        ),
        # What is left, or comes on top.
        ("Marlow beat Kestrel by 12 points.", "Marlow 87, Kestrel 75."),
        ("They led by 16 points with four games left.", "Marlow have 58 points from 34 games, Kestrel 42."),
        ("The new line takes 33 minutes less than the bus.", "The tram takes 17 minutes; the bus needs 50."),
        ("The tower is 36 metres higher than the mill.", "The tower is 120 metres high, the mill 84."),
        ("About 12,500 homes are still dark.", "Of 31,000 homes without power 18,500 had it back by noon."),
        ("Fees added another £96,000.", "The hammer fell at £390,000, and with fees the buyer paid £486,000."),
        ("Tax took another £84,000.", "The hammer fell at £390,000, and with fees the buyer paid £486,000."),
        ("The other 28 were let go in May.", "Kestrel laid off 62 people, 34 of them in March."),
        ("All but six of the 43 works were sold.", "He painted 43 works and sold 37 of them."),
        (
            "They were bowled out with 15 balls left.",
            "They lost their last wickets for 64, and the margin was 43 runs.",
        ),
        (
            "Its debts are $28 million above what it owns.",
            "Kestrel owns a mill worth $55 million, and owes $83 million to two banks.",
        ),
        (
            "With the bonus he cut her lead by 22 seconds to 50.",
            "He is within reach of Ann Lund, who had led him by 1m 12s.",
        ),
        (
            "All but 11 of the patients are under 18.",
            "Of the patients 30 are from 5 to 17 years old and 11 are adults.",
        ),
    ],
)
def test_what_follows_by_subtraction_differs_from_nothing(draft: str, source: str) -> None:
    assert check([Document("draft", draft)], against=[Document("source", source)]).findings == ()


@pytest.mark.parametrize(
    ("draft", "source", "marked"),
    [
        (
            "Sales in Kestrel shrank by $54.5 million.",
            "Sales in Kestrel were $684.2 million, compared with $728.7 million a year earlier.",
            ("$54.5 million", "$684.2 million, compared with $728.7 million"),
        ),
        (
            "In Kestrel a ticket costs £3.50 extra at peak times.",
            "A ticket in Kestrel costs £6.40, and £8.90 at peak times.",
            ("£3.50", "£6.40, and £8.90"),
        ),
        (
            "Eggs in Marlow are 12 per cent cheaper than last year.",
            "A dozen eggs in Marlow costs $6.20, up from $5.53 last year.",
            ("12 per cent cheaper", "$6.20, up from $5.53"),
        ),
        (
            "The bread of Marlow fell by a fifth.",
            "A loaf of bread in Marlow costs 60 crowns, compared with 50 crowns a year earlier.",
            ("fell by a fifth", "60 crowns, compared with 50 crowns"),
        ),
    ],
)
def test_what_is_told_as_a_difference_is_held_to_the_two_numbers(
    draft: str, source: str, marked: tuple[str, str]
) -> None:
    findings = check([Document("draft", draft)], against=[Document("source", source)]).findings
    assert marked in [tuple(span.text for span in one.spans) for one in findings]
