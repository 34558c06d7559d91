"""What the page asks becomes documents."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from factcheck.model import Document, Unreadable
from factcheck.read.loading import read
from factcheck.read.problems import CannotReadError

if TYPE_CHECKING:
    from collections.abc import Iterable

#: More sources than this are for the command line.
MOST_SOURCES = 200
DRAFT = "draft"


class BadRequestError(ValueError):
    """What came in is not what the page sends."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A draft and its sources, and which of them cannot be read."""

    drafts: tuple[Document, ...]
    sources: tuple[Document, ...]
    unreadable: tuple[Unreadable, ...]


def asked(body: bytes) -> Asked:
    """The documents that a request is about; those without a word in them are left out.

    The body is JSON: {"draft": article, "sources": [article, …]}, an article being
    {"name", "text" or "data" (base64), "published" (2022-02-24 or "")}. Raises
    BadRequestError where it is not.
    """
    try:
        request = json.loads(body)
    except (ValueError, RecursionError) as problem:
        raise BadRequestError("what was sent is not JSON") from problem
    if not isinstance(request, dict) or not isinstance(request.get("sources", []), list):
        raise BadRequestError("a request has a draft and a list of sources")
    given = request.get("sources", [])
    if len(given) > MOST_SOURCES:
        raise BadRequestError(f"there are more than {MOST_SOURCES} sources; use `factcheck check --against`")
    unreadable: list[Unreadable] = []
    drafts = _documents([request.get("draft", {})], unreadable, {})
    names = {DRAFT: 1, **{document.name: 1 for document in drafts}}
    return Asked(drafts, _documents(given, unreadable, names), tuple(unreadable))


def _documents(articles: Iterable[Any], unreadable: list[Unreadable], names: dict[str, int]) -> tuple[Document, ...]:
    found = []
    for article in articles:
        name, data, published = _parts(article)
        name = _unlike_others(name, names)
        if not data.strip():
            continue
        try:
            found.append(read(name, data, published=published))
        except CannotReadError as problem:
            unreadable.append(Unreadable(name + problem.place, problem.what, problem.remedy))
    return tuple(found)


def _parts(article: Any) -> tuple[str, bytes, date | None]:
    """The name, the bytes and the day of publication of an article."""
    if not isinstance(article, dict):
        raise BadRequestError("an article has a name and a text")
    name, text, data, day = (article.get(key, "") for key in ("name", "text", "data", "published"))
    if not all(isinstance(part, str) for part in (name, text, data, day)):
        raise BadRequestError("name, text, data and published are strings")
    try:
        inside = base64.b64decode(data, validate=True) if data else text.encode("utf-8", errors="replace")
    except (binascii.Error, ValueError) as problem:
        raise BadRequestError("data is not base64") from problem
    try:
        published = date.fromisoformat(day) if day else None
    except ValueError as problem:
        raise BadRequestError("published is no day of the calendar; write it as 2022-02-24") from problem
    return name or DRAFT, inside, published


def _unlike_others(name: str, names: dict[str, int]) -> str:
    """The name, or the name with a number if another article is called so."""
    names[name] = names.get(name, 0) + 1
    return name if names[name] == 1 else _unlike_others(f"{name} ({names[name]})", names)
