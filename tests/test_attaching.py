"""What a number is about: a table of sentences, each with the number that is asked for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.attach import fates
from factcheck.attach.scope import LETTERS, MARKERS
from factcheck.attach.voices import BEHIND, CLAUSE, CUE, _clause, speaker
from factcheck.model import Claim, Document
from factcheck.pipeline import understand


def claims_of(text: str) -> dict[str, Claim]:
    return {claim.mention.text: claim for claim in understand(Document("draft.txt", text)).claims}


ATTRIBUTES = {
    "killed": [
        ("The blaze killed 12 people.", "12 people"),
        ("Twelve people died in the blaze.", "Twelve people"),
        ("The blaze left 12 people dead.", "12 people"),
        ("The blaze killed nine people and injured 30 others.", "nine people"),
        ("The death toll from the blaze at the paper mill above the old harbour has now reached 12.", "12"),
        ("The toll topped 12.", "topped 12"),
        ("The blaze left 12 dead.", "12 dead"),
        ("The blaze claimed 12 lives.", "12 lives"),
        ("The blaze has claimed the lives of 12 people.", "12 people"),
        ("The blaze cost 12 people their lives.", "12 people"),
        ("Twelve people lost their lives in the blaze.", "Twelve people"),
        ("There were 12 deaths.", "12 deaths"),
        ("The blast killed 12 miners.", "12 miners"),
        ("Twelve miners were reported killed.", "Twelve miners"),
        ("The blast claimed the lives of 12 miners.", "12 miners"),
        ("The number of people killed in the blaze rose to 12.", "12"),
    ],
    "found dead": [
        ("Twelve bodies were found in the mill.", "Twelve bodies"),
        ("They pulled 12 bodies from the mill.", "12 bodies"),
    ],
    "arrested": [("The raid ended with 12 arrests.", "12 arrests")],
    "official": [("Four officials said the blast killed nobody.", "Four officials")],
    "bod": [("Astronomers have named 12 bodies.", "12 bodies")],
    "person": [
        ("The nets saved 12 lives.", "12 lives"),
        ("The law changed the lives of 12 people.", "12 people"),
        ("The blaze broke out in a hospital, where 12 people slept.", "12 people"),
    ],
    "hospitalised": [
        ("Twelve people were taken to the city hospital.", "Twelve people"),
        ("Twelve are still in hospital.", "Twelve"),
        ("The blaze put 12 people in hospital.", "12 people"),
        ("The blaze hospitalised 12 people.", "12 people"),
    ],
    "injured": [
        ("There were 12 injuries.", "12 injuries"),
        ("The number of injured rose to 12.", "12"),
        ("The blaze killed nine people and injured 30 others.", "30 others"),
        ("Nine died in the ferry fire and 30 were hurt.", "30"),
        ("Thirty people were wounded.", "Thirty people"),
    ],
    "population": [
        ("Marlow is a town of 70,000 people.", "70,000 people"),
        ("Marlow was home to about 73,000 people.", "about 73,000 people"),
        ("Marlow has a population of 73,000 people.", "73,000 people"),
        ("Marlow has 73,100 inhabitants.", "73,100 inhabitants"),
        ("The population of Marlow is 80,000.", "80,000"),
    ],
    "attended": [
        ("Some 50,000 marched through Marlow.", "Some 50,000"),
        ("50,000 people demonstrated in Marlow on Monday.", "50,000 people"),
        ("More than 3,000 turned out for the rally.", "More than 3,000"),
        ("Some 40,000 protesters took to the streets.", "Some 40,000 protesters"),
        ("The funeral was attended by 2,000 mourners.", "2,000 mourners"),
        ("The rally drew a crowd of 4,000.", "4,000"),
        ("Attendance was 34,000.", "34,000"),
    ],
    "aboard": [
        ("The jet was carrying 162 passengers.", "162 passengers"),
        ("There were 162 people on board.", "162 people"),
        ("The 162 people who were aboard are safe.", "162 people"),
    ],
    "distance": [
        ("The depot lies 90 km from Kestrel.", "90 km"),
        ("The depot is 55 miles south of Kestrel.", "55 miles"),
    ],
    "length": [("The Orme is 120 km long.", "120 km")],
    "height": [("The tower is 90 metres high.", "90 metres")],
    "tunnel": [("Drivers in the 2 km tunnel will pay.", "2 km")],
    "event:opening": [
        ("The bridge opened on 3 May 1998.", "3 May 1998"),
        ("In 1998, the bridge opened.", "1998"),
    ],
    "event:invasion": [("It fell after the invasion of Ukraine on February 24, 2022.", "February 24, 2022")],
}


@pytest.mark.parametrize(
    ("attribute", "text", "said"), [(attribute, *case) for attribute, cases in ATTRIBUTES.items() for case in cases]
)
def test_a_number_is_about_what_its_words_say(attribute: str, text: str, said: str) -> None:
    claim = claims_of(text)[said]

    assert claim.attribute == attribute


@pytest.mark.parametrize(
    ("text", "said", "scope"),
    [
        ("Arland counted 1,200 new cases on Monday.", "1,200 new cases", "recent"),
        ("There were 1,200 cases in the past 24 hours.", "1,200 cases", "recent"),
        ("In the last week, 300 people were infected.", "300 people", "recent"),
        ("Some 300 people fall ill every day.", "Some 300 people", "recent"),
        ("Nine of the dead are from Kestrel.", "Nine of the dead", "part"),
        ("Turnout among women was 54%.", "54%", "among:women"),
        ("Among those surveyed 54% back the plan.", "54%", "among:those surveyed"),
        ("54 percent of registered voters back the plan.", "54 percent", "among:voters"),
    ],
)
def test_a_number_tells_of_whom_and_since_when_it_is(text: str, said: str, scope: str) -> None:
    assert scope in claims_of(text)[said].scope


@pytest.mark.parametrize(
    "text", ["Arland has had 45,000 cases so far.", "54% of the plan is done.", "The baker sold 12 loaves to women."]
)
def test_a_number_is_of_all_and_since_the_beginning_where_nobody_says_otherwise(text: str) -> None:
    (claim,) = claims_of(text).values()

    assert not any(word == "recent" or word.startswith("among:") for word in claim.scope)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Shelling killed 12 people on Friday.", {"over:day"}),
        ("Shelling killed 12 people overnight.", {"over:day"}),
        ("Floods killed 31 people this week.", {"over:week"}),
        ("A total of 500 people fled this year.", {"over:year"}),
        ("In 2024 roads claimed 61 lives.", {"over:year"}),
        ("Shelling has killed 500 people since 3 March.", {"over:total"}),
        ("So far 500 people have fled.", {"over:total"}),
        # When it was told, or both, or once.
        ("Shelling killed 12 people, the mayor said on Friday.", set()),
        ("Shelling has killed 500 people so far, among them two on Friday.", set()),
        ("The fire killed 12 people on Friday.", set()),
        ("It was the worst shelling since March and killed 12 people.", set()),
        ("The club, founded in 1987, has 12 members.", set()),
        # How much of a place.
        ("The flood ruined 12 homes in the Kestrel district.", {"extent:kestrel=district"}),
        ("The flood ruined 12 homes in Greater Kestrel.", {"extent:kestrel=greater"}),
        ("The flood ruined 12 homes in the province of Kestrel.", {"extent:kestrel=province"}),
        ("The flood ruined 12 homes in northern Kestrel.", {"extent:kestrel=part"}),
        ("The Kestrel County Council counted 12 homes.", set()),
        ("The region counted 12 homes.", set()),
    ],
)
def test_a_sentence_tells_over_how_long_and_how_much_of_a_place_it_counts(text: str, scope: set[str]) -> None:
    claims = understand(Document("draft.txt", text), untied=True).claims
    (claim,) = {claim for claim in claims if claim.mention.text.startswith(("12", "31", "500", "A total", "61"))}
    assert {word for word in claim.scope if word.startswith(("over:", "extent:"))} == scope


WITHHELD = {
    "quoted": ["“We lost 12 people,” she said."],
    "denied": [
        "He denied that 40 people died.",
        "The fire did not kill 12 people.",
        "Claims that 40 people died are false.",
        "That 40 people died turned out to be untrue.",
    ],
    "hypothetical": [
        "A magnitude 6 quake can cause severe damage.",
        "The storm could kill 40 people.",
        "The storm may kill 40 people.",
        "If 40 people die, the town will not forget.",
    ],
    "a forecast or a target": ["The firm expects to hire 40 people.", "The firm plans to hire 40 people."],
    "an earlier figure": [
        "Earlier reports spoke of 40 people dead.",
        "An earlier version of this article said 40 people died.",
        "Police had earlier said 40 people died.",
        "Police at first put the toll at 40 people.",
        "The dam was expected to cost 40 people their homes.",
        "The shop will hire 40 people, it had said.",
    ],
    "a former figure": ["The mill previously had 40 people."],
    "a question": ["Did 40 people die?"],
}


@pytest.mark.parametrize(("reason", "text"), [(reason, text) for reason, texts in WITHHELD.items() for text in texts])
def test_a_number_that_nobody_asserts_is_withheld(reason: str, text: str) -> None:
    assert {claim.withheld for claim in claims_of(text).values()} == {reason}


@pytest.mark.parametrize(
    "text",
    [
        "The blaze killed 12 people.",
        "Not only the mayor was angry; the blaze killed 12 people.",
        "In May the storm killed 40 people.",
    ],
)
def test_an_asserted_number_is_not_withheld(text: str) -> None:
    assert {claim.withheld for claim in claims_of(text).values()} == {None}


@pytest.mark.parametrize("text", ["The governor said 12 people died.", "According to the governor, 12 people died."])
def test_a_sentence_knows_its_speaker(text: str) -> None:
    assert [speaker(claim.sentence) for claim in claims_of(text).values()] == ["governor"]


def test_what_claims_lives_claims_nothing_else() -> None:
    (claim,) = claims_of("The fire at the Orme mill claimed nine lives.").values()
    assert not speaker(claim.sentence)


@pytest.mark.parametrize("text", ["Hide Caption 12 of 18", "It is on page 12 of 18.", "Photo 3 of 11 shows it."])
def test_the_number_of_a_page_is_about_nothing(text: str) -> None:
    assert claims_of(text) == {}


def test_a_place_is_known_by_more_than_its_kind() -> None:
    text = "Cod Island has a population of 200 people. Hand Island, a state with 1 million residents, is larger."

    assert claims_of(text)["200 people"].subject == {"cod", "island"}
    assert claims_of(text)["1 million residents"].subject == {"hand", "island"}


def test_a_change_knows_the_level_that_it_changes() -> None:
    claims = claims_of("Marlow was home to 73,000 people, but that number has dropped to 90%.")

    base = claims["90%"].base
    assert base is not None
    assert base.mention.text == "73,000 people"


def test_a_paragraph_printed_twice_makes_its_claims_once() -> None:
    paragraph = "The blaze on the quay killed 12 people, and the harbour was closed for the night."

    assert len(understand(Document("draft.txt", f"{paragraph}\n\n{paragraph}")).claims) == 1


@given(st.data())
def test_every_wording_of_a_scope_has_a_word_by_which_it_is_looked_for(data: st.DataObject) -> None:
    marker = data.draw(st.sampled_from(MARKERS))
    wording = data.draw(st.sampled_from([one for one in (marker.before, marker.after, marker.inside) if one]))
    said = data.draw(st.from_regex(re.compile(wording.pattern)))
    assert not marker.told_by.isdisjoint(LETTERS.findall(said))


LOOKED_FOR = [*BEHIND.values(), *((fates.TOLD_BY[fate], told) for fate, told in fates.TOLD.items())]


@given(st.data())
def test_every_long_wording_has_one_of_the_words_that_are_looked_for_first(data: st.DataObject) -> None:
    words, wording = data.draw(st.sampled_from(LOOKED_FOR))
    said = data.draw(st.from_regex(re.compile(wording.pattern)))
    found = wording.search(said)
    assert found is None or any(word in found[0] for word in words)


PIECES = ["but", "and ", "who", " ", ",", " - ", "-", "\n", ";", ":", "not", "will ", "mill"]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_a_cue_is_found_behind_whatever_begins_a_clause(before: str) -> None:
    clause = max((end.end() for end in CLAUSE.finditer(before)), default=0)
    found, other = CUE.search(before, clause), CUE.search(before, _clause(before, len(before)))
    assert (found and found.span()) == (other and other.span())
