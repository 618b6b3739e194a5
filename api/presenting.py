"""The presentation of a view: `/present?objective=3#timeline`, and beside it what its speaker reads, `/present/speaker?…`.

It is a page of its own, outside of Streamlit, whose keys would move its own page.
"""

import base64
import hashlib
from collections.abc import Callable
from functools import partial
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from api import asked, worker
from briefing import show
from data.catalog import Catalog
from data.link import not_known
from data.once import once
from data.selection import Selection
from data.translation import translated
from figures import filters
from figures.language import available, language
from figures.view import View

PATH, SPEAKER = "present", "present/speaker"

KEEP = "public, max-age=300"


def routes(catalog: Callable[[], Catalog]) -> list[Route]:
    """Return the routes of the presentation.

    Args:
        catalog: gives the newest good catalog.
    """

    async def shown(request: Request) -> Response:
        return await _answer(request, catalog(), "show")

    async def spoken(request: Request) -> Response:
        return await _answer(request, catalog(), "speaker")

    return [
        Route(f"/{PATH}", shown, methods=["GET", "HEAD"]),
        Route(f"/{SPEAKER}", spoken, methods=["GET", "HEAD"]),
    ]


async def _answer(request: Request, catalog: Catalog, name: str) -> Response:
    view = asked.of_briefing(request, catalog)
    query = f"?{request.url.query}" if request.url.query else ""
    return await worker.screens.answer(view, partial(_shown, view, query, name))


def _shown(view: View, query: str, name: str) -> Response:
    made = presentation(view, query)
    return HTMLResponse(
        made.shown if name == "show" else made.spoken,
        headers={"cache-control": KEEP, "content-security-policy": policy(name), "vary": "Accept-Language"},
    )


def make_ready(catalog: Catalog) -> None:
    """Make the presentation of no filter in each language: it is asked for first, and whoever asks stands before a room."""
    for code in available():
        presentation(View(translated(catalog, code), Selection(), language(code), "light"), "")


@once(32)
def presentation(view: View, query: str) -> show.Presentation:
    """Return the presentation of a view.

    Args:
        query: of the link to it, with its question mark: each of the two finds the other by it.
    """
    unheard = filters.unheard(not_known(parse_qs(query.removeprefix("?")), view.catalog), view.language)
    return worker.screens.made(show.of_view, view, f"../{PATH}{query}", f"{SPEAKER}{query}", unheard)


@once(2)
def policy(name: str) -> str:
    """Return what the browser may load for a document: nothing but what is in it, and beside the notes the presentation itself."""
    digest = base64.b64encode(hashlib.sha256(show.script(name).encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; font-src data:; img-src data:; "
        "frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'"
    )
