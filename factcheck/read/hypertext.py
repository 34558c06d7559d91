"""HTML becomes a document: what a browser shows of the article, dated by its metadata."""

from __future__ import annotations

import json
from contextlib import suppress
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from typing import TYPE_CHECKING

from factcheck.model import Role
from factcheck.read.datelines import written_date
from factcheck.read.transcripts import Transcript, raised
from factcheck.regexes import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from factcheck.model import Document

#: What is not shown, or is no part of the article.
UNPRINTED = frozenset(
    """
    script style nav noscript template svg math iframe object canvas audio video form button select textarea dialog
    del strike
    """.split()
)
#: What each element plays; whatever else begins a paragraph is body text.
ROLES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Role.HEADLINE),
    **dict.fromkeys(("figcaption", "caption"), Role.CAPTION),
    **dict.fromkeys(("td", "th"), Role.CELL),
    **dict.fromkeys(("li", "dt", "dd"), Role.LIST_ITEM),
    "blockquote": Role.QUOTATION,
}
BLOCKS = frozenset(
    """
    address article aside body details div dl fieldset figure footer header hgroup hr html main ol p pre search section
    summary table tbody tfoot thead tr ul
    """.split()
) | frozenset(ROLES)
#: The meta names and properties that date an article, the more telling first.
DATE_NAMES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "dcterms.created",
    "dcterms.date",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date",
    "date",
)

#: Elements whose end tags HTML lets one leave out.
SELF_CLOSING = frozenset("li dt dd td th".split())
ENDED_BY_THE_NEXT = SELF_CLOSING | {"p"}
#: Elements that have no end, and so hide nothing.
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
#: A <time> further down than this belongs to what is told, and not to the line that dates the article.
TOP = 600
#: How many open elements an end tag may close.
DEEPEST = 64

_HIDING = regex(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_END = " -->"
# HTML knows no other white space; a no-break space is printed.
_PRINTED = regex(r"[^ \t\r\n\f]+(?: [^ \t\r\n\f]+)*")


def read_hypertext(name: str, source: str) -> Document:
    """The document: the article where the page marks one, else its main part, else all of it."""
    lowered = source.lower()
    pages = (_Page(source, part) for part in ("article", "main", "") if not part or f"<{part}" in lowered)
    page = next(page for page in pages if not page.transcript.is_empty or page.part == "")
    published, remarks = _published(page)
    return page.transcript.document(name, published, remarks, title=page.title)


def _published(page: _Page) -> tuple[date | None, tuple[str, ...]]:
    for where, written in page.dates:
        if day := written_date(written):
            return day, (f"published {day}, as its {where} says",)
    return None, ()


class _Page(HTMLParser):
    """A page read from its start to its end, and what was learned on the way.

    Only what stands inside elements called `part` is printed, unless that is "".
    """

    def __init__(self, source: str, part: str) -> None:
        super().__init__(convert_charrefs=False)
        self.part = part
        self.transcript = Transcript(source)
        self._line_starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
        self._element = ""
        self._open: list[tuple[str, Role]] = [("", Role.BODY)]
        self._parts = 0 if part else 1
        self._unprinted: tuple[str, int] = ("", 0)
        self._space = ""
        self._has_headline = False
        self._titles: dict[str, tuple[str, int]] = {}
        self._linked: list[object] = []
        self._named: dict[str, str] = {}
        self._times: list[str] = []
        # The end closes every tag and comment that is left open, else the parser looks for theirs again and again.
        self.feed(source + _END)
        self.close()

    # --- what was learned ---

    @property
    def title(self) -> tuple[str, int] | None:
        """The title and its offset, if no heading prints it."""
        return None if self._has_headline else self._titles.get("og:title") or self._titles.get("title")

    @property
    def dates(self) -> Iterator[tuple[str, str]]:
        """What may be the day of publication and where it is written, the more telling first."""
        for value in _published_in(self._linked):
            yield "JSON-LD", value
        for name in DATE_NAMES:
            if name in self._named:
                yield f"metadata ({name})", self._named[name]
        for value in self._times:
            yield "<time>", value

    # --- elements ---

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what the element begins; metadata counts wherever it stands."""
        given = {name: value or "" for name, value in attrs}
        self._learn(tag, given)
        unprinted, depth = self._unprinted
        if depth and unprinted in ENDED_BY_THE_NEXT and tag in ({unprinted} if unprinted != "p" else BLOCKS):
            depth = 0
            self._unprinted = ("", 0)
        if depth:
            self._unprinted = unprinted, depth + (tag == unprinted)
        elif _is_hidden(given) and tag not in VOID:
            self._unprinted = (tag, 1)
        elif tag in UNPRINTED:
            self._unprinted = (tag, 1)
            self._element = "json" if given.get("type", "").lower() == "application/ld+json" else tag
        elif tag == "br":
            # Two in a row stand for a paragraph.
            self._begin_paragraph() if self._space == "\n" else self._wait("\n")
        else:
            # The link of a note stands inside its superscript.
            self._element = "sup" if (self._element, tag) == ("sup", "a") else tag
            self._parts += tag == self.part
            self._has_headline |= tag == "h1" and self._parts > 0
            if tag in BLOCKS:
                self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what the element began."""
        self._element = ""
        unprinted, depth = self._unprinted
        if depth:
            self._unprinted = unprinted, depth - (tag == unprinted)
            return
        if tag in BLOCKS:
            names = [name for name, _ in self._open[-DEEPEST:]]
            if tag in names:
                del self._open[-1 - names[::-1].index(tag) :]
            self._begin_paragraph()
        self._parts -= tag == self.part and self._parts > 0

    def _begin(self, tag: str) -> None:
        if tag in SELF_CLOSING and self._open[-1][0] == tag:
            self._open.pop()
        if tag not in {"p", "hr"}:
            self._open.append((tag, ROLES.get(tag, self._open[-1][1])))
        self._begin_paragraph()

    def _begin_paragraph(self) -> None:
        self._space = ""
        self.transcript.start(self._open[-1][1])

    # --- words ---

    def handle_data(self, data: str) -> None:
        """Print words with one space between them, wherever the file breaks its lines."""
        start = self._offset()
        data = data[: len(self.transcript.source) - start]
        if self._element in {"json", "title", "sup"}:
            data = self._set_apart(data)
        end = 0
        for words in _PRINTED.finditer(data):
            if words.start() > end:
                self._wait(" ")
            self._print(words[0], start + words.start())
            end = words.end()
        if end < len(data):
            self._wait(" ")

    def handle_entityref(self, name: str) -> None:
        """Print what a named character stands for."""
        self._print_reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """Print what a numbered character stands for."""
        self._print_reference(f"&#{name}")

    def _print_reference(self, written: str) -> None:
        at = self._offset()
        is_ended = self.transcript.source.startswith(";", at + len(written))
        self._print(unescape(written + ";" if is_ended else written), at)

    def _wait(self, space: str) -> None:
        """A space is printed only before another word."""
        self._space = max(self._space, space, key=" \n".find) if self._space else space

    @property
    def _is_shown(self) -> bool:
        return self._parts > 0 and not self._unprinted[1]

    def _print(self, words: str, at: int) -> None:
        if not self._is_shown:
            return
        if self._space and not self.transcript.is_at_start:
            self.transcript.write(self._space, max(0, at - 1))
        self._space = ""
        self.transcript.write(words, at)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column

    def _set_apart(self, data: str) -> str:
        """What is left to print of words that are no running text."""
        if self._element == "sup":
            return raised(data)
        if self._element == "title":
            self._titles.setdefault("title", (" ".join(unescape(data).partition(" | ")[0].split()), self._offset()))
        else:
            with suppress(ValueError, RecursionError):
                self._linked.append(json.loads(data, strict=False))
        return ""

    def _learn(self, tag: str, given: dict[str, str]) -> None:
        """Note the title and the dates that attributes give."""
        name = (given.get("property") or given.get("name") or given.get("itemprop") or "").lower()
        content = given.get("content") or given.get("datetime") or ""
        if name == "og:title" and content:
            self._titles.setdefault(name, (content, self._offset()))
        elif name in DATE_NAMES:
            self._named.setdefault(name, content)
        elif tag == "time" and content and self._is_shown and self.transcript.length < TOP:
            self._times.append(content)


def _is_hidden(given: dict[str, str]) -> bool:
    """Whether an element with these attributes is kept from being seen, by itself."""
    return "hidden" in given or _HIDING.search(given.get("style", "")) is not None


def _published_in(linked: list[object]) -> list[str]:
    """Every datePublished of linked data, in the order of the page; an article's own before those of anything else."""
    waiting = linked[::-1]
    found: list[tuple[bool, str]] = []
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            if isinstance(node.get("datePublished"), str):
                found.append(("Article" in str(node.get("@type")), node["datePublished"]))
            waiting += reversed(list(node.values()))
    return [value for _, value in sorted(found, key=lambda one: not one[0])]
