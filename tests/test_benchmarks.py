"""What is measured is like what is checked in a newsroom."""

from __future__ import annotations

from benchmarks.texts import NEWS, articles
from factcheck import Document, check, extract


def test_made_up_articles_are_as_dense_in_numbers_as_the_news_and_as_right() -> None:
    documents = [Document(f"{number}.txt", text) for number, text in enumerate(articles(60_000))]
    letters = sum(len(document.text) for document in documents)
    mentions = sum(len(extract(document)) for document in documents)
    findings = sum(len(check([document]).findings) for document in documents)
    assert 0.85 * NEWS < 1000 * mentions / letters < 1.15 * NEWS
    assert findings < len(documents)
