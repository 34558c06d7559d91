"""A report becomes comments in a copy of the Word file: one at each place of each finding."""

from __future__ import annotations

from bisect import bisect_right
from copy import deepcopy
from io import BytesIO
from string import ascii_lowercase
from typing import TYPE_CHECKING, Any

from factcheck.read.word import locate, open_word
from factcheck.read.word_styles import W
from factcheck.report.telling import plain_lines
from factcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcheck.model import Document, Finding, Report, Span, TrackedChanges
    from factcheck.read.word import Located

#: Whom Word names as the author of the comments.
AUTHOR, INITIALS = "factcheck", "fc"

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

#: From one offset up to another, in the text of the whole file.
_Stretch = tuple[int, int]


class ChangedError(Exception):
    """The file is not the one that was read."""


def annotated(report: Report, document: Document, data: bytes, tracked_changes: TrackedChanges) -> bytes:
    """The Word file with a comment at each place of each finding; its text, looks and tracked changes stay.

    `data` is the file that the document was read from; ChangedError says that it is another.
    """
    word = open_word(data)
    located = locate(word, tracked_changes)
    if document.origin is None or document.origin.text != "".join(f"{here.passage.words}\n" for here in located):
        raise ChangedError(document.name)
    comments = list(_comments(report, document))
    runs = _Runs(located, [stretch for stretch, _ in comments])
    for stretch, text in comments:
        comment = word.comments.add_comment(text, AUTHOR, INITIALS)
        # When it was written is nobody's business, and would make every copy another.
        comment._comment_elm.attrib.pop(f"{W}date", None)  # noqa: SLF001 - there is no public way
        _mark(runs.first(stretch), runs.last(stretch), comment.comment_id)
    copy = BytesIO()
    word.save(copy)
    return copy.getvalue()


# --- what the comments say ----------------------------------------------------------


def _comments(report: Report, document: Document) -> Iterator[tuple[_Stretch, str]]:
    """Where each comment goes in the file, and what it says; findings are counted as they are read."""
    findings = [finding for finding in report.findings if any(span.document is document for span in finding.spans)]
    for number, finding in enumerate(sorted(findings, key=lambda finding: _first(finding, document)), 1):
        for at, span in enumerate(finding.spans):
            if span.document is document:
                yield _stretch(span), "\n".join(map(visible, _lines(finding, number, at)))


def _first(finding: Finding, document: Document) -> int:
    return min(span.start for span in finding.spans if span.document is document)


def _stretch(span: Span) -> _Stretch:
    origin = span.document.origin
    assert origin is not None  # noqa: S101 - `annotated` has looked
    return origin.offset(span.start), origin.offset(span.end - 1) + 1


def _lines(finding: Finding, number: int, at: int) -> Iterator[str]:
    """What is wrong, why, the ways out, and where the other places are."""
    first, *others = plain_lines(finding)
    yield f"{_label(number, at)} {first}"
    yield from others
    here = finding.spans[at].document
    for other, span in enumerate(finding.spans):
        if other != at:
            place = span.document.place(span.start)
            where = str(place) if span.document is here else place.of(span.document.name)
            yield f"{_label(number, other)}: “{span.text}” ({where})"


def _label(number: int, at: int) -> str:
    """The number of a finding and the letter of a place of it.

    >>> _label(1, 0), _label(12, 27)
    ('1a', '12bb')
    """
    return f"{number}{ascii_lowercase[at % 26] * (1 + at // 26)}"


# --- where they go ------------------------------------------------------------------


class _Runs:
    """The runs of the file, cut where comments begin and end."""

    def __init__(self, located: Sequence[Located], stretches: Iterable[_Stretch]) -> None:
        cuts = sorted({cut for stretch in stretches for cut in stretch})
        #: Where each piece of a run now starts, and the run.
        self._starts: list[int] = []
        self._runs: list[Any] = []
        for here in located:
            if here.passage.mark is not None:
                self._add(here.start, here.passage.mark)
                continue
            at = here.start
            moved: dict[Any, Any] = {}
            for piece in here.passage.pieces:
                run, element = moved.get(piece.run, piece.run), piece.element
                self._add(at, run)
                end = at + len(piece.words)
                for cut in cuts[bisect_right(cuts, at - 1) : bisect_right(cuts, end - 1)]:
                    if cut > at or _has_before(element):
                        run, element = _cut(run, element, cut - at)
                        moved[piece.run] = run
                        at = cut
                        self._add(at, run)
                at = end

    def first(self, stretch: _Stretch) -> Any:
        """The run that a stretch begins in."""
        return self._runs[bisect_right(self._starts, stretch[0]) - 1]

    def last(self, stretch: _Stretch) -> Any:
        """The run that it ends in."""
        return self._runs[bisect_right(self._starts, stretch[1] - 1) - 1]

    def _add(self, start: int, run: Any) -> None:
        self._starts.append(start)
        self._runs.append(run)


def _has_before(element: Any) -> bool:
    """Whether anything stands in a run before one of its elements."""
    before = element.getprevious()
    return before is not None and before.tag != f"{W}rPr"


def _cut(run: Any, element: Any, at: int) -> tuple[Any, Any]:
    """Cut a run in two, so many letters into one of its elements; the second run and what it begins with."""
    following = list(element.itersiblings())
    begin = element
    if at:
        begin = deepcopy(element)
        begin.text, element.text = element.text[at:], element.text[:at]
        for half in (begin, element):
            half.set(_SPACE, "preserve")
    rest = run.makeelement(run.tag, run.attrib)
    rest.extend([*map(deepcopy, run.iterchildren(f"{W}rPr")), begin, *following])
    run.addnext(rest)
    return rest, begin


def _mark(first: Any, last: Any, number: int) -> None:
    """Put the range of a comment round the runs, and its sign behind them, outside of any change or link."""
    first.insert_comment_range_start_above(number)
    last.insert_comment_range_end_and_reference_below(number)
    sign, outermost = last.getnext().getnext(), last
    while outermost.getparent().tag != f"{W}p":
        outermost = outermost.getparent()
    if outermost is not last:
        outermost.addnext(sign)
