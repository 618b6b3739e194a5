"""What comes to the server, counted, and what breaks there, logged: without a word of who asked, or for what."""

import logging
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.refusals import FAULT, NO_FACTS
from data import link
from data.metrics import OPENED, SESSIONS
from data.problem import DataError

log = logging.getLogger(__name__)

LONGEST = 80
"""Characters of a path that are logged: more is nobody's page."""


class Watch:
    """ASGI middleware that counts connections, and answers for a route that breaks."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._connection(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except DataError:
            # The library has logged what is broken, once.
            if begun:
                raise
            await NO_FACTS(scope, receive, send)
        except Exception:
            page, keys = scope["path"][:LONGEST], link.known(parse_qs(scope["query_string"].decode("latin-1")))
            log.exception("A request for %s failed", page, extra={"page": page, "keys": keys})
            if begun:
                raise  # what was promised cannot be kept: the connection breaks off
            await FAULT(scope, receive, send)

    async def _connection(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_open = False

        async def noted(message: Message) -> None:
            nonlocal is_open
            if message["type"] == "websocket.accept":
                is_open = True
                SESSIONS.inc()
                OPENED.inc()
            await send(message)

        try:
            await self.app(scope, receive, noted)
        finally:
            if is_open:
                SESSIONS.dec()
