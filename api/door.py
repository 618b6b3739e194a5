"""The door: readers ask and send nothing, and only pages of ours hold a connection.

A connection that a page of another origin opens makes Streamlit ask an outside host for the address of its own machine, and
everybody waits for the answer. So nothing of the kind comes as far as Streamlit.
"""

from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from api.closed import is_closed
from api.refusals import Refusal
from api.v1.endpoint import ALLOW, METHODS, is_asked, refused

N = str  # marks a message for extraction; it is translated where it is used

LONGEST_MESSAGE = 200_000
"""Bytes of one message from a reader. A browser on our pages sends about a thousand, and more only with a long address. Much of it
is kept for a while: Python itself keeps the last 128 addresses that it took apart."""

NO_CONTENT = Refusal(
    413, N("Nothing can be sent here"), N("This briefing answers questions. It takes no files and no forms.")
)

NOTHING_HERE = Refusal(
    404, N("There is nothing at this address"), N("The link may be mistyped, or cut short on its way.")
)

UNSUPPORTED_DATA, POLICY_VIOLATION, MESSAGE_TOO_BIG = 1003, 1008, 1009
"""Why a connection is closed (RFC 6455)."""


class Door:
    """ASGI middleware that refuses what no reader of ours sends."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str] = ()) -> None:
        """Take the application and the hosts under which readers know it: `briefing.example`, `*.example`.

        The host that a request itself names is known anyway: hosts are named for a proxy that tells of none.
        """
        self.app, self.hosts = app, [host.lower() for host in hosts]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what a reader may ask."""
        # Nothing of ours takes anything by another method; Streamlit keeps files in memory for whoever sends some.
        if scope["type"] == "http" and scope["method"] not in METHODS:
            await refused(Request(scope))(scope, receive, send)
        elif scope["type"] == "http" and _brings_something(Headers(scope=scope)):
            answer = refused(Request(scope), "brings-something") if is_asked(scope) else NO_CONTENT
            await answer(scope, receive, send)
        elif scope["type"] != "lifespan" and is_closed(scope["path"]):
            await NOTHING_HERE(scope, receive, send)
        elif scope["type"] == "http" and scope["method"] == "OPTIONS" and not is_asked(scope):
            await Response(status_code=204, headers={"allow": ALLOW})(scope, receive, send)
        elif scope["type"] == "websocket":
            await self._connection(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _connection(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        # A browser always names an origin; whoever names none is no page of anybody's.
        if (origin := headers.get("origin")) is not None:
            if not (host := self._ours(origin, headers)):
                await WebSocketClose(POLICY_VIOLATION)(scope, receive, send)
                return
            scope = _addressed_to(host, scope)

        async def measured() -> Message:
            message = await receive()
            if message.get("text") is not None:  # Streamlit's browsers send bytes, and it breaks on anything else
                code = UNSUPPORTED_DATA
            elif len(message.get("bytes") or b"") > LONGEST_MESSAGE:
                code = MESSAGE_TOO_BIG
            else:
                return message
            await send({"type": "websocket.close", "code": code})
            return {"type": "websocket.disconnect", "code": code}

        await self.app(scope, measured, send)

    def _ours(self, origin: str, headers: Headers) -> str:
        """Return the host and port of an origin that is ours; empty for any other, `null` among them.

        `X-Forwarded-Host` is believed: a page in a browser cannot set it on a connection, and whoever writes a request by hand
        could as well name no origin.
        """
        try:
            found = urlsplit(origin)
            name = found.hostname or ""
        except ValueError:
            return ""
        addressed = {
            headers.get("host", "").lower(),
            headers.get("x-forwarded-host", "").partition(",")[0].strip().lower(),
        }
        return found.netloc if found.netloc.lower() in addressed or self._named(name) else ""

    def _named(self, name: str) -> bool:
        return any(name == host or (host.startswith("*.") and name.endswith(host[1:])) for host in self.hosts)


def _brings_something(headers: Headers) -> bool:
    return "transfer-encoding" in headers or headers.get("content-length", "0") != "0"


def _addressed_to(host: str, scope: Scope) -> Scope:
    """Return the request as a proxy that hands on the host would send it: Streamlit compares host and origin once more."""
    headers = MutableHeaders(raw=list(scope["headers"]))
    headers["host"] = host
    return {**scope, "headers": headers.raw}
