"""An ASGI application asked without a server."""

import asyncio
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message


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


def get(app: ASGIApp, address: str, host: str = "briefing.test") -> Answer:
    """Ask for an address with its query."""
    path, _, query = address.partition("?")
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": "GET", "scheme": "http", "path": path, "raw_path": path.encode(), "root_path": "",
        "query_string": query.encode(), "headers": [(b"host", host.encode())],
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    begun, *rest = sent
    return Answer(begun["status"], Headers(raw=begun["headers"]), b"".join(one.get("body", b"") for one in rest))
