"""Many articles, each checked by itself, in several processes at once if that is wanted; the report is the same."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Any

from factcheck.answers import answered, question
from factcheck.model import Report
from factcheck.pipeline import check

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from factcheck.model import Article, Document
    from factcheck.rulebook import Rulebook

    #: Checks one article by itself.
    Checker = Callable[[Document], Report]

#: What a process of ours checks with; each has its own.
_checker: list[Checker] = []


def check_each(documents: Sequence[Document], checker: Checker, jobs: int = 1) -> Iterator[Report]:
    """The report on each document by itself, in order, as they come."""
    if jobs == 1 or len(documents) < 2:
        yield from map(checker, documents)
        return
    with ProcessPoolExecutor(min(jobs, len(documents)), initializer=_begin, initargs=(checker,)) as processes:
        yield from processes.map(_check_here, documents, chunksize=max(1, len(documents) // (jobs * 8)))


def together(reports: Sequence[Report]) -> Report:
    """One report on all; each source is told of once."""
    sources: dict[str, Article] = {}
    for report in reports:
        for article in report.articles:
            if article.is_source:
                sources.setdefault(article.document.name, article)
    own = [article for report in reports for article in report.articles if not article.is_source]
    comparisons: Counter[str] = Counter()
    for report in reports:
        comparisons.update(report.comparisons)
    return Report(
        articles=(*own, *sources.values()),
        findings=tuple(finding for report in reports for finding in report.findings),
        agreements=tuple(agreement for report in reports for agreement in report.agreements),
        unchecked=tuple(
            one for report in reports for one in report.unchecked if one.mention.document.name not in sources
        ),
        comparisons=dict(comparisons),
        rules=reports[0].rules if reports else (),
    )


def check_once(
    documents: Sequence[Document],
    *,
    against: Sequence[Document],
    rulebook: Rulebook,
    facts: tuple[Article, ...],
    kept_in: Path | None,
) -> Report:
    """The report on the documents together, unless it is kept in a folder."""
    return answered(
        kept_in,
        partial(question, documents, against, rulebook, facts),
        partial(check, documents, against=against, rulebook=rulebook, facts=facts),
    )


def check_alone(document: Document, **how: Any) -> Report:
    """The report on a document by itself (see `check_once`)."""
    return check_once([document], **how)


def _begin(checker: Checker) -> None:
    _checker[:] = [checker]


def _check_here(document: Document) -> Report:
    return _checker[0](document)
