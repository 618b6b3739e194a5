"""Figures for the pages of others: `/embed/offices/offices-map?country=MEX`, live or as of a release, `&release=1.1.0`.

Off unless a setting names who may embed (`data.settings`).
"""

import logging
from collections.abc import Callable
from functools import partial

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from api import asked, worker
from api.said import page as said
from api.security import OTHERS
from briefing import embed
from data import pages
from data.catalog import Catalog
from data.kept import catalog_of
from data.once import once
from data.pages import HOME
from data.settings import embedders
from figures.view import View

log = logging.getLogger(__name__)

N = str  # marks a message for extraction; it is translated where it is used

NO_RELEASE = N("There is no such release, or its figures can no longer be drawn.")

UP = "../../"
"""From an embedded figure to the root of the site."""

KEEP = "public, max-age=300"

_turns = CapacityLimiter(1)
"""One at a time: an old release takes two seconds to be read."""


def routes(catalog: Callable[[], Catalog]) -> list[Route]:
    """Return the route of embedded figures.

    Args:
        catalog: gives the newest good catalog.
    """

    async def endpoint(request: Request) -> Response:
        page, release = request.path_params["page"], request.query_params.get("release", "")
        if not embedders() or page not in pages.PATHS:
            return _refused(request, catalog(), N("There is nothing to embed here."))
        try:
            facts = await to_thread.run_sync(_facts, release, catalog, limiter=_turns)
        except OSError:
            log.exception("Release %s cannot be unpacked", release)
            return _refused(request, catalog(), N("This cannot be drawn just now. Try again in a minute."), 503)
        if facts is None:
            return _refused(request, catalog(), NO_RELEASE)
        respond = partial(_answer, request, page, facts, catalog())
        return await worker.screens.answer(asked.of_page(request, HOME, catalog()), respond, _headers())

    return [Route("/embed/{page}/{key}", endpoint, methods=["GET", "HEAD"])]


def policy() -> str:
    """Return what the browser may load for an embedded figure, and who may frame it."""
    framers = " ".join(["'self'", *embedders()])
    return (
        "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src data:; base-uri 'self'; form-action 'none'; "
        f"frame-ancestors {framers}"
    )


def _facts(release: str, catalog: Callable[[], Catalog]) -> Catalog | None:
    if not release:
        return catalog()
    try:
        return catalog_of(release)
    except OSError:
        raise  # no place to unpack it
    except Exception:
        log.warning("Release %s cannot be read by today's code", release, exc_info=True)
        return None


def _answer(request: Request, page: str, facts: Catalog, today: Catalog) -> Response:
    view, key = asked.of_page(request, page, facts), request.path_params["key"]
    try:
        made = _drawn(view, key, view.full(str(request.base_url)), bool(request.query_params.get("release")))
    except (KeyError, AttributeError):
        # The tables of an old release lack what today's figures are drawn from.
        return _refused(request, today, NO_RELEASE)
    if made is None:
        return _refused(request, today, N("This view shows no such figure."))
    return HTMLResponse(made, headers=_headers() | {"cache-control": KEEP})


@once(64)
def _drawn(view: View, key: str, back: str, is_release: bool) -> str | None:
    return worker.screens.made(embed.page, view, key, back, UP, is_release)


def _headers() -> dict[str, str]:
    return {"content-security-policy": policy(), OTHERS: "cross-origin"}


def _refused(request: Request, today: Catalog, why: str, status: int = 404) -> Response:
    """Return an answer that says, in the language asked for and within the frame, why there is nothing."""
    language = asked.of_page(request, HOME, today).language
    again = {"retry-after": "60"} if status == 503 else {}
    return said(language, status, language.gettext(why), _headers() | again)
