"""What a browser shows before Streamlit's script has come: the page's colours, fonts, style and outline.

Streamlit answers every page with the same `index.html`: white, empty, and silent on our fonts. Three seconds of that on a
slow line, white in the dark theme too, and a jump when the sidebar comes, are what this spares the reader.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import boot
from figures.palette import DARK, LIGHT, Palette

ROOT = '<div id="root"></div>'
"""Where Streamlit's script draws the page: an answer without it is not the page."""

FONTS = ("public-sans-latin-wght-normal.woff2", "source-serif-4-latin-600.woff2")
"""Asked for at once: they come before the first words do, and no word changes its face before the reader's eyes."""

THEIR_FONT = re.compile(rb'<link\s+rel="preload"[^>]*as="font"[^>]*>')
"""Streamlit's page asks for a font of its own, which we never show."""

OUTLINE = (
    '<div id="first-paint" aria-hidden="true">'
    '<aside><i style="top:95px"></i><i style="top:122px;width:120px"></i>'
    + "".join(f'<i style="top:{top}px"></i>' for top in (163, 193, 223, 253))
    + '<i style="top:318px;height:108px"></i><i style="top:476px;height:40px"></i></aside>'
    '<div><i class="on"></i><i class="title"></i><i class="sentence"></i><i class="figure"></i></div></div>'
    "<noscript><style>#first-paint { display: none }</style></noscript>"
)


class FirstPaint:
    """ASGI middleware that writes all this into the page. It stands inside of any compression."""

    def __init__(self, app: ASGIApp, style: Path, title: str) -> None:
        """Take the application, the style sheet of all pages, and what the tab says until a page has its title."""
        self.app, self.style, self.title = app, style, title

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and change the answer if it is the page."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def changed(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and _is_html(message):
                start = message
                return
            if start is None:
                await send(message)
                return
            body += message.get("body", b"")
            if not message.get("more_body"):
                for one in self._answer(scope, start, body):
                    await send(one)

        await self.app(_uncompressed(scope), receive, changed)

    def _answer(self, scope: Scope, start: Message, body: bytes) -> Iterator[Message]:
        if ROOT.encode() in body:
            if astray := _astray(scope):
                start = {**start, "status": 307, "headers": [(b"location", astray.encode())]}
                body = b""
            else:
                body = self._page(body)
        headers = MutableHeaders(scope=start)
        # The page's own marks of freshness no longer tell whether it has changed.
        del headers["etag"], headers["last-modified"]
        if scope["method"] != "HEAD":
            headers["content-length"] = str(len(body))
        yield start
        yield {"type": "http.response.body", "body": body}

    def _page(self, body: bytes) -> bytes:
        fonts = "".join(
            f'<link rel="preload" as="font" type="font/woff2" crossorigin href="./app/static/{font}">' for font in FONTS
        )
        style = self.style.read_text("utf-8")
        body = THEIR_FONT.sub(b"", body).replace(b"<title>Streamlit</title>", f"<title>{self.title}</title>".encode())
        body = body.replace(b"./favicon.png", b"./app/static/icon.png")
        body = body.replace(b"<head>", f"<head><style>{_colors()}</style>{fonts}".encode(), 1)
        body = body.replace(b"</head>", f"{boot.head()}</head>".encode(), 1)
        # Below the head, where Streamlit's script adds its style: of two equal rules, ours is the later.
        return body.replace(ROOT.encode(), f"<style>{style}</style>{OUTLINE}{ROOT}".encode(), 1)


def _uncompressed(scope: Scope) -> Scope:
    """Return the request, asking for plain text if it is for a page: Streamlit keeps a compressed one ready."""
    if "text/html" not in Headers(scope=scope).get("accept", ""):
        return scope
    headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": headers}


def _is_html(start: Message) -> bool:
    return start["status"] == 200 and Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")


def _astray(scope: Scope) -> str:
    """Return where to send a reader whose path has more than one step, `/a/offices`: to the last one.

    No page lies there, and from there Streamlit's page would not find its own script: it would stay empty.
    """
    steps = scope["path"].removeprefix(scope.get("root_path", "")).strip("/").split("/")
    if len(steps) < 2:
        return ""
    query = scope["query_string"].decode("latin-1")
    return "../" * (len(steps) - 1) + quote(steps[-1]) + (f"?{query}" if query else "")


@cache
def _colors() -> str:
    return f":root {{ {_named(LIGHT)} --print: {LIGHT.ink}; }} @media (prefers-color-scheme: dark) {{ :root {{ {_named(DARK)} }} }}"


def _named(colors: Palette) -> str:
    return f"--paper: {colors.paper}; --panel: {colors.panel}; --line: {colors.line};"
