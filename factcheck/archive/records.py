"""Claims and articles become text that can be kept, and what they were again.

What is written is what the nouns of the model hold, field by field, without what
is as usual: a field that is added to a noun is kept from then on, and what was
kept before it reads as if it had its default.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache, lru_cache
from hashlib import blake2b
from sys import intern
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from factcheck import model
from factcheck.model import Claim, Document, Mention, Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

#: Nouns that stand in an article; which one it is, is kept beside them.
IN_A_DOCUMENT = (Mention, Sentence)

#: So many letters before and after a sentence are kept with it: its end may have torn a figure apart.
MARGIN = 4

#: Before the attribute of a claim in its record, which has but one before that of the level that it changes.
_ATTRIBUTE = '"attribute":"'
#: The same before its telling words.
_CONTEXT = '"context":["'

#: What JSON has.
Plain = Any


def packed(claim: Claim) -> str:
    """The claim as one line of JSON, without the text of its article."""
    return _JSON.encode(claim)


def packed_document(document: Document) -> str:
    """An article as one line of JSON: what it says, and the way back to its file."""
    return _JSON.encode(document)


def document_of(record: str) -> Document:
    """The article of a line of JSON."""
    document: Document = _reader(Document)(json.loads(record), None)
    return document


def number(*parts: str) -> int:
    """A number of 64 bits that stands for the parts: the same on every machine, and hardly ever that of others."""
    digest = blake2b("\0".join(parts).encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def claim_of(plain: Plain, document: Document) -> Claim:
    """The claim of what the JSON holds, in the article that it stands in."""
    claim: Claim = _reader(Claim)(plain, document)
    return claim


def attribute_in(record: str) -> str:
    """The attribute of a claim, seen without reading the rest of its record."""
    before = record.find(_ATTRIBUTE)
    return record[before + len(_ATTRIBUTE) : record.find('"', before + len(_ATTRIBUTE))] if before >= 0 else ""


def context_in(record: str) -> list[str]:
    """The telling words of a claim's sentence, seen in the same way."""
    before = record.find(_CONTEXT)
    return record[before + len(_CONTEXT) : record.find('"]', before)].split('","') if before >= 0 else []


def passage_start(claim: Claim) -> int:
    """Where the words begin that a claim rests on: its sentence, or that of the level which it changes."""
    first = claim.base.sentence if claim.base else claim.sentence
    return max(0, min(claim.sentence.start, first.start) - MARGIN)


def start_of(plain: Plain) -> int:
    """The same of what the JSON of a claim holds."""
    first: int = plain.get("base", plain)["sentence"]["start"]
    second: int = plain["sentence"]["start"]
    return max(0, min(first, second) - MARGIN)


def _plain(value: Any) -> Plain:
    """What JSON has in the stead of a value that it does not have."""
    return _writer(value.__class__)(value)


_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False, default=_plain)


@cache
def _writer(kind: Any) -> Callable[[Any], Plain]:
    """What makes what JSON has of values of this type."""
    if issubclass(kind, Decimal | date):
        return str
    if issubclass(kind, frozenset):
        return sorted
    # Written out field by field, as a dataclass's own methods are: in a loop it takes half as long again.
    lines = ["def plain(noun):", " found = {}"]
    known: dict[str, Any] = {}
    for at, (name, usual) in enumerate(_fields(kind)):
        if name != "document":
            known[f"usual_{at}"] = usual
            lines += [
                f" part = noun.{name}",
                f" if part is not usual_{at} and part != usual_{at}: found[{name!r}] = part",
            ]
    exec("\n".join([*lines, " return found"]), known)  # noqa: S102 - nothing but names of fields
    made: Callable[[Any], Plain] = known["plain"]
    return made


@lru_cache(maxsize=64)
def _fields(noun: Any) -> tuple[tuple[str, object], ...]:
    """The fields of a noun, each with its default."""
    return tuple((field.name, field.default) for field in fields(noun) if field.init)


#: Values that JSON has itself.
_AS_IT_IS = frozenset({str, int, bool})


@lru_cache(maxsize=64)
def _reader(kind: Any) -> Callable[[Plain, Document | None], Any]:
    """What makes a value of this type of what JSON has."""
    parts = get_args(kind)
    if get_origin(kind) in (tuple, frozenset):
        made = get_origin(kind)
        if parts[0] in _AS_IT_IS:
            # The same few words stand in thousands of claims.
            return lambda value, _: made(map(intern, value) if parts[0] is str else value)
        each = _reader(parts[0])
        return lambda value, document: made([each(part, document) for part in value])
    if get_origin(kind) is UnionType:
        (given,) = [part for part in parts if part is not NoneType]
        return _reader(given)
    if kind is date:
        return lambda value, _: date.fromisoformat(value)
    if kind is Decimal or issubclass(kind, StrEnum):
        return lambda value, _: kind(value)
    return _noun_reader(kind)


def _noun_reader(noun: type) -> Callable[[Plain, Document | None], Any]:
    # What a noun is made of need not be known where it is defined, but to who reads the code.
    hints = get_type_hints(noun, localns={**vars(model), "date": date})
    known = {name: hints[name] for name, _ in _fields(noun) if name != "document"}
    # A noun may hold another of its kind (a change its level), so that readers are looked up when first needed.
    readers: dict[str, Callable[[Plain, Document | None], Any]] = {}
    stands_in_one = noun in IN_A_DOCUMENT

    def read(value: Mapping[str, Plain], document: Document | None) -> Any:
        if not readers:
            readers.update((name, _reader(kind)) for name, kind in known.items() if not _is_as_it_is(kind))
        made = {name: part for name, part in value.items() if name in known}
        for name in readers.keys() & made.keys():
            if made[name] is not None:
                made[name] = readers[name](made[name], document)
        return noun(document=document, **made) if stands_in_one else noun(**made)

    return read


def _is_as_it_is(kind: Any) -> bool:
    """Whether JSON has all values of this type itself."""
    parts = get_args(kind) if get_origin(kind) is UnionType else (kind,)
    return all(part in _AS_IT_IS or part is NoneType for part in parts)
