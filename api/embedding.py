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


def routes(catalog: Callable[[], Catalog]) -> list[Route]:
    """Return the route of embedded figures.

    Args:
        catalog: gives the newest good catalog.
    """

    async def endpoint(request: Request) -> Response:
        page, release = request.path_params["page"], request.query_params.get("release", "")
        if not embedders() or page not in pages.PATHS:
            return _nothing("There is nothing to embed here")
        facts = await to_thread.run_sync(_facts, release, catalog, limiter=_turns)
        if facts is None:
            return _nothing("There is no such release, or its figures can no longer be drawn")
        scope = {**request.scope, "root_path": "", "path": f"/{pages.PATHS[page]}"}
        return await to_thread.run_sync(_answer, scope, facts, request, limiter=_turns)

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
    except Exception:
        log.warning("Release %s cannot be read by today's code", release, exc_info=True)
        return None


def _answer(scope: dict[str, object], facts: Catalog, request: Request) -> Response:
    view, key = asked.view(scope, facts), request.path_params["key"]
    assert view
    try:
        figure = embed.figure_of(view, key)
    except (KeyError, AttributeError):
        # The tables of an old release lack what today's figures are drawn from.
        return _nothing("There is no such release, or its figures can no longer be drawn")
    if figure is None:
        return _nothing("This view shows no such figure")
    back = str(request.base_url) + view.carrying(view.address(view.page)).removeprefix(".")
    return HTMLResponse(
        embed.page(view, key, back, UP), headers={"content-security-policy": policy(), "cache-control": KEEP}
    )


def _nothing(why: str) -> Response:
    return PlainTextResponse(why, status_code=404)
