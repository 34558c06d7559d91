"""Nouns are dataclasses or named tuples like any other, and cannot be changed."""

from __future__ import annotations

import copy
import dataclasses
import gc
import pickle
from dataclasses import FrozenInstanceError, field
from functools import cached_property

import pytest

from factcheck import Document, check
from factcheck.nouns import NamedTuple, dataclass, no_circles, remembering


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


class Pair(NamedTuple):
    """Two, and what is said of them."""

    one: int
    other: int = 2
    remark: str = ""

    @property
    def total(self) -> int:
        """The sum."""
        return self.one + self.other


class Empty(NamedTuple):
    """No fields at all."""


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


def test_named_tuples_are_made_by_place_by_name_or_by_default() -> None:
    assert Pair(1) == Pair(one=1, other=2) == (1, 2, "")
    assert (Pair(1, 3).other, Pair(1, 3).total) == (3, 4)
    assert Pair._make((1, 5, "so")) == (1, 5, "so")
    with pytest.raises(TypeError, match="one"):
        Pair()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="colour"):
        Pair(1, colour="red")  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Pair(1).one = 2  # type: ignore[misc]


def test_a_named_tuple_is_matched_and_taken_apart() -> None:
    one, _, remark = Pair(1, remark="so")
    assert (one, remark) == (1, "so")
    match Pair(4):
        case Pair(number, 2):
            assert number == 4
        case _:
            pytest.fail("does not match")
    assert Pair._fields == ("one", "other", "remark")
    assert Pair._field_defaults == {"other": 2, "remark": ""}


def test_a_named_tuple_is_replaced_shown_copied_and_sent() -> None:
    pair = Pair(1)._replace(remark="so")
    assert pair._asdict() == {"one": 1, "other": 2, "remark": "so"}
    assert repr(pair) == "Pair(one=1, other=2, remark='so')"
    assert repr(Empty()) == "Empty()"
    for again in (copy.copy(pair), pickle.loads(pickle.dumps(pair))):  # noqa: S301 - of our own making
        assert again == pair
        assert type(again) is Pair
    with pytest.raises(ValueError, match="colour"):
        pair._replace(colour="red")  # type: ignore[call-arg]
    assert not hasattr(pair, "__dict__")


def test_a_noun_is_frozen() -> None:
    with pytest.raises(TypeError, match="frozen"):
        dataclass(frozen=False, slots=True)


def test_a_check_makes_no_circles() -> None:
    """So that nobody need look for them while it lasts."""
    draft = Document("draft", "The mill lies 40 km (64 miles) away. It had 30 hands, 12 women and 17 men, in May 1871.")
    check([draft])  # the first imports and compiles
    gc.collect()
    with no_circles():
        assert check([draft]).findings
        assert not gc.isenabled()
        assert gc.collect() == 0
    assert gc.isenabled()


def test_who_looks_for_no_circles_anyhow_goes_on_so() -> None:
    gc.disable()
    try:
        with no_circles():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_circles_are_looked_for_again_after_a_mistake() -> None:
    with pytest.raises(ZeroDivisionError), no_circles():
        _ = 1 // 0
    assert gc.isenabled()


def test_what_was_made_of_the_last_nouns_is_remembered_of_each_by_itself() -> None:
    made: list[Document] = []

    @remembering(2)
    def letters(document: Document) -> int:
        made.append(document)
        return len(document.text)

    one, alike, other = Document("a", "It fell."), Document("a", "It fell."), Document("b", "It rose again.")
    assert [letters(one), letters(one), letters(alike), letters(one)] == [8, 8, 8, 8]
    assert len(made) == 2  # a noun that is equal to another is another
    assert letters(other) == 14
    assert [letters(other), letters(one)] == [14, 8]
    assert len(made) == 4  # only so many are remembered
