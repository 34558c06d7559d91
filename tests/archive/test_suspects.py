"""Which claims of a block are looked at more closely."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from factcheck.align.meeting import is_mutual, meet
from factcheck.align.settings import in_setting
from factcheck.archive import comparing
from factcheck.archive.checking import check_archive
from factcheck.archive.comparing import questions
from factcheck.archive.rows import read
from factcheck.model import Document
from factcheck.pipeline import understand
from tests.archive.shown import whole

if TYPE_CHECKING:
    import pytest

    from factcheck.archive.store import Store
    from factcheck.judge.rules import Rulebook
    from factcheck.model import Claim


def test_what_sets_two_claims_apart_does_so_the_other_way_round_too(
    rulebook: Rulebook, newsroom: list[Document]
) -> None:
    told: list[list[Claim]] = [
        [
            in_setting(claim)
            for passage in example.passages
            for claim in understand(Document(passage.name, passage.text, passage.published)).claims
        ]
        for rule in rulebook.rules
        for example in rule.examples
        if len(example.passages) > 1
    ]
    told.append([in_setting(claim) for document in newsroom for claim in understand(document).claims])
    asked = 0
    for claims in told:
        for one, other in combinations(claims, 2):
            if one.mention.document is not other.mention.document:
                there, back = meet(one, other, {}).stopped, meet(other, one, {}).stopped
                asked += bool(there)
                assert back or not (there and is_mutual(there, other))
                assert there or not (back and is_mutual(back, one))
                if not there:
                    assert meet(other, one, {}, back=True) == meet(other, one, {})
    assert asked > 1000


def test_no_pair_is_asked_of_twice_that_is_apart_for_both(
    store: Store, newsroom: list[Document], rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add(map(read, newsroom))
    found, suspected = whole(check_archive(store, rulebook)), list(store.suspects(questions(rulebook)))
    assert len({suspect.claim for suspect in suspected}) == len(suspected)
    monkeypatch.setattr(comparing, "is_mutual", lambda *_: False)
    assert set(store.suspects(questions(rulebook))) == set(suspected)
    assert whole(check_archive(store, rulebook)) == found
