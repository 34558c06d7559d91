"""Many articles, each checked by itself; and reports that were made before."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from factcheck.answers import answered, question
from factcheck.model import Report
from factcheck.pipeline import check
from factcheck.processes import in_turn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from factcheck.model import Article, Document
    from factcheck.processes import Each


def check_each(
    documents: Sequence[Document], *, kept_in: Path | None = None, each: Each = in_turn, **how: Any
) -> Report:
    """One report on all the documents, each of which is checked by itself; `how` is what `check` takes besides."""
    return together(list(each(partial(_check_alone, kept_in=kept_in, **how), documents)))


def check_once(documents: Sequence[Document], *, kept_in: Path | None, each: Each = in_turn, **how: Any) -> Report:
    """The report on the documents together, unless it is kept in a folder."""
    return answered(kept_in, partial(question, documents, **how), partial(check, documents, each=each, **how))


def _check_alone(document: Document, *, kept_in: Path | None, **how: Any) -> Report:
    return check_once([document], kept_in=kept_in, **how)


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
