from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from benchmarks.newsroom import articles
from factcheck.archive.store import opened
from factcheck.model import Document
from factcheck.rulebook import default_rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.archive.store import Store
    from factcheck.judge.rules import Rulebook


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return default_rulebook()


@pytest.fixture(scope="session")
def newsroom() -> list[Document]:
    """Thirty articles about six events, of which some give another figure."""
    return list(articles(30))


@pytest.fixture(scope="session")
def museum() -> list[Document]:
    """Articles that differ in like words, which no rule about claims sees."""
    texts = {
        "post.txt": "The Orrin museum in Vantry raised about $41 million from donors for its new wing this spring, its director Mirela "
        "Kovacs said. The museum in Vantry opened its doors to schools in March.",
        "herald.txt": "Donors gave the Orrin museum in Vantry $37 million for its new wing this spring, the director, Mirela Kovacs, "
        "told reporters. Schools came to the museum in Vantry for free.",
        "echo.txt": "Mirela Kovacs, the director of the Orrin museum in Vantry, thanked the donors. Its new wing opens next spring.",
    }
    return [Document(name, text, date(2024, 5, 7)) for name, text in texts.items()]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "wire.fc", make=True) as found:
        yield found
