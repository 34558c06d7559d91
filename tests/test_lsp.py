"""Editors show what is found: the language server, as an editor talks to it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator  # noqa: TC003 - pytest-lsp evaluates it
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_lsp
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.workspace import Workspace
from pytest_lsp import ClientServerConfig, LanguageClient

from factcheck.cli import main
from factcheck.lsp.marks import UNITS, Checked, actions, diagnostics, hover, position
from factcheck.lsp.server import Server, file_name, server
from factcheck.model import Document, Span
from factcheck.pipeline import check
from factcheck.read.loading import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Report

ROOT = Path(__file__).parents[1]
DIFFERS = "The depot lies 90 km (75 miles) from the border."
DRAFT = f"# 😀 *Depot*\n\n😀 {DIFFERS}\n\nIt lies 90 km (56 miles) from Linden, and 12 boats sank.\n"
URI = "file:///tmp/draft.md"


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]
    config=ClientServerConfig(
        server_command=[sys.executable, "-m", "factcheck", "lsp"], server_env={"PYTHONPATH": str(ROOT)}
    )
)
async def client(lsp_client: LanguageClient) -> AsyncIterator[None]:
    """An editor that has started the server."""
    await lsp_client.initialize_session(
        types.InitializeParams(capabilities=pytest_lsp.client_capabilities("visual-studio-code"))
    )
    yield
    await lsp_client.shutdown_session()


def opened(client: LanguageClient, text: str, uri: str = URI, language: str = "markdown") -> None:
    client.text_document_did_open(
        types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, version=1, text=text))
    )


async def marks(client: LanguageClient, uri: str = URI) -> list[types.Diagnostic]:
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return list(client.diagnostics[uri])


@pytest.mark.asyncio
async def test_a_finding_is_marked_with_both_its_places(client: LanguageClient) -> None:
    opened(client, DRAFT)
    (mark,) = await marks(client)
    # An emoji is one letter of Python, and two units of an editor.
    assert mark.range == types.Range(types.Position(2, 18), types.Position(2, 23))
    assert (mark.severity, mark.code, mark.source) == (types.DiagnosticSeverity.Error, "wrong-conversion", "factcheck")
    assert mark.message.startswith("“90 km” and “75 miles” differ")
    assert "\n= 90 km = 55.9 miles" in mark.message
    (other,) = mark.related_information or ()
    assert other.message == "“75 miles”"
    assert other.location == types.Location(URI, types.Range(types.Position(2, 25), types.Position(2, 33)))


@pytest.mark.asyncio
async def test_what_hovers_tells_the_arithmetic_and_why_nothing_was_compared(client: LanguageClient) -> None:
    opened(client, DRAFT)
    await marks(client)

    async def hovers(line: int, character: int) -> str | None:
        where = types.HoverParams(types.TextDocumentIdentifier(URI), types.Position(line, character))
        shown = await client.text_document_hover_async(where)
        if shown is None:
            return None
        assert isinstance(shown.contents, types.MarkupContent)
        return shown.contents.value

    for character in (18, 26):
        said = await hovers(2, character)
        assert said is not None
        assert said.startswith("error: “90 km” and “75 miles” differ")
        assert "= 90 km = 55.9 miles; 75 miles = 121 km" in said
        assert "“75 miles” (line 3)" in said
    assert (await hovers(4, 9) or "").startswith("Agrees: ")
    assert "Not compared: " in (await hovers(4, 44) or "")
    assert await hovers(0, 0) is None


@pytest.mark.asyncio
async def test_a_finding_can_be_let_stand_with_a_comment(client: LanguageClient) -> None:
    opened(client, DRAFT)
    (mark,) = await marks(client)
    (action,) = await acts(client, mark.range)
    assert isinstance(action, types.CodeAction)
    assert action.title == "Ignore wrong-conversion here, with a reason"
    assert action.edit is not None
    (edit,) = (action.edit.changes or {})[URI]
    assert edit.new_text == " <!-- factcheck: ignore wrong-conversion -- why it may stand -->"
    assert edit.range.start == types.Position(2, len(DIFFERS) + 3)
    assert await acts(client, types.Range(types.Position(4, 0), types.Position(4, 1))) == []


async def acts(client: LanguageClient, around: types.Range) -> list[types.CodeAction | types.Command]:
    context = types.CodeActionContext([])
    params = types.CodeActionParams(types.TextDocumentIdentifier(URI), around, context)
    return list(await client.text_document_code_action_async(params) or [])


@pytest.mark.asyncio
async def test_marks_follow_the_text_and_go_with_it(client: LanguageClient) -> None:
    opened(client, DRAFT)
    assert len(await marks(client)) == 1
    for version, text in ((2, "It lies 90 km (75"), (3, DRAFT.replace("75", "56"))):
        client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version, URI),
                [types.TextDocumentContentChangeWholeDocument(text)],
            )
        )
    # Nobody hears of the second version: the third came before it was checked.
    assert await marks(client) == []
    client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(URI)))
    assert await marks(client) == []


@pytest.mark.asyncio
async def test_what_has_no_name_is_read_by_its_language(client: LanguageClient) -> None:
    opened(client, f"<p>{DIFFERS.replace(' ', '&nbsp;')}</p>", uri="untitled:Untitled-1", language="html")
    (mark,) = await marks(client, "untitled:Untitled-1")
    assert mark.code == "wrong-conversion"


@pytest.mark.asyncio
@pytest.mark.parametrize(("text", "said"), [("{", "it is no JSON"), ("", None)])
async def test_what_cannot_be_read_is_said_at_its_top(client: LanguageClient, text: str, said: str | None) -> None:
    opened(client, text, uri="file:///tmp/item.json", language="json")
    found = await marks(client, "file:///tmp/item.json")
    assert [mark.message.split(" (")[0] for mark in found] == ([said] if said else [])


# --- positions and edits ------------------------------------------------------------


@given(st.text(st.sampled_from("ab \n\r😀é"), min_size=1), st.sampled_from(list(UNITS)), st.data())
def test_a_position_leads_back_to_its_letter(
    text: str, encoding: types.PositionEncodingKind, data: st.DataObject
) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    at = position(Document("a.txt", text), offset, encoding)
    name, size = UNITS[encoding]
    lines = text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
    before = sum(len(line) + 1 for line in lines[: at.line])
    line = text[before:].encode(name)
    assert len(text[:before]) + len(line[: at.character * size].decode(name)) == offset


def found(name: str, text: str) -> Checked:
    document = read(name, text.encode())
    return Checked(f"file:///{name}", 1, document, check([document]))


@pytest.mark.parametrize(
    ("name", "text", "commented"),
    [
        ("a.md", f"- {DIFFERS}\n- It fell.\n", f"- {DIFFERS}# \n- It fell.\n"),
        ("a.md", f"{DIFFERS}\nIt **fell**\n\nOnce.", f"{DIFFERS}\nIt **fell**# \n\nOnce."),
        ("a.html", f"<p>{DIFFERS}</p>\n<p>It fell.", f"<p>{DIFFERS}# </p>\n<p>It fell."),
        ("a.txt", DIFFERS, None),
        ("a.json", f'{{"body_text": "{DIFFERS}"}}', None),
    ],
)
def test_the_comment_stands_behind_the_paragraph_where_the_format_has_comments(
    name: str, text: str, commented: str | None
) -> None:
    checked = found(name, text)
    (mark,) = diagnostics(checked)
    offered = actions(checked, mark.range)
    if commented is None:
        assert offered == []
        return
    (action,) = offered
    assert action.edit is not None
    (edit,) = (action.edit.changes or {})[checked.uri]
    lines = text.splitlines(keepends=True)
    line = lines[edit.range.start.line]
    lines[edit.range.start.line] = f"{line[: edit.range.start.character]}# {line[edit.range.start.character :]}"
    assert "".join(lines) == commented


def test_a_place_in_another_article_leads_there() -> None:
    document = Document("draft.txt", "The population of Linden is 70,000.")
    source = Document("/tmp/source.txt", "The population of Linden is 90,000.")  # noqa: S108 - nothing is written there
    checked = Checked("file:///draft.txt", 1, document, check([document], against=[source]))
    (mark,) = diagnostics(checked)
    (other,) = mark.related_information or ()
    assert other.location.uri == "file:///tmp/source.txt"
    assert Span(source, 28, 34).text == "90,000"
    assert other.location.range.start == types.Position(0, 28)


# --- in this process ----------------------------------------------------------------


class Shown:
    """A server whose editor is this test."""

    def __init__(self, checks: Callable[[Document], Report], monkeypatch: pytest.MonkeyPatch) -> None:
        self.checked_by = 0
        self.server = server(checks, lambda: self.checked_by, pause=0, look_again=0)
        self.published: list[types.PublishDiagnosticsParams] = []
        self.said: list[str] = []
        workspace = Workspace(None)
        monkeypatch.setattr(type(self.server), "workspace", workspace)
        monkeypatch.setattr(self.server, "text_document_publish_diagnostics", self.published.append)
        monkeypatch.setattr(self.server, "window_show_message", lambda params: self.said.append(params.message))
        self.workspace = workspace

    async def ask(self, feature: str, params: object) -> object:
        """What the server answers, once it has done all that it was going to do."""
        answer = await self.server.protocol.fm.features[feature](params)
        others = asyncio.all_tasks() - {asyncio.current_task()}
        await asyncio.gather(*others, return_exceptions=True)
        return answer

    async def open(self, name: str, text: str) -> None:
        """Open an article."""
        item = types.TextDocumentItem(f"file:///{name}", "plaintext", version=1, text=text)
        self.workspace.put_text_document(item)
        await self.ask(types.TEXT_DOCUMENT_DID_OPEN, types.DidOpenTextDocumentParams(item))


def checks(document: Document) -> Report:
    return check([document])


@pytest.mark.asyncio
async def test_a_server_answers_for_the_version_that_it_has_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Shown(checks, monkeypatch)
    await shown.open("a.md", DIFFERS)
    (published,) = shown.published
    assert (published.version, [mark.code for mark in published.diagnostics]) == (1, ["wrong-conversion"])
    article, start = types.TextDocumentIdentifier("file:///a.md"), types.Position(0, 16)
    asked = types.HoverParams(article, start)
    acted = types.CodeActionParams(article, types.Range(start, start), types.CodeActionContext([]))
    assert await shown.ask(types.TEXT_DOCUMENT_HOVER, asked) is not None
    assert await shown.ask(types.TEXT_DOCUMENT_CODE_ACTION, acted) != []
    changed = types.VersionedTextDocumentIdentifier(2, article.uri)
    shown.workspace.update_text_document(changed, types.TextDocumentContentChangeWholeDocument("It fell."))
    assert await shown.ask(types.TEXT_DOCUMENT_HOVER, asked) is None
    assert await shown.ask(types.TEXT_DOCUMENT_CODE_ACTION, acted) == []
    await shown.ask(types.TEXT_DOCUMENT_DID_CHANGE, types.DidChangeTextDocumentParams(changed, []))
    await shown.ask(types.TEXT_DOCUMENT_DID_CLOSE, types.DidCloseTextDocumentParams(article))
    assert [(one.version, list(one.diagnostics)) for one in shown.published[1:]] == [(2, []), (None, [])]


@pytest.mark.asyncio
async def test_open_articles_are_checked_again_when_something_changes_that_they_are_checked_by(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rules = ["They differ."]

    def told(document: Document) -> Report:
        return replace(check([document]), remarks=tuple(rules))

    shown = Shown(told, monkeypatch)
    await shown.open("a.txt", "It fell.")
    keeps_up = asyncio.create_task(shown.server.keep_up())
    await asyncio.sleep(0)
    rules[:] = ["They agree."]
    shown.checked_by = 1
    while len(shown.published) < 2:  # noqa: ASYNC110 - a thread checks, and sets no event
        await asyncio.sleep(0.01)
    keeps_up.cancel()
    assert [[mark.message for mark in one.diagnostics] for one in shown.published] == [
        ["They differ."],
        ["They agree."],
    ]


@pytest.mark.asyncio
async def test_a_mistake_of_ours_does_not_end_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(document: Document) -> Report:
        raise ZeroDivisionError(document.name)

    shown = Shown(breaks, monkeypatch)
    await shown.open("a.txt", DIFFERS)
    assert shown.said == ["this is a mistake of factcheck, not of yours: ZeroDivisionError: /a.txt"]
    await shown.open("b.txt", " \n")
    await shown.open("c.json", "{")
    assert [[mark.message[:13] for mark in one.diagnostics] for one in shown.published] == [[], ["it is no JSON"]]


def test_what_hovers_tells_of_a_place_all_that_is_known() -> None:
    checked = found("a.txt", f"{DIFFERS}\n\nIt lies 90 km (56 miles) from Linden, and 12 boats sank.")

    def said(line: int, character: int) -> list[str]:
        shown = hover(checked, types.Position(line, character))
        if shown is None:
            return []
        assert isinstance(shown.contents, types.MarkupContent)
        return shown.contents.value.split("\n")

    assert said(0, 22) == [
        "error: “90 km” and “75 miles” differ: 90 km would be 55.9 miles [wrong-conversion]",
        "= 90 km = 55.9 miles; 75 miles = 121 km",
        "perhaps: two digits were swapped",
        "either: “75 miles” → “56 miles”",
        "or: “90 km” → “121 km”",
        "“90 km” (line 1)",
        "“75 miles” (line 1)",
    ]
    assert said(2, 9)[1] == "`wrong-conversion`"
    assert said(2, 44)[0] == "Read as 12 boats"
    assert said(2, 0) == []


@pytest.mark.parametrize(
    ("uri", "language", "name"),
    [
        ("file:///a/draft.md", "plaintext", "/a/draft.md"),
        ("file:///a/draft", "markdown", "/a/draft.md"),
        ("untitled:Untitled-1", "html", "untitled-Untitled-1.html"),
        ("untitled:Untitled-1", None, "untitled-Untitled-1.txt"),
    ],
)
def test_what_an_article_is_called_tells_its_format(uri: str, language: str | None, name: str) -> None:
    assert file_name(uri, language) == name


def test_the_command_heeds_settings_sources_decisions_and_comments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Server] = []
    monkeypatch.setattr(Server, "start_io", lambda it: started.append(it))  # noqa: PLW0108 - only a function becomes a method
    monkeypatch.chdir(tmp_path)
    (tmp_path / "source.txt").write_text("The population of Linden is 90,000.")

    def finds(text: str, *options: str) -> list[str]:
        with pytest.raises(SystemExit) as end:
            main(["lsp", *options])
        assert end.value.code == 0
        return [finding.rule for finding in started[-1].check(read("draft.md", text.encode())).findings]

    comment = " <!-- factcheck: ignore wrong-conversion -- why it may stand -->"
    assert finds(DIFFERS) == ["wrong-conversion"]
    assert finds(DIFFERS + comment) == []
    assert finds(DIFFERS, "--ignore", "wrong-conversion") == []
    assert "differ" in " ".join(finds("The population of Linden is 70,000.", "--against", "source.txt"))
    (tmp_path / "factcheck.toml").write_text('ignore = ["wrong-conversion"]')
    assert finds(DIFFERS) == []
    (tmp_path / "factcheck.toml").write_text("comments = false")
    assert finds(DIFFERS + comment) == ["wrong-conversion"]
    main_check = ["check", "draft.md", "--write-baseline", "factcheck-decisions.toml"]
    (tmp_path / "draft.md").write_text(DIFFERS)
    with pytest.raises(SystemExit):
        main(main_check)
    assert finds(DIFFERS) == []


def test_what_the_server_needs_may_be_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "factcheck.lsp.server")
    monkeypatch.setitem(sys.modules, "pygls.lsp.server", None)
    with pytest.raises(SystemExit) as end:
        main(["lsp"])
    assert end.value.code == 2
    assert 'Install it with: pip install "factcheck-rules[lsp]"' in capsys.readouterr().err
