"""The pictures that stand for links where they are shared: `/cards/offices.png?country=MEX`."""

from collections.abc import Callable
from functools import partial

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from api import asked, worker
from api.security import OTHERS
from briefing.card import card
from data import pages
from data.catalog import Catalog
from data.once import once
from figures.view import View

KEEP = "public, max-age=3600"


def routes(catalog: Callable[[], Catalog]) -> list[Route]:
    """Return the routes of the cards.

    Args:
        catalog: gives the newest good catalog.
    """

    async def endpoint(request: Request) -> Response:
        page = request.path_params["page"]
        if page not in pages.PATHS:
            return PlainTextResponse("There is no such card", status_code=404)
        view = asked.of_page(request, page, catalog())
        return await worker.screens.answer(view, partial(_shown, view))

    return [Route("/cards/{page}.png", endpoint, methods=["GET", "HEAD"])]


def _shown(view: View) -> Response:
    return Response(_drawn(view), media_type="image/png", headers={"cache-control": KEEP, OTHERS: "cross-origin"})


@once(64)
def _drawn(view: View) -> bytes:
    return worker.screens.made(card, view)
