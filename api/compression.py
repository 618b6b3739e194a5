"""What compression leaves untrue in the head of an answer, and what it is to take beside what it takes by itself.

One and the same mark (ETag) may not stand for different bytes, so that of a compressed answer says that it is weak. And two that
compress, ours and Streamlit's, both say that the answer varies.
"""

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette_compress import add_compress_type

add_compress_type("text/csv")


class CompressedHeads:
    """ASGI middleware around any compression."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and mend the head of its answer."""

        async def mended(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                mark = headers.get("etag", "")
                if mark.startswith('"') and "content-encoding" in headers:
                    headers["etag"] = f"W/{mark}"
                if "vary" in headers:
                    headers["vary"] = ", ".join(dict.fromkeys(re.split(r"\s*,\s*", headers["vary"])))
            await send(message)

        await self.app(scope, receive, mended)
