"""Where the API lies: `/api/v1/`, a readable page of it, and everything below."""

import re
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route, Router

from api.v1 import changes, openapi, package, page, records, tables
from api.v1.endpoint import Endpoint
from api.v1.operation import PATH, Operation
from data.catalog import Catalog

DATA: tuple[Operation, ...] = (
    *tables.OPERATIONS,
    *records.OPERATIONS,
    *changes.OPERATIONS,
    *package.OPERATIONS,
)

OPERATIONS: tuple[Operation, ...] = (*DATA, openapi.operation(DATA))
"""All that can be asked, in the order in which it is found: an address with a format before that without."""


def routes(catalog: Callable[[], Catalog]) -> list[BaseRoute]:
    """Return the routes of the API.

    Args:
        catalog: gives the newest good catalog.
    """
    here = "/" + PATH.rstrip("/")

    async def begin(_request: Request) -> Response:
        return RedirectResponse(PATH.rstrip("/").rpartition("/")[2] + "/")

    below = [Route(one.path, Endpoint(one, catalog)) for one in OPERATIONS]
    readable = Route("/", Endpoint(page.operation(OPERATIONS), catalog))
    everything = Mount(here, app=Router([readable, *below], redirect_slashes=False, default=Endpoint(None, catalog)))
    # A break in a path is a mark like any other: else what holds one would be answered with Streamlit's page.
    everything.path_regex = re.compile(everything.path_regex.pattern, re.DOTALL)
    return [Route(here, begin), everything]
