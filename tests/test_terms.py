"""Names that change on the way through an article, and those that are two names."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.judge.checks.lives.offices import OFFICES
from factcheck.judge.checks.names.terms import HEADS, SPELLINGS
from tests.flagging import agreements, as_flagged, reported

ACRONYMS = {
    "a letter was changed": "The <<Marl Dairy Guild>> (<<MDT>>) met.",
    "two letters changed places": "The <<Marl Dairy Guild>> (<<MGD>>) met.",
    "the initials fit": "The Marl Dairy Guild (MDG) met.",
    "small words may count": "The Guild of Dairies (GOD) met.",
    "and need not": "The <<Guild of the Dairy Farmers>> (<<GDT>>) met.",
    "the end of a name may be left out": "The Central Credit Guild Group (CCG) met.",
    "with its small words a name fits too much": "The Guild of Dairies (GXD) met.",
    "a letter that moved on and one that came is another language": "The Marl Dairy Guild (MXD) met.",
    "a letter that moved back and one that came is another language": "The Marl Dairy Guild (MGX) met.",
    "two changed letters are another language": "The Marl Dairy Guild (MXY) met.",
    "letters that changed places far apart are another language": "The Marl Dairy Guild Trust (MTGD) met.",
    "another first letter is another language": "The Marl Dairy Guild (TDG) met.",
    "more letters than words are another name": "The Marl Dairy Guild (MDGT) met.",
    "fewer letters are no initials": "The Marl Dairy Guild (MX) met.",
    "small letters are no initials": "The Marl Dairy Guild (mdt) met.",
    "a ticker is no acronym": "Shares of Marl Dairy Guild (MDT) fell.",
    "a comma ends a name": "In Marl, Dairy Guild (MDT) met.",
    "a word in small letters ends a name": "The Marl and her Dairy Guild (MDT) met.",
    "a bracket must stand behind a blank": "The Marl Dairy Guild(MDT) met.",
}


@pytest.mark.parametrize("text", ACRONYMS.values(), ids=ACRONYMS)
def test_initials_are_those_of_the_name_before_them(text: str) -> None:
    assert as_flagged(text, "acronym-of-another-name") == text


INSTITUTIONS = {
    "a small word was changed": "The <<Board of Rural Dairies>> met.\n\nThe <<Board for Rural Dairies>> paid.",
    "an ending was lost": "The <<Board of Rural Dairy>> met.\n\nThe <<Board of Rural Dairies>> paid.",
    "the spelling changed": "The <<Centre for Rural Dairies>> met.\n\nThe <<Center for Rural Dairies>> paid.",
    "another word is another body": "The Board of Rural Dairies met.\n\nThe Board of Rural Schools paid.",
    "another head is another body": "The Board of Rural Dairies met.\n\nThe Fund for Rural Dairies paid.",
    "so it did here": "The <<Organization for Dairies>> met.\n\nThe <<Organisation for Dairies>> paid.",
    "a genitive is the same name": "The Board of Marl School met.\n\nThe Board of Marl School’s hall burnt.",
    "a small word behind it is none of it": "The Board of Dairies met.\n\nThe Board of Dairies and the mayor paid.",
    "a noun alone is no name": "The Centre of the mill met.\n\nThe Center of the mill paid.",
    "one form is one name": "The Board of Rural Dairies met.\n\nThe Board of Rural Dairies paid.",
    "half a word is no head": "The AgriBoard of Dairies met.\n\nThe AgriBoard for Dairies has a board.",
}


@pytest.mark.parametrize("text", INSTITUTIONS.values(), ids=INSTITUTIONS)
def test_an_institution_keeps_its_small_words_and_endings(text: str) -> None:
    assert as_flagged(text, "institution-named-two-ways") == text


def test_the_rarer_form_is_the_one_to_change() -> None:
    usual, rare = "The Board of Rural Dairies met.", "The Board for Rural Dairies paid."
    for text in (f"{usual} {usual} {rare}", f"{rare} {usual} {usual}"):
        (finding,) = reported(text, "institution-named-two-ways").findings
        assert [span.text for span in finding.spans] == ["Board for Rural Dairies", "Board of Rural Dairies"]


PEOPLE = {
    "one name is spelled one way": "<<Eric Dunn>> came.\n\nAt nine <<Erik Dunn>> left.",
    "a middle initial is no other name": "<<Eric Dunn>> came.\n\nAt nine <<Erik B. Dunn>> left.",
    "a genitive is the same name": "<<Eric Dunn>>’s dog came.\n\nAt nine <<Erik Dunn>> left.",
    "two surnames are two people": "Eric Dunn came.\n\nAt nine Erik Lo left.",
    "nor is it one beside another spelling": "Eric Dunn came.\n\nAt nine Eric B. Dunn left.\n\nErik Lo sang.",
    "two first names are two people": "Eric Dunn came.\n\nAt nine Alan Dunn left.",
    "two names in one sentence are told apart": "Eric Dunn came.\n\nAt nine Erik Dunn left Eric Dunn.",
    "relatives are two people": "Eric Dunn came.\n\nAt nine his cousin Erik Dunn left.",
    "a younger one is another": "Eric Dunn came.\n\nAt nine the younger Erik Dunn left.",
    "a first name alone is nobody": "Eric came.\n\nAt nine Erik left.",
}


@pytest.mark.parametrize("text", PEOPLE.values(), ids=PEOPLE)
def test_a_first_name_is_spelled_one_way(text: str) -> None:
    assert as_flagged(text, "first-name-spelled-two-ways") == text


@settings(max_examples=40)
@given(st.sampled_from(sorted(SPELLINGS)), st.sampled_from(sorted(SPELLINGS)))
def test_only_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    found = reported(f"{one} Dunn came.\n\nAt nine {other} Dunn left.", "first-name-spelled-two-ways").findings
    assert bool(found) is (one != other and SPELLINGS[one] == SPELLINGS[other])


OFFICES_HELD = {
    "nobody is mayor and judge": "<<Mayor Lo>> sang.\n\n<<Lo, a judge>>, wept.",
    "a title may stand before a first name": "<<Mayor Ada Lo>> sang.\n\n<<Lo, a judge>>, wept.",
    "an adjective changes no office": "<<Mayor Lo>> sang.\n\n<<Lo, a federal judge>>, wept.",
    "which is told first does not matter": "<<Lo, a judge>>, wept.\n\n<<Mayor Lo>> sang.",
    "one office is one": "Mayor Lo sang.\n\nLo, the mayor, wept.",
    "an abbreviation is the same office": "Gov. Lo sang.\n\nLo, the governor, wept.",
    "an office is held by the one before the comma": "Mayor Lo sang.\n\nRay, a judge, wept.",
    "who held it once holds it no more": "Mayor Lo sang.\n\nLo, a former judge, wept.",
    "who runs for it does not hold it": "Mayor Lo sang.\n\nLo, a judge, wept as a candidate.",
    "two titles without an apposition may be of two people": "Mayor Lo sang.\n\nJudge Lo wept.\n\nRay, a bishop, spoke.",
    "three offices are a family": "Mayor Lo sang.\n\nLo, a judge, wept.\n\nLo, a bishop, spoke.",
    "a trade is no office": "Mayor Lo sang.\n\nLo, a baker, wept.",
}


@pytest.mark.parametrize("text", OFFICES_HELD.values(), ids=OFFICES_HELD)
def test_nobody_holds_two_such_offices_at_once(text: str) -> None:
    assert as_flagged(text, "two-offices") == text


def test_initials_that_fit_are_told_to_agree() -> None:
    assert agreements("The Marl Dairy Guild (MDG) met.", "acronym-of-another-name") == 1


def test_the_tables_are_written_as_names_are() -> None:
    assert all(name.istitle() for name in (*HEADS, *SPELLINGS))
    assert all(office.islower() for office in OFFICES.values())
