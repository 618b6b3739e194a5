"""What a browser shows before Streamlit's script has come: the page's colours, fonts and style, and how the page begins.

Streamlit answers every page with the same `index.html`: white, empty, and silent on our fonts. Seconds of that on a slow line,
white in the dark theme too, and a jump when the sidebar comes, are what this spares the reader, who reads in the meantime.
"""

import logging
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from anyio import CapacityLimiter, to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api import asked, boot, contract
from api.refusals import NO_FACTS
from api.v1.operation import PATH
from briefing import content
from briefing.content import ELEMENT
from data.catalog import Catalog
from data.pages import HOME
from data.problem import DataError

log = logging.getLogger(__name__)

TITLE = "Illicit opioids strategy briefing"
"""Of the tab where no page of ours lies."""

FONTS = ("public-sans-latin-wght-normal.woff2", "source-serif-4-latin-600.woff2")
"""Asked for at once: they come before the first words do, and no word changes its face before the reader's eyes."""

QUERY = "=&+%/:@!$'()*,;?-._~"
"""What stays as it is in the query of an address; the rest is encoded."""

OPENAPI = f'rel="service-desc" href="./{PATH}openapi.json"'
"""The description of the interface for programs, which a page names."""

ASTRAY = '<meta name="robots" content="noindex">'
"""In the head of an answer to an address that no page has."""

BARE = f'<div id="{ELEMENT}" aria-hidden="true"></div>'
"""What stands where the content cannot be made, or where no page of ours lies: paper. Streamlit's page will say more."""

WITHOUT_SCRIPTS = (
    f"<noscript><style>#{ELEMENT} {{ position: static }} #root {{ display: none }}"
    # Where no sidebar will come, the links that it would hold stand above the page.
    f"@media (max-width: 1099px) {{ #{ELEMENT} nav {{ display: block; padding: 16px 16px 0 }} #{ELEMENT} nav li {{ display: inline-block }}"
    f" #{ELEMENT} nav a {{ padding: 0 8px }} #{ELEMENT} main {{ padding-top: 24px }} }}</style></noscript>"
)

AT_ONCE = CapacityLimiter(2)
"""Contents that are made at the same moment, off the thread that answers: few, since they take processor time from the runs of pages."""


class _Told(NamedTuple):
    """What a page says before any script: what goes into its head, its content, the content's style, and the status of the answer."""

    language: str
    title: str
    head: str
    held: str
    style: str
    status: int = 200


class FirstPaint:
    """ASGI middleware that writes all this into the page. It stands inside of any compression."""

    def __init__(self, app: ASGIApp, style: Path, catalog: Callable[[], Catalog]) -> None:
        """Take the application, the folder of all pages' style, and what gives the newest good catalog."""
        self.app, self.catalog = app, catalog
        self.style = content.sheet(style)

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
                for one in await self._answer(scope, start, body):
                    await send(one)

        await self.app(_plainly(scope), receive, changed)

    async def _answer(self, scope: Scope, start: Message, body: bytes) -> list[Message]:
        if contract.ROOT.encode() in body:
            if astray := _astray(scope):
                start = {**start, "status": 307, "headers": [(b"location", astray.encode())]}
                body = b""
            else:
                # Streamlit's page, which says itself that there is nothing, or no data; programs read it in the status.
                status, body = await to_thread.run_sync(self._page, body, scope, limiter=AT_ONCE)
                start = {**start, "status": status}
        headers = MutableHeaders(scope=start)
        if start["status"] == NO_FACTS.status:
            headers.update(NO_FACTS.headers)
        # The page's own marks of freshness no longer tell whether it has changed.
        del headers["etag"], headers["last-modified"]
        headers.add_vary_header("Accept-Language")
        headers["content-length"] = str(len(body))
        return [start, {"type": "http.response.body", "body": body}]

    def _page(self, body: bytes, scope: Scope) -> tuple[int, bytes]:
        """Return the status of the page, and the page."""
        language, title, told, held, style, status = self._told(scope)
        fonts = "".join(
            f'<link rel="preload" as="font" type="font/woff2" crossorigin href="./app/static/{font}">' for font in FONTS
        )
        page = contract.WITHOUT_SCRIPTS.sub("", contract.FONT.sub("", body.decode()))
        page = page.replace(contract.LANGUAGE, f'<html lang="{language}"', 1)
        page = page.replace(contract.TITLE, f"<title>{escape(title)}</title>").replace(
            contract.ICON, "./app/static/icon.png"
        )
        page = page.replace(contract.SERVICE, OPENAPI)
        page = page.replace(contract.HEAD, f"{contract.HEAD}<style>{content.colors()}</style>{fonts}{told}", 1)
        page = page.replace(contract.HEAD_END, f"{boot.head()}{contract.HEAD_END}", 1)
        # Below the head, where Streamlit's script adds its style: of two equal rules, ours is the later.
        ours = f"<style>{self.style}{style}</style>{held}{WITHOUT_SCRIPTS}"
        return status, page.replace(contract.ROOT, f"{ours}{contract.ROOT}", 1).encode()

    def _told(self, scope: Scope) -> _Told:
        if asked.page(scope) is None:
            return _Told("en", TITLE, ASTRAY, BARE, "", 404)
        try:
            view = asked.view(scope, self.catalog())
            assert view
            made = content.content(view)
            told = content.head(view, made, str(Request(scope).base_url))
        # Streamlit's page comes all the same, and tells the reader what is wrong.
        except DataError:
            # The library has logged what is broken, once.
            return _Told("en", TITLE, "", BARE, "", NO_FACTS.status)
        except Exception:
            log.exception("What a page says before its script could not be made")
            return _Told("en", TITLE, "", BARE, "")
        return _Told(view.language.code, made.title, told, made.body, made.style)


def _plainly(scope: Scope) -> Scope:
    """Return the request, asking for the answer whole and as it is, whoever asks and however: only so is a page known, and written into.

    Streamlit would compress it, and for whoever refuses that, too; of an answer to HEAD the server sends the head alone.
    """
    headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": headers, "method": "GET" if scope["method"] == "HEAD" else scope["method"]}


def _is_html(start: Message) -> bool:
    return start["status"] == 200 and Headers(raw=start["headers"]).get("content-type", "").startswith("text/html")


def _astray(scope: Scope) -> str:
    """Return where to send a reader whose address is one that no page has, but that tells which is meant; else nothing.

    - A path of more than one step, `/a/offices`, leads to the last one: from there Streamlit's page would not find its own
      script, and would stay empty.
    - The name of the first page, `/overview`, leads to `/`.
    - A question mark that was encoded on its way, `/offices%3Fcountry=MEX`, is one again.
    """
    root = scope.get("root_path", "")
    path, asked, query = scope["path"].removeprefix(root).partition("?")
    *before, page = path.strip("/").split("/")
    if not (before or asked or page == HOME):
        return ""
    queries = (quote(query, safe=QUERY), scope["query_string"].decode("latin-1"))
    stated = "&".join(part for part in queries if part)
    # A browser takes no slash that is encoded for a step.
    steps = scope.get("raw_path", scope["path"].encode()).count(b"/") - root.count("/")
    up = "../" * (steps - 1) or "./"
    return up + ("" if page == HOME else quote(page)) + (f"?{stated}" if stated else "")
