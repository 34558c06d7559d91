"""What a number is about: a table of sentences, each with the number that is asked for."""

from __future__ import annotations

import pytest

from factcheck.attach.voices import speaker
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
    ],
    "injured": [
        ("The blaze killed nine people and injured 30 others.", "30 others"),
        ("Thirty people were wounded.", "Thirty people"),
    ],
    "population": [
        ("Marlow is a town of 70,000 people.", "70,000 people"),
        ("Marlow was home to about 73,000 people.", "about 73,000 people"),
        ("Marlow has a population of 73,000 people.", "73,000 people"),
    ],
    "distance": [
        ("The depot lies 90 km from Kestrel.", "90 km"),
        ("The depot is 55 miles south of Kestrel.", "55 miles"),
    ],
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


WITHHELD = {
    "quoted": ["“We lost 12 people,” she said."],
    "denied": ["He denied that 40 people died.", "The fire did not kill 12 people."],
    "hypothetical": ["The storm could kill 40 people.", "If 40 people die, the town will not forget."],
    "a forecast or a target": ["The firm expects to hire 40 people.", "The firm plans to hire 40 people."],
    "an earlier figure": ["Earlier reports spoke of 40 people dead."],
    "a question": ["Did 40 people die?"],
}


@pytest.mark.parametrize(("reason", "text"), [(reason, text) for reason, texts in WITHHELD.items() for text in texts])
def test_a_number_that_nobody_asserts_is_withheld(reason: str, text: str) -> None:
    assert {claim.withheld for claim in claims_of(text).values()} == {reason}


@pytest.mark.parametrize(
    "text", ["The blaze killed 12 people.", "Not only the mayor was angry; the blaze killed 12 people."]
)
def test_an_asserted_number_is_not_withheld(text: str) -> None:
    assert {claim.withheld for claim in claims_of(text).values()} == {None}


@pytest.mark.parametrize("text", ["The governor said 12 people died.", "According to the governor, 12 people died."])
def test_a_sentence_knows_its_speaker(text: str) -> None:
    assert [speaker(claim.sentence) for claim in claims_of(text).values()] == ["governor"]


def test_a_change_knows_the_level_that_it_changes() -> None:
    claims = claims_of("Marlow was home to 73,000 people, but that number has dropped to 90%.")

    base = claims["90%"].base
    assert base is not None
    assert base.mention.text == "73,000 people"


def test_a_paragraph_printed_twice_makes_its_claims_once() -> None:
    paragraph = "The blaze on the quay killed 12 people, and the harbour was closed for the night."

    assert len(understand(Document("draft.txt", f"{paragraph}\n\n{paragraph}")).claims) == 1
