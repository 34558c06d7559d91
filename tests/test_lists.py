"""Lists, and the numbers that announce how long they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.judge.checks.sums.items import numbered_items
from factcheck.judge.checks.sums.lists import list_length, members
from factcheck.judge.checks.sums.respectively import respectively
from factcheck.judge.verdicts import Accord, Clash, Verdict
from factcheck.model import Article, Document
from factcheck.pipeline import understand
from tests.growth import MOST, growth

if TYPE_CHECKING:
    from collections.abc import Callable

MEMBERS = {
    ("Ann Ray", "Bo Lind", "Cy Dunn"): ["Ann Ray, Bo Lind and Cy Dunn", "Ann Ray, Bo Lind, and Cy Dunn"],
    ("Jamaica", "Trinidad and Tobago"): ["Jamaica and Trinidad and Tobago"],
    ("Ann Ray 34", "Bo Lind 41"): ["Ann Ray, 34, and Bo Lind, 41"],
    ("Vincent van Lo", "the Duke of Orbe"): ["Vincent van Lo and the Duke of Orbe"],
    ("red", "white", "green"): ["red, white or green"],
}
NO_PLAIN_LIST = [
    "Ann Ray",
    "Ann Ray, Bo Lind",
    "Ann Ray, a nurse, and Bo Lind",
    "Ann Ray, Bo Lind and others",
    "Ann Ray, Bo Lind and Cy Dunn, and Di Fox",
    "two boys and three girls",
    "whatever she may have said to them and nothing",
]


def article(text: str) -> Article:
    return understand(Document("the article", text))


def outcome(verdicts: list[Verdict]) -> str:
    """Whether any clash was found, or only what agrees, or nothing to compare."""
    if any(isinstance(verdict, Clash) for verdict in verdicts):
        return "clash"
    return "accord" if any(isinstance(verdict, Accord) for verdict in verdicts) else ""


@pytest.mark.parametrize(("found", "text"), [(found, text) for found, texts in MEMBERS.items() for text in texts])
def test_a_plain_list_has_these_members(found: tuple[str, ...], text: str) -> None:
    assert members(text) == list(found)


@pytest.mark.parametrize("text", NO_PLAIN_LIST)
def test_what_is_no_plain_and_complete_list_is_not_counted(text: str) -> None:
    assert members(text) is None


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("clash", "Three suspects – Ann Ray and Bo Lind – were held."),
        ("accord", "Two suspects – Ann Ray and Bo Lind – were held."),
        ("", "At least three suspects – Ann Ray and Bo Lind – were held."),
        ("accord", "Two of the three suspects – Ann Ray and Bo Lind – were held."),
        ("", "Three suspects – including Ann Ray and Bo Lind – were held."),
        ("clash", "The trio (Ann Ray and Bo Lind) sang."),
        ("", "A trio of singers came, and Ann Ray and Bo Lind went."),
    ],
)
def test_a_number_is_held_against_the_list_right_behind_it(expected: str, text: str) -> None:
    assert outcome(list(list_length(article(text)))) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("clash", "Ann, Bo and Cy scored 4 and 5 respectively."),
        ("accord", "Ann and Bo scored 4 and 5 respectively."),
        ("", "Ann and Bo scored respectively."),
        ("", "Ann, Bo and Cy scored 4 and 5."),
    ],
)
def test_respectively_pairs_two_lists(expected: str, text: str) -> None:
    assert outcome(list(respectively(article(text)))) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("clash", "Three tips\n\n1. Eat.\n2. Sleep."),
        ("accord", "Two tips\n\n1. Eat.\n2. Sleep."),
        ("", "Two tips\n\n1. Eat.\n2. Sleep.\n3. A bonus: sing."),
        ("", "Tips for cold days\n\n1. Eat.\n2. Sleep."),
        ("", "Fire kills 12\n\n1. It began at noon.\n2. It ended at night."),
        ("clash", "It was cold.\n\nThere were three steps:\n\n1. Eat.\n2. Sleep.\n\n1. Another list.\n2. Its end."),
    ],
)
def test_a_heading_is_held_against_the_items_under_it(expected: str, text: str) -> None:
    assert outcome(list(numbered_items(article(text)))) == expected


@pytest.mark.parametrize(
    ("written", "size"),
    [
        (lambda size: "Three suspects – " + "Ann Ray, " * size + "and Bo Lind – were held.", 8_000),
        (lambda size: "both " * size, 15_000),
        (lambda size: "Two tips\n\n" + "\n".join(f"{number}. Item" for number in range(1, size)), 4_000),
        (lambda size: "Ann and Bo scored 4 and 5 respectively. " * size, 1_000),
    ],
    ids=["names", "both", "items", "respectively"],
)
def test_a_long_list_costs_in_step_with_its_length(written: Callable[[int], str], size: int) -> None:
    def work(size: int) -> Callable[[], object]:
        read = article(written(size))
        return lambda: [list(check(read)) for check in (list_length, numbered_items, respectively)]

    assert growth(work, size) < MOST
