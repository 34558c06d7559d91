"""The page of `factcheck serve`: what it answers, whom it refuses, and how it begins and ends."""

from __future__ import annotations

import base64
import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anyio
import httpx2
import pytest
from starlette.testclient import TestClient

from factcheck import Document, Report, check
from factcheck.cli import main
from factcheck.serve.app import GONE, MOST_BYTES, application
from factcheck.serve.asked import MOST_SOURCES, BadRequestError, asked
from factcheck.serve.guard import HEADERS
from factcheck.serve.server import listen
from tests.test_html import HOSTILE, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from starlette.applications import Starlette

ROOT = Path(__file__).parent.parent
PORT = 8642
HERE = f"http://127.0.0.1:{PORT}"
DIFFERS = "The depot lies 40 km (64 miles) from the border."


def checked(drafts: Sequence[Document], sources: Sequence[Document]) -> Report:
    return check(drafts, against=sources)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with TestClient(application(checked, port=PORT, most=50_000), base_url=HERE) as found:
        yield found


def ask(client: TestClient, draft: dict[str, Any], *sources: dict[str, Any], **headers: str) -> httpx2.Response:
    answer: httpx2.Response = client.post("/report", json={"draft": draft, "sources": sources}, headers=headers)
    return answer


# --- what it answers ----------------------------------------------------------------


def test_a_draft_is_checked_against_itself(client: TestClient) -> None:
    answer = ask(client, {"name": "draft.txt", "text": DIFFERS})

    assert answer.status_code == 200
    seen = Seen(answer.text)
    assert [card["data-rule"] for card in seen.classed("finding")] == ["wrong-conversion"]


def test_a_draft_is_checked_against_its_sources_each_with_its_day(client: TestClient) -> None:
    draft = {"name": "draft.txt", "text": "The Larkin bridge opened on Tuesday.", "published": "2023-03-10"}
    source = {"name": "wire.md", "text": "# Larkin\n\nThe Larkin bridge opened on Tuesday.", "published": "2022-03-10"}
    answer = ask(client, draft, source)

    assert "2023-03-07" in answer.text
    assert "2022-03-08" in answer.text
    assert "wire.md" in answer.text


def test_a_file_is_read_by_its_ending_and_what_cannot_be_read_is_told(client: TestClient) -> None:
    page = base64.b64encode(f"<html><p>{DIFFERS}</p></html>".encode()).decode()
    picture = base64.b64encode(b"\x89PNG\r\n").decode()
    answer = ask(client, {"name": "draft.html", "data": page}, {"name": "photo.png", "data": picture})

    assert [card["data-rule"] for card in Seen(answer.text).classed("finding")] == ["wrong-conversion"]
    assert "Not read: photo.png: it is a picture, not text." in answer.text


def test_an_empty_draft_gives_an_empty_report(client: TestClient) -> None:
    assert ask(client, {"name": "draft.txt", "text": "  "}).status_code == 200


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_text(client: TestClient, text: str) -> None:
    seen = Seen(ask(client, {"name": '"><script>alert(1)</script>', "text": text}).text)

    assert {tag for tag, _ in seen.elements}.isdisjoint({"script", "img", "iframe", "base", "link", "meta", "style"})
    assert not any(name.startswith("on") for _, attributes in seen.elements for name in attributes)


def test_the_page_needs_nothing_but_this_machine(client: TestClient) -> None:
    seen = Seen(client.get("/").text)
    wanted = [attributes.get("src") or attributes.get("href") for _, attributes in seen.elements]

    for address in filter(None, wanted):
        assert address.startswith("/")
        assert client.get(address).status_code == 200
    assert "".join(seen.inside["script"]).strip() == ""


def test_articles_of_one_name_are_told_apart() -> None:
    given = asked(b'{"draft": {"name": "a.txt", "text": "x"}, "sources": [{"name": "a.txt", "text": "y"}]}')

    assert [document.name for document in (*given.drafts, *given.sources)] == ["a.txt", "a.txt (2)"]


# --- whom it refuses ----------------------------------------------------------------


@pytest.mark.parametrize("path", ["/", "/report.js", "/report", "/nowhere"])
def test_every_answer_tells_the_browser_what_it_may_do(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "unsafe" not in headers["content-security-policy"]
    assert not any(name.startswith("access-control") for name in headers)


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}", ""])
def test_a_name_that_was_made_to_point_here_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_this_machine_may_be_called_by_its_usual_names(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": f"{host}:{PORT}"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": f"https://127.0.0.1:{PORT}"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_another_page_cannot_ask_in_the_name_of_this_one(client: TestClient, headers: dict[str, str]) -> None:
    assert ask(client, {"text": DIFFERS}, **headers).status_code == 403


def test_the_page_itself_may_ask(client: TestClient) -> None:
    headers = {"origin": HERE, "sec-fetch-site": "same-origin"}

    assert ask(client, {"text": DIFFERS}, **headers).status_code == 200


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_what_a_form_could_send_is_refused(client: TestClient, kind: str) -> None:
    assert client.post("/report", content=b"{}", headers={"content-type": kind}).status_code == 415


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"\xff",
        b"[" * 40_000,
        b'{"sources": 1}',
        b'{"draft": []}',
        b'{"draft": {"text": 1}}',
        b'{"draft": {"data": "%"}}',
        b'{"draft": {"text": "a", "published": "31 June"}}',
        b'{"sources": [' + b",".join([b"{}"] * (MOST_SOURCES + 1)) + b"]}",
    ],
)
def test_what_the_page_does_not_send_is_refused_in_one_line(client: TestClient, body: bytes) -> None:
    answer = client.post("/report", content=body, headers={"content-type": "application/json"})

    assert answer.status_code == 400
    assert len(answer.text.splitlines()) == 1
    with pytest.raises(BadRequestError):
        asked(body)


def test_a_request_that_is_too_large_is_refused_in_one_line(client: TestClient) -> None:
    answer = ask(client, {"text": "a" * 60_000})

    assert (answer.status_code, len(answer.text.splitlines())) == (413, 1)


def test_the_page_knows_how_much_the_server_reads(client: TestClient) -> None:
    assert f"const MOST = {MOST_BYTES:_};" in client.get("/serve.js").text


def test_a_request_that_does_not_say_how_large_it_is_is_read_only_so_far(client: TestClient) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(1000):
            yield b"a" * 1000

    answer = client.post("/report", content=endless(), headers={"content-type": "application/json"})
    assert answer.status_code == 413


def broken(drafts: Sequence[Document], sources: Sequence[Document]) -> Report:
    raise ZeroDivisionError(drafts, sources)


def test_a_mistake_of_ours_is_told_in_one_line() -> None:
    with TestClient(application(broken, port=PORT), base_url=HERE) as other:
        answer = ask(other, {"text": DIFFERS})
    assert (answer.status_code, answer.text) == (
        500,
        "This is a mistake of factcheck, not of yours: ZeroDivisionError.\n",
    )


def endless(begun: Path, drafts: Sequence[Document], sources: Sequence[Document]) -> Report:
    """A check that says which process it runs in, and never ends by itself."""
    begun.with_suffix(".new").write_text(str(os.getpid()), encoding="utf-8")
    begun.with_suffix(".new").rename(begun)
    while True:
        check(drafts, against=sources)


def test_a_check_is_stopped_as_soon_as_nobody_waits_for_it(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    messages = [{"type": "http.request", "body": b'{"draft": {"text": "a"}}', "more_body": False}]
    sent: list[Any] = []

    async def receive() -> Any:
        if messages:
            return messages.pop(0)
        while not begun.exists():  # noqa: ASYNC110 - another process writes it
            await anyio.sleep(0.01)
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/report",
        "query_string": b"",
        "headers": [(b"host", f"127.0.0.1:{PORT}".encode()), (b"content-type", b"application/json")],
    }
    anyio.run(partial(application(partial(endless, begun), port=PORT), scope, receive, send))

    assert [message["status"] for message in sent if "status" in message] == [GONE]
    with pytest.raises(ProcessLookupError):
        os.kill(int(begun.read_text(encoding="utf-8")), 0)


# --- how it begins and ends ---------------------------------------------------------


@contextmanager
def served(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server in a process of its own, and its address."""
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "factcheck", "serve", "--port", "0", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    line = process.stdout.readline()
    try:
        yield process, line.split()[3]
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_is_there_with_one_command_and_gone_with_one_key(end: signal.Signals) -> None:
    with served() as (process, address):
        answer = httpx2.post(f"{address}report", json={"draft": {"name": "a.txt", "text": DIFFERS}}, timeout=60)
        process.send_signal(end)
        out, err = process.communicate(timeout=60)

    assert "wrong-conversion" in answer.text
    assert "server" not in answer.headers
    assert (out, err) == ("", "")
    assert process.returncode == (0 if end is signal.SIGINT else -signal.SIGTERM)


def test_what_is_asked_for_on_the_command_line_holds_on_the_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    begun: list[Starlette] = []
    opened: list[str] = []

    def take(made: Starlette, listening: socket.socket) -> None:
        begun.append(made)
        listening.close()

    monkeypatch.setattr("factcheck.serve.server.serve", take)
    monkeypatch.setattr("click.launch", opened.append)
    with pytest.raises(SystemExit) as end:
        main(["serve", "--no-config", "--port", "0", "--open", "--ignore", "wrong-conversion"])

    assert end.value.code == 0
    (address,) = opened
    assert address in capsys.readouterr().out
    with TestClient(begun[0], base_url=address.rstrip("/")) as page:
        answer = ask(page, {"text": DIFFERS})
    assert answer.status_code == 200
    assert Seen(answer.text).classed("finding") == []


def test_a_port_in_use_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with listen(0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit) as end:
            main(["serve", "--port", str(port)])

    told = capsys.readouterr()
    assert end.value.code == 2
    assert told.err.startswith(f"factcheck: port {port} of this machine cannot be used: ")
    assert len(told.err.splitlines()) == 1


def test_it_listens_on_this_machine_alone() -> None:
    with listen(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"
        assert listening.family == socket.AF_INET


def test_a_missing_package_is_told_with_the_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "factcheck.serve.app", raising=False)
    monkeypatch.setitem(sys.modules, "starlette.applications", None)
    with pytest.raises(SystemExit) as end:
        main(["serve"])

    assert end.value.code == 2
    assert 'pip install "factcheck-rules[serve]"' in capsys.readouterr().err
