"""Figures for the pages of others: `/embed/offices/offices-map?country=MEX`, live or as of a release, `&release=1.1.0`.

Off unless a setting names who may embed (`data.settings`).
"""

import logging
from collections.abc import Callable

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from api import asked
from api.security import OTHERS
from briefing import embed
from data import pages
from data.catalog import Catalog
from data.kept import catalog_of
from data.settings import embedders

log = logging.getLogger(__name__)

UP = "../../"
"""From an embedded figure to the root of the site."""

KEEP = "public, max-age=300"

_turns = CapacityLimiter(1)
"""One at a time, so that readers of pages do not wait: an old release takes two seconds to be read."""


def routes(catalog: Callable[[], Catalog]) -> list[Route]:
    """Return the route of embedded figures.

    Args:
        catalog: gives the newest good catalog.
    """

    async def endpoint(request: Request) -> Response:
        page, release = request.path_params["page"], request.query_params.get("release", "")
        if not embedders() or page not in pages.PATHS:
            return _nothing("There is nothing to embed here")
        try:
            facts = await to_thread.run_sync(_facts, release, catalog, limiter=_turns)
        except OSError:
            log.exception("Release %s cannot be unpacked", release)
            return PlainTextResponse("This cannot be drawn just now", status_code=503, headers={"retry-after": "60"})
        if facts is None:
            return _nothing("There is no such release, or its figures can no longer be drawn")
        return await to_thread.run_sync(_answer, request, page, facts, limiter=_turns)

    return [Route("/embed/{page}/{key}", endpoint, methods=["GET", "HEAD"])]


def policy() -> str:
    """Return what the browser may load for an embedded figure, and who may frame it."""
    return (
        "default-src 'none'; style-src 'unsafe-inline'; font-src 'self'; img-src data:; base-uri 'self'; form-action 'none'; "
        f"frame-ancestors 'self' {' '.join(embedders())}"
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


def _answer(request: Request, page: str, facts: Catalog) -> Response:
    view, key = asked.of_page(request, page, facts), request.path_params["key"]
    try:
        figure = embed.figure_of(view, key)
    except (KeyError, AttributeError):
        # The tables of an old release lack what today's figures are drawn from.
        return _nothing("There is no such release, or its figures can no longer be drawn")
    if figure is None:
        return _nothing("This view shows no such figure")
    made = embed.page(view, figure, view.full(str(request.base_url)), UP)
    return HTMLResponse(
        made, headers={"content-security-policy": policy(), "cache-control": KEEP, OTHERS: "cross-origin"}
    )


def _nothing(why: str) -> Response:
    return PlainTextResponse(why, status_code=404)
