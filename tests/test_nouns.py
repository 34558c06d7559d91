"""Nouns are dataclasses like any other, and cannot be changed."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field
from functools import cached_property

import pytest

from factcheck.nouns import dataclass


@dataclass(frozen=True, slots=True)
class Slotted:
    """One with slots."""

    name: str
    size: int = 1
    parts: list[int] = field(default_factory=list)
    remark: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True)
class Open:
    """One that may remember what was worked out."""

    name: str
    parts: tuple[int, ...] = ()

    @cached_property
    def total(self) -> int:
        """The sum."""
        return sum(self.parts)


@dataclass(frozen=True, slots=True)
class Single:
    """One with one field."""

    name: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """One without fields."""


@dataclasses.dataclass(frozen=True)
class Wider(Open):
    """A subclass, made by the standard library."""

    width: int = 0


def test_fields_are_given_by_place_by_name_or_by_default() -> None:
    assert Slotted("a", 2) == Slotted(name="a", size=2, parts=[])
    assert Slotted("a").parts is not Slotted("a").parts
    with pytest.raises(TypeError, match="name"):
        Slotted()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="colour"):
        Slotted("a", colour="red")  # type: ignore[call-arg]


def test_nouns_are_equal_if_they_are_of_one_class_and_say_the_same() -> None:
    assert Single("a") == Single("a") != Single("b")
    other: object = dataclasses.astuple(Slotted("a"))
    assert Slotted("a") != other
    assert Nothing() == Nothing()
    assert Slotted("a", remark="one") == Slotted("a", remark="another")
    assert len({Single("a"), Single("a"), Open("a", (1,)), Open("a", (1,)), Nothing(), Nothing()}) == 3


def test_a_noun_shows_its_fields() -> None:
    assert repr(Slotted("a", 2, [1])) == "Slotted(name='a', size=2, parts=[1])"
    assert repr(Nothing()) == "Nothing()"


@pytest.mark.parametrize("noun", [Slotted("a"), Open("a"), Single("a")])
def test_a_noun_cannot_be_changed(noun: Slotted | Open | Single) -> None:
    with pytest.raises(FrozenInstanceError, match="'name'"):
        noun.name = "b"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="'name'"):
        del noun.name


def test_a_noun_without_slots_remembers_what_was_worked_out() -> None:
    noun = Open("a", (1, 2))
    assert noun.total == 3
    assert "total" in vars(noun)
    assert not hasattr(Slotted("a"), "__dict__")


def sent(noun: Slotted) -> Slotted:
    """The noun as another process gets it."""
    again: Slotted = pickle.loads(pickle.dumps(noun))  # noqa: S301 - of our own making
    return again


@pytest.mark.parametrize(
    "noun", [Slotted("a", 2, [1], "so"), Open("a", (1, 2)), Single("a"), Nothing(), Wider("a", (), 3)]
)
def test_nouns_are_copied_sent_and_read_like_any_dataclass(noun: Slotted) -> None:
    for again in (sent(noun), copy.copy(noun), dataclasses.replace(noun)):
        assert again == noun
        assert dataclasses.astuple(again) == dataclasses.astuple(noun)


def test_a_noun_is_frozen() -> None:
    with pytest.raises(TypeError, match="frozen"):
        dataclass(frozen=False, slots=True)
