"""Slips of copying that show by themselves in a draft that is mostly its reporter's own."""

from __future__ import annotations

import pytest

from tests.drafting import found, told

#: Figures of the reporter's own, none of which a source has.
OWN = (
    " The inn next door has 31 rooms at £94 and opened in 1907. In Orbe, 58 miles away, 1,270 people signed a list of 16 wishes."
    " A taxi to it costs £83, takes 71 minutes and burns 13 litres. Nils Berg, 64, has driven one for 26 years."
)


@pytest.mark.parametrize(
    ("draft", "source", "places"),
    [
        (
            "In all, 41 people died in the coach crash and six were hurt.",
            "The coach crash killed six people and injured 41.",
            ("41 people", "six people"),
        ),
        (
            "Boats may land 21,400 tonnes of herring and 38,700 tonnes of whiting.",
            "The quota is 21,400 tonnes of whiting and 38,700 tonnes of herring.",
            ("21,400 tonnes", "38,700 tonnes"),
        ),
        ("It dips for 7.4 miles under the strait.", "Length: 7.4 kilometres.", ("7.4 miles", "7.4 kilometres")),
        (
            "The museum gets £67 million from the Halden Fund for a new roof.",
            "The Halden Fund pays the museum £6.7 million for its roof.",
            ("£67 million", "£6.7 million"),
        ),
        (
            "The walk raised £153,620 for the Marl hospice.",
            "The walkers raised £135,620 for Marl hospice.",
            ("£153,620", "£135,620"),
        ),
        (
            "Some 418,000 passengers used Marl airport.",
            "Marl airport had 4.18 million passengers.",
            ("Some 418,000 passengers", "4.18 million passengers"),
        ),
    ],
    ids=["dead and hurt", "two fish", "miles", "a point lost", "digits changed round", "a nought lost"],
)
def test_a_slip_of_copying_is_told_however_much_of_the_draft_is_its_own(
    draft: str, source: str, places: tuple[str, str]
) -> None:
    assert told(found(f"{draft}{OWN}", source))[:1] == [places]


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        ("Six people died in the coach crash and 41 were hurt.", "The coach crash killed six people and injured 41."),
        ("It dips for 4.6 miles under the strait.", "Length: 7.4 kilometres (4.6 miles)."),
        ("The walk raised £153,620 for the Marl hospice.", "A raffle at the Orbe fair brought £135,620."),
        ("Some 4.2 million passengers used Marl airport.", "Marl airport had 4.18 million passengers."),
        ("The lake is 25 miles long.", "The road is closed for 25 kilometres."),
    ],
    ids=["told as it is", "converted", "of something else", "rounded", "few digits"],
)
def test_what_only_looks_like_a_slip_is_none(draft: str, source: str) -> None:
    assert found(f"{draft}{OWN}", source) == []
