"""What is measured is like what is checked in a newsroom."""

from __future__ import annotations

from benchmarks.merged_names import ALIAS, ARTICLE, SPELLING, merged, spelled
from benchmarks.texts import NEWS, articles
from factcheck import Document, check, extract
from factcheck.pipeline import understand


def test_made_up_articles_are_as_dense_in_numbers_as_the_news_and_as_right() -> None:
    documents = [Document(f"{number}.txt", text) for number, text in enumerate(articles(60_000))]
    letters = sum(len(document.text) for document in documents)
    mentions = sum(len(extract(document)) for document in documents)
    findings = sum(len(check([document]).findings) for document in documents)
    assert 0.85 * NEWS < 1000 * mentions / letters < 1.15 * NEWS
    assert findings < len(documents)


def test_claims_about_a_name_that_is_taken_for_another_are_counted() -> None:
    first = Document("1.txt", "Mayor Anna Berg came to Peking. Then Berg hired 40 people in Peking.")
    second = Document("2.txt", "Mayor Wolgograd hired 30 people.")
    (hired,), (others,) = (understand(document).claims for document in (first, second))
    assert {(one.how, one.printed, one.taken) for one in merged(hired)} == {
        (ARTICLE, "Berg", "anna berg"),
        (ALIAS, "Peking", "beijing"),
    }
    volgograd = understand(
        Document("3.txt", "Mayor Volgograd hired 40 people. Mayor Volgograd hired 50 workers.")
    ).claims
    assert [(one.how, one.printed, one.taken) for one in spelled([*volgograd, others])] == [
        (SPELLING, "Wolgograd", "volgograd")
    ]
