"""Frozen dataclasses and named tuples that are quick to define and quick to make (docs/decisions/nouns-made-fast.md).

    from factcheck.nouns import NamedTuple, dataclass

instead of the standard library's. What comes of it is a dataclass or a named tuple like any other, and
`fields`, `replace`, `asdict`, `==`, `hash` and `pickle` do with it what they always do.
"""

from __future__ import annotations

import dataclasses
import gc
from collections import _tuplegetter  # type: ignore[attr-defined]  # what the standard library's named tuples are made of
from contextlib import contextmanager
from dataclasses import MISSING, FrozenInstanceError
from functools import cache, wraps
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from dataclasses import dataclass
    from typing import NamedTuple, TypeVar

    Class = Any
    Noun = TypeVar("Noun")
    Made = TypeVar("Made")
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
            values = "".join(f"value_{at}, " for at in range(len(cls._fields)))
            body, known = f"return new(self, ({values}))", {"new": tuple.__new__}
            new = _written("__new__", cls._fields, body, known, cls._field_defaults.values())
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


__all__ = ["NamedTuple", "dataclass", "no_circles", "remembering"]


def remembering(last: int) -> Callable[[Callable[[Noun], Made]], Callable[[Noun], Made]]:
    """Make a function remember what it made of the last nouns, so many at most.

    A noun that is equal to another is another: to find out whether it is would take longer than to make it anew, and
    its mentions stand in a document of its own.
    """

    def remember(make: Callable[[Noun], Made]) -> Callable[[Noun], Made]:
        known: dict[int, tuple[Noun, Made]] = {}

        @wraps(make)
        def made(noun: Noun) -> Made:
            found = known.get(id(noun))
            if found is None:
                if len(known) >= last:
                    known.clear()  # in one step, whatever other threads do
                found = known[id(noun)] = noun, make(noun)
            return found[1]

        return made

    return remember


@contextmanager
def no_circles() -> Iterator[None]:
    """While nouns are made, do not look for circles among them: each points only at what was there before it.

    Python would look after every 700 of them, which takes a twentieth of a check.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _frozen(cls: Class) -> Class:
    for name, method in _methods(_fields(cls)).items():
        setattr(cls, name, method)
    return _initialised(cls)


def _frozen_with_slots(cls: Class) -> Class:
    """The class made anew, for slots are made with a class and never after; so its methods can be made with it too."""
    fields = _fields(cls)
    names = [field.name for field in fields]

    values = _values_of(names)

    def reduced(self: Any) -> tuple[Any, ...]:
        found = values(self)
        return self.__class__, found if len(names) != 1 else (found,)

    kept = {name: value for name, value in vars(cls).items() if name not in {*names, "__dict__", "__weakref__"}}
    # pickle would assign one attribute after the other; so it makes the noun as everybody does.
    methods = {**_methods(fields), "__reduce__": reduced}
    made = type(cls)(cls.__name__, cls.__bases__, {**kept, **methods, "__slots__": tuple(names)})
    made.__qualname__ = cls.__qualname__
    return _initialised(made)


def _fields(cls: Class) -> tuple[dataclasses.Field[Any], ...]:
    """The fields of the class, which becomes a dataclass without methods.

    The standard library does the same in four times as long: it looks through annotations for `ClassVar` and
    `InitVar`, which no noun has.
    """
    inherited = getattr(cls, "__dataclass_fields__", {})
    fields = inherited | {name: _field(cls, name, annotation) for name, annotation in cls.__annotations__.items()}
    cls.__dataclass_fields__ = fields
    cls.__dataclass_params__ = _PARAMETERS
    setattr(cls, "__match_args__", tuple(fields))  # noqa: B010 - mypy lets nobody assign to it
    return tuple(fields.values())


def _field(cls: Class, name: str, annotation: Any) -> Any:
    """A field of a class, of which only the default stays behind."""
    default = cls.__dict__.get(name, MISSING)
    found: Any = default if isinstance(default, dataclasses.Field) else dataclasses.field(default=default)
    found.name, found.type = name, annotation
    found.kw_only, found._field_type = False, _PLAIN  # noqa: SLF001 - the standard library has no other way to say so
    if found.default is not MISSING:
        setattr(cls, name, found.default)
    elif default is not MISSING:
        delattr(cls, name)
    return found


@dataclasses.dataclass(init=False, repr=False, eq=False)
class _Sample:
    """What the standard library says of every noun."""

    field: object


_PARAMETERS: Any = _Sample.__dataclass_params__  # type: ignore[attr-defined]
_PARAMETERS.frozen = True
#: What marks a field that is neither a `ClassVar` nor an `InitVar`.
_PLAIN: Any = _Sample.__dataclass_fields__["field"]._field_type  # type: ignore[attr-defined]  # noqa: SLF001


def _initialised(cls: Class) -> Class:
    """The class with an `__init__` that is written when it is first called."""

    def first_init(self: Any, *positional: Any, **named: Any) -> None:
        cls.__init__ = _init(cls)
        cls.__init__(self, *positional, **named)

    cls.__init__ = first_init
    return cls


def _methods(fields: tuple[dataclasses.Field[Any], ...]) -> dict[str, Any]:
    """The methods of a frozen dataclass with these fields."""
    values = _values_of([field.name for field in fields if field.compare])
    telling = _values_of([field.name for field in fields if (field.compare if field.hash is None else field.hash)])

    def equal(self: Any, other: object) -> Any:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return self is other or values(self) == values(other)

    def hashed(self: Any) -> int:
        return hash(telling(self))

    def shown(self: Any) -> str:
        parts = [f"{field.name}={getattr(self, field.name)!r}" for field in fields if field.repr]
        return f"{type(self).__qualname__}({', '.join(parts)})"

    return {
        "__eq__": equal,
        "__hash__": hashed,
        "__repr__": shown,
        "__setattr__": _assigned,
        "__delattr__": _deleted,
    }


def _values_of(names: list[str]) -> Callable[[Any], Any]:
    """What gives the values of some fields, to be compared and hashed."""
    return attrgetter(*names) if names else lambda _: ()


def _init(cls: Class) -> Callable[..., None]:
    """The `__init__` of a frozen dataclass, as fast as Python can set attributes that cannot be assigned to."""
    known: dict[str, Any] = {"MISSING": MISSING}
    names: list[str] = []
    defaults: list[Any] = []
    lines: list[str] = []
    for at, field in enumerate(dataclasses.fields(cls)):
        names.append(field.name)
        value = f"value_{at}"
        if field.default_factory is not MISSING:
            known[f"make_{at}"] = field.default_factory
            value = f"make_{at}() if {value} is MISSING else {value}"
            defaults.append(MISSING)
        elif field.default is not MISSING:
            defaults.append(field.default)
        slot = cls.__dict__.get(field.name)
        if hasattr(slot, "__set__"):
            known[f"set_{at}"] = slot.__set__
            lines.append(f"set_{at}(self, {value})")
        else:
            known[f"name_{at}"] = field.name
            lines.append(f"self.__dict__[name_{at}] = {value}")
    return _written("__init__", names, "\n ".join(lines or ["pass"]), known, defaults)


def _written(
    name: str, fields: Sequence[str], body: str, known: dict[str, Any], defaults: Iterable[Any]
) -> Callable[..., Any]:
    """A method that takes a value for each field; its body calls them value_0, value_1 and so on.

    So classes of as many fields share one body, which is compiled once, and each gives it its own names.
    """
    code = _code(name, len(fields), body)
    return FunctionType(code.replace(co_varnames=("self", *fields)), known, name, tuple(defaults))


@cache
def _code(name: str, fields: int, body: str) -> CodeType:
    values = "".join(f", value_{at}" for at in range(fields))
    known: dict[str, Any] = {}
    exec(f"def {name}(self{values}):\n {body}", known)  # noqa: S102 - nothing but numbers, as in the standard library
    code: CodeType = known[name].__code__
    return code


def _assigned(self: Any, name: str, value: object) -> None:  # noqa: ARG001 - as Python calls it
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _deleted(self: Any, name: str) -> None:  # noqa: ARG001 - as Python calls it
    raise FrozenInstanceError(f"cannot delete field {name!r}")
