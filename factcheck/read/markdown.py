"""Markdown becomes a document: what is printed once its marks are gone.

CommonMark's everyday part and pandoc's tables and captions. Code is no prose and
is left out.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from factcheck.model import Role
from factcheck.nouns import NamedTuple
from factcheck.read.datelines import written_date
from factcheck.read.transcripts import Transcript
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from factcheck.model import Document

#: The keys of front matter that date an article, the more telling first.
DATE_KEYS = ("published", "date", "pubdate", "publishdate", "datepublished", "published_at", "created")

_FRONT_MATTER = regex(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_FRONT_ENTRY = regex(r"([A-Za-z][\w-]*)[ \t]*[:=][ \t]*(.*)")
_LINE = regex(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_FENCE = regex(r" {0,3}(`{3,}|~{3,})")
_HEADING = regex(r" {0,3}#{1,6}(?:[ \t]+|$)")
_UNDERLINE = regex(r" {0,3}(?:=+|-+)[ \t]*$")
_RULE = regex(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$")
_ITEM = regex(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_QUOTE = regex(r" {0,3}(?:>[ \t]?)+")
_TARGET = regex(r" {0,3}\[[^\[\]]+\]:[ \t]*\S")
_FOOTNOTE = regex(r" {0,3}\[\^[^\[\]]+\]:[ \t]*")
_DELIMITER_ROW = regex(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_CELL = regex(r"(?:\\.|[^|\\])+")
_FIGCAPTION = regex(r"<figcaption\b", re.IGNORECASE)
_IMAGE_ALONE = regex(r"[ \t]*!\[([^\[\]]*)\]\([^()]*\)[ \t]*$")
_COMMENT = regex(r"[ \t]*<!--")
_INTERRUPTION = regex(
    r" {0,3}(?:#{1,6}(?:[ \t]|$)|>|`{3}|~{3}|<!--|<figcaption\b)|[ \t]*(?:[-*+]|1[.)])[ \t]+\S|" + _RULE.pattern
)

# No alternative can read past the sign that begins it, or it is bounded: nothing is read over and over.
_MARK = regex(
    r"\\(?P<escaped>[!-/:-@\[-`{-~])"
    r"|(?P<code>`+)"
    r"|(?P<comment><!--(?:[^-]|-(?!->)){0,400}-->)"
    r"|<(?P<address>[A-Za-z][A-Za-z\d+.-]{1,30}:[^\s<>]*+|[^\s<>@]++@[^\s<>]++)>"
    r"|(?P<tag></?[A-Za-z][^<>]*+>)"
    r"|(?P<footnote>\[\^[^\[\]\s]++\])"
    r"|(?P<image>!\[[^\[\]]*+\]\([^()]*+\))"
    r"|(?P<opening>\[)"
    r"|(?P<closing>\](?:\((?:[^()]|\([^()]*+\)){0,2000}\)|\[[^\[\]]*+\]))"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,31});)"
    r"|(?P<emphasis>\*+|_+|~~)"
)

#: A stretch of the file, from one offset up to another.
_Stretch = tuple[int, int]
#: A role, and the stretches that are printed in it, one a line.
_Block = tuple[Role, list[_Stretch]]


class _Line(NamedTuple):
    """A line of the file without its end."""

    start: int
    end: int
    text: str

    def after(self, match: re.Match[str]) -> _Stretch:
        """What follows a mark at the start of the line."""
        return self.start + match.end(), self.end


def read_markdown(name: str, source: str) -> Document:
    """The document, named and dated by its front matter, else dated by what is printed at its top."""
    front, body = _front_matter(source)
    transcript = Transcript(source)
    for role, stretches in _blocks(list(_lines(source, body))):
        transcript.start(role)
        _print(transcript, stretches)
    published, remarks = _published(front)
    return transcript.document(name, published, remarks, title=front.get("title"))


# --- front matter -------------------------------------------------------------------


def _front_matter(source: str) -> tuple[dict[str, tuple[str, int]], int]:
    """What stands between two rules at the very top, and where the text begins."""
    fence = _FRONT_MATTER.match(source)
    if not fence:
        return {}, 0
    entries: dict[str, tuple[str, int]] = {}
    for line in _lines(source, fence.end()):
        if line.text.rstrip() in {fence[1], "..."}:
            return entries, line.end
        if entry := _FRONT_ENTRY.match(line.text):
            value, at = entry[2].strip(), line.start + entry.start(2)
            if len(value) > 1 and value[0] in "'\"" and value[-1] == value[0]:
                value, at = value[1:-1], at + 1
            else:
                value = value.partition(" #")[0].rstrip()
            entries.setdefault(entry[1].lower(), (value, at))
    return {}, 0


def _published(front: dict[str, tuple[str, int]]) -> tuple[date | None, tuple[str, ...]]:
    remarks = []
    for key in DATE_KEYS:
        value, _ = front.get(key, ("", 0))
        if day := written_date(value):
            return day, (f"published {day}, as its front matter says",)
        if value:
            remarks.append(f"its front matter gives “{value}” as {key}, which is no day such as 2022-10-05")
    return None, tuple(remarks)


# --- blocks -------------------------------------------------------------------------


def _lines(source: str, start: int) -> Iterator[_Line]:
    for match in _LINE.finditer(source, start):
        text = match[0].rstrip("\r\n")
        yield _Line(match.start(), match.start() + len(text), text)


def _blocks(lines: Sequence[_Line]) -> Iterator[_Block]:
    """The paragraphs, headings, list items, table cells and captions, in order."""
    at = 0
    while at < len(lines):
        for read in (_unprinted, _heading, _caption, _table, _quotation, _item, _paragraph):
            blocks, after = read(lines, at)
            if after > at:
                yield from blocks
                at = after
                break


def _unprinted(lines: Sequence[_Line], at: int) -> tuple[list[_Block], int]:
    """Past an empty line, a rule, the target of links, a comment or code."""
    text = lines[at].text
    if fence := _FENCE.match(text):
        return [], 1 + next((n for n in range(at + 1, len(lines)) if _closes(lines[n], fence[1])), len(lines) - 1)
    if _COMMENT.match(text):
        return [], 1 + next((n for n in range(at, len(lines)) if "-->" in lines[n].text), len(lines) - 1)
    if not text.strip() or _RULE.match(text) or (_TARGET.match(text) and not _FOOTNOTE.match(text)):
        return [], at + 1
    return [], at


def _closes(line: _Line, fence: str) -> bool:
    closing = line.text.strip()
    return closing.startswith(fence) and not closing.strip(fence[0])


def _heading(lines: Sequence[_Line], at: int) -> tuple[list[_Block], int]:
    line = lines[at]
    if not (mark := _HEADING.match(line.text)):
        return [], at
    printed = line.text.rstrip().rstrip("#") if line.text.rstrip().endswith(" #") else line.text
    return [(Role.HEADLINE, [(line.start + mark.end(), line.start + max(mark.end(), len(printed)))])], at + 1


def _caption(lines: Sequence[_Line], at: int) -> tuple[list[_Block], int]:
    """An image that stands alone, as pandoc has it, or what HTML calls one."""
    line = lines[at]
    if image := _IMAGE_ALONE.match(line.text):
        return [(Role.CAPTION, [(line.start + image.start(1), line.start + image.end(1))])], at + 1
    if _FIGCAPTION.search(line.text):
        return [(Role.CAPTION, [(line.start, line.end)])], at + 1
    return [], at


def _table(lines: Sequence[_Line], at: int) -> tuple[list[_Block], int]:
    """A row, a row of dashes, and every row up to an empty line."""
    if not _is_head_of_table(lines, at):
        return [], at
    end = next((n for n in range(at + 2, len(lines)) if "|" not in lines[n].text), len(lines))
    rows = [lines[at], *lines[at + 2 : end]]
    return [
        (Role.CELL, [(row.start + m.start(), row.start + m.end())]) for row in rows for m in _CELL.finditer(row.text)
    ], end


def _is_head_of_table(lines: Sequence[_Line], at: int) -> bool:
    return (
        "|" in lines[at].text
        and at + 1 < len(lines)
        and "|" in lines[at + 1].text
        and bool(_DELIMITER_ROW.match(lines[at + 1].text))
    )


def _quotation(lines: Sequence[_Line], at: int) -> tuple[list[_Block], int]:
    paragraphs: list[list[_Stretch]] = [[]]
    while at < len(lines) and (mark := _QUOTE.match(lines[at].text)):
        if lines[at].text[mark.end() :].strip():
            paragraphs[-1].append(lines[at].after(mark))
        else:
            paragraphs.append([])
        at += 1
    return [(Role.QUOTATION, paragraph) for paragraph in paragraphs if paragraph], at


def _item(lines: Sequence[_Line], at: int) -> tuple[list[_Block], int]:
    mark = _ITEM.match(lines[at].text)
    if not mark:
        return [], at
    end = at + 1
    while end < len(lines) and not (_ITEM.match(lines[end].text) or _interrupts(lines, end)):
        end += 1
    return [(Role.LIST_ITEM, [lines[at].after(mark), *((line.start, line.end) for line in lines[at + 1 : end])])], end


def _paragraph(lines: Sequence[_Line], at: int) -> tuple[list[_Block], int]:
    mark = _FOOTNOTE.match(lines[at].text)
    stretches = [lines[at].after(mark) if mark else (lines[at].start, lines[at].end)]
    for end in range(at + 1, len(lines)):
        if _UNDERLINE.match(lines[end].text):
            return [(Role.HEADLINE, stretches)], end + 1
        if _interrupts(lines, end):
            return [(Role.BODY, stretches)], end
        stretches.append((lines[end].start, lines[end].end))
    return [(Role.BODY, stretches)], len(lines)


def _interrupts(lines: Sequence[_Line], at: int) -> bool:
    """Whether a paragraph ends before a line; a number other than 1 starts no list there."""
    text = lines[at].text
    return not text.strip() or bool(_INTERRUPTION.match(text)) or _is_head_of_table(lines, at)


# --- what is printed of a stretch ---------------------------------------------------


def _print(transcript: Transcript, stretches: Sequence[_Stretch]) -> None:
    """Write down the stretches without their marks, with a space where a line ends."""
    marks = [list(_MARK.finditer(transcript.source, *stretch)) for stretch in stretches]
    hidden = _hidden([mark for line in marks for mark in line])
    for stretch, line in zip(stretches, marks, strict=True):
        at, end = _stripped(transcript.source, *stretch)
        if not transcript.is_at_start and at < end:
            transcript.write(" ", max(0, at - 1))
        for mark in line:
            for hidden_start, hidden_end, instead in hidden.get(mark.start(), ()):
                transcript.copy(at, hidden_start)
                if instead:
                    transcript.write(instead, hidden_start)
                at = hidden_end
        transcript.copy(at, end)


def _stripped(source: str, start: int, end: int) -> _Stretch:
    printed = source[start:end].rstrip().removesuffix("\\").rstrip()
    return start + len(printed) - len(printed.lstrip()), start + len(printed)


def _hidden(marks: Sequence[re.Match[str]]) -> dict[int, list[tuple[int, int, str]]]:
    """What is not printed of each mark, by where the mark starts, and what is printed instead."""
    hidden: dict[int, list[tuple[int, int, str]]] = {}
    brackets: list[re.Match[str]] = []
    emphases: dict[str, re.Match[str]] = {}
    closings = _code_closings(marks)
    code_end = 0
    for mark in marks:
        start = mark.start()
        if start < code_end:
            continue
        if alone := _hidden_alone(mark):
            hidden[start] = alone
        elif mark["opening"]:
            brackets.append(mark)
        elif mark["closing"] and brackets:
            _hide(hidden, brackets.pop(), mark)
        elif start in closings:
            _hide(hidden, mark, closings[start])
            code_end = closings[start].end()
        elif mark["emphasis"] and mark[0] in emphases and _may_close(mark):
            _hide(hidden, emphases.pop(mark[0]), mark)
        elif mark["emphasis"] and _may_open(mark):
            emphases[mark[0]] = mark
    return hidden


def _hidden_alone(mark: re.Match[str]) -> list[tuple[int, int, str]]:
    """What is not printed of a mark that needs no other to close it."""
    start, end = mark.span()
    match mark.lastgroup:
        case "escaped":
            return [(start, start + 1, "")]
        case "address":
            return [(start, start + 1, ""), (end - 1, end, "")]
        case "entity":
            return [(start, end, unescape(mark[0]))]
        case "comment" | "footnote" | "image" | "tag":
            return [(start, end, " " if mark[0].startswith("<br") else "")]
        case _:
            return []


def _hide(hidden: dict[int, list[tuple[int, int, str]]], opening: re.Match[str], closing: re.Match[str]) -> None:
    for mark in (opening, closing):
        hidden[mark.start()] = [(*mark.span(), "")]


def _code_closings(marks: Sequence[re.Match[str]]) -> dict[int, re.Match[str]]:
    """For each run of backticks the next one of the same length."""
    closings: dict[int, re.Match[str]] = {}
    following: dict[str, re.Match[str]] = {}
    for mark in reversed(marks):
        if mark["code"]:
            if mark[0] in following:
                closings[mark.start()] = following[mark[0]]
            following[mark[0]] = mark
    return closings


def _may_open(mark: re.Match[str]) -> bool:
    before, after = _beside(mark)
    return not after.isspace() and not (mark[0][0] == "_" and before.isalnum())


def _may_close(mark: re.Match[str]) -> bool:
    before, after = _beside(mark)
    return not before.isspace() and not (mark[0][0] == "_" and after.isalnum())


def _beside(mark: re.Match[str]) -> tuple[str, str]:
    """The letters on both sides of a mark; where the file ends is a space."""
    source = mark.string
    return source[mark.start() - 1 : mark.start()] or " ", source[mark.end() : mark.end() + 1] or " "
