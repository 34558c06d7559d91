"""The HTML report: all of the text, every place of every finding, and nothing that submitted text could set off."""

from __future__ import annotations

import base64
import re
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck import Document, Report, check, compare
from factcheck.model import Role
from factcheck.pipeline import understand
from factcheck.read import load
from factcheck.report.html import claims_page, matrix_page, report_fragment, report_page, timeline_page
from factcheck.report.margin import Numbering, texts
from factcheck.report.matrix import matrix
from factcheck.report.pictures import LABEL, SCALE, WIDTH, date_picture, spread_picture
from factcheck.report.stretches import Mark, paragraphs, printable
from factcheck.report.timeline import timeline

ROOT = Path(__file__).parent.parent
STORIES = sorted(path for path in (ROOT / "fixtures").iterdir() if path.is_dir())

HOSTILE = (
    "The <script>alert(1)</script> depot lies 40 km (64 miles) from the border.",
    '"><img src=x onerror=alert(1)> 12 people died. <!-- --> </p></article> Fourteen people died on 4 May 1998.',
    "{{ 1234 * 1001 }} {% raw %} ${1234*1001} 40 km (64 miles) ]]> &amp; &#x3c;b&#x3e; </style></script>",
    "It cost $5m\u202e in 2014\u2066 and\x1b[2J 12\x00 people died.\x85 Next \u2028 line javascript:alert(1)",
)


class Seen(HTMLParser):
    """What a browser makes of a page: its elements, its text, and what stands in its scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.inside: dict[str, list[str]] = {"script": [], "style": []}
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag in self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        last = self._open[-1] if self._open else ""
        self.inside.get(last, self.text).append(data)

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def classed(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for _, attributes in self.elements if name in (attributes.get("class") or "").split()]


def story(folder: Path) -> Report:
    return check(load([folder])[0])


@pytest.fixture(scope="module")
def bakhmut() -> Report:
    return story(ROOT / "fixtures" / "bakhmut")


# --- text ---------------------------------------------------------------------------


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_the_page_has_every_word_of_every_article(folder: Path) -> None:
    report = story(folder)
    words = " ".join("".join(Seen(report_page(report)).text).split())

    for article in report.articles:
        for sentence in article.sentences:
            assert " ".join(printable(sentence.text).split()) in words


@given(
    st.text(alphabet="ab 12.\n\r\u202e“”", max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5),
)
def test_each_letter_stands_in_one_stretch_and_each_mark_begins_once(text: str, ends: list[tuple[int, int]]) -> None:
    marks = [
        Mark(min(low, high), max(low, high), str(at))
        for at, (low, high) in enumerate(ends)
        if low != high and max(low, high) <= len(text)
    ]
    found = [stretch for one in paragraphs(understand(Document("a.txt", text)), marks) for stretch in one.stretches]

    assert "".join("".join(stretch.text.split()) for stretch in found) == "".join(printable(text).split())
    assert sorted(mark.name for stretch in found for mark in stretch.begun) == sorted(mark.name for mark in marks)
    for mark in marks:
        inside = "".join(stretch.text for stretch in found if mark in stretch.marks)
        assert "".join(inside.split()) == "".join(printable(text[mark.start : mark.end]).split())


def test_a_headline_and_a_list_keep_their_roles() -> None:
    (document,), _ = load([ROOT / "fixtures" / "regatta" / "preview.md"])

    assert {one.role for one in paragraphs(understand(document), [])} >= {Role.HEADLINE, Role.BODY}


# --- links --------------------------------------------------------------------------


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_every_link_leads_to_one_place_of_the_page(folder: Path) -> None:
    seen = Seen(report_page(story(folder)))
    names = [attributes["id"] for _, attributes in seen.elements if "id" in attributes]
    links = [attributes["href"] or "" for _, attributes in seen.elements if "href" in attributes]

    assert len(names) == len(set(names))
    assert {link.removeprefix("#") for link in links} <= set(names)
    assert all(link.startswith("#") for link in links)


def test_places_that_share_a_sentence_are_quoted_once() -> None:
    sentence = "The fire killed nine people: four residents, three firefighters and three guards."
    text = f"{sentence}\n\nThe quay is 40 km (64 miles) off."
    (card, other) = next(texts(report := check([Document("a.txt", text)]), Numbering(report))).cards
    (quoted,) = card.places
    assert "".join(piece.text for piece in quoted.pieces) == sentence
    assert [piece.text for piece in quoted.pieces if piece.is_marked] == [span.text for span in card.finding.spans]
    assert [piece.name for piece in other.places[0].pieces if piece.is_marked] == ["place-2-1", "place-2-2"]


def test_every_place_of_every_finding_is_marked_and_its_card_links_there(bakhmut: Report) -> None:
    seen = Seen(report_page(bakhmut))
    anchors = {attributes.get("id") for attributes in seen.classed("anchor")}
    marked = {number for mark in seen.classed("mark") for number in (mark["data-findings"] or "").split()}
    shown = {id(article.document) for article in bakhmut.articles}
    places = sum(id(span.document) in shown for finding in bakhmut.findings for span in finding.spans)

    assert marked == {str(number) for number in range(1, len(bakhmut.findings) + 1)}
    assert len({anchor for anchor in anchors if anchor and anchor.startswith("place-")}) == places
    assert {card["data-number"] for card in seen.classed("finding")} == marked


def test_a_place_that_is_in_no_article_is_quoted_without_a_link(bakhmut: Report) -> None:
    text = "".join(Seen(report_page(bakhmut)).text)

    assert "factcheck/facts.yaml" in text


def test_a_mark_is_as_loud_as_the_loudest_finding_on_it() -> None:
    report = check([Document("a.txt", "The depot lies 40 km (64 miles) from the border.")])
    marks = Seen(report_page(report)).classed("mark")

    assert [mark["data-severity"] for mark in marks] == [report.findings[0].severity] * 2


def test_an_article_without_findings_is_said_to_have_none() -> None:
    page = report_page(check([Document("a.txt", "The depot lies 40 km (25 miles) from the border.")]))

    assert "Nothing was found that differs." in page
    assert Seen(page).classed("filters") == []


def test_what_could_not_be_read_is_told(bakhmut: Report) -> None:
    _, unreadable = load(["/nowhere/<b>.txt"])
    page = report_page(Report(bakhmut.articles, (), unreadable=unreadable))

    assert "Not read: /nowhere/&lt;b&gt;.txt" in page


# --- views --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "tab"),
    [(report_page, "text"), (matrix_page, "matrix"), (timeline_page, "timeline"), (claims_page, "numbers")],
)
def test_each_view_has_its_tab_in_front(page: object, tab: str, bakhmut: Report) -> None:
    seen = Seen(page(bakhmut))  # type: ignore[operator]
    (selected,) = (one for one in seen.named("a") if one.get("aria-selected") == "true")

    assert (selected["id"], seen.classed("report")[0]["data-opened"]) == (f"tab-{tab}", tab)
    panels = {one.get("id") for _, one in seen.elements if one.get("role") == "tabpanel"}
    assert {one["aria-controls"] for one in seen.named("a") if one.get("role") == "tab"} == panels


def test_a_fragment_is_the_report_without_the_page(bakhmut: Report) -> None:
    fragment = report_fragment(bakhmut)

    assert fragment.lstrip().startswith("<main")
    assert not Seen(fragment).named("script")


# --- pictures -----------------------------------------------------------------------


@given(st.lists(st.dates(date(1000, 1, 1), date(2900, 1, 1)), min_size=1, max_size=6))
@settings(max_examples=30)
def test_dates_are_drawn_in_their_order_within_the_picture(days: list[date]) -> None:
    said = " ".join(f"It was on {day.day} {day:%B} {day.year:04}." for day in days)
    told = timeline(check([Document("a.txt", said)], facts=()))
    picture = date_picture(told)

    assert picture is not None
    drawn = [dot.x for dot in sorted(picture.dots, key=lambda dot: dot.entries[0].start)]
    assert drawn == sorted(drawn)
    assert all(LABEL <= dot.x <= dot.end <= WIDTH and 0 < dot.y < picture.height for dot in picture.dots)


def test_without_dates_there_is_no_picture() -> None:
    assert date_picture(timeline(check([Document("a.txt", "Nothing happened.")]))) is None


@pytest.mark.parametrize(
    ("names", "labels"),
    [
        (("a.txt", "b.txt"), ["a.txt", "b.txt"]),
        (("in/wire/a.txt", "in/web/a.txt"), ["web/a.txt", "wire/a.txt"]),
        (("in/wire/a.txt", "in/wire/b.txt"), ["a.txt", "b.txt"]),
        (("the-long-name-of-an-agency.txt",), ["…name-of-an-agency.txt"]),
    ],
)
def test_beside_its_line_a_source_has_a_name_that_fits(names: tuple[str, ...], labels: list[str]) -> None:
    picture = date_picture(timeline(check([Document(name, "It opened in May 2019.") for name in names])))
    assert picture
    assert [lane.label for lane in picture.lanes] == labels


def test_values_are_drawn_on_one_scale_whatever_their_units() -> None:
    one = Document("one.txt", "The depot lies 90 km from Larkin.")
    other = Document("other.txt", "The depot lies 30 miles from Larkin.")
    (fact,) = matrix(check([one, other])).facts
    picture = spread_picture(fact)

    assert picture is not None
    high, low = picture.bars
    assert high.value is not None
    assert low.value is not None
    assert 0 <= low.value < high.value <= SCALE


def test_what_cannot_be_put_on_a_scale_is_not_drawn() -> None:
    bakhmut = check(load([ROOT / "fixtures" / "bakhmut"])[0])
    drawn = {
        fact.about: [bar.saying.claim.mention.text for bar in picture.bars]
        for fact in matrix(bakhmut).facts
        if (picture := spread_picture(fact))
    }

    assert "90%" not in drawn["population: Bakhmut"]  # it is a change, and no level
    one_alone = matrix(check([Document("a.txt", "It cost $5m.")]))
    assert one_alone.facts == ()


def test_an_open_end_is_drawn_to_the_edge() -> None:
    one = Document("one.txt", "The fire at the Alder Street depot killed more than 12 people.")
    other = Document("other.txt", "Fourteen people died in the fire at the Alder Street depot.")
    (fact,) = matrix(check([one, other])).facts
    picture = spread_picture(fact)

    assert picture is not None
    assert [(bar.high, bar.value is None) for bar in picture.bars if bar.saying.claim.mention.document is one] == [
        (SCALE, False)
    ]


# --- hostile text -------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", ["a.txt", '"><script>alert(2)</script>.txt', "javascript:alert(3)"])
def test_no_text_sets_anything_off(text: str, name: str) -> None:
    report = check([Document(name, text), Document("b.txt", HOSTILE[1])])
    for page in (report_page(report), matrix_page(report)):
        seen = Seen(page)
        assert len(seen.named("script")) == len(seen.named("style")) == 1
        assert {tag for tag, _ in seen.elements} & {"img", "iframe", "object", "embed", "base", "link", "form"} <= {
            "form"
        }
        for tag, attributes in seen.elements:
            assert not any(key.startswith("on") or key in {"style", "src", "srcset", "action"} for key in attributes), (
                tag
            )
            assert (attributes.get("href") or "#").startswith("#")
        assert "1235234" not in "".join(seen.text)


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x1b", "\x00"])
def test_what_would_turn_the_text_round_is_made_visible(sign: str) -> None:
    page = report_page(check([Document(f"a{sign}.txt", HOSTILE[3])]))

    assert sign not in page


def test_the_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else(bakhmut: Report) -> None:
    seen = Seen(report_page(bakhmut))
    (policy,) = (
        one["content"] or "" for one in seen.named("meta") if one.get("http-equiv") == "Content-Security-Policy"
    )

    for kind in ("script", "style"):
        digest = base64.b64encode(sha256("".join(seen.inside[kind]).encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_nothing_in_the_page_is_fetched(bakhmut: Report) -> None:
    page = report_page(bakhmut)

    assert re.findall(r"url\(|@import|https?://(?!www\.w3\.org)", page) == []


def test_a_known_fact_in_the_matrix_leads_nowhere_for_its_text_is_not_on_the_page() -> None:
    report = compare(load([ROOT / "fixtures" / "bakhmut"])[0])
    page = Seen(matrix_page(report))
    names = {attributes["id"] for _, attributes in page.elements if "id" in attributes}

    assert all(
        link.removeprefix("#") in names for _, each in page.elements if (link := each.get("href") or "").startswith("#")
    )
