"""The briefing as an ASGI application. `streamlit run app.py` finds `app` and serves it."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette_compress import CompressMiddleware

from api.assets import ROUTES
from api.security import SecurityHeaders
from components.errors import report

app = st.App(
    Path(__file__).parent / "components" / "shell.py",
    routes=ROUTES,
    middleware=[Middleware(SecurityHeaders), Middleware(CompressMiddleware)],
    on_script_error=report,
)
