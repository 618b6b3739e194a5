"""The API as it is served, but for Streamlit behind it."""

from collections.abc import Callable
from functools import partial

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import ASGIApp
from starlette_compress import CompressMiddleware

from api.compression import CompressedHeads
from api.door import Door
from api.security import SecurityHeaders
from api.v1.routes import routes
from data.catalog import Catalog
from tests.asgi import Answer, get


def serving(catalog: Callable[[], Catalog]) -> ASGIApp:
    around = (SecurityHeaders, Door, CompressedHeads, CompressMiddleware)
    return Starlette(routes=routes(catalog), middleware=[Middleware(one) for one in around])


@pytest.fixture(scope="session")
def app(catalog: Catalog) -> ASGIApp:
    return serving(lambda: catalog)


@pytest.fixture(scope="session")
def ask(app: ASGIApp) -> Callable[..., Answer]:
    """Ask for an address below the API."""

    def ask(address: str, method: str = "GET", **headers: str) -> Answer:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return get(app, f"/api/v1/{address}", method=method, headers=named)

    return partial(ask)
