"""Frozen dataclasses and named tuples that are quick to define and quick to make (docs/decisions/nouns-made-fast.md).

    from factcheck.nouns import NamedTuple, dataclass

instead of the standard library's. What comes of it is a dataclass or a named tuple like any other, and
`fields`, `replace`, `asdict`, `==`, `hash` and `pickle` do with it what they always do.
"""

from __future__ import annotations

import dataclasses
from collections import _tuplegetter  # type: ignore[attr-defined]  # what the standard library's named tuples are made of
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass
    from typing import NamedTuple

    Class = Any
else:

    def dataclass(*, frozen: bool, slots: bool = False) -> Callable[[Class], Class]:
        """Make a class a dataclass whose methods are written when they are first called.

        The standard library writes and compiles six for each class, and a run calls few of them.
        """
        if not frozen:
            raise TypeError("a noun is frozen")
        return _frozen_with_slots if slots else _frozen

    class _Naming(type):
        """Makes a named tuple of a class with annotations, and of their names its fields."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            names = tuple(body.get("__annotations__", ()))
            body["_field_defaults"] = {name: body.pop(name) for name in names if name in body}
            body["_fields"] = body["__match_args__"] = names
            body["__slots__"] = ()
            return super().__new__(cls, name, bases, body | {n: _tuplegetter(at, "") for at, n in enumerate(names)})

    class NamedTuple(tuple, metaclass=_Naming):
        """A named tuple whose `__new__` is written when the first is made.

        The standard library compiles one for each class, and each annotation besides, though nobody asks for them.
        """

        __slots__ = ()

        def __new__(cls, *fields: Any, **named: Any) -> Any:
            """The first of its class; this is called for it only."""
            listed = "".join(f"{name}, " for name in cls._fields)
            source = f"lambda _cls, {listed}: _new(_cls, ({listed}))"
            new = eval(source, {"_new": tuple.__new__})  # noqa: S307 - names of the class's own fields alone, as below
            new.__defaults__ = tuple(cls._field_defaults.values())
            cls.__new__ = staticmethod(new)
            return new(cls, *fields, **named)

        @classmethod
        def _make(cls, fields: Any) -> Any:
            return cls.__new__(cls, *fields)

        def _replace(self, **changed: Any) -> Any:
            replaced = tuple.__new__(self.__class__, map(changed.pop, self._fields, self))
            if changed:
                raise ValueError(f"no such fields: {', '.join(changed)}")
            return replaced

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            shown = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{self.__class__.__name__}({shown})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)


__all__ = ["NamedTuple", "dataclass"]


def _frozen_with_slots(cls: Class) -> Class:
    return _finished(dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls), slots=True)


def _frozen(cls: Class) -> Class:
    return _finished(dataclasses.dataclass(init=False, repr=False, eq=False)(cls), slots=False)


def _finished(cls: Class, *, slots: bool) -> Class:
    """The dataclass with the methods of a frozen one."""
    fields = dataclasses.fields(cls)
    names = [field.name for field in fields]
    values = _values_of([field.name for field in fields if field.compare])
    telling = _values_of([field.name for field in fields if (field.compare if field.hash is None else field.hash)])

    def first_init(self: Any, *positional: Any, **named: Any) -> None:
        cls.__init__ = _init(cls)
        cls.__init__(self, *positional, **named)

    def equal(self: Any, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self is other or values(self) == values(other)

    def hashed(self: Any) -> int:
        return hash(telling(self))

    def shown(self: Any) -> str:
        parts = [f"{field.name}={getattr(self, field.name)!r}" for field in fields if field.repr]
        return f"{type(self).__qualname__}({', '.join(parts)})"

    def state(self: Any) -> list[Any]:
        return [getattr(self, name) for name in names]

    def restored(self: Any, state: list[Any]) -> None:
        for name, value in zip(names, state, strict=True):
            object.__setattr__(self, name, value)

    cls.__init__, cls.__eq__, cls.__hash__, cls.__repr__ = first_init, equal, hashed, shown
    cls.__setattr__, cls.__delattr__ = _assigned, _deleted
    cls.__dataclass_params__.frozen = True
    if slots:
        # pickle would assign one attribute after the other.
        cls.__getstate__, cls.__setstate__ = state, restored
    return cls


def _values_of(names: list[str]) -> Callable[[Any], Any]:
    """What gives the values of some fields, to be compared and hashed."""
    return attrgetter(*names) if names else lambda _: ()


def _init(cls: Class) -> Callable[..., None]:
    """The `__init__` of a frozen dataclass, as fast as Python can set attributes that cannot be assigned to."""
    known: dict[str, Any] = {}
    parameters: list[str] = []
    lines: list[str] = []
    for field in dataclasses.fields(cls):
        name = field.name
        value = name
        if field.default_factory is not MISSING:
            known[f"_make_{name}"], known["_MISSING"] = field.default_factory, MISSING
            value = f"_make_{name}() if {name} is _MISSING else {name}"
            parameters.append(f"{name}=_MISSING")
        elif field.default is not MISSING:
            known[f"_default_{name}"] = field.default
            parameters.append(f"{name}=_default_{name}")
        else:
            parameters.append(name)
        slot = cls.__dict__.get(name)
        if hasattr(slot, "__set__"):
            known[f"_set_{name}"] = slot.__set__
            lines.append(f" _set_{name}(self, {value})")
        else:
            lines.append(f" self.__dict__[{name!r}] = {value}")
    source = f"def __init__(self, {', '.join(parameters)}):\n" + "\n".join(lines or [" pass"])
    exec(source, known)  # noqa: S102 - names of the class's own fields alone, as in the standard library
    init: Callable[..., None] = known["__init__"]
    return init


def _assigned(self: Any, name: str, value: object) -> None:  # noqa: ARG001 - as Python calls it
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _deleted(self: Any, name: str) -> None:  # noqa: ARG001 - as Python calls it
    raise FrozenInstanceError(f"cannot delete field {name!r}")
