"""Two reports of one event that tell one thing of it otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.judge.checks import check
from factcheck.judge.checks.across.stories.one_event import of_one_event
from factcheck.judge.checks.across.stories.two_stories import rows_of_equals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.judge.verdicts import Clash
    from factcheck.model import Article


@check("told-otherwise", of=tuple, least=2)
def told_otherwise(articles: tuple[Article, ...]) -> Iterator[Clash]:
    """The figures of two reports of one event that tell the same of it and differ."""
    for equals in rows_of_equals(articles):
        if pairs := of_one_event(equals):
            from factcheck.judge.checks.across.events.contradictions import contradictions  # noqa: PLC0415 - most articles are spared its files

            yield from contradictions(pairs)
