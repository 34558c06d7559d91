"""What is kept of a claim is the claim."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.align.settings import in_setting
from factcheck.archive.recalling import ComparedRow, recalled
from factcheck.archive.records import attribute_in, claim_of, packed
from factcheck.archive.rows import CLAIMS, ClaimRow, _rows, read
from factcheck.model import Document, Landmark, Origin
from factcheck.pipeline import understand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.judge.rules import Rulebook


def texts(rulebook: Rulebook) -> Iterable[Document]:
    """Every text of every example of the rules."""
    for rule in rulebook.rules:
        for example in rule.examples:
            for passage in example.passages:
                yield Document(f"{rule.name}: {example.title}", passage.text, passage.published)


def compared(row: ClaimRow) -> ComparedRow:
    of_claim = (getattr(row, name) for name in ComparedRow._fields[8:])
    return ComparedRow(0, 0, 0.0, 0.0, 1, 1, row.day, row.day, *of_claim)


def test_a_claim_comes_back_as_it_was(rulebook: Rulebook) -> None:
    claims = [in_setting(claim) for document in texts(rulebook) for claim in understand(document).claims]
    assert len(claims) > 500
    for claim in claims:
        assert claim_of(json.loads(packed(claim)), claim.mention.document) == claim


def test_the_attribute_of_a_claim_is_seen_without_reading_it(rulebook: Rulebook) -> None:
    claims = [claim for document in texts(rulebook) for claim in understand(document).claims]
    assert any(claim.base for claim in claims)
    for claim in claims:
        assert attribute_in(packed(claim)) == claim.attribute
    assert attribute_in("{}") == ""


def test_the_claims_of_an_article_stand_in_a_row(newsroom: list[Document]) -> None:
    firsts = set()
    for document in newsroom:
        first, *others = [claim.claim for claim in read(document).claims]
        assert others == list(range(first + 1, first + 1 + len(others)))
        assert first % CLAIMS == 0
        firsts.add(first)
    assert len(firsts) == len(newsroom)


def test_what_is_recalled_stands_where_it_stood(rulebook: Rulebook) -> None:
    for document in texts(rulebook):
        told = {claim.mention.start: in_setting(claim) for claim in understand(document).claims}
        for one in recalled(map(compared, read(document).claims)):
            claim, before = one.claim, told[one.claim.mention.start]
            assert claim.mention.text == before.mention.text
            assert claim.sentence.text == before.sentence.text
            assert claim.context == before.context
            assert claim.setting == before.setting
            for offset in (claim.mention.start, claim.mention.end):
                assert claim.mention.document.place(offset) == document.place(offset)


def test_claims_of_one_sentence_share_it() -> None:
    document = Document("a.txt", "The fire killed 12 people and injured 30 people in Halden.")
    one, other = recalled(map(compared, read(document).claims))
    assert one.claim.sentence is other.claim.sentence
    assert one.claim.mention.document is other.claim.mention.document


def test_lines_are_those_of_the_file_that_was_read() -> None:
    file = "<p>\n\n<b>The  fire</b> killed <i>12 people</i> in Halden.\r\nIt injured 30 people.</p>"
    text = "The fire killed 12 people in Halden. It injured 30 people."
    found = [file.index(word) for word in ("The", "killed", "12", "in H", "It", "30")]
    runs = tuple(zip((text.index(word) for word in ("The", "killed", "12", "in H", "It", "30")), found, strict=True))
    document = Document("a.html", text, origin=Origin(file, runs))
    places = {
        one.claim.mention.text: one.claim.mention.document for one in recalled(map(compared, read(document).claims))
    }
    for words in ("12 people", "30 people"):
        assert places[words].place(text.index(words)) == document.place(text.index(words))


def test_a_page_stays_a_page() -> None:
    text = "The fire killed 12 people in Halden."
    document = Document("a.pdf", text, landmarks=(Landmark(0, "page 3, paragraph 2", 3),))
    (one,) = recalled(map(compared, read(document).claims))
    assert str(one.claim.mention.document.place(one.claim.mention.start)) == "page 3, paragraph 2"


def test_a_claim_that_rests_on_the_sentence_before_brings_that_sentence() -> None:
    text = "Marlow was home to 73,000 people before the war, but that number has dropped to 90%."
    changes = [one for one in recalled(map(compared, read(Document("a.txt", text)).claims)) if one.claim.base]
    (change,) = changes
    assert change.claim.base is not None
    assert change.claim.base.mention.text == "73,000 people"


def test_a_mention_that_ends_behind_its_sentence_is_kept_whole() -> None:
    document = Document("a.txt", "The gunman shot 12 people in Eskford. Police came.")
    claim = understand(document).claims[0]
    longer = replace(claim, mention=replace(claim.mention, end=44))
    assert next(_rows([longer], 1, None)).passage.startswith(document.text[:44])
