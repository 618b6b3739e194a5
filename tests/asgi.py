"""An ASGI application asked without a server."""

import asyncio
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import unquote

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message

HOST = "briefing.example"


@dataclass(frozen=True)
class Answer:
    """What was answered."""

    status: int
    headers: Headers
    content: bytes

    @property
    def text(self) -> str:
        """The content as text."""
        return self.content.decode()


def get(
    app: ASGIApp,
    address: str,
    root: str = "",
    headers: Mapping[str, str] = MappingProxyType({}),
    method: str = "GET",
    scheme: str = "http",
    host: str = HOST,
    peer: str = "203.0.113.1",
) -> Answer:
    """Ask for an address with its query, of a server below a path, `root`.

    Args:
        headers: further headers of the request.
        host: as which it knows the server.
        peer: the address it comes from.
    """
    path, _, query = address.partition("?")
    sent: list[Message] = []
    asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> Message:
        # After the question a reader says nothing, and stays.
        return next(asked, None) or await asyncio.Event().wait()

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": method,
        "path": f"{root}{unquote(path)}",
        "raw_path": f"{root}{path}".encode(),
        "root_path": root,
        "query_string": query.encode(),
        "scheme": scheme,
        "server": (HOST, 80),
        "client": (peer, 50000),
        "headers": [
            (name.lower().encode(), value.encode("latin-1")) for name, value in ({"host": host} | dict(headers)).items()
        ],
    }
    # In a thread of its own: the browser of other tests keeps a loop open in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, app(scope, receive, send)).result()
    begun, *rest = sent
    # What serves it (h11) ends the connection on a value that begins or ends with a blank.
    assert not [name for name, value in begun["headers"] if value != value.strip()]
    return Answer(begun["status"], Headers(raw=begun["headers"]), b"".join(one.get("body", b"") for one in rest))
