"""The page and what it asks for, as an application that a web server runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from anyio import CapacityLimiter, create_task_group, to_process
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from factcheck.model import Document, Report
from factcheck.report.html import asset, report_fragment
from factcheck.serve.asked import BadRequestError, asked
from factcheck.serve.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from anyio import CancelScope
    from starlette.requests import Request

#: The page itself, its style and its script.
PAGE = Path(__file__).with_name("page")
#: So many bytes are read of a request: a draft, and some hundred sources.
MOST_BYTES = 8_000_000
#: Nobody waits for this answer any more; the code is the one that nginx made common.
GONE = 499

#: From the drafts and the sources to the report, in another process.
Check = Callable[[Sequence[Document], Sequence[Document]], Report]


def application(check: Check, *, port: int, most: int = MOST_BYTES) -> Starlette:
    """The application that shows the page at a port of this machine, and answers it with reports."""
    one_at_a_time = CapacityLimiter(1)
    routes = [
        Route("/", _shown("index.html", "text/html")),
        Route("/serve.css", _shown("serve.css", "text/css")),
        Route("/serve.js", _shown("serve.js", "text/javascript")),
        Route("/report.css", _answer(partial(asset, "report.css"), "text/css")),
        Route("/report.js", _answer(partial(asset, "report.js"), "text/javascript")),
        Route("/report", partial(_report, check, one_at_a_time), methods=["POST"]),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Guard, port=port, most=most)])


def _shown(name: str, kind: str) -> Callable[[Request], Awaitable[Response]]:
    return _answer(partial((PAGE / name).read_text, encoding="utf-8"), kind)


def _answer(text: Callable[[], str], kind: str) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        del request
        return Response(text(), media_type=kind)

    return answer


async def _report(check: Check, one_at_a_time: CapacityLimiter, request: Request) -> Response:
    """The report on what the request holds; it is given up as soon as nobody waits for it any more.

    The check has a process of its own, since only a process can be stopped half-way.
    """
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        return PlainTextResponse("Send JSON.\n", 415)
    body = await request.body()
    answer = Response(status_code=GONE)
    async with create_task_group() as tasks:
        tasks.start_soon(_stopped_when_gone, request, tasks.cancel_scope)
        answer = await _answered(check, body, one_at_a_time)
        tasks.cancel_scope.cancel()
    return answer


async def _stopped_when_gone(request: Request, work: CancelScope) -> None:
    """Stop the work when the browser hangs up, as it does when the text has changed."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
    work.cancel()


async def _answered(check: Check, body: bytes, one_at_a_time: CapacityLimiter) -> Response:
    try:
        return HTMLResponse(await to_process.run_sync(_checked, check, body, cancellable=True, limiter=one_at_a_time))
    except BadRequestError as problem:
        return PlainTextResponse(f"{problem}\n", 400)
    except Exception as mistake:  # noqa: BLE001 - whatever it is, it is ours, and the page has to say something
        return PlainTextResponse(f"This is a mistake of factcheck, not of yours: {type(mistake).__name__}.\n", 500)


def _checked(check: Check, body: bytes) -> str:
    given = asked(body)
    report = check(given.drafts, given.sources)
    return report_fragment(replace(report, unreadable=(*report.unreadable, *given.unreadable)))
