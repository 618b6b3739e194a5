"""The briefing as an ASGI application. `streamlit run app.py` finds `app` and serves it."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette_compress import CompressMiddleware

from api import cards, embedding, feeds, presenting, taking
from api.assets import ROUTES
from api.door import Door
from api.faults import Faults
from api.first_paint import FirstPaint
from api.limits import Limits
from api.places import Places
from api.security import SecurityHeaders
from api.static import StaticFiles
from components import warm
from components.catalog import catalog
from components.errors import report

ROOT = Path(__file__).parent
COMPONENTS = ROOT / "components"

app = st.App(
    COMPONENTS / "shell.py",
    routes=[
        *ROUTES,
        *feeds.routes(catalog),
        *cards.routes(catalog),
        *presenting.routes(catalog),
        *taking.routes(catalog),
        *embedding.routes(catalog),
    ],
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(Faults),
        Middleware(Limits),
        Middleware(StaticFiles, ours=COMPONENTS / "static", kept=ROOT / ".cache"),
        Middleware(Door, hosts=st.get_option("server.allowedHosts")),
        Middleware(Places),
        Middleware(CompressMiddleware),
        Middleware(
            FirstPaint,
            style=COMPONENTS / "style",
            catalog=catalog,
        ),
    ],
    lifespan=warm.lifespan,
    on_script_error=report,
)
