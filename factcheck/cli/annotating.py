"""`--annotate`: a copy of the Word file with the findings as its comments."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.console import Unusable, complain, write

if TYPE_CHECKING:
    from factcheck.model import Document, Report


class WordCopy(click.Path):
    """The name of a Word file that is to be written."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, dir_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The name, if Word would open a file of that name."""
        if not os.fspath(value).lower().endswith(".docx"):
            self.fail(f"only Word files take comments; “{value}” does not end in .docx.", param, ctx)
        return super().convert(value, param, ctx)


annotating = click.option(
    "--annotate",
    "copy",
    type=WordCopy(),
    metavar="FILE.docx",
    help="Write a copy of the Word file with a comment at each place of each finding.",
)


def annotate(report: Report, copy: Path, tracked_changes: str) -> bool:
    """Write the copy, and tell whether that could be done; why not is said at once."""
    from factcheck.model import TrackedChanges
    from factcheck.read.loading import file_bytes
    from factcheck.read.problems import CannotReadError
    from factcheck.report.word import ChangedError, annotated

    try:
        document = _word_document(report, copy)
        data = annotated(report, document, file_bytes(document.name), TrackedChanges(tracked_changes))
        write(data, copy)
    except CannotReadError as problem:
        complain(f"{document.name}: {problem.what}. {problem.remedy}")
        return False
    except ChangedError:
        complain(f"{document.name}: it has changed since it was read. Run factcheck again.")
        return False
    except Unusable as problem:
        complain(problem.format_message())
        return False
    return True


def _word_document(report: Report, copy: Path) -> Document:
    """The one Word file among the articles; a copy of several would mix up whose comments are whose."""
    articles = [article.document for article in report.articles if not article.is_source]
    found = [document for document in articles if document.name.lower().endswith(".docx")]
    if len(found) != 1:
        many = "none" if not found else f"{len(found)}"
        raise Unusable(f"--annotate: of the articles, {many} can be read as a Word file. Give one .docx at a time.")
    if os.path.realpath(copy) == os.path.realpath(found[0].name):
        raise Unusable(f"{copy}: it is the article itself. Give the copy another name.")
    return found[0]
