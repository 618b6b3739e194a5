"""How many readers are in at once. Past that, a new one is told so, rather than that all wait for each other.

A reader is a connection (WebSocket): Streamlit keeps a session for each. Who has been in before, and so may be in now and only
loads the page anew, is given the page: their own place is free as soon as it has come, and until then Streamlit asks again.
"""

from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from api import asked
from api.refusals import Refusal
from data.metrics import REFUSED
from data.settings import sessions
from figures.room import COOKIE

N = str  # marks a message for extraction; it is translated where it is used

WAIT = 60
"""Seconds after which somebody may have left."""

TRY_AGAIN_LATER = 1013
"""Why a connection is closed (IANA's registry of close codes)."""

FULL = Refusal(
    503,
    N("Every place is taken"),
    N("As many people read this briefing as can at once. Try again in a minute; your link is kept."),
    {"retry-after": str(WAIT)},
)


class Places:
    """ASGI middleware that gives each connection a place, as long as there is one."""

    def __init__(self, app: ASGIApp, most: int | None = None) -> None:
        """Take the application, and how many readers may be in at once; as many as the setting says where nothing is said here."""
        self.app, self.most = app, sessions() if most is None else most
        self.taken = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a reader in, or say that every place is taken."""
        if scope["type"] == "websocket":
            await self._connection(scope, receive, send)
        elif scope["type"] == "http" and self.taken >= self.most and _comes_anew(scope):
            await FULL(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _connection(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.taken >= self.most:
            REFUSED.inc()
            await _turn_away(WebSocket(scope, receive, send))
            return
        self.taken += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self.taken -= 1


def _comes_anew(scope: Scope) -> bool:
    """Tell whether a request opens a page in a browser that has not been in before. Whatever else is asked for takes no place."""
    request = HTTPConnection(scope)
    opens = asked.page(scope) is not None and "text/html" in request.headers.get("accept", "")
    return opens and COOKIE not in request.cookies


async def _turn_away(socket: WebSocket) -> None:
    """End a connection with the reason: only of one that was made a browser hears it."""
    await socket.accept((socket.scope.get("subprotocols") or [None])[0])
    await socket.close(TRY_AGAIN_LATER, "Every place is taken")
