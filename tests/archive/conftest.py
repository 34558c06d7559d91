from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.newsroom import articles
from factcheck.archive.store import opened
from factcheck.rulebook import default_rulebook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.archive.store import Store
    from factcheck.judge.rules import Rulebook
    from factcheck.model import Document


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return default_rulebook()


@pytest.fixture(scope="session")
def newsroom() -> list[Document]:
    """Thirty articles about six events, of which some give another figure."""
    return list(articles(30))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "wire.fc", make=True) as found:
        yield found
