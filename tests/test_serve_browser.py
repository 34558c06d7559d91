"""The page of `factcheck serve` in a real browser: a draft is typed, sources are dropped, the report is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser import CHROMIUM, PHONE, chromium, visit
from tests.test_html import HOSTILE
from tests.test_serve import DIFFERS, served

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.browser import Visit

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here; apt-get install chromium"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with served("--no-config") as (_, found):
        yield found


@pytest.fixture
def seen(browser: Browser, address: str) -> Iterator[Visit]:
    """The page; whatever is done there, nothing is complained of and no other machine asked."""
    with visit(browser, address) as here:
        yield here
        assert here.complaints == []
        assert all(request.startswith(address) for request in here.requests)


def test_the_report_appears_as_the_draft_is_typed(seen: Visit) -> None:
    page = seen.page
    page.locator("#draft textarea").press_sequentially(DIFFERS)

    expect(page.locator("#report .finding")).to_have_count(1)
    page.click("#report .finding .message")
    assert page.locator(".mark.lit").all_inner_texts() == ["40 km", "64 miles"]

    page.fill("#draft textarea", DIFFERS.replace("64", "25"))
    expect(page.locator("#report .finding")).to_have_count(0)
    page.fill("#draft textarea", "")
    expect(page.locator("#report .report")).to_have_count(0)


def test_while_somebody_types_only_what_stands_there_last_is_asked_for(seen: Visit) -> None:
    seen.page.locator("#draft textarea").press_sequentially(DIFFERS, delay=10)
    expect(seen.page.locator("#report .finding")).to_have_count(1)

    asked_for = [request for request in seen.requests if request.endswith("/report")]
    assert len(asked_for) < len(DIFFERS) / 4


def test_a_source_is_pasted_and_taken_away(seen: Visit) -> None:
    page = seen.page
    page.fill("#draft textarea", "The town of Marlow has a population of 73,000.")
    page.fill("#sources textarea", "The town of Marlow has a population of 37,000.")

    expect(page.locator("#report article.source")).to_have_count(1)
    expect(page.locator("#report .mark")).to_have_count(2)
    page.click(".drop")
    expect(page.locator("#report article.source")).to_have_count(0)


def test_whoever_has_no_draft_at_hand_is_shown_an_example(seen: Visit) -> None:
    page = seen.page
    page.click(".example")

    expect(page.locator("#report article.source")).to_have_count(1)
    for rule in ("wrong-conversion", "parts-do-not-add-up", "wrong-percent-change", "differs-from-source"):
        expect(page.locator(f'#report .finding[data-rule="{rule}"]')).to_have_count(1)
    expect(page.locator(".welcome")).to_be_hidden()
    page.fill("#draft textarea", "")
    expect(page.locator(".welcome")).to_be_visible()


def test_files_are_opened_and_dropped(seen: Visit, tmp_path: Path) -> None:
    page = seen.page
    (tmp_path / "draft.md").write_text(f"# The *depot*\n\n{DIFFERS}\n", encoding="utf-8")
    (tmp_path / "wire.txt").write_bytes("The depot cost £5m.".encode("windows-1252"))
    page.set_input_files("#draft input[type=file]", tmp_path / "draft.md")
    page.set_input_files("#sources input[type=file]", tmp_path / "wire.txt")

    expect(page.locator("#report h3.passage")).to_have_text("The depot")
    expect(page.locator("#report article.source .number")).to_have_text("£5m")

    page.evaluate(
        """() => {
          const files = new DataTransfer();
          files.items.add(new File(["The depot closed in 2011."], "dropped.txt"));
          const drop = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: files });
          document.querySelector("#sources").dispatchEvent(drop);
        }"""
    )
    expect(page.locator("#report article.source")).to_have_count(2)
    expect(page.locator("#report")).to_contain_text("dropped.txt")


def test_the_open_view_and_the_filters_stay_as_they_were(seen: Visit) -> None:
    page = seen.page
    page.fill("#draft textarea", DIFFERS)
    page.uncheck("#report input[value=error]")
    page.click("#tab-timeline")
    page.fill("#draft textarea", f"{DIFFERS} It opened on 4 May 1998.")

    expect(page.locator("#report .dates li")).to_have_count(1)
    expect(page.locator("#panel-timeline")).to_be_visible()
    assert page.locator("#report .finding").get_attribute("hidden") is not None


def test_hostile_text_runs_nothing(seen: Visit) -> None:
    page = seen.page
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    for text in HOSTILE:
        page.fill("#draft [name=name]", '"><img src=x onerror=alert(1)>')
        page.fill("#draft textarea", text)
        page.fill("#sources textarea", text)
        expect(page.locator("#report article")).to_have_count(2)
        page.wait_for_function("document.querySelector('#report').getAttribute('aria-busy') === 'false'")

    assert page.locator("#report img, #report script").count() == 0


def test_what_is_too_much_is_said(seen: Visit) -> None:
    large = {"name": "scan.pdf", "mimeType": "application/pdf", "buffer": b"%PDF" + b"\xff" * 9_000_000}
    seen.page.fill("#draft textarea", DIFFERS)
    seen.page.set_input_files("#sources input[type=file]", large)  # type: ignore[arg-type]

    expect(seen.page.locator(".state.problem")).to_contain_text("more than 8 MB")


def test_a_server_that_is_gone_is_said(browser: Browser) -> None:
    with served("--no-config") as (process, address), visit(browser, address) as seen:
        process.kill()
        process.wait()
        seen.page.fill("#draft textarea", DIFFERS)

        expect(seen.page.locator(".state.problem")).to_contain_text("factcheck serve")


def test_on_a_phone_nothing_is_wider_than_the_screen(browser: Browser, address: str) -> None:
    with visit(browser, address, viewport=PHONE, has_touch=True, is_mobile=True) as seen:
        seen.page.fill("#draft textarea", DIFFERS)
        expect(seen.page.locator("#report .finding")).to_have_count(1)

        assert seen.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
