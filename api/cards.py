"""The pictures that stand for links where they are shared: `/cards/offices.png?country=MEX`."""

from collections.abc import Callable

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from api import asked
from api.security import OTHERS
from briefing.card import card
from data import pages
from data.catalog import Catalog

KEEP = "public, max-age=3600"

_turns = CapacityLimiter(1)
"""Pictures take a while: one at a time, so that readers of pages do not wait for them."""


def routes(catalog: Callable[[], Catalog]) -> list[Route]:
    """Return the routes of the cards.

    Args:
        catalog: gives the newest good catalog.
    """

    async def endpoint(request: Request) -> Response:
        page = request.path_params["page"]
        if page not in pages.PATHS:
            return PlainTextResponse("There is no such card", status_code=404)
        made = await to_thread.run_sync(card, asked.of_page(request, page, catalog()), limiter=_turns)
        return Response(made, media_type="image/png", headers={"cache-control": KEEP, OTHERS: "cross-origin"})

    return [Route("/cards/{page}.png", endpoint, methods=["GET", "HEAD"])]
