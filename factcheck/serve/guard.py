"""Who may ask, how much they may send, and what a browser may do with the answer.

The page is for the person at this machine. A page of somebody else's, open in the
same browser, must not be able to ask in their name: not by a name that it has made
point here (the host is looked at), and not from where it came (the origin is).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: The names of this machine that do not lead out of it.
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
}


class TooLargeError(Exception):
    """More was sent than is read."""


class Guard:
    """Lets requests of the page itself through, up to a size, and puts the rules for browsers on every answer."""

    def __init__(self, app: ASGIApp, *, port: int, most: int) -> None:
        self._app = app
        self._hosts = {f"{name}:{port}" for name in LOOPBACK}
        if port == 80:
            self._hosts |= set(LOOPBACK)
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse to."""
        if scope["type"] != "http":  # to start up and to shut down; there are no web sockets
            await self._app(scope, receive, send)
            return
        send = _with_headers(send)
        refusal = self._refusal(scope["method"], Headers(scope=scope))
        if refusal is not None:
            await refusal(scope, receive, send)
            return
        try:
            await self._app(scope, _limited(receive, self._most), send)
        except TooLargeError:
            await self._too_large()(scope, receive, send)

    def _refusal(self, method: str, headers: Headers) -> PlainTextResponse | None:
        """Why a request is not let through; None if it is."""
        if headers.get("host", "") not in self._hosts:
            return PlainTextResponse("This page answers to 127.0.0.1 and localhost only.\n", 403)
        if method in {"GET", "HEAD"}:
            return None
        origin = headers.get("origin")
        if origin is not None and origin.removeprefix("http://") not in self._hosts:
            return PlainTextResponse("Only this page itself may ask for a report.\n", 403)
        if headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return PlainTextResponse("Only this page itself may ask for a report.\n", 403)
        announced = headers.get("content-length", "")
        return self._too_large() if announced.isdecimal() and int(announced) > self._most else None

    def _too_large(self) -> PlainTextResponse:
        return PlainTextResponse(
            f"That is more than {self._most // 1_000_000} MB. Send fewer or shorter sources, or use `factcheck check`.\n",
            413,
        )


def _limited(receive: Receive, most: int) -> Receive:
    """The same, until more has come in than is read."""
    total = 0

    async def receive_some() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > most:
            raise TooLargeError
        return message

    return receive_some


def _with_headers(send: Send) -> Send:
    """The same, with the rules for browsers on the answer."""

    async def send_some(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(HEADERS)
        await send(message)

    return send_some
