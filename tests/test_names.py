"""Which names are one: a table of pairs, and what is read as a name."""

from __future__ import annotations

import pytest

from factcheck import Document, compare
from factcheck.align.names import ONE_NAME, about, clusters, likeness, names_in, sound

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
]


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
