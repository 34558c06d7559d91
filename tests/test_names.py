"""Which names are one: a table of pairs, and what is read as a name."""

from __future__ import annotations

import pytest

from factcheck import Document, compare
from factcheck.align.merging import (
    BEGINNINGS,
    ONE_NAME,
    OPENINGS,
    SURELY_ONE,
    clusters,
    is_one_name,
    likeness,
    may_be_one_name,
)
from factcheck.align.names import names_in, sound
from factcheck.align.persons import about, called

ONE = [
    ("Bakhmut", "Bachmut"),
    ("Kyiv", "Kiev"),
    ("Beijing", "Peking"),
    ("Pavlo Kyrylenko", "Kyrylenko"),
    ("Zelensky", "Zelenskyy"),
    ("Khamenei", "Hamenei"),
    ("Ahmadinejad", "Ahmadinedjad"),
    ("Erdogan", "Erdoğan"),
    ("Wolgograd", "Volgograd"),
    ("Gaddafi", "Kadhafi"),
    ("Institute for the Study of War", "ISW"),
    ("UN", "United Nations"),
    ("U.S.", "United States"),
    ("Iranian", "Iran"),
    ("Smith’s", "Smith"),
    ("Petrovaradin", "Petrovaradan"),
    ("Moammar Gadhafi", "Muammar Gaddafi"),
    ("Nato", "North Atlantic Treaty Organization"),
    ("Vice President Anna Berg", "Anna Berg"),
    ("Zelenskyy", "Selenskyj"),
    ("Chernihiv", "Tschernihiw"),
    ("Nazarbayev", "Nasarbajew"),
    ("Yanukovych", "Janukowitsch"),
    ("Volodymyr Zelenskyy", "Wolodymyr Selenskyj"),
    ("Lukashenko", "Loukachenko"),
]
TWO = [
    ("Bakhmut", "Bakhmutske"),
    ("Iran", "Iraq"),
    ("Niger", "Nigeria"),
    ("Austria", "Australia"),
    ("Slovakia", "Slovenia"),
    ("Oslo", "Oulu"),
    ("North Korea", "South Korea"),
    ("Anna Berg", "Ivar Lund"),
    ("Johnson", "Johnston"),
    ("Marlow", "Harlow"),
    ("WHO", "World Trade Organization"),
    ("Kim Jong Un", "Kim Jong United Nations"),
    ("New Zeeland", "Zeeland"),
    ("Orange County", "County"),
    ("New York", "NYC"),
    ("Bank of Marlow", "Marlow"),
    ("Four Republicans", "Republicans"),
    ("Anna Berg", "Ivar Berg"),
    ("Bolten", "Bosten"),
    ("Kerry", "Kelly"),
    ("Hondura", "Honduran"),
    ("Flight MH12", "Flight MH14"),
    ("Grist", "Christ"),
    ("Star", "Starr"),
    ("Caroline", "Carolina"),
    ("Brannon", "Brandon"),
    ("Democratic Party", "Republican Party"),
    ("Gonzales", "Gonzalez"),
    ("Andersen", "Anderson"),
    ("Hansen", "Jansen"),
    ("Marin", "Martin"),
    ("Meyer", "Mayer"),
    ("Chester", "Hester"),
    ("Ritchie", "Richie"),
    ("Zander", "Sander"),
    ("Georgia", "Georgian"),
]


@pytest.mark.parametrize(("one", "other"), ONE + TWO)
def test_names_that_open_otherwise_are_two_by_all_else_too(one: str, other: str) -> None:
    assert is_one_name(one, other) is (likeness(one, other).score >= SURELY_ONE)


def test_letters_that_stand_for_each_other_open_alike() -> None:
    assert all(len({letter.translate(OPENINGS) for letter in letters}) == 1 for letters in BEGINNINGS)


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_spellings_of_one_name(one: str, other: str) -> None:
    assert likeness(one, other).score >= ONE_NAME
    assert likeness(one, other) == likeness(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_names_that_look_alike(one: str, other: str) -> None:
    assert likeness(one, other).score < ONE_NAME
    assert likeness(one, other) == likeness(other, one)


def test_a_merge_says_what_tells() -> None:
    assert likeness("Kyiv", "Kiev").reason == "one of its other names"
    assert likeness("Bakhmut", "Bachmut").reason == "sounds alike"
    assert likeness("Mubarak", "Mubarek").reason == "differs in 1 letter"
    assert likeness("Iran", "Iraq").reason == "two names that look alike"
    assert likeness("Ahmadinejad", "Ahmadinedjad").reason == "differs in 1 letter"
    assert likeness("Marlowitzer", "Marlowtizer").reason == "differs in 1 letter"


def test_a_surname_alone_may_be_somebody_elses() -> None:
    assert may_be_one_name("Pavlo Kyrylenko", "Kyrylenko")
    assert not is_one_name("Pavlo Kyrylenko", "Kyrylenko")
    assert not may_be_one_name("Pavlo Kyrylenko", "Olena Kyrylenko")


@pytest.mark.parametrize(
    ("full", "surname"),
    [
        ("Volodymyr Zelenskyy", "Zelensky"),
        ("Muammar Gaddafi", "Qadhafi"),
        ("Vasyl Berdymukhamedov", "Berdimuhamedov"),
    ],
)
def test_a_surname_alone_may_be_written_otherwise(full: str, surname: str) -> None:
    assert may_be_one_name(full, surname)
    assert not is_one_name(full, surname)


@pytest.mark.parametrize(
    ("full", "surname"),
    [
        ("Tom Patterson", "Paterson"),
        ("Ruth Kavanaugh", "Cavanaugh"),
        ("Anwar Chowdhury", "Chowdhuri"),
        ("Gail Wilensky", "Vilensky"),
        ("Anna Meyer", "Mayer"),
    ],
)
def test_a_surname_a_letter_apart_is_of_another_family(full: str, surname: str) -> None:
    assert not may_be_one_name(full, surname)


CALLED = {
    "Mayor Anna Berg spoke in Oslo. Ms. Berg wept.": {"berg": "anna berg", "anna berg": "anna berg", "oslo": "oslo"},
    "House Speaker Anna Berg met Anna Berg's staff. Then Berg left.": {
        "house speaker anna berg": "anna berg",
        "anna berg": "anna berg",
        "berg": "anna berg",
    },
    # A relative who is told of later, and one who alone is told of.
    "President Berg spoke. Then his daughter Anna Berg sang.": {
        "berg": "berg",
        "anna berg": "anna berg",
    },
    "They met Ivar Lund and his wife, Anna Berg. Berg wept.": {
        "ivar lund": "ivar lund",
        "anna berg": "anna berg",
        "berg": "anna berg",
    },
    "They met Anna Berg. They met Berg Jr. and Lund Inc. too.": {
        "anna berg": "anna berg",
        "berg jr": "berg jr",
        "lund": "lund",
    },
    # Of two nobody knows who is meant.
    "They met Anna Berg and Ivar Berg. Then they said that Berg left.": {
        "anna berg": "anna berg",
        "ivar berg": "ivar berg",
        "berg": "berg",
    },
    # A place is no person's surname.
    "They went to New Marlow and to Marlow.": {"new marlow": "new marlow", "marlow": "marlow"},
    # Whoever is named by the surname from the first has a first name that all know.
    f"They said that Berg won. {'It rained. ' * 90}Then Berg met his niece Ida Berg.": {
        "berg": "berg",
        "ida berg": "ida berg",
    },
}


@pytest.mark.parametrize(("text", "names"), CALLED.items())
def test_a_surname_is_read_as_the_one_person_whom_the_article_names_in_full(text: str, names: dict[str, str]) -> None:
    assert called(Document("draft.txt", text)) == names


def test_spellings_gather_round_the_most_frequent_and_never_in_a_chain() -> None:
    names = ["Mubarak", "Mubarak", "Mubarak", "Mubarek", "Mubarekk", "Iran", "Iraq"]
    assert clusters(names) == clusters(names[::-1])
    assert clusters(names)["mubarek"] == "mubarak"
    assert clusters(names)["iraq"] == "iraq"
    assert sound("Bakhmut") == sound("Bachmut")


READ = {
    "Rescuers met President Anna Berg of Oslo on Monday.": ["Anna Berg", "Oslo"],
    "It was Iran's Qeshm Island, she said.": ["Iran's", "Qeshm Island"],
    "A report by the Institute for the Study of War and Acme Inc. came in May.": [
        "Institute for the Study of War",
        "Acme",
    ],
    "Officials came. Police came.": [],
    "Marlow is small. They love Marlow.": ["Marlow", "Marlow"],
}


@pytest.mark.parametrize(("text", "names"), READ.items())
def test_a_name_is_read_without_titles_and_forms(text: str, names: list[str]) -> None:
    assert [name.text for name in names_in(Document("draft.txt", text))] == names


def test_an_article_turns_on_what_its_headline_and_lead_name() -> None:
    text = "Quake Kills Dozens in Kestrel\n\nRescuers reached Kestrel, a town in Arland, on Monday.\n\nThe mayor of Halden wept."
    assert about(Document("draft.txt", text)) == ("kestrel", "arland", "halden")


def test_a_slip_in_the_name_of_a_place_parts_no_reports() -> None:
    first = "A quake near Petrovaradin killed 12 people. Rescuers reached Petrovaradin."
    second = "A quake near Petrovaradan killed 14 people. Rescuers reached Petrovaradan."
    found = compare([Document("post.txt", first), Document("herald.txt", second)]).findings
    assert "sources-differ" in {finding.rule for finding in found}
