"""A report becomes what an editor shows: marks with both their places, what hovers over them, and ways to let them stand."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from lsprotocol import types

from factcheck.model import Severity
from factcheck.nouns import dataclass
from factcheck.regexes import regex
from factcheck.report.telling import plain_lines
from factcheck.report.values import meaning
from factcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.model import Document, Finding, Report, Sentence, Span

SOURCE = "factcheck"
LOUDNESS = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
#: Formats in which a comment can say what to let stand.
COMMENTED = frozenset([".md", ".markdown", ".mdown", ".mkd", ".html", ".htm", ".xhtml"])
#: What stands in the comment until somebody writes the reason.
REASON = "why it may stand"

#: How many units of each encoding a letter takes.
UNITS = {
    types.PositionEncodingKind.Utf8: ("utf-8", 1),
    types.PositionEncodingKind.Utf16: ("utf-16-le", 2),
    types.PositionEncodingKind.Utf32: ("utf-32-le", 4),
}
# The marks that close what a paragraph of Markdown ends in.
_CLOSING = regex(r"[*_`~]*")


@dataclass(frozen=True, slots=True)
class Checked:
    """A version of an article in an editor, and what was found in it."""

    uri: str
    version: int | None
    document: Document
    report: Report
    encoding: types.PositionEncodingKind | str = types.PositionEncodingKind.Utf16


# --- positions ----------------------------------------------------------------------


def position(document: Document, offset: int, encoding: types.PositionEncodingKind | str) -> types.Position:
    """Where an offset into the text of a document stands in its file, as editors count."""
    place = document.place(offset)
    return types.Position(place.line - 1, _units(document.line(place.line)[: place.column - 1], encoding))


def range_of(span: Span, encoding: types.PositionEncodingKind | str) -> types.Range:
    """Where the words of a span stand; they end behind their last letter, and not where what follows begins."""
    end = position(span.document, max(span.end - 1, span.start), encoding)
    end.character += _units(span.text[-1:], encoding)
    return types.Range(position(span.document, span.start, encoding), end)


def _units(words: str, encoding: types.PositionEncodingKind | str) -> int:
    name, size = UNITS[types.PositionEncodingKind(encoding)]
    return len(words.encode(name, errors="surrogatepass")) // size


def _contains(around: types.Range, at: types.Position) -> bool:
    start, end, here = ((one.line, one.character) for one in (around.start, around.end, at))
    return start <= here <= end


# --- diagnostics --------------------------------------------------------------------


def diagnostics(checked: Checked) -> list[types.Diagnostic]:
    """A mark for each finding in the article, with its other places."""
    return [_diagnostic(checked, finding) for finding in _findings(checked)]


def _findings(checked: Checked) -> list[Finding]:
    return [finding for finding in checked.report.findings if finding.spans[0].document is checked.document]


def _diagnostic(checked: Checked, finding: Finding) -> types.Diagnostic:
    return types.Diagnostic(
        range_of(finding.spans[0], checked.encoding),
        "\n".join(_told(finding)),
        severity=LOUDNESS[finding.severity],
        code=finding.rule,
        source=SOURCE,
        related_information=[_related(checked, span) for span in finding.spans[1:]],
        data=finding.fingerprint,
    )


def _told(finding: Finding) -> Iterator[str]:
    """What is wrong, and the working."""
    yield visible(finding.message)
    if finding.arithmetic:
        yield f"= {visible(finding.arithmetic)}"


def _related(checked: Checked, span: Span) -> types.DiagnosticRelatedInformation:
    here = span.document is checked.document
    uri = checked.uri if here else Path(span.document.name).absolute().as_uri()
    location = types.Location(uri, range_of(span, checked.encoding))
    return types.DiagnosticRelatedInformation(location, visible(f"“{span.text}”"))


# --- hovers -------------------------------------------------------------------------


def hover(checked: Checked, at: types.Position) -> types.Hover | None:
    """What is to be said of the words at a position: what is found there, or what agrees, or why nothing was compared."""
    for finding in checked.report.findings:
        if around := _around(checked, finding.spans, at):
            return _hover(_explained(checked, finding), around)
    for agreement in checked.report.agreements:
        if around := _around(checked, agreement.spans, at):
            return _hover([f"Agrees: {agreement.reason}", f"`{agreement.rule}`"], around)
    for unchecked in checked.report.unchecked:
        if around := _around(checked, [unchecked.mention.span], at):
            value = meaning(unchecked.mention)
            return _hover([*([f"Read as {value}"] if value else []), f"Not compared: {unchecked.reason}"], around)
    return None


def _around(checked: Checked, spans: Sequence[Span], at: types.Position) -> types.Range | None:
    ranges = (range_of(span, checked.encoding) for span in spans if span.document is checked.document)
    return next((around for around in ranges if _contains(around, at)), None)


def _hover(lines: list[str], around: types.Range) -> types.Hover:
    return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, "\n".join(map(visible, lines))), around)


def _explained(checked: Checked, finding: Finding) -> list[str]:
    lines = list(plain_lines(finding))
    for span in finding.spans:
        place = span.document.place(span.start)
        where = f"line {place.line}" if span.document is checked.document else place.of(span.document.name)
        lines.append(f"“{span.text}” ({where})")
    return lines


# --- code actions -------------------------------------------------------------------


def actions(checked: Checked, around: types.Range) -> list[types.CodeAction]:
    """Ways to let the findings in a range stand, with the reason: a comment in the file, where its format has any."""
    if PurePath(checked.document.name).suffix.lower() not in COMMENTED:
        return []
    found = zip(_findings(checked), diagnostics(checked), strict=True)
    return [
        types.CodeAction(
            f"Ignore {finding.rule} here, with a reason",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            edit=types.WorkspaceEdit(changes={checked.uri: [_comment(checked, finding)]}),
        )
        for finding, diagnostic in found
        if _contains(around, diagnostic.range.start) or _contains(diagnostic.range, around.start)
    ]


def _comment(checked: Checked, finding: Finding) -> types.TextEdit:
    """The comment, behind the paragraph that the finding marks, which is the one that it speaks of."""
    document = checked.document
    end = range_of(_paragraph(checked, finding.spans[0]), checked.encoding).end
    # The marks that close the paragraph's last words are no part of its text.
    line = document.line(end.line + 1)
    units = accumulate((_units(letter, checked.encoding) for letter in line), initial=0)
    column = bisect_right(list(units), end.character) - 1
    closing = _CLOSING.match(line, column)
    end.character += _units(closing[0] if closing else "", checked.encoding)
    return types.TextEdit(types.Range(end, end), f" <!-- factcheck: ignore {finding.rule} -- {REASON} -->")


def _paragraph(checked: Checked, span: Span) -> Span:
    """The last sentence of the paragraph that a span stands in."""
    sentences: Sequence[Sentence] = next(
        article.sentences for article in checked.report.articles if article.document is checked.document
    )
    inside = next(sentence for sentence in reversed(sentences) if sentence.start <= span.start)
    return [sentence for sentence in sentences if sentence.paragraph == inside.paragraph][-1].span
