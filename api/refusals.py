"""What a reader is told whose request is not taken, in every language of ours: nobody knows yet which is theirs."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from html import escape

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocketClose

from briefing.content import colors
from figures.language import available, spoken

N = str  # marks a message for extraction; it is translated where it is used

STYLE = (
    "body{margin:0;background:var(--paper);color:var(--ink);font:17px/1.5 sans-serif}"
    "main{max-width:34rem;margin:0 auto;padding:4rem 1rem}h1{font:600 1.6rem/1.25 serif;margin:2rem 0 .5rem}a{color:inherit}"
)

AGAIN = N("Try again")


@dataclass(frozen=True)
class Refusal:
    """An answer that refuses.

    Attributes:
        status: of HTTP.
        title, advice: messages: what is wrong, and what to do.
        headers: beside those that every answer has.
        close: why a connection is closed that is refused so (RFC 6455).
    """

    status: int
    title: str
    advice: str
    headers: Mapping[str, str] = field(default_factory=dict, hash=False)
    close: int = 1008

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer: with a page to a browser, with text to any other program, and to who asks for a connection with its end."""
        if scope["type"] == "websocket":
            await WebSocketClose(self.close)(scope, receive, send)
        else:
            await self.response("text/html" in Headers(scope=scope).get("accept", ""))(scope, receive, send)

    def response(self, is_page: bool) -> Response:
        """Return the answer as a page or as text."""
        told = {**self.headers, "cache-control": "no-store"}
        if is_page:
            return HTMLResponse(page(self), self.status, {**told, "content-security-policy": policy()})
        said = (f"{spoken(code).gettext(self.title)}. {spoken(code).gettext(self.advice)}\n" for code in available())
        return PlainTextResponse("".join(said), self.status, told)


FAULT = Refusal(
    500,
    N("Something went wrong on our side"),
    N("The fault is ours and is logged; your link is kept. Try again in a while."),
)

NO_FACTS = Refusal(
    503,
    N("The data could not be read"),
    N("A table is broken and is being mended; your link is kept. Try again in a minute."),
    {"retry-after": "60"},
)


@cache
def page(refusal: Refusal) -> str:
    """Return the answer as a document that needs no other file."""
    parts = []
    for code in available():
        say = spoken(code).gettext
        parts.append(
            f'<section lang="{code}"><h1>{escape(say(refusal.title))}</h1><p>{escape(say(refusal.advice))}</p>'
            f'<p><a href="">{escape(say(AGAIN))}</a></p></section>'
        )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(refusal.title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<style>{_sheet()}</style></head><body><main>{''.join(parts)}</main></body></html>"
    )


@cache
def policy() -> str:
    """Return what the browser may load for the document: nothing but its own style."""
    digest = base64.b64encode(hashlib.sha256(_sheet().encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


@cache
def _sheet() -> str:
    return colors() + STYLE
