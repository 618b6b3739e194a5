"""How long a request may be. What is longer is answered in plain words before anybody reads it.

A browser on our pages stays far below: a link with every country in it has 3,000 characters. What is longer than the server
itself takes, 16,384 bytes of request line and headers together, uvicorn answers with a 400 of its own.
"""

import re

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.refusals import Refusal
from api.v1.endpoint import is_asked, refused

N = str  # marks a message for extraction; it is translated where it is used

LONGEST_PATH = 500
LONGEST_QUERY = 12_000
LONGEST_HEADERS = 9_000
"""Bytes; of headers, of all names and values together. Cookies of whatever else is served on the same host come along."""

MOST_HEADERS = 64

HOST = re.compile(r"[\w.:\[\]-]{1,260}", re.ASCII)
"""What a host may look like: it is written into links, feeds and files, so nothing else is let in."""

STEPS = re.compile(r"[/\\]")
"""What parts the steps of a path. One that leads up was encoded, else the browser had taken it: Streamlit refuses it without a word."""

TOO_LONG = Refusal(
    414,
    N("This address is too long"),
    N("No page of this briefing has an address this long. Begin anew on the first page, and choose there."),
)
TOO_MUCH_TOLD = Refusal(
    431,
    N("Your browser sends too much with its question"),
    N("Cookies are the likely reason. Delete those of this address in your browser, and try again."),
)
UNREADABLE = Refusal(
    400,
    N("This question cannot be answered"),
    N("It was changed on its way, or was not asked by a browser. Open the link again."),
)

PROBLEMS = {414: "too-long", 431: "too-much-told", 400: "unreadable"}
"""Status → what a program that asks the API is told."""


class Limits:
    """ASGI middleware that refuses what is too long."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what keeps to the limits."""
        refusal = _broken(scope) if scope["type"] in {"http", "websocket"} else None
        if refusal and scope["type"] == "http" and is_asked(scope):
            await refused(Request(scope), PROBLEMS[refusal.status])(scope, receive, send)
        else:
            await (refusal or self.app)(scope, receive, send)


def _broken(scope: Scope) -> Refusal | None:
    """Return what a request is refused with; None where it keeps to every limit."""
    if max(len(scope["path"]), len(scope.get("raw_path") or b"")) > LONGEST_PATH:
        return TOO_LONG
    if len(scope["query_string"]) > LONGEST_QUERY:
        return TOO_LONG
    told = scope["headers"]
    if len(told) > MOST_HEADERS or sum(len(name) + len(value) for name, value in told) > LONGEST_HEADERS:
        return TOO_MUCH_TOLD
    headers = Headers(scope=scope)
    if "\0" in scope["path"] or ".." in STEPS.split(scope["path"]):
        return UNREADABLE
    if not all(HOST.fullmatch(host) for host in headers.getlist("host")):
        return UNREADABLE
    return None
