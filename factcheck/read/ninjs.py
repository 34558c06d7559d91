"""NINJS, the JSON of news agencies, becomes a document; every word leads back to where the JSON has it."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from json.decoder import scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
from json.scanner import py_make_scanner  # type: ignore[attr-defined]  # typeshed leaves it out
from typing import TYPE_CHECKING, Any

from factcheck.model import Block, Document, Origin, Role
from factcheck.read.datelines import written_date
from factcheck.read.hypertext import read_hypertext
from factcheck.read.problems import CannotReadError
from factcheck.read.transcripts import joined
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

#: What dates an article, the more telling first: "on Tuesday" is said by the version that the file holds.
DATE_KEYS = ("versioncreated", "versionCreated", "firstcreated", "firstCreated")
#: Where NINJS 1 has the text, the better first; NINJS 2 and 3 have a list with types.
BODIES = ("body_html", "body_xhtml", "body_text")
MARKED_UP = ("html", "xml")

_ESCAPE = regex(r"\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|.)")

#: Pairs of an offset into a text and the offset into the file where it goes on in step.
_Runs = list[tuple[int, int]]


class _Written(str):
    """A string that knows where in the file its first letter stands."""

    __slots__ = ("start",)
    start: int


def read_ninjs(name: str, source: str) -> Document:
    """The document: headline, text, and the captions of what goes with it."""
    item = _item(source)
    parts = [part for part in _parts(item, source) if part.text.strip()]
    if not parts:
        raise CannotReadError("it is JSON, but no NINJS item with a text", "Name the file of one news item.")
    published, remarks = _published(item)
    return joined(name, parts, published, remarks)


def _item(source: str) -> dict[str, Any]:
    """The item, whose texts know where they stand."""
    decoder: Any = json.JSONDecoder(strict=False)
    decoder.parse_string = _located
    decoder.scan_once = py_make_scanner(decoder)
    try:
        item = decoder.decode(source)
    except json.JSONDecodeError as problem:
        place = f":{problem.lineno}:{problem.colno}"
        raise CannotReadError(f"it is no JSON ({problem.msg})", "Export the item again.", place) from problem
    except RecursionError as problem:
        raise CannotReadError("its JSON is nested too deeply", "Export the item again.") from problem
    return item if isinstance(item, dict) else {}


def _located(source: str, start: int, strict: bool) -> tuple[_Written, int]:  # noqa: FBT001 - the decoder calls it
    value, end = scanstring(source, start, strict)
    written = _Written(value)
    written.start = start
    return written, end


def _parts(item: dict[str, Any], source: str) -> Iterator[Document]:
    """The headline, the text and the captions."""
    yield from (_printed(value, source, Role.HEADLINE) for value in _values(item, "headline", "headlines")[:1])
    yield from (_printed(value, source, Role.BODY, marked_up=marked_up) for value, marked_up in _bodies(item))
    related = item.get("associations")
    for one in related.values() if isinstance(related, dict) else _list(related):
        if isinstance(one, dict):
            captions = _values(one, "description_text", "descriptions")[:1]
            yield from (_printed(value, source, Role.CAPTION) for value in captions)


def _values(item: dict[str, Any], key: str, keys: str) -> list[_Written]:
    """What stands under the key of NINJS 1, or in the list of NINJS 2 and 3."""
    found = [item.get(key), *(one.get("value") for one in _list(item.get(keys)) if isinstance(one, dict))]
    return [value for value in found if isinstance(value, _Written)]


def _bodies(item: dict[str, Any]) -> list[tuple[_Written, bool]]:
    """The text, and whether it is marked up; the list of NINJS 2 and 3 may have it in several ways."""
    found = [(item.get(key), key != BODIES[-1]) for key in BODIES]
    for one in _list(item.get("bodies")):
        if isinstance(one, dict):
            kind = str(one.get("contentType") or one.get("contenttype") or "")
            found.append((one.get("value"), any(mark in kind for mark in MARKED_UP)))
    bodies = [(value, marked_up) for value, marked_up in found if isinstance(value, _Written)]
    return sorted(bodies, key=lambda body: not body[1])[:1]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _printed(written: _Written, source: str, role: Role, *, marked_up: bool = False) -> Document:
    """What a text of the item prints, and the way back into the file."""
    document = read_hypertext("", written) if marked_up else Document("", str(written))
    inner = list(document.origin.runs) if document.origin else [(0, 0)]
    runs = _through(inner, _unescaped(source, written), len(document.text))
    blocks = document.blocks if role is Role.BODY else (Block(0, len(document.text), role),)
    return replace(document, blocks=blocks, origin=Origin(source, tuple(runs)))


def _unescaped(source: str, written: _Written) -> _Runs:
    """How offsets into the text of a string lead into the file, where some letters are escaped."""
    runs = [(0, written.start)]
    _, end = scanstring(source, written.start, False)  # noqa: FBT003 - it takes no names
    for escape in _ESCAPE.finditer(source, written.start, end):
        text_start, file_start = runs[-1]
        after = text_start + escape.start() - file_start + 1
        runs.append((after, escape.end()))
    return runs


def _through(inner: _Runs, outer: _Runs, length: int) -> _Runs:
    """The way from a text through another into the file."""
    runs: _Runs = []
    for (start, middle), (end, _) in pairwise([*inner, (length, 0)]):
        at = bisect_right(outer, middle, key=lambda run: run[0]) - 1
        runs.append((start, outer[at][1] + middle - outer[at][0]))
        while (at := at + 1) < len(outer) and outer[at][0] < middle + end - start:
            runs.append((start + outer[at][0] - middle, outer[at][1]))
    return runs


def _published(item: dict[str, Any]) -> tuple[date | None, tuple[str, ...]]:
    for key in DATE_KEYS:
        if isinstance(item.get(key), str) and (day := written_date(item[key])):
            return day, (f"published {day}, as its {key} says",)
    return None, ()
