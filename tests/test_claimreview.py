"""Drafts of fact checks: schema.org's shape, both places, and no rating."""

from __future__ import annotations

import json
import re
from datetime import date
from importlib import import_module
from typing import Any

import pytest

from factcheck import Document, check
from factcheck.report.claimreview import claimreview_text

DRAFT = Document("draft.txt", "The depot lies 40 km (64 miles) from the border.", date(2023, 3, 10))
ONE = Document("one.txt", "The Larkin bridge opened on 4 May 1998.")
OTHER = Document("other.txt", "The Larkin bridge opened on 9 May 1998.")


def graph(*documents: Document) -> list[dict[str, Any]]:
    record = json.loads(claimreview_text(check(documents)))
    assert record["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = record["@graph"]
    return nodes


def kind_of(node: dict[str, Any]) -> Any:
    """The type of a node as schema.org describes it; the module of it alone, for there are a thousand."""
    module = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", node["@type"]).lower()
    return getattr(import_module(f"schema_org.models.{module}"), node["@type"])


def mistakes(node: dict[str, Any], where: str = "") -> list[str]:
    """What schema.org would not have in a node: a property that its type has not, or a value of another type."""
    properties = {one.schema_name: one for one in kind_of(node).SCHEMA_PROPERTIES}
    found = []
    for name, value in node.items():
        if name == "@type":
            continue
        if name not in properties or properties[name].superseded_by:
            found.append(f"{where}{node['@type']} has no {name}")
            continue
        for one in value if isinstance(value, list) else [value]:
            kinds = set(kind_of(one).SCHEMA_TYPES) if isinstance(one, dict) else {"Text", "Date"}
            if not kinds & set(properties[name].ranges):
                found.append(f"{where}{name} is no {properties[name].ranges}")
            found += mistakes(one, f"{name}.") if isinstance(one, dict) else []
    return found


@pytest.mark.parametrize("documents", [(DRAFT,), (ONE, OTHER), (DRAFT, ONE, OTHER)])
def test_every_draft_has_the_shape_of_schema_org(documents: tuple[Document, ...]) -> None:
    drafts = graph(*documents)

    assert drafts
    assert [mistake for draft in drafts for mistake in mistakes(draft)] == []


def test_the_measure_finds_mistakes() -> None:
    assert mistakes({"@type": "ClaimReview", "claimed": "a", "itemReviewed": "b"}) == [
        "ClaimReview has no claimed",
        "itemReviewed is no ('Thing',)",
    ]


def test_a_draft_has_both_places_and_the_arithmetic() -> None:
    (draft,) = graph(ONE, OTHER)

    assert draft["claimReviewed"] == ONE.text
    assert draft["itemReviewed"]["appearance"]["name"] == "one.txt"
    assert [(work["name"], work["text"]) for work in draft["citation"]] == [("other.txt", OTHER.text)]
    assert "5 days apart" in draft["reviewBody"]


def test_a_draft_says_when_the_claim_was_published() -> None:
    (draft,) = graph(DRAFT)

    assert draft["itemReviewed"]["appearance"]["datePublished"] == "2023-03-10"


def test_the_rating_is_left_to_a_person() -> None:
    for draft in graph(DRAFT, ONE, OTHER):
        assert draft["creativeWorkStatus"] == "Draft"
        assert draft.keys().isdisjoint({"reviewRating", "author", "publisher", "url", "datePublished"})
