"""Which facts are shown now: `/facts` answers with their fingerprint.

A page that stands open asks for it now and then, and shows itself anew once it is another (`components/static/fresh.js`). That costs
the server less than a run that most of the time would find nothing new.
"""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from data.catalog import Catalog

ROUTE = "facts"


def routes(catalog: Callable[[], Catalog]) -> list[Route]:
    """Return the route.

    Args:
        catalog: gives the newest good catalog.
    """

    async def endpoint(_request: Request) -> PlainTextResponse:
        return PlainTextResponse(catalog().fingerprint, headers={"cache-control": "no-store"})

    return [Route(f"/{ROUTE}", endpoint, methods=["GET", "HEAD"])]
