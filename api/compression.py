"""Compression: what a question takes, what it leaves untrue in the head of an answer, and what it is to take beside what it takes itself.

One and the same mark (ETag) may not stand for different bytes, so that of a compressed answer says that it is weak. And two that
compress, ours and Streamlit's, both say that the answer varies. Streamlit's reads no weights: what is refused, it is not to hear of.
"""

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette_compress import add_compress_type

add_compress_type("text/csv")

ENCODINGS = ("zstd", "br", "gzip")
"""In which an answer can be compressed."""

ACCEPTED = "accept-encoding"
"""The header that says which of these a question takes."""

STATED = re.compile(r"(?:^|,)\s*([a-z0-9-]+|\*)(?=[\s;,]|$)\s*(?:;\s*q=([\d.]+))?")
"""An encoding in that header, and its weight."""


class CompressedHeads:
    """ASGI middleware around any compression."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with the encodings that it takes, and mend the head of its answer."""
        if scope["type"] == "http":
            scope = {**scope, "headers": _without_refused(scope)}

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


def accepts(header: str, encoding: str) -> bool:
    """Tell whether an Accept-Encoding header takes an encoding: `br;q=0` does not."""
    qualities: dict[str, str] = dict(STATED.findall(header.lower()))
    quality = qualities.get(encoding, qualities.get("*", "0"))
    return quality.strip("0.") != "" or quality == ""


def _without_refused(scope: Scope) -> list[tuple[bytes, bytes]]:
    """Return the headers of a request, which name of encodings only those that it takes and that there are."""
    stated = ", ".join(Headers(scope=scope).getlist(ACCEPTED))
    headers = MutableHeaders(raw=list(scope["headers"]))
    del headers[ACCEPTED]
    if taken := [name for name in ENCODINGS if accepts(stated, name)]:
        headers[ACCEPTED] = ", ".join(taken)
    return headers.raw
