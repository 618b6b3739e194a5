"""A large answer sent part by part, so that whoever compresses it on the thread on which all wait lets others go between."""

from anyio.lowlevel import checkpoint
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

PART = 64 * 1024
"""Bytes of a part: compressed within a few milliseconds."""


class Parts(Response):
    """A response whose body is at hand."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it; a small one at once."""
        if len(self.body) <= PART:
            await super().__call__(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        for at in range(0, len(self.body), PART):
            has_more = at + PART < len(self.body)
            await send({"type": "http.response.body", "body": self.body[at : at + PART], "more_body": has_more})
            await checkpoint()
