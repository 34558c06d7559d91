"""The server that editors talk to: it checks an article when it is opened and a moment after each change."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import PurePath
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from factcheck import __version__
from factcheck.lsp.marks import SOURCE, Checked, actions, diagnostics, hover
from factcheck.read.loading import FORMATS, read
from factcheck.read.problems import CannotReadError
from factcheck.report.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.model import Document, Report

    Check = Callable[[Document], Report]

#: So long nothing may be typed before an article is checked again, in seconds.
PAUSE = 0.3
#: How often it is looked whether what articles are checked by has changed, in seconds.
LOOK_AGAIN = 1.0
#: The ending for what an editor knows the language of, though it has no name yet.
ENDINGS = {"markdown": ".md", "html": ".html", "json": ".json"}


class Server(LanguageServer):
    """A language server, and the last version of each article that it has checked."""

    def __init__(self, check: Check, checked_by: Callable[[], object], *, pause: float, look_again: float) -> None:
        super().__init__("factcheck", __version__)
        self.check = check
        self._checked_by = checked_by
        self._pause = pause
        self._look_again = look_again
        self._checked: dict[str, Checked] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        # One check after the other: those that are out of date before their turn are never begun.
        self._checker = ThreadPoolExecutor(1)

    async def keep_up(self) -> None:
        """Check the open articles again whenever something has changed that they are checked by."""
        before = self._checked_by()
        while True:
            await asyncio.sleep(self._look_again)
            now = self._checked_by()
            if now != before:
                before = now
                for uri in list(self.workspace.text_documents):
                    self.check_soon(uri)

    def check_soon(self, uri: str, pause: float | None = None) -> None:
        """Check an article once nobody has typed for a while; what was going to be checked before is out of date."""
        self.forget(uri)
        pause = self._pause if pause is None else pause
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._check_after(uri, pause))

    def forget(self, uri: str) -> None:
        """Let go of what is known of an article and of what is to be done for it."""
        if uri in self._waiting:
            self._waiting.pop(uri).cancel()

    def checked(self, uri: str) -> Checked | None:
        """What was found in the version of an article that the editor shows, if that is checked already."""
        checked = self._checked.get(uri)
        return checked if checked and checked.version == self.workspace.get_text_document(uri).version else None

    def closed(self, uri: str) -> None:
        """Take back what was shown of an article."""
        self.forget(uri)
        self._checked.pop(uri, None)
        self._publish(uri, None, [])

    async def _check_after(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        text = self.workspace.get_text_document(uri)
        name, version, source = file_name(uri, text.language_id), text.version, text.source
        try:
            document = read(name, source.encode(errors="surrogatepass"))
            report = await asyncio.get_running_loop().run_in_executor(self._checker, self.check, document)
        except CannotReadError as problem:
            self._checked.pop(uri, None)
            self._publish(
                uri, version, [_told_at_the_top(f"{problem.what}. {problem.remedy}")] if source.strip() else []
            )
        except Exception as mistake:  # noqa: BLE001 - whatever it is, it is ours, and the editor is to go on
            what = f"{type(mistake).__name__}: {mistake}".splitlines()[0]
            says = f"this is a mistake of factcheck, not of yours: {what}"
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, says))
        else:
            # The document that was checked is the report's own, which settings may have changed.
            document = report.articles[0].document
            encoding = self.workspace.position_encoding or types.PositionEncodingKind.Utf16
            checked = Checked(uri, version, document, report, encoding)
            self._checked[uri] = checked
            told = [_told_at_the_top(remark) for remark in report.remarks]
            self._publish(uri, version, [*diagnostics(checked), *told])

    def _publish(self, uri: str, version: int | None, marks: list[types.Diagnostic]) -> None:
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, marks, version=version))


def server(
    check: Check, checked_by: Callable[[], object], *, pause: float = PAUSE, look_again: float = LOOK_AGAIN
) -> Server:
    """A server that shows what a check finds in the articles of an editor, and what it finds when `checked_by` changes."""
    it = Server(check, checked_by, pause=pause, look_again=look_again)

    @it.feature(types.INITIALIZED)
    async def initialized(server: Server, params: types.InitializedParams) -> None:
        del params
        await server.keep_up()

    @it.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(server: Server, params: types.DidOpenTextDocumentParams) -> None:
        server.check_soon(params.text_document.uri, pause=0)

    @it.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(server: Server, params: types.DidChangeTextDocumentParams) -> None:
        server.check_soon(params.text_document.uri)

    @it.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(server: Server, params: types.DidCloseTextDocumentParams) -> None:
        server.closed(params.text_document.uri)

    @it.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovers(server: Server, params: types.HoverParams) -> types.Hover | None:
        checked = server.checked(params.text_document.uri)
        return hover(checked, params.position) if checked else None

    @it.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    async def acts(server: Server, params: types.CodeActionParams) -> list[types.CodeAction]:
        checked = server.checked(params.text_document.uri)
        return actions(checked, params.range) if checked else []

    return it


def file_name(uri: str, language: str | None) -> str:
    """The name of the file, or one that tells its format."""
    name = to_fs_path(uri) if uri.startswith("file:") else uri.replace(":", "-")
    ending = PurePath(name or uri).suffix.lower()
    is_known = any(ending in form.endings for form in FORMATS)
    return (name or uri) + ("" if is_known else ENDINGS.get(language or "", ".txt"))


def _told_at_the_top(what: str) -> types.Diagnostic:
    """What is to be said, but of no place in the article."""
    top = types.Position(0, 0)
    return types.Diagnostic(
        types.Range(top, top), visible(what), severity=types.DiagnosticSeverity.Information, source=SOURCE
    )
