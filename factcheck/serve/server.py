"""The server of the page: on this machine only, and gone when it is interrupted."""

from __future__ import annotations

import logging
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

import uvicorn

if TYPE_CHECKING:
    from starlette.applications import Starlette

#: Connections are to this machine, whatever its name in the network is.
HOST = "127.0.0.1"
#: How many seconds an answer may take to be finished when the server is to stop.
PATIENCE = 1


def listen(port: int) -> socket.socket:
    """A socket at the port of this machine, or at a free one for 0; OSError where the port is not to be had."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HOST, port))
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


def serve(application: Starlette, listening: socket.socket) -> None:
    """Serve the application until interrupted."""
    config = uvicorn.Config(
        application, log_config=None, access_log=False, server_header=False, lifespan="off", ws="none",
        timeout_graceful_shutdown=PATIENCE,
    )  # fmt: skip
    # As it ends asyncio may warn of a worker whose end it has seen twice (python/cpython#127049): nothing that the reader can mend.
    logging.getLogger("asyncio").setLevel(logging.ERROR)
    with listening, suppress(KeyboardInterrupt):  # the way to end it
        uvicorn.Server(config).run(sockets=[listening])
