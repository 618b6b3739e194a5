"""The briefing as an ASGI application. `streamlit run app.py` finds `app` and serves it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette_compress import CompressMiddleware

from api import ahead, cards, embedding, feeds, fresh, health, metrics, presenting, taking, worker
from api.assets import ROUTES
from api.below import Below
from api.compression import CompressedHeads
from api.door import Door
from api.first_paint import FirstPaint
from api.limits import Limits
from api.places import Places
from api.security import SecurityHeaders
from api.static import StaticFiles
from api.v1.routes import routes as open_data
from api.watch import Watch
from components import life, logs
from components.catalog import catalog, library
from components.errors import report

ROOT = Path(__file__).parent
COMPONENTS = ROOT / "components"

life.check()
logs.begin()

BELOW = st.get_option("server.baseUrlPath")
# Streamlit itself serves from the root: `Below` says why.
st.config.set_option("server.baseUrlPath", "")


@asynccontextmanager
async def lifespan(served: st.App) -> AsyncIterator[None]:
    """Make ready what readers share: pages, and beside them, giving way to all, what takes minutes."""
    async with life.lifespan(served), worker.lifespan(), ahead.lifespan(catalog):
        yield


app = st.App(
    COMPONENTS / "shell.py",
    routes=[
        *ROUTES,
        *health.routes(library),
        *metrics.routes(library),
        *feeds.routes(catalog),
        *fresh.routes(catalog),
        *cards.routes(catalog),
        *presenting.routes(catalog),
        *taking.routes(catalog),
        *embedding.routes(catalog),
        *open_data(catalog),
    ],
    middleware=[
        Middleware(Below, path=BELOW),
        Middleware(SecurityHeaders),
        Middleware(Watch),
        Middleware(Limits),
        Middleware(StaticFiles, ours=COMPONENTS / "static", kept=ROOT / ".cache"),
        Middleware(Door, hosts=st.get_option("server.allowedHosts")),
        Middleware(Places),
        Middleware(CompressedHeads),
        Middleware(CompressMiddleware),
        Middleware(
            FirstPaint,
            style=COMPONENTS / "style",
            catalog=catalog,
        ),
    ],
    lifespan=lifespan,
    on_script_error=report,
)
