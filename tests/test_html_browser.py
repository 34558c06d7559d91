"""The HTML report in a real browser: with the mouse, by keyboard, on a phone, in print, and without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck import Document, check
from factcheck.pipeline import understand
from factcheck.report.html import report_page
from factcheck.report.versions import versions
from factcheck.report.versions_page import versions_page
from tests.browser import CHROMIUM, PHONE, chromium, visit
from tests.test_html import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browser import Visit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here; apt-get install chromium"),
]

#: Keeps the first finding and the last apart, so that the page has to be scrolled from one to the other.
BETWEEN = """The depot on Alder Street stood empty when the fire broke out.

Smoke drifted over the street, and neighbours of the depot stayed indoors.

Fire crews kept the flames away from the school that backs on to Alder Street.

The owner of the depot was abroad, and could not be reached.

Investigators went through what was left of the building.

Flowers were laid at the gate of the depot in the evening.

Nobody could say how the fire had begun."""
DRAFT = Document(
    "draft.txt",
    f"The depot lies 40 km (64 miles) from the border.\n\n{BETWEEN}\n\n"
    "The fire at the Alder Street depot killed 12 people on 4 May 1998. “It was quick, a guard said.",
)
OTHER = Document("other.txt", "Fourteen people died in the fire at the Alder Street depot on 4 May 1998.")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    return written(tmp_path_factory.mktemp("page"), DRAFT, OTHER)


def written(folder: Path, *documents: Document) -> str:
    path = folder / "report.html"
    path.write_text(report_page(check(documents)), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def seen(browser: Browser, address: str) -> Iterator[Visit]:
    """The report on a desk; whatever is done there, nothing is complained of and nothing fetched."""
    with visit(browser, address, viewport={"width": 1280, "height": 500}) as here:
        yield here
        assert here.complaints == []
        assert here.requests == [address]


def lit(page: Page) -> list[str]:
    return page.locator(".mark.lit").all_inner_texts()


def card(rule: str) -> str:
    """The selector of the card of a rule's finding."""
    return f'.finding[data-rule="{rule}"]'


def test_a_click_on_a_finding_lights_up_all_its_places_and_scrolls_there(seen: Visit) -> None:
    page = seen.page
    page.click(f"{card('sources-differ')} .message")

    assert lit(page) == ["12 people", "Fourteen people"]
    assert page.locator(".mark.lit").first.evaluate(
        "mark => { const box = mark.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"
    )
    assert page.locator(".finding[aria-current=true]").count() == 1
    assert "12 people" in (page.locator("[role=status]").text_content() or "")


def test_a_click_on_a_place_lights_up_its_finding(seen: Visit) -> None:
    page = seen.page
    page.click(".mark >> text=64 miles")

    assert lit(page) == ["40 km", "64 miles"]
    assert page.locator(".finding.lit").get_attribute("data-rule") == "wrong-conversion"


def test_a_change_lights_up_in_both_versions_and_is_filtered_by_what_happened(browser: Browser, tmp_path: Path) -> None:
    old, new = (
        understand(Document(f"{people}.txt", f"It killed {people} people on 4 May 1998.")) for people in (12, 14)
    )
    path = tmp_path / "diff.html"
    path.write_text(versions_page(versions(old, new)), encoding="utf-8")
    with visit(browser, path.as_uri()) as here:
        here.page.click(".mark >> text=12 people")
        assert lit(here.page) == ["12 people", "14 people"]
        here.page.uncheck("input[value=changed]")
        assert here.page.locator(".finding:visible").count() == 0
        assert here.page.locator(".mark.off").all_inner_texts() == ["12 people", "14 people"]
        assert here.complaints == []


def test_severities_and_rules_are_filtered(seen: Visit) -> None:
    page = seen.page
    everything = page.locator(".finding:visible").count()
    page.uncheck("input[value=error]")

    assert page.locator(card("wrong-conversion")).is_hidden()
    assert page.locator(".mark.off").all_inner_texts() == ["40 km", "64 miles"]
    assert page.locator("[role=status]").text_content() == f"{everything - 1} of {everything} findings shown"

    page.check("input[value=error]")
    page.click("summary")
    page.uncheck("input[value=sources-differ]")
    assert page.locator(card("sources-differ")).is_hidden()
    assert page.locator(".finding:visible").count() == everything - 1


def test_the_keyboard_alone_is_enough(seen: Visit) -> None:
    page = seen.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "tab-text"
    page.keyboard.press("ArrowRight")
    assert page.locator("#panel-matrix").is_visible()
    page.keyboard.press("ArrowLeft")
    assert page.locator("#panel-text").is_visible()

    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('mark')"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    assert lit(page) == ["40 km", "64 miles"]

    page.keyboard.press("Escape")
    assert lit(page) == []
    first = page.evaluate("document.activeElement.closest('.finding').dataset.number")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.finding').dataset.number") == str(int(first) + 1)
    page.keyboard.press("Enter")
    assert page.locator(".finding.lit").get_attribute("data-number") == str(int(first) + 1)


def test_a_value_of_the_matrix_leads_to_its_place(seen: Visit) -> None:
    page = seen.page
    page.click("#tab-matrix")
    page.click("#panel-matrix .value >> text=Fourteen people")

    assert page.locator("#panel-text").is_visible()
    assert page.evaluate("document.querySelector(':target').textContent") == "Fourteen people"


def test_a_date_of_the_timeline_leads_to_its_place(seen: Visit) -> None:
    page = seen.page
    page.click("#tab-timeline")
    assert page.locator("svg.picture").is_visible()
    page.click("#panel-timeline .dates a >> nth=1")

    assert page.locator("#panel-text").is_visible()
    assert page.evaluate("document.querySelector(':target').textContent") == "4 May 1998"


def test_a_screen_reader_is_told_what_is_what(seen: Visit) -> None:
    page = seen.page
    tree = page.locator("main").aria_snapshot()

    for role in ('tab "Articles', "tabpanel", "article", "complementary", "listitem", "group", "status"):
        assert role in tree


def test_it_can_be_printed_with_all_its_views(seen: Visit) -> None:
    seen.page.emulate_media(media="print")

    assert all(seen.page.locator(f"#panel-{name}").is_visible() for name in ("text", "matrix", "timeline", "numbers"))
    assert not seen.page.locator(".filters").is_visible()
    assert seen.page.pdf(format="A4").startswith(b"%PDF")


@pytest.mark.parametrize("tab", ["text", "matrix", "timeline", "numbers"])
def test_on_a_phone_nothing_but_tables_and_pictures_is_wider_than_the_screen(
    browser: Browser, address: str, tab: str
) -> None:
    with visit(browser, address, viewport=PHONE, has_touch=True, is_mobile=True) as seen:
        seen.page.tap(f"#tab-{tab}")

        assert seen.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_on_a_phone_the_finding_stays_below_the_place_that_it_marks(browser: Browser, address: str) -> None:
    with visit(browser, address, viewport=PHONE, has_touch=True, is_mobile=True) as seen:
        seen.page.tap(".mark >> text=64 miles")
        below = seen.page.locator(".finding.lit").bounding_box()
        place = seen.page.locator(".mark >> text=64 miles").bounding_box()

        assert below is not None
        assert place is not None
        assert place["y"] + place["height"] < below["y"] < PHONE["height"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_what_is_behind_them(browser: Browser, address: str, scheme: str) -> None:
    with visit(browser, address, color_scheme=scheme) as seen:
        for selector in (".passage", ".mark", ".severity", ".finding .rule", ".reach", ".tabs a"):
            for ratio in seen.page.locator(selector).evaluate_all(CONTRAST):
                assert ratio >= 4.5, selector


#: The contrast of each element with what is behind it, as WCAG 2 works it out.
CONTRAST = """elements => elements.map(element => {
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(part => part / 255)
    .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  let behind = element;
  while (behind && (parts(getComputedStyle(behind).backgroundColor)[3] === 0)) behind = behind.parentElement;
  const [one, two] = [getComputedStyle(element).color, getComputedStyle(behind ?? document.body).backgroundColor]
    .map(parts).map(light).sort((a, b) => b - a);
  return (one + 0.05) / (two + 0.05);
})"""


def test_hostile_text_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    address = written(
        tmp_path, *(Document(f'"><img src=x onerror=alert({at})>.txt', text) for at, text in enumerate(HOSTILE))
    )
    with visit(browser, address) as seen:
        seen.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        for tab in ("matrix", "timeline", "numbers", "text"):
            seen.page.click(f"#tab-{tab}")

        assert (seen.complaints, seen.requests) == ([], [address])
        assert seen.page.locator("main img, main script").count() == 0


def test_without_its_script_all_of_the_report_is_there(browser: Browser, address: str) -> None:
    with visit(browser, address, java_script_enabled=False) as seen:
        assert all(
            seen.page.locator(f"#panel-{name}").is_visible() for name in ("text", "matrix", "timeline", "numbers")
        )
