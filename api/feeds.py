"""Atom feeds of what changed: `/feeds/changes.atom`, `/feeds/objective-3.atom`, `/feeds/country-MEX.atom`, `/feeds/region-419.atom`."""

from collections.abc import Callable
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from briefing.feed import feed
from data import feeds
from data.catalog import Catalog
from data.translation import translated
from figures.language import language

KEEP = "public, max-age=300"


def routes(catalog: Callable[[], Catalog]) -> list[Route]:
    """Return the routes of the feeds.

    Args:
        catalog: gives the newest good catalog.
    """

    async def endpoint(request: Request) -> Response:
        return answer(request, catalog())

    return [Route(f"/{feeds.ROUTE}/{{name}}", endpoint, methods=["GET", "HEAD"])]


def answer(request: Request, catalog: Catalog) -> Response:
    """Return the feed that a request names, or that there is no such feed."""
    chosen = feeds.chosen(catalog, request.path_params["name"])
    if chosen is None:
        return PlainTextResponse("There is no such feed", status_code=404)
    speaking = language(request.query_params.get("lang", "en"))
    body = feed(translated(catalog, speaking.code), *chosen, str(request.base_url), speaking)
    mark = f'"{sha256(body).hexdigest()[:16]}"'
    headers = {"etag": mark, "cache-control": KEEP}
    if request.headers.get("if-none-match") == mark:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type="application/atom+xml; charset=utf-8", headers=headers)
