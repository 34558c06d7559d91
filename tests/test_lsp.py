"""Editors show what is found: the language server, as an editor talks to it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator  # noqa: TC003 - pytest-lsp evaluates it
from pathlib import Path

import pytest
import pytest_lsp
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

from factcheck.lsp.marks import UNITS, Checked, actions, diagnostics, position
from factcheck.model import Document, Span
from factcheck.pipeline import check
from factcheck.read.loading import read

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
    assert "\n= 90 kilometers = 55.9 miles" in mark.message
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
        assert "= 90 kilometers = 55.9 miles; 75 miles = 121 kilometers" in said
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
