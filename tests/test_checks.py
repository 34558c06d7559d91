"""What checks declare, and that a check is called wherever it may have something to say."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from functools import partial
from re import findall
from typing import TYPE_CHECKING

import pytest

from factcheck import Document, check
from factcheck.judge.checks import Check, Gates, Signs, named_checks
from factcheck.judge.checks.parts import mentions_by_sentence, sentences_with, vocabulary
from factcheck.model import Article, Kind
from factcheck.pipeline import understand
from factcheck.rulebook import default_rulebook

if TYPE_CHECKING:
    from pathlib import Path


def signs_of(text: str) -> Signs:
    return Signs.of(understand(Document("a", text)))


def of_articles(**gates: object) -> Check:
    return Check("one", "factcheck.judge.checks.dates.gaps", Article, {}, **gates)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("gates", "speaks", "is_silent"),
    [
        ({}, "Ann left.", None),
        ({"told_by": ("streak", "row")}, "It was a third in a Row.", "It was a rowdy third."),
        ({"told_by": ("=", "probability")}, "They found p = .04.", "They found nothing."),
        ({"told_by": ("same day",)}, "It was the same day.", "It was the same old day."),
        ({"about": (Kind.MONEY,)}, "It cost $5.", "It was 5 km off."),
        ({"about": (Kind.MONEY,), "told_by": ("rate",)}, "It cost $5 at that rate.", "It cost $5."),
    ],
)
def test_an_article_without_the_signs_of_a_check_is_not_shown_to_it(
    gates: dict[str, object], speaks: str, is_silent: str | None
) -> None:
    opened = Gates.of([of_articles(**gates)]).opened_by
    assert opened(signs_of(speaks)) == {"one"}
    assert is_silent is None or not opened(signs_of(is_silent))


def test_only_checks_whose_words_and_kinds_an_article_has_are_called(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []

    def recorded(_: object, *, name: str, **__: object) -> tuple[()]:
        called.append(name)
        return ()

    for name, each in named_checks().items():
        monkeypatch.setitem(vars(each), "decide", partial(recorded, name=name))
    text = "The ferry cost $5 on Monday, and nobody had seen it in a row since."
    check([Document("a", text)], facts=())
    words, kinds = {*findall(r"\w+", text.lower())}, {Kind.MONEY, Kind.DATE}
    expected = {
        each.name
        for each in named_checks().values()
        if each.of is Article
        and (not each.told_by or any(word in words or (not word.isalnum() and word in text) for word in each.told_by))
        and (not each.about or not kinds.isdisjoint(each.about))
    }
    of_rules = {name for name, _ in default_rulebook().by_check}
    assert set(called) & {each.name for each in named_checks().values() if each.of is Article} == expected & of_rules


@pytest.mark.parametrize("words", [{"tower"}, {"1930", "it"}, {"nothing"}, {"bells", "nobody"}])
def test_sentences_with_a_word_are_those_that_have_it(words: set[str]) -> None:
    article = understand(
        Document("a", "The Tower fell in 1930.\n\nIt had nine bells; Ann’s tower had 12.\nNobody rang.")
    )
    plain = [set(re.findall("[a-z0-9]+", sentence.text.lower())) for sentence in article.sentences]
    expected = [each for each, own in zip(article.sentences, plain, strict=True) if words & own]
    assert sentences_with(article, frozenset(words)) == expected
    assert vocabulary(article) == set().union(*plain)


def test_each_mention_is_kept_with_the_sentence_that_it_begins_in() -> None:
    article = understand(Document("a", "Nine men and 12 women came on 3 May. Nobody left.\n\nIt cost $5."))
    told = zip(article.sentences, mentions_by_sentence(article), strict=True)
    assert all(one.start <= each.start < one.end for one, mentions in told for each in mentions)
    assert tuple(each for mentions in mentions_by_sentence(article) for each in mentions) == article.mentions


def test_a_check_that_compares_articles_asks_for_as_many() -> None:
    article = understand(Document("a", "Ann left."))
    source = replace(article, is_source=True)
    assert not of_articles(least=2).may_compare((article,))
    assert of_articles(least=2).may_compare((article, article))
    assert not of_articles(with_sources=True).may_compare((article, article))
    assert of_articles(with_sources=True).may_compare((article, source))


def test_what_was_kept_is_what_the_files_declare(tmp_path: Path) -> None:
    program = (
        "import json; from factcheck.judge.checks import named_checks\n"
        "print(json.dumps([[c.name, c.module, c.of.__name__, dict(c.parameters), sorted(c.told_by), sorted(c.about),"
        " c.least, c.with_sources] for c in named_checks().values()]))"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    runs = [
        json.loads(
            subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True).stdout
        )
        for _ in range(2)
    ]
    assert runs[0] == runs[1]
    assert {row[0] for row in runs[0]} == named_checks().keys()


def test_a_rule_sets_a_parameter_as_what_it_is() -> None:
    disagree = named_checks()["disagree"]
    assert disagree.arguments({"alike": "0.5", "shared": "3"}) == {"alike": 0.5, "shared": 3}
    with pytest.raises(ValueError, match="many"):
        disagree.arguments({"shared": "many"})


def test_what_is_kept_of_an_article_is_its_own_and_not_that_of_an_equal_one() -> None:
    text = "Four more people were hurt on Friday, he said. At least three people were hurt on Friday, he said."
    for _ in range(2):
        article = understand(Document("a", text))
        read = [mention for mentions in mentions_by_sentence(article) for mention in mentions]
        assert read
        assert all(mention.document is article.document for mention in read)
